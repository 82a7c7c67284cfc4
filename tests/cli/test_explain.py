"""`klout explain`: what it prints can be reckoned again by hand, and needs no export where there is a history."""

import json
import math
import re
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from klout_cli.scoring.model import FACTORS
from tests.cli.processes import ERIKA, FACEBOOK, klout, python, terminal, told

Golden = Callable[[str, str], None]
EQUATION = re.compile(r"^\s+(?P<name>.+?)  +(?P<left>[^=\n]+) = (?P<right>[+−\d.,]+)( people|, which.*)?$", re.MULTILINE)
HEAVY = ("pandas", "numpy", "networkx", "scipy", "pyarrow", "lxml")


def worth(text: str) -> float:
    """Reckon what is printed, as a person with a pocket calculator would."""
    plain = re.sub(r"\((posts|weighed)[^()]*\)|share ", "", text).replace(",", "").replace("−", "-").replace("×", "*").replace("^", "**")
    plain = re.sub(r"(?<=[\d)]) (?=[+-]\d)", " + ", plain).replace("+ +", "+ ").replace("+ -", "- ")
    assert re.fullmatch(r"[\d\s.+*/()e-]*(log10[\d\s.+*/()e-]*)*", plain), plain
    return float(eval(plain, {"__builtins__": {}}, {"log10": math.log10}))


@pytest.fixture(scope="module")
def history(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Return the environment of somebody who has scored the sample person once."""
    env = {"KLOUT_HOME": str(tmp_path_factory.mktemp("home"))}
    assert klout("score", ERIKA, env=env).code == 0
    return env


@pytest.mark.parametrize("what", [*FACTORS, "--formula"])
def test_every_printed_equation_holds(what: str) -> None:
    done = told("explain", *([what, ERIKA] if what in FACTORS else [ERIKA, what]))
    assert (done.code, done.err) == (0, "")
    equations = [found for found in EQUATION.finditer(done.out) if "their sum" not in found["left"]]
    assert len(equations) >= (3 if what in FACTORS else 50)
    for found in equations:
        # Six digits that count are printed, points to three places; reckoning on from rounded numbers may lose the last of them.
        assert worth(found["left"]) == pytest.approx(worth(found["right"]), rel=2e-5, abs=6e-3), found[0]


def test_the_formula_gives_the_score_from_what_is_printed() -> None:
    out = told("explain", ERIKA, "--formula").out
    terms = [worth(term) for term in re.findall(r"[\d.]+ × 10\^\(\(.+?\) / 11\.2\)", out)]
    score = json.loads(told("score", ERIKA, "--format", "json").out)["score"]["value"]
    assert len(terms) >= 5
    assert 10.9 + 11.2 * math.log10(sum(terms)) == pytest.approx(score, abs=1e-4)


@pytest.mark.parametrize("factor", FACTORS)
def test_a_factor_from_history_is_the_same_as_from_the_exports(factor: str, history: dict[str, str]) -> None:
    recalled = klout("explain", factor, env=history)
    assert (recalled.code, recalled.err) == (0, "")
    assert recalled.out == told("explain", factor, ERIKA).out


@pytest.mark.parametrize("factor", ["audience", "endorsement"])
def test_one_more_point_is_one_more_point(factor: str) -> None:
    """The number that is said to add a point does, where it is set."""
    found = json.loads(told("explain", factor, ERIKA, "--format", "json").out)
    before = json.loads(told("score", ERIKA, "--format", "json").out)["score"]["value"]
    for account in (one for one in found["accounts"] if one["wanted"] and one["wanted"]["then"]):
        fact, then = account["wanted"]["fact"], account["wanted"]["then"]
        done = klout("whatif", "--set", f"{account['account']}.{fact}={then:.6f}", ERIKA, "--format", "json")
        assert json.loads(done.out)["after"]["score"]["value"] == pytest.approx(before + 1, abs=2e-3)


def test_the_whole_method_is_printed_as_the_file_it_is_computed_from(tmp_path: Path) -> None:
    page = told("explain", "--model").out
    assert yaml.safe_load(page)["name"] == "klout"
    own = tmp_path / "own.yaml"
    own.write_text(page, encoding="utf-8")
    done = klout("score", ERIKA, "--model", str(own), "--format", "json")
    assert json.loads(done.out)["model"]["standard"] is True
    assert yaml.safe_load(told("explain", "--model", "professional").out)["name"] == "professional"


def test_words_of_posts_are_shown_only_where_they_are_asked_for() -> None:
    words = "Abkürzungen schaffen Gäste"
    assert words not in told("explain", "resonance", ERIKA).out
    assert words in told("explain", "resonance", ERIKA, "--with-posts").out
    refused = klout("explain", "resonance", "--with-posts")
    assert refused.code == 2 and "--with-posts" in refused.err


@pytest.mark.parametrize("name", ["x", "erika_beratet", "x:erika_beratet", "XING"])
def test_an_account_is_explained_by_any_of_its_names(name: str) -> None:
    done = told("explain", name, ERIKA)
    assert done.code == 0 and "Sub-score" in done.out


@pytest.mark.parametrize(
    ("name", "said", "remedy"),
    [
        ("resonanz", "no such factor or account", "did you mean resonance?"),
        ("qqq", "no such factor or account", "facebook_page:Kaffeepause"),
        ("facebook_page", "several accounts are called so", "facebook_page:Kaffeepause"),
    ],
)
def test_what_is_not_there_is_a_usage_error_that_names_what_is(name: str, said: str, remedy: str) -> None:
    done = klout("explain", name, ERIKA)
    assert done.code == 2 and said in done.err and remedy in done.err


def test_without_history_there_is_the_list_of_questions(tmp_path: Path) -> None:
    done = klout("explain", env={"KLOUT_HOME": str(tmp_path)})
    assert done.code == 0 and "How many people can see you?" in done.out and "Barack Obama" in done.out
    assert klout("explain", "resonance", env={"KLOUT_HOME": str(tmp_path)}).code == 3


def test_the_list_says_what_is_not_measured_instead_of_points() -> None:
    out = told("explain", FACEBOOK).out
    assert re.search(r"^ +resonance +not measured ", out, re.MULTILINE) and re.search(r"^ +endorsement +does not apply ", out, re.MULTILINE)


def test_explaining_from_history_loads_nothing_heavy(history: dict[str, str]) -> None:
    code = f"import atexit, sys\natexit.register(lambda: print([name for name in {HEAVY!r} if name in sys.modules], file=sys.stderr))"
    done = python(code, "explain", "resonance", env=history)
    assert (done.code, done.err) == (0, "[]\n")


@pytest.mark.parametrize("columns", [60, 80, 120])
def test_a_factor_fits_the_terminal(golden: Golden, columns: int) -> None:
    shown = terminal("explain", "resonance", ERIKA, columns=columns)
    assert max(map(len, re.sub(r"\x1b\[[\d;]*m", "", shown).splitlines())) <= columns
    golden(f"cli-explain-resonance-{columns}.txt", shown)


@pytest.mark.parametrize(
    ("name", "arguments"),
    {
        "factors": ("explain", ERIKA),
        "account": ("explain", "x", ERIKA),
        "formula": ("explain", ERIKA, "--formula"),
        "endorsement-plain": ("explain", "endorsement", ERIKA, "--plain"),
        "audience-ascii": ("explain", "audience", ERIKA, "--ascii"),
    }.items(),
)
def test_explanations_are_golden(golden: Golden, name: str, arguments: tuple[str, ...]) -> None:
    golden(f"cli-explain-{name}.txt", told(*arguments).out)
