"""What the app is sent when a person does something, and what its answers make of the page."""

from __future__ import annotations

import httpx
import pytest
from slack_bolt import Ack
from slack_sdk.webhook import WebhookClient

from bot.workspace import Lifetimes, Workspace
from bot.workspace.filling import Answers
from bot.workspace.person import Person
from tests.workspace.small_app import (
    ANSWER_FORM,
    CHANNEL,
    RECEIPT,
    Json,
    SmallApp,
    actions,
    button,
    field,
    modal,
    option,
    plain,
    section,
)

ONE = option("Ett", "1")
TWO = option("Två", "2")
CHOICES = {"type": "static_select", "action_id": "pick", "options": [ONE, TWO]}


def open_form(app: SmallApp, person: Person, view: Json = ANSWER_FORM) -> Json:
    """Have the app open a form for this person by a command."""

    def handler(ack: Ack, body: Json) -> None:
        app.client.views_open(trigger_id=body["trigger_id"], view=view)
        ack()

    app.on_command = handler
    assert person.command(CHANNEL, "/apt").ok
    return person.wait_for_view()


def answer_with(app: SmallApp, **answer: object) -> None:
    """Have the app answer submits with this."""
    app.on_submit = lambda ack, _: ack(**answer)  # type: ignore[arg-type]  # right and wrong ones


# --- commands ---


def test_a_command_arrives_as_slack_sends_it(app: SmallApp, karin: Person) -> None:
    """Names, ids, text without the command, a trigger and a response address."""
    karin.command(CHANNEL, "/apt  förläng 5 ")
    body = app.seen[-1]
    expected = {
        "command": "/apt",
        "text": "förläng 5",
        "user_id": "U0KARIN",
        "user_name": "karin",
        "channel_id": CHANNEL,
        "channel_name": "arbetslag-solrosen",
        "team_id": "T0SOLGLANTAN",
        "team_domain": "solglantan",
        "api_app_id": "A0APTBOT",
        "is_enterprise_install": "false",
    }
    assert {name: body[name] for name in expected} == expected
    assert body["trigger_id"]
    assert "/respond/" in body["response_url"]
    karin.command(karin.direct, "/apt")
    assert app.seen[-1]["channel_name"] == "directmessage"


def test_a_command_answered_in_the_channel_is_seen_by_all(
    app: SmallApp, karin: Person, ali: Person
) -> None:
    """With the line that the person typed above it."""
    app.on_command = lambda ack, _: ack(text="Till alla", response_type="in_channel")
    karin.command(CHANNEL, "/apt status")
    echo, answer = ali.messages(CHANNEL)
    assert (echo["user"], echo["text"], echo["is_command_echo"]) == ("U0KARIN", "/apt status", True)
    assert (answer["text"], answer["ephemeral"]) == ("Till alla", False)


def test_a_command_that_nobody_registered_is_unknown(app: SmallApp, karin: Person) -> None:
    """Slack stops it; the app is not asked."""
    assert karin.command(CHANNEL, "/fika").error == "unknown_command"
    assert app.seen == []


def test_a_command_in_capitals_is_the_same(app: SmallApp, karin: Person) -> None:
    """As in Slack; the app is sent the name that it registered."""
    assert karin.command(CHANNEL, "/APT Teman").ok
    assert (app.seen[-1]["command"], app.seen[-1]["text"]) == ("/apt", "Teman")


def test_a_command_needs_a_place_where_the_person_is(app: SmallApp, karin: Person) -> None:
    """Not in a channel of others, and with a slash."""
    assert karin.command("C0NOWHERE", "/apt").error == "channel_not_found"
    assert not karin.command(CHANNEL, "apt").ok


def test_an_answer_that_slack_would_refuse_is_noted(
    workspace: Workspace, app: SmallApp, karin: Person
) -> None:
    """The person sees a failure, and a test can see why."""
    app.on_command = lambda ack, _: ack(text="a", blocks=[section("")])
    assert karin.command(CHANNEL, "/apt").error == "invalid_blocks"
    assert "must be more than 0 characters" in workspace.problems[0]


