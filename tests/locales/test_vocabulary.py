"""An organisation's own words: what can be replaced, what is refused, and that nothing breaks."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from fnmatch import fnmatchcase
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import cast, get_args

import pytest
from fluent.syntax import ast as ftl
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot import locales
from bot.content import VocabularyError, load_vocabulary, read_vocabulary
from bot.content.vocabulary import FILE, SENTENCES
from bot.locales import LANGUAGES, Replacements, Words, adopt, vocabulary, words
from bot.locales.text_limits import TEXT_LIMITS, text_limit
from bot.slack.render import render_form, render_message
from bot.views.model import FormView, MessageView, ReplyView, View
from tests.locales.sources import ids_of, messages, parameters, resources, variants
from tests.slack.checker import message_problems, view_problems
from tests.views.moments import MOMENTS

PROJECT = Path(__file__).resolve().parents[2]
EXAMPLE = PROJECT / "config" / "ord.exempel.yaml"
PAGE = PROJECT / "docs" / "how-to" / "byt-ord.md"

Write = Callable[[str], Path]


@pytest.fixture(autouse=True)
def restored() -> Iterator[None]:
    """The words are the bot's own again after each test."""
    with locales.restored():
        yield


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write the file of own words and return its directory."""

    def put(text: str) -> Path:
        (tmp_path / FILE).write_text(text, encoding="utf-8")
        return tmp_path

    return put


def said(directory: Path, language: str = "sv") -> Words:
    """Adopt the directory's words and return those of the language."""
    adopt(load_vocabulary(directory, "sv"))
    return words(language)


def mistakes(directory: Path) -> list[str]:
    """Return the line, the column and the code of everything that is wrong."""
    return [f"{p.line}:{p.column} {p.code}" for p in read_vocabulary(directory).problems]


# --- what is said instead -----------------------------------------------------------------


def test_a_word_is_replaced_wherever_it_stands_alone(write: Write) -> None:
    """In a list with a capital, in a sentence with a small letter; the other language stays."""
    w = said(write("samtalsledare: {sv: Dialogledare}\nchef: {sv: enhetschef}\n"))
    assert w("role-facilitators") == w("setup-facilitators") == "Dialogledare"
    assert w("role-manager") == "Enhetschef"
    assert w("board-controls-hint") == "Knapparna är till för enhetschef och dialogledare."
    assert words("en")("role-facilitators") == "Facilitators"


def test_easy_swedish_has_the_swedish_words(write: Write) -> None:
    """A team that reads easy Swedish gets the organisation's Swedish words."""
    w = said(write("meningsfullhet: {sv: Det viktiga, en: What matters}\n"), "lattlast")
    assert w("component-meningsfullhet") == "Det viktiga"
    assert words("en")("component-meningsfullhet") == "What matters"


def test_a_word_in_capitals_keeps_them(write: Write) -> None:
    """What is written in capitals is so in the middle of a sentence as well."""
    w = said(write("chef: {sv: HR-partner}\n"))
    assert "för HR-partner och" in w("board-controls-hint")


def test_a_sentence_is_replaced(write: Write) -> None:
    """A whole sentence, with what is filled in where the organisation wants it."""
    text = 'meningar:\n  menu-next: {sv: "{ $title } kommer sedan, {title2", en: "{title}!"}\n'
    w = said(write(text))
    assert w("menu-next", title="Vila") == "Vila kommer sedan, {title2"
    assert words("en")("menu-next", title="Rest") == "Rest!"


def test_a_sentence_goes_before_a_word(write: Write) -> None:
    """Whatever their order, the text that was written for just this place is used."""
    sentence = "meningar:\n  card-title: {sv: Prata om}\n"
    for text in (
        f"{sentence}samtalskort: {{sv: Kort}}\n",
        f"samtalskort: {{sv: Kort}}\n{sentence}",
    ):
        w = said(write(text))
        assert (w("card-title"), w("menu-card")) == ("Prata om", "Kort")


def test_markup_is_shown_as_text(write: Write) -> None:
    """No sign of an own word is read as Fluent, and none as what is to be filled in."""
    odd = '{ -manager } "\\u0041" } { $x -> <b> *f*'
    w = said(write(f"meningsfullhet:\n  sv: {json.dumps(odd)}\n"))
    assert w("component-meningsfullhet") == odd


