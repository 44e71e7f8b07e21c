"""One page of each kind in a real browser: in both languages, on a phone and a desk, light and dark, without script."""

from __future__ import annotations

import functools
import http.server
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, sync_playwright

from macros import addresses
from macros.atlas import Atlas
from tests import browser as browsers
from tests.site.pages import Site

PHONE, DESK = {"width": 360, "height": 740}, {"width": 1280, "height": 900}
WIDTHS = {"phone": PHONE, "desk": DESK}
LANGUAGES = ("en", "ar")
KINDS = (
    "front", "explainer", "places", "place", "place only named", "event", "forces", "force", "person", "concepts",
    "concept", "chronology", "year", "names", "sources", "publisher", "reading", "disagreements",
    "disagreements of a town", "compare", "not known", "coverage", "data", "about", "safety", "404",
)  # fmt: skip
DARK = ("front", "place", "event", "year", "404")
SERIOUS = {"serious", "critical"}


def path_of(kind: str, atlas: Atlas, site: Site) -> str:
    """The page that stands for its kind: of those there are several of, the one with most on it."""
    events = atlas.events_of

    def longest(start: str) -> str:
        return max((p for p in site.pages if p.startswith(start) and p != start), key=lambda p: len(site.pages[p].raw))

    fixed = {
        "front": "", "places": "places/", "forces": "forces/", "concepts": "concepts/", "chronology": "chronology/",
        "names": "names/", "sources": "sources/", "disagreements": "disagreements/", "compare": "compare/",
        "not known": "not-known/", "coverage": "coverage/", "data": "data/", "about": "about/",
        "safety": "about/safety/", "404": "404.html", "explainer": "how-a-settlement-works/",
    }  # fmt: skip
    if kind in fixed:
        return fixed[kind]
    if kind == "place":
        return addresses.page("place", max(events, key=lambda name: len(events[name])))
    if kind == "place only named":
        return addresses.page("place", next(name for name in atlas.places if name not in events))
    if kind == "event":
        most = max(atlas.events.values(), key=lambda event: len(event.accounts))
        return (addresses.of("event", most.id) or "").partition("#")[0]
    starts = {
        "force": "forces/", "person": "people/", "concept": "concepts/", "year": "chronology/",
        "publisher": "sources/", "reading": "reading/", "disagreements of a town": "disagreements/",
    }  # fmt: skip
    return longest(starts[kind])


class Handler(http.server.SimpleHTTPRequestHandler):
    """Serves a folder as GitHub Pages does: /repo/404.html for what is not there."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory) / "repo" / "404.html"
        body = page.read_bytes()
        self.send_response(code, message)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args: object) -> None:
        """Nothing is told of requests."""


@pytest.fixture(scope="session")
def served(real_site: Site, small_site: Site, tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """The real site and the made-up one, each under http://127.0.0.1:<port>/repo/."""
    servers, addresses_of = [], {}
    for name, site in (("real", real_site), ("small", small_site)):
        folder = tmp_path_factory.mktemp(f"served-{name}")
        (folder / "repo").symlink_to(site.folder)
        handler = functools.partial(Handler, directory=str(folder))
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        servers.append(server)
        addresses_of[name] = f"http://127.0.0.1:{server.server_port}/repo/"
    yield addresses_of
    for server in servers:
        server.shutdown()
        server.server_close()


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """The browser `python -m tests.browser` names; none is an error, never a skip."""
    found = playwright.chromium.launch(executable_path=browsers.find().path, args=browsers.ARGUMENTS)
    yield found
    found.close()


