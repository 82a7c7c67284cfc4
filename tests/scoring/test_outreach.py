"""Points and levels of outreach, by the numbers of the model."""

import pytest
from msgspec.structs import replace

from klout_cli.results import Measurement
from klout_cli.scoring.model import load
from klout_cli.scoring.outreach import add_levels, level_at, level_of

RULE = load("klout").outreach
GIVEN = Measurement("outreach", "measured", {"actions": 28, "kinds": (("reply", 28),)})


def test_levels_are_at_100_270_and_each_2_7_times_the_one_before() -> None:
    assert [level_at(number, RULE) for number in range(1, 6)] == [100, 270, 729, 1968, 5314]
    assert [level_of(points, RULE) for points in (0, 90, 100, 260, 270, 720, 730)] == [
        0,
        0,
        1,
        1,
        2,
        2,
        3,
    ]


@pytest.mark.parametrize("number", range(1, 20))
def test_a_level_is_reached_at_its_points_and_not_before(number: int) -> None:
    assert (level_of(level_at(number, RULE) - 1, RULE), level_of(level_at(number, RULE), RULE)) == (
        number - 1,
        number,
    )


def test_another_model_levels_what_was_measured_once_anew() -> None:
    (found,) = add_levels([GIVEN], RULE)
    assert found.facts == {
        "actions": 28,
        "points": 280,
        "level": 2,
        "next_level_at": 729,
        "kinds": (("reply", 28),),
    }
    (other,) = add_levels([found], replace(RULE, points=1, first_level=5, growth=2))
    assert other.facts == {
        "actions": 28,
        "points": 28,
        "level": 3,
        "next_level_at": 40,
        "kinds": (("reply", 28),),
    }


def test_what_is_missing_and_other_traits_stay_as_they_are() -> None:
    rest = (
        Measurement("outreach", "missing", {}, "nothing given"),
        Measurement("style", "measured", {"style": "casual"}),
    )
    assert add_levels(rest, RULE) == rest
