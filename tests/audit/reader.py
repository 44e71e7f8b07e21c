"""axe-core in Chromium: WCAG 2.2 AA and best practices, by kind × language × scheme × width, or over every page."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from tests.audit.findings import Result
from tests.audit.subject import Subject, bare

SCHEMES = ("light", "dark")
WIDTHS = {"360": {"width": 360, "height": 740}, "1280": {"width": 1280, "height": 900}}
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OPTIONS = {"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations", "incomplete"]}


def axe(subject: Subject, browser: Browser, *, every: bool = False) -> Result:
    """Violations are breaches; what axe could not decide is told once per rule."""
    result = Result("axe", "a page of each kind × en/ar × light/dark × 360/1280; WCAG 2.2 AA and best practices")
    todo = [(kind, path) for kind, _, path in subject.views()]
    if every:
        result.scope = result.scope.replace("a page of each kind × en/ar", "every page")
        todo = [(subject.kind(path), path) for path, page in sorted(subject.site.pages.items()) if not bare(page)]
    undecided: dict[str, list[str]] = {}
    for scheme in SCHEMES:
        for width, size in WIDTHS.items():
            context = browser.new_context(viewport=size, color_scheme=scheme, is_mobile=width == "360")  # type: ignore[arg-type]
            page = context.new_page()
            for kind, path in dict.fromkeys(todo):
                page.goto(subject.url(path), wait_until="load")
                answer = Axe().run(page, options=OPTIONS).response
                if not result.looked:
                    result.scope += f"; axe-core {answer['testEngine']['version']}"
                result.looked[kind] += 1
                view = f"{scheme} {width}"
                for one in answer["violations"]:
                    for node in one["nodes"]:
                        result.said(path, kind, one["id"], f"{one['help']}: {node['target']}", view)
                for one in answer["incomplete"]:
                    for node in one["nodes"]:
                        undecided.setdefault(one["id"], []).append(f"/{path} {node['target']}")
            context.close()
    for rule, places in sorted(undecided.items()):
        result.notes.append(f"not decided by axe, to be looked at: {rule}: {len(places)}×, first {places[0]}")
    return result
