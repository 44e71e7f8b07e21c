"""Citations: BibTeX, RIS and CSL-JSON of every page with its accounts, and of all sources.

In: the Atlas and the edition. Out: (path, bytes) pairs, and bytes of one file. Written by hand: the libraries that read
these formats (tests hold ours against three of them) would be one more package in every build for some sixty lines.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from macros import addresses
from macros.atlas import Atlas
from macros.edition import Edition
from macros.exports.works import Work, data_work, source_work, uid, works

BIBTEX = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\{",
        "}": r"\}",
        "&": r"\&",
        "%": r"\%",
        "$": r"\$",
        "#": r"\#",
        "_": r"\_",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        "\n": " ",
    }
)
LANGUAGES = {"ar": "arabic", "en": "english"}


def citations(atlas: Atlas, edition: Edition) -> Iterator[tuple[str, bytes]]:
    """A file per page and format."""
    holders = dict(atlas.named()) | {"publisher": atlas.publishers, "event": atlas.events}
    for kind, names in holders.items():
        for name in names:
            found = list(works(atlas, edition, kind, name))
            for form, path in addresses.cite(kind, name).items():
                yield path, WRITERS[form](found)


def all_sources(form: str) -> Callable[[Atlas, Edition], bytes]:
    """What makes the file of the record and all its sources in a format."""

    def make(atlas: Atlas, edition: Edition) -> bytes:
        sources = (source_work(atlas, name) for name in atlas.sources)
        return WRITERS[form]([data_work(atlas, edition), *sources])

    return make


def bibtex(given: Iterable[Work]) -> bytes:
    """Works as BibTeX, UTF-8, one entry each."""
    return "\n".join(_bibtex(work) for work in given).encode()


def _bibtex(work: Work) -> str:
    year, _, rest = work.issued.partition("-")
    fields = {
        "author": " and ".join("{" + _braced(name) + "}" for name in work.authors),
        "title": "{" + _braced(work.title) + "}",
        "howpublished": _braced(work.container),
        "year": year,
        "month": str(int(rest[:2])) if rest else "",
        "date": work.issued,
        "url": work.url.replace("{", "%7B").replace("}", "%7D"),
        "version": _braced(work.version),
        "langid": LANGUAGES.get(work.lang, ""),
        "note": _braced(work.note),
    }
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items() if value and value != "{}")
    return f"@misc{{{uid(work)},\n{lines}}}\n"


def _braced(text: str) -> str:
    return text.translate(BIBTEX)


def ris(given: Iterable[Work]) -> bytes:
    """Works as RIS, UTF-8, lines ended as the format asks."""
    return "".join(_ris(work) for work in given).encode()


def _ris(work: Work) -> str:
    year, month, day = (*work.issued.split("-"), "", "")[:3] if work.issued else ("", "", "")
    lines = [
        ("TY", "DATA" if work.sort == "dataset" else "ELEC"),
        ("ID", uid(work)),
        *(("AU", name) for name in work.authors),
        ("TI", work.title),
        ("T2", work.container),
        ("PB", work.publisher),
        ("PY", year),
        ("DA", f"{year}/{month}/{day}/" if year else ""),
        ("UR", work.url),
        ("ET", work.version),
        ("LA", work.lang),
        ("N1", work.note),
    ]
    told = "".join(f"{tag}  - {' '.join(value.split())}\r\n" for tag, value in lines if value)
    return f"{told}ER  - \r\n\r\n"


def csl(given: Iterable[Work]) -> bytes:
    """Works as CSL-JSON."""
    return json.dumps([_csl(work) for work in given], ensure_ascii=False, indent=1).encode() + b"\n"


def _csl(work: Work) -> dict[str, Any]:
    parts = [int(part) for part in work.issued.split("-")] if work.issued else []
    found = {
        "id": uid(work),
        "type": work.sort,
        "title": work.title,
        "container-title": work.container,
        "author": [{"literal": name} for name in work.authors],
        "issued": {"date-parts": [parts]} if parts else {},
        "URL": work.url,
        "version": work.version,
        "publisher": work.publisher,
        "language": work.lang,
        "note": work.note,
    }
    return {key: value for key, value in found.items() if value}


WRITERS: dict[str, Callable[[Iterable[Work]], bytes]] = {"bibtex": bibtex, "ris": ris, "csl": csl}
