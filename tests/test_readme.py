"""README and the documents: every example runs, and all they name exists.

`pytest --golden` updates the outputs they show.
"""

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from msgspec.structs import asdict
from typer.main import get_command

from klout_cli import errors
from klout_cli.cli.app import app
from klout_cli.cli.help import DOCS, list_topics
from klout_cli.cli.settings import Settings
from klout_cli.files.limits import Limits
from klout_cli.results.names import NETWORKS
from klout_cli.scoring.model import load
from klout_cli.scoring.perks import catalogue
from klout_cli.scoring.structs import as_struct
from klout_cli.values.aliases import aliases
from klout_cli.values.yaml_files import load_yaml

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
DOCUMENTS = [README, *sorted(DOCS.glob("*.md"))]
CONSOLE = re.compile(r"```console\n\$ (?P<command>klout [^\n]*)\n(?P<shown>.*?)```", re.DOTALL)
CODE = re.compile(r"^ {3,}(klout [^\n]+)|^\$ (klout [^\n]+)|`(klout [^`\n]+)`", re.MULTILINE)


@pytest.fixture(params=DOCUMENTS, ids=lambda document: document.stem)
def document(request: pytest.FixtureRequest) -> Path:
    path: Path = request.param
    return path


def printed(command: str) -> str:
    arguments = [sys.executable, "-m", "klout_cli", *shlex.split(command)[1:]]
    environ = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("KLOUT", "COLUMNS", "NO_COLOR", "FORCE_COLOR", "LANG", "LC_"))
    }
    done = subprocess.run(
        arguments,
        cwd=ROOT,
        env=environ | {"COLUMNS": "80", "KLOUT_HOME": os.environ["KLOUT_HOME"]},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    return "\n".join(line.rstrip() for line in done.stdout.splitlines()) + "\n"


def test_every_block_shows_what_is_printed(document: Path, request: pytest.FixtureRequest) -> None:
    text = document.read_text("utf-8")
    fresh = CONSOLE.sub(
        lambda block: f"```console\n$ {block['command']}\n{printed(block['command'])}```", text
    )
    if request.config.getoption("--golden"):
        document.write_text(fresh, "utf-8")
    assert fresh == document.read_text("utf-8")


def examples(text: str) -> Iterator[list[str]]:
    """Yield the words of each command, without what is explained beside it."""
    for match in CODE.finditer(text):
        line = re.split(r"\s{2,}|\s[>|]\s", next(filter(None, match.groups())))[0]
        yield shlex.split(line)[1:]


def missing(words: list[str]) -> Iterator[str]:
    """Yield what klout doesn't have of a command and its options."""
    command: Any = get_command(app)
    options = {name for parameter in command.params for name in parameter.opts}
    path = []
    while words and words[0] in getattr(command, "commands", {}):
        path.append(words[0])
        command = command.commands[words.pop(0)]
    if not path and words and re.fullmatch(r"[a-z]+", words[0]):
        yield words[0]
        return
    if not path and words and not words[0].startswith("-"):
        command, path = command.commands["score"], ["score"]
    options |= {"-h", "--help"}
    for parameter in command.params:
        options |= {*parameter.opts, *parameter.secondary_opts}
    for word in words:
        name = word.partition("=")[0]
        if name.startswith("-") and len(name) > 1 and name not in options:
            yield " ".join([*path, name])


def test_commands_and_options_of_examples_exist(document: Path) -> None:
    lacking = {name for words in examples(document.read_text("utf-8")) for name in missing(words)}
    assert not lacking


def test_an_option_that_does_not_exist_is_noticed() -> None:
    (words,) = examples("Try `klout score FILE --nonsense=3 -v`.")
    assert list(missing(words)) == ["score --nonsense"]
    assert list(missing(["nonsense", "FILE"])) == ["nonsense"]
    assert not list(missing(["FILE", "--strict"]))


def test_links_lead_to_files(document: Path) -> None:
    for target in re.findall(r"\]\(([^)#:]+)\)", document.read_text("utf-8")):
        assert (document.parent / target).exists()


def test_readme_links_every_document_and_lists_every_command() -> None:
    text = README.read_text("utf-8")
    assert {f"klout_cli/docs/{file.name}" for file in DOCS.glob("*.md")} <= set(
        re.findall(r"\]\((.+?)\)", text)
    )
    commands = set(get_command(app).commands)  # type: ignore[attr-defined]
    assert commands <= set(re.findall(r"^\| `klout (\w+)` \|", text, re.MULTILINE))
    assert 10_000 <= len(text.encode()) <= 12_000


def test_readme_lists_every_network() -> None:
    (table,) = re.findall(r"## What it reads\n\n(.+?)\n\n", README.read_text("utf-8"), re.DOTALL)
    unnamed = {"Facebook profile", "Facebook page", "LinkedIn page", "Google+", "Other"}
    for name in set(NETWORKS.values()) - unnamed:
        assert name.partition(" (")[0] in table


def test_documents_begin_with_a_title(document: Path) -> None:
    first, second, *_ = document.read_text("utf-8").splitlines()
    assert re.fullmatch(r"# \S.*", first) and second == ""


LEGACY = ROOT / "klout_cli/reports/languages/de.po"


def test_documents_that_are_cited_exist() -> None:
    for file in (ROOT / "klout_cli").rglob("*"):
        if file.suffix in (".py", ".yaml", ".po", ".html", ".md"):
            text = file.read_text("utf-8")
            cited = re.findall(r"docs/([\w-]+)\.md|klout help ([a-z-]+)", text)
            assert {first or second for first, second in cited} <= {*list_topics()}, file
            if file != LEGACY:
                assert not re.search(r"§|\bREADME\b", text), file


def test_the_two_commands_install_the_lock_and_ci_runs_them() -> None:
    commands = re.findall(r"^python3 -m venv.*$", README.read_text("utf-8"), re.MULTILINE)
    install = "python3 -m venv .venv && .venv/bin/pip install -q -c .ci/constraints.txt"
    assert commands == [
        f"{install} . && .venv/bin/klout demo",
        f"{install} '.[test]' && .venv/bin/pytest -n 2",
    ]
    assert "grep '^python3 -m venv' README.md" in (ROOT / ".ci/run").read_text("utf-8")


def yaml_blocks(name: str) -> list[str]:
    text = (DOCS / f"{name}.md").read_text("utf-8")
    return re.findall(r"```yaml\n(.*?)```", text, re.DOTALL)


def table(name: str) -> dict[str, str]:
    """Return the first two columns of all tables of a document."""
    text = (DOCS / f"{name}.md").read_text("utf-8")
    return dict(re.findall(r"^\| `?([^|`]+)`? \| ([^|]+) \|", text, re.MULTILINE))


def test_the_settings_shown_are_valid() -> None:
    settings = as_struct(yaml.safe_load(yaml_blocks("settings")[0]), Settings, "settings.md")
    assert settings.accounts["instagram:erika.beispiel"].ignore
    assert set(Settings.__struct_fields__) <= set(table("settings"))


def test_the_model_and_the_catalogue_shown_are_valid(tmp_path: Path) -> None:
    model, perks = tmp_path / "mine.yaml", tmp_path / "perks.yaml"
    model.write_text(yaml_blocks("settings")[1], "utf-8")
    assert load(str(model)).name == "mine"
    perks.write_text(yaml_blocks("hints")[0], "utf-8")
    assert catalogue(perks).perks["coffee"].minimum_score == 45


def test_the_hints_and_checks_shown_are_those_there_are() -> None:
    shown = set(table("hints"))
    assert set(load("klout").hints.rules) <= shown
    checks = load_yaml(ROOT / "klout_cli/checks/checks.yaml")["checks"]
    assert {check["title"] for check in checks.values()} <= shown


def test_the_columns_shown_can_be_read() -> None:
    names = {name for cell in table("tables") for name in re.split(", | or ", cell)}
    posts = {"date", "network", "account", "likes", "comments", "shares", "saves", "impressions"}
    columns = set(aliases().columns)
    assert posts | {"person", "standing", "consent", "reputation"} <= names & columns
    others = {"column", "---", "table", "in the table", "posts", "accounts", "contacts"}
    assert not {name for name in names - columns - others if re.fullmatch("[a-z]+", name)}


def test_the_schemas_shown_are_those_there_are() -> None:
    sources = "".join(file.read_text("utf-8") for file in (ROOT / "klout_cli").rglob("*.py"))
    shown = (DOCS / "formats.md").read_text("utf-8")
    assert set(re.findall(r'"(klout\.\w+/1)"', sources)) == set(
        re.findall(r"`(klout\.\w+/1)`", shown)
    )


def test_the_limits_shown_are_the_defaults() -> None:
    shown = table("limits")
    assert {name: int(shown[name]) for name in asdict(Limits())} == asdict(Limits())


def test_the_exit_codes_shown_are_those_of_the_errors() -> None:
    kinds = [error for error in vars(errors).values() if hasattr(error, "exit_code")]
    codes = {str(kind.exit_code) for kind in kinds}
    assert set(table("exit-codes")) - {"code", "---"} == codes | {"0", "130"}


def test_the_global_options_are_all_explained() -> None:
    text = (DOCS / "options.md").read_text("utf-8")
    names = {name for parameter in get_command(app).params for name in parameter.opts}
    assert names <= set(re.findall(r"(?<![\w-])--?[\w-]+", text))


def test_the_points_shown_are_the_models() -> None:
    shown = re.findall(
        r"^\| [A-Z][\w &]+ \| .*\? \| (\d\.\d\d) \|$", README.read_text("utf-8"), re.MULTILINE
    )
    points = [round(points, 2) for points in load("klout").points.values()]
    assert [float(point) for point in shown] == points
