"""The addresses of calendars: the same when asked again, another's never, and nobody's guess."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.feed import MAC_BYTES, SECRET_BYTES, Feed, team_in

FEED = Feed("https://apt.example", bytes(range(SECRET_BYTES)))
TEAM = "0123456789abcdef"

team_ids = st.from_regex(r"[A-Za-z0-9_-]{1,64}", fullmatch=True)
generations = st.integers(0, 1_000)


def test_address_is_the_same_when_asked_again() -> None:
    """It is kept nowhere, and can be shown whenever somebody asks."""
    address = FEED.address(TEAM, 0)
    assert address == FEED.address(TEAM, 0)
    assert address == f"https://apt.example/kalender/{FEED.token(TEAM, 0)}.ics"


def test_secret_is_not_shown() -> None:
    """Whoever prints the feed does not print what its addresses are made from."""
    assert repr(FEED) == "Feed(url='https://apt.example')"


@given(team_ids, generations, team_ids, generations)
def test_token_fits_its_own_team_and_generation_alone(
    team: str, generation: int, other: str, another: int
) -> None:
    """A revoked token, or one for another team, opens nothing."""
    token = FEED.token(team, generation)
    assert team_in(token) == team
    assert FEED.fits(token, team, generation)
    assert FEED.fits(token, other, another) == ((team, generation) == (other, another))
    assert not FEED.fits(token, None, generation)


@given(st.binary(min_size=SECRET_BYTES, max_size=SECRET_BYTES))
def test_another_secret_makes_other_tokens(secret: bytes) -> None:
    """Who knows the team and the generation knows nothing without the secret."""
    other = Feed(FEED.url, secret)
    assert other.fits(FEED.token(TEAM, 0), TEAM, 0) == (secret == FEED.secret)


@given(st.integers(0, MAC_BYTES * 2 - 1), st.sampled_from("0123456789abcdef"))
def test_one_wrong_sign_is_enough(place: int, sign: str) -> None:
    """Nothing near a token opens anything."""
    token = FEED.token(TEAM, 0)
    at = len(TEAM) + 1 + place
    forged = token[:at] + sign + token[at + 1 :]
    assert FEED.fits(forged, TEAM, 0) == (forged == token)


@given(st.text())
def test_any_text_is_read_without_an_error(text: str) -> None:
    """What is no token names no team, or one that it does not open."""
    team = team_in(text)
    assert team is None or not FEED.fits(text, team, 0)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "-",
        f"-{'0' * 32}",
        f"../{TEAM}-{'0' * 32}",
        f"{TEAM}-{'0' * 31}",
        f"{TEAM}-{'0' * 32}\n",
        f"{TEAM}-{'A' * 32}",
        f"{'x' * 65}-{'0' * 32}",
        f"å-{'0' * 32}",
    ],
)
def test_what_is_no_token_names_no_team(text: str) -> None:
    """Nothing but a team's id and a code of the right length is looked up at all."""
    assert team_in(text) is None


def test_token_for_no_team_at_all_is_refused() -> None:
    """The stand-in that unknown teams are compared with is no way in."""
    assert not FEED.fits(FEED.token("nobody", 0), None, 0)
