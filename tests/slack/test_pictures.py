"""A summary with its picture: made beside, never at the cost of the message."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from typing import Any

import httpx
import pytest

from bot.bootstrap import drawing
from bot.errors import MessageRefused, PlatformDown, PlatformError, RateLimited
from bot.ports import Outgoing
from bot.slack.limits import ALT_TEXT, FILE_ALT_TEXT
from bot.slack.pictures import FILE_NAME, PATIENCE, Drawing, Pictures
from bot.views.model.charts import ChartView
from bot.workspace import Lifetimes, Workspace
from bot.workspace.polling import wait_until
from tests import longest, samples
from tests.charts.samples import HOSTILE, distribution
from tests.samples import TENANT
from tests.slack.rig import Rig

TEAM, ALI, KARIN = "C0SOLROSEN", "U0ALI", "U0KARIN"
UPLOAD = "files.getUploadURLExternal"
Json = dict[str, Any]


@contextmanager
def drawing_rig(
    draw: Callable[[ChartView], Drawing] = drawing, lifetimes: Lifetimes | None = None
) -> Iterator[Rig]:
    """Give a platform that draws, on a workspace of its own."""
    with Workspace(lifetimes=lifetimes) as workspace:
        rig = Rig(workspace, draw)
        try:
            yield rig
        finally:
            rig.platform.close()


@pytest.fixture
def rig() -> Iterator[Rig]:
    """A platform that draws."""
    with drawing_rig() as found:
        yield found


def outgoing(to: str = TEAM, **update: object) -> Outgoing:
    """A summary of thirteen answers, on its way to a conversation."""
    view = samples.summary().model_copy(update=update)
    return Outgoing(key="summary/1", tenant=TENANT, conversation=to, view=view, version=1)


def post(rig: Rig, message: Outgoing) -> Outgoing:
    """Post as the outbox does, again and again; time stands still for the platform."""

    def posted() -> str:
        with suppress(RateLimited):
            return rig.platform.post(message)
        return ""

    return replace(message, ref=wait_until(posted, 10, "nothing is posted"))


def update(rig: Rig, message: Outgoing) -> None:
    """Update as the outbox does."""

    def updated() -> bool:
        with suppress(RateLimited):
            rig.platform.update(message)
            return True
        return False

    wait_until(updated, 10, "nothing is updated")


def images(rig: Rig, reader: str = ALI, place: str = TEAM) -> list[Json]:
    """The pictures of the latest message, as this person's page shows them."""
    message = rig.workspace.person(reader).messages(place)[-1]
    return [block for block in message["blocks"] if block["type"] == "image"]


def files(rig: Rig) -> list[str]:
    """The files that the team's latest message shows."""
    return [image["slack_file"]["id"] for image in images(rig)]


def uploads(rig: Rig) -> int:
    """How often an upload has begun."""
    return len(rig.workspace.calls_of(UPLOAD))


def warnings(caplog: pytest.LogCaptureFixture) -> list[str]:
    """What the log says of pictures."""
    return [r.getMessage() for r in caplog.records if r.name == "bot.slack.pictures"]


def test_message_shows_what_was_drawn(rig: Rig) -> None:
    """The picture stands below the numbers and above the rest, with the same in words."""
    message = post(rig, outgoing())
    (image,) = images(rig)
    drawn = drawing(distribution(13))
    assert image["alt_text"] == drawn.alt
    assert httpx.get(rig.workspace.url + image["image_url"]).content == drawn.png
    blocks = rig.workspace.person(ALI).messages(TEAM)[-1]["blocks"]
    assert blocks[0]["block_id"] == message.key
    place = blocks.index(image)
    assert "1–3: ▇▇▇▇ 4" in str(blocks[place - 1])
    assert blocks[place + 1]["type"] == "divider"


