"""Imports point one way (docs/architecture.md), those inside functions and strings included."""

from __future__ import annotations

import ast
import importlib
import importlib.util
import re
import tomllib
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from importlib.metadata import packages_distributions
from pathlib import Path
from sys import stdlib_module_names

import pytest

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "src" / "dxbook"
#: The rooms by floor: a room may import those of the floors before its own, and no neighbour.
FLOORS: list[set[str]] = [
    {"words"},
    {"errors", "keeping"},
    {"model"},
    {"wording"},
    {"data"},
    {"audit", "writing"},
    {"parts"},
    {"charts"},
    {"pages"},
    {"processes"},
    {"run", "site", "reading"},
    {"build", "workbook"},
    {"year"},
    {"additions"},
    {"cli"},
    {"__main__", "__init__"},
]
#: Rooms, and houses in them, that are asked by their faces only; a module that is asked as a whole
#: (the palette, the phrases that lint reads) is a house too.
HOUSES = {
    "dxbook.model",
    "dxbook.wording",
    "dxbook.wording.phrases",
    "dxbook.audit",
    "dxbook.parts",
    "dxbook.parts.palette",
    "dxbook.reading",
    "dxbook.writing",
    "dxbook.workbook",
    "dxbook.workbook.sheets",
    "dxbook.workbook.filled",
    "dxbook.year",
    "dxbook.additions",
}
FLOOR = {room: number for number, rooms in enumerate(FLOORS) for room in rooms}
MODULE_NAME = re.compile(r"dxbook(\.[a-z_]+)+")
MODULES = sorted(PACKAGE.rglob("*.py"))


def room_of(module: str) -> str:
    """The room of a module's dotted name, `dxbook.run.pages` → `run`; `__init__` for `dxbook`."""
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else "__init__"


def name_of(path: Path) -> str:
    parts = ["dxbook", *path.relative_to(PACKAGE).with_suffix("").parts]
    return ".".join(parts[:-1] if parts[-1] == "__init__" and len(parts) > 2 else parts)


def package_of(path: Path) -> str:
    return ".".join(["dxbook", *path.relative_to(PACKAGE).parent.parts])


def imported_by(path: Path) -> Iterator[tuple[int, str]]:
    """Every dotted name that a module imports, wherever in it, with the line."""
    package = package_of(path)
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = "." * node.level + (node.module or "")
            whole = importlib.util.resolve_name(base, package) if node.level else base
            if whole == "dxbook":
                yield from ((node.lineno, f"dxbook.{alias.name}") for alias in node.names)
            else:
                yield node.lineno, whole
        elif isinstance(node, ast.Constant) and MODULE_NAME.fullmatch(str(node.value)):
            # A module named in a string is imported later: entry points, fork server preloads.
            yield node.lineno, str(node.value)


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_module_imports_only_what_lies_below_its_room(path: Path) -> None:
    own = room_of(name_of(path))
    assert own in FLOOR, f"{own} is not a room of docs/architecture.md"
    wrong = [
        f"{path.relative_to(ROOT)}:{line} imports {name}"
        for line, name in imported_by(path)
        if name.startswith("dxbook.")
        and room_of(name) != own
        and FLOOR.get(room_of(name), -1) >= FLOOR[own]
    ]
    assert wrong == []


def modules_imported_by(path: Path) -> set[str]:
    """The package's modules that a module needs; of a face, whatever it names is meant."""
    package, names = package_of(path), {name_of(there) for there in MODULES}
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            base = "." * node.level + (node.module or "")
            whole = importlib.util.resolve_name(base, package) if node.level else base
            inside = {f"{whole}.{alias.name}" for alias in node.names}
            found |= (inside & names) or {whole}
    return found & names


def test_no_module_imports_itself_through_others() -> None:
    needed = {name_of(path): modules_imported_by(path) for path in MODULES}
    try:
        TopologicalSorter(needed).prepare()
    except CycleError as error:
        pytest.fail(f"a circle of imports: {' → '.join(error.args[1])}")


