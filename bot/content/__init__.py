"""Dialogue files: read, checked with a remedy for every mistake, and read again when changed."""

from bot.content.catalogue import DirectoryCatalogue, Loaded, load
from bot.content.problems import Place, Problem, content_error, report

__all__ = [
    "DirectoryCatalogue",
    "Loaded",
    "Place",
    "Problem",
    "content_error",
    "load",
    "report",
]