def test_without_acknowledgement_a_command_fails_in_time(impatient: Workspace) -> None:
    """Shown to the person as Slack shows it; what the app did stands."""
    karin = impatient.person("U0KARIN")
    with SmallApp(impatient) as app:
        app.on_command = lambda ack, body: None
        assert karin.command(CHANNEL, "/apt").error == "operation_timeout"


def test_without_an_app_a_command_fails_as_not_dispatched(impatient: Workspace) -> None:
    """Nobody is connected within the time."""
    karin = impatient.person("U0KARIN")
    assert karin.command(CHANNEL, "/apt").error == "dispatch_failed"


# --- clicks in messages ---


def test_a_click_in_a_message_arrives_as_slack_sends_it(app: SmallApp, ali: Person) -> None:
    """Action, container, channel and the message itself."""
    app.on_action = lambda ack, _: ack()
    blocks = [section("Fråga"), actions(button("Ja", "yes", value="1"), CHOICES)]
    ts = app.client.chat_postMessage(channel=CHANNEL, text="Fråga", blocks=blocks)["ts"]
    ali.press(ali.messages(CHANNEL)[-1], "Ja")
    body = app.seen[-1]
    action = body["actions"][0]
    assert (action["type"], action["action_id"], action["value"]) == ("button", "yes", "1")
    assert action["block_id"] == "buttons"
    assert body["container"] == {
        "type": "message",
        "message_ts": ts,
        "channel_id": CHANNEL,
        "is_ephemeral": False,
    }
    assert body["channel"] == {"id": CHANNEL, "name": "arbetslag-solrosen"}
    assert body["message"]["ts"] == ts
    assert body["user"]["id"] == "U0ALI"
    assert body["team"] == {"id": "T0SOLGLANTAN", "domain": "solglantan"}


def test_a_choice_in_a_message_comes_with_its_state(app: SmallApp, ali: Person) -> None:
    """The option as the app wrote it, in the action and in `state.values`."""
    app.on_action = lambda ack, _: ack()
    app.client.chat_postMessage(channel=CHANNEL, text="Välj", blocks=[actions(CHOICES)])
    message = ali.messages(CHANNEL)[-1]
    assert ali.choose(message, "", "Två", action_id="pick").ok
    body = app.seen[-1]
    assert body["actions"][0]["selected_option"] == TWO
    assert body["state"]["values"]["buttons"]["pick"]["selected_option"] == TWO


def test_an_overflow_menu_sends_its_option(app: SmallApp, ali: Person) -> None:
    """It has no state, only an action."""
    app.on_action = lambda ack, _: ack()
    menu = {"type": "overflow", "action_id": "more", "options": [ONE, TWO]}
    blocks = [section("a", accessory=menu)]
    app.client.chat_postMessage(channel=CHANNEL, text="Meny", blocks=blocks)
    assert ali.choose(ali.messages(CHANNEL)[-1], "", "Ett", action_id="more").ok
    assert app.seen[-1]["actions"][0]["selected_option"] == ONE


def test_a_click_in_an_ephemeral_message_leaves_the_message_out(
    app: SmallApp, karin: Person, ali: Person
) -> None:
    """As in Slack; and others cannot click what they do not see."""
    app.on_action = lambda ack, _: ack()
    blocks = [actions(button("Ja", "yes"))]
    app.client.chat_postEphemeral(channel=CHANNEL, user="U0ALI", text="Fråga", blocks=blocks)
    message = ali.messages(CHANNEL)[-1]
    assert ali.press(message, "Ja").ok
    assert "message" not in app.seen[-1]
    assert app.seen[-1]["container"]["is_ephemeral"]
    assert karin.press(message, "Ja").error == "message_not_found"


def test_a_button_that_is_not_there_cannot_be_pressed(app: SmallApp, ali: Person) -> None:
    """The page may be behind: the click is refused, the app not asked."""
    app.client.chat_postMessage(channel=CHANNEL, text="a", blocks=[actions(button("Ja", "yes"))])
    message = ali.messages(CHANNEL)[-1]
    app.client.chat_update(channel=CHANNEL, ts=message["ts"], text="Över")
    assert ali.press(message, "Ja").error == "action_not_found"
    assert app.seen == []