def test_the_workbooks_two_houses_never_meet() -> None:
    sheets, filled = "dxbook.workbook.sheets", "dxbook.workbook.filled"
    meeting = [
        (name_of(path), name)
        for path in MODULES
        for one, other in ((sheets, filled), (filled, sheets))
        if name_of(path).startswith(one)
        for name in sorted(modules_imported_by(path))
        if name.startswith(other)
    ]
    assert meeting == []


def offered_by(house: str) -> set[str]:
    """The names in the `__all__` of a face."""
    path = ROOT.joinpath("src", *house.split("."), "__init__.py")
    tree = ast.parse(path.read_text(encoding="utf-8")) if path.exists() else ast.parse("")
    return {
        str(name)
        for node in tree.body
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__"
        for name in ast.literal_eval(node.value)
    }


OFFERED = {house: offered_by(house) for house in HOUSES}


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_nobody_reaches_behind_the_face_of_a_room_that_has_one(path: Path) -> None:
    own = name_of(path)
    behind = [
        name
        for name in sorted(modules_imported_by(path))
        for house in HOUSES
        if name.startswith(f"{house}.")
        and name not in HOUSES
        and not own.startswith(house)
        # What a face offers may bear the name of the module it is from.
        and not (
            name.rpartition(".")[2] in OFFERED[house]
            and name not in {each for _, each in imported_by(path)}
        )
    ]
    assert behind == []


def test_the_rooms_are_those_of_the_architecture_page() -> None:
    page = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    rooms = {name.rstrip("/").removesuffix(".py") for name in _first_cells(page)}
    there = {name_of(path).split(".")[1] for path in MODULES if name_of(path) != "dxbook"}
    assert rooms == there - {"__main__", "__init__"}
    assert there <= set(FLOOR)


def _first_cells(page: str) -> list[str]:
    lines = [line for line in page.splitlines() if line.startswith("| `")]
    return [line.split("`")[1] for line in lines]


def test_an_import_inside_a_function_is_seen(tmp_path: Path) -> None:
    path = PACKAGE / "model" / "made_up.py"
    source = "def late():\n    from ..cli import app\n    import dxbook.run.pages\n"
    names = [name for _, name in _imported_by_source(source, path, tmp_path)]
    assert names == ["dxbook.cli", "dxbook.run.pages"]


def _imported_by_source(source: str, path: Path, folder: Path) -> list[tuple[int, str]]:
    class Pretended(type(path)):  # type: ignore[misc]
        def read_text(self, *args: object, **kwargs: object) -> str:
            return source

    return list(imported_by(Pretended(path)))


def test_every_library_that_the_code_imports_comes_with_the_book_not_with_the_tools() -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    pinned = set(re.findall(r"^([A-Za-z0-9._-]+)==", lock, re.MULTILINE))
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    groups = project["optional-dependencies"]
    # What an optional group asks for, `dask[distributed]`, may be imported by what it is for.
    for requirement in (r for group in groups if group != "dev" for r in groups[group]):
        pinned |= set(re.findall(r"[a-z][a-z0-9-]*", requirement.lower()))
    distributions = packages_distributions()
    used = {
        (name.split(".")[0], path.relative_to(ROOT).as_posix())
        for path in MODULES
        for _, name in imported_by(path)
        if name.split(".")[0] not in {*stdlib_module_names, "dxbook"}
    }
    missing = sorted(
        f"{name} ({path})"
        for name, path in used
        if not {d.lower().replace("_", "-") for d in distributions.get(name, [name])} & pinned
    )
    assert missing == []


BESIDE = sorted(p for d in ("benchmarks", "tools") for p in (ROOT / d).rglob("*.py"))


@pytest.mark.parametrize("path", BESIDE, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_what_benchmarks_and_tools_import_of_the_book_is_there(path: Path) -> None:
    missing = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("dxbook"):
            module = importlib.import_module(str(node.module))
            missing += [name.name for name in node.names if not hasattr(module, name.name)]
    assert missing == []
