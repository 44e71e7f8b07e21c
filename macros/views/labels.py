"""Labels: names on a picture, none of which covers another.

In: a text and the mark it belongs to, in picture units. Out: a `Label`, or nothing where no side of the mark has room:
then the mark stands without its name and the list beside the picture has it. Pictures of the earth are never mirrored;
which end of a name is its start depends on the language.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, field

from macros.geometry import Box, Point

NAME, SMALL = 13.0, 11.0  # heights of letters, in picture units
WIDE = {"en": 0.52, "ar": 0.6}  # how wide a letter is on average, as a part of its height
EDGE = 4.0
# Where a name may stand beside its mark: which side of it, and how far along and down, as parts of the gap.
SIDES = (
    *((1, 1, 0), (-1, -1, 0), (0, 0, -1), (0, 0, 1)),
    *((1, 0.9, -0.5), (1, 0.9, 0.5), (-1, -0.9, -0.5), (-1, -0.9, 0.5)),
    *((1, 0.6, -0.8), (1, 0.6, 0.8), (-1, -0.6, -0.8), (-1, -0.6, 0.8)),
)
APART = 8.0  # between an area's name and what stands beside it
NUDGE = 16.0  # how far a name of an area may be moved to stay in the picture


@dataclass(frozen=True, slots=True)
class Label:
    """A name on a map: where it starts or ends, and how it is anchored there in this language."""

    text: str
    x: int
    y: int
    anchor: str
    kind: str = ""


@dataclass(slots=True)
class Room:
    """The room names have on a picture: what is taken, and by which sides a new one may stand."""

    frame: Box
    lang: str
    taken: list[Box] = field(default_factory=list)
    crossed: list[Box] = field(default_factory=list)
    areas: list[Label] = field(default_factory=list)

    def take(self, box: Box) -> None:
        """Keep names off a rectangle."""
        self.taken.append(box)

    def mark(self, at: Point, radius: float) -> None:
        """Keep names off a mark."""
        self.take(Box(at[0] - radius, at[1] - radius, at[0] + radius, at[1] + radius))

    def beside(self, text: str, at: Point, gap: float, size: float = NAME, kind: str = "") -> Label | None:
        """A name beside a mark, on the first side with room, at need across a line; None if no side has."""
        for over in (False, True):
            for side, dx, dy in SIDES:
                spot = (at[0] + dx * gap, at[1] + dy * (gap + size / 2))
                box = self._box(text, spot, side, size)
                if self._free(box, over):
                    self.taken.append(box)
                    return Label(text, round(spot[0]), round(spot[1] + size / 3), anchor(side, self.lang), kind)
        return None

    def line(self, one: Point, two: Point) -> None:
        """Keep names off a straight line where that can be done; its ends, where marks stand, are left out."""
        length = math.dist(one, two)
        for step in range(18, round(length) - 18, 8):
            part = step / length
            x, y = one[0] + part * (two[0] - one[0]), one[1] + part * (two[1] - one[1])
            self.crossed.append(Box(x - 3, y - 3, x + 3, y + 3))

    def put(self, text: str, spots: Iterable[Point], kind: str, side: int = 0) -> None:
        """The name of an area on the first spot with room (or to its left: side -1), a line for every two words."""
        words = text.split()
        lines = [" ".join(words[n : n + 2]) for n in range(0, len(words), 2)]
        half = max(len(line) for line in lines) * SMALL * WIDE[self.lang] / 2 + EDGE + APART + 1
        for x, y in spots:
            spot = x + side * half
            middle = min(max(spot, self.frame.left + half), self.frame.right - half)
            rows = [(middle, y + n * SMALL * 1.2) for n in range(len(lines))]
            boxes = [self._box(line, row, 0, SMALL) for line, row in zip(lines, rows, strict=True)]
            if abs(middle - spot) <= NUDGE and all(self._free(_wider(box)) for box in boxes):
                self.taken.extend(boxes)
                self.areas.extend(
                    Label(line, round(at), round(down + SMALL / 3), "middle", kind)
                    for line, (at, down) in zip(lines, rows, strict=True)
                )
                return

    def _box(self, text: str, at: Point, side: int, size: float) -> Box:
        width = len(text) * size * WIDE[self.lang]
        left = at[0] - width * (1 - side) / 2
        return Box(left, at[1] - size * 0.46, left + width, at[1] + size * 0.46)

    def _free(self, box: Box, over: bool = False) -> bool:
        frame = self.frame
        fits = frame.left + EDGE <= box.left and box.right <= frame.right - EDGE
        fits = fits and frame.low + EDGE <= box.low and box.high <= frame.high - EDGE
        kept = self.taken if over else (*self.taken, *self.crossed)
        return fits and not any(box.meets(other) for other in kept)


def _wider(box: Box) -> Box:
    """A box with the clearance an area's name needs, so that it does not read on from a place's."""
    return Box(box.left - APART, box.low, box.right + APART, box.high)


def anchor(side: int, lang: str) -> str:
    """The anchor of a text to the right (1), on (0) or to the left (-1) of a point: a text starts at its own side."""
    if side == 0:
        return "middle"
    return "start" if (side == 1) == (lang == "en") else "end"
