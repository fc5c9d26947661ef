"""Run the pages that are stale, reuse the others, and say of each why."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Sequence
from concurrent.futures import Executor
from pathlib import Path

from ..errors import DxbookError, PageFailed, PagesFailed
from ..keeping import write_whole
from ..model import Edition, Report
from ..processes import Kernel, KernelChoice, chosen_kernel
from ..words import said
from .execution import outcomes
from .jobs import PageJob, PageResult, Places
from .manifest import Ground, Inputs, inputs_of, why_stale, write_manifest
from .page import Failure, PageOrder, PageOutcome
from .runnable import require_runnable

Progress = Callable[[PageResult], None]
#: A page that takes longer than this hangs, as far as a reader of the build's log can tell.
PAGE_SECONDS = 300.0


def run_pages(
    jobs: Sequence[PageJob],
    *,
    root: Path,
    report_for: Callable[[Edition], Report],
    out: Path,
    executor: Executor,
    kernel: KernelChoice = "auto",
    progress: Progress | None = None,
    page_seconds: float = PAGE_SECONDS,
) -> list[PageResult]:
    """Give every job its executed notebook, running only what has to run.

    Args:
        root: the book's folder; pages run in it.
        report_for: the report as an edition sees it, to ask again what pages asked.
        out: folder of results, one folder per edition.
        executor: where pages run: `local_pages`, `cluster_executor`, or any whose workers see the
            book's folder.
        kernel: `warm` kernels are forked with their libraries imported, `ordinary` ones start
            Python anew; `auto` takes warm ones where they can be had. The results are the same.
        progress: told of each page as soon as it has its result.

    Returns:
        A result for each job, in their order.

    Raises:
        PageError: when a notebook cannot be run as it stands; then none was run.
        PageFailed: when a page raised, died or overran; the other pages have run.
        PagesFailed: when several did.
        UsageError: when warm kernels are demanded where they cannot be had.
    """
    require_runnable(jobs, root)
    kernel = chosen_kernel(kernel)
    tell = progress or (lambda result: None)
    results: list[PageResult] = []
    stale: list[tuple[PageResult, Inputs]] = []
    ground = Ground.of(root)
    for job in jobs:
        places, inputs = Places.of(job, out), inputs_of(job, root, ground)
        reason = why_stale(places, inputs, report_for(job.edition))
        why = reason or said("nothing it read changed")
        result = PageResult(job, places.executed, places.asked, reason is None, why)
        results.append(result)
        if reason is None:
            tell(result)
        else:
            stale.append((result, inputs))
    orders = [_order(result.job, root, page_seconds, kernel) for result, _ in stale]
    failures = []
    with contextlib.closing(outcomes(orders, executor)) as running:
        for i, outcome in running:
            result, inputs = stale[i]
            if outcome.failure:
                failures.append(_kept(result.job, outcome, outcome.failure, root))
                continue
            write_whole(result.executed, outcome.notebook)
            write_whole(result.asked, outcome.asked)
            write_manifest(Places.of(result.job, out), inputs)
            _failed_place(result.job, root).unlink(missing_ok=True)
            tell(result)
    if failures:
        failures.sort(key=lambda failure: failure.page)
        raise failures[0] if len(failures) == 1 else PagesFailed(failures)
    return results


def _order(job: PageJob, root: Path, seconds: float, kernel: Kernel) -> PageOrder:
    text = (root / job.notebook).read_text(encoding="utf-8")
    return PageOrder(job, text, str(root.resolve()), seconds, kernel)


def _kept(job: PageJob, outcome: PageOutcome, failure: Failure, root: Path) -> PageFailed:
    """Keep a failed page for a look, and say what went wrong."""
    kept = _failed_place(job, root) if outcome.notebook else None
    if kept:
        write_whole(kept, outcome.notebook)
    is_ours = failure.error in _names_of(DxbookError)
    cause = failure.message if is_ours else f"{failure.error}: {failure.message}"
    edition = job.edition
    where = ", ".join(filter(None, (str(edition.year), edition.lang, edition.place)))
    return PageFailed(
        f"{job.page} ({where})", failure.cell, cause, kept, exit_code=2 if is_ours else 1
    )


def _failed_place(job: PageJob, root: Path) -> Path:
    return root / "_build" / "failed" / job.edition.name / f"{job.page}.ipynb"


def _names_of(kind: type[Exception]) -> frozenset[str]:
    below = [_names_of(sub) for sub in kind.__subclasses__()]
    return frozenset({kind.__name__}).union(*below)
