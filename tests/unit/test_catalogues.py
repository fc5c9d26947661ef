"""What a user may be told is in the catalogues, in every language: the code is searched for it."""

from __future__ import annotations

import ast
import gettext
import importlib.util
import re
import string
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from dxbook.words import CATALOGUES, DOMAIN, IN_CODE, LANGS

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "src" / "dxbook"
MODULES = sorted(PACKAGE.rglob("*.py"))
FILES = sorted(CATALOGUES.glob(f"*/LC_MESSAGES/{DOMAIN}.po"))
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
#: What takes a message of the catalogues.
SAYING = {
    *("said", "said_count", "written", "written_in", "written_count", "sentence", "Text"),
    *("usage_error", "announce"),
}
COMMAND = re.compile(r"dxbook [a-z-]+")
SENTENCE = re.compile(r"[^\W\d_]{2,}[,;:]? [^\W\d_]{2,}")


def name_of(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def tells(call: ast.Call, path: Path) -> bool:
    """Whether a call's text is for the user."""
    name = name_of(call)
    if name == "say":
        return path.parent.name == "cli"
    return bool(TOLD.fullmatch(name)) and name not in BUGS


def texts_in(node: ast.AST) -> Iterator[tuple[int, str]]:
    """Sentences in an expression, except what the catalogues have."""
    if isinstance(node, ast.Call) and name_of(node) in SAYING:
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


def test_the_search_finds_a_message_in_one_language() -> None:
    module = PACKAGE / "cli" / "made_up.py"
    source = """
def command(report):
    message = f"there is no {report}"
    say("All is done.")
    say(said("All is done."))
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


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    """The tool that gathers messages, `tools/words.py`."""
    spec = importlib.util.spec_from_file_location("gathering", ROOT / "tools" / "words.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def catalogue(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, locale=path.parents[1].name, domain=DOMAIN)


def messages(catalog: Catalog) -> dict[tuple[object, str | None], Message]:
    return {(m.id, m.context): m for m in catalog if m.id}


def forms(value: str | tuple[str, ...]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)


def test_every_language_but_that_of_the_code_has_a_catalogue() -> None:
    assert {path.parents[1].name for path in FILES} == set(LANGS) - {IN_CODE}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.parents[1].name)
def test_a_catalogue_has_every_message_of_the_code_and_no_other(
    path: Path, tool: ModuleType
) -> None:
    assert set(messages(catalogue(path))) == set(messages(tool.gathered()))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.parents[1].name)
def test_nothing_is_untranslated_and_no_placeholder_is_lost(path: Path) -> None:
    def placeholders(text: str) -> set[str]:
        return {name for _, name, *_ in string.Formatter().parse(text) if name}

    for message in messages(catalogue(path)).values():
        wanted = {p for form in forms(message.id) for p in placeholders(form)}
        for said in forms(message.string):
            assert said, message.id
            if wanted:
                assert placeholders(said) == wanted, message.id


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.parents[1].name)
def test_what_is_compiled_is_what_the_catalogue_says(path: Path) -> None:
    with path.with_suffix(".mo").open("rb") as file:
        compiled = gettext.GNUTranslations(file)
    for message in messages(catalogue(path)).values():
        first = forms(message.id)[0]
        if message.context:
            got = compiled.pgettext(message.context, first)
        elif message.pluralizable:
            got = compiled.ngettext(*forms(message.id), 2)
        else:
            got = compiled.gettext(first)
        assert got == forms(message.string)[-1], message.id


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.parents[1].name)
def test_a_catalogue_is_composed_and_the_code_is_in_english(path: Path) -> None:
    own = re.compile(r"[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]", re.IGNORECASE)
    for message in messages(catalogue(path)).values():
        for said in forms(message.string):
            assert said == unicodedata.normalize("NFC", said), message.id
        # Names of sheets and columns are the workbook's own, as are examples, in Vietnamese.
        words = " ".join(forms(message.id))
        plain = re.sub(r"[“«][^”»]*[”»]|Example: .*", "", words, flags=re.DOTALL)
        assert not own.search(plain), message.id


def test_a_message_is_a_literal_for_only_that_can_be_gathered() -> None:
    unknown = []
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Name)
                and node.func.id in SAYING - {"Text"}
                and not isinstance(node.args[0], ast.Constant | ast.Name)
            ):
                unknown.append(f"{path.relative_to(PACKAGE)}:{node.lineno}")
    assert unknown == []


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
            if isinstance(call, ast.Call) and name_of(call) in ("said", "said_count", "spoken")
        )
        early += list(calls)
    assert early == []


def test_vietnamese_in_the_code_is_composed() -> None:
    for path in MODULES:
        text = path.read_text(encoding="utf-8")
        assert text == unicodedata.normalize("NFC", text), path


def test_every_command_has_an_example_that_is_the_same_in_every_language() -> None:
    helps = [
        m for m in messages(catalogue(FILES[0])).values() if "\n\nExample: dxbook " in str(m.id)
    ]
    commands = {
        p.stem.rstrip("_")
        for p in (PACKAGE / "cli").glob("*.py")
        if p.name != "app.py" and "@command(" in p.read_text("utf-8")
    }
    assert len(helps) == len(commands)
    for message in helps:
        examples = [
            re.sub(r"\s+", " ", str(text).partition(": dxbook ")[2]).strip()
            for text in (message.id, message.string)
        ]
        assert examples[0] == examples[1]
