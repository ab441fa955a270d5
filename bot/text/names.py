"""Names of people: those on the roster first of all, then common ones.

Swedish inflects a name only in the genitive. Compounds with a hyphen count by their parts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from bot.text.findings import Kind, Span
from bot.text.name_lists import AFTER_A_NAME, COMMON, FROM_ELSEWHERE, NO_NAMES, WORDS_TOO
from bot.text.tokens import Token, fold, tokens

_ASIDE = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|\|.*")
_GENITIVES = (":s", "'s", "'", "s")
_NOT_PEOPLE = frozenset({"lex", "sankt"})  # lex Sarah and lex Maria are statutes
_NOT_GENITIVES = frozenset({"dags", "klass", "livs", "majs"})
_SURNAME = re.compile(r"[A-ZÅÄÖ]\w{2,}sson(?:s|:s)?")
_SURE_LENGTH = 3
_MOST_WORDS = 4

_USUAL = COMMON | FROM_ELSEWHERE


def known_names(names: Iterable[str]) -> frozenset[str]:
    """Return the words of the names that are somebody's, as `fold` writes them."""
    return frozenset[str]().union(*map(_words_of, names))


@lru_cache(maxsize=4096)
def _words_of(name: str) -> frozenset[str]:
    """Return the words of one name. Remembered: a team's names are the same for all its answers."""
    words = tokens(_ASIDE.sub(" ", name))
    parts = (part for word in words for part in _parts(fold(word.text)))
    return frozenset(part for part in parts if len(part) > 1) - NO_NAMES


def _parts(word: str) -> tuple[str, ...]:
    return (word, *word.split("-")) if "-" in word else (word,)


def names_in(words: Sequence[Token], roster: frozenset[str]) -> Iterator[Span]:
    """Yield where names stand; first name and surname side by side are one."""
    at = 0
    while at < len(words):
        span = _name_at(words, at, roster)
        last = at
        if span and span.end == words[at].end:
            last = _last_of_name(words, at, roster)
            span = Span(span.start, words[last].end, Kind.NAME)
        if span:
            yield span
        at = last + 1


def _name_at(words: Sequence[Token], at: int, roster: frozenset[str]) -> Span | None:
    """Return the place of the name in this word, which may be a part of a compound."""
    word = words[at]
    if at and words[at - 1].text.lower() in _NOT_PEOPLE:
        return None
    base = _base(word.text, roster)
    if base:
        sure = _is_sure(words, at, base, roster)
        return Span(word.start, word.end, Kind.NAME) if sure else None
    if _SURNAME.fullmatch(word.text):
        return Span(word.start, word.end, Kind.NAME)
    return _in_compound(word, roster) if "-" in word.text else None


def _base(text: str, roster: frozenset[str]) -> str | None:
    """Return the known name that this is a form of."""
    folded = fold(text)
    if folded in _NOT_GENITIVES:
        return None
    forms = [folded, *(folded.removesuffix(end) for end in _GENITIVES if folded.endswith(end))]
    return next((form for form in forms if form in roster or form in _USUAL), None)


def _in_compound(word: Token, roster: frozenset[str]) -> Span | None:
    """Return the whole of "Anna-Karin", but only the name of "Anna-gänget"."""
    parts = word.text.split("-")
    known = [_base(part, roster) for part in parts]
    sure = [base for base in known if base and _speaks_for_itself(base)]
    if all(known) or (sure and all(part[:1].isupper() for part in parts)):
        return Span(word.start, word.end, Kind.NAME) if _capital(parts[0]) or sure else None
    if not sure:
        return None
    first = known.index(sure[0])
    start = word.start + sum(len(part) + 1 for part in parts[:first])
    return Span(start, start + len(parts[first]), Kind.NAME)


def _speaks_for_itself(base: str) -> bool:
    """Say whether this is a name in lower case too, or in a script without capitals."""
    long = len(base) >= _SURE_LENGTH or base.upper() == base
    return long and base not in WORDS_TOO


def _is_sure(words: Sequence[Token], at: int, base: str, roster: frozenset[str]) -> bool:
    """Say whether a known word is meant as a name where it stands."""
    if _speaks_for_itself(base):
        return True
    word = words[at]
    if not _capital(word.text):
        return False
    return not word.begins or _begins_with_person(words, at, base, roster)


def _begins_with_person(words: Sequence[Token], at: int, base: str, roster: frozenset[str]) -> bool:
    """Say whether the ordinary word that begins a sentence is a person, by what comes after it."""
    folded = fold(words[at].text)
    if folded != base:
        return base in roster
    after = words[at + 1 : at + 3]
    if not after or after[0].begins:
        return False
    joined = after[0].text == "och" and len(after) > 1 and _capital(after[1].text)
    return joined or after[0].text in AFTER_A_NAME or _is_surname(after[0])


def _last_of_name(words: Sequence[Token], at: int, roster: frozenset[str]) -> int:
    """Return the last word of a name that begins here. A genitive ends it."""
    last = at
    while last + 1 < min(len(words), at + _MOST_WORDS) and not _is_genitive(words[last], roster):
        after = words[last + 1]
        if not after.after_space or not (_is_surname(after) or _name_at(words, last + 1, roster)):
            break
        last += 1
    return last


def _is_genitive(word: Token, roster: frozenset[str]) -> bool:
    base = _base(word.text, roster)
    return base is not None and base != fold(word.text)


def _is_surname(word: Token) -> bool:
    return word.after_space and _capital(word.text)


def _capital(text: str) -> bool:
    """Say whether the word has a capital first letter that is not just one of a shouted word."""
    return len(text) > 1 and text[0].isupper() and not text.isupper()
