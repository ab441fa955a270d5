"""The rules that a value must satisfy; a broken rule is named by a code of `problems.TEXTS`."""

from __future__ import annotations

import re
from ipaddress import ip_address, ip_network
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import SecretStr
from pydantic_core import PydanticCustomError

if TYPE_CHECKING:
    from collections.abc import Callable


def _project_dir() -> Path:
    """Return the checkout that this code lies in, or the working directory once installed."""
    checkout = Path(__file__).resolve().parents[2]
    return checkout if (checkout / "pyproject.toml").is_file() else Path.cwd()


PROJECT_DIR: Final = _project_dir()
MODEL_LENGTH: Final = 100
PRIVATE: Final = tuple(
    map(ip_network, ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7"))
)
TOKEN_KEYS: Final = {"xoxb-": "SLACK_BOT_TOKEN", "xapp-": "SLACK_APP_TOKEN"}


def fault(code: str, **values: object) -> PydanticCustomError:
    """Return the error that carries a problem's code through pydantic."""
    return PydanticCustomError(code, code, values)


def token(prefix: str) -> Callable[[SecretStr], SecretStr]:
    """Return a check that a token begins with `prefix`; one in the other's place is named."""

    def check(secret: SecretStr) -> SecretStr:
        value = secret.get_secret_value().strip()
        if re.fullmatch(rf"{prefix}\S+", value):
            return SecretStr(value)
        for found, key in TOKEN_KEYS.items():
            if value.startswith(found) and found != prefix:
                raise fault("token_swapped", prefix=prefix, found=found, other=key)
        raise fault("token_prefix", prefix=prefix)

    return check


def long_secret(secret: SecretStr) -> SecretStr:
    """Accept a secret of at least 16 characters without white space."""
    value = secret.get_secret_value().strip()
    if not re.fullmatch(r"\S{16,}", value):
        raise fault("secret_short")
    return SecretStr(value)


def api_url(value: str) -> str:
    """Return the address with one closing slash; http is for the machine itself only."""
    _check_address(value, "url", "url_in_clear")
    return value.rstrip("/") + "/"


def public_url(value: str) -> str:
    """Return the address without a closing slash; http is for the machine itself only."""
    if value:
        _check_address(value, "public_url", "public_url_in_clear")
    return value.rstrip("/")


def draft_url(value: str) -> str:
    """Return the address without a closing slash; http is for private addresses only."""
    if value:
        _check_address(value, "draft_url", "draft_url_in_clear", _is_private)
    return value.rstrip("/")


def draft_model(value: str) -> str:
    """Accept a name on one line, of at most 100 characters."""
    if len(value) > MODEL_LENGTH or not value.isprintable():
        raise fault("draft_model")
    return value


def draft_key(secret: SecretStr) -> SecretStr:
    """Accept a key that can stand in a header."""
    value = secret.get_secret_value().strip()
    if not re.fullmatch(r"[!-~]+", value):
        raise fault("draft_key")
    return SecretStr(value)


def _check_address(
    value: str,
    wrong: str,
    in_clear: str,
    may_be_clear: Callable[[str], bool] | None = None,
) -> None:
    """Raise the one fault or the other for an address that can't be used.

    In clear it may lead to the machine itself, or where `may_be_clear` says so.
    """
    try:
        parts = urlsplit(value)
        host, _ = parts.hostname, parts.port
    except ValueError:
        raise fault(wrong) from None
    if parts.scheme not in {"http", "https"} or not host or "@" in parts.netloc:
        raise fault(wrong)
    if parts.query or parts.fragment or re.search(r"\s", value):
        raise fault(wrong)
    if parts.scheme == "http" and not (may_be_clear or _is_loopback)(host):
        raise fault(in_clear)


def _is_loopback(host: str) -> bool:
    """Tell whether a host name or address is the machine itself."""
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


def _is_private(host: str) -> bool:
    """Tell whether it is the machine itself or an address of an organisation's own network.

    A name is not: where it leads is decided elsewhere, and can change.
    """
    if _is_loopback(host):
        return True
    try:
        address = ip_address(host)
    except ValueError:
        return False
    return any(address in network for network in PRIVATE)


def host(value: str) -> str:
    """Accept an IP address or `localhost`."""
    try:
        return value if value == "localhost" else str(ip_address(value))
    except ValueError:
        raise fault("host", value=value) from None


def user_ids(value: str) -> str:
    """Return user ids separated by commas, each once and without spaces round them."""
    found = list(dict.fromkeys(each.strip() for each in value.split(",") if each.strip()))
    for each in found:
        if not re.fullmatch(r"[A-Za-z0-9._:-]{1,100}", each):
            raise fault("user_id", value=each)
    return ",".join(found)


def time_zone(value: object) -> ZoneInfo:
    """Return the zone of an IANA name such as Europe/Stockholm."""
    try:
        return ZoneInfo(str(value))
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise fault("timezone", value=value) from None


def directory(value: Path) -> Path:
    """Return the directory's whole path, links followed; a relative one starts in the project."""
    try:
        path = (PROJECT_DIR / value.expanduser()).resolve()
        in_the_way = path.exists() and not path.is_dir()
    except (OSError, RuntimeError, ValueError):
        raise fault("invalid") from None
    if in_the_way:
        raise fault("file_in_the_way", path=path)
    return path


def beside(keys: Path, data: Path) -> Path:
    """Accept `keys` if neither of the two directories is, or lies inside, the other."""
    if _contains(data, keys) or _contains(keys, data):
        raise fault("keys_with_data", data_dir=data)
    return keys


def _contains(outer: Path, inner: Path) -> bool:
    """Tell whether `inner` is `outer` or lies in it."""
    return any(path == outer or _same(path, outer) for path in (inner, *inner.parents))


def _same(one: Path, other: Path) -> bool:
    """Tell whether two names lead to one directory on disk (capitals, mounts)."""
    try:
        return one.samefile(other)
    except OSError:
        return False
