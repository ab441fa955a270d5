"""Slack's limits in one table, and what a rendered message or view does against them.

Figures are Slack's documented ones (docs.slack.dev, Block Kit and views); two are experience:
`MESSAGE_TEXT`, because messages with about 13,000 characters in their blocks can be refused with
the undocumented `msg_blocks_too_long`, and `RICH_TEXT`, because rich text has no documented limit
and a section has 3,000. Lengths are counted by `bot.slack.render.text.size`, which never counts
less than Slack does.
"""

from __future__ import annotations

from typing import Final

BLOCKS: Final = 50
VIEW_BLOCKS: Final = 100
MESSAGE_TEXT: Final = 12_000
FALLBACK_TEXT: Final = 3_000
BLOCK_ID: Final = 255
ACTION_ID: Final = 255

HEADER: Final = 150
RICH_TEXT: Final = 3_000
CONTEXT_TEXT: Final = 2_000
CONTEXT_ELEMENTS: Final = 10
ALT_TEXT: Final = 2_000
FILE_ALT_TEXT: Final = 1_000
ACTIONS: Final = 25

BUTTON_TEXT: Final = 75
BUTTON_VALUE: Final = 2_000
CONFIRM_TITLE: Final = 100
CONFIRM_TEXT: Final = 300
CONFIRM_BUTTON: Final = 30

LABEL: Final = 2_000
HINT: Final = 2_000
PLACEHOLDER: Final = 150
OPTION_TEXT: Final = 75
OPTION_VALUE: Final = 150
OPTIONS: Final = 100
FEW_OPTIONS: Final = 10
INPUT_TEXT: Final = 3_000

VIEW_TITLE: Final = 24
VIEW_BUTTON: Final = 24
CALLBACK_ID: Final = 255
PRIVATE_METADATA: Final = 3_000
VIEW_BYTES: Final = 250_000
