"""Robot colleagues: through the same clicks and forms as a person."""

from __future__ import annotations

import httpx
import pytest
from slack_bolt import Ack

from bot.workspace import Workspace
from bot.workspace.person import Person
from tests.workspace.small_app import (
    CHANNEL,
    RECEIPT,
    Json,
    SmallApp,
    actions,
    button,
    field,
    modal,
    option,
    section,
)

SCALE = {"type": "radio_buttons", "options": [option(str(n), str(n)) for n in range(1, 8)]}
TAGS = {"type": "checkboxes", "options": [option(one, one) for one in "abcd"]}


def invite(app: SmallApp, karin: Person, channel: str = CHANNEL) -> Json:
    """The message with the button."""
    karin.command(channel, "/apt")
    return karin.wait_for_message(channel, "Dags att svara")


def submissions(app: SmallApp) -> dict[str, Json]:
    """What each person sent in last."""
    return {
        body["user"]["id"]: body["view"]["state"]["values"]
        for body in app.of_type("view_submission")
    }


def test_every_colleague_but_guests_answers(app: SmallApp, karin: Person) -> None:
    """Not the one who asks, not the app; each opens, fills in, sends and closes the receipt."""
    app.on_submit = lambda ack, _: ack(response_action="update", view=RECEIPT)
    assert karin.let_colleagues_answer(invite(app, karin), "Svara") == 12
    sent = submissions(app)
    assert len(sent) == 12
    assert not {"U0KARIN", "U0GASTEN", "U0APTBOT"} & sent.keys()


def test_their_answers_differ(app: SmallApp, karin: Person) -> None:
    """A spread of choices and of words, some fields left empty; another round is another day."""
    message = invite(app, karin)
    karin.let_colleagues_answer(message, "Svara")
    first = submissions(app)
    choices = {one["meaning"]["value"]["selected_option"]["value"] for one in first.values()}
    texts = [one["more"]["value"]["value"] for one in first.values()]
    assert len(choices) >= 3
    assert len({text for text in texts if text}) >= 3
    assert None in texts
    karin.let_colleagues_answer(message, "Svara")
    assert submissions(app) != first


def left(workspace: Workspace, message: Json) -> int:
    """How many colleagues the manager's page offers to let answer."""
    place = {"as": "U0KARIN", "channel": message["channel"], "ts": message["ts"]}
    answer = httpx.get(f"{workspace.url}/client/colleagues", params=place)
    return int(answer.json()["left"])


def test_who_has_answered_by_hand_is_left_alone(
    workspace: Workspace, app: SmallApp, karin: Person, ali: Person
) -> None:
    """A robot must not write over what a person has just handed in; later messages are new."""
    message = invite(app, karin)
    assert left(workspace, message) == 12
    ali.press(message, "Svara")
    assert ali.submit(ali.wait_for_view(), {"Meningsfullhet": "7"}).ok
    assert left(workspace, message) == 11
    assert karin.let_colleagues_answer(message, "Svara") == 11
    by_ali = [one for one in app.of_type("view_submission") if one["user"]["id"] == "U0ALI"]
    assert len(by_ali) == 1
    assert left(workspace, message) == 11
    later = invite(app, karin)
    assert left(workspace, later) == 12
    assert karin.let_colleagues_answer(later, "Svara") == 12


def test_a_form_that_did_not_get_through_does_not_count(
    workspace: Workspace, app: SmallApp, karin: Person, ali: Person
) -> None:
    """Nor does anything from before the workspace started over."""
    message = invite(app, karin)
    ali.press(message, "Svara")
    view = ali.wait_for_view()
    assert not ali.submit(view).ok
    assert left(workspace, message) == 12
    assert ali.submit(view, {"Meningsfullhet": "7"}).ok
    workspace.reset()
    assert left(workspace, invite(app, karin)) == 12


def test_as_many_as_asked_for(app: SmallApp, karin: Person) -> None:
    """`people` is a cap."""
    assert karin.let_colleagues_answer(invite(app, karin), "Svara", people=5) == 5
    assert len(submissions(app)) == 5


def test_every_kind_of_field_is_filled_in_acceptably(
    workspace: Workspace, app: SmallApp, karin: Person
) -> None:
    """Required fields of each kind, with lengths and bounds."""
    number = {"type": "number_input", "is_decimal_allowed": False}
    kinds: dict[str, Json] = {
        "radio": SCALE,
        "select": {**SCALE, "type": "static_select"},
        "boxes": TAGS,
        "multi": {**TAGS, "type": "multi_static_select", "max_selected_items": 1},
        "text": {"type": "plain_text_input", "min_length": 60, "max_length": 61},
        "short": {"type": "plain_text_input", "max_length": 5},
        "number": {**number, "min_value": "10", "max_value": "12"},
        "free": number,
        "date": {"type": "datepicker"},
        "time": {"type": "timepicker"},
        "both": {"type": "datetimepicker"},
        "user": {"type": "users_select"},
        "users": {"type": "multi_users_select"},
        "mail": {"type": "email_text_input"},
        "link": {"type": "url_text_input"},
    }
    form = modal(*(field(name, name, kind) for name, kind in kinds.items()))

    def open_form(ack: Ack, body: Json) -> None:
        app.client.views_open(trigger_id=body["trigger_id"], view=form)
        ack()

    app.on_action = open_form
    assert karin.let_colleagues_answer(invite(app, karin), "Svara", people=4) == 4
    assert workspace.problems == []


def test_those_who_meet_an_error_are_not_counted(app: SmallApp, karin: Person) -> None:
    """Field errors, a form that never opens: the form is closed and the count is true."""

    def only_ali(ack: Ack, body: Json) -> None:
        if body["user"]["id"] == "U0ALI":
            ack()
        else:
            ack(response_action="errors", errors={"meaning": "Nej"})

    app.on_submit = only_ali
    message = invite(app, karin)
    assert karin.let_colleagues_answer(message, "Svara") == 1


def test_a_button_without_a_form_counts_nobody(impatient: Workspace) -> None:
    """They wait as long as a trigger lives, then give up."""
    karin = impatient.person("U0KARIN")
    with SmallApp(impatient) as app:
        app.on_action = lambda ack, _: ack()
        blocks = [section("a"), actions(button("Tryck", "press"))]
        app.client.chat_postMessage(channel="C0MANEN", text="a", blocks=blocks)
        assert karin.let_colleagues_answer(karin.messages("C0MANEN")[-1], "Tryck") == 0
        assert len(app.of_type("block_actions")) == 5


@pytest.mark.parametrize("steps", [2, 6])
def test_forms_in_a_row_are_sent_up_to_five(app: SmallApp, karin: Person, steps: int) -> None:
    """Several steps are fine; an endless row is not."""
    form = modal(field("Skala", "meaning", SCALE))

    def on_submit(ack: Ack, body: Json) -> None:
        done = len([b for b in app.of_type("view_submission") if b["user"] == body["user"]])
        if done < steps:
            ack(response_action="update", view=form)
        else:
            ack()

    app.on_submit = on_submit
    expected = 2 if steps == 2 else 0
    assert karin.let_colleagues_answer(invite(app, karin), "Svara", people=2) == expected
