"""`chat.*` through Slack's own client."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.workspace.person import Person
from tests.workspace.small_app import CHANNEL, actions, button, section

DIVIDER = {"type": "divider"}


def error_of(call: Callable[[], object]) -> str:
    """Slack's name of the error that a call ends in."""
    with pytest.raises(SlackApiError) as caught:
        call()
    return str(caught.value.response["error"])


def test_a_posted_message_is_seen_by_the_members(client: WebClient, ali: Person) -> None:
    """Text, blocks and author arrive at the page."""
    posted = client.chat_postMessage(channel=CHANNEL, text="Hej", blocks=[section("*Hej* alla")])
    message = ali.messages(CHANNEL)[-1]
    assert message["ts"] == posted["ts"]
    assert message["bot"]
    assert message["blocks"][0]["text"]["text"] == "*Hej* alla"
    assert message["blocks"][0]["block_id"]
    assert posted["message"]["bot_id"] == "B0APTBOT"


def test_a_message_can_go_by_channel_name_or_to_a_person(client: WebClient, ali: Person) -> None:
    """`#name`, and a user id for the direct message with that person."""
    client.chat_postMessage(channel="#arbetslag-solrosen", text="Hej kanalen")
    direct = client.chat_postMessage(channel="U0ALI", text="Hej Ali")
    assert ali.message(CHANNEL, "Hej kanalen")
    assert direct["channel"] == ali.direct
    assert ali.message(ali.direct, "Hej Ali")


def test_where_a_message_cannot_go(client: WebClient) -> None:
    """Slack's errors for wrong places."""

    def post(channel: str) -> Callable[[], object]:
        return lambda: client.chat_postMessage(channel=channel, text="Hej")

    assert error_of(post("C0FIKA")) == "not_in_channel"
    assert error_of(post("C0NOWHERE")) == "channel_not_found"
    assert error_of(post("U0NOBODY")) == "channel_not_found"
    assert error_of(post("U0APTBOT")) == "cannot_dm_bot"


def test_what_a_message_cannot_be(client: WebClient) -> None:
    """Slack's errors for wrong content, with the place of what is wrong."""

    def post(**content: object) -> Callable[[], object]:
        return lambda: client.api_call("chat.postMessage", json={"channel": CHANNEL, **content})

    assert error_of(post(text="")) == "no_text"
    assert error_of(post(text="a" * 40_001)) == "msg_too_long"
    assert error_of(post(text="a", blocks="[")) == "invalid_blocks_format"
    assert error_of(post(text="a", blocks=[section("a" * 2700) for _ in range(5)])) == (
        "msg_blocks_too_long"
    )
    assert error_of(post(text="a", metadata={"event_type": "a"})) == "invalid_metadata_format"
    assert error_of(post(text="a", thread_ts="1.1")) == "thread_not_found"
    client.chat_postMessage(channel=CHANNEL, text="a" * 40_000)


def test_refused_blocks_say_which_field_and_why(client: WebClient) -> None:
    """`errors` and `response_metadata.messages`, as Slack does."""
    with pytest.raises(SlackApiError) as caught:
        client.chat_postMessage(channel=CHANNEL, text="a", blocks=[section("")])
    what = "must be more than 0 characters [json-pointer:/blocks/0/text/text]"
    assert caught.value.response["error"] == "invalid_blocks"
    assert caught.value.response["errors"] == [what]
    assert caught.value.response["response_metadata"]["messages"] == [f"[ERROR] {what}"]


def test_metadata_comes_back_when_it_is_asked_for(client: WebClient) -> None:
    """How a bot finds its own message again after a crash."""
    metadata = {"event_type": "session", "event_payload": {"id": "s1"}}
    client.chat_postMessage(channel=CHANNEL, text="Hej", metadata=metadata)
    plain_history = client.conversations_history(channel=CHANNEL)
    full = client.conversations_history(channel=CHANNEL, include_all_metadata=True)
    assert "metadata" not in plain_history["messages"][0]
    assert full["messages"][0]["metadata"] == metadata


def test_an_update_replaces_text_and_blocks_in_place(client: WebClient, ali: Person) -> None:
    """Same timestamp, marked as edited; text without blocks takes the blocks away."""
    blocks = [section("Före"), actions(button("a", "b"))]
    ts = client.chat_postMessage(channel=CHANNEL, text="Före", blocks=blocks)["ts"]
    client.chat_update(channel=CHANNEL, ts=ts, text="Efter", blocks=[section("Efter")])
    edited = ali.messages(CHANNEL)[-1]
    assert (edited["ts"], edited["edited"], len(edited["blocks"])) == (ts, True, 1)
    client.chat_update(channel=CHANNEL, ts=ts, text="Bara text")
    assert ali.messages(CHANNEL)[-1]["blocks"] == []
    client.api_call("chat.update", json={"channel": CHANNEL, "ts": ts, "blocks": [DIVIDER]})
    last = ali.messages(CHANNEL)[-1]
    assert (last["text"], len(last["blocks"])) == ("Bara text", 1)


