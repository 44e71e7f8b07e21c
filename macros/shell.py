"""The shell: the one module that joins MkDocs to the Atlas.

In: MkDocs' events and objects. Out: virtual pages, two navigations, what the theme's templates need per page. The
record is read once per build and kept on that build's config object. Everything decided elsewhere; only joined here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

from macros import addresses, prose
from macros.atlas import Atlas, read_atlas
from macros.authors import MACROS, MacroError
from macros.cards import Card, card, description
from macros.edition import Edition, edition_of
from macros.exports import EXPORTS, TREES, write
from macros.extras import Extras, extras
from macros.faults import RecordError
from macros.language import Tongue
from macros.pages import virtual_pages
from macros.records.base import LANGS, Lang
from macros.redirects import old_pages
from macros.signposts import signposts
from macros.views.desk import Desk

KEPT = "_taswiya_atlas"
EDITION = "_taswiya_edition"
BLOCKS = "_taswiya_blocks"
# What a macro that makes a block leaves in the Markdown: the block itself never passes through Markdown, which would
# take a third of the build's time over it and could read a name's characters as markup.
SLOT = '<div id="block-{n}"></div>'
ANCHOR = re.compile(r' id="([^"]+)"')
TAG = re.compile(r"<[^>]+>")
# What the theme brings and nothing here loads.
UNUSED = re.compile(r"assets/(images|javascripts|stylesheets)/")
HEADING = re.compile(r'<h2[^>]* id="([^"]+)"[^>]*>(.*?)</h2>', re.DOTALL)
Entry = tuple[str, str, bool]


@dataclass(frozen=True, slots=True)
class Frame:
    """What the theme's templates need around a page's content."""

    lang: Lang
    other: Lang
    direction: str
    ui: Any
    home: str
    twin: str
    canonical: str
    alternates: tuple[tuple[str, str], ...]
    nav: tuple[Entry, ...]
    section: tuple[Entry, ...]
    edit: str | None
    corrections: str
    safety: str
    as_of: str
    version: str
    contact: str
    card: Card
    extras: Extras


def root(config: MkDocsConfig) -> Path:
    """The project's folder."""
    return Path(config.config_file_path).parent


def atlas(config: MkDocsConfig) -> Atlas:
    """The build's Atlas, read at its first use; faults end the build with all of them in one list."""
    found = getattr(config, KEPT, None)
    if found is None:
        try:
            found = read_atlas(root(config))
        except RecordError as error:
            raise PluginError(f"the record has {error}") from None
        setattr(config, KEPT, found)
    return found


def edition(config: MkDocsConfig) -> Edition:
    """The build's edition: its version, day and addresses, and what git tells of the record."""
    if not hasattr(config, EDITION):
        told = {key: str(config.extra.get(key) or "") for key in ("version", "repository", "branch")}
        setattr(config, EDITION, edition_of(root(config), config.site_url or "", **told))
    found: Edition = getattr(config, EDITION)
    return found


def here(page: Page) -> str:
    """A page's path without its language prefix: `places/tafas/`, or the empty string for a front page."""
    url = page.file.src_uri.removesuffix("index.md").removesuffix(".md")
    url = url + "/" if url and not url.endswith("/") else url
    return url.removeprefix("ar/")


def desk(config: MkDocsConfig, page: Page) -> Desk:
    """The desk a page is written at."""
    lang: Lang = "ar" if addresses.language(page.file.src_uri) == "ar" else "en"
    return Desk(atlas(config), lang, here(page), edition=edition(config))


def add_files(files: Files, config: MkDocsConfig) -> Files:
    """Virtual pages where no hand-written page stands, and the exports."""
    taken = {file.dest_uri for file in files}  # places/x.md and places/x/index.md make the same page
    for page in virtual_pages(atlas(config)):
        file = File.generated(config, page.path, content=page.source)
        if file.dest_uri not in taken:
            files.append(file)
    for path, text in (*old_pages(atlas(config)), *signposts(atlas(config), edition(config))):
        files.append(File.generated(config, path, content=text))
    for file in [file for file in files if UNUSED.match(file.src_uri)]:
        files.remove(file)
    for export in EXPORTS:
        files.append(File.generated(config, export.path, content=export.make(atlas(config), edition(config))))
    return files


def write_trees(config: MkDocsConfig) -> None:
    """The thousands of small files that programs read; MkDocs would take its time over each."""
    for tree in TREES:
        write(Path(config.site_dir), tree(atlas(config), edition(config)))


def define_macros(env: Any) -> None:
    """Give the macros plugin every macro, bound to the page it is called on."""

    def bound(name: str) -> Any:
        def macro(*arguments: Any, **named: Any) -> str:
            page = env.page
            try:
                made = MACROS[name](desk(env.conf, page), *arguments, **named)
                return _slot(page, made) if made.startswith("<div") else made
            except MacroError as error:
                raise PluginError(f"docs/{page.file.src_uri}: {error}") from None
            except TypeError as error:
                raise PluginError(f"docs/{page.file.src_uri}: macro `{name}`: {error}") from None

        macro.__doc__ = MACROS[name].__doc__
        return macro

    for name in MACROS:
        env.macro(bound(name), name)


def _slot(page: Page, block: str) -> str:
    blocks = getattr(page, BLOCKS, [])
    setattr(page, BLOCKS, [*blocks, block])
    return SLOT.format(n=len(blocks)) + "\n"


def navigation(nav: Navigation, files: Files) -> Navigation:
    """Check that both languages have every page; what each shows of it is decided per page in `frame`."""
    paths = {file.src_uri for file in files.documentation_pages()}
    for path in sorted(paths):
        twin = path.removeprefix("ar/") if path.startswith("ar/") else f"ar/{path}"
        if twin not in paths:
            raise PluginError(f"docs/{path} has no twin; write docs/{twin} (both languages, always)")
    return nav


