import math
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from klout_cli.errors import InputError, KloutError
from klout_cli.factors.measure import measure_account
from klout_cli.files.container import Limits
from klout_cli.importers.accounts_table import NO_POSTS, NUMBERS
from klout_cli.importers.read import read as read_exports
from klout_cli.person.topics import Topics
from klout_cli.pipeline import Options, merge_person
from klout_cli.population.accounts import Choice
from klout_cli.population.rank import BREAKDOWN, COLUMNS, ORDER, rank
from klout_cli.population.ranking import ranking, started
from klout_cli.population.tables import write_parquet
from klout_cli.results import Judgement, LedgerRow
from klout_cli.scoring.judge import judge
from klout_cli.scoring.model import load
from klout_cli.values.dates import midnight
from klout_cli.values.reading import Reading

AS_OF = "2026-03-01"
READING = Reading(latest=midnight(2026, 3, 3))
HEADER = ("person", "network", "account", *NUMBERS, "consent")
MODEL = load("klout")


def written(
    folder: str | Path, rows: Sequence[Mapping[str, object]], name: str = "people.csv"
) -> Path:
    path = Path(folder) / name
    lines = [",".join(f'"{row.get(column, "")}"' for column in HEADER) for row in rows]
    path.write_text("\n".join([",".join(HEADER), *lines]) + "\n", encoding="utf-8")
    return path


def looked_at(
    paths: Sequence[Path], model: str = "klout", as_of: str = AS_OF, **options: Any
) -> tuple[pd.DataFrame, tuple[LedgerRow, ...]]:
    """Rank tables with DuckDB; return all people in order, and the ledger."""
    with started("duckdb", "") as engine:
        found = ranking(engine, paths, load(model), READING, as_of=as_of, **options)
        rows, total = found.people.first(1_000_000)
        assert len(rows) == total
        return pd.DataFrame(rows, columns=[*found.people.columns]), found.ledger


def ranked(
    folder: str | Path, rows: Sequence[Mapping[str, object]], model: str = "klout", **options: Any
) -> pd.DataFrame:
    return looked_at([written(folder, rows)], model, **options)[0]


def accounts(*paths: Path) -> list[dict[str, Any]]:
    """Return the accounts that are used, in the order of their persons."""
    with started("duckdb", "") as engine:
        ranking(engine, paths, MODEL, READING, as_of=AS_OF)
        found = engine.rows(f"SELECT person, {', '.join(NUMBERS)} FROM accounts ORDER BY person")
        return [dict(zip(("person", *NUMBERS), row, strict=True)) for row in found]


def judged(path: Path, name: str, model: str) -> Judgement | None:
    """Judge one person of a table on the way `klout score` goes."""
    found = read_exports([path], READING, Limits())
    day = date.fromisoformat(AS_OF)
    options = Options(
        paths=[path], model=load(model), reading=READING, today=day, as_of=day, person=name
    )
    views = merge_person(found, options).seen(load(model), Topics({}))
    return judge(list(map(measure_account, views)), load(model), AS_OF)


NETWORKS = (
    "x",
    "instagram",
    "LinkedIn",
    "Facebook",
    "facebook_profile",
    "blog",
    "xing",
    "Google+",
    "Pinterest",
    "other",
    "",
)
BLANKS = st.sampled_from(["", "-", "n/a", "k. A.", "#NV"])
COUNT = st.one_of(BLANKS, st.integers(0, 300), st.integers(0, 10**7))
ROW = st.fixed_dictionaries(
    dict.fromkeys(NUMBERS, COUNT)
    | {
        "network": st.sampled_from(NETWORKS),
        "standing": st.one_of(BLANKS, st.floats(0, 6).map(lambda value: f"{value:.4f}")),
        "reciprocity": st.one_of(BLANKS, st.floats(0, 1).map(lambda value: f"{value:.4f}")),
    }
)


