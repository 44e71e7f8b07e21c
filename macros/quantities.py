"""Figures as accounts give them: "150", "about 150", "more than 30", "120 to 135", "dozens".

In: the plain words a contributor writes, and the word list of data/vocabulary/quantities.yml.
Out: a Quantity; what it allows, whether two can both be right, and how it reads in English and Arabic.
Why: a figure is one account's statement. It is compared and printed as stated; a word never becomes a number.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal, cast, get_args

from macros.messages import RefusedError, say
from macros.plurals import Lang, counted, noun, oblique

Single = Literal["exact", "about", "nearly", "more than", "at least", "up to", "fewer than"]
Form = Literal[Single, "range", "about range", "word"]

# Nine digits at most: a longer number is a slip, and Python refuses to read very long ones.
_N = "(0|[1-9][0-9]{0,8})"
_SINGLE = re.compile(rf"(?:({'|'.join(get_args(Single)[1:])}) )?{_N}")
_RANGE = re.compile(rf"(about )?{_N} to {_N}")
_WORD = re.compile("[a-z]+( [a-z]+)*")
_SPELLED = re.compile(
    r"\b(zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|(twen|thir|for|fif|six|seven|"
    r"eigh|nine)ty|hundred|thousand|million|dozen)\b",
    re.IGNORECASE,
)
# What people write, and what to write instead. \d takes Arabic digits too, and int() reads them.
_LOOSE = r"(\d{1,3}(?:[,.' \u00a0\u202f\u066c]\d{3}){1,2}|\d{1,9})"
_INSTEAD = tuple(
    (re.compile(wrong.replace("N", _LOOSE), re.IGNORECASE), right)
    for wrong, right in (
        (r"N", "{}"),
        (r"(?:>=|≥|at least) ?N|N ?\+|N or more|(?:no|not) (?:less|fewer) than N", "at least {}"),
        (r"(?:<=|≤|up to) ?N|(?:at most|(?:no|not) more than) N", "up to {}"),
        (r"(?:>|more than|over) ?N", "more than {}"),
        (r"(?:<|fewer than|less than|under) ?N", "fewer than {}"),
        (r"(?:~|≈|about|around|approximately|roughly|circa|ca?\.?) ?N|N ?~", "about {}"),
        (r"(?:nearly|almost|close to) ?N", "nearly {}"),
        (r"N ?[-\u2010-\u2014] ?N|(?:between )?N (?:and|to) N", "{} to {}"),
        (r"(?:~|≈|about) ?N ?[-\u2010-\u2014] ?N|(?:~|≈|about) ?N to N", "about {} to {}"),
    )
)

# Of several statements of one number the plainest stands for it in a range.
_PLAINEST: tuple[Form, ...] = ("exact", "range", "about", "nearly", "about range", "at least", "up to")
_BESIDE = {"more than": 1, "fewer than": -1}  # on which side of its number a statement lies that excludes it
_ARABIC: dict[Form, str] = {
    "exact": "{}",
    "about": "نحو {}",
    "nearly": "ما يقارب {}",
    "more than": "أكثر من {}",
    "at least": "{} على الأقل",
    "up to": "حتى {}",
    "fewer than": "أقل من {}",
}
# How an English word takes its noun, by its last word; any other phrase stands alone ("none reported").
_JOIN = dict.fromkeys(("tens", "dozens", "scores", "hundreds", "thousands"), "of ")
_JOIN |= dict.fromkeys(("few", "several", "some", "most", "many"), "")


class QuantityError(RefusedError):
    """A figure that cannot be read; the message says what to write."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """One stated figure; `low` and `high` are its numbers as written, None for a word."""

    text: str
    form: Form
    low: int | None
    high: int | None
    word: str | None


@dataclass(frozen=True, slots=True)
class WordSpan:
    """A vocabulary word: its Arabic and the counts it allows (None: no limit; `about`: 10 % wider)."""

    ar: str
    least: int | None
    most: int | None
    about: bool = False


Words = Mapping[str, WordSpan]


def parse(text: str) -> Quantity:
    """The quantity a text states, else QuantityError; the caller checks that a word is in the vocabulary."""
    if found := _SINGLE.fullmatch(text):
        n = int(found[2])
        if found[1] == "fewer than" and n == 0:
            raise QuantityError(say("figure/fewer-than-none", text=text))
        return Quantity(text, cast("Form", found[1] or "exact"), n, n, None)
    if found := _RANGE.fullmatch(text):
        about, low, high = found[1] or "", int(found[2]), int(found[3])
        if low >= high:
            better = f"{low}" if low == high else f"{high} to {low}"
            raise QuantityError(say("figure/rises", text=text, better=about + better))
        return Quantity(text, "about range" if about else "range", low, high, None)
    if _SPELLED.search(text):
        raise QuantityError(say("figure/spelled", text=text, how=say("figure/how")))
    if _WORD.fullmatch(text):
        return Quantity(text, "word", None, None, text)
    for wrong, right in _INSTEAD:
        if loose := wrong.fullmatch(text.strip()):
            better = right.format(*(int(re.sub(r"\D", "", n)) for n in loose.groups() if n))
            parse(better)  # advice that would itself be refused says so instead
            raise QuantityError(say("figure/better", text=text, better=better))
    raise QuantityError(say("figure/form", text=text, how=say("figure/how")))


def bounds(q: Quantity, words: Words) -> tuple[int | None, int | None]:
    """Least and most count allowed, inclusive, None without limit; about is 10 %; KeyError: unknown word."""
    if q.low is None or q.high is None:
        span = words[q.text]
        if not span.about:
            return span.least, span.most
        return span.least and _tenth_less(span.least), span.most and _tenth_more(span.most)
    match q.form:
        case "about" | "about range":
            return _tenth_less(q.low), _tenth_more(q.high)
        case "nearly":
            return _tenth_less(q.low), q.high
        case "more than":
            return q.low + 1, None
        case "at least":
            return q.low, None
        case "up to":
            return 0, q.high
        case "fewer than":
            return 0, q.high - 1
    return q.low, q.high


def _tenth_less(n: int) -> int:
    return n * 9 // 10


def _tenth_more(n: int) -> int:
    return -(n * -11 // 10)


def can_both_hold(a: Quantity, b: Quantity, words: Words) -> bool:
    """Whether some number satisfies both statements (KeyError for a word that `words` lacks)."""
    (low_a, high_a), (low_b, high_b) = bounds(a, words), bounds(b, words)
    most = min(math.inf if high is None else high for high in (high_a, high_b))
    return max(low_a or 0, low_b or 0) <= most


def extremes(qs: Iterable[Quantity], words: Words) -> tuple[Quantity, Quantity] | None:
    """The lowest and highest statement for a printed range, words only if all are words; None for none.

    Ordered by the number as stated, not by what it allows: "about 30" allows 27, yet "28 to about 30" is the
    range a reader understands.
    """
    given = list(qs)
    given = [q for q in given if q.form != "word"] or given
    if not given:
        return None
    return min(given, key=lambda q: _place(q, words, 1)), max(given, key=lambda q: _place(q, words, -1))


def _place(q: Quantity, words: Words, end: Literal[1, -1]) -> tuple[float, float, int, str]:
    """Sort key as the low (1) or the high (-1) end of a range; the plainer statement wins a tie at either."""
    if q.low is None or q.high is None:
        least, most = bounds(q, words)
        if least is None and most is None:
            return end * math.inf, 0, 0, q.text  # "most" bounds nothing: an end only where nothing else is
        return least or 0, math.inf if most is None else most, 0, q.text
    rank = end * _PLAINEST.index(q.form) if q.form in _PLAINEST else 0
    return q.low if end == 1 else q.high, _BESIDE.get(q.form, 0), rank, q.text


def show(q: Quantity, lang: Lang, words: Words, forms: Mapping[str, str] | None = None) -> str:
    """A quantity as read in `lang`, with its unit's `forms` there if given; KeyError: unknown word."""
    if q.low is None or q.high is None:
        if lang == "ar":
            return words[q.text].ar  # the construct ("عشرات الأشخاص") would need cases no word list holds
        join = _JOIN.get(q.text.split(" ")[-1])
        return q.text if forms is None or join is None else f"{q.text} {join}{forms['other']}"
    if lang == "en":
        return q.text if forms is None else f"{q.text} {noun(q.high, forms, 'en')}"
    if q.form == "range":
        return "بين {} و{}".format(*_pair(q.low, q.high, forms))
    if q.form == "about range":
        return "نحو {} إلى {}".format(*_pair(q.low, q.high, forms))
    return _ARABIC[q.form].format(_number(q.high, forms, after=q.form not in ("exact", "at least")))


