"""Encounters told by a verb: "met", "visited", "received", "telephoned", "wrote"."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from diplograph.interactions import Interaction

Encounters = Callable[..., list[str]]
Read = Callable[..., tuple[Interaction, ...]]

DAHL = "Norwegian Foreign Minister Ingrid Dahl"
OTIENO = "Kenyan Foreign Minister Amina Otieno"
QUISPE = "Peruvian President Tomas Quispe"
BOTH = "amina-otieno, ingrid-dahl"


@pytest.mark.parametrize(
    "text",
    [
        f"{DAHL} met with {OTIENO}.",
        f"{DAHL} has met {OTIENO} in Oslo.",
        f"{DAHL} meets {OTIENO} today.",
        f"{DAHL} and {OTIENO} met in Oslo.",
        "Amina Otieno, Kenya's Foreign Minister, met Ingrid Dahl, the Foreign Minister of Norway.",
        "Foreign Ministers Ingrid Dahl of Norway and Amina Otieno of Kenya met in Oslo.",
        "In Oslo the Foreign Minister of Norway, Ingrid Dahl, met the "
        "Foreign Minister of Kenya, Amina Otieno.",
        f"{DAHL} conferred with {OTIENO}.",
        f"{DAHL} consulted with {OTIENO} in Geneva.",
        f"{DAHL}, who met {OTIENO} in Oslo, left.",
        f"After meeting {OTIENO}, {DAHL} flew home.",
        f"{DAHL} discussed trade with {OTIENO}.",
        f"{DAHL} exchanged views with {OTIENO} on trade.",
        f"{DAHL} and {OTIENO} discussed trade.",
        f"{DAHL} held talks with {OTIENO}.",
        f"{DAHL} traveled home after she met with {OTIENO}.",
    ],
)
def test_meetings(encounters: Encounters, text: str) -> None:
    """Two who meet, confer or discuss have a meeting, in any order and tense."""
    assert encounters(text) == [f"Meeting: {BOTH}"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway and Kenya met in Geneva.", "Meeting: kenya, norway"),
        (f"{DAHL} met the Kenyan delegation.", "Meeting: ingrid-dahl, kenya"),
        (f"{DAHL} met the Ambassador of Kenya.", "Meeting: ingrid-dahl, kenya"),
        (
            f"{DAHL} met representatives of Kenya, Peru and Chile.",
            "Meeting: chile, ingrid-dahl, kenya, peru",
        ),
        (
            f"{DAHL}, {OTIENO} and {QUISPE} met in Oslo.",
            "Meeting: amina-otieno, ingrid-dahl, tomas-quispe",
        ),
        ("The foreign ministers of Norway and Kenya met in Oslo.", "Meeting: kenya, norway"),
        ("The Norwegian and Kenyan foreign ministers met in Oslo.", "Meeting: kenya, norway"),
    ],
)
def test_sides_take_part(encounters: Encounters, text: str, expected: str) -> None:
    """Where nobody is named the side itself takes part, and lists are read whole."""
    assert encounters(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{DAHL} visited Nairobi.", ["Visit: ingrid-dahl, kenya"]),
        (f"{DAHL} visited Kenya on Friday.", ["Visit: ingrid-dahl, kenya"]),
        (f"{DAHL} traveled to Nairobi.", ["Visit: ingrid-dahl, kenya"]),
        (f"{DAHL} arrived in Lima on Monday.", ["Visit: ingrid-dahl, peru"]),
        (
            f"{DAHL} flew to Nairobi for talks.",
            ["Meeting: ingrid-dahl, kenya", "Visit: ingrid-dahl, kenya"],
        ),
        (
            f"{DAHL} traveled to Kenya and Peru.",
            ["Visit: ingrid-dahl, kenya", "Visit: ingrid-dahl, peru"],
        ),
        (f"{DAHL} welcomed {OTIENO} to Norway.", [f"Visit: {BOTH}"]),
        ("A delegation from Kenya visited Oslo.", ["Visit: kenya, norway"]),
        (f"{OTIENO} and {QUISPE} visited Oslo.", ["Visit: amina-otieno, norway, tomas-quispe"]),
        (f"{DAHL}, who visited Nairobi in May, spoke of trade.", ["Visit: ingrid-dahl, kenya"]),
        (f"{DAHL} visited Bergen.", []),
        (f"{DAHL} arrived in Oslo.", []),
        (f"{DAHL} visited the museum.", []),
        (f"{DAHL} welcomed the accord.", []),
    ],
)
def test_visits(encounters: Encounters, text: str, expected: list[str]) -> None:
    """A visit goes to another side's place, one for each state; a trip at home is none."""
    assert encounters(text) == expected


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (f"{DAHL} received {OTIENO} in Oslo.", "Meeting"),
        (f"{OTIENO} was received by {DAHL} in Oslo.", "Meeting"),
        (f"{DAHL} hosted {OTIENO} in Oslo.", "Meeting"),
        (f"{DAHL} welcomed {OTIENO} to Oslo.", "Visit"),
    ],
)
def test_hosts_and_guests(read: Read, text: str, kind: str) -> None:
    """Who receives is the host, who is received the guest, in the passive too."""
    (one,) = (i for i in read(text) if i.kind == kind)
    assert {r.name: r.entity for r in one.roles} == {
        "host": "person/ingrid-dahl",
        "guest": "person/amina-otieno",
    }


