"""Messages: what the program tells a contributor, in both languages, from one catalogue.

In: the id of a message and the values that fill it. Out: a `Message`. To everything that reads text it is its English
text; asked to, it says the same in Arabic. The catalogue is messages.yml beside this module: `rules` names every kind
of fault, `messages` holds the templates, `counts` the nouns that stand with a number. A value may itself be a message.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from macros.plurals import Lang, counted

CATALOGUE = Path(__file__).with_name("messages.yml")
Said = Mapping[str, str]  # language to text


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The catalogue as written: short names of rules, templates of messages, plural forms of counted nouns."""

    rules: Mapping[str, Said]
    messages: Mapping[str, Said]
    counts: Mapping[str, Mapping[Lang, Mapping[str, str]]]


@cache
def catalogue() -> Catalogue:
    """The catalogue, read at its first use."""
    return Catalogue(**yaml.load(CATALOGUE.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader))


class Message(str):
    """A message of the catalogue: its English text, with the id and the values it was made from.

    A text and no object beside it, so that it can be sorted, searched, raised or printed like any other.
    """

    __slots__ = ("key", "values")
    key: str
    values: Mapping[str, object]

    def __new__(cls, key: str, values: Mapping[str, object]) -> Message:
        """The message `key` filled with `values`; KeyError if the catalogue has no such message or a value lacks."""
        made = super().__new__(cls, _filled(key, values, "en"))
        made.key, made.values = key, values
        return made

    def said(self, lang: Lang) -> str:
        """The message in `lang`."""
        return str(self) if lang == "en" else _filled(self.key, self.values, lang)


class RefusedError(ValueError):
    """A value that the record cannot take; the message says what to write instead."""

    def __init__(self, message: Message) -> None:
        self.message = message
        super().__init__(message)


def say(key: str, /, **values: object) -> Message:
    """The message `key` of the catalogue, filled."""
    return Message(key, values)


def said(text: str, lang: Lang) -> str:
    """Any text in `lang`: a message is said in it, another text stays as it is."""
    return text.said(lang) if isinstance(text, Message) else text


def either(names: Sequence[str], between: str = ", ") -> str:
    """`a, b or c`: the names with the word for "or" before the last."""
    if len(names) == 1:
        return names[0]
    return say("or", first=between.join(names[:-1]), last=names[-1])


def any_of(names: Sequence[str]) -> str:
    """`a or b or c`: the names with the word for "or" between each two."""
    return names[0] if len(names) == 1 else say("or", first=any_of(names[:-1]), last=names[-1])


def called(name: str) -> Message:
    """A kind of record or list of the vocabulary, as a contributor calls it."""
    known = f"kind/{name}" in catalogue().messages
    return Message(f"kind/{name}", {}) if known else say("kind/other", name=name)


def number(n: int, noun: str, lang: Lang) -> str:
    """A number with its noun: `3 faults`."""
    return counted(n, catalogue().counts[noun][lang], lang)


def _filled(key: str, values: Mapping[str, object], lang: Lang) -> str:
    template = catalogue().messages[key][lang]
    return template.format(**{k: v.said(lang) if isinstance(v, Message) else v for k, v in values.items()})
