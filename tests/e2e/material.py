"""A stage with a few dialogue files of its own, which a test may change."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bot.settings import Settings
from tests.e2e.places import MANAGER
from tests.e2e.stage import Stage

PROGRAMME = """
order: 1
title: {sv: Prov, en: Trial}
why: {sv: Att prova., en: To try.}
tags:
  - id: tid
    name: {sv: Tid, en: Time}
  - id: annat
    name: {sv: Annat, en: Other}
"""

WORKSHOP = """
number: 1
title: {sv: En eftermiddag, en: An afternoon}
why: {sv: Att hinna tänka., en: To have time to think.}
length: 150
steps:
  - kind: film
    minutes: 30
    text: {sv: Se filmen., en: Watch the film.}
    film:
      link: https://film.example/om-oss
      minutes: 4
      instead: {sv: Läs om oss., en: Read about us.}
  - kind: dialogue
    minutes: 60
    group: small
    text: {sv: Prata om filmen., en: Talk about the film.}
  - kind: gather
    minutes: 60
    text: {sv: Samla ihop., en: Gather.}
stuck:
  - {sv: Vad menar du?, en: What do you mean?}
adaptation: {sv: Ni får korta filmen., en: You may shorten the film.}
checklist:
LINES
"""

LINES = 12
"""More lines than one of Slack's blocks holds."""

DECK = """
kind: cards
number: 1
title: {sv: Att klara dagen, en: To manage the day}
why: {sv: Bra att ha., en: Good to have.}
component: hanterbarhet
cards:
  - question: {sv: Vad hjälpte i går?, en: What helped yesterday?}
    more: {sv: Ge ett exempel., en: Give an example.}
  - question: {sv: Vad hjälper i dag?, en: What helps today?}
"""

CANARY = "Spegelfågeln"
"""Stands in every question of the mirror, and nowhere else."""

MIRROR_SCORES = "715362471536"
"""What somebody answers: digits that stand together nowhere else."""


def mirror() -> str:
    """Return a mirror of twelve questions, each with a canary in it."""
    questions = "\n".join(
        f"  - text: {{sv: '{CANARY} {n} kvittrar?', en: 'Bird {n}?'}}\n"
        f"    low: {{sv: aldrig, en: never}}\n    high: {{sv: alltid, en: always}}"
        for n in range(len(MIRROR_SCORES))
    )
    return f"""
kind: mirror
number: 1
title: {{sv: Spegel, en: Mirror}}
why: {{sv: För din egen skull., en: For your own sake.}}
questions:
{questions}
closing: {{sv: Välj en sak att prova., en: Choose one thing to try.}}
"""


def write_dialogues(directory: Path) -> Path:
    """Write the files of the programme `prov`, and return the directory of programmes."""
    lines = "\n".join(f"  - {{sv: Sak {n} att göra, en: Thing {n} to do}}" for n in range(LINES))
    folder = directory / "dialogues" / "prov"
    folder.mkdir(parents=True)
    texts = {
        "programme": PROGRAMME,
        "eftermiddag": WORKSHOP.replace("LINES", lines),
        "lek": DECK,
        "spegel": mirror(),
    }
    for name, text in texts.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder.parent


class OwnStage(Stage):
    """A stage whose dialogues are its own, and whose manager looks after the bot."""

    def __init__(self, directory: Path) -> None:
        super().__init__(directory)
        self.dialogues = write_dialogues(directory)

    @property
    def settings(self) -> Settings:
        """The settings, with the directory of dialogues and the one who looks after the bot."""
        own = {"dialogues_dir": self.dialogues, "admins": MANAGER}
        return super().settings.model_copy(update=own)


@contextmanager
def after_workshop(directory: Path) -> Iterator[OwnStage]:
    """The real bot on a workspace, where a workshop has just come to its end."""
    with OwnStage(directory).on() as running:
        running.start_bot()
        running.set_up(command="/apt start eftermiddag")
        running.advance(minutes=150)
        running.board(words="Dialogen är slut.")
        yield running
