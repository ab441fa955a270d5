"""What is found in free text: the check for personal data before an answer is kept."""

from bot.text.findings import LONGEST, Finding, Findings, Kind
from bot.text.normal import normalise
from bot.text.personal import find

__all__ = ["LONGEST", "Finding", "Findings", "Kind", "find", "normalise"]
