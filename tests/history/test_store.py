"""What a history keeps, gives back, forgets and repairs (reliability S2, S4, S5, S7, P5)."""

import json
import os
import sqlite3
import stat
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import TypeAlias

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from klout_cli.errors import AccessError
from klout_cli.history import store
from klout_cli.history.store import History, NoPlaceError
from klout_cli.results import Input, Score
from tests.history.snapshots import MODEL, SCORE, numbers, snapshot

PAGE = 4096
Damage: TypeAlias = Callable[[bytes], bytes]


@pytest.fixture
def history(tmp_path: Path) -> History:
    return History(tmp_path / "home" / "history.sqlite3")


def filled(history: History, count: int = 12) -> History:
    for number in range(count):
        history.keep(snapshot(number), MODEL, SCORE)
    return history


def test_what_is_kept_comes_back_whole_by_date(history: History) -> None:
    assert history.keep(snapshot(2, as_of="2026-03-01"), MODEL, SCORE)
    assert history.keep(snapshot(1, as_of="2025-09-01"), MODEL, replace(SCORE, value=50.25))
    first, second = history.all()
    assert (first.snapshot, first.model, first.value) == (
        snapshot(1, as_of="2025-09-01"),
        MODEL,
        50.25,
    )
    assert (second.snapshot, second.score, second.id) == (snapshot(2, as_of="2026-03-01"), SCORE, 1)


def test_nothing_is_made_by_looking(history: History) -> None:
    assert history.all() == [] and history.forget(list) == 0 and history.repair() is None
    assert not history.path.parent.exists()


def test_only_its_owner_may_read_it(history: History) -> None:
    before = os.umask(0)
    try:
        filled(history, 1)
    finally:
        os.umask(before)
    assert stat.S_IMODE(history.path.stat().st_mode) == 0o600
    assert stat.S_IMODE(history.path.parent.stat().st_mode) == 0o700


def test_the_same_twice_is_one_row_and_the_newest(history: History) -> None:
    filled(history, 2)
    assert not history.keep(snapshot(1), MODEL, SCORE)
    assert numbers(history.path) == [0, 1]
    assert not history.keep(snapshot(0), MODEL, SCORE)
    assert numbers(history.path) == [1, 0]


def test_names_of_files_make_no_other_snapshot_but_a_model_does(history: History) -> None:
    renamed = replace(snapshot(), inputs=(Input("twitter(1).zip", 3, 1000, "sha256:11"),))
    assert history.keep(snapshot(), MODEL, SCORE)
    assert not history.keep(renamed, MODEL, SCORE)
    assert history.keep(snapshot(), replace(MODEL, fingerprint="sha256:01"), SCORE)


def test_people_are_told_apart_by_names_and_accounts(history: History) -> None:
    history.keep(snapshot(1, "Anna Beispiel"), MODEL, SCORE)
    history.keep(snapshot(2, "Anna B. ☕"), MODEL, SCORE)
    history.keep(snapshot(3, "", handle="x"), MODEL, SCORE)
    history.keep(snapshot(4, "Bert Muster", handle="x"), MODEL, SCORE)
    for person, ids in (
        ("anna beispiel", [1, 2]),
        ("x:anna_b", [1, 2]),
        ("BERT MUSTER", [4]),
        ("Anna", []),
        ("", [1, 2, 3, 4]),
    ):
        assert [kept.id for kept in history.all(person)] == ids


def test_p5_of_what_is_forgotten_nothing_stays_in_the_file(history: History) -> None:
    for number in range(9):
        history.keep(
            snapshot(number, f"Zebrafink {number}", handle=f"zebra_{number}"), MODEL, SCORE
        )
    size = history.path.stat().st_size
    assert history.forget(lambda kept: kept[1::2]) == 4
    data = history.path.read_bytes()
    assert [
        f"Zebrafink {number}".encode() in data or f"zebra_{number}".encode() in data
        for number in range(9)
    ] == [True, False] * 4 + [True]
    assert len(data) < size and list(history.path.parent.iterdir()) == [history.path]
    assert history.forget(list) == 5
    assert b"ebra" not in history.path.read_bytes() and history.all() == []


def test_a_number_never_means_another_snapshot(history: History) -> None:
    filled(history, 3).forget(lambda kept: kept[-1:])
    history.keep(snapshot(7), MODEL, SCORE)
    assert [kept.id for kept in history.all()] == [1, 2, 4]


