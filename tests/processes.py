"""Waiting for what other processes do: woken by the system, without looking again and again."""

from __future__ import annotations

import os
import select
from pathlib import Path

SECONDS = 60


def wait_for_death(pid: int) -> None:
    """Wait until a process has ended; fail when it does not."""
    try:
        process = os.pidfd_open(pid)
    except ProcessLookupError:
        return
    try:
        ended, _, _ = select.select([process], [], [], SECONDS)
        assert ended, f"process {pid} was left behind"
    finally:
        os.close(process)


def wait_for_word(pipe: Path) -> None:
    """Wait until somebody writes into a named pipe; fail when nobody does."""
    end = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        spoken, _, _ = select.select([end], [], [], SECONDS)
        assert spoken, f"nothing was written into {pipe}"
    finally:
        os.close(end)
