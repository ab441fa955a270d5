"""Zip files that are damaged, or made to do damage: each is refused, and nothing is written."""

from __future__ import annotations

import io
import stat
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.authoring import AuthoringError, import_programme
from bot.authoring.archive import LARGEST_ZIP, MOST_FILES
from bot.content.source import LARGEST
from bot.locales import Words, words
from tests.tools.conftest import SAMPLE, everything

GOOD = {path.name: path.read_bytes() for path in SAMPLE.glob("*.yaml")}

Entries = list[tuple[str | zipfile.ZipInfo, bytes]]


def entries(folder: str = "nytt") -> Entries:
    """Return the files of a good programme."""
    return [(f"{folder}/{name}", data) for name, data in GOOD.items()]


def zipped(path: Path, content: Entries, way: int = zipfile.ZIP_DEFLATED) -> Path:
    """Write a zip file, whatever its names are."""
    with zipfile.ZipFile(path, "w", way) as archive:
        for info, data in content:
            archive.writestr(info, data)
    return path


def link(name: str, target: bytes) -> tuple[zipfile.ZipInfo, bytes]:
    """Return an entry that is a symbolic link."""
    return typed(name, stat.S_IFLNK, target)


def typed(name: str, kind: int, data: bytes = b"") -> tuple[zipfile.ZipInfo, bytes]:
    """Return an entry of a kind of file."""
    info = zipfile.ZipInfo(name)
    info.create_system, info.external_attr = 3, (kind | 0o777) << 16
    return info, data


@pytest.fixture
def refused(tmp_path: Path, w: Words) -> Callable[[Path, str], None]:
    """Import a file and see that it is refused, with these words, and leaves no trace."""
    directory = tmp_path / "dialogues"
    directory.mkdir()

    def attempt(archive: Path, said: str) -> None:
        before = everything(tmp_path)
        with pytest.raises(AuthoringError, match=said):
            import_programme(directory, archive, w, replace=True)
        assert everything(tmp_path) == before
        assert list(directory.iterdir()) == []

    return attempt


Refused = Callable[[Path, str], None]


def test_good_file_is_taken_in(tmp_path: Path, w: Words) -> None:
    """The control: the same file without the attack comes in, also packed and with litter."""
    directory = tmp_path / "dialogues"
    directory.mkdir()
    litter: Entries = [
        ("nytt/", b""),
        ("__MACOSX/nytt/._tema1.yaml", b"x"),
        ("nytt/.DS_Store", b"x"),
        ("nytt/Thumbs.db", b"x"),
    ]
    import_programme(directory, zipped(tmp_path / "x.zip", [*litter, *entries()]), w)
    assert everything(directory / "nytt") == GOOD


@pytest.mark.parametrize(
    "name",
    [
        "nytt/../../ute.yaml",
        "nytt/../tema2.yaml",
        "nytt/sub/tema2.yaml",
        "nytt/tema2.yaml/x.yaml",
        "nytt/tema2.py",
        "nytt/.tema2.yaml",
        "nytt/tema2.yaml ",
        "nytt/Tema2.yaml",
        "nytt/tema 2.yaml",
        "nytt/tema2\\..\\x.yaml",
        "nytt/C:tema2.yaml",
        "nytt/tema2.yaml\n",
        "nytt/tema2\u202elmay.yaml",
        "nytt/" + "a" * 300 + ".yaml",
    ],
)
def test_strange_name_is_refused(refused: Refused, tmp_path: Path, name: str) -> None:
    """Only a plain name of a dialogue file, directly in the folder, leads anywhere."""
    archive = zipped(tmp_path / "x.zip", [*entries(), (name, GOOD["tema1.yaml"])])
    refused(archive, "hör inte till ett program")


@pytest.mark.parametrize(
    "name", ["../tema2.yaml", "/etc/tema2.yaml", "tema2.yaml", "annat/tema2.yaml", "C:/x.yaml"]
)
def test_second_place_is_refused(refused: Refused, tmp_path: Path, name: str) -> None:
    """Everything stands in one folder."""
    archive = zipped(tmp_path / "x.zip", [*entries(), (name, GOOD["tema1.yaml"])])
    refused(archive, "en enda mapp")