def test_what_cannot_be_updated_or_deleted(client: WebClient, ali: Person) -> None:
    """Another's message, an unknown one, an ephemeral one, a user id as channel."""
    theirs = ali.say(CHANNEL, "Min egen")
    secret = client.chat_postEphemeral(channel=CHANNEL, user="U0ALI", text="Bara du")["message_ts"]

    def update(ts: str, channel: str = CHANNEL) -> Callable[[], object]:
        return lambda: client.chat_update(channel=channel, ts=ts, text="Nytt")

    def delete(ts: str) -> Callable[[], object]:
        return lambda: client.chat_delete(channel=CHANNEL, ts=ts)

    assert error_of(update(theirs)) == "cant_update_message"
    assert error_of(delete(theirs)) == "cant_delete_message"
    assert error_of(update("1.000001")) == "message_not_found"
    assert error_of(update(secret)) == "message_not_found"
    assert error_of(delete(secret)) == "message_not_found"
    assert error_of(update(theirs, "U0ALI")) == "channel_not_found"


def test_a_deleted_message_is_gone(client: WebClient, ali: Person) -> None:
    """For everybody."""
    ts = client.chat_postMessage(channel=CHANNEL, text="Oj")["ts"]
    client.chat_delete(channel=CHANNEL, ts=ts)
    assert "Oj" not in ali.text(CHANNEL)


def test_an_ephemeral_message_is_for_its_reader_alone(
    client: WebClient, karin: Person, ali: Person
) -> None:
    """Not for others, and not in the history."""
    client.chat_postEphemeral(
        channel=CHANNEL, user="U0ALI", text="Bara du", blocks=[section("Bara du")]
    )
    assert ali.message(CHANNEL, "Bara du")["ephemeral"]
    assert "Bara du" not in karin.text(CHANNEL)
    assert client.conversations_history(channel=CHANNEL)["messages"] == []


def test_who_cannot_get_an_ephemeral_message(client: WebClient) -> None:
    """Slack's errors: not in the channel, unknown, the app not in the channel."""

    def post(channel: str, user: str) -> Callable[[], object]:
        return lambda: client.chat_postEphemeral(channel=channel, user=user, text="Hej")

    assert error_of(post(CHANNEL, "U0MIRO")) == "user_not_in_channel"
    assert error_of(post(CHANNEL, "U0NOBODY")) == "user_not_found"
    assert error_of(post("C0FIKA", "U0ALI")) == "not_in_channel"


def test_a_reply_goes_into_its_thread(client: WebClient) -> None:
    """Threads stay out of the history and come with `conversations.replies`."""
    ts = client.chat_postMessage(channel=CHANNEL, text="Fråga")["ts"]
    client.chat_postMessage(channel=CHANNEL, text="Svar", thread_ts=ts)
    history = client.conversations_history(channel=CHANNEL)["messages"]
    assert [message["text"] for message in history] == ["Fråga"]
    assert history[0]["reply_count"] == 1
    replies = client.conversations_replies(channel=CHANNEL, ts=ts)["messages"]
    assert [message["text"] for message in replies] == ["Fråga", "Svar"]


def test_a_permalink_names_the_message(client: WebClient) -> None:
    """Known messages only."""
    ts = client.chat_postMessage(channel=CHANNEL, text="Hej")["ts"]
    link = client.chat_getPermalink(channel=CHANNEL, message_ts=ts)["permalink"]
    assert ts.replace(".", "") in link
    assert error_of(lambda: client.chat_getPermalink(channel=CHANNEL, message_ts="1.1")) == (
        "message_not_found"
    )


def test_timestamps_always_grow(client: WebClient) -> None:
    """Even when messages come at the same moment."""
    stamps = [client.chat_postMessage(channel=CHANNEL, text="Hej")["ts"] for _ in range(20)]
    assert stamps == sorted(set(stamps))


def test_blocks_may_come_as_a_string_of_json(client: WebClient, ali: Person) -> None:
    """As form-encoded clients send them."""
    client.api_call(
        "chat.postMessage",
        params={"channel": CHANNEL, "text": "Hej", "blocks": '[{"type": "divider"}]'},
    )
    assert ali.messages(CHANNEL)[-1]["blocks"][0]["type"] == "divider"
