"""Awaited: what the record still lacks without being wrong: texts in one language, leads without a source, reviews.

In: a `Loaded` record set. Out: `Fault` values of rules `awaited-*`, which stop no build; a release has no missing text.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from macros.faults import Fault
from macros.link import everything
from macros.load import Loaded
from macros.messages import say
from macros.records.base import texts

YEAR = timedelta(days=365)
NAMES = {"en": say("language/en"), "ar": say("language/ar")}


def awaited(loaded: Loaded, today: date) -> Iterator[Fault]:
    """Every text awaited, every lead under `to_source`, every town not reviewed for 12 months before `today`."""
    for kind, name, record in everything(loaded):
        document = loaded.documents[kind, name]
        for loc, text in texts(record):
            missing = text.missing()
            if missing and "wording" not in loc:  # a source's own word stands in its own language
                message = say("awaited-text", language=NAMES[missing], code=missing)
                yield document.fault(loc, "awaited-text", message)
        for key in getattr(record, "to_source", {}):
            if key != "from_any_of":
                message = say("awaited-source", name=key)
                yield document.fault(("to_source", key), "awaited-source", message)
    for name in {event.split("/")[0] for event in loaded.of("event")}:
        reviewed = loaded.of("place")[name].reviewed
        if reviewed is None or reviewed.last is None or reviewed.last < today - YEAR:
            document = loaded.documents["place", name]
            yield document.fault(("reviewed",), "awaited-review", say("awaited-review"))
