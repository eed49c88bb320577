"""Ways to read an item: by rules, by a language model, by both. `Parts` come out.

    "Ingrid Dahl met Amina Otieno in Oslo." →
    Parts(entities=(Entity("person/ingrid-dahl", …), …), interactions=(Interaction("Meeting", …),))

`Rules` is what `mentions` and `interactions` make of an item. `Tandem` reads what a language model
answered (`llm`), alone or merged with the rules' findings (`merging`). Either is called once a
process and gives a `Reader`; what that makes of an item goes on to `identity`.
"""

from diplograph.readers.choice import Choice, choose
from diplograph.readers.llm import Asking, Endpoint, Estimate, Replies, estimate
from diplograph.readers.record import Parts, Reader
from diplograph.readers.rules import Rules
from diplograph.readers.tandem import Tandem

__all__ = [
    "Asking",
    "Choice",
    "Endpoint",
    "Estimate",
    "Parts",
    "Reader",
    "Replies",
    "Rules",
    "Tandem",
    "choose",
    "estimate",
]
