"""Citations: three programs of others read what we write, and read back what was meant."""

from __future__ import annotations

import io
import json
import warnings

import bibtexparser
import pytest
import rispy
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON

from macros import addresses
from macros.atlas import Atlas
from macros.edition import Edition
from macros.exports.citations import all_sources, citations
from macros.exports.works import issued_of, uid, works
from tests.exports.conftest import HOSTILE


def test_every_page_has_its_files(atlas: Atlas, edition: Edition) -> None:
    made = dict(citations(atlas, edition))
    for kind, holder in (*atlas.named(), ("publisher", atlas.publishers), ("event", atlas.events)):
        for name in holder:
            assert set(addresses.cite(kind, name).values()) <= set(made)


def test_bibtex_reads_back(any_atlas: Atlas, edition: Edition) -> None:
    library = bibtexparser.parse_string(all_sources("bibtex")(any_atlas, edition).decode())
    assert library.failed_blocks == []
    entries = library.entries_dict
    assert len(entries) == len(any_atlas.sources) + 1
    for name, source in any_atlas.sources.items():
        entry = entries[name.replace("/", "-")]
        if source.record.url:
            assert entry["url"] == source.record.url
        if issued := issued_of(source.record.published):
            assert entry["date"] == issued


def test_bibtex_s_own_characters_are_escaped(hostile: Atlas, edition: Edition) -> None:
    made = dict(citations(hostile, edition))["cite/places/tell-marmar.bib"].decode()
    assert bibtexparser.parse_string(made).failed_blocks == []
    assert r"\& 'd' \% \$ \# \textasciitilde{} \textasciicircum{} \{e\} =" in made
    assert made.count("{") == made.count("}")


def test_ris_reads_back(any_atlas: Atlas, edition: Edition) -> None:
    entries = rispy.load(io.StringIO(all_sources("ris")(any_atlas, edition).decode()))
    assert len(entries) == len(any_atlas.sources) + 1
    by_id = {entry["id"]: entry for entry in entries}
    for name, source in any_atlas.sources.items():
        entry = by_id[name.replace("/", "-")]
        title = source.record.title or f"[{source.record.heading('en')[0]}]"
        assert entry["title"] == " ".join(title.split())
        assert entry["type_of_reference"] == "ELEC"


def test_a_citation_processor_reads_csl(any_atlas: Atlas, edition: Edition) -> None:
    items = json.loads(all_sources("csl")(any_atlas, edition))[:40]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # citeproc-py knows fewer types and keys than the schema
        source = CiteProcJSON(items)
        style = CitationStylesStyle("harvard-cite-them-right", validate=False)
        bibliography = CitationStylesBibliography(style, source, formatter.plain)
        for item in items:
            bibliography.register(Citation([CitationItem(item["id"])]))
        told = [str(one) for one in bibliography.bibliography()]
    assert len(told) == len(items)
    for item in items:
        assert any(" ".join(item["title"].split())[:30] in " ".join(one.split()) for one in told), item["title"]


def test_an_account_is_cited_by_its_source_first_and_kept_here(atlas: Atlas, edition: Edition) -> None:
    event = "bayt-suwan/2012-03-departure"
    library = bibtexparser.parse_string(dict(citations(atlas, edition))[f"cite/events/{event}.bib"].decode())
    assert len(library.entries) == 1 + len(atlas.events[event].accounts)
    page, first = library.entries[:2]
    assert page["url"] == "https://example.org/repo/places/bayt-suwan/2012-03-departure/"
    assert page["note"] == "Record as of 2012-12-01, version 1.2.3"
    assert first["url"].endswith("/2012-03-departure/#valley-monitor-2012-03-05-p2")
    assert first["note"].startswith("p2; as recorded in ")


def test_keys_are_short_and_their_own(real: Atlas, edition: Edition) -> None:
    for name in real.events:
        keys = [uid(work) for work in works(real, edition, "event", name)]
        assert len(set(keys)) == len(keys)
        assert max(map(len, keys)) <= 80


@pytest.mark.parametrize("form", ["bibtex", "ris", "csl"])
def test_a_hostile_name_is_in_every_format(hostile: Atlas, edition: Edition, form: str) -> None:
    made = dict(citations(hostile, edition))[addresses.cite("place", "tell-marmar")[form]].decode()
    assert "تل «م»" in made
    if form == "csl":
        assert json.loads(made)[0]["title"].startswith(HOSTILE)
