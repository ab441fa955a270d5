"""What the command line says follows the installation's language."""

from __future__ import annotations

import ast
import errno
import re
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

import bot
from bot.bootstrap import DATABASE
from bot.cli import main
from bot.cli.help import Group
from bot.locales import LANGUAGES
from bot.practice import FOLDER
from bot.stores.lock import DirectoryLock
from bot.stores.sqlite import SqliteStore

ROOT = Path(__file__).resolve().parents[2]
CODE = Path(bot.__file__).parent
APTBOT = (sys.executable, "-c", "from bot.cli import main; main(prog_name='aptbot')")
RUN = ("run", "--workspace")
EXPORT = ("export", "--format", "csv", "--out", "out.csv")
SWEDISH = re.compile(r"[åäöÅÄÖ]")


# --- what hinders it ----------------------------------------------------------------------


def database(home: Path, *sql: str) -> Path:
    """Make a good database where both commands look, and change it."""
    for place in (home / "data", home / "data" / FOLDER):
        SqliteStore(place / DATABASE).close()
        with closing(sqlite3.connect(place / DATABASE)) as db, db:
            for statement in sql:
                db.execute(statement)
    return home


def damaged(home: Path, held: ExitStack) -> None:
    """Write nonsense over the database."""
    for path in database(home).glob(f"data/**/{DATABASE}"):
        path.write_bytes(b"nonsense" * 1000)


def newer(home: Path, held: ExitStack) -> None:
    """Have a migration in it that nobody knows."""
    database(
        home,
        "INSERT INTO _sqlite_migrations (migration_set, name, applied_at)"
        " VALUES ('aptbot', '999_later', 'x')",
    )


def older(home: Path, held: ExitStack) -> None:
    """Have it lack a migration."""
    database(home, "DELETE FROM _sqlite_migrations")


def missing(home: Path, held: ExitStack) -> None:
    """Have no database."""


def locked(home: Path, held: ExitStack) -> None:
    """Be at work on it already."""
    lock = DirectoryLock(home / "data" / FOLDER, home / "keys" / FOLDER)
    held.callback(lock.release)


def unusable(home: Path, held: ExitStack) -> None:
    """Have a directory in the place of the lock."""
    (home / "data" / FOLDER / "aptbot.lock").mkdir(parents=True)


def exposed(home: Path, held: ExitStack) -> None:
    """Let others read the keys."""
    (home / "keys" / FOLDER).mkdir(parents=True)
    (home / "keys" / FOLDER).chmod(0o755)


def broken_secret(home: Path, held: ExitStack) -> None:
    """Have a secret that is none."""
    (home / "keys" / FOLDER).mkdir(parents=True, mode=0o700)
    (home / "keys" / FOLDER).chmod(0o700)
    (home / "keys" / FOLDER / "kalenderhemlighet").touch(mode=0o600)


Hinder = Callable[[Path, ExitStack], None]

HINDERED: list[tuple[tuple[str, ...], Hinder, str, str]] = [
    (RUN, damaged, "Filen är ingen hel databas.", "The file is no whole database."),
    (RUN, newer, "nyare version av aptbot (999_later)", "newer version of aptbot (999_later)"),
    (RUN, locked, "Boten körs redan med katalogen", "The bot is already running with the"),
    (RUN, unusable, "går inte att låsa: Is a directory.", "can’t be locked: Is a directory."),
    (RUN, exposed, "kan läsas av andra. Kör: chmod 700", "can be read by others. Run: chmod 700"),
    (RUN, broken_secret, "alla kalenderlänkar byts", "all calendar links are then replaced"),
    (EXPORT, damaged, "Filen är ingen hel databas.", "The file is no whole database."),
    (EXPORT, newer, "nyare version av aptbot (999_later)", "newer version of aptbot (999_later)"),
    (EXPORT, older, "äldre version av aptbot.", "older version of aptbot."),
    (EXPORT, missing, "Det finns ingen databas i", "There is no database at"),
]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("command", "hinder", "swedish", "english"),
    HINDERED,
    ids=[f"{command[0]} {hinder.__name__}" for command, hinder, *_ in HINDERED],
)
def test_what_hinders_it_is_told_in_the_installations_language(
    tmp_path: Path,
    command: tuple[str, ...],
    hinder: Hinder,
    swedish: str,
    english: str,
    language: str,
) -> None:
    """In one language alone, with its values, and without a traceback."""
    with ExitStack() as held:
        hinder(tmp_path, held)
        ended = subprocess.run(
            [*APTBOT, *command],
            env={
                "APTBOT_DATA_DIR": str(tmp_path / "data"),
                "APTBOT_KEY_DIR": str(tmp_path / "keys"),
                "APTBOT_LANGUAGE": language,
                "APTBOT_PORT": "0",
                "PYTHONPATH": str(ROOT),
            },
            cwd=tmp_path,
            text=True,
            capture_output=True,
            timeout=60,
            check=False,
        )
    told = {"sv": swedish, "en": english}
    assert ended.returncode == 1, ended.stderr
    assert told.pop(language) in ended.stderr
    (other,) = told.values()
    assert other not in ended.stderr
    assert "Traceback" not in ended.stderr
    assert bool(SWEDISH.search(ended.stderr)) == (language == "sv"), ended.stderr


TOO_LONG = "x" * 300  # for a name in any file system, whoever asks


