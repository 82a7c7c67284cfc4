"""What stands around a run: thousands of files, standard input, clocks, memory, faults (reliability L6, L7, S15, S16, P4, P9)."""

import getpass
import json
import os
import platform
import shutil
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.cli.processes import (
    CLEAN,
    ERIKA,
    KLOUT,
    MANY_SECONDS,
    ROOT,
    Ended,
    X,
    klout,
    python,
    shell,
)

POSTS = f"{ERIKA}/posts.csv"
HEADER = "date,network,account,text,likes,comments,shares,followers\n"
CANARY = "KANARIENVOGEL"


def piped(content: bytes, *arguments: str, env: Mapping[str, str] = {}) -> Ended:
    """Run klout with something on its standard input."""
    done = subprocess.run(
        (*KLOUT, *arguments),
        env={**CLEAN, **env},
        cwd=ROOT,
        input=content,
        capture_output=True,
        timeout=MANY_SECONDS,
        check=False,
    )
    return Ended(done.returncode, done.stdout.decode(), done.stderr.decode())


def scored(*arguments: str, env: Mapping[str, str] = {}, cwd: Path = ROOT) -> Any:
    done = klout("score", "--no-history", *arguments, "--format", "json", env=env, cwd=cwd)
    assert done.code == 0, done.err
    return json.loads(done.out)


# L6: many files, and names no shell has resolved


def many(folder: Path, count: int) -> list[str]:
    for number in range(count):
        row = f"2026-02-{number % 28 + 1:02},x,erika_b,Beitrag {number},{number % 50},1,1,900\n"
        (folder / f"{number}.csv").write_text(HEADER + row, encoding="utf-8")
    return [f"{number}.csv" for number in range(count)]


def test_l6_hundreds_of_files_are_one_account(tmp_path: Path) -> None:
    report = scored(*many(tmp_path, 300), cwd=tmp_path)
    (account,) = report["accounts"]
    assert account["window"]["posts"] == 300 and len(report["ledger"]) == 300


@pytest.mark.slow
def test_l6_five_thousand_files_are_one_account(tmp_path: Path) -> None:
    report = scored(*many(tmp_path, 5000), cwd=tmp_path)
    assert len(report["ledger"]) == 5000 and report["accounts"][0]["window"]["posts"] == 5000


@pytest.mark.parametrize("pattern", ["*.zip", "twitter-????.zip", "[ab].csv"])
def test_l6_a_pattern_nothing_fits_is_said_to_be_one(pattern: str) -> None:
    done = klout("score", pattern)
    assert (done.code, done.out) == (5, "")
    assert "no file matches this pattern" in done.err


@pytest.mark.parametrize(
    "name",
    [
        "my posts.csv",
        "it's.csv",
        'a"b.csv',
        "$HOME.csv",
        "50%.csv",
        "a;b&c.csv",
        " posts.csv",
        "[1].csv",
    ],
)
def test_l6_names_that_shells_quote_are_names(tmp_path: Path, name: str) -> None:
    shutil.copy(ROOT / POSTS, tmp_path / name)
    assert scored(name, cwd=tmp_path)["score"] == scored(POSTS)["score"]


@pytest.mark.parametrize(
    "arguments",
    [
        ("score", ""),
        ("score", X, ""),
        ("inspect", ""),
        ("map", ""),
        ("compare", "", ""),
        ("score", X, "-o", ""),
    ],
)
def test_l6_an_empty_argument_is_no_working_folder(arguments: tuple[str, ...]) -> None:
    done = klout(*arguments)
    assert (done.code, done.out) == (2, "")
    assert "An argument is empty." in done.err


# L7: standard input


def test_l7_a_table_can_be_piped_in() -> None:
    done = piped((ROOT / POSTS).read_bytes(), "score", "-", "--no-history", "--format", "json")
    assert (done.code, done.err) == (0, "")
    assert json.loads(done.out)["score"] == scored(POSTS)["score"]


