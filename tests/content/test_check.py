"""What `aptbot dialogues check` says, in each format, and how it ends."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.cli import main
from bot.content import check_directory

Run = Callable[..., Result]
SHIPPED = Path(__file__).parents[2] / "dialogues"
MORE = Path(__file__).parent / "more"
BAD = ("minutes: 5", "minuts: 5")


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Run the command with these arguments, in a directory of its own."""
    monkeypatch.chdir(tmp_path)

    def check(*arguments: str | Path) -> Result:
        return CliRunner().invoke(main, ["dialogues", "check", *map(str, arguments)])

    return check


@pytest.fixture
def break_theme(theme_file: Path) -> Callable[[str, str], None]:
    """Replace a text in the theme's file."""

    def replace(old: str, new: str) -> None:
        text = theme_file.read_text(encoding="utf-8")
        assert old in text
        theme_file.write_text(text.replace(old, new, 1), encoding="utf-8")

    return replace


def test_good_files(run: Run, dialogues: Path) -> None:
    """Good files end with 0 and are counted."""
    ended = run(dialogues)
    assert (ended.exit_code, ended.stderr) == (0, "")
    assert ended.stdout == "✓ 1 tema i 1 program, inga fel.\n"


def test_evaluations_are_no_themes(run: Run) -> None:
    """What looks back at a programme is counted for itself."""
    programme = SHIPPED / "tre-workshoppar"
    said = run(programme).stdout
    assert said.startswith("✓ 3 teman, 1 utvärdering i 1 program, inga fel.\n")
    said = run(programme, "--language", "en").stdout
    assert said.startswith("✓ 3 themes, 1 evaluation in 1 programme, no mistakes.\n")


def test_cards_and_mirrors_are_counted(run: Run, dialogues: Path, theme_file: Path) -> None:
    """A programme of cards alone is something to check; nothing is said of what it has not."""
    for name in ("kort", "spegel"):
        shutil.copy(MORE / f"{name}.yaml", theme_file.parent)
    assert run(dialogues).stdout.startswith("✓ 1 tema, 2 kort, 1 spegel i 1 program, inga fel.\n")
    for name in ("tema1", "spegel"):
        (theme_file.parent / f"{name}.yaml").unlink()
    ended = run(dialogues)
    assert (ended.exit_code, ended.stderr) == (0, "")
    assert ended.stdout == "✓ 2 kort i 1 program, inga fel.\n"
    said = run(dialogues, "--language", "en").stdout
    assert said == "✓ 2 cards in 1 programme, no mistakes.\n"


def test_mistakes(run: Run, dialogues: Path, break_theme: Callable[[str, str], None]) -> None:
    """Mistakes end with 1; each is told with its place, and they are counted."""
    break_theme(*BAD)
    ended = run(dialogues, "--language", "en")
    assert ended.exit_code == 1
    assert "prov/tema1.yaml, line 15, column 5: " in ended.stdout
    assert ended.stdout.rstrip().endswith("1 mistake in 1 file.")


def test_advice(run: Run, dialogues: Path, break_theme: Callable[[str, str], None]) -> None:
    """Advice is told without being a mistake, unless one asks for that."""
    break_theme("sv: Hej.", "sv: I går kom Annika förbi.")
    ended, strictly = run(dialogues), run(dialogues, "--strict")
    assert (ended.exit_code, strictly.exit_code) == (0, 1)
    assert ended.stdout == strictly.stdout
    assert "Råd: prov/tema1.yaml, rad 17, kolumn 11: ”Annika”" in ended.stdout
    assert "1 råd." in ended.stdout


@pytest.mark.parametrize("arguments", [("nowhere",), ("--format", "xml"), ("--språk", "sv")])
def test_wrong_use(run: Run, arguments: tuple[str, ...]) -> None:
    """What can't be understood ends with 2 and says why."""
    ended = run(*arguments)
    assert ended.exit_code == 2
    assert ended.stderr


