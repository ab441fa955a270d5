"""Pictures of results: own small SVG, drawn to PNG without a browser and without system fonts."""

from __future__ import annotations

from bot.charts.alt import ALT_LIMIT, alt_text
from bot.charts.picture import Picture, render, svg
from bot.charts.theme import Theme

__all__ = ["ALT_LIMIT", "Picture", "Theme", "alt_text", "render", "svg"]
