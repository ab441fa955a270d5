"""`conversations.*` and `users.*` through Slack's own client."""

from __future__ import annotations

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.workspace.person import Person
from tests.workspace.small_app import CHANNEL
from tests.workspace.test_web_api_chat import error_of


def test_a_direct_message_is_opened_and_stays_the_same(client: WebClient, ali: Person) -> None:
    """The same conversation each time, and only that person is in it."""
    first = client.conversations_open(users="U0ALI")["channel"]["id"]
    again = client.conversations_open(users=["U0ALI"], return_im=True)["channel"]
    assert again["id"] == first == ali.direct
    assert again["user"] == "U0ALI"
    assert client.conversations_open(channel=first)["channel"]["id"] == first


def test_a_group_is_opened_for_several(client: WebClient, karin: Person, ali: Person) -> None:
    """The same people, the same group."""
    group = client.conversations_open(users="U0KARIN,U0ALI")["channel"]["id"]
    assert client.conversations_open(users="U0ALI,U0KARIN")["channel"]["id"] == group
    client.chat_postMessage(channel=group, text="Ni två")
    assert "Ni två" in karin.text(group)
    assert "Ni två" in ali.text(group)


def test_with_whom_no_conversation_opens(client: WebClient) -> None:
    """Unknown people and the bot itself."""
    assert error_of(lambda: client.conversations_open(users="U0NOBODY")) == "user_not_found"
    assert error_of(lambda: client.conversations_open(users="U0APTBOT")) == "cannot_dm_bot"


def test_info_tells_whether_the_app_is_a_member(client: WebClient) -> None:
    """`is_member` for channels; the other end for a direct message."""
    inside = client.conversations_info(channel=CHANNEL, include_num_members=True)["channel"]
    outside = client.conversations_info(channel="C0FIKA")["channel"]
    assert (inside["is_member"], inside["name"], inside["num_members"]) == (
        True,
        "arbetslag-solrosen",
        15,
    )
    assert outside["is_member"] is False
    assert "num_members" not in outside
    direct = client.conversations_open(users="U0ALI")["channel"]["id"]
    assert client.conversations_info(channel=direct)["channel"]["is_im"]
    assert error_of(lambda: client.conversations_info(channel="C0NOWHERE")) == "channel_not_found"


def test_members_come_in_pages(client: WebClient) -> None:
    """Slack's client follows the cursor by itself."""
    pages = [page["members"] for page in client.conversations_members(channel=CHANNEL, limit=4)]
    members = [member for page in pages for member in page]
    assert [len(page) for page in pages] == [4, 4, 4, 3]
    assert len(set(members)) == 15
    assert {"U0KARIN", "U0GASTEN", "U0APTBOT"} <= set(members)


def test_wrong_pages_are_refused(client: WebClient) -> None:
    """Cursor, limit, and a limit that is no number."""

    def members(**page: object) -> str:
        params = {"channel": CHANNEL, **page}
        return error_of(lambda: client.api_call("conversations.members", params=params))

    assert members(cursor="???") == "invalid_cursor"
    assert members(limit=5000) == "invalid_limit"
    assert members(limit="alla") == "invalid_arguments"


def test_the_list_shows_public_channels_unless_asked_otherwise(client: WebClient) -> None:
    """The app's direct messages come only with `types`."""
    names = [one["name"] for one in client.conversations_list()["channels"]]
    assert names == ["allmant", "fikarummet"]
    private = client.conversations_list(types="private_channel")["channels"]
    assert [one["name"] for one in private] == ["arbetslag-solrosen", "natt-manen", "koket"]
    direct = client.conversations_list(types="im", limit=50)["channels"]
    assert {"U0KARIN", "U0ALI"} <= {one["user"] for one in direct}


def test_the_app_can_join_a_public_channel(client: WebClient) -> None:
    """And post there afterwards; joining twice is a warning."""
    assert client.conversations_join(channel="C0FIKA")["channel"]["is_member"]
    client.chat_postMessage(channel="C0FIKA", text="Hej")
    assert client.conversations_join(channel="C0FIKA")["warning"] == "already_in_channel"
    direct = client.conversations_open(users="U0ALI")["channel"]["id"]
    assert error_of(lambda: client.conversations_join(channel=direct)) == (
        "method_not_supported_for_channel_type"
    )


def test_history_is_newest_first_and_bounded(client: WebClient, ali: Person) -> None:
    """By pages, by `oldest` and `latest`, with and without the bounds themselves."""
    stamps = [client.chat_postMessage(channel=CHANNEL, text=str(n))["ts"] for n in range(4)]
    ali.say(CHANNEL, "4")

    def history(**bounds: object) -> list[str]:
        params = {"channel": CHANNEL, **bounds}
        answer = client.api_call("conversations.history", params=params)
        return [message["text"] for message in answer["messages"]]

    assert history() == ["4", "3", "2", "1", "0"]
    assert history(oldest=stamps[2]) == ["4", "3"]
    assert history(oldest=stamps[2], inclusive=True) == ["4", "3", "2"]
    assert history(latest=stamps[1]) == ["0"]
    first = client.conversations_history(channel=CHANNEL, limit=2)
    assert first["has_more"]
    assert [len(page["messages"]) for page in first] == [2, 2, 1]
    assert error_of(lambda: client.conversations_history(channel="C0FIKA")) == "not_in_channel"
    assert error_of(lambda: client.conversations_history(channel=CHANNEL, oldest="i går")) == (
        "invalid_arguments"
    )
    assert error_of(lambda: client.conversations_replies(channel=CHANNEL, ts="1.1")) == (
        "thread_not_found"
    )


def test_users_are_told_with_their_kind(client: WebClient) -> None:
    """Guests and bots are marked; zone and language are there."""
    karin = client.users_info(user="U0KARIN", include_locale=True)["user"]
    assert (karin["real_name"], karin["profile"]["title"]) == ("Karin Exempelsson", "Enhetschef")
    assert (karin["tz"], karin["locale"]) == ("Europe/Stockholm", "sv-SE")
    assert client.users_info(user="U0GASTEN")["user"]["is_restricted"]
    assert client.users_info(user="U0APTBOT")["user"]["is_bot"]
    with pytest.raises(SlackApiError, match="user_not_found"):
        client.users_info(user="U0NOBODY")


def test_users_come_in_pages(client: WebClient) -> None:
    """All of them, once."""
    members = [one["id"] for page in client.users_list(limit=7) for one in page["members"]]
    assert len(members) == len(set(members)) == 20
