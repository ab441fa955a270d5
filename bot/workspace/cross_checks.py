"""Checks of several fields of one block or element against each other."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from typing import Any

from bot.workspace.rules import Problems, say


def all_options(element: dict[str, Any]) -> list[dict[str, Any]]:
    """Every option of an element, those in groups too."""
    grouped = [one for group in element.get("option_groups") or () for one in group["options"]]
    return [*(element.get("options") or ()), *grouped]


def initial_options(element: dict[str, Any], at: str, problems: Problems) -> None:
    """What is chosen from the start must be exactly one of the options; values must be unique."""
    options = all_options(element)
    values = [option["value"] for option in options]
    if len(set(values)) < len(values):
        say(problems, "option values must be unique", f"{at}/options")
    _check_initial(element.get("initial_option"), options, f"{at}/initial_option", problems)
    for place, chosen in enumerate(element.get("initial_options") or ()):
        _check_initial(chosen, options, f"{at}/initial_options/{place}", problems)


def _check_initial(
    chosen: dict[str, Any] | None, options: list[dict[str, Any]], at: str, problems: Problems
) -> None:
    if chosen is None:
        return
    same = [_bare(option) for option in options if option["value"] == chosen["value"]]
    if _bare(chosen) not in same:
        say(problems, "must match one of the provided options", at)


def _bare(option: dict[str, Any]) -> tuple[str, str, str]:
    """What Slack compares: the text's kind and words, and the value."""
    return option["text"]["type"], option["text"]["text"], option["value"]


def static_select(element: dict[str, Any], at: str, problems: Problems) -> None:
    """A static select has options or groups of options, not both."""
    if not element.get("options") and not element.get("option_groups"):
        say(problems, "missing required field: options", at)
    elif element.get("options") and element.get("option_groups"):
        say(problems, "must provide only one of `options` or `option_groups`", at)
    else:
        initial_options(element, at, problems)


def text_input(element: dict[str, Any], at: str, problems: Problems) -> None:
    """The shortest length is not above the longest, and the initial text fits both."""
    least, most = element.get("min_length") or 0, element.get("max_length") or 3000
    if least > most:
        say(problems, "min_length must be less than or equal to max_length", at)
    initial = element.get("initial_value")
    if initial and not least <= len(initial) <= most:
        say(problems, f"must be between {least} and {most} characters", f"{at}/initial_value")


def number_input(element: dict[str, Any], at: str, problems: Problems) -> None:
    """The bounds are in order, the initial number lies between them, decimals where allowed."""
    bounds = {name: element.get(name) for name in ("min_value", "initial_value", "max_value")}
    numbers = [(name, Decimal(value)) for name, value in bounds.items() if value is not None]
    for (_, lower), (name, upper) in pairwise(numbers):
        if lower > upper:
            say(problems, "must be within min_value and max_value", f"{at}/{name}")
    if not element["is_decimal_allowed"]:
        for name, number in numbers:
            if number != number.to_integral_value():
                say(problems, "must be an integer", f"{at}/{name}")


def image_source(image: dict[str, Any], at: str, problems: Problems) -> None:
    """An image has an address or a Slack file, not both."""
    given = [name for name in ("image_url", "slack_file") if image.get(name)]
    if not given:
        say(problems, "missing required field: image_url", at)
    elif len(given) > 1:
        say(problems, "must provide only one of `image_url` or `slack_file`", at)


def section(block: dict[str, Any], at: str, problems: Problems) -> None:
    """A section has a text or fields."""
    if not block.get("text") and not block.get("fields"):
        say(problems, "must provide `text` or `fields`", at)
