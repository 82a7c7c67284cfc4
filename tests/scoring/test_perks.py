"""Perks: who qualifies, what is missing to the last hundredth, and catalogues that are read strictly."""

from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from klout_cli import pipeline
from klout_cli.errors import AccessError, KloutError, UsageError
from klout_cli.factors import OBSERVED
from klout_cli.results import Measured, Measurement, Snapshot, SnapshotWithLedger
from klout_cli.results.displayed import Offer, Offers
from klout_cli.scoring.pages import LARGEST
from klout_cli.scoring.perks import SAMPLE, Catalogue, Perk, catalogue
from tests.scoring.people import MODEL, account

UNSEEN = tuple(Measurement(one.id, "missing") for one in OBSERVED)


def own(*known: Any, **z: float) -> Measured:
    return replace(account(*known, **z), observed=UNSEEN)


WELL = {"endorsement": 0.5, "breadth": 0.5, "amplification": 0.5, "network": 0.5}
PERSON = SnapshotWithLedger(
    Snapshot(
        person="Erika Beispiel",
        as_of="2026-03-01",
        measured=(own("x", 1200, 900, **WELL, resonance=1), own("linkedin", 650, **WELL)),
        on_topic=(own("x", 1200, 900, **WELL, resonance=0.5), own("linkedin", 650, **WELL)),
        topics=("kommunikation", "PR"),
    )
)
SCORE = pipeline.make_report(PERSON, MODEL).judgement.score.value


def offered(taken: SnapshotWithLedger = PERSON, **conditions: object) -> Offer:
    perk = Perk(title="A", reward="b", **conditions)  # type: ignore[arg-type]
    found = pipeline.match_perks(taken, MODEL, Catalogue(title="c", perks={"a": perk}))
    return found.offers[0]


def test_a_perk_without_conditions_is_everybodys_who_has_a_score() -> None:
    assert offered().qualifies and not offered().requirements


def test_a_first_impression_never_meets_a_perk() -> None:
    """Its number may be high: so little of it is measured that nobody is paid or refused by it."""
    vague = SnapshotWithLedger(Snapshot("", "2026-03-01", (own("x", 1_000_000),)))
    assert not offered(taken=vague).qualifies
    missed = offered(taken=vague, minimum_score=50)
    assert not missed.qualifies
    assert (missed.requirements[0].has, missed.requirements[0].lacks) == ((), None)


def test_a_score_is_enough_when_it_is_reached_and_else_says_what_is_missing() -> None:
    assert offered(minimum_score=SCORE).qualifies
    missed = offered(minimum_score=SCORE + 3)
    assert not missed.qualifies
    assert missed.requirements[0].lacks == pytest.approx(3)


@settings(deadline=None, derandomize=True, max_examples=15)
@given(st.floats(0.01, 90))
def test_the_change_that_is_named_reaches_the_score_and_hardly_more(more: float) -> None:
    goal = min(SCORE + more, 99)  # 100 is never reached: the scale bends
    change = offered(minimum_score=goal).requirements[0].change
    reached = pipeline.try_changes(PERSON.snapshot, MODEL, [change]).after.score.value
    assert goal - 1e-9 <= reached <= goal + 0.02


def test_the_score_of_ones_topics_counts_for_itself() -> None:
    missed = offered(minimum_on_topic=SCORE).requirements[0]
    assert not missed.met and 0 < (missed.lacks or 0) < 5 and not missed.change
    untold = SnapshotWithLedger(Snapshot("", "2026-03-01", PERSON.snapshot.measured))
    assert (
        offered(taken=untold, minimum_on_topic=1).qualifies,
        offered(taken=untold, minimum_on_topic=1).requirements[0].has,
    ) == (
        False,
        (),
    )


