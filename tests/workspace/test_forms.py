"""What the app is sent when a person fills in a form, and what its answers make of the form."""

from __future__ import annotations

import pytest
from slack_bolt import Ack

from bot.workspace import Workspace
from bot.workspace.filling import Answers
from bot.workspace.person import Person
from tests.workspace.small_app import (
    ANSWER_FORM,
    CHOICES,
    ONE,
    RECEIPT,
    TWO,
    Json,
    SmallApp,
    field,
    modal,
    open_form,
    option,
)


def answer_with(app: SmallApp, **answer: object) -> None:
    """Have the app answer submits with this."""
    app.on_submit = lambda ack, _: ack(**answer)  # type: ignore[arg-type]  # right and wrong ones


def test_a_form_that_is_acknowledged_closes(app: SmallApp, ali: Person) -> None:
    """And arrives with every field, the empty ones too."""
    view = open_form(app, ali)
    assert ali.submit(view, {"Meningsfullhet": "v3"}).ok
    assert ali.view is None
    body = app.of_type("view_submission")[0]
    assert body["view"]["callback_id"] == "form"
    assert body["view"]["id"] == view["id"]
    assert body["view"]["hash"] == view["hash"]
    assert body["response_urls"] == []
    values = body["view"]["state"]["values"]
    assert values["more"]["value"] == {"type": "plain_text_input", "value": None}


def test_the_page_itself_stops_what_is_plainly_wrong(app: SmallApp, ali: Person) -> None:
    """Required fields, lengths and numbers: nothing is sent to the app."""
    number = {
        "type": "number_input",
        "is_decimal_allowed": False,
        "min_value": "1",
        "max_value": "7",
    }
    text = {"type": "plain_text_input", "min_length": 3, "max_length": 5}
    form = modal(
        field("Tal", "number", number),
        field("Text", "text", text),
        field("Post", "mail", {"type": "email_text_input"}, optional=True),
        field("Länk", "link", {"type": "url_text_input"}, optional=True),
    )
    view = open_form(app, ali, form)
    assert set(ali.submit(view).errors) == {"number", "text"}
    wrong: Answers = {"Tal": 8, "Text": "ab", "Post": "nej", "Länk": "nej"}
    assert set(ali.submit(view, wrong).errors) == {"number", "text", "mail", "link"}
    assert "heltal" in ali.submit(view, {"Tal": "1.5", "Text": "abc"}).errors["number"]
    assert "ett tal" in ali.submit(view, {"Tal": "många", "Text": "abc"}).errors["number"]
    assert "ett tal" in ali.submit(view, {"Tal": "NaN", "Text": "abc"}).errors["number"]
    assert "minst 1" in ali.submit(view, {"Tal": 0, "Text": "abc"}).errors["number"]
    assert "högst 5" in ali.submit(view, {"Tal": 1, "Text": "abcdef"}).errors["text"]
    assert app.of_type("view_submission") == []
    assert ali.submit(view, {"Tal": 7, "Text": "abcde", "Post": "a@b", "Länk": "https://a"}).ok


def test_field_errors_of_the_app_keep_the_form_open(app: SmallApp, ali: Person) -> None:
    """With what was typed; the next try goes through."""
    view = open_form(app, ali)
    answer_with(app, response_action="errors", errors={"more": "Skriv något annat."})
    result = ali.submit(view, {"Meningsfullhet": "3", "Något mer?": "Hm"})
    assert result.errors == {"more": "Skriv något annat."}
    kept = ali.wait_for_view()
    assert kept["state"]["values"]["more"]["value"]["value"] == "Hm"
    answer_with(app)
    assert ali.submit(kept).ok
    again = app.of_type("view_submission")[-1]["view"]["state"]["values"]
    assert again["meaning"]["value"]["selected_option"]["value"] == "v3"


