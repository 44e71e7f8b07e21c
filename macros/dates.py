"""Dates as accounts give them: "2021-05-20", "2021-05~", "../2021-05-13", "start of 2021-05".

In: the text a contributor writes, an EDTF subset and a few plain words.
Out: a When (days, doubt, part of day), how it reads in English and Arabic, how it compares and sorts, its
EDTF string; and the same for a time limit.
Why: an account's date is often no day. The `edtf` package is slow and takes reversed and impossible dates.
"""

from __future__ import annotations

import calendar
import math
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, lru_cache
from typing import Literal

from babel import Locale

from macros.messages import RefusedError, say
from macros.plurals import Lang, counted

Precision = Literal["day", "month", "year", "interval"]

_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?([~?%]?)")
_THIRD = re.compile("(start|middle|end) of ([0-9]{4}(?:-[0-9]{2})?)")
_HOUR = re.compile("([0-9]{4}-[0-9]{2}-[0-9]{2})([T ])(.+)")
_CLOCK = re.compile("([01][0-9]|2[0-3]):[0-5][0-9]")
_DURATION = re.compile("(a few|[1-9][0-9]{0,3}) (hour|day)s?")
_WORDS: dict[str, dict[Lang, str]] = {
    "start": {"en": "start of", "ar": "مطلع"},
    "middle": {"en": "middle of", "ar": "منتصف"},
    "end": {"en": "end of", "ar": "أواخر"},
    "dawn": {"en": "dawn on", "ar": "فجر"},
    "morning": {"en": "morning of", "ar": "صباح"},
    "noon": {"en": "noon on", "ar": "ظهر"},
    "afternoon": {"en": "afternoon of", "ar": "بعد ظهر"},
    "evening": {"en": "evening of", "ar": "مساء"},
    "night": {"en": "night of", "ar": "ليل"},
    "about": {"en": "about", "ar": "نحو"},
    "until": {"en": "until", "ar": "حتى"},
    "from": {"en": "from", "ar": "منذ"},
}
# The hours at which parts of a day sort among each other and among clock times.
_HOURS = {"dawn": 5, "morning": 8, "noon": 12, "afternoon": 15, "evening": 18, "night": 21}
# Days by which "about" widens a date, either side, when dates are compared: half its length, a day at least.
_ABOUT = {"day": 1, "month": 15, "year": 183, "interval": 0}
# Not the forms of data/vocabulary/units.yml: after "within" the Arabic dual is oblique.
_UNITS: dict[Lang, dict[str, dict[str, str]]] = {
    "en": {"hours": {"one": "hour", "other": "hours"}, "days": {"one": "day", "other": "days"}},
    "ar": {
        "hours": {"one": "ساعة واحدة", "two": "ساعتين", "few": "ساعات", "other": "ساعة"},
        "days": {"one": "يوم واحد", "two": "يومين", "few": "أيام", "many": "يومًا", "other": "يوم"},
    },
}


class DateError(RefusedError):
    """A date or deadline that cannot be read; the message says what is wrong and what to write."""


@dataclass(frozen=True, slots=True)
class When:
    """A date as stated; `text` parses back to it, `first` and `last` are its days, inclusive, None if open.

    `part` is start, middle or end (of the month or year), a part of the day, or a clock time such as 14:00.
    """

    text: str
    first: date | None
    last: date | None
    about: bool
    uncertain: bool
    part: str | None
    precision: Precision

    def overlaps(self, other: When, slack_days: int = 0) -> bool:
        """Whether both can mean the same day, or days at most `slack_days` apart.

        For this alone, about widens a day by 1 day, a month by 15 and a year by 183, on either side.
        """
        (first, last), (others_first, others_last) = self._reach(), other._reach()
        return first - slack_days <= others_last and others_first - slack_days <= last

    @property
    def sort_key(self) -> tuple[float, float, int, str]:
        """A total order: first day, last day, hour, text; an open start sorts by its last day."""
        last, minute = _ordinal(self.last, math.inf), -1
        if self.part and self.precision == "day":
            hour = _HOURS.get(self.part)
            minute = int(self.part[:2]) * 60 + int(self.part[3:]) if hour is None else hour * 60
        return _ordinal(self.first, last), last, minute, self.text

    def _reach(self) -> tuple[float, float]:
        before, after = (_ABOUT[end.precision] if end and end.about else 0 for end in _ends(self))
        return _ordinal(self.first, -math.inf) - before, _ordinal(self.last, math.inf) + after


