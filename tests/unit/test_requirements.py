"""requirements.txt, pyproject.toml and the locks say the same."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
NEEDED: list[str] = PROJECT["project"]["dependencies"]
DEV: list[str] = PROJECT["project"]["optional-dependencies"]["dev"]
BUILD: list[str] = PROJECT["build-system"]["requires"]
ADDRESS = re.compile(r"https?://|file:/|--(?:extra-)?index-url|--find-links|(?<![\w.])/\w+")
LOCKS = ["requirements.lock", "requirements-dev.lock"]


def text_of(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def pinned_in(name: str) -> dict[str, Version]:
    pins = re.findall(r"^([A-Za-z0-9._-]+)==([^ ;\\\n]+)", text_of(name), re.MULTILINE)
    return {canonicalize_name(package): Version(version) for package, version in pins}


def test_requirements_txt_says_what_pyproject_says() -> None:
    lines = text_of("requirements.txt").splitlines()
    assert [line for line in lines if line and not line.startswith("#")] == NEEDED


@pytest.mark.parametrize(
    ("lock", "wanted"),
    [("requirements.lock", [*NEEDED, *BUILD]), ("requirements-dev.lock", [*NEEDED, *BUILD, *DEV])],
)
def test_a_lock_pins_all_that_is_asked_for(lock: str, wanted: list[str]) -> None:
    pins = pinned_in(lock)
    for requirement in map(Requirement, wanted):
        version = pins.get(canonicalize_name(requirement.name))
        assert version is not None, f"{requirement.name} is not in {lock}: make lock"
        assert requirement.specifier.contains(version), f"{requirement} is not {version}: make lock"


def test_both_locks_pin_the_same_versions() -> None:
    book, dev = (pinned_in(lock) for lock in LOCKS)
    assert {name: dev.get(name) for name in book} == book


@pytest.mark.parametrize("lock", LOCKS)
def test_every_pin_has_a_hash(lock: str) -> None:
    blocks = re.split(r"\n(?=[A-Za-z0-9])", text_of(lock))
    pins = [block for block in blocks if "==" in block.split("\n")[0]]
    assert len(pins) == len(pinned_in(lock))
    assert [block.split()[0] for block in pins if "--hash=sha256:" not in block] == []


@pytest.mark.parametrize("lock", [*LOCKS, "requirements.txt"])
def test_a_lock_holds_no_address_and_no_path_of_a_machine(lock: str) -> None:
    text = text_of(lock)
    assert (
        re.findall(r"https?://|file:/|--(?:extra-)?index-url|--find-links|(?<![\w.])/\w+", text)
        == []
    )
