"""Many rounds on a real store with real keys, as one sees them who has every file and every ear.

Who sits in the room knows who did what with the form, and in which order. Who runs the server has
the files while the box is open and after the close. Here both are the same person.
"""

from __future__ import annotations

import logging
import random
import shutil
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.domain.answers import Answers
from bot.domain.ballot import Ballot, pid
from bot.domain.people import PersonKey
from bot.domain.programme import Component
from bot.services import answers, sessions
from bot.services.deps import Deps
from bot.services.recovery import recover
from bot.stores.keys import FileKeyVault
from bot.stores.sqlite import SqliteStore
from bot.views.model import Receipt, Summary
from tests.forensics.evidence import files
from tests.forensics.orders import in_file, in_log
from tests.services.people import COLLEAGUES, OMAR
from tests.services.world import World

PEOPLE = (*COLLEAGUES, OMAR)
QUOTED = 10
"""So many agree in each round to be shown word for word."""

DATABASE = "aptbot.sqlite3"

CONSONANTS = "bdfgklmprstv"

TAIL = 16
"""Bytes that tell one sealed answer from the others: its tag, at the end, is that long."""


@dataclass
class RealWorld(World):
    """A world whose keys are files as well."""

    directory: Path = Path()

    @property
    def deps(self) -> Deps:
        """What the use cases are given."""
        return replace(super().deps, vault=FileKeyVault(self.directory / "keys"))


def real_world(directory: Path) -> RealWorld:
    """Return a world on real files with a team in it."""
    path = directory / "data" / DATABASE
    world = RealWorld(SqliteStore(path), directory=directory)
    recover(world.deps)
    world.with_team()
    return world


@dataclass
class Seen:
    """What the attacker makes of one round; `truth` and `whose` are what only the tests know.

    `acted` are those who sent something, by their first time. `orders` are the orders in which the
    ballots stand in the files of the open box, by where they were read: ids, as nothing more is
    known without the key. `comments` are those that the result shows, in its order. `left` counts
    pieces of ballots in the files after the close, `logged` lines while people answered, `sizes`
    are those of the sealed answers. `truth` says whose each text is, `whose` whose each id.
    """

    acted: list[PersonKey]
    orders: dict[str, list[bytes]]
    comments: list[str]
    left: int
    logged: int
    sizes: set[int]
    truth: dict[str, PersonKey]
    whose: dict[bytes, PersonKey]

    def quoted(self, order: Iterable[PersonKey]) -> list[PersonKey]:
        """Return those of the order whose comments are shown."""
        shown = {self.truth[text] for text in self.comments}
        return [person for person in order if person in shown]

    def people(self, where: str) -> list[PersonKey]:
        """Return the people whose ballots stand in this order."""
        return [self.whose[own] for own in self.orders[where]]


def many(directory: Path, rounds: int, seed: int) -> list[Seen]:
    """Run so many rounds, one after the other, in one database."""
    world, rng = real_world(directory), random.Random(seed)
    try:
        return [_one(world, rng) for _ in range(rounds)]
    finally:
        world.store.close()


def _one(world: RealWorld, rng: random.Random) -> Seen:
    session = world.start()
    (round_id,) = world.deps.vault.round_ids()
    secret = world.deps.vault.get(round_id)
    assert secret is not None
    world.work()
    with counting() as lines:
        acted, truth = _answering(world, rng, round_id)
    whose = {pid(secret, person): person for person in acted}
    ballots = world.look(lambda tx: tuple(tx.ballots.all(round_id)))
    orders = _orders(world.directory, ballots, list(whose))
    sessions.stop(world.deps, world.request(), session.id)
    world.work()
    return Seen(
        acted,
        orders,
        words_of([view for view in world.summaries() if view.comments][-1]),
        _left(world.directory, ballots, list(whose)),
        len(lines),
        {len(ballot.sealed) for ballot in ballots},
        truth,
        whose,
    )


