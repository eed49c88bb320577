"""The way a document goes, from the file to the store, and what comes of it on the way.

build(["press/"], "norway-kenya") finds the files, reads the new and the changed ones, splits
them into items, recognizes who is named and what happened, keeps that in the catalog, tells
who is who over all documents, and describes it in the graph.
"""

from __future__ import annotations

import hashlib
import multiprocessing
import os
import signal
import traceback
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from functools import lru_cache, partial
from importlib import metadata
from itertools import chain, groupby
from pathlib import Path
from tempfile import TemporaryDirectory

from diplograph import documents, identity, interactions, items, readers, store, triples
from diplograph.documents import Columns, Document, File, Unreadable
from diplograph.errors import DiplographError, UsageProblem
from diplograph.identity import Directory, Reading, Resolved, Source
from diplograph.interactions.record import Interaction
from diplograph.items import Item
from diplograph.mentions.model import choose
from diplograph.readers import Asking, Choice, Endpoint, Estimate, Parts, Reader, Replies
from diplograph.store import Store, catalog
from diplograph.store.catalog import Catalog, Counts, Program, Skipped
from diplograph.triples import Quad
from diplograph.vocabulary.files import folder as vocabulary_folder
from diplograph.vocabulary.namespaces import item as item_iri

Progress = Callable[[int, int, str], object]

_BATCH = 20_000  # characters of text that go to a worker at once
_AHEAD = 4  # batches a worker that are read while the first is waited for
_DESCRIBED_AT_ONCE = 200  # items whose graphs are stored in one step


@dataclass(frozen=True, slots=True)
class Report:
    """What a build did, and what the store holds now.

    Of the documents found, `read` were read now and `unchanged` were in the store already;
    `changed` of those read replaced an earlier version, `removed` were pruned. `skipped` is what
    could not be read, `failed` the items that the program, not the document, is to blame for;
    they are among `skipped`, too. `dropped` counts what a language model claimed and the text does
    not bear out, by reason.
    """

    read: int
    unchanged: int
    changed: int
    removed: int
    skipped: tuple[Unreadable, ...]
    failed: tuple[Unreadable, ...]
    store: Counts
    dropped: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Sure:
    """Makes a reader that leaves out what is less certain than `least`."""

    load: Callable[[], Reader]
    least: float

    def __call__(self) -> Reader:
        return partial(_read_surely, self.load(), self.least)


def _read_surely(reader: Reader, least: float, item: Item) -> Parts:
    parts = reader(item)
    return replace(parts, interactions=interactions.surer(parts.interactions, least))


def build(
    paths: Iterable[str],
    store_dir: str | Path,
    *,
    workers: int = 1,
    prune: bool = False,
    model: str | None = None,
    columns: Columns | None = None,
    min_confidence: float = 0.0,
    progress: Progress | None = None,
    reader: Choice = "rules",
    endpoint: Endpoint | None = None,
    load: Callable[[], Reader] | None = None,
) -> Report:
    """Read the documents at `paths` into the store in the folder `store_dir`.

    Files that the store knows and that have not changed are not read again; a changed file
    replaces its items. `prune` removes the documents that are not among `paths`. `columns` names
    the columns of tables, `progress(done, total, identifier)` is called after each file. `reader`
    says who reads; the language model at `endpoint` is asked ahead of the reading, and what it
    answers is kept in the store's folder. What is less certain than `min_confidence` is left out;
    a build with another threshold reads anew. `load` makes any other reader of items; with several
    `workers` it must be picklable.

    What cannot be read is reported, never raised, and keeps what the store had of it. Raises
    `StoreError` before anything is done where the store cannot be written, `UsageProblem` where
    the model is missing, or where pruning by a path without documents would take all of it away,
    `EndpointError` where the language model's server has no answer for anybody.

    >>> build(["graph/documents"], "diplograph-store").skipped  # doctest: +SKIP
    ()
    """
    folder = Path(store_dir)
    load = _Sure(load or readers.choose(reader, model, endpoint, folder), min_confidence)
    program = _program(model, columns, min_confidence, reader, endpoint)
    paths = tuple(paths)
    found = tuple(documents.find(paths))
    with ExitStack() as stack:
        lock = partial(_locked, stack, folder)
        graphs = None if catalog.exists(folder) else lock()
        kept = stack.enter_context(catalog.open(folder))
        tally = _Tally()
        gone = _gone(paths, found, kept) if prune else ()
        news = _news(found, kept, program, tally, progress)
        first = next(news, None)
        if first or gone or not kept.is_complete(program):
            graphs = graphs or lock()
            work = _work(chain([first] if first else [], news), columns)
            work = _asked(work, _asking(stack, reader, endpoint, folder))
            _keep(_recognized(work, load, workers), kept, program, tally)
            _forget(gone, kept)
            _describe(kept, graphs, program, tally)
        return tally.report(len(gone), kept.counts())


