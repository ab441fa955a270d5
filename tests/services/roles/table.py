"""Every use case that changes something, and who may do it."""

from __future__ import annotations

from tests.services.roles.commitments import COMMITMENT_TABLE
from tests.services.roles.continuity import CONTINUITY_TABLE
from tests.services.roles.dialogues import DIALOGUE_TABLE
from tests.services.roles.plans import PLAN_TABLE
from tests.services.roles.surveys import SURVEY_TABLE
from tests.services.roles.together import POOL_TABLE
from tests.services.roles.who import Table

TABLE: Table = {
    **DIALOGUE_TABLE,
    **POOL_TABLE,
    **SURVEY_TABLE,
    **PLAN_TABLE,
    **CONTINUITY_TABLE,
    **COMMITMENT_TABLE,
}

ONCE = {"sessions.cancel", "planning.drop"}
"""What is gone when it is asked for again; the person is told so."""
