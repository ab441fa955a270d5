"""What a file must hold together as a whole, checked even while some of its keys are wrong.

The models refuse the same things, but only once every single key is right; here they are found in
the same go as everything else, and worded with what to change.
"""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel, TypeAdapter, ValidationError

from bot.content.nearest import nearest
from bot.content.nodes import Listing, Mapping, Node, locate
from bot.content.plain import Plain
from bot.content.problems import Notes, Place
from bot.domain.programme import (
    THEME_MINUTES,
    Component,
    Language,
    StepKind,
    ThemeText,
)

_ASKED = ("questions", "free_question", "next_questions")
"""What stands in a theme exactly when there is a step to answer in."""

_MAY_BE_ASKED = (*_ASKED, "keep_questions")
"""With what may be left out even then."""

LONGER = 5
"""From how many minutes too many on a theme of no given length may be meant to be longer."""

_BY_COMPONENT = ("questions", "keep_questions", "next_questions")
_NUMBER = TypeAdapter(int)
_TRUTH = TypeAdapter(bool)
_LANGUAGES = (Language.SV, Language.EN)


def check_item(model: type[BaseModel], data: dict[str, Plain], root: Node, notes: Notes) -> None:
    """Note what is wrong with a theme, a deck or a mirror as a whole."""
    check_easy_texts(root, notes)
    if model is not ThemeText:
        return
    steps = data.get("steps")
    known = steps if isinstance(steps, list) else []
    answers = [i for i, step in enumerate(known) if _kind(step) == StepKind.ANSWER]
    length = _length(data)
    # Where the steps can't be read, most themes have a step to answer in.
    if answers or not known or length == THEME_MINUTES:
        _check_asked(data, root, notes)
    else:
        _check_not_asked(data, root, notes)
    if known:
        _check_answer_steps(answers, length, root, notes)
        _check_minutes(known, length, root, notes)
        _check_films(known, root, notes)
        if "rolling" in data and not answers:
            notes.add("rolling-without-step", locate(root, (), key="rolling"))
        if _is_true(data.get("evaluation")):
            _check_evaluation(data, answers, root, notes)


def check_programme(data: dict[str, Plain], root: Node, notes: Notes) -> None:
    """Note tags whose id or name stands twice, and texts that are not easy to read as well."""
    check_easy_texts(root, notes)
    tags = data.get("tags")
    ids: set[str] = set()
    names: dict[str, set[str]] = {language: set() for language in Language}
    for index, tag in enumerate(tags if isinstance(tags, list) else []):
        if not isinstance(tag, dict):
            continue
        id, name = tag.get("id"), tag.get("name")
        if isinstance(id, str) and id in ids:
            notes.add("duplicate-tag", locate(root, ("tags", index, "id")), tag=id)
        ids |= {id} if isinstance(id, str) else set()
        for language, text in name.items() if isinstance(name, dict) else ():
            if not isinstance(text, str) or language not in names or not text:
                continue
            if text.casefold() in names[language]:
                place = locate(root, ("tags", index, "name", language))
                notes.add("duplicate-tag-name", place, name=text)
            names[language].add(text.casefold())


def check_easy_texts(root: Node, notes: Notes) -> None:
    """Note texts that are not easy to read in a file where others are: all are, or none."""
    texts = list(_texts(root, root.place))
    if not any(text.key(Language.LATTLAST) for text, _, _ in texts):
        return
    for text, place, key in texts:
        if not text.key(Language.LATTLAST):
            notes.add("missing-translation", place, key=key, language=str(Language.LATTLAST))


def _texts(node: Node, place: Place, key: str = "") -> Iterator[tuple[Mapping, Place, str]]:
    """Yield every text per language with the place and the name of its key."""
    if isinstance(node, Listing):
        for item in node.items:
            yield from _texts(item, item.place, key)
    elif isinstance(node, Mapping):
        if any(node.key(language) for language in _LANGUAGES):
            yield node, place, key
            return
        for name, value in node.entries:
            yield from _texts(value, name.place, name.text)


