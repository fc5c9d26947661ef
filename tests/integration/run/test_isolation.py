"""A page never sees that another ran before it, however it behaved."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import uuid
from pathlib import Path

import pytest

from dxbook.errors import PageFailed
from tests.processes import wait_for_death

from .conftest import Book, printed_by, values_of

linux_only = pytest.mark.skipif(sys.platform != "linux", reason="warm kernels need Linux")
SECONDS_FOR_A_DEATH = 20


@pytest.fixture
def one_worker(whole_book: Book) -> Book:
    """A book whose pages run one after another, in kernels of one server."""
    whole_book.settings.update(workers=1, kernel="warm")
    return whole_book


@linux_only
def test_a_warm_kernel_finds_what_an_ordinary_one_finds(book: Book) -> None:
    [warm] = book.run("says_what_it_finds", out=book.root / "warm", kernel="warm")
    [ordinary] = book.run("says_what_it_finds", out=book.root / "ordinary", kernel="ordinary")
    assert values_of(warm) == values_of(ordinary)


@linux_only
def test_nothing_of_a_page_is_left_for_the_next(one_worker: Book) -> None:
    [before] = one_worker.run("says_what_it_finds", out=one_worker.root / "before")
    [_, after] = one_worker.run("leaves_its_state_behind", "says_what_it_finds")
    assert values_of(after) == values_of(before)


@linux_only
def test_each_page_draws_lots_of_its_own(one_worker: Book) -> None:
    one, other = one_worker.run("draws_lots", one_worker.job("draws_lots", lang="en"))
    lots = printed_by(one).split() + printed_by(other).split()
    assert len(set(lots)) == 4


def test_a_page_that_kills_itself_fails_alone(book_of_each_kernel: Book) -> None:
    book = book_of_each_kernel
    with pytest.raises(PageFailed, match="the page's process died") as caught:
        book.run("kills_itself", "draws_lots")
    assert (caught.value.cell, caught.value.exit_code) == (3, 1)
    assert book.run("draws_lots")[0].reused


def test_a_page_that_hangs_is_ended(book_of_each_kernel: Book) -> None:
    with pytest.raises(PageFailed, match="took longer than 1 s") as caught:
        book_of_each_kernel.run("hangs", page_seconds=1)
    assert caught.value.kept
    assert "took longer" in caught.value.kept.read_text()


def test_a_page_that_fills_memory_fails_alone(book: Book) -> None:
    with pytest.raises(PageFailed, match="MemoryError"):
        book.run("fills_memory", "draws_lots")
    assert book.run("draws_lots")[0].reused


def test_a_page_that_leaves_threads_behind_is_done(book_of_each_kernel: Book) -> None:
    [result] = book_of_each_kernel.run("leaves_threads_behind")
    assert printed_by(result) == "3\n"


@linux_only
def test_a_process_that_a_page_started_ends_with_it(book_of_each_kernel: Book) -> None:
    [result] = book_of_each_kernel.run("leaves_a_process_behind")
    wait_for_death(int(printed_by(result)))


@linux_only
def test_pages_lost_with_a_killed_server_are_run_again(whole_book: Book) -> None:
    # A warm kernel's parent is the server that it was forked from.
    results = whole_book.run("kills_its_worker_once", "draws_lots", kernel="warm")
    assert (whole_book.root / "killed").exists()
    assert printed_by(results[0]) == "and went on\n"


@linux_only
@pytest.mark.parametrize("kernel", ["warm", "ordinary"])
@pytest.mark.parametrize("ending", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_nothing_is_left_behind_when_a_build_is_ended(
    whole_book: Book, tmp_path: Path, ending: signal.Signals, kernel: str
) -> None:
    whole_book.job("says_who_it_is_and_hangs")
    whole_book.job("draws_lots")
    pipe, mark = tmp_path / "pipe", uuid.uuid4().hex
    os.mkfifo(pipe)
    program = (
        "import sys\n"
        "from pathlib import Path\n"
        "from dxbook.run.jobs import PageJob\n"
        "from dxbook.run.local import local_pages\n"
        "from dxbook.run.pages import run_pages\n"
        "notebook = Path('notebooks/says_who_it_is_and_hangs.ipynb')\n"
        "of = {'year': 2022, 'lang': 'vi'}\n"
        "waits = Path('notebooks/draws_lots.ipynb')\n"
        "jobs = [PageJob('hangs', notebook, of), PageJob('waits', waits, of)]\n"
        "root = Path(sys.argv[1])\n"
        "with local_pages(1, root, sys.argv[2]) as pages:\n"
        "    run_pages(jobs, root=root, executor=pages, out=root / 'out',\n"
        "              kernel=sys.argv[2], report_for=lambda year: None)\n"
    )
    build = subprocess.Popen(
        [sys.executable, "-c", program, str(whole_book.root), kernel],
        env={**os.environ, "WHERE_TO_SAY": str(pipe), "DXBOOK_TEST": mark},
        stderr=subprocess.DEVNULL,
    )
    family = {int(pipe.read_text()), *marked_processes(mark)}
    build.send_signal(ending)
    assert build.wait(SECONDS_FOR_A_DEATH) != 0
    for process in family - {build.pid}:
        wait_for_death(process)


def marked_processes(mark: str) -> set[int]:
    """Processes whose environment has a mark: all that a build has started."""
    marked = set()
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            if mark.encode() in (folder / "environ").read_bytes():
                marked.add(int(folder.name))
        except OSError:
            continue
    return marked