@pytest.mark.parametrize(
    "folder", ["..", ".", "", "Nytt", "ny tt", ".aptbot-before", "å", "a" * 41]
)
def test_bad_folder_is_refused(refused: Refused, tmp_path: Path, folder: str) -> None:
    """The folder's name must be one that a programme can have."""
    refused(zipped(tmp_path / "x.zip", entries(folder)), "kan inte vara namnet")


def test_name_with_a_zero_in_it_is_refused(refused: Refused, tmp_path: Path) -> None:
    """The standard library cuts a name at a zero byte; the name as it stands is judged."""
    archive = zipped(tmp_path / "x.zip", [*entries(), ("nytt/tema2.yaml_evil", b"x")])
    archive.write_bytes(archive.read_bytes().replace(b"yaml_evil", b"yaml\x00evil"))
    with zipfile.ZipFile(archive) as opened:
        assert "nytt/tema2.yaml" in opened.namelist()
    refused(archive, "hör inte till ett program")


@pytest.mark.parametrize(
    "kind", [stat.S_IFLNK, stat.S_IFIFO, stat.S_IFCHR, stat.S_IFBLK, stat.S_IFSOCK]
)
@pytest.mark.parametrize("name", ["nytt/tema2.yaml", "nytt/tema2/"])
def test_anything_but_a_file_is_refused(
    refused: Refused, tmp_path: Path, kind: int, name: str
) -> None:
    """Links, pipes and devices are no dialogue files."""
    archive = zipped(tmp_path / "x.zip", [*entries(), typed(name, kind, b"/etc/passwd")])
    refused(archive, "hör inte till ett program")


def test_programme_that_is_a_link_is_refused(refused: Refused, tmp_path: Path) -> None:
    """A link in place of the folder itself."""
    refused(zipped(tmp_path / "x.zip", [*entries(), link("nytt", b"/etc")]), "hör inte till")


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize(
    "name", ["nytt/tema1.yaml", "nytt/TEMA1.yaml", "nytt/tema1.YAML", "nytt/tema\uff11.yaml"]
)
def test_twins_are_refused(refused: Refused, tmp_path: Path, name: str) -> None:
    """Names that are one and the same on some computers: the later would hide the first."""
    archive = zipped(tmp_path / "x.zip", [*entries(), (name, b"x")])
    refused(archive, "samma namn som en annan fil")


def test_bomb_is_refused(refused: Refused, tmp_path: Path) -> None:
    """A file that grows when it is read is not read to its end."""
    archive = zipped(tmp_path / "x.zip", [*entries(), ("nytt/tema2.yaml", bytes(300_000_000))])
    assert archive.stat().st_size < 400_000
    refused(archive, f"högst {LARGEST // 1000} kB")


def test_bomb_that_lies_about_its_size_is_refused(refused: Refused, tmp_path: Path) -> None:
    """The size that the zip file tells is not believed."""
    size = 3_000_000
    archive = zipped(tmp_path / "x.zip", [*entries(), ("nytt/tema2.yaml", bytes(size))])
    lie = archive.read_bytes().replace(struct.pack("<L", size), struct.pack("<L", 10))
    archive.write_bytes(lie)
    refused(archive, "skadad|högst")


def test_many_files_are_refused(refused: Refused, tmp_path: Path) -> None:
    """More than a programme can hold."""
    more: Entries = [(f"nytt/t{n}.yaml", b"") for n in range(MOST_FILES)]
    refused(zipped(tmp_path / "x.zip", [*entries(), *more]), f"högst {MOST_FILES} filer")


def test_much_in_all_is_refused(refused: Refused, tmp_path: Path) -> None:
    """Many files that are small enough, but not together."""
    count = LARGEST_ZIP // LARGEST + 2
    more: Entries = [(f"nytt/t{n}.yaml", b"#" * LARGEST) for n in range(count)]
    refused(zipped(tmp_path / "x.zip", [*entries(), *more]), "högst 5 MB")


