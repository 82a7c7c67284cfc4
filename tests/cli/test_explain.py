"""`klout explain`: what it prints can be reckoned again by hand, and needs no export where there is a history."""

import json
import math
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from referencing import Registry, Resource

from klout_cli.factors import FACTORS as SCORED
from tests.cli.processes import ERIKA, FACEBOOK, ROOT, klout, python, terminal, told

Golden = Callable[[str, str], None]
FACTORS = tuple(factor.id for factor in SCORED)
EQUATION = re.compile(
    r"^\s+(?P<name>.+?)  +(?P<left>[^=\n]+) = (?P<right>[+−\d.,]+)( people|, which.*)?$",
    re.MULTILINE,
)
HEAVY = ("pandas", "numpy", "networkx", "scipy", "pyarrow", "lxml")


def worth(text: str) -> float:
    """Reckon what is printed, as a person with a pocket calculator would."""
    plain = (
        re.sub(r"\((posts|weighted)[^()]*\)|share | recommendations", "", text)
        .replace(",", "")
        .replace("−", "-")
        .replace("×", "*")
        .replace("^", "**")
    )
    plain = re.sub(r"(?<=[\d)]) (?=[+-]\d)", " + ", plain).replace("+ +", "+ ").replace("+ -", "- ")
    assert re.fullmatch(r"[\d\s.+*/()e-]*(log10[\d\s.+*/()e-]*)*", plain), plain
    return float(eval(plain, {"__builtins__": {}}, {"log10": math.log10}))


def checked(text: str) -> Any:
    """Return a JSON of explain that keeps its schema."""
    schema, report = (
        json.loads((ROOT / f"klout_cli/reports/schema/{name}-1.json").read_text(encoding="utf-8"))
        for name in ("explain", "report")
    )
    found = json.loads(text)
    registry: Any = Registry().with_resource(report["$id"], Resource.from_contents(report))
    jsonschema.Draft202012Validator(schema, registry=registry).validate(found)
    return found


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
        # Six digits that count are printed, points to three places; reckoning on from rounded
        # numbers may lose the last of them.
        assert worth(found["left"]) == pytest.approx(worth(found["right"]), rel=2e-5, abs=6e-3), (
            found[0]
        )


def test_the_formula_gives_the_score_from_what_is_printed() -> None:
    out = told("explain", ERIKA, "--formula").out
    terms = [worth(term) for term in re.findall(r"[\d.]+ × 10\^\(\(.+?\) / 11\.2\)", out)]
    score = json.loads(told("score", ERIKA, "--format", "json").out)["score"]["value"]
    assert len(terms) >= 5
    assert 10.9 + 11.2 * math.log10(sum(terms)) == pytest.approx(score, abs=1e-4)


@pytest.mark.parametrize("factor", FACTORS)
def test_a_factor_from_history_is_the_same_as_from_the_exports(
    factor: str, history: dict[str, str]
) -> None:
    recalled = klout("explain", factor, env=history)
    assert (recalled.code, recalled.err) == (0, "")
    assert recalled.out == told("explain", factor, ERIKA).out


@pytest.mark.parametrize("factor", ["audience", "endorsement"])
def test_one_more_point_is_one_more_point(factor: str) -> None:
    """The number that is said to add a point does, where it is set."""
    found = json.loads(told("explain", factor, ERIKA, "--format", "json").out)
    before = json.loads(told("score", ERIKA, "--format", "json").out)["score"]["value"]
    wanted = [one for one in found["accounts"] if one["wanted"] and one["wanted"]["then"]]
    assert wanted
    for account in wanted:
        fact, then = account["wanted"]["fact"], account["wanted"]["then"]
        done = klout(
            "whatif", "--set", f"{account['account']}.{fact}={then:.6f}", ERIKA, "--format", "json"
        )
        assert json.loads(done.out)["after"]["score"]["value"] == pytest.approx(
            before + 1, abs=2e-3
        )


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
    assert done.code == 0 and re.search(r"^  FACTOR +points", done.out, re.MULTILINE)


@pytest.mark.parametrize(
    ("name", "said", "remedy"),
    [
        ("resonnance", "There is no factor or account resonnance.", "did you mean resonance?"),
        ("qqq", "There is no factor or account qqq.", "facebook_page:Kaffeepause"),
        ("facebook_page", "Several accounts match facebook_page.", "facebook_page:Kaffeepause"),
    ],
)
def test_what_is_not_there_is_a_usage_error_that_names_what_is(
    name: str, said: str, remedy: str
) -> None:
    done = klout("explain", name, ERIKA)
    assert done.code == 2 and said in done.err and remedy in done.err


def test_without_history_there_is_the_list_of_questions(tmp_path: Path) -> None:
    done = klout("explain", env={"KLOUT_HOME": str(tmp_path)})
    assert done.code == 0 and "How many people can see you?" in done.out
    assert "Barack Obama" in klout("explain", "-v", env={"KLOUT_HOME": str(tmp_path)}).out
    assert klout("explain", "resonance", env={"KLOUT_HOME": str(tmp_path)}).code == 3


def test_the_list_says_what_is_not_measured_instead_of_points() -> None:
    out = told("explain", FACEBOOK).out
    assert re.search(r"^  Endorsement +– ", out, re.MULTILINE)
    assert not re.search(r"^  [A-Z]\S* +[+−]\d", out, re.MULTILINE)


def test_explaining_from_history_loads_nothing_heavy(history: dict[str, str]) -> None:
    code = f"import atexit, sys\natexit.register(lambda: print([name for name in {HEAVY!r} if name in sys.modules], file=sys.stderr))"
    done = python(code, "explain", "resonance", env=history)
    assert (done.code, done.err) == (0, "[]\n")


