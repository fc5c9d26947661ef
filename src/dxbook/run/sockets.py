"""Folders for unix sockets, whose paths the system allows to be about a hundred bytes long."""

from __future__ import annotations

import tempfile
from pathlib import Path

#: The shortest limit among systems (macOS, 104), less a file name with a channel's number.
LONGEST_FOLDER = 85


def socket_folder(purpose: str) -> Path:
    """A new folder that only this user can enter, with a short path if there is any.

    Args:
        purpose: part of the folder's name, for whoever finds it.
    """
    folder = Path(tempfile.mkdtemp(prefix=f"dxbook-{purpose}-"))
    if fits(folder) or not Path("/tmp").is_dir():
        return folder
    folder.rmdir()
    return Path(tempfile.mkdtemp(prefix=f"dxbook-{purpose}-", dir="/tmp"))


def fits(folder: Path) -> bool:
    """Whether sockets in a folder have a path that the system allows."""
    return len(str(folder).encode()) <= LONGEST_FOLDER