@dataclass(frozen=True, slots=True)
class Deadline:
    """A time limit: `by` a date, or else `count` hours or days (`unit`) from then; without a count, a few."""

    text: str
    by: When | None
    count: int | None
    unit: Literal["hours", "days"] | None


@lru_cache(maxsize=8192)
def parse(text: str) -> When:
    """The date a text states, in the years 1900 to 2100; DateError if it states none."""
    if "/" in text:
        return _interval(text)
    if third := _THIRD.fullmatch(text):
        return _third(text, third[1], third[2])
    if hour := _HOUR.fullmatch(text):
        if not (_CLOCK.fullmatch(hour[3]) if hour[2] == "T" else hour[3] in _HOURS):
            raise DateError(say("date/part-of-day", text=hour[3], parts=", ".join(_HOURS), day=hour[1]))
        return replace(_plain(hour[1]), text=text, part=hour[3])
    return _plain(text)


def _plain(text: str) -> When:
    found = _DATE.fullmatch(text)
    if not found:
        raise DateError(say("date/form", text=text))
    year, month, day = int(found[1]), int(found[2] or 1), int(found[3] or 1)
    if not 1900 <= year <= 2100:
        raise DateError(say("date/year", year=found[1]))
    if not 1 <= month <= 12:
        raise DateError(say("date/month", text=text))
    days = calendar.monthrange(year, month)[1]
    if not 1 <= day <= days:
        name = say("both", en=month_name(month, "en"), ar=month_name(month, "ar"))
        raise DateError(say("date/day", text=text, month=name, year=year, days=days))
    precision: Precision = "day" if found[3] else "month" if found[2] else "year"
    first = date(year, month, day)
    last = {"day": first, "month": date(year, month, days), "year": date(year, 12, 31)}[precision]
    return When(text, first, last, found[4] in {"~", "%"}, found[4] in {"?", "%"}, None, precision)


def _third(text: str, part: str, rest: str) -> When:
    """Days 1-10, 11-20 or from 21 on, of a month; months 1-4, 5-8 or 9-12, of a year."""
    whole = _plain(rest)
    n, step = ("start", "middle", "end").index(part), 4 if whole.precision == "year" else 10
    until = "" if part == "end" else f"-{(n + 1) * step:02}"
    first, last = _plain(f"{rest}-{n * step + 1:02}").first, _plain(rest + until).last
    return replace(whole, text=text, first=first, last=last, part=part)


def _interval(text: str) -> When:
    if text == "../..":
        raise DateError(say("date/open"))
    begin, end = (None if side == ".." else _plain(side) for side in text.split("/", 1))
    first, last = begin.first if begin else None, end.last if end else None
    if first and last and first > last:
        raise DateError(say("date/backwards", text=text))
    sides = [side for side in (begin, end) if side]
    about, uncertain = any(side.about for side in sides), any(side.uncertain for side in sides)
    return When(text, first, last, about, uncertain, None, "interval")


def _ends(when: When) -> tuple[When | None, When | None]:
    """The dates an interval was written with, None for an open side; another date is both its own ends."""
    if when.precision != "interval":
        return when, when
    begin, end = (None if side == ".." else parse(side) for side in when.text.split("/"))
    return begin, end


def _ordinal(day: date | None, otherwise: float) -> float:
    return otherwise if day is None else day.toordinal()


def span(whens: Iterable[When]) -> When | None:
    """The earliest first day to the latest last day, as tight as can be written; None if there are no dates.

    One open end leaves the span open (a siege goes on). An open start counts by the date it ends with, unless
    all are open: "until 13 May" names no first day that the other accounts could be held to.
    """
    given = sorted(set(whens), key=lambda when: when.sort_key)
    if not given or (len(given) == 1 and given[0].precision != "interval"):
        return given[0] if given else None
    pairs = [_ends(parse(machine(when).split("T")[0])) for when in given]
    firsts = [first for begin, end in pairs if (first := begin or end)] if any(b for b, _ in pairs) else []
    lasts = [end for _, end in pairs if end] if all(end for _, end in pairs) else []
    # Of several accounts that give an outer day the surest, then the closest, stands for it.
    begin = min(firsts, key=lambda w: (_ordinal(w.first, 0), _vagueness(w)), default=None)
    end = min(lasts, key=lambda w: (-_ordinal(w.last, 0), _vagueness(w)), default=None)
    if begin is None or end is None:
        return parse(f"{begin.text if begin else '..'}/{end.text if end else '..'}")
    about, uncertain = begin.about or end.about, begin.uncertain or end.uncertain
    mark = "%" if about and uncertain else "~" if about else "?" if uncertain else ""
    wholes = [parse(str(begin.first)[:length] + mark) for length in (10, 7, 4)]
    fitting = [w for w in (*wholes, *given) if (w.first, w.last) == (begin.first, end.last)]
    return next((w for w in fitting if w.precision != "interval"), parse(f"{begin.text}/{end.text}"))


