"""The release: one zip, the same bytes each time, with true checksums, and nothing in it unfit for readers."""

from __future__ import annotations

import hashlib
import json
import re
import sqlite3
import zipfile
from pathlib import Path

import pytest
import yaml

from macros import release
from macros.exports import EXPORTS
from tests import projects


@pytest.fixture
def project(copy: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", projects.DATE)
    for name in ("pyproject.toml", "LICENSE-DATA", "CITATION.cff", "CHANGELOG.md"):
        (copy / name).write_bytes((projects.ROOT / name).read_bytes())
    return copy


def made(project: Path, folder: Path) -> Path:
    assert release.main(["--root", str(project), "--folder", str(folder)]) == 0
    (found,) = folder.glob("*.zip")
    return found


def test_two_people_make_the_same_bytes(project: Path, tmp_path: Path) -> None:
    one, two = made(project, tmp_path / "one"), made(project, tmp_path / "two")
    assert one.name == two.name == f"{release.NAME}-2012-12-01-v{release.version(project)}.zip"
    assert one.read_bytes() == two.read_bytes()


def test_it_holds_the_record_the_downloads_and_true_checksums(project: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(made(project, tmp_path)) as archive:
        assert archive.testzip() is None
        content = {name.partition("/")[2]: archive.read(name) for name in archive.namelist()}
        assert {info.date_time[:3] for info in archive.infolist()} == {(2012, 12, 1)}
    sums = dict(line.split("  ")[::-1] for line in content.pop("SHA256SUMS").decode().splitlines())
    assert sums == {name: hashlib.sha256(raw).hexdigest() for name, raw in content.items()}
    for export in EXPORTS:
        assert f"tables-and-files/{Path(export.path).name}" in content
    for file in (project / "data").rglob("*.yml"):
        assert content[f"record/{file.relative_to(project).as_posix()}"] == file.read_bytes()
    assert "LICENSE-DATA" in content
    assert "tables-and-files/codebook.csv" in content
    assert "التسويات" in content["README.txt"].decode()
    assert not [name for name in content if "seeds" in name]
    assert b"Riders with clubs came" not in b"".join(content.values())
    package = json.loads(content["tables-and-files/datapackage.json"])
    for resource in package["resources"]:
        raw = content[f"tables-and-files/{resource['path']}"]
        assert resource["hash"] == f"sha256:{hashlib.sha256(raw).hexdigest()}"
    (tmp_path / "record.sqlite").write_bytes(content["tables-and-files/record.sqlite"])
    with sqlite3.connect(tmp_path / "record.sqlite") as db:
        assert db.execute("SELECT value FROM about WHERE key = 'as_of'").fetchone() == ("2012-12-01",)


def test_a_tag_must_be_the_version(project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["--root", str(project), "--folder", str(tmp_path / "dist"), "--tag"]
    assert release.main([*arguments, "v9.9.9"]) == 1
    assert not (tmp_path / "dist").exists()
    assert "v9.9.9" in capsys.readouterr().err
    assert release.main([*arguments, f"v{release.version(project)}"]) == 0


def test_the_version_has_one_value_wherever_it_stands() -> None:
    number = release.version(projects.ROOT)
    assert f"\n  version: {number}\n" in (projects.ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    citation = yaml.safe_load((projects.ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    assert citation["version"] == number
    assert re.search(
        rf"^## {re.escape(number)} ", (projects.ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE
    )


def test_the_workflow_publishes_without_running_the_project_s_code() -> None:
    text = (projects.ROOT / ".github/workflows/release.yml").read_text(encoding="utf-8")
    jobs = yaml.safe_load(text)["jobs"]
    assert jobs["publish"]["permissions"] == {"contents": "write"}
    assert "write" not in str(jobs["build"]["permissions"])
    steps = jobs["publish"]["steps"]
    assert not [step for step in steps if "checkout" in step.get("uses", "") or "make" in step.get("run", "")]
    assert all(
        re.search(r"@[0-9a-f]{40}$", step["uses"]) for job in jobs.values() for step in job["steps"] if "uses" in step
    )
    assert "make release TAG=" in text
