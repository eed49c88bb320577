"""Who is who across documents, and which interactions are one."""

from __future__ import annotations

import pytest

from diplograph.identity import Directory, Reading, Source, directory, resolve
from diplograph.interactions.record import Interaction, Role
from diplograph.items.record import Item
from diplograph.mentions.record import Entity, Tenure
from diplograph.vocabulary import authority
from diplograph.vocabulary.authority import Entry, Form
from diplograph.vocabulary.namespaces import digest, resource
from diplograph.vocabulary.namespaces import item as item_iri

STATES = ("russia", "norway", "kenya", "georgia")
LAVROV = Entry(
    "person/sergey-lavrov",
    "Person",
    "Sergey Lavrov",
    (Form("Sergey Lavrov", "name"), Form("Sergey V. Lavrov", "name")),
    parent="state/russia",
)
KNOWN = {resource("actor", state): Entry(f"state/{state}", "State", state, ()) for state in STATES}
KNOWN[resource("actor", "sergey-lavrov")] = LAVROV
PEOPLE = {"sergy-lavrov": (LAVROV,), "sergy-v-lavrov": (LAVROV,)}
DIRECTORY = Directory(KNOWN, PEOPLE)


def person(name: str, state: str | None = None, forms: tuple[str, ...] = ()) -> Entity:
    """A person of an item, who serves the state."""
    key = "person/" + name.lower().replace(" ", "-")
    return Entity(key, "Person", name, forms, f"state/{state}" if state else None)


def reading(*entities: Entity, document: str = "press/a.txt", **parts: object) -> Reading:
    """An item that names the entities; what is left out is empty."""
    source = Source(document, "00", "text/plain")
    empty = {"mentions": (), "tenures": (), "interactions": (), "exact": {}}
    return Reading(source, Item(document, 1, 0, 9, 0, ""), entities, **{**empty, **parts})  # type: ignore[arg-type]


def iri_of(entity: Entity, shared: frozenset[str] = frozenset()) -> str:
    """The end of the IRI that an entity of "press/a.txt" gets."""
    resolved = resolve(reading(entity), Directory(KNOWN, PEOPLE, shared))
    return resolved.entity_iris[entity.key].removeprefix(resource(""))


HERE = digest(item_iri("press/a.txt", 1))


@pytest.mark.parametrize(
    ("entity", "iri"),
    [
        (Entity("state/norway", "State", "Norway"), "actor/norway"),
        (Entity("place/oslo", "Place", "Oslo"), "place/oslo"),
        (Entity("topic/fisheries", "Topic", "fisheries"), "topic/fisheries"),
        (Entity("instrument/new-start", "Instrument", "New START"), "instrument/new-start"),
        (person("Sergey Lavrov", "russia"), "actor/sergey-lavrov"),
        (person("Sergei LAVROV"), "actor/sergey-lavrov"),
        (person("Sergei Viktorovich Lavrov", forms=("Sergey Lavrov",)), "actor/sergey-lavrov"),
        (person("Sergey Lavrov", "norway"), "actor/sergy-lavrov"),
        (person("Ingrid Dahl", "norway"), "actor/ingrid-dahl"),
        (person("Íngrid DAHL"), "actor/ingrid-dahl"),
        (person("Dahl", "norway"), "actor/dahl-norway"),
        (person("Dahl"), f"actor/dahl-in-{HERE}"),
        (person("Georgia"), f"actor/georgia-in-{HERE}"),
        (
            Entity("organization/dahl-group", "Organization", "Dahl Group"),
            "actor/dahl-group-organization",
        ),
    ],
)
def test_an_entity_has_the_iri_of_its_authority_entry_or_of_its_full_name(
    entity: Entity, iri: str
) -> None:
    """Authority entries come first, then full names; a bare surname needs its state."""
    assert iri_of(entity) == iri


@pytest.mark.parametrize(
    ("entity", "iri"),
    [
        (person("John Smith", "kenya"), "actor/john-smith-kenya"),
        (person("John Smith", "norway"), "actor/john-smith-norway"),
        (person("John Smith"), f"actor/john-smith-in-{HERE}"),
    ],
)
def test_a_name_used_in_two_states_belongs_to_two_persons(entity: Entity, iri: str) -> None:
    """Who bears a shared name and is named without a state stays apart."""
    assert iri_of(entity, shared=frozenset({"john-smith"})) == iri


def test_who_could_not_be_told_is_said_to_be_unresolved() -> None:
    """Only a person whose IRI holds for one item counts as unresolved."""
    resolved = resolve(reading(person("Dahl"), person("Ingrid Dahl")), DIRECTORY)
    assert resolved.unresolved == ("person/dahl",)


def test_a_person_of_two_authority_entries_stays_apart() -> None:
    """Nobody is picked where the authority lists know two bearers of a name."""
    namesake = Entry("person/lavrov-2", "Person", "Sergey Lavrov", (), parent="state/georgia")
    both = Directory(KNOWN, {"sergy-lavrov": (LAVROV, namesake)})
    resolved = resolve(reading(person("Sergey Lavrov")), both)
    assert resolved.unresolved == ("person/sergey-lavrov",)


