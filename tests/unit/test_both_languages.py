"""What a user may be told is written in both languages: the code is searched for what is not."""

from __future__ import annotations

import ast
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "src" / "dxbook"
MODULES = sorted(PACKAGE.rglob("*.py"))
#: What is said of a workbook's cells and rows is in the words of the workbook: Vietnamese.
OF_CELLS = [
    PACKAGE / name
    for name in ("workbook/filled", "workbook/problems.py", "year/merge.py", "year/difference.py")
]
#: What turns text into words to the user: errors, problems, lines at the terminal, help.
TOLD = re.compile(
    r"\w*Error|UnknownReference|Page(s?)Failed|Unreadable|Disagreement|_NoHeader|_refused"
    r"|\w*Problem|problem|Failure|record_failure|__init__|steps|Option|Argument|prompt"
)
#: Exceptions that no user is meant to see: a bug, told with its traceback.
BUGS = {"ValueError", "RuntimeError", "TypeError", "KeyError", "LookupError", "AttributeError"}
#: What holds a text in both languages.
BOTH = {"said", "Text", "command"}
COMMAND = re.compile(r"dxbook [a-z-]+")
SENTENCE = re.compile(r"[^\W\d_]{2,}[,;:]? [^\W\d_]{2,}")


def name_of(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def tells(call: ast.Call, path: Path) -> bool:
    """Whether a call's text is for the user. `say` of the audit makes text in both languages."""
    name = name_of(call)
    if name == "say":
        return path.parent.name == "cli"
    return bool(TOLD.fullmatch(name)) and name not in BUGS


def texts_in(node: ast.AST) -> Iterator[tuple[int, str]]:
    """Sentences in an expression, except what stands in something of both languages."""
    if isinstance(node, ast.Call) and name_of(node) in BOTH:
        return
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        if SENTENCE.search(COMMAND.sub("", node.value)):
            yield node.lineno, node.value
        return
    for child in ast.iter_child_nodes(node):
        yield from texts_in(child)


def in_one_language(path: Path) -> list[str]:
    """Sentences that the module tells the user as they stand, whatever the language."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    calls = [n for n in ast.walk(tree) if isinstance(n, ast.Call) and tells(n, path)]
    values = [v for call in calls for v in (*call.args, *(k.value for k in call.keywords))]
    named = {n.id for value in values for n in ast.walk(value) if isinstance(n, ast.Name)}
    for node in ast.walk(tree):
        # A message that was given a name first.
        if isinstance(node, ast.Assign) and named & {ast.unparse(t) for t in node.targets}:
            values.append(node.value)
    found = {text for value in values for text in texts_in(value)}
    return [f"{path.relative_to(PACKAGE)}:{line}: {text!r}" for line, text in sorted(found)]


def test_the_search_finds_a_message_in_one_language(tmp_path: Path) -> None:
    (tmp_path / "cli").mkdir()
    module = PACKAGE / "cli" / "made_up.py"
    source = """
def command(report):
    message = f"there is no {report}"
    say("All is done.")
    say(said("Xong rồi.", "All is done."))
    raise UsageError(message)
"""

    class Pretended(type(module)):  # type: ignore[misc]
        def read_text(self, *args: object, **kwargs: object) -> str:
            return source

    assert in_one_language(Pretended(module)) == [
        "cli/made_up.py:3: 'there is no '",
        "cli/made_up.py:4: 'All is done.'",
    ]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_no_message_is_in_one_language_only(path: Path) -> None:
    of_cells = any(path.is_relative_to(place) for place in OF_CELLS)
    found = [] if of_cells else in_one_language(path)
    assert found == []


def messages() -> Iterator[tuple[str, ast.expr, ast.expr]]:
    for path in MODULES:
        code = path.read_text(encoding="utf-8")
        # Elsewhere the name is another function's.
        for node in ast.walk(ast.parse(code)) if "words import said" in code else ():
            if isinstance(node, ast.Call) and name_of(node) == "said":
                where = f"{path.relative_to(PACKAGE)}:{node.lineno}"
                assert len(node.args) == 2, where
                yield where, node.args[0], node.args[1]


def written(message: ast.expr) -> str:
    parts = (n.value for n in ast.walk(message) if isinstance(n, ast.Constant))
    return "".join(part for part in parts if isinstance(part, str))


def test_both_languages_of_a_message_name_the_same_things() -> None:
    differ = []
    for where, vi, en in messages():
        names = [
            {n.id for n in ast.walk(message) if isinstance(n, ast.Name)} for message in (vi, en)
        ]
        if names[0] != names[1]:
            differ.append((where, names))
    assert differ == []


def test_the_two_languages_of_a_message_differ_and_vietnamese_comes_first() -> None:
    own = re.compile(r"[àáảãạăâđèéẻẽẹêìíỉĩịòóỏõọôơùúủũụưỳýỷỹỵ]", re.IGNORECASE)
    for where, vi, en in messages():
        assert written(vi) != written(en), where
        assert not own.search(unicodedata.normalize("NFC", written(en))), where


def test_the_language_is_chosen_when_a_message_is_said_not_when_a_module_is_imported() -> None:
    early = []
    for path in MODULES:
        # The help of commands is all there is to say before a command is called.
        body = ast.parse(path.read_text(encoding="utf-8")).body if path.parent.name != "cli" else []
        calls = (
            (path.relative_to(PACKAGE), call.lineno)
            for statement in body
            if not isinstance(statement, ast.FunctionDef | ast.ClassDef)
            for call in ast.walk(statement)
            if isinstance(call, ast.Call) and name_of(call) in ("said", "spoken")
        )
        early += list(calls)
    assert early == []


def test_vietnamese_is_composed() -> None:
    for path in MODULES:
        text = path.read_text(encoding="utf-8")
        assert text == unicodedata.normalize("NFC", text), path


def test_every_command_has_its_help_in_both_languages() -> None:
    for path in sorted((PACKAGE / "cli").glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            for made in getattr(node, "decorator_list", []):
                assert not ast.unparse(made).startswith("app.command"), path.name
                if isinstance(made, ast.Call) and name_of(made) == "command":
                    vi, en = written(made.args[0]), ast.get_docstring(node) or ""
                    assert "Ví dụ: dxbook " in vi, path.name
                    examples = [
                        re.sub(r"\s+", " ", text.partition(": dxbook ")[2]).strip()
                        for text in (vi, en)
                    ]
                    assert examples[0] == examples[1], path.name
