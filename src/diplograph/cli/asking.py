"""The commands that ask the store: `query`, `show`, `stats`."""

from __future__ import annotations

import re
import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click
from rdflib import URIRef

from diplograph.cli import options, output
from diplograph.errors import UsageProblem
from diplograph.vocabulary import questions
from diplograph.vocabulary.namespaces import PREFIXES

if TYPE_CHECKING:
    from diplograph.cli.dossier import Dossier, Fact
    from diplograph.store import Solutions, Term

_FORMATS = ["table", "json", "csv", "tsv", "xml", "turtle", "ntriples", "jsonld", "rdfxml"]

_SPARQL = re.compile(r"\{|^\s*(SELECT|CONSTRUCT|ASK|DESCRIBE|PREFIX|BASE)\s", re.IGNORECASE)


@click.command()
@click.argument("question", required=False)
@options.store
@click.option("--format", "form", type=click.Choice(_FORMATS), help="Default: table, or turtle.")
@click.option("--list", "listing", is_flag=True, help="Show the saved questions and stop.")
@click.option("--text", is_flag=True, help="Show the SPARQL of a saved question and stop.")
def query(question: str | None, store: Path, form: str | None, listing: bool, text: bool) -> None:
    """Answer a question about the store.

    QUESTION is SPARQL, the name of a saved question, a file, or - for standard input.

    The prefixes dip:, dipc:, dipr:, skos:, oa: and the other usual ones need not be declared.
    What several documents say is found once for each of them, so use DISTINCT.

    \b
    Example:
      diplograph query --list
      diplograph query who-met-whom --format csv > contacts.csv
      diplograph query 'SELECT DISTINCT ?name { ?who a dip:Person ; skos:prefLabel ?name }'
    """
    if listing:
        output.table(("name", "question"), ((q.name, q.question) for q in questions.saved()))
        return
    if question is None:
        raise click.UsageError("Give a question, or --list to see the saved ones.")
    sparql = _sparql(question)
    if text:
        click.echo(sparql, nl=False)
        return
    _answer(store, sparql, form)


def _sparql(question: str) -> str:
    """The SPARQL that `question` means."""
    if question == "-":
        return _decoded(sys.stdin.buffer.read(), "Standard input")
    if _SPARQL.search(question):
        return question
    named = {saved.name: saved.query for saved in questions.saved()}
    if question in named:
        return named[question]
    return _file(question, named)


def _file(question: str, named: dict[str, str]) -> str:
    path = Path(question)
    if not path.is_file():
        raise UsageProblem(
            f"'{question}' is no saved question, no file and no SPARQL.{_close(question, named)} "
            "See the saved questions with: diplograph query --list"
        )
    return _decoded(path.read_bytes(), question)


def _decoded(content: bytes, where: str) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UsageProblem(f"{where} is not UTF-8 text ({error}). Save it as UTF-8.") from error


def _close(question: str, named: dict[str, str]) -> str:
    from rapidfuzz import process

    found = process.extract(question, list(named), limit=3, score_cutoff=60)
    return f" Did you mean {' or '.join(name for name, *_ in found)}?" if found else ""


def _answer(folder: Path, sparql: str, form: str | None) -> None:
    from diplograph import store as stores

    with stores.open(folder, read_only=True) as opened:
        answer = opened.query(sparql)
        if form in (None, "table") and not isinstance(answer, stores.Triples):
            _print(answer)
        else:
            sys.stdout.buffer.write(stores.serialize(answer, form or "turtle"))
            sys.stdout.buffer.flush()


def _print(answer: Solutions | bool) -> None:
    if isinstance(answer, bool):
        click.echo("yes" if answer else "no")
        return
    rows = [[_short(term) for term in row] for row in answer.rows]
    output.table(answer.variables, rows)
    output.say(f"{len(rows)} rows" if len(rows) != 1 else "1 row")


def _short(term: Term | None) -> str:
    """A term for a person to read: the longest known namespace becomes its prefix."""
    if not isinstance(term, URIRef):
        return "" if term is None else str(term)
    fitting = [(len(base), name) for name, base in PREFIXES.items() if term.startswith(base)]
    if not fitting:
        return str(term)
    length, name = max(fitting)
    return f"{name}:{term[length:]}"


@click.command()
@click.argument("actor")
@options.store
@click.option("--limit", type=click.IntRange(min=1), default=20, show_default=True)
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True
)
def show(actor: str, store: Path, limit: int, form: str) -> None:
    """What is known of ACTOR.

    Names, offices, and what they did, newest first, with the sentence that says so.

    \b
    Example:
      diplograph show Norway --limit 5
    """
    from diplograph import network
    from diplograph import store as stores
    from diplograph.cli import dossier

    with stores.open(store, read_only=True) as opened:
        found = dossier.compile(opened, network.find_actor(opened, actor), limit)
    if form == "json":
        output.document(asdict(found))
    else:
        _tell(found)


def _tell(dossier: Dossier) -> None:
    click.echo(f"{dossier.name}  ({dossier.kind})")
    click.echo(f"  {dossier.iri}")
    for label, values in (
        ("also", dossier.forms),
        ("offices", dossier.offices),
        ("represents", dossier.represents),
        ("same as", dossier.same_as),
    ):
        if values:
            click.echo(f"  {label}: {'; '.join(values)}")
    click.echo(f"\n{dossier.count} interactions, the newest {len(dossier.facts)}:")
    for fact in dossier.facts:
        _tell_fact(fact)


def _tell_fact(fact: Fact) -> None:
    said = f" ({fact.speech_act})" if fact.speech_act else ""
    modality = "" if fact.modality in ("", "actual") else f", {fact.modality}"
    click.echo(f"\n  {fact.date or 'undated'}  {fact.kind}{said}{modality}")
    if fact.others:
        click.echo(f"      with {', '.join(fact.others)}")
    click.echo(f"      “{' '.join(fact.sentence.split())}”")
    click.echo(f"      {fact.document}, characters {fact.start}–{fact.end}")


@click.command()
@options.store
@click.option(
    "--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True
)
def stats(store: Path, form: str) -> None:
    """How much is in the store.

    \b
    Example:
      diplograph stats
    """
    from diplograph import store as stores
    from diplograph.cli import dossier

    with stores.open(store, read_only=True) as opened:
        counts = dossier.counts(opened)
    if form == "json":
        output.document(counts)
    else:
        output.table(("what", "how many"), counts.items())
