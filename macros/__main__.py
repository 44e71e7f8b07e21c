"""The command line: `python -m macros check`, `new`, `show`, `register` and `schemas`.

In: arguments. Out: text, and an exit status: 0 only when the record has no faults and the command did what it was told.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
from datetime import UTC, datetime
from pathlib import Path

from macros import faults, register
from macros.atlas import build
from macros.awaited import awaited
from macros.check import check
from macros.load import load
from macros.messages import RefusedError, said, say
from macros.records.base import LANGS, Lang
from macros.tools import drafts, items, records, schemas, show, terminal

ROOT = Path(__file__).resolve().parent.parent
LINES, GROUPED = "terminal", "grouped"


def main(arguments: list[str] | None = None) -> int:
    """Run one command; the exit status is 1 when the record has faults or what was asked for is refused."""
    options = _parser().parse_args(arguments)
    try:
        return COMMANDS[options.command](options)
    except RefusedError as refused:
        _tell(refused.message, options.lang)
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m macros", description="Check the record, add to it, look at it.")
    parser.add_argument("--root", type=Path, default=ROOT, help=argparse.SUPPRESS)
    commands = parser.add_subparsers(dest="command", required=True)
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--lang", choices=LANGS, default="en", help="the language of what is printed and written")

    one = commands.add_parser("check", parents=[common], help="check every file of the record and list all faults")
    forms = (GROUPED, *sorted(faults.FORMATS))
    one.add_argument("--format", choices=forms, help="how faults are written; grouped at a terminal, else a line each")
    one.add_argument("--awaited", action="store_true", help="list what is not wrong but still lacking, instead")
    one.add_argument("paths", nargs="*", help="show only the faults of these files or folders")

    one = commands.add_parser(
        "new", parents=[common], help="write a new record with everything it can hold as comments"
    )
    one.add_argument("kind", choices=(*records.PATHS, "source"))
    one.add_argument("name", help="its id (of an event: place/yyyy-mm-word); of a source: its web address")
    one.add_argument("--en", metavar="NAME", help="its name or title in English")
    one.add_argument("--ar", metavar="NAME", help="its name or title in Arabic")
    one.add_argument("--kind", dest="sort", metavar="WORD", help="its kind, a word of the vocabulary")
    one.add_argument("--source", metavar="ID", help="of an event: the source of its first account")
    one.add_argument("--publisher", metavar="ID", help="of a source: whose page it is")
    one.add_argument("--published", metavar="DATE", help="of a source: the day it was published")
    one.add_argument("--key", metavar="ID", help="of a source: its id within the publisher, if not the date")

    one = commands.add_parser("show", parents=[common], help="print what a page will say")
    one.add_argument("kind", choices=sorted(show.SHOWN))
    one.add_argument("name", help="the id: place/yyyy-mm-word, place or publisher/item")

    commands.add_parser("register", parents=[common], help="add every id of the record to data/register.yml")
    one = commands.add_parser("schemas", parents=[common], help="write the schemas editors read")
    one.add_argument("--check", action="store_true", help="only say which of them are out of date")
    return parser


def _check(options: argparse.Namespace) -> int:
    """List the faults, or what is awaited, of the whole record or of some paths."""
    loaded, found = check(options.root)
    lacking = options.awaited and not found
    listed = sorted(awaited(loaded, datetime.now(UTC).date())) if lacking else found
    shown = [fault for fault in listed if _asked(options, fault.file)]
    grouped = options.format == GROUPED or (options.format is None and sys.stdout.isatty())
    if grouped and shown:
        width = min(shutil.get_terminal_size().columns, 120)
        colour = sys.stdout.isatty() and "NO_COLOR" not in os.environ
        print(terminal.grouped(shown, options.root, options.lang, width, colour=colour) + "\n")
    elif shown or lacking:
        print(faults.report(shown, options.format or LINES, options.lang))
    if lacking:
        _tell(say("check/awaited", number=len(shown)), options.lang)
        return 0
    if shown:
        stopped = say("check/stopped", faults=faults.count(len(shown), options.lang))
        _tell(terminal.ending(shown, options.lang) if grouped else stopped, options.lang)
        return 1
    documents = (document.file for (kind, _), document in loaded.documents.items() if kind in loaded.records)
    number = sum(_asked(options, file) for file in documents)
    elsewhere = say("check/elsewhere", records=number, faults=faults.count(len(found), options.lang))
    print(said(elsewhere if found else say("check/none", records=number), options.lang))
    return 0


def _asked(options: argparse.Namespace, file: str) -> bool:
    """Whether a file is one of the paths asked for or lies in one; without paths, all are."""
    paths = [_inside(options.root, path).rstrip("/") for path in options.paths]
    return not paths or any(path in ("", ".", file) or file.startswith(path + "/") for path in paths)


def _inside(root: Path, path: str) -> str:
    """A path as the record's files are named, from the project's folder, wherever the command was called."""
    full = Path(path).absolute()
    return full.relative_to(root.absolute()).as_posix() if full.is_relative_to(root.absolute()) else path


def _new(options: argparse.Namespace) -> int:
    """Write the draft of a record or a source, and say which of its lines wait for a value."""
    root, lang, loaded = options.root, options.lang, load(options.root)
    source = None
    if options.kind == "source":
        made = items.new_item(root, loaded, options.name, datetime.now(UTC).date(), lang, vars(options))
        path, text, source = made.path, made.text, made.source
    else:
        known = {key: value for key, value in vars(options).items() if key in ("en", "ar", "sort", "source") and value}
        path, text = records.new_record(root, loaded, options.kind, options.name, lang, known)
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_text(text, encoding="utf-8")
    print(said(say("new/written", file=path), lang))
    for blank in drafts.blanks(text):
        print(f"  {path}:{blank.line} {blank.key}")
    if source:
        print(said(say("new/source", source=source), lang))
    return 0


def _show(options: argparse.Namespace) -> int:
    """Print what a page will say; a record with faults has no pages."""
    loaded, found = check(options.root)
    if found:
        print(faults.report(found, LINES, options.lang))
        _tell(say("check/stopped", faults=faults.count(len(found), options.lang)), options.lang)
        return 1
    print(show.shown(build(loaded), options.kind, options.name, options.lang))
    return 0


def _register(options: argparse.Namespace) -> int:
    """Add what is new to the register of published ids."""
    loaded, found = check(options.root)
    if found:
        print(faults.report(found, LINES, options.lang))
        _tell(say("register/unchanged", faults=faults.count(len(found), options.lang)), options.lang)
        return 1
    (options.root / register.FILE).write_text(register.written(loaded), encoding="utf-8")
    print(said(say("register/written", file=register.FILE), options.lang))
    return 0


def _schemas(options: argparse.Namespace) -> int:
    """Write the schemas, or name those that are out of date."""
    made = schemas.files(load(options.root))
    stale = [path for path, text in made.items() if _read(options.root / path) != text]
    if options.check:
        for path in stale:
            print(said(say("schemas/drift", file=path), options.lang))
        return 1 if stale else 0
    for path in stale:
        (options.root / path).parent.mkdir(parents=True, exist_ok=True)
        (options.root / path).write_text(made[path], encoding="utf-8")
    print(said(say("schemas/written", number=len(stale), folder=schemas.FOLDER), options.lang))
    return 0


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.is_file() else ""


def _tell(text: str, lang: Lang) -> None:
    print(said(text, lang), file=sys.stderr)


COMMANDS = {"check": _check, "new": _new, "show": _show, "register": _register, "schemas": _schemas}

if __name__ == "__main__":
    sys.exit(main())
