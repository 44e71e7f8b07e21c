"""The catalogue of messages: both languages, whole, and in step with the code that fills it."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from string import Formatter

import pytest

from macros.check import check
from macros.faults import Fault, nearest, report
from macros.messages import RefusedError, called, catalogue, either, number, said, say
from macros.records.base import Record
from macros.records.descriptions import arabic, description, fields
from tests import projects

CATALOGUE = catalogue()
MODULES = sorted((projects.ROOT / "macros").rglob("*.py"))
ARABIC = re.compile(r"[\u0600-\u06ff]")
MAKERS = ("Fault", "fault", "_fault", "_failed", "partial")


def calls(*names: str) -> Iterator[tuple[str, ast.Call]]:
    """(module:line, call) of every call of a function or method so named."""
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "attr", getattr(node.func, "id", "")) in names:
                yield f"{path.relative_to(projects.ROOT)}:{node.lineno}", node


def holes(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


# Rules.


def rules_used() -> set[str]:
    """Every rule the code gives a fault."""
    form = re.compile(r"[a-z0-9]+(-[a-z0-9]+)+")
    made = {a.value for _, call in calls(*MAKERS) for a in call.args if isinstance(a, ast.Constant)}
    tree = ast.parse((projects.ROOT / "macros" / "validate.py").read_text(encoding="utf-8"))
    chosen = next(n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef) and n.name == "_rule")
    returned = [
        n.value
        for r in ast.walk(chosen)
        if isinstance(r, ast.Return)
        for n in ast.walk(r)
        if isinstance(n, ast.Constant)
    ]
    found = {name for name in (*made, *returned) if isinstance(name, str)}
    return {name for name in found if form.fullmatch(name) or name in CATALOGUE.rules}


def test_every_rule_has_a_name_and_every_name_a_rule() -> None:
    assert rules_used() == set(CATALOGUE.rules)


@pytest.mark.parametrize("rule", sorted(CATALOGUE.rules))
def test_a_rule_is_named_in_both_languages_and_explained_under_an_anchor_of_each(rule: str) -> None:
    names = CATALOGUE.rules[rule]
    assert set(names) == {"en", "ar"}
    assert not ARABIC.search(names["en"])
    assert ARABIC.search(names["ar"])
    guide = (projects.ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    assert guide.count(f'<a id="{rule}"></a>') == 1
    assert guide.count(f'<a id="ar-{rule}"></a>') == 1


# Messages.


@pytest.mark.parametrize("key", sorted(CATALOGUE.messages))
def test_a_message_has_both_languages_with_the_same_values(key: str) -> None:
    texts = CATALOGUE.messages[key]
    assert set(texts) == {"en", "ar"}
    assert not ARABIC.search(texts["en"])
    if key == "both":
        assert (texts["en"], texts["ar"]) == ("{en}", "{ar}")
        return
    assert holes(texts["en"]) == holes(texts["ar"])
    assert ARABIC.search(texts["ar"]) or key == "kind/other"
    assert not re.search(r"[\u0660-\u0669]", texts["ar"]), "digits are Western"
    assert texts["en"].count("`") % 2 == texts["ar"].count("`") % 2 == 0


def test_every_call_names_a_message_and_fills_it() -> None:
    wrong = []
    for where, call in calls("say"):
        assert isinstance(call.args[0], ast.Constant), f"{where}: name the message itself, so that this test sees it"
        key = call.args[0].value
        given = {keyword.arg for keyword in call.keywords}
        texts = CATALOGUE.messages.get(str(key))
        if texts is None:
            wrong.append(f"{where}: no message {key}")
        elif given != holes(texts["en"]) | holes(texts["ar"]):
            wrong.append(f"{where}: {key} is given {given}")
    assert wrong == []


def test_every_message_is_said_somewhere() -> None:
    used = {call.args[0].value for _, call in calls("say") if isinstance(call.args[0], ast.Constant)}
    assert {key for key in CATALOGUE.messages if not key.startswith("kind/")} - used == set()


def test_a_message_belongs_to_a_rule_or_to_no_rule() -> None:
    # `unknown-id/kind` belongs to `unknown-id`; a word before the slash that looks like a rule is one.
    heads = {key.split("/")[0] for key in CATALOGUE.messages}
    assert {head for head in heads if "-" in head} - set(CATALOGUE.rules) <= {"its-value"}


def test_every_refusal_is_a_message() -> None:
    plain = [where for where, call in calls("RefusedError", "DateError", "QuantityError") if not is_message(call)]
    assert plain == []
    raised = [
        f"{path.name}:{node.lineno}"
        for path in (projects.ROOT / "macros" / "records").glob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Raise) and "ValueError" in ast.unparse(node)
    ]
    assert raised == [], "raise RefusedError with a message of the catalogue"


def is_message(call: ast.Call) -> bool:
    first = call.args[0]
    return isinstance(first, ast.Name) or (isinstance(first, ast.Call) and getattr(first.func, "id", "") == "say")


def test_a_message_is_its_english_text_and_says_itself_in_arabic() -> None:
    message = say("unknown-id", what=called("place"), wanted="x", near=nearest("bayt-suwn", ["bayt-suwan"]))
    assert message == "no place is called `x`; write `bayt-suwan`"
    assert message.said("ar") == "ليس في السجل مكان باسم `x`؛ اكتب `bayt-suwan`"
    assert said(message, "ar") != said("as it is", "ar") == "as it is"
    assert str(RefusedError(message)) == message


def test_lists_are_joined_in_the_language() -> None:
    assert either(["'a'"]) == "'a'"
    assert either(["'a'", "'b'", "'c'"]) == "'a', 'b' or 'c'"
    assert said(either(["'a'", "'b'", "'c'"]), "ar") == "'a', 'b' أو 'c'"
    assert said(nearest("tell-marma", ["tell-marmar", "tell-marmara"]), "ar") == "اكتب `tell-marmar` أو `tell-marmara`"


@pytest.mark.parametrize(
    ("n", "words"), [(1, "خطأ واحد"), (2, "خطآن"), (3, "3 أخطاء"), (11, "11 خطأً"), (100, "100 خطأ")]
)
def test_faults_are_counted_as_arabic_counts(n: int, words: str) -> None:
    assert number(n, "faults", "ar") == words


# Whole runs.


@pytest.fixture
def faulty(change: Callable[[str, str, str], Path]) -> Path:
    """A record with faults of every stage."""
    change("data/forces/river-brigade.yml", "base: gate-nine", "base: &g gate-nine")
    change("data/places/bayt-suwan/2012-03-accord.yml", "{quiet: broken}", "{quiet: smashed}")
    change("data/places/bayt-suwan/2012-03-departure.yml", "travellers: 80", 'travellers: "~80"')
    change("data/places/bayt-suwan/place.yml", "lat: 10.5", "lat: ten")
    change("data/places/bayt-suwan/2012-02-raid.yml", "by: lantern-group", "by: lantern-grp")
    change("data/sources/sahl-post.yml", "published: 2012-04-12", "published: spring")
    return change("data/places/tell-marmar/2012-04-raid.yml", "en: A second raid", "en: Bandits again")


def test_a_run_in_arabic_says_the_same_at_the_same_places(faulty: Path) -> None:
    english, arabic_run = projects.check(faulty), projects.check(faulty, "--lang", "ar")
    assert arabic_run.returncode == 1
    pairs = list(zip(english.stdout.splitlines(), arabic_run.stdout.splitlines(), strict=True))
    assert len(pairs) >= 5
    for one, other in pairs:
        assert one.split(" ")[:2] == other.split(" ")[:2]
        assert not ARABIC.search(one)
        assert ARABIC.search(other)
    assert "لم يُبنَ شيء" in arabic_run.stderr


def test_the_form_for_pull_requests_can_be_in_arabic(faulty: Path) -> None:
    lines = projects.check(faulty, "--lang", "ar", "--format", "github").stdout.splitlines()
    assert lines
    assert all(line.startswith("::error file=") and ARABIC.search(line) for line in lines)


def test_a_fault_can_be_said_in_either_language(faulty: Path) -> None:
    _, faults = check(faulty)
    assert report(faults, "terminal", "en") == report(faults)
    assert all(isinstance(fault, Fault) and ARABIC.search(fault.terminal("ar")) for fault in faults)


def test_what_is_awaited_is_said_in_arabic_too(record_folder: Path) -> None:
    done = projects.check(record_folder, "--awaited", "--lang", "ar")
    assert done.returncode == 0
    assert all(ARABIC.search(line) for line in done.stdout.splitlines())
    assert "المنتظَر" in done.stderr


# Descriptions of keys.


def models(parent: type[Record] = Record) -> Iterator[type[Record]]:
    for model in parent.__subclasses__():
        yield model
        yield from models(model)


@pytest.mark.parametrize(
    "model", sorted(set(models()), key=lambda model: model.__name__), ids=lambda model: model.__name__
)
def test_every_key_is_described_in_both_languages(model: type[Record]) -> None:
    for key in fields(model):
        about = description(model, key)
        assert about is not None, f"{model.__name__}.{key}: give it a description"
        assert not ARABIC.search(about)
        assert ARABIC.search(about.said("ar")), f"macros/records/descriptions.yml lacks {model.__name__}.{key}"


def test_the_arabic_table_describes_only_keys_there_are() -> None:
    known = {
        f"{parent.__name__}.{key}"
        for model in models()
        for parent in model.__mro__
        if issubclass(parent, Record)
        for key in fields(parent)
    }
    assert set(arabic()) - known == set()
