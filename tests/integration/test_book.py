"""The real book, built: what a reader is promised of every page."""

from __future__ import annotations

import csv
import json
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest

ROOT = Path(__file__).parents[2]
PILLARS = (
    "institutions", "infrastructure", "workforce", "security", "government", "economy", "society",
)  # fmt: skip
PAGES = (
    "overview", *PILLARS, "districts", "targets", "changes", "audit", "source", "catalogue",
    "glossary",
)  # fmt: skip
EDITIONS = [("vi", 2022), ("en", 2022)]
#: A licence is the one thing besides sources that a page may lead out to.
LICENCES = {"https://creativecommons.org/licenses/by/4.0/"}
TIMESTAMP = re.compile(r"\b20\d\d-\d\d-\d\d[T ]\d\d:\d\d|\b\d\d:\d\d:\d\d\b")

PageAt = Callable[[Path], Any]


def edition(book: Any, lang: str, year: int = 2022) -> Path:
    return Path(book.site) / lang / str(year)


def html_pages(site: Path) -> list[Path]:
    return sorted(site.rglob("*.html"))


def golden_figures() -> list[dict[str, str]]:
    path = ROOT / "tests" / "golden" / "figures.csv"
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def occurrences(figure: str, text: str) -> int:
    """How often a figure stands in a text by itself, not as a part of a longer number."""
    alone = rf"(?<![\d.,])(?<!\w){re.escape(figure)}(?![\d])(?![.,/]\d)"
    return len(re.findall(alone, text, re.IGNORECASE))


# -- what is there -------------------------------------------------------------------------------


@pytest.mark.parametrize(("lang", "year"), EDITIONS)
@pytest.mark.parametrize("page", PAGES)
def test_every_page_is_there_in_both_languages(book: Any, page: str, lang: str, year: int) -> None:
    assert (edition(book, lang, year) / f"{page}.html").is_file()


def test_the_books_pages_are_those_of_its_table_of_contents(book: Any) -> None:
    named = re.findall(r"notebooks/(\w+)", (book.root / "_toc.yml").read_text(encoding="utf-8"))
    assert sorted(set(named) - {""}) == sorted(PAGES)


def test_the_door_leads_to_the_newest_year_and_is_a_choice_without_scripts(
    book: Any, page_at: PageAt
) -> None:
    door = page_at(book.site / "index.html")
    links = [value for tag, _, value in door.attributes("href") if tag == "a"]
    assert "vi/2022/overview.html" in links
    assert "en/2022/overview.html" in links


def test_there_is_a_page_for_an_address_that_does_not_exist(book: Any, page_at: PageAt) -> None:
    missing = page_at(book.site / "404.html")
    assert "Không có trang này" in missing.text
    assert "There is no such page" in missing.text


# -- figures -------------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("pillar", PILLARS)
def test_every_figure_of_the_source_can_be_read_on_its_pillars_page(
    book: Any, page_at: PageAt, pillar: str, lang: str
) -> None:
    text = page_at(edition(book, lang) / f"{pillar}.html").text
    wanted = Counter(row[lang] for row in golden_figures() if row["pillar"] == pillar)
    short = {f: (n, occurrences(f, text)) for f, n in wanted.items() if occurrences(f, text) < n}
    assert wanted
    assert short == {}, "figure: (times in the source, times on the page)"


def test_the_golden_figures_hold_every_numeric_token_of_the_source(book: Any) -> None:
    source = (book.root / "data" / "2022" / "source.vi.txt").read_text(encoding="utf-8")
    tokens = Counter(re.findall(r"\d+(?:[.,/]\d+)*", source))
    golden = Counter(
        token
        for row in golden_figures()
        for token in re.findall(r"\d+(?:[.,/]\d+)*", row["source"])
    )
    left = {t: n - golden[t] for t, n in tokens.items() if n > golden[t]}
    # Years that say when, and a month's year, are no figures of a chapter.
    assert {t: n for t, n in left.items() if t not in {"2021", "2022"}} == {}


def test_a_figure_leads_to_the_sentence_that_states_it(book: Any, page_at: PageAt) -> None:
    folder = edition(book, "vi")
    anchors = page_at(folder / "source.html").ids
    text = (book.root / "data" / "2022" / "source.vi.txt").read_text(encoding="utf-8")
    traced = 0
    for pillar in PILLARS:
        # A sentence is said by the first figure that leads to it; those after it say the same.
        said: dict[str, str] = {}
        for element in page_at(folder / f"{pillar}.html").main.iter("a"):
            href = element.get("href", "")
            place = re.fullmatch(r"source\.html#(q-(\d+)-(\d+))", href)
            if place and "dx-figure" in element.get("class", "").split():
                start, end = int(place[2]), int(place[3])
                title = said.setdefault(href, element.get("title", ""))
                assert place[1] in anchors
                assert f"«{text[start:end]}»" in title
                traced += 1
    assert traced > 80


