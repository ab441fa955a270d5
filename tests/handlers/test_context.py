"""From an error to words for a person, and to a log that gives nobody away."""

from __future__ import annotations

import logging
from threading import Event

import pytest

from bot.domain.programme import ThemeRef
from bot.errors import (
    KeyVaultError,
    NotAllowed,
    PlatformDown,
    PlatformError,
    StoreError,
    TextTooLong,
    UnknownTheme,
    UserError,
)
from bot.handlers.context import Context, explain, guarded
from bot.locales import words
from bot.services import sessions
from bot.views.model import Note
from tests.services.people import KARIN, OTHER_CHANNEL
from tests.services.world import World

SV = words("sv")
CANARY = "kanariefågeln från avdelning fyra"
WAIT = 20.0


def secretive() -> None:
    """Fail as code does that quotes what it was given."""
    try:
        int(CANARY)
    except ValueError as error:
        raise KeyError(CANARY) from error


PROBLEMS: list[Exception] = [
    RuntimeError(CANARY),
    KeyError(CANARY),
    ValueError(CANARY),
    StoreError(CANARY),
    KeyVaultError(CANARY),
    PlatformError(CANARY),
    UnicodeEncodeError("utf-8", CANARY, 0, 1, CANARY),
]


@pytest.mark.parametrize("problem", PROBLEMS, ids=lambda problem: type(problem).__name__)
def test_unexpected_error_is_told_without_its_words(
    problem: Exception, caplog: pytest.LogCaptureFixture
) -> None:
    """The person gets a plain apology, the log the kind of error, and nobody its words."""
    with caplog.at_level(logging.DEBUG):
        said = explain(problem, SV)
    assert said.text == SV("reply-failed")
    assert CANARY not in said.text + caplog.text
    assert f"unexpected {type(problem).__name__}" in caplog.text


def test_place_of_an_error_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    """The log tells file and line of what failed, also inside, and never what was quoted."""
    guarded(secretive)
    assert "unexpected KeyError at context.py:" in caplog.text
    assert "test_context.py:" in caplog.text
    assert CANARY not in caplog.text
    assert not [record.exc_info for record in caplog.records if record.exc_info]


@pytest.mark.parametrize(
    ("problem", "id", "params"),
    [
        (NotAllowed(), "error-not-allowed", {}),
        (TextTooLong(limit=600), "error-text-too-long", {"limit": 600}),
        (
            UnknownTheme(word="x", nearest=""),
            "error-unknown-theme",
            {"word": "x", "nearest": "none"},
        ),
        (UserError(), "error-unknown", {}),
    ],
)
def test_error_for_people_is_told_and_not_logged(
    problem: UserError,
    id: str,
    params: dict[str, str | int],
    caplog: pytest.LogCaptureFixture,
) -> None:
    """What a person can mend is said in words and is nothing for the log."""
    with caplog.at_level(logging.DEBUG):
        assert explain(problem, SV).text == SV(id, **params)
    assert caplog.text == ""


def test_outage_is_a_warning_without_words(caplog: pytest.LogCaptureFixture) -> None:
    """A platform that is away is no error of the bot's."""
    with caplog.at_level(logging.DEBUG):
        assert explain(PlatformDown(CANARY), SV).text == SV("reply-failed")
    assert [record.levelname for record in caplog.records] == ["WARNING"]
    assert CANARY not in caplog.text


def test_guarded_work_is_done(caplog: pytest.LogCaptureFixture) -> None:
    """Work that succeeds is simply done."""
    done: list[int] = []
    guarded(lambda: done.append(1))
    assert done == [1]
    assert caplog.text == ""


def test_guarded_lets_the_end_of_the_process_through() -> None:
    """Only errors are caught: an interrupt still ends the program."""

    def interrupted() -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        guarded(interrupted)


# --- the context --------------------------------------------------------------------------


def test_answer_returns_what_came_of_it(context: Context, world: World) -> None:
    """Without an error the reply is the work's own, also when it is nothing."""
    note = Note(text="hej")
    assert context.answer(world.request(), lambda: note) == note
    assert context.answer(world.request(), lambda: None) is None


def test_answer_explains_in_the_teams_language(context: Context, world: World) -> None:
    """An error is answered in the words of the channel's team."""

    def refused() -> None:
        sessions.stop(context.deps, world.request(KARIN))

    said = context.answer(world.request(), refused)
    assert said == Note(text=SV("error-no-session"))
    elsewhere = context.answer(world.request(channel=OTHER_CHANNEL), _fail)
    assert elsewhere == Note(text=SV("reply-failed"))


def _fail() -> None:
    raise RuntimeError(CANARY)


def test_later_is_done_in_another_thread(context: Context) -> None:
    """What must not delay an acknowledgement is done meanwhile, and its errors are survived."""
    done = Event()
    context.later(_fail)
    context.later(done.set)
    assert done.wait(WAIT)


def test_reply_that_can_not_be_shown_is_logged(
    context: Context, caplog: pytest.LogCaptureFixture
) -> None:
    """A late reply that Slack does not take is logged without the reply."""
    context.reply("http://127.0.0.1:9/response", Note(text=CANARY))
    context.background.shutdown(wait=True)
    assert "a private reply could not be shown: PlatformDown at" in caplog.text
    assert CANARY not in caplog.text
    assert "127.0.0.1:9" not in caplog.text


def test_words_of_a_round_never_fail(context: Context, world: World) -> None:
    """When the database can't be read, what went wrong is still said, in the usual language."""
    request = world.request()
    assert context.words_of_round(request, "unknown").language == "sv"
    world.store.close()
    assert context.words_of_round(request, "unknown").language == "sv"


def test_nothing_to_reply_calls_nobody(context: Context, caplog: pytest.LogCaptureFixture) -> None:
    """Without a reply, or without a way back, nothing is sent."""
    context.reply("http://127.0.0.1:9/response", None)
    context.reply("", Note(text="hej"))
    context.background.shutdown(wait=True)
    assert caplog.text == ""


def test_theme_ref_reads_what_a_button_carries() -> None:
    """The value of a start button is the theme's place; anything else is refused."""
    assert str(ThemeRef.parse("kvarten/tema1")) == "kvarten/tema1"
    for forged in ("", "x", "a/b/c"):
        with pytest.raises(ValueError):  # noqa: PT011 - which one does not matter
            ThemeRef.parse(forged)
