"""The pages about dialogue files name all there is, and what they show is true."""

from __future__ import annotations

import doctest
import re
from pathlib import Path

import pytest

from bot.content.nodes import Mapping
from bot.content.problems import Notes
from bot.content.tree import read_tree
from bot.domain.programme import (
    Component,
    Group,
    ProgrammeText,
    ScaleQuestion,
    Step,
    StepKind,
    Tag,
    ThemeText,
)

DOCS = Path(__file__).parents[2] / "docs"
REFERENCE = (DOCS / "reference" / "dialogue-files.md").read_text(encoding="utf-8")
HOW_TO = (DOCS / "how-to" / "andra-ett-tema.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("model", [ThemeText, ProgrammeText, Step, ScaleQuestion, Tag])
def test_every_key_is_explained(
    model: type[ThemeText | ProgrammeText | Step | ScaleQuestion | Tag],
) -> None:
    """The reference names each key that a file may have."""
    assert [key for key in model.model_fields if f"`{key}`" not in REFERENCE] == []


def test_every_choice_is_explained() -> None:
    """Both pages name each kind of step and each way to sit."""
    for page in (REFERENCE, HOW_TO):
        assert [word for word in (*StepKind, *Group) if f"`{word}`" not in page] == []
    assert [word for word in Component if f"`{word}`" not in REFERENCE] == []


def test_the_example_is_yaml() -> None:
    """The step shown in the how-to can be read as it stands."""
    (example,) = re.findall(r"```yaml\n(.*?)```", HOW_TO, re.DOTALL)
    notes = Notes("example")
    assert isinstance(read_tree(example, notes), Mapping)
    assert not notes


def test_the_session_in_the_reference(monkeypatch: pytest.MonkeyPatch) -> None:
    """The Python session in the reference gives what it says, from the project's folder."""
    monkeypatch.chdir(DOCS.parent)
    session = doctest.DocTestParser().get_doctest(REFERENCE, {}, "reference", None, 0)
    assert doctest.DocTestRunner().run(session).failed == 0
    assert session.examples
