"""New files and new programmes: good from the start, and nothing is ever overwritten."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.authoring import KINDS, AuthoringError, Wanted, make
from bot.authoring.edits import changed
from bot.content import check_directory, load
from bot.locales import Words
from tests.tools.conftest import Run, everything


def test_new_theme_takes_the_next_name_and_number(dialogues: Path, w: Words) -> None:
    """A theme from the template is good at once, and its notes are there."""
    made = make(dialogues, Wanted("prov", title="Nattens paus"), w)
    assert made.file == dialogues / "prov" / "tema2.yaml"
    assert made.programme_file is None
    theme = load(dialogues).programmes[0].themes[1]
    assert (theme.number, theme.title.sv) == (2, "Nattens paus")
    assert "# Boten hoppar" not in made.file.read_text("utf-8").splitlines()[0]
    assert "Rader som börjar med # är anteckningar" in made.file.read_text("utf-8")


@pytest.mark.parametrize("kind", KINDS)
def test_every_template_is_good(dialogues: Path, w: Words, kind: str) -> None:
    """What is made has no mistakes, and needs no advice."""
    make(dialogues, Wanted("nytt", kind), w)
    report = check_directory(dialogues / "nytt")
    assert report.problems == ()
    (programme,) = report.programmes
    assert len(programme.themes) + len(programme.decks) + len(programme.mirrors) == 1


def test_copy_differs_only_in_its_name_and_number(dialogues: Path, w: Words) -> None:
    """Notes, order and every other sign of the copied file stay."""
    source = dialogues / "prov" / "tema1.yaml"
    text = source.read_text("utf-8").replace("\nwhy:", "\n# En anteckning: behåll mig\nwhy:")
    source.write_text(text, encoding="utf-8")
    made = make(dialogues, Wanted("prov", source="tema1"), w)
    before, after = text.splitlines(), made.file.read_text("utf-8").splitlines()
    gone = [line for line in before if line not in after]
    fresh = [line for line in after if line not in before]
    assert {line.split(":")[0].strip() for line in gone} <= {"number", "sv", "en", "aliases"}
    assert fresh[:3] == ["number: 2", "  sv: Nytt tema 2", "  en: New theme 2"]
    assert "# En anteckning: behåll mig" in after


def test_copy_follows_the_names_of_its_programme(dialogues: Path, w: Words) -> None:
    """Where files are called workshop, the next one is as well."""
    (dialogues / "prov" / "tema1.yaml").rename(dialogues / "prov" / "workshop1.yaml")
    assert make(dialogues, Wanted("prov"), w).file.name == "workshop2.yaml"


def test_file_that_is_broken_keeps_its_name(dialogues: Path, w: Words) -> None:
    """A file that can't be read is still in the way."""
    (dialogues / "prov" / "tema2.yaml").write_text("number: [", encoding="utf-8")
    assert make(dialogues, Wanted("prov"), w).file.name == "tema3.yaml"
    assert (dialogues / "prov" / "tema2.yaml").read_text("utf-8") == "number: ["


def test_new_programme_comes_last_with_its_own_file(dialogues: Path, w: Words) -> None:
    """A name that is not there makes a programme with a theme in it."""
    file = dialogues / "prov" / "programme.yaml"
    file.write_text("order: 4\n" + file.read_text("utf-8").replace("order: 1\n", ""), "utf-8")
    made = make(dialogues, Wanted("natt-laget", title="Natten: vår tid"), w)
    assert made.programme_file == dialogues / "natt-laget" / "programme.yaml"
    programme = load(dialogues).programmes[-1]
    assert (programme.id, programme.order) == ("natt-laget", 5)
    assert programme.title.sv == "Natten: vår tid"
    assert programme.themes[0].title.sv == "Nytt tema 1"