def test_large_file_is_not_even_opened(refused: Refused, tmp_path: Path) -> None:
    """A file of any size may be named by mistake."""
    archive = zipped(tmp_path / "x.zip", entries())
    with archive.open("ab") as file:
        file.truncate(LARGEST_ZIP + 1)
    refused(archive, "högst 5 MB")


@pytest.mark.parametrize("way", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_rare_ways_of_packing_are_refused(refused: Refused, tmp_path: Path, way: int) -> None:
    """Only the two ways that all programs know are read."""
    refused(zipped(tmp_path / "x.zip", entries(), way), "packad på ett sätt")


def test_locked_file_is_refused(refused: Refused, tmp_path: Path) -> None:
    """A password is nothing to ask for."""
    archive = zipped(tmp_path / "x.zip", entries(), zipfile.ZIP_STORED)
    data = bytearray(archive.read_bytes())
    for start in (data.find(b"PK\x03\x04") + 6, data.find(b"PK\x01\x02") + 8):
        data[start] |= 1
    archive.write_bytes(bytes(data))
    refused(archive, "lösenord")


def test_other_files_are_refused(refused: Refused, tmp_path: Path) -> None:
    """No zip file, an empty one, one without its end, and one that has other bytes than it says."""
    archive = tmp_path / "x.zip"
    archive.write_bytes(b"hej")
    refused(archive, "ingen zip-fil")
    archive.write_bytes(b"")
    refused(archive, "ingen zip-fil")
    refused(tmp_path, "gick inte att öppna")
    refused(tmp_path / "finns-inte.zip", "gick inte att öppna")
    refused(zipped(archive, []), "en enda mapp")
    data = zipped(archive, entries(), zipfile.ZIP_STORED).read_bytes()
    archive.write_bytes(data[: len(data) // 2])
    refused(archive, "ingen zip-fil")
    archive.write_bytes(data.replace(b"minutes: 5", b"minutes: 6"))
    refused(archive, "ingen zip-fil")


def test_programme_without_its_own_file_is_refused(refused: Refused, tmp_path: Path) -> None:
    """A theme alone is no programme."""
    refused(zipped(tmp_path / "x.zip", [("nytt/tema1.yaml", b"")]), "programme.yaml")


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("tema1.yaml", b"minutes: 5", b"minutes: 9", "Stegen tar tillsammans"),
        ("tema1.yaml", b"number: 1", b"number: \xff", "teckenkodning"),
        ("programme.yaml", b"title:", b"tittle:", "finns inte"),
        ("programme.yaml", b"title:", b"\xfftitle:", "teckenkodning"),
        ("programme.yaml", b"title:", b"[", "rad "),
    ],
)
def test_mistakes_inside_are_told_by_the_check(
    refused: Refused, tmp_path: Path, file: str, old: bytes, new: bytes, said: str
) -> None:
    """A programme with a mistake does not come in; the check's own words say what to mend."""
    content: Entries = [
        (f"nytt/{name}", data.replace(old, new) if name == file else data)
        for name, data in GOOD.items()
    ]
    refused(zipped(tmp_path / "x.zip", content), said)


def _whole() -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries():
            archive.writestr(str(name), data)
    return target.getvalue()


WHOLE = _whole()


@settings(
    max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(changes=st.lists(st.tuples(st.integers(0, len(WHOLE) - 1), st.integers(0, 255)), max_size=6))
def test_no_damage_to_a_file_ends_in_anything_but_words(
    tmp_path_factory: pytest.TempPathFactory, changes: list[tuple[int, int]]
) -> None:
    """Whatever bytes are changed, the file comes in whole or is refused with words."""
    place = tmp_path_factory.mktemp("damage")
    directory = place / "dialogues"
    directory.mkdir()
    data = bytearray(WHOLE)
    for at, byte in changes:
        data[at] = byte
    (place / "x.zip").write_bytes(bytes(data))
    try:
        done = import_programme(directory, place / "x.zip", words("sv"))
    except AuthoringError:
        assert list(directory.iterdir()) == []
    else:
        assert [path.name for path in directory.iterdir()] == [done.programme]
    assert sorted(path.name for path in place.iterdir()) == ["dialogues", "x.zip"]
