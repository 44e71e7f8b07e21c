"""Faults: their printed forms, and what the nearest known id is."""

from __future__ import annotations

import pytest

from macros.faults import Fault, RecordError, nearest, report

ONE = Fault("data/a.yml", 3, 7, "bad-date", "not a date")


def test_the_terminal_form_is_clickable() -> None:
    assert report([ONE, ONE]) == "data/a.yml:3:7 bad-date not a date\ndata/a.yml:3:7 bad-date not a date"


def test_the_github_form_is_an_annotation_on_the_line() -> None:
    assert report([ONE], "github") == "::error file=data/a.yml,line=3,col=7,title=bad-date::not a date"


def test_the_github_form_lets_no_text_end_the_command_or_start_another() -> None:
    fault = Fault("data/a.yml", 1, 1, "a,b:c", "100%\r\n::warning::pwned")
    line = report([fault], "github")
    assert "\n" not in line
    assert "\r" not in line
    assert line == "::error file=data/a.yml,line=1,col=1,title=a%2Cb%3Ac::100%25%0D%0A::warning::pwned"


@pytest.mark.parametrize("name", ["data/a,line=9.yml", "data/a\n::warning::x.yml", "data/50%.yml", "data/a:b.yml"])
def test_the_github_form_lets_no_file_name_change_the_command(name: str) -> None:
    line = report([Fault(name, 3, 7, "unknown-file", "m")], "github")
    assert "\n" not in line
    properties = line.removeprefix("::error ").split("::")[0].split(",")
    assert [one.split("=")[0] for one in properties] == ["file", "line", "col", "title"]
    assert properties[1] == "line=3"


def test_faults_come_in_the_order_of_the_files_and_once() -> None:
    later, other = Fault("data/a.yml", 10, 1, "x", ""), Fault("data/b.yml", 1, 1, "x", "")
    error = RecordError([other, later, ONE, ONE])
    assert error.faults == (ONE, later, other)
    assert str(error).startswith("3 faults\ndata/a.yml:3:7")


@pytest.mark.parametrize(
    ("wrong", "expected"),
    [
        ("bayt-suwn", "write `bayt-suwan`"),
        ("suwan", "write `bayt-suwan`"),
        ("zzz", "no place is like it; correct it or add its record first"),
        ("", "no place is like it; correct it or add its record first"),
        ("tell-marma", "write `tell-marmar` or `tell-marmara`"),
    ],
)
def test_nearest(wrong: str, expected: str) -> None:
    assert nearest(wrong, ["bayt-suwan", "tell-marmar", "tell-marmara", "qqq"], "place") == expected
