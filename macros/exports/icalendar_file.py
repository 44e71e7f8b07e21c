"""iCalendar (RFC 5545): the chronology as all-day entries, a file per language.

In: the Atlas and the edition. Out: bytes. An entry covers the days its accounts leave open, so a vague date is a long
entry; its text says the date in words. No clock is read: the stamp is the day of the record's last change.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta

from macros import addresses
from macros.atlas import Atlas, EventEntry
from macros.derive.disagreements import state
from macros.edition import Edition, day, urn
from macros.language import Tongue
from macros.records.base import Lang

WIDEST = 75  # bytes of a line, without its end


def icalendar(lang: Lang) -> Callable[[Atlas, Edition], bytes]:
    """What makes the calendar in a language."""

    def make(atlas: Atlas, edition: Edition) -> bytes:
        return b"".join(folded(line) for line in _lines(Tongue(atlas, lang), edition))

    return make


def _lines(tongue: Tongue, edition: Edition) -> Iterator[str]:
    stamp = day(tongue.atlas, edition).replace("-", "") + "T000000Z"
    yield "BEGIN:VCALENDAR"
    yield "VERSION:2.0"
    yield f"PRODID:-//{escaped(tongue.ui('site'))}//{edition.version or '0'}//{tongue.lang.upper()}"
    yield "CALSCALE:GREGORIAN"
    yield f"NAME:{escaped(tongue.ui('site'))}"
    yield f"X-WR-CALNAME:{escaped(tongue.ui('site'))}"
    for event in tongue.atlas.timeline():
        yield from _event(tongue, edition, event, stamp)
    yield "END:VCALENDAR"


def _event(tongue: Tongue, edition: Edition, event: EventEntry, stamp: str) -> Iterator[str]:
    first, last = event.when.first or event.when.last, event.when.last or event.when.first
    assert first is not None, "a date has a first or a last day"
    assert last is not None
    title, place = tongue.said(event.record.title), tongue.name(event.place)
    page = edition.to(addresses.localised(addresses.of("event", event.id) or "", tongue.lang), "data/")
    about = tongue.comma.join(
        (
            tongue.date(event.when),
            tongue.word("event-type", event.record.type),
            tongue.count("accounts", len(event.reports or event.accounts)),
            tongue.ui(f"state_{state(tongue.atlas, event)}"),
        )
    )
    yield "BEGIN:VEVENT"
    yield f"UID:{urn('event', event.id).rpartition(':')[2]}"
    yield f"DTSTAMP:{stamp}"
    yield f"DTSTART;VALUE=DATE:{_basic(first)}"
    yield f"DTEND;VALUE=DATE:{_basic(last + timedelta(days=1))}"
    yield f"SUMMARY;LANGUAGE={title.lang}:{escaped(title.text)}"
    yield f"DESCRIPTION;LANGUAGE={tongue.lang}:{escaped(about)}"
    yield f"LOCATION;LANGUAGE={tongue.lang}:{escaped(place)}"
    if edition.site:
        yield f"URL:{page}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _basic(given: date) -> str:
    return given.strftime("%Y%m%d")


def escaped(text: str) -> str:
    """A text as a property's value."""
    marked = text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return marked.replace("\r\n", "\n").replace("\n", "\\n")


def folded(line: str) -> bytes:
    """A line of content with its end, cut after at most 75 bytes and never inside a letter."""
    pieces, room = [b""], WIDEST
    for letter in line:
        raw = letter.encode()
        if len(pieces[-1]) + len(raw) > room:
            pieces.append(b"")
            room = WIDEST - 1  # the space that goes on
        pieces[-1] += raw
    return b"\r\n ".join(pieces) + b"\r\n"
