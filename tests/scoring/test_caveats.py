"""What makes a score less certain than its interval, and the error where there is none."""

import pytest
from msgspec.structs import replace

from klout_cli.factors.audience import Audience
from klout_cli.factors.endorsement import Endorsement
from klout_cli.results import Measured, Measurement, Snapshot
from klout_cli.scoring.caveats import list_caveats, no_score_error
from tests.scoring.people import DAY, MODEL, account, measured, score, sums


def caveats(*accounts: Measured) -> list[str]:
    snapshot = Snapshot("Erika Beispiel", DAY, accounts)
    return list(list_caveats(score(*accounts), snapshot, MODEL))


def counted_on(day: str | None, newest: str | None = DAY, **more: object) -> Measured:
    return measured("x", newest=newest, audience=Audience.Facts(400, as_of=day, **more))  # type: ignore[arg-type]


@pytest.mark.parametrize(("day", "said"), [("2026-01-29", 0), ("2026-01-28", 1), (None, 0)])
def test_followers_more_than_31_days_older_than_the_newest_post(day: str | None, said: int) -> None:
    found = caveats(counted_on(day))
    assert len(found) == said
    assert not said or found == ["X: follower count from 28 Jan 2026, latest post 1 Mar 2026"]


def test_a_part_of_the_audience() -> None:
    assert caveats(counted_on(DAY, quality="cut")) == [
        "X: only part of the audience is known, more than 400"
    ]


@pytest.mark.parametrize(("followers", "said"), [(10**10, 0), (10**10 + 1, 1)])
def test_more_followers_than_people(followers: int, said: int) -> None:
    assert len(caveats(account("x", followers))) == said


def test_posts_that_are_all_too_old() -> None:
    cadence = Measurement("cadence", "measured", {"newest": "2020-01-01"})
    paused = counted_on(DAY, newest=None)
    others = [one for one in paused.observed if one.factor != "cadence"]
    found = caveats(replace(paused, observed=(cadence, *others)))
    assert found == ["X: no post in the last 365 days; try --as-of newest"]


def test_a_network_without_values_of_its_own() -> None:
    assert caveats(account("myspace", 400), account("x", 400)) == [
        "myspace is scored like an unknown network, with the values of “other”"
    ]
    assert score(account("myspace", 400)).score.value == score(account("other", 400)).score.value


def test_no_number_says_what_is_missing_of_each_account() -> None:
    silent = measured("instagram", resonance=sums(4, 90, 1), endorsement=Endorsement.Facts(3))
    error = no_score_error(Snapshot("", DAY, (silent,)), MODEL, ["a warning"])
    assert error.what == "There isn't enough data for a score."
    assert list(error.listed) == [
        "Instagram: not in this test, and fewer than 5 posts have reactions to estimate it from",
        "a warning",
    ]
    assert "klout sources" in error.remedy


def test_no_number_where_the_newest_post_is_too_old() -> None:
    cadence = Measurement("cadence", "measured", {"newest": "2020-01-01"})
    silent = measured("x", newest=None)
    others = [one for one in silent.observed if one.factor != "cadence"]
    old = replace(silent, observed=(cadence, *others))
    error = no_score_error(Snapshot("", DAY, (old,)), MODEL)
    assert error.listed[0] == "the latest post is 2,251 days old"
    assert error.listed[1].startswith("X: ")
    assert error.remedy == "to score as of the latest post, add --as-of newest"
