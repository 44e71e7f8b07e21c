"""Language: the words of the vocabulary and every generated number, date and name, in one language.

In: the Atlas and a language. Out: strings without markup. Which words stand where is the templates' business.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from macros import dates, plurals, quantities
from macros.atlas import Atlas
from macros.dates import Deadline, When
from macros.quantities import Quantity
from macros.records.base import Lang, Text


@dataclass(frozen=True, slots=True)
class Said:
    """A contributor's text with the language it is in, which differs from the page's while one is awaited."""

    text: str
    lang: Lang
    awaited: bool


@dataclass(frozen=True, slots=True)
class Tongue:
    """Everything the site says in one language."""

    atlas: Atlas
    lang: Lang

    def ui(self, key: str, **values: object) -> str:
        """A phrase of the interface with its `{places}` filled; an unknown key is a KeyError."""
        phrase: str = self.atlas.words["interface"][key].get(self.lang)
        return phrase.format(**values) if values else phrase

    def count(self, word: str, n: int) -> str:
        """A number of accounts, events, ... with its noun."""
        return grouped(plurals.counted(n, self.atlas.words["counts"][word].forms(self.lang), self.lang))

    def word(self, kind: str, name: str) -> str:
        """The label of a vocabulary word."""
        found: str = self.atlas.words[kind][name].get(self.lang)
        return found

    def name(self, name: str) -> str:
        """The name of whatever an id names."""
        return self.atlas.label(name).get(self.lang)

    def short(self, publisher: str) -> str:
        """A publisher's short name if it has one."""
        record = self.atlas.publishers[publisher]
        return (record.short or record.name).get(self.lang)

    def said(self, text: Text) -> Said:
        """A contributor's text in this language, or in the other with the notice that this one is awaited."""
        words, lang = text.get(self.lang)
        return Said(words, lang, lang != self.lang)

    def role(self, role: str, event_type: str) -> str:
        """A role's label, as this type of event calls it."""
        word = self.atlas.words["role"][role]
        label = word.labels.get(event_type, word)
        found: str = label.get(self.lang)
        return found

    def date(self, when: When, year: bool = True) -> str:
        """A date as people write it."""
        return dates.show(when, self.lang, year)

    def deadline(self, deadline: Deadline) -> str:
        """A deadline: by a date, or within a time."""
        return dates.show_deadline(deadline, self.lang)

    def figure(self, quantity: Quantity, measure: str) -> str:
        """A figure in its account's words with its unit."""
        return grouped(quantities.show(quantity, self.lang, self.atlas.spans, self._forms(measure)))

    def figure_of(self, quantity: Quantity, unit: str) -> str:
        """A figure with a unit's noun, where no measure is meant."""
        forms = self.atlas.words["unit"][unit].forms(self.lang)
        return grouped(quantities.show(quantity, self.lang, self.atlas.spans, forms))

    def range(self, low: Quantity, high: Quantity, measure: str) -> str:
        """The two extreme figures with their unit."""
        return grouped(quantities.show_range(low, high, self.lang, self.atlas.spans, self._forms(measure)))

    def _forms(self, measure: str) -> dict[str, str]:
        unit = self.atlas.words["measure"][measure].unit
        found: dict[str, str] = self.atlas.words["unit"][unit].forms(self.lang)
        return found

    @property
    def comma(self) -> str:
        """The comma between items of a list, with its space."""
        return "، " if self.lang == "ar" else ", "

    def join(self, parts: Sequence[str]) -> str:
        """`a, b and c` / `أ وب وج`."""
        if self.lang == "ar":
            return " و".join(parts)
        return " and ".join([", ".join(parts[:-1]), parts[-1]]) if len(parts) > 1 else "".join(parts)


def grouped(text: str) -> str:
    """Long numbers in threes: `10,064 people`. Only for figures; a year never passes here."""
    return re.sub(r"\d{4,}", lambda number: f"{int(number[0]):,}", text)
