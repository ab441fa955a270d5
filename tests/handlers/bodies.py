"""What Slack sends, after its own documentation; ids and people are made up."""

from __future__ import annotations

from typing import Any

Json = dict[str, Any]

TEAM, USER, CHANNEL = "T0SOLGLANTAN", "U0ANNA", "C0SOLROSEN"
TRIGGER = "1234567890.9876543210.0123456789abcdef"
RESPONSE_URL = "https://hooks.slack.test/actions/T0/1/x"


def command(text: str | None = "start tema3", channel: str = CHANNEL) -> Json:
    """Return a slash command, as its form fields."""
    body: Json = {
        "token": "x",
        "team_id": TEAM,
        "team_domain": "solglantan",
        "channel_id": channel,
        "channel_name": "arbetslag-solrosen",
        "user_id": USER,
        "user_name": "anna",
        "command": "/apt",
        "api_app_id": "A0APTBOT",
        "is_enterprise_install": "false",
        "response_url": RESPONSE_URL,
        "trigger_id": TRIGGER,
    }
    return body if text is None else {**body, "text": text}


def pressed(action_id: str = "session.next", value: str | None = "s1 0") -> Json:
    """Return a press of a button in a message of a channel."""
    button: Json = {
        "type": "button",
        "action_id": action_id,
        "block_id": "Xk3",
        "text": {"type": "plain_text", "text": "Nästa steg", "emoji": False},
        "action_ts": "1772452800.000100",
    }
    return {
        **_who(),
        "type": "block_actions",
        "container": {
            "type": "message",
            "message_ts": "1772452700.000100",
            "channel_id": CHANNEL,
            "is_ephemeral": False,
        },
        "channel": {"id": CHANNEL, "name": "arbetslag-solrosen"},
        "message": {"type": "message", "ts": "1772452700.000100", "text": "…"},
        "state": {"values": {}},
        "response_url": RESPONSE_URL,
        "actions": [button if value is None else {**button, "value": value}],
    }


def pressed_in_form(private_metadata: str = "round-1") -> Json:
    """Return a press of a button in a form that is open."""
    body = pressed("answer.withdraw", "round-1")
    for key in ("channel", "message", "response_url", "state"):
        del body[key]
    view = _view("answer", private_metadata, {})
    return {**body, "container": {"type": "view", "view_id": view["id"]}, "view": view}


def chosen_manager(user: str | None = "U0KARIN") -> Json:
    """Return a change of a choice of a person in the form of the first time."""
    values = {"manager": {"setup.manager": {"type": "users_select", "selected_user": user}}}
    body = pressed_in_form()
    action = {
        "type": "users_select",
        "action_id": "setup.manager",
        "block_id": "manager",
        "selected_user": user,
        "action_ts": "1772452800.000100",
    }
    return {**body, "actions": [action], "view": _view("setup", "meta", values)}


def pressed_at_home() -> Json:
    """Return a press of a button in the app's home."""
    body = pressed("themes.list", None)
    for key in ("channel", "message", "response_url"):
        del body[key]
    home = {**_view("", "", {}), "type": "home"}
    return {**body, "container": {"type": "view", "view_id": home["id"]}, "view": home}


def handed_in(values: Json, callback_id: str = "answer", metadata: str = "round-1") -> Json:
    """Return a form that is handed in."""
    view = _view(callback_id, metadata, values)
    return {**_who(), "type": "view_submission", "view": view, "response_urls": []}


def home_opened(tab: str = "home") -> Json:
    """Return word that the app's home was opened."""
    return {
        "token": "x",
        "team_id": TEAM,
        "api_app_id": "A0APTBOT",
        "type": "event_callback",
        "event_id": "Ev0",
        "event_time": 1772452800,
        "event": {
            "type": "app_home_opened",
            "user": USER,
            "channel": "D0ANNA",
            "tab": tab,
            "event_ts": "1772452800.000100",
        },
    }


def answered() -> Json:
    """Return the state of the anonymous form with everything filled in."""
    return {
        "meningsfullhet": _radio("meningsfullhet", "5"),
        "hanterbarhet": _radio("hanterbarhet", "1"),
        "begriplighet": _radio("begriplighet", "7"),
        "comment": {"comment": {"type": "plain_text_input", "value": "Vi hjälps åt.\nAlltid."}},
        "tags": {
            "tags": {
                "type": "multi_static_select",
                "selected_options": [_option("tid", "Tid"), _option("stod", "Stöd")],
            }
        },
        "verbatim": {
            "verbatim": {"type": "checkboxes", "selected_options": [_option("yes", "Ja")]}
        },
    }


def unanswered() -> Json:
    """Return the state of the anonymous form with nothing filled in."""
    return {
        **{name: {name: {"type": "radio_buttons", "selected_option": None}} for name in _SCALES},
        "comment": {"comment": {"type": "plain_text_input", "value": None}},
        "tags": {"tags": {"type": "multi_static_select", "selected_options": []}},
        "verbatim": {"verbatim": {"type": "checkboxes", "selected_options": []}},
    }


_SCALES = ("meningsfullhet", "hanterbarhet", "begriplighet")


def _radio(name: str, value: str) -> Json:
    return {name: {"type": "radio_buttons", "selected_option": _option(value, value)}}


def _option(value: str, text: str) -> Json:
    return {"text": {"type": "plain_text", "text": text, "emoji": False}, "value": value}


def _who() -> Json:
    return {
        "user": {"id": USER, "username": "anna", "name": "anna", "team_id": TEAM},
        "api_app_id": "A0APTBOT",
        "token": "x",
        "trigger_id": TRIGGER,
        "team": {"id": TEAM, "domain": "solglantan"},
        "enterprise": None,
        "is_enterprise_install": False,
    }


def _view(callback_id: str, metadata: str, values: Json) -> Json:
    return {
        "id": "V0FORM",
        "team_id": TEAM,
        "type": "modal",
        "blocks": [],
        "private_metadata": metadata,
        "callback_id": callback_id,
        "state": {"values": values},
        "hash": "1772452800.abc",
        "title": {"type": "plain_text", "text": "Svara anonymt", "emoji": False},
        "root_view_id": "V0FORM",
        "previous_view_id": None,
        "app_id": "A0APTBOT",
        "bot_id": "B0APTBOT",
    }
