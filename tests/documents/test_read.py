import hashlib
import io
import json
import zipfile
from pathlib import Path

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplograph.documents import Columns, Document, File, Unreadable, fetch, read

PAGE = """<!doctype html><html lang="en"><head><title>MFA | Talks</title>
<meta property="og:site_name" content="Ministry of Foreign Affairs"/>
<meta property="og:title" content="Foreign Minister Berg met her Kenyan counterpart"/>
<meta property="og:description" content="The ministers met in Oslo."/></head><body>
<nav><ul><li>Home</li><li>Press</li></ul></nav><article itemscope>
<h1>Foreign Minister Berg met her Kenyan counterpart</h1>
<time itemprop="datePublished" datetime="2021-05-03">3 May 2021</time>
<p class="lead">The ministers met in Oslo.</p><div itemprop="articleBody">
<p>Minister Berg thanked her guest for the constructive talks on trade &amp; climate policy.</p>
<p>They agreed to meet again in Nairobi in the autumn, in order to open the new embassy.</p>
<aside>Read also: something else entirely</aside>
</div></article><footer>Contact us</footer></body></html>"""

LIST_PAGE = (
    "<html><body><h1>News</h1>"
    + "".join(
        f'<div class="h-entry"><h3><a href="/{day}">Meeting no. {day} in Oslo</a></h3>'
        f'<time datetime="2021-05-0{day}">{day} May 2021</time><p>They met guests.</p></div>'
        for day in (3, 2, 1)
    )
    + "</body></html>"
)

FEED = """<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"
xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Press</title>
<item><title>Call with Kenya &amp; Ghana</title><link>https://mfa.example/1</link>
<pubDate>Mon, 03 May 2021 10:00:00 +0000</pubDate><description>Short.</description>
<content:encoded><![CDATA[<p>The ministers <b>spoke</b>.</p><p>Trade came first.</p>]]>
</content:encoded></item>
<item><title>Visit</title><description>&lt;p&gt;They met.&lt;/p&gt;</description></item>
</channel></rss>"""


def opened(name: str, content: bytes | str, columns: Columns | None = None) -> Document:
    """The document that a file of this name and content gives."""
    raw = content.encode() if isinstance(content, str) else content
    document = read(File(f"press/{name}", None), raw, columns)
    assert isinstance(document, Document), document
    return document


def refused(name: str, content: bytes, columns: Columns | None = None) -> str:
    """Why a file of this name and content is not read."""
    answer = read(File(f"press/{name}", None), content, columns)
    assert isinstance(answer, Unreadable), answer
    assert answer.identifier == f"press/{name}"
    return answer.reason


def sections(document: Document) -> list[tuple[str | None, str | None, str]]:
    """Title, date and body of each section."""
    return [
        (part.title, part.date, document.text[part.body : part.end]) for part in document.sections
    ]


def one_page_pdf(*lines: str) -> bytes:
    """A minimal PDF that shows `lines` below each other."""
    shown = "BT /F1 12 Tf 72 720 Td 14 TL " + " T* ".join(f"({line}) Tj" for line in lines) + " ET"
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R"
        " /Resources << /Font << /F1 5 0 R >> >> >>",
        f"<< /Length {len(shown)} >>\nstream\n{shown}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    body, starts = "%PDF-1.4\n", []
    for number, item in enumerate(objects, 1):
        starts.append(len(body))
        body += f"{number} 0 obj\n{item}\nendobj\n"
    table = "".join(f"{start:010d} 00000 n \n" for start in starts)
    end = f"trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n{len(body)}\n%%EOF"
    return f"{body}xref\n0 6\n0000000000 65535 f \n{table}{end}".encode()


@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), min_size=1))
def test_plain_text_is_kept_character_for_character(words: str) -> None:
    """Byte order mark, CRLF and everything else stays, so offsets count in the file itself."""
    text = f"\ufeffTalks\r\n\r\n{words}\r\n"
    document = opened("a.txt", text)
    assert document.text == text
    assert document.digest == hashlib.sha256(text.encode()).hexdigest()


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("utf-8-sig", "Marija Pejčinović Burić met him."),
        ("utf-16", "Marija Pejčinović Burić met him."),
        ("utf-16-le", "The ministers met in Oslo."),
        ("cp1252", "Café à Genève: the ministers met “today”."),
        ("cp1251", "Министр иностранных дел встретился с послом Норвегии. " * 10),
    ],
)
def test_encodings_are_recognized(encoding: str, text: str) -> None:
    """The usual encodings of publishers are read without being told."""
    assert opened("a.txt", text.encode(encoding)).text.lstrip("\ufeff") == text


def test_front_matter_is_metadata_and_stays_in_the_text() -> None:
    """Title, date and link come from the YAML, `body` stands after it."""
    text = (
        "---\ntitle: \"Call with\\_Oslo\"\ndate: '2021-05-03'\n"
        "source_url: https://mfa.example/1\n---\nThey spoke.\n"
    )
    document = opened("a.md", text)
    assert (document.title, document.date) == ("Call with Oslo", "2021-05-03")
    assert document.link == "https://mfa.example/1"
    assert document.text == text
    assert document.text[document.body :] == "They spoke.\n"


