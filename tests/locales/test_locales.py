"""The words of both languages: the same, all used, whole, and short enough."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from fnmatch import fnmatchcase
from itertools import product
from threading import Barrier
from typing import get_args

import pytest
from fluent.syntax import ast as ftl

from bot.cli.results import KINDS
from bot.domain.adaptation import Fidelity
from bot.domain.answers import SCALE
from bot.domain.areas import BAND_TOP
from bot.domain.commands import CommandKind
from bot.domain.commitment import LIMITS, Aim, CommitmentState
from bot.domain.disclosure import Band, HeldBack
from bot.domain.plan import OccasionState, Opening
from bot.domain.programme import Component, Group, Language, StepKind
from bot.domain.wish import LeftOut, Rhythm
from bot.errors import UserError
from bot.locales import LANGUAGES, Words, adopt, restored, words
from bot.locales.text_limits import TEXT_LIMITS
from bot.services.applying import Outcome
from bot.stores.sqlite.translation import KINDS as KINDS_OF_SQLITE
from bot.views.commitments import DETAILS
from bot.views.development import FORMATS, PICTURE
from bot.views.model.commitment_table import ChangeRow, CommitmentRow
from bot.views.model.export import OverviewRow
from bot.views.occasion import Deed
from tests.locales.sources import (
    CODE,
    ids_of,
    messages,
    parameters,
    resources,
    uses,
    uses_in,
    variants,
)


def user_errors(kind: type[UserError] = UserError) -> Iterator[type[UserError]]:
    """Yield the error and all that derive from it."""
    yield kind
    for below in kind.__subclasses__():
        yield from user_errors(below)


def content_codes() -> set[str]:
    """Return the codes of mistakes in dialogue files that the code of `content` names."""
    constants = {
        node.value
        for path in (CODE / "content").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    every = {id.removeprefix("content-").removesuffix("-remedy") for id in _of("content-")}
    return {code for code in every if code in constants}


def _of(prefix: str) -> set[str]:
    return {id for id in ids_of("sv") if id.startswith(prefix)}


PLACES = [
    (low, high)
    for low, high in product((1, 3, 6), BAND_TOP.values())
    if low < high and (low, high) != (SCALE[0], SCALE[-1])
]
"""The parts of the scale that teams of an area are in: a band or two of them."""

FAMILIES: dict[str, set[str]] = {
    "area-place-*-*": {f"area-place-{low}-{high}" for low, high in PLACES},
    "board-step-*": {f"board-step-{status}" for status in ("done", "now", "next")},
    "cli-found-*": {f"cli-found-{kind}" for kind in ("themes", "evaluations", "cards", "mirrors")},
    "commitment-*": {f"commitment-{field}" for field in LIMITS},
    "commitment-*-hint": {f"commitment-{field}-hint" for field in LIMITS},
    "commitment-aim-*": {f"commitment-aim-{each}" for each in Aim},
    "commitment-column-*": {
        f"commitment-column-{key.replace('_', '-')}"
        for key in (*CommitmentRow.model_fields, *ChangeRow.model_fields)
        if key != "id"
    },
    "commitment-now-*": {f"commitment-now-{each}" for each in CommitmentState},
    "commitment-said-*": {f"commitment-said-{field}" for field in DETAILS},
    "commitment-state-*": {f"commitment-state-{each}" for each in CommitmentState},
    "commitment-was-*": {
        f"commitment-was-{each}" for each in (CommitmentState.DONE, CommitmentState.DROPPED)
    },
    "component-*": {f"component-{each}" for each in Component},
    "content-*": {f"content-{code}" for code in content_codes()},
    "content-*-remedy": {f"content-{code}-remedy" for code in content_codes()},
    "error-*": {f"error-{error.code}" for error in user_errors()},
    "export-bad-*": {f"export-bad-{each}" for each in ("year", "quarter")},
    "export-made-*": {f"export-made-{each}" for each in KINDS},
    "export-none-*": {f"export-none-{each}" for each in KINDS},
    "export-progress-*": {f"export-progress-{each}" for each in KINDS},
    "group-*": {f"group-{each}" for each in Group if each is not Group.ALL},
    "held-*": {f"held-{each}" for each in HeldBack},
    "help-*": {f"help-{each}" for each in CommandKind},
    "log-*": {f"log-{each}" for each in Fidelity},
    "overview-column-*": {
        f"overview-column-{key}"
        for key in OverviewRow.model_fields
        if key not in {each.name.lower() for each in Component}
    },
    "plan-asked-*": {f"plan-asked-{each}" for each in OccasionState if each != "asked"},
    "plan-missed-*": {f"plan-missed-{each}" for each in OccasionState if each != "missed"},
    "plan-opening-*": {f"plan-opening-{each}" for each in Opening},
    "plan-state-*": {f"plan-state-{each}" for each in ("held", "missed", "skipped", "paused")},
    "planning-deed-*": {f"planning-deed-{each}" for each in Deed},
    "planning-left-out-*": {f"planning-left-out-{each}" for each in LeftOut},
    "planning-opening-*": {f"planning-opening-{each}" for each in Opening},
    "planning-opening-said-*": {f"planning-opening-said-{each}" for each in Opening},
    "planning-rhythm-*": {f"planning-rhythm-{each}" for each in Rhythm},
    "year-*": {"year-missed", "year-skipped"},
    "request-over-*": {f"request-over-{each}" for each in get_args(Outcome)},
    "request-told-*": {f"request-told-{each}" for each in ("refused", "out", "overtaken")},
    "results-format-*": {f"results-format-{each}" for each in (*FORMATS, PICTURE)},
    "step-*": {f"step-{each}" for each in StepKind},
    "team-choose-*": {f"team-choose-{each}" for each in Language},
    "team-language-*": {f"team-language-{each}" for each in Language},
    "store-*": {f"store-{kind}" for kind in (*KINDS_OF_SQLITE.values(), "failed")},
    "summary-band-*": {f"summary-band-{each}" for each in Band},
}
"""Ids that the code puts together, and all that they can become."""


def asked_for() -> set[str]:
    """Return every id that the code can ask for."""
    direct = {id for id, _ in uses() if "*" not in id}
    return direct.union(*FAMILIES.values())


# --- both languages -----------------------------------------------------------------------


def test_languages_have_the_same_files() -> None:
    """Each part of the words is there in both languages, and some part is."""
    swedish, english = (set(resources(language)) for language in LANGUAGES)
    assert swedish == english >= {"", "content"}


def test_languages_have_the_same_messages() -> None:
    """What can be said in one language can be said in the other."""
    assert ids_of("sv") == ids_of("en")
    assert len(ids_of("sv")) > 250


@pytest.mark.parametrize("language", LANGUAGES)
def test_files_have_no_mistake(language: str) -> None:
    """Every line of the files is understood, and no id stands twice."""
    entries = [entry for resource in resources(language).values() for entry in resource.body]
    assert not [entry.content for entry in entries if isinstance(entry, ftl.Junk)]
    ids = [entry.id.name for entry in entries if isinstance(entry, ftl.Message)]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("id", sorted(ids_of("sv")))
def test_message_needs_the_same_in_both_languages(id: str) -> None:
    """A parameter that one language mentions, the other mentions, too."""
    swedish, english = (messages(language)[id] for language in LANGUAGES)
    assert parameters(swedish) == parameters(english)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_message_is_empty(language: str) -> None:
    """Every message says something in each of its variants, and hides nothing in attributes."""
    for id, message in messages(language).items():
        assert message.value is not None, id
        assert not message.attributes, id
        for text in variants(message.value):
            assert text.strip(), id
            if not id.startswith("cli-"):  # what a terminal shows is laid out with spaces
                assert "  " not in text, id


# --- the code and the files ---------------------------------------------------------------


def test_everything_asked_for_is_there() -> None:
    """No text that the code asks for is missing."""
    assert asked_for() - ids_of("sv") == set()


def test_everything_there_is_asked_for() -> None:
    """No text is left over that nothing shows."""
    assert ids_of("sv") - asked_for() == set()


def test_every_family_is_known() -> None:
    """Each id that the code puts together belongs to a family of the table, and each is used."""
    assert {id for id, _ in uses() if "*" in id} == FAMILIES.keys()


def test_every_error_for_people_has_words() -> None:
    """Each error that a person can meet is said in words of its own."""
    codes = [error.code for error in user_errors()]
    assert len(codes) == len(set(codes)) > 20
    assert {f"error-{code}" for code in codes} <= ids_of("sv")


def test_parameters_are_those_that_are_given() -> None:
    """Where the code asks for a text by its whole id it gives just what the text mentions."""
    wrong = {
        id: (given, parameters(messages("sv")[id]))
        for id, given in uses()
        if "*" not in id and "**" not in given and given != parameters(messages("sv")[id])
    }
    assert wrong == {}


def test_search_for_uses_can_find() -> None:
    """The search sees every way of asking, and nothing in other calls."""
    source = """
