"""`files.*`: the three-step upload (ask for an address, send the bytes, share)."""

from __future__ import annotations

from dataclasses import replace

from bot.workspace.errors import SlackError
from bot.workspace.ids import new_id, utc_now
from bot.workspace.model import Json, StoredFile
from bot.workspace.posting import checked_content, post
from bot.workspace.web_api.call import Call
from bot.workspace.web_api.places import own_channel
from bot.workspace.wire import file_shape
from bot.workspace.world import World

MOST_BYTES = 50 * 1024 * 1024
ALT_TEXT = 1000


def get_upload_url(world: World, call: Call) -> Json:
    """`files.getUploadURLExternal`."""
    length = call.number("length", 0)
    if length < 1 or length > MOST_BYTES:
        raise SlackError("invalid_arguments", ["length must be a number of bytes"])
    name, alt_text = call.need("filename"), call.text("alt_txt")
    if len(alt_text) > ALT_TEXT:
        raise SlackError("alt_txt_too_large")
    file = StoredFile(new_id("F0"), name, name, length, alt_text=alt_text)
    world.state.files[file.id] = file
    return {"upload_url": f"{world.base_url}/upload/{file.id}", "file_id": file.id}


def store_upload(world: World, file_id: str, content: bytes) -> None:
    """Keep the bytes that came to an upload address.

    Raises `SlackError`: `file_not_found`, or `length_mismatch` when it is not as announced.
    """
    file = world.state.files.get(file_id)
    if file is None or file.content is not None:
        raise SlackError("file_not_found")
    if len(content) != file.length:
        raise SlackError("length_mismatch")
    world.state.files[file_id] = replace(file, content=content)


def complete_upload(world: World, call: Call) -> Json:
    """`files.completeUploadExternal`: name the files and show them in a conversation."""
    entries = call.structure("files")
    if not isinstance(entries, list) or not entries:
        raise SlackError("invalid_arguments", ["missing required field: files"])
    places = call.names("channels") or call.names("channel_id")
    channels = tuple(own_channel(world, place).id for place in places)
    files = [_complete(world, entry, channels) for entry in entries]
    for channel in channels:
        _share(world, call, channel, tuple(file.id for file in files))
    return {"files": [file_shape(world.state, file) for file in files]}


def _complete(world: World, entry: Json, channels: tuple[str, ...]) -> StoredFile:
    file = world.state.files.get(entry.get("id", ""))
    if file is None or file.content is None or file.shared:
        raise SlackError("file_not_found")
    done = replace(
        file,
        title=entry.get("title") or file.name,
        shared=True,
        channels=channels,
        usable_from=utc_now().timestamp() + world.lifetimes.file,
    )
    world.state.files[file.id] = done
    return done


def _share(world: World, call: Call, channel: str, files: tuple[str, ...]) -> None:
    blocks = call.structure("blocks", "invalid_blocks_format")
    comment = call.text("initial_comment")
    text, checked = checked_content(world, comment, blocks) if comment or blocks else ("", ())
    thread = call.text("thread_ts") or None
    post(world, channel, text, checked, files=files, thread_ts=thread)
