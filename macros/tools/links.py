"""Web addresses: what one tells without being opened: its site, its day, whether the record has it already.

In: an address. Out: plain values. Nothing is fetched; an address is only text here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit

from macros import dates
from macros.messages import RefusedError, say

# An archive's own address around that of the page it holds.
ARCHIVED = re.compile(r"https?://(?:web\.archive\.org/web/[^/]+|archive\.(?:ph|is|today)/(?:o/\w+|[0-9]+))/(https?:.+)")
# Parameters that say how a reader came to a page, not which page it is.
TRACKING = re.compile(r"utm_\w+|fbclid|gclid|igshid|mc_[ce]id|ref|ref_src|amp")
# Sites of many voices: whose page it is stands in the first part of the path.
MANY_VOICES = ("facebook.com", "t.me", "twitter.com", "x.com", "youtube.com", "instagram.com", "telegram.me")
SECOND = ("co", "com", "org", "net", "gov", "ac")  # second-level domains under a country's
DAYS = (
    re.compile(r"(?<!\d)((?:19|20)\d\d)[/._-](\d{1,2})[/._-](\d{1,2})(?!\d)"),
    re.compile(r"(?<!\d)((?:19|20)\d\d)(\d\d)(\d\d)(?!\d)"),
)
MONTH = re.compile(r"(?<!\d)((?:19|20)\d\d)[/_-](\d{1,2})(?![\d/_-]*\d)")
YEAR = re.compile(r"/((?:19|20)\d\d)/")
COMMON = {"html", "news", "archives", "article", "articles", "index", "story", "with", "from", "that", "this", "over"}


@dataclass(frozen=True, slots=True)
class Address:
    """An address: the page's own, and the archived copy's if it was given by one."""

    url: str
    archived: str | None


def address(text: str) -> Address:
    """The address a contributor gave, taken out of an archive's; `RefusedError` for what is no web address."""
    found = ARCHIVED.fullmatch(text)
    url = found[1] if found else text
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname or re.search(r"[\s\"'<>`\\]", url):
        raise RefusedError(say("address"))
    return Address(url, text if found else None)


def host(url: str) -> str:
    """The site of an address without `www.` and the like."""
    return re.sub(r"^(www|m|mobile|amp)\.", "", (urlsplit(url).hostname or "").lower())


def domain(url: str) -> str:
    """The domain a host belongs to: `example.org` of `english.example.org`; of a site of many voices, that voice."""
    if host(url) in MANY_VOICES:
        return site(url)
    parts = host(url).split(".")
    return ".".join(parts[-3:] if len(parts) > 2 and parts[-2] in SECOND else parts[-2:])


def label(url: str) -> str:
    """An id that a new publisher at this address could have."""
    name = site(url).split("/")[-1] if "/" in site(url) else domain(url).split(".")[0]
    return re.sub(r"[^a-z0-9]+", "-", name).strip("-")


def site(url: str) -> str:
    """What tells whose page it is: the host, on a site of many voices with the first part of the path."""
    name = host(url)
    voice = unquote(urlsplit(url).path).strip("/").split("/")[0].lower()
    return f"{name}/{voice}" if name in MANY_VOICES and voice else name


def same(url: str) -> str:
    """A form that all addresses of one page share: archived or not, any protocol, tracking, final slash."""
    found = ARCHIVED.fullmatch(url)
    url = found[1] if found else url
    parts = urlsplit(url)
    path = re.sub(r"(/amp)?/*$", "", unquote(parts.path))
    query = urlencode(sorted((k, v) for k, v in parse_qsl(parts.query) if not TRACKING.fullmatch(k)))
    return f"{host(url)}{path}?{query}" if query else f"{host(url)}{path}"


def published(url: str, today: date) -> str | None:
    """The day, month or year an address shows, as the record writes it; None for none, and for one yet to come."""
    parts = urlsplit(url)
    text = unquote(f"{parts.path}?{parts.query}")
    for form in (*DAYS, MONTH, YEAR):
        for found in form.finditer(text):
            year, *rest = found.groups()
            stated = "-".join([year, *(f"{int(part):02}" for part in rest)])
            try:
                first = dates.parse(stated).first
            except dates.DateError:
                continue
            if first and first <= today:
                return stated
    return None


def word(url: str) -> str | None:
    """A word of the address to tell two pages of one day apart: the longest two Latin words of its last part."""
    last = unquote(urlsplit(url).path).rstrip("/").split("/")[-1].lower()
    words = [w for w in re.findall(r"[a-z]{4,}", last) if w not in COMMON]
    longest = sorted(words, key=len, reverse=True)[:2]
    return "-".join(w for w in dict.fromkeys(words) if w in longest) or None