def test_a_button_of_an_outdated_drawing_reaches_the_app(
    workspace: Workspace, app: SmallApp, ali: Person
) -> None:
    """Its block and action are still there, and keep the ids that the app gave."""
    app.on_action = lambda ack, _: ack()
    row = actions(button("Ja", "yes", value="1"), CHOICES, block_id="row")
    app.client.chat_postMessage(channel=CHANNEL, text="a", blocks=[row])
    old = ali.messages(CHANNEL)[-1]
    fewer = {**CHOICES, "options": [ONE]}
    changed = actions(button("Ja!", "yes", value="2"), fewer, block_id="row")
    blocks = [section("Nytt"), changed]
    app.client.chat_update(channel=CHANNEL, ts=old["ts"], text="a", blocks=blocks)
    assert ali.messages(CHANNEL)[-1]["blocks"][1]["block_id"] == "row"
    behind = {"row": {"pick": {"type": "static_select", "selected_option": TWO}}}
    assert act(workspace, {"channel": CHANNEL, "ts": old["ts"]}, "yes", behind, {})
    body = app.seen[-1]
    assert body["actions"][0]["value"] == "2"
    assert body["state"]["values"]["row"]["pick"]["selected_option"] is None


def act(workspace: Workspace, place: Json, action_id: str, values: Json, value: Json) -> bool:
    """Press or choose in the block `row` as Ali's page does with these values in its fields."""
    ids = {"as": "U0ALI", "block_id": "row", "action_id": action_id}
    body = {**ids, **place, "values": values, "value": value}
    return bool(httpx.post(f"{workspace.url}/client/action", json=body).json()["ok"])


def test_a_button_of_an_outdated_form_reaches_the_app(
    workspace: Workspace, app: SmallApp, ali: Person
) -> None:
    """What does not fit the form as it is now is left out, the rest is kept."""
    text = {"type": "plain_text_input"}
    row = actions(button("Ja", "yes"), block_id="row")
    view = open_form(app, ali, modal(row, field("Tema", "theme", CHOICES), field("a", "a", text)))
    fewer = {**CHOICES, "options": [ONE]}
    form = modal(row, field("Tema", "theme", fewer), field("a", "a", text))
    app.client.views_update(view_id=view["id"], view=form)
    app.on_action = lambda ack, _: ack()
    behind = {
        "theme": {"pick": {"type": "static_select", "selected_option": TWO}},
        "a": {"value": {"type": "plain_text_input", "value": "Hej"}},
    }
    assert act(workspace, {"view_id": view["id"]}, "yes", behind, {})
    values = app.of_type("block_actions")[-1]["view"]["state"]["values"]
    assert values["theme"]["pick"]["selected_option"] is None
    assert values["a"]["value"]["value"] == "Hej"


def test_a_choice_leaves_the_others_of_its_row(
    workspace: Workspace, app: SmallApp, ali: Person
) -> None:
    """What was chosen beside it comes along in the state."""
    app.on_action = lambda ack, _: ack()
    row = actions(CHOICES, {**CHOICES, "action_id": "other"}, block_id="row")
    app.client.chat_postMessage(channel=CHANNEL, text="a", blocks=[row])
    place = {"channel": CHANNEL, "ts": ali.messages(CHANNEL)[-1]["ts"]}
    chosen = {"type": "static_select", "selected_option": TWO}
    shown = {"row": {"other": chosen, "pick": chosen}}
    assert act(workspace, place, "pick", shown, chosen)
    assert app.seen[-1]["state"]["values"]["row"]["other"]["selected_option"] == TWO


