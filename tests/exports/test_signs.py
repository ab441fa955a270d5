"""What people wrote, on paper: each sign is printed, or what stands for it is explained."""

from __future__ import annotations

import unicodedata
from io import BytesIO
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from fpdf import FPDF
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader
from pypdf.generic import DictionaryObject, StreamObject

from bot.charts.words import FONTS as OF_PICTURES
from bot.charts.words import UNKNOWN
from bot.domain.answers import Answers
from bot.domain.programme import Component
from bot.exports.lines import Line
from bot.exports.paper import Paper
from bot.exports.signs import FONTS, LETTERS, PICTOGRAMS, printable
from bot.locales import LANGUAGES, words
from tests.exports.test_report import pages_of, report

KNOWN = {
    chr(code)
    for file in (*LETTERS.values(), PICTOGRAMS)
    for code in TTFont(FONTS / file).getBestCmap()
}
WRITTEN = {
    "🙂": "🙂",
    "👍🏽": "👍🏽",
    "Bra jobbat 🌻!": "Bra jobbat 🌻!",
    "🫨🫩": "🫨🫩",  # newer than what Python 3.11 knows of
    "👩‍⚕️": "👩⚕",
    "❤️": "❤",
    "🇸🇪": "🇸🇪",
    "1️⃣": "1",
    "✓ ★ → ½ €": "✓ ★ → ½ €",
    "Дякую! Ευχαριστώ": "Дякую! Ευχαριστώ",
    "سلام": "□□□□",
    "\ue000 \U0010ffff": "□ □",
    "rad 1\nrad  2": "rad 1\nrad 2",
    "\u202eback\u202c\x00": "back",
}
LEAST, MOST = 1400, 1_000_000


@pytest.mark.parametrize(("text", "printed"), WRITTEN.items())
def test_signs(text: str, printed: str) -> None:
    """Pictograms are themselves, joined ones beside each other; what is not there is a square."""
    assert printable(text, KNOWN) == printed


@given(st.text(min_size=1))
def test_nothing_that_can_be_seen_vanishes(text: str) -> None:
    """Whatever is written; and nothing is left that no font has."""
    seen = [sign for sign in text if unicodedata.category(sign)[0] in "LNPS"]
    shown = printable(text, KNOWN)
    assert len("".join(shown.split())) >= len(unicodedata.normalize("NFC", "".join(seen))) or any(
        unicodedata.combining(sign) for sign in text
    )
    assert set(shown) <= KNOWN | {"\n", " "}
    assert printable(shown, KNOWN).strip() == shown.strip()


@pytest.mark.parametrize("language", LANGUAGES)
def test_comments_of_pictograms_alone_are_printed(language: str) -> None:
    """As they were written, and with nothing to explain."""
    texts = ("🙂", "👍🏽👍🏽", "🌻 🌻", "⏰🙏", "🫨", "❤", "☕", "🥳", "Дякую 🙂", "✓")
    scores = dict.fromkeys(Component, 4)
    every = tuple(Answers(scores, text, verbatim=True) for text in texts)
    _, data = report(every, language=language)
    _, page = pages_of(data)
    assert all(f"– {text}" in page for text in texts)
    assert UNKNOWN not in page


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_stands_for_a_sign_is_explained_where_it_stands(language: str) -> None:
    """Once on the page, and on no other."""
    texts = ("سلام", "日本 日本", *["Lugna morgnar."] * 10)
    scores = dict.fromkeys(Component, 4)
    every = tuple(Answers(scores, text, verbatim=True) for text in texts)
    _, data = report(every, every[2:], language=language)
    meaning = words(language)("report-replaced", sign=UNKNOWN)
    assert [page.count(meaning) for page in pages_of(data)] == [0, 1, 0]


def test_a_heading_may_have_pictograms() -> None:
    """In bold letters, too."""
    paper = Paper(words("sv"))
    paper.section("Sommar 🌻")
    paper.write_line(Line("Fet 🙂", bold=True))
    (page,) = PdfReader(BytesIO(paper.output())).pages
    assert "Sommar 🌻" in page.extract_text()
    assert "Fet 🙂" in page.extract_text()


# --- the fonts -------------------------------------------------------------------------------


def test_the_fonts_have_what_is_promised() -> None:
    """The letters of the pictures and more, all pictograms, in little room, and the licences."""
    pictograms = TTFont(FONTS / PICTOGRAMS).getBestCmap()
    assert len(pictograms) >= LEAST
    assert not {chr(code) for code in pictograms} & set("0123456789#* \u200d\ufe0f")
    for style, file in LETTERS.items():
        of_pictures = OF_PICTURES / ("Inter-SemiBold.otf" if style else "Inter-Regular.otf")
        drawn, printed = TTFont(of_pictures), TTFont(FONTS / file)
        assert set(drawn.getBestCmap()) <= set(printed.getBestCmap())
        for code, name in drawn.getBestCmap().items():
            other = printed.getBestCmap()[code]
            assert drawn["hmtx"][name][0] == printed["hmtx"][other][0]
    files = list(FONTS.iterdir())
    assert sum(file.stat().st_size for file in files) < 1.2 * MOST
    licence = (FONTS / "OFL.txt").read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE" in licence
    assert all(f.name in licence for f in files if f.suffix == ".ttf")


def embedded(data: bytes) -> set[bytes]:
    """Return how the fonts begin that a PDF says to be of TrueType."""
    reader = PdfReader(BytesIO(data))
    every = [reader.get_object(number) for number in range(1, len(reader.xref[0]) + 1)]
    files = [each["/FontFile2"].get_object() for each in every
             if isinstance(each, DictionaryObject) and "/FontFile2" in each]  # fmt: skip
    return {file.get_data()[:4] for file in files if isinstance(file, StreamObject)}


def test_the_fonts_are_what_the_file_says_they_are() -> None:
    """A program may refuse others; the letters of the pictures would be such ones."""
    _, data = report(tuple(Answers({}, "🙂 ja", verbatim=True) for _ in range(12)))
    assert embedded(data) == {b"\x00\x01\x00\x00"}
    control = FPDF()
    control.add_font("Inter", "", Path(OF_PICTURES / "Inter-Regular.otf"))
    control.add_page()
    control.set_font("Inter")
    control.cell(text="ja")
    assert embedded(bytes(control.output())) == {b"OTTO"}
