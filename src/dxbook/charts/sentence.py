"""A sentence in place of a picture, where there is nothing to draw."""

from __future__ import annotations

from ..parts import palette
from ..wording.lettering import wrapped
from .canvas import Box, Mark, Picture, leading, lines_of, picture, text_size


def sentence_picture(sentence: str, width: int) -> Picture:
    """What there is to say where there is nothing to draw."""
    size = text_size(width)
    lines = wrapped(sentence, width - 24, size)
    height = leading(size) * len(lines) + 20
    marks: list[Mark] = [Box(1, 1, width - 1, height - 1, None, palette.PALE, dashed=True)]
    first = 10 + leading(size) / 2
    marks += lines_of(lines, 12, first, size, colour=palette.MUTED)
    return picture(width, height, marks)
