"""What a language model says of the comments of a round, and what it rests on."""

from __future__ import annotations

from dataclasses import dataclass

FEWEST_COMMENTS = 10
"""A model is never given fewer comments than this, nor asked of fewer answers."""

MOST_CLAIMS = 5
"""So many claims are asked for and shown at most."""

FEWEST_CITED = 2
"""A claim rests on so many comments: about one, there is the comment itself."""

MOST_CITED = 5
"""So many comments are cited for a claim at most: all are printed whole below it."""

CLAIM_LENGTHS = range(15, 201)
"""How many characters a claim may have."""


@dataclass(frozen=True)
class Support:
    """A comment that a claim rests on, by its number from 1, and some of its words."""

    comment: int
    quote: str


@dataclass(frozen=True)
class Claim:
    """A sentence about the comments. Until it is checked it is anybody's text."""

    text: str
    support: tuple[Support, ...]

    @property
    def cited(self) -> tuple[int, ...]:
        """The numbers of the comments, each once, in order."""
        return tuple(sorted({each.comment for each in self.support}))