@settings(deadline=None, derandomize=True, max_examples=12)
@given(
    st.lists(st.lists(ROW, min_size=1, max_size=5), min_size=1, max_size=4),
    st.sampled_from(["klout", "professional"]),
)
def test_a_table_gives_what_one_person_after_the_other_gets(people, model):
    rows = [
        {**row, "person": f"Person {'ABCD'[number]}", "account": f"h{place}"}
        for number, own in enumerate(people)
        for place, row in enumerate(own)
    ]
    with TemporaryDirectory() as folder:
        table = ranked(folder, rows, model).set_index("person")
        assert len(table) == len(people)
        for name, row in table.iterrows():
            alone = judged(Path(folder) / "people.csv", str(name), model)
            if alone is None:
                assert row.isna().all()
                continue
            score = alone.score
            for column in ("low", "high", "measured"):
                assert row[column] == pytest.approx(getattr(score, column), abs=1e-9)
            assert row["score"] == pytest.approx(score.value, abs=1e-9)
            assert row["quality"] == score.quality
            assert pd.isna(row["percentile"]) == (score.percentile is None)
            points = {entry.id: entry.points for entry in alone.breakdown}
            assert {name: row[name] for name in BREAKDOWN} == pytest.approx(
                {"ceiling": 0.0} | points, abs=1e-9
            )
            assert sum(row[name] for name in BREAKDOWN) == pytest.approx(row["score"], abs=1e-9)


@settings(deadline=None, derandomize=True, max_examples=6)
@given(st.lists(ROW, min_size=2, max_size=8), st.randoms(use_true_random=False))
def test_the_order_of_rows_changes_nothing(rows, random):
    rows = [
        {**row, "person": f"Person {place % 3}", "account": f"h{place}"}
        for place, row in enumerate(rows)
    ]
    with TemporaryDirectory() as folder:
        table = ranked(folder, rows)
        shuffled = ranked(folder, random.sample(rows, len(rows)))
    pd.testing.assert_frame_equal(table, shuffled, rtol=0, atol=1e-9)


def population(*people: Sequence[Mapping[str, object]]) -> pd.DataFrame:
    """Rank people whose numbers need not be whole, so that a z can be hit exactly."""
    texts = ("cohort", "key", "person", "network")
    rows = [
        (
            *("", f"person {number}", f"Person {number}", account["network"]),
            *(None if (v := account.get(name)) != v else v for name in NUMBERS),
        )
        for number, own in enumerate(people)
        for account in own
    ]
    kinds = dict.fromkeys(texts, "VARCHAR") | dict.fromkeys(NUMBERS, "DOUBLE")
    with started("duckdb", "") as engine:
        engine.load("accounts", kinds, rows)
        rank(engine, "accounts", MODEL)
        found = engine.rows(f"SELECT {', '.join(COLUMNS)} FROM ranked ORDER BY {ORDER}")
        return pd.DataFrame(list(found), columns=list(COLUMNS))


def row(
    network: str, followers: float, following: float = math.nan, /, **z: float
) -> dict[str, object]:
    """Return a row with the numbers that give these z."""
    ref = MODEL.reference(network)
    mu = ref.c * max(followers, 10) ** ref.b
    found: dict[str, object] = {"network": network, "followers": followers, "following": following}
    if "resonance" in z or "breadth" in z:
        found["posts"] = 20.0
    if "resonance" in z:
        found["likes"] = (2 + 20 * mu * (1 - ref.phi)) * 10 ** (0.67 * z["resonance"]) - 2
    if "breadth" in z:
        found["responders"] = (2 + 0.9 * (20 * mu) ** 0.85) * 10 ** (0.5 * z["breadth"]) - 2
    if "endorsement" in z:
        found["endorsements"] = (
            10
            ** (
                ref.norm_a + ref.norm_b * math.log10(1 + followers) + ref.norm_sd * z["endorsement"]
            )
            - 1
        )
    if "network" in z:
        found["standing"] = 2.6 + 0.97 * z["network"]
    if "reciprocity" in z:
        found["reciprocity"] = 0.5 + 0.2 * z["reciprocity"]
    return found


@pytest.mark.parametrize(
    ("followers", "score"),
    [
        (0, 10.84),
        (10, 22.51),
        (100, 33.29),
        (387, 39.84),
        (400, 40.00),
        (1_000, 44.45),
        (5_000, 52.27),
        (50_000, 63.47),
        (1_000_000, 78.04),
        (18_500_000, 92.24),
        (26_600_000, 94.00),
        (100_000_000, 98.32),
    ],
)
def test_golden_numbers_of_followers(tmp_path, followers, score):
    (found,) = ranked(tmp_path, [{"person": "Erika", "network": "x", "followers": followers}])[
        "score"
    ]
    assert found == pytest.approx(score, abs=0.005)


