"""The documentation: everything it names exists, and what it quotes stands on the screen."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import click
import pytest

from bot import locales
from bot.cli import main
from bot.content import load
from bot.domain.commands import CommandKind, minutes, parse
from bot.domain.themes import find_theme
from bot.settings.loading import FIELDS
from bot.stores.sqlite.translation import KINDS
from bot.views.model.commitment_table import CommitmentRow
from bot.views.model.export import COLUMNS
from bot.workspace import sample
from scripts import export_page
from scripts.command_page import PATH, page, write

PROJECT = Path(__file__).resolve().parents[1]
DOCS = PROJECT / "docs"
IMAGES = DOCS / "images"
PAGES = sorted([*PROJECT.glob("*.md"), *DOCS.rglob("*.md")])
LARGEST_IMAGE = 150_000
PHONE_WIDTH = 390

TEST_SETTINGS = {"APTBOT_CHROMIUM"}
"""Keys that the tests and scripts read, and the bot does not."""

FENCE = re.compile(r"^ *```(\w*)\n(.*?)^ *```$", re.MULTILINE | re.DOTALL)
INLINE = re.compile(r"`([^`\n]+)`")
LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)\s]+)\)")
IMAGE = re.compile(r"!\[([^\]]*)\]\(([^)\s]+)\)")
ON_SCREEN = re.compile(r"\*\*([^*]+)\*\*")

every_page = pytest.mark.parametrize(
    "path", PAGES, ids=[str(path.relative_to(PROJECT)) for path in PAGES]
)


@cache
def text_of(path: Path) -> str:
    """Return the page's text."""
    return path.read_text(encoding="utf-8")


def prose(path: Path) -> str:
    """Return the page without its blocks of code and without inline code."""
    return INLINE.sub("", FENCE.sub("", text_of(path)))


def code(path: Path) -> Iterator[str]:
    """Give every line of code on the page: in blocks, indented, and inline."""
    text = text_of(path)
    for _, block in FENCE.findall(text):
        yield from block.splitlines()
    rest = FENCE.sub("", text)
    yield from re.findall(r"^ {4,}(\S.*)$", rest, re.MULTILINE)
    yield from INLINE.findall(rest)


def section(path: Path, heading: str) -> str:
    """Return what stands under a heading of the second level."""
    return text_of(path).split(f"\n## {heading}\n")[1].split("\n## ")[0]


# --- links and pictures -------------------------------------------------------------------


def anchors(path: Path) -> set[str]:
    """Return the names that the page's headings can be linked to by."""
    headings = re.findall(r"^#+ +(.+)$", FENCE.sub("", text_of(path)), re.MULTILINE)
    plain = (re.sub(r"[^\w\s-]", "", heading.lower()) for heading in headings)
    return {re.sub(r"\s", "-", heading.strip()) for heading in plain}


@every_page
def test_every_link_leads_somewhere(path: Path) -> None:
    """A link inside the project is to a file that exists, and to a heading that it has."""
    for link in LINK.findall(text_of(path)):
        if re.match(r"https?://", link):
            continue
        name, _, anchor = link.partition("#")
        target = (path.parent / name).resolve() if name else path
        assert target.exists(), link
        assert target.is_relative_to(PROJECT), link
        assert not anchor or anchor in anchors(target), link


@every_page
def test_every_picture_exists_and_is_told_in_words(path: Path) -> None:
    """A picture is there, and its alternative text says what it shows."""
    for words, link in IMAGE.findall(text_of(path)):
        assert (path.parent / link).resolve().is_file(), link
        assert len(words.split()) >= 5, link


def test_every_picture_is_used() -> None:
    """No picture lies about that no page shows."""
    used = {
        (path.parent / link).resolve() for path in PAGES for _, link in IMAGE.findall(text_of(path))
    }
    assert {path for path in IMAGES.iterdir() if path not in used} == set()


