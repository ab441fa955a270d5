"""The pictures of real boxes, in both languages: what the bot's views make of their answers."""

from __future__ import annotations

from typing import Final

from bot.locales import LANGUAGES, words
from bot.views.model.charts import DistributionChart
from bot.views.summary import for_team
from tests.services.people import SCRIPT
from tests.views.boxes import SHORT, SIZES, box, closed, counted


def result(size: int, language: str = "sv") -> DistributionChart | None:
    """Return the picture of a box of so many answers, None where there is none."""
    answers = box(size, SHORT)
    return for_team(closed(answers), counted(answers), SCRIPT, words(language)).picture


RESULTS: Final = {
    f"result-{size}.{language}": chart
    for size in SIZES
    for language in LANGUAGES
    if (chart := result(size, language))
}
