"""The picture of a result. It says what the text of the message says, and nothing besides."""

from __future__ import annotations

from collections.abc import Iterable

from bot.domain.disclosure import ComponentResult, Result
from bot.domain.programme import Theme
from bot.locales import Words
from bot.views.model.charts import BandRow, DistributionChart, SpreadRow


def distribution(
    title: str, taking_part: str, result: Result, theme: Theme, held_back: Iterable[str], w: Words
) -> DistributionChart | None:
    """Return the picture of a round, None where no component may be shown.

    `taking_part` and `held_back` are sentences of the message; those about what is not drawn stand
    below, because a picture is forwarded without its message.
    """
    if not result.components:
        return None
    return DistributionChart(
        title=title,
        subtitle=taking_part,
        answered=result.answered,
        rows=tuple(_row(component, theme, w) for component in result.components),
        dot=w("chart-dot"),
        middle=w("chart-middle"),
        median=w("chart-median"),
        spread=w("chart-spread"),
        footer=" ".join(held_back),
    )


def _row(result: ComponentResult, theme: Theme, w: Words) -> BandRow | SpreadRow:
    """Return one question: its band where there is no distribution, else how the answers lie."""
    question = theme.questions[result.component]
    name = w(f"component-{result.component}")
    low, high = question.low.get(w.language), question.high.get(w.language)
    if not result.distribution:
        text = w(f"summary-band-{result.band}").rstrip(".")  # a label, as all in a picture
        return BandRow(name=name, low=low, high=high, text=text, band=result.band)
    return SpreadRow(
        name=name,
        low=low,
        high=high,
        text=_headline(result, w),
        median=result.median,
        middle_low=result.middle_low,
        middle_high=result.middle_high,
        cells=result.distribution,
    )


def _headline(result: ComponentResult, w: Words) -> str:
    if result.middle_low == result.middle_high:
        return w("chart-headline-same", median=result.median)
    return w("chart-headline", median=result.median, low=result.middle_low, high=result.middle_high)
