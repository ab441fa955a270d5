"""Telling those who look after the bot about mistakes in its files, as they are saved."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from bot.domain.people import PersonKey
from bot.locales import words
from bot.ports import Proofreader, Tx
from bot.services.deps import Deps
from bot.views.model import MessageView
from bot.views.watch import Complaint, FileKind, trouble, well

SETTLED = timedelta(seconds=2)
"""How long the mistakes must stand before they are told: a file may be half saved."""

log = logging.getLogger(__name__)


class Watch:
    """Looks at the dialogues, areas and plan of the year, and tells the admins what is new.

    Each new set of mistakes is told once, and once more that all is well again. After a start the
    mistakes that stand then are told, at most once a day however often the bot starts. Not safe to
    share between threads: one pump asks it.
    """

    def __init__(
        self,
        deps: Deps,
        proofreaders: Mapping[FileKind, Proofreader],
        admins: Sequence[PersonKey],
    ) -> None:
        """Begin as if all were well; `admins` may be empty, and then only the log tells."""
        self._deps = deps
        self._proofreaders = proofreaders
        self._admins = tuple(admins)
        self._told: tuple[Complaint, ...] = ()
        self._seen: tuple[Complaint, ...] = ()
        self._since = deps.clock.now()
        self._turn = 0

    def look(self) -> int:
        """Look once, and tell what is new; returns 0, since there is nothing more to do."""
        now = self._deps.clock.now()
        found = self._complaints()
        if found != self._seen:
            self._seen, self._since = found, now
        if found == self._told or now - self._since < SETTLED:
            return 0
        self._tell(found, now)
        self._told = found
        return 0

    def _complaints(self) -> tuple[Complaint, ...]:
        language = self._deps.terms.language
        return tuple(
            Complaint(kind, said)
            for kind, proofreader in self._proofreaders.items()
            for said in proofreader.complaints(language)
        )

    def _tell(self, found: tuple[Complaint, ...], now: datetime) -> None:
        if found:
            level = logging.INFO if self._admins else logging.WARNING
            log.log(level, "mistakes in the files of dialogues, areas or the year: %d", len(found))
        else:
            log.info("the files are right again")
        w = words(self._deps.terms.language)
        view = trouble(found, w) if found else well(self._told, w)
        digest = hashlib.sha256("\n".join(each.text for each in found).encode()).hexdigest()[:16]
        key = f"watch/{now.date()}/{self._turn}/{digest}"
        self._deps.commit(lambda tx: self._want(tx, key, view))
        if not found:
            self._turn += 1

    def _want(self, tx: Tx, key: str, view: MessageView) -> None:
        for admin in self._admins:
            tx.messages.want(f"{key}/{admin.user}", admin.tenant, admin.user, view)
