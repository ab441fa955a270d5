"""The benchmark of pictures works: it draws every kind and shows its ratios."""

from __future__ import annotations

import re

import pytest

from benchmarks import pictures


def test_pictures_show_ratios(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each picture has its ratio to an empty one of its size."""
    monkeypatch.setattr(pictures, "RUNS", 1)
    pictures.main()
    lines = capsys.readouterr().out.splitlines()
    assert len([line for line in lines if re.search(r"\d+\.\d\d$", line)]) == len(pictures.charts())
