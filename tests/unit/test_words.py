"""The language of messages is chosen by the environment, as people expect."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from dxbook import words
from dxbook.words import Text, said, spoken, written, written_count, written_in


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "vi"),
        ({"LANG": "C"}, "vi"),
        ({"LC_ALL": "POSIX"}, "vi"),
        ({"LANG": "C.UTF-8"}, "vi"),
        ({"LANG": "fr_FR.UTF-8"}, "vi"),
        ({"LANG": "vi_VN.UTF-8"}, "vi"),
        ({"LANG": "en_US.UTF-8"}, "en"),
        ({"LANG": "en"}, "en"),
    ],
)
def test_the_locale_decides_when_it_is_one_of_the_two_and_else_the_books_own_language(
    environment: dict[str, str], language: str
) -> None:
    assert spoken(environment, "") == language


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"LC_ALL": "en_GB.UTF-8", "LC_MESSAGES": "vi_VN", "LANG": "vi_VN"}, "en"),
        ({"LC_MESSAGES": "en_GB.UTF-8", "LANG": "vi_VN"}, "en"),
        ({"LC_ALL": "", "LANG": "en_GB"}, "en"),
        ({"LC_ALL": "C", "LANG": "en_GB"}, "vi"),
    ],
)
def test_of_the_locales_variables_the_first_that_is_set_decides(
    environment: dict[str, str], language: str
) -> None:
    assert spoken(environment, "") == language


@pytest.mark.parametrize(("named", "language"), [("vi", "vi"), ("en", "en"), ("EN ", "en")])
def test_dxbook_lang_decides_before_every_locale(named: str, language: str) -> None:
    for locale in ("vi_VN.UTF-8", "en_US.UTF-8", "C"):
        assert spoken({"DXBOOK_LANG": named, "LC_ALL": locale}, "") == language


@pytest.mark.parametrize("named", ["", "fr", "english"])
def test_a_dxbook_lang_that_is_no_language_of_the_book_is_passed_over(named: str) -> None:
    assert spoken({"DXBOOK_LANG": named, "LANG": "en_US.UTF-8"}, "") == "en"
    assert spoken({"DXBOOK_LANG": named}, "") == "vi"


def test_where_no_variable_names_a_locale_the_systems_decides() -> None:
    assert spoken({}, "en_US") == "en"
    assert spoken({}, "vi_VN") == "vi"
    assert spoken({}, "ja_JP") == "vi"
    assert spoken({"LANG": "vi_VN.UTF-8"}, "en_US") == "vi"


def test_a_message_is_said_in_the_language_of_this_process(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("DXBOOK_LANG", "vi")
    assert said("Nothing changed") == "Không có gì thay đổi"
    monkeypatch.setenv("DXBOOK_LANG", "en")
    assert said("Nothing changed") == "Nothing changed"


def test_a_text_has_no_words_in_a_language_that_nobody_wrote() -> None:
    with pytest.raises(KeyError):
        Text(vi="xã", en="commune")["fr"]


def test_a_message_gives_each_language_its_own_words_for_what_it_tells_of() -> None:
    name = Text(vi="Hồ sơ", en="Dossiers")
    of_each = written("“{name}” ({short})", name=name, short=lambda lang: f"in {lang}")
    assert of_each == Text(vi="«Hồ sơ» (in vi)", en="“Dossiers” (in en)")


def test_a_count_of_one_is_said_as_each_language_says_it() -> None:
    one, two = (written_count("{count} value", "{count} values", n) for n in (1, 2))
    assert one == Text(vi="1 giá trị", en="1 value")
    assert two == Text(vi="2 giá trị", en="2 values")


def test_a_message_may_be_said_differently_in_another_context() -> None:
    assert written("not stated")["vi"] == "báo cáo không nêu"
    assert written_in("in a legend", "not stated")["vi"] == "không nêu"


def test_what_a_message_tells_of_is_not_taken_for_a_message() -> None:
    assert said("Written: {file}", file="{count}") == "Written: {count}"


def test_a_language_that_is_written_in_a_file_is_a_language_of_the_book(tmp_path: Path) -> None:
    package = tmp_path / "dxbook"
    shutil.copytree(words.CATALOGUES, package / "locale")
    shutil.copyfile(words.__file__, package / "words.py")
    shutil.copytree(package / "locale" / "vi", package / "locale" / "fr")
    code = "from words import LANGS, written; print(*LANGS, written('Value')['fr'], sep=',')"
    environment = {**os.environ, "PYTHONPATH": str(package), "PYTHONUTF8": "1"}
    ended = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True,
        encoding="utf-8",
    )  # fmt: skip
    assert ended.stdout.strip() == "vi,en,fr,Giá trị"
