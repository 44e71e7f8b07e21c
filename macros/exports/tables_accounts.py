"""The tables of what the sources say: accounts one row each, their figures, roles, terms and places; statements.

In: the Atlas. Out: `Table` values, in the order of the chronology. A row of a detail table names its account and event.
`data/accounts.csv`, one row per figure, is a file of its own and older than these: see `accounts_csv`.
"""

from __future__ import annotations

from collections.abc import Iterator

from macros import addresses, dates
from macros.atlas import AccountEntry, Atlas
from macros.dates import When
from macros.derive.origins import origins
from macros.edition import Edition
from macros.exports.accounts_csv import denied
from macros.exports.tables import Cell, Column, Table, both, days, ident
from macros.exports.tables_record import PAGE, Row, dated, spaced, texts
from macros.quantities import bounds
from macros.records.base import references

OWNER = (ident("account_list", "account_id"), ident("events", "event_id"))
WAYS = ("where", "via", "bound_for", "reached", "fired_from")
WORDS = ("weapon", "cause", "reason", "threat", "result")
FORMS = ("about", "nearly", "more than", "at least", "up to", "fewer than")
KEPT = ("source", "at", "from", "when", "note", "inferred", "unconfirmed")


def _entries(atlas: Atlas) -> Iterator[AccountEntry]:
    for event in atlas.timeline():
        yield from event.accounts


def _accounts(atlas: Atlas, edition: Edition) -> Row:
    for entry in _entries(atlas):
        account, event = entry.record, atlas.events[entry.event]
        first = account.first
        yield (
            entry.id,
            event.id,
            event.place,
            entry.item,
            entry.publisher,
            account.at,
            spaced(account.from_),
            *dated(account.when),
            account.deadline.text if account.deadline else None,
            dates.machine(account.let_in) if account.let_in else None,
            dates.machine(account.released) if account.released else None,
            first.in_ if first else None,
            dates.machine(first.since) if first and first.since else None,
            *(spaced(getattr(account, key)) for key in WORDS),
            denied(account.denies) or None,
            spaced(account.inferred),
            spaced(account.unconfirmed),
            spaced(tuple(sorted(origins(atlas, entry)))),
            atlas.sources[entry.item].record.read,
            *texts(account.says),
            *texts(account.wording),
            *texts(account.note),
            edition.to(addresses.of("account", entry.id) or "", "data/"),
        )


def _figures(atlas: Atlas, _: Edition) -> Row:
    for entry in _entries(atlas):
        for measure, quantity in entry.record.figures.items():
            yield (
                entry.id,
                entry.event,
                measure,
                quantity.text,
                quantity.form,
                quantity.low,
                quantity.high,
                *bounds(quantity, atlas.spans),
                atlas.words["measure"][measure].unit,
                spaced(tuple(sorted(origins(atlas, entry, measure)))),
                measure in entry.record.inferred or "figures" in entry.record.inferred,
                measure in entry.record.unconfirmed or "figures" in entry.record.unconfirmed,
            )


def _roles(atlas: Atlas, _: Edition) -> Row:
    for entry in _entries(atlas):
        denials = entry.record.denies.who if entry.record.denies else {}
        for denies, roles in ((False, entry.record.who), (True, denials)):
            for role, parties in roles.items():
                for party in dict.fromkeys(parties):
                    yield entry.id, entry.event, role, party, denies


def _terms(atlas: Atlas, _: Edition) -> Row:
    for entry in _entries(atlas):
        account = entry.record
        for key in ("promises", "demands", "asks"):
            for term in dict.fromkeys(getattr(account, key)):
                yield entry.id, entry.event, term, key, None
        for term, parties in account.refuses.items():
            for party in dict.fromkeys(parties):
                yield entry.id, entry.event, term, "refuses", party
        for term, how in account.keeps.items():
            yield entry.id, entry.event, term, how, None
        for term in dict.fromkeys(account.denies.terms if account.denies else ()):
            yield entry.id, entry.event, term, "denies", None


