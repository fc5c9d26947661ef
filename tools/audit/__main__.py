"""`make audit`: what axe and Lighthouse say of the built book, as tables.

axe looks at every page of every edition, light and dark, as on a phone and on a desk. Lighthouse
measures the overview and a chapter as on a slow phone, from Python's own HTTP server, and beside
them the same chapter as a stock Jupyter Book page. The figures of a busy machine are worse than
those of an idle one; what is compared is measured in the same run.

Exit code: 0 when everything is as it should be, 1 when not, 2 when it cannot be measured.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import axe_pages
import lighthouse_pages
import stock_page
import weights

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
CHAPTER = "society"


class CannotMeasure(Exception):
    """Something that measuring needs is not there; the message says how to get it."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print the tables, and say whether all is well."""
    options = _parser().parse_args(arguments)
    root: Path = options.root.resolve()
    site = root / "_build" / "site"
    try:
        browser = find_browser()
        install_tools()
        if not (site / "index.html").is_file():
            raise CannotMeasure(f"There is no book in {site} yet. Build it with `make book`.")
        good = options.only == "lighthouse" or axe_pages.report(site, browser, HERE)
        good = weights.report(site) and good
        if options.only != "axe":
            stock = stock_page.build(root, CHAPTER)
            good = lighthouse_pages.report(site, stock, browser, HERE, options.runs) and good
    except (CannotMeasure, stock_page.NoStockPage, lighthouse_pages.NoMeasure) as error:
        print(f"make audit: {error}", file=sys.stderr)
        return 2
    return 0 if good else 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="make audit", description=__doc__)
    parser.add_argument("--root", type=Path, default=ROOT, help="the book (default: this one)")
    parser.add_argument("--only", choices=("axe", "lighthouse"), help="one of the two")
    parser.add_argument(
        "--runs", type=int, default=3, help="Lighthouse runs a page; the middle one counts"
    )
    return parser


def find_browser() -> str:
    """A Chromium: $CHROME_PATH or $CHROMIUM, or the system's.

    Raises:
        CannotMeasure: when there is none.
    """
    named = os.environ.get("CHROME_PATH") or os.environ.get("CHROMIUM")
    found = named or next(filter(None, map(shutil.which, BROWSERS)), None)
    if found:
        return found
    raise CannotMeasure("There is no Chromium. Install it, or name one in CHROME_PATH.")


def install_tools() -> None:
    """Install axe and Lighthouse as pinned in `package-lock.json`, when they are not there.

    Raises:
        CannotMeasure: when npm is missing or fails.
    """
    installed = HERE / "node_modules" / ".package-lock.json"
    lock = HERE / "package-lock.json"
    if installed.is_file() and installed.stat().st_mtime >= lock.stat().st_mtime:
        return
    npm = shutil.which("npm")
    if npm is None:
        raise CannotMeasure("axe and Lighthouse come from npm, which is not there (Node.js 20).")
    if subprocess.run([npm, "ci", "--silent", "--ignore-scripts"], cwd=HERE).returncode:
        raise CannotMeasure("`npm ci` in tools/audit failed; what it said is above.")
    installed.touch()


if __name__ == "__main__":
    sys.exit(main())
