"""What is read of a language model's draft, and what is said of it before an answer."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from bot.domain.claims import Claim, Support
from bot.domain.round import Round
from bot.locales import Words
from bot.views import drafts
from bot.views.answer import answer_form
from bot.views.model import View
from bot.views.privacy import conditions, page
from tests.services.drafting import CLAIM, COMMENTS
from tests.services.people import COLLEAGUES, SCRIPT, TEMA3, team, theme

Draw = Callable[[Words], View]

MORE = Claim(
    "Flera tycker att det är bra hos er när ni hjälps åt.",
    (
        Support(2, "är bra hos oss"),
        Support(8, "mellan kollegor är starkt"),
        Support(10, "hjälps åt"),
    ),
)
DRAFTED = Round(
    id="round-1",
    team_ids=(team().id,),
    theme=TEMA3,
    theme_version=SCRIPT.version,
    opened_at=datetime(2026, 3, 2, 12, tzinfo=UTC),
    roster=COLLEAGUES,
    invited=len(COLLEAGUES),
    quote_threshold=10,
    drafted=True,
)

DRAFT_MOMENTS: dict[str, Draw] = {
    "draft": lambda w: drafts.draft((CLAIM, MORE), COMMENTS, theme(3), "prov-modell", w),
    "draft-withdrawn": drafts.withdrawn,
    "draft-form": lambda w: answer_form(DRAFTED, SCRIPT, None, team().timezone, w),
    "draft-privacy": lambda w: page(conditions(DRAFTED, theme(3), team(), w), DRAFTED.id, "", w),
}
