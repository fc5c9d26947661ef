"""Sphinx, held to what a build from nothing would give when it builds only what changed.

Sphinx by itself goes by the times of files, writes a page again only when the page itself was read
again, and leaves behind the pictures that pages no longer show.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from ..keeping import digest_of


def connect(app: Sphinx) -> None:
    """Listen to the events of a build."""
    app.connect("env-get-outdated", _read_what_has_other_bytes)
    app.connect("env-updated", _write_all_when_names_change)
    app.connect("build-finished", _remove_what_is_not_shown)


def _read_what_has_other_bytes(
    app: Sphinx, env: BuildEnvironment, added: set[str], changed: set[str], removed: set[str]
) -> Iterable[str]:
    """The pages whose bytes are not those that were read last, whatever the clock said."""
    now = {
        name: digest_of(Path(env.doc2path(name)).read_bytes()) for name in sorted(env.found_docs)
    }
    before: dict[str, str] = getattr(env, "dxbook_bytes", {})
    env.dxbook_bytes = now  # type: ignore[attr-defined]  # kept with the environment
    return [name for name in now if name in before and now[name] != before[name]]


def _write_all_when_names_change(app: Sphinx, env: BuildEnvironment) -> Iterable[str]:
    """All pages, when a title or an anchor changed: any page may show it or lead to it."""
    names = _names(env)
    before = getattr(env, "dxbook_names", None)
    env.dxbook_names = names  # type: ignore[attr-defined]  # kept with the environment
    return sorted(env.found_docs) if before not in (None, names) else ()


def _names(env: BuildEnvironment) -> str:
    standard = env.domains["std"]
    slugs = {name: env.metadata[name].get("myst_slugs") for name in sorted(env.found_docs)}
    titles = [(name, title.astext()) for name, title in sorted(env.titles.items())]
    labels = [sorted(standard.data[kind].items()) for kind in ("labels", "anonlabels")]
    return digest_of(repr((titles, labels, slugs)))


def _remove_what_is_not_shown(app: Sphinx, error: Exception | None) -> None:
    if error is not None:
        return
    shown = {name for _, name in app.env.images.values()}
    offered = {name for _, name in app.env.dlfiles.values()}
    for folder, wanted in (("_images", shown), ("_downloads", offered)):
        place = Path(app.outdir, folder)
        for path in sorted(place.rglob("*"), reverse=True):
            if path.is_file() and path.relative_to(place).as_posix() not in wanted:
                path.unlink()
            elif path.is_dir() and not any(path.iterdir()):
                path.rmdir()
