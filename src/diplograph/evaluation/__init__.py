"""Beside the line: how much of what a document says is found, and how much found is not there.

A person annotates documents, one JSON file each (`draft` makes the first version from what the
reader finds, to be corrected by hand):

    {"document": "call.txt", "people": [{"name": "Ingrid Dahl", …}],
     "encounters": [{"kind": "TelephoneCall", "participants": ["Ingrid Dahl", "Amina Otieno"], …}]}

`load` reads them, `score` compares them with a store:

    score(load("gold"), {"call.txt": text}, store).lines["encounters"].f1
"""

from diplograph.evaluation.annotation import Annotation
from diplograph.evaluation.draft import draft
from diplograph.evaluation.files import load, written
from diplograph.evaluation.found import find
from diplograph.evaluation.report import ATTRIBUTES, LINES, Difference, Report, Tally
from diplograph.evaluation.scoring import score
from diplograph.evaluation.told import Told

__all__ = [
    "ATTRIBUTES",
    "LINES",
    "Annotation",
    "Difference",
    "Report",
    "Tally",
    "Told",
    "draft",
    "find",
    "load",
    "score",
    "written",
]
