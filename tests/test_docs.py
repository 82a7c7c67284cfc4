"""The documents in klout_cli/docs: their examples run, and their numbers are those of the model."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from klout_cli.factors import WEIGHTED
from klout_cli.scoring.model import load
from tests.cli.processes import ERIKA, ROOT, told

DOCS = ROOT / "klout_cli/docs"
MODELS = ("klout", "professional")
Run = Callable[..., str]


def blocks(document: str, language: str) -> list[str]:
    text = (DOCS / document).read_text("utf-8")
    return re.findall(rf"^```{language}\n(.*?)^```", text, re.DOTALL | re.MULTILINE)


def method() -> str:
    return (DOCS / "method.md").read_text("utf-8")


def rows(*header: str) -> list[dict[str, str]]:
    """Return the rows of all tables of the method with a header that starts so."""
    found: list[dict[str, str]] = []
    names: list[str] = []
    for line in method().splitlines():
        cells = [cell.strip().strip("`") for cell in line.strip("|").split("|")]
        if not line.startswith("|"):
            names = []
        elif not names:
            names = cells
        elif not set(line) <= set("|-") and names[: len(header)] == list(header):
            found.append(dict(zip(names, cells, strict=True)))
    return found


def value(text: str) -> float | str:
    return text if text.isalpha() else float(text)


def flat(tree: dict[str, Any], path: str) -> Iterator[tuple[str, float | str]]:
    """Yield the numbers of a part of the model file by their path; grades too."""
    for key, inner in tree.items():
        if isinstance(inner, dict):
            yield from flat(inner, f"{path}.{key}")
        elif key not in ("source", "year", "grade", "because"):
            yield f"{path}.{key}", inner if isinstance(inner, str) else float(inner)


def model_parts() -> dict[str, dict[str, Any]]:
    """Return the parts of the model that have numbers, by the name that the method gives them."""
    tree = tree_of("klout")
    hints = {key: part for key, part in tree["hints"].items() if key != "rules"}
    whole = {
        name: tree[name]
        for name in ("scale", "window", "people", "outreach", "interval", "robustness")
    }
    return whole | tree["factors"] | {"hints": hints}


def tree_of(name: str) -> dict[str, Any]:
    text = (ROOT / f"klout_cli/scoring/{name}.yaml").read_text("utf-8")
    tree: dict[str, Any] = yaml.safe_load(text)
    return tree


# The method


def test_the_method_lists_every_constant_of_the_model_and_no_other() -> None:
    listed = {row["constant"]: value(row["value"]) for row in rows("constant")}
    assert listed == {
        path: number for name, part in model_parts().items() for path, number in flat(part, name)
    }
    assert all(row["meaning"] for row in rows("constant"))


def test_every_part_of_the_method_has_its_source_year_and_grade() -> None:
    sources = re.findall(r"^Source of `(\w+)`: (.+) \((\d{4}), ([EJ])\)\.$", method(), re.MULTILINE)
    assert {name: (source, int(year), grade) for name, source, year, grade in sources} == {
        name: (part["source"], part["year"], part["grade"])
        for name, part in model_parts().items()
        if "source" in part
    }


def test_the_method_lists_every_network_with_its_values() -> None:
    listed = {}
    for row in rows("network"):
        name, _, until = row["network"].partition("` (until ")
        listed[name] = {
            "m": value(row["median audience m"]),
            "c": value(row["c"]),
            "b": value(row["b"]),
            "phi": value(row["φ"]),
            "grade": row["grade"],
            "basis": row["basis"],
            "mutual": row["mutual"] == "yes",
            "until": until.strip(")"),
        }
    assert listed == {
        name: {"mutual": False, "until": ""} | network
        for name, network in tree_of("klout")["networks"].items()
    }


def test_the_method_lists_the_landmarks_of_the_scale() -> None:
    listed = [
        row | {"score": value(row["score"]), "year": int(row["year"])} for row in rows("score")
    ]
    assert listed == tree_of("klout")["landmarks"]


def test_the_method_lists_points_and_shares_of_both_models() -> None:
    listed = {
        row["factor"]: (
            (row["points P"], value(row["share"])),
            (row["P in `professional"], value(row["share in `professional"])),
        )
        for row in rows("factor")
    }
    klout, professional = map(load, MODELS)
    assert listed == {
        factor.id: tuple(
            (f"{model.points[factor.id]:.4g}", model.rule(factor).share)
            for model in (klout, professional)
        )
        for factor in WEIGHTED
    }


def numbers_of(tree: Any) -> Iterator[float]:
    if isinstance(tree, dict):
        for inner in tree.values():
            yield from numbers_of(inner)
    elif isinstance(tree, list):
        for inner in tree:
            yield from numbers_of(inner)
    elif isinstance(tree, int | float):
        yield float(tree)


def test_the_method_lists_every_hint_with_its_numbers() -> None:
    rules = tree_of("klout")["hints"]["rules"]
    listed = {row["rule"]: row for row in rows("rule")}
    gamed = {
        row["hint"]: row["how it could be gamed, and what bounds that"] for row in rows("hint")
    }
    assert list(listed) == list(rules)
    assert gamed == {id: rule["gamed"] for id, rule in rules.items()}
    for id, rule in rules.items():
        row = listed[id]
        told = sorted(map(float, re.findall(r"\d+(?:\.\d+)?", row["numbers"])))
        assert told == sorted(
            numbers_of([rule.get("when"), rule.get("any"), rule.get("change")])
        ), id
        keys = ("effort", "confidence", "source", "grade")
        assert [row[key] for key in keys] == [rule[key] for key in keys]
        assert int(row["year"]) == rule["year"]
        minutes, _, each = row["minutes"].partition(" ")
        assert (float(minutes), each == "each") == (rule["minutes"], "per" in rule)
        assert float(row["days"]) == rule["days"]


def test_formulas_of_the_method_use_no_number_that_is_not_in_the_model() -> None:
    tree = tree_of("klout")
    known = {
        abs(number)
        for name in ("scale", "window", "factors", "interval")
        for number in numbers_of(tree[name])
    }
    known |= {10, 2 * tree["factors"]["audience"]["following_softening"]}
    known.add(round(tree["interval"]["normal"], 2))
    formulas = re.findall(r"^    (.+)$", method(), re.MULTILINE)
    used = {
        float(number) for line in formulas for number in re.findall(r"(?<![\w])\d+(?:\.\d+)?", line)
    }
    assert len(formulas) > 20
    assert used <= known


@pytest.fixture(scope="module")
def formula() -> str:
    return told("explain", "--formula", ERIKA).out


def test_explain_formula_and_the_method_give_the_same_constants(formula: str) -> None:
    constants = {row["constant"]: value(row["value"]) for row in rows("constant")}
    networks = {row["network"].partition("`")[0]: row for row in rows("network")}
    points = {f"{row['factor']}.P": row["points P"] for row in rows("factor")}
    table = formula.split("CONSTANTS")[1].splitlines()[1:]
    shown = [re.split(r"\s{2,}", line.strip()) for line in table if line.strip()]
    assert {name.partition(".")[0] for name, *_ in shown} >= {"scale", *tree_of("klout")["factors"]}
    for name, text, *grade in shown:
        told = [float(number) for number in re.findall(r"-?\d+(?:\.\d+)?", text)]
        if name in points:
            assert text == points[name]
        elif name in networks:
            row = networks[name]
            assert told == [value(row[key]) for key in ("median audience m", "c", "b", "φ")]
            assert grade[0] == row["grade"]
        else:
            own = [
                number
                for path, number in constants.items()
                if path == name or path.startswith(f"{name}.")
            ]
            assert told == own, name


# The example of a factor


def lay_over(base: dict[str, Any], changes: dict[str, Any]) -> dict[str, Any]:
    merged = dict(base)
    for key, value in changes.items():
        merged[key] = lay_over(base.get(key, {}), value) if isinstance(value, dict) else value
    return merged


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """Return what runs klout in a copy of the package with the example of a factor added."""
    folder = tmp_path_factory.mktemp("contributing")
    package = folder / "klout_cli"
    shutil.copytree(ROOT / "klout_cli", package, ignore=shutil.ignore_patterns("__pycache__"))
    module, imported, listed, *_ = blocks("contributing.md", "python")
    (package / "factors/reach.py").write_text(module, "utf-8")
    factors = package / "factors/__init__.py"
    before, rest = factors.read_text("utf-8").split("FACTORS: tuple[Factor, ...] = (\n")
    inside, after = rest.split(")\n\n", 1)
    factors.write_text(
        f"{before}{imported}FACTORS: tuple[Factor, ...] = (\n{inside}{listed})\n\n{after}", "utf-8"
    )
    for name, changes in zip(MODELS, blocks("contributing.md", "yaml"), strict=True):
        file = package / f"scoring/{name}.yaml"
        model = lay_over(yaml.safe_load(file.read_text("utf-8")), yaml.safe_load(changes))
        file.write_text(yaml.safe_dump(model, sort_keys=False, allow_unicode=True), "utf-8")

    def klout(*arguments: str) -> str:
        environment = os.environ | {"PYTHONPATH": str(folder), "KLOUT_HOME": str(folder / "home")}
        done = subprocess.run(
            (sys.executable, "-m", "klout_cli", *arguments),
            cwd=folder,
            env=environment,
            capture_output=True,
            text=True,
            encoding="utf-8",
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    return klout


def test_the_example_of_a_factor_needs_nothing_but_the_four_places(run: Run) -> None:
    score = json.loads(run("score", str(ROOT / ERIKA), "--format", "json"))
    entries = {entry["id"]: entry["points"] for entry in score["breakdown"]}
    assert list(entries).index("reach") == list(entries).index("substance") + 1
    assert entries["reach"] != 0
    assert sum(entries.values()) == pytest.approx(score["score"]["value"], abs=1e-6)
    measured = [
        factor
        for account in score["accounts"]
        for factor in account["factors"]
        if factor["id"] == "reach" and factor["state"] == "measured"
    ]
    assert measured and all(factor["inputs"]["posts"] >= 1 for factor in measured)


@pytest.mark.parametrize(
    "command",
    [
        ("score",),
        ("score", "--model", "professional"),
        ("explain", "reach"),
        ("explain", "--formula"),
        ("hints",),
        ("audit",),
        ("report", "-o", "report.html"),
    ],
    ids=" ".join,
)
def test_every_command_shows_the_factor_or_goes_on_as_before(
    run: Run, command: tuple[str, ...]
) -> None:
    shown = run(*command, str(ROOT / ERIKA))
    if command[0] in ("score", "explain"):
        assert "Reach" in shown or "REACH" in shown


def test_a_snapshot_from_before_the_factor_can_be_compared(run: Run, tmp_path: Path) -> None:
    history = str(tmp_path / "history.sqlite3")
    older = (sys.executable, "-m", "klout_cli", "score", "--history", history)
    earlier = str(ROOT / "sample_data/erika/2025-09-01")
    subprocess.run((*older, earlier), cwd=ROOT, check=True, capture_output=True)
    run("score", str(ROOT / ERIKA), "--history", history)
    compared = json.loads(run("compare", "--history", history, "--format", "json"))
    assert {part["factor"] for part in compared["parts"]} >= {"audience", "resonance"}
    assert "reach" not in {part["factor"] for part in compared["parts"]}


@pytest.mark.parametrize("document", sorted(file.name for file in DOCS.glob("*.md")))
def test_files_and_folders_that_a_document_names_exist(document: str) -> None:
    named = set(
        re.findall(r"`((?:klout_cli|tests)/[\w./]+)`", (DOCS / document).read_text("utf-8"))
    )
    assert {name for name in named if not (ROOT / name).exists()} <= {"klout_cli/factors/reach.py"}


def test_the_settings_say_what_init_writes_and_proposes() -> None:
    text = (DOCS / "settings.md").read_text("utf-8")
    assert "writes klout.yaml with the accounts it finds, and proposes topics" in text
