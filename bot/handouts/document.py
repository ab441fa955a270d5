"""A whole page: one sheet, or a programme as a booklet."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files

from bot.domain.programme import Deck, Language, Mirror, Programme, Theme
from bot.handouts.markup import Html, joined, tag
from bot.handouts.material import deck_sheet, mirror_sheet
from bot.handouts.parts import Reader
from bot.handouts.theme import name_of, theme_sheet

Item = Theme | Deck | Mirror
"""What a programme holds."""

GENERATOR = "aptbot"
"""By this a page tells that it can be made anew."""

STYLES = files(__name__.rpartition(".")[0]).joinpath("print.css").read_text(encoding="utf-8")
"""The styles that stand in every page."""


def sheet(programme: Programme, item: Item, language: str, *, with_button: bool = True) -> str:
    """Return a theme, a deck or a mirror as a page.

    `language` is `sv`, `en` or `lattlast`. The button prints the page; leave it out where a page
    may not run scripts.
    """
    reader = Reader.of(language)
    article = _article(programme, item, reader)
    hint = reader.w("print-hint" if isinstance(item, Theme) else "print-hint-one-side")
    return _page(reader, reader.text(item.title), article, hint, with_button=with_button)


def booklet(programme: Programme, language: str, *, with_button: bool = True) -> str:
    """Return all of a programme: a cover with its contents, and then one sheet after the other."""
    reader = Reader.of(language)
    articles = [_cover(programme, reader)]
    articles += [_article(programme, item, reader) for item in _items(programme)]
    title, hint = reader.text(programme.title), reader.w("print-hint")
    return _page(reader, title, joined(articles), hint, with_button=with_button)


def _items(programme: Programme) -> tuple[Item, ...]:
    return (*programme.themes, *programme.decks, *programme.mirrors)


def _article(programme: Programme, item: Item, reader: Reader) -> Html:
    if isinstance(item, Theme):
        return theme_sheet(programme, item, reader)
    if isinstance(item, Deck):
        return deck_sheet(programme, item, reader)
    return mirror_sheet(programme, item, reader)


def _cover(programme: Programme, reader: Reader) -> Html:
    """Return both sides of the cover: the second is the contents, so that themes begin in front."""
    front = tag(
        "div",
        tag("header", tag("h1", reader.text(programme.title))),
        tag("div", reader.passage(programme.why), class_="why"),
        class_="front",
    )
    contents = tag(
        "div",
        tag("h2", reader.w("print-contents")),
        tag("ul", *_contents(programme, reader), class_="contents"),
        class_="back",
    )
    return tag("article", front, contents, class_="cover")


def _contents(programme: Programme, reader: Reader) -> Iterator[Html]:
    phase = ""
    for theme in programme.themes:
        now = reader.text(theme.phase) if theme.phase else ""
        if now and now != phase:
            yield tag("li", now, class_="phase")
        phase = now
        minutes = reader.w("print-minutes", count=theme.length)
        yield tag("li", tag("span", name_of(theme, reader)), tag("span", minutes))
    titles = [
        *(each.title for each in programme.decks),
        *(each.title for each in programme.mirrors),
    ]
    for title in titles:
        yield tag("li", tag("span", reader.text(title)))


def _page(reader: Reader, title: str, articles: Html, hint: str, *, with_button: bool) -> str:
    button = tag("button", reader.w("print-button"), type="button", onclick="window.print()")
    tools = tag(
        "header",
        button if with_button else None,
        tag("span", hint),
        class_="tools",
    )
    head = tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", name="generator", content=GENERATOR),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("title", title),
        tag("style", Html(STYLES)),
    )
    classes = {"class_": "easy"} if reader.easy else {}
    body = tag("body", tools, tag("main", articles), **classes)
    lang = str(Language.EN if reader.language == Language.EN else Language.SV)
    return f"<!doctype html>\n{tag('html', head, body, lang=lang)}\n"
