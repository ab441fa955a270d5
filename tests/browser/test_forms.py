"""Forms on the page: filled in, refused, corrected and sent as a person would."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from bot.workspace import Workspace
from tests.browser import kitchen_sink
from tests.browser.conftest import OpenPage
from tests.browser.driving import (
    composer,
    fill_optional,
    fill_required,
    message,
    open_form,
    tab_to,
)
from tests.browser.sink_app import CHANNEL, SinkApp


def test_confirmation_is_asked_first(sink: SinkApp, open_page: OpenPage) -> None:
    """A button with a confirmation acts only after a yes; Escape is a no."""
    sink.post()
    page = open_page()
    end = page.get_by_role("button", name="Avsluta")
    end.click()
    question = page.get_by_role("dialog", name="Avsluta samtalet?")
    expect(question).to_contain_text("Det går inte att öppna igen.")
    page.keyboard.press("Escape")
    expect(question).to_be_hidden()
    end.click()
    question.get_by_role("button", name="Ja, avsluta").click()
    sink.wait_for_action("end")
    assert len([body for body in sink.seen if body["type"] == "block_actions"]) == 1


def test_form_sends_every_value(sink: SinkApp, open_page: OpenPage) -> None:
    """Each kind of field arrives at the app as Slack would have sent it."""
    sink.post()
    form = open_form(open_page())
    fill_required(form)
    fill_optional(form)
    form.get_by_role("button", name="Skicka svaret").click()
    expect(form).to_be_hidden()
    values = sink.wait_for_values()
    assert values["scale"]["selected_option"]["value"] == "5"
    assert values["line"]["value"] == "Det går bra"
    assert values["long"]["value"] == "Två\nrader"
    assert values["number"]["value"] == "7"
    assert values["mail"]["value"] == "namn@exempel.se"
    assert values["link"]["value"] == "https://example.org/"
    assert values["when"]["selected_date"] == "2026-12-01"
    assert values["clock"]["selected_time"] == "14:00"
    assert values["both"]["selected_date_time"] == 1_796_113_800
    assert values["room"]["selected_option"]["value"] == "Gården"
    assert [one["value"] for one in values["topics"]["selected_options"]] == ["Mat", "Ljud"]
    assert values["person"]["selected_user"] == "U0KARIN"
    assert values["people"]["selected_users"] == ["U0FARAH"]
    assert values["channel"]["selected_channel"] == "C0ALLMANT"
    assert values["talk"]["selected_conversation"] == "C0MANEN"
    assert [one["value"] for one in values["checks"]["selected_options"]] == ["fika"]
    assert values["mode"]["selected_option"] is None


def test_form_says_what_is_missing(sink: SinkApp, open_page: OpenPage) -> None:
    """Errors stand beside their fields, are tied to them, and the first one gets the focus."""
    sink.post()
    form = open_form(open_page())
    form.get_by_label("En rad till gruppen").fill("ab")
    form.get_by_label("Antal kollegor").fill("21")
    form.get_by_role("button", name="Skicka svaret").click()
    scale = form.get_by_role("radiogroup", name="Hur hanterbar känns veckan?")
    expect(scale).to_have_attribute("aria-invalid", "true")
    expect(scale).to_have_accessible_description(
        "1 = inte alls, 7 = helt och hållet Välj ett alternativ."
    )
    expect(form.get_by_role("radio", name="1")).to_be_focused()
    expect(form.get_by_text("Skriv minst 3 tecken.")).to_be_visible()
    expect(form.get_by_text("Talet ska vara högst 20.")).to_be_visible()
    expect(form.get_by_role("alert")).to_contain_text("Rätta det som är markerat")
    form.get_by_label("Antal kollegor").fill("20")
    expect(form.get_by_text("Talet ska vara högst 20.")).to_be_hidden()


def test_error_from_the_app_stands_by_its_field(sink: SinkApp, open_page: OpenPage) -> None:
    """The app's own error is shown the same way, and what was written stays."""
    sink.post()
    form = open_form(open_page())
    fill_required(form, "Alis namn")
    form.get_by_role("button", name="Skicka svaret").click()
    expect(form.get_by_text("Skriv inga namn här.")).to_be_visible()
    line = form.get_by_label("En rad till gruppen")
    expect(line).to_be_focused()
    expect(line).to_have_value("Alis namn")
    line.fill("Inga namn")
    form.get_by_role("button", name="Skicka svaret").click()
    expect(form).to_be_hidden()


def test_lost_acknowledgement_keeps_the_form(
    workspace: Workspace, sink: SinkApp, open_page: OpenPage
) -> None:
    """When the app is not heard in time the form says so and can be sent again."""
    sink.post()
    form = open_form(open_page())
    fill_required(form)
    workspace.fault("lose_ack", times=1)
    form.get_by_role("button", name="Skicka svaret").click()
    expect(form.get_by_role("alert")).to_contain_text("aptbot svarade inte i tid")
    form.get_by_role("button", name="Skicka svaret").click()
    expect(form).to_be_hidden()


def test_form_that_changes_keeps_what_is_written(sink: SinkApp, open_page: OpenPage) -> None:
    """A field that acts at once can make the app redraw the form around the written text."""
    sink.post()
    page = open_page()
    form = open_form(page)
    form.get_by_label("En rad till gruppen").fill("Nästan klart")
    page.get_by_role("radio", name="Lång version").check()
    changed = page.get_by_role("dialog", name="Lång version")
    expect(changed.get_by_label("En rad till gruppen")).to_have_value("Nästan klart")
    expect(changed.get_by_role("radio", name="Lång version")).to_be_checked()
    expect(changed.get_by_role("radio", name="Lång version")).to_be_focused()


