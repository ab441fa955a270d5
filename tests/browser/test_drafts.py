"""The draft of a language model in the browser: below the summary, or simply not there."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from bot.settings import Settings
from tests.browser.conftest import OpenPage
from tests.browser.driving import message
from tests.browser.test_looks import PHONE
from tests.browser.test_pools import look
from tests.drafting.stand_in import MODEL, StandIn, claim, saying, stand_in
from tests.e2e.places import COLLEAGUES, MANAGER, TEAM
from tests.e2e.stage import GOOD, Stage
from tests.services.drafting import COMMENTS, TEXT

GOOD_DRAFT = saying(claim(TEXT, _3="mer tid för planering", _9="tid för planering tillsammans"))
LIE = "Flera vill ha högre lön och fler lediga dagar."
LYING_DRAFT = saying(claim(LIE, _3="mer lön", _9="fler lediga dagar i veckan"))
TIMEOUT = 1
"""Seconds; fewer than may be set, so that nobody waits for a test."""

LOOKS = pytest.mark.parametrize(
    "options",
    [{}, {"color_scheme": "dark"}, {"viewport": PHONE}],
    ids=["wide", "dark", "phone"],
)


class Drafting(Stage):
    """A stage whose bot asks a language model at this address."""

    url = ""

    @property
    def settings(self) -> Settings:
        """The settings, with the model's."""
        given = {"draft_url": self.url, "draft_model": MODEL, "draft_timeout": TIMEOUT}
        return super().settings.model_copy(update=given)


@pytest.fixture
def model() -> Iterator[StandIn]:
    """The language model's server; until a test says otherwise it writes a good draft."""
    with stand_in(GOOD_DRAFT) as running:
        yield running


@pytest.fixture
def stage(tmp_path: Path, model: StandIn) -> Iterator[Drafting]:
    """The real bot, which may ask the model, and a box that is open for answers."""
    running = Drafting(tmp_path)
    running.url = model.url
    with running.on():
        running.start_bot()
        running.open_for_answers()
        yield running


def answered(stage: Stage) -> None:
    """Let colleagues write the comments with a yes, and close the box."""
    for user, text in zip(COLLEAGUES, COMMENTS, strict=False):
        given: dict[str, str | list[str] | None] = {
            **GOOD,
            "Vad hjälper dig": text,
            "verbatim": ["yes"],
        }
        assert stage.answer(user, stage.board(), given).ok
    stage.ask(MANAGER, "/apt stopp")
    stage.summary()
    stage.settle()


@LOOKS
def test_a_draft_stands_below_the_summary(
    stage: Drafting, open_page: OpenPage, options: dict[str, Any]
) -> None:
    """Promised in the form, labelled, and with the comments that each claim rests on."""
    ali = open_page(COLLEAGUES[0], **options)
    message(ali, "Svara anonymt").last.get_by_role("button", name="Svara anonymt").click()
    form = ali.get_by_role("dialog", name="Svara anonymt")
    expect(form).to_contain_text("även för AI")
    look(ali)
    form.get_by_role("button", name="Avbryt").click()
    answered(stage)
    karin = open_page(MANAGER, place=stage.karin.direct, **options)
    expect(karin.get_by_role("article").nth(0)).to_contain_text("Sammanfattning: 3.")
    draft = karin.get_by_role("article").nth(1)
    expect(draft.get_by_role("heading", name="AI-utkast")).to_be_visible()
    expect(draft).to_contain_text("det kan vara fel")
    expect(draft).to_contain_text(f"AI-utkast: {TEXT}")
    expect(draft.get_by_role("listitem")).to_have_text([COMMENTS[2], COMMENTS[8]])
    expect(draft).to_contain_text(MODEL)
    look(karin)


def test_the_team_never_sees_it(stage: Drafting, open_page: OpenPage) -> None:
    """Not in the channel when the summary is shared, nor when it is read again."""
    answered(stage)
    assert stage.karin.press(stage.summary(), "Dela nu").ok
    stage.settle()
    ali = open_page(COLLEAGUES[0], place=TEAM)
    expect(message(ali, "Sammanfattning: 3.").last).to_be_visible()
    expect(ali.get_by_text(TEXT)).to_have_count(0)
    expect(ali.get_by_text("AI-utkast")).to_have_count(0)
    karin = open_page(MANAGER, place=stage.karin.direct)
    expect(karin.get_by_text(TEXT)).to_be_visible()


def test_it_goes_when_a_comment_is_hidden(stage: Drafting, open_page: OpenPage) -> None:
    """Whatever it said, it may have said it in other words."""
    answered(stage)
    karin = open_page(MANAGER, place=stage.karin.direct)
    expect(karin.get_by_text(TEXT)).to_be_visible()
    message(karin, "Sammanfattning:").first.get_by_role("button", name="Dölj en kommentar").click()
    form = karin.get_by_role("dialog", name="Dölj en kommentar")
    form.get_by_role("button", name="Kommentarer som teamet inte får se").click()
    form.get_by_role("checkbox", name=COMMENTS[0]).check()
    form.get_by_role("button", name="Spara").click()
    karin.get_by_role("dialog").get_by_role("button", name="Stäng").last.click()
    expect(message(karin, "AI-utkastet är borttaget, eftersom en kommentar")).to_be_visible()
    expect(karin.get_by_text(TEXT)).to_have_count(0)
    look(karin)


@contextmanager
def plain_summary(stage: Stage, open_page: OpenPage) -> Iterator[Page]:
    """The summary as it is without a draft, whole, and nothing about one."""
    answered(stage)
    karin = open_page(MANAGER, place=stage.karin.direct)
    summary = message(karin, "Sammanfattning: 3.")
    expect(summary).to_contain_text("11 av 12 svarade")
    for comment in COMMENTS:
        expect(summary).to_contain_text(comment)
    expect(karin.get_by_text("AI-utkast")).to_have_count(0)
    yield karin
    look(karin)


def test_a_lie_gives_the_plain_summary(
    stage: Drafting, model: StandIn, open_page: OpenPage
) -> None:
    """What is quoted and does not stand in the comments is never shown."""
    model.reply = LYING_DRAFT
    with plain_summary(stage, open_page) as karin:
        assert len(model.sent) == 1, "it was asked"
        expect(karin.get_by_text(LIE)).to_have_count(0)


def test_silence_gives_the_plain_summary(
    stage: Drafting, model: StandIn, open_page: OpenPage
) -> None:
    """A model that never answers is waited for as long as the setting says, and no longer."""

    def silence(_: BaseHTTPRequestHandler) -> None:
        model.closing.wait()

    model.reply = silence
    with plain_summary(stage, open_page):
        assert len(model.sent) == 1, "it was asked, and not again"
