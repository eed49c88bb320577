"""Time from a store of many interactions to a network, its rankings and its page.

    python benchmarks/network.py --actors 2000 --interactions 20000

Prints seconds for each step, the size of the page, and the peak memory of the process. The
interactions are invented: few actors take part in many, most in few, as in real ones.
"""

from __future__ import annotations

import argparse
import random
import resource
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from diplograph import html, network, store
from diplograph.vocabulary.namespaces import PREFIXES
from diplograph.vocabulary.namespaces import resource as minted

KINDS = ("Meeting", "Visit", "TelephoneCall", "Conference", "AgreementAct", "Assistance")


def main() -> None:
    """Run the benchmark and print its table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--actors", type=int, default=2_000)
    parser.add_argument("--interactions", type=int, default=20_000)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        measure(Path(folder), asked.actors, asked.interactions)


def measure(folder: Path, actors: int, interactions: int) -> None:
    """Build the invented store in `folder` and time each step over it."""
    (folder / "world.nq").write_text("\n".join(world(actors, interactions)), encoding="utf-8")
    with store.open(folder / "store", create=True) as opened:
        with timed("load"):
            opened.load(folder / "world.nq")
        with timed("project"):
            graph = network.project(opened)
    for measure_name in ("degree", "pagerank", "betweenness"):
        with timed(measure_name):
            network.rank(graph, measure_name)
    with timed("page"):
        page = html.page(graph)
    print(f"{'actors':12} {len(graph):>9,}\n{'ties':12} {graph.number_of_edges():>9,}")
    print(f"{'page MB':12} {len(page) / 1e6:>9.1f}")
    print(f"{'peak MB':12} {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:>9.0f}")


@contextmanager
def timed(step: str) -> Iterator[None]:
    """Print how many seconds the block takes."""
    start = time.perf_counter()
    yield
    print(f"{step:12} {time.perf_counter() - start:>9.2f} s", flush=True)


def world(actors: int, interactions: int) -> Iterator[str]:
    """The N-Quads of an invented world."""
    chance = random.Random(1)
    people = [minted("actor", f"person-{number}") for number in range(actors)]
    for number, person in enumerate(people):
        graph = minted("graph", "actors")
        yield quad(person, "rdf:type", f"<{PREFIXES['dip']}Person>", graph)
        yield quad(person, "skos:prefLabel", f'"Person Number {number}"@en', graph)
    for number in range(interactions):
        size = chance.choice((2, 2, 2, 3, 5))
        present = {people[int(actors * chance.random() ** 3)] for _ in range(size)}
        yield from interaction(number, sorted(present), chance)


def interaction(number: int, present: list[str], chance: random.Random) -> Iterator[str]:
    """One interaction in an item of its own, with its evidence."""
    here, item = minted("interaction", str(number)), minted("item", str(number))
    proof, selector = minted("evidence", str(number)), minted("selector", str(number))
    date = f"{chance.randint(2000, 2025)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
    day = f'"{date}"^^<{PREFIXES["xsd"]}date>'
    facts = [
        (here, "rdf:type", f"<{PREFIXES['dip']}{chance.choice(KINDS)}>"),
        (here, "dip:modality", f"<{PREFIXES['dipc']}actual>"),
        *((here, "dip:participant", f"<{person}>") for person in present),
        *((here, f"dip:{date}", day) for date in ("begin", "earliest", "latest")),
        (here, "dip:evidence", f"<{proof}>"),
        (proof, "oa:hasSource", f"<{item}>"),
        (proof, "oa:hasSelector", f"<{selector}>"),
        (selector, "oa:start", f'"{number}"^^<{PREFIXES["xsd"]}integer>'),
        (selector, "oa:end", f'"{number + 60}"^^<{PREFIXES["xsd"]}integer>'),
        (selector, "oa:exact", f'"They met for talks about question number {number}."'),
        (item, "dip:inDocument", f"<{minted('document', str(number))}>"),
        (minted("document", str(number)), "dcterms:identifier", f'"press/{number}.txt"'),
    ]
    yield from (quad(*fact, item) for fact in facts)


def quad(subject: str, predicate: str, value: str, graph: str) -> str:
    """One line of N-Quads; `predicate` is a prefixed name."""
    prefix, name = predicate.split(":")
    return f"<{subject}> <{PREFIXES[prefix]}{name}> {value} <{graph}> ."


if __name__ == "__main__":
    main()
