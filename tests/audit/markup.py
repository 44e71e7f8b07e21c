"""Two judges of markup over every page: the Nu HTML checker (of the W3C's validator) and html-validate."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from urllib.parse import unquote

from tests.audit import tools
from tests.audit.findings import Result
from tests.audit.subject import Subject

# html-validate's recommended preset but for these, each for its reason.
EXCEPTIONS: dict[str, object] = {
    # A title names the thing and then the site, whose name is long in both languages; a search engine cuts its end.
    "long-title": "off",
    # A scrolling box round a wide table is a region with a name so that a keyboard can reach and scroll it (axe:
    # scrollable-region-focusable); <section> would make each of them a part of the page's outline as well.
    "prefer-native-element": ["error", {"exclude": ["region", "group"]}],
    # Preference of style without a meaning for a reader: HTML is written in lower case throughout.
    "doctype-style": ["error", {"style": "lowercase"}],
    # Ids are those of the record, where an account's begins with its publisher's, which may be a digit.
    "valid-id": ["error", {"relaxed": True}],
}


# The checker asks no address of the machine it runs on unless it is told to.
OWN_HOST = "-Dnu.validator.servlet.allow-forbidden-hosts=true"
# In the standard and in every browser, but not in the checker's list of CSS properties (SVG 2, "paint-order").
UNKNOWN = ("Property “paint-order” doesn't exist",)
FORM = ("--format", "json", "--stdout", "--exit-zero-always")


def nu(subject: Subject) -> Result:
    """Errors, warnings and notes alike, of every page, style sheet and picture as served."""
    result = Result("Nu HTML checker", "every page, style sheet and SVG; errors, warnings and notes")
    try:
        jar = tools.packages() / "vnu-jar" / "build" / "dist" / "vnu.jar"
        java = tools.java()
    except tools.MissingError as error:
        result.missing = str(error)
        return result
    used = {
        one[0] for page in subject.site.pages.values() for a in page.loads if (one := subject.site.resolve(page, a))
    }
    files = sorted(file for file in used if file.endswith((".css", ".svg")) and (subject.site.folder / file).is_file())
    paths = sorted(subject.site.pages)
    result.scope += f"; vnu-jar {tools.version('vnu-jar')}"
    result.looked = subject.count(paths)
    pages = [[subject.url(path) for path in paths[n : n + 500]] for n in range(0, len(paths), 500)]
    assets = ["--also-check-css", "--also-check-svg", *(str(subject.site.folder / file) for file in files)]
    for asked in (*pages, assets):
        done = tools.run([java, "-Xss4m", OWN_HOST, "-jar", str(jar), *FORM, *asked])
        try:
            messages = json.loads(done.stdout)["messages"]
        except (ValueError, KeyError):
            result.missing = f"it did not answer: {' '.join((done.stderr or done.stdout).split())[:300]}"
            return result
        for one in messages:
            url = one.get("url", "").removeprefix(subject.address).rpartition(f"{subject.site.folder}/")[2]
            path, text = unquote(url), one["message"]
            # "was here" is the second half of a message already counted.
            if "was here" not in text and not any(name in text for name in UNKNOWN):
                result.said(path, subject.kind(path), one.get("subType") or one["type"], text)
    return result


def validate(subject: Subject) -> Result:
    """html-validate's recommended rules over every page."""
    result = Result("html-validate", "every page; recommended preset with the exceptions of tests/audit/markup.py")
    try:
        command = str(tools.packages() / ".bin" / "html-validate")
    except tools.MissingError as error:
        result.missing = str(error)
        return result
    result.scope += f"; {tools.version('html-validate')}"
    paths = sorted(subject.site.pages)
    result.looked = subject.count(paths)
    config = {"root": True, "extends": ["html-validate:recommended"], "rules": EXCEPTIONS}
    with tempfile.TemporaryDirectory() as folder:
        settings = Path(folder) / "config.json"
        settings.write_text(json.dumps(config), encoding="utf-8")
        for n in range(0, len(paths), 400):
            files = [
                str(subject.site.folder / (p if p.endswith(".html") else f"{p}index.html")) for p in paths[n : n + 400]
            ]
            answer_file = Path(folder) / "answer.json"
            answer_file.unlink(missing_ok=True)
            done = tools.run([command, "--config", str(settings), f"--formatter=json={answer_file}", *files])
            try:
                answers = json.loads(answer_file.read_text(encoding="utf-8"))
            except (OSError, ValueError):
                result.missing = f"it did not answer: {' '.join((done.stderr or done.stdout).split())[:300]}"
                return result
            for answer in answers:
                path = (
                    Path(answer["filePath"])
                    .relative_to(subject.site.folder.resolve())
                    .as_posix()
                    .removesuffix("index.html")
                )
                for one in answer["messages"]:
                    result.said(path, subject.kind(path), one["ruleId"], one["message"])
    return result
