"""Who may do what with a rolling survey."""

from __future__ import annotations

from bot.services import rolling
from tests.services.people import team
from tests.services.roles.who import MANAGER, Table
from tests.services.surveying import LEAVERS, SURVEY, running, with_surveys

SURVEY_TABLE: Table = {
    "rolling.start": (
        with_surveys,
        lambda w, r: rolling.start(w.deps, r, team().id, SURVEY),
        MANAGER,
    ),
    "rolling.invite": (
        running,
        lambda w, r: rolling.invite(w.deps, r, team().id, frozenset(LEAVERS[:2])),
        MANAGER,
    ),
    "rolling.stop": (running, lambda w, r: rolling.stop(w.deps, r, team().id), MANAGER),
}
