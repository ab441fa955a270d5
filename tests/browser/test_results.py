"""Earlier results in the browser: the list, a year, and the files, as three kinds of people."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.driving import message, tab_to
from tests.browser.driving import write as type_in
from tests.browser.test_looks import PHONE
from tests.browser.test_pools import look, write
from tests.e2e.places import COLLEAGUES, MANAGER, NIGHT, STEPS, STRANGER, TEAM
from tests.e2e.stage import GOOD, Stage
from tests.e2e.test_history import year_of
from tests.exports.oracle import Fact
from tests.exports.reading import (
    NAMES,
    facts,
    facts_of_pdf,
    from_csv,
    from_json,
    from_xlsx,
)

MEMBER = COLLEAGUES[0]
EARLIER, LATER = "3. Det som hjälper oss", "4. Att förstå vad som händer"
LOOKS = pytest.mark.parametrize(
    "options",
    [{}, {"color_scheme": "dark"}, {"viewport": PHONE}],
    ids=["wide", "dark", "phone"],
)


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    """The real bot on a workspace, and two results, of which the team has been shown the first."""
    with Stage(tmp_path).on() as running:
        running.start_bot()
        board = running.open_for_answers()
        running.answer_all(board, 9, consent=True)
        running.ask(MANAGER, "/apt stopp")
        assert running.karin.press(running.summary(), "Dela nu").ok
        running.settle()
        hold(running, 8)
        yield running


def hold(stage: Stage, answers: int) -> None:
    """Hold another dialogue, about the next theme, in which answers differ."""
    before = len(stage.summaries())
    stage.ask(MANAGER, "/apt start tema4")
    stage.settle()
    for _ in STEPS:
        if stage.can_answer(stage.board()):
            break
        stage.next()
        stage.settle()
    for number, user in enumerate(COLLEAGUES[:answers]):
        given: dict[str, str | list[str] | None] = {
            name: str(1 + (int(GOOD[name]) + number) % 7) for name in NAMES
        }
        assert stage.answer(user, stage.board(), given).ok
    stage.ask(MANAGER, "/apt stopp")
    stage.wait(lambda: len(stage.summaries()) > before, "no further summary")
    stage.settle()


def ask(page: Page, words: str, typed: str = "/apt resultat") -> Locator:
    """Type the command and return the private answer, once it is there."""
    type_in(page, typed)
    found = message(page, words).last
    expect(found).to_be_visible()
    return found


def year(page: Page, stage: Stage) -> Locator:
    """Go from the list to the year."""
    said = year_of(stage)
    listed = ask(page, "Resultat för #arbetslag-solrosen")
    listed.get_by_role("button", name=f"Utveckling {said}", exact=True).click()
    found = message(page, f"#arbetslag-solrosen {said}").last
    expect(found).to_contain_text("Ta med")
    return found


@pytest.mark.parametrize("size", [{"width": 1200, "height": 900}, PHONE], ids=["wide", "phone"])
def test_a_new_summary_is_read_from_its_beginning(
    stage: Stage, open_page: OpenPage, size: dict[str, int]
) -> None:
    """It is longer than a window, and what to talk about stands first."""
    karin = open_page(MANAGER, viewport=size)
    hold(stage, 6)
    if size == PHONE:
        karin.get_by_role("button", name="Visa kanaler").click()
    karin.get_by_role("link", name=re.compile(r"aptbot \d olästa")).click()
    summary = message(karin, f"Sammanfattning: {LATER}").last
    expect(summary.get_by_role("heading", name=f"Sammanfattning: {LATER}")).to_be_in_viewport()
    expect(summary.get_by_text("Prata vidare").first).to_be_in_viewport()
    picture = summary.get_by_role("img").last
    picture.scroll_into_view_if_needed()
    expect(picture).to_have_js_property("naturalWidth", 780)
    expect(picture).to_be_in_viewport()


@LOOKS
def test_a_summary_is_read_again(
    stage: Stage, open_page: OpenPage, options: dict[str, Any]
) -> None:
    """The latest stands first; a manager gets what can be done with it as well."""
    karin = open_page(MANAGER, **options)
    listed = ask(karin, "Resultat för #arbetslag-solrosen")
    expect(listed).to_contain_text("8 av 12 svarade · inte delat än")
    expect(listed).to_contain_text("9 av 12 svarade · delat med teamet")
    shown = listed.get_by_role("button", name=re.compile("^Visa "))
    expect(shown).to_have_text([re.compile(LATER), re.compile(EARLIER)])
    look(karin)
    shown.first.click()
    again = message(karin, f"Sammanfattning: {LATER}").last
    expect(again.get_by_role("button", name="Dela nu")).to_be_visible()
    look(karin)


@LOOKS
def test_a_year_and_a_quarter(stage: Stage, open_page: OpenPage, options: dict[str, Any]) -> None:
    """Each page takes the place of the one before, and leads back to all of them."""
    karin = open_page(MANAGER, **options)
    whole = year(karin, stage)
    expect(whole).to_contain_text("2 resultat.")
    for words in ("9 av 12 svarade", "8 av 12 svarade", *NAMES):
        expect(whole).to_contain_text(words)
    look(karin)
    whole.get_by_role("button", name=re.compile("^Utveckling kvartal")).last.click()
    quarter = message(karin, "#arbetslag-solrosen kvartal").last
    expect(quarter).to_contain_text("Ta med")
    look(karin)
    quarter.get_by_role("button", name="Alla resultat").click()
    expect(message(karin, "Resultat för #arbetslag-solrosen")).to_have_count(1)
    expect(message(karin, "Ta med")).to_have_count(0)


def test_it_is_read_with_the_keyboard(stage: Stage, open_page: OpenPage) -> None:
    """From the command to the file without a pointer, also where a page takes another's place."""
    karin = open_page(MANAGER)
    listed = ask(karin, "Resultat för")
    button = listed.get_by_role("button", name=f"Utveckling {year_of(stage)}", exact=True)
    tab_to(karin, button, backwards=True)
    karin.keyboard.press("Enter")
    whole = message(karin, "Ta med").last
    tab_to(karin, whole.get_by_role("button", name="CSV"))
    karin.keyboard.press("Enter")
    expect(message(karin, "✓ Filen ligger i vår privata chatt.")).to_be_visible()