w("a-one", count=1)
note(w, "b-two")
replies.note(w, "b-three", step=s)
words(language)("c-four", **rest)
raise StoreError("k-ten", reason=r)
w(f"d-{kind}")
w("e-five" if x else "e-six")
LABELS = ("role-seven", "other-eight")
print("f-nine")
"""
    nothing: frozenset[str] = frozenset()
    assert uses_in(source) == {
        ("a-one", frozenset({"count"})),
        ("b-two", nothing),
        ("b-three", frozenset({"step"})),
        ("c-four", frozenset({"**"})),
        ("k-ten", frozenset({"reason"})),
        ("d-*", nothing),
        ("e-five", nothing),
        ("e-six", nothing),
        ("role-seven", nothing),
    }


def test_families_match_their_own_pattern() -> None:
    """The table of families is written consistently."""
    for pattern, ids in FAMILIES.items():
        assert ids
        assert all(fnmatchcase(id, pattern) for id in ids)


# --- Swedish ------------------------------------------------------------------------------


def test_swedish_letters_are_whole() -> None:
    """å, ä and ö stand there as such, and nothing looks like a broken encoding."""
    for language in LANGUAGES:
        said = "".join(text for m in messages(language).values() for text in _texts(m))
        assert not re.search(r"Ã|�|Â|&\w+;|\\u", said)
    swedish = "".join(text for m in messages("sv").values() for text in _texts(m))
    for letter in "åäöÖ":
        assert letter in swedish


STRIPPED = re.compile(
    r"(?<!…)\b(?:fortsatt\b(?! att)|nasta|forlang|avbrot|mote|manniska|fraga|fragor|svar pa|ar|nar"
    r"|for|fran|tillganglig|oppna|hjalp|borja|forsok|overst|behovs)\b",
    re.IGNORECASE,
)
"""Swedish words that have lost their dots and rings; what hangs on a parameter is an ending."""


HEN = re.compile(r"\b(?:hen|hens|henom)\b", re.IGNORECASE)


def test_swedish_says_du_and_names_others() -> None:
    """The reader is "du"; others are told of by name or role, and nobody is "hen"."""
    assert HEN.search("Säger du ja tar hen över")
    assert not [id for id, one in messages("sv").items() if any(map(HEN.search, _texts(one)))]


def test_no_swedish_word_has_lost_its_dots() -> None:
    """No word is written as an old telegram would."""
    assert STRIPPED.search("Skriv nasta for att ga vidare")
    assert STRIPPED.search("… ar slut")
    assert not STRIPPED.search("…ar jämna veckor")
    found = {
        id: match[0]
        for id, message in messages("sv").items()
        for text in _texts(message)
        if (match := STRIPPED.search(text))
    }
    assert found == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_quotation_marks_are_the_languages_own(language: str) -> None:
    """Typewriter quotes are for what is typed; texts have the language's own marks."""
    other = {"sv": "“", "en": "„"}[language]
    for id, message in messages(language).items():
        for text in _texts(message):
            assert other not in text, id
            assert "'" not in text, id