def _number(n: int, forms: Mapping[str, str] | None, *, after: bool) -> str:
    """An Arabic number with its noun; `after` a preposition the dual is oblique."""
    return str(n) if forms is None else counted(n, oblique(forms) if after else forms, "ar")


def _pair(low: int, high: int, forms: Mapping[str, str] | None) -> tuple[str, str]:
    # 1 and 2 have no digit, so neither can stand bare beside the other: "بين شخص واحد وشخصين".
    beside = forms if (low, high) == (1, 2) else None
    return _number(low, beside, after=True), _number(high, forms, after=True)


def show_range(
    lowest: Quantity, highest: Quantity, lang: Lang, words: Words, forms: Mapping[str, str] | None = None
) -> str:
    """Two statements as one range, "about 100 to about 150 people"; of a range only its outer end shows."""
    if lowest == highest:
        return show(lowest, lang, words, forms)
    low, high = _outer(lowest, lowest.low), _outer(highest, highest.high)
    if _no_range(low, lang, words) or _no_range(high, lang, words):
        first = show(low, lang, words, forms if high.word else None)
        return f"{first} {'or' if lang == 'en' else 'أو'} {show(high, lang, words, forms)}"
    if lang == "ar":
        after = forms and oblique(forms)
        first = show(low, lang, words, after if (low.low, high.high) == (1, 2) else None)
        return f"من {first} إلى {show(high, lang, words, after)}"
    # Without "from", "about 100 to 150" and "more than 30 to 40" would qualify the whole range.
    lead = "" if low.form in ("exact", "word") or low.form == high.form == "about" else "from "
    return f"{lead}{low.text} to {show(high, lang, words, forms)}"


def _outer(q: Quantity, n: int | None) -> Quantity:
    return parse(f"about {n}" if q.form == "about range" else f"{n}") if "range" in q.form else q


def _no_range(q: Quantity, lang: Lang, words: Words) -> bool:
    """Whether "from … to …" around this statement would be no grammar, so that "or" has to join the two."""
    if q.word is None:
        return q.form == "up to"
    return q.word.split(" ")[-1] not in _JOIN if lang == "en" else not words[q.word].ar.startswith("ال")