@pytest.mark.parametrize(
    "answer",
    [
        {"response_action": "errors", "errors": {"nowhere": "Fel"}},
        {"response_action": "update", "view": modal(title="a" * 25)},
        {"response_action": "update"},
        {"response_action": "dance"},
    ],
    ids=["unknown block", "title too long", "no view", "unknown action"],
)
def test_an_impossible_answer_to_a_form_is_trouble(
    workspace: Workspace, app: SmallApp, ali: Person, answer: Json
) -> None:
    """Slack's page has 'some trouble connecting'; the form stays, and a test can see why."""
    view = open_form(app, ali, modal())
    answer_with(app, **answer)
    assert ali.submit(view).error == "invalid_response"
    assert ali.view is not None
    assert len(workspace.problems) == 1


def test_a_form_can_become_its_receipt(app: SmallApp, ali: Person) -> None:
    """`update` keeps the id and changes the hash; a form without submit just closes."""
    view = open_form(app, ali)
    answer_with(app, response_action="update", view=RECEIPT)
    assert ali.submit(view, {"Meningsfullhet": "3"}).ok
    receipt = ali.wait_for_view("sparat")
    assert receipt["id"] == view["id"]
    assert receipt["hash"] != view["hash"]
    assert ali.close(receipt).ok
    assert ali.view is None


def test_forms_stack_to_three(app: SmallApp, ali: Person) -> None:
    """`push` lays the next on top; the fourth is refused; `clear` closes all."""
    view = open_form(app, ali, modal(title="Ett"))
    for title in ("Två", "Tre"):
        answer_with(app, response_action="push", view=modal(title=title))
        assert ali.submit(ali.wait_for_view()).ok
    assert [one["title"]["text"] for one in ali.views] == ["Ett", "Två", "Tre"]
    top = ali.wait_for_view()
    assert (top["root_view_id"], top["previous_view_id"]) == (view["id"], ali.views[1]["id"])
    assert ali.submit(top).error == "invalid_response"
    answer_with(app)
    assert ali.submit(top).ok
    assert [one["title"]["text"] for one in ali.views] == ["Ett", "Två"]
    answer_with(app, response_action="clear")
    assert ali.submit(ali.wait_for_view()).ok
    assert ali.views == []


def test_only_the_top_form_of_the_person_can_be_sent(
    app: SmallApp, ali: Person, karin: Person
) -> None:
    """Not one below, and not another's."""
    view = open_form(app, ali, modal(title="Ett"))
    answer_with(app, response_action="push", view=modal(title="Två"))
    ali.submit(view)
    assert ali.submit(view).error == "view_not_found"
    assert karin.submit(ali.wait_for_view()).error == "view_not_found"
    assert karin.close(ali.wait_for_view()).error == "view_not_found"


def test_closing_is_told_to_the_app_that_asks_for_it(app: SmallApp, ali: Person) -> None:
    """`view_closed` with `notify_on_close`, and whether the whole stack went."""
    ali.close(open_form(app, ali))
    ali.wait_for(lambda: app.of_type("view_closed"))
    assert app.of_type("view_closed")[0]["is_cleared"] is False
    ali.close(open_form(app, ali, ANSWER_FORM | {"clear_on_close": True}))
    ali.wait_for(lambda: len(app.of_type("view_closed")) == 2)
    assert app.of_type("view_closed")[1]["is_cleared"] is True
    ali.close(open_form(app, ali, ANSWER_FORM | {"notify_on_close": False}))
    last = open_form(app, ali)
    ali.close(last, clear=True)
    ali.wait_for(lambda: app.of_type("view_closed")[-1]["view"]["id"] == last["id"])
    assert len(app.of_type("view_closed")) == 3


def test_a_lower_form_closes_with_those_above_it(app: SmallApp, ali: Person) -> None:
    """Closing goes back to the one below."""
    view = open_form(app, ali, modal(title="Ett"))
    answer_with(app, response_action="push", view=modal(title="Två"))
    ali.submit(view)
    ali.close(ali.wait_for_view("Två"))
    assert [one["title"]["text"] for one in ali.views] == ["Ett"]


