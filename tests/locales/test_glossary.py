"""One word for each thing in what people read: what docs/reference/ordlista.md rules out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from pathlib import Path

import pytest

from tests.locales.sources import CODE, messages, variants

PROJECT = CODE.parent
GLOSSARY = PROJECT / "docs" / "reference" / "ordlista.md"


@dataclass(frozen=True)
class Banned:
    """A word that is not said in a language, and what is said instead.

    `allowed` are the ids of the messages that say it all the same, each with the reason.
    """

    language: str
    pattern: str
    instead: str
    allowed: Mapping[str, str] = field(default_factory=dict)

    def found(self, text: str) -> list[str]:
        """Return where the word stands in the text."""
        return [match[0] for match in re.finditer(self.pattern, text, re.IGNORECASE)]

    def permits(self, id: str) -> bool:
        """Whether the message with this id may say it."""
        return any(fnmatchcase(id, pattern) for pattern in self.allowed)


TALKING = {
    "board-ended-too-small": "they did talk, though there is no result",
    "pool-alone": "they did talk, though there is no result",
    "pool-too-small": "they did talk, though there is no result",
    "setup-small": "it is the talking that is worth having without a result",
    "step-dialogue": "the step in which they talk",
    "summary-too-few-why": "it is the talking that counts",
}
A_QUARTER = "a quarter of a survey"

RUNDA = Banned("sv", r"\b(?:\w*dialog|svars)?rund(?:a|an|ans|or|orna|ornas)\b", "resultat, låda")
SAMTAL = Banned("sv", r"\b\w*samtal(?:s|et|ets|en|ens)?\b", "dialog", TALKING)
TILLFALLE = Banned("sv", r"\b\w*tillfälle\w*", "dialog")
KONVERSATION = Banned("sv", r"\b\w*konversation\w*", "privat chatt")

BANNED = (
    RUNDA,
    SAMTAL,
    TILLFALLE,
    KONVERSATION,
    Banned("sv", r"\bomgång\w*", "dialog, resultat", {"survey-*": A_QUARTER}),
    Banned("sv", r"\bträff(?:en|ar|arna)?\b", "dialog; möte"),
    Banned("sv", r"\b(?:arbets)?lag(?:et|en|ets)?\b(?<!/apt lag)", "team"),
    Banned("sv", r"\bsammanställning\w*", "sammanfattning"),
    Banned("en", r"\brounds?\b", "result, box", {"survey-*": A_QUARTER}),
    Banned("en", r"\bsessions?\b|\boccasions?\b", "dialogue"),
    Banned("en", r"\bconversations?\b", "private chat; talk"),
    Banned(
        "en",
        r"(?:\b(?:the|a|this|next|planned) |^)talks?\b(?! more| about| on| to)",
        "dialogue",
        TALKING,
    ),
)

ON_PAGES = (RUNDA, SAMTAL, TILLFALLE, KONVERSATION)
"""What is not said on the Swedish pages either."""

PAGES = (
    "README.md",
    "bot/workspace/page/js/words.js",
    "config/*.yaml",
    "docs/explanation/sa-skyddas-svaren.md",
    "docs/how-to/*.md",
    "docs/reference/[!ow]*.md",
    "docs/tutorial/*.md",
    "docs/underlag/*.md",
)
"""What else people read. The glossary itself has to name what is not said."""

ON_A_PAGE = {
    "det är samtalet som räknas": "the talking itself",
    "ett underlag för samtal om": "the talking itself",
    "en start på ett samtal": "the talking itself",
    "chefens fortsatta samtal": "the talking itself",
    "när samtalet står still": "the talking itself",
    "samtal utan svar; en enkättjänst": "another way than the bot's",
    "Samtal med de fackliga": "with the unions, before there is any dialogue",
    "| `dialogue` | samtal |": "the step in which they talk",
    "svara anonymt, samtal, övning": "the step in which they talk",
}
"""What the pages may say all the same, and why."""


def wrong(id: str, text: str, language: str) -> Iterator[str]:
    """Yield each banned word of a message with what to say instead."""
    for banned in BANNED:
        if banned.language == language and not banned.permits(id):
            yield from (f"{id}: {word} → {banned.instead}" for word in banned.found(text))


def wrong_on_page(text: str) -> list[str]:
    """Return the banned words of a page."""
    text = " ".join(text.split())
    for phrase in ON_A_PAGE:
        text = text.replace(phrase, "")
    return [word for banned in ON_PAGES for word in banned.found(text)]


def pages() -> list[Path]:
    """Return what else people read, by path."""
    return sorted(path for pattern in PAGES for path in PROJECT.glob(pattern))


def said(language: str) -> dict[str, str]:
    """Return each message's texts, in all its forms."""
    return {
        id: "\n".join(variants(message.value))
        for id, message in messages(language).items()
        if message.value is not None
    }


