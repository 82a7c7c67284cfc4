"""DuckDB, Spark and the way of one person give the same numbers; Spark where Java is."""

import csv
import json
import math
import os
import random
import shutil
import signal
import subprocess
from datetime import date
from pathlib import Path

import pytest

from klout_cli.errors import AccessError, InputError
from klout_cli.factors.measure import measure_account
from klout_cli.files.container import Limits
from klout_cli.importers.read import read as read_exports
from klout_cli.person.topics import Topics
from klout_cli.pipeline import Options, merge_person
from klout_cli.population.rank import COLUMNS
from klout_cli.population.ranking import Ranking, ranking, started
from klout_cli.scoring.judge import judge
from tests.population.test_rank import AS_OF, HEADER, MODEL, NETWORKS, NUMBERS, READING

BLANK = ("", " ", "-", "–", "n/a", "k. A.", "#NV", "null")
A_FILE = 200

pyspark = pytest.mark.skipif(
    shutil.which("java") is None, reason="Spark needs Java, which is not here"
)


def name_of(number: int) -> str:
    """Return a name of consonants alone: numbers do not tell people apart, and ae is taken for an ä without its dots."""
    return "Person " + "".join("bcdfghjklm"[int(digit)] for digit in f"{number:05}")


def people_files(folder: Path, people: int) -> list[Path]:
    """Write invented people, blank in every way, in tables of 200."""
    chance = random.Random(8)

    def cell(name: str) -> str:
        if chance.random() < 0.3:
            return chance.choice(BLANK)
        if name in ("standing", "reciprocity"):
            return f"{chance.random() * (6 if name == 'standing' else 1):.4f}"
        return str(int(10 ** (chance.random() * 6)) - 1)

    paths = []
    for start in range(0, people, A_FILE):
        paths.append(folder / f"people {start:05}.csv")
        with paths[-1].open("w", encoding="utf-8", newline="") as file:
            table = csv.writer(file)
            table.writerow(HEADER)
            for number in range(start, min(start + A_FILE, people)):
                for account in range(chance.choice((1, 1, 2, 4))):
                    cells = [cell(name) for name in NUMBERS]
                    table.writerow(
                        [
                            name_of(number),
                            chance.choice(NETWORKS),
                            f"h{account}",
                            *cells,
                            chance.choice(("", "yes")),
                        ]
                    )
    return paths


def all_of(found: Ranking) -> dict[str, dict[str, object]]:
    rows, _ = found.people.first(1_000_000)
    return {str(row["person"]): row for row in rows}


def assert_same(one: object, other: object) -> None:
    assert (one is None) == (other is None)
    assert one == other or math.isclose(float(str(one)), float(str(other)), rel_tol=0, abs_tol=1e-9)


def people_counts(few: int) -> list[object]:
    return [pytest.param(few, id="few"), pytest.param(10_000, id="10,000", marks=pytest.mark.slow)]


@pytest.mark.parametrize("people", people_counts(400))
def test_duckdb_gives_what_one_person_after_the_other_gets(tmp_path, people):
    paths = people_files(tmp_path, people)
    with started("duckdb", "") as engine:
        table = all_of(ranking(engine, paths, MODEL, READING, as_of=AS_OF))
    assert len(table) == people
    scored = 0
    for place, path in enumerate(paths):
        exports = read_exports([path], READING, Limits())
        for number in range(place * A_FILE, min((place + 1) * A_FILE, people)):
            options = Options(
                paths=[path],
                model=MODEL,
                reading=READING,
                today=date.fromisoformat(AS_OF),
                as_of=date.fromisoformat(AS_OF),
                person=name_of(number),
            )
            views = merge_person(exports, options).seen(MODEL, Topics({}))
            alone = judge(list(map(measure_account, views)), MODEL, AS_OF)
            row = table[name_of(number)]
            assert (alone is None) == (row["score"] is None)
            if alone is not None:
                scored += 1
                points = {"ceiling": 0.0} | {entry.id: entry.points for entry in alone.breakdown}
                expected = {
                    "score": alone.score.value,
                    "low": alone.score.low,
                    "high": alone.score.high,
                    "measured": alone.score.measured,
                }
                assert row["quality"] == alone.score.quality
                assert (row["percentile"] is None) == (alone.score.percentile is None)
                for name, value in (points | expected).items():
                    assert_same(row[name], value)
    assert scored > people / 2


