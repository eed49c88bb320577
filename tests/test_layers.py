"""The folders form one line, and every big library has one home."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from importlib.metadata import packages_distributions, requires
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "diplograph"
LINE = (
    "documents",
    "items",
    "mentions",
    "interactions",
    "readers",
    "identity",
    "triples",
    "store",
    "network",
    "html",
)
SHARED = {"vocabulary", "errors"}
MAY_IMPORT = {
    **{folder: {*SHARED, *LINE[:place]} for place, folder in enumerate(LINE)},
    "errors": set(),
    "vocabulary": {"errors"},
    "pipeline": {*SHARED, *LINE[: LINE.index("store") + 1]},
    "evaluation": {*SHARED, *LINE[: LINE.index("store") + 1]},
    "server": {*SHARED, *LINE, "pipeline"},
    "cli": {*SHARED, *LINE, "pipeline", "evaluation", "server"},
    "__main__": {"cli"},
    "__init__": set(),
}
HOMES = {
    "click": {"cli"},
    "rich": {"cli"},
    "docx": {"documents"},
    "feedparser": {"documents"},
    "charset_normalizer": {"documents"},
    "lxml": {"documents"},
    "pypdf": {"documents"},
    "trafilatura": {"documents"},
    "spacy": {"mentions", "interactions"},
    "openai": {"readers"},
    "pyoxigraph": {"store"},
    "pyshacl": {"store"},
    "networkx": {"network", "html"},
    "pyvis": {"html"},
    "starlette": {"server"},
    "uvicorn": {"server"},
    "rdflib": {"vocabulary", "triples", "store", "network", "server", "cli"},
}
MODULES = sorted(SOURCE.rglob("*.py"))


@pytest.mark.parametrize("module", MODULES, ids=lambda m: str(m.relative_to(SOURCE)))
def test_imports_only_go_back_along_the_line(module: Path) -> None:
    """A folder imports itself, what stands before it, the vocabulary and the errors."""
    folder = folder_of(module)
    allowed = MAY_IMPORT[folder] | {folder}
    wrong = {name for name in own_imports(module) if name not in allowed}
    assert not wrong, f"{folder} must not import {sorted(wrong)}"


@pytest.mark.parametrize("module", MODULES, ids=lambda m: str(m.relative_to(SOURCE)))
def test_every_big_library_stays_at_home(module: Path) -> None:
    """Who wants to exchange a library finds all its uses in one folder."""
    folder = folder_of(module)
    strays = {
        name.split(".")[0]
        for name in imports(module)
        if folder not in HOMES.get(name.split(".")[0], {folder})
    }
    assert not strays, f"{folder} must not import {sorted(strays)}"


def test_every_folder_has_its_place() -> None:
    """A new folder or module is put into the line before it is used."""
    assert {folder_of(module) for module in MODULES} <= set(MAY_IMPORT)


def test_the_rules_see_a_wrong_import(tmp_path: Path) -> None:
    """Every way of writing an import is recognized."""
    module = tmp_path / "module.py"
    module.write_text(
        "import diplograph\n"
        "import diplograph.html.page\n"
        "from diplograph import store as stores\n"
        "def f():\n    from diplograph.network.record import Step\n"
    )
    assert set(own_imports(module)) == {"the package root", "html", "store", "network"}


def test_every_library_is_declared() -> None:
    """Nothing is imported that an installation does not bring along."""
    declared = {normal(re.split(r"[^\w.-]", one)[0]) for one in requires("diplograph") or ()}
    used = {name.split(".")[0] for module in MODULES for name in imports(module)}
    outside = used - sys.stdlib_module_names - {"diplograph"}
    homeless = {name for name in outside if not declared & {*map(normal, providers(name))}}
    assert not homeless


def providers(name: str) -> list[str]:
    """The distributions that bring an importable package: "yaml" comes with "PyYAML"."""
    return list(packages_distributions().get(name, [name]))


def normal(name: str) -> str:
    """A distribution's name as indexes compare it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def folder_of(module: Path) -> str:
    """The step or top-level module a file belongs to: "documents", "pipeline"."""
    return module.relative_to(SOURCE).parts[0].removesuffix(".py")


def own_imports(module: Path) -> Iterator[str]:
    """The folders of diplograph that a module imports."""
    for name in imports(module):
        if name == "diplograph":
            yield "the package root"
        elif name.startswith("diplograph."):
            yield name.split(".")[1]


def imports(module: Path) -> Iterator[str]:
    """The full names of all modules that a file imports, at its top or inside a function."""
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module}: write imports in full"
            yield from imported_from(node)


def imported_from(node: ast.ImportFrom) -> Iterator[str]:
    """`from diplograph import store` imports the folder, not the root."""
    if node.module == "diplograph":
        yield from (f"diplograph.{alias.name}" for alias in node.names)
    else:
        yield str(node.module)
