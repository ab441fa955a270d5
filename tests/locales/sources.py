"""The words as they stand in the Fluent files, and where the code uses them."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor

import bot
from bot import locales

FOLDER = Path(locales.__file__).parent
CODE = Path(bot.__file__).parent
OTHER_WORDS = ("workspace", "locales")
"""Parts of the code that do not speak through these files."""


@cache
def resources(language: str) -> dict[str, ftl.Resource]:
    """Return the language's files, parsed, by the part of the bot that they are for."""
    parser = FluentParser(with_spans=True)
    files = sorted(path for path in FOLDER.glob("*.ftl") if _is_of(path, language))
    return {
        path.name.removesuffix(f"{language}.ftl").rstrip("."): parser.parse(
            path.read_text(encoding="utf-8")
        )
        for path in files
    }


def _is_of(path: Path, language: str) -> bool:
    return path.name.split(".")[-2] == language


@cache
def messages(language: str) -> dict[str, ftl.Message]:
    """Return the language's messages by id."""
    return {
        entry.id.name: entry
        for resource in resources(language).values()
        for entry in resource.body
        if isinstance(entry, ftl.Message)
    }


def ids_of(language: str) -> frozenset[str]:
    """Return the ids of the language's messages."""
    return frozenset(messages(language))


class _Parameters(Visitor):
    """Collects the names of what a message mentions."""

    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: ftl.VariableReference) -> None:  # noqa: N802 - fluent's
        self.names.add(node.id.name)


def parameters(message: ftl.Message) -> frozenset[str]:
    """Return the parameters that a message needs in any of its variants."""
    visitor = _Parameters()
    visitor.visit(message)
    return frozenset(visitor.names)


def variants(pattern: ftl.Pattern) -> list[str]:
    """Return every text that a pattern can become, with `…` for each parameter."""
    found = [""]
    for element in pattern.elements:
        found = [text + part for text in found for part in _parts(element)]
    return found


def _parts(element: ftl.TextElement | ftl.Placeable) -> list[str]:
    if isinstance(element, ftl.TextElement):
        return [element.value]
    inner = element.expression
    if isinstance(inner, ftl.SelectExpression):
        return [text for variant in inner.variants for text in variants(variant.value)]
    if isinstance(inner, ftl.StringLiteral):
        return [str(inner.parse()["value"])]
    return ["…"]


Use = tuple[str, frozenset[str]]
"""An id, or a pattern with `*` for what is filled in, and the parameters that are given."""

SPEAKERS = {"w", "note", "StoreError", "KeyVaultError"}
"""What takes an id as its text: `w("…")`, `note(w, "…")`, `words(language)("…")`, and errors."""

ROLE_LABELS = re.compile(r"(role|help-arg|usage)-[a-z-]+")
"""Ids that stand in a table of the code before they are looked up."""


def uses() -> frozenset[Use]:
    """Return every id that the code asks for, with the names of its parameters."""
    found: set[Use] = set()
    for path in CODE.rglob("*.py"):
        if path.relative_to(CODE).parts[0] not in OTHER_WORDS:
            found |= uses_in(path.read_text(encoding="utf-8"))
    return frozenset(found)


def uses_in(source: str) -> set[Use]:
    """Return every id that a piece of code asks for."""
    tree = ast.parse(source)
    found: set[Use] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _speaks(node.func):
            given = frozenset(k.arg or "**" for k in node.keywords)
            found |= {(id, given) for argument in node.args for id in _ids(argument)}
        elif isinstance(node, ast.Constant) and ROLE_LABELS.fullmatch(str(node.value)):
            found.add((str(node.value), frozenset()))
    return found


def _speaks(func: ast.expr) -> bool:
    if isinstance(func, ast.Call):
        return ast.unparse(func.func).rpartition(".")[2] in {"words", "Words"}
    return ast.unparse(func).rpartition(".")[2] in SPEAKERS


def _ids(argument: ast.expr) -> Iterator[str]:
    if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
        yield argument.value
    elif isinstance(argument, ast.IfExp):
        yield from _ids(argument.body)
        yield from _ids(argument.orelse)
    elif isinstance(argument, ast.JoinedStr):
        yield "".join(
            str(part.value) if isinstance(part, ast.Constant) else "*" for part in argument.values
        )
