"""What a contributor meets before the code: issue forms, the pull request's text, hooks, the editor's settings."""

from __future__ import annotations

import json
import re

import pytest
import yaml

from macros.__main__ import COMMANDS, main
from tests.projects import ROOT

FORMS = sorted((ROOT / ".github" / "ISSUE_TEMPLATE").glob("[0-9]*.yml"))
ARABIC, LATIN = re.compile("[\u0600-\u06ff]"), re.compile("[A-Za-z]")
TYPES = {"markdown", "input", "textarea", "dropdown", "checkboxes"}


def both(text: str) -> bool:
    return bool(ARABIC.search(text) and LATIN.search(text))


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.stem)
def test_an_issue_form_is_whole_and_in_both_languages(path) -> None:
    form = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert both(form["name"])
    assert both(form["description"])
    asked = [part for part in form["body"] if part["type"] != "markdown"]
    assert asked, "GitHub refuses a form that asks for nothing"
    assert len({part["id"] for part in asked}) == len(asked)
    for part in form["body"]:
        assert part["type"] in TYPES
        told = part["attributes"]
        texts = [told.get("value"), told.get("label"), told.get("description")]
        texts += [one["label"] if isinstance(one, dict) else one for one in told.get("options", ())]
        assert all(both(text) for text in texts if text), told


def test_the_forms_ask_what_is_needed() -> None:
    assert [path.stem for path in FORMS] == ["1-mistake", "2-source", "3-town", "4-safety"]
    mistake = yaml.safe_load(FORMS[0].read_text(encoding="utf-8"))
    required = [p["id"] for p in mistake["body"] if p.get("validations", {}).get("required")]
    assert required == ["page", "page-says", "source-says", "source", "read"]


def test_the_safety_form_has_no_room_for_details() -> None:
    form = yaml.safe_load(FORMS[3].read_text(encoding="utf-8"))
    assert {part["type"] for part in form["body"]} == {"markdown", "checkboxes"}


def test_the_text_of_a_pull_request_is_in_both_languages() -> None:
    text = (ROOT / ".github" / "pull_request_template.md").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line.strip()]
    assert all(both(line) for line in lines)


def test_the_hooks_run_commands_there_are() -> None:
    config = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
    hooks = [hook for repo in config["repos"] for hook in repo["hooks"]]
    assert all(repo["repo"] == "local" for repo in config["repos"]), "nothing is fetched"
    commands = [hook["entry"].split("-m macros ")[1].split()[0] for hook in hooks if "-m macros" in hook["entry"]]
    assert commands == ["check", "schemas"]
    assert set(commands) <= set(COMMANDS)


def test_an_editor_is_offered_what_reads_the_schemas() -> None:
    offered = json.loads((ROOT / ".vscode" / "extensions.json").read_text(encoding="utf-8"))
    assert offered == {"recommendations": ["redhat.vscode-yaml"]}


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_every_command_explains_itself_and_stands_in_the_guide(
    command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        main([command, "--help"])
    assert "usage: python -m macros" in capsys.readouterr().out
    assert re.search(rf"-m macros {command}\b", (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"))
