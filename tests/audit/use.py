"""What a reader meets in a browser: privacy, policy, weight as loaded, no script, print, zoom, keyboard.

Each is judged on a page of each kind in both languages, by what Chromium itself reports.
"""

from __future__ import annotations

import gzip
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, Error, Page

from tests.audit.findings import Result
from tests.audit.subject import Subject
from tests.audit.weight import FIRST_VIEW, REQUESTS

DESK = {"width": 1280, "height": 900}
# 400 % zoom of a window of 1280 × 1024 is, to the page, a window of 320 × 256.
NARROW = {"320 px": {"width": 320, "height": 640}, "400 %": {"width": 320, "height": 256}}
STOPS = 120
WATCH = """
window.violated = [];
document.addEventListener("securitypolicyviolation", (event) => {
  window.violated.push(`${event.violatedDirective} ${event.blockedURI || event.sourceFile}`);
});
"""
PROBES = (Path(__file__).parent / "probes.js").read_text(encoding="utf-8").partition("\n")[2].strip()
# WCAG 1.4.12: a reader may set text this wide.
SPACED = (
    "*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}"
    "p{margin-bottom:2em!important}"
)


def ask(page: Page, probe: str) -> Any:
    """What one of the functions of probes.js answers about a page."""
    return page.evaluate(f"({PROBES}).{probe}()")


