"""Faults: what is wrong in the record, where, and what to write instead.

In: nothing. Out: `Fault` values, made by every stage that reads the record, and their printed forms.
Problems are values here, so that one run reports all of them; nothing in this package raises for bad data.
What a fault says comes from the catalogue of `macros.messages`, and so in both languages.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass

from macros.messages import Message, any_of, called, number, said, say
from macros.plurals import Lang


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One fault at one place: `file` relative to the project, `line` and `column` counted from 1."""

    file: str
    line: int
    column: int
    rule: str
    message: Message

    def terminal(self, lang: Lang = "en") -> str:
        """`file:line:column rule message`, the form editors make clickable."""
        return f"{self.file}:{self.line}:{self.column} {self.rule} {said(self.message, lang)}"

    def github(self, lang: Lang = "en") -> str:
        """A workflow command that puts the fault on the pull request's line."""
        text = said(self.message, lang).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
        file, title = _property(self.file), _property(self.rule)
        return f"::error file={file},line={self.line},col={self.column},title={title}::{text}"


def _property(text: str) -> str:
    """A value that cannot end a workflow command's property: a file's name is a contributor's."""
    for character in "%\r\n:,":
        text = text.replace(character, f"%{ord(character):02X}")
    return text


FORMATS = {"terminal": Fault.terminal, "github": Fault.github}


class RecordError(Exception):
    """The record has faults and cannot be built; `faults` holds all of them, in file order."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(sorted(set(faults)))
        super().__init__(f"{count(len(self.faults))}\n" + report(self.faults))


def count(n: int, lang: Lang = "en") -> str:
    """`1 fault` or `n faults`."""
    return number(n, "faults", lang)


def report(faults: Iterable[Fault], style: str = "terminal", lang: Lang = "en") -> str:
    """All faults, a line each, in one of `FORMATS`."""
    form = FORMATS[style]
    return "\n".join(form(fault, lang) for fault in faults)


def nearest(wrong: str, known: Iterable[str], what: str = "") -> Message:
    """What to write instead of an unknown id: the nearest known ones, or where to make a new one."""
    candidates = sorted(known)
    close = difflib.get_close_matches(wrong, candidates, n=3, cutoff=0.6)
    if not close:
        close = [name for name in candidates if wrong and (wrong in name or name in wrong)][:3]
    if close:
        return say("near/one-of", names=any_of([f"`{name}`" for name in close]))
    return say("near/none", what=what or called("id"))
