"""What a reader sees and does in a real browser, offline."""

import pytest

from diplograph import html

pytestmark = pytest.mark.slow

ACTOR = "name => diplograph.actorAt(name)"
TIE = "number => diplograph.tieAt(number)"

HOSTILE = [
    "<img src=x onerror=alert(1)>",
    "</script><script>alert(1)</script>",
    '<a href="javascript:alert(1)">href</a>',
    "<iframe srcdoc='<script>parent.alert(1)</script>'>",
    "<style>@import url(http://example.org/x.css)</style>",
    "a\u2028b\u2029c",
    "\u202eשלום عليكم",
]


def test_page_opens_offline_without_complaint(opened, talks):
    """The page asks for nothing but itself and writes nothing to the console."""
    seen = opened(talks)
    seen.page.wait_for_timeout(200)
    assert seen.complaints == []
    assert seen.requests == [seen.file.as_uri()]


def test_clicked_actor_shows_the_evidence(opened, talks):
    """A click on an actor tells who it is and every interaction, newest first."""
    seen = opened(talks)
    seen.click(seen.page.evaluate(ACTOR, "Ingrid Dahl"))
    panel = seen.panel()
    assert panel.index("Ingrid Dahl") < panel.index("2 interactions")
    assert panel.index("2025-03-12") < panel.index("2025-03-11")
    assert "They met in Oslo." in panel and "characters 5–22" in panel
    assert seen.complaints == []


def test_clicked_tie_shows_its_own_evidence_only(opened, talks):
    """A click on a line tells what happened between the two, and nothing else."""
    seen = opened(talks)
    seen.click(seen.page.evaluate(TIE, 1))
    panel = seen.panel()
    assert "Ingrid Dahl – Samir Haddad" in panel
    assert "2025-03-12" in panel and "2025-03-11" not in panel


@pytest.mark.parametrize("wanted", ["Samir Haddad", "haddad", "  SAMIR h"])
def test_search_finds_an_actor(opened, talks, wanted):
    """A name, or a part of it in any case, opens the actor's panel on Enter."""
    seen = opened(talks)
    seen.page.fill("#query", wanted)
    seen.page.press("#query", "Enter")
    assert seen.panel().find("Samir Haddad") >= 0


def test_search_says_when_nobody_is_called_so(opened, talks):
    """A name that nobody has is answered, and the panel stays closed."""
    seen = opened(talks)
    seen.page.fill("#query", "Nobody")
    seen.page.press("#query", "Enter")
    assert seen.page.inner_text("#status") == "No actor of that name"
    assert not seen.page.is_visible("#panel")


def test_keyboard_alone_reaches_an_actor_and_comes_back(opened, talks):
    """Tab reaches the search and the list of actors; Escape closes the panel again."""
    seen = opened(talks)
    page = seen.page
    focused = "document.activeElement.id || document.activeElement.textContent"
    stops = []
    for _ in range(3):
        page.keyboard.press("Tab")
        stops.append(page.evaluate(focused))
    assert stops == ["query", "Find", "All actors"]
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert "Amina Otieno" in seen.panel()
    page.keyboard.press("Escape")
    assert not page.is_visible("#panel")


def test_panel_leads_from_one_actor_to_the_next(opened, talks):
    """The names in an interaction open the panels of those they name."""
    seen = opened(talks)
    seen.page.evaluate("diplograph.showTie(0)")
    seen.panel()
    seen.page.click("#panel .with button:has-text('Amina Otieno')")
    assert seen.page.inner_text("#panel h2") == "Amina Otieno"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_ink_and_paper_follow_the_reader(opened, talks, scheme):
    """Text stands out from the background in light and in dark."""
    seen = opened(talks, color_scheme=scheme)
    style = "getComputedStyle(document.body)"
    ink, paper = (
        sum(map(int, seen.page.evaluate(f"{style}.{which}.match(/\\d+/g)")))
        for which in ("color", "backgroundColor")
    )
    assert (ink < paper) == (scheme == "light")
    assert abs(ink - paper) > 400


def test_phone_needs_no_sideways_scrolling(opened, talks):
    """On a narrow screen everything fits, and the panel opens below the drawing."""
    seen = opened(talks, viewport={"width": 360, "height": 700})
    seen.page.evaluate("diplograph.showActor(0)")
    seen.panel()
    assert seen.page.evaluate("document.documentElement.scrollWidth") == 360
    drawing, panel = (seen.page.locator(part).bounding_box() for part in ("#network", "#panel"))
    assert panel["y"] >= drawing["y"] + drawing["height"] > drawing["y"] + 50


def test_landmarks_and_language_are_named(opened, talks):
    """Assistive technology finds a language, a title, landmarks and a panel that speaks up."""
    page = opened(talks).page
    assert page.title() == "Talks"
    assert page.get_attribute("html", "lang") == "en"
    assert all(page.locator(part).count() == 1 for part in ("header", "main", "aside", "footer"))
    assert page.get_attribute("#panel", "aria-live") == "polite"


@pytest.mark.parametrize("words", HOSTILE)
def test_no_text_of_a_document_is_executed(opened, saying, words):
    """Markup and scripts in any field are shown as the words they are, wherever one clicks."""
    seen = opened(saying(words))
    elements = "document.querySelectorAll('img, iframe, a, style, script').length"
    before = seen.page.evaluate(elements)
    seen.click(seen.page.evaluate(ACTOR, words))
    seen.panel()
    assert words in seen.page.locator("#panel blockquote").first.text_content()
    seen.page.evaluate("diplograph.showTie(0)")
    seen.page.fill("#query", words)
    seen.page.press("#query", "Enter")
    seen.page.wait_for_timeout(50)
    assert seen.page.evaluate(elements) == before
    assert seen.complaints == []
    assert seen.requests == [seen.file.as_uri()]


def test_notebook_view_works_in_its_frame(opened, talks):
    """In a notebook cell the same page runs, shut off from the notebook around it."""
    seen = opened(talks)
    seen.page.set_content(html.inline(talks)._repr_html_())
    frame = seen.page.frame_locator("iframe")
    frame.locator("#directory summary").click()
    frame.get_by_role("button", name="Samir Haddad").click()
    assert "They met in Oslo." in frame.locator("#panel").inner_text()
    assert seen.complaints == []
