"""Which cases of the catalogue (klout_cli/docs/reliability.md) have a test.

The names of tests (`test_z3_…`) and parameters (`Z3 …`) contain their ids.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

CATALOGUE = Path(__file__).parents[1] / "klout_cli/docs/reliability.md"
_ROW = re.compile(r"^\| (?P<id>[A-Z]\d{1,2}) \| (?P<input>.+?) \| .+ \|$", re.MULTILINE)
_IN_NAME = re.compile(r"(?<=_)([a-z]\d{1,2})(?=_|$)")
_IN_PARAMETERS = re.compile(
    r"(?<![0-9]{4}-)(?:(?<![A-Za-z0-9])([A-Z]\d{1,2})(?![A-Za-z0-9])|(?:(?<=^)|(?<=[-_]))([a-z]\d{1,2})(?=_))"
)

Found = Mapping[str, Mapping[str, int]]
"""id of a case -> file of tests -> how many of its tests bear that id."""


def catalogue() -> dict[str, str]:
    """Return id -> what the input is, in the order of the catalogue."""
    return dict(_ROW.findall(CATALOGUE.read_text(encoding="utf-8")))


def ids(test: str) -> set[str]:
    """Return the ids that a test's name without its file bears, known or not."""
    name, _, parameters = test.partition("[")
    return {found.upper() for found in _IN_NAME.findall(name)} | {
        (upper or lower).upper()
        for upper, lower in _IN_PARAMETERS.findall(parameters.removesuffix("]"))
    }


def found(tests: Iterable[str]) -> dict[str, dict[str, int]]:
    """Count the tests of each case by file; `tests` are node ids."""
    known = catalogue()
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for test in tests:
        file, _, name = test.partition("::")
        for id in ids(name) & known.keys():
            counts[id][file] += 1
    return {id: dict(counts[id]) for id in counts}


def table(cases: Found) -> Iterator[str]:
    """Yield a line for each case: its id, what it is, and where it is tested how often."""
    for id, what in catalogue().items():
        where = ", ".join(
            f"{Path(file).stem.removeprefix('test_')} {count}"
            for file, count in sorted(cases.get(id, {}).items())
        )
        yield f"{id:<4}{what[:60]:<62}{where or 'NO TEST'}"
    yield f"{len(cases)} of {len(catalogue())} cases have a test"
