"""What a build may rely on when it has pages run."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from dxbook.data.asked import read_asked
from dxbook.errors import PageError, PageFailed, PagesFailed

from .conftest import Book, outputs_of, printed_by


def test_a_page_is_run_with_its_parameters_and_kept_by_edition(book: Book) -> None:
    [vi, en] = book.run(book.job("draws_a_chart"), book.job("draws_a_chart", lang="en"))
    assert vi.executed == book.out / "2022-vi" / "draws_a_chart.ipynb"
    assert en.executed == book.out / "2022-en" / "draws_a_chart.ipynb"
    assert printed_by(vi) == "2022 vi\n"
    assert printed_by(en) == "2022 en\n"


def test_results_come_in_the_order_of_the_jobs(book: Book) -> None:
    pages = ["draws_lots", "prints_and_warns", "leaves_threads_behind"]
    assert [result.job.page for result in book.run(*pages)] == pages


def test_progress_is_told_of_each_page(book: Book) -> None:
    told: list[str] = []
    book.run("draws_lots")
    book.run("draws_lots", "leaves_threads_behind", progress=lambda r: told.append(r.job.page))
    assert told == ["draws_lots", "leaves_threads_behind"]


def test_what_a_page_asked_is_kept_beside_it(book: Book) -> None:
    [result] = book.run(book.job("asks_for_the_glossary", DIGEST="as it was"))
    assert read_asked(result.asked) == [(("terms", ()), "as it was")]


def test_a_page_that_asked_nothing_has_an_empty_list(book: Book) -> None:
    [result] = book.run("draws_lots")
    assert read_asked(result.asked) == []


def test_the_same_input_gives_the_same_bytes_with_every_kernel(whole_book: Book) -> None:
    pages = ["draws_a_chart", "prints_and_warns"]
    runs = [
        whole_book.run(*pages, out=whole_book.root / name, kernel=kernel, workers=workers)
        for name, kernel, workers in [("a", "warm", 1), ("b", "warm", 4), ("c", "ordinary", 2)]
    ]
    for a, b, c in zip(*runs, strict=True):
        assert a.executed.read_bytes() == b.executed.read_bytes() == c.executed.read_bytes()


def test_an_executed_notebook_does_not_say_where_or_when_it_was_run(book: Book) -> None:
    [result] = book.run("prints_and_warns")
    text = result.executed.read_text()
    assert str(book.root) not in text
    assert "ipykernel_" not in text
    assert "start_time" not in text


def test_printed_lines_stay_in_order_around_what_is_shown(book: Book) -> None:
    [result] = book.run("prints_and_warns")
    kinds = [(o["output_type"], o.get("name")) for o in outputs_of(result)]
    printed_then_told = [("stream", "stdout"), ("stream", "stderr")]
    around = [("stream", "stdout"), ("display_data", None), ("stream", "stdout")]
    assert kinds == [*printed_then_told, *around, ("execute_result", None)]


def test_pages_can_be_run_by_any_executor(book: Book) -> None:
    with ThreadPoolExecutor(2) as executor:
        results = book.run("draws_a_chart", "draws_lots", executor=executor)
    assert printed_by(results[0]) == "2022 vi\n"


@pytest.mark.parametrize(
    ("page", "says"),
    [
        ("is_not_there", "there is no such notebook"),
        ("is_not_json", "is not a notebook"),
        ("has_no_parameters_cell", "has no cell tagged `parameters`"),
        ("knows_no_language", "does not know the parameter 'lang'"),
        ("has_parameters_that_do_not_parse", "line 1 of its parameters cell does not parse"),
    ],
)
def test_a_notebook_that_cannot_be_run_stops_all_before_any_is_run(
    book: Book, page: str, says: str
) -> None:
    with pytest.raises(PageError, match=says) as caught:
        book.run("draws_lots", page)
    assert f"notebooks/{page}.ipynb" in str(caught.value)
    assert caught.value.exit_code == 2
    assert not book.out.exists()


def test_all_notebooks_that_cannot_be_run_are_named_at_once(book: Book) -> None:
    with pytest.raises(PageError) as caught:
        book.run("is_not_json", "has_no_parameters_cell")
    assert len(str(caught.value).splitlines()) == 2


def test_a_page_that_raises_is_named_with_cell_and_cause_and_kept(book: Book) -> None:
    with pytest.raises(PageFailed) as caught:
        book.run("raises")
    failure = caught.value
    assert (failure.page, failure.cell) == ("raises (2022, vi)", 4)
    assert failure.cause == "ValueError: this page is wrong"
    assert failure.exit_code == 1
    assert failure.kept == book.root / "_build" / "failed" / "2022-vi" / "raises.ipynb"
    assert "this page is wrong" in failure.kept.read_text()


def test_the_other_pages_run_although_some_fail(book: Book) -> None:
    with pytest.raises(PagesFailed) as caught:
        book.run("raises", "draws_lots", "kills_itself")
    failed = [failure.page for failure in caught.value.failures]
    assert failed == ["kills_itself (2022, vi)", "raises (2022, vi)"]
    [result] = book.run("draws_lots")
    assert result.reused


def test_a_page_that_failed_runs_again_and_its_kept_notebook_goes_when_it_succeeds(
    book: Book,
) -> None:
    job = book.job("raises")
    with pytest.raises(PageFailed) as caught:
        book.run(job)
    source = (book.root / job.notebook).read_text()
    (book.root / job.notebook).write_text(source.replace("raise ValueError", "str"))
    book.run(job)
    assert caught.value.kept
    assert not caught.value.kept.exists()


def test_an_unknown_value_is_the_users_to_mend_and_said_plainly(book: Book) -> None:
    with pytest.raises(PageFailed) as caught:
        book.run("names_an_unknown_value")
    assert caught.value.cause.startswith("There is no indicator 'online_shar'. Did you mean")
    assert caught.value.exit_code == 2


def test_a_page_that_ends_itself_early_has_failed(book: Book) -> None:
    with pytest.raises(PageFailed, match="ended itself before its last cell"):
        book.run("ends_itself")


def test_a_run_in_which_nothing_changed_imports_no_heavy_library(book: Book) -> None:
    book.run("draws_lots")
    program = (
        "import sys\n"
        "from pathlib import Path\n"
        "from dxbook.run import manifest\n"
        "from dxbook.run.jobs import PageJob\n"
        "from dxbook.run.local import local_pages\n"
        "from dxbook.run.pages import run_pages\n"
        "manifest.code_digest = lambda: 'as it is'\n"
        "class NothingChanged:\n"
        "    def answers_change(self, asked): return None\n"
        "job = PageJob('draws_lots', Path('notebooks/draws_lots.ipynb'), "
        "{'year': 2022, 'lang': 'vi'})\n"
        "root = Path(sys.argv[1])\n"
        "with local_pages(1, root, 'ordinary') as pages:\n"
        "    [result] = run_pages([job], root=root, executor=pages, out=Path(sys.argv[2]),\n"
        "                         report_for=lambda year: NothingChanged())\n"
        "heavy = {'papermill', 'nbformat', 'jupyter_client', 'pandas', 'altair', 'frictionless'}\n"
        "print(result.reused, sorted(heavy & set(sys.modules)))\n"
    )
    command = [sys.executable, "-c", program, str(book.root), str(book.out)]
    run = subprocess.run(command, capture_output=True, text=True, check=True)
    assert run.stdout == "True []\n"


def test_a_script_without_a_main_guard_can_run_pages(book: Book, tmp_path: Path) -> None:
    book.job("draws_lots")
    script = tmp_path / "script.py"
    script.write_text(
        "from pathlib import Path\n"
        "from dxbook.run.jobs import PageJob\n"
        "from dxbook.run.local import local_pages\n"
        "from dxbook.run.pages import run_pages\n"
        "print('once')\n"
        "job = PageJob('draws_lots', Path('notebooks/draws_lots.ipynb'), "
        "{'year': 2022, 'lang': 'vi'})\n"
        f"root = Path({str(book.root)!r})\n"
        "with local_pages(2, root) as pages:\n"
        "    run_pages([job], root=root, executor=pages, out=root / 'out',\n"
        "              report_for=lambda year: None)\n"
    )
    command = [sys.executable, str(script)]
    run = subprocess.run(command, capture_output=True, text=True, check=True)
    assert run.stdout == "once\n"
