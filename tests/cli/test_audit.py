"""`klout audit`: its screens, its JSON, and that it needs no export where there is a history."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest

from tests.cli.processes import ERIKA, ROOT, X, klout, python, told

Golden = Callable[[str, str], None]
HEAVY = ("pandas", "numpy", "networkx", "scipy", "pyarrow", "lxml")
PIPED = {
    "audit": (),
    "audit-verbose": ("-v",),
}


@pytest.mark.parametrize("name", PIPED)
def test_piped_screens_are_golden(golden: Golden, name: str) -> None:
    done = told("audit", ERIKA, *PIPED[name])
    assert (done.code, done.err) == (0, "")
    golden(f"cli-{name}.txt", done.out)


def test_the_json_keeps_the_schema_and_its_counts_are_those_of_the_screen() -> None:
    found = json.loads(told("audit", ERIKA, "--format", "json").out)
    schema = json.loads(
        (ROOT / "klout_cli/reports/schema/audit-1.json").read_text(encoding="utf-8")
    )
    jsonschema.Draft202012Validator(schema).validate(found)
    assert sum(found["counts"].values()) == len(found["checks"]) == 14 * len(found["accounts"])
    shown = told("audit", ERIKA).out
    for name, state in (
        ("things to improve", "opportunity"),
        ("not checkable", "could_not_check"),
        ("fine", "passed"),
    ):
        checks = {check["id"] for check in found["checks"] if check["state"] == state}
        assert re.search(rf"(^  |· ){len(checks)} {name}( ·|$)", shown, re.MULTILINE)


def test_what_has_passed_is_counted_and_shown_only_when_asked_for() -> None:
    reason = "links to Blog kaffeepause"
    assert reason not in told("audit", ERIKA).out
    assert reason in told("audit", ERIKA, "-v").out


def test_a_snapshot_is_audited_like_its_exports(tmp_path: Path) -> None:
    env = {"KLOUT_HOME": str(tmp_path)}
    assert klout("score", ERIKA, env=env).code == 0
    recalled, read = (
        json.loads(klout("audit", *paths, "--format", "json", env=env).out)
        for paths in ((), (ERIKA,))
    )
    assert recalled["checks"] == read["checks"]
    assert recalled["accounts"] == read["accounts"]
    assert recalled["ledger"] == []


def test_auditing_a_snapshot_loads_nothing_heavy(tmp_path: Path) -> None:
    env = {"KLOUT_HOME": str(tmp_path)}
    assert klout("score", X, env=env).code == 0
    code = f"import atexit, sys\natexit.register(lambda: print([name for name in {HEAVY!r} if name in sys.modules], file=sys.stderr))"
    done = python(code, "audit", env=env)
    assert (done.code, done.err) == (0, "[]\n")


def test_without_exports_and_history_it_says_what_to_do(tmp_path: Path) -> None:
    done = klout("audit", env={"KLOUT_HOME": str(tmp_path)})
    assert (done.code, done.out) == (3, "")
    assert len(done.err.splitlines()) <= 3


def test_an_account_without_a_score_is_audited_too(tmp_path: Path) -> None:
    table = tmp_path / "posts.csv"
    table.write_text("date,network,account,likes\n2026-02-20,mastodon,erika,3\n")
    assert klout("score", str(table), env={"KLOUT_HOME": str(tmp_path / "home")}).code == 3
    done = klout("audit", str(table), "-v")
    assert done.code == 0
    assert "Mastodon erika" in done.out


def test_the_result_goes_to_a_file(tmp_path: Path) -> None:
    file = tmp_path / "audit.json"
    done = klout("audit", X, "--format", "json", "-o", str(file))
    assert (done.code, done.out) == (0, "")
    assert json.loads(file.read_text())["schema"] == "klout.audit/1"
    assert file.stat().st_mode & 0o777 == 0o600
    assert klout("audit", X, "-o", str(file)).code == 2


def test_strict_refuses_skipped_rows() -> None:
    assert klout("audit", ERIKA, "--strict").code == 4


def test_no_text_of_a_profile_is_kept_or_shown() -> None:
    """Whether there is a text is all that is known of it.

    Not even its words are in what a program gets.
    """
    for done in (told("audit", ERIKA, "-v"), told("audit", ERIKA, "--format", "json")):
        assert not re.search("ruhige Krisen|Klartext, Kaffee|Kommunikation, Kaffee", done.out)
