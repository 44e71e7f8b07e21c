"""Plots: a figure's accounts as rows, so that the eye sees where they part before it reads the numbers.

In: a desk and an event. Out: a `FigurePlot` for every figure with enough accounts that give numbers, else None, in the
order of the figures. Across it is measured in per cent of the width, from the side where a line of text starts, so the
same plot fits a phone and a desk; down it is in pixels. Words ("dozens") stand as words and have no place on the scale.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

from macros.atlas import EventEntry
from macros.derive.figures import Figure, Given, figures
from macros.derive.origins import body, origins
from macros.language import grouped
from macros.quantities import show
from macros.views.accounts import origin_names
from macros.views.desk import Desk

LEAST = 3  # accounts from which a picture shows more than the table
START, END = 40.0, 98.0  # where the scale begins and ends, in per cent of the width
ROW, HEAD, FOOT = 20, 24, 18  # heights in pixels
CLOSE = 0.15  # numbers that lie within such a part of the greatest would fall together on a scale from nought
WORDS = 24.0  # per cent of the width that a figure in words takes on a phone
LETTERS = 20  # of a publisher's name; the table has it whole
Mark = Literal["exact", "about", "bar", "about-bar", "up", "down", "word"]
MARKS: dict[str, Mark] = {
    "exact": "exact",
    "about": "about",
    "nearly": "about",
    "range": "bar",
    "about range": "about-bar",
    "more than": "up",
    "at least": "up",
    "up to": "down",
    "fewer than": "down",
    "word": "word",
}


@dataclass(frozen=True, slots=True)
class PlotRow:
    """An account: its publisher, its figure in words, its mark from `x` over `width`, the words' place."""

    y: int
    name: str
    mark: Mark
    x: str
    width: str
    text: str
    text_x: str
    before: bool


@dataclass(frozen=True, slots=True)
class PlotHead:
    """Whom the accounts below go back to."""

    y: int
    text: str


@dataclass(frozen=True, slots=True)
class Tick:
    """A round number on the scale."""

    x: str
    text: str


@dataclass(frozen=True, slots=True)
class FigurePlot:
    """A figure's plot; `edge` is the side where lines start."""

    id: str
    title: str
    height: int
    edge: str
    heads: tuple[PlotHead, ...]
    rows: tuple[PlotRow, ...]
    ticks: tuple[Tick, ...]
    zero: bool


@dataclass(frozen=True, slots=True)
class Span:
    """A scale: its least and greatest number and the step of its ticks."""

    low: float
    high: float
    step: float

    def at(self, number: float) -> float:
        """Where a number stands, in per cent of the width from the side where lines start."""
        part = (number - self.low) / (self.high - self.low)
        return START + max(0.0, min(1.0, part)) * (END - START)


def figure_plots(desk: Desk, event: EventEntry) -> tuple[FigurePlot | None, ...]:
    """A plot, or None, for each figure of an event."""
    return tuple(figure_plot(desk, figure) for figure in figures(desk.atlas, event))


def figure_plot(desk: Desk, figure: Figure) -> FigurePlot | None:
    """The plot of one figure; None below three accounts or without two numbers to tell apart."""
    numbers = [n for g in figure.given for n in (g.quantity.low, g.quantity.high) if n is not None]
    if len(figure.given) < LEAST or len(numbers) < LEAST:
        return None
    span = scale(min(numbers), max(numbers))
    heads: list[PlotHead] = []
    rows: list[PlotRow] = []
    y = 0
    for text, given in _groups(desk, figure):
        heads.append(PlotHead(y + HEAD - 8, text))
        y += HEAD
        for one in given:
            rows.append(_row(desk, one, span, y + ROW // 2))
            y += ROW
    ticks = []
    number = span.low
    while number <= span.high:
        ticks.append(Tick(_x(desk, span.at(number)), f"{round(number):,}"))
        number += span.step
    name = desk.tongue.word("measure", figure.measure)
    return FigurePlot(
        id=f"plot-{figure.event.rpartition('/')[2]}-{figure.measure}",
        title=desk.tongue.ui("plot_title", figure=name),
        height=y + FOOT,
        edge=_x(desk, 0),
        heads=tuple(heads),
        rows=tuple(rows),
        ticks=tuple(ticks),
        zero=span.low == 0,
    )


def scale(low: float, high: float) -> Span:
    """A scale of round numbers; it begins at nought unless the numbers lie too close together to be told apart."""
    apart = (high - low) / high if high else 0
    base = 0.0 if apart == 0 or apart > CLOSE else low - max((high - low) / 2, 1)
    rough = max(high - base, 1) / 3
    power = 10 ** math.floor(math.log10(rough))
    step = max(1.0, next(n * power for n in (1, 2, 5, 10) if n * power >= rough))
    least = max(0.0, math.floor(base / step) * step)
    most = math.ceil(max(high, 1) / step) * step
    return Span(least, most + (step / 2 if most == high else 0), step)


def _groups(desk: Desk, figure: Figure) -> list[tuple[str, list[Given]]]:
    """The accounts by whom they go back to: shared origins first, then each for itself, then origins not named."""
    atlas, tongue = desk.atlas, desk.tongue
    by_origin: dict[tuple[str, ...], list[Given]] = {}
    own: list[Given] = []
    for one in figure.given:
        found = tuple(sorted(origins(atlas, one.account, figure.measure)))
        if found == (body(atlas, one.account.publisher),):
            own.append(one)
        else:
            by_origin.setdefault(found, []).append(one)
    for one in list(own):
        shared = by_origin.get((body(atlas, one.account.publisher),))
        if shared:
            shared.append(one)
            own.remove(one)
    named = sorted((o for o in by_origin if o), key=lambda o: (-len(by_origin[o]), o))
    groups = [(tongue.ui("plot_origin", names=tongue.join(origin_names(desk, o))), by_origin[o]) for o in named]
    groups += [(tongue.ui("plot_own"), own)] if own else []
    groups += [(tongue.ui("plot_unnamed"), by_origin[()])] if () in by_origin else []
    return groups


def _row(desk: Desk, one: Given, span: Span, y: int) -> PlotRow:
    quantity = one.quantity
    mark = MARKS[quantity.form]
    low, high = quantity.low, quantity.high
    start, end = (START, START) if low is None or high is None else (span.at(low), span.at(high))
    if mark == "up":
        end = END
    elif mark == "down":
        start = START
    open_end = mark in ("up", "down")
    before = start > START + WORDS if open_end else end > END - WORDS
    shift = 0.0 if mark == "word" else 2.2
    at = start - shift if before else (start if open_end else end) + shift
    left = _x(desk, start) if desk.lang == "en" else _x(desk, end)
    words = grouped(show(quantity, desk.lang, desk.atlas.spans))
    name = _cut(desk.tongue.short(one.account.publisher))
    return PlotRow(y, name, mark, left, f"{round(end - start, 1):g}%", words, _x(desk, at), before)


def _x(desk: Desk, part: float) -> str:
    """A distance from the side where lines start, as one from the left."""
    return f"{round(part if desk.lang == 'en' else 100 - part, 1):g}%"


def _cut(name: str) -> str:
    if len(name) <= LETTERS:
        return name
    return name[: LETTERS - 1].rsplit(" ", 1)[0] + "…"
