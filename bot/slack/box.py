"""Which box a form answers into, and where it was opened, as text that the form carries.

A form that is handed in tells no channel, and of a box that teams share nobody keeps who belongs to
which of them: so the form itself says in whose words its reader is to be answered.
"""

from __future__ import annotations


def dump(round_id: str, channel: str) -> str:
    """Return the round and the channel as text; the channel is empty where there was none."""
    return f"{round_id} {channel}".strip()


def load(text: str) -> tuple[str, str]:
    """Return the round and the channel that `dump` wrote."""
    round_id, _, channel = text.partition(" ")
    return round_id, channel
