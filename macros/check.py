"""Check: the whole record, from files to a linked record set, or every fault in it.

In: the project's folder. Out: `Loaded` and the sorted faults. The one entry that the command line, the site build
and the tests share.
"""

from __future__ import annotations

from pathlib import Path

from macros import link, load, rules
from macros.faults import Fault

# What another file's being unreadable may cause.
ECHOES = ("unknown-id", "bad-figure", "fact-not-held", "missing-file", "id-vanished", "account-vanished")


def check(root: Path) -> tuple[load.Loaded, tuple[Fault, ...]]:
    """Read, link and check the record under `root`; rules run even when files failed, on what could be read."""
    loaded = load.load(root)
    faults = [*loaded.faults, *link.link(loaded), *rules.run(loaded)]
    return loaded, tuple(sorted(set(_without_echoes(loaded, faults))))


def _without_echoes(loaded: load.Loaded, faults: list[Fault]) -> list[Fault]:
    """Leave out faults that only say that another file, itself faulty, could not be read; a lost vocabulary may be
    behind any of them.
    """
    broken = {fault.file for fault in loaded.faults}
    if not broken:
        return faults
    lost = {_id_of(file) for file in broken - {document.file for document in loaded.documents.values()}}
    words_lost = any(file.startswith("data/vocabulary/") for file in broken)
    return [
        fault
        for fault in faults
        if fault in loaded.faults
        or fault.rule not in ECHOES
        or not (
            words_lost
            or fault.rule == "account-vanished"
            or any(f"`{name}`" in what or f"`{name}/" in what for name in lost for what in fault.message.split(";")[:1])
        )
    ]


def _id_of(file: str) -> str:
    """The id a file would have had: place, place/event, or the bare name."""
    parts = file.removesuffix(".yml").split("/")
    if parts[:2] == ["data", "places"] and len(parts) == 4:
        return parts[2] if parts[3] == "place" else f"{parts[2]}/{parts[3]}"
    return parts[-1]
