"""The project's own machinery: locks, Makefile, layers, CI."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

PROJECT = Path(__file__).resolve().parents[1]
TOOLS = Path(sys.executable).parent
SYSTEM_PATH = "/usr/local/bin:/usr/bin:/bin"


def pyproject() -> dict[str, Any]:
    """Return pyproject.toml."""
    return tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))


def locked(name: str) -> dict[str, dict[str, set[str]]]:
    """Return the packages of a lock file: name → version → hashes.

    A package that has left an older Python behind stands there in a version for each.
    """
    text = (PROJECT / "requirements" / name).read_text(encoding="utf-8")
    entry = re.compile(r"^([a-z0-9.-]+)==([^ ;]+)(.*?)(?=^[a-z0-9]|\Z)", re.MULTILINE | re.DOTALL)
    packages: dict[str, dict[str, set[str]]] = {}
    for found in entry.finditer(text):
        packages.setdefault(found[1], {})[found[2]] = hashes(found[3])
    return packages


def hashes(text: str) -> set[str]:
    """Return the hashes in a piece of a lock file."""
    return set(re.findall(r"--hash=(sha256:[0-9a-f]{64}\b)", text))


def group(name: str) -> list[str]:
    """Return a dependency group with the groups that it includes."""
    rows = pyproject()["dependency-groups"][name]
    return [
        requirement
        for row in rows
        for requirement in ([row] if isinstance(row, str) else group(row["include-group"]))
    ]


def command(*words: str | Path, cwd: Path, **environ: str) -> subprocess.CompletedProcess[str]:
    """Run a command in an otherwise empty environment; its two outputs are kept as text."""
    environ = {"PATH": SYSTEM_PATH, "LC_ALL": "C.UTF-8", **environ}
    return subprocess.run(
        words, cwd=cwd, env=environ, capture_output=True, text=True, check=False, timeout=120
    )


# --- locks --------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["runtime.lock", "dev.lock"])
def test_lock_is_hashed_and_names_no_registry(name: str) -> None:
    """Every package has an exact version and a hash; where it was fetched from is not told."""
    text = (PROJECT / "requirements" / name).read_text(encoding="utf-8")
    packages = locked(name)
    assert len(packages) >= 30
    entries = [found for versions in packages.values() for found in versions.values()]
    assert len(entries) == len(re.findall(r"==", re.sub(r";.*", "", text)))
    assert all(entries)
    assert not re.search(r"://|index-url|find-links| @ |--trusted", text)


@pytest.mark.parametrize("name", ["runtime.lock", "dev.lock"])
def test_lock_satisfies_pyproject(name: str) -> None:
    """What pyproject.toml asks for is locked, in a version that it allows; else `make lock`."""
    asked = [*pyproject()["project"]["dependencies"], *group(name.replace("runtime", "build")[:-5])]
    for requirement in map(Requirement, asked):
        versions = locked(name)[canonicalize_name(requirement.name)]
        assert all(map(requirement.specifier.contains, versions)), requirement


def test_both_locks_agree() -> None:
    """The tests run on exactly the versions that `make run` installs."""
    dev = locked("dev.lock")
    assert all(dev[name] == entry for name, entry in locked("runtime.lock").items())


# --- Makefile -----------------------------------------------------------------------------


def make(tmp_path: Path, *words: str, **environ: str) -> subprocess.CompletedProcess[str]:
    """Run the real Makefile in an empty directory, as if everything were installed."""
    shutil.copy(PROJECT / "Makefile", tmp_path)
    ready = [word for stamp in ("run", "dev") for word in ("-o", f".venv/.ready-{stamp}")]
    return command("make", *ready, *words, cwd=tmp_path, **environ)


def test_help_is_the_default_and_lists_every_target(tmp_path: Path) -> None:
    """Bare `make` explains every target there is."""
    listed = re.findall(r"^  make (\w+) +\S", make(tmp_path).stdout, re.MULTILINE)
    phony = re.search(r"^\.PHONY: (.+)$", (PROJECT / "Makefile").read_text(), re.MULTILINE)
    assert phony is not None
    assert listed == phony[1].split()
    assert {"run", "test", "check", "bench", "lock", "clean", "help"} <= set(listed)


@pytest.mark.parametrize(
    ("env_file", "environ", "expected"),
    [
        (None, {}, "run --workspace"),
        ("#SLACK_BOT_TOKEN=xoxb-1\nSLACK_BOT_TOKEN=\nSLACK_APP_TOKEN=''\n", {}, "run --workspace"),
        ("SLACK_BOT_TOKEN= # from the app's page\n", {}, "run --workspace"),
        ("APTBOT_PORT=1\n export SLACK_APP_TOKEN = 'xapp-1'\n", {}, "run"),
        ("SLACK_BOT_TOKEN=xoxb-1\n", {}, "run"),
        (None, {"SLACK_BOT_TOKEN": "xoxb-1"}, "run"),
        (None, {"SLACK_APP_TOKEN": "xapp-1"}, "run"),
        (None, {"SLACK_APP_TOKEN": ""}, "run --workspace"),
    ],
)
def test_run_chooses_slack_or_the_workspace(
    tmp_path: Path, env_file: str | None, environ: dict[str, str], expected: str
) -> None:
    """With a token `make run` is for Slack; without any it is for the embedded workspace."""
    if env_file is not None:
        (tmp_path / ".env").write_text(env_file, encoding="utf-8")
    assert make(tmp_path, "run", "APTBOT=echo", **environ).stdout == f"{expected}\n"


def test_clean_never_touches_the_answers(tmp_path: Path) -> None:
    """`make clean` removes what was installed and leaves var/ and .env alone."""
    for name in (".venv", "bot/__pycache__", "tests", "var/data"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / ".env").touch()
    assert make(tmp_path, "clean").returncode == 0
    left = {str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*")}
    assert left == {".env", "Makefile", "bot", "tests", "var", "var/data"}


def fake(directory: Path, name: str, script: str) -> None:
    """Write a small program for PATH."""
    directory.mkdir(exist_ok=True)
    (directory / name).write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    (directory / name).chmod(0o755)


def find_python(directory: Path) -> subprocess.CompletedProcess[str]:
    """Look for a Python where only the programs in `directory` exist."""
    return command(
        "/bin/sh", PROJECT / "scripts/find-python", cwd=PROJECT, PATH=str(directory.absolute())
    )


def test_find_python_passes_over_what_does_not_run(tmp_path: Path) -> None:
    """A version manager's empty shell of a newer Python is passed over for one that works."""
    fake(tmp_path / "bin", "python3.14", "exit 127")
    fake(tmp_path / "bin", "python3", f'exec {sys.executable} "$@"')
    assert Path(find_python(tmp_path / "bin").stdout.strip()).samefile(sys.executable)