# -- the same, and what changes ------------------------------------------------------------------


def test_the_same_input_gives_the_same_bytes_elsewhere_and_again(
    book: Any, sources: Any, tree_of: Callable[[Path], dict[str, str]], tmp_path: Path
) -> None:
    elsewhere = sources.copy(tmp_path / "another folder")
    other = {"TZ": "Asia/Ho_Chi_Minh", "PYTHONHASHSEED": "7", "LC_ALL": "C.UTF-8"}
    ended = elsewhere.dxbook("build", "--jobs", "1", environment=other)
    assert ended.returncode == 0, ended.stderr
    assert tree_of(elsewhere.site) == tree_of(book.site)
    again = elsewhere.build()
    assert re.search(r"Nothing changed|\(0 run,", again.stderr), again.stderr
    assert tree_of(elsewhere.site) == tree_of(book.site)


@pytest.fixture(scope="session")
def changed(book: Any, tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The built book with one value changed, built again."""
    copy = book.copy(tmp_path_factory.mktemp("changed") / "book")
    path = copy.root / "data" / "2022" / "observations.csv"
    text = path.read_text(encoding="utf-8")
    old = "smartphone_share,population,level,80.07,"
    assert text.count(old) == 1
    path.write_text(text.replace(old, old.replace("80.07", "81.23")), encoding="utf-8", newline="")
    copy.build()
    return copy


@pytest.mark.parametrize(
    ("lang", "old", "new", "old_gap", "new_gap"),
    [("vi", "80,07", "81,23", "4,93", "3,77"), ("en", "80.07", "81.23", "4.93", "3.77")],
)
def test_one_changed_value_shows_in_every_text_chart_and_table(
    book: Any,
    changed: Any,
    page_at: PageAt,
    lang: str,
    old: str,
    new: str,
    old_gap: str,
    new_gap: str,
) -> None:
    # The source and the audit of what it says go on showing the source's own number.
    pages = [page for page in PAGES if page not in ("source", "audit")]
    places = 0
    for name in pages:
        before = page_at(edition(book, lang) / f"{name}.html")
        after = page_at(edition(changed, lang) / f"{name}.html")
        for was, became in [(old, new), (old_gap, new_gap)]:
            for kind in ("text", "chart_text", "tables"):
                shown = occurrences(was, getattr(before, kind))
                places += shown
                assert occurrences(was, getattr(after, kind)) == 0, (name, kind, was)
                assert occurrences(became, getattr(after, kind)) >= shown, (name, kind, became)
    assert places > 10
    infrastructure = page_at(edition(changed, lang) / "infrastructure.html")
    for kind in ("text", "chart_text", "tables"):
        assert occurrences(f"{new}%", getattr(infrastructure, kind)) > 0, kind
    table = edition(changed, lang) / "data" / "2022" / "observations.csv"
    assert "smartphone_share,population,level,81.23," in table.read_text(encoding="utf-8")


def test_one_changed_value_changes_no_page_that_does_not_show_it(book: Any, changed: Any) -> None:
    for lang, year in EDITIONS:
        for page in ("institutions", "workforce", "security", "government", "economy", "glossary"):
            name = f"{lang}/{year}/{page}.html"
            assert without_digest(book.site / name) == without_digest(changed.site / name), name


def without_digest(path: Path) -> str:
    """A page without the digest of the whole data that it is to be cited with."""
    return re.sub("<!--dx-data-->[0-9a-f]+", "", path.read_text(encoding="utf-8"))


def test_one_edition_can_be_built_again_and_the_other_stays(
    book: Any, tree_of: Callable[[Path], dict[str, str]], tmp_path: Path
) -> None:
    copy = book.copy(tmp_path / "book")
    copy.build("--year", "2022", "--lang", "en")
    assert tree_of(copy.site) == tree_of(book.site)


# -- links, and what is loaded -------------------------------------------------------------------


def test_every_internal_link_and_anchor_leads_somewhere(book: Any, page_at: PageAt) -> None:
    broken = []
    for path in html_pages(book.site):
        for tag, _, value in page_at(path).attributes("href", "src"):
            parts = urlsplit(value)
            if parts.scheme or parts.netloc:
                continue
            target = path if not parts.path else (path.parent / unquote(parts.path)).resolve()
            if not target.is_file():
                broken.append(f"{path.relative_to(book.site)}: <{tag}> {value}: no such file")
            elif target.suffix == ".html" and not leads(page_at(target), parts.fragment):
                broken.append(f"{path.relative_to(book.site)}: {value}: no such anchor")
    assert broken == []


def leads(page: Any, fragment: str) -> bool:
    """Whether a page has the place that an address names in it."""
    return not fragment or unquote(fragment) in page.ids


def test_links_are_relative_so_that_the_book_opens_from_a_disk(book: Any, page_at: PageAt) -> None:
    absolute = [
        f"{path.relative_to(book.site)}: <{tag} {name}={value!r}>"
        for path in html_pages(book.site)
        for tag, name, value in page_at(path).attributes("href", "src", "action", "srcset")
        if value.startswith("/") or urlsplit(value).scheme == "file"
    ]
    assert absolute == []


def test_nothing_is_loaded_from_outside(book: Any, page_at: PageAt) -> None:
    loaded = [
        f"{path.relative_to(book.site)}: <{tag} {name}={value!r}>"
        for path in html_pages(book.site)
        for tag, name, value in page_at(path).attributes(
            "src", "srcset", "href", "data", "poster", "{http://www.w3.org/1999/xlink}href"
        )
        if tag != "a" and not is_only_named(path, page_at, tag, value) and "//" in value
    ]
    for path in sorted(book.site.rglob("*.css")):
        text = path.read_text(encoding="utf-8")
        loaded += re.findall(r"@import[^;]*|url\([\"']?(?:https?:)?//[^)]*", text)
    assert loaded == []


def is_only_named(path: Path, page_at: PageAt, tag: str, value: str) -> bool:
    """Whether a <link> only says where else the page is (canonical, other languages)."""
    return tag == "link" and any(
        element.get("href") == value and element.get("rel") in ("canonical", "alternate")
        for element in page_at(path).tree.iter("link")
    )


def test_pages_lead_out_only_to_sources(book: Any, page_at: PageAt) -> None:
    named = set(LICENCES)
    for table in sorted((book.root / "data").rglob("*.csv")):
        with table.open(encoding="utf-8", newline="") as lines:
            for row in csv.reader(lines):
                named |= {cell for cell in row if cell.startswith("http")}
    outward = {
        (value, path.name)
        for path in html_pages(book.site)
        for tag, _, value in page_at(path).attributes("href")
        if tag == "a" and urlsplit(value).scheme not in ("", "mailto", "data")
    }
    assert {(v, p) for v, p in outward if v not in named} == set()


# -- what is published ---------------------------------------------------------------------------


def test_html_is_well_formed(book: Any, page_at: PageAt) -> None:
    errors = [
        f"{path.relative_to(book.site)}, {error}"
        for path in html_pages(book.site)
        for error in page_at(path).errors
    ]
    assert errors == []


def test_no_id_stands_twice_on_a_page(book: Any, page_at: PageAt) -> None:
    for path in html_pages(book.site):
        ids = [e.get("id") for e in page_at(path).tree.iter() if e.get("id")]
        assert [i for i, n in Counter(ids).items() if n > 1] == [], path.relative_to(book.site)


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_a_page_says_its_language_and_has_one_first_heading(
    book: Any, page_at: PageAt, lang: str
) -> None:
    for name in PAGES:
        page = page_at(edition(book, lang) / f"{name}.html")
        assert page.tree.get("lang") == lang
        assert len(list(page.tree.iter("h1"))) == 1, name


def test_english_pages_have_one_apostrophe_and_one_kind_of_quotation_marks(
    book: Any, page_at: PageAt
) -> None:
    for path in sorted(edition(book, "en").glob("*.html")):
        for text in english(page_at(path).tree):
            assert not re.search(r"[A-Za-z]['\"]|['\"][A-Za-z]", text), (path.name, text)


def english(element: Any) -> Iterator[str]:
    """The text of an element that is not code, nor marked as Vietnamese, and its labels."""
    if element.tag in ("script", "style", "code") or element.get("lang") == "vi":
        return
    yield from (element.get(name, "") for name in ("aria-label", "placeholder"))
    yield element.text or ""
    for child in element:
        yield from english(child)
        yield child.tail or ""


def test_every_chart_has_a_text_alternative_and_a_table_or_a_download(
    book: Any, page_at: PageAt
) -> None:
    charts = 0
    for path in html_pages(book.site):
        for figure in page_at(path).main.iter("figure") if path.parent != book.site else ():
            pictures = [e for e in figure.iter() if e.get("role") == "img"]
            said = [e for e in figure.iter() if e.get("class") == "dx-alternative"]
            assert said, (path.name, figure.get("id"))
            assert all(len(e.get("aria-label", "")) > 20 for e in pictures), figure.get("id")
            charts += 1
    assert charts >= 2 * len(PILLARS)


def published_texts(site: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(site.rglob("*")):
        if path.suffix in {".html", ".css", ".js", ".json", ".csv", ".txt", ".svg", ".xml"}:
            yield path.relative_to(site).as_posix(), path.read_text(encoding="utf-8")


def test_nothing_published_says_when_or_where_it_was_built(book: Any) -> None:
    places = [str(book.root), str(book.root.parent), str(ROOT), str(Path.home()), sys.prefix]
    for name, text in published_texts(book.site):
        assert [place for place in places if f"{place}/" in text] == [], name
        assert "ipykernel_" not in text, name
        if name != "assets/vega.js":  # which reckons with dates, and is the same every time
            assert TIMESTAMP.findall(text) == [], name


def test_downloads_hold_no_cell_that_a_spreadsheet_would_run(book: Any) -> None:
    tables = sorted(book.site.rglob("*.csv"))
    assert tables
    for path in tables:
        with path.open(encoding="utf-8", newline="") as lines:
            for number, row in enumerate(csv.reader(lines), start=1):
                for cell in row:
                    runs = cell[:1] in ("=", "+", "-", "@", "\t", "\r")
                    plain = re.fullmatch(r"[+-]?[0-9]+([.,][0-9]+)*%?", cell)
                    assert not runs or plain, f"{path.name}, row {number}: {cell!r}"


def test_a_cell_that_a_spreadsheet_would_run_is_neutralised(
    small_book: Any, tmp_path: Path
) -> None:
    copy = small_book.copy(tmp_path / "book")
    path = copy.root / "data" / "2022" / "observations.csv"
    text = path.read_text(encoding="utf-8")
    line = next(x for x in text.splitlines() if x.startswith("staff_computers,communes,level,82,"))
    path.write_text(text.replace(line, line + "=1+1"), encoding="utf-8", newline="")
    copy.build("--lang", "vi")
    published = edition(copy, "vi") / "data" / "2022" / "observations.csv"
    assert f"{line}'=1+1," in published.read_text(encoding="utf-8")


def test_the_data_package_describes_every_table_that_is_published(book: Any) -> None:
    for lang, year in EDITIONS:
        folder = edition(book, lang, year) / "data"
        package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
        described = {resource["path"] for resource in package["resources"]}
        assert all((folder / path).is_file() for path in described)
        assert {p.relative_to(folder).as_posix() for p in folder.rglob("*.csv")} >= described


# -- without dxbook's own command ----------------------------------------------------------------


def test_papermill_runs_a_notebook_by_itself(sources: Any, tmp_path: Path) -> None:
    executed = tmp_path / "out.ipynb"
    ended = subprocess.run(
        [sys.executable, "-m", "papermill", "notebooks/society.ipynb", str(executed),
         "-p", "year", "2022", "-p", "lang", "en"],
        cwd=sources.root, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert ended.returncode == 0, ended.stderr
    outputs = json.dumps(json.loads(executed.read_text(encoding="utf-8"))["cells"])
    assert "1,185,801" in outputs
    assert "over 66.40%" in outputs


def test_plain_jupyter_book_builds_the_vietnamese_book(
    sources: Any, page_at: PageAt, tmp_path: Path
) -> None:
    copy = sources.copy(tmp_path / "book")
    command = [Path(sys.executable).with_name("jupyter-book"), "build", "."]
    ended = subprocess.run(command, cwd=copy.root, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stdout[-2000:] + ended.stderr[-4000:]
    html = copy.root / "_build" / "html"
    for name in PAGES:
        page = page_at(html / "notebooks" / f"{name}.html")
        assert page.tree.get("lang") == "vi", name
    society = page_at(html / "notebooks" / "society.html").text
    assert occurrences("1.185.801", society) > 0
    assert "Digital society" not in society
