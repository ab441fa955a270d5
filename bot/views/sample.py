"""What a manager sees, shown on answers that nobody has given.

The same rules and the same view as for a real result: only the answers are invented.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import chain, cycle, islice, repeat
from typing import Final

from bot.domain.answers import SCALE, Answers
from bot.domain.disclosure import disclose
from bot.domain.programme import Component, Script
from bot.domain.round import Round
from bot.locales import Words
from bot.views.model import Seen, Summary
from bot.views.summary import summary

SHARE: Final = 0.8
"""How many of those who may answer do so, in the example."""

SEED: Final = 2026
"""Everybody who looks gets the same example, however often."""

CENTRES: Final = {
    Component.MEANINGFULNESS: 6,
    Component.MANAGEABILITY: 3,
    Component.COMPREHENSIBILITY: 5,
}
"""Round what the invented answers lie, so that the three differ."""

TAGS_IN_USE: Final = 3
"""How many of the programme's tags the invented answers carry."""

MARKED: Final = (
    "title",
    "essence",
    "taking_part",
    "keep_heading",
    "next_heading",
    "components_heading",
    "tags_heading",
    "comments_heading",
    "held_back_heading",
    "footer",
    "summary_text",
)
"""Texts that say that it is an example: no picture of a part of it passes for a real result."""


def example(round: Round, script: Script, w: Words) -> Seen:
    """Return what the round's manager would see of invented answers, marked as an example."""
    rng = random.Random(SEED)  # noqa: S311 - an example that is always the same, and no secret
    answers = invented(round, script, rng, w)
    result = disclose(answers, round.invited, round.threshold, round.quote_threshold, rng)
    return Seen(
        title=w("seen-sample-title"),
        note=w("seen-sample-note") if result else w("seen-too-few-note"),
        summary=_marked(summary(round, result, script, w), w),
        close=w("receipt-close"),
    )


def real(view: Summary, w: Words) -> Seen:
    """Return a summary that has been shared."""
    return Seen(
        title=w("seen-shared-title"),
        note=w("seen-shared-note"),
        summary=view,
        close=w("receipt-close"),
    )


def invented(round: Round, script: Script, rng: random.Random, w: Words) -> tuple[Answers, ...]:
    """Return as many answers as such a group may give, and enough of them if it can."""
    likely = int(round.invited * SHARE + 0.5)
    # Where words may be shown some are to be seen.
    words = round.quote_threshold if round.invited >= round.quote_threshold else 0
    count = min(round.invited, max(round.threshold, words, likely))
    texts, tags = chain(_words(w), repeat("")), cycle(_tags(script))
    return tuple(
        Answers(
            scores={component: _score(centre, rng) for component, centre in CENTRES.items()},
            comment=text,
            tags=chosen,
            verbatim=bool(text),
        )
        for text, chosen in islice(zip(texts, tags, strict=False), count)
    )


def _score(centre: int, rng: random.Random) -> int:
    """Return a step of the scale round the centre, those near it more often."""
    step = centre + rng.choice((-2, -1, -1, 0, 0, 0, 1, 1, 2))
    return min(max(step, SCALE[0]), SCALE[-1])


def _tags(script: Script) -> list[tuple[str, ...]]:
    """Return the choices of tags that go round: one each, and somebody who chooses none."""
    return [*((tag.id,) for tag in script.programme.tags[:TAGS_IN_USE]), ()]


def _words(w: Words) -> Iterator[str]:
    """Yield what is written in the example; each says by itself that it is invented."""
    yield w("sample-word-routine")
    yield w("sample-word-time")
    yield w("sample-word-help")
    yield w("sample-word-order")
    yield w("sample-word-breaks")
    yield w("sample-word-thanks")


def _marked(view: Summary, w: Words) -> Summary:
    told = {name: text for name in MARKED if (text := getattr(view, name))}
    components = tuple(
        line.model_copy(update={"name": w("seen-sample-mark", text=line.name)})
        for line in view.components
    )
    marked = {name: w("seen-sample-mark", text=text) for name, text in told.items()}
    # A picture would be read without its words, and so without the mark.
    return view.model_copy(update={**marked, "components": components, "picture": None})
