"""The fork server: a process that imports what pages use, and forks kernels from itself.

`dxbook.run.warm` runs its `main` with two inherited file descriptors, listener and lifeline. There
is one connection for each kernel; over it go lines of text:

    to the server       a request, JSON: argv, environment, folder; without argv, to read ahead only
    from the server     `pid 4711`, and in the end `exit 0`
    from the kernel     `ready`, when it can be connected to
    to the server       `signal 2`, for the kernel and what it started

When a connection is closed, its kernel is killed; when the lifeline is, all are, and the server
ends. Were the server itself killed, the system would kill the kernels (`forked.die_with_parent`).
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

from .forked import KernelRequest, be_kernel
from .kernel_imports import import_what_pages_use, read_ahead, thread_count
from .painter import VARIABLE as PAINTER

#: How long a caller may take to say what it wants; nobody else is served meanwhile.
SECONDS_TO_ASK = 5


class Server:
    """Forks kernels, tells of their ends, and ends them.

    Args:
        listener: where kernels are asked for.
        lifeline: ends this server when it is closed at its other end.
    """

    def __init__(self, listener: socket.socket, lifeline: int) -> None:
        self.listener, self.lifeline = listener, lifeline
        self.kernels: dict[int, socket.socket] = {}
        self.selector = selectors.DefaultSelector()
        self.child_ended, wakeup = os.pipe2(os.O_NONBLOCK | os.O_CLOEXEC)
        self._pipes = (self.child_ended, wakeup, lifeline)
        signal.set_wakeup_fd(wakeup)
        signal.signal(signal.SIGCHLD, lambda *_: None)
        # Ctrl-C reaches every process of the terminal; whoever started this decides what ends.
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        for readable in (listener, lifeline, self.child_ended):
            self.selector.register(readable, selectors.EVENT_READ)

    def serve(self) -> tuple[socket.socket, KernelRequest] | None:
        """Serve until the lifeline is closed.

        Returns:
            In the server, None at its end. In each fork, what kernel it is to be, and for whom.
        """
        while True:
            for key, _ in self.selector.select():
                if key.fileobj == self.lifeline:
                    self._end()
                    return None
                if key.fileobj == self.child_ended:
                    self._bury()
                elif key.fileobj is self.listener:
                    connection, _ = self.listener.accept()
                    request = _request_from(connection)
                    if request is None:
                        continue
                    read_ahead(request.folder, request.year, request.place)
                    if not request.argv:
                        connection.close()
                    elif self._fork(connection):
                        return connection, request
                elif isinstance(key.fileobj, socket.socket):
                    self._obey(key.fileobj, key.data)

    def _fork(self, connection: socket.socket) -> bool:
        pid = os.fork()
        if pid == 0:
            self._let_go()
            return True
        self.kernels[pid] = connection
        self.selector.register(connection, selectors.EVENT_READ, pid)
        _tell(connection, f"pid {pid}")
        return False

    def _let_go(self) -> None:
        """In a fork: close what is the server's."""
        signal.set_wakeup_fd(-1)
        self.selector.close()
        self.listener.close()
        for other in self.kernels.values():
            other.close()
        for pipe in self._pipes:
            os.close(pipe)

    def _obey(self, connection: socket.socket, pid: int) -> None:
        """Send a kernel the signals that are asked for; kill it when nobody is left to ask."""
        try:
            lines = connection.recv(4096).decode().split("\n")
        except OSError:
            lines = [""]
        if lines == [""]:
            self.selector.unregister(connection)
            _signal(pid, signal.SIGKILL)
            return
        for number in (line.partition(" ")[2] for line in lines if line.startswith("signal ")):
            _signal(pid, int(number))

    def _bury(self) -> None:
        """Tell of kernels that have ended, and end what they started and left."""
        os.read(self.child_ended, 4096)
        while ended := _next_ended():
            _signal(ended, signal.SIGKILL)
            _, status = os.waitpid(ended, 0)
            connection = self.kernels.pop(ended)
            with contextlib.suppress(KeyError):
                self.selector.unregister(connection)
            _tell(connection, f"exit {os.waitstatus_to_exitcode(status)}")
            connection.close()

    def _end(self) -> None:
        for pid in self.kernels:
            _signal(pid, signal.SIGKILL)


def _request_from(connection: socket.socket) -> KernelRequest | None:
    """What a connection asks for: callers send it as they connect."""
    connection.settimeout(SECONDS_TO_ASK)
    try:
        with connection.makefile("rb") as lines:
            return KernelRequest.from_line(lines.readline())
    except (OSError, ValueError, TypeError):
        connection.close()
        return None


def _next_ended() -> int | None:
    """A kernel that has ended and still holds its process number: it cannot be another's yet."""
    try:
        ended = os.waitid(os.P_ALL, 0, os.WEXITED | os.WNOHANG | os.WNOWAIT)
    except ChildProcessError:
        return None
    return ended.si_pid if ended else None


def _signal(pid: int, number: int) -> None:
    """Signal a kernel with all it started; the kernel alone when it is not yet a group's leader."""
    try:
        os.killpg(pid, number)
    except ProcessLookupError:
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, number)


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
    if thread_count() > 1:
        sys.exit("dxbook: an imported library has started threads; ordinary kernels are used.")
    kernel = Server(socket.socket(fileno=listener), lifeline).serve()
    if kernel:
        be_kernel(*kernel, painter=os.environ.get(PAINTER))
