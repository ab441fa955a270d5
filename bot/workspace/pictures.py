"""Pictures in blocks that are uploaded files: whether they may be shown, and who sees them.

A file that was shared with no conversation is its uploader's own. A message that shows it in a
block makes it seen by those who can read the message.
"""

from __future__ import annotations

import mimetypes
from collections.abc import Iterable, Iterator

from bot.workspace.errors import SlackError
from bot.workspace.ids import utc_now
from bot.workspace.model import Json, StoredFile
from bot.workspace.rules import Problems, say
from bot.workspace.state import State

SHOWN_KINDS = ("image/png", "image/jpeg", "image/gif")


def check_pictures(state: State, blocks: Iterable[Json]) -> None:
    """Check the uploaded files that the blocks of a message show.

    Raises `SlackError`: `invalid_blocks` for one that there is not, is no picture, whose upload is
    not completed, or that is too fresh.
    """
    problems: Problems = []
    for place, block in enumerate(blocks):
        for pointer, image in _images(block):
            if image.get("slack_file") and not _can_be_shown(state.files.get(file_of(image))):
                say(problems, "invalid slack file", f"/blocks/{place}{pointer}/slack_file")
    if problems:
        raise SlackError("invalid_blocks", problems)


def _can_be_shown(file: StoredFile | None) -> bool:
    if file is None or not file.shared or mimetypes.guess_type(file.name)[0] not in SHOWN_KINDS:
        return False
    return file.usable_from <= utc_now().timestamp()


def may_read(state: State, file: StoredFile, user: str) -> bool:
    """Whether the person sees the file: shared with a conversation, or shown in a block."""
    shared = any(channel.id in file.channels for channel in state.channels_of(user))
    return shared or any(
        file_of(image) == file.id for block in _seen(state, user) for _, image in _images(block)
    )


def _seen(state: State, user: str) -> Iterator[Json]:
    """The blocks of all that the person sees: messages, open forms, the app's home."""
    for channel in state.channels_of(user):
        for message in state.readable(user, channel.id):
            yield from message.blocks
    home = state.homes.get(user)
    for view in (*state.stack(user), *([home] if home else [])):
        yield from view["blocks"]


def file_of(image: Json) -> str:
    """The id of the uploaded file that an image shows, empty when it shows none."""
    given = image.get("slack_file") or {}
    return given.get("id") or _id_in(given.get("url") or "")


def _id_in(address: str) -> str:
    """The file's id within an address such as `/files/F0…/bild.png`."""
    _, found, rest = address.partition("/files/")
    return rest.partition("/")[0] if found else ""


def _images(block: Json) -> Iterator[tuple[str, Json]]:
    """The images of a block with their pointers within it."""
    if block["type"] == "image":
        yield "", block
    elif block["type"] == "context":
        for place, element in enumerate(block["elements"]):
            if element["type"] == "image":
                yield f"/elements/{place}", element
    elif block["type"] == "section" and (block.get("accessory") or {}).get("type") == "image":
        yield "/accessory", block["accessory"]
