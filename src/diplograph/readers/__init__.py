"""Ways to read an item: by rules. An `Item` goes in, `Parts` come out.

    "Ingrid Dahl met Amina Otieno in Oslo." →
    Parts(entities=(Entity("person/ingrid-dahl", …), …), interactions=(Interaction("Meeting", …),))

A reader does what `mentions` and `interactions` do for one item; what it makes goes to `identity`.
"""

from diplograph.readers.record import Parts, Reader
from diplograph.readers.rules import Rules

__all__ = ["Parts", "Reader", "Rules"]
