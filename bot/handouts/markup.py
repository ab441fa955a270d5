"""HTML as a tree of calls, in which every text that is not HTML already is escaped."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import TypeAlias


class Html(str):
    """A text that is HTML."""

    __slots__ = ()


Child: TypeAlias = "str | Html | None"
"""What stands inside of an element; None and empty texts are left out."""

_EMPTY = frozenset({"br", "meta"})


def tag(name: str, /, *children: Child, **attributes: str) -> Html:
    """Return an element. `class_` stands for `class`, and underscores in names for hyphens."""
    pairs = ((key.rstrip("_").replace("_", "-"), value) for key, value in attributes.items())
    given = "".join(f' {key}="{escape(value)}"' for key, value in pairs)
    if name in _EMPTY:
        return Html(f"<{name}{given}>")
    return Html(f"<{name}{given}>{joined(children)}</{name}>")


def joined(children: Iterable[Child]) -> Html:
    """Return the parts one after the other."""
    return Html("".join(_escaped(child) for child in children if child))


def _escaped(child: str | Html) -> str:
    return child if isinstance(child, Html) else escape(child, quote=False)


def passage(text: str, class_: str = "") -> Html:
    """Return a text as paragraphs and lists, as dialogue files write them.

    An empty line makes a paragraph; lines that begin with a dash are points of a list. Other
    line breaks, which easy texts have after each thought, are left to the styles.
    """
    return joined(_block(block, class_) for block in text.split("\n\n") if block.strip())


def _block(block: str, class_: str) -> Html:
    given = {"class_": class_} if class_ else {}
    lines = block.split("\n")
    said = [line for line in lines if not line.startswith("- ")]
    points = [tag("li", line.removeprefix("- ")) for line in lines if line.startswith("- ")]
    before = tag("p", "\n".join(said), **given) if said else None
    return joined([before, tag("ul", *points, class_="points") if points else None])
