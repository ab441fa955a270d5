"""What the app is sent when a person types or presses something, and what it may answer."""

from __future__ import annotations

import httpx
from slack_sdk.webhook import WebhookClient

from bot.workspace import Lifetimes, Workspace
from bot.workspace.person import Person
from tests.workspace.small_app import (
    CHANNEL,
    CHOICES,
    ONE,
    TWO,
    Json,
    SmallApp,
    actions,
    button,
    field,
    modal,
    open_form,
    plain,
    section,
)

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
