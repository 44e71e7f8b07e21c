"""Sites built once for the tests of this folder: the real record, the made-up one under a sub-path and at a root."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import projects
from tests.site import pages
from tests.site.pages import Site


def built(project: Path, folder: Path, site_url: str, base: str) -> Site:
    done = projects.build(project, folder, site_url)
    assert done.returncode == 0, f"the build failed:\n{done.stdout[-2000:]}{done.stderr[-4000:]}"
    return pages.read(folder, base)


@pytest.fixture(scope="session")
def real_site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The real record as it is published, under /repo/."""
    return built(projects.ROOT, tmp_path_factory.mktemp("real") / "site", projects.SITE_URL, "/repo/")


@pytest.fixture(scope="session")
def small_project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project of the made-up record; not to be changed."""
    return projects.project(tmp_path_factory.mktemp("small"))


@pytest.fixture(scope="session")
def small_site(small_project: Path, tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The made-up record, under /repo/."""
    return built(small_project, tmp_path_factory.mktemp("small-site") / "site", projects.SITE_URL, "/repo/")


@pytest.fixture(scope="session")
def root_site(small_project: Path, tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The made-up record built without an address, as for a root or a folder."""
    return built(small_project, tmp_path_factory.mktemp("root-site") / "site", "", "/")


@pytest.fixture(scope="session", params=["real_site", "small_site", "root_site"])
def site(request: pytest.FixtureRequest) -> Site:
    """Each of the three."""
    found: Site = request.getfixturevalue(request.param)
    return found
