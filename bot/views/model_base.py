"""What every view is made of."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class View(BaseModel):
    """A frozen piece of what is shown."""

    model_config = ConfigDict(frozen=True, extra="forbid")
