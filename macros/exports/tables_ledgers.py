"""The tables of what the record says of itself: disagreements, words of the vocabulary, corrections.

In: the Atlas. Out: `Table` values.
"""

from __future__ import annotations

from macros import addresses, dates
from macros.atlas import Atlas
from macros.edition import Edition
from macros.exports.disputes import disputes
from macros.exports.tables import Column, Table, both, ident
from macros.exports.tables_record import PAGE, Row, page, spaced, texts

PRIVATE = ("interface", "counts", "banned-words", "columns")


def _disagreements(atlas: Atlas, edition: Edition) -> Row:
    for event in atlas.timeline():
        for name, found in disputes(atlas, event):
            accounts = spaced(tuple(account.id for account in found.accounts))
            at = page(edition, "event", event.id)
            yield name, event.id, event.place, found.kind, found.subject, accounts, at


def _words(atlas: Atlas, _: Edition) -> Row:
    for kind, words in atlas.words.items():
        if kind not in PRIVATE:
            for word, entry in words.items():
                en, ar = getattr(entry, "en", word), entry.ar
                named = (str(getattr(en, "other", en)), str(getattr(ar, "other", ar)))
                yield kind, word, *named, getattr(entry, "unit", None)


def _corrections(atlas: Atlas, edition: Edition) -> Row:
    for one in atlas.corrections:
        yield (
            one.id,
            one.day,
            spaced(one.about),
            dates.machine(one.since) if one.since else None,
            *texts(one.was),
            *texts(one.now),
            *texts(one.why),
            one.asked_by,
            edition.to(addresses.correction(one.id), "data/"),
        )


DISAGREEMENTS = Table(
    "disagreements",
    (
        ident(),
        ident("events", "event_id"),
        ident("places", "place_id"),
        Column("point", needed=True, words="occurrence|date|place|figure|role|term|kept|first"),
        Column("subject", needed=True),
        Column("account_ids", needed=True, many=True),
        PAGE,
    ),
    ("id",),
    _disagreements,
)
WORDS = Table(
    "words",
    (
        Column("list", needed=True),
        Column("word", needed=True),
        *both("name", needed=True),
        Column("unit"),
    ),
    ("list", "word"),
    _words,
)
CORRECTIONS = Table(
    "corrections",
    (
        ident(),
        Column("day", "date", needed=True),
        Column("about", needed=True, many=True),
        Column("since"),
        *both("was"),
        *both("now"),
        *both("why"),
        Column("asked_by"),
        PAGE,
    ),
    ("id",),
    _corrections,
)
