"""What opens over the conversation."""

from __future__ import annotations

from typing import Literal

from bot.domain.people import PersonKey
from bot.views.model.adaptation import LogForm
from bot.views.model.base import Button, View
from bot.views.model.fields import ChoiceField, ScaleField, TextField, TickField
from bot.views.model.hesitation import Hesitation, Refusal
from bot.views.model.hiding import HideForm
from bot.views.model.plain import PlainForm
from bot.views.model.rolling import InviteForm
from bot.views.model.team import PoolForm, RadioField


class AnswerForm(View):
    """The anonymous form. `promise` is read before anything is filled in.

    `channel` is where it was asked for, empty where that is no team's: it is answered in the words
    of the team there.
    """

    type: Literal["answer-form"] = "answer-form"
    title: str
    theme: str
    promise: tuple[str, ...]
    privacy: Button | None = None
    scales: tuple[ScaleField, ...]
    comment: TextField
    tags: ChoiceField
    verbatim: TickField | None
    withdraw: Button | None
    submit: str
    close: str
    round_id: str
    channel: str = ""


class SetupForm(View):
    """Asked the first time in a channel: who leads and who is on the roster.

    `meta` travels with the form: what to start once it is filled in.
    """

    type: Literal["setup-form"] = "setup-form"
    title: str
    intro: str
    manager_label: str
    manager_hint: str
    manager: PersonKey
    facilitators_label: str
    facilitators_hint: str
    facilitators_placeholder: str
    sees: RadioField
    roster: str
    warning: str = ""
    submit: str
    close: str
    meta: str


class Receipt(View):
    """What the form turns into when it has been handled; nobody else sees it, nothing keeps it."""

    type: Literal["receipt"] = "receipt"
    title: str
    lines: tuple[str, ...]
    close: str


class TagOffer(View):
    """A receipt with a question: what the answer, which has been kept, is about.

    Something is chosen already; it is added to the answer only when the form is handed in.
    `channel` is that of the form which was answered.
    """

    type: Literal["tag-offer"] = "tag-offer"
    title: str
    lines: tuple[str, ...]
    tags: ChoiceField
    submit: str
    close: str
    round_id: str
    channel: str = ""


FormView = (
    AnswerForm
    | SetupForm
    | PoolForm
    | HideForm
    | LogForm
    | InviteForm
    | PlainForm
    | Hesitation
    | Refusal
    | Receipt
    | TagOffer
)
"""What opens over the conversation."""