def test_a_factor_fits_a_narrow_terminal(golden: Golden) -> None:
    screen = terminal("explain", "resonance", ERIKA, columns=60)
    assert max(map(len, re.sub(r"\x1b\[[\d;]*m", "", screen).splitlines())) <= 60
    golden("cli-explain-resonance-60.txt", screen)


@pytest.mark.parametrize(
    ("name", "arguments"),
    {
        "factors": ("explain", ERIKA),
        "account": ("explain", "x", ERIKA),
        "formula": ("explain", ERIKA, "--formula"),
        "endorsement-plain": ("explain", "endorsement", ERIKA, "--plain"),
    }.items(),
)
def test_explanations_are_golden(golden: Golden, name: str, arguments: tuple[str, ...]) -> None:
    golden(f"cli-explain-{name}.txt", told(*arguments).out)


JSON = ("--format", "json")


@pytest.mark.parametrize("what", ["resonance", "network", "interval", "outreach"])
def test_the_json_of_a_number_keeps_the_schema(what: str) -> None:
    assert checked(told("explain", what, ERIKA, *JSON).out)["id"] == what


def test_the_json_of_posts_has_their_words_only_where_asked_for() -> None:
    plain, asked = (
        checked(told("explain", "resonance", ERIKA, *JSON, *more).out)
        for more in ((), ("--with-posts",))
    )
    ids = {post[0] for posts in plain["evidence"].values() for post in posts}
    assert "texts" not in plain and asked["texts"].keys() <= ids and all(asked["texts"].values())


def test_the_list_is_json_with_the_points_of_the_score_or_without(tmp_path: Path) -> None:
    listed = told("explain", ERIKA, *JSON)
    score = json.loads(told("score", ERIKA, *JSON).out)
    points = {entry["id"]: entry["points"] for entry in score["breakdown"]}
    found = checked(listed.out)
    assert [one["id"] for one in found["factors"]] == [*FACTORS]
    assert all(one["points"] == points[one["id"]] for one in found["factors"])
    empty = checked(klout("explain", *JSON, env={"KLOUT_HOME": str(tmp_path)}).out)
    assert {one["points"] for one in empty["factors"]} == {None} and empty["numbers"] == found[
        "numbers"
    ]


@pytest.mark.parametrize("more", [(), ("--redact",)])
def test_an_account_is_json_and_adds_up(more: tuple[str, ...]) -> None:
    told_of = told("explain", "xing" if not more else "linkedin", ERIKA, *JSON, *more)
    found = checked(told_of.out)
    account = found["account"]
    assert found["average"] + sum(
        factor["points"] for factor in account["factors"]
    ) == pytest.approx(account["score"], abs=1e-6)
    assert account["handle"] == ("1" if more else "Erika_Beispiel") and account["doubts"]


@pytest.mark.parametrize("more", [(), ("--redact",)])
def test_the_formula_is_json_from_which_the_score_can_be_reckoned(more: tuple[str, ...]) -> None:
    found = checked(told("explain", ERIKA, "--formula", *JSON, *more).out)
    scale = found["scale"]
    accounts = sorted(found["accounts"], key=lambda account: -account["score"])
    weights = [scale["other_accounts"] ** place for place in range(len(accounts))]
    assert [scale["weights"][account["id"]] for account in accounts] == pytest.approx(weights)
    pooled = sum(
        weight * 10 ** ((account["score"] - scale["origin"]) / scale["slope"])
        for weight, account in zip(weights, accounts, strict=True)
    )
    assert scale["origin"] + scale["slope"] * math.log10(pooled) == pytest.approx(
        found["score"], abs=1e-6
    )
    assert sum(entry["points"] for entry in found["breakdown"]) == pytest.approx(
        found["score"], abs=1e-6
    )
    mine = [
        reckoned
        for one in found["explanations"]
        for reckoned in one["accounts"]
        if reckoned["account"] == found["accounts"][0]["id"]
    ]
    assert scale["average"] + sum(one["points"] for one in mine) == pytest.approx(
        found["accounts"][0]["score"], abs=1e-6
    )
    assert ("erika" in json.dumps(found).casefold()) != bool(more)


def test_the_score_is_tried_under_a_thousand_methods(history: dict[str, str]) -> None:
    done = told("explain", "method", "--robust", ERIKA)
    assert (done.code, done.err) == (0, "")
    found = checked(told("explain", "method", "--robust", ERIKA, "--format", "json").out)
    score = json.loads(told("score", ERIKA, "--format", "json").out)["score"]["value"]
    quantiles = [one["score"] for one in found["quantiles"]]
    assert (found["methods"], found["score"]) == (1000, score)
    assert quantiles == sorted(quantiles) and quantiles[0] < score < quantiles[-1]
    assert f"first in {100 * found['strongest']['stays_first']:.0f} %" in done.out
    assert "certain" not in done.out.replace("how certain the number itself is", "")
    assert klout("explain", "method", "--robust", env=history).out == done.out


@pytest.mark.parametrize("form", ["table", "json"])
def test_other_methods_name_no_account_if_redacted(form: str) -> None:
    done = told("explain", "method", "--robust", ERIKA, "--redact", "--format", form)
    assert done.code == 0 and "robust" in done.out
    assert not re.search("kaffeepause|erika|example", done.out, re.IGNORECASE)


def test_only_the_whole_method_can_be_varied() -> None:
    done = klout("explain", "resonance", ERIKA, "--robust")
    assert done.code == 2 and "klout explain method --robust" in done.err


def test_a_first_impression_is_not_tried_under_other_methods() -> None:
    done = klout("explain", "method", "--robust", FACEBOOK)
    assert done.code == 3 and "first impression" in done.err


def test_the_method_is_the_file_it_is_computed_from() -> None:
    assert told("explain", "method").out == told("explain", "--model", "klout").out