def test_file_says_nothing_by_itself(rig: Rig) -> None:
    """A neutral name, shared with nobody, and no words but those of the picture."""
    post(rig, outgoing())
    (begun,) = rig.workspace.calls_of(UPLOAD)
    assert (begun.args["filename"], begun.args["alt_txt"]) == (
        FILE_NAME,
        drawing(distribution(13)).brief,
    )
    (done,) = rig.workspace.calls_of("files.completeUploadExternal")
    assert not {"channel_id", "channels", "initial_comment", "thread_ts"} & {
        name for name, value in done.args.items() if value
    }
    assert "summary" not in str(done.args)


def test_picture_is_seen_by_the_readers_of_the_message(rig: Rig) -> None:
    """What the manager gets in private is the manager's."""
    post(rig, outgoing(KARIN))
    direct = rig.workspace.person(KARIN).direct
    (image,) = images(rig, KARIN, direct)
    address = rig.workspace.url + image["image_url"]
    assert httpx.get(address).status_code == 200
    assert httpx.get(address.replace(KARIN, ALI)).status_code == 404


def test_same_picture_is_uploaded_once_in_a_conversation(rig: Rig) -> None:
    """An update keeps it; another conversation has a file of its own, so has another picture."""
    message = post(rig, outgoing())
    before = files(rig)
    update(rig, replace(message, view=outgoing(footer="Delad.").view))
    assert files(rig) == before != []
    assert uploads(rig) == 1
    post(rig, outgoing(KARIN))
    assert uploads(rig) == 2
    update(rig, replace(message, view=outgoing(picture=distribution(14)).view))
    assert uploads(rig) == 3
    assert files(rig) != before


def test_message_without_a_picture_waits_for_nothing(rig: Rig) -> None:
    """Too few answers, and every other message, go at once."""
    rig.platform.post(outgoing(picture=None))
    rig.platform.post(replace(outgoing(), view=samples.note()))
    assert uploads(rig) == 0


def test_fresh_file_is_waited_for() -> None:
    """Slack refuses a message with a file that it still works on."""
    with drawing_rig(lifetimes=Lifetimes(file=0.1)) as rig:
        post_later(rig, outgoing(), failed="chat.postMessage")
        assert len(images(rig)) == 1
        assert uploads(rig) == 1
        assert len(rig.workspace.calls_of("chat.postMessage")) > 1


def test_file_that_is_never_ready_is_done_without(caplog: pytest.LogCaptureFixture) -> None:
    """After some seconds the message goes; its next version tries with another file."""
    with drawing_rig(lifetimes=Lifetimes(file=3600)) as rig:
        message = outgoing()
        wait_until(lambda: refusals(rig, message) > 1, 10, "the file is not refused")
        rig.seconds.pass_by(PATIENCE)
        message = post(rig, message)
        assert images(rig) == []
        assert warnings(caplog) == ["messages go without their pictures: invalid_blocks"]
        with pytest.raises(RateLimited):
            rig.platform.update(message)
        wait_until(lambda: uploads(rig) == 2, 10, "it is not uploaded again")


def refusals(rig: Rig, message: Outgoing) -> int:
    """Try once and return how often the workspace has been asked to post."""
    with pytest.raises(RateLimited):
        rig.platform.post(message)
    return len(rig.workspace.calls_of("chat.postMessage"))


@pytest.mark.parametrize("code", ["missing_scope", "file_uploads_disabled"])
def test_refused_upload(rig: Rig, caplog: pytest.LogCaptureFixture, code: str) -> None:
    """Messages go without at once, which the log tells once; with the right, they have it."""
    rig.workspace.fault("error", method=UPLOAD, error=code, times=2)
    post(rig, outgoing())
    message = post(rig, outgoing(KARIN))
    assert images(rig) == []
    assert warnings(caplog) == [f"messages go without their pictures: {code}"]
    update(rig, message)
    assert len(images(rig, KARIN, rig.workspace.person(KARIN).direct)) == 1


