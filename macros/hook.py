"""MkDocs' native hook: each event is one call into `macros.shell`.

MkDocs loads this file as a module outside the package and never reloads it; so it stays thin, puts the project's root
on sys.path, and drops the package before each build so that an edit of the code shows in `mkdocs serve`.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import mkdocs.plugins

ROOT = str(Path(__file__).resolve().parent.parent)
_files: dict[str, Any] = {}


def _shell() -> Any:
    if ROOT not in sys.path:
        sys.path.insert(0, ROOT)
    from macros import shell

    return shell


@mkdocs.plugins.event_priority(100)
def on_config(config: Any) -> Any:
    """Forget the package's modules, so that the build runs the code as it is now, then read the record."""
    for name in [n for n in sys.modules if n == "macros" or n.startswith("macros.")]:
        del sys.modules[name]
    _shell().atlas(config)
    return config


def on_files(files: Any, config: Any) -> Any:
    """Add virtual pages and exports."""
    _files["now"] = files
    return _shell().add_files(files, config)


def on_nav(nav: Any, config: Any, files: Any) -> Any:
    """Check that every page has its twin."""
    return _shell().navigation(nav, files)


def on_page_content(html: str, page: Any, config: Any, files: Any) -> str:
    """Put the macros' blocks in place and make the table of contents."""
    filled: str = _shell().fill(page, html)
    _shell().contents(page, filled)
    return filled


def on_page_context(context: Any, page: Any, config: Any, nav: Any) -> Any:
    """Give the theme the page's frame."""
    return _shell().page_context(context, page, config, nav, _files["now"])


def on_post_page(output: str, page: Any, config: Any) -> str:
    """Take out white space that nobody needs."""
    tidied: str = _shell().prose.tidy(output)
    return tidied


def on_post_template(output_content: str, template_name: str, config: Any) -> str:
    """The same for 404.html and the sitemap."""
    tidied: str = _shell().prose.tidy(output_content)
    return tidied


def on_post_build(config: Any) -> None:
    """Write the files that are too many for MkDocs."""
    _shell().write_trees(config)


def on_template_context(context: Any, template_name: str, config: Any) -> Any:
    """404.html and the like are in English first."""
    _shell().set_language(config, "en")
    context["tongues"] = _shell().tongues(config)
    return context
