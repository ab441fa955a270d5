"""What a file must hold together as a whole, checked even while some of its keys are wrong.

The models refuse the same things, but only once every single key is right; here they are found in
the same go as everything else, and worded with what to change.
"""

from __future__ import annotations

import re

from bot.content.nearest import nearest
from bot.content.plain import Plain
from bot.content.problems import Notes
from bot.content.tree import Node, locate
from bot.domain.programme import THEME_MINUTES, Component, StepKind


def check_theme(data: dict[str, Plain], root: Node, notes: Notes) -> None:
    """Note missing components, a wrong number of answer steps and minutes that do not add up."""
    for key in ("questions", "next_questions"):
        _check_components(key, data.get(key), root, notes)
    steps = data.get("steps")
    if isinstance(steps, list) and steps:
        _check_answer_steps(steps, root, notes)
        _check_minutes(steps, root, notes)


def check_programme(data: dict[str, Plain], root: Node, notes: Notes) -> None:
    """Note tags whose id stands twice."""
    tags = data.get("tags")
    seen: set[str] = set()
    for index, tag in enumerate(tags if isinstance(tags, list) else []):
        id = tag.get("id") if isinstance(tag, dict) else None
        if isinstance(id, str) and id in seen:
            notes.add("duplicate-tag", locate(root, ("tags", index, "id")), id=id)
        elif isinstance(id, str):
            seen.add(id)


def _check_components(key: str, value: Plain | None, root: Node, notes: Notes) -> None:
    if not isinstance(value, dict):
        return
    misspelled = {nearest(word, tuple(Component)) for word in value}
    for component in Component:
        if component not in misspelled:
            notes.add("missing-component", locate(root, (key,)), key=key, component=component)


def _check_answer_steps(steps: list[Plain], root: Node, notes: Notes) -> None:
    kinds = [step.get("kind") if isinstance(step, dict) else None for step in steps]
    places = [index for index, kind in enumerate(kinds) if kind == StepKind.ANSWER]
    if not places:
        notes.add("no-answer-step", locate(root, ("steps",)))
    for index in places[1:]:
        notes.add("many-answer-steps", locate(root, ("steps", index, "kind")))


def _check_minutes(steps: list[Plain], root: Node, notes: Notes) -> None:
    minutes = [_whole_number(step.get("minutes")) for step in steps if isinstance(step, dict)]
    known = [m for m in minutes if m is not None]
    if len(known) != len(steps) or sum(known) == THEME_MINUTES:
        return
    over = sum(known) - THEME_MINUTES
    notes.add(
        "minutes-sum",
        locate(root, ("steps",)),
        sum=sum(known),
        wanted=THEME_MINUTES,
        direction="over" if over > 0 else "under",
        by=abs(over),
    )


def _whole_number(value: Plain | None) -> int | None:
    """Return the number, or None for what the model refuses as one."""
    if isinstance(value, str) and re.fullmatch("[0-9]{1,3}", value):
        return int(value)
    return None
