"""A year of two hundred teams, with kills, outages and clocks that are set: nothing lost or twice.

What must have happened is told by `tests.services.oracle`, which shares no code with the bot.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from bot.domain.due import Due, DueKind
from bot.domain.plan import GRACE, OccasionState
from bot.services import agenda, occasions
from bot.services.deps import Deps
from tests.services.oracle import HELD, MISSED, SKIPPED, Deed, Meeting, Team
from tests.services.simulation import Simulation

TEAMS, FEW = 200, 40
SEEDS = (1, 2)


def judged(year: Simulation) -> list[Team]:
    """Return what must be true of each team."""
    teams = {each.team: Team(each, year.begun) for each in year.specs}
    for entry in year.log:
        if isinstance(entry, Deed):
            teams[entry.team].deed(entry)
        else:
            for team in teams.values():
                team.wake(entry)
    return list(teams.values())


def wrongs(year: Simulation) -> list[str]:
    """Return all that is not as it must be."""
    posts: dict[str, list[datetime]] = defaultdict(list)
    for at, key in year.platform.posts:
        posts[key].append(at)
    found = [f"{key} {len(times)} times" for key, times in posts.items() if len(times) > 1]
    expected: set[str] = set()
    maybe: set[str] = set()
    for team in judged(year):
        name = team.spec.team
        slots = {slot for of, slot in year.occasions if of == name}
        if slots != {each.slot for each in team.meetings} or team.hindered:
            found.append(f"{name} has other days")
            continue
        for each in team.meetings:
            occasion = year.occasions[name, each.slot]
            found += _one(name, each, occasion.state.value, occasion.reported)
            (maybe if not each.announced and each.doubtful else expected).update(
                [f"occasion/{occasion.id}"] if each.announced or each.doubtful else []
            )
            if each.announced and not each.doubtful:
                told = posts[f"occasion/{occasion.id}"]
                found += [f"{name} {each.slot} announced {told}"] * (told != each.announced)
            expected |= {f"open/{occasion.id}/{at:%Y%m%dT%H%M}/leder-{name}" for at in each.asked}
            expected |= {f"missed/{name}/{day}/leder-{name}" for day in each.reported}
        had = [f"samtal{theme}" for _, theme in sorted(team.had)]
        real = [theme for of, theme, _ in year.sessions if of == name]
        found += [f"{name} had {real}, not {had}"] * (real != had)
    boards = sum(key.startswith("board/") for key in posts)
    found += ["a dialogue was not shown"] * (boards != len(year.sessions))
    real_posts = {key for key in posts if not key.startswith("board/")}
    found += [f"never: {key}" for key in expected - real_posts]
    found += [f"unexpected: {key}" for key in real_posts - expected - maybe]
    return found


def _one(name: str, each: Meeting, state: str, reported: object) -> list[str]:
    told = each.reported[-1] if each.reported else None
    wrong = [f"{name} {each.slot} is {state}, not {each.state}"] * (state != each.state)
    return wrong + [f"{name} {each.slot} told {reported}, not {told}"] * (reported != told)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_year_goes_by(tmp_path: Path, seed: int) -> None:
    """Every occasion is announced, begun or told of as missed, once; no theme is lost."""
    year = Simulation(tmp_path, seed, TEAMS)
    year.run()
    assert wrongs(year) == []
    kinds = Counter(each.state.value for each in year.occasions.values())
    assert set(kinds) == {HELD, MISSED, SKIPPED}, kinds
    assert min(kinds.values()) > 50
    assert year.killed > 50
    assert year.away > 20


def twice(monkeypatch: pytest.MonkeyPatch) -> None:
    """Come due once more after the beginning, and begin again what has been begun."""
    _careless(monkeypatch, OccasionState.HELD)
    begin = occasions.begin

    def again(deps: Deps, occasion_id: str, now: datetime) -> None:
        begin(deps, occasion_id, now)
        later = Due(DueKind.OCCASION_START, occasion_id, "again", now + GRACE * 0.9)
        deps.store.write(lambda tx: tx.dues.schedule(later))

    monkeypatch.setattr(occasions, "begin", again)


def skipped_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """Begin what was skipped: it stays due, and the state is not looked at."""
    monkeypatch.setattr(agenda, "unschedule", lambda _tx, _occasion: None)
    _careless(monkeypatch, OccasionState.SKIPPED)


def another_key(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have each change of an occasion announced in a message of its own."""
    monkeypatch.setattr(agenda, "announcement", lambda each: f"occasion/{each.id}/{each.revision}")


def never_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tell nobody of what was missed."""
    monkeypatch.setattr(agenda, "_tell", lambda *_: None)


def _careless(monkeypatch: pytest.MonkeyPatch, state: OccasionState) -> None:
    begin = occasions.begin

    def careless(deps: Deps, occasion_id: str, now: datetime) -> None:
        occasion = deps.store.read(lambda tx: tx.occasions.get(occasion_id))
        if occasion is not None and occasion.state is state:
            again = replace(occasion, state=OccasionState.PLANNED)
            deps.store.write(lambda tx: tx.occasions.save(again))
        begin(deps, occasion_id, now)

    monkeypatch.setattr(occasions, "begin", careless)


@pytest.mark.parametrize(
    ("plant", "sign"),
    [
        (twice, " had "),
        (skipped_all_the_same, " is "),
        (another_key, "unexpected: occasion/"),
        (never_told, "never: missed/"),
    ],
)
def test_a_planted_fault_is_found(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    plant: Callable[[pytest.MonkeyPatch], None],
    sign: str,
) -> None:
    """The control: with a fault in the bot the same comparison fails."""
    plant(monkeypatch)
    year = Simulation(tmp_path, SEEDS[0], FEW)
    year.run()
    assert any(sign in wrong for wrong in wrongs(year))
