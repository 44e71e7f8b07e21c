"""New records: a draft the check accepts but for its blanks, no id twice, sources drafted from an address."""

from __future__ import annotations

import re
import socket
from datetime import date
from pathlib import Path

import pytest

from macros.__main__ import main
from macros.check import check
from macros.load import load
from macros.messages import RefusedError
from macros.parse import read
from macros.tools import links
from macros.tools.drafts import blanks
from macros.tools.items import new_item
from macros.tools.records import PATHS

TODAY = date(2013, 1, 1)
RECORDS = {
    "place": "new-town",
    "event": "bayt-suwan/2012-06-meeting",
    "force": "new-force",
    "person": "new-person",
    "concept": "new-word",
    "publisher": "new-paper",
}
POST = "data/sources/sahl-post.yml"


def new(folder: Path, *arguments: str) -> int:
    return main(["--root", str(folder), "new", *arguments])


def uncommented(text: str) -> str:
    """A draft with the `# ` taken off every key."""
    head, *lines = text.splitlines()
    return "\n".join([head, *(re.sub(r"^( *)# (?=( *)(- )?[a-z_]+:)", r"\1", line) for line in lines)]) + "\n"


@pytest.mark.parametrize("lang", ["en", "ar"])
@pytest.mark.parametrize("kind", RECORDS)
def test_the_check_finds_nothing_in_a_draft_but_its_blanks(copy: Path, kind: str, lang: str) -> None:
    assert new(copy, kind, RECORDS[kind], "--lang", lang) == 0
    path = PATHS[kind].format(RECORDS[kind])
    waiting = [blank.line for blank in blanks((copy / path).read_text(encoding="utf-8"))]
    assert len(waiting) >= 2
    _, faults = check(copy)
    assert [(fault.file, fault.line, fault.rule) for fault in faults] == [(path, line, "no-value") for line in waiting]


@pytest.mark.parametrize("kind", RECORDS)
def test_every_key_of_a_draft_is_a_key_when_its_mark_is_taken_off(copy: Path, kind: str) -> None:
    new(copy, kind, RECORDS[kind])
    path = copy / PATHS[kind].format(RECORDS[kind])
    text = path.read_text(encoding="utf-8")
    path.write_text(uncommented(text), encoding="utf-8")
    assert len(blanks(uncommented(text))) > len(blanks(text))
    _, faults = check(copy)
    assert {fault.rule for fault in faults} == {"no-value"}


