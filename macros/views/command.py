"""Command: whose a body was and who led it over time, by the sources' dated statements; who mediated between whom.

In: a desk and a force or person. Out: a `Chart` of the dated statements (the list of statements says the same, with the
undated ones), and `Mediation` rows from the accounts that name both the mediator and the parties.
"""

from __future__ import annotations

from dataclasses import dataclass

from macros.dates import When
from macros.records.account import Statement
from macros.views.accounts import account_link
from macros.views.charts import roles_chart
from macros.views.desk import Desk, Link
from macros.views.strips import NAME, TOP, Chart, StripRow, chart_height, ends, stretch, years

KEYS = ("under", "side", "commander", "leads", "member_of")
LIMITS = ("founded", "dissolved")
MEDIATOR, PARTIES = "through", "between"  # two of the nine roles every kind of event has
FEWEST, LINE = 2, 14


@dataclass(frozen=True, slots=True)
class Mediation:
    """Who mediated between whom, and in which events by whose account."""

    parties: tuple[Link, ...]
    mediators: tuple[Link, ...]
    events: tuple[tuple[Link, tuple[Link, ...]], ...]


@dataclass(frozen=True, slots=True)
class BodyPictures:
    """The pictures of a force's or a person's page."""

    command: Chart | None
    roles: Chart | None
    mediations: tuple[Mediation, ...]


def body_pictures(desk: Desk, name: str) -> BodyPictures:
    """The pictures of a body's page."""
    return BodyPictures(command_chart(desk, name), roles_chart(desk, name), mediations(desk, name))


def command_chart(desk: Desk, name: str) -> Chart | None:
    """Superiors, leaders, beginning and end by dated statements; None where fewer than two are dated."""
    atlas, tongue = desk.atlas, desk.tongue
    record = atlas.forces[name] if atlas.kind_of(name) == "force" else atlas.people[name]
    rows: dict[str, list[When]] = {}
    counted: dict[str, int] = {}
    for statement in record.accounts:
        for label, when in _said(desk, statement):
            counted[label] = counted.get(label, 0) + 1
            if when and ends(when):
                rows.setdefault(label, []).append(when)
    over = stretch(desk, (when for found in rows.values() for when in found))
    if over is None or sum(len(found) for found in rows.values()) < FEWEST:
        return None
    made = []
    for at, (label, found) in enumerate(rows.items()):
        top = TOP + at * (NAME + LINE)
        bars = []
        for when in sorted(found, key=lambda one: one.sort_key):
            days = ends(when)
            if days:
                bars.append(over.bar(over.part(days[0]), over.part(days[1]), top + NAME, 8))
        text = f"{label}{tongue.comma}{tongue.count('statements', counted[label])}"
        if counted[label] > len(found):
            text += f"{tongue.comma}{tongue.ui('undated', n=counted[label] - len(found))}"
        made.append(StripRow(top + NAME - 5, text, tuple(dict.fromkeys(bars))))
    title = tongue.ui("command_title", name=tongue.name(name))
    return Chart("command", title, chart_height(len(made), NAME + LINE), over.x(0), tuple(made), years(over))


def _said(desk: Desk, statement: Statement) -> list[tuple[str, When | None]]:
    """What a statement says of a body's place, each with its date: `under X`, `commander Y`, `founded`."""
    tongue = desk.tongue
    found: list[tuple[str, When | None]] = []
    for key in KEYS:
        for other in getattr(statement, key, ()):
            found.append((f"{tongue.ui(f'key_{key}')} {tongue.name(other)}", statement.when))
    found += [(tongue.ui(f"key_{key}"), when) for key in LIMITS if (when := getattr(statement, key, None))]
    return found


def mediations(desk: Desk, name: str) -> tuple[Mediation, ...]:
    """The mediations in which a body is the mediator or a party, accounts that name the same ones together."""
    atlas = desk.atlas
    found: dict[tuple[tuple[str, ...], tuple[str, ...]], dict[str, dict[str, Link]]] = {}
    for event in atlas.timeline(atlas.events[one] for one in atlas.roles_of.get(name, {})):
        for account in event.reports:
            parties = tuple(sorted(account.record.who.get(PARTIES, ())))
            mediators = tuple(sorted(account.record.who.get(MEDIATOR, ())))
            if parties and mediators and name in (*parties, *mediators):
                by_event = found.setdefault((parties, mediators), {})
                link = account_link(desk, account)
                by_event.setdefault(event.id, {}).setdefault(link.text, link)
    return tuple(
        Mediation(
            desk.links(parties),
            desk.links(mediators),
            tuple((desk.link(event), tuple(who.values())) for event, who in by_event.items()),
        )
        for (parties, mediators), by_event in found.items()
    )
