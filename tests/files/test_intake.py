import pytest

from klout_cli.errors import InputError
from klout_cli.files.archives import FEW_FILES, bound_files
from klout_cli.files.intake import MOST_USELESS, Intake
from klout_cli.files.limits import Limits


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
    ("packed", "most"), [(0, FEW_FILES), (FEW_FILES * 128 + 127, FEW_FILES), (1 << 40, 100_000)]
)
def test_w4_the_files_of_an_archive_are_bound_by_its_size(packed: int, most: int) -> None:
    assert bound_files(Limits(), packed, 128).members == most
    assert bound_files(Limits(), (FEW_FILES + 1) * 128, 128).members == FEW_FILES + 1