def _orders(
    directory: Path, ballots: Sequence[Ballot], pids: list[bytes]
) -> dict[str, list[bytes]]:
    """Return the orders that an attacker reads out of a copy of the data directory."""
    tails = {ballot.sealed[-TAIL:]: ballot.pid for ballot in ballots}
    log = (directory / "data" / f"{DATABASE}-wal").read_bytes()
    with TemporaryDirectory(dir=directory) as scratch:
        copy = Path(scratch, "data")
        shutil.copytree(directory / "data", copy)
        with closing(sqlite3.connect(copy / DATABASE)) as db:
            db.execute("PRAGMA synchronous = OFF")  # it is a copy
            db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            table = [row[0] for row in db.execute("SELECT pid FROM ballot NOT INDEXED")]
        data = (copy / DATABASE).read_bytes()
    return {
        "log": in_log(pids, log),
        "cells": in_file([ballot.pid for ballot in ballots], data),
        "pages": [tails[tail] for tail in in_file(tails, data)],
        "table": table,
        "sealed": [b.pid for b in sorted(ballots, key=lambda b: b.sealed)],
    }


def _left(directory: Path, ballots: Sequence[Ballot], pids: list[bytes]) -> int:
    """Count the ids and the beginnings and tails of sealed answers that are in any file."""
    pieces = [piece for b in ballots for piece in (b.sealed[:TAIL], b.sealed[-TAIL:])]
    everything = b"".join(files(directory).values())
    return sum(piece in everything for piece in [*pids, *pieces])


def _answering(
    world: RealWorld, rng: random.Random, round_id: str
) -> tuple[list[PersonKey], dict[str, PersonKey]]:
    """Let people answer, change and withdraw in a random order; return who, and whose is what."""
    people = rng.sample(PEOPLE, rng.randint(QUOTED, len(PEOPLE)))
    agreed, rest = people[:QUOTED], people[QUOTED:]
    withdrawn = {person for person in rest if rng.random() < 0.5}
    acts = [person for person in people for _ in range(rng.choice((1, 1, 2)))]
    rng.shuffle(acts)
    truth: dict[str, PersonKey] = {}
    deps = world.deps
    for place, person in enumerate(acts):
        last = person not in acts[place + 1 :]
        text = _text(rng, last)
        truth |= {text: person} if last and person in agreed else {}
        given = _given(rng, text, person in agreed)
        kept = answers.submit(deps, world.request(person), round_id, given)
        assert isinstance(kept, Receipt)
        if last and person in withdrawn:
            answers.withdraw(deps, world.request(person), round_id)
    return list(dict.fromkeys(acts)), truth


def _text(rng: random.Random, last: bool) -> str:
    """Return words of any length that nobody else writes, and that look like nobody's name."""
    words = ["".join(rng.choices(CONSONANTS, k=6)) for _ in range(rng.randint(2, 70))]
    return " ".join(["sist" if last else "tidigt", *words])


def _given(rng: random.Random, text: str, agreed: bool) -> Answers:
    scores = {component: rng.randint(1, 7) for component in Component}
    tags = tuple(rng.sample(("tid", "stod", "rutiner"), rng.randint(0, 2)))
    return Answers(scores, text, tags, verbatim=agreed)


def words_of(shown: Summary) -> list[str]:
    """Return the comments of a summary in the order in which they stand."""
    return [text for group in shown.comments for text in group.comments]


@contextmanager
def counting() -> Iterator[list[logging.LogRecord]]:
    """Gather every line that anybody logs, at any level."""
    lines: list[logging.LogRecord] = []

    class Ear(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            lines.append(record)

    root, ear = logging.getLogger(), Ear(logging.NOTSET)
    before = root.level
    root.addHandler(ear)
    root.setLevel(logging.NOTSET)
    try:
        yield lines
    finally:
        root.removeHandler(ear)
        root.setLevel(before)
