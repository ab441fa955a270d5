"""What hand-outs are made of: texts in the reader's language, scales, and lines to write on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

from bot.domain.programme import Language, LocalText, ScaleQuestion
from bot.handouts.markup import Html, joined, passage, tag
from bot.locales import Words, words

SCALE = range(1, 8)
"""The steps of the scale."""


@dataclass(frozen=True)
class Reader:
    """The language of a hand-out. Easy Swedish has texts of its own, and plain Swedish words."""

    language: str
    w: Words

    @classmethod
    def of(cls, language: str) -> Self:
        """Return the reader of a language: `sv`, `en` or `lattlast`."""
        return cls(language, words(language))

    @property
    def easy(self) -> bool:
        """Whether the texts are to be easy to read."""
        return self.language == Language.LATTLAST

    def text(self, text: LocalText) -> str:
        """Return a text in the language, or in Swedish when there is none."""
        return text.get(self.language)

    def passage(self, text: LocalText, class_: str = "") -> Html:
        """Return a text as paragraphs."""
        return passage(self.text(text), class_)


def question(heading: str, asked: ScaleQuestion, reader: Reader) -> Html:
    """Return a question with a box for each step of the scale, and what its ends mean."""
    boxes = (tag("li", str(step)) for step in SCALE)
    ends = (
        tag("span", f"{SCALE[0]} = {reader.text(asked.low)}"),
        tag("span", f"{SCALE[-1]} = {reader.text(asked.high)}"),
    )
    return tag(
        "li",
        tag("span", heading, class_="component") if heading else None,
        tag("p", reader.text(asked.text), class_="asked"),
        tag("ul", *boxes, class_="scale"),
        tag("p", *ends, class_="ends"),
        class_="question",
    )


def lines(count: int) -> Html:
    """Return empty lines to write on."""
    one = tag("span", class_="line")
    return tag("div", *([one] * count), class_="lines", aria_hidden="true")


def blank(label: str) -> Html:
    """Return a short line to fill in after its label."""
    return tag("span", label, " ", tag("span", class_="blank", aria_hidden="true"))


def ticks(texts: list[str]) -> Html:
    """Return a list with a box to tick at each point."""
    return tag("ul", *(tag("li", text) for text in texts), class_="ticks")


def section(heading: str, *content: Html, class_: str = "") -> Html:
    """Return a part below a heading, or nothing when there is nothing in it."""
    inside = joined(content)
    if not inside:
        return Html()
    return tag("section", tag("h2", heading), inside, class_=f"part {class_}".strip())
