"""The state file: conversations and messages, so that a demonstration survives a restart.

Ephemeral messages, forms and what was typed into them are never written, nor is who has handed
in a form. The file is for its owner's eyes alone.
"""

from __future__ import annotations

import asyncio
import json
import logging
from dataclasses import asdict, replace
from pathlib import Path

from bot.workspace.errors import StateFileError
from bot.workspace.model import Channel, Json, Message, StoredFile
from bot.workspace.state import State

_log = logging.getLogger(__name__)
_VERSION = 1
_DELAY = 0.05
"""Changes within this many seconds are written together."""
_PRIVATE_FOLDER = 0o700
_PRIVATE_FILE = 0o600


class StateFile:
    """Keeps a file up to date with the state; written beside and then renamed, so never half."""

    def __init__(self, path: Path, state: State) -> None:
        self._path = path
        self._uploads = path.with_name(path.name + ".files")
        self._state = state
        self._waiting: asyncio.TimerHandle | None = None

    def changed(self) -> None:
        """Note a change; it is written within a twentieth of a second."""
        if self._waiting is None:
            self._waiting = asyncio.get_running_loop().call_later(_DELAY, self._write_late)

    def _write_late(self) -> None:
        try:
            self.write()
        except StateFileError as error:  # the next change tries again, and so does the end
            _log.error("%s", error)

    def write(self) -> None:
        """Write the state now. Raises `StateFileError`."""
        if self._waiting is not None:
            self._waiting.cancel()
            self._waiting = None
        try:
            self._write()
        except OSError as error:
            raise _out_of_reach(self._path, "cannot be written", error) from error

    def _write(self) -> None:
        kept = [_write_file(self._uploads, one) for one in self._state.files.values() if one.shared]
        snapshot = {
            "version": _VERSION,
            "channels": [asdict(channel) for channel in self._state.channels.values()],
            "messages": _kept_messages(self._state),
            "files": kept,
        }
        _write_whole(self._path, json.dumps(snapshot, ensure_ascii=False).encode())

    def read(self) -> None:
        """Load the state that was written before, if any. Raises `StateFileError`."""
        if not self._path.exists():
            return
        try:
            snapshot = json.loads(self._path.read_text(encoding="utf-8"))
            if snapshot["version"] != _VERSION:
                raise StateFileError(self._path, "made by another version; remove the file.")
            self._take(snapshot)
        except (FileNotFoundError, ValueError, KeyError, TypeError) as error:  # (an upload is gone)
            raise StateFileError(
                self._path, f"this is not a state file of the workspace; remove it. ({error})"
            ) from error
        except OSError as error:
            raise _out_of_reach(self._path, "cannot be read", error) from error

    def _take(self, snapshot: Json) -> None:
        for entry in snapshot["channels"]:
            channel = Channel(**{**entry, "members": tuple(entry["members"])})
            self._state.channels[channel.id] = channel
        for entry in snapshot["files"]:
            file = StoredFile(**{**entry, "channels": tuple(entry["channels"])})
            content = (self._uploads / file.id).read_bytes()
            self._state.files[file.id] = replace(file, content=content)
        for entry in snapshot["messages"]:
            message = _read_message(entry)
            self._state.messages.setdefault(message.channel, {})[message.ts] = message


def _out_of_reach(path: Path, what: str, error: OSError) -> StateFileError:
    reason = error.strerror or str(error)
    return StateFileError(path, f"{what} ({reason}).", reason)


def _kept_messages(state: State) -> list[Json]:
    return [
        asdict(message)
        for messages in state.messages.values()
        for message in messages.values()
        if message.ephemeral_to is None
    ]


def _read_message(entry: Json) -> Message:
    reactions = tuple((name, tuple(users)) for name, users in entry["reactions"])
    lists = {"blocks": tuple(entry["blocks"]), "files": tuple(entry["files"])}
    return Message(**{**entry, **lists, "reactions": reactions})


def _write_file(folder: Path, file: StoredFile) -> Json:
    """Write an uploaded file once; its entry for the state file."""
    path = folder / file.id
    if file.content is not None and not path.exists():
        _write_whole(path, file.content)
    return asdict(replace(file, content=None))


def _write_whole(path: Path, content: bytes) -> None:
    """Write for this user alone; a folder that is there already is left as it is."""
    folders = (path.parent, *path.parent.parents)
    for folder in reversed([one for one in folders if not one.exists()]):
        folder.mkdir(mode=_PRIVATE_FOLDER)
    beside = path.with_name(path.name + ".new")
    beside.unlink(missing_ok=True)
    beside.touch(mode=_PRIVATE_FILE)
    beside.write_bytes(content)
    beside.replace(path)