def test_s2_a_history_that_another_klout_writes_is_said(
    history: History, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "TIMEOUT", 0.01)
    filled(history, 1)
    with closing(sqlite3.connect(history.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert len(history.all()) == 1
        with pytest.raises(AccessError, match="Another klout is writing"):
            history.keep(snapshot(1), MODEL, SCORE)
        other.execute("ROLLBACK")
    assert history.keep(snapshot(1), MODEL, SCORE)


DAMAGE: dict[str, Damage] = {
    "S4 not a database": lambda data: b"Dear diary\n" * 1000,
    "S4 only zero bytes": lambda data: bytes(len(data)),
    "S4 no header": lambda data: bytes(100) + data[100:],
    "S4 cut off": lambda data: data[: len(data) // 2 // PAGE * PAGE],
    "S4 cut off within a page": lambda data: data[:-100],
    "S4 a page of zeros": lambda data: data[: 8 * PAGE] + bytes(PAGE) + data[9 * PAGE :],
    "S4 noise": lambda data: data[: 4 * PAGE] + bytes(range(256)) * 32 + data[6 * PAGE :],
    "S4 a word": lambda data: data.replace(b'"as_of"', b"as_of,,", 1),
    "S4 no UTF-8": lambda data: data.replace(b"measured", b"measur\xff\xfe", 1),
}
LEAST_SAVED = {"S4 cut off": 4, "S4 cut off within a page": 8, "S4 a word": 11, "S4 no UTF-8": 11}


@pytest.mark.parametrize("name", DAMAGE)
def test_a_damaged_file_is_repaired_and_never_overwritten(history: History, name: str) -> None:
    """Rows are saved up to the first damaged page, and what is lost is counted where it can be."""
    filled(history)
    damaged = DAMAGE[name](history.path.read_bytes())
    history.path.write_bytes(damaged)
    os.utime(history.path, (1_772_366_400, 1_772_366_400))
    with pytest.raises(AccessError) as error:
        history.all()
    assert "klout history repair" in error.value.remedy
    assert history.path.read_bytes() == damaged
    repaired = history.repair()
    assert repaired is not None and repaired.saved >= LEAST_SAVED.get(name, 0)
    lost = 12 - repaired.saved if b"SQLite format 3" in damaged else None
    assert repaired.lost == lost
    assert repaired.aside.name == "history.sqlite3.damaged-2026-03-01"
    assert repaired.aside.read_bytes() == damaged
    assert [kept.snapshot for kept in history.all()] == [
        snapshot(number) for number in numbers(history.path)
    ]
    assert repaired.saved == len(history.all())
    assert history.keep(snapshot(99), MODEL, SCORE) and history.repair() is None
    assert stat.S_IMODE(history.path.stat().st_mode) == 0o600


def test_s4_each_damaged_file_has_its_own_name(history: History) -> None:
    for text in (b"one", b"two", b"three"):
        history.path.parent.mkdir(exist_ok=True)
        history.path.write_bytes(text * 1000)
        os.utime(history.path, (1_772_366_400, 1_772_366_400))
        history.repair()
    names = {
        path.name.removeprefix("history.sqlite3"): path.read_bytes()[:3]
        for path in history.path.parent.iterdir()
    }
    assert names == {
        "": b"SQL",
        ".damaged-2026-03-01": b"one",
        ".damaged-2026-03-01-2": b"two",
        ".damaged-2026-03-01-3": b"thr",
    }


def test_s4_the_journal_of_a_damaged_file_does_not_come_back(history: History) -> None:
    """A repair moves it along: SQLite would play it into whatever has the name."""
    filled(history)
    journal = history.path.with_name("history.sqlite3-journal")
    journal.write_bytes(bytes.fromhex("d9d505f920a163d7") + b"\xff" * 3000)
    history.path.write_bytes(b"no database" * 1000)
    history.repair()
    assert not journal.exists() and filled(history, 3).all()


def test_s4_zero_bytes_are_an_empty_history(history: History) -> None:
    """What is left by the end of the very first write, before anything was in it."""
    history.path.parent.mkdir()
    history.path.touch()
    assert history.all() == [] and history.repair() is None and history.path.stat().st_size == 0
    assert len(filled(history, 1).all()) == 1


@settings(
    max_examples=40,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    where=st.integers(0, 40 * PAGE), noise=st.binary(min_size=1, max_size=PAGE), rest=st.booleans()
)
def test_s4_whatever_is_damaged_the_fault_is_ours_and_repair_goes_on(
    tmp_path: Path, where: int, noise: bytes, rest: bool
) -> None:
    made = tmp_path / "made"
    data = (made if made.exists() else filled(History(made)).path).read_bytes()
    where %= len(data)
    history = History(tmp_path / f"{len(list(tmp_path.iterdir()))}" / "history")
    history.path.parent.mkdir()
    history.path.write_bytes(data[:where] + noise + (data[where + len(noise) :] if rest else b""))
    for use in (
        history.all,
        lambda: history.keep(snapshot(99), MODEL, SCORE),
        lambda: history.forget(lambda kept: kept[:3]),
    ):
        try:
            use()
        except AccessError as told:
            assert told.what and told.where == str(history.path)
    try:
        history.repair()
    except AccessError as told:
        assert "newer klout" in told.what or "another program" in told.what
        assert history.path.exists()
    else:
        history.all()
        history.keep(snapshot(100), MODEL, SCORE)


def test_s5_a_newer_history_is_read_and_not_written(history: History) -> None:
    filled(history, 2)
    with closing(sqlite3.connect(history.path)) as db:
        db.execute("ALTER TABLE kept ADD COLUMN mood TEXT")
        db.execute("PRAGMA user_version = 99")
    before = history.path.read_bytes()
    assert len(history.all()) == 2
    for use in (
        lambda: history.keep(snapshot(3), MODEL, SCORE),
        lambda: history.forget(list),
        history.repair,
    ):
        with pytest.raises(AccessError, match="newer klout made this history"):
            use()
    assert history.path.read_bytes() == before


def test_s5_a_newer_history_that_says_nothing_to_us(history: History) -> None:
    filled(history, 2)
    with closing(sqlite3.connect(history.path)) as db:
        db.execute("ALTER TABLE kept RENAME TO remembered")
        db.execute("PRAGMA user_version = 99")
    for use in (history.all, history.repair):
        with pytest.raises(AccessError, match="newer klout"):
            use()


def test_another_programs_database_is_left_alone(history: History) -> None:
    history.path.parent.mkdir()
    with closing(sqlite3.connect(history.path)) as db:
        db.execute("CREATE TABLE kept (bookmark)")
    before = history.path.read_bytes()
    for use in (
        history.all,
        lambda: history.keep(snapshot(), MODEL, SCORE),
        lambda: history.forget(list),
        history.repair,
    ):
        with pytest.raises(AccessError, match="belongs to another program"):
            use()
    assert history.path.read_bytes() == before


def test_s7_only_plain_files(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path, tmp_path / "pipe", Path("/dev/zero")):
        for use in (
            History(path).all,
            lambda path=path: History(path).keep(snapshot(), MODEL, SCORE),
            History(path).repair,
        ):
            with pytest.raises(AccessError, match="isn't a plain file"):
                use()


def test_s6_no_place_is_told_apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(NoPlaceError, match="history can't be opened"):
        History(tmp_path / "file" / "home" / "history").keep(snapshot(), MODEL, SCORE)
    monkeypatch.setattr(Path, "touch", lambda *_, **__: Path("/proc/nowhere").mkdir())
    with pytest.raises(NoPlaceError):
        History(tmp_path / "history").keep(snapshot(), MODEL, SCORE)


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is forbidden to root")
def test_s6_a_read_only_file_is_read(history: History) -> None:
    filled(history, 1).path.chmod(0o400)
    assert len(history.all()) == 1
    with pytest.raises(NoPlaceError):
        history.keep(snapshot(1), MODEL, SCORE)


def test_any_path_and_any_score(tmp_path: Path) -> None:
    for name in ("a?b#c%20d", "mode=ro&x", "Ärger 💥", "\udcff"):
        history = History(tmp_path / name)
        score = Score(1e-300, 0.1 + 0.2, 100.0, 1 / 3, 99.99)
        history.keep(snapshot(), MODEL, score)
        assert history.all()[0].score == score and history.path.is_file()


def test_it_is_one_plain_table_for_any_other_program(history: History) -> None:
    filled(history, 1)
    with closing(sqlite3.connect(history.path)) as db:
        assert db.execute("PRAGMA journal_mode").fetchone() == ("delete",)
        ((found,),) = db.execute("SELECT snapshot FROM kept").fetchall()
    assert json.loads(found)["person"] == "Anna Beispiel"


@pytest.mark.parametrize(
    "line",
    [
        "CREATE VIEW more AS SELECT 1",
        "CREATE TRIGGER t AFTER DELETE ON kept BEGIN SELECT 1; END",
        "CREATE TABLE other (a)",
        "CREATE INDEX i ON kept (id)",
    ],
)
def test_w10_a_history_with_another_schema_is_not_read(history: History, line: str) -> None:
    filled(history, 1)
    with closing(sqlite3.connect(history.path)) as db:
        db.execute(line)
        db.commit()
    with pytest.raises(AccessError, match="history is damaged"):
        history.all()


@pytest.mark.parametrize(
    ("change", "readable"),
    [
        ("json_set(score, '$.value', 100.0)", True),
        ("json_set(score, '$.value', 100.5)", False),
        ("json_set(score, '$.low', -0.1)", False),
        ("json_set(score, '$.measured', 1.1)", False),
        ("json_set(score, '$.high', 1e300)", False),
    ],
)
def test_a_number_out_of_range_is_damage(history: History, change: str, readable: bool) -> None:
    filled(history, 1)
    with closing(sqlite3.connect(history.path)) as db:
        db.execute(f"UPDATE kept SET score = CAST({change} AS BLOB)")
        db.commit()
    if readable:
        assert len(history.all()) == 1
    else:
        with pytest.raises(AccessError, match="unreadable rows"):
            history.all()


@pytest.mark.parametrize("followers", [-1, 1e30])
def test_a_count_out_of_range_is_damage(history: History, followers: float) -> None:
    filled(history, 1)
    with closing(sqlite3.connect(history.path)) as db:
        ((stored,),) = db.execute("SELECT snapshot FROM kept").fetchall()
        tree = json.loads(stored)
        tree["measured"][0]["measurements"][0]["facts"] = {"followers": followers}
        db.execute("UPDATE kept SET snapshot = ?", (json.dumps(tree).encode(),))
        db.commit()
    with pytest.raises(AccessError, match="unreadable rows"):
        history.all()
