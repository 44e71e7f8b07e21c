"""Labels: names on a picture, none of which covers another.

In: a text and the mark it belongs to, in picture units. Out: a `Label`, or nothing where no side of the mark has room:
then the mark stands without its name and the list beside the picture has it. Pictures of the earth are never mirrored;
which end of a name is its start depends on the language.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from macros.geometry import Box, Point

NAME, SMALL = 13.0, 11.0  # heights of letters, in picture units
WIDE = {"en": 0.56, "ar": 0.57}  # how wide a letter is on average, as a part of its height
EDGE = 4.0
NUDGE = 24.0  # how far a name of an area may be moved to stay in the picture


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

    def take(self, box: Box) -> None:
        """Keep names off a rectangle."""
        self.taken.append(box)

    def mark(self, at: Point, radius: float) -> None:
        """Keep names off a mark."""
        self.take(Box(at[0] - radius, at[1] - radius, at[0] + radius, at[1] + radius))

    def beside(self, text: str, at: Point, gap: float, size: float = NAME, kind: str = "") -> Label | None:
        """A name beside a mark, on the first side with room; None if no side has."""
        for dx, dy in ((1, 0), (-1, 0), (0, -1), (0, 1), (1, -1), (-1, -1), (1, 1), (-1, 1)):
            reach = gap if dx == 0 or dy == 0 else gap * 0.7
            found = self._put(text, (at[0] + dx * reach, at[1] + dy * (reach + size / 2)), dx, size, kind)
            if found:
                return found
        return None

    def at(self, text: str, spots: Iterable[Point], size: float = SMALL, kind: str = "") -> tuple[Label, ...]:
        """A name centred on (or near) the first spot with room, a line for every two words; empty if none has."""
        words = text.split()
        lines = [" ".join(words[n : n + 2]) for n in range(0, len(words), 2)]
        half = max(len(line) for line in lines) * size * WIDE[self.lang] / 2 + EDGE + 1
        for spot, y in spots:
            x = min(max(spot, self.frame.left + half), self.frame.right - half)
            if abs(x - spot) > NUDGE:
                continue
            boxes = [self._box(line, (x, y + n * size * 1.2), 0, size) for n, line in enumerate(lines)]
            if all(self._free(box) for box in boxes):
                self.taken.extend(boxes)
                return tuple(
                    Label(line, round(x), round(y + n * size * 1.2 + size / 3), "middle", kind)
                    for n, line in enumerate(lines)
                )
        return ()

    def _put(self, text: str, at: Point, side: int, size: float, kind: str) -> Label | None:
        box = self._box(text, at, side, size)
        if not self._free(box):
            return None
        self.taken.append(box)
        return Label(text, round(at[0]), round(at[1] + size / 3), anchor(side, self.lang), kind)

    def _box(self, text: str, at: Point, side: int, size: float) -> Box:
        width = len(text) * size * WIDE[self.lang]
        left = at[0] - width * (1 - side) / 2
        return Box(left, at[1] - size * 0.6, left + width, at[1] + size * 0.6)

    def _free(self, box: Box) -> bool:
        frame = self.frame
        fits = frame.left + EDGE <= box.left and box.right <= frame.right - EDGE
        fits = fits and frame.low + EDGE <= box.low and box.high <= frame.high - EDGE
        return fits and not any(box.meets(other) for other in self.taken)


def anchor(side: int, lang: str) -> str:
    """The anchor of a text to the right (1), on (0) or to the left (-1) of a point: a text starts at its own side."""
    if side == 0:
        return "middle"
    return "start" if (side == 1) == (lang == "en") else "end"