def sections(nav: Navigation) -> list[tuple[str, list[Page]]]:
    """The navigation as top entries: a section's title, a key of the interface's phrases, and its pages."""
    found = []
    for item in nav.items:
        if isinstance(item, Page):
            found.append(("", [item]))
        elif isinstance(item, Section):
            found.append((item.title, [child for child in item.children if isinstance(child, Page)]))
    return found


def menus(where: Desk, nav: Navigation, files: Files) -> tuple[list[Entry], list[Entry]]:
    """The menu and, inside a section, the section's own: (title, link, whether it is where the reader is)."""

    def title(page: Page) -> str:
        twin = files.get_file_from_path(addresses.localised(page.file.src_uri, where.lang))
        return where.tongue.ui("front") if not here(page) else str(((twin and twin.page) or page).title)

    menu: list[Entry] = []
    inside: list[Entry] = []
    for label, pages in sections(nav):
        paths = [here(page) for page in pages]
        active = any(path == where.here or (path and where.here.startswith(path)) for path in paths)
        menu.append((where.tongue.ui(label) if label else title(pages[0]), where.to(paths[0]), active))
        if active and len(pages) > 1:
            inside = [
                (title(page), where.to(path), path == where.here) for page, path in zip(pages, paths, strict=True)
            ]
    return menu, inside


def frame(page: Page, config: MkDocsConfig, nav: Navigation, files: Files) -> Frame:
    """The frame of a page in its language."""
    where = desk(config, page)
    tongue, path = where.tongue, where.here
    now = edition(config)
    menu, inside = menus(where, nav, files)
    return Frame(
        lang=where.lang,
        other=where.other,
        direction="rtl" if where.lang == "ar" else "ltr",
        ui=tongue.ui,
        home=where.to(""),
        twin=_twin(path, where.lang),
        canonical=now.site + addresses.localised(path, where.lang) if now.site else "",
        alternates=_alternates(path, now.site),
        nav=tuple(menu),
        section=tuple(inside),
        edit=_edit(page, where),
        corrections=where.to("about/corrections/"),
        safety=where.to("about/safety/"),
        as_of=now.as_of,
        version=now.version,
        contact=str(config.extra.get("contact") or ""),
        card=_card(page, where, now.site),
        extras=extras(where, _titles(page, where, files)),
    )


def _alternates(path: str, site: str) -> tuple[tuple[str, str], ...]:
    """(language, address) of the page in both languages and for a reader of neither; empty while no site is known."""
    codes: tuple[tuple[str, Lang], ...] = (("en", "en"), ("ar", "ar"), ("x-default", "en"))
    return tuple((code, site + addresses.localised(path, lang)) for code, lang in codes) if site else ()


def _card(page: Page, where: Desk, site: str) -> Card:
    """What a messenger or a search engine shows of the page."""
    name, otherwise = where.tongue.ui("site"), where.tongue.ui("site_about")
    written = page.file.abs_src_path is not None
    about = page.meta.get("description") or description(page.content or "", otherwise, written=written)
    return card(str(page.title), about, name, where.lang, addresses.localised(where.here, where.lang), site)


def _titles(page: Page, where: Desk, files: Files) -> dict[Lang, str]:
    """The page's title in both languages."""
    twin = files.get_file_from_path(addresses.localised(page.file.src_uri.removeprefix("ar/"), where.other))
    other = twin.page.title if twin and twin.page else page.title
    return {where.lang: str(page.title), where.other: str(other)}


def _twin(path: str, lang: Lang) -> str:
    """The relative link to the same page in the other language."""
    other = "en" if lang == "ar" else "ar"
    return addresses.relative(addresses.localised(path, other), addresses.localised(path, lang))


def _edit(page: Page, where: Desk) -> str | None:
    """The edit link of a hand-written page; generated pages carry theirs, record by record."""
    return where.edit_file(f"docs/{page.file.src_uri}") if page.file.abs_src_path else None


def page_context(
    context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation, files: Files
) -> dict[str, Any]:
    """Set language, site name and frame for one page; the theme reads the first two from the config."""
    found = frame(page, config, nav, files)
    set_language(config, found.lang)
    context["frame"] = found
    page.previous_page = page.next_page = None
    page.edit_url = None
    return context


def set_language(config: MkDocsConfig, lang: Lang) -> None:
    """The theme's language and the site's name; the shell calls it for every page and again for 404.html."""
    config.theme["language"] = lang
    config.site_name = Tongue(atlas(config), lang).ui("site")


def contents(page: Page, body: str) -> None:
    """The page's table of contents from its headings of level 2, hand-written and generated alike."""
    found = [(name, " ".join(TAG.sub("", text).split())) for name, text in HEADING.findall(body)]
    page.toc = TableOfContents([AnchorLink(title, name, 2) for name, title in found])


def fill(page: Page, body: str) -> str:
    """Put the blocks the page's macros made into the places they left for them in the Markdown; name its tables."""
    body = prose.boxed(body, str(page.title))
    blocks = getattr(page, BLOCKS, [])
    for n, block in enumerate(blocks):
        body = body.replace(SLOT.format(n=n), block, 1)
        # So that MkDocs lets a hand-written page link to a part of a generated one.
        page.present_anchor_ids = (page.present_anchor_ids or set()) | set(ANCHOR.findall(block))
    return body


def tongues(config: MkDocsConfig) -> tuple[Tongue, ...]:
    """Both languages, for the one page that speaks both."""
    return tuple(Tongue(atlas(config), lang) for lang in LANGS)