def test_the_command_names_the_lines_that_wait(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    new(copy, "event", "bayt-suwan/2012-06-meeting", "--source", "sahl-post/2012-03-story", "--kind", "gathering")
    said = capsys.readouterr().out.splitlines()
    path = "data/places/bayt-suwan/2012-06-meeting.yml"
    assert said[0] == f"{path} written; these lines wait for a value:"
    assert [line.split()[1] for line in said[1:]] == ["title.en", "title.ar", "accounts.at", "accounts.when"]
    assert all(line.startswith(f"  {path}:") for line in said[1:])


def test_a_filled_draft_is_a_record(copy: Path) -> None:
    new(copy, "place", "new-town", "--en", 'The "new" town', "--ar", "البلدة الجديدة", "--kind", "town")
    assert check(copy)[1] == ()
    new(
        copy,
        "event",
        "new-town/2012-06-meeting",
        "--en",
        "A meeting",
        "--ar",
        "اجتماع",
        "--kind",
        "gathering",
        "--source",
        "sahl-post/2012-03-story",
    )
    path = copy / "data/places/new-town/2012-06-meeting.yml"
    text = path.read_text(encoding="utf-8")
    text = re.sub(r"(?m)^  at:", "  at: title", re.sub(r"(?m)^  when:", "  when: 2012-06-01", text))
    path.write_text(text, encoding="utf-8")
    loaded, faults = check(copy)
    assert faults == ()
    assert loaded.of("place")["new-town"].name.en == 'The "new" town'
    assert loaded.of("event")["new-town/2012-06-meeting"].accounts[0].when.text == "2012-06-01"


def test_a_draft_speaks_its_language_and_names_the_words(copy: Path) -> None:
    new(copy, "event", "bayt-suwan/2012-06-meeting", "--lang", "ar")
    text = (copy / "data/places/bayt-suwan/2012-06-meeting.yml").read_text(encoding="utf-8")
    assert "عنوان محايد" in text
    assert text.startswith("# yaml-language-server: $schema=../../../macros/schemas/event.json\n")
    new(copy, "force", "new-force")
    force = (copy / "data/forces/new-force.yml").read_text(encoding="utf-8")
    assert "a kind of force" in force
    assert "armed-group" in force


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["place", "bayt-suwan"], "`bayt-suwan` exists already: data/places/bayt-suwan/place.yml"),
        (["event", "bayt-suwan/2012-03-accord"], "exists already: data/places/bayt-suwan/2012-03-accord.yml"),
        (["force", "high-command"], "exists already: data/forces/high-command.yml"),
        (["publisher", "sahl-post"], "exists already: data/sources/sahl-post.yml"),
        (["force", "bayt-suwan"], "already the id of a place (data/places/bayt-suwan/place.yml)"),
        (["person", "witness"], "already the id of a voice"),
        (["event", "bayt-suwn/2012-06-x"], "no place is called `bayt-suwn`; write `bayt-suwan`, or make it first"),
        (["event", "bayt-suwan"], "write place/yyyy-mm-word"),
        (["event", "bayt-suwan/2012-06"], "write place/yyyy-mm-word"),
        (["event", "bayt-suwan/2012-13-x"], "write a month from 01 to 12"),
        (["event", "bayt-suwan/talks"], "write place/yyyy-mm-word"),
        (["place", "New Town"], "is not an id; use small letters"),
        (["place", "../../outside"], "is not an id; use small letters"),
        (["place", "a/b"], "`a/b` is not an id"),
        (
            ["force", "new-force", "--kind", "armd-group"],
            "no kind of force is called `armd-group`; write `armed-group`",
        ),
        (
            ["event", "bayt-suwan/2012-06-x", "--kind", "gatherin"],
            "no event-type is called `gatherin`; write `gathering`",
        ),
        (["person", "new-person", "--kind", "army"], "leave `--kind` out"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(
    copy: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], words: str
) -> None:
    before = sorted(path for path in copy.rglob("*"))
    assert new(copy, *arguments) == 1
    assert words in capsys.readouterr().err
    assert sorted(path for path in copy.rglob("*")) == before


