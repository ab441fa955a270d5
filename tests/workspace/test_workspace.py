"""The workspace as an object, its sample people, and the driver's plain words."""

from __future__ import annotations

import socket
from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest

from bot.workspace import SampleError, Workspace, WorkspaceError, load_sample, visible_text
from bot.workspace.filling import NoSuchField, fill_form
from bot.workspace.person import NotShown, Person
from bot.workspace.reading import NoSuchControl, find_control
from bot.workspace.sample import DEFAULT_SAMPLE
from tests.workspace.small_app import CHANNEL, Json, actions, button, field, option, plain, section

ONE = option("Ett", "1")
TWO = option("Två", "2")


def test_a_taken_port_means_a_free_one() -> None:
    """So that a second newcomer on the same machine gets a workspace too."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with Workspace(port=taken.getsockname()[1]) as workspace:
            assert workspace.port != taken.getsockname()[1]
            assert workspace.person("U0KARIN").channels()


def test_an_impossible_host_is_explained() -> None:
    """By name."""
    with pytest.raises(WorkspaceError, match=r"203\.0\.113\.1"):
        Workspace(host="203.0.113.1").start()


def test_starting_and_stopping_twice_is_harmless() -> None:
    """And what needs a running workspace says so."""
    workspace = Workspace()
    workspace.stop()
    with pytest.raises(WorkspaceError, match="started"):
        workspace.person("U0KARIN")
    with pytest.raises(WorkspaceError, match="started"):
        workspace.reset()
    assert workspace.start() is workspace.start()
    with pytest.raises(WorkspaceError, match="U0NOBODY"):
        workspace.person("U0NOBODY")
    workspace.stop()
    workspace.stop()


def test_the_sample_people_are_as_promised() -> None:
    """A manager and eleven colleagues or more, a small team, a guest, a place without the app."""
    sample = load_sample()
    people = {user.id: user for user in sample.users}
    channels = {channel.name: channel for channel in sample.channels}
    team = [people[one] for one in channels["arbetslag-solrosen"].members]
    workers = [one for one in team if not one.is_bot and not one.is_restricted]
    assert len(workers) - 1 >= 11
    assert len([one for one in channels["natt-manen"].members if not people[one].is_bot]) == 6
    assert set(channels["allmant"].members) == people.keys()
    assert "U0APTBOT" not in channels["fikarummet"].members
    assert [one.id for one in team if one.is_restricted] == ["U0GASTEN"]
    assert all(user.id.isascii() for user in sample.users)
    assert all(len(sentence) < 150 for sentence in sample.sentences)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (("team:\n", "team: [\n"), "not valid YAML"),
        (("users:\n", "people:\n"), "users must be a list"),
        (("id: U0ALI", "id: U0KARIN"), "more than once: U0KARIN"),
        (("[U0KARIN, U0MIRO", "[U0NOBODY, U0MIRO"), "unknown members: U0NOBODY"),
        (("command: /apt", "command: apt"), "start with a slash: apt"),
        (("name: karin", "nickname: karin"), "nickname"),
        (("id: T0SOLGLANTAN", "id_: T0"), "team"),
    ],
)
def test_a_wrong_sample_is_explained(tmp_path: Path, change: tuple[str, str], words: str) -> None:
    """With the file and what is wrong in it."""
    path = tmp_path / "sample.yaml"
    path.write_text(DEFAULT_SAMPLE.read_text("utf-8").replace(*change), "utf-8")
    with pytest.raises(SampleError, match=words) as caught:
        load_sample(path)
    assert str(path) in str(caught.value)


@pytest.mark.parametrize("content", ["", "- a", "team: 3"])
def test_a_sample_of_another_shape_is_explained(tmp_path: Path, content: str) -> None:
    """Not by a traceback."""
    path = tmp_path / "sample.yaml"
    path.write_text(content)
    with pytest.raises(SampleError, match=r"sample\.yaml"):
        Workspace(path)


def test_plain_answers_become_state_objects() -> None:
    """By label, beginning of a label, block id or action id; every kind of value."""
    kinds: dict[str, tuple[Json, object, Json]] = {
        "text": ({"type": "plain_text_input"}, "Hej", {"value": "Hej"}),
        "number": ({"type": "number_input", "is_decimal_allowed": True}, 2.5, {"value": "2.5"}),
        "radio": (
            {"type": "radio_buttons", "options": [ONE, TWO]},
            "två",
            {"selected_option": TWO},
        ),
        "select": ({"type": "static_select", "options": [ONE, TWO]}, "1", {"selected_option": ONE}),
        "boxes": (
            {"type": "checkboxes", "options": [ONE, TWO]},
            ["Ett", "2"],
            {"selected_options": [ONE, TWO]},
        ),
        "one box": ({"type": "checkboxes", "options": [ONE]}, "Ett", {"selected_options": [ONE]}),
        "no box": ({"type": "checkboxes", "options": [ONE]}, None, {"selected_options": []}),
        "date": ({"type": "datepicker"}, date(2026, 3, 31), {"selected_date": "2026-03-31"}),
        "date text": ({"type": "datepicker"}, "2026-03-31", {"selected_date": "2026-03-31"}),
        "time": ({"type": "timepicker"}, time(9, 5), {"selected_time": "09:05"}),
        "both": (
            {"type": "datetimepicker"},
            datetime(2026, 1, 1, tzinfo=UTC),
            {"selected_date_time": 1_767_225_600},
        ),
        "user": ({"type": "users_select"}, "U0ALI", {"selected_user": "U0ALI"}),
        "users": ({"type": "multi_users_select"}, ["U0ALI"], {"selected_users": ["U0ALI"]}),
        "nothing": ({"type": "datepicker"}, None, {"selected_date": None}),
    }
    blocks = [field(f"Frågan {name}", name, kind) for name, (kind, _, _) in kinds.items()]
    filled = fill_form(blocks, {name: answer for name, (_, answer, _) in kinds.items()})  # type: ignore[misc]  # any plain value
    for name, (kind, _, state) in kinds.items():
        assert filled[name]["value"] == {"type": kind["type"], **state}
    assert fill_form(blocks, {"Frågan te": "A"}) == fill_form(blocks, {"text": "A"})


def test_a_field_or_option_that_is_not_there_is_named() -> None:
    """With those that there are."""
    blocks = [field("Tema", "t", {"type": "static_select", "options": [ONE]})]
    with pytest.raises(NoSuchField, match="'Tema'"):
        fill_form(blocks, {"Namn": "a"})
    with pytest.raises(NoSuchField, match="'Ett'"):
        fill_form(blocks, {"Tema": "Tre"})


def test_a_control_is_found_by_its_words() -> None:
    """Exactly, by their beginning, or by action id; else those that there are are named."""
    blocks = [
        actions(button("Svara anonymt", "answer"), button("Svara", "short")),
        section("Välj tema", accessory={"type": "static_select", "action_id": "pick"}),
    ]
    shown = {"blocks": blocks}
    assert find_control(shown, "Svara")[1]["action_id"] == "short"
    assert find_control(shown, "svara a")[1]["action_id"] == "answer"
    assert find_control(shown, "", "pick")[1]["type"] == "static_select"
    assert find_control(shown, "Välj tema")[1]["action_id"] == "pick"
    with pytest.raises(NoSuchControl, match="'Svara anonymt'"):
        find_control(shown, "Avbryt")


def test_all_words_are_read() -> None:
    """Titles, sections, fields, buttons, labels, options, hints and picture texts."""
    view = {
        "title": plain("Titel"),
        "submit": plain("Skicka"),
        "blocks": [
            section("Text", accessory=button("Knapp", "b")),
            {"type": "section", "fields": [plain("Fält")]},
            field("Etikett", "f", {"type": "radio_buttons", "options": [ONE]}, hint=plain("Tips")),
            {"type": "image", "alt_text": "Bild", "image_url": "https://example.org"},
        ],
    }
    words = visible_text(view).split("\n")
    expected = {"Titel", "Skicka", "Text", "Knapp", "Fält", "Etikett", "Ett", "Tips", "Bild"}
    assert expected <= set(words)


def test_what_is_not_shown_is_missed_loudly(ali: Person) -> None:
    """Messages, conversations, forms and homes."""
    ali.say(CHANNEL, "Hej")
    assert ali.message(CHANNEL, "Hej")
    with pytest.raises(NotShown, match="Hopp"):
        ali.message(CHANNEL, "Hopp")
    with pytest.raises(NotShown, match="C0MANEN"):
        ali.messages("C0MANEN")
    with pytest.raises(NotShown):
        ali.say("C0MANEN", "Hej")
    with pytest.raises(TimeoutError, match="no 'Hopp'"):
        ali.wait_for_message(CHANNEL, "Hopp", 0.05)
    with pytest.raises(TimeoutError, match="no form"):
        ali.wait_for_view("Hopp", 0.05)
    with pytest.raises(TimeoutError, match="no home"):
        ali.wait_for_home("Hopp", 0.05)
