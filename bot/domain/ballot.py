"""The sealed ballot box: who has answered and what, unreadable without the round's key.

A ballot is `(pid, sealed)`. `pid` says which ballot is a person's, only to the one who holds the
round's key; `sealed` hides the answers, in one size for all. When the key is destroyed nothing of
a ballot can be read, nor whose it was. See docs/explanation/anonymity.md.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from typing import NamedTuple

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from bot.domain.answers import Answers, from_bytes, to_bytes
from bot.domain.people import PersonKey

KEY_BYTES = 32
PID_BYTES = 16
NONCE_BYTES = 12
PADDED_BYTES = 4096
"""Every ballot is padded to this size: the longest comment in four-byte characters fits."""


class Ballot(NamedTuple):
    """One person's sealed answers."""

    pid: bytes
    sealed: bytes


def new_key() -> bytes:
    """Return a fresh random key for one round."""
    return secrets.token_bytes(KEY_BYTES)


def pid(key: bytes, person: PersonKey) -> bytes:
    """Return the person's ballot id in the round with this key (HMAC-SHA256, first 16 bytes)."""
    return hmac.new(_derive(key, b"pid"), str(person).encode(), hashlib.sha256).digest()[:PID_BYTES]


def seal(key: bytes, person: PersonKey, answers: Answers) -> Ballot:
    """Return the person's answers as a ballot (AES-256-GCM, bound to the pid).

    Raises ValueError when the answers do not fit the fixed size.
    """
    plain = to_bytes(answers)
    if len(plain) > PADDED_BYTES:
        raise ValueError("the answers do not fit a ballot")
    own = pid(key, person)
    nonce = secrets.token_bytes(NONCE_BYTES)
    padded = plain.ljust(PADDED_BYTES)
    return Ballot(own, nonce + AESGCM(_derive(key, b"seal")).encrypt(nonce, padded, own))


def unseal(key: bytes, ballot: Ballot) -> Answers:
    """Return the answers of a ballot. Raises cryptography's InvalidTag with a wrong key."""
    nonce, body = ballot.sealed[:NONCE_BYTES], ballot.sealed[NONCE_BYTES:]
    padded = AESGCM(_derive(key, b"seal")).decrypt(nonce, body, ballot.pid)
    return from_bytes(padded.rstrip(b" "))


def _derive(key: bytes, purpose: bytes) -> bytes:
    """Return a key of its own for each purpose, so that one key never serves two algorithms."""
    return hmac.new(key, b"aptbot " + purpose, hashlib.sha256).digest()
