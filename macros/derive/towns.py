"""Towns: what was promised and what became of it, what is not known, and how a town counts in the list by outcome.

In: a place. Out: `Term`, `Gap` and `Outcome` values, each with the accounts or events it rests on.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from macros.atlas import AccountEntry, Atlas, EventEntry
from macros.derive.figures import parts


@dataclass(frozen=True, slots=True)
class Term:
    """One term of one agreement: who says it was promised or denies it, what became of it, by whose report.

    `kept` maps kept / partly / broken to the accounts that say so; `carried_out` is the event it led to. With neither,
    no report was found; that is not the same as broken.
    """

    event: str
    term: str
    promised: tuple[AccountEntry, ...]
    denied: tuple[AccountEntry, ...]
    kept: tuple[tuple[str, tuple[AccountEntry, ...]], ...]
    carried_out: str | None


@dataclass(frozen=True, slots=True)
class Gap:
    """A question of an event's type that no account answers; `question` is an account's key or key.word."""

    event: str
    question: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a town counts in the list by outcome, and the events that make it so."""

    outcome: str
    because: tuple[str, ...]


def terms(atlas: Atlas, place: str) -> tuple[Term, ...]:
    """The terms of every agreement of a place, in the order of the agreements and of the vocabulary."""
    found = []
    events = atlas.timeline(atlas.events_of.get(place, ()))
    led_to_by_others = {led_to for event in events for led_to in event.record.outcome.values()}
    for event in events:
        for term in atlas.words["term"]:
            promised = tuple(a for a in event.reports if term in a.record.promises)
            kept = {how: tuple(a for a in event.reports if a.record.keeps.get(term) == how) for how in HOW}
            denied = tuple(a for a in event.accounts if a.record.denies and term in a.record.denies.terms)
            own = any(kept.values()) and event.id not in led_to_by_others
            if promised or denied or own:
                led_to = event.record.outcome.get(term)
                for report, more in _reports_of(atlas, led_to, term):
                    kept[report] = (*kept[report], *more)
                shown = tuple((how, accounts) for how, accounts in kept.items() if accounts)
                found.append(Term(event.id, term, promised, denied, shown, led_to))
    return tuple(found)


HOW = ("kept", "partly", "broken")


def _reports_of(atlas: Atlas, event: str | None, term: str) -> list[tuple[str, tuple[AccountEntry, ...]]]:
    """What accounts of the event a term led to say of its being kept."""
    if event is None:
        return []
    accounts = atlas.events[event].accounts
    return [(how, tuple(a for a in accounts if a.record.keeps.get(term) == how)) for how in HOW]


def gaps(atlas: Atlas, event: EventEntry) -> tuple[Gap, ...]:
    """The questions of an event's type that neither its accounts nor those of its parts answer."""
    kind = atlas.words["event-type"][event.record.type]
    accounts = [*event.reports, *(a for part in parts(atlas, event) for a in part.reports)]
    return tuple(Gap(event.id, q) for q in kind.questions if not any(answers(atlas, a, q) for a in accounts))


def answers(atlas: Atlas, account: AccountEntry, question: str) -> bool:
    """Whether an account answers a question; naming an unknown group does not answer who."""
    key, _, word = question.partition(".")
    record = account.record
    if key == "who":
        groups = atlas.words.get("group", {})
        return any(p not in groups or not groups[p].unknown for p in record.who.get(word, ()))
    if key == "figures":
        given = set(record.figures)
        return word in given or any(word in atlas.words["measure"][m].contains for m in given)
    return getattr(record, key) not in (None, (), {})


@cache
def outcome(atlas: Atlas, place: str) -> Outcome:
    """How a place counts: the first outcome of the vocabulary that its events support, with those events."""
    because: dict[str, list[str]] = {word: [] for word in atlas.words["outcome"]}
    for event in atlas.events_of.get(place, ()):
        if not event.reports:
            continue
        denied = any(a.denies_event for a in event.accounts)
        counted = atlas.words["event-type"][event.record.type].outcome
        if counted and not (denied and counted != "deported"):
            because["differ" if denied else counted].append(event.id)
        if _terms_differ(atlas, event):
            because["differ"].append(event.id)
    for word, events in because.items():
        if events:
            return Outcome(word, tuple(events))
    return Outcome(list(because)[-1], ())


def _terms_differ(atlas: Atlas, event: EventEntry) -> bool:
    """Whether some account of an event has a term that leads to an outcome and another rules it out or denies it."""
    words = atlas.words["term"]
    for term, word in words.items():
        if word.outcome:
            against = [t for t in words if words[t].rules_out == term]
            says = any(term in a.record.promises for a in event.reports)
            denies = any(a.record.denies and term in a.record.denies.terms for a in event.accounts)
            if says and (denies or any(t in a.record.promises for a in event.reports for t in against)):
                return True
    return False
