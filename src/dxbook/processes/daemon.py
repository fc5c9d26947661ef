"""The daemon: a process that builds, and stays ready for the next build for a while.

Nearly half of a small build is imports and starting processes. `dxbook build` forks a daemon, which
does the work with all that a build needs; the next build of the same book finds it by an address
under `_build/cache` and hands its order over. A daemon serves one key: the same code, libraries,
environment and settings. Any other build starts another. It ends by itself when nothing was asked
of it for so many seconds, when a build was stopped, and when something went wrong that it cannot
be sure to have got over.

The caller's stderr goes along with the order (`SCM_RIGHTS`), so that messages and the progress bar
come out as they would have; nothing of the caller's is kept open afterwards.
"""

from __future__ import annotations

import contextlib
import gc
import os
import pickle
import shutil
import signal
import socket
import struct
import sys
import threading
import time
import traceback
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

from ..keeping import read_stamp, write_stamp
from .servers import socket_folder

#: Does an order and gives its exit code; what it raises, it is not sure to have got over.
Worker = Callable[[Any], int]
#: What the daemon prepares once; begun in the daemon, where imports and processes are to be.
Begin = Callable[[], AbstractContextManager[Worker]]
#: An order is sent at once by whoever connects.
SECONDS_TO_ASK = 5
LONGEST_ORDER = 1_000_000
#: How often a daemon looks whether another has taken its place, or `_build` was removed.
SECONDS_BETWEEN_LOOKS = 5.0


def daemon_is_possible() -> bool:
    """Whether a process can be left behind here, and its caller be known."""
    return sys.platform == "linux"


def run_in_daemon(root: Path, key: str, order: Any, begin: Begin, seconds: float) -> int | None:
    """Have an order done by the book's daemon; start one where there is none for the key.

    Args:
        key: what must be alike for a daemon to do, the code that reads the order first of all.
        order: what is to be done, handed over as it is.

    Returns:
        The exit code; None when there can be no daemon, or it is gone before the order was done:
        then do it here.
    """
    place = root / "_build" / "cache" / "daemon.json"
    with contextlib.suppress(OSError):
        connection = _connected(read_stamp(place), key) or _started(place, key, begin, seconds)
        with connection:
            socket.send_fds(connection, [pickle.dumps(order)], [sys.stderr.fileno()])
            answer = connection.recv(16)
        return int(answer) if answer else None
    return None


def _connected(known: dict[str, str], key: str) -> socket.socket | None:
    """A connection to a daemon that serves the key and is this user's own."""
    if known.get("key") != key:
        return None
    connection = _new_socket()
    try:
        connection.connect(known["address"])
        credentials = connection.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, 12)
        if struct.unpack("3i", credentials)[1] == os.getuid():
            return connection
    except (OSError, KeyError):
        pass
    connection.close()
    return None


def _started(place: Path, key: str, begin: Begin, seconds: float) -> socket.socket:
    """A connection to a new daemon: a fork of this process, in a session of its own."""
    folder = socket_folder("daemon")
    address = str(folder / "orders")
    listener = _new_socket()
    listener.bind(address)
    listener.listen()
    write_stamp(place, {"address": address, "key": key})
    # Left alone by the collector, what both have in memory stays shared.
    gc.freeze()
    if os.fork() == 0:
        try:
            _let_go(listener, place.with_suffix(".log"))
            with begin() as work:
                _serve(listener, work, seconds, lambda: _address_in(place) == address)
        except Exception:
            traceback.print_exc()
        finally:
            shutil.rmtree(folder, ignore_errors=True)
            if _address_in(place) == address:
                place.unlink(missing_ok=True)
            os._exit(0)
    listener.close()
    connection = _new_socket()
    connection.connect(address)
    return connection


def _new_socket() -> socket.socket:
    """For messages, each whole."""
    return socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET)


def _let_go(listener: socket.socket, log: Path) -> None:
    """In the daemon: leave the caller's session, folder and open files, the listener excepted."""
    os.setsid()
    os.chdir("/")
    signal.signal(signal.SIGINT, signal.default_int_handler)
    nothing = os.open(os.devnull, os.O_RDWR)
    written = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    for number, opened in enumerate((nothing, nothing, written)):
        os.dup2(opened, number)
    for number in map(int, os.listdir("/proc/self/fd")):
        if number > 2 and number != listener.fileno():
            # one of them was the listing's own
            with contextlib.suppress(OSError):
                os.close(number)


def _address_in(place: Path) -> str | None:
    return read_stamp(place).get("address")


def _serve(
    listener: socket.socket, work: Worker, seconds: float, is_known: Callable[[], bool]
) -> None:
    """Do orders one after the other, until none came for so long.

    Args:
        is_known: whether this daemon is still the one that is found.
    """
    end = time.monotonic() + seconds
    while (left := end - time.monotonic()) > 0 and is_known():
        listener.settimeout(min(left, SECONDS_BETWEEN_LOOKS))
        with contextlib.suppress(TimeoutError):
            with listener.accept()[0] as connection:
                _do(connection, work)
            end = time.monotonic() + seconds


def _do(connection: socket.socket, work: Worker) -> None:
    """Do one order and answer with its exit code.

    Raises:
        SystemExit: when there may be no other order after it; what was begun ends at once.
    """
    connection.settimeout(SECONDS_TO_ASK)
    try:
        text, (stderr,), _, _ = socket.recv_fds(connection, LONGEST_ORDER, 1)
        order = pickle.loads(text)
    except (OSError, ValueError, EOFError, pickle.UnpicklingError):
        return
    connection.settimeout(None)
    done = threading.Event()
    _stop_with(connection, done)
    # Of Python alone: processes that are started meanwhile inherit the daemon's own.
    os.set_inheritable(stderr, False)
    coding = sys.stderr.encoding, "backslashreplace"
    exit_code, is_well = 1, False
    with open(stderr, "w", 1, *coding) as told, contextlib.redirect_stderr(told):
        try:
            exit_code, is_well = work(order), True
        except SystemExit as end:
            exit_code = int(end.code or 0)
        except KeyboardInterrupt:
            pass
        except Exception:
            traceback.print_exc()
    done.set()
    with contextlib.suppress(OSError):
        connection.sendall(str(exit_code).encode())
    if not is_well:
        sys.exit()


def _stop_with(connection: socket.socket, done: threading.Event) -> None:
    """Stop what runs, as Ctrl-C would, when the caller is gone before it is done."""

    def watch() -> None:
        with contextlib.suppress(OSError):
            # The caller says nothing more; the connection ends when it does.
            connection.recv(1)
        if not done.is_set():
            os.kill(os.getpid(), signal.SIGINT)

    threading.Thread(target=watch, daemon=True).start()
