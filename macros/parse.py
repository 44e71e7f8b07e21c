"""Strict YAML: the text of one file becomes plain values and the place of every one of them.

In: bytes of a YAML file. Out: a `Document` (str, list and dict only; scalars stay text, so `no` is not False and
`2021-05-20` is not a date) with line and column per value, and the faults found. The schema converts, later.
RefusedError: duplicate keys, anchors, aliases, tags, several documents, invalid UTF-8, control and bidi-override
characters, files over 256 KB, and one-line texts that YAML splits at a comma.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from macros.faults import Fault
from macros.messages import Message, say

LARGEST = 256 * 1024  # bytes; the longest event written so far is 20 KB
DEEPEST = 50  # levels; a record has six
Loc = tuple[str | int, ...]
KEY = "\0key"  # last in a place: the key itself, not its value
# Controls but tab and newline, and the characters that reorder or hide text on a page.
FORBIDDEN = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f\x80-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2028\u2029\u2060-\u2069\ufeff\ufffe\uffff]"
)


@dataclass(frozen=True, slots=True)
class Document:
    """A parsed file: `data` of str, list, dict; `marks` gives (line, column) from 1 for each value and key.

    `blanks` are the keys without a value: a fault each, and left out of `data`.
    """

    file: str
    data: Any
    marks: dict[Loc, tuple[int, int]]
    faults: tuple[Fault, ...] = ()
    blanks: frozenset[Loc] = frozenset()

    def fault(self, loc: Loc, rule: str, message: Message) -> Fault:
        """A fault at the value `loc` names, or at the nearest enclosing value that is in the file."""
        for end in range(len(loc), -1, -1):
            mark = self.marks.get(loc[:end])
            if mark:
                return Fault(self.file, *mark, rule, message)
        return Fault(self.file, 1, 1, rule, message)


def read(raw: bytes, file: str) -> Document:
    """Parse the bytes of one file; `file` is the path faults name. A file that cannot be parsed has `data` None."""
    if len(raw) > LARGEST:
        message = say("file-too-large", size=f"{len(raw):,}", limit=f"{LARGEST:,}")
        return _failed(file, 1, 1, "file-too-large", message)
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        return _failed(file, line, 1, "not-utf8", say("not-utf8"))
    text = text.replace("\r\n", "\n")
    bad = FORBIDDEN.search(text)
    if bad:
        before = text[: bad.start()]
        return _failed(
            file,
            before.count("\n") + 1,
            bad.start() - (before.rfind("\n") + 1) + 1,
            "forbidden-character",
            say("forbidden-character", code=f"{ord(bad.group()):04X}"),
        )
    try:
        events = list(yaml.parse(text, Loader=yaml.CSafeLoader))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        return _failed(file, line, column, "yaml-syntax", _syntax(error, text, line))
    deep = _too_deep(events)
    if deep:
        return _failed(file, *_mark(deep), "too-deep", say("too-deep", levels=DEEPEST))
    builder = _Builder(file, events)
    data = builder.build()
    return Document(file, data, builder.marks, tuple(builder.faults), frozenset(builder.blanks))


def _too_deep(events: list[Event]) -> Event | None:
    """The first value nested deeper than any record needs and than recursion could follow."""
    depth = 0
    for event in events:
        depth += isinstance(event, CollectionStartEvent) - isinstance(event, CollectionEndEvent)
        if depth > DEEPEST:
            return event
    return None


def _failed(file: str, line: int, column: int, rule: str, message: Message) -> Document:
    return Document(file, None, {}, (Fault(file, line, column, rule, message),))


def _syntax(error: yaml.MarkedYAMLError, text: str, line: int) -> Message:
    """The parser's complaint in words a contributor can act on."""
    lines = text.split("\n")
    written = lines[line - 1] if line <= len(lines) else ""
    quoted = written.strip()
    problem = str(error.problem or "not valid YAML")
    if "\t" in written[: len(written) - len(written.lstrip())]:
        return say("yaml-syntax/tab")
    if "mapping values are not allowed" in problem:
        return say("yaml-syntax/colon", line=repr(quoted[:60]))
    if re.search(r":\s*>\s*\d", quoted):
        return say("yaml-syntax/folded")
    if re.search(r":\s*[%@`&*!|>]", quoted):
        return say("yaml-syntax/command", problem=problem)
    return say("yaml-syntax/other", problem=problem)


