"""The house keeps its shape: rooms, layers, sizes, and no way around the one text filter."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MODULES = sorted((ROOT / "klout_cli").rglob("*.py"))
LONGEST = 350
SAFE_LOADERS = {"SafeLoader", "_Strict"}


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def calls(path: Path) -> Iterator[tuple[str, ast.Call]]:
    """Yield the dotted name and the call of everything a module calls."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            yield ast.unparse(node.func), node


def test_rooms_know_only_the_rooms_below_them() -> None:
    code = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_no_module_is_long(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST


def test_the_top_holds_only_what_belongs_there() -> None:
    belongs = {
        "pyproject.toml",
        "README.md",
        "klout_cli",
        "tests",
        "sample_data",
        "LICENSE",
        "CHANGELOG.md",
    }
    made_by_tools = {"build", "dist"}
    top = {
        path.name
        for path in ROOT.iterdir()
        if not path.name.startswith(".") and not path.name.endswith(".egg-info")
    }
    assert top - made_by_tools == belongs


def test_no_rooms_of_leftovers() -> None:
    assert not [
        path
        for path in MODULES
        if path.stem in ("utils", "util", "common", "core", "helpers", "misc")
    ]


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_t6_only_the_face_prints_and_only_filtered_text(path: Path) -> None:
    """Text of exports reaches a screen as a renderer's text or through `safe()`.

    Nothing is ever read as markup.
    """
    for name, call in calls(path):
        if name in ("print", "typer.echo", "typer.secho", "sys.stdout.write", "sys.stderr.write"):
            shown = [ast.unparse(argument) for argument in call.args]
            assert named(path).startswith("klout_cli/cli/"), f"{named(path)}:{call.lineno} prints"
            assert all(
                text in ("text", "f'klout {__version__}'") or text.startswith(("safe(", "show("))
                for text in shown
            ), shown
        assert name.rpartition(".")[2] not in ("from_markup", "print_exception"), (
            f"{named(path)}:{call.lineno}: {name}"
        )
        if name.rpartition(".")[2] == "Console":
            options = {keyword.arg: ast.unparse(keyword.value) for keyword in call.keywords}
            assert options.get("markup") == "False", f"{named(path)}:{call.lineno} reads markup"


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_x6_yaml_is_read_by_safe_loaders_only(path: Path) -> None:
    for name, call in calls(path):
        if name in ("yaml.load", "yaml.load_all", "yaml.parse"):
            (loader,) = [
                ast.unparse(keyword.value) for keyword in call.keywords if keyword.arg == "Loader"
            ]
            assert loader in SAFE_LOADERS
        assert name not in (
            "yaml.unsafe_load",
            "yaml.full_load",
            "pickle.load",
            "pickle.loads",
            "eval",
            "exec",
            "marshal.loads",
        )


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_l2_no_locale_and_no_unseeded_chance(path: Path) -> None:
    """Same files, same model, same report: no locale, no clock but for "today", no chance without a seed."""
    clocks = [
        name for name, _ in calls(path) if name.endswith((".now", ".today", "time.time", ".utcnow"))
    ]
    assert not clocks or named(path) == "klout_cli/cli/options.py"
    assert not [
        name
        for name, _ in calls(path)
        if name in ("locale.setlocale", "random.random", "random.choice", "uuid.uuid4")
    ]