def _places(atlas: Atlas, _: Edition) -> Row:
    for entry in _entries(atlas):
        for key in WAYS:
            for n, place in enumerate(getattr(entry.record, key), 1):
                yield entry.id, entry.event, key, n, place
        for n, place in enumerate(entry.record.denies.where if entry.record.denies else (), 1):
            yield entry.id, entry.event, "denies", n, place


def _statements(atlas: Atlas, _: Edition) -> Row:
    """A row for each thing a statement says of a record; one row if it only says it in words."""
    for kind, holder in atlas.named():
        for name, record in holder.items():
            listed = (*record.accounts, *getattr(record, "population", ()))
            for n, statement in enumerate(listed, 1):
                head = (name, kind, n, statement.source, statement.at, spaced(statement.from_), *dated(statement.when))
                tail = (*texts(statement.says), *texts(statement.wording), *texts(statement.note))
                referred = {loc[0]: True for loc, _, _ in references(statement)}
                values: list[tuple[str, Cell]] = []
                for field, info in type(statement).model_fields.items():
                    key, value = info.alias or field, getattr(statement, field)
                    if key in KEPT or value in (None, ()) or key in ("says", "wording"):
                        continue
                    if key in referred and isinstance(value, tuple):
                        values += [(key, one) for one in value]
                    else:
                        text = dates.machine(value) if isinstance(value, When) else value.text
                        values.append(("population" if key == "value" else key, text))
                for key, cell in values or [("says", None)]:
                    yield (*head, key, cell, *tail)


ACCOUNT_LIST = Table(
    "account_list",
    (
        ident(),
        ident("events", "event_id"),
        ident("places", "place_id"),
        ident("sources", "source_id"),
        ident("publishers", "publisher_id"),
        Column("locator", needed=True),
        Column("from", many=True),
        *days(),
        Column("deadline"),
        Column("let_in"),
        Column("released"),
        Column("first_in", refers="places"),
        Column("first_since"),
        *(Column(key, many=True, words=key) for key in WORDS),
        Column("denies", many=True),
        Column("inferred", many=True),
        Column("unconfirmed", many=True),
        Column("origins", many=True),
        Column("read", needed=True, words="kind.read"),
        *both("says"),
        *both("wording"),
        *both("note"),
        PAGE,
    ),
    ("id",),
    _accounts,
)
FIGURES = Table(
    "figures",
    (
        *OWNER,
        Column("measure", needed=True, words="measure"),
        Column("quantity", needed=True),
        Column("form", needed=True, words="|".join(("exact", *FORMS, "range", "about range", "word"))),
        Column("low", "integer"),
        Column("high", "integer"),
        Column("value_min", "integer"),
        Column("value_max", "integer"),
        Column("unit", needed=True, words="unit"),
        Column("origins", many=True),
        Column("inferred", "boolean", needed=True),
        Column("unconfirmed", "boolean", needed=True),
    ),
    ("account_id", "measure"),
    _figures,
)
ROLES = Table(
    "roles",
    (
        *OWNER,
        Column("role", needed=True, words="role"),
        ident("entities", "party_id"),
        Column("denied", "boolean", needed=True),
    ),
    ("account_id", "role", "party_id", "denied"),
    _roles,
)
TERMS = Table(
    "terms",
    (
        *OWNER,
        Column("term", needed=True, words="term"),
        Column("relation", needed=True, words="promises|demands|asks|refuses|kept|partly|broken|denies"),
        Column("party_id", refers="entities"),
    ),
    (),
    _terms,
)
ACCOUNT_PLACES = Table(
    "account_places",
    (
        *OWNER,
        Column("relation", needed=True, words="where|via|bound_for|reached|fired_from|denies"),
        Column("position", "integer", needed=True),
        ident("places", "place_id"),
    ),
    ("account_id", "relation", "position"),
    _places,
)
STATEMENTS = Table(
    "statements",
    (
        ident("entities", "entity_id"),
        Column("kind", needed=True, words="place|force|person|concept"),
        Column("number", "integer", needed=True),
        ident("sources", "source_id"),
        Column("locator", needed=True),
        Column("from", many=True),
        *days(),
        Column("key", needed=True),
        Column("value"),
        *both("says"),
        *both("wording"),
        *both("note"),
    ),
    (),
    _statements,
)