def test_l7_json_can_be_piped_in() -> None:
    entry = {
        "id": "1",
        "url": "https://blog.example.org/1",
        "title": "Kaffee",
        "date_published": "2026-02-01T10:00:00Z",
        "content_text": "x",
    }
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Blog",
        "home_page_url": "https://blog.example.org/",
        "items": [entry],
    }
    done = piped(json.dumps(feed).encode(), "inspect", "-v", "-")
    assert done.code == 0 and "standard-input.json" in done.out


@pytest.mark.parametrize(
    ("content", "said"),
    [
        pytest.param(b"", "The file is empty", id="L7 nothing"),
        pytest.param(b" \n\n", "The file is empty", id="L7 blank"),
        pytest.param(b"PK\3\4rest", "Standard input can't be an archive", id="L7 zip"),
        pytest.param(b"\x1f\x8brest", "Standard input can't be an archive", id="L7 gzip"),
        pytest.param(
            b"no export at all\n", "There is no export that klout can read", id="L7 other"
        ),
        pytest.param(bytes(range(256)) * 50, "standard-input.csv", id="L7 binary"),
    ],
)
def test_what_is_piped_in_and_no_export_is_said(content: bytes, said: str) -> None:
    done = piped(content, "score", "-")
    assert (done.code, done.out) == (3, "")
    assert said in done.err and len(done.err.splitlines()) <= 3


def test_l7_a_closed_standard_input_is_said() -> None:
    done = shell('exec "$@" <&-', "score", "-")
    assert (done.code, done.out) == (5, "") and "Standard input is closed." in done.err


def test_l7_it_never_waits_without_saying_so() -> None:
    with subprocess.Popen(
        (*KLOUT, "score", "-"), env=CLEAN, cwd=ROOT, stdin=-1, stdout=-1, stderr=-1, text=True
    ) as process:
        assert (
            process.stderr
            and process.stderr.readline() == "Waiting for standard input. Ctrl-D ends it.\n"
        )
        process.send_signal(signal.SIGINT)
        assert process.wait(MANY_SECONDS) == 130


@pytest.mark.parametrize(
    "arguments",
    [("score",), ("inspect",), ("score", X), ("explain", "resonance", X), ("history", "forget")],
)
def test_l7_nothing_else_reads_standard_input(arguments: tuple[str, ...]) -> None:
    """A pipe that never ends holds up no command: none asks where nobody can answer."""
    ours, theirs = os.pipe()
    try:
        done = subprocess.run(
            (*KLOUT, *arguments),
            env=CLEAN,
            cwd=ROOT,
            stdin=ours,
            capture_output=True,
            timeout=MANY_SECONDS,
            check=False,
        )
    finally:
        os.close(ours)
        os.close(theirs)
    assert done.returncode in (0, 2)


def test_l7_a_larger_input_than_the_limit_is_refused(tmp_path: Path) -> None:
    (tmp_path / "klout.yaml").write_text("limits: {unpacked: 1000}", encoding="utf-8")
    done = piped((ROOT / POSTS).read_bytes(), "score", "-", env={"KLOUT_HOME": str(tmp_path)})
    assert (done.code, done.out) == (3, "") and "larger than" in done.err


# S15: clocks


@pytest.mark.parametrize(
    "zone", ["nowhere/at-all", ":", "Pacific/Kiritimati", "XXX-25:00", "../../etc/passwd"]
)
def test_s15_the_zone_of_the_system_changes_nothing(zone: str) -> None:
    assert scored(POSTS, env={"TZ": zone}) == scored(POSTS)


@pytest.mark.parametrize("now", [0, 951_782_400, 4_102_444_800, 253_402_300_799])
def test_s15_a_clock_that_is_wrong_changes_no_score_of_a_stated_day(now: int) -> None:
    """The clock tells what day it is where nobody says so, and nothing else."""
    code = f"""
import datetime, time
class Wrong(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        return cls.fromtimestamp({now}, tz)
datetime.datetime = Wrong
time.time = lambda: {now}
"""
    done = python(code, "score", POSTS, "--no-history", "--format", "json")
    assert done.code == 0, done.err
    assert json.loads(done.out) == scored(POSTS)


