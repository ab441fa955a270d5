"""Make docs/reference/commands.md from the grammar, the roles, the limits and the words themselves.

`make docs` runs it; a test fails when the page is not what it would write.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from bot.domain.commands import CommandKind, words_of
from bot.domain.commitment import MOST_OPEN
from bot.domain.programme import Language
from bot.domain.session import EXTEND_MINUTES, LONGEST_PAUSE
from bot.errors import UserError
from bot.locales import words
from bot.services.rolling import MOST_AT_ONCE
from bot.settings import PROJECT_DIR
from bot.views.help import ARGUMENTS, EVERYONE, LEADERS
from bot.views.replies import error

PATH = Path("docs/reference/commands.md")
SV, EN = Language.SV, Language.EN

HEAD = """\
# Kommandon

Skriv kommandona i teamets kanal. Svaret ser bara du. Stora eller små bokstäver spelar ingen roll,
och inte heller prickarna: `/apt nasta` går lika bra som `/apt nästa`. Skriver du fel föreslår boten
det ord som ligger närmast. Det som behövs i mötet finns också som knappar i dialogens meddelande,
och bara `/apt` visar det som passar just nu som knappar.

Sidan görs av koden: ändra i `bot/domain/commands.py` och `bot/locales/`, och kör `make docs`.
"""

FOR_EVERYONE = """
## För alla

"""

FOR_LEADERS = """
## För chef och samtalsledare

Den första dialogen i en kanal får vem som helst starta som inte är gäst: då frågar boten vem som är
chef och vilka som är samtalsledare. Därefter gäller deras roller.

"""

TABLE = """\
| kommando | på engelska | går också | vad det gör |
|---|---|---|---|
"""

ARGUMENT_NOTES = """
**Tema** är temats namn (`tema3`), dess nummer (`3`), dess rubrik eller början på några ord i den,
eller något av dessa efter programmets namn (`tio-teman/3`). Passar det på flera teman frågar boten
vilket.

**Program** är programmets namn (`tio-teman`) eller början på några ord i dess rubrik. **Del eller
lek** är en av de tre delarna (`hanterbarhet`) eller kortlekens namn; utan det blandas alla kort.

**År eller kvartal** är till exempel `2027`, `kvartal 1`, `kvartal 1 2027` eller `förra året`. Ett
kvartal utan år är det senaste som har börjat.

**Minuter** är {low} till {high}: `5`, `5 min` eller `fem`. En dialog som är pausad i {pause} timmar
avslutas av sig själv, och svaren räknas.

`/apt stopp` och `/apt avbryt` är olika saker: det första räknar svaren, det andra kastar dem.
"""

REFUSALS = """
## När det inte går

Så här svarar boten när något inte går. Varje svar säger vad du kan göra i stället.

"""

SAMPLES: Mapping[str, Mapping[str, str | int]] = {
    "unknown-command": {"word": "strat", "nearest": "start"},
    "unknown-theme": {"word": "tema33", "nearest": "tema3"},
    "no-material": {"kind": "checklist"},
    "unknown-name": {"kind": "programme", "word": "workshop", "nearest": "tre-workshoppar"},
    "bad-minutes": {"low": EXTEND_MINUTES.start, "high": EXTEND_MINUTES.stop - 1},
    "text-too-long": {"limit": 600},
    "personal-data": {"kind": "phone", "found": "070-174 06 05"},
    "pool-unreachable": {"team": "Natt Månen"},
    "pool-taken": {"team": "Natt Månen"},
    "pool-full": {"most": 12},
    "pool-busy": {"team": "Natt Månen"},
    "too-many-tags": {"limit": 2},
    "unclear-when": {"text": "nån gång", "kind": "nothing"},
    "unclear-time": {"text": "halv två", "early": "01:30", "late": "13:30"},
    "bad-time": {"text": "25:00"},
    "bad-date": {"text": "31 februari"},
    "bad-weeks": {"text": "54"},
    "past-when": {"text": "2026-03-02 09:00"},
    "rolling-theme": {"title": "Avslutningsenkät"},
    "survey-running": {"title": "Avslutningsenkät, kvartal 1 2027"},
    "too-many-invited": {"most": MOST_AT_ONCE},
    "cannot-invite": {"kind": "guest", "names": "Siv Gästberg"},
    "facilitator-not-member": {"names": "Siv Gästberg"},
    "no-results": {"period": "2025"},
    "empty-commitment": {"field": "activity"},
    "too-many-commitments": {"limit": MOST_OPEN},
}
"""The parameters that a refusal is shown with."""


def page() -> str:
    """Return the page, as Markdown."""
    limits = {
        "low": EXTEND_MINUTES.start,
        "high": EXTEND_MINUTES.stop - 1,
        "pause": int(LONGEST_PAUSE.total_seconds()) // 3600,
    }
    return "".join(
        (
            HEAD,
            FOR_EVERYONE,
            _table(EVERYONE),
            FOR_LEADERS,
            _table(LEADERS),
            ARGUMENT_NOTES.format(**limits),
            REFUSALS,
            *(_refusal(kind) for kind in UserError.__subclasses__()),
        )
    )


def write(project: Path) -> None:
    """Write the page below the directory `project`."""
    (project / PATH).write_text(page(), encoding="utf-8")


def _table(kinds: Iterable[CommandKind]) -> str:
    return TABLE + "".join(_row(kind) for kind in kinds)


def _row(kind: CommandKind) -> str:
    (first, *others), english = words_of(kind)[SV] or ("",), words_of(kind)[EN] or ("",)
    more = dict.fromkeys(word for word in (*others, *english[1:]) if word != first)
    cells = (_typed(kind, SV), _typed(kind, EN), ", ".join(f"`{word}`" for word in more))
    return f"| {' | '.join(cells)} | {words(SV)(f'help-{kind}')} |\n"


def _typed(kind: CommandKind, language: Language) -> str:
    typed = " ".join(("/apt", *words_of(kind)[language][:1]))
    argument = f" *{words(language)(ARGUMENTS[kind])}*" if kind in ARGUMENTS else ""
    return f"`{typed}`{argument}"


def _refusal(kind: type[UserError]) -> str:
    return f"- {error(kind(**SAMPLES.get(kind.code, {})), words(SV)).text}\n"


if __name__ == "__main__":
    write(PROJECT_DIR)
