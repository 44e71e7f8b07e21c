"""Strict YAML: what is refused and where, what stays text, and where every value stands."""

from __future__ import annotations

from textwrap import dedent

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from macros.parse import LARGEST, read


def faults(text: str | bytes) -> list[str]:
    """`line:column rule` of every fault."""
    raw = text.encode() if isinstance(text, str) else text
    return [f"{fault.line}:{fault.column} {fault.rule}" for fault in read(raw, "f.yml").faults]


def advice(text: str) -> str:
    """The message of the only fault."""
    (fault,) = read(text.encode(), "f.yml").faults
    return fault.message


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: 1\nb: 2\na: 3\n", ["3:1 duplicate-key"]),
        ("x:\n  a: 1\n  a: 2\ny:\n  a: 3\n", ["3:3 duplicate-key"]),
        ("a: {b: 1, b: 2}\n", ["1:11 duplicate-key"]),
        ("a: &x 1\n", ["1:4 yaml-anchor"]),
        ("a: &x {b: 1}\n", ["1:4 yaml-anchor"]),
        ("a: &x 1\nb: *x\n", ["1:4 yaml-anchor", "2:4 yaml-alias"]),
        ("a: &x 1\nb: {c: *x, d: 1}\n", ["1:4 yaml-anchor", "2:8 yaml-alias"]),
        ("a: !!int 3\n", ["1:4 yaml-tag"]),
        ("a: !python/object/apply:os.system [ls]\n", ["1:4 yaml-tag"]),
        ("a: 1\n---\nb: 2\n", ["2:1 several-documents"]),
        ("? [a]\n: b\n", ["1:3 yaml-key"]),
        ("", ["1:1 empty-file"]),
        ("# a comment alone\n", ["1:1 empty-file"]),
        ("a:\nb: 1\n", ["1:1 no-value"]),
        ("b: 1\nc:\n  a:\n", ["3:3 no-value"]),
        ("x:\n  en: a\nt: {en: Left, then came back, ar: x}\n", ["3:15 split-text"]),
        ("a: b: c\n", ["1:5 yaml-syntax"]),
        ("a: 1\nb: [c\n", ["3:1 yaml-syntax"]),
    ],
)  # fmt: skip
def test_refused_at_its_place(text: str, expected: list[str]) -> None:
    assert faults(text) == expected


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a: {en: Left, then came back, ar: x}\n", "`then came back`; write each text on its own line"),
        ("a: 1\na: 2\n", "`a` stands twice"),
        ("a: >30\n", "write `more than 30` instead of `>30`"),
        ("a: at noon: two\n", "put the text in double quotes"),
        ("a: @noon\n", "put the value in double quotes"),
        ("a: %5\n", "put the value in double quotes"),
        ("a:\n\tb: 1\n", "a tab indents this line; write spaces"),
        ("a:\n  b: 1\n\tc: 1\n", "a tab indents this line; write spaces"),
        ("a:\n", "`a` has no value; write one or delete the line"),
        ("a: !!str 1\n", "write the plain value"),
    ],
)
def test_the_fault_says_what_to_write(text: str, words: str) -> None:
    assert words in advice(text)


def test_a_tab_inside_a_text_is_no_fault() -> None:
    assert faults('a: "one\ttwo"\nb: one\ttwo\n') == []


def test_every_fault_of_a_file_is_reported() -> None:
    text = "a: &x 1\nb: !t 2\na: 3\nc:\nd: {e: one, two}\n"
    assert faults(text) == ["1:4 yaml-anchor", "2:4 yaml-tag", "3:1 duplicate-key", "4:1 no-value", "5:13 split-text"]


@pytest.mark.parametrize("code", [0x202E, 0x2066, 0x200B, 0x200F, 0x2028, 0xFEFF, 0x01, 0x1B, 0x7F, 0x85, 0x9F])
def test_characters_that_hide_or_reorder_are_refused(code: int) -> None:
    assert faults(f"a: one\nbc: t{chr(code)}wo\n") == ["2:6 forbidden-character"]
    assert f"U+{code:04X}" in advice(f"a: {chr(code)}")


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_forbidden_character_is_found_at_its_place_whatever_the_line_ends(newline: str) -> None:
    lines = ["key: value"] * 9 + ["ab: c\u202ed"]
    assert faults(newline.join(lines)) == ["10:6 forbidden-character"]


