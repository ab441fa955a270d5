"""The words for weekdays, months and numbers, Swedish and English, as `plain` writes them."""

from __future__ import annotations

from bot.domain.recurrence import LAST

_WEEKDAYS = (
    ("mandag", "man", "monday", "mon"),
    ("tisdag", "tis", "tuesday", "tues", "tue"),
    ("onsdag", "ons", "wednesday", "weds", "wed"),
    ("torsdag", "tors", "tor", "thursday", "thurs", "thur", "thu"),
    ("fredag", "fre", "friday", "fri"),
    ("lordag", "lor", "saturday", "sat"),
    ("sondag", "son", "sunday", "sun"),
)
_MONTHS = (
    ("januari", "january", "jan"),
    ("februari", "february", "feb"),
    ("mars", "march", "mar"),
    ("april", "apr"),
    ("maj", "may"),
    ("juni", "june", "jun"),
    ("juli", "july", "jul"),
    ("augusti", "august", "aug"),
    ("september", "sept", "sep"),
    ("oktober", "october", "okt", "oct"),
    ("november", "nov"),
    ("december", "dec"),
)
_NUMBERS = (
    (("en", "ett", "one", "a"), ("forsta", "first")),
    (("tva", "two"), ("andra", "second")),
    (("tre", "three"), ("tredje", "third")),
    (("fyra", "four"), ("fjarde", "fourth")),
    (("fem", "five"), ("femte", "fifth")),
    (("sex", "six"), ("sjatte", "sixth")),
    (("sju", "seven"), ("sjunde", "seventh")),
    (("atta", "eight"), ("attonde", "eighth")),
    (("nio", "nine"), ("nionde", "ninth")),
    (("tio", "ten"), ("tionde", "tenth")),
    (("elva", "eleven"), ("elfte", "eleventh")),
    (("tolv", "twelve"), ("tolfte", "twelfth")),
    (("tretton", "thirteen"), ("trettonde", "thirteenth")),
    (("fjorton", "fourteen"), ("fjortonde", "fourteenth")),
)

WEEKDAYS = {word: number for number, words in enumerate(_WEEKDAYS) for word in words}
MONTHS = {word: number for number, words in enumerate(_MONTHS, 1) for word in words}
CARDINALS = {word: number for number, (words, _) in enumerate(_NUMBERS, 1) for word in words}
ORDINALS = {word: number for number, (_, words) in enumerate(_NUMBERS, 1) for word in words} | {
    "sista": LAST,
    "last": LAST,
}


def any_of(*words: str) -> str:
    """Return a pattern for any of the words, the longest that fits."""
    return f"(?:{'|'.join(sorted(words, key=len, reverse=True))})"


_SWEDISH = any_of(*(word for word in WEEKDAYS if word.endswith("dag")))
_ENGLISH = any_of(*(word for word in WEEKDAYS if word.endswith("day")))
_SHORT = any_of(*(word for word in WEEKDAYS if not word.endswith(("dag", "day"))))
WEEKDAY = rf"(?:{_SWEDISH}(?:arna|ar|en)?|{_ENGLISH}s?|{_SHORT}\.?)"
PLURALS = ("ar", "arna", "days")
MONTH = any_of(*MONTHS)
CARDINAL = rf"(?:\d{{1,2}}|{any_of(*CARDINALS)})"
ORDINAL = rf"(?:\d{{1,2}} ?:?(?:[ea]|st|nd|rd|th)|{any_of(*ORDINALS)})"


def weekday(text: str) -> int:
    """Return the number of the weekday (Monday is 0) that begins so."""
    return next(number for word, number in WEEKDAYS.items() if text.startswith(word))


def number(text: str) -> int:
    """Return the number that a cardinal or an ordinal, in digits or as a word, stands for."""
    digits = "".join(each for each in text if each.isdigit())
    return int(digits) if digits else (CARDINALS | ORDINALS)[text]
