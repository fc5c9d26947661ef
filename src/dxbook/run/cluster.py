"""Pages on many machines: a Dask cluster as an executor, held to the same ground as this machine.

The book's folder must be at the same path on every machine, and every worker must have the same
dxbook, the same libraries and see the same data: otherwise its pages would not be the same bytes.
That is asked of all workers before any page is run.
"""

from __future__ import annotations

import contextlib
import sys
import types
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Executor
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..data import data_digest_with_places
from ..errors import usage_error
from ..words import said
from .execution import Pages
from .manifest import Ground

if TYPE_CHECKING:
    from distributed import Client

#: Starts a cluster on this machine instead of connecting to one.
LOCAL = "local"
#: How long a cluster may take to be reached and to have a worker.
SECONDS_TO_CONNECT = 30


@contextlib.contextmanager
def cluster_executor(address: str, workers: int, root: Path) -> Iterator[ClusterExecutor]:
    """An executor whose pages run on a cluster's workers, for as long as the block runs.

    Args:
        address: of the scheduler, such as `tcp://10.0.0.1:8786`; `local` starts a cluster here.
        workers: processes of a cluster that is started here.

    Raises:
        UsageError: when Dask is not installed, the cluster cannot be reached, or a worker does
            not stand on the same ground.
    """
    try:
        import distributed
    except ModuleNotFoundError:
        raise usage_error(
            "--cluster needs Dask, which is not installed. Install it into the book's "
            "environment: pip install 'dask[distributed]'"
        ) from None
    with contextlib.ExitStack() as stack:
        target: Any = address
        if address == LOCAL:
            with without_main_module():
                target = stack.enter_context(
                    distributed.LocalCluster(  # type: ignore[no-untyped-call]  # partly typed
                        n_workers=workers, threads_per_worker=1, dashboard_address=None
                    )
                )
        try:
            client = stack.enter_context(
                distributed.Client(target, timeout=SECONDS_TO_CONNECT)  # type: ignore[no-untyped-call]  # partly typed
            )
            client.wait_for_workers(1, timeout=SECONDS_TO_CONNECT)
        except (OSError, ValueError) as error:  # TimeoutError is an OSError
            raise usage_error(
                "No cluster with a worker at {address} ({error}). Start one with `dask scheduler` "
                "and `dask worker {address}`, or use `--cluster {local}`.",
                address=address,
                error=str(error) or said("no answer"),
                local=LOCAL,
            ) from None
        require_same_ground(client, root)
        # Pages read the data: the same order can have another result.
        yield ClusterExecutor(client.get_executor(pure=False), end=stack.close)


@contextlib.contextmanager
def without_main_module() -> Iterator[None]:
    """An empty main module for as long as the block runs.

    multiprocessing would run the program that starts processes again in each: a waste, and a trap
    for a script that builds a book without an `if __name__ == "__main__"`.
    """
    main = sys.modules["__main__"]
    sys.modules["__main__"] = types.ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = main


def ground_of(root: str) -> dict[str, str]:
    """What a page would run on and read where this is called, by name."""
    ground = Ground.of(Path(root))
    data = data_digest_with_places(Path(root))
    return {"code": ground.code, "data": data, **ground.libraries}


def require_same_ground(client: Client, root: Path) -> None:
    """Hold every worker's ground against this machine's.

    Raises:
        UsageError: naming the workers that differ, and in what.
    """
    here = ground_of(str(root))
    problems = [
        f"{worker}: {difference}"
        for worker, there in sorted(client.run(ground_of, str(root)).items())
        if (difference := difference_between(here, there))
    ]
    if problems:
        listed = "\n".join(problems)
        raise usage_error(
            "Workers of the cluster would not make the same book:\n{listed}\nGive them the same "
            "requirements.lock, the same dxbook and the book's folder.",
            listed=listed,
        )


def difference_between(here: Mapping[str, str], there: Mapping[str, str]) -> str:
    """In what a worker differs, in words; empty when in nothing.

    >>> same = {"code": "a", "data": "b", "pandas": "3.1"}
    >>> difference_between(same, {**same, "data": "c", "pandas": "2.3"})
    'other data in its folder, another pandas'
    """
    own = {"code": said("another dxbook"), "data": said("other data in its folder")}
    names = [*own, *sorted({*here, *there} - set(own))]
    differ = [name for name in names if here.get(name) != there.get(name)]
    return ", ".join(own.get(name) or said("another {n}", n=name) for name in differ)


class ClusterExecutor(Pages):
    """Dask's executor. It gives a page to another worker when one is killed, and gives up on a page
    that killed several.
    """

    def __init__(self, cluster: Executor, end: Callable[[], None]) -> None:
        from distributed import KilledWorker

        self.submit = cluster.submit  # type: ignore[method-assign]  # passed on as it is
        self.lost = (*super().lost, KilledWorker)
        self._end = end

    def rest(self) -> None:
        """Leave the cluster; one that was started here ends."""
        self._end()
