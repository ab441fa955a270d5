"""Mirrors for oneself. Nothing here is written: what is answered is shown back, and forgotten."""

from __future__ import annotations

from bot.domain.mirrors import Placed, find_mirrors, reflect
from bot.domain.request import Request
from bot.locales import words
from bot.services.deps import Deps, language_at
from bot.views import mirror as view
from bot.views.model import MirrorForm, MirrorPicture, Sheet


def ask(deps: Deps, request: Request, wanted: str = "") -> MirrorForm | Sheet:
    """Return the form of the mirror that is meant, or the mirrors when it may be several.

    Raises NoMaterial, UnknownName.
    """
    found = find_mirrors(deps.catalogue.programmes(), wanted)
    w = language_at(deps, request)
    return view.form(found[0], w) if len(found) == 1 else view.choice(found, w)


def questions(deps: Deps, meta: str) -> int:
    """Return how many questions the form with this `meta` asks. Raises as `picture`."""
    return len(_meant(deps, meta)[0].mirror.questions)


def picture(deps: Deps, meta: str, scores: tuple[int, ...]) -> MirrorPicture:
    """Return the person's own picture; `meta` is what the form carried.

    Raises NoMaterial and UnknownName when the mirror is no longer there, ValueError for answers
    that are not to it.
    """
    placed, language = _meant(deps, meta)
    seen = reflect(placed.mirror, scores)
    return view.picture(placed, seen, deps.clock.now(), deps.terms.timezone, words(language))


def _meant(deps: Deps, meta: str) -> tuple[Placed, str]:
    ref, _, language = meta.partition(" ")
    return find_mirrors(deps.catalogue.programmes(), ref)[0], language
