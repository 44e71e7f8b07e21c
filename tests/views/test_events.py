"""Events as shown: counts that never inflate, states, what is not said, and figures lowest first."""

from __future__ import annotations

import pytest

from macros.atlas import Atlas
from macros.derive.origins import Origins
from macros.views.desk import Desk
from macros.views.events import counts, event_row, event_view


@pytest.fixture
def en(atlas: Atlas) -> Desk:
    return Desk(atlas, "en", "")


@pytest.mark.parametrize(
    ("origins", "text"),
    [
        (Origins(1, ("a",), 0), "1 account"),
        (Origins(1, (), 1), "1 account, origin not named"),
        (Origins(7, ("a", "b"), 0), "7 accounts, 2 known origins"),
        (Origins(7, ("a",), 2), "7 accounts, 1 known origin, 2 whose origin is not named"),
        (Origins(3, (), 3), "3 accounts, origin not named"),
    ],
)
def test_accounts_and_origins_in_words(en: Desk, origins: Origins, text: str) -> None:
    assert counts(en, origins) == text


def test_nothing_is_ever_called_independent_or_agreed(real: Atlas) -> None:
    said = " ".join(word.en.lower() for word in real.words["interface"].values())
    assert "independent" not in said
    assert "best estimate" not in said


def test_the_row_of_a_denied_event_does_not_count_the_denial(en: Desk, atlas: Atlas) -> None:
    row = event_row(en, atlas.events["bayt-suwan/2012-02-raid"])
    assert (row.state.slug, row.state.counts) == ("denied", "1 account")


def test_the_points_on_which_accounts_differ_are_named(en: Desk, atlas: Atlas) -> None:
    assert event_view(en, atlas.events["bayt-suwan/2012-02-raid"]).differs == ("whether it happened",)
    assert set(event_view(en, atlas.events["bayt-suwan/2012-03-accord"]).differs) == {
        "the date",
        "Quiet",
        "Leaving town",
    }
    assert event_view(en, atlas.events["bayt-suwan/2012-03-departure"]).differs == ("travellers",)


def test_a_view_of_every_event_in_both_languages(atlas: Atlas) -> None:
    for name, event in atlas.events.items():
        for lang in ("en", "ar"):
            view = event_view(Desk(atlas, lang, ""), event)  # type: ignore[arg-type]
            assert len(view.accounts) == len(event.accounts), name
            assert view.row.when
            assert view.row.title.text


def test_what_no_account_says_is_named_as_the_kind_of_event_names_it(en: Desk, atlas: Atlas) -> None:
    assert event_view(en, atlas.events["tell-marmar/2012-04-raid"]).gaps == ("raiders",)


def test_figures_stand_lowest_first_with_the_origin_of_each(en: Desk, atlas: Atlas) -> None:
    (travellers, *_) = event_view(en, atlas.events["bayt-suwan/2012-03-departure"]).figures
    assert (travellers.label, travellers.range) == ("travellers", "80 to 120 people")
    assert travellers.given[0].figure == "80 people"
    origins = {(given.publisher.text, given.figure): given.origin for given in travellers.given}
    assert origins["Plain Dealer", "80 people"] == ("Hill Radio",)
    assert origins["Plain Dealer", "more than 100 people"] == ()
    assert origins["Far Wire", "about 120 people"] == ("Valley Monitor",)
