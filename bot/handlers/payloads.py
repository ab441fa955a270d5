"""The only place that knows what Slack's payloads look like."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from pydantic import TypeAdapter

from bot.domain.answers import Answers
from bot.domain.people import PersonKey
from bot.domain.programme import Component
from bot.domain.request import Request
from bot.views.answer import COMMENT, TAGS, VERBATIM

PLATFORM = "slack"
DIRECT = "directmessage"
"""What Slack calls every conversation for two."""

Body = Mapping[str, Any]
"""A payload as `of_workspace` returns it."""


@dataclass(frozen=True)
class Incoming:
    """One request: `what` was typed, pressed or handed in, and where it can be answered.

    `text` is a command's text, a button's value or a form's private metadata. `view_id` is set
    when it came from a form, `block` is the id of the block that something was pressed in, and
    `values` holds the fields of the form or message.
    """

    request: Request
    what: str
    text: str
    trigger_id: str
    response_url: str = ""
    view_id: str = ""
    block: str = ""
    in_home: bool = False
    values: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)


def of_workspace(body: Body, tenant: str) -> Body:
    """Return the payload as one of the workspace that the bot serves.

    What payloads say of teams is never read: in organisations and shared channels it is another's,
    or nothing, and a person would not be the one that stands on the roster.
    """
    return {**body, _TENANT: tenant}


_TENANT = "aptbot.tenant"


def command(body: Body) -> Incoming:
    """Read a slash command."""
    channel = body["channel_id"]
    return Incoming(
        request=Request(
            actor=_person(body[_TENANT], body["user_id"]),
            channel=channel,
            id=_request_id(body),
            is_private=_is_private(channel, body.get("channel_name")),
        ),
        what=body["command"],
        text=body.get("text") or "",
        trigger_id=body.get("trigger_id") or "",
        response_url=body.get("response_url", ""),
    )


def action(body: Body) -> Incoming:
    """Read a pressed button or a changed choice, in a message, a form or the app's home."""
    pressed = body["actions"][0]
    view = body.get("view") or {}
    channel = body.get("channel") or {}
    actor = _person(body[_TENANT], body["user"]["id"])
    return Incoming(
        request=Request(
            actor=actor,
            channel=channel.get("id", ""),
            id=_request_id(body, actor.user, pressed["action_id"], pressed.get("action_ts")),
            is_private=not channel or _is_private(channel["id"], channel.get("name")),
        ),
        what=pressed["action_id"],
        text=pressed.get("value") or pressed.get("selected_user") or "",
        trigger_id=body.get("trigger_id") or "",
        response_url=body.get("response_url", ""),
        view_id=view.get("id", "") if view.get("type") == "modal" else "",
        block=pressed.get("block_id") or "",
        in_home=view.get("type") == "home",
        values=_values(view or body),
    )


def metadata(body: Body) -> str:
    """Return the private metadata of the form that a payload comes from."""
    return str((body.get("view") or {}).get("private_metadata", ""))


def submission(body: Body) -> Incoming:
    """Read a form that was handed in. It has the same id however often it is delivered."""
    view = body["view"]
    return Incoming(
        request=Request(
            actor=_person(body[_TENANT], body["user"]["id"]),
            channel="",
            id=view["id"],
        ),
        what=view["callback_id"],
        text=view.get("private_metadata", ""),
        trigger_id=body.get("trigger_id", ""),
        view_id=view["id"],
        values=_values(view),
    )


def home_opened(body: Body) -> PersonKey | None:
    """Return who opened the app's home tab, None for its other tabs."""
    event = body.get("event") or {}
    user = event.get("user")
    if not user or event.get("tab", "home") != "home":
        return None
    return _person(body[_TENANT], user)


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
        chosen = _element(values, name).get("selected_options") or ()
        return frozenset(int(_text(option["value"])) for option in chosen)
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
    return (_person(tenant, chief) if chief else None, people(incoming, facilitators))


def people(incoming: Incoming, name: str) -> frozenset[PersonKey]:
    """Return those who are chosen in the field of this name. Raises TypeError."""
    users = _element(incoming.values, name).get("selected_users") or ()
    tenant = incoming.request.actor.tenant
    return frozenset(_person(tenant, _text(user)) for user in users)


def chosen(incoming: Incoming, name: str) -> str:
    """Return the choice in the field of this name, empty for none. Raises TypeError."""
    return _text(_option(incoming.values, name) or "")


def ticked(incoming: Incoming, name: str) -> frozenset[str]:
    """Return all choices in the field of this name. Raises TypeError."""
    options = _element(incoming.values, name).get("selected_options") or ()
    return frozenset(_text(option["value"]) for option in options)


def typed(incoming: Incoming, name: str) -> str:
    """Return what stands in the text field of this name. Raises TypeError."""
    return _text(_element(incoming.values, name).get("value") or "")


def date_in(incoming: Incoming, name: str) -> str:
    """Return the day in the field of this name, in ISO form; empty for none. Raises TypeError."""
    return _text(_element(incoming.values, name).get("selected_date") or "")


def time_in(incoming: Incoming, name: str) -> str:
    """Return the time of day in the field of this name: 09:00. Raises TypeError."""
    return _text(_element(incoming.values, name).get("selected_time") or "")


@dataclass(frozen=True)
class SetupMeta:
    """What the set-up form carries: where it was asked for and what to start afterwards.

    `theme` is empty when only the team is to be saved.
    """

    channel: str
    theme: str

    def dump(self) -> str:
        """Return it as text."""
        return _meta.dump_json(self).decode()

    @classmethod
    def load(cls, text: str) -> SetupMeta:
        """Read what `dump` wrote. Raises ValueError for anything else."""
        return _meta.validate_json(text)


_meta = TypeAdapter(SetupMeta)


def _values(view: Body) -> Mapping[str, Mapping[str, Any]]:
    values: Mapping[str, Mapping[str, Any]] = (view.get("state") or {}).get("values") or {}
    return values


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


def _person(tenant: str, user: str) -> PersonKey:
    return PersonKey(PLATFORM, tenant, user)


def _request_id(body: Body, *parts: str | None) -> str:
    """Return what names the request, the same however often it is delivered.

    That is the trigger, or without one what else is given once: `parts`, unless one is missing,
    and the address for replies. A request that nothing names is never taken for another.
    """
    if body.get("trigger_id"):
        return str(body["trigger_id"])
    named = [body.get("response_url") or "", *(parts if all(parts) else ())]
    if not any(named):
        return secrets.token_hex(16)
    return hashlib.sha256("\n".join(map(str, named)).encode()).hexdigest()


def _is_private(channel: str, name: str | None) -> bool:
    """Whether it is a conversation for two; the id tells only where there is no name."""
    return name == DIRECT if name else channel.startswith("D")
