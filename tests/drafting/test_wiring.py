"""From the settings to what asks the model, or to nothing at all."""

from __future__ import annotations

import logging

import pytest

from bot.bootstrap import _drafter
from bot.settings import Settings

URL = "https://llm.kommunen.se/v1"
SET = {"APTBOT_DRAFT_URL": URL, "APTBOT_DRAFT_MODEL": "modell", "APTBOT_DRAFT_KEY": "sk-hemlig"}


def test_where_texts_are_sent_is_logged_at_the_start(caplog: pytest.LogCaptureFixture) -> None:
    """With the address, and without the key."""
    caplog.set_level(logging.DEBUG)
    found = _drafter(Settings.model_validate(SET | {"APTBOT_DRAFT_TIMEOUT": 7}))
    assert found is not None
    assert (found.url, found.name, found.timeout, found.key) == (URL, "modell", 7, "sk-hemlig")
    assert URL in caplog.text
    assert "hemlig" not in caplog.text


def test_without_an_address_there_is_nothing_that_could_send(
    caplog: pytest.LogCaptureFixture,
) -> None:
    """Whatever else is set."""
    caplog.set_level(logging.DEBUG)
    rest = {key: value for key, value in SET.items() if key != "APTBOT_DRAFT_URL"}
    assert _drafter(Settings.model_validate(rest)) is None
    assert caplog.text == ""
