"""Lighthouse: accessibility, best practices and SEO must be 100 on a page of each kind; performance is told."""

from __future__ import annotations

import json
import statistics
import subprocess
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager

from tests import browser as browsers
from tests.audit import tools
from tests.audit.findings import Result
from tests.audit.subject import Subject

PORT = 9387
SEO = "seo"
CATEGORIES = ("accessibility", "best-practices", SEO)
TIMED = ("front", "place", "event", "names")
RUNS = 5
GOOD = 95


@contextmanager
def chromium() -> Iterator[None]:
    """A browser that Lighthouse drives, one for all its runs."""
    with tempfile.TemporaryDirectory() as profile:
        command = [tools.chromium(), *browsers.ARGUMENTS, "--headless=new", f"--remote-debugging-port={PORT}",
                   f"--user-data-dir={profile}", "about:blank"]  # fmt: skip
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            for _ in range(100):
                try:
                    urllib.request.urlopen(f"http://127.0.0.1:{PORT}/json/version", timeout=1).close()
                    break
                except OSError:
                    time.sleep(0.2)
            yield
        finally:
            process.terminate()
            process.wait(20)


def lighthouse(subject: Subject) -> Result:
    """One page of each kind in both languages, as a phone; 404.html is judged at its own address."""
    result = Result("Lighthouse", "a page of each kind × en/ar, phone: accessibility, best practices, SEO = 100")
    try:
        command = str(tools.packages() / ".bin" / "lighthouse")
        path = tools.chromium()
    except tools.MissingError as error:
        result.missing = str(error)
        return result
    result.scope += f"; {tools.version('lighthouse')}"

    def run(url: str, categories: tuple[str, ...]) -> dict[str, object]:
        chosen = [f"--only-categories={','.join(categories)}"]
        for _ in range(2):
            done = tools.run(
                [command, url, f"--port={PORT}", "--output=json", "--quiet", *chosen], CHROME_PATH=path, timeout=180
            )
            try:
                answer: dict[str, object] = json.loads(done.stdout)
            except ValueError:
                continue
            if "runtimeError" not in answer:
                return answer
        return {"failed": " ".join((done.stderr or done.stdout).split())[:200]}

    with chromium():
        for kind, lang, page in dict.fromkeys(subject.views()):
            if kind == "404" and lang == "ar":
                continue
            answer = run(subject.url(page), CATEGORIES)
            result.looked[kind] += 1
            if "failed" in answer:
                result.said(page, kind, "did not answer", str(answer["failed"]))
                continue
            for category in answer["categories"].values():  # type: ignore[attr-defined]
                if category["score"] == 1:
                    continue
                for reference in category["auditRefs"]:
                    audit = answer["audits"][reference["id"]]  # type: ignore[index]
                    if reference["weight"] and audit["score"] is not None and audit["score"] < 1:
                        result.said(
                            page,
                            kind,
                            f"{category['id']} {round(100 * (category['score'] or 0))}",
                            f"{audit['id']}: {audit['title']}",
                        )
        for kind, lang, page in subject.views():
            if kind in TIMED:
                scores = []
                for _ in range(RUNS):
                    answer = run(subject.url(page), ("performance",))
                    if "failed" not in answer:
                        scores.append(round(100 * (answer["categories"]["performance"]["score"] or 0)))  # type: ignore[index]
                if scores:
                    told = "" if statistics.median(scores) >= GOOD else f", under {GOOD}"
                    result.notes.append(
                        f"performance {kind} {lang}: median {statistics.median(scores):.0f} of {scores}{told}"
                    )
    return result
