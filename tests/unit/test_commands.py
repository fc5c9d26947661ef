"""Every command is documented, and nothing is documented that is not a command."""

from __future__ import annotations

import importlib
import re
from pathlib import Path
from typing import Any

import pytest
import typer

from dxbook.cli.app import app, command_modules

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")


def commands() -> dict[str, Any]:
    for name in command_modules(""):
        importlib.import_module(f"dxbook.cli.{name}")
    group: Any = typer.main.get_command(app)
    return dict(group.commands)


def test_every_command_is_documented_and_no_other() -> None:
    documented = re.findall(r"^### `dxbook ([a-z-]+)`$", PAGE, re.MULTILINE)
    assert sorted(documented) == sorted(commands())


@pytest.mark.parametrize("name", sorted(commands()))
def test_a_command_has_an_example_on_its_page_and_in_its_help(name: str) -> None:
    section = PAGE.partition(f"### `dxbook {name}`")[2].partition("\n##")[0]
    assert re.search(rf"^    dxbook {name}\b", section, re.MULTILINE)
    assert f"Example: dxbook {name}" in re.sub(r"\s+", " ", commands()[name].help or "")


@pytest.mark.parametrize("name", sorted(commands()))
def test_a_command_takes_the_books_folder_and_explains_its_options(name: str) -> None:
    options = {param.name: param for param in commands()[name].params}
    assert "root" in options
    assert [o for o, param in options.items() if not getattr(param, "help", None)] == []


def test_documented_options_exist() -> None:
    for name, command in commands().items():
        section = PAGE.partition(f"### `dxbook {name}`")[2].partition("\n##")[0]
        known = {"--help"}.union(*([*p.opts, *p.secondary_opts] for p in command.params))
        assert set(re.findall(r"--[a-z-]+[a-z]", section)) <= known, name


def test_a_commands_module_has_its_name() -> None:
    for name in commands():
        assert len(command_modules(name)) == 1, name
