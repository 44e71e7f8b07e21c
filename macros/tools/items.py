"""New sources: `new source URL` drafts an item in its publisher's file from the address alone; nothing is fetched.

In: an address, the record as it is. Out: the publisher's file with the item added, or the draft of a new publisher. The
publisher is the one whose pages lie at the same site, the date is the one the address shows. Refused: an address the
record has, with where it is; a publisher or a date that the address does not tell and the caller did not give.
"""

from __future__ import annotations

import posixpath
import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from macros import dates
from macros.load import Loaded
from macros.messages import RefusedError, any_of, say
from macros.parse import KEY, Document, Loc, read
from macros.plurals import Lang
from macros.records.base import ID
from macros.records.files import Item
from macros.tools import links
from macros.tools.drafts import Draft
from macros.tools.records import PATHS, new_record


@dataclass(frozen=True, slots=True)
class Written:
    """A file of the record as it is to be written, and the id of the source it now holds."""

    path: str
    text: str
    source: str


def new_item(
    root: Path, loaded: Loaded, text: str, today: date, lang: Lang, known: Mapping[str, str | None]
) -> Written:
    """The publisher's file with a draft of the page at the address `text`; `known`: publisher, published, key."""
    found, shelf = links.address(text), _shelf(root)
    _not_there_yet(loaded, shelf, found)
    name = known.get("publisher") or _publisher(shelf, found.url)
    day = known.get("published") or links.published(found.url, today)
    if not day:
        raise RefusedError(say("new/no-date"))
    dates.parse(day)
    path, document = PATHS["publisher"].format(name), shelf.get(name)
    items = _items(document)
    key = known.get("key") or _key(day, found.url, items)
    for part in (name, key):
        if not ID.fullmatch(part):
            raise RefusedError(say("bad-id", part=part))
    if key in items:
        raise RefusedError(say("new/exists", name=f"{name}/{key}", file=path))
    values = {"title": "", "published": day, "url": f'"{found.url}"', "read": "", "accessed": str(today)}
    language = _language(found.url, document)
    values |= {"language": language} if language else {}
    values |= {"archived": f'"{found.archived}"'} if found.archived else {}
    draft = Draft(loaded.words, lang, values)
    if document is None:
        own = {"url": f"https://{urlsplit(found.url).hostname}"}
        path, head = new_record(root, loaded, "publisher", name, lang, own)
        return Written(path, head + "items:\n" + _block(draft, key, 2), f"{name}/{key}")
    return Written(path, _added((root / path).read_text(encoding="utf-8"), document, draft, key), f"{name}/{key}")


def _shelf(root: Path) -> dict[str, Document]:
    """Every publisher's file as it stands, half-filled drafts among them, which the record does not yet hold."""
    folder = root / posixpath.dirname(PATHS["publisher"])
    files = {path.stem: path for path in sorted(folder.glob("*.yml")) if path.is_file() and not path.is_symlink()}
    return {name: read(path.read_bytes(), PATHS["publisher"].format(name)) for name, path in files.items()}


def _items(document: Document | None) -> dict[str, dict[str, Any]]:
    """The items of a publisher's file by their keys, as far as it can be read."""
    data = document.data if document else None
    items = data.get("items") if isinstance(data, dict) else None
    return {key: item for key, item in items.items() if isinstance(item, dict)} if isinstance(items, dict) else {}


def _not_there_yet(loaded: Loaded, shelf: Mapping[str, Document], found: links.Address) -> None:
    """Refuse an address the record has: as a source, as an archived copy of one, as something left out."""
    wanted = links.same(found.url)
    for url, name, document, loc in _addresses(loaded, shelf):
        if links.same(url) == wanted:
            line = document.marks.get(loc, (1, 1))[0]
            raise RefusedError(say("new/there-already", name=name, place=f"{document.file}:{line}"))


