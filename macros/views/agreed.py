"""What was agreed and what became of it: the terms of a place's agreements."""

from __future__ import annotations

from dataclasses import dataclass

from macros.derive.origins import summarise
from macros.derive.towns import Term, terms
from macros.views.accounts import account_link
from macros.views.desk import Desk, Link
from macros.views.events import counts


@dataclass(frozen=True, slots=True)
class TermRow:
    """A term promised in an agreement: by how many accounts, and what became of it by whose report."""

    term: str
    promised: str
    accounts: str
    denied: tuple[Link, ...]
    kept: tuple[tuple[str, str, tuple[Link, ...]], ...]
    carried_out: Link | None


def agreed(desk: Desk, name: str) -> tuple[tuple[Link, tuple[TermRow, ...]], ...]:
    """The terms of a place by agreement."""
    by_event: dict[str, list[TermRow]] = {}
    for term in terms(desk.atlas, name):
        by_event.setdefault(term.event, []).append(term_row(desk, term))
    return tuple((desk.link(event), tuple(rows)) for event, rows in by_event.items())


def term_row(desk: Desk, term: Term) -> TermRow:
    """One term with the accounts that report it."""
    tongue = desk.tongue
    return TermRow(
        term=tongue.word("term", term.term),
        promised=counts(desk, summarise(desk.atlas, term.promised)) if term.promised else "",
        accounts=tongue.count("accounts", len(term.promised)) if term.promised else "",
        denied=tuple(account_link(desk, account) for account in term.denied),
        kept=tuple(
            (how, tongue.ui(f"kept_{how}"), tuple(account_link(desk, account) for account in accounts))
            for how, accounts in term.kept
        ),
        carried_out=desk.link(term.carried_out) if term.carried_out else None,
    )