def test_broken_front_matter_loses_only_the_metadata() -> None:
    """The text is read, the problem is named with its line."""
    document = opened("a.md", "---\ntitle: [x\n---\nThey spoke.")
    assert document.text[document.body :] == "They spoke."
    assert "line 3" in document.problems[0]


def test_a_rule_at_the_top_is_no_front_matter() -> None:
    """Three hyphens around running text are left where they are."""
    assert opened("a.txt", "---\nThey spoke.\n---\nMore.").body == 0


def test_a_page_gives_its_article_without_menus() -> None:
    """HTML becomes title line, date line, lead and paragraphs; site name and date are metadata."""
    document = opened("a.html", PAGE)
    assert document.text == (
        "Foreign Minister Berg met her Kenyan counterpart\n2021-05-03\n\n"
        "The ministers met in Oslo.\n\n"
        "Minister Berg thanked her guest for the constructive talks on trade & climate policy.\n"
        "They agreed to meet again in Nairobi in the autumn, in order to open the new embassy."
    )
    assert document.publisher == "Ministry of Foreign Affairs"
    assert document.text[document.body :].startswith("The ministers met")


def test_a_list_page_gives_a_section_for_each_dated_entry() -> None:
    """Entries that the markup marks are articles of their own."""
    assert sections(opened("a.html", LIST_PAGE))[0] == (
        "Meeting no. 3 in Oslo",
        "3 May 2021",
        "They met guests.",
    )
    assert len(opened("a.html", LIST_PAGE).sections) == 3


def test_a_feed_gives_the_full_text_of_each_entry() -> None:
    """Full content goes before the summary, HTML becomes lines."""
    assert sections(opened("a.xml", FEED)) == [
        (
            "Call with Kenya & Ghana",
            "Mon, 03 May 2021 10:00:00 +0000",
            "The ministers spoke.\nTrade came first.",
        ),
        ("Visit", None, "They met."),
    ]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.csv", "headline,published,body\nTalks,3 May 2021,They met.\n"),
        ("a.csv", 'Title;Date;Text\nTalks;3 May 2021;"<p>They <b>met</b>.</p>"\n'),
        ("a.tsv", "title\tdate\tcontent\nTalks\t3 May 2021\tThey met.\n"),
        ("a.jsonl", '{"title": "Talks", "date": "3 May 2021", "html": "<div>They met.</div>"}\n'),
        ("a.csv", "title,date,body,summary,place\nTalks,3 May 2021,They met.,NA,NA\n"),
    ],
)
def test_a_table_gives_a_section_a_row(name: str, content: str) -> None:
    """The columns are found by their usual names, HTML cells become text."""
    assert sections(opened(name, content)) == [("Talks", "3 May 2021", "They met.")]


def test_columns_with_other_names_are_named_by_option() -> None:
    """`Columns` goes before the usual names."""
    columns = Columns(title="Titel", body="Volltext")
    document = opened("a.csv", "Titel,Volltext,text\nGespräch,They met.,x\n", columns)
    assert sections(document) == [("Gespräch", None, "They met.")]


def test_a_summary_that_says_more_stands_before_the_body() -> None:
    """The lead in a column of its own is not lost, and not doubled."""
    rows = (
        "title,summary,body\nA,They met in Oslo.,Trade came first.\nB,They met.,They met. Then…\n"
    )
    assert [body for _, _, body in sections(opened("a.csv", rows))] == [
        "They met in Oslo.\n\nTrade came first.",
        "They met. Then…",
    ]


cells = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), max_size=40)


@given(st.lists(st.tuples(cells, cells, cells.filter(str.strip)), min_size=1, max_size=5))
def test_sections_never_overlap_and_start_with_their_title(
    rows: list[tuple[str, str, str]],
) -> None:
    """`start <= body <= end` for any table, and the offsets count in the document's text."""
    lines = [json.dumps({"title": t, "date": d, "body": f"x{b}x"}) for t, d, b in rows]
    document = opened("a.jsonl", "\n".join(lines))
    end = 0
    for part in document.sections:
        assert end <= part.start <= part.body <= part.end <= len(document.text)
        assert document.text[part.start : part.end].startswith(part.title or "")
        end = part.end


@pytest.mark.parametrize(
    ("name", "content", "problem", "left"),
    [
        ("a.csv", "title,body\nA,One\nbroken\nB,Two\n", "Line 3", 2),
        ("a.csv", 'title,body\nA,"One\nB,Two\n', "Line 2", 1),
        ("a.csv", "title,body\nA,One\nB,\n", "Line 3", 1),
        ("a.jsonl", '{"body": "One"}\n{bad\n[1]\n{"body": "Two"}\n', "Line 2", 2),
    ],
)
def test_a_malformed_row_is_named_and_the_others_are_read(
    name: str, content: str, problem: str, left: int
) -> None:
    """One bad line never costs the good ones."""
    document = opened(name, content)
    assert document.problems[0].startswith(problem)
    assert len(document.sections) == left


