"""The house rules that a machine can check: layers, no cycles, short functions and files, prints only in the command line."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent / "resume_parser"
LAYERS = (
    ("errors", "options", "document", "entities", "schema"),
    ("formats", "resources", "locales"),
    ("extractors",),
    ("isolation",),
    ("layout",),
    ("nlp",),
    ("structured",),
    ("assembly",),
    ("exporters", "evaluation", "result"),
    ("api",),
    ("batch",),
    ("explaining", "evaluating"),
    ("cli", "service"),
)
# the public module loads every name lazily; api.parse_many starts the batch, which uses api; see the tests below
LAZY_UPWARD = {("api", "batch")}
MAX_FUNCTION_LINES = 50
MAX_FILE_LINES = 400
FILES = sorted(path for path in ROOT.rglob("*.py") if path.name != "__init__.py" or path.parent != ROOT)


def layer_of(name: str) -> int:
    """Row of a top-level module name; fails for one that has no row."""
    rows = [row for row, names in enumerate(LAYERS) if name in names]
    assert rows, f"{name} has no row in LAYERS: give it one"
    return rows[0]


def top_level(path: Path) -> str:
    """The top-level name that a file belongs to: its package under resume_parser or its own name."""
    part = path.relative_to(ROOT).parts[0]
    return part.removesuffix(".py")


def is_type_checking(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"


def runtime_nodes(tree: ast.AST) -> Iterator[ast.AST]:
    """All nodes but those under `if TYPE_CHECKING`."""
    for child in ast.iter_child_nodes(tree):
        if not is_type_checking(child):
            yield child
            yield from runtime_nodes(child)


def imports_of(path: Path) -> Iterator[str]:
    """Full names of the modules of ours that a file imports when it runs."""
    for node in runtime_nodes(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("resume_parser") and node.level == 0:
            if node.module == "resume_parser":
                yield from (f"resume_parser.{alias.name}" for alias in node.names)
            else:
                yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name.startswith("resume_parser"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_imports_only_its_own_row_or_rows_above(path: Path) -> None:
    own = top_level(path)
    for name in imports_of(path):
        target = name.split(".")[1]
        if (own, target) not in LAZY_UPWARD:
            assert layer_of(target) <= layer_of(own), f"{path.name} must not import {name}"


def module_name(path: Path) -> str:
    parts = ["resume_parser", *path.relative_to(ROOT).with_suffix("").parts]
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def import_graph() -> dict[str, set[str]]:
    """Module -> modules it imports at load time."""
    names = {module_name(path) for path in FILES}
    graph: dict[str, set[str]] = {}
    for path in FILES:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        found = set()
        for node in tree.body:
            if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("resume_parser."):
                found |= {full if full in names else node.module for full in (f"{node.module}.{alias.name}" for alias in node.names)}
            elif isinstance(node, ast.ImportFrom) and node.module == "resume_parser":
                found |= {f"resume_parser.{alias.name}" for alias in node.names}
        graph[module_name(path)] = (found & names) - {module_name(path)}
    return graph


def test_no_import_cycle() -> None:
    graph = import_graph()
    done: set[str] = set()

    def visit(name: str, trail: tuple[str, ...]) -> None:
        assert name not in trail, " -> ".join([*trail[trail.index(name) :], name])
        if name not in done:
            for target in graph[name]:
                visit(target, (*trail, name))
            done.add(name)

    for name in graph:
        visit(name, ())


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_functions_and_files_are_short(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    assert len(source.splitlines()) <= MAX_FILE_LINES
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert node.end_lineno is not None
            assert node.end_lineno - node.lineno < MAX_FUNCTION_LINES, f"{path.name}: {node.name} is too long"


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_only_the_command_line_prints(path: Path) -> None:
    calls = [node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)]
    prints = [call for call in calls if isinstance(call.func, ast.Name) and call.func.id == "print"]
    assert not prints or path.name == "cli.py"


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_module_and_public_function_says_what_it_gives(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert ast.get_docstring(tree), f"{path} has no module docstring"
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            assert ast.get_docstring(node), f"{path.name}: {node.name} has no docstring"


def test_no_banned_names() -> None:
    banned = {"utils", "helpers", "manager", "handler", "misc", "common_utils"}
    assert not {path.stem for path in FILES} & banned
