"""From the tree of a file to the plain data that the models read."""

from __future__ import annotations

from typing import TypeAlias

from bot.content.nodes import Listing, Mapping, Node, Scalar

Plain: TypeAlias = "str | list[Plain] | dict[str, Plain]"


def plain_keys(node: Mapping) -> dict[str, Plain]:
    """Return keys and values as a dict."""
    return {key.text: plain(value) for key, value in node.entries}


def plain(node: Node) -> Plain:
    """Return the node as dicts, lists and texts."""
    if isinstance(node, Mapping):
        return plain_keys(node)
    if isinstance(node, Listing):
        return [plain(item) for item in node.items]
    return flowing(node)


def flowing(scalar: Scalar) -> str:
    """Return the text with its lines joined into paragraphs.

    In the file a text is broken into lines so that it is easy to read there; on a phone those
    breaks would fall in the wrong places. So an empty line makes a new paragraph, a line that
    begins with a dash stays a line of its own, and every other break becomes a space. In a text
    under `>` YAML itself has joined the lines, and each break that is left is a new paragraph.
    """
    text = scalar.text.replace("\n", "\n\n") if scalar.style == ">" else scalar.text
    paragraphs: list[str] = []
    for line in [*text.split("\n"), ""]:
        _append(paragraphs, line.strip())
    return "\n\n".join(paragraph for paragraph in paragraphs if paragraph)


def _append(paragraphs: list[str], line: str) -> None:
    """Add a line to the last paragraph, or begin a new one when the line is empty."""
    if not line:
        paragraphs.append("")
    elif not paragraphs or not paragraphs[-1]:
        paragraphs[-1:] = [line]
    elif line.startswith("- "):
        paragraphs[-1] += f"\n{line}"
    else:
        paragraphs[-1] += f" {line}"
