"""Who and what an item names: persons with offices, states, organizations, places, dates.

In: an `Item` and a loaded `Model`. Out: `Found` with entities, mentions, tenures and the parse.

    "Russian Foreign Minister Sergey Lavrov met …" →
    Entity("person/sergey-lavrov", "Person", "Sergey Lavrov", state="state/russia"),
    Tenure(holder="person/sergey-lavrov", title="Foreign Minister", of="state/russia", …)
"""

from diplograph.mentions.find import find
from diplograph.mentions.found import Found
from diplograph.mentions.model import Model, load
from diplograph.mentions.record import Entity, Mention, Tenure

__all__ = ["Entity", "Found", "Mention", "Model", "Tenure", "find", "load"]
