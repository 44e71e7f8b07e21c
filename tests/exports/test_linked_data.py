"""JSON-LD: RDF to a program that reads RDF; and its part in a page can do nothing there."""

from __future__ import annotations

import json

import html5lib
import rdflib

from macros.atlas import Atlas
from macros.edition import Edition
from macros.exports.jsonld import embedded, jsonld, of_page
from tests.exports.conftest import SITE

SCHEMA = rdflib.Namespace("https://schema.org/")
PROV = rdflib.Namespace("http://www.w3.org/ns/prov#")


def graph(made: bytes) -> rdflib.Graph:
    return rdflib.Graph().parse(data=made, format="json-ld", publicID=SITE)


def test_it_is_rdf_for_any_record(any_atlas: Atlas, edition: Edition) -> None:
    found = graph(jsonld(any_atlas, edition))
    accounts = {account.id for event in any_atlas.events.values() for account in event.accounts}
    claims = set(found.subjects(rdflib.RDF.type, SCHEMA.Claim))
    assert len(claims) == len(accounts)
    assert len(set(found.subjects(rdflib.RDF.type, SCHEMA.Event))) == len(any_atlas.events)
    for claim in claims:  # whatever a claim names is in the graph
        for predicate in (SCHEMA.about, SCHEMA.appearance, SCHEMA.author, PROV.hadPrimarySource):
            for other in found.objects(claim, predicate):
                assert (other, rdflib.RDF.type, None) in found, f"{claim} {predicate} {other}"
    (dataset,) = found.subjects(rdflib.RDF.type, SCHEMA.Dataset)
    assert found.value(dataset, SCHEMA.license) == rdflib.URIRef("https://creativecommons.org/licenses/by/4.0/")


def test_an_account_says_who_where_what_and_after_whom(atlas: Atlas, edition: Edition) -> None:
    found = graph(jsonld(atlas, edition))
    claim = rdflib.URIRef(f"{SITE}places/bayt-suwan/2012-03-departure/#far-wire-2012-03-06-p3")
    assert found.value(claim, SCHEMA.about) == rdflib.URIRef(f"{SITE}places/bayt-suwan/2012-03-departure/")
    assert found.value(claim, SCHEMA.appearance) == rdflib.URIRef(f"{SITE}sources/far-wire/#2012-03-06")
    assert found.value(claim, SCHEMA.author) == rdflib.URIRef(f"{SITE}sources/valley-monitor/#2012-03-05")
    assert found.value(claim, PROV.hadPrimarySource) == rdflib.URIRef(f"{SITE}sources/valley-monitor/")
    figure = found.value(claim, SCHEMA.additionalProperty)
    assert [str(found.value(figure, p)) for p in (SCHEMA.propertyID, SCHEMA.value)] == ["travellers", "about 120"]


def test_texts_bear_their_language_and_an_awaited_one_is_not_there(atlas: Atlas, edition: Edition) -> None:
    found = graph(jsonld(atlas, edition))
    event = rdflib.URIRef(f"{SITE}places/tell-marmar/2012-04-accord/")
    assert [name.language for name in found.objects(event, SCHEMA.name)] == ["ar"]


def test_a_vague_date_becomes_no_day(atlas: Atlas, edition: Edition) -> None:
    found = graph(jsonld(atlas, edition))
    for event, day in found.subject_objects(SCHEMA.startDate):
        assert len(str(day)) == 10, event


def test_without_an_address_it_names_nothing_by_one(atlas: Atlas) -> None:
    made = jsonld(atlas, Edition()).decode()
    assert "https://example.org" not in made
    assert '"@id":"urn:uuid:' in made


def test_the_block_in_a_page_ends_only_where_it_should(hostile: Atlas, edition: Edition) -> None:
    nodes = [*of_page(hostile, edition, "place", "tell-marmar"), {"@id": "x", "name": "</script><!-- <script> & é"}]
    text = embedded(nodes)
    assert not set("<>&") & set(text)
    page = f'<!doctype html><title>t</title><script type="application/ld+json">{text}</script><p>after</p>'
    tree = html5lib.parse(page, namespaceHTMLElements=False)
    assert tree.find(".//p").text == "after"
    assert json.loads(tree.find(".//script").text)["@graph"][-1]["name"] == "</script><!-- <script> & é"


def test_every_page_s_block_is_rdf(atlas: Atlas, edition: Edition) -> None:
    holders = {**dict(atlas.named()), "publisher": atlas.publishers, "event": atlas.events}
    for kind, names in holders.items():
        for name in names:
            text = embedded(of_page(atlas, edition, kind, name))
            assert len(graph(text.encode())) > 1
