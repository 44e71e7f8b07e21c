"""Load: the files under data/ and seeds/ become typed records; every fault of every file is kept.

In: the project's folder. Out: a `Loaded` record set, each record with its id and its document (for the places of
later faults), and the faults so far. Nothing is linked yet.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError

from macros.faults import Fault, nearest
from macros.parse import KEY, Document, Loc, read
from macros.records import files, ledgers, vocabulary
from macros.records.base import ID, Record

# Where each kind of record lives; the groups name its id. One row adds a kind.
HOMES: tuple[tuple[str, re.Pattern[str], type[Record]], ...] = (
    ("place", re.compile(r"data/places/(?P<id>[^/]+)/place\.yml"), files.Place),
    ("event", re.compile(r"data/places/(?P<id>[^/]+/\d{4}-\d{2}-[^/]+)\.yml"), files.Event),
    ("force", re.compile(r"data/forces/(?P<id>[^/]+)\.yml"), files.Force),
    ("person", re.compile(r"data/people/(?P<id>[^/]+)\.yml"), files.Person),
    ("concept", re.compile(r"data/concepts/(?P<id>[^/]+)\.yml"), files.Concept),
    ("publisher", re.compile(r"data/sources/(?P<id>[^/]+)\.yml"), files.Publisher),
    ("left-out", re.compile(r"data/(?P<id>left-out)\.yml"), ledgers.LeftOut),
    ("register", re.compile(r"data/(?P<id>register)\.yml"), ledgers.Register),
    ("reading", re.compile(r"seeds/(?P<id>[^/]+)\.yml"), files.Reading),
)
VOCABULARY = re.compile(r"data/vocabulary/(?P<id>[^/]+)\.yml")
Kind = TypeVar("Kind", bound=Record)
FOLDERS = ("data", "seeds")
# Keys whose values are dates.
DATES = {"when", "deadline", "let_in", "released", "published", "accessed", "reviewed"}
DATES |= {"since", "until", "founded", "dissolved"}
ELSEWHERE = ("data/geo/",)  # outlines for maps, not records


@dataclass(slots=True)
class Loaded:
    """Records by kind and id, the vocabulary's entries by list and word, the documents they came from, the faults."""

    records: dict[str, dict[str, Record]] = field(default_factory=dict)
    words: dict[str, dict[str, Record]] = field(default_factory=dict)
    documents: dict[tuple[str, str], Document] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

    def of(self, kind: str) -> dict[str, Any]:
        """The records of one kind, by id."""
        return self.records.get(kind, {})


def load(root: Path) -> Loaded:
    """Read every record file under `root`; what cannot be read or does not fit its model becomes faults."""
    loaded = Loaded()
    for path, fault in _walk(root):
        if fault:
            loaded.faults.append(fault)
            continue
        if path.startswith(ELSEWHERE):
            continue
        document = read((root / path).read_bytes(), path)
        loaded.faults.extend(document.faults)
        if document.data is None:
            continue
        _one(loaded, document)
    for name in (*vocabulary.FILES, *vocabulary.NESTED):
        path = f"data/vocabulary/{name}.yml"
        if not (root / path).is_file():
            loaded.faults.append(Fault(path, 1, 1, "missing-file", f"the vocabulary `{name}` is gone; put it back"))
    return loaded


def _walk(root: Path) -> Iterator[tuple[str, Fault | None]]:
    """Files of the record in path order; links and unreadable things as faults."""
    for folder in FOLDERS:
        if (root / folder).is_symlink():
            yield folder, Fault(folder, 1, 1, "symlink", "a link to another folder; put the folder itself here")
            continue
        for here, folders, names in os.walk(root / folder):
            folders.sort()
            base = Path(here).relative_to(root).as_posix()
            for name in sorted([*names, *folders]):
                path = f"{base}/{name}"
                if (Path(here) / name).is_symlink():
                    yield path, Fault(path, 1, 1, "symlink", "a link to another file; put the file itself here")
                elif name in names and not name.startswith("."):
                    yield path, None


def _one(loaded: Loaded, document: Document) -> None:
    path = document.file
    words = VOCABULARY.fullmatch(path)
    if words:
        _vocabulary(loaded, document, words["id"])
        return
    found = next(((kind, m["id"], model) for kind, home, model in HOMES if (m := home.fullmatch(path))), None)
    if found is None:
        loaded.faults.append(document.fault((), "unknown-file", _where_to(path)))
        return
    kind, name, model = found
    for part in name.split("/"):
        if not ID.fullmatch(part):
            message = f"`{part}` is not an id; use small letters a-z, digits and single hyphens"
            loaded.faults.append(document.fault((), "bad-id", message))
    record, faults = validate(model, document)
    loaded.faults.extend(faults)
    if record is not None:
        loaded.records.setdefault(kind, {})[name] = record
        loaded.documents[kind, name] = document