def test_english_has_no_swedish() -> None:
    """No English text was left untranslated, but for what people type and names in files."""
    same = {
        id
        for id in ids_of("sv")
        if messages("sv")[id].equals(messages("en")[id]) and re.search(r"[a-zåäö]{4}", _all(id))
    }
    assert same <= {"step-film", "step-dilemma"}


# --- lengths ------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("limit", TEXT_LIMITS)
def test_texts_fit_their_place(language: str, limit: int) -> None:
    """Titles, buttons, confirmations, labels and hints are never cut."""
    for pattern in TEXT_LIMITS[limit]:
        found = [id for id in ids_of(language) if fnmatchcase(id, pattern)]
        assert found, pattern
        for id in found:
            longest = max(map(len, _texts(messages(language)[id])))
            assert longest <= limit, f"{id}: {longest}"


def test_labels_of_buttons_in_the_code_are_all_measured() -> None:
    """Each text that the views use as a button's label, a form's title and so on is measured."""
    roles = {"label", "submit", "close", "yes", "no"}
    measured = [pattern for limit in (24, 30, 75) for pattern in TEXT_LIMITS[limit]]
    # These have a theme's title or a period in them: the renderer cuts them.
    long_ones = {"menu-start", "results-show-titled", "results-period"}
    # Labels of fields, not of buttons:
    fields = {
        "answer-tags",
        "answer-verbatim",
        "setup-sees",
        "pool-teams",
        "survey-invite-label",
        "hide-label",
        "checklist-label",
        "commitment-aim",
        "commitment-later",
        "commitment-note",
        "commitment-state",
        "commitment-target",
        "log-step",
        "log-step-why",
        "log-why-label",
        "handover-leaves",
        "handover-new",
        "setup-facilitators",
        "planning-announce",
        "planning-at",
        "planning-day",
        "planning-deed",
        "planning-first",
        "planning-how-many",
        "planning-its-theme",
        "planning-left-out",
        "planning-opening",
        "planning-pick",
        "planning-rhythm",
        "planning-theme",
        "planning-until",
        "planning-weeks",
        "planning-when",
        "year-later-line",  # a row of a list, with a theme's title
    }
    found = {
        id
        for path in (CODE / "views").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.keyword) and node.arg in roles
        for id, _ in uses_in(ast.unparse(node.value))
        if "*" not in id
    }
    assert len(found) > 20
    rest = {id for id in found if not any(fnmatchcase(id, pattern) for pattern in measured)}
    assert rest - fields - long_ones - {"board-until", "board-minutes"} == set()


