"""Figures: per event and measure, every account's figure side by side, the printed range and its state.

In: an event. Out: `Figure` values. The range is the two extreme accounts in their own words; nothing is summed,
averaged or agreed. Measures marked `rolls_up` also collect the figures of an event's parts in the same town.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from itertools import combinations

from macros.atlas import AccountEntry, Atlas, EventEntry
from macros.derive.origins import Origins, summarise
from macros.quantities import Quantity, bounds, can_both_hold, extremes


class State(StrEnum):
    """How the accounts of one thing stand to each other. There is no `agreed`."""

    ONE = "one-account"
    RELAYED = "one-origin"
    COMPATIBLE = "compatible"
    DIFFER = "differ"
    DENIED = "denied"


@dataclass(frozen=True, slots=True)
class Given:
    """One account's figure."""

    account: AccountEntry
    quantity: Quantity


@dataclass(frozen=True, slots=True)
class Figure:
    """All accounts of one measure of one event, lowest first; `low` and `high` are the extreme statements."""

    event: str
    measure: str
    given: tuple[Given, ...]
    low: Quantity
    high: Quantity
    state: State
    origins: Origins


@cache
def figures(atlas: Atlas, event: EventEntry) -> tuple[Figure, ...]:
    """The figures of an event, in the order of the vocabulary of measures."""
    by_measure: dict[str, list[Given]] = {}
    for account in event.reports:
        for measure, quantity in account.record.figures.items():
            by_measure.setdefault(measure, []).append(Given(account, quantity))
    for part in parts(atlas, event):
        for account in part.reports:
            for measure, quantity in account.record.figures.items():
                if atlas.words["measure"][measure].rolls_up and not _repeated(
                    by_measure.get(measure, []), account, quantity
                ):
                    by_measure.setdefault(measure, []).append(Given(account, quantity))
    return tuple(_figure(atlas, event, m, by_measure[m]) for m in atlas.words["measure"] if m in by_measure)


def key_figure(atlas: Atlas, event: EventEntry) -> Figure | None:
    """The figure that answers how many: of the measures the event's type names, the one most accounts give."""
    order = atlas.words["event-type"][event.record.type].key_figures
    found = [figure for figure in figures(atlas, event) if figure.measure in order]
    return max(found, key=lambda figure: (len(figure.given), -order.index(figure.measure)), default=None)


def parts(atlas: Atlas, event: EventEntry) -> Iterator[EventEntry]:
    """The events that are part of this one in the same town, to any depth."""
    for part in atlas.children.get(event.id, ()):
        if part.place == event.place:
            yield part
            yield from parts(atlas, part)


def _repeated(given: list[Given], account: AccountEntry, quantity: Quantity) -> bool:
    """Whether the same item, in the same voice, already gives this very figure in another part of the event."""
    return any(
        one.account.item == account.item
        and one.account.record.from_ == account.record.from_
        and one.quantity.text == quantity.text
        for one in given
    )


def _figure(atlas: Atlas, event: EventEntry, measure: str, given: list[Given]) -> Figure:
    given = sorted(given, key=lambda one: _order(atlas, one.quantity))
    found = extremes([one.quantity for one in given], atlas.spans)
    assert found is not None, "a figure has at least one account"
    origins = summarise(atlas, (one.account for one in given), measure)
    return Figure(event.id, measure, tuple(given), *found, _state(atlas, given, origins), origins)


def _order(atlas: Atlas, quantity: Quantity) -> tuple[bool, int, str]:
    """Lowest first; figures in words after the numbers."""
    low, high = bounds(quantity, atlas.spans)
    return quantity.word is not None, low if low is not None else high or 0, quantity.text


def _state(atlas: Atlas, given: list[Given], origins: Origins) -> State:
    if any(not can_both_hold(a.quantity, b.quantity, atlas.spans) for a, b in combinations(given, 2)):
        return State.DIFFER
    if len(given) == 1:
        return State.ONE
    return State.RELAYED if origins.single else State.COMPATIBLE
