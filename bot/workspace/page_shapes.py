"""Users, conversations and messages in the shapes of the page (docs/reference/workspace.md)."""

from __future__ import annotations

from dataclasses import asdict
from urllib.parse import quote

from bot.workspace.model import Channel, Json, Message, StoredFile, User
from bot.workspace.pictures import file_of
from bot.workspace.state import State
from bot.workspace.wire import file_shape, reactions_shape


def page_user(user: User) -> Json:
    """A user for the page."""
    return asdict(user)


def page_channel(channel: Channel) -> Json:
    """A conversation for the page."""
    return {
        "id": channel.id,
        "name": channel.name,
        "topic": channel.topic,
        "is_private": channel.is_private,
        "is_im": channel.is_im,
        "user": channel.user,
        "members": list(channel.members),
    }


def page_message(state: State, message: Message, reader: str) -> Json:
    """A message as this reader's page shows it."""
    return {
        "channel": message.channel,
        "ts": message.ts,
        "user": message.user,
        "bot": message.by_app,
        "text": message.text,
        "blocks": page_blocks(state, message.blocks, reader),
        "ephemeral": message.ephemeral_to is not None,
        "edited": message.edited_ts is not None,
        "reactions": reactions_shape(message),
        "files": [page_file(state, state.files[one], reader) for one in message.files],
        "thread_ts": message.thread_ts,
        "is_command_echo": message.is_command_echo,
    }


def page_view(state: State, view: Json, reader: str) -> Json:
    """A form or home as this reader's page shows it."""
    return view | {"blocks": page_blocks(state, view["blocks"], reader)}


def page_blocks(state: State, blocks: tuple[Json, ...] | list[Json], reader: str) -> list[Json]:
    """Blocks in which pictures from uploaded files have an address that the page can load."""
    return [_with_address(state, block, reader) for block in blocks]


def _with_address(state: State, part: Json, reader: str) -> Json:
    if part["type"] == "image":
        return _picture(state, part, reader)
    if part["type"] == "context":
        shown = [_with_address(state, one, reader) for one in part["elements"]]
        return part | {"elements": shown}
    if part["type"] == "section" and (part.get("accessory") or {}).get("type") == "image":
        return part | {"accessory": _picture(state, part["accessory"], reader)}
    return part


def _picture(state: State, image: Json, reader: str) -> Json:
    file = state.files.get(file_of(image))
    return image if file is None else image | {"image_url": _address(file, reader)}


def _address(file: StoredFile, reader: str) -> str:
    return f"/files/{file.id}/{quote(file.name)}?as={quote(reader)}"


def page_file(state: State, file: StoredFile, reader: str) -> Json:
    """An uploaded file for the page; `url` loads it as this reader."""
    shape = file_shape(state, file)
    return {
        "id": file.id,
        "name": file.name,
        "title": file.title,
        "mimetype": shape["mimetype"],
        "size": file.length,
        "alt_text": file.alt_text,
        "url": _address(file, reader),
    }