@pytest.mark.parametrize(
    ("followers", "following", "score"),
    [(400, 0, 41.97), (1_000, 100, 46.42), (700, 4_800, 32.92), (300, 5_000, 23.23)],
)
def test_golden_numbers_of_mass_following(tmp_path, followers, following, score):
    (found,) = ranked(
        tmp_path,
        [{"person": "Erika", "network": "x", "followers": followers, "following": following}],
    )["score"]
    assert found == pytest.approx(score, abs=0.005)


@pytest.mark.parametrize(
    ("network", "followers", "posts", "reactions", "z"),
    [
        ("x", 400, 20, 40, 0.0649),
        ("x", 400, 20, 80, 0.4986),
        ("x", 400, 90, 360, 0.5132),
        ("x", 400, 360, 360, 0.5132),
        ("x", 400, 1_000, 360, 0.5132),
        ("x", 400, 3, 0, -0.8481),
        ("instagram", 3_000, 20, 3_000, -0.0538),
        ("linkedin", 1_000, 10, 400, 0.4455),
    ],
)
def test_golden_numbers_of_resonance(tmp_path, network, followers, posts, reactions, z):
    known = {
        "network": network,
        "followers": followers,
        "posts": posts,
        "likes": reactions,
        "comments": 0,
    }
    (found,) = ranked(tmp_path, [{"person": "Erika", **known}])["resonance"]
    assert found / MODEL.points["resonance"] == pytest.approx(z, abs=0.00005)


def test_golden_personas():
    """All but the quiet expert: resonance on a blog without amplification cannot be stated in sums, because φ is 1 there."""
    consultant = [
        row("x", 1200, 900, resonance=1, breadth=0.5),
        row("linkedin", 650, endorsement=1, resonance=0.5),
        row("xing", 180),
        row("blog", 900, endorsement=0.5),
    ]
    bot = [row("x", 700, 4800, resonance=-1.5, breadth=-1, reciprocity=-1)]
    pages = [row("facebook_page", 3000), row("facebook_page", 1200), row("facebook_profile", 260)]
    table = population(consultant, bot, pages)
    assert list(table["person"]) == ["Person 0", "Person 2", "Person 1"]
    assert list(table["rank"]) == [1, 2, 3]
    assert list(table["score"]) == pytest.approx([52.35, 47.31, 28.26], abs=0.005)
    breakdown = {
        "audience": 5.21,
        "resonance": 1.19,
        "breadth": 0.34,
        "endorsement": 1.33,
        "channels": 4.28,
    }
    assert table.loc[0, list(breakdown)].to_dict() == pytest.approx(breakdown, abs=0.005)
    assert table.loc[1, "channels"] == pytest.approx(3.38, abs=0.005)


def test_columns_and_people_who_cannot_be_scored(tmp_path):
    rows = [
        {"person": "Nobody", "network": "x"},
        {"person": "Anna", "network": "x", "followers": 10},
    ]
    table = ranked(tmp_path, rows)
    assert tuple(table.columns) == COLUMNS
    assert list(table["person"]) == ["Anna", "Nobody"]
    assert table["score"].isna().tolist() == [False, True]
    assert table["rank"].isna().tolist() == [False, True]


def test_equal_scores_share_a_rank(tmp_path):
    rows = [
        {"person": name, "network": "x", "followers": count}
        for name, count in (("c", 10), ("b", 50), ("a", 10), ("d", 5))
    ]
    table = ranked(tmp_path, rows)
    assert list(zip(table["person"], table["rank"], strict=True)) == [
        ("b", 1),
        ("a", 2),
        ("c", 2),
        ("d", 4),
    ]


def test_a_closed_network_counts_only_for_its_time(tmp_path):
    rows = [{"person": "Erika", "network": "Google+", "followers": 10}]
    assert ranked(tmp_path, rows, as_of="")["score"].isna().all()
    assert ranked(tmp_path, rows, as_of="2019-04-03")["score"].isna().all()
    assert ranked(tmp_path, rows, as_of="2019-04-02")["score"].notna().all()


