"""Bad input end to end: one record with every mistake a contributor has made or may make, one run, every fault told.

bad_input.yml is the table of mistakes: each with the fault's rule, where it stands and what it says to write.
"""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
import yaml

from tests import projects
from tests.projects import place_of

BAYT, SOURCES = "data/places/bayt-suwan", "data/sources"
DEPARTURE = f"{BAYT}/2012-03-departure.yml"
MISTAKES = yaml.safe_load(Path(__file__).with_name("bad_input.yml").read_text(encoding="utf-8"))


@pytest.fixture
def folder(copy: Path) -> Path:
    """The record with every mistake in it."""
    for mistake in MISTAKES:
        path = copy / mistake["file"]
        text = path.read_text(encoding="utf-8")
        assert text.count(mistake["old"]) == 1, mistake
        path.write_text(text.replace(mistake["old"], mistake["new"]), encoding="utf-8")
    # A figure that YAML takes for folded text; a source that is gone though cited; a link; a stray file; not UTF-8.
    event = "type: removal\ntitle:\n  en: x\n  ar: س\naccounts:\n- source: far-wire/2012-03-06\n  at: p1\n"
    (copy / BAYT / "2012-03-extra.yml").write_text(event + "  figures:\n    carts: >30\n", encoding="utf-8")
    (copy / SOURCES / "hill-radio.yml").unlink()
    (copy / "data/forces/linked.yml").symlink_to(copy / "data/forces/high-command.yml")
    (copy / "data/places/notes.txt").write_text("notes\n", encoding="utf-8")
    (copy / "data/concepts/latin.yml").write_bytes(b"name: {en: caf\xe9, ar: x}\n")
    (copy / "data/concepts/empty.yml").write_bytes(b"")
    (copy / "data/concepts/long.yml").write_bytes(b"#" * 300_000)
    return copy


OTHERS = [
    (f"{BAYT}/2012-03-extra.yml:9:", "yaml-syntax", "write `more than 30` instead of `>30`"),
    ("data/forces/linked.yml:1:1", "symlink", "put the file itself here"),
    ("data/places/notes.txt:1:1", "unknown-file", "an event is data/places/<place>/<yyyy-mm-slug>.yml"),
    ("data/concepts/latin.yml:1:", "not-utf8", "save it as UTF-8"),
    ("data/concepts/empty.yml:1:1", "empty-file", "write the record or delete the file"),
    ("data/concepts/long.yml:1:1", "file-too-large", "split the record"),
]


def expected(folder: Path) -> list[tuple[str, str, str]]:
    """Place, rule and words of every fault the record must be told."""
    told = [
        (f"{one['file']}:{place_of(folder / one['file'], one['at'])}", one["rule"], one["says"])
        for one in MISTAKES
        if "at" in one
    ]
    gone = (f"{DEPARTURE}:{place_of(folder / DEPARTURE, 'hill-radio')}", "unknown-id", "is called `hill-radio`")
    return [*told, *OTHERS, gone]


def test_one_run_lists_every_fault_with_its_place_its_rule_and_its_advice(folder: Path) -> None:
    done = projects.check(folder)
    assert done.returncode == 1
    lines = done.stdout.splitlines()
    for place, rule, words in expected(folder):
        found = [line for line in lines if line.startswith(place) and f" {rule} " in line and words in line]
        assert found, (place, rule, words)
    assert all(re.match(r"[^:]+:\d+:\d+ [a-z0-9-]+ \S", line) for line in lines)
    assert [line.split(":")[0] for line in lines] == sorted(line.split(":")[0] for line in lines)


def test_it_lists_nothing_else(folder: Path) -> None:
    # No other file's silence is held against a third.
    places = [place for place, _, _ in expected(folder)]
    lines = projects.check(folder).stdout.splitlines()
    assert [line for line in lines if not line.startswith(tuple(places))] == []


def test_a_source_that_is_gone_though_cited_is_told_where_it_is_cited(copy: Path) -> None:
    (copy / SOURCES / "hill-radio.yml").unlink()
    done = projects.check(copy)
    assert done.stdout.startswith(f"{DEPARTURE}:{place_of(copy / DEPARTURE, 'hill-radio')} unknown-id ")
    assert done.stdout.count("\n") == 1


