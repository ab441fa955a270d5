"""An answer that has not been sent, as text that a form carries while its writer reads it again.

It is kept nowhere else. Slack takes 3,000 characters, and may count some signs as several, so the
text holds only letters, digits, `-`, `_`, `=` and spaces between its parts, and the bytes are
packed. The longest answer fits: of 600 characters with four bytes each, a first byte is one of five
and the others one of 64 each, so a Huffman code needs less than six bits for a byte on the average,
and a letter of the text holds six.
"""

from __future__ import annotations

import zlib
from base64 import b64decode, urlsafe_b64encode

from bot.domain.answers import Answers, from_bytes, to_bytes
from bot.domain.ballot import PADDED_BYTES
from bot.slack import box, limits


def dump(round_id: str, channel: str, answers: Answers) -> str:
    """Return round, channel and answer as text. Raises ValueError when they do not fit a form."""
    packed = urlsafe_b64encode(_packed(to_bytes(answers))).decode()
    text = f"{box.dump(round_id, channel)} {packed}"
    if len(text) > limits.PRIVATE_METADATA:
        raise ValueError("the answer does not fit a form")
    return text


def load(text: str) -> tuple[str, str, Answers]:
    """Return round, channel and answer from `dump`. Raises ValueError for anything else."""
    place, _, packed = text.rpartition(" ")
    answers = from_bytes(_unpacked(b64decode(packed, altchars=b"-_", validate=True)))
    return *box.load(place), answers


def _packed(data: bytes) -> bytes:
    """Return the bytes in a Huffman code alone: every version of zlib packs it the same."""
    stream = zlib.compressobj(strategy=zlib.Z_HUFFMAN_ONLY)
    return stream.compress(data) + stream.flush()


def _unpacked(packed: bytes) -> bytes:
    """Return the bytes, never more than a ballot holds: a forged text could become huge."""
    stream = zlib.decompressobj()
    try:
        data = stream.decompress(packed, PADDED_BYTES)
    except zlib.error as problem:
        raise ValueError("not a packed answer") from problem
    if not stream.eof:
        raise ValueError("a packed answer that is cut or too large")
    return data
