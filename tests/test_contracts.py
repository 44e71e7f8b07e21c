"""Contracts: what holds over the whole of the code, the documents and the vocabulary, and nobody would see break."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from jinja2 import Environment, nodes

from macros.atlas import Atlas
from macros.authors import MACROS
from macros.exports import EXPORTS
from macros.exports.accounts_csv import COLUMNS
from macros.exports.package import TABLES
from tests.projects import ROOT

MODULES = sorted(path for path in (ROOT / "macros").rglob("*.py") if "__pycache__" not in path.parts)
# base.html is the theme's skeleton and asks the theme's own translations.
TEMPLATES = sorted(p for p in (ROOT / "macros" / "templates").rglob("*.html") if p.name != "base.html")
KEY = re.compile(r"[\w.\[\]+\\-]+")

# The flow of design.md, stage by stage: a module may import from its own stage and those above, never from below.
STAGES = (
    ("messages", "faults", "plurals", "geometry", "prose"),
    ("parse", "dates", "quantities", "outlines"),
    ("records",),
    ("load", "validate"),
    ("corrections", "link", "rules", "register"),
    ("check", "awaited", "history"),
    ("atlas",),
    ("derive",),
    ("language", "addresses", "edition"),
    ("views",),
    ("render",),
    ("exports",),
    ("authors", "authors_data", "cards", "extras", "pages", "redirects", "signposts"),
    ("shell",),
    ("tools",),
    ("hook", "__init__", "__main__", "datamaps", "release"),
)
STAGE = {name: n for n, names in enumerate(STAGES) for name in names}
KNOW_MKDOCS = {"__init__.py", "hook.py", "shell.py"}


def label(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def dotted(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def stage(module: str) -> int:
    """The stage of `macros.views.desk` and the like; a module the list does not have is an error that says so."""
    name = module.split(".")[1] if "." in module else "__init__"
    assert name in STAGE, f"{module}: say in tests/test_contracts.py at which stage it stands"
    return STAGE[name]


def imports(path: Path) -> Iterator[str]:
    """Every module a module imports, also inside functions; `from macros import link` is `macros.link`."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{label(path)}: imports are absolute here"
            inside = {dotted(module) for module in MODULES}
            for alias in node.names:
                full = f"{node.module}.{alias.name}"
                yield full if full in inside else str(node.module)


# Code.


@pytest.mark.parametrize("path", MODULES, ids=label)
def test_imports_follow_the_flow(path: Path) -> None:
    own = stage(dotted(path))
    backwards = [name for name in imports(path) if name.startswith("macros.") and stage(name) > own]
    assert backwards == []


def test_no_imports_go_in_a_circle() -> None:
    graph = {dotted(path): {name for name in imports(path) if name.startswith("macros.")} for path in MODULES}
    done: set[str] = set()
    while ready := {name for name, needs in graph.items() if name not in done and needs & set(graph) <= done}:
        done |= ready
    assert set(graph) - done == set()


@pytest.mark.parametrize("path", MODULES, ids=label)
def test_only_the_shell_knows_mkdocs(path: Path) -> None:
    outside = {name.split(".")[0] for name in imports(path)}
    if path.relative_to(ROOT / "macros").as_posix() not in KNOW_MKDOCS:
        assert not outside & {"mkdocs", "mkdocs_macros", "material", "markdown"}


def test_the_flow_lists_only_modules_there_are() -> None:
    there = {path.relative_to(ROOT / "macros").parts[0].removesuffix(".py") for path in MODULES}
    assert set(STAGE) == there


@pytest.mark.parametrize("path", MODULES, ids=label)
def test_no_module_shadows_the_standard_library(path: Path) -> None:
    # MkDocs puts the hook's folder first on sys.path.
    name = path.parent.name if path.stem == "__init__" else path.stem
    assert name not in sys.stdlib_module_names or name == "__main__"


