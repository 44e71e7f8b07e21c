"""Projects to test: the real one, and one made of the real code and the made-up record under tests/record/."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
RECORD = ROOT / "tests" / "record"
SITE_URL = "https://example.org/repo/"
# Words of the site's own voice and of its code, which the made-up record shares; the others it has of its own.
SHARED_VOCABULARY = ("interface.yml", "counts.yml", "kinds.yml")
DATE = "1354320000"  # SOURCE_DATE_EPOCH: 1 December 2012


def record(folder: Path) -> Path:
    """A copy of the made-up record: data/ and seeds/, enough for `macros check`."""
    for name in ("data", "seeds"):
        shutil.copytree(RECORD / name, folder / name)
    for source in sorted((ROOT / "data" / "vocabulary").glob("*.yml")):
        target = folder / "data" / "vocabulary" / source.name
        if source.name in SHARED_VOCABULARY or not target.exists():
            shutil.copy(source, target)
    if (ROOT / "data" / "geo").is_dir():
        shutil.copytree(ROOT / "data" / "geo", folder / "data" / "geo")
    return folder


def project(folder: Path) -> Path:
    """A whole project of the made-up record: the real code and settings, a short page for every hand-written one."""
    record(folder)
    shutil.copy(ROOT / "mkdocs.yml", folder / "mkdocs.yml")
    shutil.copytree(ROOT / "macros", folder / "macros", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(RECORD / "docs", folder / "docs")
    for source in sorted((ROOT / "docs").rglob("*")):
        target = folder / "docs" / source.relative_to(ROOT / "docs")
        if source.is_file() and not target.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            if source.suffix == ".md":
                title = target.relative_to(folder / "docs").with_suffix("").as_posix()
                target.write_text(f"---\ntitle: {title}\n---\n\nA page.\n", encoding="utf-8")
            else:
                shutil.copy(source, target)
    return folder


def build(folder: Path, site: Path, site_url: str = SITE_URL) -> subprocess.CompletedProcess[str]:
    """`mkdocs build --strict` of a project into `site`, as `make site` does it; the caller looks at the exit status."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(site)]
    return _run(command, folder, SITE_URL=site_url)


def check(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """`python -m macros check` on the record under a folder."""
    return _run([sys.executable, "-m", "macros", "--root", str(folder), "check", *arguments], ROOT)


def _run(command: list[str], folder: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    kept = {k: v for k, v in os.environ.items() if k not in ("CI", "SITE_URL", "REPOSITORY_URL", "CONTACT")}
    settings = {"NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": DATE, "PYTHONDONTWRITEBYTECODE": "1", **variables}
    return subprocess.run(command, cwd=folder, env=kept | settings, capture_output=True, text=True, check=False)


def place_of(file: Path, snippet: str) -> str:
    """`line:column` at which a text stands that a file holds once."""
    text = file.read_text(encoding="utf-8")
    assert text.count(snippet) == 1, f"{snippet!r} stands {text.count(snippet)} times in {file}"
    before = text[: text.index(snippet)]
    return f"{before.count(chr(10)) + 1}:{len(before) - before.rfind(chr(10))}"
