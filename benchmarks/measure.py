"""What a command costs: wall time, processor time and peak memory of all its processes."""

from __future__ import annotations

import contextlib
import ctypes
import os
import signal
import subprocess
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

#: prctl(2): orphans of the tree become this process's children, so that their time is counted too.
PR_SET_CHILD_SUBREAPER = 36
SECONDS_BETWEEN_LOOKS = 0.05


@dataclass(frozen=True)
class Cost:
    """What a command took.

    Args:
        wall: seconds until it ended.
        cpu: seconds of processor time, user and system, of all processes.
        peak: most memory at one time in MiB, as the sum of proportional set sizes, in which a
            page that several processes share counts once; None where it was not looked at.
        returncode: the command's.
    """

    wall: float
    cpu: float
    peak: float | None
    returncode: int


def cost_of(command: Sequence[str], folder: Path, *, memory: bool = False) -> Cost:
    """Run a command and wait until it has ended; what stays ready afterwards is counted too.

    Args:
        memory: whether to watch memory, which takes time itself: not for runs that are timed.
    """
    ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1)
    used, before = processor_time(), time.perf_counter()
    process = subprocess.Popen(
        command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    peak = Peak() if memory else None
    returncode = process.wait()
    wall = time.perf_counter() - before
    most = peak.end() if peak else None
    bury_orphans()
    return Cost(wall, processor_time() - used, most, returncode)


def processor_time() -> float:
    """Seconds of processor time of all processes below this one, those that ended and those that
    live."""
    ended = os.times()
    ticks = sum(map(ticks_of, tree_below(os.getpid())))
    return ended.children_user + ended.children_system + ticks / os.sysconf("SC_CLK_TCK")


def ticks_of(pid: int) -> int:
    """Clock ticks of a process and of those below it that it has buried (proc(5), stat)."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0
    return sum(map(int, fields[11:15]))


def bury_orphans() -> None:
    """Bury what has ended below a command that has ended itself."""
    with contextlib.suppress(ChildProcessError):
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass


def end_what_stays() -> None:
    """End the processes that stay ready for another build."""
    for pid in tree_below(os.getpid()):
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
    while list(tree_below(os.getpid())):
        bury_orphans()
        time.sleep(SECONDS_BETWEEN_LOOKS)


class Peak(threading.Thread):
    """Watches the memory of all processes below this one until it is told to end."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.most = 0.0
        self.ended = threading.Event()
        self.start()

    def run(self) -> None:
        while not self.ended.wait(SECONDS_BETWEEN_LOOKS):
            self.most = max(self.most, sum(map(proportional_size, tree_below(os.getpid()))))

    def end(self) -> float:
        self.ended.set()
        self.join()
        return self.most


def tree_below(pid: int) -> Iterator[int]:
    """The processes below one, children first."""
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            children = task.read_text().split()
        except OSError:
            continue
        for child in map(int, children):
            yield child
            yield from tree_below(child)


def proportional_size(pid: int) -> float:
    """A process's proportional set size in MiB; nothing when it has just ended."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0
    sizes = (line.split()[1] for line in lines if line.startswith("Pss:"))
    return sum(map(int, sizes)) / 1024
