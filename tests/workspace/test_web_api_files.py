"""The three-step upload and the app's reactions."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import Any

import httpx
import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.workspace import Lifetimes, Workspace
from bot.workspace.person import Person
from bot.workspace.polling import wait_until
from tests.workspace.small_app import CHANNEL, section
from tests.workspace.test_web_api_chat import error_of

PICTURE = b"\x89PNG\r\n\x1a\n not really"


def test_an_uploaded_picture_is_shown_with_its_words(
    workspace: Workspace, client: WebClient, ali: Person
) -> None:
    """All three steps through Slack's own helper; the bytes come back to a reader."""
    client.files_upload_v2(
        filename="bild.png",
        content=PICTURE,
        title="Diagram",
        alt_txt="Medel 4",
        channel=CHANNEL,
        initial_comment="Så här blev det",
    )
    message = ali.message(CHANNEL, "Så här blev det")
    file = message["files"][0]
    assert (file["title"], file["alt_text"], file["mimetype"]) == (
        "Diagram",
        "Medel 4",
        "image/png",
    )
    shown = httpx.get(workspace.url + file["url"])
    assert (shown.content, shown.headers["content-type"]) == (PICTURE, "image/png")


def test_a_file_is_for_the_readers_of_its_conversation(
    workspace: Workspace, client: WebClient, ali: Person
) -> None:
    """A picture in a direct message is not for others; the app itself may read it."""
    client.files_upload_v2(filename="bild.png", content=PICTURE, channel=ali.direct)
    address = workspace.url + ali.messages(ali.direct)[-1]["files"][0]["url"]
    assert httpx.get(address).status_code == 200
    assert httpx.get(address.replace("U0ALI", "U0KARIN")).status_code == 404
    private = ali.messages(ali.direct)[-1]["files"][0]["id"]
    headers = {"Authorization": f"Bearer {workspace.bot_token}"}
    assert httpx.get(f"{workspace.url}/files/{private}/bild.png", headers=headers).is_success


def test_an_unshared_file_can_be_used_in_blocks(
    workspace: Workspace, client: WebClient, ali: Person
) -> None:
    """An image block with a Slack file gets an address that the page can load."""
    uploaded = client.files_upload_v2(filename="bild.png", content=PICTURE)["file"]["id"]
    image = {"type": "image", "alt_text": "Bild", "slack_file": {"id": uploaded}}
    aside = section("a", accessory=image)
    around = {"type": "context", "elements": [image]}
    client.chat_postMessage(channel=CHANNEL, text="Bild", blocks=[image, aside, around])
    blocks = ali.messages(CHANNEL)[-1]["blocks"]
    pictures = [blocks[0], blocks[1]["accessory"], blocks[2]["elements"][0]]
    for picture in pictures:
        assert httpx.get(workspace.url + picture["image_url"]).content == PICTURE


def shown(file: str) -> list[dict[str, Any]]:
    """The blocks of a message that shows the file."""
    return [{"type": "image", "alt_text": "Bild", "slack_file": {"id": file}}]


def test_an_unshared_file_is_seen_where_a_message_shows_it(
    workspace: Workspace, client: WebClient, ali: Person
) -> None:
    """Nobody reads it before; afterwards those who can read the message, and no others."""
    uploaded = client.files_upload_v2(filename="bild.png", content=PICTURE)["file"]["id"]
    address = f"{workspace.url}/files/{uploaded}/bild.png?as="
    assert httpx.get(address + "U0ALI").status_code == 404
    posted = client.chat_postMessage(channel=ali.direct, text="Bild", blocks=shown(uploaded))
    assert httpx.get(address + "U0ALI").content == PICTURE
    assert httpx.get(address + "U0KARIN").status_code == 404
    client.chat_delete(channel=posted["channel"], ts=posted["ts"])
    assert httpx.get(address + "U0ALI").status_code == 404
    client.views_publish(user_id="U0ALI", view={"type": "home", "blocks": shown(uploaded)})
    assert httpx.get(address + "U0ALI").content == PICTURE


