"""What every chart of the real book says and draws, held against a file that was looked at.

A missing file fails. After a change that is meant, look at the charts, then run
`python tests/golden/charts/test_charts_of_the_book.py` and read the difference.
"""

import re
from collections import Counter
from functools import lru_cache
from pathlib import Path
from xml.etree import ElementTree

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
    lines += [_picture(made, width) for width in (WIDE, NARROW) if made.draw]
    return f"[{lang}]\n" + "\n".join([*lines, "", made.table.csv()])


def _picture(made: Drawing, width: int) -> str:
    """Its size, how many elements of each kind it has, and its words from top to bottom."""
    root = ElementTree.fromstring(drawing.rendered(drawing.specification(made, width), "vi"))
    marks: Counter[str] = Counter()
    words: list[tuple[float, float, str]] = []
    _look_into(root, 0, 0, marks, words)
    counted = ", ".join(f"{count} {kind}" for kind, count in sorted(marks.items()))
    text = " / ".join(word for _, _, word in sorted(words))
    return f"{root.get('width')}x{root.get('height')}: {counted}\n{text}"


def _look_into(
    element: ElementTree.Element,
    x: float,
    y: float,
    marks: Counter[str],
    words: list[tuple[float, float, str]],
) -> None:
    moved = re.match(r"translate\(([-\d.]+),([-\d.]+)\)", element.get("transform", ""))
    if moved:
        x, y = x + float(moved[1]), y + float(moved[2])
    kind = element.tag.rpartition("}")[2]
    if kind == "text":
        marks[kind] += 1
        words.append((round(y, 1), round(x, 1), " ".join(element.itertext())))
        return
    ground = {"background", "foreground"} & set(element.get("class", "").split())
    if kind in ("path", "line") and not ground:
        marks[kind] += 1
    for child in element:
        _look_into(child, x, y, marks, words)


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
