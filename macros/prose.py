"""Prose: what hand-written Markdown still lacks once it is HTML, and the white space that nobody needs.

In: HTML. Out: HTML: tables named after their heading, in a box that a keyboard can scroll, without `style=`, which the
site's policy forbids; and pages without blank lines or spaces at the ends of lines, code blocks aside.
"""

from __future__ import annotations

import re

HEADING_OR_TABLE = re.compile(r"<h[1-6][^>]*>(?P<title>.*?)</h[1-6]>|<table>(?P<rows>.*?)</table>", re.DOTALL)
TAG = re.compile(r"<[^>]+>")
STYLE = re.compile(r' style="[^"]*"')
KEPT = re.compile(r"(<pre\b.*?</pre>|<textarea\b.*?</textarea>)", re.DOTALL)


def boxed(body: str, title: str) -> str:
    """Every table with a caption for those who hear it, its heading's words, inside a box that scrolls by itself."""
    named = title

    def one(match: re.Match[str]) -> str:
        nonlocal named
        if match["rows"] is None:
            named = " ".join(TAG.sub("", match["title"]).split()).replace('"', "&quot;")
            return match[0]
        rows = STYLE.sub("", match["rows"]).replace("<th>", '<th scope="col">')
        box = f'<div class="s-scroll" role="group" tabindex="0" aria-label="{named}">'
        return f'{box}<table><caption class="s-unseen">{named}</caption>{rows}</table></div>'

    return HEADING_OR_TABLE.sub(one, body)


def tidy(html: str) -> str:
    """The same page without blank lines and without spaces before the ends of lines."""
    parts = KEPT.split(html)
    parts[::2] = [re.sub(r"\s*\n\s*\n", "\n", re.sub(r"[ \t]+\n", "\n", part)) for part in parts[::2]]
    return "".join(parts).strip() + "\n"
