"""What the judges found: breaches, what each judge looked at, and the table of it all.

In: results. Out: text. A judge that could not run is a breach too: nothing passes by being absent.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from tests.audit.kinds import KINDS


@dataclass(frozen=True, slots=True)
class Breach:
    """One thing a judge objects to: on which page, seen how, by which rule."""

    path: str
    kind: str
    rule: str
    detail: str
    view: str = ""


@dataclass(slots=True)
class Result:
    """One judge's work: `looked` counts pages or views by kind; `notes` are told and break nothing."""

    judge: str
    scope: str
    looked: Counter[str] = field(default_factory=Counter)
    breaches: list[Breach] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    seconds: float = 0.0
    missing: str = ""

    def passed(self) -> bool:
        """Whether the judge ran and objected to nothing."""
        return not self.breaches and not self.missing

    def said(self, path: str, kind: str, rule: str, detail: str, view: str = "") -> None:
        """Add a breach."""
        self.breaches.append(Breach(path, kind, rule, " ".join(detail.split())[:300], view))


def table(results: Iterable[Result]) -> str:
    """One line per judge; then page kinds × judges: `.` for nothing found, a number of breaches, blank for not seen."""
    found = list(results)
    width = max(len(one.judge) for one in found)
    lines = [f"{'judge':{width}}  {'seen':>6}  {'breaches':>8}  {'sec':>5}  over what"]
    for one in found:
        breaches = "MISSING" if one.missing else str(len(one.breaches))
        seen, what = sum(one.looked.values()), one.missing or one.scope
        lines.append(f"{one.judge:{width}}  {seen:>6}  {breaches:>8}  {one.seconds:>5.0f}  {what}")
    lines += ["", _matrix(found)]
    return "\n".join(lines)


def _matrix(results: list[Result]) -> str:
    """Page kinds down, judges across."""
    shown = [kind for kind in KINDS if any(one.looked[kind] for one in results)]
    left = max(len(kind) for kind in shown) if shown else 4
    heads = [one.judge.split()[0].rstrip(",")[:9] for one in results]
    lines = [f"{'kind':{left}}  " + " ".join(f"{head:>9}" for head in heads)]
    for kind in shown:
        cells = []
        for one in results:
            n = sum(breach.kind == kind for breach in one.breaches)
            cells.append(str(n) if n else "." if one.looked[kind] else "")
        lines.append(f"{kind:{left}}  " + " ".join(f"{cell:>9}" for cell in cells))
    return "\n".join(lines)


def details(results: Iterable[Result], most: int = 12) -> str:
    """What was found, rule by rule: the first page of each, and how many more."""
    lines: list[str] = []
    for one in results:
        if one.missing:
            lines.append(f"{one.judge}: did not run: {one.missing}")
        grouped: dict[tuple[str, str], list[Breach]] = {}
        for breach in one.breaches:
            grouped.setdefault((breach.rule, breach.detail[:90]), []).append(breach)
        for (rule, _), breaches in sorted(grouped.items(), key=lambda item: -len(item[1]))[:most]:
            first = breaches[0]
            seen = f" ({first.view})" if first.view else ""
            lines.append(f"{one.judge}: {rule}: {first.detail}\n    {len(breaches)}×, first on /{first.path}{seen}")
        if len(grouped) > most:
            lines.append(f"{one.judge}: and {len(grouped) - most} more rules or texts")
        lines += [f"{one.judge}: note: {note}" for note in one.notes]
    return "\n".join(lines)
