"""The commitments in the report: the same as in the files, in letters that can be read on paper."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader

from bot.domain.commitment import LINE, TEXT, Aim, Commitment, CommitmentState
from bot.exports import EXPORTS
from bot.exports.lines import BODY, SMALL
from bot.services import history
from tests.exports.agreed import AIMS, commitment, lines_of, noted, plan_in_pdf, plan_pages, save
from tests.exports.reading import letters_of, text_of
from tests.exports.test_commitments import JULY, MAY, YEAR, some
from tests.services.histories import given as answer
from tests.services.histories import hold
from tests.services.world import World

LONG_WORDS = ("Verksamhetsutvecklingsgruppen", "Kompetensförsörjningsansvarig",
              "Arbetsmiljöuppföljningsmöte", "Schemaläggningsrutinen")  # fmt: skip


def report(world: World, every: Sequence[Commitment]) -> bytes:
    """Return the PDF of a year with one dialogue and these commitments."""
    world.with_team()
    hold(world, [answer(4)] * 7)
    save(world, every)
    return b"".join(EXPORTS["pdf"]([history.file(world.deps, world.request(), YEAR)]))


def test_the_report_has_the_plan_after_the_period(world: World) -> None:
    """The same rows as the files, before the rounds; what is not of the year is left out."""
    later = commitment(9, "Nästa år", target=date(2027, 5, 1)).model_copy(
        update={"agreed_on": date(2027, 1, 7)}
    )
    data = report(world, [*some(), later])
    assert plan_in_pdf(data) == lines_of(some())
    said = [" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(data)).pages]
    assert [page.startswith("Åtaganden #") for page in said] == [False, True, False]
    assert "5 åtaganden" in said[1]
    assert "2 pågår, 1 klart, 1 uppskjutet, 1 avskrivet" in said[1]
    assert "Nästa år" not in said[1]


def test_a_year_without_commitments_has_no_such_page(world: World) -> None:
    """Nor a word of them."""
    data = report(world, [])
    assert len(PdfReader(BytesIO(data)).pages) == 2
    assert "åtagande" not in text_of(data).casefold()


def test_letters_are_as_large_as_elsewhere(world: World) -> None:
    """Nothing is smaller than what is easy to read on paper, on pages that stand like the rest."""
    pages = plan_pages(report(world, some()))
    assert all(page.mediabox.width < page.mediabox.height for page in pages)
    assert {size for page in pages for size in letters_of(page)} >= {BODY}
    assert min(size for page in pages for size in letters_of(page)) >= SMALL


def test_many_go_on_below_the_same_title(world: World) -> None:
    """None is torn apart, and each page says what it belongs to."""
    every = [
        commitment(n, f"Åtagande {n}", aim=list(Aim)[n % 6], how="Vi turas om.", follow_up="APT.")
        for n in range(40)
    ]
    data = report(world, every)
    assert plan_in_pdf(data) == lines_of(every)
    pages = [page.extract_text().split("\n") for page in plan_pages(data)]
    assert len(pages) > 2
    for page in pages:
        assert page[-2] == "Uppföljning APT."
        assert page[1].startswith(("Åtagande ", "Här är 40 åtaganden", *AIMS.values()))


def test_long_words_are_whole(world: World) -> None:
    """In each field."""
    activity, role, how, follow_up = LONG_WORDS
    said = text_of(report(world, [commitment(1, activity, role=role, how=f"{how} och {activity}",
                                             resources=role, follow_up=follow_up)]))  # fmt: skip
    assert [said.count(word) for word in LONG_WORDS] == [2, 2, 1, 1]


@pytest.mark.parametrize("sign", ["W", "ord ", "日", "\u05e9", "🌻", "rad\n", "&"])
def test_the_longest_texts_go_on_to_further_pages(world: World, sign: str) -> None:
    """Of any letters: nothing is cut."""
    line, text = ((sign * limit)[:limit].strip() for limit in (LINE, TEXT))
    longest = [
        noted(
            commitment(n, line, role=line, how=text, resources=line, follow_up=text),
            (MAY, CommitmentState.DEFERRED, text, JULY),
        )
        for n in range(7)
    ]
    said = "".join(text_of(report(world, longest)).split())
    sign = sign.strip()
    times = len(longest) * 3 * (line.count(sign) + text.count(sign))
    assert said.count("Överenskommetden:2026-03-0") == len(longest)
    assert said.count("□" if sign in {"日", "\u05e9"} else sign) >= times
