"""Whatever ends a command, each of its files is the old or the new one (reliability S3, S12, S13, S14)."""

import json
import platform
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.killing_files import FORMS, OLD
from tests.cli.processes import CLEAN, ERIKA, KLOUT, MANY_SECONDS, ROOT, X, klout, start

linux = pytest.mark.skipif(sys.platform != "linux", reason="follows calls of Linux")
# Every way to write a file, with the files it writes; {out} is where.
WRITERS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "score": (
        ("score", X, "-f", "json", "-f", "html", "-o", "{out}/score", "--force"),
        ("score.json", "score.html"),
    ),
    "report": (("report", X, "-o", "{out}/report.html", "--force"), ("report.html",)),
    "rank": (
        ("rank", f"{ERIKA}/accounts.csv", "-o", "{out}/ranked.csv", "--force"),
        ("ranked.csv",),
    ),
    "init": (("init", X, "-o", "{out}/klout.yaml", "--force"), ("klout.yaml",)),
    "map": (
        ("map", "{out}/../kept.csv", "--set", "Wann=date", "--set", "Herzchen=likes", "--user"),
        ("klout.yaml",),
    ),
    "history": (("history", "export", "-o", "{out}/history.json", "--force"), ("history.json",)),
}


def wrong(how: str, folder: Path, form: str) -> list[str]:
    done = start(
        (sys.executable, "-m", "tests.cli.killing_files", how, str(folder), form), timeout=1800
    )
    assert done.code == 0, done.err
    return list(json.loads(done.out))


@linux
@pytest.mark.parametrize("form", FORMS)
def test_s14_killed_at_every_call_of_writing_a_file(tmp_path: Path, form: str) -> None:
    assert wrong("at_every_call", tmp_path, form) == []


@pytest.mark.parametrize("form", FORMS)
def test_s3_a_disk_that_is_full_at_any_size(tmp_path: Path, form: str) -> None:
    assert wrong("at_every_size", tmp_path, form) == []


def prepared(folder: Path, name: str) -> tuple[tuple[str, ...], dict[str, str], list[Path]]:
    """Return a command, its environment and the files it replaces, which hold something old (settings: something valid)."""
    arguments, files = WRITERS[name]
    out = folder / "out"
    out.mkdir(exist_ok=True)
    (folder / "kept.csv").write_text(
        "Wann,Herzchen\n2026-02-01,3\n2026-02-02,5\n", encoding="utf-8"
    )
    for file in files:
        (out / file).write_bytes(b"# kept\n" if file == "klout.yaml" else OLD)
    env = {**CLEAN, "KLOUT_HOME": str(out if name == "map" else folder)}
    return (
        (*KLOUT, *(word.format(out=out) for word in arguments)),
        env,
        [out / file for file in files],
    )


@pytest.mark.parametrize("times", [2, pytest.param(60, marks=pytest.mark.slow)])
@pytest.mark.parametrize("name", WRITERS)
def test_s14_s12_killed_and_interrupted_at_any_moment(
    tmp_path: Path, name: str, times: int
) -> None:
    chance = random.Random(name)
    klout("score", X, "-q", env={"KLOUT_HOME": str(tmp_path)})
    command, env, files = prepared(tmp_path, name)
    before = [file.read_bytes() for file in files]
    began = time.perf_counter()
    assert (
        subprocess.run(
            command, env=env, cwd=ROOT, capture_output=True, timeout=MANY_SECONDS, check=False
        ).returncode
        == 0
    )
    longest = time.perf_counter() - began
    behind = [file.read_bytes() for file in files]
    assert all(old != new for old, new in zip(before, behind, strict=True))
    for end in (signal.SIGKILL, signal.SIGINT) * times:
        shutil.rmtree(tmp_path / "out")
        command, env, files = prepared(tmp_path, name)
        with subprocess.Popen(
            command, env=env, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        ) as process:
            time.sleep(chance.uniform(0, longest))
            process.send_signal(end)
            _, said = process.communicate(timeout=MANY_SECONDS)
        for file, old, new in zip(files, before, behind, strict=True):
            assert file.read_bytes() in (old, new)
        beside = set((tmp_path / "out").iterdir()) - set(files)
        assert all(path.name.startswith(".klout-") for path in beside)
        if end is signal.SIGINT:
            # -2, or 1 and a word of Python's own: before the first statement of klout is reached
            pythons = process.returncode == 1 and b"klout:" not in said
            assert process.returncode in (0, 130, -signal.SIGINT) or pythons, (
                process.returncode,
                said,
            )
            # in the moment between the making of a folder and our knowing of it, it stays
            assert not any(any(path.iterdir()) for path in beside)


def test_s14_what_a_killed_run_has_left_is_no_part_of_an_export(tmp_path: Path) -> None:
    shutil.copytree(ROOT / X, tmp_path / "export")
    before = klout("inspect", str(tmp_path / "export"))
    shutil.copytree(ROOT / X, tmp_path / "export" / ".klout-a1b2c3d4" / "tables")
    assert klout("inspect", str(tmp_path / "export")) == before


def test_w14_folders_named_like_ours_hinder_no_output(tmp_path: Path) -> None:
    """Version 0.1 named them after its process, and failed at a number that is none."""
    command, env, files = prepared(tmp_path, "score")
    for name in (f".klout-{platform.node()}-99999999999999999999-x", ".klout-"):
        (tmp_path / "out" / name).mkdir()
    assert start(command, env).code == 0
    assert all(file.read_bytes() != OLD for file in files)
    assert len([*(tmp_path / "out").iterdir()]) == len(files) + 2
