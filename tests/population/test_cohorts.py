"""A month's cohort against the last one: history files, changes and their margin."""

import csv
import io
import math
import re
from pathlib import Path

import duckdb
import pytest

from klout_cli.population.accounts import Choice
from klout_cli.population.cohorts import compare, save_scores, take_files
from klout_cli.population.ranking import ranking, started
from tests.population.test_rank import AS_OF, MODEL, READING
from tests.population.test_ranking import klout

HEADER = "person,network,followers,posts,likes,comments,shares,responders,endorsements,standing\n"
FEBRUARY = {"Anna": 1000, "Bert": 1000, "Cora": 1000, "Dora": 1000}
MARCH = {"Anna": 4000, "Bert": 1001, "Cora": 250, "Emil": 1000}


def write_month(folder: Path, name: str, people: dict[str, int], more: str = "") -> Path:
    path = folder / name
    rows = (
        f"{person},x,{count},20,{count // 5},60,20,40,9,3\n" for person, count in people.items()
    )
    path.write_text(HEADER + "".join(rows) + more, encoding="utf-8")
    return path


def changes(text: str) -> dict[str, dict[str, str]]:
    return {row["person"]: row for row in csv.DictReader(io.StringIO(text))}


@pytest.fixture
def months(tmp_path: Path) -> tuple[Path, Path]:
    impression = "Fritz,x,500,,,,,,,\n"
    february = write_month(tmp_path, "february.csv", FEBRUARY, impression)
    return february, write_month(tmp_path, "march.csv", MARCH, impression)


def test_two_tables_are_compared_in_one_command(months):
    done = klout("--compare", *months, "-f", "csv")
    assert done.returncode == 0, done.stderr
    rows = changes(done.stdout)
    assert {name: row["verdict"] for name, row in rows.items()} == {
        "Anna": "up",
        "Bert": "no clear change",
        "Cora": "down",
        "Dora": "no longer scored",
        "Emil": "new",
        "Fritz": "first impression",
    }
    assert rows["Fritz"]["before"] == rows["Fritz"]["change"] == rows["Dora"]["margin"] == ""
    for row in rows.values():
        if row["change"]:
            change = float(row["now"]) - float(row["before"])
            assert float(row["change"]) == pytest.approx(change, abs=1e-9)
            clear = abs(change) > float(row["margin"])
            assert clear == (row["verdict"] in ("up", "down"))
    sizes = [abs(float(row["change"])) for row in rows.values() if row["change"]]
    assert sizes == sorted(sizes, reverse=True)


def test_the_margin_is_that_of_one_person_seen_twice(months, tmp_path):
    """Method §7 by hand: sampling of both dates, and a fifth of what is missing, twice."""
    noises = []
    files = [tmp_path / "0.parquet", tmp_path / "1.parquet"]
    for table, file in zip(months, files, strict=True):
        with started("duckdb") as engine:
            ranking(engine, [table], MODEL, READING, as_of=AS_OF, choice=Choice())
            save_scores(engine, file, AS_OF, "klout 2", None)
            noises += engine.rows("SELECT noise FROM ranked WHERE person = 'Anna'")
    with started("duckdb") as engine:
        take_files(engine, files)
        rows, total = compare(engine, MODEL).first(1)
    points = MODEL.points
    lacking = [points[id] for id in ("reciprocity", "substance")]
    missing = 0.3 * sum(lacking) ** 2 + 0.7 * sum(part**2 for part in lacking)
    assert total == 6
    assert rows[0]["person"] == "Anna"
    margin = MODEL.interval.normal * math.sqrt(sum(noise for (noise,) in noises))
    assert rows[0]["margin"] == pytest.approx(margin, abs=1e-9)
    assert margin > MODEL.interval.normal * math.sqrt(2 * 0.2 * missing)


@pytest.mark.parametrize("suffix", [".parquet", ".duckdb"])
def test_a_history_keeps_each_date_once(months, tmp_path, suffix):
    history = tmp_path / f"scores{suffix}"
    dates = ((months[0], "2026-02-01"), (months[1], "2026-03-01"), (months[1], "2026-03-01"))
    for table, day in dates:
        done = klout(table, "--history", history, "--as-of", day)
        assert done.returncode == 0, done.stderr
    assert history.stat().st_mode & 0o777 == 0o600
    by_dates = klout("--history", history, "--compare", "2026-02-01", "2026-03-01", "-f", "csv")
    by_words = klout("--history", history, "--compare", "previous", "latest", "-f", "csv")
    by_tables = klout("--compare", *months, "-f", "csv")
    assert by_dates.stdout == by_words.stdout == by_tables.stdout != ""
    missing = klout("--history", history, "--compare", "2026-01-01", "latest")
    assert missing.returncode == 3
    assert "2026-02-01, 2026-03-01" in missing.stderr


def test_who_refuses_consent_now_is_removed_from_every_date(months, tmp_path):
    history = tmp_path / "scores.parquet"
    assert klout(months[0], "--history", history, "--as-of", "2026-02-01").returncode == 0
    refusing = tmp_path / "april.csv"
    refusing.write_text("person,network,followers,consent\nAnna,x,9,no\nBert,x,9,yes\n", "utf-8")
    assert klout(refusing, "--history", history, "--as-of", "2026-04-01").returncode == 0
    people = duckdb.read_parquet(str(history)).fetchall()
    assert sum("Anna" in row for row in people) == 0
    assert sum("Bert" in row for row in people) == 2


def test_a_file_that_is_no_history_is_named(months, tmp_path):
    history = tmp_path / "scores.parquet"
    history.write_bytes(b"PAR1 nothing")
    done = klout(months[0], "--history", history)
    assert done.returncode == 5
    assert "scores.parquet" in done.stderr
    assert history.read_bytes() == b"PAR1 nothing"


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("--compare", "2026-02-01", "latest"),
        ("people.csv", "--history", "scores.csv"),
        ("people.csv", "--engine", "spark", "--history", "scores.parquet"),
        ("people.csv", "--conf", "spark.executor.memory"),
    ],
)
def test_options_that_do_not_fit_together_are_refused(arguments):
    assert klout(*arguments).returncode == 2


def test_the_screens_fit_38_lines_of_80_columns(tmp_path):
    people = {f"Person {n} with a long name": 100 + n for n in range(300)}
    table = write_month(
        tmp_path, "a.csv", people, "A,x,-1\nB,x,x\n,x,1\nC,x,1.5\nTotal,x,9\nD,x,5%\n"
    )
    for arguments in ((table,), (table, "--by", "network"), ("--compare", table, table)):
        for language in ("en", "de"):
            done = klout(*arguments, "--lang", language, env={"COLUMNS": "80", "PATH": "/bin"})
            lines = done.stdout.splitlines()
            assert done.returncode == 0, done.stderr
            assert len(lines) <= 38
            assert all(len(line) <= 80 for line in lines if str(tmp_path) not in line)
            assert not re.search(r"\x1b", done.stdout)
