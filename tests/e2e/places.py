"""The sample workspace's people and channels, as the end-to-end tests name them."""

from __future__ import annotations

from bot.domain.people import PersonKey

TENANT = "T0SOLGLANTAN"
TEAM = "C0SOLROSEN"
NIGHT = "C0MANEN"
FIKA = "C0FIKA"
"""The channel that the bot is not a member of."""

MANAGER = "U0KARIN"
LEADER = "U0BRITTA"
"""The samtalsledare that the set-up names."""

GUEST = "U0GASTEN"
STRANGER = "U0MIRO"
"""Somebody who is not in the team's channel."""

COLLEAGUES = (
    "U0ALI",
    "U0BRITTA",
    "U0CESAR",
    "U0DUNJA",
    "U0ELLEN",
    "U0FARAH",
    "U0GUSTAV",
    "U0HELGA",
    "U0IDRIS",
    "U0JONNA",
    "U0KALLE",
    "U0LINNEA",
)
"""Those who may answer in the team's channel."""

EVERYBODY = (MANAGER, *COLLEAGUES, GUEST, STRANGER)

STEPS = (
    "Bra att ha",
    "Tre minuter vid bänken",
    "Mycket att göra, men det gick",
    "Vad hjälpte?",
    "Svara för dig själv",
    "Två listor",
    "En att prova, en att lyfta",
)
"""The steps of tema3."""

ANSWER_STEP = 4


def key(user: str) -> PersonKey:
    """Return the key that the bot knows the person by."""
    return PersonKey("slack", TENANT, user)
