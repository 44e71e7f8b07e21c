"""Descriptions: what every key of a record holds, in both languages, for messages, templates and editors.

In: a model and one of its keys. Out: the description as a message. English stands with the field; Arabic in
descriptions.yml under `Model.key`, of the model that the key comes from.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import yaml
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from macros.messages import Message, say

ARABIC = Path(__file__).with_name("descriptions.yml")


@cache
def arabic() -> dict[str, str]:
    """`Model.key` to its description in Arabic."""
    found: dict[str, str] = yaml.load(ARABIC.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return found


def fields(model: type[BaseModel]) -> dict[str, FieldInfo]:
    """The fields of a model by their keys in a file, in the order in which they are declared."""
    return {info.alias or name: info for name, info in model.model_fields.items()}


def description(model: type[BaseModel], key: str) -> Message | None:
    """What `key` of a record of `model` holds; None for a key it does not have or nobody has described."""
    info = fields(model).get(key)
    if info is None or info.description is None:
        return None
    owners = (f"{parent.__name__}.{key}" for parent in model.__mro__)
    other = next((arabic()[name] for name in owners if name in arabic()), info.description)
    return say("both", en=info.description, ar=other)
