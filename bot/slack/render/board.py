"""The one message of a dialogue in the team's channel."""

from __future__ import annotations

from bot.domain.people import PersonKey
from bot.slack import limits
from bot.slack.render.blocks import (
    Json,
    actions,
    context,
    divider,
    fits,
    plain,
    small,
    text_size,
)
from bot.slack.render.rich import (
    Inline,
    day_and_time,
    heading,
    lines,
    link,
    moment,
    paragraphs,
    points,
    rich,
    sentences,
    space,
    words,
)
from bot.slack.render.text import ELLIPSIS, clean, clip, clip_words, is_user_id, one_line, size
from bot.views.model import Board, CommitmentLine, CommitmentLines, People, StepLine

MARKS = {"done": "✓", "now": "▶", "next": "○"}
"""How far a step has come, at a glance; the view says the same in words."""

LINE = 200
"""The longest name of a step."""

PURPOSE = 300
"""How much of the purpose always stands."""

ACTIVITY, ROLE = 150, 80
"""How much of what a group is to do, and of who sees to it, stands in a list."""

LEADERS = 60
"""How many people of one role are named; nobody has so many but by mistake."""

MENTIONS = 30
"""How many people are mentioned together: more than that do not fit into one text."""


def board(view: Board) -> list[Json]:
    """Return the blocks of a dialogue: title, purpose, steps, what to do now, and the buttons."""
    whole = _drawn(view)
    return whole if fits(whole) else _drawn(_shortened(view))


def _shortened(view: Board) -> Board:
    """Return the dialogue with its two long texts cut to the room that everything else leaves.

    What to do now goes before what it is good for, whose beginning always stands.
    """
    now, purpose = clean(view.now_text), clip(clean(view.purpose), PURPOSE)
    bare = view.model_copy(update={"now_text": "", "purpose": ""})
    room = limits.MESSAGE_TEXT - text_size(_drawn(bare))
    now = clip(now, room - size(purpose))
    purpose = clip(clean(view.purpose), room - size(now))
    return view.model_copy(update={"now_text": now, "purpose": purpose})


def _drawn(view: Board) -> list[Json]:
    return [
        *heading(view.title),
        *rich(paragraphs(view.purpose), paragraphs(view.state_line, "bold")),
        *rich(lines(*(_step(step) for step in view.steps))),
        *_commitments(view.since),
        *_now(view),
        *_agreed(view),
        *_controls(view),
        *people(view.people),
    ]


def _step(step: StepLine) -> Inline:
    """Return a step on its line: mark, name, status and time."""
    parts = [step.status_text, step.time_label]
    row = [
        *words(MARKS[step.status]),
        *space(),
        *_name(step),
        *(item for part in parts if one_line(part) for item in _after_dot(part)),
    ]
    return [*row, *space(), *moment(step.ends)] if step.ends else row


def _name(step: StepLine) -> Inline:
    name = clip(one_line(step.name), LINE)
    return words(name, "bold") if step.status == "now" else words(name)


def _after_dot(text: str) -> Inline:
    return [*space(" · "), *words(clip(one_line(text), LINE))]


def _now(view: Board) -> list[Json]:
    """Return what to do in the present step, set apart, and the way to answer."""
    told = rich(
        paragraphs(view.now_title, "bold"), lines(link(view.now_link)), paragraphs(view.now_text)
    )
    blocks = [*told, *context(view.now_group)]
    if view.answer:
        beside = [view.privacy] if view.privacy else []
        blocks += [*_by(view), *actions([view.answer, *beside]), *context(view.answer_hint)]
    return [divider(), *blocks] if blocks else []


def _by(view: Board) -> list[Json]:
    """Return until when there is time to answer."""
    if view.answer_by is None:
        return []
    row = [*words(view.answer_by_label, "bold"), *space(), *day_and_time(view.answer_by)]
    return rich(lines(row))


def _commitments(view: CommitmentLines | None) -> list[Json]:
    if view is None:
        return []
    listed = points(_commitment(line) for line in view.lines)
    return rich(paragraphs(view.heading, "bold"), listed, sentences(view.more))


def _commitment(line: CommitmentLine) -> Inline:
    """Return what is to be done, who sees to it, and until when."""
    activity, role = (
        clip_words(one_line(text), most)
        for text, most in ((line.activity, ACTIVITY), (line.role, ROLE))
    )
    return [*words(activity), *_after_dot(role), *_after_dot(line.when)]


def _agreed(view: Board) -> list[Json]:
    """Return what was agreed in this dialogue, set apart."""
    blocks = _commitments(view.agreed)
    return [divider(), *blocks] if blocks else []


def _controls(view: Board) -> list[Json]:
    """Return the buttons of those who lead, apart from what everybody may press.

    What ends the step stays in its place: nobody who presses it again gets something else.
    """
    commit = (view.commit,) if view.commit else ()
    blocks = [
        *actions((*view.controls[:1], *commit, *view.controls[1:])),
        *context(view.commit_hint),
        *context(view.controls_hint),
    ]
    return [divider(), *blocks] if blocks else []


def people(groups: tuple[People, ...]) -> list[Json]:
    """Return who has which role, as mentions."""
    return small([element for group in groups if group.people for element in _mentions(group)])


def _mentions(group: People) -> list[Json]:
    """Return the label and mentions of the people under it."""
    named = group.people[:LEADERS]
    parts = [named[start : start + MENTIONS] for start in range(0, len(named), MENTIONS)]
    label = plain(f"{one_line(group.label)}:", limits.CONTEXT_TEXT)
    more = [plain(ELLIPSIS, limits.CONTEXT_TEXT)] if len(group.people) > LEADERS else []
    return [label, *(_mention(part) for part in parts), *more]


def _mention(people: tuple[PersonKey, ...]) -> Json:
    """Return mentions: the only mrkdwn that is ever sent, and it holds checked ids alone."""
    users = [person.user for person in people]
    if all(is_user_id(user) for user in users):
        return {"type": "mrkdwn", "text": " ".join(f"<@{user}>" for user in users)}
    return plain(", ".join(users), limits.CONTEXT_TEXT)
