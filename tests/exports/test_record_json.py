"""`data/record.json`: the whole record under its ids, and nothing that is not meant for readers."""

from __future__ import annotations

import json
from typing import Any

import pytest

from macros.atlas import Atlas, read_atlas
from macros.exports.record_json import record_json


@pytest.fixture(scope="module")
def shape(atlas: Atlas) -> Any:
    return json.loads(record_json(atlas))


def test_every_record_is_there_under_its_id(shape: Any, atlas: Atlas) -> None:
    assert isinstance(shape["schema_version"], int)
    assert set(shape["places"]) == set(atlas.places)
    assert set(shape["events"]) == set(atlas.events)
    assert set(shape["forces"]) == set(atlas.forces)
    assert set(shape["people"]) == set(atlas.people)
    assert set(shape["concepts"]) == set(atlas.concepts)
    assert set(shape["publishers"]) == set(atlas.publishers)
    assert set(shape["sources"]) == set(atlas.sources)


def test_a_record_has_the_keys_and_words_of_its_file(shape: Any) -> None:
    event = shape["events"]["bayt-suwan/2012-03-departure"]
    assert (event["type"], event["place"], event["follows"]) == ("removal", "bayt-suwan", "bayt-suwan/2012-03-accord")
    assert event["title"] == {"en": "Carts leave *before* [dawn]", "ar": "العربات تغادر قبل الفجر"}
    account = event["accounts"][2]
    assert account == {
        "id": "bayt-suwan/2012-03-departure/far-wire-2012-03-06-p3",
        "source": "far-wire/2012-03-06",
        "at": "p3",
        "from": ["valley-monitor/2012-03-05"],
        "figures": {"travellers": "about 120"},
        "unconfirmed": ["travellers"],
    }
    assert event["accounts"][5]["first"] == {"in": "sahl-governorate", "since": "1980"}
    assert shape["sources"]["sahl-post/2012-03-30"]["published"] == "2012-03-30"
    assert shape["sources"]["sahl-post/2012-03-30"]["publisher"] == "sahl-post"


def test_zero_is_a_value(change: Any) -> None:
    change("data/vocabulary/quantities.yml", "several: {least: 3,", "several: {least: 0, most: 0,")
    shape = json.loads(record_json(read_atlas(change("data/places/bayt-suwan/place.yml", "lat: 10.5", "lat: 0"))))
    assert shape["places"]["bayt-suwan"]["location"]["lat"] == 0
    assert shape["vocabulary"]["quantity"]["several"] == {"ar": "عدة", "least": 0, "most": 0}


def test_what_is_not_for_readers_is_left_out(shape: Any, atlas: Atlas) -> None:
    assert atlas.forces["river-brigade"].to_source
    text = json.dumps(shape, ensure_ascii=False)
    assert "to_source" not in text
    assert "a lead nobody has read" not in text
    # The facts of a founding document are never published: they would stand in for it.
    assert "Riders with clubs came" not in text
    assert "Of no use to anybody" not in text
    assert not {"interface", "counts", "banned-words"} & set(shape["vocabulary"])


def test_the_real_record_holds_back_the_same(real: Atlas) -> None:
    text = record_json(real).decode()
    assert '"to_source"' not in text
    facts = [fact.fact for reading in real.readings.values() for rows in reading.paragraphs.values() for fact in rows]
    assert facts
    assert [fact for fact in facts if fact in text] == []


def test_every_reference_leads_somewhere_within_the_file(shape: Any) -> None:
    for event in shape["events"].values():
        assert event["place"] in shape["places"]
        assert event["type"] in shape["vocabulary"]["event-type"]
        for account in event["accounts"]:
            assert account["source"] in shape["sources"]
            assert set(account.get("figures", {})) <= set(shape["vocabulary"]["measure"])
