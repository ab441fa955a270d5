"""What of a language model's claims may be shown: only what can be verified word for word.

Whatever is in doubt is dropped. A claim that is left may still be mistaken about what its comments
mean; therefore they are always shown with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from bot.domain.claims import (
    CLAIM_LENGTHS,
    FEWEST_CITED,
    MOST_CITED,
    MOST_CLAIMS,
    Claim,
    Support,
)
from bot.text.instructions import may_instruct
from bot.text.normal import normalise
from bot.text.personal import find

FEWEST_QUOTED = 3
"""A quote has so many words, or is the whole comment: one word proves nothing."""

_MARKUP = re.compile(r"[<>@#*_~`|\\{}\[\]\n\t]")

_NUMBER = (
    r"(?:noll|två|tvenne|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|tretton|fjorton|femton|sexton"
    r"|sjutton|arton|nitton|tjugo|trettio|fyrtio|femtio|sextio|sjuttio|åttio|nittio|hundra|tusen"
    r"|miljon(?:er)?|miljard(?:er)?|dussin|zero|one|two|three|four|five|six|seven|eight|nine|ten"
    r"|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty"
    r"|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|millions?|dozens?)"
)
_NUMBERS = re.compile(
    rf"(?:{_NUMBER}(?:en|ett)?)+(?:-?tals?)?|half|halva?|hälften"
    r"|\w*(?:tredjedel|fjärdedel|femtedel|tiondel)\w*|thirds?|quarters?|procent\w*|percent\w*|majorite\w*|majority|minorit\w*"
    r"|flesta|most|mest|alla|allihop|samtliga|varenda|varje|all|every\w*|each|ingen|inga|none"
    r"|nobody|båda|bägge|both|enda|only|nästan|nearly|par|couple"
)
"""Numbers in words, and words that count: how many said something is for us to tell, from us."""

_SWEDISH_TEXT = """\
och att det som är en ett på av för med inte den till om har vi när man de från så kan mer
mellan blir efter vill ska upplever beskriver flera någon några behöver saknas saknar finns
under vid i eller hur också tycker
"""
_SWEDISH = frozenset(_SWEDISH_TEXT.split())
_ENGLISH_TEXT = """\
the and of to is are that it in for with not on as be have has we when they from so can more
between several some want wants need needs describe describes or how also there their this
would after during about say says a an
"""
_ENGLISH = frozenset(_ENGLISH_TEXT.split())
_OF = {"sv": (_SWEDISH, _ENGLISH), "en": (_ENGLISH, _SWEDISH)}
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def verified(
    claims: Iterable[Claim], comments: Sequence[str], language: str, names: Iterable[str]
) -> tuple[Claim, ...]:
    """Return the claims that may be shown, in their order and each text once.

    Args:
        claims: What a model said of the comments.
        comments: What the model was given; the first has the number 1.
        language: What a claim is to be written in, "sv" or "en".
        names: Of those who may be meant; no claim tells of a person.
    """
    known = tuple(names)
    kept: dict[str, Claim] = {}
    for claim in claims:
        if _is_fit(claim.text, language, known) and _is_proved(claim, comments):
            kept.setdefault(claim.text.casefold(), claim)
    return tuple(kept.values())[:MOST_CLAIMS]


def _is_fit(text: str, language: str, names: Iterable[str]) -> bool:
    """Whether a claim's own words may be shown, whatever they rest on."""
    if len(text) not in CLAIM_LENGTHS or not text.isprintable() or text != text.strip():
        return False
    if normalise(text) != text or _MARKUP.search(text) or may_instruct(text):
        return False
    if _counts(text) or not _is_in(text, language):
        return False
    found = find(text, names)
    return not found.refused and not found.warned


def _counts(text: str) -> bool:
    if any(sign.isnumeric() or sign == "%" for sign in text):
        return True
    words = [part for word in _WORD.findall(text.casefold()) for part in (word, *word.split("-"))]
    return any(_NUMBERS.fullmatch(word) for word in words)


def _is_in(text: str, language: str) -> bool:
    """Whether the little words are those of the language, and more so than of the other."""
    own, other = _OF[language]
    words = _WORD.findall(text.casefold())
    ours = sum(word in own for word in words)
    return ours > sum(word in other for word in words)


def _is_proved(claim: Claim, comments: Sequence[str]) -> bool:
    """Whether it rests on several of the comments, with words that stand in each."""
    return FEWEST_CITED <= len(claim.cited) <= MOST_CITED and all(
        _stands(each, comments) for each in claim.support
    )


def _stands(support: Support, comments: Sequence[str]) -> bool:
    """Whether the quote stands in the comment, word for word and with whole words."""
    if support.comment not in range(1, len(comments) + 1):
        return False
    quote, comment = (
        " ".join(support.quote.split()),
        " ".join(comments[support.comment - 1].split()),
    )
    if quote == comment:
        return bool(quote)
    if len(_WORD.findall(quote)) < FEWEST_QUOTED:
        return False
    return re.search(rf"(?<!\w){re.escape(quote)}(?!\w)", comment) is not None
