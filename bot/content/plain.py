"""From the tree of a file to the plain data that the models read."""

from __future__ import annotations

from typing import TypeAlias

from bot.content.nodes import Listing, Mapping, Node, Scalar
from bot.domain.programme import Language

Plain: TypeAlias = "str | list[Plain] | dict[str, Plain]"


def plain_keys(node: Mapping) -> dict[str, Plain]:
    """Return keys and values as a dict."""
    return {key.text: plain(value, key.text) for key, value in node.entries}


def plain(node: Node, key: str = "") -> Plain:
    """Return the node, which stands under the key, as dicts, lists and texts."""
    if isinstance(node, Mapping):
        return plain_keys(node)
    if isinstance(node, Listing):
        return [plain(item) for item in node.items]
    return flowing(node, " " if key != Language.LATTLAST else "\n")


def flowing(scalar: Scalar, joint: str = " ") -> str:
    r"""Return the text with its lines joined into paragraphs by the joint, a space or `\n`.

    In the file a text is broken into lines so that it is easy to read there; on a phone those
    breaks would fall in the wrong places. So an empty line makes a new paragraph, a line that
    begins with a dash stays a line of its own, and every other break becomes a space. Easy Swedish
    has one thought to a line, and there each break is meant: the joint is `\n`. In a text under
    `>` YAML itself has joined the lines, and each break that is left is a new paragraph.
    """
    if "\n" not in scalar.text:
        return scalar.text.strip()
    text = scalar.text.replace("\n", "\n\n") if scalar.style == ">" else scalar.text
    paragraphs: list[str] = []
    for line in [*text.split("\n"), ""]:
        _append(paragraphs, line.strip(), joint)
    return "\n\n".join(paragraph for paragraph in paragraphs if paragraph)


def _append(paragraphs: list[str], line: str, joint: str) -> None:
    """Add a line to the last paragraph, or begin a new one when the line is empty."""
    if not line:
        paragraphs.append("")
    elif not paragraphs or not paragraphs[-1]:
        paragraphs[-1:] = [line]
    else:
        paragraphs[-1] += ("\n" if line.startswith("- ") else joint) + line