def _locked(stack: ExitStack, folder: Path) -> Store:
    return stack.enter_context(store.open(folder, create=True))


def _asking(
    stack: ExitStack, reader: Choice, endpoint: Endpoint | None, folder: Path
) -> Asking | None:
    if reader == "rules" or endpoint is None:
        return None
    return stack.enter_context(Asking(endpoint, folder))


def estimate(
    paths: Iterable[str],
    store_dir: str | Path,
    *,
    model: str | None = None,
    columns: Columns | None = None,
    min_confidence: float = 0.0,
    reader: Choice = "llm",
    endpoint: Endpoint,
) -> Estimate:
    """What `build` with the same arguments will have to ask the language model; nothing is sent.

    Standard input is left out: it can be read but once.
    """
    folder, program = Path(store_dir), _program(model, columns, min_confidence, reader, endpoint)
    found = tuple(documents.find(path for path in paths if path != "-"))
    with ExitStack() as stack:
        known = catalog.exists(folder)
        kept = stack.enter_context(catalog.open(folder)) if known else None
        work = _work(_news(found, kept, program, _Tally()), columns)
        every = (item for part in work for item in part.items)
        return readers.estimate(every, endpoint.model, Replies(folder))


def trace(
    path: str,
    *,
    model: str | None = None,
    columns: Columns | None = None,
    reader: Choice = "rules",
    endpoint: Endpoint | None = None,
    load: Callable[[], Reader] | None = None,
) -> Iterator[Reading | Unreadable]:
    """What each step makes of the documents at `path`, without a store.

    Yields a `Reading` with the item's text for each item, and what cannot be read.
    """
    with ExitStack() as stack:
        folder = Path(stack.enter_context(TemporaryDirectory()))
        load = load or readers.choose(reader, model, endpoint, folder)
        asking = _asking(stack, reader, endpoint, folder)
        for file in documents.find([path]):
            content = _fetched(file)
            document = content if isinstance(content, Skipped) else _document(*content, columns)
            if isinstance(document, Skipped):
                yield document.shown
                continue
            source = _source(document)
            single = (_Work(source, (item,)) for item in items.split(document))
            for part in _asked(single, asking):
                yield from _traced(part, load)


def _traced(part: _Work, load: Callable[[], Reader]) -> Iterator[Reading | Unreadable]:
    yield from (note.shown for note in part.noted)
    for outcome in _read(load, part):
        if isinstance(outcome, Skipped):
            yield outcome.shown
        elif isinstance(outcome, Reading):
            yield replace(outcome, item=part.items[0])


# find: which files are new or changed


@dataclass(slots=True)
class _Tally:
    read: int = 0
    unchanged: int = 0
    changed: int = 0
    skipped: list[Skipped] = field(default_factory=list)
    dropped: Counter[str] = field(default_factory=Counter)

    def report(self, removed: int, counts: Counts) -> Report:
        skipped = tuple(one.shown for one in self.skipped)
        failed = tuple(one.shown for one in self.skipped if one.failed)
        return Report(
            self.read,
            self.unchanged,
            self.changed,
            removed,
            skipped,
            failed,
            counts,
            dict(sorted(self.dropped.items())),
        )


@dataclass(frozen=True, slots=True)
class _New:
    file: File
    content: bytes
    digest: str


def _news(
    found: tuple[File | Unreadable, ...],
    kept: Catalog | None,
    program: Program,
    tally: _Tally,
    progress: Progress | None = None,
) -> Iterator[_New]:
    """The files that must be read, without a catalog all; the others are counted."""
    for done, file in enumerate(found, start=1):
        content = _fetched(file)
        if isinstance(content, Skipped):
            tally.skipped.append(content)
        elif new := _if_changed(*content, kept, program):
            yield new
        elif kept:
            tally.skipped += kept.skipped(file.identifier)
            tally.unchanged += kept.is_known(file.identifier)
        if progress:
            progress(done, len(found), file.identifier)


