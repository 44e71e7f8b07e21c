"""Corrections: the rules of the log in data/corrections.yml, so that it can be trusted: it only grows, day by day.

In: a `Loaded` record set. Out: faults, each at its entry.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.dates import DateError, parse
from macros.faults import Fault, nearest
from macros.load import Loaded
from macros.messages import called, say
from macros.records.ledgers import KINDS, Corrections, Register
from macros.register import former

FILE = "data/corrections.yml"
ID = re.compile(r"\d{4}-\d{2}-\d{2}(-[a-z0-9]+)+")


def corrections_kept(loaded: Loaded) -> Iterator[Fault]:
    """An entry bears its day, its records are or were published, later entries stand below, none is gone."""
    ledger: Corrections = loaded.of("corrections").get("corrections") or Corrections()
    register: Register = loaded.of("register").get("register") or Register()
    known = _published(loaded, register)
    seen: list[str] = []
    for n, entry in enumerate(ledger.entries):
        document = loaded.documents["corrections", "corrections"]
        if not _dated(entry.id):
            yield document.fault(("entries", n, "id"), "bad-id", say("bad-id/correction", name=entry.id))
        elif entry.id in seen:
            yield document.fault(("entries", n, "id"), "id-used-twice", say("id-used-twice/correction", name=entry.id))
        elif seen and entry.day < max(seen)[:10]:
            message = say("correction-order", name=entry.id, before=max(seen))
            yield document.fault(("entries", n, "id"), "correction-order", message)
        for i, name in enumerate(entry.about):
            if name not in known:
                message = say("unknown-id/correction", name=name, near=nearest(name, known, called("id")))
                yield document.fault(("entries", n, "about", i), "unknown-id", message)
        seen.append(entry.id)
    unreadable = any(fault.file == FILE for fault in loaded.faults)
    for n, name in enumerate(register.correction):
        if not unreadable and name not in seen and name not in register.withdrawn:
            document = loaded.documents["register", "register"]
            yield document.fault(("correction", n), "correction-vanished", say("correction-vanished", name=name))


def _published(loaded: Loaded, register: Register) -> set[str]:
    """Every id that is or was published: records, source items, former ids, withdrawn ones."""
    found = {*former(loaded), *register.withdrawn}
    for kind in KINDS:
        found |= {*loaded.of(kind), *getattr(register, kind)}
    for name, publisher in loaded.of("publisher").items():
        for key, item in publisher.items.items():
            found |= {f"{name}/{key}", *(f"{name}/{old}" for old in item.former_ids)}
    return found


def _dated(name: str) -> bool:
    if not ID.fullmatch(name):
        return False
    try:
        parse(name[:10])
    except DateError:
        return False
    return True
