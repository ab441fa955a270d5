"""A card to talk about: for oneself, and for the group."""

from __future__ import annotations

from bot.domain.cards import Choice, Drawn
from bot.domain.material import Deck
from bot.domain.steps import Component
from bot.locales import Words
from bot.views.actions import Action
from bot.views.model import Button, Sheet, SheetPart


def private(drawn: Drawn, choice: Choice, every: tuple[Component, ...], w: Words) -> Sheet:
    """Return the card for the one who drew it; `every` are the components to choose among.

    What is drawn next travels in the buttons: nothing of it is kept.
    """
    more = Button(
        action=Action.CARD_MORE,
        label=w("card-more"),
        value=f"{choice.word} {drawn.ref}".strip(),
        style="primary",
    )
    return Sheet(
        title=w("card-title"),
        intro=_deck(drawn.placed.deck, w),
        parts=(
            _card(drawn, w),
            SheetPart(buttons=(more,)),
            *_choose(_others(drawn, choice, every, w), w),
        ),
        footer=w("card-private"),
    )


def with_show(sheet: Sheet, drawn: Drawn, w: Words) -> Sheet:
    """Return the sheet with the button that shows the card to the group, for those who lead."""
    card, more, *rest = sheet.parts
    show = Button(action=Action.CARD_SHOW, label=w("card-show"), value=drawn.ref)
    beside = more.model_copy(update={"buttons": (*more.buttons, show)})
    return sheet.model_copy(update={"parts": (card, beside, *rest)})


def for_group(drawn: Drawn, w: Words) -> Sheet:
    """Return the card as everybody in the channel sees it."""
    return Sheet(
        title=w("card-title"),
        intro=_deck(drawn.placed.deck, w),
        parts=(_card(drawn, w),),
        footer=w("card-group"),
    )


def _card(drawn: Drawn, w: Words) -> SheetPart:
    card = drawn.card
    return SheetPart(
        heading=card.question.get(w.language),
        text=card.more.get(w.language) if card.more else "",
    )


def _deck(deck: Deck, w: Words) -> str:
    name, title = w(f"component-{deck.component}"), deck.title.get(w.language)
    return title if title == name else w("card-deck", component=name, title=title)


def _choose(ways: tuple[Button, ...], w: Words) -> tuple[SheetPart, ...]:
    return (SheetPart(text=w("card-choose"), buttons=ways),) if ways else ()


def _others(
    drawn: Drawn, choice: Choice, every: tuple[Component, ...], w: Words
) -> tuple[Button, ...]:
    """Return the ways to draw from something else than now; none where there is nothing else."""
    if len(every) == 1:
        return ()
    ways = [(component.value, w(f"component-{component}")) for component in every]
    ways.append(("", w("card-all")))
    return tuple(
        Button(action=Action.CARD_MORE, label=label, value=f"{word} {drawn.ref}".strip())
        for word, label in ways
        if word != choice.word
    )
