"""Forms and tabs: a form is in the tab whose step the app answered with it, and in no other."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, Request, expect

from bot.workspace import Workspace
from bot.workspace.polling import wait_until
from tests.browser import kitchen_sink
from tests.browser.conftest import OpenPage
from tests.browser.driving import message, open_form, write
from tests.browser.sink_app import CHANNEL, SinkApp


def forms(page: Page) -> Locator:
    """The form that is open."""
    return page.get_by_role("dialog", name="Svara anonymt")


def caught_up(sink: SinkApp, *pages: Page) -> None:
    """Everything that was sent to these pages before has reached them."""
    words = f"Nu {len(sink.client.conversations_history(channel=CHANNEL)['messages'])}"
    sink.post([], words)
    for page in pages:
        expect(message(page, words)).to_be_attached()


def test_form_is_in_the_tab_that_opened_it(sink: SinkApp, open_page: OpenPage) -> None:
    """No other tab of the same person shows it, be it open already or opened later."""
    sink.post()
    page, elsewhere = open_page(), open_page()
    open_form(page).get_by_label("Berätta mer").fill("Kvar")
    later = page.context.new_page()
    later.goto(page.url)
    caught_up(sink, elsewhere, later)
    expect(forms(elsewhere)).to_be_hidden()
    expect(forms(later)).to_be_hidden()
    page.get_by_role("radio", name="Lång version").check()
    changed = page.get_by_role("dialog", name="Lång version")
    expect(changed.get_by_label("Berätta mer")).to_have_value("Kvar")
    elsewhere.get_by_role("radio", name="Sådär").check()
    sink.wait_for_action("mood")
    changed.get_by_role("radio", name="Kort version").check()
    caught_up(sink, elsewhere)
    expect(elsewhere.get_by_role("dialog")).to_have_count(0)
    expect(changed).to_be_visible()


def test_a_person_has_one_form(sink: SinkApp, open_page: OpenPage) -> None:
    """Whoever opens it anew in another tab goes on there, and the first one closes."""
    sink.post()
    first, second = open_page(), open_page()
    form = open_form(first)
    expect(open_form(second).get_by_role("heading", name="Svara anonymt")).to_be_focused()
    expect(form).to_be_hidden()
    expect(first.get_by_role("button", name="Öppna formuläret")).to_be_focused()


def test_form_of_a_robot_stays_off_the_page(
    workspace: Workspace, sink: SinkApp, open_page: OpenPage
) -> None:
    """What is opened in a person's name elsewhere does not cover the tab in which they read."""
    sink.post()
    page = open_page("U0ALI")
    ali = workspace.person("U0ALI")
    ali.press(ali.messages(CHANNEL)[-1], "Öppna formuläret")
    ali.wait_for_view()
    caught_up(sink, page)
    expect(forms(page)).to_be_hidden()


def test_form_ends_when_another_person_takes_the_tab(
    workspace: Workspace, sink: SinkApp, open_page: OpenPage
) -> None:
    """They see neither the form nor what was written, and it does not come back by itself."""
    sink.post()
    page = open_page()
    open_form(page).get_by_label("Berätta mer").fill("Bara mitt")
    for person in ("U0ALI", "U0KARIN"):
        page.goto(f"{workspace.url}/?as={person}#/{CHANNEL}")
        caught_up(sink, page)
        expect(forms(page)).to_be_hidden()
        assert "Bara mitt" not in page.evaluate("JSON.stringify(sessionStorage)")
    expect(open_form(page).get_by_label("Berätta mer")).to_have_value("")


def beside(page: Page) -> Page:
    """Another tab of the same person, in the same window."""
    other = page.context.new_page()
    other.goto(page.url)
    expect(other.get_by_role("main")).to_be_visible()
    return other


def test_form_is_in_the_pressed_tab_of_two_in_use(sink: SinkApp, open_page: OpenPage) -> None:
    """The person has just done something in the other one, too."""
    sink.post()
    page = open_page()
    other = beside(page)
    other.get_by_role("radio", name="Sådär").check()
    sink.wait_for_action("mood")
    form = open_form(page)
    caught_up(sink, page, other)
    expect(form).to_be_visible()
    expect(forms(other)).to_be_hidden()


def choose(page: Page) -> None:
    """Choose in an element that acts at once."""
    page.get_by_role("radio", name="Bra").check()


def use_menu(page: Page) -> None:
    """Choose in a menu."""
    page.get_by_role("button", name="Fler val").click()
    page.get_by_role("menuitem", name="Hoppa över").click()


