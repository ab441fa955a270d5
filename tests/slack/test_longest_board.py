"""The dialogue's message with all that a dialogue file and a team may hold: Slack takes it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.domain import session as machine
from bot.domain.commitment import LINE, Agreed, Commitment
from bot.domain.people import PersonKey
from bot.domain.programme import Script, Theme
from bot.domain.session import Session
from bot.locales import LANGUAGES, words
from bot.slack.render import render_message
from bot.slack.render.blocks import Json
from bot.views.agreed import AGREED, SINCE, with_commitments
from bot.views.board import board
from bot.views.model import Board, Button
from tests import longest
from tests.services.people import KARIN, SCRIPT, team
from tests.slack.checker import message_problems
from tests.views.moments import MINUTE, NOON, pooled, round_

STEPS = 20
LEADERS = frozenset(PersonKey("slack", "T0", f"U{number:010}") for number in range(200))
MATES = tuple(f"lag-{number}".ljust(80, "å") for number in range(11))
"""The other teams of the largest pool, with the longest names that Slack's channels have."""

BOX = round_()
SHARED = replace(pooled(BOX), closes_at=NOON + timedelta(days=14))

FILLERS: dict[str, Callable[[int], str]] = {
    "letters": lambda length: ("Ärligt talat är det lite för långt. " * length)[:length],
    "signs": longest.filler,
    "escaped": lambda length: "&" * length,
    "emoji": lambda length: "🫶" * length,
}
"""What the files are filled with; the last ones count for more than they are."""


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("filler", FILLERS)
def test_longest_dialogue_fits(filler: str, language: str) -> None:
    """In every state, with every step in it and every button."""
    for view in _boards(FILLERS[filler], language):
        message = render_message(view)
        assert message_problems(message) == []
        drawn = json.dumps(message, ensure_ascii=False)
        assert sum(drawn.count(mark) for mark in "✓▶○") == STEPS
        assert _buttons(message) == [each.action for each in _all_buttons(view)]
        assert _points(message) == sum(
            len(each.lines) for each in (view.since, view.agreed) if each
        )


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_cut_of_the_longest_texts_of_a_usual_team(language: str) -> None:
    """Where not every limit is reached at once, everything stands there as it was written."""
    for view in _boards(FILLERS["letters"], language, leaders=5, mates=0, role="Alla"):
        assert "…" not in json.dumps(render_message(view), ensure_ascii=False)


def test_longest_dialogue_has_all_of_the_commitments() -> None:
    """The test above has met them: before, those of the dialogue, and the way to write one."""
    views = list(_boards(FILLERS["letters"], "sv"))
    assert {len(view.since.lines) for view in views if view.since} == {SINCE}
    assert {len(view.agreed.lines) for view in views if view.agreed} == {AGREED}
    assert any(view.since and view.now_link for view in views)
    assert any(view.commit and view.controls for view in views)
    assert any(view.commit and not view.controls for view in views)


def test_long_commitment_ends_after_a_word() -> None:
    """Who sees to it is cut where a word ends, so that the day stands there."""
    (*_, view) = _boards(lambda length: ("överlämning " * length)[:length], "sv")
    role = " ".join(["överlämning"] * 6)
    drawn = _texts(render_message(view))
    assert drawn.count(f" · {role}… · klart senast 12 december") == AGREED


def test_what_to_do_now_goes_before_what_it_is_good_for() -> None:
    """Where something has to be cut, the purpose gives way; its beginning always stands."""
    full = next(each for each in _boards(FILLERS["signs"], "sv") if each.now_link)
    view = full.model_copy(update={"purpose": "Det är bra & viktigt. " * 68})
    drawn = _texts(render_message(view))
    assert view.now_text[-60:].strip() in drawn
    assert view.purpose[:200] in drawn
    assert view.purpose not in drawn


