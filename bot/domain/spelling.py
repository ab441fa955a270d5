"""How alike two words are spelled: only what is a slip away is worth suggesting."""

from __future__ import annotations

from collections.abc import Iterable

LETTERS_PER_SLIP = 3
"""A word is near when it is at most one slip away for every three of its letters."""


def nearest(typed: str, words: Iterable[str]) -> str:
    """Return the word with the fewest slips of those that are near, empty when none is.

    Of several it is the first in alphabetical order. Words are compared as they stand.
    """
    near = [(slips(typed, word), word) for word in words if is_near(typed, word)]
    return min(near)[1] if near else ""


def is_near(typed: str, word: str) -> bool:
    """Return whether the word was probably meant. One of fewer than three letters never is."""
    return slips(typed, word) <= len(word) // LETTERS_PER_SLIP


def slips(typed: str, word: str) -> int:
    """Return how many letters were missed, added, changed or swapped with the next one.

    This is the optimal string alignment distance. Words much unlike in length are not compared:
    the difference in length is returned, which the distance is never less than.
    """
    if abs(len(typed) - len(word)) > len(word):
        return abs(len(typed) - len(word))
    above, row = [0] * (len(word) + 1), list(range(len(word) + 1))
    for i, letter in enumerate(typed, 1):
        before, above, row = above, row, [i]
        for j, other in enumerate(word, 1):
            steps = [above[j] + 1, row[j - 1] + 1, above[j - 1] + (letter != other)]
            if i > 1 and j > 1 and typed[i - 2] == other and letter == word[j - 2]:
                steps.append(before[j - 2] + 1)
            row.append(min(steps))
    return row[-1]
