"""Whom a value is measured over, read from the words around it.

The province's levels may be named one by one ("cấp sở, cấp huyện"), together ("các cơ quan, đơn
vị") or not at all; people, households and enterprises have narrower and wider circles. A joint
scope is one scope: it may be read as its members, and they as it, only at 100%.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from ..model import Catalogue, Indicator, Scope
from .clauses import Outline
from .language import Language
from .views import DONOR, HEADING, OWN, View
from .words import longest, says

LEVELS = ("provincial-agencies", "districts", "communes")
FULL = Decimal(100)


@dataclass(frozen=True)
class Reach:
    """One reading of the scope, its certainty from 0 to 1, and the difference where the scope that
    was said is not the indicator's."""

    scope: str
    certainty: float
    note: str = ""


def said_scopes(text: str, language: Language) -> list[str]:
    """The scopes that a text between spaces names, in order, each once.

    A phrase inside a longer one is not read by itself.
    """
    forms = text.split()
    found: list[str] = []
    at = 0
    while at < len(forms):
        scope, length = longest(forms[at : at + 9], language.scopes, 9)
        if scope and scope not in found:
            found.append(scope)
        at += length or 1
    return found


def in_turn(view: View, outlined: Outline) -> str:
    """The scope that goes with a number in "cấp tỉnh, cấp huyện lần lượt là 92%, 81%"; or ""."""
    clauses, language = outlined.clauses, outlined.language
    near = range(max(0, view.index - 12), min(len(clauses), view.index + 12))
    row = [i for i in near if clauses[i].sentence == view.clause.sentence and clauses[i].amount]
    first = next((i for i in row if says(clauses[i].phrase, language.alternately)), None)
    if first is None or view.index < first:
        return ""
    before = clauses[first].lead
    for word in language.alternately:
        before = before.partition(f" {word} ")[0]
    scopes = said_scopes(before, language)
    row = [i for i in row if i >= first]
    return scopes[row.index(view.index)] if len(scopes) == len(row) and len(row) > 1 else ""


