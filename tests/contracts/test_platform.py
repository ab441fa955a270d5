"""What every platform does, whatever stands behind it: the contract of `bot.ports.Platform`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Literal, Protocol

import pytest

from bot.domain.people import Person, PersonKey
from bot.errors import MessageGone, NotAChannel, NotInChannel, PlatformDown, RateLimited
from bot.ports import SENDINGS, Outgoing, Platform, Sending
from bot.views.model import Note
from bot.workspace import Workspace
from bot.workspace.sample import Sample, load_sample
from tests.fakes import FakePlatform
from tests.samples import TENANT, person
from tests.slack.rig import Rig

TEAM, CLOSED, DIRECT, COLLEAGUE = "C0SOLROSEN", "C0FIKA", "D0ALI", "U0ALI"
PRIVATE = "C0MANEN"
Method = Literal["members", "post", "update", "find"]
Fault = Literal["down", "busy", "lost"]


class Chat(Protocol):
    """A platform, and what a test needs to look behind it."""

    @property
    def platform(self) -> Platform:
        """The platform."""
        ...

    def shown(self, conversation: str) -> list[str]:
        """Return what the bot has written in a conversation, the oldest first."""
        ...

    def remove(self, ref: str) -> None:
        """Delete a message behind the bot's back."""
        ...

    def fail(self, method: Method, fault: Fault) -> None:
        """Let the next call fail: `lost` has its effect and only the answer is lost."""
        ...

    def wait(self, seconds: float) -> None:
        """Let time pass."""
        ...


METHODS: dict[Method, str] = {
    "members": "conversations.members",
    "post": "chat.postMessage",
    "update": "chat.update",
    "find": "conversations.history",
}
"""What Slack calls the calls."""


class FakeChat:
    """The fake that other tests use."""

    def __init__(self) -> None:
        team = (
            Person(person("U0KARIN"), "Karin Exempelsson"),
            Person(person("U0GASTEN"), "Siv Gästberg", is_guest=True),
            Person(person("U0APTBOT"), "aptbot", is_bot=True),
        )
        self.platform = FakePlatform(
            {TEAM: team, PRIVATE: team}, frozenset({CLOSED}), public=frozenset({TEAM})
        )

    def shown(self, conversation: str) -> list[str]:
        """Return the texts of the notes."""
        return [v.text for v in self.platform.shown(conversation) if isinstance(v, Note)]

    def remove(self, ref: str) -> None:
        """Delete a message."""
        self.platform.remove(ref)

    def fail(self, method: Method, fault: Fault) -> None:
        """Let the next call fail."""
        if fault == "busy":
            self.platform.fail(method, RateLimited(7.0))
            self.platform.busy = {call for call in SENDINGS if call == method}
        else:
            self.platform.fail(method, PlatformDown("down"), effect=fault == "lost")

    def wait(self, seconds: float) -> None:
        """The fake has no clock: all that it was busy with is over."""
        self.platform.busy = set()


