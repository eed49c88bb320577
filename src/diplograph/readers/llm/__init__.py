"""Reading with a language model: an item goes out as a question, records come back as an answer.

    {"encounters": [{"kind": "Meeting", "participants": ["Dahl", "Otieno"],
                     "evidence": ["Dahl met Otieno."], …}], …}

Nothing of the answer is believed that is not in the text: `facts` keeps the claims whose words the
item has, whose kinds the ontology has and whose actors can be told, and counts the others.
"""

from diplograph.readers.llm.asking import Asking
from diplograph.readers.llm.cache import Replies
from diplograph.readers.llm.endpoint import Endpoint
from diplograph.readers.llm.estimate import Estimate, estimate

__all__ = ["Asking", "Endpoint", "Estimate", "Replies", "estimate"]
