"""New records: `new place`, `event`, `force`, `person`, `concept` or `publisher` puts a draft where its kind lives.

In: the kind, the id, what is known already, the record as it is. Out: the draft and its path. Refused: what is no id,
an id that exists or once did, an event of a place that has no record, a word the vocabulary does not have.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from macros import register
from macros.dates import parse as parse_date
from macros.faults import nearest
from macros.link import SHARED
from macros.load import HOMES, Loaded
from macros.messages import RefusedError, called, say
from macros.plurals import Lang
from macros.records.base import ID
from macros.records.ledgers import KINDS
from macros.tools.drafts import Draft
from macros.tools.schemas import modeline

PATHS = {
    "place": "data/places/{}/place.yml",
    "event": "data/places/{}.yml",
    "force": "data/forces/{}.yml",
    "person": "data/people/{}.yml",
    "concept": "data/concepts/{}.yml",
    "publisher": "data/sources/{}.yml",
}
MODELS = {kind: model for kind, _, model in HOMES}
# The list of the vocabulary that says what kind of thing a record is, and the key that holds it.
SORTS = {"event": ("event-type", "type")} | {k: (f"kind.{k}", "kind") for k in ("place", "force", "publisher")}


def new_record(
    root: Path, loaded: Loaded, kind: str, name: str, lang: Lang, known: Mapping[str, str]
) -> tuple[str, str]:
    """The path and the text of a new record; `known`: `en`, `ar` (its name), `sort`, `source`, `url`."""
    path = PATHS[kind].format(name)
    _is_an_id(kind, name)
    _is_free(root, loaded, kind, name, path)
    draft = Draft(loaded.words, lang, _values(loaded, kind, known))
    heads = [modeline(kind, path), say("new/head").said(lang)]
    asked = getattr(loaded.words["event-type"].get(known.get("sort", "")), "questions", ()) if kind == "event" else ()
    if asked:
        heads.append(say("new/questions", questions=", ".join(asked)).said(lang))
    return path, draft.text(MODELS[kind], *heads)


def _is_an_id(kind: str, name: str) -> None:
    parts = name.split("/")
    for part in parts:
        if not ID.fullmatch(part):
            raise RefusedError(say("bad-id", part=part))
    if kind != "event" and len(parts) > 1:
        raise RefusedError(say("bad-id", part=name))
    if kind == "event":
        if len(parts) != 2 or parts[1][7:8] != "-" or not parts[1][8:]:
            raise RefusedError(say("new/event-id", name=name))
        parse_date(parts[1][:7])


def _is_free(root: Path, loaded: Loaded, kind: str, name: str, path: str) -> None:
    places = loaded.of("place")
    place = name.split("/", maxsplit=1)[0]
    if kind == "event" and place not in places:
        raise RefusedError(say("new/no-place", place=place, near=nearest(place, places, called("place"))))
    if (root / path).exists():
        raise RefusedError(say("new/exists", name=name, file=path))
    for other in SHARED if kind in SHARED else ():
        if name in loaded.of(other) or name in loaded.words.get(other, {}):
            file = loaded.documents[other, name].file
            raise RefusedError(say("id-used-twice", name=name, kind=called(other), file=file))
    taken = register.former(loaded).get(name)
    if taken:
        raise RefusedError(say("former-id-taken", old=name, taken=taken))
    published = loaded.of("register").get("register")
    if published and kind in KINDS and name in getattr(published, kind):
        raise RefusedError(say("new/published", name=name, file=register.FILE))


def _values(loaded: Loaded, kind: str, known: Mapping[str, str]) -> dict[str, Any]:
    """What is known of the record already, in the shape of its keys."""
    values: dict[str, Any] = {}
    names = {lang: json.dumps(known[lang], ensure_ascii=False) for lang in ("en", "ar") if known.get(lang)}
    if names:
        values["title" if kind == "event" else "name"] = names
    if known.get("sort"):
        if kind not in SORTS:
            raise RefusedError(say("new/no-sort", kind=called(kind)))
        listed, key = SORTS[kind]
        if known["sort"] not in loaded.words.get(listed, {}):
            near = nearest(known["sort"], loaded.words.get(listed, {}), called(listed))
            raise RefusedError(say("unknown-id", what=called(listed), wanted=known["sort"], near=near))
        values[key] = known["sort"]
    if known.get("url"):
        values["url"] = json.dumps(known["url"])
    if kind == "event":
        # At least one account has to be dated, so the first one asks for its date.
        values["accounts"] = {"source": known.get("source", ""), "at": "", "when": ""}
    return values
