"""What the page's file promises: whole, harmless, the same each time."""

import base64
import hashlib
import html as markup
import json
import random
import re

import networkx as nx
import pytest

from diplograph import html
from diplograph.errors import UsageProblem

HOSTILE = [
    "<img src=x onerror=alert(1)>",
    "</script><script>alert(1)</script>",
    "<!-- <script>",
    '<a href="javascript:alert(1)">href</a>',
    "line\u2028separator\u2029",
    "\ud800 lone surrogate",
    "\u202eright to left שלום",
    "${title} $data",
]


def data_of(page):
    """The data that a page carries for its script."""
    (text,) = re.findall(r'<script type="application/json" id="data">(.*?)</script>', page, re.S)
    return json.loads(text)


def test_page_carries_actors_ties_and_evidence(drawn):
    """Names, kinds, offices, and each contact's day, place and sentence are in the page's data."""
    drawn.person("Dahl", state="Norway", offices=("Minister",), wikidata="http://example.org/Q1")
    drawn.contact("Dahl", "Otieno", "Dahl met Otieno.", begin="2025-03-14", place="Oslo")
    data = data_of(html.page(drawn.graph))

    assert data["actors"][0] == {
        "name": "Dahl",
        "kind": "Person",
        "state": "Norway",
        "offices": ["Minister"],
        "wikidata": "Q1",
    }
    assert data["ties"] == [[0, 1, [0]]]
    (contact,) = data["contacts"]
    assert (contact["kind"], contact["when"], contact["place"]) == ("Meeting", "2025-03-14", "Oslo")
    assert contact["sentences"] == [["Dahl met Otieno.", "A headline", "press/one.txt", 3, 12]]


def test_contacts_stand_newest_first(drawn):
    """The newest contact is told first, those of unknown date last."""
    drawn.contact("Dahl", "Otieno", begin="2025-03", earliest="2025-03-01", latest="2025-03-31")
    drawn.contact("Dahl", "Otieno")
    drawn.contact("Dahl", "Haddad", begin="2025-06-02", earliest="2025-06-02", latest="2025-06-02")
    contacts = data_of(html.page(drawn.graph))["contacts"]
    assert [contact["when"] for contact in contacts] == ["2025-06-02", "2025-03", ""]


@pytest.mark.parametrize(
    ("dates", "when"),
    [
        ({}, ""),
        ({"begin": "2025"}, "2025"),
        ({"begin": "2025-03-14", "end": "2025-03-16"}, "2025-03-14 to 2025-03-16"),
        ({"begin": "2025-03-14", "end": "2025-03-14"}, "2025-03-14"),
        ({"earliest": "2025-03-01", "latest": "2025-03-31"}, "2025-03-01 to 2025-03-31"),
        ({"earliest": "2025-03-01", "latest": "2025-03-01"}, "2025-03-01"),
    ],
)
def test_day_is_told_as_precisely_as_it_is_known(drawn, dates, when):
    """Begin and end are told where the text gives them, else the bounds."""
    drawn.contact("Dahl", "Otieno", **dates)
    assert data_of(html.page(drawn.graph))["contacts"][0]["when"] == when


def test_larger_means_more_central(drawn):
    """Who meets more others is drawn larger."""
    for other in ("Otieno", "Haddad", "Horák"):
        drawn.contact("Dahl", other)
    sizes = {node["label"]: node["size"] for node in data_of(html.page(drawn.graph))["nodes"]}
    assert max(sizes, key=sizes.get) == "Dahl"


def test_kinds_differ_in_color_and_shape(drawn):
    """Each kind has a color and a shape of its own, so that neither has to be told alone."""
    kinds = ("Person", "State", "Organization", "Grouping")
    for kind in kinds:
        drawn.person(kind, kind=kind)
        drawn.contact(kind, "Dahl")
    nodes = [n for n in data_of(html.page(drawn.graph))["nodes"] if n["label"] in kinds]
    assert len({node["color"] for node in nodes}) == len({node["shape"] for node in nodes}) == 4


def test_legend_explains_what_is_drawn_and_no_more(drawn):
    """The legend has the kinds of actors and interactions that are in the drawing."""
    drawn.contact("Dahl", "Otieno", kind="Sanction", branch="Deed")
    drawn.person("Dahl", kind="State")
    (legend,) = re.findall(r'<footer id="legend".*?</footer>', html.page(drawn.graph), re.S)
    assert re.findall(r"</span>(\w+)", legend) == ["Person", "State", "Deed"]


def test_edge_looks_like_most_of_its_contacts(drawn):
    """An edge of two deeds and one encounter is drawn as a deed: dashed."""
    drawn.contact("Dahl", "Otieno")
    for _ in range(2):
        drawn.contact("Dahl", "Otieno", kind="Sanction", branch="Deed")
    drawn.contact("Dahl", "Haddad")
    dashes = [bool(edge["dashes"]) for edge in data_of(html.page(drawn.graph))["edges"]]
    assert sorted(dashes) == [False, True]


