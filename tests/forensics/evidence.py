"""Everything that a run leaves behind, as bytes, and ways to look for words in it."""

from __future__ import annotations

import base64
import json
import re
import zlib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from urllib.parse import quote, quote_plus

Evidence = Mapping[str, bytes]
"""What was found where: a name (a file's path, "log") and its bytes."""

PACKED = re.compile(rb"\x78[\x01\x5e\x9c\xda]|\x1f\x8b\x08")
"""How data packed by zlib or gzip begin."""

WRAPPED = re.compile(rb"[A-Za-z0-9+/_-]{20,}")
"""What may be base64 of something; the last few signs of it don't matter."""

ZLIB_OR_GZIP = 47
"""zlib's `wbits` that recognises either."""

MOST_INFLATED = 1_000_000
"""Bytes that are unpacked from one beginning."""


def files(directory: Path) -> dict[str, bytes]:
    """Return every file below the directory."""
    found = (file for file in sorted(directory.rglob("*")) if file.is_file())
    return {str(file.relative_to(directory)): file.read_bytes() for file in found}


def of(evidence: Evidence, place: str) -> dict[str, bytes]:
    """Return what was found below one directory of the evidence."""
    return {name: data for name, data in evidence.items() if name.startswith(f"{place}/")}


def disguises(text: str) -> dict[str, bytes]:
    """Return the ways in which the text may be written down, each with its bytes."""
    plain = text.encode()
    escaped = json.dumps(text)
    return {
        "UTF-8": plain,
        "UTF-16 little": text.encode("utf-16-le"),
        "UTF-16 big": text.encode("utf-16-be"),
        "Latin-1": text.encode("latin-1"),
        "JSON": escaped[1:-1].encode(),
        "JSON in JSON": json.dumps(escaped)[3:-3].encode(),
        "Python": repr(plain)[2:-1].encode(),
        "URL": quote(text).encode(),
        "form": quote_plus(text).encode(),
        **raw_disguises(plain),
    }


def raw_disguises(data: bytes) -> dict[str, bytes]:
    """Return the ways in which bytes may be written down: as they are, in hex, in base64."""
    return {
        "bytes": data,
        "hex": data.hex().encode(),
        "HEX": data.hex().upper().encode(),
        **{f"base64 after {n}": _base64(data, n) for n in range(3)},
        **{f"base64 for URLs after {n}": _base64(data, n).translate(URL_SIGNS) for n in range(3)},
    }


URL_SIGNS = bytes.maketrans(b"+/", b"-_")


def _base64(data: bytes, before: int) -> bytes:
    """Return what stands in base64 whatever the neighbours, after so many bytes modulo 3."""
    cut = (before + len(data)) // 3 * 4  # the last signs depend on what follows
    return base64.b64encode(bytes(before) + data)[-(-before * 4 // 3) : cut]


def inflated(data: bytes) -> Iterator[bytes]:
    """Return what comes out of everything that looks packed, also in base64."""
    yield from _inflated(data)
    for run in WRAPPED.finditer(data):
        whole = run[0][: len(run[0]) // 4 * 4].translate(bytes.maketrans(b"-_", b"+/"))
        yield from _inflated(base64.b64decode(whole))


def _inflated(data: bytes) -> Iterator[bytes]:
    for begin in PACKED.finditer(data):
        try:
            yield zlib.decompressobj(ZLIB_OR_GZIP).decompress(data[begin.start() :], MOST_INFLATED)
        except zlib.error:
            continue


def layers(evidence: Evidence) -> dict[str, bytes]:
    """Return the evidence with what is packed in it beside it."""
    unpacked = {f"{name} (packed)": b"\n".join(inflated(data)) for name, data in evidence.items()}
    return {**evidence, **{name: data for name, data in unpacked.items() if data}}


def find(texts: Iterable[str], evidence: Evidence) -> dict[str, set[str]]:
    """Return the texts that stand in the evidence in any disguise, each with the places."""
    return _find({text: disguises(text) for text in texts}, evidence)


def find_bytes(needles: Iterable[bytes], evidence: Evidence) -> dict[str, set[str]]:
    """Return the needles (in hex) that stand in the evidence in any disguise, with the places."""
    return _find({needle.hex(): raw_disguises(needle) for needle in needles}, evidence)


def _find(wanted: Mapping[str, Mapping[str, bytes]], evidence: Evidence) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for place, data in layers(evidence).items():
        for name, forms in wanted.items():
            if any(form in data for form in forms.values()):
                found.setdefault(name, set()).add(place)
    return found
