"""A programme goes out as one file, and comes in whole or not at all."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

import pytest

from bot.authoring import AuthoringError, Wanted, export_programme, import_programme, make
from bot.authoring.archive import Parcel, packed
from bot.content import check_directory, load
from bot.domain.programme import Programme
from bot.locales import Words
from tests.tools.conftest import Run, everything


@pytest.fixture
def parcel(dialogues: Path, tmp_path: Path, w: Words) -> Path:
    """The zip file of the programme."""
    target = tmp_path / "prov.zip"
    export_programme(dialogues, "prov", target, w)
    return target


@pytest.fixture
def elsewhere(tmp_path: Path, w: Words) -> Path:
    """Another organisation's directory, with a programme of its own."""
    directory = tmp_path / "elsewhere"
    directory.mkdir()
    make(directory, Wanted("eget"), w)
    return directory


def programme(directory: Path, id: str = "prov") -> Programme:
    """Return a programme as the bot reads it."""
    return next(each for each in load(directory).programmes if each.id == id)


def test_programme_is_the_same_after_the_journey(
    dialogues: Path, parcel: Path, elsewhere: Path, w: Words
) -> None:
    """Every byte of every file arrives."""
    done = import_programme(elsewhere, parcel, w)
    assert (done.programme, done.files, done.order, done.before) == ("prov", 2, None, None)
    assert everything(elsewhere / "prov") == everything(dialogues / "prov")
    assert check_directory(elsewhere).mistakes == ()


def test_same_files_give_the_same_bytes(dialogues: Path, tmp_path: Path, w: Words) -> None:
    """Neither times, nor rights, nor other files in the folder show in the zip file."""
    first, second = tmp_path / "a.zip", tmp_path / "b.zip"
    export_programme(dialogues, "prov", first, w)
    copy = tmp_path / "copy"
    shutil.copytree(dialogues, copy, copy_function=shutil.copy)
    for path in sorted((copy / "prov").iterdir(), reverse=True):
        path.write_bytes(path.read_bytes())
        path.chmod(0o600)
    (copy / "prov" / "anteckningar.txt").write_text("hemligt", encoding="utf-8")
    (copy / "prov" / ".dold.yaml").write_text("hemligt", encoding="utf-8")
    export_programme(copy, "prov", second, w)
    assert first.read_bytes() == second.read_bytes()
    (copy / "prov" / "tema1.yaml").write_bytes((copy / "prov" / "tema1.yaml").read_bytes() + b"#")
    export_programme(copy, "prov", second, w, replace=True)
    assert first.read_bytes() != second.read_bytes()


def test_bytes_of_a_zip_file_are_those_agreed_on() -> None:
    """The file is the same on every computer, with every version of Python."""
    parcel = Parcel("prov", {"tema1.yaml": b"number: 1\n", "programme.yaml": b"order: 1\n"})
    expected = "744af5711c954a60d485f36f81c64db904c640ca8031db5560e32be4eac38cb7"
    assert hashlib.sha256(packed(parcel)).hexdigest() == expected


def test_broken_programme_does_not_leave(dialogues: Path, tmp_path: Path, w: Words) -> None:
    """The check's own words say why."""
    file = dialogues / "prov" / "tema1.yaml"
    file.write_text(file.read_text("utf-8").replace("minutes: 4", "minutes: 9"), encoding="utf-8")
    target = tmp_path / "prov.zip"
    with pytest.raises(AuthoringError, match="Stegen tar tillsammans 20 minuter"):
        export_programme(dialogues, "prov", target, w)
    assert not target.exists()


@pytest.mark.parametrize("name", ["finns-inte", "../prov", "", "Prov"])
def test_programme_that_is_not_there_is_told(dialogues: Path, w: Words, name: str) -> None:
    """The name of a folder is asked for, and only that."""
    with pytest.raises(AuthoringError, match="finns inget program"):
        export_programme(dialogues, name, dialogues.parent / "x.zip", w)


def test_file_that_is_there_is_not_overwritten(dialogues: Path, parcel: Path, w: Words) -> None:
    """A zip file is written over only when that is asked for."""
    parcel.write_bytes(b"mitt")
    with pytest.raises(AuthoringError, match=r"finns redan.*lägg till --replace"):
        export_programme(dialogues, "prov", parcel, w)
    assert parcel.read_bytes() == b"mitt"
    export_programme(dialogues, "prov", parcel, w, replace=True)
    assert parcel.read_bytes() != b"mitt"
    assert [each.name for each in parcel.parent.glob(".*")] == []


