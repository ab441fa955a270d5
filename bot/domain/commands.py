"""The grammar of `/apt …`: what people may type, in Swedish with English aliases.

A command is one word and, for some, an argument: `start tema3`, `förläng 5`. The words are read
as people write them on a phone in a meeting: any case, `nasta` for `nästa`, a stray full stop.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from bot.domain.programme import Language
from bot.domain.session import checked_minutes
from bot.domain.spelling import is_near, slips
from bot.errors import UnknownCommand


class CommandKind(StrEnum):
    """What a command does."""

    MENU = "menu"
    HELP = "help"
    THEMES = "themes"
    SHOW = "show"
    START = "start"
    STATUS = "status"
    NEXT = "next"
    PAUSE = "pause"
    RESUME = "resume"
    EXTEND = "extend"
    STOP = "stop"
    CANCEL = "cancel"
    PRIVACY = "privacy"
    TEAM = "team"
    PLAN = "plan"
    CALENDAR = "calendar"
    WISH = "wish"
    CARD = "card"
    MIRROR = "mirror"
    CHECKLIST = "checklist"
    SURVEY = "survey"
    LOG = "log"
    COMMITMENTS = "commitments"
    AREA = "area"
    RESULTS = "results"


@dataclass(frozen=True)
class Command:
    """One command with its argument as typed; `argument` is empty when none was given."""

    kind: CommandKind
    argument: str = ""


_SV, _EN = Language.SV, Language.EN

_WORDS: Mapping[CommandKind, Mapping[Language, tuple[str, ...]]] = {
    CommandKind.HELP: {_SV: ("hjälp", "?"), _EN: ("help", "?")},
    CommandKind.THEMES: {_SV: ("teman", "tema"), _EN: ("themes",)},
    CommandKind.SHOW: {_SV: ("visa", "förhandsvisa"), _EN: ("show", "preview")},
    CommandKind.START: {_SV: ("start", "starta", "börja"), _EN: ("start", "begin")},
    CommandKind.STATUS: {_SV: ("status", "läget"), _EN: ("status",)},
    CommandKind.NEXT: {_SV: ("nästa", "vidare"), _EN: ("next",)},
    CommandKind.PAUSE: {_SV: ("paus", "pausa"), _EN: ("pause",)},
    CommandKind.RESUME: {_SV: ("fortsätt", "fortsätta", "återuppta"), _EN: ("resume", "continue")},
    CommandKind.EXTEND: {_SV: ("förläng", "förlänga"), _EN: ("extend",)},
    CommandKind.STOP: {_SV: ("stopp", "stoppa", "avsluta"), _EN: ("stop", "end")},
    CommandKind.CANCEL: {_SV: ("avbryt", "avbryta"), _EN: ("cancel",)},
    CommandKind.PRIVACY: {_SV: ("integritet", "anonymitet", "sekretess"), _EN: ("privacy",)},
    CommandKind.TEAM: {_SV: ("lag", "team", "arbetslag"), _EN: ("team",)},
    CommandKind.PLAN: {_SV: ("plan", "årshjul", "planera"), _EN: ("plan",)},
    CommandKind.CALENDAR: {_SV: ("kalender", "kalendern"), _EN: ("calendar",)},
    CommandKind.WISH: {_SV: ("önska", "önskan", "önskemål"), _EN: ("wish",)},
    CommandKind.CARD: {_SV: ("kort", "samtalskort"), _EN: ("card", "cards")},
    CommandKind.MIRROR: {_SV: ("spegel",), _EN: ("mirror",)},
    CommandKind.CHECKLIST: {_SV: ("checklista",), _EN: ("checklist",)},
    CommandKind.SURVEY: {_SV: ("enkät", "enkäten"), _EN: ("survey",)},
    CommandKind.LOG: {_SV: ("logg", "anpassningslogg"), _EN: ("log",)},
    CommandKind.COMMITMENTS: {
        _SV: ("åtaganden", "åtagande"),
        _EN: ("commitments", "commitment"),
    },
    CommandKind.AREA: {_SV: ("område", "områden", "områdesdialog"), _EN: ("area", "areas")},
    CommandKind.RESULTS: {_SV: ("resultat", "resultaten"), _EN: ("results", "result")},
}
"""Every word of the grammar; the first of each language is the one that help texts show."""

_NUMBERS: Mapping[int, tuple[str, ...]] = {
    1: ("en", "ett", "one"),
    2: ("två", "two"),
    3: ("tre", "three"),
    4: ("fyra", "four"),
    5: ("fem", "five"),
    6: ("sex", "six"),
    7: ("sju", "seven"),
    8: ("åtta", "eight"),
    9: ("nio", "nine"),
    10: ("tio", "ten"),
    15: ("femton", "kvart", "en kvart", "fifteen"),
    20: ("tjugo", "twenty"),
    30: ("trettio", "thirty"),
}
"""Minutes that people write as words."""

_MINUTES = re.compile(
    r"(?:\+? ?(?P<digits>\d{1,3}) ?|(?P<word>[a-z ]+?)(?: |$))(?:m|min|mins|minut(?:er|es?)?)?"
)
_QUOTED_LENGTH = 40
"""How much of an unknown word is said back."""


def words_of(kind: CommandKind) -> Mapping[Language, tuple[str, ...]]:
    """Return the words for the command in each language, the canonical one first.

    The menu has no word: it is what the bare command shows. Easy Swedish has the Swedish words.
    """
    words = _WORDS.get(kind, {_SV: (), _EN: ()})
    return MappingProxyType({**words, Language.LATTLAST: words[_SV]})


def parse(text: str) -> Command:
    """Return the command that was typed after `/apt`. Raises UnknownCommand.

    Text without any letter, digit or question mark is the menu.
    """
    words = _plain(text).split()
    while words and not _key(words[0]):
        del words[0]
    if not words:
        return Command(CommandKind.MENU)
    key = _key(words[0])
    kind = _KIND_OF.get(key)
    if kind is None:
        raise UnknownCommand(word=words[0][:_QUOTED_LENGTH], nearest=_nearest(key))
    return Command(kind, " ".join(words[1:]).strip(" .,;:!\"'`”“’»«"))


def minutes(argument: str) -> int:
    """Return the minutes meant by `5`, `5 min`, `5m` or `fem`.

    Raises BadMinutes when none are given or they are out of the range that one `förläng` may add.
    """
    text = " ".join(_folded(_plain(argument)).split()).rstrip(" .!")
    match = _MINUTES.fullmatch(text)
    if match and match["digits"]:
        return checked_minutes(int(match["digits"]))
    # Zero is out of range: what can't be read is refused with the same words as what is too much.
    return checked_minutes(_NUMBER_OF.get(match["word"], 0) if match else 0)


def _plain(text: str) -> str:
    """Return the text composed, with invisible and control characters as spaces or nothing."""
    composed = unicodedata.normalize("NFKC", text)
    return "".join(
        " " if unicodedata.category(c) == "Cc" else c
        for c in composed
        if unicodedata.category(c) not in {"Cf", "Cs"}
    )


def _folded(text: str) -> str:
    """Return the text in lower case and without marks: å and ä are a, ö is o."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(c for c in apart if not unicodedata.combining(c))
    return bare.translate({ord("æ"): "a", ord("ø"): "o"})


def _key(word: str) -> str:
    """Return what a word is looked up by: folded, and without signs around it."""
    bare = re.sub(r"^[\W_]+|[\W_]+$", "", _folded(word))
    return bare or ("?" if "?" in word else "")


def _nearest(key: str) -> str:
    """Return the canonical Swedish word most like the key, or nothing when none is near."""
    near = [
        (slips(key, word), _key(_canonical(kind)) != word, word)
        for word, kind in _KIND_OF.items()
        if is_near(key, word)
    ]
    # Of words that are as near, it is the one that is shown to people: `teman`, not `team`.
    return _canonical(_KIND_OF[min(near)[2]]) if near else ""


def _canonical(kind: CommandKind) -> str:
    return words_of(kind)[Language.SV][0]


_KIND_OF: Mapping[str, CommandKind] = {
    _key(word): kind
    for kind, languages in _WORDS.items()
    for words in languages.values()
    for word in words
}
_NUMBER_OF: Mapping[str, int] = {
    _folded(word): number for number, words in _NUMBERS.items() for word in words
}
