"""What is read in parts, and checklists."""

from __future__ import annotations

from bot.slack import limits
from bot.slack.render.blocks import Json, actions, context, divider, fitted, plain
from bot.slack.render.rich import bullets, heading, lines, link, paragraphs, rich, sentences
from bot.slack.render.text import one_line, pieces, size
from bot.views.actions import Action
from bot.views.model import Checklist, Sheet, SheetPart, Tick

CHECKLIST = "checklist/"
"""Stands before the list's ref in the ids of its blocks: what is ticked says which list it is."""


def sheet(view: Sheet, picture: Json | None = None) -> list[Json]:
    """Return the parts with their buttons, below the block of the picture if there is one."""
    parts = [block for part in view.parts for block in _part(part)]
    return fitted(
        [
            *heading(view.title),
            *rich(sentences(view.intro)),
            *([picture] if picture else []),
            *parts,
            *context(view.footer),
            *actions(view.buttons),
        ]
    )


def checklist(view: Checklist) -> list[Json]:
    """Return the lines to tick, in as many blocks as Slack's ten options to a block ask for."""
    blocks: list[Json] = []
    for start in range(0, len(view.ticks), limits.FEW_OPTIONS):
        blocks += _ticks(view, start, view.ticks[start : start + limits.FEW_OPTIONS])
    return fitted(
        [
            *heading(view.title),
            *rich(paragraphs(view.intro)),
            *rich(paragraphs(view.label, "bold")),
            *blocks,
            *context(view.footer),
        ]
    )


def _part(part: SheetPart) -> list[Json]:
    told = rich(
        paragraphs(part.heading, "bold"),
        paragraphs(part.text),
        bullets(part.lines),
        lines(link(part.link)),
    )
    return [*told, *actions(part.buttons)]


def _ticks(view: Checklist, start: int, ticks: tuple[Tick, ...]) -> list[Json]:
    options = [_option(start + place, tick.text) for place, tick in enumerate(ticks)]
    element: Json = {
        "type": "checkboxes",
        "action_id": Action.TICK.value,
        "options": options,
    }
    done = [option for option, tick in zip(options, ticks, strict=True) if tick.done]
    if done:
        element["initial_options"] = done
    # A line that does not fit even so stands above the options, whole.
    block = {"type": "actions", "block_id": f"{CHECKLIST}{view.ref}/{start}", "elements": [element]}
    cut = [tick.text for tick in ticks if size(_in_two(tick.text)[1]) > limits.OPTION_TEXT]
    return [*([divider()] if start else []), *rich(bullets(cut)), block]


def _option(number: int, text: str) -> Json:
    """Return a line as an option: its beginning, and below it the rest."""
    head, rest = _in_two(text)
    option: Json = {"text": plain(head, limits.OPTION_TEXT), "value": str(number)}
    if rest:
        option["description"] = plain(rest, limits.OPTION_TEXT)
    return option


def _in_two(text: str) -> tuple[str, str]:
    """Return as much of a line as an option's text holds, and the rest."""
    line = one_line(text)
    head = next(pieces(line, limits.OPTION_TEXT), "")
    return head, line[len(head) :]