def test_there_are_more_than_fit_on_a_page(stage: Stage, open_page: OpenPage) -> None:
    """Older ones are a press away, and newer ones too; those with too few answers are there."""
    for _ in range(7):
        before = len(stage.summaries())
        stage.ask(MANAGER, "/apt start tema3")
        stage.settle()
        stage.ask(MANAGER, "/apt stopp")
        stage.wait(lambda before=before: len(stage.summaries()) > before, "no result")  # type: ignore[misc]
    karin = open_page(MANAGER, viewport=PHONE)
    listed = ask(karin, "Resultat för")
    expect(listed.get_by_role("button", name=re.compile("^Visa "))).to_have_count(8)
    expect(listed).to_contain_text("för få svar (färre än 6)")
    expect(listed.get_by_role("button", name="Nyare")).to_have_count(0)
    look(karin)
    listed.get_by_role("button", name="Äldre").click()
    older = message(karin, "9 av 12 svarade · delat").last
    expect(older.get_by_role("button", name=re.compile("^Visa "))).to_have_count(1)
    look(karin)
    older.get_by_role("button", name="Nyare").click()
    expect(message(karin, "8 av 12 svarade · inte delat än").last).to_be_visible()
    expect(message(karin, "9 av 12 svarade · delat")).to_have_count(0)


# --- files ---------------------------------------------------------------------------------


def download(page: Page, ending: str) -> bytes:
    """Save the file with this ending as a person does, by its link in the conversation."""
    link = page.get_by_role("link", name=re.compile(rf"Öppna resultat-.*\.{ending}$")).last
    with page.expect_download() as saved:
        link.click(modifiers=["Alt"])
    assert saved.value.suggested_filename.endswith(f".{ending}")
    return saved.value.path().read_bytes()


def medians(summary: Locator) -> set[tuple[str, int]]:
    """Return what a summary on the page says to be in the middle, by component."""
    text = summary.inner_text()
    found = set()
    for name, component in NAMES.items():
        said = re.search(rf"\n{name}\n.*?Mittersta svaret: (\d)", text, re.DOTALL)
        assert said, name
        found.add((component.value, int(said[1])))
    return found


def in_file(found: set[Fact], number: int) -> set[tuple[str, int]]:
    """Return the same of a file, of the round with this number."""
    return {
        (item, int(value))
        for n, item, what, _, _, value in found
        if (n, what) == (number, "median")
    }


OPENED: dict[str, Callable[[bytes], set[Fact]]] = {
    "Excel-fil xlsx": lambda data: facts(from_xlsx(data)),
    "PDF med bilder pdf": lambda data: facts_of_pdf(data, (f"{EARLIER} (", f"{LATER} (")),
    "CSV csv": lambda data: facts(from_csv(data)),
    "JSON json": lambda data: facts(from_json(data)),
}


