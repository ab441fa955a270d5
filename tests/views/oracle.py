"""What may be said of a box, worked out again from its answers, and by other means than the bot's.

Nothing of `bot.domain.disclosure` or `bot.domain.stats` is used: what a rule says is written out
here as it stands in docs/explanation/anonymity.md.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from fractions import Fraction
from math import ceil

from bot.domain.answers import Answers
from bot.domain.programme import Component

ENOUGH, ENOUGH_FOR_MORE, SMALLEST = 6, 10, 3
NO_ANSWER = re.compile(r"(vet (ej|inte)|inget|-)", re.IGNORECASE)
"""What says nothing in the boxes of these tests."""

BANDS = {1: [1, 2], 2: [1, 2], 3: [3, 5], 4: [3, 5], 5: [3, 5], 6: [6, 7], 7: [6, 7]}


class Oracle:
    """All numbers of the summary of a box.

    `title` are those in its title, `quotes` is from how many answers on words are shown.
    """

    def __init__(
        self,
        answers: Sequence[Answers],
        invited: int,
        title: list[int],
        quotes: int = ENOUGH_FOR_MORE,
    ) -> None:
        self.answers, self.invited, self.title, self.quotes = answers, invited, title, quotes
        self.shown = [c for c in Component if len(self.values(c)) >= ENOUGH]

    def numbers(self) -> dict[str, list[int]]:
        """Return the numbers of each text of the summary, by its place in the view."""
        if len(self.answers) < ENOUGH:
            said = {"title": self.title, "taking_part": [ENOUGH]}
            return {**said, "summary_text": [*self.title, ENOUGH]}
        taking = [len(self.answers), self.invited]
        counts = [*(count for _, count in self.tags()), *self.unknowing()]
        return {
            "title": self.title,
            "taking_part": taking,
            "summary_text": [*self.title, *taking],
            **dict(self._components()),
            **dict(self._picture(taking)),
            **{f"tags.{place}": [count] for place, count in enumerate(counts)},
            **dict(self._held_back()),
        }

    def comments(self) -> Counter[str]:
        """Return the comments that are shown word for word."""
        if len(self.answers) < self.quotes:
            return Counter()
        return Counter(
            a.comment
            for a in self.answers
            if a.comment and a.verbatim and not NO_ANSWER.fullmatch(a.comment)
        )

    def order(self) -> list[Component]:
        """Return the components that are shown, from the highest to the lowest."""
        ranks = {c: self.middle(c) for c in self.shown}
        return sorted(ranks, key=lambda c: (ranks[c][1], ranks[c][0], ranks[c][2]), reverse=True)

    def strongest(self) -> list[Component]:
        """Return what is to be kept: the highest, unless all are alike or it is low as well."""
        highest = [c for c in self.shown if self.middle(c) == self.middle(self.order()[0])]
        low = [c for c in highest if self.middle(c)[1] in (1, 2)]
        return [] if low or highest == self.shown else highest

    def weakest(self) -> list[Component]:
        """Return what to talk about next: the lowest, however many are alike."""
        return [c for c in self.shown if self.middle(c) == self.middle(self.order()[-1])]

    def values(self, component: Component) -> list[int]:
        """Return what was answered to a question, in order."""
        return sorted(a.scores[component] for a in self.answers if component in a.scores)

    def middle(self, component: Component) -> tuple[int, int, int]:
        """Return the lower quartile, the median and the upper quartile, each somebody's answer."""
        values = self.values(component)
        low, median, high = (
            values[ceil(Fraction(quarter, 4) * len(values)) - 1] for quarter in (1, 2, 3)
        )
        if len(values) < ENOUGH_FOR_MORE:
            low, high = min(low, 6), max(high, 2)
        return low, median, high

    def cells(self, component: Component) -> list[tuple[int, int, int]]:
        """Return the bins from the left, each grown to three; what is left joins the last."""
        values = self.values(component)
        if len(values) < ENOUGH_FOR_MORE:
            return []
        bins: list[list[int]] = [[]]
        for step in range(1, 8):
            bins[-1].append(step)
            if sum(value in bins[-1] for value in values) >= SMALLEST:
                bins.append([])
        rest = bins.pop()
        bins[-1].extend(rest)
        return [(b[0], b[-1], sum(value in b for value in values)) for b in bins]

    def _components(self) -> Iterator[tuple[str, list[int]]]:
        for place, component in enumerate(self.shown):
            low, median, high = self.middle(component)
            half = [low] if low == high else [low, high]
            yield f"components.{place}.ends", [1, 7]
            yield f"components.{place}.headline", [median, 1, 7, *half]
            yield f"components.{place}.band", BANDS[median]
            for row, (first, last, count) in enumerate(self.cells(component)):
                span = [first] if first == last else [first, last]
                yield f"components.{place}.distribution.{row}", [*span, count]

    def _picture(self, taking: list[int]) -> Iterator[tuple[str, list[int]]]:
        if not self.shown:
            return
        yield "picture.title", self.title
        yield "picture.subtitle", taking
        yield "picture.answered", taking[:1]
        for place, component in enumerate(self.shown):
            at = f"picture.rows.{place}"
            low, median, high = self.middle(component)
            cells = self.cells(component)
            if not cells:
                yield f"{at}.text", BANDS[median]
                continue
            yield f"{at}.text", [median, *([low] if low == high else [low, high])]
            yield f"{at}.median", [median]
            yield f"{at}.middle_low", [low]
            yield f"{at}.middle_high", [high]
            for row, cell in enumerate(cells):
                for name, number in zip(("low", "high", "count"), cell, strict=True):
                    yield f"{at}.cells.{row}.{name}", [number]

    def tags(self) -> list[tuple[str, int]]:
        """Return the tags that are told, in order, with how many chose each."""
        n = len(self.answers)
        if n < ENOUGH:
            return []
        counts = Counter(tag for a in self.answers for tag in a.tags)
        told = [(tag, min(c, n - 2)) for tag, c in counts.items() if c >= SMALLEST]
        told.sort(key=lambda each: (-each[1], each[0]))
        while sum(count for _, count in told) > 2 * n - 3:
            told.pop()
        return told

    def unknowing(self) -> list[int]:
        """Return how many did not know, if that is told, and never all but one of the unquoted."""
        unquoted = len(self.answers) - self.comments().total()
        unknowing = sum(bool(NO_ANSWER.fullmatch(a.comment)) for a in self.answers)
        least = min(unknowing, unquoted - 2)
        return [least] if len(self.answers) >= ENOUGH and least >= SMALLEST else []

    def _held_back(self) -> Iterator[tuple[str, list[int]]]:
        """Yield the numbers of the rules: they do not come from the answers."""
        given = [len(self.values(c)) for c in Component]
        few = any(ENOUGH <= n < ENOUGH_FOR_MORE for n in given)
        not_drawn = [[ENOUGH_FOR_MORE]] * few + [[ENOUGH] for n in given if n < ENOUGH]
        words = [self.quotes] if len(self.answers) < self.quotes else []
        lines = [words, [SMALLEST, SMALLEST]]
        for place, numbers in enumerate([*lines, *not_drawn]):
            if numbers:
                yield f"held_back.{place}", numbers
        if not_drawn and self.shown:
            yield "picture.footer", [n for numbers in not_drawn for n in numbers]