@pytest.mark.parametrize("text", ["", "# bara en kommentar\n", "meningar:\n"])
def test_a_file_that_says_nothing_changes_nothing(write: Write, text: str) -> None:
    """An empty file is no mistake, and words adopted before are no longer said."""
    assert said(write("chef: {sv: Ledare}\n"))("role-manager") == "Ledare"
    assert said(write(text))("role-manager") == "Chef"


def test_no_file_is_no_mistake(tmp_path: Path) -> None:
    """Without a file, or a directory, the bot has its own words."""
    assert load_vocabulary(tmp_path, "sv") == {}
    assert load_vocabulary(tmp_path / "none" / "at-all", "sv") == {}


def test_restoring_brings_back_the_words_before() -> None:
    """After the context the words are those from before it, and not only the bot's own."""
    adopt({"sv": {"role-manager": "Ett"}})
    with locales.restored():
        adopt({"sv": {"role-manager": "Två"}})
        assert words("sv")("role-manager") == "Två"
    assert words("sv")("role-manager") == "Ett"


# --- what is refused ----------------------------------------------------------------------

LONG = "x" * 76
MISTAKES = {
    "samtalledare: {sv: Ledare}": "1:1 words-unknown",
    "chef: Ledare": "1:7 words-languages",
    "chef: {}": "1:7 words-languages",
    "chef: {se: Ledare}": "1:8 unknown-key",
    "chef: {sv: [a]}": "1:12 expected-text",
    'chef: {sv: ""}': "1:12 empty-text",
    'chef: {sv: "\u202e\u200b"}': "1:12 empty-text",
    f"chef: {{sv: {'x' * 41}}}": "1:12 too-long",
    "chef: {sv: a}\nchef: {sv: b}": "2:1 duplicate-key",
    "- chef": "1:1 words-no-keys",
    "chef": "1:1 words-no-keys",
    "meningar: [a]": "1:11 words-no-sentences",
    "meningar:\n  menu-titel: {sv: Hej}": "2:3 words-unknown-sentence",
    "meningar:\n  -manager: {sv: Hej}": "2:3 words-unknown-sentence",
    "meningar:\n  answer-promise-who: {sv: Hej}": "2:3 words-locked",
    "meningar:\n  menu-next: Hej": "2:14 words-languages",
    "meningar:\n  setup-roster: {sv: Hej}": "2:3 words-forms",
    "meningar:\n  menu-next: {sv: Hej}": "2:19 words-not-once",
    'meningar:\n  menu-next: {sv: "{title} {title}"}': "2:19 words-not-once",
    'meningar:\n  menu-help: {sv: "{ $title }"}': "2:19 words-unknown-place",
    f"meningar:\n  menu-help: {{sv: {LONG}}}": "2:19 too-long",
    f"meningar:\n  answer-submit: {{sv: {'x' * 25}}}": "2:23 too-long",
}


@pytest.mark.parametrize("text", MISTAKES)
def test_a_mistake_is_found_at_its_place(write: Write, text: str) -> None:
    """Each mistake is told with its line and column, and only what is wrong is told."""
    assert mistakes(write(text)) == [MISTAKES[text]]


def test_what_is_just_short_enough_is_taken(write: Write) -> None:
    """The limits are the last lengths that fit."""
    text = f"chef: {{sv: {'x' * 40}}}\nmeningar:\n  menu-help: {{sv: {LONG[1:]}}}\n"
    assert mistakes(write(text)) == []


def test_a_misspelled_place_is_told_once_with_what_was_meant(write: Write) -> None:
    """The place that is not there is named with its neighbour, and the missing one is named."""
    directory = write('meningar:\n  menu-next: {sv: "Sedan: { $titel }"}')
    assert mistakes(directory) == ["2:19 words-unknown-place", "2:19 words-not-once"]
    told = " ".join(p.text("sv") for p in read_vocabulary(directory).problems)
    assert "Menade du ”title”?" in told
    assert "Skriv { $title } på ett ställe" in told


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_mistakes_are_told_at_once(write: Write, language: str) -> None:
    """One list, with the file and the line of each, in either language; nothing is adopted."""
    directory = write("samtalledare: {sv: A}\nchef: {sv: Ledare}\nmeningar:\n  voided: {sv: Hej}\n")
    with pytest.raises(VocabularyError) as refused:
        load_vocabulary(directory, language)
    told = str(refused.value)
    line = {"sv": "rad", "en": "line"}[language]
    assert f"{directory / FILE}, {line} 1" in told
    assert f"{directory / FILE}, {line} 4" in told
    assert "samtalsledare" in told
    assert read_vocabulary(directory).replacements == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_mistake_has_words(write: Write, language: str) -> None:
    """Each kind of mistake is said whole, with what to do."""
    for text in MISTAKES:
        for problem in read_vocabulary(write(text)).problems:
            assert problem.what(language)
            assert problem.remedy(language)


