"""`klout export`: the tables behind a score, whole or not at all, private, and good for scoring again."""

import json
import stat
from pathlib import Path

import duckdb
import pandas
import pytest

from tests.cli.processes import ERIKA, X, klout

TABLES = {"accounts", "levels", "posts", "interactions", "contacts"}


@pytest.mark.parametrize("form", ["csv", "parquet"])
def test_every_table_is_written_privately(form: str, tmp_path: Path) -> None:
    folder = tmp_path / "tables"
    done = klout("export", ERIKA, "-o", str(folder), "--format", form)
    assert (done.code, done.out) == (0, "")
    assert {file.name for file in folder.iterdir()} == {f"{name}.{form}" for name in TABLES}
    assert {stat.S_IMODE(file.stat().st_mode) for file in folder.iterdir()} == {0o600}
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_both_forms_hold_the_same(tmp_path: Path) -> None:
    for form in ("csv", "parquet"):
        klout("export", X, "-o", str(tmp_path / form), "--format", form)
    assert len(pandas.read_csv(tmp_path / "csv" / "posts.csv")) > 100
    for name in TABLES:
        written = pandas.read_csv(
            tmp_path / "csv" / f"{name}.csv", dtype=str, keep_default_na=False
        )
        kept = duckdb.read_parquet(str(tmp_path / "parquet" / f"{name}.parquet")).df()
        assert list(written.columns) == list(kept.columns) and len(written) == len(kept)


def test_exported_posts_score_as_the_export_does(tmp_path: Path) -> None:
    """Likes and reposts of X stand in the table as in the archive, so reactions against expectation are the same."""
    klout("export", X, "-o", str(tmp_path / "tables"))
    levels = pandas.read_csv(tmp_path / "tables" / "levels.csv")
    followers = int(levels[levels.metric == "followers"].value.iloc[-1])
    accounts = tmp_path / "accounts.csv"
    accounts.write_text(
        f"person,network,account,followers\nErika,x,erika_beratet,{followers}\n", encoding="utf-8"
    )
    again = klout(
        "score",
        str(tmp_path / "tables" / "posts.csv"),
        str(accounts),
        "--as-of",
        "2026-02-27",
        "--format",
        "json",
    )
    first = klout("score", X, "--format", "json")
    z = [
        {factor["id"]: factor["z"] for factor in json.loads(done.out)["accounts"][0]["factors"]}[
            "resonance"
        ]
        for done in (first, again)
    ]
    assert z[0] == pytest.approx(z[1], abs=1e-9)


def test_a_text_that_looks_like_a_formula_is_no_formula(tmp_path: Path) -> None:
    posts = tmp_path / "posts.csv"
    posts.write_text(
        'date,network,account,text,likes\n2026-02-01,other,me,"=1+1",3\n2026-02-02,other,me,fine,-0\n',
        encoding="utf-8",
    )
    assert klout("export", str(posts), "-o", str(tmp_path / "tables")).code == 0
    assert "'=1+1" in (tmp_path / "tables" / "posts.csv").read_text(encoding="utf-8")


def test_a_folder_that_exists_is_left_alone(tmp_path: Path) -> None:
    done = klout("export", X, "-o", str(tmp_path))
    assert done.code == 2 and "doesn't exist yet" in done.err and not any(tmp_path.iterdir())
    assert klout("export", X).code == 2
