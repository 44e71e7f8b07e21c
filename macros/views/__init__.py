"""Views: everything a page shows, decided, in one language; small frozen dataclasses, nothing rendered.

In: a `Desk` (the Atlas, a language, the page's own path). Out: dataclasses that templates only place.
"""