class Visit:
    """A page opened, everything it asked for, and everything the browser complained of."""

    def __init__(self, context: BrowserContext, url: str) -> None:
        self.asked: list[str] = []
        self.complaints: list[str] = []
        self.page: Page = context.new_page()
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.on("console", lambda said: said.type in ("error", "warning") and self.complaints.append(said.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.goto(url, wait_until="networkidle")


def privacy(subject: Subject, browser: Browser) -> Result:
    """No other host, no violation of the policy, nothing kept, few requests; then once more with everything clicked."""
    result = Result(
        "privacy in use",
        "a page of each kind × en/ar, every fold and button of the content used: other hosts, CSP violations, cookies, "
        f"storage, console; ≤ {REQUESTS} requests, ≤ {FIRST_VIEW // 1024} KB",
    )
    for kind, _, path in dict.fromkeys(subject.views()):
        context = browser.new_context(viewport=DESK)  # type: ignore[arg-type]
        context.add_init_script(WATCH)
        visit = Visit(context, subject.url(path))
        asked = list(dict.fromkeys(visit.asked))
        size = sum(_weight(subject, url) for url in asked)
        if len(asked) > REQUESTS:
            result.said(path, kind, "requests", f"{len(asked)}: {' '.join(asked)}")
        if size > FIRST_VIEW:
            result.said(path, kind, "first view", f"{size} bytes in {len(asked)} requests")
        for one in ask(visit.page, "kept") + [f"cookie {cookie['name']}" for cookie in context.cookies()]:
            result.said(path, kind, "kept", one)
        ask(visit.page, "use")
        visit.page.wait_for_timeout(150)
        for url in visit.asked:
            if not url.startswith((subject.address, "data:")) and urlsplit(url).scheme != "blob":
                result.said(path, kind, "asks another host", url)
        for one in dict.fromkeys(visit.page.evaluate("window.violated")):
            result.said(path, kind, "policy violated", one)
        for one in dict.fromkeys(visit.complaints):
            result.said(path, kind, "console", one)
        result.looked[kind] += 1
        context.close()
    return result


def _weight(subject: Subject, url: str) -> int:
    inside = urlsplit(url).path.removeprefix(urlsplit(subject.address).path)
    file = subject.site.folder / (inside + "index.html" if inside.endswith("/") or not inside else inside)
    return len(gzip.compress(file.read_bytes(), 9)) if file.is_file() else 0


def without_script(subject: Subject, browser: Browser) -> Result:
    """All text is there, and nothing that only script could work is shown."""
    result = Result("without script", "a page of each kind × en/ar with JavaScript off: the same text, no dead control")
    off = browser.new_context(viewport=DESK, java_script_enabled=False)  # type: ignore[arg-type]
    on = browser.new_context(viewport=DESK)  # type: ignore[arg-type]
    for kind, _, path in dict.fromkeys(subject.views()):
        plain, full = off.new_page(), on.new_page()
        plain.goto(subject.url(path))
        full.goto(subject.url(path), wait_until="networkidle")
        bare, rich = ask(plain, "text"), ask(full, "text")
        lost = set(rich.split()) - set(bare.split())
        if len(bare) < 60 or (lost and len(lost) > 40):
            result.said(
                path,
                kind,
                "text missing",
                f"{len(bare)} characters without script, {len(rich)} with it: {sorted(lost)[:8]}",
            )
        for one in ask(plain, "controls"):
            result.said(path, kind, "dead control", one)
        if kind != "404" and plain.locator("header nav a").count() < 3:
            result.said(path, kind, "no menu", "")
        result.looked[kind] += 1
        plain.close()
        full.close()
    off.close()
    on.close()
    return result


def paper(subject: Subject, browser: Browser) -> Result:
    """On A4: content only, folds open, addresses of sources printed; Chromium makes the PDF."""
    result = Result(
        "print", "a page of each kind × en/ar as A4 PDF: content only, folds open, addresses printed, nothing too wide"
    )
    # 210 mm less two margins of 16 mm, in CSS pixels.
    context = browser.new_context(viewport={"width": 673, "height": 1000}, color_scheme="dark")
    page = context.new_page()
    for kind, _, path in dict.fromkeys(subject.views()):
        page.emulate_media(media="print")
        page.goto(subject.url(path))
        for one in ask(page, "paper"):
            result.said(path, kind, "on paper", one)
        try:
            if not page.pdf(format="A4").startswith(b"%PDF"):
                result.said(path, kind, "on paper", "no PDF")
        except Error as error:
            result.said(path, kind, "on paper", str(error))
        result.looked[kind] += 1
    context.close()
    return result


def narrow(subject: Subject, browser: Browser) -> Result:
    """Neither at 320 px nor at 400 % zoom must a reader scroll sideways; nor with WCAG's text spacing."""
    result = Result(
        "narrow and zoomed",
        "a page of each kind × en/ar at 320 px and at 400 %, plain and with WCAG 1.4.12 spacing: no sideways scroll",
    )
    for name, size in NARROW.items():
        context = browser.new_context(viewport=size, device_scale_factor=4 if name == "400 %" else 1, bypass_csp=True)  # type: ignore[arg-type]
        page = context.new_page()
        for kind, _, path in dict.fromkeys(subject.views()):
            page.goto(subject.url(path))
            for how in ("plain", "spaced"):
                if how == "spaced":
                    page.add_style_tag(content=SPACED)
                wide, seen = ask(page, "widths")
                if wide > seen:
                    result.said(path, kind, "sideways scroll", f"{wide} px in {seen}", f"{name} {how}")
            result.looked[kind] += 1
        context.close()
    return result


def keyboard(subject: Subject, browser: Browser) -> Result:
    """The first stop skips to the content, every stop shows where it is, and none holds the reader."""
    result = Result(
        "keyboard",
        f"a page of each kind × en/ar: skip link first and working, visible focus at {STOPS} stops, no trap",
    )
    context = browser.new_context(viewport=DESK)  # type: ignore[arg-type]
    for kind, _, path in dict.fromkeys(subject.views()):
        page = context.new_page()
        page.goto(subject.url(path), wait_until="networkidle")
        _stops(page, lambda rule, detail, kind=kind, path=path: result.said(path, kind, rule, detail))  # type: ignore[misc]
        result.looked[kind] += 1
        page.close()
    context.close()
    return result


def _stops(page: Page, said: Callable[[str, str], None]) -> None:
    page.keyboard.press("Tab")
    first = ask(page, "focus")
    if not first or not first["href"].startswith("#"):
        said("skip link", f"the first stop is {first and first['what']}")
    else:
        page.keyboard.press("Enter")
        inside = ask(page, "skipped")
        if not inside:
            said("skip link", f"{first['href']} is not the beginning of the content")
        page.keyboard.press("Tab")
        after = ask(page, "beyond")
        if not after:
            said("skip link", "the next stop is still in the header")
        page.goto(page.url.partition("#")[0], wait_until="networkidle")
        page.keyboard.press("Tab")
    met: set[int] = set()
    for _ in range(STOPS):
        stop = ask(page, "focus")
        if stop is None:
            return
        if stop["number"] in met:
            if len(met) < 3:
                said("trap", stop["what"])
            return
        met.add(stop["number"])
        if not stop["outlined"]:
            said("no visible focus", stop["what"])
        if not stop["seen"]:
            said("focus out of sight", stop["what"])
        page.keyboard.press("Tab")
