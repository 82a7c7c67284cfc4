"""`-o`: a private file, whole or not at all, and never where something else is lost (reliability S3, S13, S14)."""

import csv
import json
import shutil
import signal
import subprocess
from pathlib import Path

import pytest

from tests.cli.processes import CLEAN, MANY_SECONDS, ROOT, X, injected, klout, python, shell

OLD = "what was there before\n"


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "out" / "report.json"


@pytest.fixture(autouse=True)
def folder(target: Path) -> Path:
    target.parent.mkdir()
    return target.parent


def written(*more: str) -> tuple[str, ...]:
    return ("score", X, "--format", "json", *more)


def test_s13_a_file_is_private_and_whole(target: Path) -> None:
    done = klout(*written("-o", str(target)))
    assert (done.code, done.out, done.err) == (0, "", "")
    assert target.stat().st_mode & 0o777 == 0o600
    assert json.loads(target.read_text(encoding="utf-8"))["schema"] == "klout.report/1"
    assert list(target.parent.iterdir()) == [target]


def test_a_dash_is_the_standard_output() -> None:
    assert json.loads(klout(*written("-o", "-")).out)["score"]


def test_s13_an_existing_file_stays_unless_forced(target: Path) -> None:
    target.write_text(OLD, encoding="utf-8")
    refused = klout(*written("-o", str(target)))
    assert (refused.code, refused.out) == (2, "") and "--force" in refused.err
    assert target.read_text(encoding="utf-8") == OLD
    assert klout(*written("-o", str(target), "--force")).code == 0
    assert json.loads(target.read_text(encoding="utf-8"))["score"]
    assert target.stat().st_mode & 0o777 == 0o600


def test_an_occupied_name_is_refused_before_anything_is_read(target: Path) -> None:
    target.write_text(OLD, encoding="utf-8")
    assert klout("score", "nowhere.zip", "-o", str(target)).code == 2


def test_s13_no_writing_through_a_symlink(folder: Path, target: Path) -> None:
    other = folder.parent / "other"
    target.symlink_to(other)
    assert klout(*written("-o", str(target), "--force")).code == 2
    other.write_text(OLD, encoding="utf-8")
    assert klout(*written("-o", str(target), "--force")).code == 2
    assert other.read_text(encoding="utf-8") == OLD and target.is_symlink()


def test_s13_never_onto_an_input(tmp_path: Path) -> None:
    export = tmp_path / "x"
    shutil.copytree(ROOT / X, export)
    single, inside = export / "data" / "tweets.js", export / "data" / "tweets.js"
    before = single.read_bytes()
    for path, output in ((single, single), (export, inside), (export, export)):
        refused = klout("score", str(path), "-o", str(output), "--force")
        assert refused.code == 2 and "input" in refused.err
    assert single.read_bytes() == before


def test_only_plain_files_are_replaced(folder: Path) -> None:
    for place in (folder, Path("/dev/null")):
        refused = klout(*written("-o", str(place), "--force"))
        assert refused.code == 2 and "isn't a plain file" in refused.err
    assert Path("/dev/null").is_char_device()


@pytest.mark.parametrize("name", ["report", "report.json", "report.txt", "report.2026-03-01"])
def test_several_formats_are_several_files(folder: Path, name: str) -> None:
    done = klout(
        "score", X, "-f", "table", "-f", "json", "-f", "csv", "-f", "json", "-o", str(folder / name)
    )
    stem = name.removesuffix(".json").removesuffix(".txt")
    assert (done.code, done.out) == (0, "")
    assert sorted(path.name for path in folder.iterdir()) == [
        f"{stem}.csv",
        f"{stem}.json",
        f"{stem}.txt",
    ]
    assert json.loads((folder / f"{stem}.json").read_text(encoding="utf-8"))["score"]
    shown = (folder / f"{stem}.txt").read_text(encoding="utf-8")
    assert "of 100" in shown and "━" in shown
    with (folder / f"{stem}.csv").open(encoding="utf-8", newline="") as table:
        assert next(csv.DictReader(table))["factor"] == "average"


def test_one_occupied_name_of_several_keeps_all_unwritten(folder: Path) -> None:
    (folder / "report.csv").write_text(OLD, encoding="utf-8")
    assert klout("score", X, "-f", "json", "-f", "csv", "-o", str(folder / "report")).code == 2
    assert [path.name for path in folder.iterdir()] == ["report.csv"]


def test_a_file_has_no_colours_and_keeps_plain_and_ascii(folder: Path) -> None:
    done = klout(
        "score",
        X,
        "-o",
        str(folder / "score.txt"),
        "--ascii",
        "--color",
        "always",
        env={"FORCE_COLOR": "1"},
    )
    shown = (folder / "score.txt").read_text(encoding="utf-8")
    assert done.code == 0 and shown.isascii() and "\x1b" not in shown
    assert klout("score", X, "-o", str(folder / "plain.txt"), "--plain").code == 0
    plain = (folder / "plain.txt").read_text(encoding="utf-8")
    assert "of 100, above average" in plain and "━" not in plain


@pytest.mark.parametrize("place", ["missing/report.json", "file/report.json"])
def test_a_place_that_cannot_be_written_is_code_5(folder: Path, place: str) -> None:
    (folder / "file").write_text(OLD, encoding="utf-8")
    done = klout(*written("-o", str(folder / place)))
    assert (done.code, done.out) == (5, "") and "report.json" in done.err
    assert [path.name for path in folder.iterdir()] == ["file"]


def test_s3_a_full_disk_leaves_what_was_there(target: Path) -> None:
    target.write_text(OLD, encoding="utf-8")
    done = shell('ulimit -f 1; exec "$@"', *written("-o", str(target), "--force"))
    assert done.code == 5 and "report.json" in done.err
    assert target.read_text(encoding="utf-8") == OLD
    assert list(target.parent.iterdir()) == [target]


def test_s3_a_disk_that_fails_at_the_last_moment(target: Path) -> None:
    code = """
import os
def full(_): raise OSError(28, "No space left on device")
os.fsync = full
"""
    done = python(code, *written("-o", str(target)))
    assert (
        done.code == 5
        and "Can't save (No space left on device)." in done.err
        and "report.json" in done.err
    )
    assert not list(target.parent.iterdir())


@pytest.mark.parametrize(("kill", "code"), [(signal.SIGKILL, -9), (signal.SIGINT, 130)])
def test_s14_killed_while_writing_the_old_file_stays_whole(
    target: Path, kill: signal.Signals, code: int
) -> None:
    target.write_text(OLD, encoding="utf-8")
    slow = """
import os, sys, time
def sync(_):
    print("writing", file=sys.stderr, flush=True)
    time.sleep(600)
os.fsync = sync
"""
    command = injected(slow, *written("-o", str(target), "--force"))
    with subprocess.Popen(
        command, env=CLEAN, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stderr and process.stderr.readline() == "writing\n"
        process.send_signal(kill)
        process.communicate(timeout=MANY_SECONDS)
    assert process.returncode == code
    assert target.read_text(encoding="utf-8") == OLD
    if kill is signal.SIGINT:
        assert list(target.parent.iterdir()) == [target]
