"""Validate: the values of one record against its model; what does not fit, in a contributor's words.

In: a model and a document. Out: the record, or a fault at the place of every value that does not fit, saying what to
write instead. A key without a value is told once, with what it holds, and not again as a key that is missing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError

from macros.faults import Fault, nearest
from macros.messages import Message, RefusedError, called, either, say
from macros.parse import KEY, Document, Loc
from macros.records.base import Record
from macros.records.descriptions import description, fields

Kind = TypeVar("Kind", bound=Record)
# Keys whose values are dates.
DATES = {"when", "deadline", "let_in", "released", "published", "accessed", "reviewed"}
DATES |= {"since", "until", "founded", "dissolved"}


def validate(model: type[Kind], document: Document, data: Any = None, loc: Loc = ()) -> tuple[Kind | None, list[Fault]]:
    """One record of `model` from a document (or a part of it at `loc`), or all its faults."""
    value = document.data if not loc else data
    if not isinstance(value, dict):
        return None, [document.fault(loc, "not-a-record", say("not-a-record"))]
    try:
        return model.model_validate(value), []
    except ValidationError as error:
        found = [dict(item) for item in error.errors(include_url=False)]
        return None, [_fault(model, document, loc, item) for item in found if not _told(document, loc, item, found)]


def blank_told(document: Document, model: type[BaseModel]) -> Iterator[Fault]:
    """The document's own faults; that of a key without a value says what the key of `model` holds."""
    blanks = {document.marks[*loc, KEY]: loc for loc in document.blanks}
    for fault in document.faults:
        loc = blanks.get((fault.line, fault.column)) if fault.rule == "no-value" else None
        about = _describe(model, loc) if loc else None
        if loc and about:
            yield replace(fault, message=say("no-value/known", name=loc[-1], about=about))
        else:
            yield fault


def _told(document: Document, base: Loc, error: dict[str, Any], others: list[dict[str, Any]]) -> bool:
    """Whether an error only repeats another: of a key without a value, that it is missing or what holds it not whole;
    of a list with a fault in its one entry, that it is too short.
    """
    loc = (*base, *error["loc"])
    if error["type"] == "missing":
        return loc in document.blanks
    if error["type"] == "too_short":
        own = error["loc"]
        return any(other["loc"][: len(own)] == own and len(other["loc"]) > len(own) for other in others)
    return error["type"] == "value_error" and any(blank[: len(loc)] == loc for blank in document.blanks)


def _fault(model: type[BaseModel], document: Document, base: Loc, error: dict[str, Any]) -> Fault:
    """A pydantic error in a contributor's words, at its place in the file."""
    inner: Loc = tuple(error["loc"])
    loc = (*base, *inner)
    kind, name = error["type"], str(inner[-1]) if inner else ""
    if kind == "missing":
        about = _describe(model, inner) or say("its-value")
        return document.fault(loc, "missing-field", say("missing-field", name=name, about=about))
    if kind == "extra_forbidden":
        near = nearest(name, _keys(_model_at(model, inner[:-1])), called("key"))
        return document.fault((*loc, KEY), "unknown-key", say("unknown-key", name=name, near=near))
    if kind == "literal_error":
        words = re.findall(r"'[^']*'", error["ctx"]["expected"])
        message = say("unknown-word", word=error["input"], name=name, expected=either(words))
        return document.fault(loc, "unknown-word", message)
    if kind in ("too_short", "tuple_type"):
        return document.fault(loc, "not-a-list", say("not-a-list", name=name))
    if kind in ("model_type", "dict_type", "model_attributes_type"):
        return document.fault(loc, "not-a-mapping", say("not-a-mapping", name=name))
    return document.fault(loc, _rule(inner), _wrong(name, error))


def _wrong(name: str, error: dict[str, Any]) -> Message:
    """What is wrong with a value: our own refusal, or pydantic's in our words."""
    given = error.get("ctx", {})
    if isinstance(given.get("error"), RefusedError):
        refused: RefusedError = given["error"]
        return refused.message
    match error["type"]:
        case "float_type" | "float_parsing" | "finite_number":
            return say("wrong-value/number", name=name)
        case "int_type" | "int_parsing" | "int_from_float":
            return say("wrong-value/whole-number", name=name)
        case "less_than_equal":
            return say("wrong-value/at-most", name=name, limit=f"{given['le']:g}")
        case "greater_than_equal":
            return say("wrong-value/at-least", name=name, limit=f"{given['ge']:g}")
        case "bool_type" | "bool_parsing":
            return say("wrong-value/true-or-false", name=name)
        case "string_type":
            return say("wrong-value/text", name=name)
    return say("wrong-value/other", name=name, problem=f"{error['msg'][0].lower()}{error['msg'][1:]}")


def _rule(loc: Loc) -> str:
    keys = [part for part in loc if isinstance(part, str)]
    if "figures" in keys or keys[-1:] == ["value"]:
        return "bad-figure"
    if keys and keys[-1] in DATES:
        return "bad-date"
    return "bad-address" if keys[-1:] in (["url"], ["archived"]) else "wrong-value"


def _model_at(model: type[BaseModel] | None, loc: Loc) -> type[BaseModel] | None:
    """The model that describes the value at `loc` inside a record of `model`, if a model does."""
    for part in loc:
        if model is None or isinstance(part, int):
            continue
        info = next((i for n, i in model.model_fields.items() if (i.alias or n) == part), None)
        if info is None:
            continue  # a key of a mapping: the model stays the mapping's entry
        model = model_in(info.annotation)
    return model


def model_in(annotation: Any) -> type[BaseModel] | None:
    """The model inside a field's annotation, of one value, a list or a mapping; None if its values are plain."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for arg in get_args(annotation) if (found := model_in(arg))), None)


def _keys(model: type[BaseModel] | None) -> list[str]:
    return list(fields(model)) if model else []


def _describe(model: type[BaseModel], loc: Loc) -> Message | None:
    owner = _model_at(model, loc[:-1])
    return description(owner, str(loc[-1])) if owner else None
