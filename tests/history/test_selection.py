"""Which snapshot a date, a number or a word means."""

import pytest

from klout_cli.errors import InputError, UsageError
from klout_cli.history.selection import select_snapshot
from klout_cli.results import StoredSnapshot
from tests.history.snapshots import MODEL, SCORE, snapshot

KEPT = [
    StoredSnapshot(id, snapshot(id, as_of=day), MODEL, SCORE)
    for id, day in ((4, "2024-02-29"), (1, "2025-09-01"), (2, "2026-03-01"), (7, "2026-03-01"))
]


@pytest.mark.parametrize(
    ("when", "id"),
    [
        ("latest", 7),
        ("previous", 1),
        ("2026-03-01", 7),
        ("2026-02-28", 1),
        ("2030-01-01", 7),
        ("2024-02-29", 4),
        ("2", 2),
        ("4", 4),
    ],
)
def test_a_snapshot_is_meant_by(when: str, id: int) -> None:
    assert select_snapshot(KEPT, when).id == id


@pytest.mark.parametrize(
    ("when", "said"),
    [("2024-02-28", "28 Feb 2024 or before"), ("3", "number 3"), ("0", "number 0")],
)
def test_no_such_snapshot(when: str, said: str) -> None:
    with pytest.raises(InputError, match=said):
        select_snapshot(KEPT, when)


@pytest.mark.parametrize("when", ["", "yesterday", "-1", "2026-02-30", "01.03.2026", "last"])
def test_what_names_no_snapshot(when: str) -> None:
    with pytest.raises(UsageError, match="no such saved score"):
        select_snapshot(KEPT, when)


@pytest.mark.parametrize("when", ["latest", "previous", "2026-03-01", "1"])
def test_nothing_is_kept(when: str) -> None:
    with pytest.raises(InputError, match="klout score FILE"):
        select_snapshot([], when)


def test_there_is_no_previous_of_one_date() -> None:
    with pytest.raises(InputError, match="before 1 Mar 2026"):
        select_snapshot(KEPT[2:], "previous")
