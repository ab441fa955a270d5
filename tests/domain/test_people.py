"""Who people are, what they may do, and who may answer."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.domain.people import Person, PersonKey, Team, roster
from tests.domain.builders import parts, people


@given(people)
def test_key_round_trip(key: PersonKey) -> None:
    """A key that was written can be read again."""
    assert PersonKey.parse(str(key)) == key


@given(parts, parts, st.text(min_size=1))
@example("teams", "T1", "29:1a/b/")
def test_user_ids_may_hold_slashes(platform: str, tenant: str, user: str) -> None:
    """A platform's user id may hold any character, and the key is still read as it was."""
    key = PersonKey(platform, tenant, user)
    assert PersonKey.parse(str(key)) == key


@pytest.mark.parametrize("text", ["", "slack", "slack/T1", "slack/T1/", "/T1/U1", "slack//U1"])
def test_what_is_no_key(text: str) -> None:
    """A text with a part missing or empty is no key."""
    with pytest.raises(ValueError, match="not a person's key"):
        PersonKey.parse(text)


members = st.lists(
    st.builds(
        Person,
        st.builds(
            PersonKey, st.just("slack"), st.just("T1"), st.sampled_from([f"U{i}" for i in range(9)])
        ),
        st.text(max_size=5),
        is_bot=st.booleans(),
        is_guest=st.booleans(),
    ),
    unique_by=lambda person: person.key,
).map(tuple)


@given(members, st.data())
def test_roster(people: tuple[Person, ...], data: st.DataObject) -> None:
    """Exactly those who are no manager, bot or guest may answer."""
    keys = [person.key for person in people]
    managers = data.draw(st.frozensets(st.sampled_from(keys) if keys else st.nothing()))
    expected = {p.key for p in people if not (p.is_bot or p.is_guest)} - managers
    assert set(roster(people, managers)) == expected


@given(members)
def test_roster_order_and_repetition(people: tuple[Person, ...]) -> None:
    """Neither the order of the members nor a member told twice changes the roster."""
    turned = (*reversed(people), *people)
    assert roster(turned, frozenset()) == roster(people, frozenset())
    assert list(roster(people, frozenset())) == sorted(roster(people, frozenset()))


MANAGER, LEADER, MEMBER = (PersonKey("slack", "T1", user) for user in ("U1", "U2", "U3"))
TEAM = Team(
    id="t1",
    platform="slack",
    tenant="T1",
    channel="C1",
    name="Solrosen",
    language="sv",
    timezone="Europe/Stockholm",
    managers=frozenset([MANAGER]),
    facilitators=frozenset([LEADER]),
)


@pytest.mark.parametrize(
    ("person", "leads", "sees"),
    [(MANAGER, True, True), (LEADER, True, False), (MEMBER, False, False)],
    ids=["manager", "leader", "member"],
)
def test_roles(person: PersonKey, leads: bool, sees: bool) -> None:
    """The manager leads and sees results; the samtalsledare only leads; a member neither."""
    assert (TEAM.may_lead(person), TEAM.may_see_results(person)) == (leads, sees)


def test_same_user_id_elsewhere_is_somebody_else() -> None:
    """A user id means something only within its platform and tenant."""
    assert not TEAM.may_lead(MANAGER._replace(tenant="T2"))
    assert not TEAM.may_lead(MANAGER._replace(platform="teams"))
