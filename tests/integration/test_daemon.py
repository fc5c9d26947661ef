"""`dxbook build --keep-ready`: what a build leaves behind, and how the next one uses it."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Book
from tests.processes import wait_for_death, wait_for_word

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="processes stay on Linux only")

SECONDS = 60
TABLE = "data/2022/observations.csv"
Tree = Callable[[Path], dict[str, str]]


@pytest.fixture
def ready(small_book: Book, tmp_path: Path) -> Iterator[Book]:
    """A small book whose daemon has just built it."""
    book = small_book.copy(tmp_path / "book")
    (book.root / "_build" / "cache" / "build.json").unlink(missing_ok=True)
    build(book)
    assert daemons(book)
    yield book
    for pid in daemons(book):
        os.kill(pid, signal.SIGKILL)


def build(book: Book, *options: str, seconds: int = SECONDS, **environment: str) -> Any:
    """Build with a daemon that stays; gives the process that has ended."""
    ready = {"DXBOOK_KEEP_READY": str(seconds)}
    return book.dxbook("build", *options, environment=ready | environment)


def daemons(book: Book) -> set[int]:
    """The daemons of a book that live: they have the socket open whose address they left."""
    found = set()
    for process in Path("/proc").glob("[0-9]*"):
        try:
            command = (process / "cmdline").read_bytes().split(b"\0")
            known = (process / "fd" / "2").readlink() == daemon_file(book).with_suffix(".log")
        except OSError:
            continue
        if known and b"build" in command:
            found.add(int(process.name))
    return found


def daemon_file(book: Book) -> Path:
    return book.root.resolve() / "_build" / "cache" / "daemon.json"


def wait_until_none_stays(book: Book) -> None:
    for pid in daemons(book):
        wait_for_death(pid)
    assert not daemons(book)


def set_value(book: Book, value: str) -> None:
    path = book.root / TABLE
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    changed = [
        ",".join([*line.split(",")[:3], value, *line.split(",")[4:]])
        if line.startswith("documents_exchanged,province,level,")
        else line
        for line in lines
    ]
    assert lines != changed
    path.write_text("".join(changed), encoding="utf-8", newline="")


def test_the_next_build_uses_it_and_the_book_is_the_same(
    ready: Book, tmp_path: Path, tree_of: Tree
) -> None:
    before = daemons(ready)
    set_value(ready, "957197")
    ended = build(ready)
    assert ended.returncode == 0, ended.stderr
    assert daemons(ready) == before
    anew = ready.copy(tmp_path / "anew")
    for part in ("pages", "staged", "books", "site", "cache"):
        subprocess.run(["rm", "-rf", anew.root / "_build" / part], check=True)
    anew.build()
    assert tree_of(ready.site) == tree_of(anew.site)


def test_what_is_wrong_is_said_to_whoever_asked(ready: Book) -> None:
    before = daemons(ready)
    set_value(ready, "95719G")
    ended = build(ready)
    assert ended.returncode == 2
    assert "95719G" in ended.stderr
    assert "observations.csv" in ended.stderr
    set_value(ready, "957198")
    assert build(ready).returncode == 0
    assert daemons(ready) == before


def test_a_page_that_fails_is_named_and_the_next_build_is_well(ready: Book) -> None:
    page = ready.root / "notebooks" / "society.ipynb"
    text = page.read_text(encoding="utf-8")
    notebook = json.loads(text)
    notebook["cells"].append(
        {"cell_type": "code", "id": "x", "metadata": {}, "outputs": [], "execution_count": None,
         "source": "1 / 0"}
    )  # fmt: skip
    page.write_text(json.dumps(notebook), encoding="utf-8")
    ended = build(ready)
    assert ended.returncode == 1
    assert "ZeroDivisionError" in ended.stderr
    page.write_text(text, encoding="utf-8")
    assert build(ready).returncode == 0


def test_the_environment_of_whoever_asks_is_the_pages(ready: Book) -> None:
    before = daemons(ready)
    page = ready.root / "notebooks" / "society.ipynb"
    notebook = json.loads(page.read_text(encoding="utf-8"))
    notebook["cells"].append(
        {"cell_type": "code", "id": "x", "metadata": {}, "outputs": [], "execution_count": None,
         "source": "import os\nprint('it says', os.environ['WHO_ASKS'])"}
    )  # fmt: skip
    page.write_text(json.dumps(notebook), encoding="utf-8")
    assert build(ready, WHO_ASKS="somebody").returncode == 0
    assert daemons(ready) == before
    html = (ready.site / "vi" / "2022" / "society.html").read_text(encoding="utf-8")
    assert "it says somebody" in html


def test_another_language_of_messages_is_another_daemon(ready: Book) -> None:
    before = daemons(ready)
    set_value(ready, "957199")
    ended = build(ready, DXBOOK_LANG="vi")
    assert "trang" in ended.stderr
    assert daemons(ready) - before


def test_nothing_of_the_callers_is_kept_open(ready: Book) -> None:
    for pid in daemons(ready):
        opened = {os.readlink(f) for f in Path(f"/proc/{pid}/fd").iterdir()}
        assert not {name for name in opened if name.startswith("/dev/pts")}
        assert os.readlink(f"/proc/{pid}/fd/0") == "/dev/null"
        assert os.readlink(f"/proc/{pid}/fd/1") == "/dev/null"
        assert os.getsid(pid) != os.getsid(0)
        assert Path(f"/proc/{pid}/cwd").readlink() == Path("/")


def test_a_caller_that_is_stopped_stops_the_build(ready: Book, tree_of: Tree) -> None:
    before = tree_of(ready.site)
    page = ready.root / "notebooks" / "society.ipynb"
    text = page.read_text(encoding="utf-8")
    notebook = json.loads(text)
    started = ready.root / "started"
    os.mkfifo(started)
    notebook["cells"].append(
        {"cell_type": "code", "id": "x", "metadata": {}, "outputs": [], "execution_count": None,
         "source": f"import signal\nprint(file=open({str(started)!r}, 'w'))\nsignal.pause()"}
    )  # fmt: skip
    page.write_text(json.dumps(notebook), encoding="utf-8")
    caller = subprocess.Popen(
        [sys.executable, "-m", "dxbook", "build"],
        cwd=ready.root,
        env={**os.environ, "DXBOOK_KEEP_READY": "60"},
        stderr=subprocess.PIPE,
    )
    wait_for_word(started)
    caller.send_signal(signal.SIGINT)
    caller.communicate(timeout=SECONDS)
    assert caller.returncode != 0
    wait_until_none_stays(ready)
    assert tree_of(ready.site) == before
    page.write_text(text, encoding="utf-8")
    set_value(ready, "957200")
    assert build(ready).returncode == 0


def test_one_that_was_killed_is_not_missed(ready: Book) -> None:
    for pid in daemons(ready):
        os.kill(pid, signal.SIGKILL)
    set_value(ready, "957201")
    ended = build(ready)
    assert ended.returncode == 0, ended.stderr


def test_it_ends_when_nobody_asks(small_book: Book, tmp_path: Path) -> None:
    book = small_book.copy(tmp_path / "book")
    set_value(book, "957202")
    assert build(book, seconds=1).returncode == 0
    wait_until_none_stays(book)
    assert not daemon_file(book).exists()


def test_it_ends_when_what_was_built_is_removed(ready: Book) -> None:
    daemon_file(ready).unlink()
    wait_until_none_stays(ready)


def test_none_stays_when_none_is_wanted(small_book: Book, tmp_path: Path) -> None:
    book = small_book.copy(tmp_path / "book")
    set_value(book, "957203")
    assert build(book, seconds=0).returncode == 0
    assert not daemons(book)


def test_its_processes_end_with_it(ready: Book) -> None:
    (daemon,) = daemons(ready)
    below = children_of(daemon)
    assert below
    os.kill(daemon, signal.SIGKILL)
    for pid in below:
        wait_for_death(pid)


def children_of(pid: int) -> set[int]:
    """Every process below one."""
    direct = {
        int(child)
        for task in Path(f"/proc/{pid}/task").iterdir()
        for child in (task / "children").read_text().split()
    }
    return direct.union(*map(children_of, direct))
