"""How often a guess of what a text is about is right: `python -m benchmarks.subjects`.

The answers are the invented ones of `tests/text/tags.yaml`. Those held out were written before the
words were, but by the same hand, so they flatter the guess.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from ruamel.yaml import YAML

from benchmarks.figures import table
from bot.domain.answers import TAG_LIMIT
from bot.text.subjects import as_tags, subjects

CORPUS = Path(__file__).parents[1] / "tests" / "text" / "tags.yaml"
TAGS = (
    *("samarbete", "bemotande", "arbetstid", "arbetsmangd", "lokaler", "information", "ledning"),
    *("delaktighet", "lara", "uppskattning", "aterhamtning", "trygghet", "annat"),
)
"""The tags of the programme that the answers are filed under."""


@dataclass(frozen=True)
class Answer:
    """An invented answer, and the tags that a reader could file it under."""

    text: str
    tags: frozenset[str]


@dataclass(frozen=True)
class Score:
    """How the guess did: tags guessed, right ones among them; answers, and those left in peace.

    `helped` are answers about something for which at least one right tag was guessed, of `about`;
    `disturbed` are answers about nothing for which there was a guess, of `aimless`.
    """

    guessed: int
    right: int
    about: int
    helped: int
    aimless: int
    disturbed: int

    @property
    def precision(self) -> float:
        """The share (0–1) of the guesses that were right."""
        return self.right / self.guessed


def read(path: Path = CORPUS) -> dict[str, tuple[Answer, ...]]:
    """Return the answers, "held_out" and "tuned"."""
    data = YAML(typ="safe").load(path.read_text(encoding="utf-8"))
    return {
        half: tuple(Answer(item["text"], frozenset(item.get("tags", ()))) for item in items)
        for half, items in data.items()
    }


def guess(text: str) -> tuple[str, ...]:
    """Return the tags that the writer would be offered."""
    return as_tags(subjects(text), TAGS, TAG_LIMIT)


def score(answers: Sequence[Answer]) -> Score:
    """Return how the guess does on these answers."""
    guesses = [(answer.tags, frozenset(guess(answer.text))) for answer in answers]
    return Score(
        guessed=sum(len(guessed) for _, guessed in guesses),
        right=sum(len(guessed & tags) for tags, guessed in guesses),
        about=sum(bool(tags) for tags, _ in guesses),
        helped=sum(bool(guessed & tags) for tags, guessed in guesses),
        aimless=sum(not tags for tags, _ in guesses),
        disturbed=sum(bool(guessed) and not tags for tags, guessed in guesses),
    )


def main() -> None:
    """Print how the guess does on both halves."""
    rows = []
    for half, answers in read().items():
        one = score(answers)
        rows.append(
            (
                half.replace("_", " "),
                f"{one.right}/{one.guessed} ({one.precision:.0%})",
                f"{one.helped}/{one.about}",
                f"{one.disturbed}/{one.aimless}",
            )
        )
    head = ("answers", "guesses that are right", "answers helped", "guessed in vain")
    print(table("Subjects guessed for answers sent without any", head, rows))


if __name__ == "__main__":
    main()
