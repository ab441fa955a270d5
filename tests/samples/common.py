"""What the samples share: theme 3 in a made-up work team."""

from __future__ import annotations

from datetime import UTC, datetime

from bot.domain.people import PersonKey
from bot.views.actions import Action
from bot.views.model import Button

TENANT = "T0SOLGLANTAN"
START = datetime(2026, 3, 10, 8, 0, tzinfo=UTC)
SESSION = "5f0c2f6e"
ROUND = "round-9b1d"
THEME = "halsans-kvart/hanterbarhet"
TITLE = "3. Det som hjälper oss att klara jobbet"
WHY = (
    "Arbetet blir lättare att bära när vi vet vad vi har att ta till: kunskap, tid, "
    "hjälpmedel och varandra. I dag letar vi efter det som redan fungerar."
)
STEPS = (
    (
        "Incheckning",
        2,
        "Säg en sak som underlättade din arbetsdag i går. Ett varv, utan kommentar.",
    ),
    ("Läs", 2, "Läs kortet tyst för dig själv: Vad gör att en stressig dag ändå går att klara?"),
    ("Svara anonymt", 3, "Tryck på Svara anonymt och svara på tre frågor. Det tar två minuter."),
    ("Samtal", 6, "Berätta för varandra om en dag när det gick bra fast det var mycket att göra."),
    ("Utcheckning", 2, "Ett ord var: vad tar du med dig härifrån?"),
)
QUESTIONS = (
    ("meningsfullhet", "Meningsfullhet", "Hur ofta känns det du gör viktigt?", "Sällan", "Ofta"),
    (
        "hanterbarhet",
        "Hanterbarhet",
        "Hur ofta har du det du behöver för att klara dagen?",
        "Nästan aldrig",
        "Nästan alltid",
    ),
    (
        "begriplighet",
        "Begriplighet",
        "Hur tydligt är det vad som är viktigast när mycket händer samtidigt?",
        "Mycket otydligt",
        "Mycket tydligt",
    ),
)
TAGS = ("Tid", "Bemanning", "Rutiner", "Stöd av varandra", "Lokaler", "Annat")


def person(user: str) -> PersonKey:
    """Return the key of somebody in the embedded workspace's sample."""
    return PersonKey("slack", TENANT, user)


def answer_button() -> Button:
    """Return the button of the anonymous form."""
    return Button(action=Action.ANSWER, label="Svara anonymt", value=ROUND, style="primary")


def privacy_button() -> Button:
    """Return the button that tells how answers are protected."""
    return Button(action=Action.PRIVACY, label="Så skyddas svaren", value=ROUND)


def start_button(label: str) -> Button:
    """Return a button that starts theme 3."""
    return Button(action=Action.START, label=label, value=THEME, style="primary")