@pytest.mark.parametrize("command", [("plan", "check"), ("dialogues", "check")], ids=" ".join)
def test_a_file_that_cant_be_looked_at_is_told_of(command: tuple[str, ...]) -> None:
    """As in a folder that the account may not open: in words, with the path, and status 1."""
    told = {
        language: CliRunner(env={"APTBOT_LANGUAGE": language}).invoke(main, [*command, TOO_LONG])
        for language in LANGUAGES
    }
    assert {done.exit_code for done in told.values()} == {1}
    assert f"{TOO_LONG} går inte att använda (File name too long)." in told["sv"].stderr
    assert f"{TOO_LONG} can’t be used (File name too long)." in told["en"].stderr
    assert not SWEDISH.search(told["en"].output)


def test_other_errors_are_not_taken_for_files() -> None:
    """What the system says of no file at all goes on to whoever can tell what it means."""

    @click.group(cls=Group)
    def group() -> None: ...

    @group.command()
    def broken() -> None:
        raise OSError(errno.ENOTSUP, "odd")

    done = CliRunner().invoke(group, ["broken"])
    assert isinstance(done.exception, OSError)
    assert done.output == ""


# --- help ---------------------------------------------------------------------------------


def commands(command: click.Command, *path: str) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """Yield the command and all below it, with what is typed for each."""
    yield path, command
    if isinstance(command, click.Group):
        for name, below in command.commands.items():
            yield from commands(below, *path, name)


EVERY = dict(commands(main))


def helped(*path: str, language: str = "") -> str:
    """Return a command's help."""
    done = CliRunner(env={"APTBOT_LANGUAGE": language or None}).invoke(main, [*path, "--help"])
    assert done.exit_code == 0, done.output
    return done.output


@pytest.mark.parametrize("path", EVERY, ids=" ".join)
def test_help_follows_the_language(path: tuple[str, ...]) -> None:
    """Each command, its options and what is below it are told in one language alone."""
    swedish, english = (helped(*path, language=language) for language in LANGUAGES)
    assert SWEDISH.search(swedish)
    assert not SWEDISH.search(english)
    assert "usage-" not in swedish + english
    assert re.findall(r"^(\S.*?):", swedish, re.MULTILINE)[:1] == ["Användning"]
    assert not re.search(r"Usage:|Options:|Commands:|and exit", swedish)
    options = re.compile(r"^  (-h, --help|--[a-z]+)", re.MULTILINE)
    assert options.findall(swedish) == options.findall(english) != []


def test_everything_has_help() -> None:
    """Each command and each option names its words; the rest is the library's own."""
    options = [
        option
        for command in EVERY.values()
        for option in command.params
        if isinstance(option, click.Option) and option.name != "version"
    ]
    assert len(EVERY) > 10
    assert len(options) > 20
    named = [*(each.help for each in EVERY.values()), *(each.help for each in options)]
    assert [help_ for help_ in named if not str(help_).startswith("usage-")] == []


WRONG: list[tuple[tuple[str, ...], str, str]] = [
    (("--versio",), "Valet --versio finns inte. Menade du --version?", "Did you mean --version?"),
    (("run", "--odd"), "Valet --odd finns inte.\n", "There is no option --odd.\n"),
    (("plans",), "Kommandot plans finns inte. Menade du plan?", "Did you mean plan?"),
    (("dialogues", "odd"), "Kommandot odd finns inte.\n", "There is no command odd.\n"),
    (("dialogues", "new"), "PROGRAMME saknas.\n", "PROGRAMME is missing.\n"),
    (("export",), "--format saknas. Det här går att välja: xlsx,", "--format is missing. These"),
    (("plan", "check", "--format", "x"), "går att välja: text, json,", "chosen: text, json,"),
    (("plan", "show", "--year", "x"), "går att välja: 2000–2200.", "chosen: 2000–2200."),
    (("run", "extra"), "förstå (Got unexpected", "understood (Got unexpected"),
    (("plan", "show", "--team"), "förstå (Option '--team'", "understood (Option '--team'"),
]


@pytest.mark.parametrize(
    ("typed", "swedish", "english"), WRONG, ids=[" ".join(typed) for typed, *_ in WRONG]
)
def test_a_wrong_command_is_told_in_the_language(
    typed: tuple[str, ...], swedish: str, english: str
) -> None:
    """In one language alone, with status 2 and nothing on the standard output."""
    for language, told in zip(LANGUAGES, (swedish, english), strict=True):
        done = CliRunner(env={"APTBOT_LANGUAGE": language}).invoke(main, typed)
        assert (done.exit_code, done.stdout) == (2, "")
        assert told in done.stderr
        assert bool(SWEDISH.search(done.stderr)) == (language == "sv")
        assert not re.search(r"Error:|Try '", done.stderr)


def test_help_is_there_whatever_is_wrong_with_the_settings() -> None:
    """Swedish for a language that there is none of."""
    assert helped("run", language="fi") == helped("run", language="sv") == helped("run")


# --- the code -----------------------------------------------------------------------------


def swedish_in(source: str) -> list[str]:
    """Return the strings of a piece of code, parts of others and docstrings too, in Swedish."""
    return [
        node.value
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and SWEDISH.search(node.value)
    ]


def test_search_for_swedish_can_find() -> None:
    """The search sees every kind of string, and passes over comments."""
    source = "'''Går.'''\nA = 'är' 'en'\nB = f'{A} för {A:>3}'\ndef f(b='Å'): ...\n# ö\nC = 'o'"
    assert sorted(swedish_in(source)) == [" för ", "Går.", "Å", "ären"]


@pytest.mark.parametrize("part", ["stores", "cli"])
def test_no_words_stand_in_the_code(part: str) -> None:
    """All that somebody reads stands in the files of words, where both languages are."""
    found = {path: path.read_text(encoding="utf-8") for path in (CODE / part).rglob("*.py")}
    assert len(found) > 5
    assert {str(path): said for path, text in found.items() if (said := swedish_in(text))} == {}