@pytest.mark.parametrize(
    "name",
    ["", "Prov", "prov två", "../ute", "/tmp/ute", "prov/", "å", "a" * 41, ".dold", "prov\n"],
)
def test_bad_name_is_refused(dialogues: Path, w: Words, name: str) -> None:
    """Only names that can be a programme's are taken, and nothing is written anywhere."""
    before = everything(dialogues.parent)
    with pytest.raises(AuthoringError, match="kan inte vara namnet"):
        make(dialogues, Wanted(name), w)
    assert everything(dialogues.parent) == before


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        (Wanted("prov", source="tema77"), "Jag hittar"),
        (Wanted("prov", source="prov"), "helt program"),
        (Wanted("prov", "cards", "tema1"), "annat slag"),
        (Wanted("prov", title="Två\nrader"), "radbrytning"),
        (Wanted("prov", title="x" * 151), "151 tecken"),
    ],
)
def test_what_cannot_be_is_told(dialogues: Path, w: Words, wanted: Wanted, said: str) -> None:
    """Each mistake has its own words, and nothing is written."""
    before = everything(dialogues)
    with pytest.raises(AuthoringError, match=said):
        make(dialogues, wanted, w)
    assert everything(dialogues) == before


def test_title_that_is_taken_is_refused_by_the_check(dialogues: Path, w: Words) -> None:
    """The words are those of the check, also where the clash is found in the other file."""
    title = load(dialogues).programmes[0].themes[0].title.sv
    before = everything(dialogues)
    with pytest.raises(AuthoringError, match="används redan i filen"):
        make(dialogues, Wanted("prov", title=title), w)
    assert everything(dialogues) == before


def test_link_in_place_of_a_folder_is_left_alone(dialogues: Path, w: Words) -> None:
    """Nothing is written through a link."""
    outside = dialogues.parent / "outside"
    outside.mkdir()
    (dialogues / "lank").symlink_to(outside)
    with pytest.raises(AuthoringError, match="ingen vanlig mapp"):
        make(dialogues, Wanted("lank"), w)
    assert list(outside.iterdir()) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("title:\n  sv: a  # not\n  en: b\n", "title:\n  sv: Ny text  # not\n  en: b\n"),
        ("title: {sv: a, en: b}\n", "title: {sv: Ny text, en: b}\n"),
        ("title:\n  sv: |\n    a\n    b\n  en: b\n", "title:\n  sv: Ny text\n  en: b\n"),
        ("title:\n  sv: >\n    a\n  en: b", "title:\n  sv: Ny text\n  en: b"),
        ("title:\n  sv: 'a: b'\r\n  en: b\r\n", "title:\n  sv: Ny text\r\n  en: b\r\n"),
        ("title:\n  en: b\n", "title:\n  en: b\n"),
    ],
)
def test_change_of_a_value_leaves_the_rest(text: str, expected: str) -> None:
    """However a text is written, only it is changed."""
    assert changed(text, {("title", "sv"): "Ny text"}) == expected


def test_list_is_emptied_without_what_follows_it() -> None:
    """Notes between a list and the next key belong to the key."""
    text = "aliases:\n  - a\n  - b\n\n# not\nwhy: c\n"
    assert changed(text, {("aliases",): ()}) == "aliases: []\n\n# not\nwhy: c\n"


@pytest.mark.parametrize("title", ["Ja: så", "# nej", "'", '"', "true", "1", "Vi & ni", "- a", "å"])
def test_any_title_can_be_written(dialogues: Path, w: Words, title: str) -> None:
    """Signs that mean something in the file are put in quotes."""
    make(dialogues, Wanted("prov", title=title), w)
    assert load(dialogues).programmes[0].themes[1].title.sv == title


def test_command_tells_what_to_do_next(aptbot: Run, dialogues: Path) -> None:
    """The file, and the commands for going on."""
    done = aptbot("new", "prov", "--title", "Lugn och ro")
    assert done.exit_code == 0
    file = dialogues / "prov" / "tema2.yaml"
    assert done.output.startswith(f"✓ {file}\n")
    assert f"aptbot dialogues preview {file}" in done.output


def test_command_that_fails_ends_with_one(aptbot: Run) -> None:
    """The words come on the error output."""
    done = aptbot("new", "Prov två")
    assert done.exit_code == 1
    assert "ny-start" in done.stderr
