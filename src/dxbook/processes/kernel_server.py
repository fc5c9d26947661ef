"""The kernel server: a process that imports what pages use, and forks kernels from itself.

`servers` runs its `main` with two inherited file descriptors, listener and lifeline. There is one
connection for each kernel; over it go lines of text:

    to the server       a request, JSON: argv, environment, folder; without argv, to read ahead only
    from the server     `pid 4711`, and in the end `exit 0`
    from the kernel     `ready`, when it can be connected to

When a connection is closed, its kernel is killed; when the lifeline is, all are, and the server
ends. Were the server itself killed, the system would kill the kernels (`kernel.die_with_parent`).
So nothing is left behind, whoever dies first.
"""

from __future__ import annotations

import contextlib
import gc
import os
import selectors
import signal
import socket
import sys
from dataclasses import dataclass

from .kernel import KernelRequest, be_kernel
from .kernel_imports import import_what_pages_use, read_ahead
from .painter import VARIABLE as PAINTER

#: How long a caller may take to say what it wants; nobody else is served meanwhile.
SECONDS_TO_ASK = 5


@dataclass(frozen=True)
class Forked:
    """A kernel, seen from the server.

    Args:
        process: a descriptor that can be read when the process has ended (pidfd_open(2)).
        connection: to whoever asked for it.
    """

    pid: int
    process: int
    connection: socket.socket


class Server:
    """Forks kernels, tells of their ends, and ends them when nobody is left who asked for them.

    Args:
        lifeline: ends this server when it is closed at its other end.
    """

    def __init__(self, listener: socket.socket, lifeline: int) -> None:
        self.listener, self.lifeline = listener, lifeline
        self.kernels: dict[int, Forked] = {}
        self.selector = selectors.DefaultSelector()
        # Ctrl-C reaches every process of the terminal; whoever started this decides what ends.
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        for readable in (listener, lifeline):
            self.selector.register(readable, selectors.EVENT_READ)

    def serve(self) -> tuple[socket.socket, KernelRequest] | None:
        """Serve until the lifeline is closed.

        Returns:
            In the server, None at its end. In each fork, what kernel it is to be, and for whom.
        """
        while True:
            for key, _ in self.selector.select():
                if key.fileobj == self.lifeline:
                    for pid in self.kernels:
                        _kill(pid)
                    return None
                if key.fileobj is self.listener:
                    connection, _ = self.listener.accept()
                    request = _request_from(connection)
                    if request and self._is_fork(connection, request):
                        return connection, request
                elif key.data.pid not in self.kernels:
                    continue  # buried a moment ago
                elif key.fileobj == key.data.process:
                    self._bury(key.data)
                else:  # nobody is left to whom the kernel matters
                    self.selector.unregister(key.data.connection)
                    _kill(key.data.pid)

    def _is_fork(self, connection: socket.socket, request: KernelRequest) -> bool:
        """Read ahead and fork, if a kernel is wanted: whether this is the fork."""
        read_ahead(request.folder, request.year, request.place)
        if not request.argv:
            connection.close()
            return False
        pid = os.fork()
        if pid == 0:
            self._let_go()
            return True
        forked = self.kernels[pid] = Forked(pid, os.pidfd_open(pid), connection)
        self.selector.register(connection, selectors.EVENT_READ, forked)
        self.selector.register(forked.process, selectors.EVENT_READ, forked)
        _tell(connection, f"pid {pid}")
        return False

    def _let_go(self) -> None:
        """In a fork: close what is the server's."""
        self.selector.close()
        self.listener.close()
        os.close(self.lifeline)
        for other in self.kernels.values():
            other.connection.close()
            os.close(other.process)

    def _bury(self, kernel: Forked) -> None:
        """Tell that a kernel has ended, and end what it started and left.

        Until it is waited for, its process number cannot be another's.
        """
        _kill(kernel.pid)
        _, status = os.waitpid(kernel.pid, 0)
        del self.kernels[kernel.pid]
        self.selector.unregister(kernel.process)
        os.close(kernel.process)
        with contextlib.suppress(KeyError):
            self.selector.unregister(kernel.connection)
        _tell(kernel.connection, f"exit {os.waitstatus_to_exitcode(status)}")
        kernel.connection.close()


def _request_from(connection: socket.socket) -> KernelRequest | None:
    """What a connection asks for: callers send it as they connect."""
    connection.settimeout(SECONDS_TO_ASK)
    try:
        with connection.makefile("rb") as lines:
            return KernelRequest.from_line(lines.readline())
    except (OSError, ValueError, TypeError):
        connection.close()
        return None


def _kill(pid: int) -> None:
    """Kill a kernel with all it started; the kernel alone when it is not yet a group's leader."""
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, signal.SIGKILL)
        os.killpg(pid, signal.SIGKILL)


def _tell(connection: socket.socket, message: str) -> None:
    with contextlib.suppress(OSError):
        connection.sendall(f"{message}\n".encode())


def main(listener: int, lifeline: int, root: str) -> None:
    """Serve; in a fork, be a kernel. Both end by returning, as a program of its own would.

    Args:
        root: of the book whose newest edition to read ahead; empty for none.
    """
    import_what_pages_use(root)
    read_ahead(root, None)
    # What is imported is never collected, so that forks go on sharing its memory.
    gc.collect()
    gc.freeze()
    if len(os.listdir("/proc/self/task")) > 1:  # those of C libraries included
        sys.exit("dxbook: an imported library has started threads; ordinary kernels are used.")
    kernel = Server(socket.socket(fileno=listener), lifeline).serve()
    if kernel:
        be_kernel(*kernel, painter=os.environ.get(PAINTER))
