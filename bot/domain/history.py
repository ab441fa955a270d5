"""A team's results over time, from nothing but what was published of each round.

Every function takes published results and no other: so nothing comes out that could not be worked
out by whoever reads the publications one by one, and nobody is followed from round to round.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from bot.domain.disclosure import ComponentResult, Result
from bot.domain.programme import Component, ScaleQuestion, Script, ThemeRef
from bot.domain.round import Round
from bot.domain.trend import Trend, point, trend


@dataclass(frozen=True)
class Published:
    """A closed round with its result, None for too few, and the texts that it ran.

    `day` is when it closed, on the calendar of the team that it is looked at from; `teams` are
    the names of those that shared its box.
    """

    round: Round
    result: Result | None
    script: Script
    day: date
    teams: tuple[str, ...]

    def component(self, component: Component) -> ComponentResult | None:
        """Return what was published of a component, None when it was not."""
        every = self.result.components if self.result else ()
        return next((each for each in every if each.component is component), None)

    @property
    def evaluates(self) -> bool:
        """Whether it asked about a programme, and not about the work."""
        return self.script.theme.evaluation


@dataclass(frozen=True)
class Series:
    """Rounds that may be compared, the earliest first.

    They were answered by the same teams together, and all are dialogues, or all the same survey:
    who answers a survey about leaving are other people than those who meet. Evaluations are in
    none: they ask about something else.
    """

    rounds: tuple[Published, ...]

    @property
    def latest(self) -> Published:
        """The last of the rounds."""
        return self.rounds[-1]

    def trend(self, component: Component) -> Trend | None:
        """Return how a component moved, None where nothing was published of it."""
        asked: list[ScaleQuestion] = []
        points = []
        for each in self.rounds:
            found = each.component(component)
            if found is None:
                continue
            # The same words and ends are the same question, also in another edition of a theme.
            question = each.script.theme.questions[component]
            if question not in asked:
                asked.append(question)
            points.append(point(each.round.id, each.day, asked.index(question), found))
        return trend(points) if points else None


@dataclass(frozen=True)
class TagSum:
    """How many answers carry a tag in all rounds together; with `at_least`, so many or more."""

    name: str
    count: int
    at_least: bool


def series(published: Iterable[Published]) -> tuple[Series, ...]:
    """Return the rounds in series: the team's own dialogues first, then what began earlier."""
    found: dict[tuple[tuple[str, ...], ThemeRef | None], list[Published]] = {}
    for each in sorted(published, key=_by_time):
        if each.evaluates:
            continue
        survey = each.round.theme if each.round.rolling else None
        found.setdefault((each.round.team_ids, survey), []).append(each)
    own = sorted(found, key=lambda key: (key[1] is not None, len(key[0]) > 1))
    return tuple(Series(tuple(found[key])) for key in own)


def evaluations(published: Iterable[Published]) -> tuple[Published, ...]:
    """Return the rounds that asked about a programme, the earliest first."""
    return tuple(each for each in sorted(published, key=_by_time) if each.evaluates)


def tag_sums(
    rounds: Sequence[Published], name: Callable[[Published, str], str]
) -> tuple[TagSum, ...]:
    """Return the sums of the counts that were published, the greatest first.

    `name` returns what a round calls a tag: by that tags of several programmes are the same. A sum
    is exact only where each round with a result tells an exact number; a tag that was not shown
    may have been chosen by some all the same.
    """
    counted = [each for each in rounds if each.result is not None]
    shown: dict[str, list[tuple[int, bool]]] = {}
    for each in counted:
        for tag in each.result.tags if each.result else ():
            shown.setdefault(name(each, tag.tag), []).append((tag.count, tag.at_least))
    sums = [
        TagSum(
            tag,
            sum(count for count, _ in counts),
            len(counts) < len(counted) or any(at_least for _, at_least in counts),
        )
        for tag, counts in shown.items()
    ]
    return tuple(sorted(sums, key=lambda each: (-each.count, each.name)))


def _by_time(each: Published) -> tuple[str, str]:
    closed = each.round.closed_at
    return (closed.isoformat() if closed else "", each.round.id)
