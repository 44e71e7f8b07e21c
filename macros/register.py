"""The register: every id ever published, so that none vanishes silently.

In: a `Loaded` record set and the register's own file. Out: faults for what is gone without a word, and the register's
new text. An id may go only by leaving a trace: `former_ids` in the record that took its place, or `withdrawn`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from macros.faults import Fault, nearest
from macros.load import Loaded
from macros.messages import called, say
from macros.records.ledgers import KINDS, Register

FILE = "data/register.yml"
HEAD = """\
# Every id that was ever published and how many accounts each source has given. Written by `python -m macros register`;
# nothing is taken out by hand: an id that goes becomes a `former_ids` of the record in its place, or stands below under
# `withdrawn` with the reason in both languages and, as `when`, the day. One withdrawn for safety has `safety: true`:
# then the site says the word and nothing else.
"""


def accounts(loaded: Loaded) -> Counter[str]:
    """How many accounts each source item gives, over all events."""
    return Counter(account.source for event in loaded.of("event").values() for account in event.accounts)


def former(loaded: Loaded) -> dict[str, str]:
    """Former ids and the record that took each one's place; a renamed place brings its events with it."""
    found: dict[str, str] = {}
    for kind in KINDS:
        for name, record in loaded.of(kind).items():
            for old in record.former_ids:
                found[old] = name
                if kind == "place":
                    for event in loaded.of("event"):
                        place, slug = event.split("/")
                        if place == name:
                            found.setdefault(f"{old}/{slug}", event)
    return found


def registered(loaded: Loaded) -> Iterator[Fault]:
    """Every registered id is still there, or says where it went; no source has lost an account."""
    register: Register | None = loaded.of("register").get("register")
    if register is None:
        return
    document = loaded.documents["register", "register"]
    gone = former(loaded)
    for kind in KINDS:
        known = loaded.of(kind)
        for n, name in enumerate(getattr(register, kind)):
            if name not in known and name not in gone and name not in register.withdrawn:
                near = nearest(name, known, called(kind))
                message = say("id-vanished", kind=called(kind), name=name, near=near)
                yield document.fault((kind, n), "id-vanished", message)
    now = accounts(loaded)
    for source, number in register.accounts.items():
        if now[source] < number and source not in register.withdrawn:
            message = say("account-vanished", source=source, before=number, now=now[source])
            yield document.fault(("accounts", source), "account-vanished", message)
    for name in register.withdrawn:
        if any(name in loaded.of(kind) for kind in KINDS):
            message = say("withdrawn-still-there", name=name)
            yield document.fault(("withdrawn", name), "withdrawn-still-there", message)


def written(loaded: Loaded) -> str:
    """The register's text with everything the record now holds added; what it held before stays."""
    old: Register = loaded.of("register").get("register") or Register()
    lines = [HEAD]
    for kind in KINDS:
        names = sorted({*getattr(old, kind), *loaded.of(kind)})
        lines.append(f"{kind}:\n" + "".join(f"- {name}\n" for name in names) if names else "")
    corrections = [one.id for ledger in loaded.of("corrections").values() for one in ledger.entries]
    kept = list(dict.fromkeys((*old.correction, *corrections)))
    lines.append("correction:\n" + "".join(f"- {name}\n" for name in kept) if kept else "")
    now = accounts(loaded)
    counts = {source: max(now[source], old.accounts.get(source, 0)) for source in sorted({*now, *old.accounts})}
    lines.append("accounts:\n" + "".join(f"  {source}: {number}\n" for source, number in counts.items() if number))
    if old.withdrawn:
        lines.append("withdrawn:\n")
        for name, why in old.withdrawn.items():
            texts = "".join(f"    {lang}: {_quoted(text)}\n" for lang, text in (("en", why.en), ("ar", why.ar)) if text)
            texts += f"    when: {why.when.text}\n" if why.when else ""
            texts += "    safety: true\n" if why.safety else ""
            lines.append(f"  {name}:\n{texts}")
    return "".join(lines)


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
