"""How long texts may be in the chats that show them, where the models alone do not promise it.

Each text by itself is short enough everywhere: the longest is 1,500 signs, and no chat shows a text
in a field for fewer than it may have (`tests/content/test_limits.py` holds the table against the
models). What can become too long is a title with its number, and a whole theme in one message.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bot.content.kinds import ItemText
from bot.content.nodes import Node, locate
from bot.content.problems import Notes
from bot.content.walk import texts_of
from bot.domain.programme import Language, ThemeText


def signs(text: str) -> int:
    """Return the length as chats count it: a sign outside the basic plane, an emoji, is two."""
    return len(text.encode("utf-16-le")) // 2


def octets(text: str) -> int:
    """Return the length in bytes of UTF-8, with the quotes and line breaks that JSON escapes."""
    return len(text.encode()) + text.count('"') + text.count("\n")


@dataclass(frozen=True)
class Limit:
    """How much a field of a platform can hold, and how that is counted."""

    platform: str
    field: str
    most: int
    count: Callable[[str], int] = signs


# docs.slack.dev, Block Kit reference: header block, button element, option object, input block.
SLACK_HEADER = Limit("Slack", "header", 150)
SLACK_BUTTON = Limit("Slack", "button text", 75)
SLACK_OPTION = Limit("Slack", "option text", 75)
SLACK_LABEL = Limit("Slack", "input label", 2_000)
SLACK_SECTION = Limit("Slack", "section text", 3_000)
SLACK_LINK = Limit("Slack", "url", 3_000)
# Not documented: messages with more in their blocks can be refused (msg_blocks_too_long).
SLACK_MESSAGE = Limit("Slack", "message", 12_000)
# Teams refuses messages and cards of more than about 28 KB (Microsoft Learn, "Limits and
# specifications for Microsoft Teams"). Buttons, headings and the card's own JSON need 4 KB.
TEAMS_MESSAGE = Limit("Teams", "message", 24_000, octets)

LIMITS = (
    SLACK_HEADER,
    SLACK_BUTTON,
    SLACK_OPTION,
    SLACK_LABEL,
    SLACK_SECTION,
    SLACK_LINK,
    SLACK_MESSAGE,
    TEAMS_MESSAGE,
)
"""The table."""

PER_STEP = 40
"""What the words around each step add to a message, in bytes: its name, its minutes, JSON."""

_WITH_THE_THEME = ("why", "steps", "questions", "free_question")
"""What is shown together when a theme is looked at before the meeting."""


def check_limits(text: ItemText, root: Node, notes: Notes) -> None:
    """Note a title or a theme that is too long for a platform to show."""
    for language, said in text.title:
        if said:
            title = f"{text.number}. {said}"
            _check(SLACK_HEADER, "title", title, ("title", language), root, notes)
    if isinstance(text, ThemeText):
        for whole in shown_together(text):
            _check(TEAMS_MESSAGE, "steps", whole, ("steps",), root, notes)


def is_shortened(theme: ThemeText) -> bool:
    """Whether Slack has to shorten the steps when the theme is looked at before the meeting."""
    return any(SLACK_MESSAGE.count(whole) > SLACK_MESSAGE.most for whole in shown_together(theme))


def shown_together(theme: ThemeText) -> tuple[str, ...]:
    """Return all that one message shows of the theme, in each language."""
    texts = [text for path, text in texts_of(theme) if path[0] in _WITH_THE_THEME]
    around = " " * PER_STEP * len(theme.steps)
    easy = any(text.lattlast for text in texts)
    languages = tuple(Language) if easy else (Language.SV, Language.EN)
    return tuple(
        "\n".join([around, *(text.get(language) for text in texts)]) for language in languages
    )


def _check(
    limit: Limit, key: str, text: str, path: tuple[str, ...], root: Node, notes: Notes
) -> None:
    length = limit.count(text)
    if length > limit.most:
        notes.add(
            "too-long-for-platform",
            locate(root, path),
            key=key,
            platform=limit.platform,
            length=length,
            limit=limit.most,
            over=length - limit.most,
        )
