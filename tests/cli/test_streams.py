"""Streams and exit codes: the result and nothing else on standard output, every fault one to three lines and its code."""

import errno
import json
import signal
import subprocess
import zipfile
from pathlib import Path

import pytest

from tests.cli.processes import (
    CLEAN,
    ERIKA,
    INSTAGRAM,
    LINKEDIN,
    MANY_SECONDS,
    ROOT,
    X,
    injected,
    klout,
    python,
    shell,
    told,
)

CANARY = "KANARIENVOGEL"


def posts(folder: Path, day: str) -> str:
    """Write a table of posts that knows reactions, but no followers."""
    table = folder / "posts.csv"
    rows = "".join(f"{day},x,erika_b,Beitrag Nummer {n},{n}\n" for n in range(20))
    table.write_text("date,network,account,text,likes\n" + rows, encoding="utf-8")
    return str(table)


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> str:
    """An archive that was cut off: refused by name, while the others go on."""
    folder = tmp_path_factory.mktemp("broken")
    whole = folder / "whole.zip"
    with zipfile.ZipFile(whole, "w") as archive:
        archive.write(ROOT / X / "data" / "tweets.js", "data/tweets.js")
    cut = folder / "cut.zip"
    cut.write_bytes(whole.read_bytes()[:-100])
    return str(cut)


def test_json_stays_json_beside_warnings(broken: str) -> None:
    done = klout("score", X, broken, "--format", "json")
    assert done.code == 0
    assert json.loads(done.out)["warnings"]
    assert not done.err.startswith("klout: ") and "cut.zip" in done.err


def test_quiet_says_nothing_beside_the_result(broken: str) -> None:
    done = klout("score", X, broken, "--format", "json", "-q")
    assert (done.code, done.err) == (0, "")
    assert json.loads(done.out)["warnings"]


@pytest.mark.parametrize(
    "arguments",
    [(), ("demo",), ("sources",), ("score", ERIKA), ("inspect", X), ("--help",), ("--version",)],
)
def test_a_result_is_all_that_is_said(arguments: tuple[str, ...]) -> None:
    done = told(*arguments)
    assert (done.code, done.err) == (0, "")
    assert done.out.endswith("\n")


WRONG_USAGE = {
    "L5 command": (("scor",), "score"),
    "L5 option": (("score", ERIKA, "--asof", "newest"), "--as-of"),
    "L5 network": (("sources", "linkdin"), "did you mean linkedin?"),
    "L5 factor": (("explain", "resonnance", X), "did you mean resonance?"),
    "L5 account": (("explain", "erika_berat", X), "did you mean erika_beratet?"),
    "L5 fact": (("whatif", "--set", "x.folowers=+10%", X), "did you mean x.followers?"),
    "L5 command of a group": (("history", "shw"), "show"),
    "L5 global option": (("demo", "--colour", "always"), "--color"),
    "L5 language": (("demo", "--lang", "fr"), "use one of en, de"),
    "L5 no paths": (("score",), "klout sources"),
    "T9 hostile command": (("a\x1b[31mb",), "klout --help"),
    "format": (("score", ERIKA, "--format", "jsn"), "--format / -f\nuse one of table, json"),
    "model": (("score", ERIKA, "--model", "profesional"), "did you mean professional?"),
    "date": (("score", ERIKA, "--as-of", "03/01/2026"), "write it as 2026-03-01"),
    "D13 future": (("score", ERIKA, "--as-of", "2027-01-01"), "use today or earlier"),
    "time zone": (("score", ERIKA, "--tz", "Europe/Berln"), "Europe/Berlin"),
    "encoding": (("score", ERIKA, "--encoding", "utf-9"), "utf-8"),
    "W9 utf-7": (("score", ERIKA, "--encoding", "utf-7"), "use utf-8, utf-16 or cp1252"),
    "W9 idna": (("score", ERIKA, "--encoding", "idna"), "use utf-8, utf-16 or cp1252"),
    "W9 no text": (("score", ERIKA, "--encoding", "base64"), "use utf-8, utf-16 or cp1252"),
    "decimal": (("score", ERIKA, "--decimal", ";"), "use , or ."),
    "only": (("score", ERIKA, "--only", "linkdin"), "did you mean linkedin?"),
    "without": (("score", ERIKA, "--without", "erika_berat"), "did you mean erika_beratet?"),
    "only unlike any": (("score", ERIKA, "--only", "quatsch"), "use one of blog, "),
    "colour": (("demo", "--color", "sometimes"), "always"),
    "value missing": (("score", ERIKA, "-o"), "-o"),
    "number": (("score", ERIKA, "--fail-under", "many"), "--fail-under"),
}