def _boards(
    fill: Callable[[int], str],
    language: str,
    *,
    leaders: int = 200,
    mates: int = 11,
    role: str = "",
) -> Iterator[Board]:
    """Yield the message in every state: with a box of its own, with one that many share, with none.

    Where there is none, the first half of the steps has the earlier commitments beside a film.
    """
    script = _script(fill)
    talk = Script.of(script.programme, _without_questions(script.theme))
    leading = frozenset(sorted(LEADERS)[:leaders])
    led = replace(team(), managers=leading, facilitators=leading)
    w, agreed = words(language), _commitments(fill, role)
    for said, boxes in ((script, (BOX, SHARED)), (talk, (None,))):
        for at in _states(said):
            for box in boxes:
                view = board(at, box, said.theme, led, MATES[:mates], w)
                yield with_commitments(view, at, said.theme, led, agreed, w)


def _commitments(fill: Callable[[int], str], role: str) -> tuple[Commitment, ...]:
    """Return more commitments than are shown, the longest there can be, of before and of now."""
    agreed = Agreed(activity=fill(LINE), role=role or fill(LINE), target=date(2026, 12, 12))
    return tuple(
        Commitment(
            id=f"{session_id}{number}",
            team_id=team().id,
            agreed=agreed,
            agreed_on=NOON.date(),
            session_id=session_id,
        )
        for session_id in ("", "s" * 32)
        for number in range(AGREED + 1)
    )


def _without_questions(theme: Theme) -> Theme:
    """Return the theme as one in which nothing is answered."""
    said = theme.model_dump(
        exclude={"questions", "free_question", "keep_questions", "next_questions"}
    )
    return Theme.model_validate({**said, "steps": said["steps"][1:2] * STEPS})


def _states(script: Script) -> Iterator[Session]:
    """Yield the dialogue going on, paused, ended and cancelled, at its ends and in the middle."""
    at = machine.begin(machine.plan("s" * 32, team().id, script, KARIN, NOON), "r" * 32, NOON)
    for step in range(STEPS):
        if step in (0, STEPS // 2, STEPS - 1):
            yield from (at, machine.pause(at, NOON + MINUTE))
            yield from (machine.stop(at, NOON + MINUTE), machine.cancel(at, NOON + MINUTE))
        at = machine.next_step(at, NOON)


def _script(fill: Callable[[int], str]) -> Script:
    """Return the longest theme that a file may hold: answering begins at once, then all is film."""

    def text(length: int) -> dict[str, str]:
        return dict.fromkeys(("sv", "en", "lattlast"), fill(length))

    link = "https://film.example/".ljust(500, "x")
    step = {
        "minutes": 1,
        "group": "small",
        "title": text(longest.LINE),
        "text": text(longest.PASSAGE),
    }
    film = {"link": link, "minutes": 1, "instead": text(longest.PASSAGE)}
    changed = {
        "number": 99,
        "length": STEPS,
        "title": text(longest.LINE),
        "why": text(longest.PASSAGE),
        "steps": [{**step, "kind": "answer"}]
        + [{**step, "kind": "film", "film": film}] * (STEPS - 1),
        "stuck": [text(400)],
    }
    theme = Theme.model_validate({**SCRIPT.theme.model_dump(), **changed})
    return Script.of(SCRIPT.programme, theme)


def _all_buttons(view: Board) -> list[Button]:
    beside = [each for each in (view.answer, view.privacy) if each]
    first, rest = view.controls[:1], view.controls[1:]
    return [*beside, *first, *([view.commit] if view.commit else []), *rest]


def _buttons(message: Json) -> list[str]:
    rows = [block["elements"] for block in message["blocks"] if block["type"] == "actions"]
    return [element["action_id"] for row in rows for element in row]


def _points(message: Json) -> int:
    """Return how many points the lists of the message have."""
    texts = [part for each in message["blocks"] for part in each.get("elements", [])]
    return sum(len(part["elements"]) for part in texts if part["type"] == "rich_text_list")


def _texts(part: object) -> str:
    """Return all texts that are shown, one after the other."""
    if isinstance(part, dict):
        own = part.get("text")
        inner = (_texts(value) for value in part.values())
        return (own if isinstance(own, str) else "") + "".join(inner)
    return "".join(map(_texts, part)) if isinstance(part, list) else ""
