"""What every chart of the real book says and draws, held against a file that was looked at.

A missing file fails. After a change that is meant, look at the charts, then run
`python tests/golden/charts/test_charts_of_the_book.py` and read the difference.
"""

import json
from collections import Counter
from functools import lru_cache
from pathlib import Path

import pytest

from dxbook.audit import audited
from dxbook.charts import drawing
from dxbook.charts.drawing import NARROW, WIDE, Drawing
from dxbook.data import load_report
from dxbook.model import LANGS, Lang, Report

HERE = Path(__file__).parent
ROOT = HERE.parents[2]
#: On which page a chart is held; those that are about a page's pillar are held on a full one.
PAGES = {"history": "government", "reported": "government", "to_full": "government"}


@lru_cache(1)
def the_report() -> Report:
    return audited(load_report(ROOT, 2022))


def described(name: str) -> str:
    """A chart in both languages: its words, its table, and what its pictures are made of."""
    page = PAGES.get(name, "overview")
    parts = [_in_language(drawing.chart(name, the_report(), lang, page), lang) for lang in LANGS]
    return "\n".join(parts)


def _in_language(made: Drawing, lang: Lang) -> str:
    lines = [f"# {made.title}", made.subtitle, "", made.alternative, "", made.note, ""]
    lines += [_picture(made, width) for width in (WIDE, NARROW)]
    return f"[{lang}]\n" + "\n".join([*lines, "", made.table.csv()])


def _picture(made: Drawing, width: int) -> str:
    specification = json.loads(drawing.specification(made, width))
    marks: Counter[str] = Counter()
    words = []
    for layer in specification["layer"]:
        rows = layer["data"]["values"]
        marks[layer["mark"]["type"]] += len(rows)
        words += [(row["y"], row["x"], row["text"]) for row in rows if "text" in row]
    counted = ", ".join(f"{count} {kind}" for kind, count in sorted(marks.items()))
    text = " / ".join(word for _, _, word in sorted(words))
    return f"{specification['width']}x{specification['height']}: {counted}\n{text}"


@pytest.mark.parametrize("name", drawing.names())
def test_a_chart_of_the_book_is_what_was_looked_at(name: str) -> None:
    golden = HERE / f"{name}.txt"
    assert golden.exists(), f"{golden.name} is missing; see the top of this file"
    assert described(name) == golden.read_text(encoding="utf-8")


def test_there_is_no_golden_file_of_a_chart_that_is_gone() -> None:
    assert {p.stem for p in HERE.glob("*.txt")} == set(drawing.names())


if __name__ == "__main__":
    for known in drawing.names():
        (HERE / f"{known}.txt").write_text(described(known), encoding="utf-8")
