"""What is read, and the parts it is put together from."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date, time

from bot.domain.recurrence import Recurrence
from bot.domain.when.text import quoted
from bot.errors import UnclearWhen


@dataclass(frozen=True)
class When:
    """What was read: how often, or one day; and the time of day, if there was one."""

    recurrence: Recurrence | None
    day: date | None
    at: time | None

    def __post_init__(self) -> None:
        """Refuse both and neither. Raises ValueError."""
        if (self.recurrence is None) == (self.day is None):
            raise ValueError("either a recurrence or a day")


@dataclass
class Parts:
    """The parts found in a text, each at most once.

    Of what comes back: every so many `weeks` or `months`; `each` is the 3 of "var tredje onsdag",
    which is every third week unless it is "i månaden"; `nth` a weekday's place in a month; `plural`
    a weekday said so ("tisdagar"); `even` whether it is in even or odd weeks.

    Of one day: `date` (year, month, day; the year may be None), `month_day` a day of the coming
    month that has it, `month` (year, month) of an nth weekday, `month_ahead` the next month, `week`
    (year, number), `week_ahead` calendar weeks from this one, `weeks_ahead` and `days` from today.

    Of the time: `clock` in minutes since midnight, `vague` when it may be twelve hours later, and
    whether it is `late` in the day.
    """

    text: str
    weekday: int | None = None
    plural: bool | None = None
    weeks: int | None = None
    months: int | None = None
    each: int | None = None
    nth: int | None = None
    even: bool | None = None
    date: tuple[int | None, int, int] | None = None
    month_day: int | None = None
    month: tuple[int | None, int] | None = None
    month_ahead: int | None = None
    days: int | None = None
    weeks_ahead: int | None = None
    week_ahead: int | None = None
    week: tuple[int | None, int] | None = None
    clock: int | None = None
    vague: bool | None = None
    late: bool | None = None

    def put(self, **found: object) -> None:
        """Keep parts. Raises UnclearWhen when another one of the kind was found before."""
        for name, value in found.items():
            if getattr(self, name) not in (None, value):
                raise self.unclear("several")
            setattr(self, name, value)

    def has(self, *names: str) -> tuple[str, ...]:
        """Return those of the names that parts were found of."""
        return tuple(name for name in names if getattr(self, name) is not None)

    def only_time(self) -> bool:
        """Return whether a time of day was found and nothing else."""
        others = {each.name for each in fields(self)} - {"text", "clock", "vague", "late"}
        return self.clock is not None and not self.has(*others)

    def unclear(self, kind: str) -> UnclearWhen:
        """Return the error that says what is amiss with the text."""
        return UnclearWhen(text=quoted(self.text), kind=kind)