def _check_asked(data: dict[str, Plain], root: Node, notes: Notes) -> None:
    """Note questions that are missing, as a whole or for a component."""
    written = {nearest(key, _MAY_BE_ASKED) for key in data} | data.keys()
    for key in _ASKED:
        if key not in written:
            notes.add("missing-key", root.place, key=key)
    for key in _BY_COMPONENT:
        if key in data:
            _check_components(key, data[key], root, notes)


def _check_components(key: str, value: Plain, root: Node, notes: Notes) -> None:
    if not isinstance(value, dict):
        return
    misspelled = {nearest(word, tuple(Component)) for word in value}
    for component in Component:
        if component not in misspelled:
            notes.add("missing-component", locate(root, (key,)), key=key, component=component)


def _check_not_asked(data: dict[str, Plain], root: Node, notes: Notes) -> None:
    """Note questions in a theme without a step to answer them in."""
    for key in _MAY_BE_ASKED:
        if key in data:
            notes.add("question-without-step", locate(root, (), key=key), key=key)


def _check_answer_steps(answers: list[int], length: int | None, root: Node, notes: Notes) -> None:
    """Note a second step to answer in, and that a theme of fifteen minutes has none."""
    if not answers and length == THEME_MINUTES:
        notes.add("no-answer-step", locate(root, ("steps",)))
    for index in answers[1:]:
        notes.add("many-answer-steps", locate(root, ("steps", index, "kind")))


def _check_minutes(steps: list[Plain], length: int | None, root: Node, notes: Notes) -> None:
    """Note minutes that do not add up to the length of the theme."""
    minutes = [whole_number(step.get("minutes")) for step in steps if isinstance(step, dict)]
    known = [m for m in minutes if m is not None]
    if len(known) != len(steps) or length is None or sum(known) == length:
        return
    over = sum(known) - length
    notes.add(
        "minutes-sum",
        locate(root, ("steps",)),
        sum=sum(known),
        wanted=length,
        direction="over" if over > 0 else "under",
        by=abs(over),
        without="length" if over >= LONGER and length == THEME_MINUTES else "else",
    )


def _check_films(steps: list[Plain], root: Node, notes: Notes) -> None:
    """Note films in other steps than those for a film, and films longer than their step."""
    for index, step in enumerate(steps):
        if not isinstance(step, dict) or "film" not in step:
            continue
        if _kind(step) != StepKind.FILM:
            notes.add("film-elsewhere", locate(root, ("steps", index), key="film"))
        film = step["film"]
        long = whole_number(film.get("minutes")) if isinstance(film, dict) else None
        minutes = whole_number(step.get("minutes"))
        if long is not None and minutes is not None and long > minutes:
            place = locate(root, ("steps", index, "film", "minutes"))
            notes.add("film-too-long", place, film=long, step=minutes)


def _check_evaluation(data: dict[str, Plain], answers: list[int], root: Node, notes: Notes) -> None:
    """Note an evaluation that nobody can answer, or that no meeting holds."""
    place = locate(root, (), key="evaluation")
    if not answers:
        notes.add("evaluation-without-step", place)
    if "rolling" in data:
        notes.add("evaluation-rolling", place)


def _length(data: dict[str, Plain]) -> int | None:
    """Return the minutes that the theme is to take, or None when that can't be read."""
    return whole_number(data["length"]) if "length" in data else THEME_MINUTES


def _kind(step: Plain) -> str:
    """Return the kind of a step; a misspelled one is what it was meant to be."""
    kind = step.get("kind") if isinstance(step, dict) else None
    return nearest(kind, StepKind) if isinstance(kind, str) else ""


def _is_true(value: Plain | None) -> bool:
    """Whether the models read the value as true."""
    try:
        return _TRUTH.validate_python(value)
    except ValidationError:
        return False


def whole_number(value: Plain | None) -> int | None:
    """Return the number as the models read it, or None for what they refuse as one."""
    try:
        return _NUMBER.validate_python(value)
    except ValidationError:
        return None
