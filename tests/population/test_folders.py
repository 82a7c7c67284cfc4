"""Folders of part files, files given twice, and text that the engine reads itself."""

import re
import unicodedata
from pathlib import Path

import duckdb
import pandas as pd
import pytest

from klout_cli.population.cells import REPEATED
from klout_cli.population.readings import LETTERS
from tests.population.test_rank import HEADER, looked_at
from tests.population.test_ranking import klout

PEOPLE = 120
TEAMS = ("Süd", "Nord/West", "")


def flat_rows() -> list[dict[str, object]]:
    """Return invented accounts on two networks and in three teams, some of them unusable."""
    rows = []
    for number in range(PEOPLE):
        network = ("x", "linkedin")[number % 2]
        row: dict[str, object] = {
            "person": f"Person {chr(97 + number % 26)}{number % 50}",
            "account": f"h{number}",
            "followers": -1 if number % 40 == 7 else 100 + number * 7,
            "posts": 20,
            "likes": number * 3,
            "standing": f"{number % 60 / 10:.1f}",
            "consent": "no" if number % 50 == 9 else "",
        }
        rows.append(row | {"network": network, "team": TEAMS[number % 3]})
    return rows


def write_csv(path: Path, rows: list[dict[str, object]], columns: list[str]) -> Path:
    lines = [",".join(str(row.get(name, "")) for name in columns) for row in rows]
    path.write_text("\n".join([",".join(columns), *lines]) + "\n", encoding="utf-8")
    return path


def write_parquet(path: Path, rows: list[dict[str, object]], columns: list[str]) -> Path:
    source = write_csv(path.with_suffix(".source"), rows, columns)
    duckdb.sql(f"COPY (FROM read_csv('{source}')) TO '{path}' (FORMAT parquet)")
    source.unlink()
    return path


@pytest.mark.parametrize("write", [write_csv, write_parquet])
def test_w17_partitions_give_what_the_flat_file_gives_row_for_row(tmp_path, write):
    rows, columns = flat_rows(), [*HEADER, "team"]
    flat = write_csv(tmp_path / "flat.csv", rows, columns)
    inside = [name for name in columns if name not in ("network", "team")]
    folder = tmp_path / "people"
    for team in TEAMS:
        for network in ("x", "linkedin"):
            name = team.replace("/", "%2F") or "__HIVE_DEFAULT_PARTITION__"
            part = folder / f"team={name}" / f"network={network}"
            part.mkdir(parents=True)
            own = [row for row in rows if (row["team"], row["network"]) == (team, network)]
            write(part / "part-0.dat", own[:7], inside)
            write(part / "part-1.dat", own[7:], inside)
    (folder / "_SUCCESS").write_bytes(b"")
    from klout_cli.population.accounts import Choice

    for choice in (Choice(), Choice(by="team"), Choice(where=(("team", "Nord/West"),))):
        expected, (ledger,) = looked_at([flat], choice=choice)
        found, ledgers = looked_at([folder], choice=choice)
        pd.testing.assert_frame_equal(found, expected, rtol=0, atol=1e-9)
        assert sum(part.read for part in ledgers) == ledger.read == PEOPLE
        assert sum(part.used for part in ledgers) == ledger.used
        reasons: dict[str, int] = {}
        for part in ledgers:
            for reason, count in part.reasons.items():
                reasons[reason] = reasons.get(reason, 0) + count
        assert reasons == ledger.reasons


def test_a_file_given_twice_is_read_once_and_noted(tmp_path):
    folder = tmp_path / "people"
    folder.mkdir()
    one = write_csv(folder / "one.csv", flat_rows()[:5], list(HEADER))
    write_csv(folder / "two.csv", flat_rows()[5:9], list(HEADER))
    (tmp_path / "link.csv").symlink_to(one)
    expected, ledgers = looked_at([folder])
    found, twice = looked_at([one, folder, folder / ".." / "people" / "one.csv"])
    linked, _ = looked_at([folder, tmp_path / "link.csv"])
    pd.testing.assert_frame_equal(found, expected)
    pd.testing.assert_frame_equal(linked, expected)
    assert [ledger.read for ledger in twice] == [ledger.read for ledger in ledgers] == [5, 4]
    assert [ledger.notes.get(REPEATED) for ledger in twice] == [1, None]
    overlapping = klout(folder / "*.csv", folder / "one*", "-f", "csv")
    assert overlapping.stdout == klout(folder, "-f", "csv").stdout


def test_a_file_given_twice_is_noted_where_its_rows_are_copied(tmp_path):
    path = tmp_path / "people.csv"
    path.write_text("person,network,followers\nAnna,x,5\nBert,x,6,7\n", encoding="utf-16")
    _, (ledger,) = looked_at([path, path])
    assert (ledger.read, ledger.skipped, ledger.notes[REPEATED]) == (2, 1, 1)


QUOTED = {
    "plain": 'person,network,followers\n"Müller, Anna",x,5\nBert,"x",-1\n"Cora","",7\n',
    "windows": 'person,network,followers\r\n"Müller, Anna",x,5\r\nBert,x,-1\r\n"Cora","",7\r\n',
    "marked": '\ufeff"person","network","followers"\n"Müller, Anna",x,5\nBert,x,-1\nCora,,7\n',
    "no end": 'person,network,followers\n"Müller, Anna",x,5\nBert,x,-1\nCora,"","7"',
    "doubled": 'person,network,followers\n"Müller, Anna",x,5\nBert,x,-1\n"Cora",,"7"\n"a ""b""",x,x\n',
    "two lines": 'person,network,followers\n"Müller, Anna",x,5\nBert,x,-1\nCora,,7\n"Do\nra",x,x\n',
}


@pytest.mark.parametrize("text", QUOTED.values(), ids=QUOTED)
def test_quotes_are_read_as_the_csv_module_reads_them(tmp_path, text):
    path = tmp_path / "people.csv"
    path.write_text(text, encoding="utf-8", newline="")
    people, (ledger,) = looked_at([path])
    assert people["person"].tolist() == ["Cora", "Müller, Anna"]
    assert ledger.examples[0] == ("3", "negative count")


def test_letters_in_the_plain_pattern_fold_alike_everywhere():
    letters = [chr(code) for code in range(0x80, 0x10000) if re.match(f"[{LETTERS}]", chr(code))]
    assert len(letters) > 30_000
    lowered = duckdb.sql(f"SELECT lower('{''.join(letters)}')").fetchall()[0][0]
    for letter, lower in zip(letters, lowered, strict=True):
        assert letter.casefold() == letter.lower() == lower
        assert unicodedata.is_normalized("NFC", lower)
