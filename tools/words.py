"""Gather what the program says into its catalogues, and compile them: `make words`.

A message that the code no longer has leaves the catalogues. A new one comes in untranslated, and
is named; `tests/unit/test_catalogues.py` fails until somebody has said it in each language.
"""

from __future__ import annotations

import ast
import sys
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from jinja2.ext import babel_extract

from dxbook.words import CATALOGUES, DOMAIN

PACKAGE = CATALOGUES.parent
#: The functions that take messages, with how many of their first arguments are part of one.
SAYING = {
    **dict.fromkeys(("said", "written", "sentence", "usage_error", "announce"), 1),
    **dict.fromkeys(("said_count", "written_count", "written_in"), 2),
}
#: Catalogues are the same whenever they are made.
NO_DAY = datetime(2000, 1, 1, tzinfo=UTC)


def gathered(package: Path = PACKAGE) -> Catalog:
    """Every message of the code and of its templates, the help of commands included.

    What is not a literal is passed over: it was gathered where it is written.
    """
    catalog = Catalog(creation_date=NO_DAY, charset="utf-8")
    for path in sorted(package.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                _add(catalog, node)
            elif isinstance(node, ast.FunctionDef) and any(
                ast.unparse(each).startswith("command(") for each in node.decorator_list
            ):
                catalog.add(ast.get_docstring(node) or node.name)
    for path in sorted(package.rglob("*.html")):
        with path.open("rb") as template:
            for _, _, message, _ in babel_extract(template, ["written"], [], {}):
                catalog.add(message if isinstance(message, str) else message[0])
    return catalog


def _add(catalog: Catalog, call: ast.Call) -> None:
    name = getattr(call.func, "id", "")
    parts = [
        each.value
        for each in call.args[: SAYING.get(name, 0)]
        if isinstance(each, ast.Constant) and isinstance(each.value, str)
    ]
    if not parts or len(parts) < SAYING[name]:
        return
    if name == "written_in":
        catalog.add(parts[1], context=parts[0])
    else:
        catalog.add(parts[0] if len(parts) == 1 else tuple(parts))


def updated(path: Path, messages: Catalog) -> Catalog:
    """A language's catalogue with the messages of the code, said as they were said before."""
    with path.open("rb") as file:
        catalog = read_po(file, locale=path.parents[1].name, domain=DOMAIN)
    catalog.update(messages, no_fuzzy_matching=True)
    catalog.obsolete.clear()
    catalog.creation_date = catalog.revision_date = NO_DAY
    catalog.header_comment = f"# What {DOMAIN} says, in the language of this file."
    catalog.fuzzy = False
    return catalog


def main() -> int:
    """Renew every catalogue; fails where a message is untranslated."""
    messages, untranslated = gathered(), []
    for path in sorted(CATALOGUES.glob(f"*/LC_MESSAGES/{DOMAIN}.po")):
        catalog = updated(path, messages)
        with path.open("wb") as file:
            write_po(file, catalog, width=0, sort_output=True, no_location=True)
        with path.with_suffix(".mo").open("wb") as file:
            write_mo(file, catalog)
        untranslated += [
            f"{path}: {message.id!r}"
            for message in catalog
            if message.id and not (message.string and all(message.string))
        ]
    print("\n".join(untranslated), file=sys.stderr, end="\n" if untranslated else "")
    return bool(untranslated)


if __name__ == "__main__":
    sys.exit(main())
