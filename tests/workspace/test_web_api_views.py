"""`views.*` and trigger ids through Slack's own client."""

from __future__ import annotations

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.workspace import Lifetimes, Workspace
from bot.workspace.person import Person
from tests.workspace.small_app import CHANNEL, Json, SmallApp, modal, plain, section
from tests.workspace.test_web_api_chat import error_of

HOME = {"type": "home", "blocks": [section("Hej")]}


def a_trigger(app: SmallApp, person: Person) -> str:
    """A fresh trigger id of a command."""
    app.on_command = lambda ack, _: ack()
    person.command(CHANNEL, "/apt")
    return str(app.seen[-1]["trigger_id"])


def test_a_trigger_opens_one_form(app: SmallApp, ali: Person) -> None:
    """A second use, and one that nobody handed out, are refused."""
    trigger = a_trigger(app, ali)
    view = app.client.views_open(trigger_id=trigger, view=modal())["view"]
    assert ali.view is not None
    assert ali.view["id"] == view["id"] == view["root_view_id"]

    def open_with(name: str) -> str:
        return error_of(lambda: app.client.views_open(trigger_id=name, view=modal()))

    assert open_with(trigger) == "exchanged_trigger_id"
    assert open_with("1.2.abc") == "invalid_trigger_id"


def test_a_trigger_expires() -> None:
    """After its life, which is over at once here."""
    with Workspace(lifetimes=Lifetimes(trigger=0.0)) as workspace, SmallApp(workspace) as app:
        trigger = a_trigger(app, workspace.person("U0ALI"))
        assert error_of(lambda: app.client.views_open(trigger_id=trigger, view=modal())) == (
            "expired_trigger_id"
        )


def test_a_form_that_is_refused_leaves_the_trigger_good(app: SmallApp, ali: Person) -> None:
    """With every fault of the view named."""
    trigger = a_trigger(app, ali)
    with pytest.raises(SlackApiError) as caught:
        app.client.views_open(trigger_id=trigger, view=modal(title="a" * 25))
    assert caught.value.response["error"] == "invalid_arguments"
    assert caught.value.response["response_metadata"]["messages"] == [
        "[ERROR] must be less than 25 characters [json-pointer:/view/title/text]"
    ]
    assert error_of(lambda: app.client.views_open(trigger_id=trigger, view=HOME)) == (
        "invalid_arguments"
    )


def test_a_form_opened_anew_takes_the_place_of_the_old(app: SmallApp, ali: Person) -> None:
    """One stack for each person."""
    for title in ("Ett", "Två"):
        app.client.views_open(trigger_id=a_trigger(app, ali), view=modal(title=title))
    assert [view["title"]["text"] for view in ali.views] == ["Två"]


def test_pushing_needs_an_open_form_and_room(app: SmallApp, ali: Person) -> None:
    """Three at most."""

    def push() -> object:
        return app.client.views_push(trigger_id=a_trigger(app, ali), view=modal())

    assert error_of(push) == "not_found"
    app.client.views_open(trigger_id=a_trigger(app, ali), view=modal())
    push()
    push()
    assert error_of(push) == "push_limit_reached"
    assert len(ali.views) == 3


def test_a_form_is_updated_by_id_or_external_id(app: SmallApp, ali: Person) -> None:
    """Guarded by the hash where it is given."""
    client = app.client
    view = client.views_open(trigger_id=a_trigger(app, ali), view=modal(external_id="mitt"))["view"]

    def update(**how: object) -> Json:
        body = {"view": modal(title="Nytt", external_id="mitt"), **how}
        answer = client.api_call("views.update", json=body)
        return dict(answer["view"])

    newer = update(view_id=view["id"], hash=view["hash"])
    assert newer["id"] == view["id"]
    assert error_of(lambda: update(view_id=view["id"], hash=view["hash"])) == "hash_conflict"
    assert update(external_id="mitt")["title"] == plain("Nytt")
    assert error_of(lambda: update(view_id="V0GONE")) == "not_found"
    assert error_of(update) == "invalid_arguments"
    assert error_of(lambda: update(view_id=view["id"], external_id="mitt")) == "invalid_arguments"


def test_an_external_id_is_used_once(app: SmallApp, ali: Person, karin: Person) -> None:
    """In the whole workspace."""
    view = modal(external_id="mitt")
    app.client.views_open(trigger_id=a_trigger(app, ali), view=view)
    trigger = a_trigger(app, karin)
    assert error_of(lambda: app.client.views_open(trigger_id=trigger, view=view)) == (
        "duplicate_external_id"
    )


def test_a_home_is_published_for_one_person(client: WebClient, karin: Person, ali: Person) -> None:
    """Again and again under the same id; guarded by the hash where it is given."""
    first = client.views_publish(user_id="U0KARIN", view=HOME)["view"]
    second = client.views_publish(user_id="U0KARIN", view=HOME, hash=first["hash"])["view"]
    assert first["id"] == second["id"]
    assert karin.wait_for_home("Hej")["hash"] == second["hash"]
    assert ali.home_view is None

    def publish(user: str, view: Json, **more: str) -> str:
        return error_of(lambda: client.views_publish(user_id=user, view=view, **more))

    assert publish("U0KARIN", HOME, hash=first["hash"]) == "hash_conflict"
    assert publish("U0NOBODY", HOME) == "user_not_found"
    assert publish("U0KARIN", modal()) == "invalid_arguments"
    assert client.views_update(view_id=second["id"], view=HOME)["view"]["type"] == "home"
