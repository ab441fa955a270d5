"""The adaptation log at its moments."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.adaptation import Adaptation, Fidelity, StepNote, mark, proposed
from bot.errors import LogChanged, NothingToLog
from bot.views import adaptation, replies
from bot.views.adaptation import Held, Opened
from tests.services.people import talk, team
from tests.views.moments_talk import STOPPED, Draw

NOTE = StepNote(fidelity=Fidelity.CHANGED, why="Vi delade på oss: rummet var litet.")
ENTRY = Adaptation(steps=(StepNote(), NOTE), why="Det gick bra.")
BARE = Held(STOPPED, talk())
WRITTEN = replace(BARE, entry=ENTRY)
AS_MEANT = replace(BARE, entry=Adaptation(steps=(StepNote(),) * 2))
OPENED = Opened(STOPPED.id, team().id, mark(None))

LOG_MOMENTS: dict[str, Draw] = {
    "log-empty": lambda w: adaptation.log((), (), team(), w),
    "log": lambda w: adaptation.log((WRITTEN, AS_MEANT), (BARE,), team(), w),
    "log-many": lambda w: adaptation.log((WRITTEN,) * 12, (), team(), w),
    "log-form": lambda w: adaptation.form(BARE, proposed(STOPPED), OPENED, w),
    "log-form-again": lambda w: adaptation.form(WRITTEN, ENTRY, OPENED, w),
    "log-written": adaptation.written,
    "error-log-changed": lambda w: replies.error(LogChanged(), w),
    "error-nothing-to-log": lambda w: replies.error(NothingToLog(), w),
}
"""Every such moment by its name."""
