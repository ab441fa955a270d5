"""Which comments were hidden when the form to hide them was opened, as text that it carries.

Two managers may have the form open at once. What comes back with the form tells a comment that its
writer took out of the choice from one that somebody else has hidden since.
"""

from __future__ import annotations


def dump(round_id: str, hidden: tuple[int, ...]) -> str:
    """Return the round and the comments' numbers as text: a bit for each, since it must be short.

    A form carries 3,000 characters: that is enough for more comments than one can show.
    """
    return f"{round_id} {sum(1 << number for number in hidden):x}"


def load(text: str) -> tuple[str, frozenset[int]]:
    """Return the round and the numbers that `dump` wrote. Raises ValueError for anything else."""
    round_id, _, digits = text.partition(" ")
    bits = int(digits, 16)
    if bits < 0:
        raise ValueError("not the numbers of comments")
    return round_id, frozenset(n for n in range(bits.bit_length()) if bits >> n & 1)
