"""Which days are holidays where the bot is used: in Sweden.

Public holidays by the law on them (lag 1989:253), and the eves that workplaces keep like holidays:
påskafton, midsommarafton, julafton and nyårsafton. An ordinary Sunday is no holiday here, and
neither is a day that some work half of (trettondagsafton, skärtorsdag, valborgsmässoafton).
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import lru_cache

_EASTER_EVE = "Påskafton"
_LANGUAGES = {"en": "en_US"}
"""What the library calls our languages; any other one gets the Swedish names."""


def swedish_holiday(day: date) -> bool:
    """Return whether the day is a public holiday or an eve that workplaces keep."""
    return day in _holidays(day.year, "sv")


def holiday_name(day: date, language: str) -> str:
    """Return what the holiday is called, Swedish for a language without names; "" for none."""
    return _holidays(day.year, _LANGUAGES.get(language, "sv")).get(day, "")


@lru_cache(maxsize=64)
def _holidays(year: int, language: str) -> Mapping[date, str]:
    """Return the holidays of a year with their names.

    Threads that ask at once may each work the year out; they get the same.
    """
    # Not before it is needed: most commands start without it.
    from holidays.constants import DE_FACTO, OPTIONAL, PUBLIC
    from holidays.countries.sweden import Sweden

    def of(*categories: str, names: str) -> Mapping[date, str]:
        return Sweden(years=year, include_sundays=False, categories=categories, language=names)

    eves = (day for day, name in of(OPTIONAL, names="sv").items() if name == _EASTER_EVE)
    optional = of(OPTIONAL, names=language)
    return {**of(PUBLIC, DE_FACTO, names=language), **{eve: optional[eve] for eve in eves}}
