"""The API: described by OpenAPI, each document as described, every link of it leading to a file."""

from __future__ import annotations

import json
import re
from typing import Any
from urllib.parse import urljoin

import pytest
from jsonschema import Draft202012Validator
from openapi_spec_validator import OpenAPIV31SpecValidator, validate

from macros.atlas import Atlas
from macros.edition import Edition
from macros.exports import EXPORTS, TREES
from macros.exports.api import api
from macros.exports.shapes import VERSION
from tests import projects
from tests.exports.conftest import SITE

DOWNLOADS = tuple(export.path for export in EXPORTS)


def documents(atlas: Atlas, edition: Edition) -> dict[str, Any]:
    return {path: json.loads(content) for path, content in api(atlas, edition, DOWNLOADS)}


def described(description: Any, path: str) -> Any:
    """The schema of the document at a path, by the one template of the description that fits it."""
    (found,) = (
        operations["get"]["responses"]["200"]["content"]["application/json"]["schema"]
        for template, operations in description["paths"].items()
        if re.fullmatch(
            re.sub(r"\{\w+\}", "[a-z0-9-]+", re.escape(template).replace(r"\{", "{").replace(r"\}", "}")), path
        )
    )
    return found


def test_the_description_is_valid(any_atlas: Atlas, edition: Edition) -> None:
    description = documents(any_atlas, edition)["api/v1/openapi.json"]
    validate(description, cls=OpenAPIV31SpecValidator)
    assert description["info"]["version"] == VERSION
    assert description["servers"] == [{"url": f"{SITE}api/v1"}]


def test_every_document_is_as_described(any_atlas: Atlas, edition: Edition) -> None:
    made = documents(any_atlas, edition)
    description = made.pop("api/v1/openapi.json")
    validators: dict[str, Any] = {}
    wrong = []
    for path, document in made.items():
        schema = described(description, path.removeprefix("api/v1"))
        key = json.dumps(schema)
        validator = validators.setdefault(
            key, Draft202012Validator({**schema, "components": description["components"]})
        )
        wrong += [f"{path}: {error.message}" for error in validator.iter_errors(document)][:1]
    assert wrong == []


def test_the_lists_name_every_document_and_the_index_every_list(any_atlas: Atlas, edition: Edition) -> None:
    made = documents(any_atlas, edition)
    index = made["api/v1/index.json"]
    named = set()
    for folder, entry in index["lists"].items():
        listed = made[entry["url"].removeprefix(SITE)]
        assert entry["count"] == listed["count"] == len(listed["items"])
        named |= {item["url"].removeprefix(SITE) for item in listed["items"]}
        assert all(f"/{folder}/" in item["url"] for item in listed["items"])
    assert named == {path for path, one in made.items() if path.count("/") > 2 and one["status"] == "published"}


@pytest.mark.parametrize("site", [SITE, ""])
def test_links_of_a_document_lead_to_files_of_the_site(atlas: Atlas, site: str) -> None:
    edition = Edition(site=site)
    made = documents(atlas, edition)
    files = {path for tree in TREES for path, _ in tree(atlas, edition)} | set(DOWNLOADS)
    for path, document in made.items():
        links = document.get("links", {})
        for target in (*links.get("cite", {}).values(), links.get("self"), *(links.get("feed") or {}).values()):
            if target:
                assert resolved(target, path, site) in files, f"{path} → {target}"


def resolved(target: str, here: str, site: str) -> str:
    return urljoin((site or "https://x.example/") + here, target).removeprefix(site or "https://x.example/")


def test_a_document_says_what_the_record_says(atlas: Atlas, edition: Edition) -> None:
    event = documents(atlas, edition)["api/v1/events/bayt-suwan/2012-03-departure.json"]
    assert event["links"]["page"]["ar"] == f"{SITE}ar/places/bayt-suwan/2012-03-departure/"
    assert event["links"]["file"] == "data/places/bayt-suwan/2012-03-departure.yml"
    assert event["links"]["yaml"].endswith("/blob/main/data/places/bayt-suwan/2012-03-departure.yml")
    account = event["accounts"][2]
    assert (account["source"], account["at"], account["from"]) == (
        "far-wire/2012-03-06",
        "p3",
        ["valley-monitor/2012-03-05"],
    )
    assert account["figures"]["travellers"] == {"text": "about 120", "low": 120, "high": 120, "least": 108, "most": 132}
    assert account["when"] is None
    assert event["state"] == "differ"
    assert "bayt-suwan/2012-03-departure/figure-travellers" in event["disagreements"]
    assert event["labels"]["valley-monitor"]["en"] == "Valley Monitor"


def test_an_awaited_text_is_null(atlas: Atlas, edition: Edition) -> None:
    event = documents(atlas, edition)["api/v1/events/tell-marmar/2012-04-accord.json"]
    assert event["title"] == {"en": None, "ar": "عهد لم يُترجم عنوانه بعد"}


def test_every_shape_has_all_its_keys_always(atlas: Atlas, edition: Edition) -> None:
    kinds: dict[str, set[frozenset[str]]] = {}
    for path, document in documents(atlas, edition).items():
        if path.count("/") > 2:
            kinds.setdefault(document["kind"], set()).add(frozenset(document))
    assert {kind: len(keys) for kind, keys in kinds.items()} == dict.fromkeys(kinds, 1)


def test_nothing_that_is_not_for_readers_is_in_it(atlas: Atlas, edition: Edition) -> None:
    for _, content in api(atlas, edition):
        for secret in ("a lead nobody has read", "to_source", "Riders with clubs came"):
            assert secret.encode() not in content


def test_the_page_about_the_api_names_this_version_and_every_list() -> None:
    for page in ("docs/about/api.md", "docs/ar/about/api.md"):
        text = (projects.ROOT / page).read_text(encoding="utf-8")
        assert f"\n| {VERSION} | " in text
        for name in ("places", "events", "forces", "people", "concepts", "sources", "publishers", "disagreements"):
            assert f"`{name}.json`" in text