def test_without_acknowledgement_a_click_fails_in_time(impatient: Workspace) -> None:
    """The person sees a failure."""
    ali = impatient.person("U0ALI")
    with SmallApp(impatient) as app:
        app.on_action = lambda ack, body: None
        blocks = [actions(button("Ja", "yes"))]
        app.client.chat_postMessage(channel=CHANNEL, text="a", blocks=blocks)
        assert ali.press(ali.messages(CHANNEL)[-1], "Ja").error == "operation_timeout"


# --- response addresses ---


def respond(app: SmallApp, url: str, **body: object) -> tuple[int, str]:
    """Send a reply to a response address."""
    answer = WebhookClient(url).send_dict(body)
    return answer.status_code, answer.body


def test_a_response_address_is_for_the_person_by_default(
    app: SmallApp, karin: Person, ali: Person
) -> None:
    """Ephemeral unless it says `in_channel`."""
    karin.command(CHANNEL, "/apt")
    url = app.seen[-1]["response_url"]
    assert respond(app, url, text="Bara du") == (200, "ok")
    assert respond(app, url, text="Alla", response_type="in_channel") == (200, "ok")
    assert karin.message(CHANNEL, "Bara du")["ephemeral"]
    assert "Bara du" not in ali.text(CHANNEL)
    assert "Alla" in ali.text(CHANNEL)


def test_a_response_address_replaces_and_deletes_its_source(app: SmallApp, ali: Person) -> None:
    """Ephemeral messages too, which no other call can change."""
    app.on_action = lambda ack, _: ack()
    blocks = [actions(button("Ja", "yes"))]
    app.client.chat_postEphemeral(channel=CHANNEL, user="U0ALI", text="Fråga", blocks=blocks)
    ali.press(ali.messages(CHANNEL)[-1], "Ja")
    url = app.seen[-1]["response_url"]
    assert respond(app, url, text="Tack", replace_original=True)[0] == 200
    assert [message["text"] for message in ali.messages(CHANNEL)] == ["Tack"]
    assert respond(app, url, delete_original=True)[0] == 200
    assert ali.messages(CHANNEL) == []
    assert "message_not_found" in respond(app, url, delete_original=True)[1]


def test_a_response_address_works_five_times(app: SmallApp, karin: Person) -> None:
    """Then it is used up; content is checked as in any message."""
    karin.command(CHANNEL, "/apt")
    url = app.seen[-1]["response_url"]
    assert respond(app, url, text="")[1] == '{"ok":false,"error":"no_text"}'
    for _ in range(4):
        assert respond(app, url, text="a")[0] == 200
    assert respond(app, url, text="a") == (404, '{"ok":false,"error":"used_url"}')
    assert respond(app, url + "x", text="a")[1] == '{"ok":false,"error":"invalid_url"}'


# --- forms ---


def test_a_form_that_is_acknowledged_closes(app: SmallApp, ali: Person) -> None:
    """And arrives with every field, the empty ones too."""
    view = open_form(app, ali)
    assert ali.submit(view, {"Meningsfullhet": "v3"}).ok
    assert ali.view is None
    body = app.of_type("view_submission")[0]
    assert body["view"]["callback_id"] == "form"
    assert body["view"]["id"] == view["id"]
    assert body["view"]["hash"] == view["hash"]
    assert body["response_urls"] == []
    values = body["view"]["state"]["values"]
    assert values["more"]["value"] == {"type": "plain_text_input", "value": None}


