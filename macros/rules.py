"""Rules: what the schema cannot see because it takes the meaning of a record, or several records, to see it.

In: a `Loaded` record set. Out: faults. `RULES` lists every rule; one function adds one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from functools import partial

from macros.corrections import corrections_kept
from macros.dates import When, parse
from macros.faults import Fault, nearest
from macros.link import everything
from macros.load import Loaded
from macros.messages import Message, called, say
from macros.records.account import Account, Statement
from macros.records.base import ID, texts
from macros.records.files import Event, Reading
from macros.records.ledgers import KINDS
from macros.register import registered

Rule = Callable[[Loaded], Iterator[Fault]]


def run(loaded: Loaded) -> Iterator[Fault]:
    """The faults of every rule."""
    for rule in RULES:
        yield from rule(loaded)


def figures_in_words(loaded: Loaded) -> Iterator[Fault]:
    """A figure given in words uses one of the closed list."""
    known = set(loaded.words.get("quantity", {}))
    for name, event in loaded.of("event").items():
        for n, account in enumerate(event.accounts):
            for measure, quantity in account.figures.items():
                if quantity.word is not None and quantity.word not in known:
                    message = say("bad-figure/word", text=quantity.text, near=nearest(quantity.text, known))
                    loc = ("accounts", n, "figures", measure)
                    yield loaded.documents["event", name].fault(loc, "bad-figure", message)
    for name, place in loaded.of("place").items():
        for n, statement in enumerate(place.population):
            if statement.value.word is not None and statement.value.word not in known:
                text = statement.value.text
                message = say("bad-figure/word", text=text, near=nearest(text, known))
                yield loaded.documents["place", name].fault(("population", n, "value"), "bad-figure", message)


def own_keys(loaded: Loaded) -> Iterator[Fault]:
    """`inferred` and `unconfirmed` name keys (or measures) the account itself has."""
    for name, event in loaded.of("event").items():
        for n, account in enumerate(event.accounts):
            own = _own(account)
            for key in ("inferred", "unconfirmed"):
                for i, wanted in enumerate(getattr(account, key)):
                    if wanted not in own:
                        message = say("not-own-key", name=wanted, near=nearest(wanted, own, called("key")))
                        yield loaded.documents["event", name].fault(("accounts", n, key, i), "not-own-key", message)


def _own(account: Account) -> set[str]:
    keys = {i.alias or n for n, i in type(account).model_fields.items() if getattr(account, n) not in (None, (), {})}
    return keys | set(account.figures) | set(account.who) | {"where"}


def month_in_name(loaded: Loaded) -> Iterator[Fault]:
    """The month in an event's file name is one some account gives."""
    for name, event in loaded.of("event").items():
        month = name.split("/")[1][:7]
        try:
            named = parse(month)
        except ValueError:
            yield loaded.documents["event", name].fault((), "bad-id", say("bad-id/month", month=month))
            continue
        if not any(account.when and account.when.overlaps(named) for account in event.accounts):
            message = say("month-in-name", month=month)
            yield loaded.documents["event", name].fault((), "month-in-name", message)


def not_in_the_future(loaded: Loaded) -> Iterator[Fault]:
    """No account dates anything later than today."""
    today = datetime.now(UTC).date()
    for name, event in loaded.of("event").items():
        for n, account in enumerate(event.accounts):
            if _later(account.when, today):
                message = say("bad-date/future", text=account.when.text)
                yield loaded.documents["event", name].fault(("accounts", n, "when"), "bad-date", message)


def _later(when: When | None, day: date) -> bool:
    return when is not None and when.first is not None and when.first > day


def known_questions(loaded: Loaded) -> Iterator[Fault]:
    """The questions of an event type name keys of an account."""
    roles, measures = set(loaded.words.get("role", {})), set(loaded.words.get("measure", {}))
    keys = {i.alias or n for n, i in Account.model_fields.items()}
    known = keys | {f"who.{r}" for r in roles} | {f"figures.{m}" for m in measures}
    for name, kind in loaded.words.get("event-type", {}).items():
        for n, question in enumerate(getattr(kind, "questions", ())):
            if question not in known:
                message = say("unknown-id/question", question=question, near=nearest(question, known))
                document = loaded.documents["event-type", name]
                yield document.fault((name, "questions", n), "unknown-id", message)


def neutral_voice(loaded: Loaded) -> Iterator[Fault]:
    """Our own sentences use none of the banned words; quotations stand in quotation marks or under `wording`."""
    banned = list(loaded.words.get("banned-words", {}).values())
    for kind, name, record in everything(loaded):
        if kind in loaded.words:
            continue
        for loc, text in texts(record):
            if "wording" in loc:
                continue
            for lang in ("en", "ar"):
                said = re.sub(r"[\"“«][^\"”»]*[\"”»]", " ", getattr(text, lang) or "")
                for entry in banned:
                    if getattr(entry, "lang", "") != lang:
                        continue
                    for word in getattr(entry, "match", ()):
                        if re.search(rf"(?<!\w){word}(?!\w)", said, re.IGNORECASE):
                            message = say("banned-word", word=word, instead=getattr(entry, "instead", ""))
                            yield loaded.documents[kind, name].fault((*loc, lang), "banned-word", message)