def test_an_id_that_was_is_refused(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    force = copy / "data/forces/river-brigade.yml"
    force.write_text(force.read_text(encoding="utf-8") + "former_ids: [stream-brigade]\n", encoding="utf-8")
    assert new(copy, "force", "stream-brigade") == 1
    assert "already the id of river-brigade" in capsys.readouterr().err
    register = "place:\n- old-town\nwithdrawn:\n  old-town:\n    en: For safety\n    ar: للسلامة\n"
    (copy / "data/register.yml").write_text(register, encoding="utf-8")
    assert new(copy, "place", "old-town", "--lang", "ar") == 1
    assert "نُشر `old-town` من قبل" in capsys.readouterr().err


# Addresses.


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://a.example/2012/03/08/x", "2012-03-08"),
        ("https://a.example/2012/3/8/x", "2012-03-08"),
        ("https://a.example/x-2012-03-08.html", "2012-03-08"),
        ("https://a.example/news20120308.htm", "2012-03-08"),
        ("https://a.example/x?date=2012-03-08", "2012-03-08"),
        ("https://a.example/2012/03/a-story", "2012-03"),
        ("https://a.example/archive/2012/a-story", "2012"),
        ("https://a.example/archives/482304", None),
        ("https://a.example/2012/13/40/x", "2012"),
        ("https://a.example/2019/03/08/x", None),
        ("https://a.example/20123456789", None),
        ("https://a.example/", None),
    ],
)
def test_the_day_an_address_shows(url: str, expected: str | None) -> None:
    assert links.published(url, TODAY) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://a.example/x", "http://www.a.example/x/"),
        ("https://a.example/x", "https://m.a.example/x?utm_source=y&fbclid=z#part"),
        ("https://a.example/x", "https://web.archive.org/web/20120308000000/https://a.example/x"),
        ("https://a.example/%D8%B9", "https://a.example/ع"),
        ("https://a.example/x/amp", "https://a.example/x"),
        ("https://a.example/x?b=2&a=1", "https://a.example/x?a=1&b=2"),
    ],
)
def test_addresses_of_one_page(one: str, other: str) -> None:
    assert links.same(one) == links.same(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("https://a.example/x", "https://a.example/y"), ("https://a.example/?p=1", "https://a.example/?p=2")],
)
def test_addresses_of_two_pages(one: str, other: str) -> None:
    assert links.same(one) != links.same(other)


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "ftp://a.example/x",
        "a.example/x",
        "https:///x",
        "https://a.example/a b",
        "https://a.example/<b>",
    ],
)
def test_what_is_no_web_address_is_refused(url: str) -> None:
    with pytest.raises(RefusedError, match="write a web address"):
        links.address(url)


def test_whose_page_on_a_site_of_many_voices() -> None:
    assert links.site("https://t.me/some_channel/12") == "t.me/some_channel"
    assert links.label("https://t.me/some_channel/12") == "some-channel"
    assert links.label("https://english.some-site.org/x") == "some-site"
    assert links.domain("https://x.paper.com.sy/") == "paper.com.sy"


