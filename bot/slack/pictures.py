"""Pictures in messages: drawn and uploaded beside the outbox, so that nothing waits for them long.

A message refers to an uploaded file. Slack is told of no conversation at the upload: the file is
the bot's own, and who may read a message that shows it sees it there and nowhere else.

A message waits for its picture for some seconds, once, and is told when it is there. Then it goes
without.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from hashlib import sha256
from threading import Lock
from typing import Final

from slack_sdk import WebClient

from bot.errors import AptbotError, PlatformDown, RateLimited, origin
from bot.slack.client import Calls, make_client
from bot.slack.limits import FILE_ALT_TEXT
from bot.slack.render.blocks import Json, image
from bot.slack.render.text import clip
from bot.views.model.charts import ChartView

PATIENCE: Final = 15.0
"""Seconds that a message waits for its picture at the most."""

PAUSE: Final = 1.0
"""Seconds until it is looked again unasked; a fresh file often takes so long to be showable."""

TIMEOUT: Final = 5.0
"""Seconds before one of the three calls of an upload is given up."""

THREADS: Final = 2
KEPT: Final = 1_000
"""So many pictures are remembered; an older one would be uploaded again."""

FILE_NAME, FILE_TITLE = "diagram.png", "Diagram"
"""The same for all: in a list of files they tell nothing."""

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Drawing:
    """A picture as PNG, and the same in words; `brief` is short enough for the file itself."""

    png: bytes
    alt: str
    brief: str


Draw = Callable[[ChartView], Drawing]


@dataclass
class _Wish:
    """A picture that is wanted in a conversation, since when, and the work on its block.

    `given_up` tells that a message went without it while the work was still under way.
    """

    since: float
    work: Future[Json]
    given_up: bool = False


class Pictures:
    """The pictures of one workspace. Safe to share between threads."""

    def __init__(
        self, draw: Draw, client: WebClient, calls: Calls, monotonic: Callable[[], float]
    ) -> None:
        """`monotonic` returns seconds that only ever grow."""
        self._draw = draw
        self._client = make_client(client.token, client.base_url, TIMEOUT)
        self._calls = calls
        self._monotonic = monotonic
        self._pool = ThreadPoolExecutor(THREADS, "pictures")
        self._lock = Lock()
        self.on_ready: Callable[[str], None] = lambda _: None
        """Called with the key of the message that waits, in a thread of ours, when it need not."""
        self._wishes: dict[tuple[str, str], _Wish] = {}
        self._told: set[str] = set()

    def block(self, key: str, place: str, chart: ChartView) -> Json | None:
        """Return the block that shows the chart in the conversation, None to do without it.

        `key` is that of the message. Raises RateLimited while it is worth waiting for.
        """
        wish = self._wish(key, place, chart)
        if not wish.work.done():
            self._wait(wish)
            wish.given_up = True
            self._tell("not ready in time")
            return None
        problem = wish.work.exception()
        if problem is None:
            return wish.work.result()
        if isinstance(problem, PlatformDown | RateLimited) and self._is_patient(wish):
            wish.work = self._begin(key, chart)
            raise RateLimited(PAUSE)
        self._forget(place, chart)
        if wish.given_up:  # it failed since an earlier version went without: this one begins anew
            return self.block(key, place, chart)
        self._tell(str(problem) if isinstance(problem, AptbotError) else origin(problem))
        return None

    def refused(self, key: str, place: str, chart: ChartView, reason: str) -> None:
        """Hear that a message was refused with the picture: it may be too fresh to be shown.

        Raises RateLimited while it is worth trying again with it. Else the next version of the
        message gets another file: this one may have been deleted.
        """
        self._wait(self._wish(key, place, chart))
        self._forget(place, chart)
        self._tell(reason.partition(" ")[0])  # the code without the place, which varies

    def close(self) -> None:
        """Finish what is under way and begin nothing more."""
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _wish(self, key: str, place: str, chart: ChartView) -> _Wish:
        """Return what has become of the picture; work on it begins when it is new."""
        name = _name(place, chart)
        with self._lock:
            if name not in self._wishes:
                self._wishes[name] = _Wish(self._monotonic(), self._begin(key, chart))
                for oldest in list(self._wishes)[:-KEPT]:
                    del self._wishes[oldest]
            return self._wishes[name]

    def _forget(self, place: str, chart: ChartView) -> None:
        with self._lock:
            self._wishes.pop(_name(place, chart), None)

    def _begin(self, key: str, chart: ChartView) -> Future[Json]:
        work = self._pool.submit(self._uploaded, chart)
        work.add_done_callback(lambda work: self._ready(key, work))
        return work

    def _ready(self, key: str, work: Future[Json]) -> None:
        """Tell that there is nothing to wait for. What may go well again has its time to do so."""
        if not work.cancelled() and not isinstance(work.exception(), PlatformDown | RateLimited):
            self.on_ready(key)

    def _uploaded(self, chart: ChartView) -> Json:
        """Draw and upload. Raises PlatformError, and whatever can fail in drawing."""
        drawing = self._draw(chart)
        answer = self._calls(
            self._client.files_upload_v2,
            filename=FILE_NAME,
            title=FILE_TITLE,
            content=drawing.png,
            alt_txt=clip(drawing.brief, FILE_ALT_TEXT),
        )
        return image(str(answer["files"][0]["id"]), drawing.alt)

    def _wait(self, wish: _Wish) -> None:
        """Raise RateLimited as long as there is patience."""
        if self._is_patient(wish):
            raise RateLimited(PAUSE)

    def _is_patient(self, wish: _Wish) -> bool:
        return self._monotonic() < wish.since + PATIENCE

    def _tell(self, reason: str) -> None:
        """Tell the log, once for each reason, that messages go without."""
        if reason not in self._told:
            self._told.add(reason)
            log.warning("messages go without their pictures: %s", reason)


def _name(place: str, chart: ChartView) -> tuple[str, str]:
    """Return what stands for the picture: each conversation has files of its own."""
    return place, sha256(chart.model_dump_json().encode()).hexdigest()
