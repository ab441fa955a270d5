"""The whole path at once: command, message, button, form, receipt, home."""

from __future__ import annotations

from bot.workspace import Workspace
from bot.workspace.person import Person
from tests.workspace.small_app import CHANNEL, RECEIPT, SmallApp


def test_a_dialogue_from_command_to_receipt(
    workspace: Workspace, app: SmallApp, karin: Person, ali: Person
) -> None:
    """A manager starts, a colleague answers, and only the colleague sees the receipt."""
    assert karin.command(CHANNEL, "/apt start tema3").ok
    app.on_submit = lambda ack, _: ack(response_action="update", view=RECEIPT)

    message = ali.wait_for_message(CHANNEL, "Dags att svara")
    assert ali.press(message, "Svara anonymt").ok
    view = ali.wait_for_view("Meningsfullhet")
    assert ali.submit(view, {"Meningsfullhet": "5", "Något mer?": "Bra idag."}).ok

    assert "sparat" in ali.wait_for_view("Tack")["blocks"][0]["text"]["text"]
    assert karin.view is None
    assert "Du skrev start tema3" in karin.text(CHANNEL)
    assert "Du skrev" not in ali.text(CHANNEL)
    sent = app.of_type("view_submission")[0]["view"]["state"]["values"]
    assert sent["meaning"]["value"]["selected_option"]["value"] == "v5"
    assert sent["more"]["value"]["value"] == "Bra idag."
    assert workspace.problems == []


def test_the_home_is_made_when_it_is_opened(app: SmallApp, karin: Person) -> None:
    """Opening the app tells it, and what it publishes is shown to that person alone."""
    karin.home()
    karin.wait_for_home("Hej <@U0KARIN>")
    assert app.of_type("app_home_opened")[0]["event"]["tab"] == "home"
