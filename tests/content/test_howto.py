"""With one page and the messages alone a theme can be copied, broken, mended, shown and used."""

from __future__ import annotations

import re
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest
from click.testing import CliRunner, Result
from pydantic import BaseModel

from bot.cli import main
from bot.content import load
from bot.domain.programme import DeckText, Film, MirrorText, ProgrammeText, Step, ThemeText
from bot.domain.themes import find_theme
from bot.preview import Preview

PROJECT = Path(__file__).parents[2]
HOW_TO = (PROJECT / "docs" / "how-to" / "andra-ett-tema.md").read_text(encoding="utf-8")
FAULTS = HOW_TO.split("De vanligaste felen:")[1].split("\n\n")[1]
"""The page's table of what can be read and what to do."""


@dataclass(frozen=True)
class Mishap:
    """What happens to a text of the theme, and how a person mends it who has read the message.

    Attributes:
        good: A piece of the file.
        bad: What it becomes.
        says: The row of the page's table.
        at: What stands on the line that the message names.
        remedy: What the message tells to do about it, in its own words.
        mended: What the person writes then.
        encoding: How the file is saved.
    """

    good: str
    bad: str
    says: str
    at: str
    remedy: str
    mended: str
    encoding: str = "utf-8"


CHECK_IN = "    minutes: 1\n    group: pairs\n"
EASY = """\
      lattlast: |
        Nu är det tyst en stund.
        Alla svarar var för sig.
        Tre frågor svarar du på med en siffra.
        En fråga svarar du på med egna ord.
        Tänk på hur det brukar vara.
        Du får hoppa över en fråga.

        Skriv om vad som hjälper.
        Skriv inga namn, platser eller tider.
        Då är det svårt att veta vem du är.
"""
MISHAPS = (
    Mishap(
        CHECK_IN,
        "\tminutes: 1\n    group: pairs\n",
        "Här finns ett tabbtecken.",
        "minutes: 1",
        "Ta bort tabben och tryck på mellanslag i stället.",
        CHECK_IN,
    ),
    Mishap(
        "sv: Bra att ha\n",
        "sv: Bra: att ha\n",
        "Här står ett kolon som boten läser som en ny nyckel.",
        "Bra: att ha",
        "Skriv ”|” efter nyckeln och texten på nästa rad, med två mellanslag mer i början.",
        "sv: |\n        Bra: att ha\n",
    ),
    Mishap(
        "minutes: 4\n",
        "minutes 4\n",
        "Här saknas ett kolon efter en nyckel.",
        "minutes 4",
        "Skriv ett kolon och ett mellanslag efter nyckeln: ”minutes: 2”.",
        "minutes: 4\n",
    ),
    Mishap(
        "      en: Two lists\n",
        "     en: Two lists\n",
        "Raden börjar på fel ställe.",
        "en: Two lists",
        "Varje nivå är två mellanslag längre in än den förra.",
        "      en: Two lists\n",
    ),
    Mishap(
        "sv: Två listor\n",
        'sv: "Två listor\n',
        "Texten börjar med ett citattecken som aldrig avslutas.",
        "Två listor",
        "Skriv samma citattecken sist i texten",
        'sv: "Två listor"\n',
    ),
    Mishap(
        "group: small\n",
        "grupp: small\n",
        "Nyckeln ”grupp” finns inte här.",
        "grupp: small",
        "Menade du ”group”?",
        "group: small\n",
    ),
    Mishap(
        "kind: gather\n",
        "kind: samling\n",
        "”samling” går inte att välja för ”kind”.",
        "kind: samling",
        ", gather,",
        "kind: gather\n",
    ),
    Mishap(
        "title:\n  sv: Nytt tema 1\n  en: New theme 1\n",
        "title:\n  sv: Vår dag\n",
        "Texten ”title” saknas på engelska.",
        "title:",
        "Lägg till en rad under ”title:” som börjar med ”en:” och sedan texten.",
        "title:\n  sv: Vår dag\n  en: Our day\n",
    ),
    Mishap(
        EASY,
        "",
        "Texten ”text” saknas på lättläst svenska",
        "    text:",
        "Lägg till en rad under ”text:” som börjar med ”lattlast:” och sedan texten.",
        "      lattlast: |\n        Svara själv.\n        Skriv inga namn.\n",
    ),
    Mishap(
        "minutes: 3\n",
        "minutes: 5\n",
        "Stegen tar tillsammans 17 minuter.",
        "steps:",
        "Ta bort 2 minuter i ett eller flera steg.",
        "minutes: 3\n",
    ),
    Mishap(
        "number: 1\n",
        "number: 1\n",
        "Filen är sparad med en teckenkodning som boten inte läser.",
        "# Tema 3: vad som hjälper oss",
        "Spara filen en gång till och välj kodningen UTF-8.",
        "number: 1\n",
        encoding="cp1252",
    ),
)


