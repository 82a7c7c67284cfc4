"""Every case of the catalogue has a test that bears its id."""

from tests import cases


def test_every_case_has_a_test(covered: cases.Found) -> None:
    assert [id for id in cases.catalogue() if id not in covered] == []


def test_the_catalogue_is_whole() -> None:
    assert len(cases.catalogue()) == 200


def test_ids_are_told_by_names_and_parameters() -> None:
    assert cases.ids("test_z3_overlap") == {"Z3"}
    assert cases.ids("test_z21_u1_folder_and_zip[x]") == {"Z21", "U1"}
    assert cases.ids("test_own_posts_are_left_out_u5") == {"U5"}
    assert cases.ids("test_overlap[z3_quoted]") == {"Z3"}
    assert cases.ids("test_wrong[2-X9 duplicate key]") == {"X9"}
    assert cases.ids("test_safe[T6 T7 markup]") == {"T6", "T7"}
    assert cases.ids("test_quarters[2025-Q1]") == cases.ids("test_utf8[x1]") == set()
