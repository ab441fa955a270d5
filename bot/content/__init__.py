"""Dialogue files: read, checked with a remedy for every mistake, and read again when changed.

An organisation's own words are read here as well, once when the bot starts.
"""

from bot.content.catalogue import DirectoryCatalogue, Loaded, load
from bot.content.check import Readability, Report, check_directory
from bot.content.problems import Level, Place, Problem, content_error, report
from bot.content.vocabulary import VocabularyError, load_vocabulary, read_vocabulary

__all__ = [
    "DirectoryCatalogue",
    "Level",
    "Loaded",
    "Place",
    "Problem",
    "Readability",
    "Report",
    "VocabularyError",
    "check_directory",
    "content_error",
    "load",
    "load_vocabulary",
    "read_vocabulary",
    "report",
]