@pytest.fixture
def dialogues(tmp_path: Path) -> Path:
    """All dialogues as they come with the bot."""
    directory = tmp_path / "dialogues"
    shutil.copytree(PROJECT / "dialogues", directory)
    return directory


def typed(dialogues: Path, *words: str) -> Result:
    """Type `aptbot dialogues …`."""
    runner = CliRunner(env={"APTBOT_DIALOGUES": str(dialogues), "APTBOT_LANGUAGE": "sv"})
    return runner.invoke(main, ["dialogues", *words])


@contextmanager
def previewed(file: Path) -> Iterator[httpx.Client]:
    """Have the preview of the file open."""
    preview = Preview(file)
    thread = threading.Thread(target=preview.run, daemon=True)
    thread.start()
    try:
        with httpx.Client(base_url=preview.url, timeout=10, trust_env=False) as browser:
            yield browser
    finally:
        preview.stop()
        thread.join(10)
        assert not thread.is_alive()


def break_and_mend(file: Path, dialogues: Path, mishap: Mishap) -> None:
    """Make the mistake, be told of it at its line, and do as told."""
    text = file.read_text(encoding="utf-8")
    broken = text.replace(mishap.good, mishap.bad, 1)
    assert mishap.good in text
    file.write_text(broken, encoding=mishap.encoding)
    found = typed(dialogues, "check", str(file))
    assert found.exit_code == 1
    (first, *_) = found.output.split("\n\n")
    (line,) = re.findall(r"rad (\d+), kolumn \d+: ", first)
    assert mishap.at in broken.split("\n")[int(line) - 1]
    assert f": {mishap.says}" in first
    assert mishap.remedy in first
    head, _, tail = text.partition(mishap.good)
    file.write_text(f"{head}{mishap.mended}{tail}", encoding="utf-8")
    mended = typed(dialogues, "check", str(file))
    assert mended.exit_code == 0, mended.output


def test_a_theme_is_copied_broken_mended_shown_and_used(
    dialogues: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each of more than ten mishaps is mended by its message, and the theme can be used."""
    monkeypatch.chdir(tmp_path)
    made = typed(dialogues, "new", "egna-teman", "--from", "tema3", "--title", "Våra egna dialoger")
    file = dialogues / "egna-teman" / "tema1.yaml"
    assert (made.exit_code, file.exists()) == (0, True)
    for mishap in MISHAPS:
        break_and_mend(file, dialogues, mishap)
    good = typed(dialogues, "check", "--strict")
    assert good.exit_code == 0, good.output
    assert "inga fel" in good.output

    programmes = load(dialogues).programmes
    assert str(find_theme(programmes, "vår dag")) == "egna-teman/tema1"
    with previewed(file) as browser:
        assert "Bra: att ha" in browser.get("/show").raise_for_status().text
    assert typed(dialogues, "print", "egna-teman/tema1").exit_code == 0
    assert "Bra: att ha" in (tmp_path / "tema1.html").read_text(encoding="utf-8")
    assert typed(dialogues, "export", "egna-teman").exit_code == 0
    shutil.rmtree(dialogues / "egna-teman")
    assert typed(dialogues, "import", "egna-teman.zip").exit_code == 0
    assert load(dialogues).programmes == programmes


def test_the_table_has_each_of_the_mishaps() -> None:
    """What the page says of the most usual mistakes is what the check says, word for word."""
    rows = re.findall(r"^\| (.+?) +\| .+ \|$", FAULTS, re.MULTILINE)
    assert rows == ["det står", *sorted((m.says for m in MISHAPS), key=FAULTS.find)]
    assert len(MISHAPS) >= 10


@pytest.mark.parametrize("model", [ThemeText, DeckText, MirrorText, Step, Film, ProgrammeText])
def test_every_key_is_on_the_page(model: type[BaseModel]) -> None:
    """The page has a word on each key of a theme, a deck, a mirror and a programme."""
    assert [key for key in model.model_fields if f"`{key}" not in HOW_TO] == []


def test_every_command_for_writing_is_on_the_page() -> None:
    """Whatever can be done with dialogue files on the command line is told."""
    group = main.commands["dialogues"]
    names = getattr(group, "commands", {})
    assert len(names) >= 6
    assert [name for name in names if f"aptbot dialogues {name}" not in HOW_TO] == []