def test_rows_that_cannot_be_used_are_counted_by_reason_and_named_by_line(tmp_path):
    rows = [
        {"person": "Erika", "network": "x", "followers": 5},
        {"person": "Erika", "network": "x", "followers": -5},
        {"person": "Anna", "network": "x", "followers": 7, "consent": "yes"},
        {"person": "ANNA", "network": "blog", "followers": 7, "consent": "no"},
        {"person": "", "network": "x", "followers": 7},
        {"person": "Jörg", "network": "x", "account": "@J", "followers": "1,2 Tsd."},
        {"person": "Jo\u0308rg", "network": "Twitter", "account": "j", "followers": 9},
        {"person": "Uwe", "network": "x", "standing": 7},
        {"person": "Ina", "network": "x", "consent": "perhaps"},
        {"person": "Summe", "followers": 99},
    ]
    path = written(tmp_path, rows)
    people, (ledger,) = looked_at([path])
    assert (ledger.read, ledger.used, ledger.skipped) == (10, 2, 8)
    assert {int(line): reason for line, reason in ledger.examples} == {
        3: "negative count",
        4: "no consent",
        5: "no consent",
        6: "no person",
        8: "same account twice",
        9: "standing outside 0 to 6",
        10: "consent is not yes, no or a date",
        11: "looks like a total",
    }
    assert [row["followers"] for row in accounts(path)] == [5, 1200]
    assert list(people["person"]) == ["Jörg", "Erika"]


def test_several_files_are_one_population(tmp_path):
    one = written(
        tmp_path,
        [
            {"person": "Erika", "network": "x", "followers": 5},
            {"person": "Anna", "network": "x", "followers": 9},
        ],
        "one.csv",
    )
    two = written(
        tmp_path,
        [
            {"person": "erika", "network": "xing", "followers": 7},
            {"person": "Anna", "consent": "no"},
        ],
        "two.csv",
    )
    table, ledgers = looked_at([one, two])
    assert [(ledger.used, ledger.skipped) for ledger in ledgers] == [(1, 1), (1, 1)]
    assert list(table["person"]) == ["Erika"]
    assert table.loc[0, "channels"] > 0


TYPED = [
    {
        "person": "Erika",
        "network": "x",
        "account": "1",
        "followers": 1200,
        "likes": 40,
        "posts": 20,
        "standing": 2.345,
        "consent": "yes",
    },
    {"person": "Anna", "network": "blog", "followers": None, "standing": 0.5},
    {"person": None, "network": "x", "followers": 3},
]


def test_parquet_holds_what_csv_holds(tmp_path):
    path = tmp_path / "people.parquet"
    write_parquet(pd.DataFrame(TYPED).astype({"followers": "Int64"}), path)
    same = written(tmp_path, [{k: v for k, v in row.items() if v is not None} for row in TYPED])
    people, (ledger,) = looked_at([path])
    pd.testing.assert_frame_equal(people, looked_at([same])[0])
    assert ledger.reasons == {"no person": 1}
    path.write_bytes(path.read_bytes()[:200])
    with pytest.raises(InputError, match="this Parquet file is damaged"):
        looked_at([path])


def test_parquet_counts_that_are_not_whole_are_skipped(tmp_path):
    path = tmp_path / "people.parquet"
    frame = pd.DataFrame({"person": ["a", "b", "c"], "followers": [5.0, 123.456, -1.0]})
    write_parquet(frame, path)
    (ledger,) = looked_at([path])[1]
    assert ledger.reasons == {"not a whole number": 1, "negative count": 1}
    assert [row["followers"] for row in accounts(path)] == [5]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", "empty"),
        ("a,b\n1,2\n", "no header"),
        ("network,followers\nx,5\n", "there is no column of persons"),
        ("person,Person\na,b\n", "two"),
    ],
)
def test_what_is_no_such_table_is_refused(tmp_path, text, fault):
    path = tmp_path / "people.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=fault):
        looked_at([path])