@pytest.mark.parametrize("path", sorted(IMAGES.glob("*")), ids=lambda path: path.name)
def test_picture_is_small_enough_for_a_phone(path: Path) -> None:
    """A picture is a PNG of a page's or a phone's width, within the size that was agreed."""
    data = path.read_bytes()
    assert len(data) <= LARGEST_IMAGE
    assert data.startswith(b"\x89PNG\r\n\x1a\n")
    (width,) = struct.unpack(">I", data[16:20])
    assert width >= PHONE_WIDTH


def test_the_index_lists_every_page() -> None:
    """From docs/README.md every page of the documentation can be reached."""
    index = DOCS / "README.md"
    listed = {(DOCS / link.partition("#")[0]).resolve() for link in LINK.findall(text_of(index))}
    assert {path for path in DOCS.rglob("*.md") if path != index} <= listed


def test_decisions_are_numbered_once_and_have_one_form() -> None:
    """Each decision has a number of its own, a status and a date."""
    decisions = sorted((DOCS / "decisions").glob("*.md"))
    numbers = [int(path.name[:4]) for path in decisions]
    assert len(set(numbers)) == len(numbers)
    for number, path in zip(numbers, decisions, strict=True):
        assert text_of(path).startswith(f"# {number}. ")
        assert re.search(r"^Status: \w+\. Date: \d{4}-\d\d-\d\d\.$", text_of(path), re.MULTILINE)


# --- what can be typed --------------------------------------------------------------------


def make_targets() -> set[str]:
    """Return what can be made: the targets that people call, and what marks an installation."""
    makefile = (PROJECT / "Makefile").read_text(encoding="utf-8")
    stamps = re.findall(r"^\w+_READY := \$\(VENV\)/(\S+)$", makefile, re.MULTILINE)
    return {
        *re.findall(r"^([a-z]+):", makefile, re.MULTILINE),
        *(f".venv/{stamp}" for stamp in stamps),
    }


@every_page
def test_every_make_target_exists(path: Path) -> None:
    """`make something` on a page is something that can be made."""
    lines = (line for line in code(path) if "apt install" not in line)
    named = {found for line in lines for found in re.findall(r"\bmake ([a-z.][\w./-]*)", line)}
    assert named <= make_targets()


@every_page
def test_every_command_of_the_command_line_exists(path: Path) -> None:
    """`aptbot something --with` on a page is a command with that option."""
    for line in code(path):
        for typed in re.findall(r"(?:^|bin/)aptbot((?: +[a-z-]+)+)", line):
            command: click.Command = main
            for word in typed.split():
                if word.startswith("--"):
                    assert word in {opt for one in command.params for opt in one.opts}, line
                elif isinstance(command, click.Group):
                    assert word in command.commands, line
                    command = command.commands[word]


@every_page
def test_every_setting_exists(path: Path) -> None:
    """A key on a page is one that the settings, or the tests, read."""
    named = set(re.findall(r"\b(?:APTBOT|SLACK)_[A-Z][A-Z_]*[A-Z]\b", text_of(path)))
    assert named <= FIELDS.keys() | TEST_SETTINGS


@every_page
def test_every_command_of_the_chat_exists(path: Path) -> None:
    """`/apt something` on a page is understood, with its theme or its minutes."""
    themes = load(PROJECT / "dialogues").programmes
    for line in code(path):
        for typed in re.findall(r"(?:^|[\s(])/apt\b([^`#|…*]*)", line):
            command = parse(typed)
            if command.kind is CommandKind.START and command.argument:
                find_theme(themes, command.argument)
            if command.kind is CommandKind.EXTEND and command.argument:
                minutes(command.argument)


@every_page
def test_no_page_names_a_machine(path: Path) -> None:
    """Paths are the project's own or those of an example, never of somebody's machine."""
    assert not re.search(r"(?<![\w.])/(?:home|root|Users|work)/", text_of(path))


