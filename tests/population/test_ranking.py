"""Groups, filters, the first so many, standing from edges, and where a ranking is written."""

import json
import math
import os
import signal
import subprocess
import sys
import time

import duckdb
import networkx
import pandas as pd
import pytest

from klout_cli.errors import AccessError, InputError, UsageError
from klout_cli.files.container import Limits
from klout_cli.population.accounts import Choice
from klout_cli.population.cells import sources
from klout_cli.population.duck import Duck
from klout_cli.population.edges import standings
from klout_cli.population.rank import BREAKDOWN
from klout_cli.population.ranking import started
from klout_cli.translation import Message
from tests.cli.processes import python
from tests.population.test_rank import MODEL, READING, looked_at

PEOPLE = """person;network;account;followers;team;consent
Anna;x;a;1.000;Nord;
Anna;linkedin;a;50;Süd;
Bert;x;b;1.000;Nord;
Cora;LinkedIn;c;10.000;Süd;
Dora;x;d;;Süd;
Emil;x;e;500;Nord;no
"""


@pytest.fixture
def people(tmp_path):
    path = tmp_path / "people.csv"
    path.write_text(PEOPLE, encoding="cp1252")
    return path


MEASURED = """person,network,followers,posts,likes,comments,shares,responders,endorsements
Anna,x,1000,20,300,20,20,50,9
Bert,x,1000,20,300,20,20,50,9
Cora,x,10000,20,300,20,20,50,9
Dora,x,,,,,,,
Emil,x,500,,,,,,
"""


def test_percentile_is_the_share_of_the_table_that_scores_as_much_or_less(tmp_path):
    """Everybody with a score is ranked; a first impression has no percentile of its own."""
    path = tmp_path / "people.csv"
    path.write_text(MEASURED, encoding="utf-8")
    table, _ = looked_at([path])
    assert list(zip(table["person"], table["rank"], strict=True))[:4] == [
        ("Cora", 1),
        ("Anna", 2),
        ("Bert", 2),
        ("Emil", 4),
    ]
    assert table["quality"].tolist()[:4] == ["score"] * 3 + ["first_impression"]
    assert table["percentile"][:3].tolist() == pytest.approx([100, 75, 75])
    assert table["person"].tolist()[4] == "Dora"
    assert table["percentile"].isna().tolist() == [False, False, False, True, True]


@pytest.mark.parametrize("by", ["network", "Netzwerk"])
def test_groups_of_a_network_rank_its_accounts_alone(people, by):
    table, _ = looked_at([people], choice=Choice(by=by))
    found = [
        (row.group, row.person, row.rank) for row in table.itertuples() if row.rank == row.rank
    ]
    assert found == [
        ("linkedin", "Cora", 1),
        ("linkedin", "Anna", 2),
        ("x", "Anna", 1),
        ("x", "Bert", 1),
    ]


def test_groups_of_any_column(people):
    table, _ = looked_at([people], choice=Choice(by="TEAM"))
    assert table.columns[0] == "group"
    assert table.groupby("group")["person"].first().to_dict() == {"Nord": "Anna", "Süd": "Cora"}


def test_filters_and_the_first_so_many(people):
    table, (ledger,) = looked_at(
        [people], choice=Choice(where=(("network", "Twitter"), ("team", "nord")))
    )
    assert table["person"].tolist() == ["Anna", "Bert"]
    assert (ledger.read, ledger.used) == (6, 5)
    assert looked_at([people], top=1)[0]["person"].tolist() == ["Cora"]
    assert looked_at([people], top=1, choice=Choice(where=(("team", "Nord"),)))[0][
        "person"
    ].tolist() == ["Anna", "Bert"]


@pytest.mark.parametrize("choice", [Choice(by="colour"), Choice(where=(("colour", "red"),))])
def test_a_column_that_is_not_there_is_named(people, choice):
    with pytest.raises(InputError, match="no column 'colour'") as fault:
        looked_at([people], choice=choice)
    assert fault.value.remedy.startswith("one of: ") and "team" in fault.value.remedy.casefold()


@pytest.mark.parametrize("choice", [Choice(by="tema"), Choice(where=(("Taem", "Nord"),))])
def test_a_misspelt_column_is_guessed(people, choice):
    with pytest.raises(InputError) as fault:
        looked_at([people], choice=choice)
    assert fault.value.remedy.casefold() == "did you mean team?"


def test_a_misspelt_name_of_ours_is_guessed_in_any_table(tmp_path):
    (tmp_path / "leute.csv").write_text("Person,Netzwerk,Follower\nAnna,x,5\n", encoding="utf-8")
    with pytest.raises(InputError) as fault:
        looked_at([tmp_path / "leute.csv"], choice=Choice(by="netwrk"))
    assert fault.value.remedy in ("did you mean network?", "did you mean Netzwerk?")