@pyspark
@pytest.mark.slow
@pytest.mark.filterwarnings("ignore:PySpark does not yet fully support pandas")
@pytest.mark.filterwarnings("ignore::ResourceWarning")
@pytest.mark.parametrize("people", people_counts(400))
def test_spark_gives_what_duckdb_gives(tmp_path, people):
    pytest.importorskip("pyspark")
    paths = people_files(tmp_path, people)
    with paths[0].open("a", encoding="utf-8") as file:
        file.write(f"{name_of(1)},x,new,-5\n{name_of(2)},x,h9,1,2,3,4,5,6,7,8,1.5,0.5,no\n")
    edges = tmp_path / "edges.csv"
    edges.write_text(
        "source,target,weight\n"
        + "".join(f"{name_of(n % 40)},{name_of(n * n % 41)},{n % 3 + 1}\n" for n in range(400))
    )
    with started("duckdb", "") as engine:
        duck = ranking(engine, paths, MODEL, READING, as_of=AS_OF, edges=[edges])
        expected = all_of(duck)
    with started("spark", "local[2]") as engine:
        spark = ranking(engine, paths, MODEL, READING, as_of=AS_OF, edges=[edges])
        found = all_of(spark)
        spark.people.write(tmp_path / "ranked", "json")
        with pytest.raises(AccessError, match="Spark could not finish"):
            spark.people.write(edges / "below a file", "json")
        with pytest.raises(InputError, match="no header") as fault:
            ranking(engine, [edges], MODEL, READING, as_of=AS_OF)
        assert fault.value.where == "edges.csv"
    assert spark.ledger == duck.ledger
    assert spark.refused == duck.refused == 1
    assert found.keys() == expected.keys()
    for name, row in found.items():
        for column in COLUMNS:
            assert_same(row[column], expected[name][column])
    parts = sorted((tmp_path / "ranked").glob("part-*"))
    written = [json.loads(line) for part in parts for line in part.read_text("utf-8").splitlines()]
    assert [row["person"] for row in written] == [*expected]


def kill_an_executor(app: str) -> None:
    """Kill one worker process of a Spark application that this test started."""
    listed = subprocess.run(
        ["ps", "-ww", "-eo", "pid,args"], capture_output=True, text=True, check=True
    )
    pids = [
        int(line.split()[0])
        for line in listed.stdout.splitlines()
        if "CoarseGrainedExecutorBackend" in line and app in line and "java" in line.split()[1]
    ]
    assert pids, "no executor runs"
    os.kill(pids[0], signal.SIGKILL)


@pyspark
@pytest.mark.slow
@pytest.mark.filterwarnings("ignore:PySpark does not yet fully support pandas")
@pytest.mark.filterwarnings("ignore::ResourceWarning")
@pytest.mark.parametrize("checkpoints", [True, False])
def test_a_machine_lost_by_spark_costs_time_or_ends_the_run(tmp_path, monkeypatch, checkpoints):
    """With a checkpoint folder nothing but time is lost; without one the run ends and says so."""
    pytest.importorskip("pyspark")
    from klout_cli.population.spark import Spark

    paths = people_files(tmp_path, 400)
    with started("duckdb") as engine:
        expected = all_of(ranking(engine, paths, MODEL, READING, as_of=AS_OF))
    create = Spark.create

    def create_and_kill(self: Spark, name: str, query: str) -> None:
        create(self, name, query)
        if name == "staged":
            kill_an_executor(self._session.sparkContext.applicationId)

    monkeypatch.setattr(Spark, "create", create_and_kill)
    settings = {"spark.checkpoint.dir": str(tmp_path / "checkpoints")} if checkpoints else {}
    settings |= {"spark.executor.memory": "1g", "spark.driver.memory": "1g"}
    with started("spark", "local-cluster[2,1,1024]", settings) as engine:
        if not checkpoints:
            with pytest.raises(AccessError, match="Spark could not finish") as fault:
                all_of(ranking(engine, paths, MODEL, READING, as_of=AS_OF))
            assert "spark.checkpoint.dir" in fault.value.remedy
            return
        found = all_of(ranking(engine, paths, MODEL, READING, as_of=AS_OF))
    assert found.keys() == expected.keys()
    for name, row in found.items():
        for column in COLUMNS:
            assert_same(row[column], expected[name][column])
