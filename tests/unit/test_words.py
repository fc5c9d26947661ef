"""The language of messages is chosen by the environment, as people expect."""

from __future__ import annotations

import pytest

from dxbook.words import said, spoken


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
