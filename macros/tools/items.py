"""New sources: `new source URL` drafts an item in its publisher's file from the address alone; nothing is fetched.

In: an address, the record as it is. Out: the publisher's file with the item added, or the draft of a new publisher. The
publisher is the one whose pages lie at the same site, the date is the one the address shows. Refused: an address the
record has, with where it is; a publisher or a date that the address does not tell and the caller did not give.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

from macros import dates
from macros.load import Loaded
from macros.messages import RefusedError, any_of, say
from macros.parse import KEY, Document, Loc, read
from macros.plurals import Lang
from macros.records.base import ID
from macros.records.files import Item, Publisher
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
    found = links.address(text)
    _not_there_yet(loaded, found)
    name = known.get("publisher") or _publisher(loaded, found.url)
    day = known.get("published") or links.published(found.url, today)
    if not day:
        raise RefusedError(say("new/no-date"))
    dates.parse(day)
    record: Publisher | None = loaded.of("publisher").get(name)
    key = known.get("key") or _key(day, found.url, record.items if record else {})
    for part in (name, key):
        if not ID.fullmatch(part):
            raise RefusedError(say("bad-id", part=part))
    path = PATHS["publisher"].format(name)
    if record and key in record.items:
        raise RefusedError(say("new/exists", name=f"{name}/{key}", file=path))
    values = {"title": "", "published": day, "url": f'"{found.url}"', "read": "", "accessed": str(today)}
    language = _language(found.url, record)
    values |= {"language": language} if language else {}
    values |= {"archived": f'"{found.archived}"'} if found.archived else {}
    draft = Draft(loaded.words, lang, values)
    if record is None:
        own = {"url": f"https://{urlsplit(found.url).hostname}"}
        path, head = new_record(root, loaded, "publisher", name, lang, own)
        return Written(path, head + "items:\n" + _block(draft, key, 2), f"{name}/{key}")
    document = loaded.documents["publisher", name]
    return Written(path, _added((root / path).read_text(encoding="utf-8"), document, draft, key), f"{name}/{key}")


def _not_there_yet(loaded: Loaded, found: links.Address) -> None:
    """Refuse an address the record has: as a source, as an archived copy of one, as something left out."""
    wanted = links.same(found.url)
    for url, name, (kind, record), loc in _addresses(loaded):
        if links.same(url) == wanted:
            document = loaded.documents[kind, record]
            line = document.marks.get(loc, (1, 1))[0]
            raise RefusedError(say("new/there-already", name=name, place=f"{document.file}:{line}"))


def _addresses(loaded: Loaded) -> Iterator[tuple[str, str, tuple[str, str], Loc]]:
    """Every page address in the record: itself, whose it is, the kind and id of its file, its place there."""
    for name, publisher in loaded.of("publisher").items():
        for key, item in publisher.items.items():
            for field in ("url", "archived"):
                url = getattr(item, field)
                if url:
                    yield url, f"{name}/{key}", ("publisher", name), ("items", key, field)
    for name, ledger in loaded.of("left-out").items():
        for n, entry in enumerate(ledger.entries):
            for url in re.findall(r"https?://[^\s<>\"'`\\]+", entry.page or ""):
                yield url, "left-out", ("left-out", name), ("entries", n, "page")


def _publisher(loaded: Loaded, url: str) -> str:
    """The one publisher whose pages lie where `url` does: at the same site or, failing that, the same domain."""
    sites: dict[str, dict[str, None]] = defaultdict(dict)
    for name, publisher in loaded.of("publisher").items():
        own = [publisher.url, *(item.url for item in publisher.items.values() if not item.copy_on)]
        for one in (one for one in own if one):
            sites[links.site(one)][name] = None
            sites[f"*{links.domain(one)}"][name] = None
    names = list(sites.get(links.site(url)) or sites.get(f"*{links.domain(url)}") or ())
    if len(names) == 1:
        return names[0]
    if names:
        raise RefusedError(say("new/which-publisher", site=links.site(url), names=any_of([f"`{n}`" for n in names])))
    raise RefusedError(say("new/no-publisher", site=links.site(url), name=links.label(url)))


def _language(url: str, record: Publisher | None) -> str | None:
    """The language of a page: the only one its publisher has, or the one its address names."""
    if record and len(record.languages) == 1:
        return record.languages[0]
    named = re.search(r"//(en|english|ar|arabic)\.|/(en|english|ar|arabic)/", url.lower())
    return (named[1] or named[2])[:2] if named else None


def _key(day: str, url: str, items: Mapping[str, Item]) -> str:
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
    lines = text.rstrip("\n").split("\n")
    items = [loc for loc in document.marks if len(loc) == 3 and loc[0] == "items" and loc[2] == KEY]
    if not items:
        return "\n".join(lines) + "\nitems:\n" + _block(draft, key, 2)
    last, column = document.marks[items[-1]]
    after = [line for loc, (line, _) in document.marks.items() if len(loc) == 2 and loc[1] == KEY and line > last]
    at = min(after, default=len(lines) + 1) - 1
    while at and (not lines[at - 1].strip() or lines[at - 1].startswith("#")):
        at -= 1
    made = "\n".join([*lines[:at], _block(draft, key, column - 1).rstrip("\n"), *lines[at:]]) + "\n"
    before, now = document.data, read(made.encode(), document.file).data
    if now is None or now["items"].pop(key, None) is None or now != before:
        raise RefusedError(say("new/by-hand", file=document.file))
    return made