def test_the_tree_in_the_readme_is_the_tree() -> None:
    """The README has a line for every room of the code and every directory of the project."""
    tree = section(PROJECT / "README.md", "Where things are")
    rooms = set(re.findall(r"^  (\S+) ", tree, re.MULTILINE))
    there = {
        f"{entry.name}/" if entry.is_dir() else entry.name
        for entry in (PROJECT / "bot").iterdir()
        if not entry.name.startswith("_")
    }
    assert rooms == there
    for directory in re.findall(r"^(\w+)/", tree, re.MULTILINE):
        assert (PROJECT / directory).is_dir(), directory


# --- pages made from the code -------------------------------------------------------------


def test_the_page_of_commands_is_up_to_date() -> None:
    """The page is what the code would write; else run `make docs`."""
    assert text_of(PROJECT / PATH) == page()


def test_the_page_of_commands_is_written(tmp_path: Path) -> None:
    """Writing puts the page where it belongs."""
    (tmp_path / PATH).parent.mkdir(parents=True)
    write(tmp_path)
    assert (tmp_path / PATH).read_text(encoding="utf-8") == page()


def test_the_page_of_the_export_is_up_to_date(tmp_path: Path) -> None:
    """The page and the schemas are what the code would write; else run `make docs`."""
    made = (export_page.PATH, *export_page.schemas())
    for path in made:
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
    export_page.write(tmp_path)
    for path in made:
        assert text_of(PROJECT / path) == (tmp_path / path).read_text(encoding="utf-8")
    said = text_of(PROJECT / export_page.PATH)
    assert all(f"| `{column}` |" in said for column in (*COLUMNS, *CommitmentRow.model_fields))


def test_the_page_about_results_quotes_the_screen() -> None:
    """Words between quotation marks on the page stand on the screen."""
    found = re.findall(r"”([^”…]+?)(?: …)?”", prose(DOCS / "how-to" / "resultat.md"))
    assert len(found) > 10
    # Sentences begin with a capital on the page, and signs in a picture do not.
    assert [piece for piece in found if quoted(piece) and quoted(piece.lower())] == []


# --- words that are quoted ----------------------------------------------------------------


@cache
def on_screen() -> str:
    """Return all words that can stand on the screen, as they stand in their files."""
    files = (
        *sorted(Path(locales.__file__).parent.glob("*sv.ftl")),
        Path(sample.__file__).with_name("sample.yaml"),
        Path(sample.__file__).with_name("page") / "js" / "words.js",
        *sorted((PROJECT / "dialogues").rglob("*.yaml")),
    )
    return " ".join(" ".join(file.read_text(encoding="utf-8").split()) for file in files)


def quoted(*pieces: str) -> list[str]:
    """Return the pieces that do not stand on the screen."""
    return [piece for piece in pieces if " ".join(piece.split()) not in on_screen()]


def test_the_tours_quote_the_screen() -> None:
    """In both tours, words in bold are words that stand on the screen."""
    first = section(PROJECT / "README.md", "The first ten minutes")
    tutorial = text_of(DOCS / "tutorial" / "forsta-dialogen.md")
    for tour in (first, tutorial):
        found = ON_SCREEN.findall(tour)
        assert len(found) > 10
        assert quoted(*found) == []


def test_the_manager_page_quotes_the_screen() -> None:
    """Words between quotation marks on the manager's page stand on the screen."""
    found = re.findall(r"”([^”]+)”", prose(DOCS / "how-to" / "for-chefer.md"))
    assert len(found) > 5
    assert quoted(*found) == []


def test_the_page_for_those_who_answer_quotes_the_screen() -> None:
    """What can be read when something is refused stands there word for word."""
    refusals = section(DOCS / "how-to" / "for-deltagare.md", "När det inte går")
    found = re.findall(r"^\| ([A-ZÅÄÖ][^|]+?) \|", refusals, re.MULTILINE)
    assert len(found) >= 4
    assert quoted(*found) == []


def test_every_fault_of_the_database_is_explained() -> None:
    """What the database can say when it fails has a row with what to do."""
    how_to = text_of(DOCS / "how-to" / "installera.md")
    said = {locales.words("sv")(f"store-{kind}", reason="…") for kind in KINDS.values()}
    assert [each for each in said if each.removesuffix(" (…)") not in how_to] == []
