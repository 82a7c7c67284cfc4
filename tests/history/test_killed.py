"""Whatever ends a writer, the history is the old or the new one (reliability S1, S2, S3, S14)."""

import json
import sys
from pathlib import Path

import pytest

from tests.cli.processes import start

linux = pytest.mark.skipif(sys.platform != "linux", reason="follows calls of Linux")


def wrong(how: str, folder: Path, count: int) -> list[str]:
    done = start(
        (sys.executable, "-m", "tests.history.killing", how, str(folder), str(count)), timeout=1800
    )
    assert done.code == 0, done.err
    return list(json.loads(done.out))


@pytest.mark.parametrize("runs", [30, pytest.param(1000, marks=pytest.mark.slow)])
def test_s1_killed_at_any_moment(tmp_path: Path, runs: int) -> None:
    assert wrong("killed_at_random", tmp_path, runs) == []


@linux
@pytest.mark.parametrize("step", [0, 2, 3], ids=["S1 first", "S1 one more", "S1 forget"])
def test_s14_killed_at_every_call_of_a_step(tmp_path: Path, step: int) -> None:
    assert wrong("killed_at_every_call", tmp_path, step) == []


@pytest.mark.parametrize("step", [0, 2, 3], ids=["S3 first", "S3 one more", "S3 forget"])
def test_s3_a_disk_that_is_full_at_any_size(tmp_path: Path, step: int) -> None:
    assert wrong("full_at_every_size", tmp_path, step) == []


def test_s2_twenty_writers_lose_nothing(tmp_path: Path) -> None:
    assert wrong("together", tmp_path, 20) == []
