"""What `klout inspect` says of every source that the sample person has no export of; the sample person's are in test_screens."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.processes import klout
from tests.cli.small_exports import SMALL


@pytest.mark.parametrize("name", SMALL)
def test_every_other_source_is_told_in_full(golden: Callable[[str, str], None], tmp_path: Path, name: str) -> None:
    for file, content in SMALL[name].items():
        path = tmp_path / name / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    done = klout("inspect", name, cwd=tmp_path)
    assert (done.code, done.err) == (0, "")
    golden(f"cli-inspect-{name}.txt", done.out)
