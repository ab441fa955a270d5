"""Mirrors: finding one, and what one's answers show."""

from __future__ import annotations

import pytest

from bot.domain.mirrors import find_mirrors, reflect
from bot.errors import NoMaterial, UnknownName
from tests.services.people import EXTRA, PROGRAMMES, mirror

TWO = (EXTRA, EXTRA.model_copy(update={"id": "annat"}))


def test_mirror_is_found_by_name_or_place() -> None:
    """Without a name all are meant; a place means one alone."""
    assert [each.ref for each in find_mirrors(TWO, "")] == ["extra/spegel", "annat/spegel"]
    assert [each.ref for each in find_mirrors(TWO, "annat/spegel")] == ["annat/spegel"]
    assert len(find_mirrors(TWO, "ledarens")) == 2
    with pytest.raises(UnknownName):
        find_mirrors(TWO, "fönster")
    with pytest.raises(NoMaterial):
        find_mirrors(PROGRAMMES[:1], "")


def test_reflection_names_the_ends() -> None:
    """All with the highest answer, and all with the lowest; neither when all are alike."""
    seen = reflect(mirror(), (7, 2, 7))
    assert (seen.strongest, seen.to_think_about) == ((0, 2), (1,))
    assert reflect(mirror(), (4, 4, 4)).strongest == ()


@pytest.mark.parametrize("scores", [(), (1, 2), (1, 2, 3, 4), (0, 1, 2), (1, 2, 8)])
def test_answers_to_another_mirror_are_refused(scores: tuple[int, ...]) -> None:
    """Too few, too many, or off the scale."""
    with pytest.raises(ValueError, match="not the answers"):
        reflect(mirror(), scores)
