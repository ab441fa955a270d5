"""What leaves the process for a language model: the comments that are shown anyway, and no more."""

from __future__ import annotations

import logging
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from bot.domain.answers import Answers
from bot.domain.people import Person
from bot.domain.programme import Component, ThemeRef
from bot.services import results
from tests.drafting.stand_in import KEY, Sent, claim, saying, stand_in
from tests.fakes import FakePlatform
from tests.services.drafting import COMMENTS, PRIVATE
from tests.services.people import CHANNEL, COLLEAGUES, KARIN, OMAR, TEMA3, in_channel, team
from tests.services.world import World, new_world

TEMA1 = ThemeRef(programme=TEMA3.programme, theme="tema1")


def sent_by(
    world: World,
    *,
    comments: tuple[str, ...] = COMMENTS,
    order: int = 1,
    score: int = 5,
    tag: str = "",
    ref: ThemeRef = TEMA3,
) -> Sent:
    """Hold a dialogue, and return what was sent to the model: one request."""
    with stand_in(saying()) as server:
        world.drafter = replace(server.drafter(), url=server.url)
        world.start(ref)
        texts = (*comments, PRIVATE)[::order]
        for person, text in zip(COLLEAGUES, texts, strict=True):
            scores = dict.fromkeys(Component, score)
            tags = (tag,) if tag else ()
            world.answer(person, Answers(scores, text, tags, verbatim=text != PRIVATE))
        world.stop()
        world.later(days=2)
        (sent,) = server.sent
    headers = {name: text for name, text in sent.headers.items() if name.lower() != "host"}
    return replace(sent, headers=headers)


def with_other_people(world: World) -> None:
    """Call everybody something else, and the channel and the team as well."""
    world.platform = FakePlatform(
        {
            CHANNEL: tuple(
                Person(p.key, f"Någon Annan{n}", p.is_bot, p.is_guest)
                for n, p in enumerate(in_channel())
            )
        }
    )
    other = replace(team(), id="team-annat", name="annat-namn", managers=frozenset([KARIN, OMAR]))
    world.with_team(replace(other, facilitators=frozenset()))


def test_the_request_depends_on_the_comments_alone(tmp_path: Path) -> None:
    """Other people, team, order, scores, tags, theme and time: the same request, to a byte."""
    first = new_world(tmp_path / "a").with_team()
    other = new_world(tmp_path / "b")
    with_other_people(other)
    other.clock.at += timedelta(days=17, minutes=23)
    one = sent_by(first)
    assert one == sent_by(other, order=-1, score=2, tag="tid", ref=TEMA1)
    assert one.comments == list(COMMENTS)
    for world in (first, other):
        world.store.close()


def test_another_comment_would_be_seen(tmp_path: Path) -> None:
    """The control: the comparison is not blind."""
    world = new_world(tmp_path / "a").with_team()
    one = sent_by(world)
    other = new_world(tmp_path / "b").with_team()
    assert one != sent_by(other, comments=(*COMMENTS[:10], "Annat."))
    for each in (world, other):
        each.store.close()


def test_no_id_no_name_and_no_private_word_leaves(tmp_path: Path) -> None:
    """Searched for by what they are; the control is the database, where they do stand."""
    world = new_world(tmp_path).with_team()
    sent = sent_by(world)
    whole = sent.body + repr(sorted(sent.headers.items())).encode()
    round_id = world.round().id
    team_, people = team(), (KARIN, OMAR, *COLLEAGUES)
    words = [team_.id, team_.name, team_.channel, team_.tenant + "/", round_id, PRIVATE, "tema3"]
    words += [part for person in people for part in (str(person), f'"{person.user}"')]
    assert [word for word in words if word.encode() in whole] == []
    stored = b"".join(path.read_bytes() for path in tmp_path.iterdir() if path.is_file())
    for word in (team_.id, team_.channel, round_id, str(KARIN)):
        assert word.encode() in stored
    assert b"Authorization" in whole, "the control: the headers are searched"
    world.store.close()


def test_what_is_logged_holds_no_word(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """With everything logged that can be: no comment, no key, nobody."""
    caplog.set_level(logging.DEBUG)
    world = new_world(tmp_path).with_team()
    sent_by(world)
    text = caplog.text + repr([record.__dict__ for record in caplog.records])
    assert "a draft was read" in text, "the control"
    for word in (*COMMENTS, PRIVATE, KEY, str(KARIN)):
        assert word not in text
    world.store.close()


def test_a_hidden_comment_leaves_nothing_of_a_draft(tmp_path: Path) -> None:
    """Once it is hidden and the message changed, no file of the bot holds what the model said."""
    text = "Flera vill ha mer tid för planering."
    world = new_world(tmp_path).with_team()
    good = claim(text, _3="mer tid för planering", _9="tid för planering tillsammans")
    with stand_in(saying(good)) as server:
        world.drafter = server.drafter()
        world.start()
        for person, words in zip(COLLEAGUES, COMMENTS, strict=False):
            world.answer(person, Answers(dict.fromkeys(Component, 5), words, (), verbatim=True))
        world.stop()
    assert _holds(tmp_path, text), "the control"
    round_id = world.round().id
    results.hide(world.deps, world.request(), round_id, frozenset([0]), frozenset())
    world.work()
    world.store.reclaim()
    assert not _holds(tmp_path, text)
    world.store.close()


def _holds(directory: Path, text: str) -> bool:
    return any(text.encode() in path.read_bytes() for path in directory.iterdir() if path.is_file())
