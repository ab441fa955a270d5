"""Reading the settings from the environment and from the file `.env`."""

from __future__ import annotations

import os
from difflib import get_close_matches
from io import StringIO
from typing import TYPE_CHECKING, Any, Final, get_args

from dotenv.parser import parse_stream
from pydantic import ValidationError
from pydantic_settings import EnvSettingsSource

from bot.settings.checks import PROJECT_DIR
from bot.settings.model import Settings
from bot.settings.problems import TEXTS, Language, Problem, SettingsError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from pydantic.fields import FieldInfo
    from pydantic_core import ErrorDetails

ENV_FILE: Final = PROJECT_DIR / ".env"
FIELDS: Final[Mapping[str, FieldInfo]] = {
    str(field.validation_alias): field for field in Settings.model_fields.values()
}
# A default that is refused is reported under the field's name, a given value under its key.
KEYS: Final = {name: str(field.validation_alias) for name, field in Settings.model_fields.items()}


def load(env_file: Path = ENV_FILE, environ: Mapping[str, str] | None = None) -> Settings:
    """Read the settings; the environment goes before `env_file`, and an empty value is none.

    Args:
        env_file: lines of NAME=value; a missing file is an empty one.
        environ: the environment; the process's own unless given.

    Raises:
        SettingsError: with everything that is wrong, not only the first thing.
    """
    in_file, problems = _read_env_file(env_file)
    process = _without_empty(os.environ if environ is None else environ)
    given = in_file | process
    problems += _unknown_keys(in_file, ("APTBOT_", "SLACK_"))
    problems += _unknown_keys(process.keys() - in_file.keys(), ("APTBOT_",))
    try:
        settings = _settings(given)
    except ValidationError as error:
        problems += [_problem(detail) for detail in error.errors(include_url=False)]
    if problems:
        raise SettingsError(problems, _language(given))
    return settings


def language(env_file: Path = ENV_FILE, environ: Mapping[str, str] | None = None) -> Language:
    """Return the language to speak where `load` is not asked, or has failed; never raises."""
    in_file, _ = _read_env_file(env_file)
    return _language(in_file | _without_empty(os.environ if environ is None else environ))


def keep_loopback_direct() -> None:
    """Have every library of this process reach its own machine without the environment's proxy.

    Behind a proxy the practice workspace, or another server on this machine, would else be asked
    for through it. Libraries look at NO_PROXY and at nothing else.
    """
    for name in ("NO_PROXY", "no_proxy"):
        known = [host for host in os.environ.get(name, "").split(",") if host.strip()]
        os.environ[name] = ",".join(dict.fromkeys([*known, "localhost", "127.0.0.1", "::1"]))


def _settings(given: Mapping[str, str]) -> Settings:
    source = EnvSettingsSource(Settings)
    source.env_vars = given
    return Settings(_build_sources=((source,), {}))


def _without_empty(values: Mapping[str, str | None]) -> dict[str, str]:
    return {key: value for key, value in values.items() if value and value.strip()}


def _language(given: Mapping[str, str]) -> Language:
    return "en" if given.get("APTBOT_LANGUAGE", "").strip() == "en" else "sv"


def _read_env_file(path: Path) -> tuple[dict[str, str], list[Problem]]:
    """Return the values of the file, as they stand there, and what is wrong with the file."""
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return {}, []
    except UnicodeDecodeError:
        return {}, [Problem(str(path), "env_encoding")]
    except OSError as error:
        return {}, [Problem(str(path), "env_unreadable", {"reason": error.strerror})]
    lines = list(parse_stream(StringIO(text)))
    broken = [line for line in lines if line.error or (line.key and line.value is None)]
    problems = [Problem(f"{path}:{line.original.line}", "env_line") for line in broken]
    return _without_empty({line.key: line.value for line in lines if line.key}), problems


def _unknown_keys(keys: Iterable[str], prefixes: tuple[str, ...]) -> Iterator[Problem]:
    """Yield a problem for each key that looks like ours and is not, with the nearest name."""
    for key in sorted(keys):
        if key not in FIELDS and key.upper().startswith(prefixes):
            nearest = get_close_matches(key.upper(), FIELDS, n=1, cutoff=0.8)
            yield (
                Problem(key, "unknown", {"nearest": nearest[0]})
                if nearest
                else Problem(key, "unknown_alone")
            )


def _problem(detail: ErrorDetails) -> Problem:
    """Translate one of pydantic's errors; a secret's value never comes along."""
    place, code = str(detail["loc"][0]), detail["type"]
    key = KEYS.get(place, place)
    if code in TEXTS:
        return Problem(key, code, detail.get("ctx", {}))
    field = FIELDS[key]
    if field.annotation is int:
        return Problem(key, "integer", bounds(field) | {"value": detail["input"]})
    if choices := ", ".join(get_args(field.annotation)):
        return Problem(key, "choice", {"choices": choices, "value": detail["input"]})
    return Problem(key, "invalid")


def bounds(field: FieldInfo) -> dict[str, Any]:
    """Return the `low` and `high` of a whole-number setting, both inclusive."""
    return {
        name: getattr(rule, sign)
        for rule in field.metadata
        for name, sign in (("low", "ge"), ("high", "le"))
        if hasattr(rule, sign)
    }