def test_files_say_what_the_page_says(stage: Stage, open_page: OpenPage) -> None:
    """Each file arrives in private, can be saved and opened, and has the page's numbers."""
    karin = open_page(MANAGER)
    whole = year(karin, stage)
    private = open_page(MANAGER, place=stage.karin.direct)
    told = [medians(message(private, f"Sammanfattning: {title}")) for title in (EARLIER, LATER)]
    assert told[0] != told[1], "the control"
    for kind, opened in OPENED.items():
        label, ending = kind.rsplit(" ", 1)
        whole.get_by_role("button", name=label, exact=True).click()
        found = opened(download(private, ending))
        assert [in_file(found, number) for number in (0, 1)] == told, kind
        assert {(0, "answered", 9), (1, "answered", 8)} <= {(n, w, v) for n, _, w, _, _, v in found}
    expect(message(karin, "✓ Filen ligger i vår privata chatt.")).to_have_count(len(OPENED))
    look(private)


@LOOKS
def test_the_picture_is_sent(stage: Stage, open_page: OpenPage, options: dict[str, Any]) -> None:
    """It is seen in the private conversation, and says in words what it shows."""
    karin = open_page(MANAGER, **options)
    year(karin, stage).get_by_role("button", name="Bild", exact=True).click()
    expect(message(karin, "✓ Filen ligger i vår privata chatt.")).to_be_visible()
    private = open_page(MANAGER, place=stage.karin.direct, **options)
    picture = private.get_by_role("img", name=re.compile("mittersta svaret, på skalan 1–7")).last
    picture.scroll_into_view_if_needed()
    expect(picture).not_to_have_js_property("naturalWidth", 0)
    expect(picture).to_have_attribute("alt", re.compile("Hanterbarhet"))
    look(private)


# --- others --------------------------------------------------------------------------------


@LOOKS
def test_a_member_reads_what_is_shared(
    stage: Stage, open_page: OpenPage, options: dict[str, Any]
) -> None:
    """In the list, in the summary, in the year and in the file."""
    ali = open_page(MEMBER, **options)
    listed = ask(ali, "Resultat för")
    shown = listed.get_by_role("button", name=re.compile("^Visa "))
    expect(shown).to_have_text([re.compile(r"^Visa \d+ \w+$")])
    look(ali)
    shown.click()
    again = message(ali, f"Sammanfattning: {EARLIER}").last
    expect(again).to_contain_text("9 av 12 svarade")
    for name in ("Dela nu", "Dölj en kommentar", "Planera nästa"):
        expect(again.get_by_role("button", name=name)).to_have_count(0)
    whole = year(ali, stage)
    expect(whole).to_contain_text("Ett resultat.")
    expect(whole).not_to_contain_text(LATER)
    expect(whole.get_by_role("button", name="Bild", exact=True)).to_have_count(0)
    look(ali)
    whole.get_by_role("button", name="CSV").click()
    private = open_page(MEMBER, place=stage.person(MEMBER).direct, **options)
    found = facts(from_csv(download(private, "csv")))
    assert {(n, value) for n, _, what, _, _, value in found if what == "answered"} == {(0, 9)}
    look(private)


def test_an_outsider_reads_nothing(stage: Stage, open_page: OpenPage) -> None:
    """Neither in a channel of their own, nor the team's, nor the address of somebody's file."""
    karin = open_page(MANAGER)
    year(karin, stage).get_by_role("button", name="CSV").click()
    private = open_page(MANAGER, place=stage.karin.direct)
    link = private.get_by_role("link", name=re.compile("Öppna resultat-")).last
    address = f"{stage.workspace.url}{link.get_attribute('href')}"
    assert httpx.get(address, trust_env=False).status_code == httpx.codes.OK, "the control"
    others = address.replace(f"as={MANAGER}", f"as={STRANGER}")
    assert httpx.get(others, trust_env=False).status_code == httpx.codes.NOT_FOUND
    miro = open_page(STRANGER, place=NIGHT)
    write(miro, "natt-manen", "/apt resultat")
    expect(message(miro, "Bara du ser det här").last).not_to_contain_text("Resultat för")
    expect(miro.get_by_role("link", name="arbetslag-solrosen")).to_have_count(0)
    miro.goto(miro.url.replace(NIGHT, TEAM))
    expect(miro.get_by_role("main")).to_be_visible()
    expect(miro.get_by_text("av 12 svarade")).to_have_count(0)
