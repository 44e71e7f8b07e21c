"""`data/accounts.csv`: one row per account and figure, for spreadsheets.

An account without figures has one row with the figure columns empty. UTF-8 with a byte order mark, so that
spreadsheets open Arabic right. Columns are documented on the data page.
"""

from __future__ import annotations

import csv
import io

from macros import dates
from macros.atlas import Atlas
from macros.quantities import bounds

COLUMNS = (
    "event_id",
    "event_type",
    "place_id",
    "source_id",
    "publisher",
    "source_url",
    "locator",
    "from",
    "when",
    "measure",
    "quantity",
    "value_min",
    "value_max",
    "unit",
    "denies",
    "inferred",
    "read",
)


def accounts_csv(atlas: Atlas) -> bytes:
    """The table, in the order of the chronology; `value_min` and `value_max` are what the words allow."""
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\r\n")
    writer.writeheader()
    for event in atlas.timeline():
        for account in event.accounts:
            source = atlas.sources[account.item].record
            record = account.record
            row = {
                "event_id": event.id,
                "event_type": event.record.type,
                "place_id": event.place,
                "source_id": account.item,
                "publisher": _inert(atlas.publishers[account.publisher].name.en),
                "source_url": source.url or "",
                "locator": record.at,
                "from": " ".join(record.from_),
                "when": dates.machine(record.when) if record.when else "",
                "denies": denied(account.record.denies),
                "inferred": " ".join(record.inferred),
                "read": source.read,
            }
            for measure, quantity in record.figures.items():
                low, high = bounds(quantity, atlas.spans)
                writer.writerow(
                    {
                        **row,
                        "measure": measure,
                        "quantity": quantity.text,
                        "value_min": "" if low is None else low,
                        "value_max": "" if high is None else high,
                        "unit": atlas.words["measure"][measure].unit,
                    }
                )
            if not record.figures:
                writer.writerow(row)
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def _inert(text: str) -> str:
    """A contributor's text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(("=", "+", "-", "@")) else text


def denied(denial: object) -> str:
    """`event`, or the parts denied: `by:force`, `term:departure`, `where:place`."""
    if denial is None:
        return ""
    parts = ["event"] if getattr(denial, "event", False) else []
    parts += [f"{role}:{party}" for role, parties in getattr(denial, "who", {}).items() for party in parties]
    parts += [f"term:{term}" for term in getattr(denial, "terms", ())]
    parts += [f"where:{place}" for place in getattr(denial, "where", ())]
    return " ".join(parts)
