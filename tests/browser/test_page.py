"""The page of the embedded workspace, used as a person uses it, with a real app behind it."""

from __future__ import annotations

import base64

from playwright.sync_api import expect

from bot.workspace import Workspace
from bot.workspace.filling import Answers
from tests.browser import kitchen_sink
from tests.browser.conftest import OpenPage
from tests.browser.driving import composer, message, write
from tests.browser.sink_app import CHANNEL, SinkApp
from tests.kit import DROPS_SOCKETS

pytestmark = DROPS_SOCKETS

COUNT_ANNOUNCEMENTS = """
() => {
  window.announced = 0;
  const count = new MutationObserver(() => (window.announced += 1));
  count.observe(document.querySelector("[aria-live=polite]"), { childList: true });
}
"""


def test_message_shows_every_block(sink: SinkApp, open_page: OpenPage) -> None:
    """Headings, emphasis, links, mentions, dates, lists, pictures and context all have a form."""
    sink.post()
    page = open_page()
    shown = message(page, "Allt på en gång")
    expect(shown.get_by_role("heading")).to_have_text("Allt på en gång 🌻")
    expect(shown.locator("strong").first).to_have_text("Fet")
    link = shown.get_by_role("link", name="En länk")
    expect(link).to_have_attribute("href", "https://example.org/a?b=1&c=2")
    expect(link).to_have_attribute("rel", "noopener noreferrer")
    expect(shown.get_by_role("link", name="#allmant")).to_have_attribute("href", "#/C0ALLMANT")
    expect(shown.locator("time", has_text="onsdag 18 november 2026 kl. 12:06")).to_be_visible()
    expect(shown.locator("pre")).to_have_text("rad 1\n*inte fet*")
    expect(shown.get_by_role("img", name="En sol på grön botten")).to_be_visible()
    expect(shown.get_by_role("listitem").nth(1)).to_have_text("andra punkten")
    expect(shown.get_by_text("APP", exact=True)).to_be_visible()


def test_uploaded_picture_is_shown(sink: SinkApp, open_page: OpenPage) -> None:
    """A picture that the app uploads stands in the channel, with its words for who can't see it."""
    pixel = (
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5E"
        "rkJggg=="
    )
    sink.client.files_upload_v2(
        channel=CHANNEL,
        content=base64.b64decode(pixel),
        filename="diagram.png",
        title="Veckans svar",
        alt_txt="Sju svar, de flesta på 5",
    )
    picture = open_page().get_by_role("img", name="Sju svar, de flesta på 5")
    expect(picture).to_be_visible()
    expect(picture).to_have_js_property("naturalWidth", 1)


def test_markup_in_a_message_stays_text(workspace: Workspace, open_page: OpenPage) -> None:
    """What people write is never HTML, and only web and mail addresses become links."""
    page = open_page()
    hostile = "<img src=x onerror=alert(1)> <b>fet</b> <javascript:alert(1)|klicka>"
    workspace.person("U0ALI").say(CHANNEL, hostile)
    shown = message(page, "<b>fet</b>")
    expect(shown).to_contain_text("klicka")
    expect(shown.get_by_role("img")).to_have_count(0)
    expect(shown.get_by_role("link")).to_have_count(0)


def test_elements_in_a_message_reach_the_app(sink: SinkApp, open_page: OpenPage) -> None:
    """A choice in a message is sent at once, as Slack sends it."""
    sink.post()
    page = open_page()
    page.get_by_role("combobox", name="Vad blir det till lunch?").select_option("soup")
    assert sink.wait_for_action("dish")["actions"][0]["selected_option"]["value"] == "soup"
    page.get_by_role("radio", name="Sådär").check()
    assert sink.wait_for_action("mood")["actions"][0]["selected_option"]["value"] == "Sådär"
    page.locator("input[type=date]").fill("2026-12-01")
    assert sink.wait_for_action("day")["actions"][0]["selected_date"] == "2026-12-01"
    page.get_by_role("button", name="Fler val").click()
    page.get_by_role("menuitem", name="Hoppa över").click()
    assert sink.wait_for_action("more")["actions"][0]["selected_option"]["value"] == "skip"


