"""The parts every record is made of: texts in two languages, references, dates, figures, addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from macros import dates, quantities
from macros.messages import RefusedError, say
from macros.parse import Loc

Lang = Literal["en", "ar"]
LANGS: tuple[Lang, ...] = ("en", "ar")
ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
MARKUP = re.compile(r"\{\{|\{%|\{#|[<>]")


class Record(BaseModel):
    """Base of every model: frozen, unknown keys refused."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)


def _plain(text: str) -> str:
    found = MARKUP.search(text)
    if found:
        raise RefusedError(say("text/markup", markup=found.group()))
    if not text.strip():
        raise RefusedError(say("text/empty"))
    return text.strip()


def _one_or_many(value: Any) -> Any:
    return (value,) if isinstance(value, str) else value


def _not_mapping(value: Any) -> Any:
    """Say plainly when a single text was expected and a list or a mapping was written."""
    if isinstance(value, list | dict):
        raise RefusedError(say("text/one"))
    return value


def _url(text: str) -> str:
    parts = urlsplit(text)
    if parts.scheme not in ("http", "https") or not parts.hostname or re.search(r"[\s\"'<>`\\]", text):
        raise RefusedError(say("address"))
    return text


def _when(value: Any) -> Any:
    return dates.parse(value) if isinstance(value, str) else _not_mapping(value)


def _quantity(value: Any) -> Any:
    return quantities.parse(value) if isinstance(value, str) else _not_mapping(value)


def _deadline(value: Any) -> Any:
    return dates.parse_deadline(value) if isinstance(value, str) else _not_mapping(value)


Line = Annotated[str, BeforeValidator(_not_mapping), AfterValidator(_plain)]
Url = Annotated[str, BeforeValidator(_not_mapping), AfterValidator(_url)]
When = Annotated[dates.When, BeforeValidator(_when)]
Quantity = Annotated[quantities.Quantity, BeforeValidator(_quantity)]
Deadline = Annotated[dates.Deadline, BeforeValidator(_deadline)]
Many = Annotated[tuple[str, ...], BeforeValidator(_one_or_many), Field(min_length=1)]
Lines = Annotated[tuple[Line, ...], BeforeValidator(_one_or_many)]


class Text(Record):
    """A text a reader sees, in English, Arabic or both; the missing one is awaited."""

    en: Line | None = Field(None, description="the text in English, on its own line")
    ar: Line | None = Field(None, description="the text in Arabic, on its own line")

    @model_validator(mode="after")
    def _some(self) -> Text:
        if self.en is None and self.ar is None:
            raise RefusedError(say("text/language"))
        return self

    def get(self, lang: Lang) -> tuple[str, Lang]:
        """The text in `lang`, or in the other language while it is awaited, with the language it is in."""
        own = self.en if lang == "en" else self.ar
        if own is not None:
            return own, lang
        other: Lang = "ar" if lang == "en" else "en"
        return str(self.ar if lang == "en" else self.en), other

    def missing(self) -> Lang | None:
        """The language still awaited, if any."""
        return "en" if self.en is None else "ar" if self.ar is None else None


@dataclass(frozen=True, slots=True)
class Ref:
    """Marks a field whose values are ids: `kinds` they may be of; `keys` the kinds of a mapping's keys."""

    kinds: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()

    def pairs(self, value: Any, loc: Loc) -> Iterator[tuple[Loc, tuple[str, ...], str]]:
        """(place, allowed kinds, id) for every id in the field's value."""
        if value is None:
            return
        if isinstance(value, str):
            yield loc, self.kinds, value
        elif isinstance(value, Mapping):
            for key, item in value.items():
                if self.keys:
                    yield (*loc, key), self.keys, key
                if self.kinds:
                    yield from self.pairs(item, (*loc, key))
        elif isinstance(value, tuple | list):
            for n, item in enumerate(value):
                yield from self.pairs(item, (*loc, n))


def references(record: BaseModel, loc: Loc = ()) -> Iterator[tuple[Loc, tuple[str, ...], str]]:
    """Every reference in a record, nested models included: its place, the kinds it may name, the id."""
    for name, info in type(record).model_fields.items():
        value = getattr(record, name)
        if value is None or value == ():
            continue
        here = (*loc, info.alias or name)
        for mark in info.metadata:
            if isinstance(mark, Ref):
                yield from mark.pairs(value, here)
        yield from _nested(value, here)


def _nested(value: Any, loc: Loc) -> Iterator[tuple[Loc, tuple[str, ...], str]]:
    if isinstance(value, Record):
        yield from references(value, loc)
    elif isinstance(value, tuple):
        for n, item in enumerate(value):
            yield from _nested(item, (*loc, n))
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from _nested(item, (*loc, key))


def texts(record: BaseModel, loc: Loc = ()) -> Iterator[tuple[Loc, Text]]:
    """Every bilingual text in a record with its place."""
    for name, info in type(record).model_fields.items():
        yield from _texts(getattr(record, name), (*loc, info.alias or name))


def _texts(value: Any, loc: Loc) -> Iterator[tuple[Loc, Text]]:
    if isinstance(value, Text):
        yield loc, value
    elif isinstance(value, Record):
        yield from texts(value, loc)
    elif isinstance(value, tuple):
        for n, item in enumerate(value):
            yield from _texts(item, (*loc, n))
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from _texts(item, (*loc, key))
