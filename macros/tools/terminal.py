"""Faults for a reader at a terminal: grouped by file, each with its line quoted and a caret under the column.

In: faults and the project's folder. Out: text. What a file holds may be meant to confuse a terminal, so characters that
hide, reorder or command are shown by their number.
"""

from __future__ import annotations

import textwrap
import unicodedata
from collections.abc import Iterable
from functools import cache
from itertools import groupby
from pathlib import Path

from macros.faults import Fault
from macros.messages import catalogue, number, said, say
from macros.parse import FORBIDDEN
from macros.plurals import Lang

INDENT = " " * 9
MARGIN = 24  # characters of a long line that stay visible before the caret
BOLD, RED, PLAIN = "\033[1m", "\033[31m", "\033[0m"


def grouped(faults: Iterable[Fault], root: Path, lang: Lang = "en", width: int = 100, *, colour: bool = False) -> str:
    """All faults, a paragraph per file: place, rule and its name, the line with a caret, what to write instead."""
    bold, red, plain = (BOLD, RED, PLAIN) if colour else ("", "", "")
    parts = []
    for file, own in groupby(sorted(faults), key=lambda fault: fault.file):
        lines = [f"{bold}{visible(file)}{plain}"]
        for fault in own:
            name = catalogue().rules[fault.rule][lang]
            lines.append(f"  {f'{fault.line}:{fault.column}':6} {bold}{fault.rule}{plain}  {name}")
            quoted = _quoted(root / file, fault.line, fault.column, max(width - len(INDENT) - 2, MARGIN * 2))
            if quoted:
                lines += [f"{INDENT}| {quoted[0]}", f"{INDENT}| {red}{quoted[1]}{plain}"]
            text = visible(said(fault.message, lang))
            lines += textwrap.wrap(text, width, initial_indent=INDENT, subsequent_indent=INDENT, break_on_hyphens=False)
        parts.append("\n".join(lines))
    return "\n\n".join(parts)


def ending(faults: Iterable[Fault], lang: Lang = "en") -> str:
    """The line after the last fault: how many there are in how many files, and where each name is explained."""
    listed = list(faults)
    rules = {fault.rule for fault in listed}
    files = number(len({fault.file for fault in listed}), "files", lang)
    counted = say("check/files", faults=number(len(listed), "faults", lang), files=files).said(lang)
    anchor = rules.pop() if len(rules) == 1 else "faults"
    return f"{counted}\n{say('check/meaning', anchor=anchor if lang == 'en' else f'ar-{anchor}').said(lang)}"


def visible(text: str) -> str:
    """The text with every character that hides, reorders or commands written as `<U+202E>`."""
    return FORBIDDEN.sub(lambda found: f"<U+{ord(found[0]):04X}>", text.replace("\t", " ").replace("\n", " "))


def cells(text: str) -> int:
    """How many columns of a terminal a text takes: marks take none, wide letters two."""
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else not unicodedata.combining(c) for c in text)


def _quoted(path: Path, line: int, column: int, width: int) -> tuple[str, str] | None:
    """The line, cut to fit around the column, and the caret under it; None where the file has no such line."""
    lines = _lines(path)
    if not 1 <= line <= len(lines) or not lines[line - 1].strip():
        return None
    before, after = visible(lines[line - 1][: column - 1]), visible(lines[line - 1][column - 1 :])
    if cells(before) > width - MARGIN:
        before = "…" + before[-MARGIN:]
    room = width - cells(before)
    after = after if cells(after) <= room else after[: room - 1] + "…"
    return before + after, " " * cells(before) + "^"


@cache
def _lines(path: Path) -> list[str]:
    if path.is_symlink() or not path.is_file():
        return []
    return path.read_bytes().decode("utf-8", errors="replace").replace("\r\n", "\n").split("\n")
