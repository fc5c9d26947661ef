"""Questions noted with digests of their answers.

A page is stale when one of the questions that it asked of its report has another answer today;
that is how the build knows which pages a changed value touches (see `dxbook.run`).
"""

from __future__ import annotations

import functools
import hashlib
import inspect
from collections.abc import Callable, Iterable
from typing import Any, Concatenate, ParamSpec, TypeVar

from ..errors import UnknownReference

P = ParamSpec("P")
R = TypeVar("R")
S = TypeVar("S", bound="Asked")
Question = tuple[str, tuple[Any, ...]]


class Asked:
    """What answers questions and notes them.

    Attributes:
        asked: the questions asked so far, each with a digest of its answer.
    """

    asked: dict[Question, str]

    def answers_change(self, asked: Iterable[tuple[Question, str]]) -> Question | None:
        """The first question whose answer today has another digest, or None."""
        for (name, args), digest in asked:
            if (name, args) not in self.asked:
                try:
                    getattr(self, name)(*args)
                except (UnknownReference, AttributeError, TypeError):
                    return name, args
            if self.asked.get((name, args)) != digest:
                return name, args
        return None


def answer_digest(answer: object) -> str:
    """A digest of an answer; answers are frozen values, whose repr says all there is."""
    return hashlib.sha256(repr(answer).encode()).hexdigest()[:16]


def question(method: Callable[Concatenate[S, P], R]) -> Callable[Concatenate[S, P], R]:
    """Mark a method as a question whose answer is noted."""
    signature = inspect.signature(method)

    @functools.wraps(method)
    def ask(self: S, /, *args: P.args, **kwargs: P.kwargs) -> R:
        answer = method(self, *args, **kwargs)
        bound = signature.bind(self, *args, **kwargs)
        bound.apply_defaults()
        asked = method.__name__, bound.args[1:]
        # What answers is frozen: asked again, it answers the same.
        if asked not in self.asked:
            self.asked[asked] = answer_digest(answer)
        return answer

    return ask