def _fetched(file: File | Unreadable) -> tuple[File, bytes] | Skipped:
    if isinstance(file, Unreadable):
        return _unreadable(file)
    content = documents.fetch(file)
    return _unreadable(content) if isinstance(content, Unreadable) else (file, content)


def _unreadable(unreadable: Unreadable) -> Skipped:
    return Skipped(unreadable.identifier, unreadable.reason)


def _if_changed(file: File, content: bytes, kept: Catalog | None, program: Program) -> _New | None:
    digest = hashlib.sha256(content).hexdigest()
    if kept and kept.is_unchanged(file.identifier, digest, program):
        return None
    return _New(file, content, digest)


def _gone(
    paths: tuple[str, ...], found: tuple[File | Unreadable, ...], kept: Catalog
) -> tuple[str, ...]:
    """The documents of the store that are not among the files found.

    A folder that cannot be looked into, or is empty all at once (a wrong path, a disk that is not
    mounted), would take all its documents away: then nothing is pruned.
    """
    given = {file.identifier for file in found}
    gone = tuple(name for name in kept.identifiers() if name not in given)
    emptied = {name.partition("/")[0] for name in gone}
    for file in found:
        if isinstance(file, Unreadable) and _hides_documents(file.identifier, paths, emptied):
            raise UsageProblem(
                f"{file.identifier}: {file.reason} Pruning would remove what was read from there. "
                "Correct the path, or build without pruning."
            )
    return gone


def _hides_documents(shown: str, paths: tuple[str, ...], emptied: set[str]) -> bool:
    if os.path.isabs(shown) or shown in emptied:
        return True
    return shown in paths and not os.path.lexists(shown)


# read and split: from files to items


@dataclass(frozen=True, slots=True)
class _Refused:
    """A file of which nothing could be read."""

    skipped: Skipped
    digest: str


@dataclass(frozen=True, slots=True)
class _Work:
    """Some items of one file, in order; `noted` is what of it could not be read."""

    file: Source | _Refused
    items: tuple[Item, ...] = ()
    noted: tuple[Skipped, ...] = ()


def _work(news: Iterable[_New], columns: Columns | None) -> Iterator[_Work]:
    """The items of the files, in batches of one file each."""
    for new in news:
        document = _document(new.file, new.content, columns)
        if isinstance(document, Skipped):
            yield _Work(_Refused(document, new.digest))
            continue
        source = _source(document)
        yield _Work(source, noted=tuple(Skipped(source.identifier, p) for p in document.problems))
        try:
            for batch in _batches(items.split(document)):
                yield _Work(source, batch)
        except Exception as error:
            yield _Work(source, noted=(_fault(source.identifier, error),))


def _document(file: File, content: bytes, columns: Columns | None) -> Document | Skipped:
    try:
        document = documents.read(file, content, columns)
    except Exception as error:
        return _fault(file.identifier, error)
    return _unreadable(document) if isinstance(document, Unreadable) else document


def _source(document: Document) -> Source:
    return Source(
        document.identifier,
        document.digest,
        document.media_type,
        document.title,
        document.publisher,
        document.link,
        document.language,
    )


def _batches(items: Iterable[Item]) -> Iterator[tuple[Item, ...]]:
    batch: list[Item] = []
    for item in items:
        batch.append(item)
        if sum(len(one.text) for one in batch) >= _BATCH:
            yield tuple(batch)
            batch = []
    if batch:
        yield tuple(batch)


def _asked(work: Iterable[_Work], asking: Asking | None) -> Iterator[_Work]:
    """The work, each piece once the language model was asked about its items.

    What it has no answer for is noted, to be asked again by the next build.
    """
    if asking is None:
        yield from work
        return
    for part, unanswered in asking.ahead(work, lambda part: part.items):
        notes = tuple(_unanswered(item, reason) for item, reason in unanswered)
        yield replace(part, noted=(*part.noted, *notes))


def _unanswered(item: Item, reason: str) -> Skipped:
    told = f"The language model did not read it: {reason}. Build again to try again."
    return Skipped(item.document, told, f"item {item.number}", again=True)


# mentions and interactions: from items to readings


@dataclass(frozen=True, slots=True)
class _Dropped:
    """What a language model claimed in vain, by reason."""

    counts: Mapping[str, int]


_Outcome = Reading | Skipped | _Dropped
_Done = tuple[Source | _Refused, tuple[_Outcome, ...]]


