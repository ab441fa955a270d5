"""Earlier results over the wire: the list, the year, and the files, as manager and as colleague."""

from __future__ import annotations

from zoneinfo import ZoneInfo

import httpx
import pytest

from bot.locales import words
from bot.workspace import visible_text
from tests.e2e.forging import forged_press
from tests.e2e.places import ANSWER_STEP, COLLEAGUES, LEADER, MANAGER, TEAM
from tests.e2e.reading import Json, ephemerals, has_button, says
from tests.e2e.stage import Stage
from tests.e2e.test_sharing import closed, hide, shared, words_of
from tests.exports.reading import facts, from_csv, from_json, from_xlsx, text_of

MEMBER = COLLEAGUES[2]
CALLS = "response_url"


def asked(stage: Stage, user: str, typed: str = "/apt resultat") -> Json:
    """Type the command and return the private page."""
    assert stage.person(user).command(TEAM, typed).ok
    return ephemerals(stage.person(user), TEAM)[-1]


def pressed(stage: Stage, user: str, page: Json, label: str, words: str) -> Json:
    """Press a button, and return the private answer with these words."""
    assert stage.person(user).press(page, label).ok

    def found() -> Json | None:
        every = ephemerals(stage.person(user), TEAM)
        return next((each for each in reversed(every) if words in visible_text(each)), None)

    answer = stage.wait(found, f"no answer with {words!r}")
    assert answer is not None
    return answer


def day_label(stage: Stage) -> str:
    """Return the button of the only round, which closed today."""
    today = stage.clock.now().astimezone(ZoneInfo("Europe/Stockholm"))
    day = words("sv")("date-day", day=today.day, month=today.month)
    return words("sv")("results-show", day=day)


def year_of(stage: Stage) -> str:
    """Return the year on the bot's clock."""
    return str(stage.clock.now().year)


def fetched(stage: Stage, user: str, name: str) -> bytes:
    """Return the file with this ending that the person has got in private."""
    person = stage.person(user)

    def found() -> Json | None:
        every = [file for m in person.messages(person.direct) for file in m.get("files", ())]
        return next((file for file in reversed(every) if file["name"].endswith(name)), None)

    file = stage.wait(found, f"no file {name}")
    assert file is not None
    address = f"{stage.workspace.url}{file['url']}"
    return httpx.get(address, trust_env=False, timeout=20).content


def test_before_anything_is_counted(stage: Stage) -> None:
    """It is said when results come, and how a period is written."""
    assert says(stage.ask(MANAGER, "/apt resultat"), "error-no-team")
    stage.set_up()
    assert says(stage.ask(MANAGER, "/apt resultat"), "error-no-results", period="none")
    assert says(stage.ask(MANAGER, "/apt results gurka"), "error-bad-period")
    assert says(
        stage.ask(MANAGER, "/apt resultat kvartal 1 2001"),
        "error-no-results",
        period="kvartal 1 2001",
    )


def test_a_manager_reads_the_summary_again(stage: Stage) -> None:
    """In private, with its buttons; those in the channel see nothing before it is shared."""
    summary = closed(stage)
    page = asked(stage, MANAGER)
    assert "12 av 12 svarade" in visible_text(page)
    again = pressed(stage, MANAGER, page, day_label(stage), "Sammanfattning: 3.")
    assert has_button(again, "result.share")
    assert words_of(3) in visible_text(again)
    for user in (MEMBER, LEADER):
        assert says(stage.ask(user, "/apt resultat"), "error-no-results", period="none")
        round_id = summary["blocks"][0]["block_id"].split("/")[1]
        before = len(stage.workspace.calls_of(CALLS))
        assert forged_press(stage.workspace, user, page, "results.show", round_id).ok
        assert says(stage.said(before), "error-manager-only")


def test_a_colleague_reads_what_was_shared(stage: Stage) -> None:
    """Without what is hidden, whoever asks for it, as a message and as a file."""
    closed(stage)
    hide(stage, 4)
    assert stage.karin.press(stage.summary(), "Dela nu").ok
    shared(stage)
    page = asked(stage, MEMBER, "/apt results")
    again = pressed(stage, MEMBER, page, day_label(stage), "Sammanfattning: 3.")
    assert not has_button(again, "result.share")
    assert words_of(4) not in visible_text(again)
    assert words_of(5) in visible_text(again)
    for user in (MEMBER, MANAGER):
        year = asked(stage, user, f"/apt resultat {year_of(stage)}")
        assert stage.person(user).press(year, "JSON").ok
        rows = from_json(fetched(stage, user, ".json"))
        comments = [row["text"] for row in rows if row["measure"] == "comment"]
        assert words_of(4) not in comments
        assert len(comments) == 11