def test_find_python_says_what_to_install(tmp_path: Path) -> None:
    """Without any Python, or with one that can't make environments, the remedy is named."""
    empty = find_python(tmp_path)
    assert empty.returncode == 1
    assert "Python 3.11–3.14 behövs" in empty.stderr
    partial = 'case "$2" in *ensurepip*) exit 1;; *print*) echo 3.12;; esac'
    fake(tmp_path / "bin", "python3", partial)
    without_venv = find_python(tmp_path / "bin")
    assert without_venv.returncode == 1
    assert "apt install python3.12-venv" in without_venv.stderr


def test_ci_runs_make_test_and_nothing_else(tmp_path: Path) -> None:
    """CI calls the target that people call, with CI set, and passes its status on."""
    fake(tmp_path / "bin", "chromium", "exit 0")
    fake(tmp_path / "bin", "make", 'echo "CI=$CI make $*"; exit 7')
    done = command(
        "/bin/bash", PROJECT / ".ci/run", cwd=tmp_path, PATH=f"{tmp_path}/bin:{SYSTEM_PATH}"
    )
    assert (done.stdout, done.returncode) == ("CI=true make test\n", 7)


# --- layers -------------------------------------------------------------------------------


def lint_imports(tmp_path: Path, file: str, code: str) -> subprocess.CompletedProcess[str]:
    """Check the layers of a copy of the project to which one file has been added."""
    shutil.copytree(
        PROJECT / "bot", tmp_path / "bot", ignore=shutil.ignore_patterns("__pycache__", "page")
    )
    shutil.copy(PROJECT / "pyproject.toml", tmp_path)
    (tmp_path / "bot" / file).write_text(code, encoding="utf-8")
    return command(TOOLS / "lint-imports", "--no-cache", "--no-logo", cwd=tmp_path)


def test_layers_hold(tmp_path: Path) -> None:
    """The copy with a harmless file is accepted: what the next test sees is the violation."""
    done = lint_imports(tmp_path, "domain/harmless.py", "import bot.errors\n")
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    ("file", "code", "contract"),
    [
        ("domain/bad.py", "import bot.services\n", "Every module"),
        ("handlers/bad.py", "import bot.workspace\n", "Every module"),
        ("slack/bad.py", "import bot.settings\n", "Every module"),
        ("undeclared.py", "", "Every module"),
        ("workspace/bad.py", "import bot.domain\n", "The embedded workspace"),
        ("services/bad.py", "import slack_sdk\n", "The core"),
        ("domain/bad.py", "import threading\n", "The domain"),
    ],
)
def test_violation_of_the_layers_is_caught(
    tmp_path: Path, file: str, code: str, contract: str
) -> None:
    """Each kind of forbidden import, and a module in no layer, really fails the check."""
    done = lint_imports(tmp_path, file, code)
    assert done.returncode == 1
    assert re.search(rf"^{contract}.* BROKEN", done.stdout, re.MULTILINE), done.stdout
