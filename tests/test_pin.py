"""What counts as a difference between two checkouts."""

from tests.differences import differences


def places(old: object, new: object) -> list[str]:
    return [place for place, *_ in differences(old, new)]


def test_numbers_are_equal_to_1e_9_and_counts_exactly() -> None:
    old = {"score": 55.5, "posts": 10**12, "share": 0.0, "tool": {"version": "0.1.0"}}
    new = {"score": 55.5 + 1e-9, "posts": 10**12, "share": 0, "tool": {"version": "0.2.0"}}
    assert places(old, new) == []
    assert places(old, {**new, "score": 55.501, "posts": 10**12 + 1}) == ["score", "posts"]


def test_a_key_that_is_missing_new_or_elsewhere_is_a_difference() -> None:
    assert places({"a": 1, "b": {"c": None}}, {"b": {}, "d": 1}) == ["a", "b.c", "d"]
    assert places({"a": 1, "b": 2}, {"b": 2, "a": 1}) == [" (order of keys)"]


def test_true_is_no_number_and_unknown_no_zero() -> None:
    assert places([1, 0, 0.0], [True, None, False]) == ["[0]", "[1]", "[2]"]


def test_an_additional_line_is_one_difference() -> None:
    assert list(differences(["a", "b", "c"], ["a", "c"])) == [("[1]", "b", "(missing)")]
    assert list(differences(["a", "c"], ["a", "b", "c"])) == [("[1]", "(missing)", "b")]
    assert places(["a", "b"], ["b", "a"]) == ["[0]", "[1]"]
