"""The split of a change: exact, symmetric, blind to order, and by hand."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from klout_cli.errors import InputError
from klout_cli.factors.amplification import Amplification
from klout_cli.factors.audience import Audience
from klout_cli.results import (
    Measured,
    Measurement,
    ModelName,
    Part,
    PostSums,
    Published,
    Snapshot,
)
from klout_cli.scoring.combine import combine, shares
from klout_cli.scoring.compare import compare, mean_shares, period_of, trend
from klout_cli.scoring.judge import judge
from tests.scoring.people import MODEL, account, measured, sums

EXACT = 1e-9
NETWORKS = ("x", "linkedin", "instagram", "blog", "googleplus")
FACTORS = ("resonance", "breadth", "endorsement", "network", "reciprocity")
OLDER = ModelName("klout", 0, "sha256:0", standard=False)
many = settings(max_examples=40, deadline=None, derandomize=True)


def snapshot(*accounts: Measured, as_of: str = "2026-03-01") -> Snapshot:
    return Snapshot("Erika Beispiel", as_of, accounts)


@st.composite
def sides(draw: st.DrawFn) -> Snapshot:
    """Draw one to five accounts, also of a closed network, with any factors missing."""
    accounts = []
    for network, number in draw(
        st.lists(
            st.tuples(st.sampled_from(NETWORKS), st.integers(0, 1)),
            min_size=1,
            max_size=5,
            unique=True,
        )
    ):
        able = [
            factor
            for factor in FACTORS
            if factor != "endorsement" or network in ("x", "linkedin", "blog")
        ]
        z = draw(st.dictionaries(st.sampled_from(able), st.floats(-3, 3)))
        followers = draw(st.one_of(st.integers(0, 2_000), st.integers(0, 30_000_000)))
        accounts.append(account(network, followers, handle=str(number), **z))
    accounts.append(
        account("xing", draw(st.integers(0, 3_000)), handle="always there")
        if draw(st.booleans())
        else account("other", 10)
    )
    return snapshot(*accounts, as_of=draw(st.sampled_from(("2018-03-01", "2026-03-01"))))


def points(parts: tuple[Part, ...]) -> dict[tuple[str | None, str | None], float]:
    return {(part.account, part.factor): part.points for part in parts}


@many
@given(sides(), sides(), st.one_of(st.none(), st.floats(1, 100)))
def test_parts_sum_to_the_change(older: Snapshot, newer: Snapshot, published: float | None) -> None:
    found = compare(older, newer, MODEL, None if published is None else Published(published, OLDER))
    assert math.fsum(part.points for part in found.parts) == pytest.approx(found.change, abs=EXACT)
    assert found.change == found.newer.judgement.score.value - found.was


@many
@given(sides(), sides())
def test_the_way_back_is_the_same_way(older: Snapshot, newer: Snapshot) -> None:
    there, back = (
        points(compare(older, newer, MODEL).parts),
        points(compare(newer, older, MODEL).parts),
    )
    assert there.keys() == back.keys()
    assert list(there.values()) == pytest.approx([-back[key] for key in there], abs=EXACT)


@many
@given(sides(), sides(), st.randoms(use_true_random=False))
def test_the_order_of_accounts_changes_nothing(
    older: Snapshot, newer: Snapshot, shuffler: object
) -> None:
    mixed = [
        replace(side, measured=tuple(shuffler.sample(side.measured, len(side.measured))))
        for side in (older, newer)
    ]  # type: ignore[attr-defined]
    assert compare(*mixed, MODEL) == compare(older, newer, MODEL)


@many
@given(sides())
def test_nothing_changed_is_no_part(side: Snapshot) -> None:
    found = compare(side, side, MODEL)
    assert (found.parts, found.change) == ((), 0.0)


@many
@given(st.lists(st.tuples(st.floats(-20, 130), st.floats(-20, 130)), min_size=1, max_size=6))
def test_the_integral_of_the_shares_is_the_change_of_the_whole(
    ends: list[tuple[float, float]],
) -> None:
    old, new = (list(side) for side in zip(*ends, strict=True))
    mean = mean_shares(old, new, MODEL)
    moved = math.fsum(p * (after - before) for p, before, after in zip(mean, old, new, strict=True))
    assert moved == pytest.approx(combine(new, MODEL) - combine(old, MODEL), abs=EXACT)
    assert math.fsum(mean) == pytest.approx(1, abs=EXACT)


@pytest.mark.parametrize(
    "ends",
    [
        [(40.0, 60.0), (50.0, 45.0), (30.0, 58.0)],
        [(10.0, 90.0), (90.0, 10.0)],
        [(50.0, 55.0), (50.0, 55.0)],
    ],
)
def test_the_mean_share_is_that_of_many_small_steps(ends: list[tuple[float, float]]) -> None:
    old, new = (list(side) for side in zip(*ends, strict=True))
    steps = 20_000
    walked = [
        shares([a + (b - a) * (n + 0.5) / steps for a, b in ends], MODEL) for n in range(steps)
    ]
    by_steps = [math.fsum(column) / steps for column in zip(*walked, strict=True)]
    assert mean_shares(old, new, MODEL) == pytest.approx(by_steps, abs=1e-4)


def test_one_account_alone_by_hand() -> None:
    """400 to 1,000 followers are 11.2·log10(1001/401).

    A share of 1 makes points of the account points of the person.
    """
    found = compare(
        snapshot(account("x", 400, resonance=0.5)),
        snapshot(account("x", 1_000, resonance=1)),
        MODEL,
    )
    gained = 11.2 * math.log10(1_001 / 401)
    assert points(found.parts) == pytest.approx(
        {("x:x", "audience"): gained, ("x:x", "resonance"): MODEL.points["resonance"] * 0.5}
    )
    assert found.change == pytest.approx(gained + MODEL.points["resonance"] * 0.5)


def test_the_strongest_changes_on_the_way_by_hand() -> None:
    """Two accounts change places: over the whole way each counts as much as the other, so each gives half of its 11.2 points."""
    there = snapshot(account("xing", 99, handle="a"), account("xing", 999, handle="b"))
    back = snapshot(account("xing", 999, handle="a"), account("xing", 99, handle="b"))
    found = points(compare(there, back, MODEL).parts)
    assert found["xing:a", "audience"] == pytest.approx(5.6, abs=EXACT)
    assert found["xing:b", "audience"] == pytest.approx(-5.6, abs=EXACT)


def test_a_new_account_brings_what_it_adds_by_hand() -> None:
    """Beside an equal one it counts 0.7: 11.2·log10(1.7) points."""
    one, other = account("xing", 100, handle="a"), account("xing", 100, handle="b")
    (part,) = compare(snapshot(one), snapshot(one, other), MODEL).parts
    assert (part.kind, part.account, part.note) == ("source", "xing:b", "new in the exports")
    assert part.points == pytest.approx(11.2 * math.log10(1.7), abs=EXACT)
    (lost,) = compare(snapshot(one, other), snapshot(one), MODEL).parts
    assert (lost.points, lost.note) == (-part.points, "no longer in the exports")


def test_without_an_account_on_both_sides_all_of_them_are_the_middle() -> None:
    """Two accounts of 40 each: with both the score is 40 + 11.2·log10(1.7), and both parts meet there."""
    x, xing = account("x", 400), account("xing", 100)
    found = points(compare(snapshot(x), snapshot(xing), MODEL).parts)
    assert found == pytest.approx(
        {("xing:xing", None): 11.2 * math.log10(1.7), ("x:x", None): -11.2 * math.log10(1.7)},
        abs=EXACT,
    )


def test_several_new_accounts_divide_what_they_add_by_their_shares() -> None:
    old = account("x", 5_000)
    found = compare(
        snapshot(old), snapshot(old, account("xing", 300), account("linkedin", 900)), MODEL
    )
    shares = {one.id: one.share for one in found.newer.judgement.accounts}
    gained = points(found.parts)
    ratio = gained["xing:xing", None] / gained["linkedin:linkedin", None]
    assert ratio == pytest.approx(shares["xing:xing"] / shares["linkedin:linkedin"])
    assert sum(gained.values()) == pytest.approx(found.change, abs=EXACT)


def test_a_network_that_closed_is_a_source_that_went() -> None:
    then = snapshot(account("x", 400), account("googleplus", 900), as_of="2019-03-01")
    found = compare(then, replace(then, as_of="2020-03-01"), MODEL)
    (part,) = found.parts
    assert (part.kind, part.account) == ("source", "googleplus:googleplus")
    assert part.points < 0
    assert part.note.startswith("no longer scored, the network closed on 2 Apr 2019")


def test_what_is_newly_measured_is_said_even_where_it_moves_nothing() -> None:
    found = compare(snapshot(account("x", 400)), snapshot(account("x", 400, network=0.0)), MODEL)
    (part,) = found.parts
    assert (part.factor, part.note) == ("network", "newly measured")
    assert part.points == pytest.approx(0, abs=EXACT)


def test_a_score_published_under_another_model_has_a_line_of_its_own() -> None:
    before, after = snapshot(account("x", 400)), snapshot(account("x", 1_000))
    found = compare(before, after, MODEL, Published(38.5, OLDER))
    assert found.parts[0] == Part("model", 1.5, note="published by method klout 0")
    assert found.was == 38.5
    assert not [
        part
        for part in compare(before, after, MODEL, Published(40.0 + 1e-12, OLDER)).parts
        if part.kind == "model"
    ]


def test_the_top_of_the_scale_is_a_line_of_its_own() -> None:
    found = compare(snapshot(account("x", 18_500_000)), snapshot(account("x", 100_000_000)), MODEL)
    raw = 40 + 11.2 * math.log10(100_000_001 / 401)
    assert points(found.parts)[None, "ceiling"] == pytest.approx(98.32 - raw, abs=0.005)
    assert found.change == pytest.approx(98.32 - 92.24, abs=0.01)


def test_noise_of_what_is_never_measured() -> None:
    """Of an account of which only the audience is known a fifth of what is missing is drawn anew on each side."""
    found = compare(snapshot(account("x", 400)), snapshot(account("x", 420)), MODEL)
    assert found.noise == pytest.approx(1.2816 * 7.6 * math.sqrt(2 * (1 - 0.8)), abs=0.001)
    assert found.within_noise
    assert not compare(
        snapshot(account("x", 400)), snapshot(account("x", 400_000)), MODEL
    ).within_noise


def test_noise_of_what_is_measured_on_one_side_alone_is_all_of_its_variance() -> None:
    """Network is newly known: P² in whole; the rest, missing on both sides, counts by two fifths."""
    found = compare(snapshot(account("x", 400)), snapshot(account("x", 400, network=1)), MODEL)
    rest = [P for id, P in MODEL.points.items() if id != "network"]
    both = 0.3 * sum(rest) ** 2 + 0.7 * sum(P * P for P in rest)
    wanted = 1.2816 * math.sqrt(0.4 * both + MODEL.points["network"] ** 2)
    assert found.noise == pytest.approx(wanted, abs=0.001)


def weekly(followers: int, *received: int, first: int = 2_900, **more: object) -> Measured:
    """Return an account of one post a week, with so many likes and no comments."""
    weeks = tuple(sums(1, likes, 0) for likes in received)
    whole = PostSums.total(weeks)
    return measured(
        "x",
        posts=len(weeks),
        weeks=weeks,
        iso_weeks=tuple(range(first, first + len(weeks))),
        audience=Audience.Facts(followers),
        resonance=whole,
        amplification=Amplification().of_sums(whole, 0),
        **more,  # type: ignore[arg-type]
    )


def sampling(older: Measured, newer: Measured) -> float:
    """Return the paired SD: the noise without the half of both that is never measured."""
    found = compare(snapshot(older), snapshot(newer), MODEL)
    missing = [MODEL.points[id] for id in MODEL.points if id not in ("resonance", "amplification")]
    both = 0.3 * sum(missing) ** 2 + 0.7 * sum(P * P for P in missing)
    return math.sqrt(max(0.0, (found.noise / MODEL.interval.normal) ** 2 - 0.4 * both))


def test_equal_files_add_no_noise_of_sampling() -> None:
    many, single = weekly(400, 9, 0, 30, 2), weekly(400, 9)
    assert sampling(many, many) == pytest.approx(0, abs=1e-6)
    assert sampling(single, single) == pytest.approx(0, abs=1e-6)


def test_neighbouring_dates_are_quieter_than_two_strangers() -> None:
    """Eleven of twelve weeks are the same posts; apart, both would scatter by themselves."""
    received = (9, 0, 30, 2, 14, 5, 80, 1, 3, 22, 0, 6, 11)
    older, newer = weekly(400, *received[:-1]), weekly(400, *received[1:], first=2_901)
    strangers = weekly(400, *received[1:], first=4_000)
    assert 0 < sampling(older, newer) < sampling(older, strangers) / 2


def test_one_week_on_both_sides_is_drawn_apart() -> None:
    """Two weeks are the fewest of a bootstrap: of the same single week, both scatter by themselves."""
    older, newer = weekly(400, 9), weekly(400, 10)
    one = judge([older], MODEL, "2026-03-01")
    assert one is not None
    apart = math.sqrt(2 * one.accounts[0].doubts["sampling"])
    assert sampling(older, newer) == pytest.approx(apart)
    assert sampling(older, weekly(400, 9, 10)) != pytest.approx(apart)


def test_staleness_of_both_sides_partly_cancels() -> None:
    """A year later the same posts are a year older: their SD grows from 0 to 2 points."""
    older = account("x", 400)
    found = compare(snapshot(older), snapshot(older, as_of="2027-03-01"), MODEL)
    missing = 0.4 * 7.6**2
    wanted = 1.2816 * math.sqrt(missing + (2 * 365 / 365.25) ** 2)
    assert found.noise == pytest.approx(wanted, abs=0.001)


def test_a_date_without_a_number_says_why() -> None:
    unknown = replace(
        account("x", 1),
        measurements=(
            Measurement("audience", "missing", reason="no followers"),
            *account("x", 1).measurements[1:],
        ),
    )
    with pytest.raises(InputError, match=r"2025-01-01.*X: no followers"):
        compare(snapshot(unknown, as_of="2025-01-01"), snapshot(account("x", 400)), MODEL)


def held(followers: int, level_of: str | None, as_of: str) -> Snapshot:
    one = account("x", followers)
    facts = {**one.measurements[0].facts, "as_of": level_of}
    return snapshot(
        replace(
            one, measurements=(Measurement("audience", "measured", facts), *one.measurements[1:])
        ),
        as_of=as_of,
    )


@pytest.mark.parametrize(
    ("older", "newer", "said"),
    [
        (
            held(9, "2026-03-01", "2025-01-01"),
            held(9, "2026-03-01", "2026-01-01"),
            ("X: the follower count of 1 Mar 2026 is used for every date",),
        ),
        (
            held(9, None, "2025-01-01"),
            held(9, None, "2026-01-01"),
            ("X: its follower count has no date and is used for every date",),
        ),
        (held(9, "2025-01-01", "2025-01-01"), held(9, "2026-01-01", "2026-01-01"), ()),
        (held(9, "2026-01-01", "2026-01-01"), held(9, "2026-01-01", "2026-01-01"), ()),
    ],
)
def test_an_audience_held_constant_is_said(
    older: Snapshot, newer: Snapshot, said: tuple[str, ...]
) -> None:
    assert compare(older, newer, MODEL).notes == said
    assert trend([older, newer], MODEL, "year").notes == said


@pytest.mark.parametrize(
    ("period", "names"),
    [
        ("month", ["2025-12", "2026-01", "2026-03"]),
        ("quarter", ["2025-Q4", "", "2026-Q1"]),
        ("year", ["2025", "", "2026"]),
    ],
)
def test_the_last_snapshot_of_a_period_carries_its_name(period: str, names: list[str]) -> None:
    days = ("2025-12-31", "2026-01-01", "2026-03-31")
    moments = trend(
        [snapshot(account("x", 400 + n), as_of=day) for n, day in enumerate(days)], MODEL, period
    ).moments  # type: ignore[arg-type]
    assert [moment.period for moment in moments] == names
    assert [moment.as_of for moment in moments] == list(days)


@pytest.mark.parametrize(
    ("day", "name"),
    [
        ("2026-01-01", "2026-Q1"),
        ("2026-04-01", "2026-Q2"),
        ("2026-09-30", "2026-Q3"),
        ("2026-12-31", "2026-Q4"),
    ],
)
def test_quarters(day: str, name: str) -> None:
    assert period_of(day, "quarter") == name