@pytest.mark.parametrize(
    ("conditions", "qualifies"),
    [
        ({"any_network": ["blog", "x"]}, True),
        ({"any_network": ["blog"]}, False),
        ({"all_networks": ["linkedin", "x"]}, True),
        ({"all_networks": ["linkedin", "blog"]}, False),
        ({"topics": ["Kommunikation"]}, True),
        ({"topics": ["cats"]}, False),
        ({"any_network": ["x"], "topics": ["cats"]}, False),
    ],
)
def test_networks_and_topics(conditions: dict[str, object], qualifies: bool) -> None:
    assert offered(**conditions).qualifies is qualifies


@pytest.mark.parametrize(
    ("first", "last", "qualifies"),
    [
        ("2026-03-01", "2026-03-01", True),
        ("2026-03-02", None, False),
        (None, "2026-02-28", False),
        (None, "2026-03-01", True),
    ],
)
def test_dates_are_held_against_the_day_of_the_score(
    first: str | None, last: str | None, qualifies: bool, tmp_path: Path
) -> None:
    file = tmp_path / "perks.yaml"
    dates = "".join(
        f"    {name}: {day}\n"
        for name, day in (("valid_from", first), ("valid_until", last))
        if day
    )
    file.write_text(
        f"title: c\nperks:\n  a:\n    title: A\n    reward: b\n{dates}", encoding="utf-8"
    )
    found: Offers = pipeline.match_perks(PERSON, MODEL, catalogue(file))
    assert found.offers[0].qualifies is qualifies


def test_the_bundled_catalogue_shows_every_condition() -> None:
    used = {
        name
        for perk in catalogue().perks.values()
        for name in perk.__struct_fields__
        if getattr(perk, name)
    }
    assert used == set(Perk.__struct_fields__)


BAD = {
    "unknown key": ("title: c\nperks: {a: {title: A, reward: b, minimun_score: 3}}", "perks"),
    "no perk": ("title: c\nperks: {}", "perks"),
    "no reward": ("title: c\nperks: {a: {title: A}}", "perks"),
    "score over 100": (
        "title: c\nperks: {a: {title: A, reward: b, minimum_score: 101}}",
        "minimum_score",
    ),
    "score not a number": (
        "title: c\nperks: {a: {title: A, reward: b, minimum_score: .nan}}",
        "minimum_score",
    ),
    "unknown network": (
        "title: c\nperks: {a: {title: A, reward: b, any_network: [twitter]}}",
        "perks.a",
    ),
    "not a date": ("title: c\nperks: {a: {title: A, reward: b, valid_from: soon}}", "valid_from"),
    "ends before it begins": (
        "title: c\nperks: {a: {title: A, reward: b, valid_from: 2026-02-01, valid_until: 2026-01-01}}",
        "valid_until",
    ),
    "twice": ("title: c\ntitle: d", "line 2"),
    "alias": ("title: &a c\nperks: *a", "line 2"),
    "empty": ("", "perks.yaml"),
    "a list": ("- a", "perks.yaml"),
    "too large": ("#" * (LARGEST + 1), "perks.yaml"),
    "not text": (b"\xff\xfe\x00", "perks.yaml"),
}


@pytest.mark.parametrize("case", BAD)
def test_x11_a_catalogue_that_is_wrong_is_refused_with_its_place(case: str, tmp_path: Path) -> None:
    text, place = BAD[case]
    file = tmp_path / "perks.yaml"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(UsageError) as fault:
        catalogue(file)
    assert place in fault.value.where


def test_a_catalogue_that_is_not_there_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(AccessError, match="file can't be read"):
        catalogue(tmp_path / "none.yaml")


@settings(deadline=None, derandomize=True, max_examples=40)
@given(data=st.data())
def test_a_damaged_catalogue_is_read_or_refused(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    whole = SAMPLE.read_bytes()
    start, junk = data.draw(st.integers(0, len(whole))), data.draw(st.binary(max_size=6))
    file = tmp_path_factory.mktemp("damaged") / "perks.yaml"
    file.write_bytes(whole[:start] + junk + whole[start + len(junk) :])
    with suppress(KloutError):
        assert catalogue(file).perks
