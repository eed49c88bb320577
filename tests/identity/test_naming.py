"""What an actor is called."""

from __future__ import annotations

from itertools import permutations

from diplograph.identity import Directory, Named, Use, name
from diplograph.vocabulary.authority import Entry, Form

UAE = Entry(
    "state/united-arab-emirates",
    "State",
    "United Arab Emirates",
    (
        Form("United Arab Emirates", "name"),
        Form("the Emirates", "name"),
        Form("UAE", "abbreviation"),
        Form("Emirati", "adjective"),
        Form("Abu Dhabi", "capital"),
    ),
    "Q878",
)
OSLO = Entry("place/oslo", "Place", "Oslo", (), parent="state/norway")


def test_the_authority_name_comes_first() -> None:
    """A listed actor has its canonical name and every other name, but no adjective or capital."""
    known = Directory({"iri": UAE}, {})
    assert name("iri", [Use("State", "UAE", 9)], known) == Named(
        "iri", "State", "United Arab Emirates", ("UAE", "the Emirates"), "Q878"
    )


def test_a_place_lies_in_its_state() -> None:
    """A listed place comes with the IRI of its state."""
    found = name("iri", [], Directory({"iri": OSLO}, {}))
    assert found.state == "https://w3id.org/diplograph/resource/actor/norway"


def test_most_used_then_longest_then_first_in_the_alphabet() -> None:
    """The name does not depend on the order in which the documents come."""
    uses = [
        Use("Person", "Ana Sy", 1),
        Use("Person", "Anna Sý", 2),
        Use("Person", "Anna Sy", 2),
        Use("Person", "Ana Sý", 2),
    ]
    names = {name("iri", order, Directory({}, {})).name for order in permutations(uses)}
    assert names == {"Anna Sy"}


def test_every_other_name_is_a_form() -> None:
    """What documents write is kept beside the canonical name, which is not repeated."""
    uses = [Use("Person", "Ann Lee", 2), Use("Person", "Anne Lee", 1)]
    assert name("iri", uses, Directory({}, {}), ["Lee", "Ann Lee"]).forms == ("Anne Lee", "Lee")


def test_forms_of_documents_join_those_of_the_authority_lists() -> None:
    """Adjectives and capitals of the lists are no names, unless a document uses them as such."""
    named = name("iri", [], Directory({"iri": UAE}, {}), ["the UAE", "United Arab Emirates"])
    assert named.forms == ("UAE", "the Emirates", "the UAE")
