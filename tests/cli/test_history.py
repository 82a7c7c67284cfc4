"""`klout score` keeps a snapshot, `klout history` shows it again.

What keeping may fail at costs no score (reliability S1-S9, S12, P5).
"""

import csv
import json
import os
import re
import signal
import sqlite3
import subprocess
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.cli.processes import (
    CLEAN,
    ERIKA,
    KLOUT,
    LINKEDIN,
    MANY_SECONDS,
    ROOT,
    Ended,
    X,
    injected,
    klout,
    python,
    shell,
    told,
)

BEFORE = "sample_data/erika/2025-09-01"
JSON = ("--format", "json")


class Home(NamedTuple):
    """A folder of its own for what klout keeps."""

    path: Path

    @property
    def file(self) -> Path:
        return self.path / "history.sqlite3"

    @property
    def env(self) -> Mapping[str, str]:
        return {"KLOUT_HOME": str(self.path)}

    def klout(self, *arguments: str) -> Ended:
        return klout(*arguments, env=self.env)

    def rows(self) -> list[dict[str, object]]:
        found: list[dict[str, object]] = json.loads(self.klout("history", "export").out)[
            "snapshots"
        ]
        return found


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path / "home")


@pytest.fixture(scope="module")
def two_dates(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The history of the sample person on two dates."""
    home = Home(tmp_path_factory.mktemp("two"))
    for folder in (ERIKA, f"{BEFORE}/x"):
        assert home.klout("score", folder).code == 0
    return home.file.read_bytes()


@pytest.fixture
def kept(home: Home, two_dates: bytes) -> Home:
    home.path.mkdir()
    home.file.write_bytes(two_dates)
    return home


def test_a_score_is_kept_once(home: Home) -> None:
    for _ in range(2):
        assert home.klout("score", X, *JSON) == told("score", X, *JSON)
    (row,) = home.rows()
    report = json.loads(told("score", X, *JSON).out)
    assert row["score"]["value"] == report["score"]["value"] and row["model"] == report["model"]
    assert row["snapshot"]["as_of"] == report["as_of"]
    assert home.file.stat().st_mode & 0o777 == 0o600 and list(home.path.iterdir()) == [home.file]


@pytest.mark.parametrize(
    "arguments",
    [
        ("score", X, "--no-history"),
        ("demo",),
        ("inspect", X),
        ("history", "list"),
        ("history", "export"),
    ],
)
def test_nothing_is_kept_by(home: Home, arguments: tuple[str, ...]) -> None:
    assert home.klout(*arguments).code == 0
    assert not home.path.exists()


def test_the_place_is_settled_by_flag_variable_settings_and_home(tmp_path: Path) -> None:
    here, home = tmp_path / "here", tmp_path / "home"
    here.mkdir()
    (here / "klout.yaml").write_text("history: {path: of-settings}", encoding="utf-8")
    env = {"KLOUT_HOME": str(home)}
    score = ("score", str(ROOT / X))
    klout(*score, "--history", "of-flag", env={**env, "KLOUT_HISTORY": "of-variable"}, cwd=here)
    klout(*score, env={**env, "KLOUT_HISTORY": "of-variable"}, cwd=here)
    klout(*score, env=env, cwd=here)
    assert sorted(path.name for path in here.iterdir()) == [
        "klout.yaml",
        "of-flag",
        "of-settings",
        "of-variable",
    ]
    assert not home.exists()
    klout(*score, env=env, cwd=tmp_path)
    klout(
        *score,
        env={"KLOUT_HOME": "", "HOME": str(tmp_path / "user"), "XDG_DATA_HOME": ""},
        cwd=tmp_path,
    )
    assert [path.parent.name for path in sorted(tmp_path.rglob("history.sqlite3"))] == [
        "home",
        "klout",
    ]


def test_the_list_and_what_stands_in_it(kept: Home) -> None:
    out = kept.klout("history", "list").out
    lines = [line for line in out.splitlines() if re.match(r" +\d+ +\d+ \w+ \d{4} ", line)]
    assert [line.split()[:4] for line in lines] == [
        ["2", "31", "Aug", "2025"],
        ["1", "28", "Feb", "2026"],
    ]
    assert "klout 2" in lines[0] and "LinkedIn" in lines[1]


@pytest.mark.parametrize("which", ["2", "2025-09-15", "previous"])
def test_a_snapshot_is_shown_as_it_was_scored(kept: Home, which: str) -> None:
    report = json.loads(told("score", f"{BEFORE}/x", *JSON).out)
    shown = json.loads(kept.klout("history", "show", which, *JSON).out)
    assert shown == {**report, "ledger": [], "warnings": shown["warnings"]}


def test_another_model_judges_it_again_and_says_so(kept: Home) -> None:
    shown = kept.klout("history", "show", "--model", "professional")
    again = told("score", ERIKA, "--model", "professional", *JSON)
    value = json.loads(again.out)["score"]["value"]
    assert shown.out.splitlines()[2].startswith(f"  {value:.1f} of 100")
    assert re.search(r"Scored again .* Published was \d\d\.\d+ by klout 2\.", shown.out)


@pytest.mark.parametrize(
    ("options", "left"),
    [
        (("--before", "2026-01-01"), [1]),
        (("--before", "2025-08-31"), [2, 1]),
        (("--network", "LinkedIn"), [2]),
        (("--network", "x", "--before", "2026-01-01"), [1]),
        (("--network", "threads"), [2, 1]),
        (("--all",), []),
        (("--all", "--person", "erika beispiel"), []),
        (("--all", "--person", "Bert Muster"), [2, 1]),
    ],
)
def test_forget_says_how_many(kept: Home, options: tuple[str, ...], left: list[int]) -> None:
    done = kept.klout("history", "forget", *options)
    gone = 2 - len(left)
    assert (done.code, done.out) == (0, f"{gone} score{'s' * (gone != 1)} deleted\n")
    assert [row["id"] for row in kept.rows()] == left


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("forget",), 2, "add --before 2025-01-01"),
        (("forget", "--before", "gestern"), 2, "2026-03-01"),
        (("forget", "--network", "X1"), 2, "--network X1\ndid you mean x?"),
        (("forget", "--network", "telephone"), 2, "use one of blog, "),
        (("show", "gestern"), 2, "latest, previous"),
        (("show", "9"), 3, "number 9"),
        (("show", "2020-01-01"), 3, "1 Jan 2020 or before"),
        (("show", "--person", "Bert"), 3, "Bert"),
        (("list", "--person", "Bert"), 3, "Bert"),
        ((), 2, "klout history --help"),
    ],
)
def test_what_cannot_be_meant(kept: Home, arguments: tuple[str, ...], code: int, said: str) -> None:
    done = kept.klout("history", *arguments)
    assert (done.code, done.out) == (code, "") and said in done.err
    assert len(done.err.splitlines()) <= 3


def test_several_people_are_named_and_must_be_chosen(kept: Home, tmp_path: Path) -> None:
    table = tmp_path / "accounts.csv"
    table.write_text(
        "person,network,account,followers,posts,likes\nBert Muster,x,bert,900,20,60\n",
        encoding="utf-8",
    )
    assert kept.klout("score", str(table), "--as-of", "2026-03-01").code == 0
    done = kept.klout("history", "show")
    assert (
        done.code == 2
        and "--person" in done.err
        and "Erika Beispiel" in done.err
        and done.err.count(", ") == 1
    )
    assert kept.klout("history", "show", "2025-12-31", "--person", "Erika Beispiel").code == 0
    assert kept.klout("history", "show", "2").code == 0


def test_the_export_is_private_and_overwrites_nothing(kept: Home, tmp_path: Path) -> None:
    target = tmp_path / "kept.json"
    assert kept.klout("history", "export", "-o", str(target)) == (0, "", "")
    assert target.stat().st_mode & 0o777 == 0o600
    document = json.loads(target.read_text(encoding="ascii"))
    assert document["schema"] == "klout.history/1" and len(document["snapshots"]) == 2
    assert kept.klout("history", "export", "-o", str(target)).code == 2


def test_p5_no_other_person_and_no_post_is_kept(kept: Home) -> None:
    data = (
        kept.file.read_text(encoding="utf-8", errors="replace")
        + kept.klout("history", "export").out
    )
    with (ROOT / LINKEDIN / "Connections.csv").open(encoding="utf-8", newline="") as table:
        lines = table.read().splitlines()
    header = next(number for number, line in enumerate(lines) if line.startswith("First Name"))
    contacts = [f"{row['First Name']} {row['Last Name']}" for row in csv.DictReader(lines[header:])]
    tweets = (ROOT / X / "data" / "tweets.js").read_text(encoding="utf-8")
    texts = [
        str(json.loads(f'"{text}"'))
        for text in re.findall(r'"full_text" ?: ?"((?:[^"\\]|\\.)*)"', tweets)
    ]
    handles = set(re.findall(r'"screen_name" ?: ?"(\w+)"', tweets)) - {"erika_beratet"}
    assert len(contacts) > 50 and len(texts) > 30 and handles
    assert not [
        word
        for word in (*contacts, *texts, *handles, "KANARIENVOGEL")
        if word.strip() and word in data
    ]


SMALL = """
import sqlite3
connect = sqlite3.connect
def small(*rest, **named):
    db = connect(*rest, **named)
    db.execute("PRAGMA max_page_count = 1")
    return db
sqlite3.connect = small
"""


def refused(done: Ended, said: str) -> None:
    """A score without its snapshot: told whole, then why it is not kept, exit code 5."""
    assert done.code == 5 and json.loads(done.out) == json.loads(told("score", X, *JSON).out)
    assert (
        done.err.startswith("This score wasn't saved. ")
        and said in done.err
        and len(done.err.splitlines()) <= 3
    )


@pytest.mark.parametrize("old", [False, True], ids=["S3 first snapshot", "S3 one more"])
def test_s3_a_full_disk_costs_no_score(home: Home, two_dates: bytes, old: bool) -> None:
    home.path.mkdir()
    if old:
        home.file.write_bytes(two_dates)
    refused(python(SMALL, "score", X, *JSON, env=home.env), "There is no space left")
    refused(
        shell('ulimit -f 1; exec "$@"', "score", X, *JSON, env=home.env),
        "saved scores are unchanged",
    )
    assert len(home.rows()) == 2 * old


def test_s2_two_at_once(home: Home) -> None:
    days = ("2026-02-20", "2026-02-21", "2026-02-22", "2026-02-23")
    running = [
        subprocess.Popen(
            (*KLOUT, "score", X, "--as-of", day),
            env={**CLEAN, **home.env},
            cwd=ROOT,
            stdout=subprocess.DEVNULL,
        )
        for day in days
    ]
    assert [process.wait(MANY_SECONDS) for process in running] == [0] * 4
    assert sorted(row["snapshot"]["as_of"] for row in home.rows()) == [*days]


def test_s2_another_klout_writes_for_long(kept: Home) -> None:
    with closing(sqlite3.connect(kept.file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        refused(
            python(
                "import klout_cli.history.store as store; store.TIMEOUT = 0.1",
                "score",
                X,
                *JSON,
                env=kept.env,
            ),
            "Another klout is writing",
        )
        assert kept.klout("history", "show").code == 0
        other.execute("ROLLBACK")


def test_s4_a_damaged_history_costs_no_score_and_is_repaired_by_command_only(kept: Home) -> None:
    damaged = b"no database" + kept.file.read_bytes()[11:]
    kept.file.write_bytes(damaged)
    refused(kept.klout("score", X, *JSON), "klout history repair")
    listed = kept.klout("history", "list")
    assert (listed.code, listed.out) == (5, "") and "klout history repair" in listed.err
    assert kept.file.read_bytes() == damaged and list(kept.path.iterdir()) == [kept.file]
    done = kept.klout("history", "repair")
    assert done.code == 0 and re.fullmatch(
        r"0 scores saved\nThe damaged file is now history\.sqlite3\.damaged-[\d-]{10}\n",
        done.out,
    )
    assert kept.klout("score", X).code == 0 and len(kept.rows()) == 1
    assert kept.klout("history", "repair").out == "The history isn't damaged.\n"


def test_s4_a_repair_says_how_many_snapshots_are_lost(kept: Home) -> None:
    rows = len(kept.rows())
    kept.file.write_bytes(kept.file.read_bytes().replace(b'"as_of"', b"as_of,,", 1))
    for language, message in (("en", "1 score lost\n"), ("de", "1 Score verloren\n")):
        damaged = kept.file.read_bytes()
        done = kept.klout("--lang", language, "history", "repair")
        assert done.code == 0 and message in done.out and len(kept.rows()) == rows - 1
        kept.file.write_bytes(damaged)


def test_s5_a_newer_history_costs_no_score_and_is_not_written(kept: Home) -> None:
    with closing(sqlite3.connect(kept.file)) as db:
        db.execute("PRAGMA user_version = 99")
    before = kept.file.read_bytes()
    refused(kept.klout("score", X, *JSON), "A newer klout")
    assert kept.file.read_bytes() == before and len(kept.rows()) == 2


def test_s6_no_place_for_a_history_is_a_warning(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    nobody = """
import platformdirs
def unknown(*_):
    raise RuntimeError("no home")
platformdirs.user_data_path = platformdirs.user_config_path = unknown
"""
    for done in (
        klout("score", X, *JSON, env={"KLOUT_HOME": str(tmp_path / "file" / "home")}),
        python(nobody, "score", X, *JSON, env={"KLOUT_HOME": ""}),
    ):
        assert (done.code, done.out) == (0, told("score", X, *JSON).out)
        assert done.err.startswith("This score wasn't saved. ") and "KLOUT_HOME" in done.err


def test_s6_no_warning_where_none_is_wanted(tmp_path: Path) -> None:
    env = {"KLOUT_HOME": "/dev/null/home"}
    assert (
        klout("score", X, "--no-history", env=env).err == klout("score", X, "-q", env=env).err == ""
    )


def test_s7_a_history_that_is_no_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for place in (str(tmp_path), str(tmp_path / "pipe"), "/dev/zero"):
        refused(klout("score", X, *JSON, "--history", place), "isn't a plain file")


def test_s9_a_file_name_that_is_no_text_is_kept(home: Home, tmp_path: Path) -> None:
    table = os.fsencode(tmp_path) + b"/\xff.csv"
    Path(os.fsdecode(table)).write_text(
        "network,account,followers,posts,likes\nx,anna,900,20,60\n", encoding="utf-8"
    )
    done = home.klout("score", os.fsdecode(table), "--as-of", "2026-02-01")
    assert (done.code, done.err) == (0, "") and home.rows()[0]["snapshot"]["inputs"][0][
        "name"
    ] == "\ufffd.csv"


@pytest.mark.parametrize(
    ("kill", "code"), [(signal.SIGINT, 130), (signal.SIGKILL, -9)], ids=["S12", "S1"]
)
def test_ended_while_storing_nothing_is_stored(kept: Home, kill: signal.Signals, code: int) -> None:
    slow = """
import sys, time
import klout_cli.history.store as store
def encode_json(_):
    print("storing", file=sys.stderr, flush=True)
    time.sleep(600)
def content(*_):
    store.encode_json = encode_json
    return b"0"
store.hash_content = content
"""
    command = injected(slow, "score", X)
    with subprocess.Popen(
        command,
        env={**CLEAN, **kept.env},
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stderr and process.stderr.readline() == "storing\n"
        process.send_signal(kill)
        out, err = process.communicate(timeout=MANY_SECONDS)
    assert (process.returncode, err) == (code, "") and "data up to" in out
    assert len(kept.rows()) == 2
    assert kept.klout("score", X).code == 0 and list(kept.path.iterdir()) == [kept.file]


DATED = ("--as-of", "2026-02-28")


def test_p6_another_person_is_scored_but_not_kept_without_their_consent(tmp_path: Path) -> None:
    home = {"KLOUT_HOME": str(tmp_path), "KLOUT_I_HAVE_CONSENT": "0"}
    other = tmp_path / "accounts.csv"
    other.write_text(
        "person,network,account,followers\nGustav Entwurf,x,entwurf,900\n", encoding="utf-8"
    )
    assert klout("score", X, env=home).err == ""
    stranger = klout("score", str(other), *DATED, env=home)
    assert (
        stranger.code == 0
        and "First impression" in stranger.out
        and "--i-have-consent" in stranger.err
    )
    assert "Gustav" not in klout("history", "list", env=home).out
    assert klout("score", ERIKA, env=home).err == "", "an account in common is the same person"
    assert klout("score", str(other), *DATED, "--i-have-consent", env=home).err == ""
    assert "Gustav" in klout("history", "list", env=home).out