@pytest.mark.parametrize("method", [UPLOAD, "files.completeUploadExternal"])
@pytest.mark.parametrize(
    "fault", [{"kind": "http", "status": 503}, {"kind": "rate_limit", "retry_after": 1}]
)
def test_upload_that_fails_for_the_moment(rig: Rig, method: str, fault: Json) -> None:
    """It is tried again while there is patience."""
    rig.workspace.fault(**fault, method=method, times=1)
    assert post_later(rig, outgoing(), failed=method)
    assert len(images(rig)) == 1


def post_later(rig: Rig, message: Outgoing, failed: str) -> str:
    """Post; from the first call of the method on, which fails, time passes."""

    def posted() -> str:
        if rig.workspace.calls_of(failed):
            rig.seconds.pass_by(0.5)
        with suppress(RateLimited):
            return rig.platform.post(message)
        return ""

    return wait_until(posted, 10, "nothing is posted")


def test_slow_picture_holds_up_no_other_message() -> None:
    """While it is drawn others go; when patience ends the message goes, and gets it later."""
    ready = threading.Event()

    def slowly(chart: ChartView) -> Drawing:
        ready.wait(20)
        return drawing(chart)

    with drawing_rig(slowly) as rig:
        message = outgoing()
        for _ in range(3):
            with pytest.raises(RateLimited):
                rig.platform.post(message)
        rig.platform.post(replace(message, view=samples.note()))
        rig.seconds.pass_by(PATIENCE - 0.1)
        with pytest.raises(RateLimited):
            rig.platform.post(message)
        rig.seconds.pass_by(0.1)
        message = replace(message, ref=rig.platform.post(message))
        assert images(rig) == []
        ready.set()
        wait_until(lambda: uploads(rig), 10, "nothing is uploaded")
        update_until_shown(rig, message)
        assert uploads(rig) == 1


def test_waiting_message_is_told(rig: Rig) -> None:
    """When the picture is there the message goes with it: nobody need look before."""
    told = threading.Event()
    pictures(rig).on_ready = lambda key: told.set() if key == "summary/1" else None
    with pytest.raises(RateLimited):
        rig.platform.post(outgoing())
    assert told.wait(10)
    rig.platform.post(outgoing())
    assert len(images(rig)) == 1


def test_message_is_told_that_there_will_be_none(rig: Rig) -> None:
    """An upload that fails for good is not waited for either; one that may go well is, a while."""
    told: list[str] = []
    pictures(rig).on_ready = told.append
    for to, fault in ((KARIN, {"status": 503}), (TEAM, {"error": "missing_scope"})):
        kind = "error" if "error" in fault else "http"
        rig.workspace.fault(kind, method=UPLOAD, times=1, **fault)
        with pytest.raises(RateLimited):
            rig.platform.post(replace(outgoing(to), key=to))
        *_, wish = pictures(rig)._wishes.values()
        wait_until(wish.work.done, 10, "it does not fail")
    wait_until(lambda: told, 10, "nobody is told")
    assert told == [TEAM]


def pictures(rig: Rig) -> Pictures:
    """Return the pictures of the platform."""
    assert rig.platform._pictures is not None
    return rig.platform._pictures


def test_failed_after_it_was_given_up() -> None:
    """The message that went without the picture tries again when it changes next."""
    ready, fails = threading.Event(), [True]

    def slowly(chart: ChartView) -> Drawing:
        ready.wait(20)
        if fails:
            fails.clear()
            raise PlatformDown("away")
        return drawing(chart)

    with drawing_rig(slowly) as rig:
        message = outgoing()
        with pytest.raises(RateLimited):
            rig.platform.post(message)
        rig.seconds.pass_by(PATIENCE)
        message = replace(message, ref=rig.platform.post(message))
        assert images(rig) == []
        ready.set()
        (wish,) = pictures(rig)._wishes.values()
        wait_until(wish.work.done, 10, "it does not fail")
        with pytest.raises(RateLimited):
            rig.platform.update(message)
        update(rig, message)
        assert len(images(rig)) == 1


