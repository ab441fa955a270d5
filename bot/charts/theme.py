"""Colours and measures. Hues are those of Okabe and Ito, which colour-blind people tell apart.

Tests hold the contrasts of WCAG 2.1: 4.5:1 for text, 3:1 for what is drawn.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Theme = Literal["light", "dark"]

SCALE_UP = 2
"""Pixels per unit: phones have two or more."""

WIDTH = 390
"""Units across: a phone held upright."""

MARGIN = 16
INNER = WIDTH - 2 * MARGIN

SMALL, BODY, HEADING = 15, 16, 20
"""Letters in units. In a message on a phone, some 310 pixels wide, the small ones are 12 pixels."""


@dataclass(frozen=True)
class Palette:
    """The colours of a theme.

    Attributes:
        ground: Behind everything.
        plate: Behind a group of signs.
        zone: A wide area, such as the noise; its ends are drawn with `edge`.
        ink: Text that counts.
        muted: Text that explains.
        edge: Lines that say something.
        faint: Lines that only help the eye.
        mark: Dots, bars and lines of data.
        accent: What stands out: the median, a change.
    """

    ground: str
    plate: str
    zone: str
    ink: str
    muted: str
    edge: str
    faint: str
    mark: str
    accent: str


PALETTES: dict[Theme, Palette] = {
    "light": Palette(
        ground="#ffffff",
        plate="#f0f3f7",
        zone="#e4e9f0",
        ink="#1c2026",
        muted="#555c68",
        edge="#717a88",
        faint="#d5dae1",
        mark="#0072b2",
        accent="#d55e00",
    ),
    "dark": Palette(
        ground="#1a1d21",
        plate="#262b32",
        zone="#2f353e",
        ink="#f2f4f7",
        muted="#b6bdc8",
        edge="#8e97a5",
        faint="#3d444e",
        mark="#56b4e9",
        accent="#e69f00",
    ),
}
