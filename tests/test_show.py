"""Show: what a page will say, as text, from the same views as the page."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from macros import authors
from macros.__main__ import main
from macros.atlas import Atlas
from macros.messages import RefusedError
from macros.tools.show import shown
from macros.views.desk import Desk

DEPARTURE, ACCORD = "bayt-suwan/2012-03-departure", "bayt-suwan/2012-03-accord"


def page(atlas: Atlas, kind: str, name: str, lang: str) -> str:
    """The words and addresses of a page; of an event's with its place's, which has what was promised and kept."""
    desk, top = Desk(atlas, lang, ""), name.split("/", maxsplit=1)[0]
    made = authors.publisher_page(desk, top) if kind == "source" else authors.place_page(desk, top)
    made += authors.event_page(desk, name) if kind == "event" else ""
    addresses = " ".join(re.findall(r'href="([^"]+)"', made))
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", made) + addresses).split())


@pytest.mark.parametrize("lang", ["en", "ar"])
@pytest.mark.parametrize(
    ("kind", "name"),
    [("event", DEPARTURE), ("event", ACCORD), ("place", "bayt-suwan"), ("source", "sahl-post/2012-03-story")],
)
def test_every_piece_of_it_stands_on_the_page(atlas: Atlas, kind: str, name: str, lang: str) -> None:
    said = page(atlas, kind, name, lang)
    lines = [line for line in shown(atlas, kind, name, lang).splitlines() if line.strip()]
    assert len(lines) >= 4
    for line in lines:
        for piece in re.split(r" · |: |\(|\)|، |, ", line.strip()):
            words = " ".join(piece.split()).rstrip(":")
            assert not words or words in said, (line, words)


def test_an_event_in_english(atlas: Atlas) -> None:
    text = shown(atlas, "event", DEPARTURE, "en")
    assert "Figures side by side" in text
    assert re.search(r"travellers: .*80.* · accounts differ: \d+ accounts, \d+ known origins? ?", text), text
    assert "Goes back to: " in text
    assert "No account says: " in text or "Accounts differ on: " in text


def test_promised_and_kept(atlas: Atlas) -> None:
    text = shown(atlas, "event", ACCORD, "en")
    assert "Promised and kept" in text
    assert "broken (according to " in text
    assert "led to:" in text


def test_a_place_says_its_outcome_its_reading_and_what_is_not_known(atlas: Atlas) -> None:
    text = shown(atlas, "place", "bayt-suwan", "ar")
    for words in ("ما حدث: ", "كم عددهم: ", "ما قرأناه: ", "ما لا نعرفه"):
        assert words in text


def test_a_source_says_what_it_is_used_for(atlas: Atlas) -> None:
    text = shown(atlas, "source", "sahl-post/2012-03-story", "en")
    assert "A spring in the plain" in text
    assert "Used for:" in text


@pytest.mark.parametrize("kind", ["event", "place", "source"])
def test_everything_of_the_made_up_record_can_be_shown(atlas: Atlas, kind: str) -> None:
    holder = {"event": atlas.events, "place": atlas.places, "source": atlas.sources}[kind]
    for name in holder:
        assert shown(atlas, kind, name, "en")
        assert shown(atlas, kind, name, "ar")


@pytest.mark.parametrize(
    ("kind", "name", "words"),
    [
        (
            "event",
            "bayt-suwan/2012-03-acord",
            "no event is called `bayt-suwan/2012-03-acord`; write `bayt-suwan/2012-03-accord`",
        ),
        ("place", "bayt-suwn", "no place is called `bayt-suwn`; write `bayt-suwan`"),
        ("source", "sahl-post/2012-03-storey", "no source is called"),
    ],
)
def test_an_unknown_id_names_the_nearest(atlas: Atlas, kind: str, name: str, words: str) -> None:
    with pytest.raises(RefusedError, match=re.escape(words)):
        shown(atlas, kind, name, "en")


def test_the_command(record_folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(record_folder), "show", "event", ACCORD, "--lang", "ar"]) == 0
    assert "عهد البوابة" in capsys.readouterr().out
    assert main(["--root", str(record_folder), "show", "place", "nowhere", "--lang", "ar"]) == 1
    assert "ليس في السجل مكان باسم `nowhere`" in capsys.readouterr().err


def test_a_record_with_faults_has_no_pages_to_show(
    change: Callable[[str, str, str], Path], capsys: pytest.CaptureFixture[str]
) -> None:
    folder = change("data/places/bayt-suwan/2012-03-accord.yml", "when: 2012-03-02", "when: 2012-03-32")
    assert main(["--root", str(folder), "show", "event", ACCORD]) == 1
    assert "bad-date" in capsys.readouterr().out
