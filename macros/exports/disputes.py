"""Disputes: the disagreements of the record under ids that last as long as what they are about.

In: the Atlas. Out: (id, disagreement) pairs. An id is the event's, then the kind and, where the kind does not say it,
the measure, role or term: `umm-batnah/2021-05-deportation/figure-people`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from macros.atlas import Atlas, EventEntry
from macros.derive.disagreements import Disagreement, disagreements

PLAIN = ("occurrence", "date", "place", "first")  # kinds an event has one subject of


def disputes(atlas: Atlas, event: EventEntry) -> Iterator[tuple[str, Disagreement]]:
    """The disagreements of an event, several on one point told apart by a number."""
    seen: Counter[str] = Counter()
    for one in disagreements(atlas, event):
        slug = one.kind if one.kind in PLAIN else f"{one.kind}-{one.subject}"
        seen[slug] += 1
        yield f"{event.id}/{slug}" + (f"-n{seen[slug]}" if seen[slug] > 1 else ""), one
