"""Rendering: a text stays a text, in a block and inside a Markdown sentence, whatever it looks like."""

from __future__ import annotations

import html
import re

import jinja2
import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros import render
from macros.atlas import Atlas
from macros.authors import MACROS
from macros.views.desk import Desk, Link

HOSTILE = [
    "*bold* _it_ **x** __y__",
    "[a](javascript:alert(1))",
    "![a](https://evil.example/x.png)",
    "<https://evil.example>",
    "https://evil.example/x",
    "`code` ```x```",
    "# heading",
    "- item",
    "1. item",
    "> quote",
    "| a | b |",
    "a & b &amp; &lt;b&gt; &#42;",
    "\"quotes\" and 'quotes'",
    "{ .class #id onclick=x }",
    "{: #id }",
    "a\\*b\\",
    "~~x~~ ==y== ^z^",
    "[^1] [x][y]",
    "trailing  ",
    "$x$ \\(y\\)",
    "x:y :smile: !!! note",
    "&copy &notanentity;",
    "{{ 7*7 }} {% raw %} {# x #}",
    "<script>alert(1)</script>",
    "</a><img src=x onerror=alert(1)>",
]
EXTENSIONS = ["attr_list", "tables", "toc", "def_list", "footnotes", "abbr", "md_in_html", "admonition"]


def shown(fragment: str) -> str:
    """The text a reader sees of some HTML."""
    return html.unescape(re.sub(r"<[^>]*>", "", fragment))


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize(
    "sentence", ["{}", "Before {} after.", "- {}", "## A heading with {}", "*{}*", "| a |\n|---|\n| {} |"]
)
def test_an_inline_name_passes_through_markdown_as_it_is(text: str, sentence: str) -> None:
    page = markdown.markdown(sentence.format(render.inline(Link(text, "x/"))), extensions=EXTENSIONS)
    (name,) = re.findall(r'<a href="x/"><bdi>(.*?)</bdi></a>', page)
    assert "<" not in name
    assert shown(name).strip() == text.strip()


@given(
    st.text(st.characters(codec="utf-8", exclude_categories=["C", "Zl", "Zp"]), min_size=1).filter(
        lambda text: text == text.strip()
    )
)
def test_any_name_passes_through_markdown_as_it_is(text: str) -> None:
    page = markdown.markdown(f"Before {render.inline(Link(text, 'x/'))} after.", extensions=EXTENSIONS)
    (name,) = re.findall(r'<a href="x/"><bdi>(.*?)</bdi></a>', page, re.DOTALL)
    assert "<" not in name
    assert shown(name) == text


@pytest.mark.parametrize("href", ['x" onclick="y', "x'><script>", "a b"])
def test_an_address_cannot_leave_its_attribute(href: str) -> None:
    fragment = render.inline(Link("name", href))
    assert (
        fragment
        == f'<a href="{html.escape(href).replace("&quot;", "&#34;").replace("&#x27;", "&#39;")}"><bdi>name</bdi></a>'
    )


def test_a_name_without_a_page_is_no_link() -> None:
    assert render.inline(Link("name")) == "<bdi>name</bdi>"


@pytest.mark.parametrize("text", HOSTILE)
def test_a_text_in_a_template_is_escaped(text: str) -> None:
    made = render.environment().from_string('<p title="{{ x }}">{{ x }}</p>').render(x=text)
    assert made.count("<") == 2
    assert shown(made) == text
    assert re.fullmatch(r'<p title="([^"<>]*)">([^<>]*)</p>', made, re.DOTALL)


def test_an_undefined_name_in_a_template_is_an_error() -> None:
    with pytest.raises(jinja2.UndefinedError):
        render.environment().from_string("{{ nothing }}").render()


def test_no_template_turns_escaping_off() -> None:
    # Only what the template itself wrote, in quotes, may be called safe; and linked data, which is JSON without a `<`.
    templates = sorted(render.TEMPLATES.rglob("*.html"))
    assert templates
    loose = re.compile(r"[^'\"\s]\s*\|\s*safe\b|autoescape\s+false")
    texts = {t.name: t.read_text(encoding="utf-8").replace("{{ ld | safe }}", "") for t in templates}
    assert [name for name, text in texts.items() if loose.search(text)] == []


def test_the_themes_own_templates_escape_by_hand_for_mkdocs_does_not() -> None:
    # MkDocs' environment has no autoescape: what these print from the record or a page must say `| e`.
    loose = []
    for template in sorted((render.TEMPLATES / "theme").rglob("*.html")):
        for shown_value in re.findall(r"\{\{(.*?)\}\}", template.read_text(encoding="utf-8")):
            text = shown_value.strip()
            literal = text.startswith(("'", '"')) or re.fullmatch(r"'[^']*' if .* else '[^']*'", text)
            literal = literal or text.endswith("| url") or text == "name"  # of a property, given by macros.cards
            if (
                not literal
                and re.search(r"title|name|meta|ui\(|contact|version", text)
                and not re.search(r"\|\s*e\b", text)
            ):
                loose.append(f"{template.name}: {text}")
    assert [one for one in loose if "item.title" not in one and "page.content" not in one] == []


def test_a_page_is_one_block_without_blank_lines_so_that_markdown_leaves_it_alone(atlas: Atlas) -> None:
    for lang in ("en", "ar"):
        desk = Desk(atlas, lang, "places/bayt-suwan/")  # type: ignore[arg-type]
        block = MACROS["place_page"](desk, "bayt-suwan")
        assert block.startswith("<div")
        assert block.endswith("</div>\n")
        assert not re.search(r"\n\s*\n", block)
        assert block.count("<div") == block.count("</div>")