@pytest.mark.parametrize("day", ["2024-02-29", "2026-02-28"])
def test_s15_a_leap_day_is_a_day(tmp_path: Path, day: str) -> None:
    rows = "".join(f"{day},x,erika_b,Beitrag {number},{number},1,1,900\n" for number in range(9))
    (tmp_path / "posts.csv").write_text(HEADER + rows, encoding="utf-8")
    (account,) = scored("posts.csv", "--as-of", day, cwd=tmp_path)["accounts"]
    assert account["window"]["posts"] == 9


@pytest.mark.parametrize(
    "day",
    [
        "2023-02-29",
        "2026-13-01",
        "0000-01-01",
        "10000-01-01",
        "2026-1-1",
        "today",
        "２０２６-01-01",
        "0001-01-01",
        "1994-12-31",
    ],
)
@pytest.mark.parametrize("command", ["score", "audit", "topics"])
def test_s15_what_is_no_day_of_a_score_is_wrong_usage(command: str, day: str) -> None:
    done = klout(command, POSTS, "--as-of", day)
    assert (done.code, done.out) == (2, "") and "--as-of" in done.err


# S16: memory

BOUNDED = "import resource; resource.setrlimit(resource.RLIMIT_AS, ({0}, {0}))"


def rows(count: int) -> str:
    return "".join(
        f"2026-02-{number % 28 + 1:02},x,erika_b,Beitrag {number},{number % 90},1,1,900\n"
        for number in range(count)
    )


@pytest.mark.slow
def test_s16_a_million_posts_stay_under_a_gigabyte(tmp_path: Path) -> None:
    table = tmp_path / "posts.csv"
    table.write_text(HEADER + rows(1_000_000), encoding="utf-8")
    done = python(
        BOUNDED.format(1_000_000_000), "score", str(table), "--no-history", "--format", "json"
    )
    assert done.code == 0, done.err
    assert json.loads(done.out)["ledger"][0]["read"] == 1_000_000


def test_s16_a_hundred_thousand_posts_stay_under_400_mb(tmp_path: Path) -> None:
    table = tmp_path / "posts.csv"
    table.write_text(HEADER + rows(100_000), encoding="utf-8")
    done = python(
        BOUNDED.format(400_000_000), "score", str(table), "--no-history", "--format", "json"
    )
    assert done.code == 0, done.err


@pytest.mark.parametrize(
    "hostile",
    [
        pytest.param(b'{"a":' * 5_000_000, id="J2 nested"),
        pytest.param(b'date,likes\n"' + b"x" * 60_000_000, id="C9 open quote"),
        pytest.param(b"x" * 60_000_000, id="C10 one line"),
        pytest.param(b"[" + b"7," * 20_000_000, id="J4 cut off"),
        pytest.param(b"<a>" * 15_000_000, id="X3 nested"),
    ],
)
def test_hostile_files_stay_under_700_mb(tmp_path: Path, hostile: bytes) -> None:
    for name in ("posts.csv", "user_data_tiktok.json", "outbox.json", "feed.xml", "tweets.js"):
        (tmp_path / name).write_bytes(hostile)
    done = python(BOUNDED.format(700_000_000), "score", str(tmp_path), "--no-history")
    assert done.code == 3, done.err
    assert len(done.err.splitlines()) <= 3


def test_s16_memory_that_runs_out_is_no_traceback() -> None:
    code = "from klout_cli.importers.x import XArchive\ndef extract(self, members, reading): raise MemoryError\nXArchive.extract = extract"
    done = python(code, "score", X)
    assert (done.code, done.out) == (5, "") and "memory" in done.err


# P4, P9: faults tell no names


def failing(*options: str, folder: Path) -> tuple[Ended, str]:
    code = f"""
from klout_cli.importers.x import XArchive
def extract(self, members, reading):
    secret = "{CANARY}"
    raise RuntimeError(secret)
XArchive.extract = extract
"""
    done = python(code, *options, "score", str(ROOT / X), env={"TMPDIR": str(folder)})
    return done, "".join(file.read_text(encoding="utf-8") for file in folder.iterdir())