@pytest.mark.parametrize(
    "text",
    [
        f"{DAHL} telephoned {OTIENO}.",
        f"{DAHL} spoke with {OTIENO} by phone.",
        f"{DAHL} spoke by telephone with {OTIENO}.",
        f"{DAHL} spoke to {OTIENO} on the phone.",
        f"{DAHL} and {OTIENO} spoke by phone.",
        f"{DAHL} talked with {OTIENO} by phone today.",
        f"Today, {DAHL} spoke by phone with {OTIENO} to discuss trade.",
    ],
)
def test_calls(read: Read, encounters: Encounters, text: str) -> None:
    """A call is a call by telephone, whoever rings whom."""
    assert encounters(text) == [f"TelephoneCall: {BOTH}"]
    assert [i.medium for i in read(text) if i.kind == "TelephoneCall"] == ["telephone"]


@pytest.mark.parametrize(
    "text",
    [
        f"{DAHL} wrote to {OTIENO}.",
        f"{DAHL} sent a letter to {OTIENO}.",
        f"{DAHL} sent a message of condolence to {OTIENO}.",
        f"{DAHL} has sent a telegram to {OTIENO}.",
        f"{OTIENO} received a letter from {DAHL}.",
    ],
)
def test_correspondence(read: Read, encounters: Encounters, text: str) -> None:
    """A letter or message from one to another is written correspondence."""
    assert encounters(text) == [f"Correspondence: {BOTH}"]
    assert [i.medium for i in read(text) if i.kind == "Correspondence"] == ["written"]


@pytest.mark.parametrize(
    "text",
    [
        f"{DAHL} called on Kenya to release the crew.",
        f"{DAHL} called for calm in Kenya.",
        f"{DAHL} called the accord with Kenya a success.",
        f"{DAHL} spoke of Kenya.",
        f"{DAHL} met the press.",
        f"{DAHL} met the deadline set by Kenya.",
        "The accord meets the needs of Norway and Kenya.",
        f"{DAHL} wrote a book about Kenya.",
        f"{DAHL} discussed trade.",
        f"{DAHL} received a prize.",
        f"{DAHL} received the report on Kenya.",
        f"{DAHL} hosted a concert.",
        f"{DAHL} reviewed the budget.",
        "Trade between Norway and Kenya grew.",
        f"{DAHL} thanked {OTIENO}.",
        f"{DAHL} and {OTIENO} share an interest.",
        "The rivers of Kenya and Uganda meet.",
        f"{DAHL} spoke.",
    ],
)
def test_no_encounter(encounters: Encounters, text: str) -> None:
    """Words used in another sense, or of one side only, tell of no encounter."""
    assert encounters(text) == []