def test_a_file_that_no_block_may_show(client: WebClient) -> None:
    """One there is not, one whose upload is not completed, one that is no picture."""
    begun = client.files_getUploadURLExternal(filename="a.png", length=3)
    httpx.post(begun["upload_url"], content=b"123")
    text = client.files_upload_v2(filename="a.txt", content="Text")["file"]["id"]
    for file in ("F0NOTHING0", begun["file_id"], text):
        with pytest.raises(SlackApiError) as caught:
            client.chat_postMessage(channel=CHANNEL, text="Bild", blocks=shown(file))
        assert caught.value.response["error"] == "invalid_blocks"
        assert caught.value.response["response_metadata"]["messages"] == [
            "[ERROR] invalid slack file [json-pointer:/blocks/0/slack_file]"
        ]


def test_a_fresh_file_can_be_shown_after_a_while() -> None:
    """Slack goes on working on a file when the upload is completed already."""
    with Workspace(lifetimes=Lifetimes(file=0.5)) as workspace:
        client = WebClient(workspace.bot_token, base_url=workspace.api_url)
        uploaded = client.files_upload_v2(filename="a.png", content=PICTURE)["file"]["id"]

        def post() -> bool:
            with suppress(SlackApiError):
                client.chat_postMessage(channel=CHANNEL, text="Bild", blocks=shown(uploaded))
                return True
            return False

        assert not post()
        wait_until(post, 10, "the file is never ready")


def test_words_of_a_file_have_an_end(client: WebClient) -> None:
    """A thousand characters for the file itself."""
    client.files_getUploadURLExternal(filename="a.png", length=3, alt_txt="x" * 1000)
    long = partial(
        client.files_getUploadURLExternal, filename="a.png", length=3, alt_txt="x" * 1001
    )
    assert error_of(long) == "alt_txt_too_large"


def test_steps_in_the_wrong_order_are_refused(workspace: Workspace, client: WebClient) -> None:
    """Unknown files, unsent bytes, another length, an upload that comes twice."""
    begun = client.files_getUploadURLExternal(filename="a.png", length=3)
    file = {"id": begun["file_id"], "title": "a"}

    def complete(**more: object) -> str:
        body = {"files": [file], **more}
        return error_of(lambda: client.api_call("files.completeUploadExternal", json=body))

    assert complete() == "file_not_found"
    assert httpx.post(begun["upload_url"], content=b"1234").text == "length_mismatch"
    assert httpx.post(begun["upload_url"], content=b"123").text == "OK - 3"
    assert httpx.post(begun["upload_url"], content=b"123").status_code == 400
    assert complete(channel_id="C0FIKA") == "not_in_channel"
    assert complete(channel_id="U0ALI") == "channel_not_found"
    client.files_completeUploadExternal(files=[file], channel_id=CHANNEL)
    assert complete() == "file_not_found"
    assert httpx.post(f"{workspace.url}/upload/F0NOTHING", content=b"1").text == "file_not_found"
    assert error_of(lambda: client.files_getUploadURLExternal(filename="a", length=0)) == (
        "invalid_arguments"
    )


def test_reactions_come_and_go(client: WebClient, ali: Person) -> None:
    """Once each, shown to everybody."""
    ts = ali.say(CHANNEL, "Hej")
    where = {"channel": CHANNEL, "timestamp": ts}
    client.reactions_add(**where, name="tada")
    assert ali.messages(CHANNEL)[-1]["reactions"] == [
        {"name": "tada", "users": ["U0APTBOT"], "count": 1}
    ]
    assert (
        client.api_call("reactions.get", params=where)["message"]["reactions"][0]["name"] == "tada"
    )
    assert error_of(lambda: client.reactions_add(**where, name="tada")) == "already_reacted"
    client.reactions_remove(**where, name="tada")
    assert ali.messages(CHANNEL)[-1]["reactions"] == []
    assert error_of(lambda: client.reactions_remove(**where, name="tada")) == "no_reaction"
    assert error_of(lambda: client.reactions_add(**where, name="Å")) == "invalid_name"
    nowhere = {"channel": CHANNEL, "timestamp": "1.1"}
    assert error_of(lambda: client.reactions_add(**nowhere, name="tada")) == "message_not_found"
