"""Identity numbers and phone numbers, however their digits are grouped.

Groups of digits are put together and judged by how many digits there are and what they begin with.
A check digit is never asked for: a mistyped number still points at a person.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate

from bot.text.findings import Kind, Span

_GROUP = re.compile(r"\d++")
_JOINT = re.compile(r"[ \t./()+_-]{1,4}")
_MOST_DIGITS = 15
"""The longest international phone number, without its prefix (ITU-T E.164)."""

_YEAR = r"(?:(?:18|19|20)\d\d|\d\d)"
_MONTH = r"(?:0[1-9]|1[0-2])"
_DAY = r"(?:0[1-9]|[12]\d|3[01]|6[1-9]|[78]\d|9[01])"
"""A coordination number has the day plus 60."""
_IDENTITY = re.compile(rf"{_YEAR}{_MONTH}{_DAY}\d{{4}}")
_DATE_AND_TIME = re.compile(r"\d{4}-\d\d-\d\d +(?:[01]\d|2[0-4])\.[0-5]\d")

# Written as it should be, it is one whatever stands beside it.
_WRITTEN = re.compile(rf"(?<!\d){_YEAR}{_MONTH}{_DAY} ?[-+] ?\d{{4}}(?!\d)")
# The last four hidden, half hidden, or begun by a letter as in interim numbers.
_VEILED = re.compile(
    rf"""
    (?<!\d) {_YEAR} [-\ ]? {_MONTH} [-\ ]? {_DAY}
    (?: \ ?[-+]\ ? (?=\d{{0,3}}[xX*?\#•]) [\dxX*?\#•]{{4}}
      | \ ? (?=\d{{0,3}}[xX*\#•]) [\dxX*\#•]{{4}}
      | \ ?[-+]?\ ? [JKLMNPRSTUWX]\d{{3}} )
    (?![\w*])
    """,
    re.VERBOSE,
)

# Areas with three digits, of the Swedish numbering plan; 08 has two and all others four. Left out
# are numbers that belong to nobody in particular: freephone (020) and shared cost (077).
_AREA_3 = "01[136 89]|02[136]|03[1356]|04[0246]|054|06[03]|090".replace(" ", "")
_NATIONAL = re.compile(
    rf"""
    07[02369]\d{{7}} | 010\d{{7}}
    | 08[1-9]\d{{5,7}}
    | (?:{_AREA_3})[1-9]\d{{4,6}}
    | (?!020)0[1-69]\d\d[1-9]\d{{4,5}}
    """,
    re.VERBOSE,
)
_ABROAD = re.compile(r"[1-9]\d{8,14}")
_HOUR = r"(?:[01]\d|2[0-4])"
_DOTTED = rf"(?:{_HOUR}|\d)\.[0-5]\d"
_TIME = rf"(?:{_DOTTED}|{_HOUR}[0-5]\d)"
_NO_PHONE = re.compile(
    rf"""
    {_DOTTED}\ ?-\ ?{_DOTTED} (?!\d)         # working hours, whatever number comes after them
    | {_TIME}(?:\ ?[-/\ ]\ ?{_TIME})+$        # times only
    | \d\d?[-./\ ]\d\d?[-./\ ](?:19|20)\d\d$ # a date
    """,
    re.VERBOSE,
)


def numbers(text: str) -> Iterator[Span]:
    """Yield where identity numbers and phone numbers stand in a normalised text."""
    for pattern in (_WRITTEN, _VEILED):
        for match in pattern.finditer(text):
            yield Span(match.start(), match.end(), Kind.IDENTITY_NUMBER)
    for run in _runs(text):
        at = 0
        while at < len(run):
            used, found = _from_group(text, run[at : at + _MOST_DIGITS], _left(text, run, at))
            if found:
                yield found
            at += max(used, 1)


Group = tuple[int, int]
"""Start and end of digits that stand together."""


def _runs(text: str) -> Iterator[list[Group]]:
    """Yield the groups of digits that may belong together."""
    run: list[Group] = []
    for match in _GROUP.finditer(text):
        if run and not _JOINT.fullmatch(text, run[-1][1], match.start()):
            yield run
            run = []
        run.append(match.span())
    if run:
        yield run


def _left(text: str, run: list[Group], at: int) -> bool:
    """Say whether a number may begin at this group: not in the middle of a date or a range."""
    return at == 0 or _open(text[run[at - 1][1] : run[at][0]])


def _open(joint: str) -> bool:
    return any(sign in " \t()" for sign in joint)


def _from_group(text: str, groups: list[Group], may_begin: bool) -> tuple[int, Span | None]:
    """Return how many groups the number takes that begins here, and its place; 0 without one."""
    if not may_begin:
        return 0, None
    lengths = accumulate(end - start for start, end in groups)
    count = sum(length <= _MOST_DIGITS for length in lengths)
    for used in range(count, 0, -1):
        start, end = groups[0][0], groups[used - 1][1]
        if not _may_end(text, end):
            continue
        kind = _kind(text, start, end)
        if kind:
            return used, Span(_with_sign(text, start, end), end, kind)
    return 0, None


def _may_end(text: str, end: int) -> bool:
    """Say whether a number may end here: what follows is no digit, or stands apart."""
    joint = _JOINT.match(text, end)
    goes_on = joint is not None and text[joint.end() : joint.end() + 1].isdigit()
    return joint is None or not goes_on or _open(joint.group())


def _kind(text: str, start: int, end: int) -> Kind | None:
    written = text[start:end]
    digits = "".join(_GROUP.findall(written))
    if _is_phone(digits, _has_plus(text, start)) and not _NO_PHONE.match(written):
        return Kind.PHONE
    if _IDENTITY.fullmatch(digits) and not _DATE_AND_TIME.fullmatch(written):
        return Kind.IDENTITY_NUMBER
    return None


def _is_phone(digits: str, plus: bool) -> bool:
    for prefix in ("46",) if plus else ("0046", "467"):
        if digits.startswith(prefix):
            local = digits.removeprefix("00").removeprefix("46").removeprefix("0")
            return _NATIONAL.fullmatch(f"0{local}") is not None
    return (_ABROAD if plus else _NATIONAL).fullmatch(digits) is not None


def _has_plus(text: str, start: int) -> bool:
    before = text[max(0, start - 2) : start]
    return before.endswith("+") and not before[:-1].isdigit()


def _with_sign(text: str, start: int, end: int) -> int:
    """Return where the number begins with its plus sign or its parenthesis."""
    if _has_plus(text, start):
        return start - 1
    begun = text[max(0, start - 1) : start] == "(" and ")" in text[start:end]
    return start - 1 if begun else start
