"""Robot colleagues: they press a button, fill the form that opens, send it in, close the receipt.

They know nothing of the app: they see buttons, fields and options, as any person does, and go
through the same code as a person's clicks.
"""

from __future__ import annotations

import asyncio
import random
from dataclasses import dataclass
from datetime import timedelta

from bot.workspace import interactions, submitting
from bot.workspace.cross_checks import all_options
from bot.workspace.form_state import Values, first_state, stateful
from bot.workspace.ids import utc_now
from bot.workspace.model import Json, Message
from bot.workspace.world import World

_MOST_FORMS = 5
"""How many forms in a row a robot is willing to send in."""
_AT_ONCE = 8
_POLL = 0.01
_GAPS = 0.35
"""The share of optional text fields that are left empty."""


@dataclass(frozen=True, slots=True)
class Button:
    """The button to press."""

    message: Message
    block_id: str
    action_id: str


async def let_colleagues_answer(
    world: World, user: str, button: Button, people: int | None = None
) -> int:
    """Let everybody else in the channel answer; how many got all the way without an error.

    `people` is how many take part at most.
    """
    others = those_left(world, user, button.message)
    world.robot_rounds += 1
    gate = asyncio.Semaphore(_AT_ONCE)
    results = await asyncio.gather(*(_answer(world, one, button, gate) for one in others[:people]))
    return sum(results)


def those_left(world: World, user: str, message: Message) -> list[str]:
    """Those who would answer: all in the channel but the one who asks, guests and the app.

    Nor those who have handed in a form by hand since the message was posted: a robot would write
    over what a person has answered.
    """
    members = world.state.channels[message.channel].members
    others = [one for one in members if one != user and _takes_part(world, one)]
    return [one for one in others if not _has_answered(world, one, message)]


def _has_answered(world: World, user: str, message: Message) -> bool:
    return float(world.handed_in.get(user, "0")) > float(message.ts)


def _takes_part(world: World, user: str) -> bool:
    return not (world.state.users[user].is_bot or world.state.users[user].is_restricted)


async def _answer(world: World, user: str, button: Button, gate: asyncio.Semaphore) -> bool:
    async with gate:
        before = {view["id"] for view in world.state.stack(user)}
        body = {"block_id": button.block_id, "action_id": button.action_id}
        pressed = await interactions.act_in_message(world, user, button.message, body)
        if not pressed["ok"]:
            return False
        view = await _wait_for_form(world, user, before)
        return view is not None and await _send_all(world, user, view)


async def _wait_for_form(world: World, user: str, before: set[str]) -> Json | None:
    """The new form on top; an app may open it shortly after it has acknowledged the click."""
    try:
        async with asyncio.timeout(world.lifetimes.trigger):
            while True:
                stack = world.state.stack(user)
                if stack and stack[-1]["id"] not in before:
                    return stack[-1]
                await asyncio.sleep(_POLL)
    except TimeoutError:
        return None


async def _send_all(world: World, user: str, view: Json) -> bool:
    """Send in the form and those that follow it; close a form that has nothing to send."""
    for _ in range(_MOST_FORMS):
        if not view.get("submit"):
            return bool(submitting.close(world, user, view["id"], clear=True)["ok"])
        values = fill(world, user, view)
        answer = await submitting.submit(world, user, view["id"], values)
        if not answer["ok"]:
            submitting.close(world, user, view["id"], clear=True)
            return False
        stack = world.state.stack(user)
        if not stack:
            return True
        view = stack[-1]
    submitting.close(world, user, view["id"], clear=True)
    return False


# --- what they write ----------------------------------------------------------------------------


def fill(world: World, user: str, view: Json) -> Values:
    """Plausible values for a form: different people, different answers; some leave gaps."""
    values: Values = {}
    for block, element in stateful(view["blocks"]):
        seed = f"{world.robot_rounds}/{user}/{block['block_id']}/{element['action_id']}"
        dice = random.Random(seed)  # noqa: S311  (play, not a secret)
        optional = block["type"] != "input" or bool(block.get("optional"))
        state = _choose(world, user, element, dice, optional=optional)
        values.setdefault(block["block_id"], {})[element["action_id"]] = state
    return values


def _choose(world: World, user: str, element: Json, dice: random.Random, *, optional: bool) -> Json:
    kind = element["type"]
    if kind in ("radio_buttons", "static_select"):
        return {"type": kind, "selected_option": _on_a_scale(world, user, element, dice)}
    if kind in ("checkboxes", "multi_static_select"):
        return {"type": kind, "selected_options": _some(element, dice, optional=optional)}
    if kind == "plain_text_input":
        return {"type": kind, "value": _sentence(world, element, dice, optional=optional)}
    if kind == "number_input":
        return {"type": kind, "value": str(_number(element, dice))}
    if optional:
        return first_state(element)
    return _plain(user, kind)


def _on_a_scale(world: World, user: str, element: Json, dice: random.Random) -> Json:
    """An option near the person's own leaning, so that people differ and differ steadily."""
    options = all_options(element)
    leaning = random.Random(f"{world.robot_rounds}/{user}").uniform(0.25, 0.85)  # noqa: S311
    last = len(options) - 1
    place = round(dice.gauss(leaning * last, 0.6 + last / 10))
    return options[max(0, min(last, place))]


def _some(element: Json, dice: random.Random, *, optional: bool) -> list[Json]:
    options = all_options(element)
    most = min(2, len(options), element.get("max_selected_items") or 2)
    count = dice.randint(0 if optional else 1, most)
    return sorted(dice.sample(options, count), key=options.index)


def _sentence(world: World, element: Json, dice: random.Random, *, optional: bool) -> str | None:
    if not world.sample.sentences or (optional and dice.random() < _GAPS):
        return None if optional else "…".ljust(element.get("min_length") or 1, "…")
    text = dice.choice(world.sample.sentences)
    while len(text) < (element.get("min_length") or 0):
        text += " " + dice.choice(world.sample.sentences)
    return text[: element.get("max_length") or 3000]


def _number(element: Json, dice: random.Random) -> int:
    least = int(float(element.get("min_value") or 1))
    most = int(float(element.get("max_value") or least + 9))
    return dice.randint(least, max(least, most))


def _plain(user: str, kind: str) -> Json:
    """A required field of another kind: tomorrow, nine o'clock, oneself, an example address."""
    tomorrow = utc_now() + timedelta(days=1)
    known: dict[str, Json] = {
        "datepicker": {"selected_date": tomorrow.date().isoformat()},
        "timepicker": {"selected_time": "09:00"},
        "datetimepicker": {"selected_date_time": int(tomorrow.timestamp())},
        "users_select": {"selected_user": user},
        "multi_users_select": {"selected_users": [user]},
        "email_text_input": {"value": "namn@example.org"},
        "url_text_input": {"value": "https://example.org"},
    }
    return {"type": kind, **known.get(kind, {})}
