"""The rules that a value must satisfy; a broken rule is named by a code of `problems.TEXTS`."""

from __future__ import annotations

import re
from ipaddress import ip_address
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
    try:
        parts = urlsplit(value)
        host, _ = parts.hostname, parts.port
    except ValueError:
        raise fault("url") from None
    if parts.scheme not in {"http", "https"} or not host or "@" in parts.netloc:
        raise fault("url")
    if parts.query or parts.fragment or re.search(r"\s", value):
        raise fault("url")
    if parts.scheme == "http" and not _is_loopback(host):
        raise fault("url_in_clear")
    return value.rstrip("/") + "/"


def _is_loopback(host: str) -> bool:
    """Tell whether a host name or address is the machine itself."""
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


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
