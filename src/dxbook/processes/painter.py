"""The painter: one process that draws charts as SVG for all kernels.

vl_convert runs JavaScript, and starting its engine takes 0.5 s of each process that draws: more
than all else that a page does. It cannot be forked once started, because it has threads. So
forked kernels have their calls of `vl_convert.vegalite_to_svg` made here, where the engine is
running. The pictures are the same: it is the same library.
What was drawn before is kept with the book, and is given again for the same question.

`servers` runs its `main` with two inherited file descriptors, listener and lifeline;
several may share a listener. A call is a connection: JSON there, JSON back, each ended by closing.
"""

from __future__ import annotations

import contextlib
import functools
import json
import select
import signal
import socket
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path
from types import ModuleType
from typing import Any

from .pictures import Pictures

#: Names the painter's address in the kernel server's environment; kernels do not get to see it.
VARIABLE = "DXBOOK_PAINTER"
#: The one function whose calls are passed on; the others are rare and stay where they are.
FUNCTION = "vegalite_to_svg"
#: A caller that has connected sends at once.
SECONDS_TO_ASK = 5
#: A chart takes hundredths of a second; the engine's start, and those waiting before, take more.
SECONDS_TO_PAINT = 60

#: Has a painter start its engine before the first picture is asked for.
AT_ONCE = "at once"
#: Where vl_convert looks for fonts: the same as charts of the book (`dxbook.charts.svg`), for
#: those that a notebook draws by itself.
FONTS = Path(__file__).parents[1] / "charts" / "fonts.conf"

Draw = Callable[..., str]


def paint_elsewhere(vl_convert: ModuleType, address: str) -> None:
    """Let a painter draw what this process asks of vl_convert.

    Whatever cannot be drawn there is drawn here, so that errors are vl_convert's own. So is all
    that follows the registering of fonts, which the painter does not have.
    """
    here: Draw = getattr(vl_convert, FUNCTION)
    register_here: Callable[..., None] = vl_convert.register_font_directory

    @functools.wraps(here)
    def draw(*args: Any, **kwargs: Any) -> str:
        picture = ask(address, args, kwargs)
        return here(*args, **kwargs) if picture is None else picture

    @functools.wraps(register_here)
    def register(*args: Any, **kwargs: Any) -> None:
        setattr(vl_convert, FUNCTION, here)
        register_here(*args, **kwargs)

    setattr(vl_convert, FUNCTION, draw)
    vl_convert.register_font_directory = register  # type: ignore[attr-defined]  # seen at run time


def ask(address: str, args: tuple[Any, ...], kwargs: dict[str, Any]) -> str | None:
    """A picture from the painter, or None when there is none to be had from it."""
    try:
        with socket.socket(socket.AF_UNIX) as connection:
            connection.settimeout(SECONDS_TO_PAINT)
            connection.connect(address)
            connection.sendall(json.dumps([args, kwargs]).encode())
            connection.shutdown(socket.SHUT_WR)
            picture = json.loads(_all_from(connection))
    except (OSError, TypeError, ValueError):
        return None
    return picture if isinstance(picture, str) else None


def serve(listener: socket.socket, lifeline: int, draw: Draw, pictures: Pictures) -> None:
    """Draw, or give what was drawn before, until the lifeline is closed."""
    # Several painters wake for one caller; those who come late find nobody there.
    listener.setblocking(False)
    ends = [listener.fileno(), lifeline]
    while lifeline not in select.select(ends, [], [])[0]:
        with contextlib.suppress(OSError):
            connection, _ = listener.accept()
            with connection:
                connection.settimeout(SECONDS_TO_ASK)
                answer(connection, draw, pictures)


def answer(connection: socket.socket, draw: Draw, pictures: Pictures) -> None:
    """Give what a connection asks for; null when that cannot be drawn."""
    picture = None
    # The caller draws again whatever fails here, and has the exception there.
    with contextlib.suppress(Exception):
        asked = _all_from(connection)
        picture = pictures.kept(asked)
        if picture is None:
            args, kwargs = json.loads(asked)
            picture = draw(*args, **kwargs)
            pictures.keep(asked, picture)
    connection.sendall(json.dumps(picture).encode())


def _all_from(connection: socket.socket) -> bytes:
    with connection.makefile("rb") as content:
        return content.read()


def main(listener: int, lifeline: int, root: str, start: str = "") -> None:
    """Serve. The engine is started by the first picture that has to be drawn, or at once where
    all have to be.

    Args:
        root: of the book that keeps the pictures; empty for none.
        start: `AT_ONCE` when there is time for the engine to start.
    """
    # Ctrl-C reaches every process of the terminal; whoever started this decides what ends.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    import vl_convert

    draw: Draw = getattr(vl_convert, FUNCTION)
    folder = Path(root, "_build", "cache", "pictures") if root else None
    pictures = Pictures(folder, [version("vl-convert-python"), FONTS.read_text(encoding="utf-8")])
    if start == AT_ONCE or pictures.is_empty():
        draw({"mark": "point", "data": {"values": [{}]}})
    serve(socket.socket(fileno=listener), lifeline, draw, pictures)
    pictures.throw_away_the_oldest()
