"""Drafts: the text of a new record, ready to fill in, made from its model.

In: a model, the vocabulary, what is known already. Out: YAML with every key the model requires as a line without a
value, which the check names until it has one, and every other key as a comment; each with what it holds and the words
it may hold. So a key added to a model stands in the next draft.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from macros.messages import called
from macros.parse import KEY, read
from macros.plurals import Lang
from macros.records.account import Account, Denial
from macros.records.base import Ref, Text
from macros.records.descriptions import description, fields
from macros.validate import model_in

LATER = ("former_ids", "to_source", "reviewed", "items")  # keys a new record does not begin with
REMARKS = ("says", "wording", "note", "inferred", "unconfirmed")  # what only some entries need stands last
NEEDED = ("en", "ar")  # required or not, a draft asks for both languages
COLUMN = 34  # where comments begin
SHORT = 12  # words of a list that fit on their key's line; a longer list stands at the end of the file


@dataclass(frozen=True, slots=True)
class Blank:
    """A line of a draft that waits for a value: its number from 1, and its key with those above it."""

    line: int
    key: str


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a draft; `dash` begins an entry of a list; `mark` is where a `# ` makes it a comment, if it is one."""

    indent: int
    text: str
    comment: str
    mark: int | None
    dash: bool = False

    def __str__(self) -> str:
        start = " " * (self.indent - 2) + "- " if self.dash else " " * self.indent
        written = start + self.text
        if self.mark is not None:
            written = written[: self.mark] + "# " + written[self.mark :]
        return f"{written:{COLUMN - 1}} # {self.comment}" if self.comment else written


@dataclass(slots=True)
class Draft:
    """Writes a draft in the words of the vocabulary; `values` fills keys of the record itself."""

    words: Mapping[str, Mapping[str, Any]]
    lang: Lang
    values: Mapping[str, Any] = field(default_factory=dict)
    lists: dict[str, None] = field(default_factory=dict)

    def text(self, model: type[BaseModel], *heads: str) -> str:
        """The whole draft under the comments `heads`; the long lists of words stand at its end."""
        body = [str(line) for line in self.record(model, self.values)]
        return "\n".join([*(f"# {head}" for head in heads), *body, *self._endings()]) + "\n"

    def record(
        self, model: type[BaseModel], values: Mapping[str, Any], indent: int = 0, mark: int | None = None
    ) -> Iterator[Line]:
        """The lines of a record or a part of one: the keys it needs, the others as comments, last what grows."""
        needed = {k: i.is_required() or k in NEEDED or k in values for k, i in fields(model).items() if k not in LATER}
        for key in sorted(needed, key=lambda key: (_grows(fields(model)[key]), not needed[key], key in REMARKS)):
            own = mark if mark is not None or needed[key] else indent
            yield from self._key(model, key, values.get(key), indent, own)

    def _key(self, model: type[BaseModel], key: str, value: Any, indent: int, mark: int | None) -> Iterator[Line]:
        info, about = fields(model)[key], description(model, key)
        comment = about.said(self.lang) if about and key not in NEEDED else ""
        inner = model_in(info.annotation)
        if inner is None or inner is Denial or isinstance(value, str):
            words = self._words(info, comment, listed=not value and (mark is None or model is Account))
            yield Line(indent, f"{key}: {value or ''}".rstrip(), comment + words, mark)
            return
        yield Line(indent, f"{key}:", comment, mark)
        for n, line in enumerate(self.record(inner, value or {}, indent + 2, mark)):
            yield replace(line, dash=n == 0) if get_origin(info.annotation) is tuple else line

    def _words(self, info: FieldInfo, comment: str, *, listed: bool) -> str:
        """The closed list a value comes from: here if it is short, else (`listed`) at the end of the file."""
        kinds = [kind for mark in info.metadata if isinstance(mark, Ref) for kind in (*mark.keys, *mark.kinds)]
        short = []
        for kind in (kind for kind in dict.fromkeys(kinds) if kind in self.words):
            if len(self.words[kind]) > SHORT:
                self.lists |= {kind: None} if listed else {}
            elif not all(word in comment for word in self.words[kind]):
                short.append(", ".join(self.words[kind]))
        return f" ({'; '.join(short)})" if short else ""

    def _endings(self) -> Iterator[str]:
        for kind in self.lists:
            yield f"## {called(kind).said(self.lang)}"
            names = ", ".join(self._named(name, word) for name, word in self.words[kind].items())
            yield from textwrap.wrap(
                names, 110, initial_indent="##   ", subsequent_indent="##   ", break_on_hyphens=False
            )

    def _named(self, name: str, word: Any) -> str:
        """A word, and in an Arabic draft its meaning."""
        return f"{name} ({word.get(self.lang)})" if self.lang == "ar" and hasattr(word, "get") else name


def _grows(info: FieldInfo) -> bool:
    """Whether a field is a list of records, such as accounts, which others will add to."""
    inner = model_in(info.annotation)
    return inner is not None and get_origin(info.annotation) is tuple and not issubclass(inner, Text)


def blanks(text: str) -> list[Blank]:
    """The lines of a file that wait for a value, as the check will name them."""
    document = read(text.encode(), "")
    found = [
        Blank(document.marks[*loc, KEY][0], ".".join(part for part in loc if isinstance(part, str)))
        for loc in document.blanks
    ]
    return sorted(found, key=lambda blank: blank.line)