def test_the_form_for_pull_requests_says_the_same(folder: Path) -> None:
    terminal, github = projects.check(folder), projects.check(folder, "--format", "github")
    assert github.returncode == 1
    lines = github.stdout.splitlines()
    assert len(lines) == len(terminal.stdout.splitlines())
    form = re.compile(r"::error file=([^,]+),line=(\d+),col=(\d+),title=([a-z0-9-]+)::.+")
    told = Counter(f"{m[1]}:{m[2]}:{m[3]} {m[4]}" for line in lines if (m := form.fullmatch(line)))
    assert told == Counter(line.split(" ")[0] + " " + line.split(" ")[1] for line in terminal.stdout.splitlines())


def test_a_faulty_record_fails_the_build_with_all_its_faults(tmp_path: Path) -> None:
    project = projects.project(tmp_path / "project")
    raid = project / BAYT / "2012-02-raid.yml"
    text = raid.read_text(encoding="utf-8").replace("by: lantern-group", "by: lantern-grp").replace("clubs", "clubz")
    raid.write_text(text, encoding="utf-8")
    done = projects.build(project, tmp_path / "site")
    assert done.returncode != 0
    assert "the record has 2 faults" in done.stdout + done.stderr
    assert f"{BAYT}/2012-02-raid.yml:10:13 unknown-id" in done.stdout + done.stderr


# A macro in a page -> what the failed build says besides the page's name.
CALLS = {
    '{{ place("bayt-suwn") }}': "no place is called `bayt-suwn`; write `bayt-suwan`",
    '{{ force("high-comand") }}': "no force is called `high-comand`; write `high-command`",
    '{{ term("leavin") }}': "no concept is called `leavin`; write `leaving`",
    '{{ place("high-command") }}': "no place is called `high-command`",
    '{{ event("bayt-suwan/2012-03-acord") }}': "write `bayt-suwan/2012-03-accord`",
    '{{ timeline("bayt-suwan/2012-03-acord") }}': "write `bayt-suwan/2012-03-accord`",
    '{{ timeline(place_id="bayt-suwn") }}': "write `bayt-suwan`",
    '{{ figure("bayt-suwan/2012-03-departure", "travelers") }}': "write `travellers`",
    '{{ figure_range("bayt-suwan/2012-03-departure", "hurt") }}': "bayt-suwan/2012-03-departure is called `hurt`",
    '{{ cite("sahl-post/2012-03-storey", "p1") }}': "write `sahl-post/2012-03-story`",
    '{{ cite("sahl-post/2012-03-story", "page one") }}': "`page one` is not a pinpoint; write p6",
    '{{ chronology_year("1912") }}': "no year of the chronology is called `1912`",
    '{{ place("bayt-suwan", colour="red") }}': "macro `place`",
    "{{ place() }}": "macro `place`",
    '{{ place(["bayt-suwan"]) }}': "place",
    '{{ no_such_macro("x") }}': "no_such_macro",
    "{{ undefined_name }}": "undefined_name",
}


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What a build says of the made-up project with a page for each call."""
    project = projects.project(tmp_path_factory.mktemp("calls"))
    for n, call in enumerate(CALLS):
        for lang, text in (("", call), ("ar/", "After.")):
            page = f"---\ntitle: Wrong {n}\n---\n\nBefore.\n\n{text}\n"
            (project / "docs" / f"{lang}wrong-{n}.md").write_text(page, encoding="utf-8")
    done = projects.build(project, project / "site")
    assert done.returncode != 0
    return done.stdout + done.stderr


@pytest.mark.parametrize("call", CALLS)
def test_a_wrong_call_in_a_page_fails_the_build_naming_the_page(said: str, call: str) -> None:
    page = f"wrong-{list(CALLS).index(call)}.md"
    told = [part for part in re.split(r"(?=ERROR|WARNING)", said) if re.search(rf"\b{re.escape(page)}", part)]
    assert told, f"nothing is said of {page}"
    assert any(CALLS[call] in part for part in told), told


def test_one_wrong_call_is_enough(tmp_path: Path) -> None:
    project = projects.project(tmp_path / "project")
    for lang, text in (("", '{{ place("bayt-suwn") }}'), ("ar/", "After.")):
        (project / "docs" / f"{lang}wrong.md").write_text(f"---\ntitle: Wrong\n---\n\n{text}\n", encoding="utf-8")
    assert projects.build(project, tmp_path / "site").returncode != 0
