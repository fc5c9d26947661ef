"""Lighthouse over the overview and a chapter in both languages, and over a stock page too."""

from __future__ import annotations

import contextlib
import functools
import json
import os
import subprocess
import tempfile
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from tables import print_table

CATEGORIES = {
    "performance": 90,
    "accessibility": 100,
    "best-practices": 100,
    "seo": 100,
}
PAGES = ("overview", "society")
FLAGS = "--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run"
FLAGS += " --disable-background-networking --disable-component-update --disable-sync"
#: A page on a busy machine takes a minute at most.
SECONDS = 300


class NoMeasure(Exception):
    """Lighthouse gave no result."""


@dataclass(frozen=True)
class Measure:
    """What Lighthouse says of a page: scores of 100, and what is amiss."""

    scores: dict[str, int]
    paint: float
    shift: float
    kilobytes: int
    amiss: tuple[str, ...]


def report(site: Path, stock: Path, browser: str, tools: Path, runs: int) -> bool:
    """Print the scores, and say whether the book's own pages reach what they should."""
    rows, amiss, good = [], [], True
    year = max(int(folder.name) for folder in (site / "vi").iterdir() if folder.name.isdigit())
    wanted = [(site, f"{lang}/{year}/{page}.html") for lang in ("vi", "en") for page in PAGES]
    wanted.append((stock, "society.html"))
    for folder, page in wanted:
        own = folder is site
        with served(folder) as address:
            measure = measured(f"{address}/{page}", browser, tools, runs)
        rows.append(
            [
                page if own else "a stock Jupyter Book page",
                *measure.scores.values(),
                f"{measure.paint:.1f} s",
                f"{measure.shift:.3f}",
                measure.kilobytes,
            ]
        )
        if own:
            good = good and all(measure.scores[name] >= least for name, least in CATEGORIES.items())
            amiss += [f"  {page}: {each}" for each in measure.amiss]
    columns = ["page", *CATEGORIES, "largest paint", "shift", "kB"]
    print_table(f"Lighthouse, mobile, the middle of {runs}", columns, rows)
    print("\n".join(amiss))
    return good


@contextlib.contextmanager
def served(folder: Path) -> Iterator[str]:
    """The folder served by Python's own server, which does not compress."""
    handler = functools.partial(QuietHandler, directory=folder)
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


class QuietHandler(SimpleHTTPRequestHandler):
    """Says nothing of single requests."""

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


def measured(address: str, browser: str, tools: Path, runs: int) -> Measure:
    """A page measured several times; the run with the middle performance.

    Raises:
        NoMeasure: when Lighthouse fails.
    """
    found = sorted(
        (measure_of(_run(address, browser, tools)) for _ in range(runs)),
        key=lambda measure: measure.scores["performance"],
    )
    return found[len(found) // 2]


def _run(address: str, browser: str, tools: Path) -> dict[str, Any]:
    with tempfile.TemporaryDirectory(prefix="dxbook-audit-") as profile:
        command = [
            str(tools / "node_modules" / ".bin" / "lighthouse"),
            address,
            "--quiet",
            "--output=json",
            f"--only-categories={','.join(CATEGORIES)}",
            f"--chrome-flags={FLAGS} --user-data-dir={profile}",
        ]
        environment = {**os.environ, "CHROME_PATH": browser}
        try:
            done = subprocess.run(
                command, capture_output=True, text=True, env=environment, timeout=SECONDS
            )
            loaded: dict[str, Any] = json.loads(done.stdout)
        except (OSError, ValueError, subprocess.TimeoutExpired) as error:
            raise NoMeasure(f"Lighthouse gave no result for {address}: {error}") from None
    if loaded.get("runtimeError"):
        raise NoMeasure(f"Lighthouse, {address}: {loaded['runtimeError']['message']}")
    return loaded


def measure_of(result: dict[str, Any]) -> Measure:
    """The figures to print, from Lighthouse's own result."""
    audits = result["audits"]
    scores = {name: round(100 * (result["categories"][name]["score"] or 0)) for name in CATEGORIES}
    weighed = {
        ref["id"]
        for name in CATEGORIES
        for ref in result["categories"][name]["auditRefs"]
        if ref["weight"]
    }
    amiss = tuple(
        f"{audit['id']}: {audit['title']} {audit.get('displayValue', '')}".strip()
        for audit in audits.values()
        if audit["id"] in weighed and audit["score"] is not None and audit["score"] < 0.9
    )
    return Measure(
        scores=scores,
        paint=audits["largest-contentful-paint"].get("numericValue", 0) / 1000,
        shift=audits["cumulative-layout-shift"].get("numericValue", 0),
        kilobytes=round(audits["total-byte-weight"].get("numericValue", 0) / 1000),
        amiss=amiss,
    )