def test_line_numbers_hold_where_quotes_and_blank_lines_begin(tmp_path):
    path = tmp_path / "people.csv"
    path.write_text(
        'person,network,followers\nAnna,x,5\n\n"Bert,\nB.",x,-1\nCora,x\nDora,x,1,2\nEmil,x,7"\n',
        encoding="utf-8",
    )
    (ledger,) = looked_at([path])[1]
    assert dict(ledger.examples)["4"] == "negative count"
    assert ledger.reasons["more cells than the header"] == 1
    assert ledger.notes == {"short rows: missing cells are unknown": 1}


def test_the_reason_of_an_unreadable_row_stays_translatable(tmp_path):
    path = tmp_path / "people.csv"
    path.write_text(f'person,followers\n"Anna ""A""",5\nBert,"{"1" * 2_000_000}"\n', "utf-8")
    (ledger,) = looked_at([path])[1]
    (reason,) = ledger.reasons
    assert isinstance(reason, Message)
    assert reason.template == "field over {size}"


def test_the_last_cell_of_a_column_settles_its_decimal_mark(tmp_path):
    path = tmp_path / "people.csv"
    path.write_text(
        "person;followers\n"
        + "Anna;1.234\n" * 1
        + "".join(f"P{n};5\n" for n in range(20_000))
        + "Bert;1,5 Tsd.\n",
        "utf-8",
    )
    table, (ledger,) = looked_at([path])
    scores = table.set_index("person")["score"]
    assert ledger.skipped == 0
    assert scores["P1"] < scores["Anna"] < scores["Bert"]


EDGES = [
    ("anna", "bert", 2.0),
    ("bert", "cora", 1.0),
    ("cora", "anna", 1.0),
    ("dora", "anna", 3.0),
    ("anna", "cora", 1.0),
    ("dora", "emil", 1.0),
]


@pytest.fixture
def edges(tmp_path):
    path = tmp_path / "edges.csv"
    rows = [f"{a.title()},{b.upper()},{weight}" for a, b, weight in EDGES]
    path.write_text(
        "\n".join(
            ["source,target,weight", *rows, "anna,anna,9", "anna,,1", "anna,bert,0", "anna,bert,x"]
        )
        + "\n",
        encoding="utf-8",
    )
    return path


def test_standing_from_edges_is_pagerank(edges):
    graph = networkx.DiGraph()
    graph.add_weighted_edges_from(EDGES)
    expected = networkx.pagerank(graph, tol=1e-13, max_iter=1000)
    with started("duckdb", "") as engine:
        found = standings(engine, sources([edges], Limits()), READING, MODEL)
        earned = dict(engine.rows("SELECT key, earned FROM standings"))
        assert (found.people, found.edges) == (5, 6)
        assert found.change < 1e-9
        assert found.ledger[0].reasons == {
            "no person": 1,
            "not a number": 1,
            "weight not above 0": 1,
        }
    assert sorted(earned, key=earned.__getitem__) == sorted(expected, key=expected.__getitem__)
    logs = pd.Series({person: math.log10(rank) for person, rank in expected.items()})
    rule = MODEL.factors.network
    places = rule.mean + rule.sd * (logs - logs.mean()) / logs.std(ddof=0)
    assert earned == pytest.approx(dict(places), abs=1e-7)


def test_standing_from_edges_fills_in_what_the_table_leaves_blank(edges, tmp_path):
    stated = tmp_path / "stated.csv"
    stated.write_text(
        "person,network,followers,standing\nAnna,x,1000,2.6\nBert,x,1000,\nNobody,x,1000,\n",
        encoding="utf-8",
    )
    table = looked_at([stated], edges=[edges])[0].set_index("person")
    assert table["network"]["Anna"] == table["network"]["Nobody"] == 0
    assert table["network"]["Bert"] != 0
    assert table["measured"]["Nobody"] < table["measured"]["Anna"] == table["measured"]["Bert"]


def test_edges_without_an_edge_are_refused(people, tmp_path):
    path = tmp_path / "edges.csv"
    path.write_text("source,target\nanna,Anna\n", encoding="utf-8")
    with pytest.raises(InputError, match="no edge"):
        looked_at([people], edges=[path])


def klout(*arguments: object, **options: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "klout_cli", "rank", *map(str, arguments)]
    return subprocess.run(
        command, capture_output=True, text=True, encoding="utf-8", check=False, **options
    )


def test_every_form_of_output_holds_the_same(people, tmp_path):
    for name in ("ranked.csv", "ranked.parquet", "ranked.jsonl"):
        assert klout(people, "-o", tmp_path / name).returncode == 0
    assert (tmp_path / "ranked.csv").stat().st_mode & 0o777 == 0o600
    read = (
        pd.read_csv(tmp_path / "ranked.csv"),
        duckdb.read_parquet(str(tmp_path / "ranked.parquet")).df(),
        pd.read_json(tmp_path / "ranked.jsonl", lines=True),
    )
    assert read[0]["person"].tolist() == ["Cora", "Anna", "Bert", "Dora"]
    for other in read[1:]:
        pd.testing.assert_frame_equal(read[0], other, check_dtype=False)
    assert klout(people, "-f", "csv").stdout == (tmp_path / "ranked.csv").read_text("utf-8")
    assert [
        json.loads(line)["rank"] for line in klout(people, "-f", "json").stdout.splitlines()
    ] == [1, 2, 3, None]


