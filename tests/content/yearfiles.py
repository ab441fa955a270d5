"""A good file of the year for the tests, and what can be wrong in it."""

from __future__ import annotations

import re
from pathlib import Path

from bot.content import YearRead, read_year
from tests.services.people import PROGRAMMES

GOOD = """\
år: 2027
alla:
  program: kvarten
  utelämna: {helgdagar: ja, klämdagar: ja, juli: ja, veckor: "8, 44"}
  meddela: 7
  start: fråga
team:
  natt-manen:
    - när: andra tisdagen i månaden 13.30
      från: 1 september
      antal: 2
    - program: extra
      första-tema: workshop
      när: 15 april 13:00
  koket:
    - första-tema: tema2
      när: varannan fredag 8:00
      till: 2027-03-01
      start: själv
      meddela: 0
      utelämna: {juli: nej, veckor: [51, 52]}
"""
MISTAKES: dict[str, tuple[str, str]] = {
    "nothing at all": ("(?s).*", ""),
    "only comments": ("(?s).*", "# inget än\n"),
    "a list": ("(?s).*", "- natt-manen\n"),
    "a misspelled key at the top": ("alla:", "allla:"),
    "a key of another language": ("team:", "teams:"),
    "a misspelled key of an entry": ("antal: 2", "antl: 2"),
    "a misspelled break": ("klämdagar: ja", "klamdagar: ja"),
    "a key of an entry for all": ("  meddela: 7", "  antal: 7"),
    "no year": ("år: 2027\n", ""),
    "a year in words": ("2027\nalla", "i år\nalla"),
    "a year long ago": ("år: 2027", "år: 1927"),
    "a year far away": ("år: 2027", "år: 20270"),
    "no teams": ("(?s)team:.*", ""),
    "teams as a list": ("(?s)team:.*", "team: [natt-manen]\n"),
    "a team without entries": ("(?s)  koket:.*", "  koket:\n"),
    "a theme by half its key": ("    - första-tema: tema2\n", "    - tema: tema2\n"),
    "a team with keys instead of a list": ("    - första-tema: tema2\n", "      första: 1\n"),
    "a team twice": ("  koket:", "  Natt-Manen:"),
    "a team in the same words": ("  koket:", "  natt-manen:"),
    "two teams in one": ("  koket:", "  koket, natt:"),
    "all as a text": ("(?s)alla:.*(?=team:)", "alla: kvarten\n"),
    "an entry as a text": ("(?s)    - första-tema: tema2.*", "    - varje fredag 8:00\n"),
    "no programme": ("  program: kvarten\n", ""),
    "a programme without a name": ("program: extra", "program:"),
    "a misspelled programme": ("program: extra", "program: exrta"),
    "a programme from nowhere": ("program: kvarten", "program: xyz"),
    "a misspelled theme": ("tema: workshop", "tema: worksop"),
    "a theme of another programme": ("tema: tema2", "tema: tema7"),
    "no when": ("      när: 15 april 13:00\n", ""),
    "when as a list": ("när: 15 april 13:00", "när: [15 april, 13:00]"),
    "a when that means nothing": ("varannan fredag 8:00", "ibland på fredagar kl 8:00"),
    "no weekday": ("varannan fredag 8:00", "varannan vecka 8:00"),
    "no day of the month": ("andra tisdagen i månaden 13.30", "varje månad 13.30"),
    "a fifth weekday": ("andra tisdagen", "femte tisdagen"),
    "no time": ("varannan fredag 8:00", "varannan fredag"),
    "parts that do not fit": ("varannan fredag 8:00", "varannan fredag 2 mars 8:00"),
    "two days": ("15 april 13:00", "15 april 13:00 och 16 april 13:00"),
    "half past one": ("15 april 13:00", "15 april halv två"),
    "twenty-five o'clock": ("15 april 13:00", "15 april 25:00"),
    "the 31st of April": ("15 april 13:00", "31 april 13:00"),
    "tomorrow": ("15 april 13:00", "i morgon 13:00"),
    "on Tuesday": ("15 april 13:00", "på tisdag 13:00"),
    "a beginning that is no day": ("från: 1 september", "från: varje höst"),
    "a beginning with a time": ("från: 1 september", "från: 1 september 13:00"),
    "an end before the beginning": ("till: 2027-03-01", "till: 2026-03-01"),
    "an end for a single day": ("15 april 13:00", "15 april 13:00\n      till: 1 maj"),
    "breaks for a single day": ("15 april 13:00", "15 april 13:00\n      utelämna: {juli: nej}"),
    "a count in words": ("antal: 2", "antal: två"),
    "a count of nothing": ("antal: 2", "antal: 0"),
    "a count beyond all": ("antal: 2", "antal: 61"),
    "weeks that are none": ('"8, 44"', '"8, 61"'),
    "weeks as keys": ('"8, 44"', "{8: ja}"),
    "breaks as a text": (r"utelämna: \{helg.*\}", "utelämna: juli"),
    "perhaps": ("helgdagar: ja", "helgdagar: kanske"),
    "an early announcement": ("meddela: 7", "meddela: 15"),
    "an announcement in words": ("meddela: 7", "meddela: en vecka"),
    "a start from nowhere": ("start: fråga", "start: automatiskt"),
    "everything is left out": ('"8, 44"', '"1–53"'),
    "a name that is read as a comment": ("  koket:", "  #koket:"),
    "all names read as comments": ("(?s)team:.*", "team:\n  #koket:\n  - när: 15 april 13:00\n"),
    "a tab": ("      antal", "\tantal"),
    "an alias": ("program: extra", "program: *extra"),
    "a missing quotation mark": ('"8, 44"', '"8, 44'),
    "two documents": ("team:", "---\nteam:"),
    "the same key twice": ("antal: 2", "antal: 2\n      antal: 3"),
}
"""What to replace in the good file, by what. What begins with (?s) is a regular expression."""


def read(text: str | bytes, directory: Path) -> YearRead:
    """Return what a file with this text says."""
    path = directory / "arshjul.yaml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_year(path, PROGRAMMES)


def edited(edit: tuple[str, str]) -> str:
    """Return the good file with the mistake in it."""
    old, new = edit
    text, count = re.subn(old, lambda _: new, GOOD, count=1)
    assert count == 1, f"{old!r} is not in the good file"
    return text