def update_until_shown(rig: Rig, message: Outgoing) -> None:
    """Update until the picture is there."""

    def shown() -> bool:
        rig.platform.update(message)
        return bool(images(rig))

    wait_until(shown, 10, "the picture never comes")


def test_drawing_that_fails(caplog: pytest.LogCaptureFixture) -> None:
    """The message goes; the log says where it failed and quotes nothing."""

    def fail(chart: ChartView) -> Drawing:
        raise ValueError(chart.title)

    with drawing_rig(fail) as rig:
        post(rig, outgoing())
        assert images(rig) == []
    (told,) = warnings(caplog)
    assert "ValueError at" in told
    assert distribution(13).title not in caplog.text


def test_message_that_is_at_fault_itself(rig: Rig) -> None:
    """The picture is not taken for the culprit for ever, and the refusal is told as ever."""
    message = outgoing()
    rig.workspace.fault("error", method="chat.postMessage", error="msg_blocks_too_long", times=99)
    wait_until(lambda: refusals(rig, message) > 1, 10, "it is not asked")
    rig.seconds.pass_by(PATIENCE)
    with pytest.raises(MessageRefused):
        rig.platform.post(message)


@pytest.mark.parametrize("code", ["invalid_blocks", "file_deleted"])
def test_file_that_was_deleted(rig: Rig, code: str) -> None:
    """An administrator deletes it: the update goes without, the next one with a new file."""
    message = post(rig, outgoing())
    rig.seconds.pass_by(PATIENCE)
    rig.workspace.fault("error", method="chat.update", error=code, times=1)
    rig.platform.update(message)
    assert images(rig) == []
    update(rig, message)
    assert len(images(rig)) == 1
    assert uploads(rig) == 2


def test_lost_message_is_told_at_once(rig: Rig) -> None:
    """What has nothing to do with the picture is not waited out."""
    message = post(rig, outgoing())
    rig.client.chat_delete(channel=TEAM, ts=message.ref.partition("/")[2])
    with pytest.raises(PlatformError, match=r"message_not_found"):
        rig.platform.update(message)


def test_longest_and_hostile_words(rig: Rig) -> None:
    """Slack takes the message and its file with the longest words, and with hostile ones."""
    stretched = longest.stretch(distribution(13), longest.LONG_FIELDS)
    for picture in (stretched, distribution(13, long=True), hostile()):
        view = samples.summary().model_copy(update={"picture": picture})
        post(rig, replace(outgoing(), view=view, key=f"summary/{picture.title[:9]}"))
        (image,) = images(rig)
        assert 0 < len(image["alt_text"]) <= ALT_TEXT
        assert "\x00" not in image["alt_text"]
        assert "\u202e" not in image["alt_text"]
    assert all(
        len(call.args["alt_txt"]) <= FILE_ALT_TEXT for call in rig.workspace.calls_of(UPLOAD)
    )


def hostile() -> Any:  # noqa: ANN401  (a chart, with its own type)
    """A chart whose words would like to be something else."""
    chart = distribution(13)
    rows = tuple(row.model_copy(update={"name": HOSTILE, "low": HOSTILE}) for row in chart.rows)
    return chart.model_copy(update={"title": HOSTILE, "rows": rows, "footer": "<!channel> @here"})


def test_closing_ends_the_threads() -> None:
    """What is under way is finished, and nothing more begins."""
    with drawing_rig() as rig:
        with pytest.raises(RateLimited):
            rig.platform.post(outgoing())
        rig.platform.close()
        names = [thread.name for thread in threading.enumerate()]
        assert not [name for name in names if name.startswith("pictures")]
        with pytest.raises(RuntimeError):
            rig.platform.post(outgoing(KARIN))


@pytest.fixture(autouse=True)
def _heard(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.WARNING)
