"""The sample documents show every format and kind of page, and all of them can be read."""

from __future__ import annotations

from pathlib import Path

import pytest

from diplograph import documents, items

SAMPLES = Path(__file__).parents[2] / "graph" / "documents"

# Articles in the documents that hold more than one.
ARTICLES = {
    "2025-01-30-embassy-of-kenya-oslo.txt": 6,
    "2025-03-31-european-press-feed.xml": 3,
    "2025-06-20-contact-group-readouts.csv": 5,
    "2025-09-23-general-assembly-margins.jsonl": 3,
    "2025-10-14-tag-archive-abyei.txt": 5,
}


@pytest.mark.parametrize("name", sorted(path.name for path in SAMPLES.iterdir()))
def test_sample_is_read_whole(name: str) -> None:
    """Every sample is read without a complaint and gives the articles a reader counts."""
    [file] = documents.find([str(SAMPLES / name)])
    assert isinstance(file, documents.File)
    content = documents.fetch(file)
    assert isinstance(content, bytes)
    document = documents.read(file, content)
    assert isinstance(document, documents.Document)
    assert document.problems == ()
    assert len(list(items.split(document))) == ARTICLES.get(name, 1)


def test_samples_show_every_format() -> None:
    """A user finds an example of each kind of file that can be read."""
    suffixes = {path.suffix for path in SAMPLES.iterdir()}
    assert suffixes == {".csv", ".docx", ".html", ".jsonl", ".md", ".pdf", ".txt", ".xml"}
