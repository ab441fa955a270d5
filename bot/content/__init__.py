"""Dialogue files: read, checked with a remedy for every mistake, and read again when changed."""

from bot.content.catalogue import DirectoryCatalogue, Loaded, load
from bot.content.check import Readability, Report, check_directory
from bot.content.problems import Level, Place, Problem, content_error, report

__all__ = [
    "DirectoryCatalogue",
    "Level",
    "Loaded",
    "Place",
    "Problem",
    "Readability",
    "Report",
    "check_directory",
    "content_error",
    "load",
    "report",
]
