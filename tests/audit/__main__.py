"""`python -m tests.audit`: build, serve, judge, print one table; exit status 1 on any breach or missing judge."""

from __future__ import annotations

import argparse
import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests import browser as browsers
from tests import projects
from tests.audit import findings, lighthouse, markup, reader, server, subject, tools, use, weight
from tests.audit.findings import Result
from tests.audit.subject import Subject

PORT = 8417
STATIC: dict[str, Callable[[Subject], Result]] = {
    "nu": markup.nu,
    "html-validate": markup.validate,
    "links": weight.links,
    "budget": weight.budget,
    "third": weight.strangers,
}
BROWSER: dict[str, Callable[[Subject, Browser], Result]] = {
    "axe": reader.axe,
    "privacy": use.privacy,
    "script": use.without_script,
    "print": use.paper,
    "narrow": use.narrow,
    "keyboard": use.keyboard,
}
LAST: dict[str, Callable[[Subject], Result]] = {"lighthouse": lighthouse.lighthouse}
JUDGES = (*STATIC, *BROWSER, *LAST)


def main() -> int:
    """Run the judges asked for."""
    parser = argparse.ArgumentParser(prog="python -m tests.audit", description=__doc__)
    parser.add_argument(
        "--site",
        type=Path,
        help="judge this built site (built for http://127.0.0.1:8417/repo/) instead of building one",
    )
    parser.add_argument("--only", default="", help=f"judges, with commas: {', '.join(JUDGES)}")
    parser.add_argument("--all", action="store_true", help="axe over every page instead of one of each kind (an hour)")
    given = parser.parse_args()
    chosen = [name for name in given.only.split(",") if name] or list(JUDGES)
    unknown = [name for name in chosen if name not in JUDGES]
    if unknown:
        parser.error(f"no judge is called {', '.join(unknown)}; there are {', '.join(JUDGES)}")
    with tempfile.TemporaryDirectory() as folder:
        site = given.site or build(Path(folder) / "site")
        port = PORT if free(PORT) else 0
        if not port:
            tell(f"port {PORT} is taken; canonical addresses will not be those served")
        with server.serving(site, port) as address:
            tell(f"reading the pages of {site}")
            seen = subject.read(site, address)
            results = list(judge(seen, chosen, every=given.all))
    sys.stdout.write(f"\n{findings.details(results)}\n\n{findings.table(results)}\n")
    passed = sum(one.passed() for one in results)
    sys.stdout.write(f"\n{passed} passed, {len(results) - passed} failed\n")
    return 0 if passed == len(results) else 1


def judge(seen: Subject, chosen: list[str], *, every: bool) -> list[Result]:
    """Each judge in turn, timed; the browser is started once."""
    results = [timed(name, lambda name=name: STATIC[name](seen)) for name in STATIC if name in chosen]  # type: ignore[misc]
    wanted = [name for name in BROWSER if name in chosen]
    if wanted:
        try:
            path = tools.chromium()
        except tools.MissingError as error:
            return [*results, *(Result(name, "", missing=str(error)) for name in wanted)]
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=path, args=browsers.ARGUMENTS)
            for name in wanted:
                work = (
                    (lambda: reader.axe(seen, browser, every=every))
                    if name == "axe"
                    else (lambda name=name: BROWSER[name](seen, browser))
                )  # type: ignore[misc]
                results.append(timed(name, work))
            browser.close()
    return results + [timed(name, lambda name=name: LAST[name](seen)) for name in LAST if name in chosen]  # type: ignore[misc]


def timed(name: str, work: Callable[[], Result]) -> Result:
    """A judge's result with the time it took."""
    tell(f"{name} …")
    began = time.monotonic()
    result = work()
    result.seconds = time.monotonic() - began
    tell(f"{name}: {result.missing or len(result.breaches)}")
    return result


def build(folder: Path) -> Path:
    """The real record built as it is published, for the address it will be served at."""
    tell("building the site")
    settings = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "SITE_URL": f"http://127.0.0.1:{PORT}{server.BASE}"}
    settings.setdefault("REPOSITORY_URL", "https://github.com/example/repository")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder)]
    done = subprocess.run(command, cwd=projects.ROOT, env=settings, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"the build failed:\n{done.stdout[-2000:]}{done.stderr[-4000:]}")
    return folder


def free(port: int) -> bool:
    """Whether nobody listens at a port."""
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) != 0


def tell(text: str) -> None:
    """A line of progress."""
    sys.stderr.write(f"audit: {text}\n")


if __name__ == "__main__":
    sys.exit(main())
