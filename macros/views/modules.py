"""The module map: every module of this package with what its own first lines say of it.

In: the package's source files. Out: groups of rows, in the order of the flow. Read from the files themselves, so that
the page cannot drift from them.
"""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent
# The folders in the order of the flow; the modules of the package itself come first.
GROUPS = ("", "records", "derive", "views", "exports", "tools")


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a sentence: plain text, or a name of the code."""

    text: str
    code: bool


@dataclass(frozen=True, slots=True)
class ModuleRow:
    """A module: its name, its first sentence, the paragraphs after it."""

    name: str
    summary: tuple[Part, ...]
    paragraphs: tuple[tuple[Part, ...], ...]


@dataclass(frozen=True, slots=True)
class ModuleGroup:
    """The modules of one folder; `about` is what the folder's own first lines say."""

    folder: str
    about: tuple[Part, ...]
    rows: tuple[ModuleRow, ...]


@cache
def module_map() -> tuple[ModuleGroup, ...]:
    """Every group with its modules by name."""
    found = []
    for folder in GROUPS:
        files = sorted((PACKAGE / folder).glob("*.py"))
        rows = tuple(_row(path) for path in files if path.stem != "__init__")
        own = _paragraphs(PACKAGE / folder / "__init__.py")
        found.append(ModuleGroup(f"{PACKAGE.name}/{folder}".rstrip("/"), own[0], rows))
    return tuple(found)


def _row(path: Path) -> ModuleRow:
    first, *rest = _paragraphs(path)
    return ModuleRow(path.stem, first, tuple(rest))


def _paragraphs(path: Path) -> list[tuple[Part, ...]]:
    """A module's docstring as paragraphs; a drawing (every line indented) is left out."""
    text = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
    told = [part for part in text.split("\n\n") if not all(line.startswith("  ") for line in part.split("\n"))]
    return [_parts(" ".join(part.split())) for part in told] or [()]


def _parts(text: str) -> tuple[Part, ...]:
    """A sentence cut at its backticks."""
    pieces = re.split(r"`([^`]+)`", text)
    return tuple(Part(piece, n % 2 == 1) for n, piece in enumerate(pieces) if piece)
