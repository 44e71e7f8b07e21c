"""Show: what a page will say, as plain text, so that the effect of an edit is seen without a build.

In: the Atlas, a kind, an id, a language. Out: text, made from the very views the pages are made of: dates, states,
ranges with the origins of every figure, what was promised and kept, what is not known.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from macros import addresses
from macros.atlas import Atlas
from macros.derive.towns import terms
from macros.faults import nearest
from macros.language import Said
from macros.messages import RefusedError, called, say
from macros.records.base import Lang
from macros.views.accounts import AccountView
from macros.views.agreed import TermRow, term_row
from macros.views.desk import Desk, Link
from macros.views.events import EventRow, FigureView, StateView, event_view
from macros.views.place import place_page
from macros.views.sources import publisher_page


def shown(atlas: Atlas, kind: str, name: str, lang: Lang) -> str:
    """What the page of a place or an event, or the entry of a source, says in `lang`."""
    holders = {"place": atlas.places, "event": atlas.events, "source": atlas.sources}
    if name not in holders[kind]:
        what = called("item" if kind == "source" else kind)
        raise RefusedError(say("unknown-id", what=what, wanted=name, near=nearest(name, holders[kind], what)))
    path = addresses.of("item" if kind == "source" else kind, name) or ""
    lines = SHOWN[kind](Desk(atlas, lang, path.partition("#")[0]), name)
    return "\n".join(lines)


def _event(desk: Desk, name: str) -> Iterator[str]:
    tongue, view = desk.tongue, event_view(desk, desk.atlas.events[name])
    yield _said(desk, view.row.title)
    yield f"{_names(desk, view.parents)} · {view.row.when} · {view.row.kind} · {_state(view.row.state)}"
    if view.differs:
        yield f"{tongue.ui('differ_on')} {tongue.comma.join(view.differs)}"
    if view.gaps:
        yield f"{tongue.ui('not_said')} {tongue.comma.join(view.gaps)}"
    for label, links in (("part_of", [view.parent]), ("follows", [view.follows]), ("has_parts", view.parts)):
        if any(links):
            yield f"{tongue.ui(label)} {_names(desk, links)}"
    if view.maybe_same_as:
        yield f"{tongue.ui('maybe_same_as')} {_names(desk, view.maybe_same_as)}"
    if view.note:
        yield _said(desk, view.note)
    if view.figures:
        yield from _heading(tongue.ui("h_figures"))
        for figure in view.figures:
            yield from _figure(desk, figure)
    own = [term_row(desk, term) for term in terms(desk.atlas, desk.atlas.events[name].place) if term.event == name]
    if own:
        yield from _heading(tongue.ui("h_promised"))
        for row in own:
            yield from _term(desk, row)
    yield from _heading(tongue.ui("h_accounts"))
    for account in view.accounts:
        yield from _account(desk, account)


def _place(desk: Desk, name: str) -> Iterator[str]:
    tongue, view = desk.tongue, place_page(desk, name)
    yield f"{view.name} · {view.other_name}"
    yield tongue.comma.join([view.kind, *(link.text for link in view.parents)])
    if view.rows:
        yield f"{tongue.ui('top_outcome')}: {view.outcome} ({_names(desk, view.because)})"
        for key in view.key_figures:
            range_of = f"{key.figure.range}{tongue.comma}{key.event.text}"
            yield f"{tongue.ui('top_how_many')}: {range_of} · {_state(key.figure.state)}"
        yield f"{tongue.ui('top_not_known')}: {tongue.ui('top_gaps', n=view.gap_count)}"
        yield f"{tongue.ui('top_read')}: {view.reading}"
    yield _said(desk, view.summary) if view.summary else tongue.ui("only_named")
    if view.terms:
        yield from _heading(tongue.ui("h_promised"))
        for agreement, rows in view.terms:
            yield f"  {agreement.text}"
            for row in rows:
                yield from (f"  {line}" for line in _term(desk, row))
    for heading, events in (("h_events", view.rows), ("h_elsewhere", view.elsewhere)):
        if events:
            yield from _heading(tongue.ui(heading))
            yield from (_row(desk, row) for row in events)
    if view.unknown or view.gaps:
        yield from _heading(tongue.ui("h_unknown"))
        yield from (f"  {_said(desk, text)}" for text in view.unknown)
        yield from (f"  {gap.event.text}: {tongue.comma.join(gap.missing)}" for gap in view.gaps)


def _source(desk: Desk, name: str) -> Iterator[str]:
    publisher, key = name.split("/")
    tongue, view = desk.tongue, publisher_page(desk, publisher)
    item = next(item for item in view.items if item.anchor == key)
    yield item.title + (f" ({tongue.ui('title_by_us')})" if item.by_us else "")
    yield " · ".join(part for part in (view.name, item.author, item.published, item.read) if part)
    yield from (url for url in (item.url, item.archived) if url)
    if item.dating:
        yield f"{tongue.ui('dating')} {_said(desk, item.dating)}"
    if item.uses:
        yield from _heading(tongue.ui("used_for"))
        yield from (f"  {use.text}" for use in item.uses)
    if item.elsewhere:
        yield f"{tongue.ui('also_used_for')} {_names(desk, item.elsewhere)}"


def _heading(text: str) -> tuple[str, str]:
    return "", text


def _said(desk: Desk, said: Said) -> str:
    return f"{said.text} ({desk.tongue.ui('awaited')})" if said.awaited else said.text


def _names(desk: Desk, links: Iterable[Link | None]) -> str:
    return desk.tongue.comma.join(link.text for link in links if link)


def _state(state: StateView) -> str:
    return f"{state.word}: {state.counts}" if state.counts else state.word


def _row(desk: Desk, row: EventRow) -> str:
    return f"  {row.when}: {_said(desk, row.title)} · {row.kind} · {_state(row.state)}"


def _figure(desk: Desk, figure: FigureView) -> Iterator[str]:
    """A figure's range, its state and origins, then every account's own figure with what that goes back to."""
    tongue = desk.tongue
    origins = f" ({tongue.comma.join(figure.origins)})" if figure.origins else ""
    yield f"  {figure.label}: {figure.range} · {_state(figure.state)}{origins}"
    for one in figure.given:
        citing = f" {tongue.ui('citing')} {tongue.comma.join(one.speakers)}" if one.speakers else ""
        origin = tongue.comma.join(one.origin) or tongue.ui("origin_unnamed")
        yield f"    {one.figure}: {one.publisher.text}{citing} · {tongue.ui('col_origin')}: {origin}"


def _term(desk: Desk, row: TermRow) -> Iterator[str]:
    """A term: by how many accounts it was promised, and what became of it by whose report."""
    tongue = desk.tongue
    yield f"  {row.term}: {row.promised or tongue.ui('no_promise')}"
    if row.denied:
        yield f"    {tongue.ui('denied_by')} {_names(desk, row.denied)}"
    for _, word, who in row.kept:
        yield f"    {word} ({tongue.ui('according_to')} {_names(desk, who)})"
    if row.carried_out:
        yield f"    {tongue.ui('led_to')} {row.carried_out.text}"
    if not row.kept and not row.carried_out:
        yield f"    {tongue.ui('no_report')}"


def _account(desk: Desk, account: AccountView) -> Iterator[str]:
    """An account: who says it and where, then every key it has."""
    tongue, source = desk.tongue, account.source
    citing = f" {tongue.ui('citing')} {_names(desk, source.speakers)}" if source.speakers else ""
    denies = f" · {tongue.ui('denies_event')}" if account.denies else ""
    where = tongue.comma.join([source.published, source.at, source.read])
    yield f"  {source.publisher.text}{citing} · {where}{denies}"
    for row in account.rows:
        doubts = [tongue.ui(key) for key in ("inferred", "unconfirmed") if getattr(row, key)]
        yield f"    {row.label}: {_names(desk, row.values)}" + (f" ({tongue.comma.join(doubts)})" if doubts else "")
    if account.says:
        yield f"    {_said(desk, account.says)}"
    if account.wording:
        yield f"    {tongue.ui('wording')} {account.wording.text}"
    if account.note:
        yield f"    {tongue.ui('note')} {_said(desk, account.note)}"


SHOWN: dict[str, Callable[[Desk, str], Iterator[str]]] = {"place": _place, "event": _event, "source": _source}
