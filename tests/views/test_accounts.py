"""Accounts as rows: every key an account can have is shown, its pinpoint in words, its doubts beside it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from macros.atlas import Atlas, EventEntry
from macros.views.accounts import AccountView, account_view, locator, origin_of
from macros.views.desk import Desk

Write = Callable[..., tuple[Atlas, EventEntry]]
# Every key but those shown elsewhere (source, at, from, says, wording, note) with a value.
KEYS = (
    "source: far-wire/2012-03-06, where: bayt-suwan, fired_from: gate-nine, who: {by: lantern-group}, "
    "figures: {hurt: 2}, promises: quiet, demands: stay, asks: return-of-goods, refuses: {stay: salt-clan}, "
    "keeps: {quiet: partly}, deadline: 48 hours, bound_for: far-north, via: [gate-nine, tell-marmar], "
    "reached: far-north, let_in: 2012-09-02, released: 2012-09-03, first: {in: bayt-suwan, since: 2011}, "
    "weapon: clubs, cause: drought, reason: no-permit, threat: fire, result: lifted, "
    "denies: {against: traders, terms: leave-town, where: tell-marmar}, inferred: [hurt, where], unconfirmed: by"
)


def shown(view: AccountView) -> dict[str, str]:
    return {row.label: ", ".join(value.text for value in row.values) for row in view.rows}


def test_every_key_of_an_account_is_shown(written: Write) -> None:
    atlas, event = written(KEYS)
    for lang in ("en", "ar"):
        view = account_view(Desk(atlas, lang, ""), "raid", event.accounts[0])  # type: ignore[arg-type]
        # Of the keys the schema has, each leaves a row; the denial leaves one for each of its three parts.
        assert len(view.rows) == 25
        assert len(shown(view)) == 25, "two rows share a label"
    rows = shown(account_view(Desk(atlas, "en", ""), "raid", event.accounts[0]))
    assert rows["raiders"] == "Lantern Group"
    assert rows["hurt"] == "2 people"
    assert rows["Quiet"] == "kept in part"
    assert rows["by way of"] == "Gate Nine, Tell Marmar"
    assert rows["deadline"] == "within 48 hours"
    assert rows["called the first since 2011 in"] == "Bayt Suwan"
    assert rows["denies: against"] == "traders"


def test_what_we_deduced_and_what_the_source_doubts_is_marked(written: Write) -> None:
    atlas, event = written(KEYS)
    rows = {row.label: row for row in account_view(Desk(atlas, "en", ""), "raid", event.accounts[0]).rows}
    assert [label for label, row in rows.items() if row.inferred] == ["place", "hurt"]
    assert [label for label, row in rows.items() if row.unconfirmed] == ["raiders"]


@pytest.mark.parametrize(
    ("at", "english", "arabic"),
    [
        ("p6", "paragraph 6", "الفقرة 6"),
        ("p3-4", "paragraphs 3–4", "الفقرات 3–4"),
        ("p5, p7", "paragraphs 5, 7", "الفقرات 5، 7"),
        ("p1,p3-5", "paragraphs 1, 3–5", "الفقرات 1، 3–5"),
        ("title", "title", "العنوان"),
        ("opening", "opening", "المقدمة"),
        ("page 12", "page 12", "الصفحة 12"),
        ("item 3", "item 3", "البند 3"),
        ("12:30", "at 12:30", "عند 12:30"),
        ("heading 2", "heading 2", "العنوان الفرعي 2"),
    ],
)
def test_a_pinpoint_in_words(atlas: Atlas, at: str, english: str, arabic: str) -> None:
    assert locator(Desk(atlas, "en", ""), at) == english
    assert locator(Desk(atlas, "ar", ""), at) == arabic


def test_the_source_line(atlas: Atlas) -> None:
    event = atlas.events["bayt-suwan/2012-03-departure"]
    view = account_view(Desk(atlas, "en", ""), "removal", event.accounts[2])
    assert view.source.publisher.text == "Far Wire"
    assert [speaker.text for speaker in view.source.speakers] == ["Valley Monitor"]
    assert (view.source.published, view.source.at, view.source.read) == (
        "6 March 2012",
        "paragraph 3",
        "only a passage was read",
    )


def test_a_witness_is_an_origin_with_the_paper_that_spoke_to_them(atlas: Atlas) -> None:
    event = atlas.events["bayt-suwan/2012-03-departure"]
    assert origin_of(Desk(atlas, "en", ""), event.accounts[-1], "guards") == ("a witness, to Plain Dealer",)
    assert origin_of(Desk(atlas, "en", ""), event.accounts[4], "travellers") == ()