@pytest.mark.parametrize("path", MODULES, ids=label)
def test_a_module_says_what_it_is_for_and_is_short(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert ast.get_docstring(ast.parse(text)), "no docstring"
    assert len(text.splitlines()) <= 300


def words_of_code(path: Path) -> list[str]:
    """The string constants of a module that are no docstrings."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    docstrings = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef) and node.body:
            first = node.body[0]
            if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant):
                docstrings.add(first.value)
    constants = [node for node in ast.walk(tree) if isinstance(node, ast.Constant) and node not in docstrings]
    return [node.value for node in constants if isinstance(node.value, str)]


@pytest.mark.parametrize("path", [*MODULES, *TEMPLATES], ids=label)
def test_the_code_knows_no_place_force_person_or_event_of_the_record(real: Atlas, path: Path) -> None:
    ids = {*real.places, *real.forces, *real.people, *real.events}
    texts = words_of_code(path) if path.suffix == ".py" else [path.read_text(encoding="utf-8")]
    said = {token for text in texts for token in re.findall(r"[a-z0-9]+(?:[-/][a-z0-9]+)*", text)}
    assert said & ids == set()


# Words of the interface.


def phrase_calls(path: Path) -> Iterator[tuple[str, str | None]]:
    """(method, key) of every call of `ui`, `t` or `count`; a key in pieces is a pattern, None one that is passed on."""
    if path.suffix == ".py":
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Subscript) and ast.unparse(node.value).endswith("words['interface']"):
                yield from (("ui", key) for key in python_keys(node.slice))
            if isinstance(node, ast.Call) and node.args:
                name = getattr(node.func, "attr", getattr(node.func, "id", ""))
                if name in ("ui", "count", "t"):
                    for key in python_keys(node.args[0]):
                        yield name, key
    else:
        for call in Environment(autoescape=True).parse(path.read_text(encoding="utf-8")).find_all(nodes.Call):
            name = getattr(call.node, "attr", getattr(call.node, "name", ""))
            if name in ("ui", "t") and call.args:
                for key in template_keys(call.args[0]):
                    yield name, key


def python_keys(node: ast.expr) -> Iterator[str | None]:
    if isinstance(node, ast.Constant):
        yield re.escape(str(node.value))
    elif isinstance(node, ast.IfExp):
        yield from (*python_keys(node.body), *python_keys(node.orelse))
    elif isinstance(node, ast.JoinedStr):
        yield "".join(re.escape(p.value) if isinstance(p, ast.Constant) else r"[\w-]+" for p in node.values)
    else:
        yield None


def template_keys(node: nodes.Expr) -> Iterator[str | None]:
    if isinstance(node, nodes.Const):
        yield re.escape(str(node.value))
    elif isinstance(node, nodes.CondExpr):
        for side in (node.expr1, node.expr2):
            if side is not None:
                yield from template_keys(side)
    elif isinstance(node, nodes.Concat):
        yield "".join(re.escape(str(p.value)) if isinstance(p, nodes.Const) else r"[\w-]+" for p in node.nodes)
    else:
        yield None


def patterns(kind: str) -> set[str]:
    """Patterns of the keys of `interface` or `counts` that the code asks for."""
    methods = ("count",) if kind == "counts" else ("ui", "t")
    found: set[str] = set()
    for path in (*MODULES, *TEMPLATES):
        for method, key in phrase_calls(path):
            if method in methods and key is not None:
                found.add(key)
            elif method in methods:  # the key is handed on: it is one of the module's own words
                found |= {re.escape(word) for word in words_of_code(path)} if path.suffix == ".py" else set()
    if kind == "interface":
        found |= {re.escape(export.about) for export in EXPORTS}
        found |= {re.escape(word) for word in words_of_code(ROOT / "macros" / "pages.py")}
        # The titles of the menu's sections.
        found |= set(re.findall(r"(?m)^  - (\w+):$", (ROOT / "mkdocs.yml").read_text(encoding="utf-8")))
    return found


@pytest.mark.parametrize("kind", ["interface", "counts"])
def test_every_phrase_is_used_and_every_phrase_used_is_there(real: Atlas, kind: str) -> None:
    known, asked = set(real.words[kind]), patterns(kind)
    unused = {key for key in known if not any(re.fullmatch(pattern, key) for pattern in asked)}
    assert unused == set(), "no code asks for these"
    methods = ("count",) if kind == "counts" else ("ui", "t")
    wanted = {
        f"{label(path)}: {key}"
        for path in (*MODULES, *TEMPLATES)
        for method, key in phrase_calls(path)
        if method in methods and key is not None and KEY.fullmatch(key) and "\\n" not in key
        if not any(re.fullmatch(key, name) for name in known)
    }
    assert wanted == set(), "the vocabulary has none of these"


# Documents.


def read(name: str) -> str:
    path = ROOT / name
    assert path.is_file(), f"{name} is missing"
    return path.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", sorted(MACROS))
def test_every_macro_is_documented(name: str) -> None:
    assert re.search(rf"\b{name}\(", read("CONTRIBUTING.md")), f"CONTRIBUTING.md does not explain {name}(...)"


@pytest.mark.parametrize("page", ["docs/data.md", "docs/ar/data.md"])
def test_every_column_and_file_of_the_exports_is_documented(page: str) -> None:
    text = read(page)
    assert [column for column in COLUMNS if f"`{column}`" not in text] == []
    if "{{ downloads() }}" not in text:  # which lists every file with what it holds
        names = [export.path.rpartition("/")[2] for export in EXPORTS]
        assert [name for name in names if not re.search(rf"(?<![\w/.-]){re.escape(name)}\b", text)] == []


def test_every_column_of_every_table_is_explained_in_both_languages(real: Atlas) -> None:
    words = real.words["columns"]
    wanted = {f"{table.name}.{column.name}": column.name for table in TABLES for column in table.columns}
    bare = {full: re.sub(r"_(en|ar)$", "", name) for full, name in wanted.items()}
    lost = [full for full, name in wanted.items() if not {full, name, bare[full], f"{full[:-3]}"} & set(words)]
    assert lost == []


def test_every_hand_written_page_has_its_twin() -> None:
    pages = {path.relative_to(ROOT / "docs").as_posix() for path in (ROOT / "docs").rglob("*.md")}
    english = {page for page in pages if not page.startswith("ar/")}
    arabic = {page.removeprefix("ar/") for page in pages - english}
    assert english == arabic
    assert english


def tracked() -> list[Path]:
    done = subprocess.run(["git", "-C", str(ROOT), "ls-files"], capture_output=True, text=True, check=False)
    if done.returncode == 0 and done.stdout:
        return [ROOT / name for name in done.stdout.splitlines() if (ROOT / name).is_file()]
    left_out = {".git", ".venv", "site", "site.new", "site.old", "__pycache__", "node_modules"}
    return [p for p in ROOT.rglob("*") if p.is_file() and not left_out & set(p.parts) and ".mypy" not in str(p)]


# In pieces, so that this file does not hold them itself.
MACHINES = [
    r"(?<![\w.:/%-])/" + place
    for place in ("home/" + r"\w+/", "Users/" + r"\w+/", "root/" + r"\w", "work/" + r"(main|shared)\b", "tmp/" + r"v\b")
]
OUTSIDE = re.compile("|".join([*MACHINES, r"\.\." + r"/shared\b", r"\b[C-Z]:" + r"\\\\?Users"]))


def test_no_file_names_a_path_of_a_machine() -> None:
    found = []
    for path in tracked():
        if path.suffix in (".lock", ".png", ".woff2", ".ico", ".zip"):
            continue
        for n, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), 1):
            if OUTSIDE.search(line):
                found.append(f"{label(path)}:{n}: {line.strip()[:80]}")
    assert found == []


def test_what_a_machine_path_is() -> None:
    assert OUTSIDE.search("see /" + "home/me/x")
    assert OUTSIDE.search("open(../" + "shared/x)")
    assert not OUTSIDE.search("https://english.example.com/home/article/2796641/x")
