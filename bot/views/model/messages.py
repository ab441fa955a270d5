"""What can stand in a conversation."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from bot.views.model.base import Button, Moment, People, View
from bot.views.model.charts import AreaChart, DistributionChart


class StepLine(View):
    """One step in the overview. `time_label` stands before `ends` ("till") or alone ("4 min")."""

    status: Literal["done", "now", "next"]
    name: str
    status_text: str
    time_label: str
    ends: Moment | None = None


class CommitmentLine(View):
    """One commitment. `when` tells until when it is to be done, or what became of it."""

    activity: str
    role: str
    when: str


class CommitmentLines(View):
    """Commitments under a heading; `more` says how many there are beside these, and where."""

    heading: str
    lines: tuple[CommitmentLine, ...]
    more: str = ""


class Board(View):
    """The one message of a dialogue in the team's channel, edited in place.

    `now_*` say what to do in the present step and are empty when the dialogue is over; `now_link`
    is the address of its film.
    `answer_by` is until when there is time to answer, with `answer_by_label` before it.
    `since` are commitments from before, `agreed` those of this very dialogue, and `commit` the
    leaders' way to write one, explained in `commit_hint`.
    `state_line` tells that it is paused or over. `finished` tells that nobody needs it any more to
    lead the dialogue or to answer. `summary_text` is the message as plain text, for
    notifications and screen readers.
    """

    type: Literal["board"] = "board"
    title: str
    purpose: str
    steps: tuple[StepLine, ...]
    state_line: str = ""
    since: CommitmentLines | None = None
    now_title: str = ""
    now_text: str = ""
    now_link: str = ""
    now_group: str = ""
    answer: Button | None = None
    privacy: Button | None = None
    answer_hint: str = ""
    answer_by_label: str = ""
    answer_by: Moment | None = None
    agreed: CommitmentLines | None = None
    commit: Button | None = None
    commit_hint: str = ""
    controls: tuple[Button, ...] = ()
    controls_hint: str = ""
    people: tuple[People, ...] = ()
    finished: bool = False
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

    `essence` is the whole result in a line; `keep_*` is what to hold on to, `next_*` what to talk
    about next. They come first: whoever has half a minute needs no more.
    `picture` stands below the components and shows nothing that they do not say.
    `comments_left_out` is said when some comments do not fit into a message of the platform;
    `{count}` in it stands for how many ("Kommentarer som inte får plats här: {count}").
    `comments_hidden` tells the team that comments were hidden. `shared_label` stands before
    `shared_at`, day and time, when the team is shown the summary by itself.
    """

    type: Literal["summary"] = "summary"
    title: str
    essence: str = ""
    taking_part: str
    keep_heading: str = ""
    keep_questions: tuple[str, ...] = ()
    next_heading: str = ""
    next_questions: tuple[str, ...] = ()
    components: tuple[ComponentLine, ...] = ()
    components_heading: str = ""
    picture: DistributionChart | None = None
    tags_heading: str = ""
    tags: tuple[str, ...] = ()
    comments_heading: str = ""
    comments: tuple[CommentLines, ...] = ()
    comments_left_out: str = ""
    comments_hidden: str = ""
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
    """Something to read, in parts: a card, a list, advice. `intro` stands above, `footer` below.

    `picture` stands above the parts, and shows nothing that they do not say.
    """

    type: Literal["sheet"] = "sheet"
    title: str
    intro: str = ""
    parts: tuple[SheetPart, ...]
    picture: AreaChart | None = None
    buttons: tuple[Button, ...] = ()
    footer: str = ""


MessageView = Annotated[Board | Summary | Note | Sheet, Field(discriminator="type")]
"""What can stand in a conversation and go through the outbox."""
