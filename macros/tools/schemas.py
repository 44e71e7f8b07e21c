"""Schemas: a JSON Schema for every kind of file in the record, so that editors complete and check while one types.

In: the models and the vocabulary. Out: macros/schemas/<kind>.json, every key with what it holds in both languages and
closed lists as enumerations; and .vscode/settings.json, which says which file has which schema. An editor reads YAML
its own way (2021 is a number, true no word), so a text may be either. A schema is a help and no judge: what takes a
second record to see is left to the check.
"""

from __future__ import annotations

import json
import posixpath
from collections.abc import Iterable, Iterator
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from macros.dates import Deadline, When
from macros.load import HOMES, Loaded
from macros.quantities import Quantity
from macros.records import vocabulary
from macros.records.account import Denial
from macros.records.base import ID, Ref, Text
from macros.records.descriptions import description, fields

FOLDER = "macros/schemas"
SETTINGS = ".vscode/settings.json"
DRAFT = "http://json-schema.org/draft-07/schema#"
Schema = dict[str, Any]
# Which files a kind of record has, for editors; they know no more than `*` here.
FILES = {
    "place": ("data/places/*/place.yml",),
    "event": ("data/places/*/19*.yml", "data/places/*/20*.yml"),
    "force": ("data/forces/*.yml",),
    "person": ("data/people/*.yml",),
    "concept": ("data/concepts/*.yml",),
    "publisher": ("data/sources/*.yml",),
    "reading": ("seeds/*.yml",),
}
# A scalar as YAML reads it; the record's own reader takes every one as text.
SCALAR: Schema = {"type": ["string", "number", "boolean"]}
STATED: Schema = {"type": ["string", "integer"]}  # a date or a figure, 2021 and 150 among them
PLAIN: dict[Any, Schema] = {
    str: SCALAR,
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    Any: {},
    When: STATED,
    Quantity: STATED,
    Deadline: STATED,
}
ONE_ID: Schema = {"type": "string", "pattern": rf"^{ID.pattern}(/{ID.pattern})?$"}


def modeline(kind: str, path: str) -> str:
    """The comment that tells any editor with a YAML language server which schema the file at `path` has."""
    where = posixpath.relpath(f"{FOLDER}/{kind}.json", posixpath.dirname(path))
    return f"yaml-language-server: $schema={where}"


def files(loaded: Loaded) -> dict[str, str]:
    """Everything that is generated for editors: path to text."""
    made = dict(schemas(loaded))
    patterns = {f"./{FOLDER}/{kind}.json": list(_patterns(kind)) for kind in made}
    return {f"{FOLDER}/{kind}.json": _json(schema) for kind, schema in made.items()} | {
        SETTINGS: _json({"yaml.schemas": patterns})
    }


def schemas(loaded: Loaded) -> Iterator[tuple[str, Schema]]:
    """(kind of file, its schema) for every kind there is."""
    for kind, _, model in HOMES:
        yield kind, _Writer(loaded).whole(model)
    for name, model in vocabulary.FILES.items():
        yield f"vocabulary-{name}", _Writer(loaded).whole(model, levels=1)
    for name, model in vocabulary.NESTED.items():
        yield f"vocabulary-{name}", _Writer(loaded).whole(model, levels=2)


def _patterns(kind: str) -> Iterable[str]:
    name = kind.removeprefix("vocabulary-")
    return (f"data/vocabulary/{name}.yml",) if name != kind else FILES.get(kind, (f"data/{kind}.yml",))


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