def test_p4_a_fault_file_names_no_path_user_or_host(tmp_path: Path) -> None:
    done, report = failing(folder=tmp_path)
    assert done.code == 70 and "RuntimeError" in report
    for private in (
        str(ROOT),
        str(Path.home()),
        getpass.getuser() + "@",
        platform.node(),
        "erika",
        CANARY,
        sys.prefix,
    ):
        assert private not in report


@pytest.mark.parametrize("format", ["json", "csv", "table"])
def test_p4_reports_carry_base_names_only(format: str) -> None:
    done = klout("score", str(ROOT / ERIKA), "-v", "--no-history", "--format", format)
    assert done.code == 0
    assert str(ROOT) not in done.out + done.err


def test_p9_no_traceback_and_no_value_without_being_asked(tmp_path: Path) -> None:
    done, report = failing(folder=tmp_path)
    assert "Traceback" not in done.err and CANARY not in done.err + report


def test_p9_debug_warns_and_shows_no_local_values(tmp_path: Path) -> None:
    done, _ = failing("--debug", folder=tmp_path)
    assert "Traceback" in done.err and "secret = " + repr(CANARY) not in done.err
    assert "may contain personal text" in done.err.splitlines()[0]


# G6, G8: networks


@pytest.mark.parametrize("name", ["g.graphml", "g.gexf", "g.xml", "g.csv", "g.json"])
def test_g6_graph_files_with_entities_are_no_input(tmp_path: Path, name: str) -> None:
    (tmp_path / "secret.txt").write_text(CANARY, encoding="utf-8")
    entity = f'<!DOCTYPE graphml [<!ENTITY x SYSTEM "file://{tmp_path}/secret.txt"><!ENTITY y "&x;&x;">]>'
    (tmp_path / name).write_text(
        f'<?xml version="1.0"?>{entity}<graphml><node id="&y;"/></graphml>', encoding="utf-8"
    )
    done = klout("score", name, cwd=tmp_path)
    assert (done.code, done.out) == (3, "")
    assert CANARY not in done.err


def test_g8_a_list_of_followers_older_than_the_posts_says_its_date(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "sample_data/erika/2025-09-01/x", tmp_path / "x")
    assert scored("x", cwd=tmp_path)["warnings"] == []
    newer = "".join(f"2026-02-{day:02},x,erika_beratet,Neu {day},5,1,1,\n" for day in range(1, 9))
    (tmp_path / "posts.csv").write_text(HEADER + newer, encoding="utf-8")
    said = "X erika_beratet: follower count from 31 Aug 2025, latest post 8 Feb 2026"
    assert said in scored(".", cwd=tmp_path)["warnings"]
    assert said in " ".join(klout("score", ".", "--no-history", cwd=tmp_path).out.split())


# T16: names of files


@pytest.mark.parametrize(
    "handle", ["../../x", "con", "NUL.json", "a" * 300, "/etc/x", "-o", "~", "a\\b", "x\x1b[2J"]
)
def test_t16_no_file_is_named_by_what_exports_hold(tmp_path: Path, handle: str) -> None:
    (tmp_path / "here").mkdir()
    rows = "".join(
        f"2026-02-{day:02},x,{handle},Beitrag {day},{day},1,1,900\n" for day in range(1, 9)
    )
    (tmp_path / "here" / "posts.csv").write_text(HEADER + rows, encoding="utf-8")
    env = {"KLOUT_HOME": str(tmp_path / "home"), "TMPDIR": str(tmp_path)}
    done = klout(
        "score",
        "posts.csv",
        "-f",
        "json",
        "-f",
        "csv",
        "-f",
        "html",
        "-o",
        "report",
        env=env,
        cwd=tmp_path / "here",
    )
    assert done.code == 0, done.err
    written = {
        path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()
    }
    assert {name for name in written if name.startswith("here/")} == {
        "here/posts.csv",
        "here/report.json",
        "here/report.csv",
        "here/report.html",
    }
    assert all(name.startswith("home/history") for name in written if not name.startswith("here/"))
