"""What the tests of the exports share: an edition, and records that are hard to write down: hostile names, nothing."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from macros.atlas import Atlas, read_atlas
from macros.edition import Edition
from tests import projects

SITE = "https://example.org/repo/"
REPOSITORY = "https://code.example/project"
HOSTILE = "Tell \"M\", a; b\\c & 'd' % $ # ~ ^ {e} = تل «م»"


@pytest.fixture(scope="session")
def edition() -> Edition:
    """A published edition without history."""
    return Edition(version="1.2.3", as_of="2012-12-01", site=SITE, repository=REPOSITORY)


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Atlas:
    """The made-up record with names and texts of quotes, commas, line breaks, both scripts at once."""
    folder = projects.record(tmp_path_factory.mktemp("hostile"))
    quoted = HOSTILE.replace("\\", "\\\\").replace('"', '\\"')
    place = folder / "data/places/tell-marmar/place.yml"
    text = place.read_text(encoding="utf-8")
    text = text.replace("en: Tell Marmar,", f'en: "{quoted}",').replace("[Tall Marmar]", f'["=1+1", "{quoted} 2"]')
    text = text.replace("summary:\n", 'summary:\n  en: "First line, with \\"quotes\\";\\nsecond line: x\\ty"\n')
    place.write_text(text, encoding="utf-8")
    source = folder / "data/sources/far-wire.yml"
    source.write_text(source.read_text(encoding="utf-8").replace("en: Far Wire", f'en: "{quoted} 3"'), encoding="utf-8")
    return read_atlas(folder)


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Atlas:
    """A record without any record."""
    folder = projects.record(tmp_path_factory.mktemp("empty"))
    shutil.rmtree(folder / "seeds")
    for name in ("places", "forces", "people", "concepts", "sources"):
        shutil.rmtree(folder / "data" / name)
    for ledger in ("left-out", "register", "corrections"):
        (folder / "data" / f"{ledger}.yml").unlink(missing_ok=True)
    groups = folder / "data" / "vocabulary" / "groups.yml"  # some of which may be a force of the record
    groups.write_text(
        re.sub(r",? *within: *(\[[^\]]*\]|[\w-]+)", "", groups.read_text(encoding="utf-8")), encoding="utf-8"
    )
    return read_atlas(folder)


@pytest.fixture(params=["atlas", "real", "hostile", "empty"])
def any_atlas(request: pytest.FixtureRequest) -> Atlas:
    """Each record a format must be valid for."""
    found: Atlas = request.getfixturevalue(request.param)
    return found


@pytest.fixture
def commits(copy: Path) -> Callable[..., None]:
    """Commit everything in the copied record on a day; the first call makes the repository."""

    def commit(day: str) -> None:
        date = f"{day}T22:15:00+03:00"
        who = ["-c", "user.name=n", "-c", "user.email=e", "-c", "commit.gpgsign=false"]
        for command in (["init", "-q", "-b", "main"], ["add", "-A"], [*who, "commit", "-q", "--date", date, "-m", "m"]):
            subprocess.run(
                ["git", *command], cwd=copy, check=True, env={"GIT_COMMITTER_DATE": date, "PATH": "/usr/bin:/bin"}
            )

    return commit
