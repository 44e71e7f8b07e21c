"""Taswiya: the record of settlements and deportations in southern Syria, from YAML to a bilingual static site.

    data/**/*.yml, seeds/*.yml
       parse    strict YAML, a place for every value
       records  pydantic models: what a contributor may write        load: files to records, all faults
       link     references                                           rules: what takes meaning to see
    Atlas       frozen, typed, the whole record
       derive   what the accounts add up to
       views    a page decided, in one language      templates: placed     render: text becomes HTML
       exports  Atlas to files

Only `shell`, `hook` and this module's `define_env` know MkDocs.
"""

from __future__ import annotations

from typing import Any


def define_env(env: Any) -> None:
    """The macros plugin's entry point."""
    from macros.shell import define_macros

    define_macros(env)