def test_the_page_itself_stops_what_is_plainly_wrong(app: SmallApp, ali: Person) -> None:
    """Required fields, lengths and numbers: nothing is sent to the app."""
    number = {
        "type": "number_input",
        "is_decimal_allowed": False,
        "min_value": "1",
        "max_value": "7",
    }
    text = {"type": "plain_text_input", "min_length": 3, "max_length": 5}
    form = modal(
        field("Tal", "number", number),
        field("Text", "text", text),
        field("Post", "mail", {"type": "email_text_input"}, optional=True),
        field("Länk", "link", {"type": "url_text_input"}, optional=True),
    )
    view = open_form(app, ali, form)
    assert set(ali.submit(view).errors) == {"number", "text"}
    wrong: Answers = {"Tal": 8, "Text": "ab", "Post": "nej", "Länk": "nej"}
    assert set(ali.submit(view, wrong).errors) == {"number", "text", "mail", "link"}
    assert "heltal" in ali.submit(view, {"Tal": "1.5", "Text": "abc"}).errors["number"]
    assert "ett tal" in ali.submit(view, {"Tal": "många", "Text": "abc"}).errors["number"]
    assert "ett tal" in ali.submit(view, {"Tal": "NaN", "Text": "abc"}).errors["number"]
    assert "minst 1" in ali.submit(view, {"Tal": 0, "Text": "abc"}).errors["number"]
    assert "högst 5" in ali.submit(view, {"Tal": 1, "Text": "abcdef"}).errors["text"]
    assert app.of_type("view_submission") == []
    assert ali.submit(view, {"Tal": 7, "Text": "abcde", "Post": "a@b", "Länk": "https://a"}).ok


def test_field_errors_of_the_app_keep_the_form_open(app: SmallApp, ali: Person) -> None:
    """With what was typed; the next try goes through."""
    view = open_form(app, ali)
    answer_with(app, response_action="errors", errors={"more": "Skriv något annat."})
    result = ali.submit(view, {"Meningsfullhet": "3", "Något mer?": "Hm"})
    assert result.errors == {"more": "Skriv något annat."}
    kept = ali.wait_for_view()
    assert kept["state"]["values"]["more"]["value"]["value"] == "Hm"
    answer_with(app)
    assert ali.submit(kept).ok
    again = app.of_type("view_submission")[-1]["view"]["state"]["values"]
    assert again["meaning"]["value"]["selected_option"]["value"] == "v3"


@pytest.mark.parametrize(
    "answer",
    [
        {"response_action": "errors", "errors": {"nowhere": "Fel"}},
        {"response_action": "update", "view": modal(title="a" * 25)},
        {"response_action": "update"},
        {"response_action": "dance"},
    ],
    ids=["unknown block", "title too long", "no view", "unknown action"],
)
def test_an_impossible_answer_to_a_form_is_trouble(
    workspace: Workspace, app: SmallApp, ali: Person, answer: Json
) -> None:
    """Slack's page has 'some trouble connecting'; the form stays, and a test can see why."""
    view = open_form(app, ali, modal())
    answer_with(app, **answer)
    assert ali.submit(view).error == "invalid_response"
    assert ali.view is not None
    assert len(workspace.problems) == 1


def test_a_form_can_become_its_receipt(app: SmallApp, ali: Person) -> None:
    """`update` keeps the id and changes the hash; a form without submit just closes."""
    view = open_form(app, ali)
    answer_with(app, response_action="update", view=RECEIPT)
    assert ali.submit(view, {"Meningsfullhet": "3"}).ok
    receipt = ali.wait_for_view("sparat")
    assert receipt["id"] == view["id"]
    assert receipt["hash"] != view["hash"]
    assert ali.close(receipt).ok
    assert ali.view is None


def test_forms_stack_to_three(app: SmallApp, ali: Person) -> None:
    """`push` lays the next on top; the fourth is refused; `clear` closes all."""
    view = open_form(app, ali, modal(title="Ett"))
    for title in ("Två", "Tre"):
        answer_with(app, response_action="push", view=modal(title=title))
        assert ali.submit(ali.wait_for_view()).ok
    assert [one["title"]["text"] for one in ali.views] == ["Ett", "Två", "Tre"]
    top = ali.wait_for_view()
    assert (top["root_view_id"], top["previous_view_id"]) == (view["id"], ali.views[1]["id"])
    assert ali.submit(top).error == "invalid_response"
    answer_with(app)
    assert ali.submit(top).ok
    assert [one["title"]["text"] for one in ali.views] == ["Ett", "Två"]
    answer_with(app, response_action="clear")
    assert ali.submit(ali.wait_for_view()).ok
    assert ali.views == []


