"""Folding: names and texts as people type them, so that a search in the database finds `ام باطنه` and `Tafas` alike.

In: text in either script. Out: the text without vowel signs and tatweel, the letters that are confused made one, Latin
letters without their marks.
"""

from __future__ import annotations

import re
import unicodedata

# Arabic letters that are written for each other: hamza seats and alef, final ya, ta marbuta.
ALIKE = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ئ": "ي", "ؤ": "و", "ة": "ه", "ـ": None})
MARKS = re.compile(r"[\u0300-\u036f\u064b-\u065f\u0670\u02bc\u02bf\u2019']")


def folded(text: str) -> str:
    """The text for comparing, small letters."""
    plain = MARKS.sub("", unicodedata.normalize("NFKD", text.translate(ALIKE)))
    return unicodedata.normalize("NFC", plain).translate(ALIKE).casefold()
