"""An annotated document of two sentences, that `tests/tiny.trig` tells of, too."""

from __future__ import annotations

from typing import Any

import pytest

CALL = "Ingrid Dahl called Kenya's Amina Otieno on 14 March 2025."
TALKS = "Otieno met an Egyptian team in <April>."


@pytest.fixture
def text() -> str:
    """The document."""
    return f"{CALL}\n{TALKS}"


@pytest.fixture
def content() -> dict[str, Any]:
    """Its annotation as JSON holds it; a test changes what it is about."""
    return {
        "document": "calls.txt",
        "items": [{"id": "1", "title": None, "issued": None, "first_words": "Ingrid Dahl called"}],
        "people": [
            {"name": "Ingrid Dahl", "aliases": [], "offices": []},
            {
                "name": "Amina Otieno",
                "aliases": ["Otieno"],
                "offices": [{"title": "Foreign Minister", "of": "Republic of Kenya"}],
            },
        ],
        "encounters": [
            {
                "item": "1",
                "kind": "TelephoneCall",
                "modality": "actual",
                "participants": ["Ingrid Dahl", "Amina Otieno"],
                "parties": ["Norway", "Kenya"],
                "begin": "2025-03-14",
                "end": None,
                "place": None,
                "topics": [],
                "instruments": [],
                "evidence": [CALL],
            },
            {
                "item": "1",
                "kind": "Meeting",
                "modality": "actual",
                "participants": ["Amina Otieno", "Egypt"],
                "parties": ["Kenya", "Egypt"],
                "begin": "2025-04",
                "end": None,
                "place": None,
                "topics": [],
                "instruments": [],
                "evidence": [TALKS],
            },
        ],
        "statements": [],
        "deeds": [],
    }