class Visit:
    """A page opened and everything it asked for and complained of."""

    def __init__(self, context: BrowserContext, address: str) -> None:
        self.asked: list[str] = []
        self.complaints: list[str] = []
        self.page: Page = context.new_page()
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.on("console", lambda said: said.type == "error" and self.complaints.append(said.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("requestfailed", lambda request: self.complaints.append(f"failed: {request.url}"))
        self.page.goto(address, wait_until="load")


class Contexts(dict[tuple[str, str, bool], BrowserContext]):
    """Contexts by width, colour scheme and whether scripts run, made when first asked for."""

    def __init__(self, browser: Browser) -> None:
        super().__init__()
        self.browser = browser

    def __missing__(self, key: tuple[str, str, bool]) -> BrowserContext:
        width, scheme, script = key
        made = self.browser.new_context(
            viewport=WIDTHS[width],  # type: ignore[arg-type]
            color_scheme=scheme,  # type: ignore[arg-type]
            java_script_enabled=script,
            is_mobile=width == "phone",
            has_touch=width == "phone",
        )
        self[key] = made
        return made


@pytest.fixture(scope="session")
def contexts(browser: Browser) -> Iterator[Contexts]:
    found = Contexts(browser)
    yield found
    for context in found.values():
        context.close()


@pytest.fixture
def visit(request: pytest.FixtureRequest, served: dict[str, str], contexts: Contexts) -> Iterator[Callable[..., Visit]]:
    """Open the page that stands for a kind; for 404 an address that leads nowhere in that language's part."""
    opened: list[Visit] = []

    def go(
        kind: str, lang: str, width: str = "desk", scheme: str = "light", script: bool = True, record: str = "real"
    ) -> Visit:
        site: Site = request.getfixturevalue(f"{record}_site")
        atlas: Atlas = request.getfixturevalue("real" if record == "real" else "atlas")
        prefix = "ar/" if lang == "ar" else ""
        path = prefix + ("places/no-such-place/" if kind == "404" else path_of(kind, atlas, site))
        assert kind == "404" or path in site.pages, f"the site has no {path}"
        opened.append(Visit(contexts[width, scheme, script], served[record] + path))
        return opened[-1]

    yield go
    for one in opened:
        one.page.close()


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_a_page_fits_is_whole_and_asks_nobody_else(
    visit: Callable[..., Visit], served: dict[str, str], kind: str, lang: str, width: str
) -> None:
    """On the phone without script: what is there then is there for everybody."""
    opened = visit(kind, lang, width, script=width == "desk")
    wide, seen = opened.page.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
    assert wide <= seen, f"{wide} pixels wide in a window of {seen}"
    assert opened.page.locator("main h1").first.is_visible()
    assert len(opened.page.locator("main").inner_text()) > 100
    assert [url for url in opened.asked if not url.startswith((served["real"], "data:"))] == []
    assert [said for said in opened.complaints if kind != "404" or "status of 404" not in said] == []


# Every kind of page once, the languages by turns, on the made-up record; the longest of the real one besides.
AXE = [("small", kind, LANGUAGES[n % 2], "desk", "light") for n, kind in enumerate(KINDS)]
AXE += [("small", kind, LANGUAGES[n % 2], "phone", "dark") for n, kind in enumerate(DARK, 1)]
AXE += [("real", "front", "ar", "desk", "light"), ("real", "event", "en", "desk", "light")]
axe = Axe()


@pytest.mark.parametrize(("record", "kind", "lang", "width", "scheme"), AXE)
def test_axe_finds_nothing_serious(
    visit: Callable[..., Visit], record: str, kind: str, lang: str, width: str, scheme: str
) -> None:
    opened = visit(kind, lang, width, scheme, record=record)
    found = axe.run(opened.page, options={"resultTypes": ["violations"]}).response["violations"]
    serious = [
        f"{one['id']}, {one['impact']}: {one['help']}; {len(one['nodes'])} times, first at {one['nodes'][0]['target']}"
        for one in found
        if one["impact"] in SERIOUS
    ]
    assert serious == []


def test_the_dark_scheme_is_dark(visit: Callable[..., Visit]) -> None:
    def light(scheme: str) -> float:
        colour = visit("front", "en", scheme=scheme).page.evaluate("getComputedStyle(document.body).backgroundColor")
        red, green, blue = (float(part) for part in colour[colour.index("(") + 1 : -1].split(",")[:3])
        return (red + green + blue) / 3

    assert light("dark") < 80
    assert light("light") > 200


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_page_can_be_reached_and_read_by_keyboard(visit: Callable[..., Visit], lang: str) -> None:
    page = visit("front", lang).page
    reached = []
    for _ in range(4):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.tagName"))
    assert reached[0] == "A", "the first stop is a link, to the content or to the front page"
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline != "none", "what has the focus shows it"
