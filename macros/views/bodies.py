"""A page for a force, a person, a concept: what it is, what sources say of it, every event it had a role in."""

from __future__ import annotations

from dataclasses import dataclass

from macros.language import Said
from macros.records.account import Statement
from macros.views.accounts import Row, SourceNote, source_note
from macros.views.desk import Desk, Link
from macros.views.events import EventRow, event_row


@dataclass(frozen=True, slots=True)
class Saying:
    """One statement about a body or a term."""

    source: SourceNote
    rows: tuple[Row, ...]
    says: Said | None
    wording: Said | None
    note: Said | None


@dataclass(frozen=True, slots=True)
class Part:
    """The events in which a body had one role."""

    role: str
    rows: tuple[EventRow, ...]


@dataclass(frozen=True, slots=True)
class BodyPage:
    """A force's or a person's page."""

    name: str
    other_name: str
    other_lang: str
    kind: str
    text: Said
    valid: str
    sayings: tuple[Saying, ...]
    parts: tuple[Part, ...]
    quoted: tuple[EventRow, ...]
    below: tuple[Link, ...]
    variants: tuple[str, ...]
    clan: bool
    edit: str | None
    file: str


@dataclass(frozen=True, slots=True)
class ConceptPage:
    """A term's page."""

    name: str
    other_name: str
    other_lang: str
    text: Said
    sayings: tuple[Saying, ...]
    legal: Said | None
    legal_sources: tuple[Link, ...]
    related: tuple[Link, ...]
    variants: tuple[str, ...]
    edit: str | None
    file: str


def saying(desk: Desk, statement: Statement) -> Saying:
    """A statement with every key it has."""
    tongue, rows = desk.tongue, []
    if statement.when:
        rows.append(Row(tongue.ui("key_when"), (Link(tongue.date(statement.when)),), "when" in statement.inferred))
    keys = ("under", "side", "commander", "base", "formed_from", "represents", "leads", "member_of")
    for key in keys:
        if getattr(statement, key, ()):
            rows.append(Row(tongue.ui(f"key_{key}"), desk.links(getattr(statement, key)), key in statement.inferred))
    for key in ("founded", "dissolved"):
        if getattr(statement, key, None):
            rows.append(Row(tongue.ui(f"key_{key}"), (Link(tongue.date(getattr(statement, key))),)))
    return Saying(
        source_note(desk, statement),
        tuple(rows),
        tongue.said(statement.says) if statement.says else None,
        tongue.said(statement.wording) if statement.wording else None,
        tongue.said(statement.note) if statement.note else None,
    )


def force_page(desk: Desk, name: str) -> BodyPage:
    """The page of a force; `KeyError` for an unknown id."""
    force = desk.atlas.forces[name]
    tongue = desk.tongue
    valid = ""
    if force.since and force.until:
        valid = tongue.ui("valid_both", since=tongue.date(force.since), until=tongue.date(force.until))
    elif force.until:
        valid = tongue.ui("valid_until", until=tongue.date(force.until))
    elif force.since:
        valid = tongue.ui("valid_since", since=tongue.date(force.since))
    return _body(
        desk,
        name,
        tongue.word("kind.force", force.kind),
        tongue.said(force.description),
        valid,
        desk.atlas.below.get(name, ()),
    )


def person_page(desk: Desk, name: str) -> BodyPage:
    """The page of a person with a public role; `KeyError` for an unknown id."""
    person = desk.atlas.people[name]
    below = (person.speaks_for,) if person.speaks_for else ()
    return _body(desk, name, desk.tongue.ui("kind_person"), desk.tongue.said(person.role), "", below)


def _body(desk: Desk, name: str, kind: str, text: Said, valid: str, below: tuple[str, ...]) -> BodyPage:
    atlas, tongue = desk.atlas, desk.tongue
    which = atlas.kind_of(name)
    record = atlas.forces[name] if which == "force" else atlas.people[name]
    by_role: dict[str, list[str]] = {}
    for event, roles in atlas.roles_of.get(name, {}).items():
        for role in roles:
            by_role.setdefault(role, []).append(event)
    parts = []
    for role in (*atlas.words["role"], "refuses"):
        if role in by_role:
            label = tongue.ui("role_refuses") if role == "refuses" else tongue.word("role", role)
            events = atlas.timeline(atlas.events[e] for e in by_role[role])
            parts.append(Part(label, tuple(event_row(desk, event) for event in events)))
    quoted = dict.fromkeys(account.event for account in atlas.relayed.get(name, ()))
    return BodyPage(
        name=record.name.get(desk.lang),
        other_name=record.name.get(desk.other),
        other_lang=desk.other,
        kind=kind,
        text=text,
        valid=valid,
        sayings=tuple(saying(desk, statement) for statement in record.accounts),
        parts=tuple(parts),
        quoted=tuple(event_row(desk, event) for event in atlas.timeline(atlas.events[e] for e in quoted)),
        below=desk.links(below),
        variants=record.variants,
        clan=which == "force" and atlas.forces[name].kind == "clan",
        edit=desk.edit(which, name),
        file=atlas.files[which, name],
    )


def concept_page(desk: Desk, name: str) -> ConceptPage:
    """The page of a term; `KeyError` for an unknown id."""
    concept, tongue = desk.atlas.concepts[name], desk.tongue
    return ConceptPage(
        name=concept.name.get(desk.lang),
        other_name=concept.name.get(desk.other),
        other_lang=desk.other,
        text=tongue.said(concept.definition),
        sayings=tuple(saying(desk, statement) for statement in concept.accounts),
        legal=tongue.said(concept.legal) if concept.legal else None,
        legal_sources=desk.links(concept.legal_sources),
        related=desk.links(concept.related),
        variants=concept.variants,
        edit=desk.edit("concept", name),
        file=desk.atlas.files["concept", name],
    )
