"""The chronology elsewhere: a calendar that a calendar program reads, slides for TimelineJS."""

from __future__ import annotations

import json
from datetime import date, timedelta
from html.parser import HTMLParser

import icalendar
import pytest

from macros.atlas import Atlas
from macros.edition import Edition
from macros.exports import icalendar_file
from macros.exports.timelinejs import timelinejs
from macros.records.base import Lang

LANGS: tuple[Lang, ...] = ("en", "ar")


@pytest.mark.parametrize("lang", LANGS)
def test_a_calendar_program_reads_it(any_atlas: Atlas, edition: Edition, lang: Lang) -> None:
    raw = icalendar_file.icalendar(lang)(any_atlas, edition)
    assert all(len(line) <= 75 for line in raw.split(b"\r\n"))
    assert b"\n" not in raw.replace(b"\r\n", b"")
    calendar = icalendar.Calendar.from_ical(raw)
    assert calendar.errors == []
    found = list(calendar.walk("VEVENT"))
    assert [one for one in found if one.errors] == []
    assert len({str(one["UID"]) for one in found}) == len(found) == len(any_atlas.events)
    for one, event in zip(found, any_atlas.timeline(), strict=True):
        first, last = event.when.first or event.when.last, event.when.last or event.when.first
        assert last is not None
        assert (one["DTSTART"].dt, one["DTEND"].dt) == (first, last + timedelta(days=1))
        assert one["DTSTAMP"].dt.date() == date(2012, 12, 1)  # never the clock
        title = event.record.title.get(lang)
        assert str(one["SUMMARY"]) == title[0]
        assert one["SUMMARY"].params["LANGUAGE"] == title[1]


def test_a_long_line_of_arabic_is_not_cut_inside_a_letter() -> None:
    raw = icalendar_file.folded("SUMMARY:" + "قافلة طويلة جدا " * 12)
    for line in raw.split(b"\r\n"):
        line.decode()
        assert len(line) <= 75


@pytest.mark.parametrize("lang", LANGS)
def test_timelinejs_gets_what_it_asks_for(any_atlas: Atlas, edition: Edition, lang: Lang) -> None:
    made = json.loads(timelinejs(lang)(any_atlas, edition))
    assert made["title"]["text"]["headline"]
    slides = made["events"]
    assert len({slide["unique_id"] for slide in slides}) == len(slides) == len(any_atlas.events)
    for slide in slides:
        for key in ("start_date", "end_date"):
            if key in slide:
                parts = slide[key]
                assert list(parts) == ["year", "month", "day"][: len(parts)]
                date(parts["year"], parts.get("month", 1), parts.get("day", 1))
        assert slide["display_date"]
        for text in slide["text"].values():
            parser = HTMLParser()
            parser.feed(text)  # and no mark-up but our own:
            assert not set(_tags(text)) - {"p", "a"}


def _tags(text: str) -> list[str]:
    found: list[str] = []
    parser = HTMLParser()
    parser.handle_starttag = lambda tag, attrs: found.append(tag)  # type: ignore[method-assign]
    parser.feed(text)
    return found
