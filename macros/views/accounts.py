"""Accounts as rows: who says it, how far it was read, and what it says, key by key."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from macros import addresses
from macros.atlas import AccountEntry
from macros.derive.origins import origins
from macros.language import Said
from macros.records.account import Account, Statement
from macros.views.citing import Cited, account_cited
from macros.views.desk import Desk, Link


@dataclass(frozen=True, slots=True)
class Row:
    """One key of an account: its label, its values, and whether we deduced it or the source doubts it."""

    label: str
    values: tuple[Link, ...]
    inferred: bool = False
    unconfirmed: bool = False


@dataclass(frozen=True, slots=True)
class SourceNote:
    """Who says it: the publisher, the pinpoint, whose word it is, the day, how much was read, the page itself."""

    publisher: Link
    at: str
    speakers: tuple[Link, ...]
    published: str
    read: str
    url: str | None


@dataclass(frozen=True, slots=True)
class AccountView:
    """An account of an event as one block with its own address."""

    anchor: str
    href: str
    source: SourceNote
    denies: bool
    rows: tuple[Row, ...]
    says: Said | None
    wording: Said | None
    note: Said | None
    cite: Cited


def source_note(desk: Desk, statement: Statement) -> SourceNote:
    """The source line of an account or a statement."""
    item = desk.atlas.sources[statement.source]
    return SourceNote(
        publisher=Link(desk.tongue.short(item.publisher), desk.link(item.id).href),
        at=locator(desk, statement.at),
        speakers=desk.links(statement.from_),
        published=desk.tongue.date(item.record.published),
        read=desk.tongue.word("kind.read", item.record.read),
        url=item.record.url,
    )


def locator(desk: Desk, at: str) -> str:
    """A pinpoint in words: `p5, p7` is paragraphs 5, 7."""
    if at.startswith("p") and at[1:2].isdigit():
        numbers = ", ".join(part.strip().removeprefix("p") for part in at.split(",")).replace("-", "–")
        if desk.lang == "ar":
            numbers = numbers.replace(", ", "، ")
        many = "," in at or "-" in at
        return desk.tongue.ui("at_paragraphs" if many else "at_paragraph", n=numbers)
    name, _, rest = at.partition(" ")
    key = "at_time" if at[:1].isdigit() else f"at_{name}"
    return desk.tongue.ui(key, n=rest or at)


def account_view(desk: Desk, event_type: str, entry: AccountEntry) -> AccountView:
    """An account with every key it has, in the order a reader asks: when, where, who, how many, what was agreed."""
    account = entry.record
    tongue = desk.tongue
    return AccountView(
        anchor=entry.anchor,
        href=desk.to(addresses.of("account", entry.id) or ""),
        source=source_note(desk, account),
        denies=entry.denies_event,
        rows=tuple(_rows(desk, event_type, account)),
        says=tongue.said(account.says) if account.says else None,
        wording=tongue.said(account.wording) if account.wording else None,
        note=tongue.said(account.note) if account.note else None,
        cite=account_cited(desk, entry, locator),
    )


def _rows(desk: Desk, event_type: str, account: Account) -> Iterator[Row]:
    tongue = desk.tongue

    def row(key: str, label: str, values: tuple[Link, ...]) -> Row:
        return Row(label, values, key in account.inferred, key in account.unconfirmed)

    if account.when:
        yield row("when", tongue.ui("key_when"), (Link(tongue.date(account.when)),))
    for key in ("where", "fired_from"):
        if getattr(account, key):
            yield row(key, tongue.ui(f"key_{key}"), desk.links(getattr(account, key)))
    for role, parties in account.who.items():
        yield row(role, tongue.role(role, event_type), desk.links(parties))
    for measure, quantity in account.figures.items():
        yield row(measure, tongue.word("measure", measure), (Link(tongue.figure(quantity, measure)),))
    for key in ("promises", "demands", "asks"):
        words = tuple(Link(tongue.word("term", term)) for term in getattr(account, key))
        if words:
            yield row(key, tongue.ui(f"key_{key}"), words)
    for term, parties in account.refuses.items():
        yield row("refuses", tongue.ui("key_refuses", term=tongue.word("term", term)), desk.links(parties))
    for term, how in account.keeps.items():
        yield row("keeps", tongue.word("term", term), (Link(tongue.ui(f"kept_{how}")),))
    if account.deadline:
        yield row("deadline", tongue.ui("key_deadline"), (Link(tongue.deadline(account.deadline)),))
    for key in ("bound_for", "via", "reached"):
        if getattr(account, key):
            yield row(key, tongue.ui(f"key_{key}"), desk.links(getattr(account, key)))
    for key in ("let_in", "released"):
        if getattr(account, key):
            yield row(key, tongue.ui(f"key_{key}"), (Link(tongue.date(getattr(account, key))),))
    for key in ("weapon", "cause", "reason", "threat", "result"):
        words = tuple(Link(tongue.word(key, word)) for word in getattr(account, key))
        if words:
            yield row(key, tongue.ui(f"key_{key}"), words)
    if account.first:
        since = account.first.since
        scope = desk.link(account.first.in_)
        label = tongue.ui("key_first_since", date=tongue.date(since)) if since else tongue.ui("key_first")
        yield row("first", label, (scope,))
    if account.denies:
        yield from _denials(desk, event_type, account)


def _denials(desk: Desk, event_type: str, account: Account) -> Iterator[Row]:
    tongue, denies = desk.tongue, account.denies
    assert denies is not None
    for role, parties in denies.who.items():
        yield Row(tongue.ui("denies_role", role=tongue.role(role, event_type)), desk.links(parties))
    if denies.terms:
        yield Row(tongue.ui("denies_terms"), tuple(Link(tongue.word("term", term)) for term in denies.terms))
    if denies.where:
        yield Row(tongue.ui("denies_where"), desk.links(denies.where))


def origin_names(desk: Desk, known: tuple[str, ...]) -> tuple[str, ...]:
    """The names of known origins; a first-hand voice with the publisher it spoke to."""
    found = []
    for name in known:
        voice, _, publisher = name.partition("@")
        if publisher:
            words = {"voice": desk.tongue.name(voice), "publisher": desk.tongue.short(publisher)}
            found.append(desk.tongue.ui("voice_to", **words))
        else:
            found.append(desk.link(voice).text)
    return tuple(found)


def origin_of(desk: Desk, entry: AccountEntry, measure: str | None = None) -> tuple[str, ...]:
    """The names of one account's known origins; empty when none is named."""
    return origin_names(desk, tuple(sorted(origins(desk.atlas, entry, measure))))


def account_link(desk: Desk, account: AccountEntry) -> Link:
    """The publisher's name, leading to the account."""
    return Link(desk.tongue.short(account.publisher), desk.to(addresses.of("account", account.id) or ""))
