"""The hard cases of the real record: what the founding events look like once every account is in.

Stated so that further accounts may be added, but not so that a number, a doubt or a voice may quietly go.
"""

from __future__ import annotations

import pytest

from macros.atlas import AccountEntry, Atlas
from macros.dates import parse
from macros.derive.disagreements import disagreements, state
from macros.derive.figures import Figure, State, figures
from macros.derive.origins import origins
from macros.derive.towns import outcome, terms

CONVOY = "umm-batnah/2021-05-deportation"
POST_ATTACK = "umm-batnah/2021-05-post-attack"
STORMING = "umm-batnah/2021-05-storming"
PLANNED = "al-sanamayn/2020-03-agreement"
DEPARTED = "al-sanamayn/2020-03-deportation"
ARTICLE = "enab-baladi/2021-05-pockets"


def figure(real: Atlas, event: str, measure: str) -> Figure:
    return next(found for found in figures(real, real.events[event]) if found.measure == measure)


def texts(found: Figure) -> set[str]:
    return {given.quantity.text for given in found.given}


def of_item(real: Atlas, event: str, item: str) -> list[AccountEntry]:
    return [account for account in real.events[event].accounts if account.item == item]


# The 150 of Umm Batnah: many accounts, few origins.


def test_the_150_of_umm_batnah_are_many_accounts_of_few_origins(real: Atlas) -> None:
    found = figure(real, CONVOY, "people")
    assert found.origins.accounts >= 16
    assert len(found.origins.known) <= found.origins.accounts // 2
    assert found.origins.unnamed >= 2
    assert {"150", "about 150", "about 130", "about 100", "more than 100", "120 to 135", "more than 150"} <= texts(
        found
    )
    assert found.state is State.DIFFER


def test_one_monitor_stands_behind_more_of_them_than_anybody_else(real: Atlas) -> None:
    behind: dict[str, int] = {}
    for given in figure(real, CONVOY, "people").given:
        for origin in origins(real, given.account, "people"):
            behind[origin] = behind.get(origin, 0) + 1
    assert max(behind, key=lambda origin: behind[origin]) == "horan-free-league"
    assert behind["horan-free-league"] >= 7


def test_the_articles_own_150_goes_back_to_whom_its_paper_had_named(real: Atlas) -> None:
    (account,) = [a for a in of_item(real, CONVOY, ARTICLE) if "people" in a.record.figures]
    assert account.record.from_ == ()
    assert account.record.figures["people"].text == "150"
    assert set(origins(real, account, "people")) == {"horan-free-league"}


def test_the_article_has_no_priority(real: Atlas) -> None:
    found = figure(real, CONVOY, "people")
    assert found.low.text.endswith("100")
    assert found.high.text == "more than 150"


# 30 wanted and 150 people are never one figure.


def test_the_wanted_and_the_people_stay_apart(real: Atlas) -> None:
    wanted, people = figure(real, CONVOY, "wanted"), figure(real, CONVOY, "people")
    assert "30" in texts(wanted)
    assert not {text for text in texts(people) if text in ("30", "about 30")}
    assert not {text for text in texts(wanted) if "150" in text}
    both = [a for a in real.events[CONVOY].accounts if {"wanted", "people"} <= set(a.record.figures)]
    assert both, "at least one account gives both, and they do not disagree with each other"


@pytest.mark.parametrize("event", [CONVOY, PLANNED, DEPARTED])
def test_no_figure_mixes_two_measures(real: Atlas, event: str) -> None:
    for found in figures(real, real.events[event]):
        for given in found.given:
            assert given.account.record.figures[found.measure] == given.quantity


# al-Sanamayn: 26 were planned, 19 or 21 (or more) left.


def test_the_planned_number_stands_with_the_agreement(real: Atlas) -> None:
    planned = {text for found in figures(real, real.events[PLANNED]) for text in texts(found)}
    assert "26" in planned
    assert not {"19", "21"} & planned


