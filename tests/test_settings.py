"""The settings: every key, every fault in words, and no secret in any of them."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import pytest
from pydantic import ValidationError

from bot.settings import PROJECT_DIR, Settings, SettingsError, language, load
from bot.settings.loading import FIELDS
from bot.settings.problems import TEXTS
from bot.settings.reference import EXAMPLE_PATH, TABLE_PATH, default, example, table, write

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

BOT_TOKEN = "xoxb-1-made-up-secret"
APP_TOKEN = "xapp-1-made-up-secret"


def read(tmp_path: Path, **environ: str) -> Settings:
    """Load from `environ` alone; `tmp_path` has no `.env` unless the test wrote one."""
    return load(tmp_path / ".env", environ)


def faults(tmp_path: Path, **environ: str) -> tuple[str, ...]:
    """Return what is wrong, as `KEY code`."""
    with pytest.raises(SettingsError) as caught:
        read(tmp_path, **environ)
    return tuple(f"{problem.key} {problem.code}" for problem in caught.value.problems)


def test_defaults_need_nothing(tmp_path: Path) -> None:
    """An empty environment gives settings that can run the embedded workspace."""
    settings = read(tmp_path)
    assert settings.slack_bot_token is None
    assert settings.slack_app_token is None
    assert settings.slack_signing_secret is None
    assert settings.slack_api_url == "https://slack.com/api/"
    assert settings.data_dir == PROJECT_DIR / "var/data"
    assert settings.key_dir == PROJECT_DIR / "var/keys"
    assert settings.dialogues_dir == PROJECT_DIR / "dialogues"
    assert settings.config_dir == PROJECT_DIR / "config"
    assert (settings.host, settings.port) == ("127.0.0.1", 8321)
    assert (settings.language, settings.timezone.key) == ("sv", "Europe/Stockholm")
    assert (settings.log_level, settings.quote_threshold) == ("INFO", 10)
    assert settings.processes == 1


def test_every_key_is_read(tmp_path: Path) -> None:
    """Each key of the environment reaches its field."""
    given = {
        "SLACK_BOT_TOKEN": BOT_TOKEN,
        "SLACK_APP_TOKEN": APP_TOKEN,
        "SLACK_SIGNING_SECRET": "0123456789abcdef0123456789abcdef",
        "SLACK_API_URL": "http://127.0.0.1:9000/api",
        "APTBOT_DATA_DIR": str(tmp_path / "data"),
        "APTBOT_KEY_DIR": str(tmp_path / "keys"),
        "APTBOT_DIALOGUES": str(tmp_path / "dialogues"),
        "APTBOT_CONFIG": str(tmp_path / "config"),
        "APTBOT_HOST": "::1",
        "APTBOT_PORT": "0",
        "APTBOT_LANGUAGE": "en",
        "APTBOT_TIMEZONE": "Europe/Helsinki",
        "APTBOT_LOG_LEVEL": "DEBUG",
        "APTBOT_QUOTE_THRESHOLD": "6",
        "APTBOT_ADMINS": "U0KARIN, U0BRITTA",
        "APTBOT_PROCESSES": "2",
        "APTBOT_WEB_HOST": "0.0.0.0",
        "APTBOT_WEB_PORT": "8400",
        "APTBOT_PUBLIC_URL": "https://apt.kommunen.se",
        "APTBOT_DRAFT_URL": "https://llm.kommunen.se/v1",
        "APTBOT_DRAFT_MODEL": "modell",
        "APTBOT_DRAFT_KEY": "sk-nyckel",
        "APTBOT_DRAFT_TIMEOUT": "90",
    }
    assert given.keys() == FIELDS.keys()
    settings, usual = read(tmp_path, **given), read(tmp_path)
    assert all(getattr(settings, name) != getattr(usual, name) for name in Settings.model_fields)


@pytest.mark.parametrize(
    ("environ", "expected"),
    [
        ({"SLACK_BOT_TOKEN": "xoxp-1-user"}, "SLACK_BOT_TOKEN token_prefix"),
        ({"SLACK_BOT_TOKEN": "xoxb-"}, "SLACK_BOT_TOKEN token_prefix"),
        ({"SLACK_BOT_TOKEN": "xoxb-1 2"}, "SLACK_BOT_TOKEN token_prefix"),
        ({"SLACK_BOT_TOKEN": APP_TOKEN}, "SLACK_BOT_TOKEN token_swapped"),
        ({"SLACK_APP_TOKEN": BOT_TOKEN}, "SLACK_APP_TOKEN token_swapped"),
        ({"SLACK_SIGNING_SECRET": "short"}, "SLACK_SIGNING_SECRET secret_short"),
        ({"SLACK_API_URL": "slack.com/api"}, "SLACK_API_URL url"),
        ({"SLACK_API_URL": "ftp://slack.com/"}, "SLACK_API_URL url"),
        ({"SLACK_API_URL": "https://"}, "SLACK_API_URL url"),
        ({"SLACK_API_URL": "https://me:pw@slack.com/"}, "SLACK_API_URL url"),
        ({"SLACK_API_URL": "https://slack.com/?a=b"}, "SLACK_API_URL url"),
        ({"SLACK_API_URL": "https://slack.com/#a"}, "SLACK_API_URL url"),
        ({"SLACK_API_URL": "https://slack.com:port/"}, "SLACK_API_URL url"),
        ({"SLACK_API_URL": "http://[::1"}, "SLACK_API_URL url"),
        ({"SLACK_API_URL": "http://slack.example/api/"}, "SLACK_API_URL url_in_clear"),
        ({"SLACK_API_URL": "http://localhost.example/"}, "SLACK_API_URL url_in_clear"),
        ({"APTBOT_DATA_DIR": "Makefile"}, "APTBOT_DATA_DIR file_in_the_way"),
        ({"APTBOT_CONFIG": "~nobody-has-this-name/x"}, "APTBOT_CONFIG invalid"),
        ({"APTBOT_KEY_DIR": "var/data"}, "APTBOT_KEY_DIR keys_with_data"),
        ({"APTBOT_KEY_DIR": "var/data/keys"}, "APTBOT_KEY_DIR keys_with_data"),
        ({"APTBOT_KEY_DIR": "var/x/../data/keys"}, "APTBOT_KEY_DIR keys_with_data"),
        ({"APTBOT_KEY_DIR": "var"}, "APTBOT_KEY_DIR keys_with_data"),
        ({"APTBOT_DATA_DIR": "var"}, "APTBOT_KEY_DIR keys_with_data"),
        ({"APTBOT_ADMINS": "U0KARIN U0BRITTA"}, "APTBOT_ADMINS user_id"),
        ({"APTBOT_ADMINS": "<!channel>"}, "APTBOT_ADMINS user_id"),
        ({"APTBOT_HOST": "example.org"}, "APTBOT_HOST host"),
        ({"APTBOT_PORT": "65536"}, "APTBOT_PORT integer"),
        ({"APTBOT_PORT": "-1"}, "APTBOT_PORT integer"),
        ({"APTBOT_PORT": "80.5"}, "APTBOT_PORT integer"),
        ({"APTBOT_PORT": "http"}, "APTBOT_PORT integer"),
        ({"APTBOT_WEB_PORT": "65536"}, "APTBOT_WEB_PORT integer"),
        ({"APTBOT_WEB_HOST": "apt.kommunen.se"}, "APTBOT_WEB_HOST host"),
        ({"APTBOT_PUBLIC_URL": "apt.kommunen.se"}, "APTBOT_PUBLIC_URL public_url"),
        ({"APTBOT_PUBLIC_URL": "webcal://apt.se"}, "APTBOT_PUBLIC_URL public_url"),
        ({"APTBOT_PUBLIC_URL": "https://me:pw@apt.se"}, "APTBOT_PUBLIC_URL public_url"),
        ({"APTBOT_PUBLIC_URL": "https://apt.se/?a"}, "APTBOT_PUBLIC_URL public_url"),
        ({"APTBOT_PUBLIC_URL": "http://apt.se"}, "APTBOT_PUBLIC_URL public_url_in_clear"),
        ({"APTBOT_DRAFT_URL": "llm.se", "APTBOT_DRAFT_MODEL": "m"}, "APTBOT_DRAFT_URL draft_url"),
        (
            {"APTBOT_DRAFT_URL": "https://me:pw@llm.se", "APTBOT_DRAFT_MODEL": "m"},
            "APTBOT_DRAFT_URL draft_url",
        ),
        ({"APTBOT_DRAFT_URL": "https://llm.se/v1"}, "APTBOT_DRAFT_MODEL draft_model_missing"),
        ({"APTBOT_DRAFT_MODEL": "m" * 101}, "APTBOT_DRAFT_MODEL draft_model"),
        ({"APTBOT_DRAFT_KEY": "två ord"}, "APTBOT_DRAFT_KEY draft_key"),
        ({"APTBOT_LANGUAGE": "fi"}, "APTBOT_LANGUAGE choice"),
        ({"APTBOT_TIMEZONE": "Europe/Atlantis"}, "APTBOT_TIMEZONE timezone"),
        ({"APTBOT_TIMEZONE": "../etc/passwd"}, "APTBOT_TIMEZONE timezone"),
        ({"APTBOT_TIMEZONE": "Europe"}, "APTBOT_TIMEZONE timezone"),
        ({"APTBOT_LOG_LEVEL": "LOUD"}, "APTBOT_LOG_LEVEL choice"),
        ({"APTBOT_QUOTE_THRESHOLD": "5"}, "APTBOT_QUOTE_THRESHOLD integer"),
        ({"APTBOT_QUOTE_THRESHOLD": "31"}, "APTBOT_QUOTE_THRESHOLD integer"),
        ({"APTBOT_DATADIR": "x"}, "APTBOT_DATADIR unknown"),
        ({"aptbot_port": "1"}, "aptbot_port unknown"),
        ({"APTBOT_XYZZY": "1"}, "APTBOT_XYZZY unknown_alone"),
    ],
)
def test_bad_value_is_named(tmp_path: Path, environ: Mapping[str, str], expected: str) -> None:
    """Each wrong value gives exactly one problem, under its own key."""
    assert faults(tmp_path, **environ) == (expected,)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("https://slack.com/api", "https://slack.com/api/"),
        ("https://chat.example/api//", "https://chat.example/api/"),
        ("http://localhost:9000/api/", "http://localhost:9000/api/"),
        ("http://127.8.9.1:9000/", "http://127.8.9.1:9000/"),
        ("http://[::1]:9000", "http://[::1]:9000/"),
    ],
)
def test_api_url_gets_one_closing_slash(tmp_path: Path, given: str, expected: str) -> None:
    """The address always ends in one slash, whatever was written."""
    assert read(tmp_path, SLACK_API_URL=given).slack_api_url == expected


@pytest.mark.parametrize(
    "address",
    [
        "https://llm.kommunen.se/v1",
        "http://localhost:8000/v1",
        "http://[::1]:8000",
        "http://10.1.2.3/v1",
        "http://172.31.0.9:11434/v1",
        "http://192.168.1.5/v1",
        "http://[fd00::7]/v1",
    ],
)
def test_draft_url_may_be_in_clear_at_home(tmp_path: Path, address: str) -> None:
    """To a private address the comments may go in clear; anywhere else they are encrypted."""
    settings = read(tmp_path, APTBOT_DRAFT_URL=f"{address}/", APTBOT_DRAFT_MODEL="m")
    assert settings.draft_url == address


@pytest.mark.parametrize(
    "address",
    [
        "http://llm.kommunen.se/v1",
        "http://llm/v1",
        "http://8.8.8.8/v1",
        "http://172.32.0.1/v1",
        "http://169.254.169.254/v1",
        "http://0.0.0.0/v1",
        "http://[2001:db8::1]/v1",
        "http://[::ffff:8.8.8.8]/v1",
        "http://localhost.ont.example/v1",
    ],
)
def test_draft_url_is_never_in_clear_elsewhere(tmp_path: Path, address: str) -> None:
    """A name may lead anywhere, also one without a dot."""
    expected = ("APTBOT_DRAFT_URL draft_url_in_clear",)
    assert faults(tmp_path, APTBOT_DRAFT_URL=address, APTBOT_DRAFT_MODEL="m") == expected


def test_draft_key_is_never_shown(tmp_path: Path) -> None:
    """Neither where the settings are shown nor where the key itself is at fault."""
    settings = read(tmp_path, APTBOT_DRAFT_KEY="sk-hemlig")
    assert "hemlig" not in repr(settings)
    assert settings.draft_key is not None
    assert settings.draft_key.get_secret_value() == "sk-hemlig"


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("https://apt.kommunen.se/", "https://apt.kommunen.se"),
        ("https://www.kommunen.se/apt/", "https://www.kommunen.se/apt"),
        ("http://localhost:8400", "http://localhost:8400"),
    ],
)
def test_public_url_has_no_closing_slash(tmp_path: Path, given: str, expected: str) -> None:
    """Links are this and a path; a proxy may have put the pages below a path of its own."""
    assert read(tmp_path, APTBOT_PUBLIC_URL=given).public_url == expected


def test_everything_wrong_is_said_at_once(tmp_path: Path) -> None:
    """One list holds the problems of the file, of the names and of the values, with remedies."""
    (tmp_path / ".env").write_text("just words here\nAPTBOT_PORT=http\n", encoding="utf-8")
    with pytest.raises(SettingsError) as caught:
        read(tmp_path, APTBOT_HSOT="::1", APTBOT_QUOTE_THRESHOLD="3", SLACK_BOT_TOKEN="nyckel")
    broken = f"{tmp_path}/.env:1 går inte att läsa."
    wrong = "SLACK_BOT_TOKEN ska börja med xoxb- och vara utan mellanslag."
    assert str(caught.value).splitlines()[1:] == [
        f"  - {broken} Skriv NAMN=värde, eller # först på raden om den är en kommentar.",
        "  - APTBOT_HSOT finns inte. Menade du APTBOT_HOST?",
        f"  - {wrong} Kopiera hela nyckeln från appens sida hos Slack.",
        "  - APTBOT_PORT ska vara ett heltal mellan 0 och 65535, inte ”http”.",
        "  - APTBOT_QUOTE_THRESHOLD ska vara ett heltal mellan 6 och 30, inte ”3”.",
    ]


def test_problems_are_in_english_when_asked(tmp_path: Path) -> None:
    """APTBOT_LANGUAGE=en holds for the list of problems too."""
    with pytest.raises(SettingsError, match="must be a whole number between 0 and 65535"):
        read(tmp_path, APTBOT_LANGUAGE="en", APTBOT_PORT="http")


@pytest.mark.parametrize(
    ("in_file", "environ", "expected"),
    [
        ("", {}, "sv"),
        ("", {"APTBOT_LANGUAGE": "en"}, "en"),
        ("", {"APTBOT_LANGUAGE": "fi"}, "sv"),
        ("APTBOT_LANGUAGE=en\nAPTBOT_PORT=many\nthis is no line\n", {}, "en"),
        ("APTBOT_LANGUAGE=en\n", {"APTBOT_LANGUAGE": "sv"}, "sv"),
        ("APTBOT_LANGUAGE=en\n", {"APTBOT_LANGUAGE": ""}, "en"),
    ],
)
def test_language_is_known_whatever_else_is_wrong(
    tmp_path: Path, in_file: str, environ: dict[str, str], expected: str
) -> None:
    """Where the settings are not asked for, the same language is spoken as they say."""
    path = tmp_path / ".env"
    assert language(path, environ) == language(tmp_path, environ)  # neither can be read
    path.write_text(in_file, encoding="utf-8")
    assert language(path, environ) == expected


def test_every_problem_has_both_languages() -> None:
    """No problem is without words in either language, and both use the same values."""
    for words in TEXTS.values():
        swedish, english = (
            {part.split("}")[0] for part in text.split("{")[1:]} for text in words.values()
        )
        assert words.keys() == {"sv", "en"}
        assert swedish == english


def test_env_file_is_read_and_the_environment_goes_before(tmp_path: Path) -> None:
    """The environment wins unless it is empty; quotes, comments and export are understood."""
    (tmp_path / ".env").write_text(
        "\ufeffAPTBOT_LOG_LEVEL=ERROR\n# comment\n\nexport APTBOT_PORT='9001'  # note\n"
        f'APTBOT_HOST=::1\nSLACK_BOT_TOKEN="{BOT_TOKEN}"\nDATABASE_OF_ANOTHER_PROGRAM=1\n',
        encoding="utf-8",
    )
    settings = read(tmp_path, APTBOT_PORT="", APTBOT_HOST="127.0.0.1", SLACK_OTHER_TOOL="1")
    assert (settings.port, settings.host) == (9001, "127.0.0.1")
    assert settings.log_level == "ERROR"
    assert settings.slack_bot_token is not None
    assert settings.slack_bot_token.get_secret_value() == BOT_TOKEN


def test_faults_of_the_env_file_are_named(tmp_path: Path) -> None:
    """A name without a value, a misspelt name and a wrong encoding are all told."""
    path = tmp_path / ".env"
    path.write_text("APTBOT_PORT\nSLACK_BOT_TOKN=x\n", encoding="utf-8")
    assert faults(tmp_path) == (f"{path}:1 env_line", "SLACK_BOT_TOKN unknown")
    path.write_bytes("APTBOT_CONFIG=sjukgymnastvägen".encode("latin-1"))
    assert faults(tmp_path) == (f"{path} env_encoding",)
    path.unlink()
    path.mkdir()
    assert faults(tmp_path) == (f"{path} env_unreadable",)


def test_key_directory_behind_a_link_is_refused(tmp_path: Path) -> None:
    """A symbolic link into the data directory does not hide that the keys lie in it."""
    data = tmp_path / "data"
    (data / "inner").mkdir(parents=True)
    (tmp_path / "link").symlink_to(data / "inner")
    given = {"APTBOT_DATA_DIR": str(data), "APTBOT_KEY_DIR": str(tmp_path / "link" / "keys")}
    assert faults(tmp_path, **given) == ("APTBOT_KEY_DIR keys_with_data",)
    settings = read(tmp_path, **given | {"APTBOT_KEY_DIR": str(tmp_path / "data-keys")})
    assert settings.key_dir == tmp_path / "data-keys"


def test_require_slack_names_each_missing_token(tmp_path: Path) -> None:
    """To run against Slack both tokens are needed, and each that is missing is named."""
    with pytest.raises(SettingsError, match=r"SLACK_BOT_TOKEN saknas[^\n]+\n.+SLACK_APP_TOKEN"):
        read(tmp_path).require_slack()
    with pytest.raises(SettingsError) as caught:
        read(tmp_path, SLACK_BOT_TOKEN=BOT_TOKEN).require_slack()
    assert [problem.key for problem in caught.value.problems] == ["SLACK_APP_TOKEN"]
    both = read(tmp_path, SLACK_BOT_TOKEN=BOT_TOKEN, SLACK_APP_TOKEN=APP_TOKEN).require_slack()
    assert [token.get_secret_value() for token in both] == [BOT_TOKEN, APP_TOKEN]


def test_no_secret_is_ever_printed(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """Neither the settings nor a list of problems nor the log shows a token, wherever it stood."""
    caplog.set_level(logging.DEBUG)
    secret = "0123456789-made-up-secret"
    good = {"SLACK_BOT_TOKEN": BOT_TOKEN, "SLACK_SIGNING_SECRET": secret}
    settings = read(tmp_path, **good)
    shown = f"{settings!r} {settings} {settings.model_dump()} {settings.model_dump_json()}"
    misplaced = {key: BOT_TOKEN for key in FIELDS if key != "SLACK_BOT_TOKEN"}
    swapped = {"SLACK_BOT_TOKEN": APP_TOKEN, "SLACK_SIGNING_SECRET": "made-up-secret"}
    (tmp_path / ".env").write_text(f"{BOT_TOKEN}\n{APP_TOKEN} {secret}\n", encoding="utf-8")
    for environ in (misplaced, swapped):
        with pytest.raises(SettingsError) as caught:
            read(tmp_path, **environ)
        assert len(caught.value.problems) >= 4
        shown += f"{caught.value} {caught.value!r}"
    assert "made-up-secret" not in shown + caplog.text


def test_settings_cannot_be_changed(tmp_path: Path) -> None:
    """The settings in force stay as they were read."""
    with pytest.raises(ValidationError, match="frozen"):
        read(tmp_path).port = 1  # type: ignore[misc]  # the fault that is tested


def test_the_process_environment_is_what_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without an argument the process's own environment counts."""
    monkeypatch.setenv("APTBOT_PORT", "9002")
    assert load(tmp_path / ".env").port == 9002