def _vagueness(when: When) -> tuple[int, int, str]:
    return when.about + when.uncertain, _ABOUT[when.precision], when.text


def machine(when: When) -> str:
    """The date as EDTF; a third of a month or year becomes an interval, a part of a day the day.

    Valid in the `datetime` of an HTML `<time>` too, except intervals and dates with ~ ? or %.
    """
    if when.part is None or when.first is None or when.last is None:
        return when.text
    if when.precision == "day":
        return f"{when.text}:00" if when.part not in _HOURS else str(when.first)
    length = 10 if when.precision == "month" else 7
    return f"{str(when.first)[:length]}/{str(when.last)[:length]}"


@cache
def month_name(month: int, lang: Lang) -> str:
    """The name of month 1 to 12 (else KeyError); in Arabic the Levantine one, which Babel has as ar_SY."""
    names = Locale.parse({"en": "en", "ar": "ar_SY"}[lang]).months["stand-alone"]["wide"]
    return str(names[month])


def show(when: When, lang: Lang, year: bool = True) -> str:
    """The date as read in `lang`; `year` False leaves the year out unless the date is a year or spans two."""
    begin, end = _ends(when)
    if begin is None or end is None:
        lead = _WORDS["until" if begin is None else "from"][lang]
        return f"{lead} {_show_one(begin or end or when, lang, year)}"
    if begin == end:
        return _show_one(begin, lang, year)
    first, last = begin.first or date.min, end.last or date.max  # neither is open here
    same_year = first.year == last.year
    same_month = same_year and first.month == last.month
    alike = begin.precision == end.precision and not (when.about or when.uncertain)
    if alike and same_month and begin.precision == "day":
        left = str(first.day)
    else:
        left = _show_one(begin, lang, not same_year)
    right = _show_one(end, lang, year or not same_year)
    if lang == "ar":
        return f"من {left} إلى {right}"
    gap = "" if alike and " " not in left else " "
    return f"{left}{gap}\u2013{gap}{right}"


def _show_one(when: When, lang: Lang, year: bool) -> str:
    day = when.first
    assert day, "an interval is shown by its two sides"
    words = [str(day.day)] if when.precision == "day" else []
    words += [month_name(day.month, lang)] if when.precision != "year" else []
    words += [str(day.year)] if year or when.precision == "year" else []
    text = " ".join(words)
    if when.part in _WORDS:
        of_year = "عام " if lang == "ar" and when.precision == "year" else ""
        text = f"{_WORDS[when.part][lang]} {of_year}{text}"
    elif when.part:
        text += f", {when.part}" if lang == "en" else f"، الساعة {when.part}"
    if when.about:
        text = f"{_WORDS['about'][lang]} {text}"
    if when.uncertain:
        text += " (uncertain)" if lang == "en" else " (غير مؤكد)"
    return text


def parse_deadline(text: str) -> Deadline:
    """The limit a text states, a date that is no interval or a number of hours or days; else DateError."""
    if found := _DURATION.fullmatch(text):
        count = None if found[1] == "a few" else int(found[1])
        right = f"{found[1]} {found[2]}{'' if count == 1 else 's'}"
        if text != right:
            raise DateError(say("deadline/plural", text=text, right=right))
        return Deadline(text, None, count, "hours" if found[2] == "hour" else "days")
    if not re.match("[0-9]{4}|(start|middle|end) of ", text):
        raise DateError(say("deadline/form", text=text))
    by = parse(text)
    if by.precision == "interval":
        raise DateError(say("deadline/interval", text=text))
    return Deadline(text, by, None, None)


def show_deadline(deadline: Deadline, lang: Lang) -> str:
    """The time limit as read in `lang`: "within 5 days", "by 20 May 2021"."""
    if deadline.by:
        limit = show(deadline.by, lang)
        # "by the evening of 30 April" but "by noon on 30 April"
        article = "the " if re.match("[a-z]+ of ", limit) else ""
        return f"حتى {limit}" if lang == "ar" else f"by {article}{limit}"
    assert deadline.unit, "a time limit is a date or has a unit"
    forms = _UNITS[lang][deadline.unit]
    if deadline.count is None:
        return f"خلال {forms['few']}" if lang == "ar" else f"within a few {forms['other']}"
    return f"{'خلال' if lang == 'ar' else 'within'} {counted(deadline.count, forms, lang)}"