def test_those_who_left_are_counted_with_the_deportation_and_accounts_differ(real: Atlas) -> None:
    found = figure(real, DEPARTED, "fighters")
    assert {"19", "21"} <= texts(found)
    assert (found.state, found.low.text) == (State.DIFFER, "19")
    by_number = {given.quantity.text: given.account.item for given in found.given}
    assert by_number["19"] == "stj/2020-sanamayn"
    assert ARTICLE in {given.account.item for given in found.given if given.quantity.text == "21"}


def test_agreement_and_departure_are_two_events_and_the_one_leads_to_the_other(real: Atlas) -> None:
    assert real.events[PLANNED].record.outcome["departure"] == DEPARTED
    led = [t for t in terms(real, "al-sanamayn") if t.event == PLANNED and t.term == "departure"]
    assert [term.carried_out for term in led] == [DEPARTED]


def test_both_towns_count_as_deported_and_say_by_which_event(real: Atlas) -> None:
    for place, event in (("umm-batnah", CONVOY), ("al-sanamayn", DEPARTED)):
        assert outcome(real, place).outcome == "deported"
        assert event in outcome(real, place).because


# The attack on the post: the evening of 30 April against 1 May.


def test_the_attack_on_the_post_has_two_dates_that_differ(real: Atlas) -> None:
    event = real.events[POST_ATTACK]
    given = {account.record.when.text for account in event.reports if account.record.when}
    assert {"2021-04-30 evening", "2021-05-01"} <= given
    assert not parse("2021-04-30 evening").overlaps(parse("2021-05-01"))
    (found,) = [one for one in disagreements(real, event) if one.kind == "date"]
    assert {ARTICLE, "kks/2021-05-01"} <= {account.item for account in found.accounts}
    assert state(real, event) is State.DIFFER
    assert str(event.when.first) == "2021-04-30"
    assert str(event.when.last) >= "2021-05-01"


def test_it_keeps_its_two_places_and_who_was_attacked(real: Atlas) -> None:
    kinds = {(one.kind, one.subject) for one in disagreements(real, real.events[POST_ATTACK])}
    assert {("place", "where"), ("role", "against")} <= kinds


# Stormed: one source says so, another denies it.


def test_only_the_article_says_that_umm_batnah_was_stormed_and_another_denies_it(real: Atlas) -> None:
    event = real.events[STORMING]
    assert {account.item for account in event.reports} == {ARTICLE}
    assert [account.item for account in event.accounts if account.denies_event]
    assert state(real, event) is State.DENIED


def test_the_denial_is_counted_for_nothing(real: Atlas) -> None:
    event = real.events[STORMING]
    assert len(event.reports) == 1
    assert all(account.id not in {a.id for a in event.reports} for account in event.accounts if account.denies_event)


# One page, two voices.


def test_one_page_speaks_in_its_own_voice_and_in_a_monitors(real: Atlas) -> None:
    accounts = of_item(real, CONVOY, "asharq-al-awsat/2021-05-21")
    own = [account for account in accounts if "people" in account.record.figures]
    relayed = [account for account in accounts if "wanted" in account.record.figures]
    assert [set(origins(real, account, "people")) for account in own] == [{"asharq-al-awsat"}]
    assert [set(origins(real, account, "wanted")) for account in relayed] == [{"sohr"}]
    assert own[0].id != relayed[0].id


def test_a_digest_of_that_paper_is_no_further_origin(real: Atlas) -> None:
    (digest,) = [a for a in of_item(real, CONVOY, "syria-today/2021-05-21") if "people" in a.record.figures]
    assert set(origins(real, digest, "people")) == {"asharq-al-awsat"}


# The founding article as a whole.


def test_every_paragraph_of_the_article_is_read_and_held(real: Atlas) -> None:
    (reading,) = [reading for reading in real.readings.values() if reading.document == ARTICLE]
    paragraphs = {name for name in reading.paragraphs if name.startswith("p")}
    assert paragraphs == {f"p{n}" for n in range(1, 28)}
    held = {name for name, facts in reading.paragraphs.items() if any(fact.held_by for fact in facts)}
    assert paragraphs <= held
