"""Edition: what a file says of itself besides the record: version, day, addresses. Made by the shell, once per build.

In: settings and git. Out: an `Edition`, and addresses from it: absolute where the site's address is known, otherwise
relative to the file they stand in, so that an unpublished copy works too.
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field
from pathlib import Path

from macros import addresses
from macros.atlas import Atlas
from macros.history import History, as_of, read_history
from macros.records.base import LANGS, Lang

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
# Every name-based UUID of the project is made in this namespace; it must never change.
NAMESPACE = uuid.UUID("5b0c6f0e-7a53-5c0c-9a43-5d7c0d0e6a11")
API = "api/v1/"


@dataclass(frozen=True, slots=True, eq=False)
class Edition:
    """`version` and `as_of` (the day of the record's last change, ISO) or empty; `site` ends in `/` or is empty."""

    version: str = ""
    as_of: str = ""
    site: str = ""
    repository: str = ""
    branch: str = "main"
    history: History = field(default_factory=History)

    def to(self, path: str, here: str) -> str:
        """The address of a path of the site, for a file of the site at `here`."""
        return self.site + path if self.site else addresses.relative(path, here)

    def pages(self, kind: str, name: str, here: str) -> dict[Lang, str]:
        """The addresses of a record's page in both languages."""
        path = addresses.of(kind, name) or ""
        return {lang: self.to(addresses.localised(path, lang), here) for lang in LANGS}

    def iri(self, kind: str, name: str) -> str:
        """A record's name in linked data: its page's address if that is known, else a UUID."""
        return self.site + (addresses.of(kind, name) or "") if self.site else urn(kind, name)

    def yaml(self, file: str) -> str | None:
        """Where a record's YAML can be read, or None while no repository is configured."""
        return f"{self.repository.rstrip('/')}/blob/{self.branch}/{file}" if self.repository else None

    def shown(self) -> dict[str, str]:
        """Version and day, as files state them."""
        return {"version": self.version, "as_of": self.as_of}


def edition_of(root: Path, site: str, version: str, repository: str = "", branch: str = "") -> Edition:
    """The edition of the record under `root`; its day and its history from git."""
    address = site.rstrip("/") + "/" if site else ""
    return Edition(version, as_of(root), address, repository, branch or "main", read_history(root))


def urn(kind: str, name: str) -> str:
    """A name for a record that outlives every address: a UUID made from its kind and id."""
    return uuid.uuid5(NAMESPACE, f"{kind}/{name}").urn


def day(atlas: Atlas, edition: Edition) -> str:
    """The day a file may bear: the record's last change, or else the latest day that the record names."""
    if edition.as_of:
        return edition.as_of
    days = [when.first for source in atlas.sources.values() if (when := source.record.published).first]
    return max(days).isoformat() if days else "1970-01-01"
