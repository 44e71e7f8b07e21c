"""The macros of the pages about the data: the downloads, the codebook, the log of corrections.

In: a desk. Out: HTML. `DATA_MACROS` is part of the list in `authors`.
"""

from __future__ import annotations

from collections.abc import Callable

from macros import addresses, render
from macros.exports import EXPORTS, GROUPS
from macros.exports.codebook import codebook_view
from macros.views import corrected
from macros.views.desk import Desk, Link


def downloads(desk: Desk) -> str:
    """The list of files readers can download, by group, with what each holds."""
    here = addresses.localised(desk.here, desk.lang)
    rows: dict[str, list[tuple[Link, str]]] = {group: [] for group in GROUPS}
    for export in EXPORTS:
        link = Link(export.path.rsplit("/", maxsplit=1)[-1], addresses.relative(export.path, here))
        rows[export.group].append((link, desk.tongue.ui(export.about)))
    groups = tuple((desk.tongue.ui(f"group_{group}"), listed) for group, listed in rows.items())
    now = desk.edition
    shown = {"version": now.version or "–", "date": now.as_of or "–"}
    return render.page(
        "downloads.html",
        desk,
        groups,
        feeds=_feeds(desk, addresses.NEWS),
        version=desk.tongue.ui("this_version", **shown),
        older=f"{now.repository.rstrip('/')}/releases" if now.repository else "",
    )


def codebook(desk: Desk) -> str:
    """The codebook: every table, column, word and key of the download."""
    return render.page("codebook.html", desk, codebook_view(desk))


def corrections(desk: Desk) -> str:
    """The log of corrections, newest first."""
    view = corrected.corrections_log(desk)
    return render.page("corrections.html", desk, view, feeds=_feeds(desk, addresses.CORRECTED))


def _feeds(desk: Desk, path: str) -> tuple[Link, ...]:
    """A feed in both formats."""
    here, feed = addresses.localised(desk.here, desk.lang), addresses.localised(path, desk.lang)
    forms = (("Atom", "xml"), ("JSON Feed", "json"))
    return tuple(Link(name, addresses.relative(f"{feed}.{ending}", here)) for name, ending in forms)


DATA_MACROS: dict[str, Callable[..., str]] = {
    "downloads": downloads,
    "codebook": codebook,
    "corrections": corrections,
}
