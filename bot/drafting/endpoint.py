"""Asking a chat-completions endpoint, once, and believing nothing that comes back."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

import httpx

from bot.domain.claims import Claim
from bot.drafting.prompt import messages
from bot.drafting.reply import claims_in
from bot.errors import DraftFailed

MOST_BYTES: Final = 256 * 1024
"""A body that is larger is not read: the answer that is asked for has a few thousand."""

MOST_TOKENS: Final = 2000


@dataclass(frozen=True)
class HttpDrafter:
    """`bot.ports.Drafter` over HTTP.

    `url` is what the endpoint's addresses begin with ("https://llm.kommunen.se/v1"), `timeout`
    the seconds for all of it: a slow sender does not get more by sending a little at a time.
    """

    url: str
    name: str
    timeout: float
    key: str = field(default="", repr=False)

    def __call__(self, comments: Sequence[str], language: str) -> tuple[Claim, ...]:
        """Return what the model says of the comments, unchecked. Raises DraftFailed."""
        try:
            body = asyncio.run(self._in_time(comments, language))
        except TimeoutError:
            raise DraftFailed(f"no answer within {self.timeout:g} s") from None
        except (httpx.HTTPError, httpx.InvalidURL, ssl.SSLError, OSError) as error:
            # The library's own words could quote what was sent or received.
            raise DraftFailed(f"the endpoint can't be reached ({type(error).__name__})") from None
        return claims_in(body)

    async def _in_time(self, comments: Sequence[str], language: str) -> bytes:
        async with asyncio.timeout(self.timeout):
            return await self._ask(comments, language)

    async def _ask(self, comments: Sequence[str], language: str) -> bytes:
        """Send the comments to this address and to no other, and return the body."""
        asked = {
            "model": self.name,
            "messages": messages(comments, language),
            "temperature": 0,
            "max_tokens": MOST_TOKENS,
            "response_format": {"type": "json_object"},
            "stream": False,
        }
        headers = {"Accept": "application/json", "Accept-Encoding": "identity"}
        if self.key:
            headers["Authorization"] = f"Bearer {self.key}"
        # A proxy named in the environment would be one more who reads the comments.
        async with (
            httpx.AsyncClient(
                verify=ssl.create_default_context(),
                timeout=self.timeout,
                trust_env=False,
                follow_redirects=False,
            ) as client,
            client.stream(
                "POST", f"{self.url}/chat/completions", json=asked, headers=headers
            ) as response,
        ):
            _check(response)
            return await _read(response)


def _check(response: httpx.Response) -> None:
    """Raise DraftFailed for an answer whose body is not even to be read."""
    if response.status_code != httpx.codes.OK:
        raise DraftFailed(f"the endpoint answered {response.status_code}")
    kind = response.headers.get("content-type", "").partition(";")[0].strip().lower()
    packed = response.headers.get("content-encoding", "identity").lower()
    if kind != "application/json" or packed != "identity":
        raise DraftFailed("the endpoint did not answer with JSON")


async def _read(response: httpx.Response) -> bytes:
    body = bytearray()
    async for chunk in response.aiter_raw():
        body += chunk
        if len(body) > MOST_BYTES:
            raise DraftFailed("the endpoint answered too much")
    return bytes(body)
