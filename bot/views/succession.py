"""A change of manager: the form, the request, and what came of it."""

from __future__ import annotations

from bot.domain.continuity import ASKED_FOR, ManagerRequest
from bot.domain.people import PersonKey, Team
from bot.locales import Words
from bot.views.actions import Action, Form
from bot.views.model import (
    Button,
    Confirm,
    Note,
    Option,
    PeopleField,
    PlainForm,
    Receipt,
    TicksField,
)
from bot.views.names import channel_name
from bot.views.times import date_in_words

NEW, LEAVES, FACILITATORS = "new-manager", "leaves", "facilitators"
"""The names of the form's fields; the second is also the value of its tick."""


def form(team: Team, w: Words) -> PlainForm:
    """Return the form in which a manager hands over, or has others lead."""
    return PlainForm(
        form=Form.HAND_OVER,
        title=w("handover-title"),
        intro=(w("handover-intro"),),
        lines=(w("handover-kept"), w("handover-result"), w("handover-old")),
        fields=(
            PeopleField(
                name=NEW,
                label=w("handover-new"),
                hint=w("handover-new-hint"),
                placeholder=w("handover-new-nobody"),
                limit=1,
            ),
            TicksField(
                name=LEAVES,
                label=w("handover-leaves"),
                hint=w("handover-leaves-hint"),
                options=(Option(value=LEAVES, label=w("handover-leaves-tick")),),
                chosen=(LEAVES,),
            ),
            PeopleField(
                name=FACILITATORS,
                label=w("setup-facilitators"),
                hint=w("handover-facilitators-hint"),
                placeholder=w("setup-facilitators-placeholder"),
                chosen=tuple(sorted(team.facilitators)),
            ),
        ),
        submit=w("handover-save"),
        close=w("handover-cancel"),
        meta=team.id,
    )


def saved(w: Words) -> Receipt:
    """Say that it is saved, and where it is seen."""
    return receipt((w("handover-saved"), w("handover-saved-next")), w)


def receipt(lines: tuple[str, ...], w: Words) -> Receipt:
    """Return what the form turns into."""
    return Receipt(title=w("handover-title"), lines=lines, close=w("receipt-close"))


def news(before: Team, team: Team, person: PersonKey, w: Words) -> Note:
    """Tell somebody of a change of managers: who is a new one, who was one, who still is."""
    name = channel_name(team.name)
    if person not in team.managers:
        return Note(text=w("handover-news-left", team=name))
    if person in before.managers:
        return Note(text=w("handover-news-beside", team=name))
    told = (w("handover-news-manager", team=name), w("handover-news-result"), w("handover-next"))
    return Note(text="\n\n".join(told))


def question(team: Team, asked: ManagerRequest, name: str, w: Words) -> Note:
    """Ask whether somebody is to become the manager."""
    team_name = channel_name(team.name)
    lines = (
        w("request-question", name=name, team=team_name),
        w("request-instead", name=name),
        w("request-known"),
        w("request-until", day=_until(team, asked, w)),
    )
    return Note(
        text="\n\n".join(lines),
        buttons=(
            Button(
                action=Action.MANAGER_YES,
                label=w("request-yes"),
                value=asked.id,
                style="primary",
                confirm=Confirm(
                    title=w("request-yes-title"),
                    text=w("request-yes-text", name=name, team=team_name),
                    yes=w("request-yes"),
                    no=w("handover-cancel"),
                ),
            ),
            Button(action=Action.MANAGER_NO, label=w("request-no"), value=asked.id),
        ),
    )


def waits(team: Team, asked: ManagerRequest, w: Words) -> Note:
    """Say to whoever asked that the answer is waited for."""
    day = _until(team, asked, w)
    return Note(
        text=w("request-waits", team=channel_name(team.name), day=day),
        buttons=(withdraw_button(asked.id, w),),
    )


def came_of(team: Team, outcome: str, w: Words) -> Note:
    """Say, where the question stood, what came of it."""
    return Note(text=w(f"request-over-{outcome}", team=channel_name(team.name)))


def told(team: Team, outcome: str, w: Words) -> Note:
    """Tell whoever asked that there is no yes, and what can be done."""
    return Note(text=w(f"request-told-{outcome}", team=channel_name(team.name)))


def buttons(
    team: Team, reader: PersonKey, asked: ManagerRequest | None, w: Words
) -> tuple[Button, ...]:
    """Return what the team's page offers: to hand over, to ask for that, or to take it back."""
    if reader in team.managers:
        return (Button(action=Action.HAND_OVER, label=w("handover-button"), value=team.id),)
    if asked is None:
        return (_ask_button(team, w),)
    return (withdraw_button(asked.id, w),) if asked.person == reader else ()


def withdraw_button(request_id: str, w: Words) -> Button:
    """Return the way to take one's request back."""
    return Button(action=Action.MANAGER_WITHDRAW, label=w("request-withdraw"), value=request_id)


def _ask_button(team: Team, w: Words) -> Button:
    return Button(
        action=Action.MANAGER_ASK,
        label=w("request-button"),
        value=team.id,
        confirm=Confirm(
            title=w("request-confirm-title"),
            text=w("request-confirm-text", days=ASKED_FOR.days),
            yes=w("request-confirm-yes"),
            no=w("handover-cancel"),
        ),
    )


def _until(team: Team, asked: ManagerRequest, w: Words) -> str:
    return date_in_words(asked.ends_at, team.timezone, w)
