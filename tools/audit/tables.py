"""Tables for a terminal."""

from __future__ import annotations

from collections.abc import Sequence


def print_table(title: str, columns: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    """Print a table; numbers stand to the right."""
    texts = [list(columns), *([str(cell) for cell in row] for row in rows)]
    widths = [max(len(row[i]) for row in texts) for i in range(len(columns))]
    print(f"\n{title}\n")
    for n, row in enumerate(texts):
        values = rows[n - 1] if n else columns
        print("  ".join(_aligned(values[i], row[i], widths[i]) for i in range(len(row))).rstrip())
        if n == 0:
            print("  ".join("-" * width for width in widths))
    print()


def _aligned(value: object, text: str, width: int) -> str:
    return text.rjust(width) if isinstance(value, int | float) else text.ljust(width)