class SlackChat:
    """Slack's real client against the embedded workspace."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self.rig = Rig(workspace)
        self.platform = self.rig.platform

    def shown(self, conversation: str) -> list[str]:
        """Return the texts as a person sees them."""
        reader = self.workspace.person(COLLEAGUE)
        place = reader.direct if conversation == COLLEAGUE else conversation
        return [message["text"] for message in reader.messages(place) if message["bot"]]

    def remove(self, ref: str) -> None:
        """Delete a message."""
        channel, ts = ref.split("/")
        self.rig.client.chat_delete(channel=channel, ts=ts)

    def fail(self, method: Method, fault: Fault) -> None:
        """Let the workspace answer the next call wrongly."""
        name = METHODS[method]
        if fault == "busy":
            self.workspace.fault("rate_limit", method=name, retry_after=7, times=1)
        elif fault == "lost":
            self.workspace.fault("drop_response", method=name, times=1)
        else:
            self.workspace.fault("http", method=name, status=503, times=1)

    def wait(self, seconds: float) -> None:
        """Let time pass for the pace."""
        self.rig.seconds.pass_by(seconds)


def with_a_private_channel() -> Sample:
    """Return the people and channels of the workspace, one of the channels private."""
    sample = load_sample(None)
    channels = (replace(each, is_private=each.id == PRIVATE) for each in sample.channels)
    return replace(sample, channels=tuple(channels))


@pytest.fixture(params=["fake", "slack"])
def chat(request: pytest.FixtureRequest) -> Iterator[Chat]:
    """Return each platform in turn."""
    if request.param == "fake":
        yield FakeChat()
        return
    with Workspace(with_a_private_channel()) as workspace:
        yield SlackChat(workspace)


def _message(text: str, *, key: str = "board/1", to: str = TEAM) -> Outgoing:
    return Outgoing(key=key, tenant=TENANT, conversation=to, view=Note(text=text), version=1)


def test_members_are_told_apart(chat: Chat) -> None:
    """Who is in the channel, with bots and guests marked as such."""
    members = {each.key.user: each for each in chat.platform.members(TEAM)}
    manager = members["U0KARIN"]
    assert manager == Person(PersonKey("slack", TENANT, "U0KARIN"), manager.name)
    assert "karin" in manager.name.lower()
    assert members["U0GASTEN"].is_guest
    assert members["U0APTBOT"].is_bot


def test_people_are_told_apart_wherever_they_are(chat: Chat) -> None:
    """Somebody is looked up without any channel; who has no account is left out."""
    wanted = [person(user) for user in ("U0KARIN", "U0GASTEN", "U0APTBOT", "U0INGEN")]
    karin, guest, robot = chat.platform.people(wanted)
    assert karin == Person(person("U0KARIN"), karin.name)
    assert "karin" in karin.name.lower()
    assert (guest.is_guest, robot.is_bot) == (True, True)


def test_names_of_those_who_have_been_told_of(chat: Chat) -> None:
    """Once the members have been read their names are known, each once; a stranger's is not."""
    (manager,) = (each for each in chat.platform.members(TEAM) if each.key.user == "U0KARIN")
    names = chat.platform.names([manager.key, person("U0NOBODY"), manager.key])
    assert manager.name in names
    assert len(names) == len(set(names))
    assert "siv" not in " ".join(names).lower()
    assert chat.platform.names([]) == ()


def test_names_are_never_asked_for(chat: Chat) -> None:
    """Before anybody has been told of no name is known, and the platform is not asked."""
    chat.fail("members", "down")
    assert chat.platform.names([person("U0KARIN")]) == ()
    with pytest.raises(PlatformDown):  # the failure was not used up: there was no call
        chat.platform.members(TEAM)


def test_members_of_a_closed_channel(chat: Chat) -> None:
    """A channel that the bot is not in cannot be asked for its members."""
    with pytest.raises(NotInChannel):
        chat.platform.members(CLOSED)


def test_members_of_a_direct_message(chat: Chat) -> None:
    """A private conversation is no team's channel."""
    with pytest.raises(NotAChannel):
        chat.platform.members(DIRECT)


def test_channel_that_is_open_to_all_is_told_from_a_private_one(chat: Chat) -> None:
    """In the one anybody of the workspace may read and join; of an unknown one nothing is said."""
    assert chat.platform.open_to_all(TEAM)
    assert not chat.platform.open_to_all(PRIVATE)
    with pytest.raises(NotInChannel):
        chat.platform.open_to_all("C0NOWHERE")


@pytest.mark.parametrize("to", [TEAM, COLLEAGUE])
def test_posted_message_stands_and_is_found(chat: Chat, to: str) -> None:
    """A message to a channel or a person stands there, and is found by its key."""
    message = _message("Hej!", to=to)
    ref = chat.platform.post(message)
    assert chat.shown(to) == ["Hej!"]
    assert chat.platform.find(message) == ref