def test_programme_that_is_there_is_not_overwritten(
    dialogues: Path, parcel: Path, w: Words
) -> None:
    """Without being asked to, an import changes nothing."""
    (dialogues / "prov" / "tema1.yaml").write_text("mitt", encoding="utf-8")
    before = everything(dialogues)
    with pytest.raises(AuthoringError, match="--replace"):
        import_programme(dialogues, parcel, w)
    assert everything(dialogues) == before


def test_programme_that_is_replaced_is_kept_aside(dialogues: Path, parcel: Path, w: Words) -> None:
    """What was there can be fetched back, and the bot does not see it."""
    good = everything(dialogues / "prov")
    (dialogues / "prov" / "tema1.yaml").write_text("mitt", encoding="utf-8")
    (dialogues / "prov" / "bild.png").write_bytes(b"bild")
    mine = everything(dialogues / "prov")
    for _ in range(2):  # the second time there is one aside already
        done = import_programme(dialogues, parcel, w, replace=True)
        assert everything(dialogues / "prov") == good
        assert done.before is not None
    (dialogues / "prov" / "tema1.yaml").write_text("mitt", encoding="utf-8")
    (dialogues / "prov" / "bild.png").write_bytes(b"bild")
    done = import_programme(dialogues, parcel, w, replace=True)
    assert done.before is not None
    assert everything(done.before) == mine
    assert check_directory(dialogues).mistakes == ()


def test_failure_between_the_moves_puts_the_old_one_back(
    dialogues: Path, parcel: Path, w: Words, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A disk that fails in the middle leaves what was there."""
    before, rename = everything(dialogues), Path.rename

    def failing(path: Path, target: Path) -> Path:
        if path.parent.name not in ("dialogues", ".aptbot-before") and target.name == "prov":
            raise OSError(28, "No space left on device")
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", failing)
    with pytest.raises(AuthoringError, match="No space left"):
        import_programme(dialogues, parcel, w, replace=True)
    assert everything(dialogues) == before


def test_place_that_is_taken_gives_the_next_free_one(
    dialogues: Path, elsewhere: Path, tmp_path: Path, w: Words
) -> None:
    """Two programmes can't have one place; the one that comes in goes last."""
    file = dialogues / "prov" / "programme.yaml"
    file.write_text("order: 1\n" + file.read_text("utf-8").replace("order: 1\n", ""), "utf-8")
    export_programme(dialogues, "prov", tmp_path / "x.zip", w)
    assert programme(elsewhere, "eget").order == 1
    done = import_programme(elsewhere, tmp_path / "x.zip", w)
    assert done.order == programme(elsewhere).order == 2
    assert import_programme(elsewhere, tmp_path / "x.zip", w, replace=True).order == 2


def test_mistakes_of_others_do_not_hinder(parcel: Path, elsewhere: Path, w: Words) -> None:
    """Only what comes in is judged."""
    (elsewhere / "eget" / "tema1.yaml").write_text("number: [", encoding="utf-8")
    import_programme(elsewhere, parcel, w)
    assert programme(elsewhere).id == "prov"


def test_nothing_of_the_trial_is_left(parcel: Path, elsewhere: Path, w: Words) -> None:
    """The place where it was tried is gone, whether it went well or not."""
    import_programme(elsewhere, parcel, w)
    with pytest.raises(AuthoringError):
        import_programme(elsewhere, parcel, w)
    assert sorted(path.name for path in elsewhere.iterdir()) == ["eget", "prov"]


def test_commands_give_and_take(aptbot: Run, dialogues: Path) -> None:
    """What is typed, and what is said."""
    done = aptbot("export", "prov")
    assert (done.exit_code, done.output.partition(" ")[0]) == (0, "✓")
    shutil.rmtree(dialogues / "prov")
    done = aptbot("import", "prov.zip")
    assert (done.exit_code, done.output) == (0, "✓ Programmet prov är på plats, med 2 filer.\n")
    done = aptbot("import", "prov.zip")
    assert done.exit_code == 1
    assert "finns redan" in done.stderr
    done = aptbot("import", "prov.zip", "--replace")
    assert "Det som fanns förut ligger kvar i" in done.output