@dataclass(slots=True)
class _Builder:
    """Builds values from parser events; keeps a mark per value and refuses what the record must not use."""

    file: str
    events: list[Event]
    at: int = 0
    marks: dict[Loc, tuple[int, int]] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    blanks: set[Loc] = field(default_factory=set)

    def build(self) -> Any:
        starts = [e for e in self.events if isinstance(e, DocumentStartEvent)]
        if not starts:
            self._fault((1, 1), "empty-file", say("empty-file"))
            return None
        if len(starts) > 1:
            self._fault(_mark(starts[1]), "several-documents", say("several-documents"))
        self.at = self.events.index(starts[0]) + 1
        return self._value(())

    def _fault(self, mark: tuple[int, int], rule: str, message: Message) -> None:
        self.faults.append(Fault(self.file, *mark, rule, message))

    def _value(self, loc: Loc) -> Any:
        event = self.events[self.at]
        self.at += 1
        self.marks.setdefault(loc, _mark(event))
        if isinstance(event, AliasEvent):
            self._fault(_mark(event), "yaml-alias", say("yaml-alias", anchor=getattr(event, "anchor", "")))
            return ""
        if getattr(event, "anchor", None):
            self._fault(_mark(event), "yaml-anchor", say("yaml-anchor", anchor=getattr(event, "anchor", "")))
        tag = getattr(event, "tag", None)
        if tag:
            self._fault(_mark(event), "yaml-tag", say("yaml-tag", tag=tag))
        if isinstance(event, ScalarEvent):
            return _scalar(event)
        if isinstance(event, SequenceStartEvent):
            return self._sequence(loc)
        return self._mapping(loc, event)

    def _sequence(self, loc: Loc) -> list[Any]:
        items: list[Any] = []
        while not isinstance(self.events[self.at], SequenceEndEvent):
            items.append(self._value((*loc, len(items))))
        self.at += 1
        return items

    def _mapping(self, loc: Loc, start: Event) -> dict[str, Any]:
        items: dict[str, Any] = {}
        while not isinstance(self.events[self.at], MappingEndEvent):
            event = self.events[self.at]
            mark = _mark(event)
            key = self._value((*loc, KEY))
            self.marks.pop((*loc, KEY), None)
            if not isinstance(key, str):
                self._fault(mark, "yaml-key", say("yaml-key"))
                key = f"\0{len(items)}"
            place = (*loc, key)
            if key in items:
                self._fault(mark, "duplicate-key", say("duplicate-key", name=key))
                key, place = f"\0{len(items)}", (*loc, f"\0{len(items)}")
            value = self._value(place)
            self.marks[*place, KEY] = mark
            if isinstance(value, str) and value == "" and not _quoted(self.events[self.at - 1]):
                if key.startswith("\0") or isinstance(self.events[self.at - 1], AliasEvent):
                    continue  # told already
                if getattr(start, "flow_style", False):
                    self._fault(mark, "split-text", say("split-text", text=key[:40]))
                    continue
                self._fault(mark, "no-value", say("no-value", name=key))
                self.blanks.add(place)
                continue
            if not key.startswith("\0"):
                items[key] = value
        self.at += 1
        return items


def _scalar(event: ScalarEvent) -> str:
    return str(event.value)


def _quoted(event: Event) -> bool:
    return isinstance(event, ScalarEvent) and event.style in ("'", '"')


def _mark(event: Event) -> tuple[int, int]:
    mark = event.start_mark
    assert mark is not None, "the parser marks every event"
    return mark.line + 1, mark.column + 1
