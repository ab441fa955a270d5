"""A deck to cut out and a mirror to fill in, on paper."""

from __future__ import annotations

from bot.domain.programme import Deck, Mirror, Programme
from bot.handouts.markup import Html, tag
from bot.handouts.parts import Reader, lines, question, section

CLOSING_LINES = 4
"""Lines for what one takes along from the mirror."""


def deck_sheet(programme: Programme, deck: Deck, reader: Reader) -> Html:
    """Return the cards, two in a row, with lines to cut along."""
    w, kind = reader.w, reader.w(f"component-{deck.component}")
    cards = (
        tag(
            "li",
            tag("span", kind, class_="component"),
            tag("p", reader.text(card.question), class_="asked"),
            tag("div", reader.passage(card.more), class_="more") if card.more else None,
            class_="card",
        )
        for card in deck.cards
    )
    return tag(
        "article",
        _head(programme, reader.text(deck.title), reader),
        tag("div", reader.passage(deck.why), class_="why"),
        tag("p", w("print-cut"), class_="yours"),
        tag("ul", *cards, class_="cards"),
        class_="deck",
    )


def mirror_sheet(programme: Programme, mirror: Mirror, reader: Reader) -> Html:
    """Return the questions for oneself."""
    asked = (question("", each, reader) for each in mirror.questions)
    return tag(
        "article",
        _head(programme, reader.text(mirror.title), reader),
        tag("div", reader.passage(mirror.why), class_="why"),
        tag("p", reader.w("print-mirror-yours"), class_="yours"),
        tag("ol", *asked, class_="questions alone"),
        section(reader.w("print-closing"), reader.passage(mirror.closing), lines(CLOSING_LINES)),
        class_="mirror",
    )


def _head(programme: Programme, title: str, reader: Reader) -> Html:
    return tag("header", tag("p", reader.text(programme.title), class_="where"), tag("h1", title))
