"""The command line's help, and what it says of a wrong call, in both languages."""

from __future__ import annotations

import re
import subprocess
import unicodedata
from typing import Any

import pytest

from dxbook.cli.app import command_modules

COMMANDS = [name.rstrip("_").replace("_", "-") for name in command_modules("")]
VIETNAMESE = {"DXBOOK_LANG": "vi", "COLUMNS": "100"}
ENGLISH = {"DXBOOK_LANG": "en", "COLUMNS": "100"}
#: Words that an English sentence is hardly made without, and that are no words of Vietnamese.
OF_ENGLISH = re.compile(
    r"\b(the|of|and|is|are|or|not|with|for|from|its|this|that|usage|options|arguments|commands"
    r"|show|message|required|default|error|missing|such|option|argument|value|invalid|input"
    r"|should|must|try|help for)\b",
    re.IGNORECASE,
)
#: What is no sentence: an option, a quoted word, an example to type.
TYPED = re.compile(r"--[a-z-]+|«[^»]*»|<[^>]*>|Ví dụ: dxbook (?:.+\n)+", re.MULTILINE)
WRONG_CALLS = [
    ["bild"],
    ["something-else"],
    ["--no-such-option"],
    ["build", "--yer"],
    ["build", "--year"],
    ["build", "--year", "x"],
    ["build", "--jobs", "0"],
    ["build", "--lang", "fr"],
    ["build", "extra"],
    ["build", "--explain=3"],
    ["check", "--lang", "fr"],
    ["serve", "--port", "99999999"],
    ["new-year"],
    ["new-page", "awareness"],
    ["read-report", "report.docx"],
    ["import", "a.xlsx", "b.xlsx"],
]


@pytest.fixture(scope="module", params=[None, *COMMANDS])
def command(request: pytest.FixtureRequest) -> str | None:
    """Each command, and none."""
    named: str | None = request.param
    return named


@pytest.fixture(scope="module")
def vietnamese_help(sources: Any, command: str | None) -> subprocess.CompletedProcess[str]:
    """The command's help."""
    return help_of(sources, command, VIETNAMESE)


def help_of(
    sources: Any, command: str | None, environment: dict[str, str]
) -> subprocess.CompletedProcess[str]:
    shown: subprocess.CompletedProcess[str] = sources.dxbook(
        *([command] if command else []), "--help", environment=environment
    )
    return shown


def test_help_has_no_english_sentence_in_vietnamese(
    vietnamese_help: subprocess.CompletedProcess[str],
) -> None:
    ended = vietnamese_help
    assert ended.returncode == 0
    assert "Cách dùng: " in ended.stdout
    assert OF_ENGLISH.findall(TYPED.sub("", ended.stdout)) == []
    assert ended.stdout == unicodedata.normalize("NFC", ended.stdout)


def test_help_names_the_same_options_in_both_languages(
    sources: Any, command: str | None, vietnamese_help: subprocess.CompletedProcess[str]
) -> None:
    shown = [vietnamese_help.stdout, help_of(sources, command, ENGLISH).stdout]
    listed = [re.split(r"^(?:Options|Tùy chọn):$", text, flags=re.MULTILINE)[1] for text in shown]
    options = [re.findall(r"^  (?:-\w, )?--[a-z-]+", text, re.MULTILINE) for text in listed]
    assert options[0] == options[1] != []
    assert "Usage: " in shown[1]
    assert shown[1].isascii() or command in ("new-indicator", "new-page", "read-report")


@pytest.mark.parametrize("call", WRONG_CALLS, ids=" ".join)
def test_a_wrong_call_is_told_of_in_the_users_language(sources: Any, call: list[str]) -> None:
    vietnamese = sources.dxbook(*call, environment=VIETNAMESE)
    english = sources.dxbook(*call, environment=ENGLISH)
    assert vietnamese.returncode == english.returncode == 2
    assert "Error: " in english.stderr
    assert "Lỗi: " in vietnamese.stderr
    assert OF_ENGLISH.findall(TYPED.sub("", vietnamese.stderr)) == []
    assert "Traceback" not in vietnamese.stderr + english.stderr


def test_without_a_command_the_help_is_shown(sources: Any) -> None:
    ended = sources.dxbook(environment=VIETNAMESE)
    assert ended.returncode == 2
    assert "Các lệnh:" in ended.stderr


def test_the_locale_chooses_the_language(sources: Any) -> None:
    for locale, words in (("en_US.UTF-8", "Usage: "), ("vi_VN.UTF-8", "Cách dùng: ")):
        environment = {"DXBOOK_LANG": "", "LC_ALL": "", "LC_MESSAGES": "", "LANG": locale}
        assert words in sources.dxbook("--help", environment=environment).stdout
