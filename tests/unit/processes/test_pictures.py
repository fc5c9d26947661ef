"""Pictures that were drawn before."""

from __future__ import annotations

from pathlib import Path

import pytest

from dxbook.processes import pictures
from dxbook.processes.pictures import Pictures


@pytest.fixture
def kept(tmp_path: Path) -> Pictures:
    return Pictures(tmp_path / "pictures", ["1.9"])


def test_a_picture_is_given_again_for_the_same_question_only(kept: Pictures) -> None:
    kept.keep(b"bars", "<svg>Việt Trì</svg>")
    assert kept.kept(b"bars") == "<svg>Việt Trì</svg>"
    assert kept.kept(b"dots") is None


def test_another_library_draws_anew(kept: Pictures) -> None:
    kept.keep(b"bars", "<svg/>")
    assert Pictures(kept.folder, ["2.0"]).kept(b"bars") is None


def test_a_damaged_picture_is_drawn_anew(kept: Pictures) -> None:
    kept.keep(b"bars", "<svg>38</svg>")
    assert kept.folder is not None
    [file] = kept.folder.iterdir()
    file.write_bytes(file.read_bytes().replace(b"38", b"83"))
    assert kept.kept(b"bars") is None


def test_without_a_folder_nothing_is_kept() -> None:
    nowhere = Pictures(None, [])
    nowhere.keep(b"bars", "<svg/>")
    assert nowhere.kept(b"bars") is None
    assert nowhere.is_empty()


def test_where_nothing_can_be_written_a_picture_is_not_kept(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    nowhere = Pictures(tmp_path / "file" / "pictures", [])
    nowhere.keep(b"bars", "<svg/>")
    assert nowhere.kept(b"bars") is None


def test_the_oldest_are_thrown_away(kept: Pictures, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (b"one", b"two", b"three"):
        kept.keep(name, "<svg/>")
    monkeypatch.setattr(pictures, "MOST_KEPT", 2)
    kept.throw_away_the_oldest()
    assert [kept.kept(name) for name in (b"one", b"two", b"three")] == [None, "<svg/>", "<svg/>"]