def test_page_refers_to_nothing_outside_itself(drawn):
    """No element of the page names a source, a link or a style elsewhere."""
    drawn.contact("Dahl", "Otieno")
    page = html.page(drawn.graph)
    outside = re.sub(r"<script.*?</script>|<style.*?</style>", "", page, flags=re.S)
    assert not re.search(r"\b(src|href|action|srcset)\s*=|<(link|iframe|img|object)\b", outside)
    assert "@import" not in page and "sourceMappingURL" not in page


def test_policy_allows_the_scripts_of_the_page_and_no_others(drawn):
    """The page's own scripts and style match the hashes in its policy; nothing can be fetched."""
    page = html.page(drawn.graph)
    (policy,) = re.findall(r'Content-Security-Policy" content="([^"]*)"', page)
    code = re.findall(r"<(?:script|style)>(.*?)</(?:script|style)>", page, re.S)
    hashes = [
        f"'sha256-{base64.b64encode(hashlib.sha256(one.encode()).digest()).decode()}'"
        for one in code
    ]
    assert len(hashes) == 3
    assert sorted(re.findall(r"'sha256-[^']*'", policy)) == sorted(hashes)
    assert "default-src 'none'" in policy and "connect-src 'none'" in policy
    assert "unsafe" not in policy


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_leaves_its_place(drawn, text):
    """Whatever a document says, in any field, the page has the same elements, and says it."""
    drawn.contact("Dahl", "Otieno")
    harmless = html.page(drawn.graph)
    drawn.graph.clear()
    drawn.person("Dahl", name=text, state=text, offices=(text,), wikidata=text)
    drawn.contact("Dahl", "Otieno", text, place=text, speech_act=text, begin=text)
    page = html.page(drawn.graph, title=text)

    assert re.findall(r"</?[a-z!]\w*", page) == re.findall(r"</?[a-z!]\w*", harmless)
    assert data_of(page)["actors"][0]["name"] == text
    assert data_of(page)["contacts"][0]["sentences"][0][0] == text
    assert "\u2028" not in data_text(page)


def data_text(page):
    """The data of a page as it stands in the file."""
    return page.split('id="data">')[1].split("</script>")[0]


def test_title_is_text(drawn):
    """A title with markup in it is shown, not obeyed."""
    page = html.page(drawn.graph, title="<b>Talks & more</b>")
    assert "<title>&lt;b&gt;Talks &amp; more&lt;/b&gt;</title>" in page


def test_same_network_gives_the_same_bytes(drawn, tmp_path):
    """The page does not depend on the order in which the network was made, or on the day."""
    pairs = [("Dahl", "Otieno"), ("Dahl", "Haddad"), ("Haddad", "Horák"), ("Petrov", "Lind")]
    for one, other in pairs:
        drawn.contact(one, other)
    shuffled = nx.Graph()
    shuffled.add_nodes_from(reversed(list(drawn.graph.nodes(data=True))))
    shuffled.add_edges_from((b, a, edge) for a, b, edge in reversed(list(drawn.graph.edges.data())))

    html.write(drawn.graph, tmp_path / "one.html")
    html.write(shuffled, tmp_path / "two.html")

    assert (tmp_path / "one.html").read_bytes() == (tmp_path / "two.html").read_bytes()


def test_no_label_covers_another(drawn):
    """Names of up to forty characters stand clear of each other, also across components."""
    names = [f"Minister {number} of the Republic" for number in range(40)]
    chance = random.Random(1)
    for name in names[1:30]:
        drawn.contact(name, names[chance.randrange(names.index(name))])
    for one, other in zip(names[30::2], names[31::2], strict=True):
        drawn.contact(one, other)
    nodes = data_of(html.page(drawn.graph))["nodes"]
    boxes = [(n["x"], n["y"], len(n["label"]) * n["font"]["size"] * 0.5) for n in nodes]
    assert len(boxes) == 40
    for place, (x, y, width) in enumerate(boxes):
        for x2, y2, width2 in boxes[place + 1 :]:
            assert abs(x - x2) > (width + width2) / 2 or abs(y - y2) > 20


def test_only_the_most_important_of_many_are_drawn(drawn):
    """Above the limit the highest ranked stay, and the page says how many there are."""
    for number in range(30):
        drawn.contact("Dahl", f"Guest {number}")
    page = html.page(drawn.graph, most=5)
    assert "5 actors (the most important of 31), 4 ties" in page
    assert "Dahl" in {actor["name"] for actor in data_of(page)["actors"]}


def test_empty_network_gives_a_page_that_says_so(drawn):
    """A network without contacts makes a page, too."""
    assert "No contacts to show" in html.page(drawn.graph)


def test_notebook_view_is_the_same_page_shut_off(drawn):
    """In a notebook the page stands in a frame that runs its scripts and nothing else."""
    drawn.contact("Dahl", "Otieno")
    frame = html.inline(drawn.graph, height=450)._repr_html_()
    (source,) = re.findall(r'srcdoc="([^"]*)"', frame)
    assert markup.unescape(source) == html.page(drawn.graph)
    assert 'sandbox="allow-scripts"' in frame and 'height="450"' in frame


def test_place_that_cannot_be_written_is_named(drawn, tmp_path):
    """A missing folder gives a message with the path."""
    with pytest.raises(UsageProblem, match=r"missing.* cannot be written"):
        html.write(drawn.graph, tmp_path / "missing" / "page.html")
