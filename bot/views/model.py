"""The views: what a message, a reply or a form says, in the reader's words.

Texts are plain: no markup of any platform. A renderer decides how a title or a step looks, and
neutralises what a platform would read as markup. Messages are kept in the outbox as JSON, so
every view names its type.
"""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field

from bot.domain.people import PersonKey
from bot.views.model_base import View
from bot.views.model_checklist import Checklist
from bot.views.model_hesitation import Hesitation, Refusal
from bot.views.model_hide import HideForm
from bot.views.model_team import PoolForm, RadioField


class Moment(View):
    """A time: platforms that can show it in each reader's zone do; `text` is the team's."""

    at: datetime
    text: str


class Confirm(View):
    """A question before a button acts."""

    title: str
    text: str
    yes: str
    no: str


class Button(View):
    """Something to press. `action` is one of `bot.views.actions`, `value` what it acts on."""

    action: str
    label: str
    value: str = ""
    style: Literal["plain", "primary", "danger"] = "plain"
    confirm: Confirm | None = None


class People(View):
    """Some people and what they are: "Chef", [Karin]."""

    label: str
    people: tuple[PersonKey, ...]


class StepLine(View):
    """One step in the overview. `time_label` stands before `ends` ("till") or alone ("4 min")."""

    status: Literal["done", "now", "next"]
    name: str
    status_text: str
    time_label: str
    ends: Moment | None = None


class Board(View):
    """The one message of a dialogue in the team's channel, edited in place.

    `now_*` say what to do in the present step and are empty when the dialogue is over; `now_link`
    is the address of its film.
    `state_line` tells that it is paused or over. `summary_text` is the message as plain text, for
    notifications and screen readers.
    """

    type: Literal["board"] = "board"
    title: str
    purpose: str
    steps: tuple[StepLine, ...]
    state_line: str = ""
    now_title: str = ""
    now_text: str = ""
    now_link: str = ""
    now_group: str = ""
    answer: Button | None = None
    privacy: Button | None = None
    answer_hint: str = ""
    controls: tuple[Button, ...] = ()
    controls_hint: str = ""
    people: tuple[People, ...] = ()
    summary_text: str


class ComponentLine(View):
    """One component of a result: the question, its ends, and the numbers in words."""

    name: str
    question: str
    ends: str
    headline: str
    band: str
    distribution: tuple[str, ...] = ()


class CommentLines(View):
    """Comments word for word under a heading."""

    heading: str
    comments: tuple[str, ...]


class Summary(View):
    """What the manager gets, and, without the buttons, what the team gets when it is shared.

    `comments_left_out` is said when some comments do not fit into a message of the platform;
    `{count}` in it stands for how many ("Kommentarer som inte får plats här: {count}").
    `comments_hidden` tells the team that comments were hidden. `shared_label` stands before
    `shared_at`, day and time, when the team is shown the summary by itself.
    """

    type: Literal["summary"] = "summary"
    title: str
    taking_part: str
    components: tuple[ComponentLine, ...] = ()
    components_heading: str = ""
    tags_heading: str = ""
    tags: tuple[str, ...] = ()
    comments_heading: str = ""
    comments: tuple[CommentLines, ...] = ()
    comments_left_out: str = ""
    comments_hidden: str = ""
    next_heading: str = ""
    next_question: str = ""
    held_back_heading: str = ""
    held_back: tuple[str, ...] = ()
    footer: str = ""
    shared_label: str = ""
    shared_at: Moment | None = None
    buttons: tuple[Button, ...] = ()
    summary_text: str


class Note(View):
    """A few plain sentences, with what can be pressed next."""

    type: Literal["note"] = "note"
    text: str
    buttons: tuple[Button, ...] = ()


class SheetPart(View):
    """Something on a sheet, in this order; what is empty is left out. `link` is an address."""

    heading: str = ""
    text: str = ""
    lines: tuple[str, ...] = ()
    link: str = ""
    buttons: tuple[Button, ...] = ()


class Sheet(View):
    """Something to read, in parts: a card, a list, advice. `intro` stands above, `footer` below."""

    type: Literal["sheet"] = "sheet"
    title: str
    intro: str = ""
    parts: tuple[SheetPart, ...]
    buttons: tuple[Button, ...] = ()
    footer: str = ""


MessageView = Annotated[Board | Summary | Note | Sheet, Field(discriminator="type")]
"""What can stand in a conversation and go through the outbox."""


class CommandLine(View):
    """One command in the help: what to type and what it does."""

    command: str
    what: str


class Help(View):
    """All commands, grouped."""

    type: Literal["help"] = "help"
    title: str
    intro: str
    groups: tuple[tuple[str, tuple[CommandLine, ...]], ...]
    footer: str


class ThemeLine(View):
    """One theme in the list. `heading` begins a part of the programme, and is empty within it."""

    heading: str = ""
    title: str
    why: str
    buttons: tuple[Button, ...]


class ThemeList(View):
    """The themes of a programme."""

    type: Literal["themes"] = "themes"
    title: str
    intro: str
    themes: tuple[ThemeLine, ...]
    buttons: tuple[Button, ...] = ()


class PreviewStep(View):
    """One step in a preview. `link` is the address of its film, empty where there is none."""

    name: str
    minutes: str
    text: str
    link: str = ""


class PreviewQuestion(View):
    """One question in a preview: its component, wording and the worded ends."""

    name: str
    question: str
    ends: str


class ThemePreview(View):
    """A theme, shown in private before it is run."""

    type: Literal["preview"] = "preview"
    title: str
    intro: str
    why: str
    steps_heading: str
    steps: tuple[PreviewStep, ...]
    questions_heading: str
    questions: tuple[PreviewQuestion, ...]
    free_question: str
    adaptation_heading: str = ""
    adaptation: str = ""
    buttons: tuple[Button, ...]


class Menu(View):
    """What fits right now: some lines, people and buttons. Also the app's home."""

    type: Literal["menu"] = "menu"
    title: str
    lines: tuple[str, ...]
    people: tuple[People, ...] = ()
    buttons: tuple[Button, ...]
    footer: str = ""


ReplyView = Note | Help | ThemeList | ThemePreview | Menu | Sheet | Checklist
"""What one person gets as a private answer."""


class ScaleField(View):
    """A question on the scale 1–7 with worded ends; `value` is what was chosen before."""

    name: str
    heading: str
    question: str
    low: str
    high: str
    value: int | None = None


class TextField(View):
    """Some lines of text."""

    name: str
    label: str
    hint: str
    value: str = ""
    limit: int


class Option(View):
    """One choice."""

    value: str
    label: str


class ChoiceField(View):
    """Some of many options, at most `limit`."""

    name: str
    label: str
    placeholder: str
    options: tuple[Option, ...]
    chosen: tuple[str, ...] = ()
    limit: int


class TickField(View):
    """A single yes."""

    name: str
    label: str
    text: str
    hint: str
    value: bool = False


class AnswerForm(View):
    """The anonymous form. `promise` is read before anything is filled in."""

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


FormView = AnswerForm | SetupForm | PoolForm | HideForm | Hesitation | Refusal | Receipt
"""What opens over the conversation."""
