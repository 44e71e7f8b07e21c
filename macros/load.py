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
from typing import Any

from macros.faults import Fault, nearest
from macros.messages import called, say
from macros.parse import Document, Loc, read
from macros.records import files, ledgers, vocabulary
from macros.records.base import ID, Record
from macros.validate import blank_told, validate

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
    ("corrections", re.compile(r"data/(?P<id>corrections)\.yml"), ledgers.Corrections),
    ("reading", re.compile(r"seeds/(?P<id>[^/]+)\.yml"), files.Reading),
)
VOCABULARY = re.compile(r"data/vocabulary/(?P<id>[^/]+)\.yml")
FOLDERS = ("data", "seeds")
ELSEWHERE = ("data/geo/",)  # outlines for maps, not records


@dataclass(slots=True)
class Loaded:
    """Records by kind and id, the vocabulary's entries by list and word, the documents they came from, the faults.

    `unfit` are the documents of records that do not fit their model.
    """

    records: dict[str, dict[str, Record]] = field(default_factory=dict)
    words: dict[str, dict[str, Record]] = field(default_factory=dict)
    documents: dict[tuple[str, str], Document] = field(default_factory=dict)
    unfit: dict[tuple[str, str], Document] = field(default_factory=dict)
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
        if document.data is None:
            loaded.faults.extend(document.faults)
            continue
        _one(loaded, document)
    for name in (*vocabulary.FILES, *vocabulary.NESTED):
        path = f"data/vocabulary/{name}.yml"
        if not (root / path).is_file():
            loaded.faults.append(Fault(path, 1, 1, "missing-file", say("missing-file/vocabulary", name=name)))
    return loaded


def _walk(root: Path) -> Iterator[tuple[str, Fault | None]]:
    """Files of the record in path order; links and unreadable things as faults."""
    for folder in FOLDERS:
        if (root / folder).is_symlink():
            yield folder, Fault(folder, 1, 1, "symlink", say("symlink/folder"))
            continue
        for here, folders, names in os.walk(root / folder):
            folders.sort()
            base = Path(here).relative_to(root).as_posix()
            for name in sorted([*names, *folders]):
                path = f"{base}/{name}"
                if (Path(here) / name).is_symlink():
                    yield path, Fault(path, 1, 1, "symlink", say("symlink/file"))
                elif name in names and not name.startswith("."):
                    yield path, None


def _one(loaded: Loaded, document: Document) -> None:
    path = document.file
    words = VOCABULARY.fullmatch(path)
    found = next(((kind, m["id"], model) for kind, home, model in HOMES if (m := home.fullmatch(path))), None)
    loaded.faults.extend(blank_told(document, found[2]) if found else document.faults)
    if words:
        _vocabulary(loaded, document, words["id"])
        return
    if found is None:
        loaded.faults.append(document.fault((), "unknown-file", say("unknown-file", path=path)))
        return
    kind, name, model = found
    for part in name.split("/"):
        if not ID.fullmatch(part):
            loaded.faults.append(document.fault((), "bad-id", say("bad-id", part=part)))
    record, faults = validate(model, document)
    loaded.faults.extend(faults)
    if record is None:
        loaded.unfit[kind, name] = document
    else:
        loaded.records.setdefault(kind, {})[name] = record
        loaded.documents[kind, name] = document


def _vocabulary(loaded: Loaded, document: Document, name: str) -> None:
    """A vocabulary file: a mapping of words, or (words, kinds) a mapping of such lists."""
    flat, nested = vocabulary.FILES.get(name), vocabulary.NESTED.get(name)
    if not isinstance(document.data, dict) or (flat is None and nested is None):
        near = nearest(name, [*vocabulary.FILES, *vocabulary.NESTED], called("vocabulary"))
        loaded.faults.append(document.fault((), "unknown-file", say("unknown-file/vocabulary", name=name, near=near)))
        return
    lists: list[tuple[str, Loc, Any, type[Record]]] = []
    if flat is not None:
        lists.append((vocabulary.KIND_OF.get(name, name), (), document.data, flat))
    elif nested is not None:
        prefix = "kind." if name == "kinds" else ""
        lists = [(prefix + key, (key,), entries, nested) for key, entries in document.data.items()]
    for kind, loc, entries, model in lists:
        if not isinstance(entries, dict):
            loaded.faults.append(document.fault(loc, "not-a-mapping", say("not-a-mapping/words", name=loc[-1])))
            continue
        for word, data in entries.items():
            record, faults = validate(model, document, data, (*loc, word))
            loaded.faults.extend(faults)
            if record is not None:
                loaded.words.setdefault(kind, {})[word] = record
                loaded.documents[kind, word] = document
