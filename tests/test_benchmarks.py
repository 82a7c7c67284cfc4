"""The benchmarks run at their smallest size; what they measure is nothing a test could fail on.

.ci/run runs all of them so.
"""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent / "benchmarks"))

import run

SIZES = (
    *("--repeats", "1", "--posts", "50", "100", "200", "--most-posts", "200"),
    *("--rows", "500", "1000", "2000", "--accounts", "100", "200", "400"),
    *("--edges", "500", "1000", "2000"),
)
SMALL = run.parse_sizes(SIZES)


@pytest.mark.parametrize("jobs", [run.archives_of_x, run.page_ranks, run.posts_tables, run.ranking])
def test_jobs_run_and_fill_their_rows(tmp_path, monkeypatch, jobs):
    monkeypatch.setenv("KLOUT_HOME", str(tmp_path))
    rows = jobs(tmp_path, SMALL)
    assert rows
    for row in rows:
        job, *_, ratio, peak, target, met = row.cells()
        assert job and ratio and peak and target and met in ("yes", "NO")


def test_a_job_that_fails_is_no_result():
    with pytest.raises(RuntimeError, match="failed"):
        run.run((run.PYTHON, "-c", "raise SystemExit(1)"))
