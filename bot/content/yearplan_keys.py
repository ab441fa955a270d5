"""The keys of the file of the year, `arshjul.yaml`, and what may stand after them."""

from __future__ import annotations

from collections.abc import Mapping

from bot.domain.plan import Opening

YEAR, ALL, TEAMS = "år", "alla", "team"
TOP = (YEAR, ALL, TEAMS)

PROGRAMME, THEME, WHEN = "program", "första-tema", "när"
FROM, UNTIL, COUNT = "från", "till", "antal"
LEFT_OUT, ANNOUNCE, START = "utelämna", "meddela", "start"
FOR_ALL = (PROGRAMME, LEFT_OUT, ANNOUNCE, START)
ENTRY = (PROGRAMME, THEME, WHEN, FROM, UNTIL, COUNT, LEFT_OUT, ANNOUNCE, START)
SERIES_ONLY = (FROM, UNTIL, COUNT, LEFT_OUT)
"""What a single occasion has no use for."""

HOLIDAYS, SQUEEZE, JULY, WEEKS = "helgdagar", "klämdagar", "juli", "veckor"
BREAKS = (HOLIDAYS, SQUEEZE, JULY, WEEKS)

YES_NO: Mapping[str, bool] = {"ja": True, "nej": False, "yes": True, "no": False}
STARTS: Mapping[str, Opening] = {"fråga": Opening.ASK, "själv": Opening.AUTO}

YEARS = range(2020, 2101)
