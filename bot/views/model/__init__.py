"""The views: what a message, a reply or a form says, in the reader's words.

Texts are plain: no markup of any platform. A renderer decides how a title or a step looks, and
neutralises what a platform would read as markup. Messages are kept in the outbox as JSON, so
every view names its type.
"""

from __future__ import annotations

from bot.views.model.adaptation import LogForm, StepField
from bot.views.model.base import Button, Confirm, Moment, People, View
from bot.views.model.calendar import CalendarEvent, TeamCalendar
from bot.views.model.fields import ChoiceField, Option, ScaleField, TextField, TickField
from bot.views.model.forms import AnswerForm, FormView, Receipt, SetupForm, TagOffer
from bot.views.model.hesitation import FoundLine, Hesitation, Refusal
from bot.views.model.hiding import CommentChoices, HideForm
from bot.views.model.messages import (
    Board,
    CommentLines,
    CommitmentLine,
    CommitmentLines,
    ComponentLine,
    MessageView,
    Note,
    Sheet,
    SheetPart,
    StepLine,
    Summary,
)
from bot.views.model.mirror import MirrorForm, MirrorPicture, MirrorView
from bot.views.model.plain import (
    ClockField,
    DayField,
    LineField,
    PeopleField,
    PlainField,
    PlainForm,
    SelectField,
    TextAreaField,
    TicksField,
)
from bot.views.model.privacy import Page, PrivacyView, Section, Seen
from bot.views.model.replies import (
    Checklist,
    CommandLine,
    Help,
    Menu,
    PreviewQuestion,
    PreviewStep,
    ReplyView,
    ThemeLine,
    ThemeList,
    ThemePreview,
    Tick,
)
from bot.views.model.rolling import InviteForm
from bot.views.model.team import Choice, PoolForm, RadioField

__all__ = [
    "AnswerForm",
    "Board",
    "Button",
    "CalendarEvent",
    "Checklist",
    "Choice",
    "ChoiceField",
    "ClockField",
    "CommandLine",
    "CommentChoices",
    "CommentLines",
    "CommitmentLine",
    "CommitmentLines",
    "ComponentLine",
    "Confirm",
    "DayField",
    "FormView",
    "FoundLine",
    "Help",
    "Hesitation",
    "HideForm",
    "InviteForm",
    "LineField",
    "LogForm",
    "Menu",
    "MessageView",
    "MirrorForm",
    "MirrorPicture",
    "MirrorView",
    "Moment",
    "Note",
    "Option",
    "Page",
    "People",
    "PeopleField",
    "PlainField",
    "PlainForm",
    "PoolForm",
    "PreviewQuestion",
    "PreviewStep",
    "PrivacyView",
    "RadioField",
    "Receipt",
    "Refusal",
    "ReplyView",
    "ScaleField",
    "Section",
    "Seen",
    "SelectField",
    "SetupForm",
    "Sheet",
    "SheetPart",
    "StepField",
    "StepLine",
    "Summary",
    "TagOffer",
    "TeamCalendar",
    "TextAreaField",
    "TextField",
    "ThemeLine",
    "ThemeList",
    "ThemePreview",
    "Tick",
    "TickField",
    "TicksField",
    "View",
]
