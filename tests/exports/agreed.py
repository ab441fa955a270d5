"""Commitments as they must stand in a table, worked out by other code than the bot's."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from io import BytesIO
from typing import Any

from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.utils.escape import unescape
from pypdf import PageObject, PdfReader

from bot.domain.commitment import (
    LINE,
    TEXT,
    Agreed,
    Aim,
    Commitment,
    CommitmentChange,
    CommitmentState,
)
from bot.ports import Tx
from tests.exports.reading import from_csv
from tests.services.people import team
from tests.services.world import World

AIMS = {"develop": "Utveckla", "keep": "Behålla", "attract": "Attrahera",
        "recruit": "Rekrytera", "introduce": "Introducera", "leave": "Avsluta"}  # fmt: skip
STATES = {"open": "Pågår", "done": "Klart", "deferred": "Uppskjutet", "dropped": "Avskrivet"}
KEYS = {
    "Grupp": "aim",
    "Vad vi ska göra": "activity",
    "Hur": "how",
    "Klart senast": "target",
    "Ansvarig roll": "role",
    "Resurser": "resources",
    "Uppföljning": "follow_up",
    "Läge": "state",
    "Skäl eller anteckning": "note",
    "Överenskommet den": "agreed",
}
"""The plan's columns, and their keys."""

TRAIL = ("Vad vi ska göra", "Dag", "Läge", "Klart senast", "Skäl eller anteckning")

Line = tuple[str, ...]

HOSTILE = (
    '=HYPERLINK("https://evil.example";"Klicka")', "+1+1", "-2+3", "@SUM(A1)",
    "=cmd|' /C calc'!A0", "\uff1d1+1", "Rad ett\n=rad två", "Åäö ÅÄÖ é “citat”; semikolon",
    "https://exempel.example", "1234", "2026-01-01", "</w:t>&<b>", "_x0041_ och {=1}",
    "\u202eomvänt\u202c och \u05e9\u05dc\u05d5\u05dd", "🌻👩‍👩‍👧 sol", "W" * LINE, "'=1+1", "&P &&",
)  # fmt: skip


def commitment(
    number: int, activity: str = "Vi hälsar på varandra", **more: str | date
) -> Commitment:
    """Return a commitment of the team, agreed on a day of March 2026."""
    given = {"activity": activity, "role": "Alla", "target": date(2026, 5, 1), **more}
    agreed = Agreed.model_validate(given)
    day = date(2026, 3, 1 + number % 28)
    return Commitment(id=f"c{number:05}", team_id=team().id, agreed=agreed, agreed_on=day)


def noted(one: Commitment, *changes: tuple[date, CommitmentState, str, date]) -> Commitment:
    """Return it with all that was noted, each with its day, state, note and target."""
    made = [CommitmentChange(day=day, state=state, note=note, target=target)
            for day, state, note, target in changes]  # fmt: skip
    return one.model_copy(update={"changes": tuple(made)})


def save(world: World, every: Iterable[Commitment]) -> None:
    """Have the team agree on all of them."""

    def work(tx: Tx) -> None:
        for one in every:
            tx.commitments.save(one)

    world.store.write(work)


def lines_of(every: Iterable[Commitment]) -> list[Line]:
    """Return the rows of the plan in their order."""
    order = list(AIMS)
    ordered = sorted(
        every,
        key=lambda c: (order.index(c.agreed.aim), _now(c)[1], c.agreed_on, c.id),
    )
    return [_line(each) for each in ordered]


def trails_of(every: Iterable[Commitment]) -> list[Line]:
    """Return all that was noted, sorted."""
    return sorted(
        (c.agreed.activity, str(n.day), STATES[n.state], str(n.target), n.note)
        for c in every
        for n in c.changes
    )


def told_of(every: Iterable[Commitment]) -> list[str]:
    """Return what the last column of a CSV says of each that has been followed up, sorted."""
    return sorted("\n".join(map(_said, c.changes)) for c in every if c.changes)


def _said(change: CommitmentChange) -> str:
    until = f" till {change.target}" if change.state == "deferred" else ""
    return f"{change.day}: {STATES[change.state]}{until}. {change.note}".strip()


def _now(each: Commitment) -> tuple[str, date, str]:
    """Return the state, the day and the note as they are now."""
    state, target, note = CommitmentState.OPEN, each.agreed.target, ""
    for change in each.changes:
        state, target, note = change.state, change.target, change.note
    return STATES[state], target, note


def _line(each: Commitment) -> Line:
    agreed = each.agreed
    state, target, note = _now(each)
    return (AIMS[agreed.aim], agreed.activity, agreed.how, str(target), agreed.role,
            agreed.resources, agreed.follow_up, state, note, str(each.agreed_on))  # fmt: skip


# --- files read back --------------------------------------------------------------------------


