"""What Jupyter Book imports to build: imported once, before the processes that build are forked."""

import contextlib
import gc
import importlib
import sys
import types

# What the book is made of is executed already. MyST-NB would import what executes, and with it
# jupyter-cache and SQLAlchemy: a quarter of all that is imported here, in time and memory.
for name, never_used in (("cache", "NotebookClientCache"), ("direct", "NotebookClientDirect")):
    module = types.ModuleType(f"myst_nb.core.execute.{name}")
    setattr(module, never_used, None)
    sys.modules[module.__name__] = module

import jupyter_book.sphinx  # noqa: E402, F401
import myst_nb.sphinx_ext  # noqa: E402, F401
import sphinx_external_toc.collectors  # noqa: E402
import sphinx_external_toc.events  # noqa: E402, F401
from nbformat.validator import get_validator  # noqa: E402
from sphinx.application import builtin_extensions  # noqa: E402

import dxbook.site.extension  # noqa: E402, F401

LATE = (
    *builtin_extensions,
    *("babel.dates", "docutils.languages.en", "html5lib", "jinja2.ext", "sphinx.search"),
    *("myst_nb.ext.execution_tables", "myst_nb.ext.glue.domain", "sphinx_multitoc_numbering"),
    *("myst_parser.sphinx_ext.directives", "myst_parser.sphinx_ext.mathjax"),
    *("myst_parser.sphinx_ext.myst_refs", "sphinx.builders.html.transforms", "sphinx.ext.mathjax"),
    *("sphinx.builders.latex.transforms", "dxbook.site.book"),
)
for name in LATE:
    with contextlib.suppress(ImportError):
        importlib.import_module(name)
get_validator(4, 5)  # type: ignore[no-untyped-call] # compiled when it is first asked for
# What is imported is never collected: forks share it, and sphinx_external_toc, which looks through
# all that could be, looks through less.
gc.freeze()
