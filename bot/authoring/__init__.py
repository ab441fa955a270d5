"""What helps those who write dialogues: new files, and programmes as one file to pass on."""

from bot.authoring.errors import AuthoringError
from bot.authoring.exporting import export_programme
from bot.authoring.finding import Found, find
from bot.authoring.importing import Imported, import_programme
from bot.authoring.new import KINDS, Made, Wanted, make

__all__ = [
    "KINDS",
    "AuthoringError",
    "Found",
    "Imported",
    "Made",
    "Wanted",
    "export_programme",
    "find",
    "import_programme",
    "make",
]
