"""Boxes of every size that matters, with comments short, long and hostile, counted as real ones."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Final

from bot.domain import ballot as sealing
from bot.domain.answers import COMMENT_LIMIT, Answers
from bot.domain.count import count
from bot.domain.disclosure import Result
from bot.domain.people import PersonKey
from bot.domain.programme import Component
from bot.domain.round import Round, RoundState
from bot.locales import Words
from bot.views.model import View
from bot.views.summary import for_manager, pages
from tests.services.people import SCRIPT, TEMA3, team

SIZES: Final = (0, 1, 5, 6, 9, 10, 14, 30, 200)
ABSENT: Final = 3
"""So many more were invited than answered."""

NOON: Final = datetime(2026, 3, 2, 12, tzinfo=UTC)
CLOSED: Final = Round(
    id="r" * 32,
    team_ids=(team().id,),
    theme=TEMA3,
    theme_version=SCRIPT.version,
    opened_at=NOON,
    roster=(),
    invited=0,
    quote_threshold=10,
    state=RoundState.CLOSED,
    closed_at=NOON,
)
KEY: Final = bytes(range(sealing.KEY_BYTES))
CENTRES: Final = dict(zip(Component, (6, 3, 5), strict=True))

SHORT: Final = (
    *("Mer tid.", "Vi hjälps åt.", "vet ej", "Lugna morgnar.", "-", "Rasterna."),
    *("Inget", "Bättre rapport.", "Vet inte", "Skratten!", "", "Tydligare mål."),
)
LONG: Final = tuple(
    (f"{opening} " + "Det vore lättare om vi fick prata ihop oss innan dagen drar i gång. " * 9)[
        :COMMENT_LIMIT
    ].strip()
    for opening in ("Om morgnarna:", "Om rasterna:", "Om helgerna:", "Om rapporten:")
)
HOSTILE: Final = (
    "<!channel> *fet* _kursiv_ `kod` <https://ond.example|klicka>",
    "</script><script>alert(1)</script> & &amp; {count}",
    "\N{RIGHT-TO-LEFT OVERRIDE}bakåt\N{POP DIRECTIONAL FORMATTING} \N{ZERO WIDTH SPACE}osynligt",
    "Å\N{COMBINING RING ABOVE}\N{COMBINING DIAERESIS}" + "\N{COMBINING ACUTE ACCENT}" * 20,
    "rad ett\n\n\n\n\nrad sju\n> citat\n• punkt",
    "99 av 3 svarade. Median: 7",
    "🌻" * 200,
    "ordutanmellanslag" * 30,
    "@here <@U0001> <#C0001|kanal> https://ond.example/a_b_c mailto:ond@exempel.example",
    "👨‍👩‍👧 :tada: ~struket~ ||dolt||",
)
TEXTS: Final = {"short": SHORT, "long": LONG, "hostile": HOSTILE}
TAGS: Final = (("tid",), ("tid", "stod"), (), ("rutiner",), ("stod",))


def box(size: int, texts: Sequence[str]) -> tuple[Answers, ...]:
    """Return as many answers, the same in every run; the first leaves out a question."""
    rng = random.Random(size)
    return tuple(_answer(number, texts[number % len(texts)], rng) for number in range(size))


def counted(answers: Sequence[Answers], quotes: int = CLOSED.quote_threshold) -> Result | None:
    """Seal the answers one by one, and count the box as it is counted at the close."""
    people = (PersonKey("slack", "T1", f"u{number}") for number in range(len(answers)))
    ballots = [
        sealing.seal(KEY, person, answer.checked())
        for person, answer in zip(people, answers, strict=True)
    ]
    return count(
        KEY,
        ballots,
        invited=len(answers) + ABSENT,
        threshold=CLOSED.threshold,
        quote_threshold=quotes,
        rng=random.Random(1),
    )


def closed(answers: Sequence[Answers], quotes: int = CLOSED.quote_threshold) -> Round:
    """Return the round of the box."""
    return replace(CLOSED, invited=len(answers) + ABSENT, quote_threshold=quotes)


def _answer(number: int, text: str, rng: random.Random) -> Answers:
    scores = {c: min(7, max(1, round(rng.gauss(mean, 1.4)))) for c, mean in CENTRES.items()}
    if number == 0:
        del scores[Component.MANAGEABILITY]
    tags = TAGS[number % len(TAGS)]
    return Answers(scores, text, tags, verbatim=number % 4 != 3)


def _summary(size: int, texts: Sequence[str]) -> Callable[[Words], View]:
    answers = box(size, texts)
    result = counted(answers)
    return lambda w: pages(for_manager(closed(answers), result, SCRIPT, team(), w), w)[0]


BOX_MOMENTS: Final = {
    **{f"summary-of-{size}": _summary(size, SHORT) for size in SIZES},
    **{
        f"summary-of-{size}-{kind}": _summary(size, TEXTS[kind])
        for size in SIZES
        if size >= CLOSED.quote_threshold
        for kind in ("long", "hostile")
    },
}
"""The manager's summary of each, its first message; without words shown it is the same for all."""