def test_what_is_written_still_sums_to_the_score(people):
    rows = [json.loads(line) for line in klout(people, "-f", "json").stdout.splitlines()]
    scored = [row for row in rows if row["rank"]]
    assert scored
    for row in scored:
        assert math.fsum(row[part] for part in BREAKDOWN) == pytest.approx(row["score"], abs=1e-9)
        assert not any(str(value).startswith("-0.0") and not value for value in row.values())


def test_T13_names_are_no_formulas_in_csv_alone(tmp_path):
    path = tmp_path / "people.csv"
    path.write_text("person,network,followers\n=1+1,x,5\n", encoding="utf-8")
    assert "\n'=1+1," in klout(path, "-f", "csv").stdout
    assert '"person":"=1+1"' in klout(path, "-f", "json").stdout


def test_every_output_has_the_same_order(tmp_path):
    """By the name as it is, not as a spreadsheet gets it."""
    path = tmp_path / "people.csv"
    path.write_text("person,network,followers\n=Z,x,5\n'A,x,5\n", encoding="utf-8")
    lines = klout(path, "-f", "csv").stdout.splitlines()[1:]
    assert [line.split(",")[0] for line in lines] == ["'A", "'=Z"]
    rows = [json.loads(line) for line in klout(path, "-f", "json").stdout.splitlines()]
    assert [row["person"] for row in rows] == ["'A", "=Z"]


def test_who_refuses_consent_is_counted_and_strict_says_4(people):
    found = klout(people, "--strict")
    assert found.returncode == 4
    assert "1 person left out, no consent" in found.stderr
    assert klout(people, "--where", "team").returncode == 2
    assert klout(people, "-o", "ranked.xml").returncode == 2


def test_patterns_that_no_shell_resolves(people, tmp_path):
    (tmp_path / "people2.csv").write_text("person,network,followers\nZoe,x,5\n", encoding="utf-8")
    assert "Zoe" in klout(tmp_path / "peo*.csv").stdout
    assert klout(tmp_path / "nobody*.csv").returncode == 5


@pytest.mark.parametrize("after", [0.6, 1.0, 1.5, 2.5])
def test_a_killed_run_leaves_no_output_and_the_next_one_cleans_up(tmp_path, after):
    path, output = tmp_path / "people.csv", tmp_path / "out" / "ranked.csv"
    output.parent.mkdir()
    path.write_text(
        "person,network,followers\n" + "".join(f"P{n},x,{n}\n" for n in range(150_000)),
        encoding="utf-8",
    )
    environment = {**os.environ, "TMPDIR": str(tmp_path)}
    command = [sys.executable, "-m", "klout_cli", "rank", str(path), "-o", str(output)]
    with subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL) as process:
        time.sleep(after)
        process.send_signal(signal.SIGKILL)
    assert not output.exists() or len(output.read_text("utf-8").splitlines()) == 150_001
    path.write_text("person,network,followers\nP,x,1\n", encoding="utf-8")
    assert klout(path, env=environment).returncode == 0
    assert not list(tmp_path.glob(".klout-*"))


def test_more_than_can_be_sorted_in_memory_is_told(tmp_path):
    with Duck("15MB") as engine:
        engine.create("people", "SELECT repeat('x', 200) || i AS person FROM range(100000) AS r(i)")
        with pytest.raises(AccessError, match="too many people") as fault:
            engine.write("SELECT * FROM people ORDER BY person", tmp_path / "ranked.csv", "csv")
    assert "--engine spark" in fault.value.remedy


def test_spark_is_named_where_it_is_not_installed(monkeypatch):
    monkeypatch.setitem(sys.modules, "klout_cli.population.spark", None)
    with pytest.raises(UsageError, match="Spark is not installed"), started("spark", "local[1]"):
        pass


@pytest.mark.parametrize("size", [4096, 1_000_000])
def test_w11_a_temporary_folder_without_room_is_named_and_nothing_is_left(tmp_path, size):
    rows = "".join(f"P{n},{'x' if n % 2 else 'blog'},{n}\n" for n in range(30_000))
    path = tmp_path / "people.csv"
    path.write_text("person,network,followers\n" + rows, encoding="utf-8")
    folder = tmp_path / "full"
    folder.mkdir()
    limit = f"import resource; resource.setrlimit(resource.RLIMIT_FSIZE, ({size}, {size}))"
    done = python(limit, "rank", str(path), env={"TMPDIR": str(folder)})
    assert (done.code, done.out) == (5, "") and str(folder) in done.err
    assert not list(folder.iterdir())
