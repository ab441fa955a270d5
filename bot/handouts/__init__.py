"""Hand-outs on paper, for meetings without screens: a theme, a deck, a mirror or a programme.

Each is one HTML page with its styles in it and nothing fetched from elsewhere. A browser prints it
on A4, or saves it as PDF.
"""

from bot.handouts.document import GENERATOR, STYLES, Item, booklet, sheet

__all__ = ["GENERATOR", "STYLES", "Item", "booklet", "sheet"]