# --- looking up ---------------------------------------------------------------------------


def test_unknown_language_speaks_swedish() -> None:
    """A language that there is not is answered in Swedish."""
    assert words("fi").language == "sv"
    assert words("").language == "sv"
    with pytest.raises(FileNotFoundError):
        Words("fi")


def test_files_are_read_once_for_a_language() -> None:
    """However it is named; another language has words of its own."""
    assert words(Language.SV) is words("sv") is words("xx")
    assert words(Language.EN) is words("en") is not words("sv")


def test_mistakes_in_asking_are_told() -> None:
    """An unknown id and a missing parameter raise instead of showing something broken."""
    with pytest.raises(KeyError):
        words("sv")("no-such-text")
    with pytest.raises(KeyError):
        words("sv")("board-now")


def test_long_texts_are_said_whole() -> None:
    """Neither in a sentence nor in one that bends: what is too long is cut where it is drawn."""
    long = "Å" * 20_000
    assert long in words("sv")("list-and", first=long, last="b")
    assert long in words("sv")("error-no-results", period=long)


def test_what_people_write_is_not_read_as_markup() -> None:
    """A parameter is shown as it is, and no invisible marks stand round it."""
    odd = "{ $x } <b> *fet* \u202e"
    assert words("sv")("board-now", name=odd) == f"Nu: {odd}"


@pytest.mark.parametrize(
    ("id", "count", "expected"),
    [
        ("setup-roster", 0, "Ingen"),
        ("setup-roster", 1, "1 person "),
        ("setup-roster", 12, "12 personer"),
        ("board-paused", 0, "Mindre än en minut"),
        ("board-paused", 1, "1 minut är"),
        ("board-paused", 2, "2 minuter är"),
        ("reply-extended", 1, "En minut"),
        ("reply-extended", 21, "21 minuter"),
    ],
)
def test_numbers_bend_their_words(id: str, count: int, expected: str) -> None:
    """One is singular and none has words of its own."""
    (name,) = parameters(messages("sv")[id])
    assert expected in words("sv")(id, **{name: count})


def _texts(message: ftl.Message) -> list[str]:
    assert message.value is not None
    return variants(message.value)


def _all(id: str) -> str:
    return " ".join(_texts(messages("sv")[id]))


def test_all_who_ask_at_once_get_the_same_words() -> None:
    """When the bot begins, the files are read once, however many people press at that moment."""
    many = 16
    together = Barrier(many, timeout=20)

    def ask(_: int) -> Words:
        together.wait()
        return words("en")

    with restored():
        adopt({"en": {"menu-title": "Hello"}})  # what was read before is forgotten
        with ThreadPoolExecutor(many) as people:
            assert len({id(each) for each in people.map(ask, range(many))}) == 1