def test_post_in_a_closed_channel(chat: Chat) -> None:
    """Where the bot is not, it cannot post."""
    with pytest.raises(NotInChannel):
        chat.platform.post(_message("Hej!", to=CLOSED))


@pytest.mark.parametrize("to", [TEAM, COLLEAGUE])
def test_update_replaces_the_message(chat: Chat, to: str) -> None:
    """An update changes the message in place, and it keeps its key and ref."""
    message = _message("Nu", to=to)
    ref = chat.platform.post(message)
    later = replace(message, view=Note(text="Sedan"), ref=ref)
    chat.platform.update(later)
    assert chat.shown(to) == ["Sedan"]
    assert chat.platform.find(later) == ref


def test_update_of_a_deleted_message(chat: Chat) -> None:
    """A message that somebody has deleted is gone, and is not found any more."""
    message = _message("Hej!")
    ref = chat.platform.post(message)
    chat.remove(ref)
    with pytest.raises(MessageGone):
        chat.platform.update(replace(message, ref=ref))
    assert chat.platform.find(message) == ""


def test_find_tells_messages_apart(chat: Chat) -> None:
    """Only the message of the very key in the very conversation is found."""
    ref = chat.platform.post(_message("Ett", key="board/1"))
    other = chat.platform.post(_message("Två", key="board/11"))
    assert chat.platform.find(_message("", key="board/1")) == ref
    assert chat.platform.find(_message("", key="board/11")) == other
    assert chat.platform.find(_message("", key="board/2")) == ""
    assert chat.platform.find(_message("", key="board/1", to=COLLEAGUE)) == ""


def test_lost_answer_leaves_a_message_to_find(chat: Chat) -> None:
    """When only the answer is lost, the call fails once and the message is found."""
    message = _message("Hej!")
    chat.fail("post", "lost")
    with pytest.raises(PlatformDown):
        chat.platform.post(message)
    assert chat.shown(TEAM) == ["Hej!"]
    assert chat.platform.find(message) != ""


@pytest.mark.parametrize("method", ["members", "post", "update", "find"])
def test_platform_that_is_down_for_a_moment(chat: Chat, method: Method) -> None:
    """An outage is told as such, and the next call works."""
    message = _message("Hej!")
    message = replace(message, ref=chat.platform.post(message))
    chat.fail(method, "down")
    with pytest.raises(PlatformDown):
        _call(chat.platform, method, message)
    _call(chat.platform, method, message)


@pytest.mark.parametrize("method", ["members", "post", "update", "find"])
def test_platform_that_asks_us_to_wait(chat: Chat, method: Method) -> None:
    """The wait is told in seconds; nothing has happened, and after it the call works."""
    message = _message("Hej!")
    message = replace(message, ref=chat.platform.post(message))
    chat.fail(method, "busy")
    with pytest.raises(RateLimited) as told:
        _call(chat.platform, method, message)
    assert told.value.retry_after == 7
    assert chat.shown(TEAM) == ["Hej!"]
    chat.wait(7)
    _call(chat.platform, method, message)


@pytest.mark.parametrize(("call", "other"), [("post", "update"), ("update", "post")])
def test_platform_says_before_a_call_that_it_would_have_to_wait(
    chat: Chat, call: Sending, other: Sending
) -> None:
    """Asked to wait with one kind of call, we know it of every message, and of that kind only."""
    message = _message("Hej!")
    message = replace(message, ref=chat.platform.post(message))
    assert chat.platform.takes(call)
    chat.fail(call, "busy")
    with pytest.raises(RateLimited):
        _call(chat.platform, call, message)
    assert not chat.platform.takes(call)
    assert chat.platform.takes(other)
    chat.wait(7)
    assert chat.platform.takes(call)


def _call(platform: Platform, method: Method, message: Outgoing) -> None:
    if method == "members":
        platform.members(TEAM)
    else:
        getattr(platform, method)(message)
