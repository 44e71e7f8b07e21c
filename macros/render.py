"""Render: the one place where text becomes HTML.

In: a view, the desk it was made at, a template's name. Out: one block of HTML that starts at column 0, so that Markdown
leaves it alone. The environment escapes every value and stops at every undefined name.
"""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from macros.views.desk import Desk, Link

TEMPLATES = Path(__file__).parent / "templates"
# Characters Markdown would read as its own inside a line of text.
MARKDOWN = re.compile(r"[\\`*_{}\[\]()#+\-.!|~:=^<>]")
ARABIC, LATIN = re.compile("[\u0600-\u06ff]"), re.compile("[A-Za-z]")


@lru_cache(maxsize=1)
def environment() -> Environment:
    """The templates' environment: escaping on, undefined names are errors."""
    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["spoken"] = spoken
    return made


def spoken(text: str, lang: str) -> str:
    """`lang=` for a name written in the other script, so that a screen reader reads it in that language's voice."""
    arabic, latin = bool(ARABIC.search(text)), bool(LATIN.search(text))
    other = "ar" if arabic and not latin else "en" if latin and not arabic else lang
    return Markup(' lang="{}"').format(other) if other != lang else Markup("")


def page(template: str, desk: Desk, view: Any, **more: Any) -> str:
    """A template filled with a view: one `<div>` block with no blank line inside, literal to Markdown."""
    html = (
        environment()
        .get_template(template)
        .render(
            view=view,
            t=desk.tongue.ui,
            lang=desk.lang,
            other=desk.other,
            comma=desk.tongue.comma,
            data=desk.to("data/"),
            corrections=desk.to("about/corrections/"),
            forces=desk.to("forces/"),
            concepts=desk.to("concepts/"),
            chronology=desk.to("chronology/"),
            sources=desk.to("sources/"),
            routes=desk.to("routes/"),
            **more,
        )
    )
    return re.sub(r"\n\s*\n+", "\n", html).strip() + "\n"


def inline(link: Link) -> str:
    """A name as a link inside a Markdown sentence; Markdown's own characters are written as entities."""
    text = Markup("<bdi>{}</bdi>").format(Markup(encode(link.text)))
    return str(Markup('<a href="{}">{}</a>').format(link.href, text) if link.href else text)


def encode(text: str) -> str:
    """Escaped text that Markdown cannot read as markup either."""
    safe = str(escape(text))
    return re.sub(
        r"&#?\w+;|" + MARKDOWN.pattern,
        lambda m: m[0] if m[0].startswith("&") and len(m[0]) > 1 else f"&#{ord(m[0])};",
        safe,
    )


def redirect(target: str, lang: str, text: str) -> str:
    """A page that leads on to `target`, by itself and by a link."""
    return environment().get_template("redirect.html").render(target=target, lang=lang, text=text)


def tombstone(lang: str, word: str, why: Any, when: str) -> str:
    """The page of a withdrawn id: the word, and why and when unless it was for safety."""
    return environment().get_template("tombstone.html").render(lang=lang, word=word, why=why, when=when)
