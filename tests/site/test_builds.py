"""Builds that are not plain: a hand-written page in a generated one's place, a page without its twin, a build that
fails and must leave the last good site alone.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from macros import addresses
from tests import projects
from tests.site import pages
from tests.site.pages import Site

PAGE = '---\ntitle: By hand\n---\n\nWritten by hand, {{ place("tell-marmar") }} beside it.\n'


@pytest.fixture
def project(small_project: Path, tmp_path: Path) -> Path:
    """A copy of the made-up project to change."""
    return Path(shutil.copytree(small_project, tmp_path / "project"))


def write(project: Path, page: str, text: str = PAGE) -> None:
    for lang in ("", "ar/"):
        path = project / "docs" / f"{lang}{page}"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def test_a_hand_written_page_wins_over_a_generated_one(project: Path, tmp_path: Path) -> None:
    pages_by_hand = ("places/bayt-suwan/index.md", "places/tell-marmar.md", "chronology/index.md")
    for page in pages_by_hand:
        write(project, page)
    done = projects.build(project, tmp_path / "site")
    assert done.returncode == 0, done.stderr[-2000:]
    for page in pages_by_hand:
        for lang in ("", "ar/"):
            path = tmp_path / "site" / lang / page.removesuffix("index.md").removesuffix(".md") / "index.html"
            text = path.read_text(encoding="utf-8")
            assert "Written by hand, <" in text, page  # its own name is no link
            assert text.count("<h1") == 1
            assert "Beit Sowan" not in text


def test_the_same_record_makes_the_same_site_and_writes_nothing_into_the_project(
    small_site: Site, project: Path, tmp_path: Path
) -> None:
    before = fingerprint(project)
    assert projects.build(project, tmp_path / "site").returncode == 0
    assert fingerprint(project) == before
    one, two = fingerprint(small_site.folder), fingerprint(tmp_path / "site")
    assert {name for name in one.keys() | two.keys() if one.get(name) != two.get(name)} <= {"sitemap.xml.gz"}


def test_a_page_without_its_twin_fails_the_build(project: Path, tmp_path: Path) -> None:
    (project / "docs" / "alone.md").write_text("---\ntitle: Alone\n---\n\nText.\n", encoding="utf-8")
    done = projects.build(project, tmp_path / "site")
    assert done.returncode != 0
    assert "docs/alone.md has no twin; write docs/ar/alone.md" in done.stdout + done.stderr


def test_a_broken_link_in_a_hand_written_page_fails_the_build(project: Path, tmp_path: Path) -> None:
    write(project, "links.md", "---\ntitle: Links\n---\n\n[nowhere](nowhere.md)\n")
    done = projects.build(project, tmp_path / "site")
    assert done.returncode != 0
    assert "nowhere.md" in done.stdout + done.stderr


# `make site`, with this interpreter in place of the Makefile's own.


@pytest.fixture
def made(project: Path) -> Path:
    """The project with its Makefile and a stand-in for its virtual environment."""
    for name in ("Makefile", "requirements.lock", "pyproject.toml"):
        shutil.copy(projects.ROOT / name, project / name)
    commands = project / ".venv" / "bin"
    commands.mkdir(parents=True)
    for name, arguments in {"python": "", "mkdocs": "-m mkdocs", "pip": "-m pip"}.items():
        command = commands / name
        command.write_text(f'#!/bin/sh\nexec "{sys.executable}" {arguments} "$@"\n', encoding="utf-8")
        command.chmod(0o755)
    stamp = project / ".venv" / "site.stamp"
    stamp.touch()
    os.utime(stamp, (2e9, 2e9))
    return project


def make(project: Path) -> subprocess.CompletedProcess[str]:
    kept = {k: v for k, v in os.environ.items() if k not in ("CI", "SITE_URL", "MAKEFLAGS", "MAKELEVEL")}
    settings = {"SOURCE_DATE_EPOCH": projects.DATE, "PYTHONDONTWRITEBYTECODE": "1"}
    command = ["make", "site"]
    return subprocess.run(command, cwd=project, env=kept | settings, capture_output=True, text=True, check=False)


def fingerprint(folder: Path) -> dict[str, str]:
    files = [path for path in folder.rglob("*") if path.is_file()]
    return {p.relative_to(folder).as_posix(): hashlib.sha256(p.read_bytes()).hexdigest() for p in files}


def test_a_failed_build_leaves_the_last_good_site(made: Path) -> None:
    done = make(made)
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
    good = fingerprint(made / "site")
    assert "index.html" in good

    # A faulty record stops before anything is built.
    raid = made / "data/places/bayt-suwan/2012-02-raid.yml"
    text = raid.read_text(encoding="utf-8")
    raid.write_text(text.replace("by: lantern-group", "by: lantern-grp"), encoding="utf-8")
    done = make(made)
    assert done.returncode != 0
    assert "2012-02-raid.yml:10:13 unknown-id" in done.stdout + done.stderr
    assert fingerprint(made / "site") == good

    # A faulty page stops the build half way.
    raid.write_text(text, encoding="utf-8")
    write(made, "wrong.md", '---\ntitle: Wrong\n---\n\n{{ place("bayt-suwn") }}\n')
    done = make(made)
    assert done.returncode != 0
    assert "the last good site is in site/" in done.stderr
    assert fingerprint(made / "site") == good
    assert not (made / "site.new").exists()

    # And once it is mended the new site takes its place.
    write(made, "wrong.md", '---\ntitle: Right\n---\n\n{{ place("bayt-suwan") }}\n')
    assert make(made).returncode == 0
    assert (made / "site/wrong/index.html").is_file()
    assert not (made / "site.new").exists()
    assert not (made / "site.old").exists()


def test_a_former_address_leads_on_to_the_present_one(project: Path, tmp_path: Path) -> None:
    place = project / "data/places/tell-marmar/place.yml"
    place.write_text(place.read_text(encoding="utf-8") + "former_ids: [tall-marmar]\n", encoding="utf-8")
    done = projects.build(project, tmp_path / "site")
    assert done.returncode == 0, done.stderr[-2000:]
    site = pages.read(tmp_path / "site", "/repo/")
    for lang in ("", "ar/"):
        for old, new in (
            (addresses.page("place", "tall-marmar"), addresses.page("place", "tell-marmar")),
            (addresses.of("event", "tall-marmar/2012-04-raid"), addresses.of("event", "tell-marmar/2012-04-raid")),
        ):
            page = site.pages[f"{lang}{old}"]
            assert site.resolve(page, page.refresh.partition("url=")[2]) == (f"{lang}{new}index.html", "")
            assert [site.resolve(page, href) for href, _, _ in page.links] == [(f"{lang}{new}index.html", "")]
            assert (page.lang, page.dir) == (("ar", "rtl") if lang else ("en", "ltr"))
