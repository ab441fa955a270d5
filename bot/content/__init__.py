"""Dialogue files: read, checked with a remedy for every mistake, and read again when changed.

An organisation's own words are read here as well, once when the bot starts.
"""

from bot.content.areas import AreaFile, AreasError, AreasRead, check_areas, read_areas
from bot.content.catalogue import DirectoryCatalogue, Loaded, load
from bot.content.check import Readability, Report, check_directory
from bot.content.problems import Level, Place, Problem, content_error, report
from bot.content.vocabulary import VocabularyError, load_vocabulary, read_vocabulary
from bot.content.yearplan import YearFile, YearRead, read_year

__all__ = [
    "AreaFile",
    "AreasError",
    "AreasRead",
    "DirectoryCatalogue",
    "Level",
    "Loaded",
    "Place",
    "Problem",
    "Readability",
    "Report",
    "VocabularyError",
    "YearFile",
    "YearRead",
    "check_areas",
    "check_directory",
    "content_error",
    "load",
    "load_vocabulary",
    "read_areas",
    "read_vocabulary",
    "read_year",
    "report",
]
