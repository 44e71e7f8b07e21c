"""The command line: `python -m macros check` and `python -m macros register`.

In: arguments. Out: faults on standard output and an exit status, 0 only when there are none.
"""

from __future__ import annotations

import argparse
import sys
from datetime import UTC, datetime
from pathlib import Path

from macros import faults, register
from macros.awaited import awaited
from macros.check import check


def main(arguments: list[str] | None = None) -> int:
    """Run one command; the exit status is 1 when the record has faults."""
    parser = argparse.ArgumentParser(prog="python -m macros", description="Check the record.")
    parser.add_argument("--root", type=Path, default=Path(__file__).resolve().parent.parent, help=argparse.SUPPRESS)
    commands = parser.add_subparsers(dest="command", required=True)
    one = commands.add_parser("check", help="check every file of the record and list all faults")
    one.add_argument("--format", choices=sorted(faults.FORMATS), default="terminal", help="how faults are written")
    one.add_argument("--awaited", action="store_true", help="list what is not wrong but still lacking, instead")
    one.add_argument("paths", nargs="*", help="show only the faults of these files or folders")
    commands.add_parser("register", help="add every id of the record to data/register.yml")
    options = parser.parse_args(arguments)
    if options.command == "register":
        return _register(options.root)
    return _check(options.root, options.format, options.paths, lacking=options.awaited)


def _check(root: Path, style: str, paths: list[str], *, lacking: bool = False) -> int:
    loaded, found = check(root)
    if lacking and not found:
        waiting = sorted(awaited(loaded, datetime.now(UTC).date()))
        print(faults.report(waiting, style))
        print(f"{len(waiting)} awaited", file=sys.stderr)
        return 0
    shown = [f for f in found if not paths or any(f.file == p or f.file.startswith(p.rstrip("/") + "/") for p in paths)]
    if shown:
        print(faults.report(shown, style))
        print(f"{faults.count(len(shown))}; nothing was built", file=sys.stderr)
        return 1
    number = sum(len(records) for records in loaded.records.values())
    print(f"no faults in {number} records")
    return 0


def _register(root: Path) -> int:
    loaded, found = check(root)
    if found:
        print(faults.report(found))
        print(f"{faults.count(len(found))}; the register is unchanged", file=sys.stderr)
        return 1
    (root / register.FILE).write_text(register.written(loaded), encoding="utf-8")
    print(f"{register.FILE} written")
    return 0


if __name__ == "__main__":
    sys.exit(main())
