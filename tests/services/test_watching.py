"""Mistakes in the dialogue files are told to those who look after the bot, once."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import timedelta

import pytest

from bot.domain.people import PersonKey
from bot.services.watching import SETTLED, Watch
from bot.views.model import Note, Sheet
from bot.views.watch import LONGEST, MOST, FileKind
from tests.services.people import KARIN, OMAR
from tests.services.world import World


@dataclass
class Files:
    """Dialogue files of a test; mirrors `bot.ports.Proofreader`."""

    wrong: tuple[str, ...] = ()

    def complaints(self, language: str) -> tuple[str, ...]:
        """Return what is wrong."""
        assert language == "sv"
        return self.wrong


def watching(world: World, files: Files, *admins: PersonKey) -> Watch:
    """Return a watch over the dialogue files alone."""
    return Watch(world.deps, {FileKind.DIALOGUES: files}, admins)


def looked(world: World, watch: Watch) -> None:
    """Let the watch look, and again when what it saw has stood long enough."""
    assert watch.look() == 0
    world.clock.pass_by(seconds=SETTLED.total_seconds())
    assert watch.look() == 0


def told(world: World, user: str = KARIN.user) -> list[str]:
    """Return the titles and texts that somebody has been told, the first first."""
    said: list[str] = []
    for view in world.shown(user):
        assert isinstance(view, Sheet | Note)
        said.append(view.title if isinstance(view, Sheet) else view.text)
    return said


def test_new_mistakes_are_told_once_to_each_admin(bare: World) -> None:
    """File, line, what and remedy in private; looking again says nothing new."""
    files = Files(("tema1.yaml, rad 3: fel. Gör så här.",))
    watch = watching(bare, files, KARIN, OMAR)
    for _ in range(3):
        looked(bare, watch)
    for admin in (KARIN, OMAR):
        (view,) = bare.shown(admin.user)
        assert isinstance(view, Sheet)
        assert [part.text for part in view.parts] == list(files.wrong)


def test_each_new_set_is_told_and_that_all_is_well(bare: World) -> None:
    """Another mistake is another message; after mending comes one that says so, once."""
    files = Files()
    watch = watching(bare, files, KARIN)
    for wrong in ((), ("a",), ("a", "b"), (), (), ("a",), ()):
        files.wrong = wrong
        looked(bare, watch)
    titles = ["Fel i dialogfilerna", "Fel i dialogfilerna", "Nu är alla dialogfiler rätt igen."]
    assert told(bare) == [*titles, titles[0], titles[2]]


def test_half_saved_file_is_not_told(bare: World) -> None:
    """What stood for less than a moment was somebody saving."""
    files = Files(("halv",))
    watch = watching(bare, files, KARIN)
    watch.look()
    bare.clock.pass_by(seconds=SETTLED.total_seconds() / 2)
    watch.look()
    files.wrong = ()
    looked(bare, watch)
    assert told(bare) == []
    assert timedelta() < SETTLED


def test_restart_does_not_repeat_the_same_day(bare: World) -> None:
    """However often the bot starts, a set of mistakes is told once a day."""
    for _ in range(3):
        looked(bare, watching(bare, Files(("a",)), KARIN))
    assert told(bare) == ["Fel i dialogfilerna"]
    bare.clock.pass_by(hours=24)
    looked(bare, watching(bare, Files(("a",)), KARIN))
    assert len(told(bare)) == 2


def test_each_message_names_the_kind_of_file(bare: World) -> None:
    """The areas' or the year's file, and all together when there are mistakes in several."""
    kinds = {kind: Files() for kind in FileKind}
    watch = Watch(bare.deps, kinds, (KARIN,))
    for wrong in ({FileKind.AREAS}, set(), {FileKind.YEAR}, set(), set(FileKind), set()):
        for kind, files in kinds.items():
            files.wrong = (f"{kind}.yaml, rad 1: fel",) if kind in wrong else ()
        looked(bare, watch)
    assert told(bare) == [
        "Fel i områdenas fil",
        "Nu är områdenas fil rätt igen.",
        "Fel i årshjulets fil",
        "Nu är årshjulets fil rätt igen.",
        "Fel i filerna",
        "Nu är alla filer rätt igen.",
    ]


def test_many_and_long_mistakes_are_cut(bare: World) -> None:
    """One message tells of some, and how many more there are."""
    files = Files(tuple(f"{n} {'x' * 2000}" for n in range(MOST + 5)))
    looked(bare, watching(bare, files, KARIN))
    (view,) = bare.shown(KARIN.user)
    assert isinstance(view, Sheet)
    assert len(view.parts) == MOST
    assert max(len(part.text) for part in view.parts) == LONGEST
    assert "5" in view.footer


def test_without_admins_the_log_warns(bare: World, caplog: pytest.LogCaptureFixture) -> None:
    """Nobody is told, so the log says how many mistakes there are, as a warning."""
    with caplog.at_level(logging.INFO):
        looked(bare, watching(bare, Files(("a", "b"))))
    (warned,) = [line.getMessage() for line in caplog.records if line.levelno == logging.WARNING]
    assert warned.startswith("mistakes in the files")
    assert warned.endswith(": 2")
    assert bare.shown(KARIN.user) == []