def _recognized(work: Iterable[_Work], load: Callable[[], Reader], workers: int) -> Iterator[_Done]:
    """What each piece of `work` says, in order, read here or by `workers` processes."""
    if workers == 1:
        for part in work:
            yield part.file, (*part.noted, *_read(load, part))
        return
    with _pool(workers) as pool:
        waiting: deque[tuple[_Work, Future[tuple[_Outcome, ...]]]] = deque()
        for part in work:
            waiting.append((part, pool.submit(_read, load, part)))
            if len(waiting) > _AHEAD * workers:
                yield _finished(*waiting.popleft())
        while waiting:
            yield _finished(*waiting.popleft())


def _finished(part: _Work, future: Future[tuple[_Outcome, ...]]) -> _Done:
    return part.file, (*part.noted, *future.result())


@contextmanager
def _pool(workers: int) -> Iterator[ProcessPoolExecutor]:
    # Spawned, not forked: a copy of a process with threads and open stores may hang.
    pool = ProcessPoolExecutor(
        workers,
        mp_context=multiprocessing.get_context("spawn"),
        initializer=signal.signal,
        initargs=(signal.SIGINT, signal.SIG_IGN),  # Ctrl-C is for the process that was called
    )
    try:
        yield pool
    except BrokenProcessPool as error:
        raise DiplographError(
            "A worker process was ended from outside, often for want of memory. What was read "
            "before is kept: build again with fewer workers to go on from there."
        ) from error
    finally:
        pool.shutdown(cancel_futures=True)


# A worker makes its reader when it gets the first item, so that an error reaches the user.
# One only: a process that reads with several models need not hold them all.
@lru_cache(maxsize=1)
def _made(load: Callable[[], Reader]) -> Reader:
    return load()


def _read(load: Callable[[], Reader], part: _Work) -> tuple[_Outcome, ...]:
    if not part.items or isinstance(part.file, _Refused):
        return ()
    reader, source = _made(load), part.file
    return tuple(chain.from_iterable(_outcomes(reader, source, item) for item in part.items))


def _outcomes(reader: Reader, source: Source, item: Item) -> Iterator[_Outcome]:
    """The reading of one item; where the reader breaks, one that says nothing, and why."""
    try:
        parts = reader(item)
        yield _reading(source, item, parts)
        if parts.dropped:
            yield _Dropped(parts.dropped)
    except Exception as error:
        yield _reading(source, item, Parts((), (), (), ()))
        yield _fault(source.identifier, error, f"item {item.number}")


def _fault(identifier: str, error: Exception, place: str = "") -> Skipped:
    """What is left out because the program broke; an error that the user can mend is raised."""
    if isinstance(error, DiplographError):
        raise error
    frame = traceback.extract_tb(error.__traceback__)[-1]
    reason = (
        f"The program failed here ({type(error).__name__}: {error}; "
        f"{Path(frame.filename).name}, line {frame.lineno}). The rest is kept; please report this."
    )
    return Skipped(identifier, reason, place, failed=True)


def _reading(source: Source, item: Item, parts: Parts) -> Reading:
    exact = {span: _words(item, span) for span in _spans(parts)}
    _check_keys(parts)
    return Reading(
        source,
        replace(item, text=""),
        parts.entities,
        parts.mentions,
        parts.tenures,
        parts.interactions,
        exact,
    )


def _spans(parts: Parts) -> Iterator[tuple[int, int]]:
    yield from ((tenure.start, tenure.end) for tenure in parts.tenures)
    for interaction in parts.interactions:
        yield from interaction.evidence


def _words(item: Item, span: tuple[int, int]) -> str:
    start, end = span
    if not item.start <= start < end <= item.end:
        raise ValueError(f"the evidence {span} lies outside the item")
    return item.text[start - item.start : end - item.start]


def _check_keys(parts: Parts) -> None:
    known = {entity.key for entity in parts.entities}
    for key in chain(
        (mention.entity for mention in parts.mentions if mention.kind not in ("Date", "Office")),
        (tenure.holder for tenure in parts.tenures),
        *(_keys(interaction) for interaction in parts.interactions),
    ):
        if key not in known:
            raise ValueError(f"{key!r} is named but is no entity of the item")


def _keys(interaction: Interaction) -> Iterator[str]:
    yield from (role.entity for role in interaction.roles)
    yield from (*interaction.parties, *interaction.topics, *interaction.instruments)
    yield from (interaction.place,) if interaction.place else ()


# the catalog


