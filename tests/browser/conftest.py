"""A real browser, without a network connection."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import networkx as nx
import pytest
from playwright import sync_api

from diplograph import html
from diplograph.network import Contact, Sentence

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def chromium() -> Iterator[sync_api.Browser]:
    """The system's Chromium; a machine without one skips these tests, but CI fails."""
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    if not found and os.environ.get("CI") == "true":
        pytest.fail("Chromium is missing: CI must open the page in a real browser.")
    if not found:
        pytest.skip("Chromium is not installed.")
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=ARGUMENTS)
        yield browser
        browser.close()


@dataclass
class Opened:
    """A page in the browser, and what it complained of or asked for beyond its own file."""

    page: sync_api.Page
    file: Path
    complaints: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    def click(self, spot: dict[str, float]) -> None:
        """Click where the drawing has something."""
        self.page.mouse.click(spot["x"], spot["y"])

    def panel(self) -> str:
        """The text of the side panel, once it is there."""
        self.page.wait_for_selector("#panel:not([hidden])")
        return self.page.inner_text("#panel")


@pytest.fixture
def opened(chromium: sync_api.Browser, tmp_path: Path) -> Iterator[Callable[..., Opened]]:
    """Opens the page of a graph from a file, offline, and watches it."""
    contexts = []

    def open_page(graph: nx.Graph[str], **options: object) -> Opened:
        file = tmp_path / "page.html"
        html.write(graph, file, title="Talks")
        context = chromium.new_context(offline=True, **options)
        contexts.append(context)
        return _watched(context.new_page(), file)

    yield open_page
    for context in contexts:
        context.close()


def _watched(page: sync_api.Page, file: Path) -> Opened:
    watched = Opened(page, file)
    page.on("console", lambda message: watched.complaints.append(message.text))
    page.on("pageerror", lambda error: watched.complaints.append(str(error)))
    page.on("dialog", lambda dialog: (watched.complaints.append("dialog"), dialog.dismiss()))
    page.on("request", lambda request: watched.requests.append(request.url))
    page.goto(file.as_uri())
    page.wait_for_function("window.diplograph !== undefined")
    return watched


@pytest.fixture
def talks() -> nx.Graph[str]:
    """Dahl met Otieno, and visited Haddad."""
    return drawn("Ingrid Dahl", "Amina Otieno", "Samir Haddad", words="They met in Oslo.")


def drawn(hub: str, *others: str, words: str) -> nx.Graph[str]:
    """One hub that met all others, on successive days, with `words` in every text field."""
    graph: nx.Graph[str] = nx.Graph()
    for number, name in enumerate((hub, *others)):
        graph.add_node(
            f"https://example.org/{number}",
            name=name, kind="Person", state=words, wikidata=words, offices=(words,),
        )  # fmt: skip
    for number in range(1, len(others) + 1):
        ends = ("https://example.org/0", f"https://example.org/{number}")
        graph.add_edge(*ends, weight=1, interactions=(_contact(number, ends, words),))
    return graph


def _contact(number: int, ends: tuple[str, ...], words: str) -> Contact:
    day = f"2025-03-{10 + number}"
    return Contact(
        f"https://example.org/contact/{number}", "Meeting", "Encounter", "actual", ends,
        begin=day, earliest=day, latest=day, place=words, speech_act=words,
        sentences=(Sentence(words, 5, 22, "https://example.org/item", words, f"{words}.txt"),),
    )  # fmt: skip


@pytest.fixture
def saying() -> Callable[[str], nx.Graph[str]]:
    """A network in which every name and every field says `words`."""
    return lambda words: drawn(words, f"{words} 2", f"{words} 3", words=words)