def test_ephemeral_is_its_readers_alone(sink: SinkApp, open_page: OpenPage) -> None:
    """Only the reader sees it, marked as such, and can take it away."""
    karin, ali = open_page("U0KARIN"), open_page("U0ALI")
    sink.whisper("U0KARIN", "En hemlighet")
    sink.post([], "För alla")
    shown = message(karin, "En hemlighet")
    expect(shown).to_contain_text("Bara du ser det här")
    expect(message(ali, "För alla")).to_be_visible()
    expect(message(ali, "En hemlighet")).to_have_count(0)
    shown.get_by_role("button", name="Dölj").click()
    expect(shown).to_have_count(0)


def test_two_tabs_are_two_people(open_page: OpenPage) -> None:
    """What one writes the other reads at once, and another channel shows that it has news."""
    karin, ali = open_page("U0KARIN"), open_page("U0ALI", place="C0ALLMANT")
    write(karin, "Hej *Ali*")
    link = ali.get_by_role("navigation").get_by_role("link", name="arbetslag-solrosen")
    expect(link).to_contain_text("1 olästa")
    link.click()
    expect(message(ali, "Hej Ali")).to_contain_text("Karin Exempelsson")
    expect(link).not_to_contain_text("olästa")


def test_person_picker_leads_to_another_person(open_page: OpenPage) -> None:
    """The picker finds people by name, and keeps the person in the address."""
    page = open_page()
    page.get_by_role("button", name="Du är Karin – byt person").click()
    picker = page.get_by_role("dialog", name="Vem vill du vara?")
    picker.get_by_role("searchbox", name="Sök person").fill("ali")
    tab = picker.get_by_role("link", name="Öppna Ali Påhittsson i ny flik")
    expect(tab).to_have_attribute("target", "_blank")
    picker.get_by_role("link", name="Ali Påhittsson Undersköterska").click()
    expect(page.get_by_role("button", name="Du är Ali – byt person")).to_be_visible()
    assert "as=U0ALI" in page.url


def test_failed_command_is_shown(workspace: Workspace, open_page: OpenPage) -> None:
    """Without an app the page says that it is away, and that the command had no effect."""
    page = open_page()
    expect(page.get_by_text("aptbot är inte ansluten just nu. Det du trycker på")).to_be_visible()
    write(page, "/apt status")
    failed = message(page, "/apt misslyckades: aptbot är inte ansluten just nu.")
    expect(failed).to_have_count(1)
    write(page, "/finns-inte")
    expect(message(page, "/finns-inte misslyckades: kommandot finns inte.")).to_have_count(1)
    with SinkApp(workspace):
        expect(page.get_by_text("Det du trycker på")).to_be_hidden()


def test_late_command_is_shown_as_failed(
    workspace: Workspace, sink: SinkApp, open_page: OpenPage
) -> None:
    """An acknowledgement that is not seen in time is a failure, said once."""
    page = open_page()
    workspace.fault("lose_ack", times=1)
    write(page, "/apt status")
    expect(message(page, "/apt misslyckades: aptbot svarade inte i tid.")).to_have_count(1)


def test_page_connects_again(workspace: Workspace, open_page: OpenPage) -> None:
    """After a lost connection the page reads anew, and misses nothing."""
    page = open_page(errors=True)
    write(page, "Före avbrottet")
    expect(message(page, "Före avbrottet")).to_be_visible()
    workspace.stop()
    expect(page.get_by_text("Kontakten bröts")).to_be_visible()
    workspace.start()
    workspace.person("U0ALI").say(CHANNEL, "Efter avbrottet")
    expect(message(page, "Efter avbrottet")).to_be_visible()
    expect(message(page, "Före avbrottet")).to_be_visible()
    expect(page.get_by_text("Kontakten bröts")).to_be_hidden()


def test_home_is_shown(sink: SinkApp, open_page: OpenPage) -> None:
    """The app's home is drawn when the app publishes it, and its buttons act."""
    page = open_page()
    page.get_by_role("link", name="aptbot").click()
    home = page.get_by_role("region", name="Hem")
    expect(home.get_by_role("heading", name="Välkommen hem")).to_be_visible()
    home.get_by_role("button", name="Hej").click()
    assert sink.wait_for_action("hello")["view"]["type"] == "home"
    page.get_by_role("link", name="Meddelanden").click()
    expect(page.get_by_role("textbox", name="Skriv till aptbot")).to_be_visible()


def test_message_changes_in_place(sink: SinkApp, open_page: OpenPage) -> None:
    """An edited message stays where it is, says so, and a removed one goes."""
    ts = sink.post([], "Steg 1")
    page = open_page()
    expect(message(page, "Steg 1")).to_be_visible()
    sink.client.chat_update(channel=CHANNEL, ts=ts, text="Steg 2")
    expect(message(page, "Steg 2")).to_contain_text("redigerad")
    expect(message(page, "Steg 1")).to_have_count(0)
    sink.client.chat_delete(channel=CHANNEL, ts=ts)
    expect(message(page, "Steg 2")).to_have_count(0)