@pytest.mark.parametrize(("arguments", "remedy"), WRONG_USAGE.values(), ids=WRONG_USAGE)
def test_wrong_usage_is_code_2_and_helps(arguments: tuple[str, ...], remedy: str) -> None:
    done = klout(*arguments)
    assert (done.code, done.out) == (2, "")
    assert remedy in done.err
    assert not done.err.startswith("klout: ") and len(done.err.splitlines()) <= 3
    assert "\x1b" not in done.err


@pytest.mark.parametrize(("gate", "code"), [("1", 0), ("100", 1), ("nan", 1)])
def test_a_gate_that_is_not_met_is_code_1_after_the_result(gate: str, code: int) -> None:
    done = klout("score", ERIKA, "--format", "json", "--fail-under", gate)
    assert done.code == code
    assert (json.loads(done.out)["score"]["value"] >= float(gate)) == (code == 0)
    assert ("is below" in done.err) == (code == 1)


def test_nothing_usable_is_code_3() -> None:
    done = klout("score", "pyproject.toml")
    assert (done.code, done.out) == (3, "")
    assert "pyproject.toml" in done.err


def test_d14_an_old_table_is_seen_on_its_newest_day(tmp_path: Path) -> None:
    table = posts(tmp_path, "2022-05-17")
    done = klout("score", table, "--as-of", "2026-03-01", "--format", "json")
    (account,) = json.loads(done.out)["accounts"]
    assert done.code == 0 and account["window"]["to"] == "2022-05-17"
    later, then = (
        json.loads(klout("score", table, "--as-of", day, "--format", "json").out)["score"]
        for day in ("2026-03-01", "newest")
    )
    assert later["value"] == then["value"] and later["low"] < then["low"]  # only less certain


def test_strict_is_code_4_after_the_result() -> None:
    done = klout("score", ERIKA, "--strict", "--format", "json")
    skipped = sum(row["skipped"] for row in json.loads(done.out)["ledger"])
    assert done.code == 4
    assert skipped and f"{skipped} rows" in done.err


def test_strict_without_a_skip_is_code_0(tmp_path: Path) -> None:
    assert klout("score", posts(tmp_path, "2026-02-20"), "--strict").code == 0


@pytest.mark.parametrize("command", ["score", "inspect"])
def test_a_missing_file_is_code_5(command: str) -> None:
    done = klout(command, "nowhere\x1b[2J.zip")
    assert (done.code, done.out) == (5, "")
    assert "nowhere" in done.err and "\x1b" not in done.err


@pytest.mark.parametrize("fault", [errno.EACCES, errno.EIO])
def test_s8_a_file_that_cannot_be_read_is_code_5_and_named(fault: int) -> None:
    code = f"""
import os, pathlib
opened = pathlib.Path.open
def refuse(path, *rest, **named):
    if path.name == "posts.csv":
        raise OSError({fault}, os.strerror({fault}))
    return opened(path, *rest, **named)
pathlib.Path.open = refuse
"""
    done = python(code, "score", "sample_data/erika/2026-03-01/posts.csv")
    assert (done.code, done.out) == (5, "")
    assert "posts.csv" in done.err and "This can't be read" in done.err


@pytest.mark.parametrize("arguments", [(), ("--version",), ("--help",), ("score", ERIKA)])
@pytest.mark.parametrize(
    ("where", "code"), [(">/dev/full", 5), (">&-", 5), ("2>&-", 0), ("<&-", 0)]
)
def test_s11_full_and_closed_streams(arguments: tuple[str, ...], where: str, code: int) -> None:
    done = shell(f'exec "$@" {where}', *arguments)
    assert done.code == code
    assert bool(done.out) == (code == 0)
    assert "Traceback" not in done.err and (len(done.err.splitlines()) == 1) == (code == 5)