def test_nothing_to_check(run: Run, tmp_path: Path) -> None:
    """A directory without dialogues is no success, in any format."""
    for format_ in ("text", "json", "github"):
        assert run(tmp_path, "--format", format_).exit_code == 1


def test_one_file(
    run: Run, dialogues: Path, theme_file: Path, break_theme: Callable[[str, str], None]
) -> None:
    """One file can be checked by itself, together with what it must fit to."""
    break_theme(*BAD)
    other = theme_file.with_name("tema2.yaml")
    other.write_text("number: 1\n", encoding="utf-8")
    found = check_directory(theme_file)
    assert {problem.file for problem in found.problems} == {"prov/tema1.yaml"}
    assert {p.file for p in check_directory(dialogues).problems} > {"prov/tema1.yaml"}
    assert run(theme_file).exit_code == 1


def test_one_programme(dialogues: Path) -> None:
    """One programme can be checked by itself; what stands beside it is not looked at."""
    beside = dialogues / "annat"
    beside.mkdir()
    (beside / "tema1.yaml").write_text("number: 1\n", encoding="utf-8")
    assert check_directory(dialogues / "prov").problems == ()
    assert check_directory(dialogues).problems


def test_json(run: Run, dialogues: Path, break_theme: Callable[[str, str], None]) -> None:
    """JSON holds each problem with its place, its code and its words."""
    break_theme(*BAD)
    ended = run(dialogues, "--format", "json", "--language", "en")
    found = json.loads(ended.stdout)
    assert (found["mistakes"], found["advice"], found["programmes"]) == (1, 0, {})
    (problem,) = found["problems"]
    assert problem["file"] == "prov/tema1.yaml"
    assert (problem["line"], problem["column"]) == (15, 5)
    assert (problem["level"], problem["code"]) == ("mistake", "unknown-key")
    assert "minuts" in problem["what"]
    assert "minutes" in problem["remedy"]


def test_github(run: Run, dialogues: Path, break_theme: Callable[[str, str], None]) -> None:
    """Each problem is a workflow command whose file is told from where one stands."""
    break_theme(*BAD)
    ended = run(dialogues.relative_to(Path.cwd()), "--format", "github")
    first = ended.stdout.splitlines()[0]
    assert first.startswith("::error file=dialogues/prov/tema1.yaml,line=15,col=5::")


def test_github_escapes(run: Run, dialogues: Path, theme_file: Path) -> None:
    """Nothing in a file or its name can end a workflow command or begin another."""
    name = "a,b:c%d\n::stop-commands::x.yaml"
    theme_file.with_name(name).write_text('number: "1%\\n::error::x"\n', encoding="utf-8")
    (dialogues / "prov" / "tema9.yaml").write_text(
        'kind: "cards%0A\\n::error::x"\nnumber: 1\n', encoding="utf-8"
    )
    lines = run(dialogues, "--format", "github").stdout.splitlines()
    commands = [line for line in lines if line.startswith("::")]
    assert commands
    for line in commands:
        assert re.fullmatch(r"::(error|warning) file=[^,:]+,line=\d+,col=\d+::[^\n\r]*", line)
    assert any("a%2Cb%3Ac%25d" in line for line in commands)
    assert any("cards%250A" in line for line in commands)


def test_lix(run: Run, dialogues: Path, break_theme: Callable[[str, str], None]) -> None:
    """The readability of each file is told when asked for."""
    break_theme("sv: Hej.", f"sv: {'Vi tar en sak i taget. ' * 12}")
    assert "prov/tema1.yaml:" not in run(dialogues).stdout
    ended = run(dialogues, "--lix")
    assert re.search(r"^prov/tema1\.yaml: \d+$", ended.stdout, re.MULTILINE)
    assert ended.exit_code == 0


def test_a_terminal_without_swedish(dialogues: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal that has no å, ä or ö is no reason to end in an error."""
    monkeypatch.chdir(dialogues.parent)
    ended = CliRunner(charset="ascii").invoke(main, ["dialogues", "check", str(dialogues)])
    assert ended.exit_code == 0
    assert "1 tema" in ended.stdout
