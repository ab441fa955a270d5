"""What is filled in in the fields of a form or a message, as plain values."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.domain.answers import Answers
from bot.domain.people import PersonKey
from bot.domain.programme import Component
from bot.handlers.payloads import Body, Incoming, person
from bot.views.answer import COMMENT, TAGS, VERBATIM


def answers(values: Mapping[str, Mapping[str, Any]]) -> Answers:
    """Return what was filled in in the anonymous form. Raises ValueError for a forged state."""
    try:
        return _answers(values)
    except (AttributeError, KeyError, TypeError) as problem:
        raise ValueError("not the state of the anonymous form") from problem


def _answers(values: Mapping[str, Mapping[str, Any]]) -> Answers:
    scores = {
        component: int(_text(chosen))
        for component in Component
        if (chosen := _option(values, component)) is not None
    }
    return Answers(
        scores=scores,
        comment=_text(_element(values, COMMENT).get("value") or ""),
        tags=_chosen(values, TAGS),
        verbatim=bool(_element(values, VERBATIM).get("selected_options")),
    )


def tags(values: Mapping[str, Mapping[str, Any]], name: str) -> tuple[str, ...]:
    """Return what is chosen in the field of this name, in order. Raises ValueError."""
    try:
        return _chosen(values, name)
    except (AttributeError, KeyError, TypeError) as problem:
        raise ValueError("not the state of a field with tags") from problem


def numbers(values: Mapping[str, Mapping[str, Any]], name: str) -> frozenset[int]:
    """Return the numbers chosen in the field of this name. Raises ValueError for a forged state."""
    try:
        return frozenset(map(int, _chosen(values, name)))
    except (AttributeError, KeyError, TypeError) as problem:
        raise ValueError("not the state of a field with numbers") from problem


def all_numbers(values: Mapping[str, Mapping[str, Any]], prefix: str) -> frozenset[int]:
    """Return the numbers chosen in the fields whose names begin so. Raises ValueError."""
    fields = (name for name in values if name.startswith(prefix))
    return frozenset[int]().union(*(numbers(values, name) for name in fields))


def setup_people(
    incoming: Incoming, manager: str, facilitators: str
) -> tuple[PersonKey | None, frozenset[PersonKey]]:
    """Return the manager and the samtalsledare chosen in the fields of these names."""
    tenant = incoming.request.actor.tenant
    chief = _element(incoming.values, manager).get("selected_user")
    return (person(tenant, chief) if chief else None, people(incoming, facilitators))


def people(incoming: Incoming, name: str) -> frozenset[PersonKey]:
    """Return those who are chosen in the field of this name. Raises TypeError."""
    users = _element(incoming.values, name).get("selected_users") or ()
    tenant = incoming.request.actor.tenant
    return frozenset(person(tenant, _text(user)) for user in users)


def chosen(incoming: Incoming, name: str) -> str:
    """Return the choice in the field of this name, empty for none. Raises TypeError."""
    return _text(_option(incoming.values, name) or "")


def ticked(incoming: Incoming, name: str) -> frozenset[str]:
    """Return all choices in the field of this name. Raises TypeError."""
    return frozenset(_chosen(incoming.values, name))


def typed(incoming: Incoming, name: str) -> str:
    """Return what stands in the text field of this name. Raises TypeError."""
    return _text(_element(incoming.values, name).get("value") or "")


def date_in(incoming: Incoming, name: str) -> str:
    """Return the day in the field of this name, in ISO form; empty for none. Raises TypeError."""
    return _text(_element(incoming.values, name).get("selected_date") or "")


def time_in(incoming: Incoming, name: str) -> str:
    """Return the time of day in the field of this name: 09:00. Raises TypeError."""
    return _text(_element(incoming.values, name).get("selected_time") or "")


def _element(values: Mapping[str, Mapping[str, Any]], name: str) -> Body:
    """Return the state of the only element of a field, empty when the field is not there."""
    elements: Mapping[str, Any] = values.get(name) or {}
    return next(iter(elements.values()), None) or {}


def _chosen(values: Mapping[str, Mapping[str, Any]], name: str) -> tuple[str, ...]:
    options = _element(values, name).get("selected_options") or ()
    return tuple(_text(option["value"]) for option in options)


def _text(value: object) -> str:
    """Return the value if it is a text. Raises TypeError."""
    if not isinstance(value, str):
        raise TypeError("not a text")
    return value


def _option(values: Mapping[str, Mapping[str, Any]], name: str) -> object:
    option = _element(values, name).get("selected_option")
    return option["value"] if option else None