def test_characters_no_store_takes_are_replaced_in_tables() -> None:
    """Lone surrogates and zero characters do not reach later steps."""
    document = opened("a.jsonl", '{"body": "a\\ud800b\\u0000c"}')
    assert document.text == "a\ufffdb c"


def test_a_pdf_gives_its_text_with_broken_words_whole() -> None:
    """A hyphen at a line's end goes, unless the text writes the word with it elsewhere."""
    lines = ("Talks on coopera-", "tion and long-", "term aid.", "The long-term aid grows.")
    assert opened("a.pdf", one_page_pdf(*lines)).text == (
        "Talks on cooperation and long-term aid.\nThe long-term aid grows."
    )


@pytest.mark.parametrize("run", ["a" * 1_000_000, "a" * 1_000_000 + "-\n", "a-" * 500_000])
def test_long_runs_of_letters_in_a_pdf_are_read_quickly(
    run: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Looking for broken words takes time in proportion to the text (hours, were it squared)."""
    monkeypatch.setattr("diplograph.documents.pdf._pages", lambda content: [run])
    assert opened("a.pdf", b"%PDF-1.4").text == run


def test_a_docx_gives_paragraphs_and_tables_in_order() -> None:
    """Paragraphs stand apart by an empty line, cells by a tab."""
    made = docx.Document()
    made.add_paragraph("Talks in Oslo")
    table = made.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Norway", "Anna Berg"
    made.add_paragraph("They met.")
    file = io.BytesIO()
    made.save(file)
    text = opened("a.docx", file.getvalue()).text
    assert text == "Talks in Oslo\n\nNorway\tAnna Berg\n\nThey met."


def zip_without_text() -> bytes:
    """An archive that is no Word file."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("readme", "x")
    return file.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b" \n\t\n", "empty"),
        ("a.txt", b"\xef\xbb\xbf\xc2\xa0\n", "only white space"),
        ("a.txt", b"\x89PNG\r\n\x1a\n", "PNG image"),
        ("a.txt", b"They met.\x00\x01\x02 more and more", "binary"),
        ("a.txt", bytes(range(128, 256)) * 10, "encoding is not recognized"),
        ("a.txt", b"They met. " * 600_000, "Split it"),
        ("a.pdf", b"%PDF-1.4 broken", "damaged"),
        ("a.pdf", one_page_pdf(), "no text (a scan?)"),
        ("a.docx", b"They met.", "no ZIP archive"),
        ("a.docx", b"\xd0\xcf\x11\xe0 old", "old DOC"),
        ("a.docx", zip_without_text(), "damaged"),
        ("a.xml", b"<?xml version='1.0'?><note/>", "no RSS or Atom feed"),
        ("a.xml", b"<rss version='2.0'><channel/></rss>", "no entries"),
        ("a.csv", b"who,where\nBerg,Oslo\n", "columns are: who, where"),
        ("a.csv", b"title,body\n", "no rows"),
        ("a.jsonl", b'{"a":' * 50_000, "no valid JSON"),
        ("a.html", b"<html></html>", "only white space"),
        ("a.html", b"<div>" * 50_000 + b"deep", "only white space"),
    ],
)
def test_what_cannot_be_read_says_why(name: str, content: bytes, reason: str) -> None:
    """Bad input is an answer with a reason, never an exception."""
    assert reason in refused(name, content)


def test_an_unknown_column_is_named_with_those_there_are() -> None:
    """A column named by option must exist."""
    reason = refused("a.csv", b"title,body\nA,B\n", Columns(body="Volltext"))
    assert "'Volltext'" in reason
    assert "title, body" in reason


def test_a_cut_utf8_file_is_read_with_a_warning() -> None:
    """A few broken bytes do not turn every quotation mark into rubbish."""
    document = opened("a.txt", ("“Hello” — they said. " * 9).encode()[:-1] + b"\xe2\x80")
    assert document.text.startswith("“Hello”")
    assert "UTF-8" in document.problems[0]


@pytest.mark.parametrize(
    ("content", "media_type"),
    [
        (PAGE, "text/html"),
        (FEED, "application/rss+xml"),
        ("title,date,text\nTalks,3 May 2021,They met.", "text/csv"),
        ('{"body": "They met."}', "application/x-ndjson"),
        (one_page_pdf("They met.").decode(), "application/pdf"),
        ("They met.", "text/plain"),
    ],
)
def test_standard_input_is_recognized_by_its_content(content: str, media_type: str) -> None:
    """What has no name is read by how it begins."""
    document = read(File("stdin", None), content.encode())
    assert isinstance(document, Document)
    assert document.media_type == media_type


def test_a_file_that_went_away_is_reported(tmp_path: Path) -> None:
    """Between finding and reading a file may vanish."""
    answer = fetch(File("press/gone.txt", tmp_path / "gone.txt"))
    assert isinstance(answer, Unreadable)
    assert "No such file" in answer.reason
