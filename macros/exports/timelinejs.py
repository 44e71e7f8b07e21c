"""TimelineJS 3: the chronology for Knight Lab's timeline, a file per language.

In: the Atlas and the edition. Out: bytes. TimelineJS shows texts as HTML, so they are escaped.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from html import escape
from typing import Any

from macros import addresses
from macros.atlas import Atlas, EventEntry
from macros.derive.disagreements import state
from macros.derive.origins import summarise
from macros.edition import Edition, urn
from macros.language import Tongue
from macros.records.base import Lang


def timelinejs(lang: Lang) -> Callable[[Atlas, Edition], bytes]:
    """What makes the timeline in a language."""

    def make(atlas: Atlas, edition: Edition) -> bytes:
        tongue = Tongue(atlas, lang)
        title = {"headline": escape(tongue.ui("site")), "text": escape(tongue.ui("site_about"))}
        slides = [_slide(tongue, edition, event) for event in atlas.timeline()]
        shape = {"title": {"text": title}, "events": slides, "scale": "human"}
        return json.dumps(shape, ensure_ascii=False, indent=1).encode() + b"\n"

    return make


def _slide(tongue: Tongue, edition: Edition, event: EventEntry) -> dict[str, Any]:
    atlas, when = tongue.atlas, event.when
    origins = summarise(atlas, event.reports or event.accounts)
    counts = tongue.comma.join((tongue.count("accounts", origins.accounts), tongue.ui(f"state_{state(atlas, event)}")))
    kind = tongue.word("event-type", event.record.type)
    first, last = when.first or when.last, when.last or when.first
    assert first is not None, "a date has a first or a last day"
    assert last is not None
    # A month or a year is told as such, an interval by both its ends.
    part = {"month": 2, "year": 1}.get(when.precision, 3)
    page = edition.to(addresses.localised(addresses.of("event", event.id) or "", tongue.lang), "data/")
    link = f'<p><a href="{escape(page)}">{escape(tongue.ui("read_accounts"))}</a></p>'
    slide = {
        "start_date": _date(first, part),
        "display_date": escape(tongue.date(when)),
        "text": {
            "headline": escape(tongue.said(event.record.title).text),
            "text": f"<p>{escape(kind)}{tongue.comma}{escape(counts)}</p>{link}",
        },
        "group": tongue.name(event.place),
        "unique_id": urn("event", event.id).rpartition(":")[2],
    }
    if last != first and part == 3:
        slide["end_date"] = _date(last, 3)
    return slide


def _date(day: date, parts: int) -> dict[str, int]:
    return dict(list({"year": day.year, "month": day.month, "day": day.day}.items())[:parts])
