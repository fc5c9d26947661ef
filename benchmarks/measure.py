"""What a command costs: wall time, processor time and peak memory of all its processes."""

from __future__ import annotations

import ctypes
import os
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
        cpu: seconds of processor time, user and system, of all processes it started.
        peak: most memory at one time in MiB, as the sum of proportional set sizes, in which a
            page that several processes share counts once; None where it was not looked at.
        returncode: the command's.
    """

    wall: float
    cpu: float
    peak: float | None
    returncode: int


def cost_of(command: Sequence[str], folder: Path, *, memory: bool = False) -> Cost:
    """Run a command and wait until the last of its processes has ended.

    Args:
        memory: whether to watch memory, which takes time itself: not for runs that are timed.
    """
    ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1)
    before = time.perf_counter()
    process = subprocess.Popen(
        command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    peak = Peak(process.pid) if memory else None
    cpu, wall, returncode = 0.0, 0.0, 0
    while True:
        try:
            pid, status, used = os.wait4(-1, 0)
        except ChildProcessError:
            break
        cpu += used.ru_utime + used.ru_stime
        if pid == process.pid:
            wall = time.perf_counter() - before
            returncode = process.returncode = os.waitstatus_to_exitcode(status)
    return Cost(wall, cpu, peak.end() if peak else None, returncode)


class Peak(threading.Thread):
    """Watches the memory of a process and all below it until it is told to end."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self.pid, self.most = pid, 0.0
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
