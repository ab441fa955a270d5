"""Numbers, addresses and mentions: what is found, and what must not be taken for them."""

from __future__ import annotations

import pytest

from tests.text.looking import found

IDENTITY_NUMBERS = [
    "850314-1230",
    "19850314-1230",
    "8503141230",
    "198503141230",
    "120713+1219",
    "850314 1230",
    "850374-1230",
    "19850374-1230",
    "850314-XXXX",
    "850314-xxxx",
    "850314XXXX",
    "850314-****",
    "850314-12XX",
    "850314-????",
    "1985-03-14-XXXX",
    "1985-03-14-1230",
    "20140302-T014",
    "140302T014",
    "85 03 14 12 30",
    "85.03.14.12.30",
    "070115-1230",
]


@pytest.mark.parametrize("number", IDENTITY_NUMBERS)
def test_identity_numbers_are_found(number: str) -> None:
    """Personal and coordination numbers, also veiled ones, interim ones and bad check digits."""
    assert found(f"Det gäller {number}, sa hon.") == [("identity-number", number)]


PHONES = [
    "070-174 06 05",
    "0701740605",
    "070 174 06 05",
    "070-17 40 605",
    "0701-740605",
    "070/174.06.05",
    "(070) 174 06 05",
    "+46701740605",
    "+46 70 174 06 05",
    "+46 (0)70-174 06 05",
    "0046701740605",
    "46701740605",
    "08-465 004 21",
    "08-46 50 04",
    "031-390 06 15",
    "0980-319 234",
    "010-390 06 15",
    "+47 912 34 567",
]


@pytest.mark.parametrize("number", PHONES)
def test_phone_numbers_are_found(number: str) -> None:
    """Mobile and fixed numbers, however they are grouped."""
    assert found(f"Ring {number}, sa hon.") == [("phone", number)]


@pytest.mark.parametrize(
    "text",
    [
        "07.30-16.00",
        "07:30-16:00",
        "0730-1630",
        "kl 08.30-17.00 14 personer",
        "08.30 17.00",
        "112",
        "1177",
        "114 14",
        "020-22 00 60",
        "0771-11 22 33",
        "2026-03-14",
        "2026-03-14 07.30",
        "2026-03-14 - 2026-03-20",
        "08-12-2026",
        "08/12 2026",
        "2019-2024",
        "1 250 000 kr",
        "0,5 0,75 1,0 1,25",
        "212000-0142",
        "order 4500123456",
        "853314-1230",
        "850332-1230",
        "850314-123",
    ],
)
def test_other_numbers_are_left_alone(text: str) -> None:
    """Times, dates, money, emergency and service numbers, and numbers of other things."""
    assert found(f"Vi tog {text} den gången") == []


@pytest.mark.parametrize(
    "address",
    [
        "anna@example.se",
        "a.b+c@sub.example.se",
        "anna@kommun",
        "anna (at) example.se",
        "anna[at]example[punkt]se",
        "anna snabela example.se",
        "anna at example punkt se",
        "anna.l at example.se",
        "anna @ example.se",
    ],
)
def test_addresses_are_found_once(address: str) -> None:
    """E-mail addresses, also those written around; a name inside is not found again."""
    assert found(f"Skriv till {address}.") == [("email", address)]


@pytest.mark.parametrize(
    "mention",
    ["@anna", "@Bo.Glad", "@jocke_92", "@channel", "@here", "<@U0123>", "<@U0123|anna>", "<!here>"],
)
def test_mentions_are_found(mention: str) -> None:
    """Mentions of one or of all, as typed and as the platform sends them."""
    assert found(f"Hej {mention} kom hit") == [("mention", mention)]


@pytest.mark.parametrize("text", ["12 st @ 15 kr", "looked at www.example.org", "2@ på natten"])
def test_an_at_sign_alone_is_no_address(text: str) -> None:
    """Prices and English prepositions are left alone."""
    assert found(text) == []