def test_letters_of_other_scripts_and_joiners_pass() -> None:
    text = "a: أم باطنة\nb: Ṭafas – “é”\nc: نمی\u200cخواهم\n"
    assert read(text.encode(), "f.yml").data == {"a": "أم باطنة", "b": "Ṭafas – “é”", "c": "نمی\u200cخواهم"}


def test_invalid_utf8_is_found_on_its_line() -> None:
    assert faults(b"a: 1\nb: \xe4\n") == ["2:1 not-utf8"]


def test_the_size_limit() -> None:
    line = b"a: 1\n#"
    assert faults(line + b"x" * (LARGEST - len(line))) == []
    assert faults(line + b"x" * (LARGEST - len(line) + 1)) == ["1:1 file-too-large"]


@pytest.mark.parametrize("text", ["no", "yes", "null", "~", "2021-05-20", "010", "12:30", "1e3", "0x1F", "off", ".5"])
def test_a_scalar_stays_the_text_it_is(text: str) -> None:
    assert read(f"a: {text}\n".encode(), "f.yml").data == {"a": text}


def test_an_empty_text_in_quotes_is_left_to_the_schema() -> None:
    assert read(b"a: ''\n", "f.yml").data == {"a": ""}


def test_faulty_entries_are_left_out_and_the_rest_kept() -> None:
    text = b"a: 1\na: 2\nb:\nc: {d: x, e}\n"
    assert read(text, "f.yml").data == {"a": "1", "c": {"d": "x"}}


def test_marks_of_nested_values() -> None:
    text = dedent("""\
        title:
          en: One
          ar: "اثنان"
        accounts:
        - source: a/b
          who: {by: x, against: [y, z]}
        - source: c/d
          says:
            en: >-
              Folded
              text.
        """)
    document = read(text.encode(), "f.yml")
    expected = {
        ("title", "en"): (2, 7),
        ("title", "ar"): (3, 7),
        ("accounts", 0, "source"): (5, 11),
        ("accounts", 0, "who", "by"): (6, 13),
        ("accounts", 0, "who", "against", 1): (6, 29),
        ("accounts", 1, "source"): (7, 11),
        ("accounts", 1, "says", "en"): (9, 9),
    }
    assert {loc: document.marks[loc] for loc in expected} == expected
    assert document.data["accounts"][1]["says"]["en"] == "Folded text."


def test_a_fault_at_a_value_that_is_not_there_stands_at_what_encloses_it() -> None:
    document = read(b"a:\n  b: 1\n", "f.yml")
    found = document.fault(("a", "b", "c", 0), "rule", "message")
    assert (found.file, found.line, found.column) == ("f.yml", 2, 6)
    assert document.fault(("z",), "rule", "message").line == 1


@pytest.mark.parametrize("opening", ["[", "{a: ", "- "])
@pytest.mark.parametrize("depth", [60, 600, 3_000])
def test_deep_nesting_is_a_fault_and_never_a_crash(opening: str, depth: int) -> None:
    assert read((opening * depth).encode(), "f.yml").faults


nested = st.recursive(
    st.text(st.characters(min_codepoint=32, max_codepoint=126), min_size=1),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.from_regex("[a-z]{1,5}", fullmatch=True), inner, max_size=4)
    ),
    max_leaves=12,
)


@given(nested)
def test_reads_what_a_yaml_writer_wrote(value: object) -> None:
    text = yaml.safe_dump({"top": value}, default_style='"', allow_unicode=True)
    document = read(text.encode(), "f.yml")
    assert document.faults == ()
    assert document.data == {"top": value}


@given(st.binary() | st.text().map(str.encode) | st.text("ab:- \n{}[]&*!'\"|>,\t#?", max_size=60).map(str.encode))
def test_any_bytes_give_a_document_and_every_fault_lies_in_the_file(raw: bytes) -> None:
    document = read(raw, "f.yml")
    assert document.data is not None or document.faults
    lines = raw.count(b"\n") + 2
    assert all(1 <= fault.line <= lines and fault.column >= 1 for fault in document.faults)