def test_a_header_without_rows_is_valid(tmp_path):
    people, (ledger,) = looked_at([written(tmp_path, [])])
    assert ledger.read == 0
    assert people.empty


@settings(deadline=None, derandomize=True, max_examples=12)
@given(
    st.lists(
        st.lists(
            st.one_of(
                st.sampled_from(["", "Erika", "x", "5", "1.234", "0,5", "no", "-"]),
                st.text(max_size=5),
            ),
            max_size=15,
        ),
        max_size=6,
    )
)
def test_any_table_gives_people_or_reasons(rows):
    with TemporaryDirectory() as folder:
        path = Path(folder) / "people.csv"
        path.write_text(
            ",".join(HEADER) + "\n" + "\n".join(",".join(cells) for cells in rows),
            encoding="utf-8",
            newline="",
        )
        try:
            people, (ledger,) = looked_at([path])
        except InputError:
            return
        assert ledger.read == ledger.used + ledger.skipped
        assert ledger.used == len(accounts(path))
        assert people["score"].dropna().between(1, 100).all()


@settings(deadline=None, derandomize=True, max_examples=12)
@given(st.binary(max_size=200), st.integers(0, 80))
def test_any_bytes_give_people_or_a_fault(data, cut):
    with TemporaryDirectory() as folder:
        path = Path(folder) / "people.csv"
        for start in (b"", b"PAR1", ",".join(HEADER).encode()[:cut]):
            path.write_bytes(start + data)
            try:
                ledgers = looked_at([path])[1]
            except KloutError:
                continue
            assert all(ledger.read == ledger.used + ledger.skipped for ledger in ledgers)


def test_folders_of_a_partitioned_table_state_their_columns(tmp_path):
    """As Spark, DuckDB and pandas write them: network=x/part.parquet."""
    for folder, people in (("network=x", ["Anna", "Bert"]), ("network=linkedin", ["Anna"])):
        (tmp_path / "people" / folder).mkdir(parents=True)
        frame = pd.DataFrame({"person": people, "followers": 1000})
        write_parquet(frame, tmp_path / "people" / folder / "part.parquet")
    stated = [
        {"person": name, "network": network, "account": "part", "followers": 1000}
        for name, network in (("Anna", "x"), ("Bert", "x"), ("Anna", "linkedin"))
    ]
    people, ledgers = looked_at([tmp_path / "people"])
    pd.testing.assert_frame_equal(people, looked_at([written(tmp_path, stated)])[0])
    assert sum(ledger.used for ledger in ledgers) == 3
    one_by_one, _ = looked_at(sorted((tmp_path / "people").glob("*/part.parquet")))
    pd.testing.assert_frame_equal(people, one_by_one)


def test_folders_of_text_tables_state_their_columns_too(tmp_path):
    folder = tmp_path / "people" / "team=S%C3%BCd" / "network=xing"
    folder.mkdir(parents=True)
    (folder / "a.csv").write_text('person,followers\n"Anna",5\n', encoding="utf-8")
    (folder / "b.csv").write_text("person,followers\nBert,5\n", encoding="utf-8")
    people, _ = looked_at([tmp_path / "people"], choice=Choice(by="team"))
    assert people["group"].tolist() == ["Süd", "Süd"]
    assert people["score"].notna().all()


def test_reactions_without_posts_measure_nothing_and_are_told(tmp_path):
    numbers = {"network": "x", "followers": 400, "likes": 5, "responders": 7}
    rows = [
        {"person": "Anna", **numbers, "posts": 0},
        {"person": "Bert", **numbers, "posts": 20},
        {"person": "Cora", **numbers},
        {"person": "Dora", "network": "x", "followers": 400, "posts": 0, "likes": 0},
    ]
    table, (ledger,) = looked_at([written(tmp_path, rows)])
    scored = table.set_index("person")
    assert scored["breadth"]["Anna"] == scored["breadth"]["Cora"] == 0
    assert scored["breadth"]["Bert"] != 0
    assert scored["measured"]["Anna"] == 0
    assert ledger.notes[NO_POSTS] == 1
    assert ledger.used == 4


