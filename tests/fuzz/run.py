"""Fuzz one target, guided by coverage: python -m tests.fuzz.run TARGET [SECONDS] [SEEDS].

Needs the extra `fuzz`.

What reaches new code is kept in build/fuzz/TARGET and what is found beside it; tests/corpus/TARGET
is where it starts. A finding is copied to tests/corpus under the name of what was wrong, and stays
there for good.
"""

import sys
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["klout_cli"]):
    from klout_cli.errors import KloutError
    from klout_cli.importers import every_importer
    from tests.fuzz.targets import TARGETS

    every_importer()

ROOT = Path(__file__).parents[2]
SECONDS_OF_ONE, MEGABYTES = 2, 1024
"""Bounds of one input here, where instrumented code takes some times its own.

Tests/fuzz/test_corpus.py holds the promised ones.
"""


def main(target: str, seconds: str = "3600", *seeds: str) -> None:
    """Run until the time is over or something is found."""
    kept = ROOT / "build/fuzz" / target
    kept.mkdir(parents=True, exist_ok=True)

    def try_one(data: bytes) -> None:
        try:
            TARGETS[target](data)
        except KloutError as fault:
            assert fault.what and type(fault) is not KloutError

    bounds = (
        f"-max_total_time={seconds}",
        f"-timeout={SECONDS_OF_ONE * 5}",
        f"-rss_limit_mb={MEGABYTES}",
        "-max_len=20000",
    )
    places = (str(kept), str(ROOT / "tests/corpus" / target), *seeds)
    atheris.Setup(
        [sys.argv[0], *bounds, f"-artifact_prefix={kept.parent}/{target}-", *places], try_one
    )
    atheris.Fuzz()


if __name__ == "__main__":
    main(*sys.argv[1:])
