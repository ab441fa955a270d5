"""A theme, a deck and a mirror with everything that a hand-out can show."""

from __future__ import annotations

from typing import Any

from bot.domain.programme import Deck, Mirror, Programme, Theme

EVIL = '<script>alert("1")</script> & <b>'
"""What must come out as it was written."""


def both(text: str) -> dict[str, str]:
    """Return a text in all languages, each with its mark."""
    return {"sv": text, "en": f"{text} (en)", "lattlast": f"{text} (lätt)"}


def scale(text: str) -> dict[str, Any]:
    """Return a question."""
    return {"text": both(text), "low": both("Aldrig"), "high": both("Alltid")}


def components(make: Any) -> dict[str, Any]:  # noqa: ANN401
    """Return one of each component."""
    return {each: make(each) for each in ("meningsfullhet", "hanterbarhet", "begriplighet")}


def theme(**changes: Any) -> Theme:  # noqa: ANN401
    """Return a theme with everything in it."""
    film = {
        "link": "https://example.org/film?a=1&b=2",
        "minutes": 3,
        "instead": both("Filmens text"),
    }
    steps = [
        {"kind": "check-in", "minutes": 1, "group": "pairs", "text": both("Hej.\n\n- ett\n- två")},
        {"kind": "film", "minutes": 4, "text": both("Se filmen."), "film": film},
        {
            "kind": "read",
            "minutes": 3,
            "title": both("En berättelse"),
            "text": both("Det var en gång.\nOch sedan mer."),
        },
        {"kind": "answer", "minutes": 3, "group": "alone", "text": both("Svara nu.")},
        {"kind": "commit", "minutes": 4, "text": both(EVIL)},
    ]
    given = {
        "id": "tema1",
        "number": 1,
        "title": both("Ett tema"),
        "why": both("Varför då?"),
        "phase": both("Start"),
        "steps": steps,
        "questions": components(lambda each: scale(f"Hur är {each}?")),
        "free_question": both("Vad hjälper?"),
        "keep_questions": components(lambda each: both(f"Kvar av {each}?")),
        "next_questions": components(lambda each: both(f"Vidare om {each}?")),
        "stuck": [both("Vänta en stund.")],
        "adaptation": both("Byt gärna plats."),
        "checklist": [both("Ta med pennor")],
    }
    return Theme.model_validate(given | changes)


def deck() -> Deck:
    """Return a deck of two cards."""
    cards = [{"question": both("Vad är bra?"), "more": both("Berätta.")}, {"question": both(EVIL)}]
    return Deck.model_validate(
        {
            "id": "kort1",
            "kind": "cards",
            "number": 1,
            "title": both("En lek"),
            "why": both("För att prata."),
            "component": "begriplighet",
            "cards": cards,
        }
    )


def mirror() -> Mirror:
    """Return a mirror of three questions."""
    return Mirror.model_validate(
        {
            "id": "spegel1",
            "kind": "mirror",
            "number": 1,
            "title": both("En spegel"),
            "why": both("För att se."),
            "questions": [scale(f"Fråga {n}?") for n in range(3)],
            "closing": both("Välj en sak."),
        }
    )


def programme() -> Programme:
    """Return a programme of one of each."""
    return Programme.model_validate(
        {
            "id": "prov",
            "title": both("Ett program"),
            "why": both("Därför."),
            "tags": [{"id": "a", "name": both("A")}, {"id": "b", "name": both("B")}],
            "themes": [theme(), theme(id="tema2", number=2, title=both("Två"))],
            "decks": [deck()],
            "mirrors": [mirror()],
        }
    )
