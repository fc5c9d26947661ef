"""Pages on a Dask cluster: the same bytes, nothing lost with a worker, and clear refusals."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from dxbook.errors import PageFailed, UsageError
from dxbook.run import cluster
from dxbook.run.cluster import cluster_executor

from .conftest import Book, printed_by

pytestmark = pytest.mark.cluster
linux_only = pytest.mark.skipif(sys.platform != "linux", reason="kernels find their worker")


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """A cluster of two workers."""
    distributed = pytest.importorskip("distributed")
    with (
        cluster.without_main_module(),
        distributed.LocalCluster(
            n_workers=2, threads_per_worker=1, dashboard_address=None, silence_logs=50
        ) as here,
    ):
        yield here.scheduler_address


@pytest.fixture
def clustered(whole_book: Book, address: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Book]:
    """A book whose pages run on the cluster."""
    (whole_book.root / "data").mkdir()
    monkeypatch.setattr(cluster, "require_same_ground", lambda client, root: None)
    with cluster_executor(address, 2, whole_book.root) as executor:
        whole_book.settings["executor"] = executor
        yield whole_book


@pytest.mark.parametrize("kernel", ["warm", "ordinary"])
def test_pages_have_the_same_bytes_as_on_this_machine(clustered: Book, kernel: str) -> None:
    pages = ["draws_a_chart", "prints_and_warns", "draws_lots"]
    theirs = clustered.run(*pages, kernel=kernel)
    ours = clustered.run(*pages, out=clustered.root / "ours", executor=None)
    for one, other in zip(theirs, ours, strict=True):
        if one.job.page != "draws_lots":
            assert one.executed.read_bytes() == other.executed.read_bytes()


@linux_only
def test_a_page_whose_worker_is_killed_is_run_by_another(clustered: Book) -> None:
    # An ordinary kernel's parent is its worker.
    results = clustered.run("kills_its_worker_once", "draws_lots", kernel="ordinary")
    assert (clustered.root / "killed").exists()
    assert printed_by(results[0]) == "and went on\n"


@linux_only
def test_a_page_that_kills_every_worker_fails_and_the_others_run(clustered: Book) -> None:
    notebook = clustered.root / clustered.job("kills_its_worker_once").notebook
    notebook.write_text(notebook.read_text().replace("killed", "killed/never/there"))
    notebook.write_text(notebook.read_text().replace("flag.touch()", "pass"))
    done: list[str] = []
    with pytest.raises(PageFailed, match="WorkerDied"):
        clustered.run(
            "kills_its_worker_once", "draws_lots", kernel="ordinary",
            progress=lambda result: done.append(result.job.page),
        )  # fmt: skip
    assert done == ["draws_lots"]


def test_the_same_order_is_run_again_and_not_remembered(clustered: Book) -> None:
    first = printed_by(clustered.run("draws_lots", out=clustered.root / "a")[0])
    assert printed_by(clustered.run("draws_lots", out=clustered.root / "b")[0]) != first


def test_a_worker_on_other_ground_is_named_with_what_differs(
    address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "data").mkdir()
    # This machine's only: a worker has its own.
    monkeypatch.setattr(cluster, "data_digest_with_places", lambda root: "newer")
    with (
        pytest.raises(UsageError, match=r"tcp://[\d.:]+: other data in its folder"),
        cluster_executor(address, 2, tmp_path),
    ):
        pass


def test_a_cluster_that_does_not_answer_is_said_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("distributed")
    monkeypatch.setattr(cluster, "SECONDS_TO_CONNECT", 0.2)
    with (
        pytest.raises(UsageError, match=r"No cluster with a worker at tcp://127\.0\.0\.1:1 "),
        cluster_executor("tcp://127.0.0.1:1", 2, tmp_path),
    ):
        pass


def test_without_dask_it_is_said_how_to_install_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(UsageError, match="pip install"), cluster_executor("local", 2, tmp_path):
        pass


def test_a_book_built_on_a_cluster_is_the_same_book(
    small_book: Any, tree_of: Callable[[Path], dict[str, str]], tmp_path: Path
) -> None:
    copy = small_book.copy(tmp_path / "book")
    (copy.root / "_build").rename(tmp_path / "built")
    copy.build("--cluster", "local", "--jobs", "2")
    assert tree_of(copy.site) == tree_of(tmp_path / "built" / "site")
