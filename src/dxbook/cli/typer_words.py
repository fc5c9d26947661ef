"""Typer's own words in Vietnamese: headings of help, and what is wrong with a call.

Typer has no translations, so its finished text is translated. A sentence that is not known here
stays English; a test calls every command wrongly and finds such sentences.
"""

from __future__ import annotations

import re
from typing import Any

from typer.core import TyperCommand, TyperGroup

from ..words import spoken

#: What is found, and what is said instead; the first that fits a place wins.
_WORDS = [
    (r"^Usage:", "Cách dùng:"),
    (r"^Options:$", "Tùy chọn:"),
    (r"^Arguments:$", "Đối số:"),
    (r"^Commands:$", "Các lệnh:"),
    (r"\[OPTIONS\]", "[TÙY CHỌN]"),
    (r"COMMAND \[ARGS\]\.\.\.", "LỆNH [ĐỐI SỐ]..."),
    (r"Show\s+this\s+message\s+and\s+exit\.", "Hiện hướng dẫn này rồi thoát."),
    (r"\[required\]", "[bắt buộc]"),
    (r"\[default:(\s)", r"[mặc định:\1"),
    (r"^Try '(.*)' for help\.$", r"Gõ «\1» để xem hướng dẫn."),
    (r"^Error: ", "Lỗi: "),
    (r"No such command (.*?)\.", r"Không có lệnh \1."),
    (r"Did you mean (.+)\?$", r"Có phải là \1?"),
    (r"No such option: (\S+)", r"Không có tùy chọn \1."),
    (r"\(Possible options: (.*)\)", r"Gần giống: \1."),
    (r"Option (.*) requires an argument\.", r"Tùy chọn \1 cần một giá trị đi kèm."),
    (r"Option (.*) requires (\d+) arguments\.", r"Tùy chọn \1 cần \2 giá trị đi kèm."),
    (r"Option (.*) does not take a value\.", r"Tùy chọn \1 không có giá trị đi kèm."),
    (r"Got unexpected extra arguments?(\(s\))? \((.*)\)", r"Không hiểu phần thừa: \2."),
    (r"Missing argument (.*)\.$", r"Thiếu đối số \1."),
    (r"Missing option (.*)\.$", r"Thiếu tùy chọn \1."),
    (r"Missing command\.", "Thiếu tên lệnh."),
    (r"Invalid value for (.*?): ", r"Giá trị của \1 không dùng được: "),
    (r"Input should be a valid integer.*$", "phải là số nguyên."),
    (r"Input should be greater than or equal to (\S+)", r"không được nhỏ hơn \1."),
    (r"Input should be less than or equal to (\S+)", r"không được lớn hơn \1."),
    (r"(Value error, )?('[^']*') is not one of (.*)\.$", r"\2 không phải là một trong: \3."),
]
#: The kinds of values, which must not become wider: the columns of the help are laid out already.
_KINDS = {
    "<int>": "<số>",
    "<int range>": "<số>",
    "<str>": "<chữ>",
    "<list[str]>": "<chữ>",
    "<path>": "<nơi>",
}
_QUOTED = re.compile("'([^'\n]*)'")


def in_vietnamese(text: str) -> str:
    """Typer's text with its words in Vietnamese.

    >>> in_vietnamese("Error: Missing argument 'year'.")
    'Lỗi: Thiếu đối số «year».'
    """
    for pattern, words in _WORDS:
        text = re.sub(pattern, words, text, flags=re.MULTILINE)
    for kind, words in _KINDS.items():
        text = text.replace(kind, words.ljust(len(kind)))
    return re.sub(r"^Lỗi: .*", lambda line: _QUOTED.sub(r"«\1»", line[0]), text, flags=re.MULTILINE)


def as_spoken(text: str) -> str:
    """Typer's text in the language that is spoken."""
    return in_vietnamese(text) if spoken() == "vi" else text


class SpokenCommand(TyperCommand):
    """A command whose help is in the language that is spoken."""

    def get_help(self, ctx: Any) -> str:
        """The help, laid out for the terminal."""
        return as_spoken(super().get_help(ctx))


class SpokenGroup(TyperGroup):
    """The commands together; their help is in the language that is spoken."""

    def get_help(self, ctx: Any) -> str:
        """The help, laid out for the terminal."""
        return as_spoken(super().get_help(ctx))
