"""Origins: whom an account goes back to, so that five outlets relaying one monitor do not look like five witnesses.

In: an account (and, for a figure, its measure). Out: the set of known origins; an empty set is an origin not named.
An origin is the id of a publisher, force or person, or `voice@publisher` for a first-hand voice such as a deportee.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from macros.atlas import AccountEntry, Atlas, EventEntry
from macros.quantities import Quantity

Path = frozenset[str]


@dataclass(frozen=True, slots=True)
class Origins:
    """How many accounts there are and whom they go back to; `unnamed` accounts name nobody and raise no count."""

    accounts: int
    known: tuple[str, ...]
    unnamed: int

    @property
    def single(self) -> bool:
        """Whether every account goes back to one and the same known origin."""
        return len(self.known) == 1 and self.unnamed == 0


def summarise(atlas: Atlas, accounts: Iterable[AccountEntry], measure: str | None = None) -> Origins:
    """The origins of several accounts together."""
    known: dict[str, None] = {}
    total = unnamed = 0
    for account in accounts:
        total += 1
        found = origins(atlas, account, measure)
        unnamed += not found
        known.update(dict.fromkeys(sorted(found)))
    return Origins(total, tuple(known), unnamed)


def origins(atlas: Atlas, account: AccountEntry, measure: str | None = None, seen: Path = frozenset()) -> Path:
    """The known origins of one account: `from` followed to its root; a spokesman counts as his body."""
    if account.id in seen:
        return frozenset()
    seen = seen | {account.id}
    if not account.record.from_:
        return _lent(atlas, account, measure, seen) or frozenset({body(atlas, account.publisher)})
    found: set[str] = set()
    for speaker in account.record.from_:
        found |= _root(atlas, speaker, account, measure, seen)
    return frozenset(found)


def body(atlas: Atlas, name: str) -> str:
    """The body a person or a publisher speaks for, or the name itself."""
    holder = atlas.people.get(name) or atlas.publishers.get(name)
    spoken = holder.speaks_for if holder else None
    return body(atlas, spoken) if spoken and spoken != name else name


def _root(atlas: Atlas, speaker: str, account: AccountEntry, measure: str | None, seen: Path) -> Path:
    kind = atlas.kind_of(speaker)
    if kind == "voice":
        voice = atlas.words["voice"][speaker]
        if voice.own:
            return frozenset({body(atlas, account.publisher)})
        return frozenset({f"{speaker}@{account.publisher}"}) if voice.firsthand else frozenset()
    if kind in ("publisher", "item"):
        earlier = [
            a for a in _family(atlas, account) if speaker in (a.item, a.publisher) and _same(a, account, measure)
        ]
        if earlier and speaker != account.publisher:
            return frozenset().union(*(origins(atlas, a, measure, seen) for a in earlier))
        return frozenset({body(atlas, speaker.split("/", maxsplit=1)[0])})
    return frozenset() if kind == "group" else frozenset({body(atlas, speaker)})


def _lent(atlas: Atlas, account: AccountEntry, measure: str | None, seen: Path) -> Path:
    """A publisher that once attributed this very number to somebody lends that origin to its later bare repeat."""
    if measure is None:
        return frozenset()
    found: set[str] = set()
    own = atlas.sources[account.item].record.published
    for other in _family(atlas, account):
        earlier = atlas.sources[other.item].record.published
        not_later = earlier.first is None or own.last is None or earlier.first <= own.last
        if other.publisher == account.publisher and other.record.from_ and not_later and _same(other, account, measure):
            found |= origins(atlas, other, measure, seen)
    return frozenset(found)


def _same(one: AccountEntry, two: AccountEntry, measure: str | None) -> bool:
    """Whether both give the same number of the measure (`about` aside); without a measure, any two accounts do."""
    if measure is None:
        return True
    a, b = one.record.figures.get(measure), two.record.figures.get(measure)
    return a is not None and b is not None and _number(a) == _number(b)


def _number(quantity: Quantity) -> tuple[str, int | None, int | None, str | None]:
    """A figure without its `about`."""
    form = {"about": "exact", "about range": "range"}.get(quantity.form, quantity.form)
    return form, quantity.low, quantity.high, quantity.word


def _family(atlas: Atlas, account: AccountEntry) -> Iterable[AccountEntry]:
    """The accounts of the account's event, of its parts and of the event it is part of, itself left out."""
    event = atlas.events[account.event]
    related: list[EventEntry] = [event, *atlas.children.get(event.id, ())]
    if event.record.part_of:
        parent = atlas.events[event.record.part_of]
        related += [parent, *(e for e in atlas.children.get(parent.id, ()) if e.id != event.id)]
    for one in related:
        for other in one.accounts:
            if other.id != account.id:
                yield other
