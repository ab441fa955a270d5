"""Forms: what opens over the conversation."""

from __future__ import annotations

from functools import lru_cache

from bot.slack import box, draft, hidden, limits
from bot.slack.render.blocks import Json, actions, divider, plain
from bot.slack.render.fields import (
    choice_field,
    labelled,
    modal,
    radio_field,
    scale_field,
    some_of,
    text_field,
    tick_field,
    to_option,
)
from bot.slack.render.rich import bullets, paragraphs, quote, rich, sentences
from bot.slack.render.text import ELLIPSIS, is_user_id, one_line, pieces, size
from bot.views.actions import Action, Form
from bot.views.model import (
    AnswerForm,
    Hesitation,
    HideForm,
    InviteForm,
    PoolForm,
    Receipt,
    Refusal,
    SetupForm,
    TagOffer,
)

MANAGER = "manager"
"""The block of the setup form where the manager is chosen; its action is `setup.manager`."""

SEES = "sees"
"""The block, and the action, of the setup form that asks whether the team sees the summary."""

POOL_TEAMS = "pool-teams"
"""The block, and the action, of the form where teams are chosen to answer together with."""

POOL_SEARCH = "pool-search"
"""The block of that form where a name is searched for; its action is `pool.search`."""

FACILITATORS = "facilitators"
"""The block, and the action, of the setup form where the samtalsledare are chosen."""

INVITED = "invited"
"""The block, and the action, of the form where people are invited to a survey."""

HIDDEN = "hidden"
"""The block, and the action, of the form where comments to hide are chosen."""


def answer_form(view: AnswerForm) -> Json:
    """Return the anonymous form. Block and action ids of a field are its name."""
    return modal(
        Form.ANSWER,
        view.title,
        view.close,
        [
            *rich(paragraphs(view.theme, "bold"), bullets(view.promise)),
            *actions([view.privacy] if view.privacy else []),
            divider(),
            *(scale_field(field) for field in view.scales),
            text_field(view.comment),
            choice_field(view.tags),
            *([tick_field(view.verbatim)] if view.verbatim else []),
            *actions([view.withdraw] if view.withdraw else []),
        ],
        submit=view.submit,
        metadata=box.dump(view.round_id, view.channel),
    )


def setup_form(view: SetupForm) -> Json:
    """Return the form of the first time. Choosing a manager asks for a new form at once."""
    return modal(
        Form.SETUP,
        view.title,
        view.close,
        [
            *rich(paragraphs(view.intro)),
            *rich(paragraphs(view.roster, "bold")),
            *rich(sentences(view.warning)),
            {**_manager(view), "dispatch_action": True},
            _facilitators(view),
            radio_field(SEES, view.sees),
        ],
        submit=view.submit,
        metadata=view.meta,
    )


def pool_form(view: PoolForm) -> Json:
    """Return the form that asks which teams are to answer together; a search asks for a new one."""
    blocks = [
        *rich(bullets(view.intro), paragraphs(view.warning, "bold")),
        _search(view),
        *([_teams(view)] if view.choices else []),
        *rich(sentences(view.nobody)),
    ]
    metadata = view.team_id
    return modal(Form.POOL, view.title, view.close, blocks, submit=view.submit, metadata=metadata)


def invite_form(view: InviteForm) -> Json:
    """Return the form that asks whom to invite to a survey."""
    element: Json = {
        "type": "multi_users_select",
        "placeholder": plain(view.placeholder, limits.PLACEHOLDER),
        "max_selected_items": view.limit,
    }
    blocks = [
        *rich(paragraphs(view.survey, "bold"), bullets(view.explained)),
        labelled(INVITED, view.label, element, hint=view.hint, optional=False),
    ]
    metadata = view.team_id
    return modal(Form.INVITE, view.title, view.close, blocks, submit=view.submit, metadata=metadata)


def hesitation(view: Hesitation) -> Json:
    """Return the question before a text is sent. The draft travels with it and is kept nowhere."""
    found = [
        block
        for line in view.found
        for block in rich(paragraphs(line.found, "bold"), paragraphs(line.why))
    ]
    return modal(
        Form.SURE,
        view.title,
        view.close,
        [
            *rich(paragraphs(view.intro)),
            *rich(paragraphs(view.text_label, "bold"), quote(view.draft.comment)),
            *found,
            *rich(paragraphs(view.advice)),
        ],
        submit=view.submit,
        metadata=draft.dump(view.round_id, view.channel, view.draft),
    )


