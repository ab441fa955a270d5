"""How long a text may be where it stands: what Slack shows of it, uncut."""

from __future__ import annotations

from fnmatch import fnmatchcase

ROOM: dict[int, tuple[str, ...]] = {
    24: (
        "answer-title",
        "receipt-title",
        "receipt-withdrawn-title",
        "setup-title",
        "answer-submit",
        "answer-change",
        "answer-close",
        "hide-title",
        "hide-submit",
        "hesitation-title",
        "hesitation-submit",
        "hesitation-close",
        "hesitation-back",
        "receipt-close",
        "privacy-title",
        "seen-sample-title",
        "seen-shared-title",
        "setup-submit",
        "setup-submit-team",
        "pool-title",
        "pool-submit",
        "pool-close",
        "mirror-title",
        "mirror-picture-title",
        "mirror-submit",
        "mirror-close",
        "setup-close",
    ),
    30: ("*-yes", "*-no", "*-yes-talk", "*-no-talk"),
    75: (
        "answer-verbatim-text",
        "answer-withdraw",
        "board-answer",
        "board-extend",
        "board-finish",
        "board-next",
        "board-pause",
        "board-resume",
        "board-stop",
        "menu-cancel",
        "home-back",
        "menu-help",
        "menu-themes",
        "preview-all",
        "preview-start",
        "privacy-button",
        "seen-button",
        "summary-share",
        "summary-hide",
        "themes-show",
        "themes-start",
        "pool-join",
        "pool-decline",
        "card-more",
        "card-show",
        "card-all",
        "mirror-open",
        "mirror-send",
        "checklist-open",
        "programmes-themes",
        "programmes-all",
        "programmes-card",
        "programmes-mirror",
        "menu-card",
        "menu-mirror",
        "board-stuck",
        "team-choose-*",
        "team-pool",
        "team-show",
        "team-hide",
        "team-leave",
        "setup-sees-both",
        "setup-sees-manager",
    ),
    100: (
        "*-title-talk",
        "*-stop-title",
        "*-cancel-title",
        "*-withdraw-title",
        "*-share-title",
        "team-*-title",
    ),
    150: ("*-placeholder", "help-title", "menu-title", "home-title"),
    300: (
        "*-text-talk",
        "*-stop-text",
        "*-cancel-text",
        "*-withdraw-text",
        "*-share-text",
        "team-*-text",
    ),
    2000: ("*-hint", "answer-tags", "answer-verbatim", "setup-manager", "setup-facilitators"),
    3000: ("*",),
}
"""The longest text of each place, in characters, and the ids of the texts that stand there.

docs.slack.dev, Block Kit reference: forms' titles and buttons, buttons of confirmations, buttons
and options, titles of confirmations, headings, texts of confirmations, labels, and texts.
"""


def room(id: str) -> int:
    """Return how many characters the text with this id may have."""
    return min(most for most, ids in ROOM.items() if any(fnmatchcase(id, each) for each in ids))
