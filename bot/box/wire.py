"""What the bot and the process that opens a box say to each other, over two pipes."""

from __future__ import annotations

from typing import Final

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from bot.domain.ballot import Ballot
from bot.domain.disclosure import Result


class Order(BaseModel):
    """All that is needed to count a box, on the process's standard input.

    The roster is only its size: who could have answered is not needed.
    """

    model_config = ConfigDict(frozen=True, ser_json_bytes="base64", val_json_bytes="base64")

    key: bytes = Field(repr=False)
    ballots: tuple[Ballot, ...] = Field(repr=False)
    invited: int
    threshold: int
    quote_threshold: int


results: Final = TypeAdapter(Result)
"""Writes and reads the result, the only thing ever on the process's standard output."""
