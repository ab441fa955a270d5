"""The report on paper: what stands first, and what has room on a page."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from bot.content import load
from bot.domain.answers import Answers
from bot.domain.programme import Component, Script
from bot.exports import EXPORTS
from bot.exports.lines import SMALL
from bot.locales import LANGUAGES, words
from bot.settings import PROJECT_DIR
from bot.views.development import team_export
from bot.views.model import Summary
from bot.views.model.export import TeamExport
from tests.exports.reading import letters_of, text_of
from tests.exports.test_exports import YEAR
from tests.services.people import team
from tests.views.boxes import HOSTILE, box
from tests.views.test_history_numbers import published

COMMENTS = (
    "Vi hjälps åt när det kör ihop sig, det är det bästa med det här stället.",
    "Mer tid för överlämning på morgonen skulle hjälpa oss alla mycket.",
    "Det är otydligt vem som beslutar när chefen är ledig.",
    "Jag vill att vi pratar mer om varför vi gör som vi gör, och inte bara om hur.",
    "Rutinen för delegering är gammal och stämmer inte med hur vi arbetar nu.",
    "Lugna morgnar med frukost tillsammans.",
    "Introduktionen av nya kollegor har blivit bättre sedan i höstas, fortsätt så.",
    "Färre mejl, fler möten där vi ses på riktigt.",
)
TAGS = ("tid", "stod", "rutiner")


def answered(size: int, comments: Sequence[str] = COMMENTS) -> tuple[Answers, ...]:
    """Return so many answers that differ, the first of them with these comments."""
    scores = {Component.MEANINGFULNESS: 6, Component.MANAGEABILITY: 3}
    return tuple(
        Answers(
            {**scores, Component.COMPREHENSIBILITY: 1 + n % 7},
            comments[n] if n < len(comments) else "",
            (TAGS[n % 3],) if n % 4 else (),
            verbatim=n < len(comments),
        )
        for n in range(size)
    )


def report(*boxes: Sequence[Answers], language: str = "sv") -> tuple[TeamExport, bytes]:
    """Return the report of a year of these boxes, and what it was made of."""
    rounds = [published(number, each, 3) for number, each in enumerate(boxes)]
    export = team_export(team(), YEAR, rounds[::-1], words(language))
    return export, b"".join(EXPORTS["pdf"]([export]))


def pages_of(data: bytes) -> list[str]:
    """Return what each page says, on one line."""
    return [" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(data)).pages]


def leading(summary: Summary) -> list[str]:
    """Return what has to stand first, in its order."""
    return [
        *(summary.title, summary.essence, summary.taking_part, summary.keep_heading),
        *(*summary.keep_questions, summary.next_heading, *summary.next_questions),
        *(summary.components_heading, summary.tags_heading, summary.comments_heading),
        *(summary.held_back_heading, summary.footer),
    ]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", [6, 14, 30])
def test_an_ordinary_round_is_one_page(size: int, language: str) -> None:
    """It begins with what to talk about, as in the chat, and its last line has room."""
    export, data = report(answered(size), language=language)
    first, page = pages_of(data)
    (summary,) = export.summaries
    assert first.startswith(export.development.sheet.title)
    told = [each for each in leading(summary) if each]
    places = [page.find(" ".join(each.split())) for each in told]
    assert places == sorted(places)
    assert places[0] == 0
    shown = [text for group in summary.comments for text in group.comments]
    assert all(text in page for text in shown)
    assert bool(shown) == (size >= 10)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", [30, 200])
@pytest.mark.parametrize("seed", range(3))
def test_a_round_with_many_subjects_is_one_page(seed: int, size: int, language: str) -> None:
    """With the dialogues that come along, eight comments, and each subject chosen by some."""
    (programme,) = (
        each for each in load(PROJECT_DIR / "dialogues").programmes if each.id == "tio-teman"
    )
    tags = [tag.id for tag in programme.tags]
    assert len(tags) == 13
    rng = random.Random(seed)
    chosen = [replace(each, tags=tuple(rng.sample(tags, 2))) for each in answered(size)]
    one = published(0, chosen, 3)
    script = Script.of(programme, programme.themes[0])
    held = replace(one, script=script, round=replace(one.round, theme=script.ref))
    export = team_export(team(), YEAR, [held], words(language))
    pages = pages_of(b"".join(EXPORTS["pdf"]([export])))
    (summary,) = export.summaries
    assert len(summary.tags) >= 10
    assert len(pages) == 2
    for said in (*summary.tags, *COMMENTS, summary.footer):
        assert said in pages[1]


def test_the_small_print_stays_together() -> None:
    """Where comments need more than a page, which then says what it belongs to."""
    many = tuple(f"Kommentar {n}: {COMMENTS[n % 8]}" for n in range(40))
    moved = 0
    for size in range(16, 32):
        export, data = report(answered(size, many))
        (summary,) = export.summaries
        last = pages_of(data)[-1]
        assert last.startswith(summary.title)
        for said in (summary.held_back_heading, *summary.held_back, summary.footer):
            assert said in last
        moved += last.startswith(f"{summary.title} {summary.held_back_heading}")
    assert moved, "the control: it would have been torn apart"


def test_several_to_talk_about_have_room() -> None:
    """Where all is alike there are three questions, and none to hold on to."""
    alike = tuple(Answers(dict.fromkeys(Component, 4)) for _ in range(12))
    export, data = report(alike)
    assert len(export.summaries[0].next_questions) == len(Component)
    _, page = pages_of(data)
    assert all(question in page for question in export.summaries[0].next_questions)


def test_letters_are_large_enough() -> None:
    """Nothing on the pages of results is smaller than what is easy to read on paper."""
    _, data = report(answered(30), answered(14))
    sizes = set().union(*map(letters_of, PdfReader(BytesIO(data)).pages))
    assert min(sizes) >= SMALL >= 9.5
    assert len(sizes) > 2


def test_what_safe_means_is_said_once() -> None:
    """In the text beside the picture, and not below the picture as well."""
    export, data = report(*(tuple(Answers(dict.fromkeys(Component, n)) for _ in range(12))
                            for n in (2, 2, 6)))  # fmt: skip
    (chart,) = export.development.pictures
    assert chart.footer
    said, *_ = pages_of(data)
    assert said.count(chart.footer) == 1
    assert chart.subtitle in alts(data)[0]
    assert not any(chart.footer in alt for alt in alts(data))


@pytest.mark.parametrize("texts", [HOSTILE, ("ordutanmellanslag" * 30,), ("W" * 500, "i\n" * 40)])
def test_columns_lose_nothing(texts: Sequence[str]) -> None:
    """Whatever people wrote; what can't be drawn is left out wherever it stands."""
    export, data = report(box(14, texts))
    bare = re.sub(r"\W", "", text_of(data))
    for group in export.summaries[0].comments:
        for comment in group.comments:
            for word in re.findall("[a-zA-ZåäöÅÄÖ]+", comment):
                assert word in bare


def alts(data: bytes) -> list[str]:
    """Return the words of the pictures."""
    found = []
    for number in range(1, len(PdfReader(BytesIO(data)).xref[0]) + 1):
        thing = PdfReader(BytesIO(data)).get_object(number)
        if isinstance(thing, DictionaryObject) and "/Alt" in thing:
            found.append(" ".join(str(thing["/Alt"]).split()))
    return found
