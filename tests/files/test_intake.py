import pytest

from klout_cli.errors import InputError
from klout_cli.files.archives import bound_archive
from klout_cli.files.intake import MOST_USELESS, Intake
from klout_cli.files.limits import (
    MOST_ACCOUNTS,
    SMALL_ARCHIVE,
    SMALL_FILES,
    SMALL_ROWS,
    SMALL_UNPACKED,
    Allowance,
    Limits,
    refuse_accounts,
)


@pytest.mark.parametrize("used", [0, 1])
def test_a_file_whose_first_rows_are_all_useless_is_refused(used: int) -> None:
    intake = Intake("posts.csv")
    intake.use(used)
    for line in range(MOST_USELESS):
        intake.skip(line, "no date")
    if used:
        intake.skip(MOST_USELESS, "no date")
        return
    with pytest.raises(InputError, match="none of the first 100,000 rows can be used") as refusal:
        intake.skip(MOST_USELESS, "no date")
    intake.refuse(refusal.value)
    assert intake.read == MOST_USELESS + 1 == sum(intake.reasons.values())


def test_a_fault_that_costs_many_rows_at_once_keeps_its_own_reason() -> None:
    intake = Intake("posts.csv")
    intake.skip("2 to 300000", "behind an unterminated quote", 3 * MOST_USELESS)
    assert set(intake.reasons) == {"behind an unterminated quote"}


@pytest.mark.parametrize(
    ("packed", "most"),
    [(0, SMALL_FILES), (SMALL_ARCHIVE, SMALL_FILES), (1_280_127, 10_000), (1 << 40, 100_000)],
)
def test_w4_the_files_of_an_archive_are_bound_by_its_size(packed: int, most: int) -> None:
    assert bound_archive(Limits(), packed, 128).members == most


@pytest.mark.parametrize(
    ("packed", "most"),
    [(SMALL_ARCHIVE, SMALL_UNPACKED), (SMALL_ARCHIVE + 1, Limits().unpacked)],
)
def test_a_small_archive_may_unpack_to_less(packed: int, most: int) -> None:
    assert bound_archive(Limits(), packed, 128).unpacked == most
    assert bound_archive(Limits(unpacked=5), packed, 128).unpacked == 5


def test_the_files_of_a_small_archive_share_the_rows_it_may_have() -> None:
    """Half of it is for reading them."""
    allowance = Allowance(SMALL_ROWS / 2)
    first, second = Intake("a.csv"), Intake("b.csv")
    first.allowance = second.allowance = allowance
    first.use(SMALL_ROWS - 1)
    second.skip(1, "no date")
    with pytest.raises(InputError, match="this archive of under 1 MB has more than 80,000 rows"):
        second.use()


def test_more_accounts_than_a_person_has_are_refused() -> None:
    refuse_accounts(MOST_ACCOUNTS, "a.csv")
    with pytest.raises(InputError, match="this download has more than 250 accounts"):
        refuse_accounts(MOST_ACCOUNTS + 1, "a.csv")
