"""An attacker of the same user (Linux): `python -m tests.box.attack CANARY SIGNAL UNTIL PROGRAM…`.

Gives up the administrator's rights to look into processes, raises the limit on core files, starts
the program with its own standard input, waits until the program has written UNTIL, and then tries
to get at its memory in every way that a process of the same user has. Prints what came of each
as JSON. It is the program's parent, since some systems let nobody else attach (Yama).
"""

from __future__ import annotations

import ctypes
import json
import os
import resource
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from subprocess import PIPE, Popen

CAP_SYS_PTRACE = 19
CAP_SYS_ADMIN = 21
CAP_PERFMON = 38
CAPABILITY_VERSION_3 = 0x20080522
PR_SET_NO_NEW_PRIVS = 38
PTRACE_ATTACH = 16
PTRACE_DETACH = 17
"""Numbers of <linux/capability.h>, <linux/prctl.h> and <sys/ptrace.h>."""

REFUSED = "refused"
"""What an attack says of itself when the system did not let it happen."""

FOUND, NOTHING = "found", "nothing"

libc = ctypes.CDLL(None, use_errno=True)
libc.ptrace.argtypes = [ctypes.c_long, ctypes.c_long, ctypes.c_void_p, ctypes.c_void_p]
libc.ptrace.restype = ctypes.c_long


def become_ordinary() -> None:
    """Give up the rights to look into any process, for good and for all that is started here."""
    header = (ctypes.c_uint32 * 2)(CAPABILITY_VERSION_3, 0)
    sets = (ctypes.c_uint32 * 6)()  # effective, permitted, inheritable: low words, then high words
    _must(libc.capget(header, sets))
    for right in (CAP_SYS_PTRACE, CAP_SYS_ADMIN, CAP_PERFMON):
        word, bit = divmod(right, 32)
        for place in range(3 * word, 3 * word + 3):
            sets[place] &= ~(1 << bit)
    _must(libc.capset(header, sets))
    # Else the administrator gets everything back with the next program.
    _must(libc.prctl(PR_SET_NO_NEW_PRIVS, *map(ctypes.c_ulong, (1, 0, 0, 0))))


def memory(pid: int, canary: bytes) -> str:
    """Search all of its memory through /proc/PID/mem."""
    with Path(f"/proc/{pid}/mem").open("rb", 0) as file:
        found = any(canary in _read(file.fileno(), *area) for area in _areas(pid))
    return FOUND if found else NOTHING


def blind_memory(pid: int, _canary: bytes) -> str:
    """Open its memory without asking where anything lies."""
    os.close(os.open(f"/proc/{pid}/mem", os.O_RDONLY))
    return FOUND


def environment(pid: int, _canary: bytes) -> str:
    """Read the environment that it was started with."""
    return FOUND if Path(f"/proc/{pid}/environ").read_bytes() else NOTHING


def pipes(pid: int, _canary: bytes) -> str:
    """Open its standard output beside it, to read along."""
    os.close(os.open(f"/proc/{pid}/fd/1", os.O_RDONLY | os.O_NONBLOCK))
    return FOUND


def attach(pid: int, _canary: bytes) -> str:
    """Attach as a debugger does, which is how gcore makes its dumps."""
    _must(libc.ptrace(PTRACE_ATTACH, pid, None, None))
    os.waitpid(pid, 0)
    _must(libc.ptrace(PTRACE_DETACH, pid, None, None))
    return FOUND


def core(pid: int, canary: bytes, by: int) -> tuple[str, str]:
    """Make it crash; return whether the system dumped it, and what its core file holds."""
    with suppress(PermissionError, ValueError):  # only CAP_SYS_RESOURCE may raise it from nothing
        resource.prlimit(pid, resource.RLIMIT_CORE, (resource.RLIM_INFINITY,) * 2)
    os.kill(pid, by)
    status = os.waitpid(pid, 0)[1]
    files = list(Path.cwd().glob("core*"))
    found = any(canary in file.read_bytes() for file in files)
    return (
        FOUND if os.WCOREDUMP(status) else NOTHING,
        FOUND if found else NOTHING,
    )


ATTACKS: dict[str, Callable[[int, bytes], str]] = {
    "memory": memory,
    "blind memory": blind_memory,
    "environment": environment,
    "pipes": pipes,
    "attach": attach,
}


def attempt(attack: Callable[[int, bytes], str], pid: int, canary: bytes) -> str:
    """Try one attack."""
    try:
        return attack(pid, canary)
    except PermissionError:
        return REFUSED


def main(canary: bytes, by: int, until: bytes, program: list[str]) -> None:
    """Attack the program."""
    become_ordinary()
    hard = resource.getrlimit(resource.RLIMIT_CORE)[1]
    resource.setrlimit(resource.RLIMIT_CORE, (hard, hard))
    with Popen(program, stdout=PIPE) as target:
        assert target.stdout is not None
        seen = b""
        while until not in seen:
            # One byte at a time: what is not read stays in the program.
            if not (byte := os.read(target.stdout.fileno(), 1)):
                raise SystemExit("the program ended before it was attacked")
            seen += byte
        outcome = {name: attempt(attack, target.pid, canary) for name, attack in ATTACKS.items()}
        outcome["dumped"], outcome["core file"] = core(target.pid, canary, by)
        target.returncode = -by  # it has been waited for
    sys.stdout.write(json.dumps(outcome))


def _areas(pid: int) -> Iterator[tuple[int, int]]:
    """Yield where its readable memory begins and ends."""
    for line in Path(f"/proc/{pid}/maps").read_text().splitlines():
        place, rights = line.split()[:2]
        if rights.startswith("r") and "[v" not in line:  # vvar, vdso, vsyscall are the system's
            begin, end = (int(half, 16) for half in place.split("-"))
            yield begin, end


def _read(file: int, begin: int, end: int) -> bytes:
    try:
        return os.pread(file, end - begin, begin)
    except OSError:
        return b""


def _must(result: int) -> None:
    if result < 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))


if __name__ == "__main__":
    word, name, until, *rest = sys.argv[1:]
    main(word.encode(), signal.Signals[name], until.encode(), rest)
