"""What happened between whom: encounters, statements and deeds with their evidence.

In: an item and what `mentions.find` found in it. Out: `Interaction` records.

    "Dahl met Otieno in Milan." →
    Interaction("Meeting", "actual", (Role("participant", "person/…"), …), place="place/milan")
"""

from diplograph.interactions.certainty import surer
from diplograph.interactions.find import find, tell
from diplograph.interactions.record import Interaction, Role

__all__ = ["Interaction", "Role", "find", "surer", "tell"]
