"""Files to records: every way a file can be wrong is one fault at its line and column that says what to write."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from macros.load import load
from tests.projects import place_of

Change = Callable[[str, str, str], Path]
ACCORD = "data/places/bayt-suwan/2012-03-accord.yml"
DEPARTURE = "data/places/bayt-suwan/2012-03-departure.yml"
FIRST = "data/places/bayt-suwan/2012-03-first-carts.yml"
TOWN = "data/places/bayt-suwan/place.yml"
VILLAGE = "data/places/tell-marmar/place.yml"
POST = "data/sources/sahl-post.yml"
SEED = "seeds/a-spring.yml"
TYPES, WORDS, ROLES = (f"data/vocabulary/{name}.yml" for name in ("event-types", "words", "roles"))
TITLE = "title:\n  en: The accord of the gate\n  ar: عهد البوابة\n"
# file, text, what it becomes, the text at which the fault stands, its rule, words of its advice
CASES = [
    # keys
    (ACCORD, "type: accord\n", "", "title:", "missing-field", "add `type:` with a kind of event"),
    (ACCORD, "  at: p1\n  when", "  when", "source: valley", "missing-field", "add `at:` with where it stands: p6"),
    (
        ACCORD,
        "keeps: {quiet: b",
        "keep: {quiet: b",
        "keep: {quiet: b",
        "unknown-key",
        "`keep` is not a key here; write `keeps`",
    ),
    (TOWN, "  lat: 10.5\n", "  lat: 10.5\n  height: 3\n", "height: 3", "unknown-key", "`height` is not a key here"),
    (POST, "author: Q", "auther: Q", "auther: Q", "unknown-key", "write `author`"),
    (DEPARTURE, "note:\n", "notes:\n", "notes", "unknown-key", "`notes` is not a key here; write `note`"),
    (DEPARTURE, "{in: sahl-governorate, since: 1980}", "{since: 1980}", "{since", "missing-field", "add `in:`"),
    (TOWN, ", ar: بيت صوان}", "}", "{en:", "missing-field", "`ar` is missing"),
    # shapes
    (ACCORD, TITLE, "title: The accord\n", "The accord", "not-a-mapping", "write `key: value` lines under `title`"),
    (ACCORD, TITLE, "title: {}\n", "{}", "wrong-value", "write the text under `en:` or `ar:`"),
    (DEPARTURE, "figures: {travellers: 80, halt: 2}", "figures: 80", "80\n", "not-a-mapping", "under `figures`"),
    (DEPARTURE, "from: hill-radio", "from: {a: b}", "{a: b}", "not-a-list", "`from` needs a list"),
    (ACCORD, "[leave-town, quiet]\n  keeps", "[]\n  keeps", "[]", "not-a-list", "at least one entry"),
    (ACCORD, "when: 2012-03-02", "when: [2012-03-02]", "[2012", "bad-date", "one text here, not a list"),
    (TOWN, "- Beit Sowan\n", "- {a: b}\n", "{a: b}", "wrong-value", "one text here, not a list or a mapping"),
    (TOWN, "- Beit Sowan\n", "-\n", '\n- "Bayt', "wrong-value", "the text is empty"),
    # texts
    (ACCORD, "The accord of", "The <b>accord</b> of", "The <b>", "wrong-value", "`<` is not allowed in a text"),
    (ACCORD, "The accord of", "The {{ 7*7 }} of", "The {{", "wrong-value", "`{{` is not allowed in a text"),
    (ACCORD, "The accord of", "The {% raw %} of", "The {%", "wrong-value", "`{%` is not allowed in a text"),
    (ACCORD, "The accord of", "The {# raw #} of", "The {#", "wrong-value", "`{#` is not allowed in a text"),
    (ACCORD, "The accord of the gate", "''", "''", "wrong-value", "the text is empty; write it or delete the key"),
    (TOWN, '"Bayt Suwan"', '"Bayt <script>"', '"Bayt <s', "wrong-value", "`<` is not allowed"),
    (POST, "A spring in the plain", "A spring {{ config }}", "A spring", "wrong-value", "`{{` is not allowed"),
    # dates, figures, pinpoints, addresses
    (ACCORD, "when: 2012-03-02", "when: 2012-03-32", "2012-03-32", "bad-date", "March 2012 has 31 days"),
    (
        ACCORD,
        "when: 2012-03-02",
        "when: 2012-05-02/2012-05-01",
        "2012-05-02/",
        "bad-date",
        "write the earlier date first",
    ),
    (ACCORD, "when: 2012-03-02", "when: 2 March 2012", "2 March", "bad-date", "write a date as 2021, 2021-05"),
    (ACCORD, "deadline: 5 days", "deadline: soon", "soon", "bad-date", "write 5 days, 48 hours"),
    (DEPARTURE, "travellers: 80", 'travellers: "~80"', '"~80"', "bad-figure", "write `about 80`"),
    (TOWN, "value: about 900", "value: 900ish", "900ish", "bad-figure", "write digits"),
    (ACCORD, "at: p4", "at: paragraph 4", "paragraph", "wrong-value", "`paragraph 4` is not a pinpoint; write p6"),
    (ACCORD, "at: p4", "at: p9-4", "p9-4", "wrong-value", "p4-9"),
    (
        POST,
        "https://post.example/7",
        "javascript:alert(1)",
        "javascript:alert(1)",
        "bad-address",
        "starts with https://",
    ),
    (POST, "https://post.example/7", "data:text/html,x", "data:text", "bad-address", "starts with https://"),
    (
        POST,
        "https://post.example/7",
        '"https://post.example/a b"',
        '"https://post',
        "bad-address",
        "no spaces or quotes",
    ),
    (POST, "https://post.example/7", "https:///7", "https:///7", "bad-address", "starts with https://"),
    (POST, "https://archive.example/story", "ftp://archive.example", "ftp:", "bad-address", "starts with https://"),
    (POST, "published: 2012-04-12", "published: spring", "spring\n    language", "bad-date", "write a date as 2021"),
    # closed lists of the schema
    (ACCORD, "{quiet: broken}", "{quiet: smashed}", "smashed", "unknown-word", "write 'kept', 'partly' or 'broken'"),
    (POST, "read: opening", "read: skimmed", "skimmed", "unknown-word", "write 'whole', 'opening' or 'passage'"),
    # what a record must have together
    (FIRST, "  when: 2012-03-04 morning\n", "", "type:", "wrong-value", "give `when` in at least one account"),
    (
        POST,
        "title_by_us:\n      en: A note on the second raid\n      ar: ملاحظة عن المداهمة الثانية",
        "author: me",
        "author: me",
        "wrong-value",
        "either `title`",
    ),
    (TOWN, "  lat: 10.5\n", "", "kind: point", "wrong-value", "a point needs `lat` and `lon`"),
    (TOWN, "lat: 10.5", "lat: 95", "95", "wrong-value", "less than or equal to 90"),
    (TOWN, "lat: 10.5", "lat: ten", "ten\n", "wrong-value", "a valid number"),
    (VILLAGE, "  around: bayt-suwan\n", "", "kind: area", "wrong-value", "an area needs `around`"),
    (
        VILLAGE,
        "  kind: area\n",
        "  kind: area\n  lat: 1\n",
        "kind: area",
        "wrong-value",
        "only a point has `lat` and `lon`",
    ),
    (SEED, "    held_by: bayt-suwan/2012-02-raid\n", "", "id: p1.1", "wrong-value", "say in `left_out` why none does"),
    (
        ACCORD,
        "denies: {terms: [leave-town]}",
        "denies: all",
        "all\n",
        "wrong-value",
        "write `event`, or what is denied",
    ),
    # vocabulary
    (TYPES, ", ar: تجمع", "", "{en: Gathering", "missing-field", "`ar` is missing"),
    (WORDS, "{en: clubs, ar: هراوات}", "sticks", "sticks", "not-a-record", "`key: value` lines"),
    (
        WORDS,
        "weapon:\n  clubs: {en: clubs, ar: هراوات}",
        "weapon: sticks",
        "sticks",
        "not-a-mapping",
        "lines under `weapon`",
    ),
    (ROLES, "exclusive: all", "exclusive: maybe", "maybe", "unknown-word", "write 'no', 'bodies' or 'all'"),
]


@pytest.mark.parametrize(("file", "old", "new", "at", "rule", "words"), CASES)
def test_each_mistake_is_one_fault_at_its_place(
    change: Change, file: str, old: str, new: str, at: str, rule: str, words: str
) -> None:
    folder = change(file, old, new)
    faults = load(folder).faults
    expected = f"{file}:{place_of(folder / file, at)} {rule}"
    assert [f"{fault.file}:{fault.line}:{fault.column} {fault.rule}" for fault in faults] == [expected]
    assert words in faults[0].message


def test_a_faulty_entry_does_not_make_its_list_an_empty_one(change: Change) -> None:
    # The only account of the event lacks its pinpoint; that is one fault, not also a list without entries.
    assert [fault.rule for fault in load(change(FIRST, "  at: p3\n", "")).faults] == ["missing-field"]


def test_the_made_up_record_has_no_fault(record_folder: Path) -> None:
    assert load(record_folder).faults == []


def test_every_fault_of_a_record_is_found_in_one_go(change: Change) -> None:
    change(ACCORD, "type: accord\n", "")
    change(ACCORD, "when: 2012-03-02", "when: 2012-03-32")
    folder = change(ACCORD, "{quiet: broken}", "{quiet: smashed}")
    assert sorted((f.line, f.rule) for f in load(folder).faults) == [
        (1, "missing-field"),
        (15, "unknown-word"),
        (24, "bad-date"),
    ]


@pytest.mark.parametrize(
    ("path", "rule", "words"),
    [
        ("data/places/bayt-suwan/raid.yml", "unknown-file", "an event is data/places/<place>/<yyyy-mm-slug>.yml"),
        ("data/places/bayt-suwan/2012-03-accord.yaml", "unknown-file", "an event is data/places/"),
        ("data/places/stray.yml", "unknown-file", "a place data/places/<place>/place.yml"),
        ("data/notes.txt", "unknown-file", "no kind of record lives at"),
        ("data/vocabulary/rolls.yml", "unknown-file", "no vocabulary is called `rolls`; write `roles`"),
        ("data/forces/High_Command.yml", "bad-id", "`High_Command` is not an id; use small letters"),
        ("data/places/bayt-suwan/2012-03-The Accord.yml", "bad-id", "is not an id"),
        ("data/places/بيت/place.yml", "bad-id", "is not an id"),
        ("data/forces/a--b.yml", "bad-id", "single hyphens"),
    ],
)
def test_a_file_that_is_no_record_is_a_fault(copy: Path, path: str, rule: str, words: str) -> None:
    target = copy / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text("a: b\n", encoding="utf-8")
    faults = [fault for fault in load(copy).faults if fault.rule in ("unknown-file", "bad-id")]
    assert [(fault.file, fault.line, fault.rule) for fault in faults] == [(path, 1, rule)]
    assert words in faults[0].message


@pytest.mark.parametrize("text", ["- a\n- b\n", "just text\n", "[]\n"])
def test_a_record_is_a_mapping(copy: Path, text: str) -> None:
    (copy / "data/forces/lantern-group.yml").write_text(text, encoding="utf-8")
    (fault,) = load(copy).faults
    assert (fault.file, fault.line, fault.rule) == ("data/forces/lantern-group.yml", 1, "not-a-record")


def test_links_are_refused_whether_to_a_file_or_a_folder(copy: Path) -> None:
    (copy / "data/forces/linked.yml").symlink_to(copy / "data/forces/high-command.yml")
    (copy / "data/places/linked").symlink_to("/")
    (copy / "data/forces/dangling.yml").symlink_to("/nowhere")
    faults = load(copy).faults
    assert {(fault.file, fault.rule) for fault in faults} == {
        ("data/forces/linked.yml", "symlink"),
        ("data/forces/dangling.yml", "symlink"),
        ("data/places/linked", "symlink"),
    }


def test_a_link_in_place_of_the_folder_of_records_is_refused(copy: Path) -> None:
    (copy / "seeds").rename(copy / "elsewhere")
    (copy / "seeds").symlink_to(copy / "elsewhere")
    assert [(fault.file, fault.rule) for fault in load(copy).faults] == [("seeds", "symlink")]


def test_hidden_files_of_editors_are_left_alone(copy: Path) -> None:
    (copy / "data/forces/.high-command.yml.swp").write_bytes(b"\x00\x01")
    assert load(copy).faults == []


def test_records_come_with_their_kind_and_id(record_folder: Path) -> None:
    loaded = load(record_folder)
    assert set(loaded.of("place")) == {"bayt-suwan", "tell-marmar", "far-north", "gate-nine", "sahl-governorate"}
    assert "bayt-suwan/2012-03-accord" in loaded.of("event")
    assert set(loaded.words["kind.read"]) == {"whole", "opening", "passage"}
    assert loaded.documents["voice", "witness"].file == "data/vocabulary/voices.yml"
    assert loaded.of("nothing") == {}
