"""The processes under measurement: the bot itself, and listeners that do less and less of it.

`python -m benchmarks.lines LINE URL HOME CHANNEL…` connects to the Web API at URL. The bot keeps
its files in HOME and first opens a round in each channel; what it prints is the rounds' ids as
JSON. All but one use the bot's own Bolt app and Socket Mode line, so that they differ in nothing
but what the listeners do; the one is a Bolt app as its documentation makes it.
"""

from __future__ import annotations

import json
import signal
import sys
import threading
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from slack_bolt import Ack, App
from slack_bolt.adapter.socket_mode.builtin import SocketModeHandler

from benchmarks.people import MANAGER, TENANT
from bot.bootstrap import DATABASE, build, spare_the_collector
from bot.domain import ballot as sealing
from bot.domain.people import PersonKey
from bot.domain.programme import ThemeRef
from bot.domain.request import Request
from bot.handlers import fields, payloads
from bot.handlers.register import ANYTHING
from bot.locales import words
from bot.services import opening, teams
from bot.services.deps import Deps
from bot.settings import Settings, load
from bot.slack.client import make_client
from bot.slack.connection import Line, identify, make_app
from bot.slack.render import render_form
from bot.views.answer import answered

BOT, NOOP, RECEIPT, SEALED, PLAIN = "bot", "noop", "receipt", "sealed", "plain"
"""The bot; only an ack; an ack with the receipt; that, and the answer read and sealed; only an
ack, with Bolt and its Socket Mode as they come."""

TOKENS = {name: f"xapp-{name}" for name in (BOT, NOOP, RECEIPT, SEALED, PLAIN)}
"""The app token of each process."""

BOT_TOKEN = "xoxb-bench"  # noqa: S105 - opens nothing
WHO = PersonKey("slack", TENANT, MANAGER)
KEY = sealing.new_key()
Listener = Callable[[dict[str, Any], Ack], None]


def database(home: Path) -> Path:
    """Return the database of the bot that has its home there."""
    return home / "data" / DATABASE


def keys(home: Path) -> Path:
    """Return the directory of its rounds' keys."""
    return home / "keys"


def serve_bot(api_url: str, home: Path, channels: list[str]) -> None:
    """Run the bot until told to stop."""
    stopping = _until_told()
    bot = build(settings(api_url, home), stopping)
    opened = {channel: _open_round(bot.deps, channel) for channel in channels}
    bot.start()
    spare_the_collector()
    _say(opened)
    stopping.wait()
    bot.stop()


def acknowledge(body: dict[str, Any], ack: Ack) -> None:  # noqa: ARG001 - Bolt gives by name
    """Only acknowledge."""
    ack()


def give_receipt(body: dict[str, Any], ack: Ack) -> None:  # noqa: ARG001 - Bolt gives by name
    """Acknowledge with the receipt, as the bot does, and keep nothing."""
    ack(response_action="update", view=render_form(answered(words("sv"), pooled=False)))


def seal(body: dict[str, Any], ack: Ack) -> None:
    """Read and seal the answer, acknowledge with the receipt, and keep nothing."""
    incoming = payloads.submission(payloads.of_workspace(body, WHO.tenant))
    given = fields.answers(incoming.values).checked()
    sealing.seal(KEY, incoming.request.actor, given)
    give_receipt(body, ack)


LISTENERS: dict[str, Listener] = {
    NOOP: acknowledge,
    RECEIPT: give_receipt,
    SEALED: seal,
    PLAIN: acknowledge,
}


def serve_listener(kind: str, api_url: str) -> None:
    """Answer everything with one listener until told to stop."""
    stopping = _until_told()
    client = make_client(BOT_TOKEN, api_url)
    plain = kind == PLAIN
    app = App(client=client) if plain else make_app(BOT_TOKEN, api_url, identify(client))
    listener = LISTENERS[kind]
    app.view_submission(ANYTHING)(listener)
    app.action(ANYTHING)(listener)
    app.command("/apt")(listener)
    line = SocketModeHandler(app, TOKENS[kind]) if plain else Line(app, TOKENS[kind])
    line.connect()
    _say({})
    stopping.wait()
    line.close()


def settings(api_url: str, home: Path) -> Settings:
    """Return the settings of a bot that has its files in `home`."""
    return load(
        env_file=home / ".env",
        environ={
            "SLACK_BOT_TOKEN": BOT_TOKEN,
            "SLACK_APP_TOKEN": TOKENS[BOT],
            "SLACK_API_URL": api_url,
            "APTBOT_DATA_DIR": str(database(home).parent),
            "APTBOT_KEY_DIR": str(keys(home)),
        },
    )


def _open_round(deps: Deps, channel: str) -> str:
    """Set the team up, start its dialogue and return the id of its round."""
    request = Request(actor=WHO, channel=channel, id=channel)
    programme = deps.catalogue.programmes()[0]
    ref = ThemeRef(programme=programme.id, theme=programme.themes[0].id)
    deps.vault.adopt(frozenset())
    session = teams.set_up(deps, request, ref, WHO, frozenset())
    if session is None:
        raise LookupError("no dialogue was taken on")
    opening.begin(deps, session.id)
    (round,) = deps.store.read(lambda tx: tx.rounds.open_of(session.team_id))
    return round.id


def _until_told() -> threading.Event:
    told = threading.Event()
    for name in (signal.SIGINT, signal.SIGTERM):
        signal.signal(name, lambda *_: told.set())
    return told


def _say(rounds: Mapping[str, str]) -> None:
    print(json.dumps(rounds), flush=True)


def main(arguments: list[str]) -> None:
    """Run what the arguments name."""
    kind, api_url, home, *channels = arguments
    if kind == BOT:
        serve_bot(api_url, Path(home), channels)
    else:
        serve_listener(kind, api_url)


if __name__ == "__main__":
    main(sys.argv[1:])