class _Writer:
    """Writes one schema; every model it meets becomes a definition."""

    def __init__(self, loaded: Loaded) -> None:
        self.words = loaded.words
        self.definitions: dict[str, Schema] = {}

    def whole(self, model: type[BaseModel], levels: int = 0) -> Schema:
        """The schema of a file that holds a record, or `levels` mappings around records."""
        body = self._model(model)
        for _ in range(levels):
            body = {"type": "object", "additionalProperties": body}
        return {"$schema": DRAFT} | body | {"definitions": self.definitions}

    def _model(self, model: type[BaseModel]) -> Schema:
        """A reference to a model's definition, which is written at the first one."""
        name = model.__name__
        if name not in self.definitions:
            self.definitions[name] = {}
            properties = {key: self._field(model, key, info) for key, info in fields(model).items()}
            schema: Schema = {"type": "object", "additionalProperties": False, "properties": properties}
            required = [key for key, info in fields(model).items() if info.is_required()]
            if required:
                schema["required"] = required
            if issubclass(model, Text):
                schema["anyOf"] = [{"required": ["en"]}, {"required": ["ar"]}]
            self.definitions[name] = self._denial(properties) if model is Denial else schema
        return {"allOf": [{"$ref": f"#/definitions/{name}"}]}

    def _denial(self, properties: Schema) -> Schema:
        """`denies: event`, or roles beside `terms` and `where`, as a contributor writes it."""
        roles = properties["who"]["properties"]
        denied = {**roles, "terms": properties["terms"], "where": properties["where"]}
        return {"anyOf": [{"const": "event"}, {"type": "object", "additionalProperties": False, "properties": denied}]}

    def _field(self, model: type[BaseModel], key: str, info: FieldInfo) -> Schema:
        mark = next((mark for mark in info.metadata if isinstance(mark, Ref)), Ref())
        schema = dict(
            self._value(Annotated[info.annotation, *info.metadata] if info.metadata else info.annotation, mark)
        )
        about = description(model, key)
        if about:
            schema["description"] = f"{about}\n{about.said('ar')}"
        return schema

    def _value(self, annotation: Any, mark: Ref) -> Schema:
        """The schema of a value; `mark` says which ids it may be."""
        origin, arguments = get_origin(annotation), get_args(annotation)
        if origin is Annotated:
            schema = self._value(arguments[0], mark)
            single = any(getattr(getattr(m, "func", None), "__name__", "") == "_one_or_many" for m in arguments[1:])
            return {"anyOf": [schema["items"], schema]} if single and "items" in schema else schema
        if origin in (Union, UnionType):
            return self._value(next(one for one in arguments if one is not NoneType), mark)
        if origin is Literal:
            return {"enum": list(arguments)}
        if origin is tuple:
            return {"type": "array", "items": self._value(arguments[0], mark)}
        if origin is dict:
            return self._mapping(arguments[1], mark)
        if isinstance(annotation, type) and issubclass(annotation, BaseModel):
            return self._model(annotation)
        return self._ids(mark.kinds) if annotation is str and mark.kinds else PLAIN[annotation]

    def _mapping(self, value: Any, mark: Ref) -> Schema:
        inner = self._value(value, Ref(mark.kinds))
        if mark.keys and all(kind in self.words for kind in mark.keys):
            named = {
                name: inner | {"description": _label(word)}
                for kind in mark.keys
                for name, word in self.words[kind].items()
            }
            return {"type": "object", "additionalProperties": False, "properties": named}
        return {"type": "object", "additionalProperties": inner}

    def _ids(self, kinds: tuple[str, ...]) -> Schema:
        """One of a closed list of words, or an id of the record."""
        closed = all(kind in self.words for kind in kinds)
        name = " ".join(kinds) if closed else "id"
        if name not in self.definitions:
            named = {word: _label(entry) for kind in kinds if closed for word, entry in self.words[kind].items()}
            self.definitions[name] = (
                {"enum": list(named), "enumDescriptions": list(named.values())} if closed else ONE_ID
            )
        return {"allOf": [{"$ref": f"#/definitions/{name.replace(' ', '%20')}"}]}


def _label(word: Any) -> str:
    """A word's meaning in both languages, as far as it has them."""
    return " / ".join(str(text) for text in (getattr(word, "en", ""), getattr(word, "ar", "")) if isinstance(text, str))