NUMBERS_AS_WRITTEN = {
    "1e3": "not a number",
    "1_000": "not a number",
    "0x10": "not a number",
    "inf": "not a number",
    "nan": "not a number",
    "true": "not a number",
    "1.204.332": 1_204_332,
    "1 204": 1_204,
    " 7 ": 7,
    "12345678901": 12_345_678_901,
    "1.204": 1_204,
    "1,5 Tsd.": 1_500,
}


@pytest.mark.parametrize("quote", ["", '"'])
def test_a_number_is_what_a_person_means_by_it(tmp_path, quote):
    """Whoever reads the table: the engine (no quotes), or the csv module (quotes)."""
    path = tmp_path / "people.csv"
    lines = [f"P{place};{quote}{cell}{quote}" for place, cell in enumerate(NUMBERS_AS_WRITTEN)]
    path.write_text("\n".join(["person;followers", *lines]), encoding="utf-8")
    found = {row["person"]: row["followers"] for row in accounts(path)}
    assert found == {
        f"P{place}": value
        for place, value in enumerate(NUMBERS_AS_WRITTEN.values())
        if not isinstance(value, str)
    }
    (ledger,) = looked_at([path])[1]
    assert ledger.reasons == {"not a number": 6}


@pytest.mark.parametrize("standing", ["0.5,2.25,7", "0,5;2,25;7", "0.5,2.25,7.5"])
def test_rates_have_the_decimal_mark_of_their_column(tmp_path, standing):
    path = tmp_path / "people.csv"
    mark = ";" if ";" in standing else ","
    lines = [f"P{place}{mark}{cell}" for place, cell in enumerate(standing.split(mark))]
    path.write_text("\n".join([f"person{mark}standing", *lines]), encoding="utf-8")
    assert [row["standing"] for row in accounts(path)] == [0.5, 2.25]
    assert looked_at([path])[1][0].reasons == {"standing outside 0 to 6": 1}


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_lines_and_encodings_change_nothing(tmp_path, end, encoding):
    path = tmp_path / "leute [1].csv"
    text = end.join(["Liste", "", "person;network;followers", "Jörg;x;5", "Anna;x;-1", "Zoë;x;7"])
    path.write_bytes(text.encode(encoding))
    people, (ledger,) = looked_at([path])
    assert people["person"].tolist() == ["Zoë", "Jörg"]
    assert ledger.examples == (("5", "negative count"),)


def test_no_extension_is_installed_or_loaded(tmp_path):
    path = written(tmp_path, [{"person": "Erika", "network": "x", "followers": 5}])
    query = "SELECT extension_name FROM duckdb_extensions() WHERE loaded AND install_mode <> 'STATICALLY_LINKED'"
    with started("duckdb", "") as engine:
        ranking(engine, [path], MODEL, READING, as_of=AS_OF)
        assert list(engine.rows(query)) == []
        for name in ("autoinstall_known_extensions", "autoload_known_extensions"):
            assert list(engine.rows(f"SELECT current_setting('{name}')")) == [(False,)]


def test_the_interval_is_that_of_the_method(tmp_path):
    """The interval by hand: x (grade A), 400 followers, 20 posts, likes known, carried unknown."""
    numbers = {"network": "x", "followers": 400, "posts": 20, "likes": 90, "reciprocity": 0.5}
    (found,) = ranked(tmp_path, [{"person": "Erika", **numbers}]).to_dict("records")
    p = MODEL.points
    expected = 20 * 0.09 * 400**0.5 * 0.75
    sampling = p["resonance"] * (0.5 / 0.67) * expected / (2 + expected) / math.sqrt(20)
    lacking = [points for id, points in p.items() if id not in ("resonance", "reciprocity")]
    missing = 0.3 * sum(lacking) ** 2 + 0.7 * sum(points**2 for points in lacking)
    half = MODEL.interval.normal * math.sqrt(sampling**2 + missing + 1)
    assert found["score"] - found["low"] == pytest.approx(half, abs=1e-9)
    assert found["high"] - found["score"] == pytest.approx(half, abs=1e-9)
    share = (p["resonance"] + p["reciprocity"]) / sum(p.values())
    assert found["measured"] == pytest.approx(share, abs=1e-9)
    assert found["quality"] == "first_impression"
