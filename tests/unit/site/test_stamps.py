"""When the frame of every page is made anew."""

from __future__ import annotations

from pathlib import Path

from dxbook.site.unchanged import machinery_digest


def test_a_word_that_a_translator_changes_makes_every_page_anew(tmp_path: Path) -> None:
    catalogue = tmp_path / "locale" / "vi" / "LC_MESSAGES" / "dxbook.mo"
    catalogue.parent.mkdir(parents=True)
    digests = set()
    for words in (b"one", b"another"):
        catalogue.write_bytes(words)
        machinery_digest.cache_clear()
        digests.add(machinery_digest(tmp_path))
    assert len(digests) == 2
