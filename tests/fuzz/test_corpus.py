"""What fuzzing has found, and what reaches most code, again and again: a result or a KloutError, within 2 s and 256 MB."""

import resource
import sys
from pathlib import Path

import pytest

from klout_cli.errors import KloutError
from tests.cli.processes import start
from tests.fuzz.targets import TARGETS

CORPUS = Path(__file__).parents[1] / "corpus"
SECONDS, MEMORY = 2, 256 << 20


def replay(target: str) -> None:
    """Run a target over its corpus, each input within its seconds and all within the memory, beyond what Python itself has mapped."""
    for file in sorted((CORPUS / target).iterdir()):
        spent = resource.getrusage(resource.RUSAGE_SELF).ru_utime
        resource.setrlimit(resource.RLIMIT_CPU, (int(spent) + SECONDS + 1, resource.RLIM_INFINITY))
        try:
            TARGETS[target](file.read_bytes())
        except KloutError as fault:
            assert fault.what, file.name


@pytest.mark.parametrize("target", TARGETS)
def test_the_corpus_is_read_or_refused_within_bounds(target: str) -> None:
    assert len(list((CORPUS / target).iterdir())) > 20
    done = start((sys.executable, "-W", "error", "-m", "tests.fuzz.test_corpus", target))
    assert done.code == 0, done.err


def mapped() -> int:
    """Return how many bytes this process has mapped."""
    return int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()


if __name__ == "__main__":
    if sys.platform == "linux":
        resource.setrlimit(resource.RLIMIT_AS, (mapped() + MEMORY, resource.RLIM_INFINITY))
    replay(sys.argv[1])