def test_a_directory_instead_of_a_file_is_told(tmp_path: Path) -> None:
    """What stands there and can't be read is not passed over in silence."""
    (tmp_path / FILE).mkdir()
    assert mistakes(tmp_path) == ["1:1 unreadable"]


# --- the tables ---------------------------------------------------------------------------


def terms(language: str) -> set[str]:
    """Return the language's terms, with the dash that they begin with."""
    return {
        f"-{entry.id.name}"
        for resource in resources(language).values()
        for entry in resource.body
        if isinstance(entry, ftl.Term)
    }


def test_every_word_stands_somewhere() -> None:
    """Each place of the vocabulary is there, is one word's alone, and every term is reached."""
    places = [id for ids in vocabulary.VOCABULARY.values() for id in ids]
    assert len(places) == len(set(places))
    for language in LANGUAGES:
        assert set(places) <= ids_of(language) | terms(language)
        assert terms(language) <= set(places)
    assert all(not parameters(messages("sv")[id]) for id in places if not id.startswith("-"))


def test_words_name_what_is_on_the_screen() -> None:
    """A word's name is the bot's own Swedish word, so that one can write what one sees."""
    own = {
        name: {words("sv")(id).casefold() for id in ids if not id.startswith("-")}
        for name, ids in vocabulary.VOCABULARY.items()
    }
    others = {name for name, shown in own.items() if shown and name not in shown}
    assert others == {"smågrupper"}


PROMISES = {"promise", "privacy", "readers", "consent", "anonymous"}
"""Parts of the ids of what tells people how what they write is handled."""

SIGNPOSTS = {"help-privacy", "commitments-readers"}
"""What only shows the way there, or tells who may write."""


def test_every_lock_locks_something() -> None:
    """No pattern is left over, and what promises something is locked."""
    for pattern in vocabulary.LOCKED:
        assert [id for id in ids_of("sv") if fnmatchcase(id, pattern)], pattern
    for id in ("answer-promise-sealed", "receipt-answered", "privacy-not-chat", "held-tags-small"):
        assert vocabulary.is_locked(id)
    for language in LANGUAGES:
        promises = {id for id in ids_of(language) if PROMISES & set(id.split("-"))} - SIGNPOSTS
        assert len(promises) > 40
        assert {id for id in promises if not vocabulary.is_locked(id)} == set()
    assert not vocabulary.is_locked("menu-next")
    places = [id for ids in vocabulary.VOCABULARY.values() for id in ids]
    assert not any(map(vocabulary.is_locked, set(places) - {"-inspiration"}))


@pytest.mark.parametrize("language", LANGUAGES)
def test_messages_are_described_as_they_are(language: str) -> None:
    """The check knows every message, what it mentions, and which have several forms."""
    described = vocabulary.messages(language)
    assert described.keys() == ids_of(language)
    for id, message in messages(language).items():
        assert described[id].parameters == parameters(message), id
        assert message.value is not None
        if len(variants(message.value)) > 1:
            assert described[id].has_forms, id


def test_room_is_the_smallest_place() -> None:
    """A text that stands in several places has to fit the smallest."""
    assert text_limit("answer-submit") == 24
    assert text_limit("menu-help") == 75
    assert text_limit("menu-next") == max(TEXT_LIMITS)


def test_the_example_is_right() -> None:
    """The example has no mistake, and every text of it is used."""
    with TemporaryDirectory() as folder:
        (Path(folder) / FILE).write_text(EXAMPLE.read_text("utf-8"), encoding="utf-8")
        w = said(Path(folder))
    assert w("role-facilitators") == "Dialogledare"
    assert w("summary-footer").endswith("Frågorna är våra egna och inget validerat mätinstrument.")
    assert w("menu-next", title="Tid") == "Härnäst: Tid."