def test_what_an_entity_only_points_to_has_an_iri() -> None:
    """Oslo's state and an office's owner need not be named in the item."""
    oslo = Entity("place/oslo", "Place", "Oslo", state="state/norway")
    tenure = Tenure("person/ingrid-dahl", "Ambassador", "state/kenya", 0, 5)
    resolved = resolve(reading(person("Ingrid Dahl"), oslo, tenures=(tenure,)), DIRECTORY)
    assert resolved.entity_iris["state/norway"] == resource("actor", "norway")
    assert resolved.entity_iris["state/kenya"] == resource("actor", "kenya")


def encounter(**changes: object) -> Interaction:
    """A call between Norway and Kenya on 14 March 2025, but for the changes."""
    facts: dict[str, object] = {
        "kind": "TelephoneCall",
        "modality": "actual",
        "roles": (Role("participant", "state/norway"), Role("participant", "state/kenya")),
        "parties": (),
        "evidence": ((0, 5),),
        "begin": "2025-03-14",
    }
    return Interaction(**{**facts, **changes})  # type: ignore[arg-type]


def iris(*told: Interaction, document: str = "press/a.txt") -> tuple[str, ...]:
    """The IRIs of the interactions that one document tells."""
    entities = [Entity(f"state/{state}", "State", state) for state in STATES]
    entities += [Entity(f"instrument/{name}", "Instrument", name) for name in "ab"]
    told_here = reading(*entities, document=document, interactions=told)
    return resolve(told_here, DIRECTORY).interaction_iris


@pytest.mark.parametrize(
    ("change", "same"),
    [
        ({}, True),
        ({"evidence": ((3, 8),), "medium": "telephone", "end": "2025-03-14"}, True),
        ({"roles": (Role("host", "state/kenya"), Role("guest", "state/norway"))}, True),
        ({"roles": (Role("host", "state/kenya"), Role("guest", "state/russia"))}, False),
        ({"roles": (Role("participant", "state/kenya"),)}, False),
        ({"modality": "planned"}, False),
        ({"kind": "Meeting"}, False),
        ({"begin": "2025-03-15"}, False),
        ({"begin": "2025-03"}, False),
        ({"begin": None}, False),
        ({"end": "2025-03-16"}, False),
    ],
)
def test_two_accounts_of_one_event_have_one_iri(change: dict[str, object], same: bool) -> None:
    """The same kind, modality, whole days and participants make one event of two reports."""
    (one,), (other,) = iris(encounter()), iris(encounter(**change), document="press/b.txt")
    assert (one == other) is same


def deed(agent: str, target: str, **changes: object) -> Interaction:
    """An expulsion on 14 March 2025, but for the changes."""
    roles = (Role("agent", f"state/{agent}"), Role("target", f"state/{target}"))
    return encounter(kind="Expulsion", roles=roles, **changes)


TREATIES = {"roles": encounter().roles, "kind": "AgreementAct"}


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (deed("norway", "russia"), deed("norway", "russia", amount="three diplomats"), True),
        (deed("norway", "russia"), deed("russia", "norway"), False),
        (deed("norway", "russia"), deed("norway", "russia", comment="lifted"), False),
        (
            deed("norway", "russia", instruments=("instrument/a", "instrument/b")),
            deed("norway", "russia", instruments=("instrument/b", "instrument/a")),
            True,
        ),
        (
            encounter(**TREATIES, instruments=("instrument/a",)),
            encounter(**TREATIES, instruments=("instrument/b",)),
            False,
        ),
    ],
    ids=["told twice", "opposite", "imposed and lifted", "treaties in any order", "two treaties"],
)
def test_deeds_are_one_where_the_same_is_done_to_the_same(
    one: Interaction, other: Interaction, same: bool
) -> None:
    """Expelling is not being expelled, and two treaties of one day are two."""
    assert (iris(one) == iris(other, document="press/b.txt")) is same


def test_nothing_is_one_event_without_a_day_or_a_second_participant() -> None:
    """Two reports that both leave out the day, or the partner, are kept apart."""
    for change in ({"begin": "2025-03"}, {"roles": (Role("agent", "state/kenya"),)}):
        (one,), (other,) = (iris(encounter(**change), document=d) for d in ("a.txt", "b.txt"))
        assert one != other


def test_statements_are_never_one() -> None:
    """Each item's statement is its own, whatever it shares with another."""
    said = encounter(kind="Statement")
    assert iris(said) != iris(said, document="press/b.txt")


def test_two_interactions_of_one_item_never_share_an_iri() -> None:
    """Two calls of one day stay two, and another item's two calls are the same two."""
    twice = iris(encounter(), encounter())
    assert len(set(twice)) == 2
    assert twice == iris(encounter(), encounter(), document="press/b.txt")


def test_the_lists_that_are_installed_give_each_entry_its_own_iri() -> None:
    """No state, organization, grouping or person of the vocabulary shares an IRI with another."""
    assert len(directory().known) == len(authority.entries())
    assert directory().known[resource("actor", "russia")].name == "Russia"
