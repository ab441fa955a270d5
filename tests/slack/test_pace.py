"""The pace keeps within Slack's rates and no slower."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from bot.slack.pace import CHANNEL, MANY, WORKSPACE, Pace

POST, UPDATE = "chat.postMessage", "chat.update"


def _sent(pace: Pace, method: str, channels: list[str], start: float = 0.0) -> list[float]:
    """Return when each call got through, if every wait is waited out."""
    now, times = start, []
    for channel in channels:
        while (wait := pace.wait(method, channel, now)) > 0:
            now += wait
        times.append(now)
    return times


def _most_in_a_minute(times: list[float]) -> int:
    return max(sum(start <= at < start + 60 for at in times) for start in times)


def test_first_message_in_a_quiet_channel_is_never_delayed() -> None:
    """A channel that has been quiet gets its message at once."""
    pace = Pace()
    assert pace.wait(POST, "C1", 0) == 0
    assert pace.wait(POST, "C2", 0) == 0


def test_one_message_a_second_in_a_channel() -> None:
    """After the burst, a channel gets one message per second."""
    times = _sent(Pace(), POST, ["C1"] * 10)
    assert times[: CHANNEL.burst] == [0.0] * CHANNEL.burst
    assert all(b - a == 1.0 for a, b in pairwise(times[CHANNEL.burst - 1 :]))


def test_busy_channel_does_not_hold_up_another() -> None:
    """Only the busy channel waits."""
    pace = Pace()
    _sent(pace, POST, ["C1"] * CHANNEL.burst)
    assert pace.wait(POST, "C1", 0) > 0
    assert pace.wait(POST, "C2", 0) == 0


def test_workspace_stays_under_slacks_figures() -> None:
    """A thousand teams at once: at most 300 messages and 50 updates in any minute."""
    channels = [f"C{i}" for i in range(1_000)]
    assert _most_in_a_minute(_sent(Pace(), POST, channels)) <= 300
    assert _most_in_a_minute(_sent(Pace(), UPDATE, channels[:200])) <= 50


def test_pace_is_not_slower_than_it_has_to_be() -> None:
    """A thousand messages are out in less than four minutes."""
    assert _sent(Pace(), POST, [f"C{i}" for i in range(1_000)])[-1] < 240


def test_waiting_costs_nothing() -> None:
    """A call that has to wait is not counted, however often it asks."""
    pace = Pace()
    _sent(pace, POST, ["C1"] * CHANNEL.burst)
    waits = {pace.wait(POST, "C1", 0) for _ in range(100)}
    assert waits == {1.0}


def test_room_in_the_workspace_is_told_without_a_call() -> None:
    """Asking counts nothing, a busy channel is not the workspace, and 429 leaves no room."""
    pace = Pace()
    _sent(pace, POST, ["C1"] * CHANNEL.burst)
    assert pace.takes(POST, 0)
    for _ in range(WORKSPACE[UPDATE].burst):
        assert pace.takes(UPDATE, 0)
        assert pace.wait(UPDATE, "C1", 0) == 0
    assert not pace.takes(UPDATE, 0)
    assert pace.takes(UPDATE, WORKSPACE[UPDATE].interval)
    pace.stop(POST, 30, 0)
    assert not pace.takes(POST, 29)
    assert pace.takes(POST, 30)


def test_429_stops_its_method_only() -> None:
    """When Slack says stop, this method waits in every channel, and others go on."""
    pace = Pace()
    pace.stop(POST, 30, 100)
    assert pace.wait(POST, "C1", 110) == 20
    assert pace.wait(UPDATE, "", 110) == 0
    assert pace.wait(POST, "C1", 130) == 0


def test_shorter_stop_does_not_undo_a_longer() -> None:
    """Two calls can be refused at once; the longer wait holds."""
    pace = Pace()
    pace.stop(POST, 30, 0)
    pace.stop(POST, 5, 1)
    assert pace.wait(POST, "C1", 10) == 20


def test_quiet_channels_are_forgotten() -> None:
    """Memory does not grow with every channel that ever got a message."""
    pace = Pace()
    _sent(pace, POST, [f"C{i}" for i in range(2 * MANY)])
    assert len(pace._next) <= MANY + 1


@given(st.lists(st.floats(min_value=0, max_value=5), max_size=200))
def test_no_minute_holds_more_than_the_rate(gaps: list[float]) -> None:
    """Whenever the calls come, no minute holds more than rhythm and burst together."""
    pace, now, times = Pace(), 0.0, []
    for gap in gaps:
        now += gap
        if pace.wait(UPDATE, "", now) == 0:
            times.append(now)
    rate = WORKSPACE[UPDATE]
    assert not times or _most_in_a_minute(times) <= rate.per_minute + rate.burst
