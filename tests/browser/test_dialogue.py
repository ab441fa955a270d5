"""A whole dialogue in the browser, through the real bot: from `/apt start tema3` to the summary."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.driving import message, write
from tests.browser.test_looks import PHONE, sideways, violations
from tests.e2e.places import ANSWER_STEP, COLLEAGUES, NIGHT, STEPS
from tests.e2e.stage import Stage

THEME = "3. Det som hjälper oss"


def set_up(page: Page) -> None:
    """Start the first dialogue and say who leads it."""
    write(page, "/apt start tema3")
    form = page.get_by_role("dialog", name="Första gången här")
    expect(form.get_by_text("12 personer i kanalen kan svara.")).to_be_visible()
    form.get_by_role("button", name="Samtalsledare").click()
    form.get_by_role("checkbox", name="Britta").check()
    form.get_by_role("button", name="Spara och starta").click()
    expect(form).to_be_hidden()


def board(page: Page) -> Locator:
    """The dialogue's message."""
    return message(page, "Knapparna är till för chef").last


def go_on_to(page: Page, step: int) -> None:
    """Press `Nästa steg` until the step."""
    for number in range(step):
        expect(board(page)).to_contain_text(f"Nu: {STEPS[number]}")
        board(page).get_by_role("button", name="Nästa steg").click()
    expect(board(page)).to_contain_text(f"Nu: {STEPS[step]}")


def answer(page: Page, comment: str) -> None:
    """Open the form, read the promise, answer, and close the receipt."""
    board(page).get_by_role("button", name="Svara anonymt").click()
    form = page.get_by_role("dialog", name="Svara anonymt")
    expect(form.get_by_text("om minst 6 av er 12 svarar")).to_be_visible()
    for heading, score in (("Meningsfullhet", "6"), ("Hanterbarhet", "3"), ("Begriplighet", "5")):
        form.get_by_role("radiogroup", name=heading).get_by_role("radio", name=score).check()
    form.get_by_label("Vad hjälper dig mest").fill(comment)
    form.get_by_role("button", name="Skicka").click()
    receipt = page.get_by_role("dialog", name="Tack!")
    expect(receipt.get_by_text("Ditt svar är mottaget och ligger förseglat.")).to_be_visible()
    receipt.get_by_role("button", name="Stäng").last.click()
    expect(receipt).to_be_hidden()


def let_colleagues_answer(page: Page, number: int) -> None:
    """Use the page's own tool under the message."""
    page.get_by_label("Hur många").fill(str(number))
    page.get_by_role("button", name="Låt kollegorna svara").click()
    expect(page.get_by_text(f"{number} kollegor svarade")).to_be_visible(timeout=30_000)


def read_summary(page: Page) -> Locator:
    """Open the conversation with the bot and return the summary."""
    page.get_by_role("navigation").get_by_role("link", name="aptbot 1 olästa").click()
    return message(page, f"Sammanfattning: {THEME}")


def test_the_whole_scene(stage: Stage, open_page: OpenPage) -> None:
    """A manager leads, a colleague answers on a phone, others answer, the summary is shared."""
    karin = open_page("U0KARIN")
    set_up(karin)
    expect(board(karin)).to_contain_text(THEME)
    expect(board(karin)).to_contain_text("@Britta")
    assert violations(karin) == []

    go_on_to(karin, ANSWER_STEP)
    ali = open_page("U0ALI", viewport=PHONE)
    answer(ali, "Det lugna en kvart före lunch.")
    board(ali).get_by_role("button", name="Svara anonymt").click()
    form = ali.get_by_role("dialog", name="Svara anonymt")
    field = form.get_by_label("Vad hjälper dig mest")
    expect(field).to_have_value("Det lugna en kvart före lunch.")
    assert violations(ali) == []
    assert sideways(ali) == 0
    form.get_by_role("button", name="Avbryt").click()

    expect(karin.get_by_label("Hur många")).to_have_value(str(len(COLLEAGUES) - 1))
    let_colleagues_answer(karin, len(COLLEAGUES) - 1)
    board(karin).get_by_role("button", name="Paus").click()
    expect(board(karin)).to_contain_text("Pausad.")
    board(karin).get_by_role("button", name="Fortsätt").click()
    write(karin, "/apt förläng 5")
    expect(message(karin, "5 minuter till.")).to_be_visible()
    stage.advance(minutes=30)
    expect(message(karin, "Dialogen är slut. Tack")).to_be_visible()

    summary = read_summary(karin)
    expect(summary).to_contain_text("12 av 12 svarade.")
    expect(summary).to_contain_text("Hanterbarhet")
    expect(summary).to_contain_text("Prata vidare om")
    assert violations(karin) == []
    summary.get_by_role("button", name="Dela nu").click()
    karin.get_by_role("dialog").get_by_role("button", name="Dela").click()
    expect(message(ali, "12 av 12 svarade.")).to_be_visible()
    expect(message(ali, "Dela nu")).to_have_count(0)


def test_five_answers_show_nothing(stage: Stage, open_page: OpenPage) -> None:
    """With five answers nothing but "fewer than six" is shown, in the dark as well."""
    karin = open_page("U0KARIN", color_scheme="dark")
    set_up(karin)
    go_on_to(karin, ANSWER_STEP)
    let_colleagues_answer(karin, 5)
    board(karin).get_by_role("button", name="Stopp").click()
    karin.get_by_role("dialog").get_by_role("button", name="Avsluta nu").click()
    summary = read_summary(karin)
    expect(summary).to_contain_text("Färre än 6 har svarat.")
    for word in ("Mittersta svaret", "svarade", "Hanterbarhet", "Dölj en kommentar"):
        expect(summary).not_to_contain_text(word)
    assert violations(karin) == []


def test_a_small_team_is_told_at_once(stage: Stage, open_page: OpenPage) -> None:
    """With five who can answer, the form says that no result will ever be shown."""
    karin = open_page("U0KARIN", place=NIGHT)
    field = karin.get_by_role("textbox", name="Skriv i #natt-manen")
    field.fill("/apt start tema3")
    field.press("Enter")
    form = karin.get_by_role("dialog", name="Första gången här")
    expect(form.get_by_text("visas aldrig något resultat")).to_be_visible()
    assert violations(karin) == []