def test_only_the_top_form_of_the_person_can_be_sent(
    app: SmallApp, ali: Person, karin: Person
) -> None:
    """Not one below, and not another's."""
    view = open_form(app, ali, modal(title="Ett"))
    answer_with(app, response_action="push", view=modal(title="Två"))
    ali.submit(view)
    assert ali.submit(view).error == "view_not_found"
    assert karin.submit(ali.wait_for_view()).error == "view_not_found"
    assert karin.close(ali.wait_for_view()).error == "view_not_found"


def test_closing_is_told_to_the_app_that_asks_for_it(app: SmallApp, ali: Person) -> None:
    """`view_closed` with `notify_on_close`, and whether the whole stack went."""
    ali.close(open_form(app, ali))
    ali.wait_for(lambda: app.of_type("view_closed"))
    assert app.of_type("view_closed")[0]["is_cleared"] is False
    ali.close(open_form(app, ali, ANSWER_FORM | {"clear_on_close": True}))
    ali.wait_for(lambda: len(app.of_type("view_closed")) == 2)
    assert app.of_type("view_closed")[1]["is_cleared"] is True
    ali.close(open_form(app, ali, ANSWER_FORM | {"notify_on_close": False}))
    last = open_form(app, ali)
    ali.close(last, clear=True)
    ali.wait_for(lambda: app.of_type("view_closed")[-1]["view"]["id"] == last["id"])
    assert len(app.of_type("view_closed")) == 3


def test_a_lower_form_closes_with_those_above_it(app: SmallApp, ali: Person) -> None:
    """Closing goes back to the one below."""
    view = open_form(app, ali, modal(title="Ett"))
    answer_with(app, response_action="push", view=modal(title="Två"))
    ali.submit(view)
    ali.close(ali.wait_for_view("Två"))
    assert [one["title"]["text"] for one in ali.views] == ["Ett"]


def test_a_form_above_others_may_close_them_all(app: SmallApp, ali: Person) -> None:
    """`clear_on_close`, also of a view that took a pushed one's place: its button closes all."""
    view = open_form(app, ali, modal(title="Ett"))
    answer_with(app, response_action="push", view=modal(title="Två"))
    ali.submit(view)
    answer_with(app, response_action="update", view=RECEIPT | {"clear_on_close": True})
    assert ali.submit(ali.wait_for_view()).ok
    receipt = ali.wait_for_view("sparat")
    assert len(ali.views) == 2
    assert ali.close(receipt).ok
    assert ali.views == []


def test_a_choice_in_a_form_is_told_with_the_state_of_all_fields(
    app: SmallApp, ali: Person
) -> None:
    """`dispatch_action` and elements outside inputs act at once; other fields wait."""
    form = modal(
        field("Tema", "theme", CHOICES, dispatch_action=True),
        field("Namn", "name", {"type": "plain_text_input", "initial_value": "Sol"}),
    )
    view = open_form(app, ali, form)
    app.on_action = lambda ack, _: ack()
    assert ali.choose(view, "Namn", "Måne").ok
    assert app.of_type("block_actions") == []
    assert ali.choose(view, "Tema", "Två").ok
    body = app.of_type("block_actions")[0]
    assert body["container"] == {"type": "view", "view_id": view["id"]}
    assert body["actions"][0]["selected_option"] == TWO
    assert "response_url" not in body
    assert "channel" not in body
    assert body["view"]["state"]["values"] == {
        "theme": {"pick": {"type": "static_select", "selected_option": TWO}},
        "name": {"value": {"type": "plain_text_input", "value": "Måne"}},
    }


def test_an_update_keeps_what_is_filled_in_where_the_fields_are_the_same(
    app: SmallApp, ali: Person
) -> None:
    """As Slack's page does: same block, same action, same type, and an option that still is."""
    form = modal(
        field("Tema", "theme", CHOICES, dispatch_action=True),
        field("Namn", "name", {"type": "plain_text_input"}),
    )
    view = open_form(app, ali, form)

    def on_action(ack: Ack, body: Json) -> None:
        fewer = {**CHOICES, "options": [ONE]}
        name = {"type": "plain_text_input", "initial_value": "Ny"}
        changed = modal(field("Tema", "theme", fewer), field("Namn", "name", name))
        old = body["view"]
        app.client.views_update(view_id=old["id"], hash=old["hash"], view=changed)
        ack()

    app.on_action = on_action
    ali.choose(view, "Namn", "Måne")
    ali.choose(view, "Tema", "Två")
    values = ali.wait_for_view()["state"]["values"]
    assert values["name"]["value"]["value"] == "Måne"
    assert values["theme"]["pick"]["selected_option"] is None