def _addresses(loaded: Loaded, shelf: Mapping[str, Document]) -> Iterator[tuple[str, str, Document, Loc]]:
    """Every page address in the record: itself, whose it is, its file, its place there."""
    for name, document in shelf.items():
        for key, item in _items(document).items():
            for part in ("url", "archived"):
                if isinstance(item.get(part), str):
                    yield item[part], f"{name}/{key}", document, ("items", key, part)
    for name, ledger in loaded.of("left-out").items():
        for n, entry in enumerate(ledger.entries):
            for url in re.findall(r"https?://[^\s<>\"'`\\]+", entry.page or ""):
                yield url, name, loaded.documents["left-out", name], ("entries", n, "page")


def _publisher(shelf: Mapping[str, Document], url: str) -> str:
    """The one publisher whose pages lie where `url` does: at the same site or, failing that, the same domain."""
    sites: dict[str, dict[str, None]] = defaultdict(dict)
    for name, document in shelf.items():
        home = document.data.get("url") if isinstance(document.data, dict) else None
        own = [home, *(item.get("url") for item in _items(document).values() if "copy_on" not in item)]
        for one in (one for one in own if isinstance(one, str)):
            sites[links.site(one)][name] = None
            sites[f"*{links.domain(one)}"][name] = None
    names = list(sites.get(links.site(url)) or sites.get(f"*{links.domain(url)}") or ())
    if len(names) == 1:
        return names[0]
    if names:
        raise RefusedError(say("new/which-publisher", site=links.site(url), names=any_of([f"`{n}`" for n in names])))
    raise RefusedError(say("new/no-publisher", site=links.site(url), name=links.label(url)))


def _language(url: str, document: Document | None) -> str | None:
    """The language of a page: the only one its publisher has, or the one its address names."""
    listed = document.data.get("languages") if document and isinstance(document.data, dict) else None
    if isinstance(listed, str) or (isinstance(listed, list) and len(listed) == 1):
        return str(listed if isinstance(listed, str) else listed[0])
    named = re.search(r"//(en|english|ar|arabic)\.|/(en|english|ar|arabic)/", url.lower())
    return (named[1] or named[2])[:2] if named else None


def _key(day: str, url: str, items: Collection[str]) -> str:
    """The day, with a word of the address if the publisher has something of that day."""
    if day not in items:
        return day
    word = links.word(url)
    if word and f"{day}-{word}" not in items:
        return f"{day}-{word}"
    raise RefusedError(say("new/no-key", day=day))


def _block(draft: Draft, key: str, indent: int) -> str:
    """The item's lines under its key."""
    lines = [f"{' ' * indent}{key}:", *(str(line) for line in draft.record(Item, draft.values, indent + 2))]
    return "\n".join(lines) + "\n"


def _added(text: str, document: Document, draft: Draft, key: str) -> str:
    """The publisher's file with the item after its last one and everything else as it was."""
    if not isinstance(document.data, dict):
        raise RefusedError(say("new/by-hand", file=document.file))
    lines = text.rstrip("\n").split("\n")
    items = [loc for loc in document.marks if len(loc) == 3 and loc[0] == "items" and loc[2] == KEY]
    if not items:
        return "\n".join(lines) + "\nitems:\n" + _block(draft, key, 2)
    last, column = document.marks[items[-1]]
    after = [line for loc, (line, _) in document.marks.items() if len(loc) == 2 and loc[1] == KEY and line > last]
    at = min(after, default=len(lines) + 1) - 1
    while after and (not lines[at - 1].strip() or lines[at - 1].startswith("#")):
        at -= 1  # what stands right above the next key belongs to it
    made = "\n".join([*lines[:at], _block(draft, key, column - 1).rstrip("\n"), *lines[at:]]) + "\n"
    before, now = document.data, read(made.encode(), document.file).data
    if now is None or now["items"].pop(key, None) is None or now != before:
        raise RefusedError(say("new/by-hand", file=document.file))
    return made
