"""The API's documents of events and disagreements.

In: a `Pen` and an id. Out: a document, whole, in the shape that `shapes_event` gives it.
"""

from __future__ import annotations

from typing import Any

from macros.atlas import AccountEntry, EventEntry
from macros.derive.disagreements import Disagreement, state
from macros.derive.figures import figures
from macros.derive.origins import origins as origins_of
from macros.derive.towns import gaps
from macros.exports import shapes_event as shapes
from macros.exports.api_parts import (
    Pen,
    date,
    date_or_none,
    labels,
    mentioned,
    origins,
    pages,
    path,
    text,
    text_or_none,
)
from macros.exports.disputes import disputes
from macros.quantities import Quantity, bounds
from macros.records.account import Denial, First


def event(pen: Pen, name: str) -> shapes.Event:
    """An event with its accounts."""
    entry = pen.atlas.events[name]
    record, parts = entry.record, [part.id for part in pen.atlas.children.get(name, ())]
    accounts = [account(pen, one, path("event", name)) for one in entry.accounts]
    return {
        **pen.record("event", name, record, [name, entry.place, *parts, *_origins_named(accounts)]),
        "place": entry.place,
        "event_type": record.type,
        "title": text(record.title),
        "date": date(entry.when),
        "state": state(pen.atlas, entry).value,
        "origins": origins(pen.atlas, entry.reports or entry.accounts),
        "note": text_or_none(record.note),
        "part_of": record.part_of,
        "parts": parts,
        "follows": record.follows,
        "at_place": record.at_place,
        "touches": list(record.touches),
        "maybe_same_as": list(record.maybe_same_as),
        "outcome": dict(record.outcome),
        "figures": _figures(pen, entry),
        "disagreements": [found for found, _ in disputes(pen.atlas, entry)],
        "not_said": [gap.question for gap in gaps(pen.atlas, entry)],
        "accounts": accounts,
    }


def disagreement(pen: Pen, name: str, found: Disagreement) -> shapes.Disagreement:
    """A disagreement; its page is the event's."""
    entry = pen.atlas.events[found.event]
    accounts = [account(pen, one, path("disagreement", name)) for one in found.accounts]
    named = [one for entries in found.accounts for one in mentioned(entries.record)]
    return {
        **pen.head("disagreement", name, ("event", entry.id)),
        "event": entry.id,
        "place": entry.place,
        "point": found.kind,  # type: ignore[typeddict-item]  # one of the closed list
        "subject": found.subject,
        "accounts": accounts,
        "labels": labels(pen.atlas, [entry.id, entry.place, *named, *_origins_named(accounts)]),
    }


def account(pen: Pen, entry: AccountEntry, here: str) -> shapes.Account:
    """An account, for a document at `here`."""
    record, atlas = entry.record, pen.atlas
    return {
        "id": entry.id,
        "page": pages(pen.edition, "account", entry.id, here),
        "source": entry.item,
        "publisher": entry.publisher,
        "at": record.at,
        "from": list(record.from_),
        "origins": sorted(origins_of(atlas, entry)),
        "read": atlas.sources[entry.item].record.read,
        "when": date_or_none(record.when),
        "where": list(record.where),
        "who": _lists(record.who),
        "figures": {measure: _quantity(pen, quantity) for measure, quantity in record.figures.items()},
        "promises": list(record.promises),
        "demands": list(record.demands),
        "asks": list(record.asks),
        "refuses": _lists(record.refuses),
        "keeps": dict(record.keeps),
        "deadline": record.deadline.text if record.deadline else None,
        "bound_for": list(record.bound_for),
        "via": list(record.via),
        "reached": list(record.reached),
        "fired_from": list(record.fired_from),
        "let_in": date_or_none(record.let_in),
        "released": date_or_none(record.released),
        "first": _first(record.first) if record.first else None,
        "denies": _denial(record.denies) if record.denies else None,
        "weapon": list(record.weapon),
        "cause": list(record.cause),
        "reason": list(record.reason),
        "threat": list(record.threat),
        "result": list(record.result),
        "says": text_or_none(record.says),
        "wording": text_or_none(record.wording),
        "note": text_or_none(record.note),
        "inferred": list(record.inferred),
        "unconfirmed": list(record.unconfirmed),
    }


def _origins_named(accounts: list[shapes.Account]) -> list[str]:
    """The ids in the origins of some accounts: `voice@publisher` names two."""
    return [part for one in accounts for origin in one["origins"] for part in origin.split("@")]


def _lists(given: Any) -> dict[str, list[str]]:
    return {key: list(values) for key, values in given.items()}


def _quantity(pen: Pen, quantity: Quantity) -> shapes.Quantity:
    least, most = bounds(quantity, pen.atlas.spans)
    return {"text": quantity.text, "low": quantity.low, "high": quantity.high, "least": least, "most": most}


def _first(claim: First) -> shapes.First:
    return {"in": claim.in_, "since": date_or_none(claim.since)}


def _denial(denial: Denial) -> shapes.Denial:
    return {
        "event": denial.event,
        "who": _lists(denial.who),
        "terms": list(denial.terms),
        "where": list(denial.where),
    }


def _figures(pen: Pen, entry: EventEntry) -> list[shapes.Figure]:
    return [
        {
            "measure": figure.measure,
            "unit": pen.atlas.words["measure"][figure.measure].unit,
            "state": figure.state.value,
            "low": figure.low.text,
            "high": figure.high.text,
            "origins": {
                "accounts": figure.origins.accounts,
                "known": list(figure.origins.known),
                "unnamed": figure.origins.unnamed,
            },
            "given": [{"account": one.account.id, "quantity": _quantity(pen, one.quantity)} for one in figure.given],
        }
        for figure in figures(pen.atlas, entry)
    ]
