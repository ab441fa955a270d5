"""The forms of a plan: what is asked, and what was understood."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time

from bot.domain.announcing import ShortNotice
from bot.domain.draft import Draft
from bot.domain.people import Team
from bot.domain.plan import Opening
from bot.domain.programme import Programme, Theme, ThemeRef
from bot.domain.wish import LeftOut, Rhythm
from bot.locales import Words
from bot.views.actions import Form
from bot.views.board import theme_title
from bot.views.model import (
    ClockField,
    DayField,
    LineField,
    Option,
    PlainField,
    PlainForm,
    Receipt,
    SelectField,
    TicksField,
)
from bot.views.selecting import yes
from bot.views.when import breaks_in_words, capital, day_in_words, recurrence_in_words

THEME, TEXT, RHYTHM, FIRST, AT = "theme", "when", "rhythm", "first", "at"
COUNT, UNTIL, LEFT_OUT, WEEKS = "count", "until", "left-out", "weeks"
ANNOUNCE, OPENING = "announce", "opening"
"""The names of the fields."""

EVERY = "all"
"""As many occasions as there are themes."""

ANNOUNCED = (0, 1, 2, 3, 5, 7, 14)
"""How many days ahead an occasion may be announced, as it is offered."""

DATES_SHOWN = 5
MOST_COUNT = 30
USUAL_TIME = time(9)
USUALLY_ANNOUNCED = "3"


@dataclass(frozen=True)
class Noticed:
    """What is told of a plan's days besides their themes.

    `left_out` are the days that fall away, with the name of the holiday where there is one. `taken`
    are the days on which the team has something planned already. `soon` tells of those that the
    team can't be told of as long before as was asked for.
    """

    left_out: Sequence[tuple[date, str]] = ()
    taken: Sequence[date] = ()
    soon: ShortNotice | None = None


def plan_form(
    team: Team, programmes: Sequence[Programme], start: ThemeRef | None, first: date, w: Words
) -> PlainForm:
    """Return the form. `start` is the theme that the team takes next, `first` a day to begin."""
    return PlainForm(
        form=Form.PLAN,
        title=w("planning-title"),
        intro=(w("planning-intro"),),
        fields=(
            SelectField(
                name=THEME,
                label=w("planning-theme"),
                hint=w("planning-theme-hint"),
                groups=tuple(_group(programme, w) for programme in programmes),
                chosen=str(start) if start else "",
            ),
            *_when(first, w),
            *_which_days(w),
            _select(ANNOUNCE, w("planning-announce"), _announcements(w), USUALLY_ANNOUNCED),
            _select(OPENING, w("planning-opening"), _openings(w), Opening.ASK),
        ),
        submit=w("planning-submit"),
        close=w("plan-skip-no"),
        meta=team.id,
    )


def _when(first: date, w: Words) -> tuple[PlainField, ...]:
    """Return what asks how often the team meets, in its own words or by choosing."""
    return (
        LineField(
            name=TEXT,
            label=w("planning-when"),
            hint=w("planning-when-hint"),
            placeholder=w("planning-when-example"),
        ),
        _select(RHYTHM, w("planning-rhythm"), _rhythms(w), Rhythm.BIWEEKLY),
        DayField(name=FIRST, label=w("planning-first"), value=first, required=True),
        ClockField(name=AT, label=w("planning-at"), value=USUAL_TIME),
    )


def _which_days(w: Words) -> tuple[PlainField, ...]:
    """Return what asks how many days there are to be, until when, and which are left out."""
    return (
        _select(COUNT, w("planning-how-many"), _counts(w), EVERY),
        DayField(name=UNTIL, label=w("planning-until"), hint=w("planning-until-hint")),
        TicksField(
            name=LEFT_OUT,
            label=w("planning-left-out"),
            options=_breaks_offered(w),
            chosen=tuple(each.value for each in LeftOut),
        ),
        LineField(name=WEEKS, label=w("planning-weeks"), hint=w("planning-weeks-hint")),
    )


def understood(
    draft: Draft,
    days: Sequence[date],
    noticed: Noticed,
    themes: Mapping[ThemeRef, Theme],
    meta: str,
    w: Words,
) -> PlainForm:
    """Say back what was understood: the first dates with their themes come first."""
    shown = tuple(
        _date(draft, day, _title(ref, themes, w), w)
        for day, ref in zip(days[:DATES_SHOWN], draft.themes, strict=False)
    )
    rest = len(days) - len(shown)
    more = (w("planning-more", count=rest, last=day_in_words(days[-1], w, year=True)),)
    return PlainForm(
        form=Form.PLAN_SURE,
        title=w("planning-title"),
        heading=_rhythm(draft, days, w),
        lines=(*shown, *(more if rest else ())),
        notes=(
            *_taken(noticed.taken, w),
            *_ends(draft, days, themes, w),
            *_unfitting(draft, days, themes, w),
            *_left_out(noticed.left_out, w),
            *_breaks(draft, w),
            " ".join((_told(draft, days, noticed.soon, w), _begins(draft, w))),
        ),
        submit=w("planning-save"),
        close=w("planning-back"),
        meta=meta,
    )


def saved(days: Sequence[date], at: time, w: Words) -> Receipt:
    """Say that the plan is saved, and what happens next."""
    first = w("plan-when", day=day_in_words(days[0], w), time=f"{at:%H:%M}")
    return _receipt((w("planning-saved", count=len(days), when=first), w("planning-saved-next")), w)


def refused(reason: str, w: Words) -> Receipt:
    """Say why the plan could not be saved."""
    return _receipt((reason,), w)


def _receipt(lines: tuple[str, ...], w: Words) -> Receipt:
    return Receipt(title=w("planning-title"), lines=lines, close=w("receipt-close"))


def _group(programme: Programme, w: Words) -> tuple[str, tuple[Option, ...]]:
    refs = ((ThemeRef(programme=programme.id, theme=each.id), each) for each in programme.dialogues)
    options = tuple(Option(value=str(ref), label=theme_title(theme, w)) for ref, theme in refs)
    return programme.title.get(w.language), options


def _select(name: str, label: str, options: tuple[Option, ...], chosen: str) -> SelectField:
    return SelectField(name=name, label=label, groups=(("", options),), chosen=chosen)


def _rhythms(w: Words) -> tuple[Option, ...]:
    return tuple(Option(value=each, label=w(f"planning-rhythm-{each.value}")) for each in Rhythm)


def _breaks_offered(w: Words) -> tuple[Option, ...]:
    return tuple(Option(value=each, label=w(f"planning-left-out-{each.value}")) for each in LeftOut)


def _openings(w: Words) -> tuple[Option, ...]:
    return tuple(Option(value=each, label=w(f"planning-opening-{each.value}")) for each in Opening)


def _counts(w: Words) -> tuple[Option, ...]:
    every = Option(value=EVERY, label=w("planning-count-all"))
    numbers = range(1, MOST_COUNT + 1)
    return (every, *(Option(value=str(n), label=w("planning-count", count=n)) for n in numbers))


def _announcements(w: Words) -> tuple[Option, ...]:
    return tuple(
        Option(value=str(days), label=w("planning-announced", days=days)) for days in ANNOUNCED
    )


def _rhythm(draft: Draft, days: Sequence[date], w: Words) -> str:
    if draft.recurrence is None:
        day = day_in_words(draft.first, w, year=True)
        return capital(w("plan-when", day=day, time=f"{draft.at:%H:%M}"))
    said = recurrence_in_words(draft.recurrence, draft.at, w)
    return capital(w("planning-rhythm-said", rhythm=said, count=len(days)))


def _breaks(draft: Draft, w: Words) -> tuple[str, ...]:
    said = breaks_in_words(draft.breaks, w) if draft.recurrence else ()
    return (w("planning-breaks", what=", ".join(said)),) if said else ()


def _left_out(days: Sequence[tuple[date, str]], w: Words) -> tuple[str, ...]:
    """Name the first days that fall away, and why, as far as there is a name for it."""
    named = [
        f"{day_in_words(day, w)} ({why})" if why else day_in_words(day, w)
        for day, why in days[:DATES_SHOWN]
    ]
    return (w("planning-away", days=", ".join(named)),) if named else ()


def _taken(days: Sequence[date], w: Words) -> tuple[str, ...]:
    named = ", ".join(day_in_words(day, w) for day in days[:DATES_SHOWN])
    return (w("planning-taken", days=named),) if days else ()


def _date(draft: Draft, day: date, title: str, w: Words) -> str:
    """Return a day with its theme; of a single one the day stands above already."""
    if draft.recurrence is None:
        return title
    return w("planning-date", day=capital(day_in_words(day, w, year=True)), title=title)


def _told(draft: Draft, days: Sequence[date], soon: ShortNotice | None, w: Words) -> str:
    """Return when the team is told, of all of them and of those that are too near for that."""
    usual = w("planning-announced-said", days=draft.announce_days)
    if soon is None:
        return usual
    when = w("planning-announced-saved")
    if soon.first:
        day, at = soon.first
        when = w("plan-when", day=day_in_words(day, w), time=f"{at:%H:%M}")
    if len(days) == 1:
        return w("planning-announced-once", when=when)
    return f"{usual} {w('planning-announced-soon', count=soon.count, when=when)}"


def _begins(draft: Draft, w: Words) -> str:
    return w(f"planning-opening-said-{draft.opening.value}")


def _ends(
    draft: Draft, days: Sequence[date], themes: Mapping[ThemeRef, Theme], w: Words
) -> tuple[str, ...]:
    """Say when the programme is evaluated, where that day is not among those that are shown."""
    planned = list(zip(days, draft.themes, strict=False))[DATES_SHOWN:]
    return tuple(
        w("planning-evaluation", title=_title(ref, themes, w), day=day_in_words(day, w, year=True))
        for day, ref in planned
        if themes[ref].evaluation
    )


def _unfitting(
    draft: Draft, days: Sequence[date], themes: Mapping[ThemeRef, Theme], w: Words
) -> tuple[str, ...]:
    left = [themes[ref] for ref in draft.themes[len(days) :]]
    if not left or not draft.recurrence:
        return ()
    evaluations = sum(theme.evaluation for theme in left)
    count = len(left) - evaluations
    return (w("planning-unfitting", count=count, evaluation=yes(evaluations > 0)),)


def _title(ref: ThemeRef, themes: Mapping[ThemeRef, Theme], w: Words) -> str:
    return theme_title(themes[ref], w)