# Sources.


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing here may open a connection."""

    def refuse(*arguments: object) -> None:
        raise AssertionError("a connection was opened")

    monkeypatch.setattr(socket.socket, "connect", refuse)


def test_a_source_goes_to_the_publisher_whose_site_it_is(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = (copy / POST).read_text(encoding="utf-8")
    assert new(copy, "source", "https://www.post.example/2012/05/09/carts?utm_source=x") == 0
    said = capsys.readouterr().out
    assert "`source: sahl-post/2012-05-09`" in said
    after = (copy / POST).read_text(encoding="utf-8")
    assert after.startswith(before.rstrip("\n"))
    item = read(after.encode(), POST).data["items"]["2012-05-09"]
    assert item["published"] == "2012-05-09"
    assert item["url"] == "https://www.post.example/2012/05/09/carts?utm_source=x"
    _, faults = check(copy)
    assert [(fault.rule, fault.message.split("`")[1]) for fault in faults] == [
        ("no-value", "title"),
        ("no-value", "read"),
    ]


def test_a_second_source_of_a_half_filled_file_and_of_one_day(copy: Path) -> None:
    assert new(copy, "source", "https://post.example/2012/05/09/carts-of-the-river") == 0
    assert new(copy, "source", "https://post.example/2012/05/09/talks-about-bridges") == 0
    data = read((copy / POST).read_bytes(), POST).data
    assert list(data["items"])[-2:] == ["2012-05-09", "2012-05-09-talks-bridges"]
    assert new(copy, "source", "https://post.example/2012/05/09/7") == 1
    assert new(copy, "source", "https://post.example/2012/05/09/7", "--key", "2012-05-09-third") == 0
    assert {fault.rule for fault in check(copy)[1]} == {"no-value"}


@pytest.mark.parametrize(
    "url",
    [
        "https://post.example/7",
        "http://www.post.example/7/?fbclid=1",
        "https://web.archive.org/web/2012/https://post.example/7",
        "https://archive.example/story",
    ],
)
def test_an_address_the_record_has_is_refused_with_its_place(
    copy: Path, url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (copy / POST).read_bytes()
    assert new(copy, "source", url) == 1
    said = capsys.readouterr().err
    line = re.search(rf"{re.escape(POST)}:(\d+) \(sahl-post/", said)
    assert line, said
    assert "example/" in before.decode().splitlines()[int(line[1]) - 1]
    assert (copy / POST).read_bytes() == before


def test_an_address_that_was_left_out_is_refused(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ledger = "entries:\n- page: A story, https://left.example/2012/05/x\n  why:\n    en: A copy.\n    ar: نسخة.\n"
    (copy / "data/left-out.yml").write_text(ledger, encoding="utf-8")
    assert new(copy, "source", "https://left.example/2012/05/x", "--publisher", "sahl-post") == 1
    assert "data/left-out.yml:2" in capsys.readouterr().err


def test_an_archived_address_is_taken_apart(copy: Path) -> None:
    archived = "https://web.archive.org/web/20120901000000/https://post.example/2012/05/09/x"
    made = new_item(copy, load(copy), archived, TODAY, "en", {})
    item = read(made.text.encode(), made.path).data["items"]["2012-05-09"]
    assert (item["url"], item["archived"]) == ("https://post.example/2012/05/09/x", archived)
    assert item["accessed"] == "2013-01-01"


def test_a_new_publisher_is_made_only_when_it_is_named(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    url = "https://news.other.example/2012/05/09/x"
    assert new(copy, "source", url) == 1
    assert "--publisher other" in capsys.readouterr().err
    assert new(copy, "source", url, "--publisher", "other-news") == 0
    data = read((copy / "data/sources/other-news.yml").read_bytes(), "").data
    assert data["url"] == "https://news.other.example"
    assert list(data["items"]) == ["2012-05-09"]
    assert {fault.rule for fault in check(copy)[1]} == {"no-value"}


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["https://post.example/archives/99"], "add `--published`"),
        (["https://post.example/archives/99", "--published", "last week"], "is not a date"),
        (["https://post.example/2012/05/09/x", "--key", "Ninth May"], "`Ninth May` is not an id"),
        (["https://post.example/2012/05/09/x", "--publisher", "../x"], "`../x` is not an id"),
        (["javascript:alert(1)"], "write a web address"),
    ],
)
def test_what_an_address_does_not_tell_is_asked_for(
    copy: Path, arguments: list[str], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert new(copy, "source", *arguments) == 1
    assert words in capsys.readouterr().err


def test_a_site_of_two_publishers_is_asked_about(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    new(copy, "source", "https://post.example/2012/05/09/x", "--publisher", "far-wire")
    assert new(copy, "source", "https://post.example/2012/06/09/x") == 1
    assert "several publishers have pages at post.example" in capsys.readouterr().err


def test_an_item_stands_after_the_last_one_wherever_items_stand(copy: Path) -> None:
    path = copy / POST
    text = path.read_text(encoding="utf-8").rstrip("\n")
    path.write_text(text + "\n\n# spoken for nobody\ncountry: Sahl\n", encoding="utf-8")
    made = new_item(copy, load(copy), "https://post.example/2012/05/09/x", TODAY, "en", {})
    assert made.text.endswith("\n\n# spoken for nobody\ncountry: Sahl\n")
    assert list(read(made.text.encode(), POST).data["items"])[-1] == "2012-05-09"


@pytest.mark.parametrize(
    "text", ["items: {2012-01-01: {title: a, published: 2012-01-01, read: whole}}\n", "name: [\n", "- a\n"]
)
def test_a_file_an_item_cannot_be_put_into_is_left_alone(copy: Path, text: str) -> None:
    (copy / POST).write_text(text, encoding="utf-8")
    with pytest.raises(RefusedError):
        new_item(copy, load(copy), "https://post.example/2012/05/09/x", TODAY, "en", {"publisher": "sahl-post"})