@pytest.mark.parametrize("where", ["2>&-", "2>/dev/full"])
def test_a_fault_nobody_listens_to_keeps_its_code(where: str) -> None:
    assert shell(f'exec "$@" {where}', "score", "nowhere.zip")[:2] == (5, "")


def test_warnings_nobody_listens_to_keep_no_result_back(broken: str) -> None:
    done = shell('exec "$@" 2>/dev/full', "score", X, broken, "--format", "json")
    assert done.code == 0 and json.loads(done.out)


@pytest.mark.parametrize("arguments", ["score --help", "", f"score {ERIKA} --format json"])
def test_s11_a_reader_that_leaves_early_is_no_fault(arguments: str) -> None:
    done = shell('{ "$@"; echo "code $?" >&2; } | true', *arguments.split())
    assert done.err == "code 0\n"


def test_s11_a_gate_is_told_although_nobody_reads_on() -> None:
    done = shell('{ "$@"; echo "code $?" >&2; } | true', "score", X, "--fail-under", "100")
    assert done.err.endswith("code 1\n")


@pytest.mark.parametrize("command", ["score", "inspect"])
def test_an_internal_fault_is_code_70_with_a_report_without_personal_text(
    tmp_path: Path, command: str
) -> None:
    code = f"""
from klout_cli.importers.x import XArchive
def extract(self, members, reading):
    secret = "{CANARY}"
    raise RuntimeError(secret) from ValueError("{CANARY}")
XArchive.extract = extract
"""
    done = python(code, command, X, env={"TMPDIR": str(tmp_path)})
    (report,) = tmp_path.iterdir()
    assert (done.code, done.out) == (70, "")
    assert str(report) in done.err and len(done.err.splitlines()) == 3
    assert report.stat().st_mode & 0o777 == 0o600
    told = report.read_text(encoding="utf-8")
    assert "RuntimeError" in told and "extract" in told
    assert CANARY not in told + done.err and str(ROOT) not in told


@pytest.mark.parametrize("step", ["identify", "extract"])
def test_what_one_importer_fails_at_is_left_out_by_its_name(tmp_path: Path, step: str) -> None:
    code = f"""
from klout_cli.importers.x import XArchive
def fail(self, members, reading):
    raise RuntimeError("{CANARY}")
XArchive.{step} = fail
"""
    done = python(code, "score", X, LINKEDIN, INSTAGRAM, env={"TMPDIR": str(tmp_path)})
    assert (
        done.code == 70
        and "Internal error while reading x." in done.err
        and "--without x" in done.err
    )
    rest = python(
        code,
        "score",
        X,
        LINKEDIN,
        INSTAGRAM,
        "--without",
        "x",
        "--format",
        "json",
        env={"TMPDIR": str(tmp_path)},
    )
    report = json.loads(rest.out)
    assert rest.code == 0 and {account["network"] for account in report["accounts"]} == {
        "linkedin",
        "instagram",
    }
    assert CANARY not in done.err + rest.err + rest.out
    whole = json.loads(
        klout("score", X, LINKEDIN, INSTAGRAM, "--without", "x", "--format", "json").out
    )
    assert report["score"] == whole["score"]


def test_an_internal_fault_on_a_full_disk_is_still_code_70() -> None:
    code = """
import tempfile
import klout_cli.pipeline
def full(**_): raise OSError(28, "no space left on device")
tempfile.mkstemp = full
klout_cli.pipeline.make_report = None
"""
    done = python(code, "score", X)
    assert done.code == 70 and "Traceback" not in done.err


def test_s12_interruption_is_code_130_and_quiet(tmp_path: Path) -> None:
    code = """
import sys, time
from klout_cli.files.container import Member
def wait(self):
    print("reading", file=sys.stderr, flush=True)
    time.sleep(600)
Member.open = wait
"""
    target = tmp_path / "report.json"
    command = injected(code, "score", X, "-f", "json", "-o", str(target))
    with subprocess.Popen(
        command, env=CLEAN, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stderr and process.stderr.readline() == "reading\n"
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=MANY_SECONDS)
    assert (process.returncode, out, err) == (130, "", "")
    assert not list(tmp_path.iterdir())