def plan_in_csv(data: bytes) -> list[Line]:
    """Return the rows of a CSV file, without the marks that make a text of what is no formula."""
    rows = from_csv(data)
    return [tuple(unmarked(row[name]) for name in KEYS) for row in rows]


def unmarked(text: str) -> str:
    """Return the text as it was before it was marked."""
    beginnings = tuple("=+-@＝＋－＠\t\r\n")  # noqa: RUF001 - the wide signs are meant
    marked = text.startswith("'") and text[1:].lstrip(" ").startswith(beginnings)
    return text[1:] if marked else text


def plan_in_json(data: bytes) -> list[Line]:
    """Return the rows of a JSON file, in the words of people."""
    rows: list[dict[str, Any]] = json.loads(data)["rows"]
    named = [{**row, "aim": AIMS[row["aim"]], "state": STATES[row["state"]]} for row in rows]
    return [tuple(row[key] for key in KEYS.values()) for row in named]


def trails_in_json(data: bytes) -> list[Line]:
    """Return all that was noted, sorted."""
    rows: list[dict[str, Any]] = json.loads(data)["rows"]
    return sorted(
        (row["activity"], one["day"], STATES[one["state"]], one["target"], one["note"])
        for row in rows
        for one in row["changes"]
    )


def plan_in_xlsx(data: bytes) -> list[Line]:
    """Return the rows of a workbook's first sheet."""
    return sheet_of(data, 0, tuple(KEYS))


FACTS = re.compile(
    r"Läge: (.+) · Klart senast: (.+) · Överenskommet den: (.+) · Ansvarig roll: (.+)"
)
DETAILS = ("Hur", "Resurser", "Uppföljning", "Skäl eller anteckning")


def plan_in_pdf(data: bytes) -> list[Line]:
    """Return the rows of a report, where each text has room on one line."""
    every = [row for page in plan_pages(data) for row in page.extract_text().split("\n")]
    places = [place for place, row in enumerate(every) if FACTS.fullmatch(row)]
    found: list[Line] = []
    aim = ""
    for place, end in zip(places, [*places[1:], len(every)], strict=True):
        aim = next((row for row in every[place - 2 : place] if row in AIMS.values()), aim)
        told = FACTS.fullmatch(every[place])
        assert told
        state, target, agreed, role = told.groups()
        how, resources, follow_up, note = (
            next((row.removeprefix(name).strip() for row in every[place:end]
                  if row.startswith(f"{name} ")), "")
            for name in DETAILS
        )  # fmt: skip
        found.append((aim, every[place - 1], how, target, role,
                      resources, follow_up, state, note, agreed))  # fmt: skip
    return found


def plan_pages(data: bytes) -> list[PageObject]:
    """Return the pages of a report that have commitments: each says so at its head."""
    return [page for page in PdfReader(BytesIO(data)).pages
            if page.extract_text().startswith("Åtaganden #")]  # fmt: skip


def sheet_of(data: bytes, number: int, names: Sequence[str]) -> list[Line]:
    """Return the rows of a workbook's sheet in the columns with these names."""
    (heading, *rows) = load_workbook(BytesIO(data), data_only=False).worksheets[number].values
    places = [heading.index(name) for name in names]
    return [tuple(_text(row[place]) for place in places) for row in rows]


def _text(value: object) -> str:
    if isinstance(value, datetime):
        return str(value.date())
    return "" if value is None else str(unescape(str(value)))


PLAN_IN: dict[str, Callable[[bytes], list[Line]]] = {
    "csv": plan_in_csv,
    "json": plan_in_json,
    "xlsx": plan_in_xlsx,
}
"""What reads the plan back from each kind of file."""


# --- any commitments ----------------------------------------------------------------------------

WRITTEN = st.characters(codec="utf-8", exclude_categories=("Cc", "Cs"), include_characters="\n\t")
DAYS = st.dates(date(2026, 1, 1), date(2028, 12, 31))


def _texts(limit: int, least: int = 0) -> st.SearchStrategy[str]:
    free = st.text(WRITTEN, min_size=least, max_size=min(limit, 40))
    return (st.sampled_from(HOSTILE) | free).map(str.strip).filter(lambda text: len(text) >= least)


AGREED = st.builds(
    Agreed,
    activity=_texts(LINE, 1),
    role=_texts(LINE, 1),
    target=DAYS,
    aim=st.sampled_from(Aim),
    how=_texts(TEXT),
    resources=_texts(LINE),
    follow_up=_texts(TEXT),
)
CHANGES = st.lists(
    st.builds(
        CommitmentChange,
        day=DAYS,
        state=st.sampled_from(CommitmentState),
        note=_texts(TEXT),
        target=DAYS,
    ),
    max_size=3,
).map(tuple)
COMMITMENTS = st.lists(
    st.builds(
        Commitment,
        id=st.uuids().map(str),
        team_id=st.just(team().id),
        agreed=AGREED,
        agreed_on=DAYS,
        changes=CHANGES,
    ),
    max_size=6,
)