class ScopeReader:
    """Reads the scopes of one report's numbers, those of a catalogue."""

    def __init__(self, catalogue: Catalogue, outlined: Outline) -> None:
        self.catalogue, self.outlined = catalogue, outlined
        self.language = outlined.language
        self._cache: dict[tuple[int, str], list[tuple[list[str], float]]] = {}

    def reaches(self, view: View, indicator: Indicator) -> list[Reach]:
        """The scopes of an indicator that a number may be for; several only at 100%."""
        family = self.language.family(indicator.scopes[0])
        if turn := in_turn(view, self.outlined):
            return self._resolve([turn], indicator, view.amount.value)
        if indicator.scopes == ("province",):
            return [self._part_of_province(view)]
        for said, weight in self._said(view, family):
            if weight >= DONOR:
                found = self._resolve(said, indicator, view.amount.value)
            else:
                found = self._inherited(said, indicator)
            if found:
                return found
        return [self._unsaid(indicator)]

    def _part_of_province(self, view: View) -> Reach:
        """Whether a number for the whole province is said to be of a part of it."""
        before, after = view.clause.lead, view.clause.tail
        first = said_scopes(before, self.language)[:1]
        opens = [s for s in first if s in LEVELS and self._opens_with_scope(before.split())]
        closes = [s for s in said_scopes(" ".join(after.split()[:8]), self.language) if s in LEVELS]
        said = opens or (closes if len(closes) == 1 else [])
        if said:
            return Reach("province", 0.55, self._other(said, "province"))
        return Reach("province", 0.98)

    def _opens_with_scope(self, forms: list[str]) -> bool:
        return any(
            self.language.scopes.get(" ".join(forms[start : start + n])) in LEVELS
            for start in range(min(5, len(forms)))
            for n in range(1, 8)
        )

    def _inherited(self, said: list[str], indicator: Indicator) -> list[Reach]:
        """A scope said in an earlier sentence or heading, if it is one of the indicator's."""
        joint = self._joint(said, indicator.scopes)
        if joint is not None:
            return [Reach(joint.id, 0.9)]
        known = [s for s in said if s in indicator.scopes and s != "province"]
        return [Reach(known[0], 0.92 if len(known) == 1 else 0.6)] if known else []

    def _said(self, view: View, family: str) -> list[tuple[list[str], float]]:
        """What each region of the view names of a family, the nearest first."""
        key = (view.index, family)
        if key not in self._cache:
            ids = self.language.families.get(family, (family,))
            general = ids[0]
            regions = []
            for text, weight in [(self._subject(view), OWN), *view.regions]:
                if weight < HEADING:
                    continue
                said = [s for s in said_scopes(text, self.language) if s in ids]
                if (len(said) > 1 and family == "people") or family == "enterprises":
                    said = [s for s in said if s != general] or said
                if said:
                    regions.append((said, weight))
            self._cache[key] = regions
        return self._cache[key]

    def _subject(self, view: View) -> str:
        """What a number that opens its clause counts, up to the verb."""
        if not view.number_first:
            last = [w.form for w in view.clause.before if w.form.isalpha()][-1:]
            return self.language.leading.get(last[0], "") if last and view.elliptic else ""
        forms = view.clause.tail.split()
        for at, form in enumerate(forms):
            verbs = {form, " ".join(forms[at : at + 2])}
            if at and verbs & self.language.predicates:
                forms = forms[:at]
                break
        leading = self.language.leading.get(forms[0], "") if forms else ""
        said = " ".join(forms)
        return leading if leading and not said_scopes(said, self.language) else said

    def _unsaid(self, indicator: Indicator) -> Reach:
        first = indicator.scopes[0]
        if len(indicator.scopes) == 1:
            return Reach(first, 0.97)
        if first == "province":
            return Reach(first, 0.92)
        return Reach(first, 0.5, "không rõ phạm vi")

    def _resolve(self, said: list[str], indicator: Indicator, value: Decimal) -> list[Reach]:
        known = indicator.scopes
        levels = [s for s in said if s in LEVELS]
        if set(levels) == set(LEVELS) and "all-agencies" in known:
            return [Reach("all-agencies", 1.0)]
        if levels:
            said = [s for s in said if s not in ("all-agencies", "province")]
        elif "province" in said and len(said) > 1:
            said = [s for s in said if s != "province"]
        joint = self._joint(said, known)
        if joint is not None:
            rest = [s for s in said if s not in joint.members]
            reaches = [Reach(joint.id, 0.97 if rest else 1.0)]
            if rest and value != FULL:
                reaches = [Reach(joint.id, 0.5, self._other(said, joint.id))]
            return reaches + [Reach(s, 0.9) for s in rest if s in known and value == FULL]
        exact = [s for s in said if s in known]
        if exact:
            return self._exact(exact, said, value)
        if value == FULL and "all-agencies" in said:
            return [Reach(s, 0.8) for s in known if s != "province"] or [Reach(known[0], 0.9)]
        return self._near(said, indicator, value)

    def _exact(self, exact: list[str], said: list[str], value: Decimal) -> list[Reach]:
        if len(exact) == 1 and len(said) == 1:
            return [Reach(exact[0], 1.0)]
        if value == FULL and all(s in LEVELS for s in said):
            return [Reach(s, 0.9) for s in exact]
        others = [s for s in said if s != exact[0]]
        if all(s == "one-stop-centre" for s in others):
            return [Reach(exact[0], 0.85)]
        return [Reach(exact[0], 0.7)]

    def _joint(self, said: Sequence[str], known: Sequence[str]) -> Scope | None:
        """The widest joint scope of the indicator whose members were all named."""
        scopes = (self.catalogue.scopes[s] for s in known)
        joint = (s for s in scopes if s.members and set(s.members) <= set(said))
        return max(joint, key=lambda scope: len(scope.members), default=None)

    def _near(self, said: list[str], indicator: Indicator, value: Decimal) -> list[Reach]:
        """A scope that is not the indicator's own: near, with the difference."""
        known = indicator.scopes
        if "province" in known and said == ["all-agencies"]:
            return [Reach("province", 0.9)]
        if said == ["province"]:
            return [Reach("all-agencies", 0.9)] if "all-agencies" in known else []
        members = {s: set(self.catalogue.scopes[s].members) for s in known}
        holding = (s for s in known if members[s] & set(said) or s == "all-agencies")
        target = next(holding, known[0])
        certainty = 0.5 if target == "all-agencies" and value == FULL else 0.4
        return [Reach(target, certainty, self._other(said, target))]

    def _other(self, said: list[str], wanted: str) -> str:
        *names, own = (self.catalogue.scopes[s].short["vi"] for s in (*said, wanted))
        return f"báo cáo tính trên {', '.join(names)}; chỉ tiêu tính trên {own}"