def type_command(page: Page) -> None:
    """Write a slash command."""
    write(page, "/apt hej")


@pytest.mark.parametrize("step", [choose, use_menu, type_command])
def test_slow_answer_is_in_the_right_tab(
    sink: SinkApp, open_page: OpenPage, step: Callable[[Page], None]
) -> None:
    """Ten seconds have gone by for the page, and the person has done something in another tab."""
    sink.post()
    page = open_page()
    page.clock.install()
    other = beside(page)
    step(page)
    trigger = wait_until(lambda: triggers(sink), 5.0, "no step came")[-1]
    page.clock.fast_forward(10_000)
    other.get_by_role("radio", name="Sådär").check()
    wait_until(lambda: len(triggers(sink)) == 2, 5.0, "no second step came")
    sink.client.views_open(trigger_id=trigger, view=kitchen_sink.form())
    expect(forms(page)).to_be_visible()
    caught_up(sink, other)
    expect(forms(other)).to_be_hidden()


def triggers(sink: SinkApp) -> list[str]:
    """What the app may open forms with, oldest first."""
    return [str(body["trigger_id"]) for body in list(sink.seen) if "trigger_id" in body]


def test_form_goes_on_after_a_reload(sink: SinkApp, open_page: OpenPage) -> None:
    """With what the app answers to a step of before, in this tab alone, and nothing is lost."""
    sink.post()
    page = open_page()
    other = beside(page)
    open_form(page).get_by_label("Berätta mer").fill("Kvar")
    page.get_by_role("radio", name="Lång version").check()
    trigger = str(sink.wait_for_action("mode")["trigger_id"])
    expect(page.get_by_role("dialog", name="Lång version")).to_be_visible()
    page.reload()
    changed = page.get_by_role("dialog", name="Lång version")
    expect(changed.get_by_label("Berätta mer")).to_have_value("Kvar")
    sink.client.views_push(trigger_id=trigger, view=kitchen_sink.second_form())
    deeper = page.get_by_role("dialog", name="Ett steg till")
    expect(deeper).to_be_visible()
    deeper.get_by_role("button", name="Tillbaka").first.click()
    expect(changed.get_by_label("Berätta mer")).to_have_value("Kvar")
    changed.get_by_role("button", name="Ett steg till").click()
    expect(deeper).to_be_visible()
    caught_up(sink, other)
    expect(other.get_by_role("dialog")).to_have_count(0)


def test_step_of_before_a_reload_opens_nothing(sink: SinkApp, open_page: OpenPage) -> None:
    """The page that asked is gone; the next press opens the form."""
    sink.post()
    page = open_page()
    choose(page)
    trigger = str(sink.wait_for_action("mood")["trigger_id"])
    page.reload()
    expect(page.get_by_role("main")).to_be_visible()
    sink.client.views_open(trigger_id=trigger, view=kitchen_sink.form())
    caught_up(sink, page)
    expect(forms(page)).to_be_hidden()
    open_form(page)


def test_form_follows_into_a_copy_of_its_tab(sink: SinkApp, open_page: OpenPage) -> None:
    """A browser copies what the tab remembers: the copy goes on, and the first one lets go."""
    sink.post()
    page = open_page()
    form = open_form(page)
    form.get_by_label("Berätta mer").fill("Kvar")
    with page.expect_popup() as opened:
        page.evaluate("window.open(location.href)")
    copy = opened.value
    expect(forms(copy).get_by_label("Berätta mer")).to_have_value("Kvar")
    expect(form).to_be_hidden()
    page.reload()
    caught_up(sink, page, copy)
    expect(form).to_be_hidden()
    expect(forms(copy)).to_be_visible()


def test_tab_is_known_by_a_word_that_is_kept_nowhere(sink: SinkApp, open_page: OpenPage) -> None:
    """A new one for each load of the page, in its memory alone."""
    sink.post()
    page = open_page()
    words: list[str] = []

    def note(request: Request) -> None:
        if request.method == "POST":
            words.append(json.loads(request.post_data or "")["tab_id"])

    page.on("request", note)
    choose(page)
    sink.wait_for_action("mood")
    open_form(page)
    page.reload()
    expect(forms(page)).to_be_visible()
    page.keyboard.press("Escape")
    expect(forms(page)).to_be_hidden()
    assert words[0] == words[1] != words[2] == words[3]
    open_form(page)
    stored = page.evaluate("JSON.stringify([{...sessionStorage}, {...localStorage}])")
    assert "workspace.form" in stored, "what the tab remembers is looked through"
    assert not [word for word in words if word in stored]
    assert page.context.cookies() == []