def test_reference_page_is_up_to_date() -> None:
    """The page is what the model says now; `make docs` rewrites it."""
    assert (PROJECT_DIR / TABLE_PATH).read_text(encoding="utf-8") == table()
    assert all(f"| `{key}` |" in table() for key in FIELDS)


def test_example_file_is_complete_and_true(tmp_path: Path) -> None:
    """config/example.env has every key commented out, and its defaults are the real ones."""
    text = (PROJECT_DIR / EXAMPLE_PATH).read_text(encoding="utf-8")
    assert text == example()
    given = [line[1:] for line in text.splitlines() if line[:1] == "#" and line[1:2].isupper()]
    assert [line.split("=")[0] for line in given] == list(FIELDS)
    (tmp_path / ".env").write_text("\n".join(given), encoding="utf-8")
    assert read(tmp_path) == load(tmp_path / "none", {})
    assert all(field.description for field in FIELDS.values())
    assert {default(field) for field in FIELDS.values()} >= {"", "8321", "var/keys"}


def test_pages_are_written(tmp_path: Path) -> None:
    """`make docs` writes the two pages where the tests look for them."""
    for path in (TABLE_PATH, EXAMPLE_PATH):
        (tmp_path / path).parent.mkdir(parents=True)
    write(tmp_path)
    assert (tmp_path / TABLE_PATH).read_text(encoding="utf-8") == table()
    assert (tmp_path / EXAMPLE_PATH).read_text(encoding="utf-8") == example()
