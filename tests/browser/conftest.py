"""Fixtures: a real browser, a running workspace with a real app, and pages of people."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from bot.workspace import Workspace
from tests.browser.sink_app import CHANNEL, SinkApp
from tests.e2e.brisk import brisk
from tests.e2e.stage import Stage

__all__ = ["brisk"]

_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
_PATIENCE_MS = 10_000

OpenPage = Callable[..., Page]

expect.set_options(timeout=_PATIENCE_MS)


def _chromium() -> str | None:
    """Chromium's program: the one named in APTBOT_CHROMIUM, Debian's, or one in PATH."""
    named = os.environ.get("APTBOT_CHROMIUM")  # noqa: TID251  (a setting of the tests alone)
    found = (shutil.which(name) for name in ("/usr/bin/chromium", "chromium", "google-chrome"))
    return named or next((path for path in found if path), None)


def _absent() -> None:
    """Skip, or fail where the browser has been promised."""
    words = "Chromium is not installed, so the page is not tested in a browser."
    if os.environ.get("CI") == "true":  # noqa: TID251  (a setting of the tests alone)
        pytest.fail(words)
    pytest.skip(words)


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """One browser for the browser tests of a worker process.

    It ends with them: Playwright keeps an event loop running in the thread, in which no other
    test could run one of its own.
    """
    program = _chromium()
    if program is None:
        _absent()
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=program, args=_FLAGS)
        yield running
        running.close()


@pytest.fixture(scope="package")
def connected() -> Iterator[tuple[Workspace, SinkApp]]:
    """A workspace with the app connected; hanging up takes seconds, so it is done once."""
    with Workspace() as running, SinkApp(running) as app:
        yield running, app


@pytest.fixture
def sink(connected: tuple[Workspace, SinkApp]) -> SinkApp:
    """The app, connected to a workspace as it is at its start."""
    running, app = connected
    running.reset()
    app.seen.clear()
    return app


@pytest.fixture
def stage(tmp_path: Path, brisk: None) -> Iterator[Stage]:
    """The real bot on a workspace whose clock the test moves."""
    with Stage(tmp_path).on() as running:
        running.start_bot()
        yield running


@pytest.fixture
def workspace(request: pytest.FixtureRequest) -> Iterator[Workspace]:
    """The workspace of the app or the bot in tests that ask for it, elsewhere one without."""
    if "stage" in request.fixturenames:
        yield request.getfixturevalue("stage").workspace
        return
    if "sink" in request.fixturenames:
        request.getfixturevalue("sink")
        yield request.getfixturevalue("connected")[0]
        return
    with Workspace() as running:
        yield running


@pytest.fixture
def open_page(browser: Browser, workspace: Workspace) -> Iterator[OpenPage]:
    """Open the page as a person: `open_page("U0ALI", place="home", color_scheme="dark")`.

    At the end no page may have had an error, such as a breach of its content policy. A test that
    provokes one passes `errors=True`.
    """
    contexts: list[BrowserContext] = []
    problems: list[str] = []

    def open_as(
        user: str = "U0KARIN",
        place: str = CHANNEL,
        *,
        errors: bool = False,
        **options: Any,  # noqa: ANN401  (what Playwright's new_context takes)
    ) -> Page:
        context = browser.new_context(**_defaults(options))
        context.set_default_timeout(_PATIENCE_MS)
        contexts.append(context)
        page = context.new_page()
        if not errors:
            _watch(page, problems)
        page.goto(f"{workspace.url}/?as={user}#/{place}")
        expect(page.get_by_role("main").or_(page.get_by_role("alert")).first).to_be_visible()
        return page

    yield open_as
    for context in contexts:
        context.close()
    assert problems == []


def _defaults(options: dict[str, Any]) -> dict[str, Any]:
    plain = {
        "locale": "sv-SE",
        "timezone_id": "Europe/Stockholm",
        "reduced_motion": "reduce",
        "viewport": {"width": 1200, "height": 900},
    }
    return plain | options


def _watch(page: Page, problems: list[str]) -> None:
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.on(
        "console",
        lambda line: problems.append(line.text) if line.type in ("error", "warning") else None,
    )