def test_a_value_that_the_field_cannot_have_is_refused(app: SmallApp, ali: Person) -> None:
    """The page cannot send an option that is not there, nor a number for a text."""
    view = open_form(app, ali)
    alien = {"meaning": {"value": {"type": "radio_buttons", "selected_option": option("9", "v9")}}}
    assert "v9" in ali.submit(view, values=alien).error
    number = {"more": {"value": {"type": "plain_text_input", "value": 3}}}
    assert "string" in ali.submit(view, values=number).error
    assert app.of_type("view_submission") == []


def test_a_form_without_acknowledgement_stays_with_an_error(impatient: Workspace) -> None:
    """It can be sent again."""
    ali = impatient.person("U0ALI")
    with SmallApp(impatient) as app:
        view = open_form(app, ali, modal())
        app.on_submit = lambda ack, body: None
        assert ali.submit(view).error == "operation_timeout"
        app.on_submit = lambda ack, _: ack()
        assert ali.submit(view).ok
        assert ali.view is None


# --- events ---


def test_members_come_and_go_with_events(app: SmallApp, karin: Person, ali: Person) -> None:
    """Also the app itself, which may post once it is invited."""
    assert karin.command("C0FIKA", "/invite @aptbot").ok
    karin.wait_for(lambda: app.of_type("member_joined_channel"))
    event = app.of_type("member_joined_channel")[0]["event"]
    assert (event["user"], event["channel"], event["inviter"]) == ("U0APTBOT", "C0FIKA", "U0KARIN")
    app.client.chat_postMessage(channel="C0FIKA", text="Hej")
    assert karin.invite("C0FIKA", "U0APTBOT").error == "already_in_channel"
    assert karin.invite("C0FIKA", "U0NOBODY").error == "user_not_found"
    assert ali.leave("C0FIKA").ok
    karin.wait_for(lambda: app.of_type("member_left_channel"))
    assert "C0FIKA" not in [channel["id"] for channel in ali.channels()]


def test_an_event_comes_in_its_outer_event(app: SmallApp, karin: Person) -> None:
    """`event_callback` with ids and authorizations; the home comes along when there is one."""
    karin.home()
    karin.wait_for_home("Hej")
    karin.home()
    karin.wait_for(lambda: len(app.of_type("app_home_opened")) == 2)
    first, second = app.of_type("app_home_opened")
    assert first["type"] == "event_callback"
    assert first["event_id"] != second["event_id"]
    assert first["authorizations"][0]["user_id"] == "U0APTBOT"
    assert "view" not in first["event"]
    assert second["event"]["view"]["type"] == "home"
    assert karin.home("settings").ok is False


def test_a_button_in_the_home_acts(app: SmallApp, karin: Person) -> None:
    """Its container is the view."""
    app.on_action = lambda ack, _: ack()
    home = {"type": "home", "blocks": [actions(button("Börja", "begin"))]}
    app.client.views_publish(user_id="U0KARIN", view=home)
    assert karin.press(karin.wait_for_home(), "Börja").ok
    assert app.seen[-1]["view"]["type"] == "home"
    assert plain("Börja") == app.seen[-1]["actions"][0]["text"]


def test_a_response_address_expires() -> None:
    """After its life, which is over at once here."""
    with Workspace(lifetimes=Lifetimes(response_url=0.0)) as workspace, SmallApp(workspace) as app:
        workspace.person("U0KARIN").command(CHANNEL, "/apt")
        url = app.seen[-1]["response_url"]
        assert respond(app, url, text="a") == (404, '{"ok":false,"error":"expired_url"}')