def test_new_messages_are_announced(workspace: Workspace, open_page: OpenPage) -> None:
    """A live region says who wrote what, without the marks of emphasis."""
    page = open_page()
    workspace.person("U0ALI").say(CHANNEL, "Nu är det *fika*")
    expect(page.locator("[aria-live=polite]")).to_have_text("Ali Påhittsson: Nu är det fika")


def test_colleagues_answer(sink: SinkApp, open_page: OpenPage) -> None:
    """The workspace's own tool lets as many colleagues as asked press and fill in."""
    sink.post()
    page = open_page()
    tool = page.get_by_role("form", name="Låt kollegorna svara")
    expect(tool).to_contain_text("låt kollegorna trycka på ”Öppna formuläret”")
    tool.get_by_label("Hur många").fill("3")
    tool.get_by_role("button", name="Låt kollegorna svara").click()
    expect(tool.get_by_role("status")).to_have_text("3 kollegor svarade")
    sent = [body for body in sink.seen if body["type"] == "view_submission"]
    assert len({body["user"]["id"] for body in sent}) == 3


def test_colleagues_who_answered_by_hand_are_left_out(
    workspace: Workspace, sink: SinkApp, open_page: OpenPage
) -> None:
    """The tool offers those who are left, at once, and keeps the number that was asked for."""
    sink.post([kitchen_sink.message_blocks()[8]])
    page = open_page()
    number = page.get_by_label("Hur många")
    expect(number).to_have_value("12")
    ali = workspace.person("U0ALI")
    ali.press(ali.messages(CHANNEL)[-1], "Öppna formuläret")
    filled: Answers = {"Hur hanterbar": "5", "En rad": "Hej", "Antal": 7, "Vilket rum": "Gården"}
    assert ali.submit(ali.wait_for_view(), filled).ok
    expect(number).to_have_value("11")
    number.fill("3")
    page.get_by_role("button", name="Låt kollegorna svara").click()
    expect(page.get_by_text("3 kollegor svarade")).to_be_visible()
    expect(number).to_have_value("3")


def test_first_visit_shows_what_to_try(open_page: OpenPage) -> None:
    """The workspace's tips stand first, can be hidden, stay hidden, and come back on request."""
    page = open_page()
    card = page.get_by_role("region", name="Prova så här")
    expect(card).to_contain_text("/apt start tema3")
    card.get_by_role("button", name="Dölj tipsen").click()
    page.reload()
    expect(composer(page)).to_be_visible()
    expect(card).to_be_hidden()
    page.get_by_role("button", name="Prova så här").click()
    expect(card).to_be_visible()


def test_tips_scroll_away_with_the_messages(sink: SinkApp, open_page: OpenPage) -> None:
    """They are whole, stand above the messages, and leave the newest message in sight."""
    page = open_page(viewport={"width": 1200, "height": 640})
    card = page.get_by_role("region", name="Prova så här")
    expect(card.get_by_role("listitem")).to_have_count(5)
    expect(card.get_by_role("listitem").last).to_be_in_viewport(ratio=1)
    expect(card).not_to_contain_text("Du är")
    for number in range(20):
        sink.post([], f"Rad {number}")
    expect(message(page, "Rad 19")).to_be_in_viewport(ratio=1)
    expect(card).not_to_be_in_viewport()
    page.get_by_role("button", name="Prova så här").click()
    expect(card.get_by_role("button", name="Dölj tipsen")).to_be_in_viewport(ratio=1)


def test_whoever_writes_sees_the_answer(sink: SinkApp, open_page: OpenPage) -> None:
    """Also from further up; what others write does not move anybody from where they read."""
    page = open_page(viewport={"width": 1200, "height": 640})
    for number in range(20):
        sink.post([], f"Rad {number}")
    expect(message(page, "Rad 19")).to_be_in_viewport()
    message(page, "Rad 0").scroll_into_view_if_needed()
    expect(message(page, "Rad 19")).not_to_be_in_viewport()
    sink.post([], "En rad till")
    expect(page.get_by_role("button", name="Nya meddelanden")).to_be_visible()
    expect(message(page, "En rad till")).not_to_be_in_viewport()
    write(page, "/apt hej")
    expect(message(page, "Bara du ser det här")).to_be_in_viewport(ratio=1)