def reading_held(loaded: Loaded) -> Iterator[Fault]:
    """Every fact of a founding document is held by a record that cites its paragraph, and the other way round."""
    for name, reading in loaded.of("reading").items():
        cited = _citations(loaded, reading.document)
        document = loaded.documents["reading", name]
        named: set[tuple[str, str]] = set()
        for paragraph, facts in reading.paragraphs.items():
            for n, fact in enumerate(facts):
                if not re.fullmatch(rf"{re.escape(paragraph)}\.\d+", fact.id):
                    message = say("bad-id/fact", fact=fact.id, paragraph=paragraph, n=n + 1)
                    yield document.fault(("paragraphs", paragraph, n, "id"), "bad-id", message)
                for i, holder in enumerate(fact.held_by):
                    named.add((paragraph, holder))
                    if (paragraph, holder) not in cited:
                        message = say("fact-not-held", holder=holder, source=reading.document, paragraph=paragraph)
                        yield document.fault(("paragraphs", paragraph, n, "held_by", i), "fact-not-held", message)
        for (paragraph, holder), fault in cited.items():
            if paragraph.startswith("p") and (paragraph, holder) not in named:
                yield fault(say("fact-not-listed", paragraph=paragraph, file=document.file, holder=holder))


def _citations(loaded: Loaded, item: str) -> dict[tuple[str, str], Callable[[Message], Fault]]:
    """(paragraph, record id) of every statement that cites `item`, with a way to make a fault there."""
    found: dict[tuple[str, str], Callable[[Message], Fault]] = {}
    for kind in ("event", "place", "force", "person", "concept"):
        for name, record in loaded.of(kind).items():
            listed = [(("accounts", n, "at"), s) for n, s in enumerate(record.accounts)]
            listed += [(("population", n, "at"), s) for n, s in enumerate(getattr(record, "population", ()))]
            for loc, statement in listed:
                if isinstance(statement, Statement) and statement.source == item:
                    fault = partial(loaded.documents[kind, name].fault, loc, "fact-not-listed")
                    for paragraph in statement.paragraphs() or {statement.at}:
                        found[paragraph, name] = fault
    return found


def readings_named(loaded: Loaded) -> Iterator[Fault]:
    """A source item's `reading` is a file under seeds/ about that item."""
    readings = loaded.of("reading")
    for name, publisher in loaded.of("publisher").items():
        for key, item in publisher.items.items():
            reading: Reading | None = readings.get(item.reading) if item.reading else None
            if item.reading and (reading is None or reading.document != f"{name}/{key}"):
                near = nearest(item.reading, readings)
                message = say("unknown-id/reading", source=f"{name}/{key}", name=item.reading, near=near)
                yield loaded.documents["publisher", name].fault(("items", key, "reading"), "unknown-id", message)


def home_exists(loaded: Loaded) -> Iterator[Fault]:
    """An event's folder has a place.yml."""
    places = loaded.of("place")
    missing: set[str] = set()
    for name in loaded.of("event"):
        place = name.split("/")[0]
        if place not in places and place not in missing:
            missing.add(place)
            message = say("missing-file/place", place=place)
            yield loaded.documents["event", name].fault((), "missing-file", message)


def own_outcome(loaded: Loaded) -> Iterator[Fault]:
    """An agreement's `outcome` names terms that some account of it promises, demands or asks for."""
    for name, event in loaded.of("event").items():
        spoken = _terms(event)
        for term in event.outcome:
            if term not in spoken:
                near = nearest(term, spoken, called("term"))
                message = say("unknown-id/outcome", term=term, near=near)
                yield loaded.documents["event", name].fault(("outcome", term), "unknown-id", message)


def _terms(event: Event) -> set[str]:
    return {
        term
        for account in event.accounts
        for term in (*account.promises, *account.demands, *account.asks, *account.keeps, *account.refuses)
    }


def former_ids_free(loaded: Loaded) -> Iterator[Fault]:
    """A former id is nobody's present id, and of one record only."""
    seen: dict[tuple[str, str], str] = {}
    for kind in KINDS:
        for name, record in loaded.of(kind).items():
            for n, old in enumerate(record.former_ids):
                if not all(ID.fullmatch(part) for part in old.split("/")) or old.count("/") != name.count("/"):
                    message = say("bad-id/former", old=old, kind=called(kind))
                    yield loaded.documents[kind, name].fault(("former_ids", n), "bad-id", message)
                taken = old if old in loaded.of(kind) else seen.get((kind, old))
                if taken:
                    message = say("former-id-taken", old=old, taken=taken)
                    yield loaded.documents[kind, name].fault(("former_ids", n), "former-id-taken", message)
                seen[kind, old] = name


RULES: tuple[Rule, ...] = (
    home_exists,
    figures_in_words,
    own_keys,
    month_in_name,
    not_in_the_future,
    known_questions,
    neutral_voice,
    reading_held,
    readings_named,
    own_outcome,
    former_ids_free,
    registered,
    corrections_kept,
)
