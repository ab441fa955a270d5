"""Look-alikes and invisible signs."""

# ruff: noqa: RUF001 - look-alikes are what is tested
from __future__ import annotations

import pytest

from bot.text import Kind, find, normalise


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Helt vanlig text, åäö é!", "Helt vanlig text, åäö é!"),
        ("Ａｎｎａ ０７０", "Anna 070"),
        ("A\u200bn\u00adna\ufeff", "Anna"),
        ("Bjo\u0308rn", "Björn"),
        ("Bjo\u200b\u0308rn", "Björn"),
        ("850314\u20111230", "850314-1230"),
        ("850314–1230", "850314-1230"),
        ("850314−1230", "850314-1230"),
        ("Lars’", "Lars'"),
        ("Lars`", "Lars'"),
        ("070\u00a0174", "070 174"),
        ("٠٧٠ ०७०", "070 070"),
        ("a\r\nb\u2028c", "a\n\nb\nc"),
        ("anna＠example．se", "anna@example.se"),
    ],
)
def test_each_sign_has_one_form(written: str, read: str) -> None:
    """What looks alike becomes alike."""
    assert normalise(written) == read


def test_letters_keep_their_accents() -> None:
    """A normalised text is still what was written."""
    assert normalise("Åsa Öst, André, Łukasz, Zoë") == "Åsa Öst, André, Łukasz, Zoë"


def test_piles_of_marks_are_cut() -> None:
    """No letter keeps more than eight marks; one of them is composed into it."""
    assert len(normalise("a" + "\u0301" * 1000)) == 8


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("８５０３１４－１２３０", Kind.IDENTITY_NUMBER),
        ("85\u200b0314\u20101\u00ad230", Kind.IDENTITY_NUMBER),
        ("0\u206070–174\u00a006\u202f05", Kind.PHONE),
        ("anna＠example.se", Kind.EMAIL),
        ("＠anna", Kind.MENTION),
    ],
)
def test_tricks_hide_nothing(text: str, kind: Kind) -> None:
    """What is dressed up is refused like the plain form."""
    assert [finding.kind for finding in find(text, ()).refused] == [kind]