def _where_to(path: str) -> str:
    return (
        f"no kind of record lives at `{path}`; an event is data/places/<place>/<yyyy-mm-slug>.yml, a place "
        "data/places/<place>/place.yml, a source data/sources/<publisher>.yml"
    )


def _vocabulary(loaded: Loaded, document: Document, name: str) -> None:
    """A vocabulary file: a mapping of words, or (words, kinds) a mapping of such lists."""
    flat, nested = vocabulary.FILES.get(name), vocabulary.NESTED.get(name)
    if not isinstance(document.data, dict) or (flat is None and nested is None):
        known = nearest(name, [*vocabulary.FILES, *vocabulary.NESTED], "vocabulary")
        loaded.faults.append(document.fault((), "unknown-file", f"no vocabulary is called `{name}`; {known}"))
        return
    lists: list[tuple[str, Loc, Any, type[Record]]] = []
    if flat is not None:
        lists.append((vocabulary.KIND_OF.get(name, name), (), document.data, flat))
    elif nested is not None:
        prefix = "kind." if name == "kinds" else ""
        lists = [(prefix + key, (key,), entries, nested) for key, entries in document.data.items()]
    for kind, loc, entries, model in lists:
        if not isinstance(entries, dict):
            loaded.faults.append(
                document.fault(loc, "not-a-mapping", f"write `word: {{en: ..., ar: ...}}` lines under `{loc[-1]}`")
            )
            continue
        for word, data in entries.items():
            record, faults = validate(model, document, data, (*loc, word))
            loaded.faults.extend(faults)
            if record is not None:
                loaded.words.setdefault(kind, {})[word] = record
                loaded.documents[kind, word] = document


def validate(model: type[Kind], document: Document, data: Any = None, loc: Loc = ()) -> tuple[Kind | None, list[Fault]]:
    """One record of `model` from a document (or a part of it at `loc`), or all its faults."""
    value = document.data if not loc else data
    if not isinstance(value, dict):
        message = "a record is written as `key: value` lines"
        return None, [document.fault(loc, "not-a-record", message)]
    try:
        return model.model_validate(value), []
    except ValidationError as error:
        return None, [_fault(model, document, loc, dict(item)) for item in error.errors(include_url=False)]


def _fault(model: type[BaseModel], document: Document, base: Loc, error: dict[str, Any]) -> Fault:
    """A pydantic error in a contributor's words, at its place in the file."""
    inner: Loc = tuple(error["loc"])
    loc = (*base, *inner)
    kind, name = error["type"], str(inner[-1]) if inner else ""
    if kind == "missing":
        about = _describe(model, inner)
        return document.fault(loc, "missing-field", f"`{name}` is missing; add `{name}:` with {about}")
    if kind == "extra_forbidden":
        known = _keys(_model_at(model, inner[:-1]))
        return document.fault((*loc, KEY), "unknown-key", f"`{name}` is not a key here; {nearest(name, known, 'key')}")
    if kind in ("value_error", "assertion_error"):
        return document.fault(loc, _rule(inner), str(error["ctx"]["error"]))
    if kind == "literal_error":
        message = f"`{error['input']}` is not one of the words for `{name}`; write {error['ctx']['expected']}"
        return document.fault(loc, "unknown-word", message)
    if kind in ("too_short", "tuple_type"):
        return document.fault(loc, "not-a-list", f"`{name}` needs a list with at least one entry")
    if kind in ("model_type", "dict_type", "model_attributes_type"):
        return document.fault(loc, "not-a-mapping", f"write `key: value` lines under `{name}`")
    return document.fault(loc, "wrong-value", f"`{name}`: {error['msg'][0].lower()}{error['msg'][1:]}")


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
        model = _inner(info.annotation)
    return model


def _inner(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for arg in get_args(annotation) if (found := _inner(arg))), None)


def _keys(model: type[BaseModel] | None) -> list[str]:
    return [info.alias or name for name, info in model.model_fields.items()] if model else []


def _describe(model: type[BaseModel], loc: Loc) -> str:
    owner = _model_at(model, loc[:-1])
    for name, info in owner.model_fields.items() if owner else ():
        if (info.alias or name) == loc[-1] and info.description:
            return info.description
    return "its value"
