"""Schemas: in step with the models and the vocabulary, true of every file there is, and of use to an editor."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator

from macros.__main__ import main
from macros.load import ELSEWHERE, FOLDERS, load
from macros.parse import read
from macros.tools.schemas import FOLDER, SETTINGS, files, modeline
from tests.projects import ROOT

MADE = files(load(ROOT))
SCHEMAS = {Path(path).stem: json.loads(text) for path, text in MADE.items() if path.startswith(FOLDER)}
PATTERNS = {
    pattern: Path(schema).stem
    for schema, patterns in json.loads(MADE[SETTINGS])["yaml.schemas"].items()
    for pattern in patterns
}


class EditorsLoader(yaml.SafeLoader):
    """YAML 1.2 as an editor reads it: numbers, true and false are no texts; a date and `no` are."""


EditorsLoader.yaml_implicit_resolvers = {}
for tag, form, first in (
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("int", r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", "-+0123456789"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", "-+.0123456789"),
    ("null", r"~|null|Null|NULL|", "~nN\0"),
):
    EditorsLoader.add_implicit_resolver(
        f"tag:yaml.org,2002:{tag}", re.compile(rf"(?:{form})\Z"), [*first, ""] if tag == "null" else list(first)
    )
EditorsLoader.add_constructor(
    "tag:yaml.org,2002:int",
    lambda loader, node: int(float(node.value)) if node.value.lstrip("+-").isdigit() else node.value,
)


def as_an_editor_reads(path: Path) -> Any:
    return keys_as_text(yaml.load(path.read_text(encoding="utf-8"), Loader=EditorsLoader))  # noqa: S506


def keys_as_text(value: Any) -> Any:
    if isinstance(value, dict):
        return {str(key): keys_as_text(item) for key, item in value.items()}
    return [keys_as_text(item) for item in value] if isinstance(value, list) else value


def kinds(path: str) -> list[str]:
    """The schemas an editor gives a file: its patterns know only `*`, which also takes slashes."""
    return [
        kind
        for pattern, kind in PATTERNS.items()
        if re.search(re.escape(pattern).replace(r"\*", ".*") + "$", "/" + path)
    ]


def record_files() -> list[str]:
    found = sorted(path.relative_to(ROOT).as_posix() for folder in FOLDERS for path in (ROOT / folder).rglob("*.yml"))
    return [path for path in found if not path.startswith(ELSEWHERE)]


# In step.


@pytest.mark.parametrize("path", sorted(MADE))
def test_what_editors_read_is_in_step_with_the_models_and_the_vocabulary(path: str) -> None:
    assert (ROOT / path).is_file(), "run: python -m macros schemas"
    assert (ROOT / path).read_text(encoding="utf-8") == MADE[path], "run: python -m macros schemas"


def test_no_schema_is_left_over() -> None:
    assert {path.relative_to(ROOT).as_posix() for path in (ROOT / FOLDER).iterdir()} == {
        path for path in MADE if path != SETTINGS
    }


def test_the_command_writes_them_and_then_finds_nothing_to_write(
    copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--root", str(copy), "schemas", "--check"]) == 1
    assert "does not match" in capsys.readouterr().out
    assert main(["--root", str(copy), "schemas"]) == 0
    assert main(["--root", str(copy), "schemas", "--check"]) == 0
    (copy / "data/vocabulary/groups.yml").open("a", encoding="utf-8").write("onlookers: {en: onlookers, ar: متفرجون}\n")
    (copy / "data/vocabulary/outcomes.yml").open("a", encoding="utf-8").write("other: {en: other, ar: غير ذلك}\n")
    capsys.readouterr()
    assert main(["--root", str(copy), "schemas", "--check"]) == 1
    assert "vocabulary-event-types.json" in capsys.readouterr().out


# True.


@pytest.mark.parametrize("name", sorted(SCHEMAS))
def test_each_is_a_schema(name: str) -> None:
    Draft7Validator.check_schema(SCHEMAS[name])


def test_every_file_of_the_record_has_one_schema() -> None:
    assert {path: kinds(path) for path in record_files() if len(kinds(path)) != 1} == {}


@pytest.mark.parametrize("name", sorted(SCHEMAS))
def test_every_file_of_the_record_fits_its_schema(name: str) -> None:
    validator = Draft7Validator(SCHEMAS[name])
    wrong = []
    for path in (path for path in record_files() if kinds(path) == [name]):
        for data in (as_an_editor_reads(ROOT / path), read((ROOT / path).read_bytes(), path).data):
            # The record's own reader gives text for everything, so numbers and truths are not looked for there.
            errors = validator.iter_errors(data) if data is not None else ()
            wrong += [f"{path}: {error.json_path} {error.message[:200]}" for error in errors if not only_text(error)]
    assert wrong == []


def only_text(error: Any) -> bool:
    """Whether an error only says that a text stands where a number or a truth is meant."""
    return error.validator == "type" and isinstance(error.instance, str) and "string" not in error.validator_value


# Of use.


def errors(kind: str, text: str) -> list[str]:
    data = keys_as_text(yaml.load(text, Loader=EditorsLoader))  # noqa: S506
    return [leaf.message for error in Draft7Validator(SCHEMAS[kind]).iter_errors(data) for leaf in leaves(error)]


def leaves(error: Any) -> Iterator[Any]:
    if not error.context:
        yield error
    for one in error.context:
        yield from leaves(one)


EVENT = "type: agreement\ntitle:\n  en: x\n  ar: س\naccounts:\n- source: a/b\n  at: p1\n  when: 2021\n"


def test_a_good_event_fits() -> None:
    more = "  figures: {people: 150, buses: more than 2}\n  who: {between: [residents, clans], with: x}\n"
    assert errors("event", EVENT + more + "  denies: event\n  first: {in: x}\n") == []
    assert errors("event", EVENT + "  denies: {by: x, terms: [departure]}\n  keeps: {departure: broken}\n") == []


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("type: agreement", "type: agreemnt", "agreemnt"),
        ("  en: x\n  ar: س\n", " plain\n", "plain"),
        ("  en: x\n  ar: س\n", "  fr: x\n", "fr"),
        ("  at: p1\n", "", "'at' is a required property"),
        ("  when: 2021\n", "  wen: 2021\n", "wen"),
        ("  when: 2021\n", "  figures: {peopl: 3}\n", "peopl"),
        ("  when: 2021\n", "  who: {bye: x}\n", "bye"),
        ("  when: 2021\n", "  promises: departur\n", "departur"),
        ("  when: 2021\n", "  weapon: [clubz]\n", "clubz"),
        ("  when: 2021\n", "  keeps: {departure: smashed}\n", "smashed"),
        ("  when: 2021\n", "  via: Some Place\n", "Some Place"),
        ("  when: 2021\n", "  denies: all\n", "all"),
    ],
)
def test_an_editor_sees_a_mistake(old: str, new: str, words: str) -> None:
    assert any(words in message for message in errors("event", EVENT.replace(old, new, 1)))


def described(schema: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(schema, dict):
        for key, value in schema.get("properties", {}).items():
            yield key, value
        for value in schema.values():
            yield from described(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from described(value)


@pytest.mark.parametrize("name", sorted(SCHEMAS))
def test_every_key_is_described_in_both_languages(name: str) -> None:
    for key, value in described(SCHEMAS[name]):
        text = value.get("description", "")
        assert re.search("[A-Za-z]", text), key
        assert re.search("[\u0600-\u06ff]", text), key


def test_a_draft_names_its_schema() -> None:
    assert modeline("event", "data/places/a/2012-01-x.yml").endswith("$schema=../../../macros/schemas/event.json")
    assert modeline("force", "data/forces/a.yml").endswith("$schema=../../macros/schemas/force.json")