def hide_form(view: HideForm) -> Json:
    """Return the form with every comment to choose from, under its heading."""
    groups = _comment_groups(view)
    element: Json = {
        "type": "multi_static_select",
        "placeholder": plain(view.placeholder, limits.PLACEHOLDER),
    }
    headed = len(groups) > 1 or any(group.heading for group in view.groups)
    element |= {"option_groups": groups} if headed else {"options": groups[0]["options"]}
    every = [option for group in groups for option in group["options"]]
    chosen = [option for number, option in enumerate(every) if number in view.hidden]
    if chosen:
        element["initial_options"] = chosen
    return modal(
        Form.HIDE,
        view.title,
        view.close,
        [
            *rich(paragraphs(view.theme, "bold"), bullets(view.explained)),
            labelled(HIDDEN, view.label, element),
        ],
        submit=view.submit,
        metadata=hidden.dump(view.round_id, view.hidden),
    )


def refusal(view: Refusal) -> Json:
    """Return why an answer was not taken; closed, it uncovers the form beneath."""
    return modal(Form.RECEIPT, view.title, view.close, rich(paragraphs(view.line)))


@lru_cache(maxsize=32)
def receipt(view: Receipt) -> Json:
    """Return what is left to read when a form has been handled; it must not be changed.

    Closed, it takes with it the forms beneath: what they asked for has been done. There are a few
    receipts in all, and many wait for them at the same time.
    """
    blocks = rich(*(sentences(line) for line in view.lines))
    return {**modal(Form.RECEIPT, view.title, view.close, blocks), "clear_on_close": True}


def tag_offer(view: TagOffer) -> Json:
    """Return the question what a kept answer is about; closed, it takes the forms beneath along."""
    blocks = [*rich(*(sentences(line) for line in view.lines)), choice_field(view.tags)]
    metadata = box.dump(view.round_id, view.channel)
    drawn = modal(Form.TAGS, view.title, view.close, blocks, submit=view.submit, metadata=metadata)
    return {**drawn, "clear_on_close": True}


def _manager(view: SetupForm) -> Json:
    element: Json = {"type": "users_select", "action_id": Action.MANAGER_CHOSEN.value}
    if is_user_id(view.manager.user):
        element["initial_user"] = view.manager.user
    return labelled(MANAGER, view.manager_label, element, hint=view.manager_hint, optional=False)


def _facilitators(view: SetupForm) -> Json:
    element: Json = {
        "type": "multi_users_select",
        "placeholder": plain(view.facilitators_placeholder, limits.PLACEHOLDER),
    }
    return labelled(FACILITATORS, view.facilitators_label, element, hint=view.facilitators_hint)


def _search(view: PoolForm) -> Json:
    element: Json = {"type": "plain_text_input", "action_id": Action.POOL_SEARCH.value}
    block = labelled(POOL_SEARCH, view.search_label, element, hint=view.search_hint)
    return {**block, "dispatch_action": True}


def _teams(view: PoolForm) -> Json:
    options = [to_option(value, label) for value, label in view.choices]
    element = some_of(options, view.chosen, view.placeholder, view.limit)
    return labelled(POOL_TEAMS, view.label, element, optional=False)


def _comment_groups(view: HideForm) -> list[Json]:
    """Return the comments as options, numbered through all groups; Slack takes 100 in a group."""
    groups: list[Json] = []
    total = sum(len(group.comments) for group in view.groups)
    number = 0
    for group in view.groups:
        for place, comment in enumerate(group.comments):
            if place % limits.OPTIONS == 0:
                label = plain(group.heading or view.label, limits.OPTION_TEXT)
                groups.append({"label": label, "options": []})
            option = _comment(number, comment, in_two_lines=total <= limits.OPTIONS)
            groups[-1]["options"].append(option)
            number += 1
    return groups


def _comment(number: int, comment: str, *, in_two_lines: bool) -> Json:
    """Return a comment as an option: its beginning, and below it what follows.

    Of very many comments only the beginnings are shown, or the form would be too large for Slack.
    """
    text = one_line(comment) or ELLIPSIS
    if size(text) <= limits.OPTION_TEXT:
        return to_option(str(number), text)
    head = next(pieces(text, limits.OPTION_TEXT - 1))
    option = to_option(str(number), head.rstrip() + ELLIPSIS)
    if in_two_lines:
        option["description"] = plain(ELLIPSIS + text[len(head) :], limits.OPTION_TEXT)
    return option