@pytest.mark.parametrize("language", ["sv", "en"])
def test_messages_have_one_word_for_each_thing(language: str) -> None:
    """No message says what the glossary rules out."""
    assert [each for id, text in said(language).items() for each in wrong(id, text, language)] == []


@pytest.mark.parametrize("path", pages(), ids=lambda path: str(path.relative_to(PROJECT)))
def test_pages_have_one_word_for_each_thing(path: Path) -> None:
    """Nor does any page, file of settings or the workspace."""
    assert wrong_on_page(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("banned", BANNED, ids=[banned.pattern for banned in BANNED])
def test_every_exception_is_needed(banned: Banned) -> None:
    """A reason that nothing needs any longer is taken away."""
    texts = said(banned.language)
    for pattern in banned.allowed:
        ids = [id for id in texts if fnmatchcase(id, pattern)]
        assert any(banned.found(texts[id]) for id in ids), pattern


def test_every_exception_on_a_page_is_needed() -> None:
    """The same for the pages."""
    text = " ".join(" ".join(path.read_text(encoding="utf-8") for path in pages()).split())
    assert [phrase for phrase in ON_A_PAGE if phrase not in text] == []


@pytest.mark.parametrize(
    ("id", "text", "language"),
    [
        ("results-counted", "Två rundor räknades.", "sv"),
        ("voided", "Rundan för temat kunde inte räknas.", "sv"),
        ("plan-announced", "Nästa samtal: tisdag", "sv"),
        ("plan-state-held", "Samtalet har startat.", "sv"),
        ("year-more", "Lägg till ett tillfälle sist", "sv"),
        ("results-sent", "Filen ligger i vår privata konversation.", "sv"),
        ("plan-announced", "Nästa omgång: tisdag", "sv"),
        ("plan-announced", "Nästa träff: tisdag", "sv"),
        ("team-title", "Ert arbetslag", "sv"),
        ("preview-summary", "Ett exempel på sammanställningen", "sv"),
        ("results-counted", "One round.", "en"),
        ("error-unknown-occasion", "That occasion is gone.", "en"),
        ("results-sent", "It is in our private conversation.", "en"),
        ("reply-over-talk", "The talk is over.", "en"),
        ("plan-announced", "Next talk: Tuesday", "en"),
    ],
)
def test_banned_word_would_be_found(id: str, text: str, language: str) -> None:
    """Each word that is banned is found where it must not stand."""
    assert len(list(wrong(id, text, language))) == 1


def test_other_words_are_left_alone() -> None:
    """What only looks like them, and what is allowed where it stands."""
    swedish = (
        "Samtalsledare och samtalskort på arbetsplatsträffen. Skriv /apt lag. Grunden är rund."
    )
    assert list(wrong("menu-title", swedish, "sv")) == []
    assert list(wrong("step-dialogue", "Samtal", "sv")) == []
    assert list(wrong("survey-page-open", "En ny omgång börjar.", "sv")) == []
    assert list(wrong("summary-next", "Talk more about it. We talk, around noon.", "en")) == []
    assert list(wrong("survey-page-open", "A new round begins.", "en")) == []


def test_banned_word_would_be_found_on_a_page() -> None:
    """Also where a line is broken, and not where it is allowed."""
    assert wrong_on_page("Ett planerat\nsamtal, och varje runda.") == ["runda", "samtal"]
    assert wrong_on_page("En dialog. Men det är samtalet\nsom räknas.") == []
    assert len(pages()) > 20


def test_the_glossary_names_what_there_is() -> None:
    """Every name of the code that the glossary gives is one."""
    code = "\n".join(path.read_text(encoding="utf-8") for path in CODE.rglob("*.py"))
    rows = [line.split("|") for line in GLOSSARY.read_text(encoding="utf-8").split("\n")]
    cells = [row[4] for row in rows if len(row) == 7]
    names = {
        part
        for cell in cells
        for name in re.findall(r"`([\w.]+)`", cell)
        for part in name.split(".")
    }
    assert len(names) > 20
    assert {name for name in names if not re.search(rf"\b{name}\b", code)} == set()
