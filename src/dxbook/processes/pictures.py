"""Pictures drawn before, by what was asked for: a page that runs again draws only what changed."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable
from pathlib import Path

from ..keeping import digest_of, write_whole

#: The oldest beyond so many are thrown away; a picture takes about 20 kB.
MOST_KEPT = 10_000


class Pictures:
    """A folder of pictures, each under a digest of what was asked for and of what draws.

    A picture is kept behind a digest of itself, so that a damaged one is drawn again.

    Args:
        folder: where they are kept; nothing is kept when None.
        ground: what decides how a picture looks, besides what is asked for.
    """

    def __init__(self, folder: Path | None, ground: Iterable[str]) -> None:
        self.folder = folder
        self._ground = "\0".join(ground).encode()

    def is_empty(self) -> bool:
        """Whether every picture will have to be drawn."""
        return self.folder is None or not self.folder.is_dir() or not any(self.folder.iterdir())

    def kept(self, asked: bytes) -> str | None:
        """The picture for what is asked, if it was drawn before."""
        if self.folder is None:
            return None
        try:
            digest, _, picture = self._place(asked).read_bytes().partition(b"\n")
        except OSError:
            return None
        whole = digest == digest_of(picture).encode()
        return picture.decode() if whole else None

    def keep(self, asked: bytes, picture: str) -> None:
        """Keep a picture; where that cannot be done it is drawn again next time."""
        if self.folder is None:
            return
        with contextlib.suppress(OSError):
            write_whole(self._place(asked), f"{digest_of(picture)}\n{picture}".encode())

    def throw_away_the_oldest(self) -> None:
        """Hold the folder to `MOST_KEPT`."""
        if self.folder is None or not self.folder.is_dir():
            return
        with contextlib.suppress(OSError):  # another painter may be at it
            by_age = sorted(self.folder.iterdir(), key=lambda path: path.stat().st_mtime_ns)
            for path in by_age[:-MOST_KEPT]:
                path.unlink(missing_ok=True)

    def _place(self, asked: bytes) -> Path:
        assert self.folder is not None
        return self.folder / digest_of(self._ground + b"\0" + asked)