def test_unread_words_of_the_app_are_one_click_away(sink: SinkApp, open_page: OpenPage) -> None:
    """The badge leads to the messages, also from the home; without news the app leads home."""
    page = open_page(place="home")
    link = page.get_by_role("navigation").get_by_role("link", name="aptbot")
    expect(link).to_have_attribute("href", "#/home")
    sink.client.chat_postMessage(channel="U0KARIN", text="En sammanfattning")
    expect(page.get_by_role("link", name="Meddelanden 1 olästa")).to_be_visible()
    link.click()
    expect(message(page, "En sammanfattning")).to_be_visible()
    expect(link).to_have_attribute("href", "#/home")
    expect(link).not_to_contain_text("olästa")


def test_edited_words_are_announced_once(sink: SinkApp, open_page: OpenPage) -> None:
    """When the text has changed; not when only what is drawn around it has."""
    ts = sink.post([], "Nu: Bra att ha")
    page = open_page()
    expect(message(page, "Nu: Bra att ha")).to_be_visible()
    live = page.locator("[aria-live=polite]")
    expect(live).to_have_text("")
    page.evaluate(COUNT_ANNOUNCEMENTS)
    blocks = [{"type": "section", "text": kitchen_sink.mrkdwn("Två minuter kvar")}]
    sink.client.chat_update(channel=CHANNEL, ts=ts, text="Nu: Bra att ha", blocks=blocks)
    expect(message(page, "Två minuter kvar")).to_be_visible()
    expect(live).to_have_text("")
    sink.client.chat_update(channel=CHANNEL, ts=ts, text="Nu: *Vad hjälpte?*", blocks=blocks)
    expect(live).to_have_text("aptbot: Nu: Vad hjälpte?")
    sink.client.chat_update(channel=CHANNEL, ts=ts, text="Nu: *Vad hjälpte?*", blocks=[])
    expect(message(page, "Två minuter kvar")).to_have_count(0)
    assert page.evaluate("window.announced") == 1


def test_a_command_in_capitals_is_known(sink: SinkApp, open_page: OpenPage) -> None:
    """Phones begin with a capital of their own accord."""
    page = open_page()
    composer(page).fill("/A")
    expect(page.get_by_role("option", name="/apt")).to_be_visible()
    write(page, "/APT hej")
    expect(message(page, "Bara för dig: hej")).to_be_visible()


def test_tools_say_what_they_are(open_page: OpenPage) -> None:
    """In visible words, which their names contain."""
    page = open_page()
    for words, name in (
        ("Som datorn", "Ljust eller mörkt: som datorn"),
        ("English", "In English"),
        ("Prova", "Prova så här"),
        ("Börja om", "Börja om från början"),
    ):
        expect(page.get_by_role("button", name=name).get_by_text(words)).to_be_visible()


def test_reset_empties_every_tab(open_page: OpenPage) -> None:
    """Starting over asks first, and reaches everybody."""
    karin, ali = open_page("U0KARIN"), open_page("U0ALI")
    write(karin, "Snart borta")
    composer(ali).fill("Ett utkast")
    expect(message(ali, "Snart borta")).to_be_visible()
    karin.get_by_role("button", name="Börja om från början").click()
    question = karin.get_by_role("dialog", name="Börja om?")
    question.get_by_role("button", name="Börja om från början").click()
    expect(message(karin, "Snart borta")).to_have_count(0)
    expect(message(ali, "Snart borta")).to_have_count(0)
    expect(composer(ali)).to_have_value("")


def test_unknown_person_is_told(workspace: Workspace, open_page: OpenPage) -> None:
    """An address with a person who is not there says so and offers a way in."""
    page = open_page(errors=True)
    page.goto(f"{workspace.url}/?as=U0INGEN")
    expect(page.get_by_role("alert")).to_contain_text("Personen i adressen finns inte här.")
    page.get_by_role("link", name="Öppna som den första personen").click()
    expect(page.get_by_role("button", name="Du är Karin – byt person")).to_be_visible()


def test_page_speaks_english(open_page: OpenPage) -> None:
    """One button changes the page's own words, and the language it declares."""
    page = open_page()
    page.get_by_role("button", name="In English").click()
    expect(page.get_by_role("button", name="You are Karin – switch person")).to_be_visible()
    expect(page.locator("html")).to_have_attribute("lang", "en")
