"""Which kernels run for this process, so that they can be ended when it is told to stop."""

from __future__ import annotations

import os
import signal
import threading
from typing import Any

_LOCK = threading.Lock()
#: The processes, each what Jupyter's provisioners keep: a `Popen` or what does as one.
_RUNNING: list[Any] = []


def note_kernel(process: Any) -> None:
    """A kernel has started; those that have ended are forgotten."""
    with _LOCK:
        _RUNNING[:] = [each for each in _RUNNING if each.returncode is None]
        _RUNNING.append(process)


def end_kernels() -> None:
    """Kill every kernel, and what it started where it leads a group of its own."""
    with _LOCK:
        for process in _RUNNING:
            if process.poll() is None:
                _kill(process)


def _kill(process: Any) -> None:
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except (AttributeError, OSError):  # no groups here, or not the leader of one
        process.kill()