def test_a_form_above_others_may_close_them_all(app: SmallApp, ali: Person) -> None:
    """`clear_on_close`, also of a view that took a pushed one's place: its button closes all."""
    view = open_form(app, ali, modal(title="Ett"))
    answer_with(app, response_action="push", view=modal(title="Två"))
    ali.submit(view)
    answer_with(app, response_action="update", view=RECEIPT | {"clear_on_close": True})
    assert ali.submit(ali.wait_for_view()).ok
    receipt = ali.wait_for_view("sparat")
    assert len(ali.views) == 2
    assert ali.close(receipt).ok
    assert ali.views == []


def test_a_choice_in_a_form_is_told_with_the_state_of_all_fields(
    app: SmallApp, ali: Person
) -> None:
    """`dispatch_action` and elements outside inputs act at once; other fields wait."""
    form = modal(
        field("Tema", "theme", CHOICES, dispatch_action=True),
        field("Namn", "name", {"type": "plain_text_input", "initial_value": "Sol"}),
    )
    view = open_form(app, ali, form)
    app.on_action = lambda ack, _: ack()
    assert ali.choose(view, "Namn", "Måne").ok
    assert app.of_type("block_actions") == []
    assert ali.choose(view, "Tema", "Två").ok
    body = app.of_type("block_actions")[0]
    assert body["container"] == {"type": "view", "view_id": view["id"]}
    assert body["actions"][0]["selected_option"] == TWO
    assert "response_url" not in body
    assert "channel" not in body
    assert body["view"]["state"]["values"] == {
        "theme": {"pick": {"type": "static_select", "selected_option": TWO}},
        "name": {"value": {"type": "plain_text_input", "value": "Måne"}},
    }


def test_an_update_keeps_what_is_filled_in_where_the_fields_are_the_same(
    app: SmallApp, ali: Person
) -> None:
    """As Slack's page does: same block, same action, same type, and an option that still is."""
    form = modal(
        field("Tema", "theme", CHOICES, dispatch_action=True),
        field("Namn", "name", {"type": "plain_text_input"}),
    )
    view = open_form(app, ali, form)

    def on_action(ack: Ack, body: Json) -> None:
        fewer = {**CHOICES, "options": [ONE]}
        name = {"type": "plain_text_input", "initial_value": "Ny"}
        changed = modal(field("Tema", "theme", fewer), field("Namn", "name", name))
        old = body["view"]
        app.client.views_update(view_id=old["id"], hash=old["hash"], view=changed)
        ack()

    app.on_action = on_action
    ali.choose(view, "Namn", "Måne")
    ali.choose(view, "Tema", "Två")
    values = ali.wait_for_view()["state"]["values"]
    assert values["name"]["value"]["value"] == "Måne"
    assert values["theme"]["pick"]["selected_option"] is None


def test_a_value_that_the_field_cannot_have_is_refused(app: SmallApp, ali: Person) -> None:
    """The page cannot send an option that is not there, nor a number for a text."""
    view = open_form(app, ali)
    alien = {"meaning": {"value": {"type": "radio_buttons", "selected_option": option("9", "v9")}}}
    assert "v9" in ali.submit(view, values=alien).error
    number = {"more": {"value": {"type": "plain_text_input", "value": 3}}}
    assert "string" in ali.submit(view, values=number).error
    assert app.of_type("view_submission") == []


def test_a_form_without_acknowledgement_stays_with_an_error(impatient: Workspace) -> None:
    """It can be sent again."""
    ali = impatient.person("U0ALI")
    with SmallApp(impatient) as app:
        view = open_form(app, ali, modal())
        app.on_submit = lambda ack, body: None
        assert ali.submit(view).error == "operation_timeout"
        app.on_submit = lambda ack, _: ack()
        assert ali.submit(view).ok
        assert ali.view is None