def test_forms_are_a_stack(sink: SinkApp, open_page: OpenPage) -> None:
    """A pushed form has a way back, and what was written below it stays."""
    sink.post()
    page = open_page()
    form = open_form(page)
    form.get_by_label("Berätta mer").fill("Kvar")
    form.get_by_role("button", name="Ett steg till").click()
    deeper = page.get_by_role("dialog", name="Ett steg till")
    expect(deeper).to_contain_text("Här är det djupare.")
    deeper.get_by_role("button", name="Tillbaka").first.click()
    expect(form.get_by_label("Berätta mer")).to_have_value("Kvar")
    form.get_by_role("button", name="Stäng").click()
    expect(form).to_be_hidden()


def test_everything_works_by_keyboard(sink: SinkApp, open_page: OpenPage) -> None:
    """Command, button, form and answer without a pointer."""
    page = open_page()
    page.keyboard.press("/")
    page.keyboard.type("ap")
    expect(page.get_by_role("option", name="/apt")).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Enter")
    expect(composer(page)).to_have_value("/apt ")
    page.keyboard.insert_text("hej")
    page.keyboard.press("Enter")
    expect(message(page, "Bara för dig: hej")).to_be_visible()
    sink.post()
    button = page.get_by_role("button", name="Öppna formuläret")
    expect(button).to_be_visible()
    tab_to(page, button, backwards=True)
    page.keyboard.press("Enter")
    form = page.get_by_role("dialog", name="Svara anonymt")
    expect(form.get_by_role("heading", name="Svara anonymt")).to_be_focused()
    tab_to(page, form.get_by_role("radio", name="1"))
    page.keyboard.press("Space")
    page.keyboard.press("ArrowRight")
    expect(form.get_by_role("radio", name="2")).to_be_checked()
    tab_to(page, form.get_by_role("button", name="Vilka är med"))
    page.keyboard.press("Enter")
    expect(form.get_by_role("searchbox")).to_be_focused()
    page.keyboard.press("Escape")
    expect(form.get_by_role("button", name="Vilka är med")).to_be_focused()
    page.keyboard.press("Escape")
    expect(form).to_be_hidden()
    expect(button).to_be_focused()


DRAFTS = "() => Object.keys(sessionStorage).filter((name) => name.startsWith('workspace.draft.'))"


def test_form_stays_over_a_reload(sink: SinkApp, open_page: OpenPage) -> None:
    """With what was written; once it is handed in or closed, the tab remembers nothing of it."""
    sink.post()
    page = open_page()
    form = open_form(page)
    fill_required(form, "Nästan klart")
    page.reload()
    expect(form.get_by_label("En rad till gruppen")).to_have_value("Nästan klart")
    expect(form.get_by_role("radio", name="5")).to_be_checked()
    assert len(page.evaluate(DRAFTS)) == 1
    assert "Nästan klart" not in page.evaluate("JSON.stringify(localStorage)")
    form.get_by_role("button", name="Skicka svaret").click()
    expect(form).to_be_hidden()
    assert sink.wait_for_values()["line"]["value"] == "Nästan klart"
    assert page.evaluate(DRAFTS) == []
    open_form(page).get_by_label("En rad till gruppen").fill("Ändrade mig")
    assert len(page.evaluate(DRAFTS)) == 1
    form.get_by_role("button", name="Stäng").click()
    expect(form).to_be_hidden()
    assert page.evaluate(DRAFTS) == []


def test_focus_returns_to_a_message_that_changed(sink: SinkApp, open_page: OpenPage) -> None:
    """The button that opened the form is found again, though it has been drawn anew."""
    ts = sink.post()
    page = open_page()
    form = open_form(page)
    blocks = [kitchen_sink.message_blocks()[8]]
    sink.client.chat_update(channel=CHANNEL, ts=ts, text="Ändrat", blocks=blocks)
    expect(page.get_by_text("Allt på en gång")).to_have_count(0)
    page.keyboard.press("Escape")
    expect(form).to_be_hidden()
    expect(page.get_by_role("button", name="Öppna formuläret")).to_be_focused()


def test_focus_has_somewhere_to_go(sink: SinkApp, open_page: OpenPage) -> None:
    """To the messages, when what opened the form is gone, or the page has been loaded anew."""
    ts = sink.post()
    page = open_page()
    form = open_form(page)
    page.reload()
    expect(form.get_by_role("heading", name="Svara anonymt")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_role("region", name="#arbetslag-solrosen")).to_be_focused()
    open_form(page)
    sink.client.chat_update(channel=CHANNEL, ts=ts, text="Inget mer", blocks=[])
    expect(page.get_by_text("Allt på en gång")).to_have_count(0)
    page.keyboard.press("Escape")
    expect(page.get_by_role("region", name="#arbetslag-solrosen")).to_be_focused()


@pytest.mark.parametrize("keys", ["Control+Enter", "Meta+Enter"])
def test_form_is_handed_in_from_any_field(sink: SinkApp, open_page: OpenPage, keys: str) -> None:
    """From a field of several lines too, where Enter alone is a new line."""
    sink.post()
    form = open_form(open_page())
    fill_required(form)
    line = form.get_by_label("Berätta mer")
    line.fill("Ett")
    line.press("Enter")
    expect(form).to_be_visible()
    line.press(keys)
    expect(form).to_be_hidden()
    assert sink.wait_for_values()["long"]["value"] == "Ett\n"
    assert len([body for body in sink.seen if body["type"] == "view_submission"]) == 1
