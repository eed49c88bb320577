"""What reading documents costs beside spaCy alone, bare `nlp.pipe` with the whole model.

    python benchmarks/reader.py press/ --sample 300

Both go over the same items, in turns, each with a pipeline of its own: spaCy at its default batch
size, and the reader from an item to its interactions. Prints the memory that the reader has needed
after each fifth of the items; what a whole build takes, from the same texts as files to the store;
CPU seconds and characters a second of spaCy and the reader, and the ratio of their times (the
median of the rounds).

`--sample` takes so many items at random, by a fixed seed, from each file or folder in the folder
given; without a folder the sample documents of this repository are read over and over.
"""

from __future__ import annotations

import argparse
import random
import resource
import statistics
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import chain, islice, repeat
from pathlib import Path

from diplograph import items, mentions, pipeline
from diplograph.documents import Document, File, fetch, find, read
from diplograph.items import Item
from diplograph.readers import Rules

SAMPLES = Path(__file__).parents[1] / "graph" / "documents"
LONGEST = 100_000  # characters that spaCy gets as one text; it refuses a million
BLOCK = 50  # items after which the other one takes its turn
REPEATED = 10  # times that the sample documents are read


def main() -> None:
    """Run the benchmark and print its table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path, nargs="?", help="a folder of documents")
    parser.add_argument("--sample", type=int, help="items from each file or folder in it")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--no-build", action="store_true", help="leave out the whole build")
    asked = parser.parse_args()
    measured = chosen(asked.folder, asked.sample)
    characters = sum(len(item.text) for item in measured)
    print(f"{'items':12} {len(measured):>12,}\n{'characters':12} {characters:>12,}")
    memory(measured)
    if not asked.no_build:
        with tempfile.TemporaryDirectory() as scratch:
            build(measured, Path(scratch), characters)
    speed(measured, asked.rounds, characters)


def chosen(folder: Path | None, sample: int | None) -> list[Item]:
    """The items to read, in a random but fixed order."""
    chance = random.Random(1)
    parts: dict[str, list[Item]] = defaultdict(list)
    for part, item in found(folder or SAMPLES):
        parts[part].append(item)
    taken = [
        item
        for _, own in sorted(parts.items())
        for item in (chance.sample(own, min(sample, len(own))) if sample else own)
    ]
    chance.shuffle(taken)
    return taken if folder else list(chain.from_iterable(repeat(taken, REPEATED)))


def found(folder: Path) -> Iterator[tuple[str, Item]]:
    """Every item below a folder, with the file or folder directly in it that it comes from."""
    for file in find([str(folder)]):
        if not isinstance(file, File) or not isinstance(content := fetch(file), bytes):
            continue
        if isinstance(document := read(file, content), Document):
            part = Path(document.identifier).parts[1]
            yield from ((part, item) for item in items.split(document))


def memory(measured: Sequence[Item]) -> None:
    """Read everything once; print the peak of the process's memory after each fifth.

    The longest item comes first: what it needs must not look like growth.
    """
    reader = Rules()()
    reader(max(measured, key=lambda item: len(item.text)))
    print(f"{'MB at start':12} {peak():>12,.0f}", flush=True)
    todo = iter(measured)
    for fifth in range(1, 6):
        for item in islice(todo, -(-len(measured) // 5)):
            reader(item)
        print(f"{f'MB at {fifth}/5':12} {peak():>12,.0f}", flush=True)


def peak() -> float:
    """The most memory that this process has had, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def speed(measured: Sequence[Item], rounds: int, characters: int) -> None:
    """Time both in turns; print the median of the rounds."""
    bare, ours = spacy_alone(), whole_reader()
    times = [one_round(measured, bare, ours) for _ in range(rounds)]
    for name, each in zip(("spaCy alone", "reader"), zip(*times, strict=True), strict=True):
        seconds = statistics.median(each)
        print(f"{name:12} {seconds:>12,.2f} s {characters / seconds:>12,.0f} characters/s")
    ratios = [ours_ / theirs for theirs, ours_ in times]
    low, high = min(ratios), max(ratios)
    print(
        f"{'ratio':12} {statistics.median(ratios):>12.2f}   ({low:.2f} to {high:.2f})", flush=True
    )


Step = Callable[[Sequence[Item]], None]


def one_round(measured: Sequence[Item], bare: Step, ours: Step) -> tuple[float, float]:
    """CPU seconds of each over all items, block by block so that both meet the same machine."""
    total = [0.0, 0.0]
    for at in range(0, len(measured), BLOCK):
        block = measured[at : at + BLOCK]
        for n, step in enumerate((bare, ours)):
            start = time.process_time()
            step(block)
            total[n] += time.process_time() - start
    return total[0], total[1]


def spacy_alone() -> Step:
    """SpaCy over the items' texts, with all its components."""
    pipe = mentions.load().language.pipe

    def run(block: Sequence[Item]) -> None:
        for _ in pipe(chain.from_iterable(pieces(item.text) for item in block)):
            pass

    return run


def pieces(text: str) -> Iterator[str]:
    """A text in parts that spaCy takes."""
    return (text[at : at + LONGEST] for at in range(0, len(text), LONGEST))


def whole_reader() -> Step:
    """The built-in reader, item by item, from the text to its interactions."""
    reader = Rules()()

    def run(block: Sequence[Item]) -> None:
        for item in block:
            reader(item)

    return run


def build(measured: Sequence[Item], scratch: Path, characters: int) -> None:
    """Time a whole build of the same texts, as one file each."""
    folder = scratch / "documents"
    folder.mkdir()
    for number, item in enumerate(measured):
        (folder / f"{number:06}.txt").write_text(item.text, encoding="utf-8")
    start = time.process_time()
    report = pipeline.build([str(folder)], scratch / "store")
    seconds = time.process_time() - start
    print(f"{'build':12} {seconds:>12,.2f} s {characters / seconds:>12,.0f} characters/s")
    print(f"{'interactions':12} {sum(report.store.interactions.values()):>12,}")
    print(f"{'MB at end':12} {peak():>12,.0f}", flush=True)


if __name__ == "__main__":
    main()
