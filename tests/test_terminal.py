"""Faults for a reader at a terminal: grouped, the line quoted, the caret under the column, nothing that commands."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from macros.__main__ import main
from macros.check import check
from macros.faults import Fault
from macros.messages import say
from macros.tools.terminal import cells, ending, grouped, visible
from tests import projects

Change = Callable[[str, str, str], Path]
RAID = "data/places/bayt-suwan/2012-02-raid.yml"


@pytest.fixture
def faulty(change: Change) -> Path:
    """Two faults in one file and one in another."""
    change(RAID, "by: lantern-group", "by: lantern-grp")
    change(RAID, "weapon: clubs", "weapon: clubbs")
    return change("data/forces/lantern-group.yml", "kind: armed-group", "kind: armed group")


def test_faults_stand_under_their_file_with_the_line_and_a_caret(faulty: Path) -> None:
    _, faults = check(faulty)
    text = grouped(faults, faulty)
    assert text.count(RAID) == 1
    lines = text.splitlines()
    at = next(n for n, line in enumerate(lines) if "unknown-id" in line and "10:13" in line)
    assert lines[at].split() == ["10:13", "unknown-id", "No", "such", "id"]
    quoted, caret = lines[at + 1], lines[at + 2]
    assert quoted.strip().startswith("| ")
    assert quoted[caret.index("^") :].startswith("lantern-grp")
    assert (
        lines[at + 3].strip()
        == "no force or person or group or publisher is called `lantern-grp`; write `lantern-group`"
    )
    assert "\n\ndata/places" in text


def test_the_caret_counts_cells_and_not_letters(tmp_path: Path) -> None:
    (tmp_path / "f.yml").write_text("ar: تُهجّر x\n字: y\n", encoding="utf-8")
    first, second = (
        Fault("f.yml", 1, 11, "bad-date", say("text/empty")),
        Fault("f.yml", 2, 4, "bad-date", say("text/empty")),
    )
    lines = grouped([first, second], tmp_path).splitlines()
    carets = [line.index("^") - line.index("|") - 2 for line in lines if line.strip().endswith("^")]
    assert carets == [cells("ar: تُهجّر x"[:10]), 4]
    assert cells("تُ") == 1
    assert cells("字") == 2


def test_a_long_line_is_cut_around_the_column(tmp_path: Path) -> None:
    (tmp_path / "f.yml").write_text("a: " + "word " * 200 + "here " + "word " * 200 + "\n", encoding="utf-8")
    text = grouped([Fault("f.yml", 1, 1004, "bad-date", say("text/empty"))], tmp_path, width=80)
    quoted, caret = text.splitlines()[2:4]
    assert quoted[caret.index("^") :].startswith("here")
    assert all(cells(line) <= 80 for line in text.splitlines())


def test_what_hides_or_commands_is_shown_by_its_number(tmp_path: Path) -> None:
    name = "data/x\u202e\x1b[31m.yml"
    (tmp_path / "data").mkdir()
    (tmp_path / name).write_text("a: \x1b[2J\u202ez\n", encoding="utf-8")
    text = grouped([Fault(name, 1, 4, "forbidden-character", say("forbidden-character", code="001B"))], tmp_path)
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert "<U+001B>[2J<U+202E>z" in text
    assert visible("a\tb\nc") == "a b c"


@pytest.mark.parametrize("line", [0, 2, 99])
def test_a_line_that_is_not_there_is_not_quoted(tmp_path: Path, line: int) -> None:
    (tmp_path / "f.yml").write_text("a: b\n", encoding="utf-8")
    text = grouped(
        [
            Fault("f.yml", line, 1, "empty-file", say("empty-file")),
            Fault("gone.yml", 1, 1, "empty-file", say("empty-file")),
        ],
        tmp_path,
    )
    assert "|" not in text


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("hush\n", encoding="utf-8")
    (tmp_path / "f.yml").symlink_to(tmp_path / "secret")
    assert "hush" not in grouped([Fault("f.yml", 1, 1, "symlink", say("symlink/file"))], tmp_path)


def test_the_last_lines_count_and_lead_to_the_guide(faulty: Path) -> None:
    _, faults = check(faulty)
    assert ending(faults) == "3 faults in 2 files; nothing was built\nwhat each name means: CONTRIBUTING.md#unknown-id"
    assert ending(faults, "ar").endswith("CONTRIBUTING.md#ar-unknown-id")
    other = Fault("a.yml", 1, 1, "empty-file", say("empty-file"))
    assert ending([*faults, other]).endswith("CONTRIBUTING.md#faults")


def test_grouped_on_request_and_in_arabic(faulty: Path) -> None:
    done = projects.check(faulty, "--format", "grouped", "--lang", "ar")
    assert done.returncode == 1
    assert "معرّف غير موجود" in done.stdout
    assert "\x1b" not in done.stdout
    assert "3 أخطاء في ملفين" in done.stderr


@pytest.mark.parametrize(("settings", "colour"), [({}, True), ({"NO_COLOR": "1"}, False)])
def test_grouped_by_itself_only_at_a_terminal(faulty: Path, settings: dict[str, str], colour: bool) -> None:
    assert projects.check(faulty).stdout.startswith("data/forces/lantern-group.yml:")
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "macros", "--root", str(faulty), "check"]
    kept = {key: value for key, value in os.environ.items() if key != "NO_COLOR"}
    done = subprocess.run(
        command, cwd=projects.ROOT, stdout=theirs, stderr=subprocess.DEVNULL, env=kept | settings, check=False
    )
    os.close(theirs)
    said = os.read(ours, 65536).decode()
    os.close(ours)
    assert done.returncode == 1
    assert ("\x1b[1m" in said) is colour
    assert "| " in said
    assert RAID + ":10" not in said


def test_paths_may_be_written_from_anywhere(faulty: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(faulty / "data")
    assert main(["--root", str(faulty), "check", "forces"]) == 1
    assert main(["--root", str(faulty), "check", str(faulty / "data" / "concepts")]) == 0
    assert main(["--root", str(faulty), "check", "./places/bayt-suwan/2012-02-raid.yml"]) == 1


def test_some_files_without_faults_say_that_others_have_some(faulty: Path) -> None:
    done = projects.check(faulty, "data/concepts")
    assert done.returncode == 0
    assert done.stdout == "no faults in these 2 records; 3 faults elsewhere\n"