def test_the_page_lists_every_word() -> None:
    """Whoever reads the page sees all words that can be replaced."""
    table = PAGE.read_text("utf-8").split("## Ord som går att byta")[1].split("## ")[0]
    listed = [word.strip() for row in table.split("\n") for word in row.split("|")[2:3]]
    found = {word.strip() for cell in listed for word in cell.split(",")}
    assert vocabulary.VOCABULARY.keys() <= found


# --- nothing breaks -----------------------------------------------------------------------

ODD = st.text(st.sampled_from('{}$"\\-*<>&@#:|>~`[]() \nåÄ1x🙂\u202e\u200b\u2028'), max_size=60)
ANY = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=60)
ELSEWHERE = ("content-", "check-", "cli-", "new-", "import-", "export-", "print-", "tools-")
"""Beginnings of ids that no chat shows."""

UNSEEN = st.text(st.sampled_from(" \n\u202e\u200b\u2028"), min_size=1, max_size=3)
TEXTS = st.lists(ODD | ANY | UNSEEN, min_size=8, max_size=8)


def _sentences(texts: list[str]) -> Iterator[tuple[str, str]]:
    """Yield every sentence that can be replaced, with a text that has its places filled in."""
    free = [
        (id, message)
        for id, message in vocabulary.messages("sv").items()
        if not (vocabulary.is_locked(id) or message.has_forms or id.startswith(ELSEWHERE))
    ]
    for number, (id, message) in enumerate(free):
        places = "".join(f"{{ ${each} }}" for each in sorted(message.parameters))
        yield id, texts[number % 8] + places


def _taken(texts: list[str], directory: Path) -> Replacements:
    """Return what is taken of a file in which every word and sentence is one of the texts."""
    own: dict[str, object] = {
        name: {"sv": texts[n % 8][:40]} for n, name in enumerate(vocabulary.VOCABULARY)
    }
    own[SENTENCES] = {id: {"sv": text} for id, text in _sentences(texts)}
    while True:
        file = directory / FILE
        file.write_text(_as_yaml(own), encoding="utf-8")
        found = read_vocabulary(directory)
        if not found.problems:
            return found.replacements
        _drop(own, {problem.line for problem in found.problems})


def _as_yaml(own: dict[str, object]) -> str:
    """Return the file with each entry on a line of its own, in the order of the dict."""
    sentences = own[SENTENCES]
    assert isinstance(sentences, dict)
    lines = [f"{key}: {_quoted(own[key])}" for key in own if key != SENTENCES]
    lines += ["meningar:", *(f"  {key}: {_quoted(text)}" for key, text in sentences.items())]
    return "\n".join(lines) + "\n"


def _quoted(said: object) -> str:
    """Return the texts as one line of YAML: JSON, with the signs escaped that YAML breaks at."""
    text = json.dumps(said, ensure_ascii=False)
    return text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def _drop(own: dict[str, object], lines: set[int]) -> None:
    """Leave out the entries that were refused."""
    sentences = own[SENTENCES]
    assert isinstance(sentences, dict)
    keys = [*(key for key in own if key != SENTENCES), SENTENCES, *sentences]
    for key in {keys[line - 1] for line in lines}:
        assert key != SENTENCES
        del (sentences if key in sentences else own)[key]


MESSAGES = (*get_args(get_args(MessageView)[0]), *get_args(ReplyView))
"""What is drawn as a message; every other view is a form."""


def _problems(view: View) -> list[str]:
    if isinstance(view, MESSAGES):
        return message_problems(render_message(view))
    return view_problems(render_form(cast("FormView", view)))


def test_ordinary_texts_are_taken_everywhere(tmp_path: Path) -> None:
    """The file of the next test is one that is read: with good texts all of it is used."""
    taken = _taken(["Hej då"] * 8, tmp_path)["sv"]
    assert len(taken) > 150
    assert {id for ids in vocabulary.VOCABULARY.values() for id in ids} <= taken.keys()
    assert {id for id, _ in _sentences(["Hej då"] * 8)} <= taken.keys()


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts=TEXTS)
def test_no_replacement_breaks_anything(texts: list[str]) -> None:
    """With whatever the check lets through, every moment is drawn, and Slack would take it."""
    with TemporaryDirectory() as folder:
        taken = _taken(texts, Path(folder))
    w = Words("sv", taken)
    for name, draw in MOMENTS.items():
        assert _problems(draw(w)) == [], name