@pytest.fixture
def counted(stage: Stage) -> Stage:
    """A stage with two dialogues that have been counted."""
    closed(stage)
    stage.ask(MANAGER, "/apt start tema3")
    stage.answer_all(stage.go_to(ANSWER_STEP), 8)
    stage.ask(MANAGER, "/apt stopp")
    stage.wait(lambda: len(stage.summaries()) == 2, "no second summary")
    stage.settle()
    return stage


def test_a_year_and_its_files(counted: Stage) -> None:
    """The list leads to the year in its place; each file has the same numbers."""
    stage, karin = counted, counted.karin
    page = asked(stage, MANAGER)
    year = pressed(stage, MANAGER, page, f"Utveckling {year_of(stage)}", "Utvecklingen")
    assert "ingen säker förändring" in visible_text(year)
    assert all("Resultat för" not in visible_text(m) for m in ephemerals(karin, TEAM))
    files = {}
    for label, ending in (("Excel-fil", "xlsx"), ("PDF med bilder", "pdf"), ("CSV", "csv"),
                          ("JSON", "json"), ("Bild", "png")):  # fmt: skip
        assert karin.press(year, label).ok
        files[ending] = fetched(stage, MANAGER, f".{ending}")
    told = facts(from_csv(files["csv"]))
    assert told == facts(from_xlsx(files["xlsx"])) == facts(from_json(files["json"]))
    assert (1, "", "answered", None, None, 8) in told
    assert "8 av 12 svarade" in text_of(files["pdf"])
    assert files["png"].startswith(b"\x89PNG")
    stage.wait(lambda: says("".join(map(visible_text, ephemerals(karin, TEAM))), "results-sent",
                            count=1), "not told")  # fmt: skip
    for other in (MEMBER, LEADER):
        person = stage.person(other)
        assert not any(m.get("files") for m in person.messages(person.direct))
    back = pressed(stage, MANAGER, year, "Alla resultat", "Resultat för")
    assert has_button(back, "results.show")


@pytest.mark.parametrize(
    ("method", "code", "logged"),
    [
        ("files.getUploadURLExternal", "missing_scope", "missing_scope"),
        ("files.getUploadURLExternal", "storage_limit_reached", "storage_limit_reached"),
        ("files.completeUploadExternal", "channel_not_found", "not-in-channel"),
        ("conversations.open", "not_in_channel", "not-in-channel"),
    ],
)
def test_a_file_that_does_not_go_is_told(
    counted: Stage, method: str, code: str, logged: str, caplog: pytest.LogCaptureFixture
) -> None:
    """The person is told what to do, which is not to invite the bot; the log tells the code."""
    stage = counted
    year = asked(stage, MANAGER, f"/apt resultat {year_of(stage)}")
    stage.workspace.fault("error", method=method, error=code, times=1)
    before = len(stage.workspace.calls_of(CALLS))
    assert stage.karin.press(year, "CSV").ok
    assert says(stage.said(before), "results-not-sent")
    assert f"could not be sent ({logged})" in caplog.text
    assert stage.karin.press(year, "CSV").ok
    assert fetched(stage, MANAGER, ".csv")


@pytest.mark.parametrize("value", ["", "2026", "2026 exe", "x csv", "2026Q9 csv", "2026 csv x"])
def test_forged_values_do_no_harm(counted: Stage, value: str) -> None:
    """A value that no button carries is answered, and nothing is sent."""
    stage = counted
    year = asked(stage, MANAGER, f"/apt resultat {year_of(stage)}")
    before = len(stage.workspace.calls_of(CALLS))
    assert forged_press(stage.workspace, MANAGER, year, "results.file", value).ok
    assert says(stage.said(before), "reply-failed")
    assert not any(m.get("files") for m in stage.karin.messages(stage.karin.direct))