def _keep(done: Iterable[_Done], kept: Catalog, program: Program, tally: _Tally) -> None:
    for file, parts in groupby(done, key=lambda part: part[0]):
        if isinstance(file, _Refused):
            kept.put_unreadable(file.skipped, file.digest, program)
            tally.skipped.append(file.skipped)
        else:
            tally.read += 1
            tally.changed += kept.is_known(file.identifier)
            outcomes = chain.from_iterable(outcomes for _, outcomes in parts)
            skipped = kept.put(file, program, _counted(outcomes, tally))
            tally.skipped += skipped
            if any(one.again for one in skipped):
                kept.look_again(file.identifier)


def _counted(outcomes: Iterable[_Outcome], tally: _Tally) -> Iterator[Reading | Skipped]:
    for one in outcomes:
        if isinstance(one, _Dropped):
            tally.dropped.update(one.counts)
        else:
            yield one


def _forget(gone: Iterable[str], kept: Catalog) -> None:
    for identifier in gone:
        kept.forget(identifier)


# identity, triples and store


@dataclass(frozen=True, slots=True)
class _Described:
    """One item with its quads; `fault` says why they tell of nothing but the item itself."""

    resolved: Resolved
    quads: list[Quad]
    fault: Skipped | None = None


def _describe(kept: Catalog, graphs: Store, program: Program, tally: _Tally) -> None:
    """Bring the graphs up to date with the catalog; what was cut off earlier is made up for.

    The graphs are on the disk before the catalog says so: a machine that stops loses nothing.
    """
    kept.outdate(program)
    graphs.remove(kept.stale())
    graphs.flush()
    kept.forget_stale()
    directory = identity.directory(kept.shared())
    while readings := kept.to_describe(_DESCRIBED_AT_ONCE):
        described = [_described(reading, directory) for reading in readings]
        quads = chain.from_iterable(one.quads for one in described)
        graphs.replace(map(_graph, readings), quads)
        graphs.flush()
        _note_faults(described, kept, tally)
        kept.mark_described((one.resolved for one in described), directory)
    _describe_shared(kept, graphs, directory)
    graphs.flush()
    kept.mark_complete()


def _described(reading: Reading, directory: Directory) -> _Described:
    """One item, resolved and in quads; where that breaks, the item without what it says."""
    try:
        resolved = identity.resolve(reading, directory)
        return _Described(resolved, triples.describe(resolved))
    except Exception as error:
        fault = _fault(reading.source.identifier, error, f"item {reading.item.number}")
        bare = identity.resolve(_bare(reading), directory)
        return _Described(bare, triples.describe(bare), fault)


def _bare(reading: Reading) -> Reading:
    item = replace(reading.item, issued=None)
    return Reading(reading.source, item, (), (), (), (), {})


def _note_faults(described: Iterable[_Described], kept: Catalog, tally: _Tally) -> None:
    for fault in (one.fault for one in described if one.fault):
        kept.note_failed(fault)
        if fault not in tally.skipped:  # an unchanged file's faults are told already
            tally.skipped.append(fault)


def _graph(reading: Reading) -> str:
    return item_iri(reading.source.identifier, reading.item.number)


def _describe_shared(kept: Catalog, graphs: Store, directory: Directory) -> None:
    """Write the graphs that belong to no item: who everyone is, who read what, what terms mean."""
    quads = chain(
        triples.describe_actors(kept.named(directory)),
        *(triples.describe_run(program, items) for program, items in kept.programs()),
        triples.describe_vocabulary(),
    )
    graphs.replace((triples.ACTORS, triples.PROVENANCE, triples.VOCABULARY), quads)


# the program


def _program(
    model: str | None,
    columns: Columns | None,
    min_confidence: float,
    reader: Choice,
    endpoint: Endpoint | None,
) -> Program:
    chosen = choose(model)
    return Program(
        metadata.version("diplograph"),
        chosen,
        _version(chosen),
        _vocabulary(),
        f"{columns or Columns()}, min_confidence={min_confidence:g}",
        reader,
        endpoint.model if endpoint and reader != "rules" else "",
    )


def _version(package: str) -> str:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return "unknown"  # a model that was copied into place, not installed


def _vocabulary() -> str:
    """The digest of the vocabulary's files."""
    total = hashlib.sha256()
    root = vocabulary_folder("ontology")
    for path in sorted(path for path in root.rglob("*") if path.is_file()):
        total.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes())
    return total.hexdigest()
