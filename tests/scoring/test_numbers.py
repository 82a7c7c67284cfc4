"""Each number of the model file matters: shifted by one step, a reference computation changes."""

from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from msgspec.structs import replace

from klout_cli.factors.amplification import Amplification
from klout_cli.factors.audience import Audience
from klout_cli.factors.breadth import Breadth
from klout_cli.factors.endorsement import Endorsement
from klout_cli.factors.measure import measure_account
from klout_cli.factors.network import Group, Network
from klout_cli.factors.reciprocity import Pair, Reciprocity
from klout_cli.factors.substance import Substance
from klout_cli.person.account import Account
from klout_cli.person.rows import Level, Post
from klout_cli.person.topics import Topics
from klout_cli.person.view import AccountView
from klout_cli.results import Measured, Measurement, PostSums, Snapshot
from klout_cli.scoring import model as models
from klout_cli.scoring.compare import compare
from klout_cli.scoring.judge import judge, score_of
from klout_cli.scoring.model import Model
from klout_cli.scoring.outreach import add_levels
from tests.scoring.people import measured, sums

FILE = Path(models.__file__).with_name("klout.yaml")
DAY = "2019-03-01"  # every network was open
AS_OF = "2019-03-31"
SECONDS = 86_400
EXPORTED = (date.fromisoformat(DAY) - date(1970, 1, 1)).days * SECONDS + 43_200
ELSEWHERE = {
    "hints": "test_hints.py",
    "people": "tests/person",
    "landmarks": "shown as they are",
    "interval.first_impression": "test_interval.py",
    "robustness": "test_robustness.py",
}
"""Numbers that other tests answer for."""
WHOLE_NUMBERS = (
    "version",
    "factors.audience.infer_from",
    "factors.network.places",
    "interval.replicates",
)
STANDINGS = ("owner", "director", "manager", "specialist", "junior")

Tree = dict[str, Any]


def tree() -> Tree:
    """Return the model file, with few draws: 190 models are judged by."""
    parsed: Tree = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    parsed["interval"]["replicates"] = 40
    return parsed


def numbers(node: Any, place: str = "") -> Iterator[str]:
    """Yield the place of every number, truth value and grade of a network."""
    if isinstance(node, dict):
        for key, value in node.items():
            inner = f"{place}.{key}".lstrip(".")
            if key != "year" and inner not in ELSEWHERE:
                yield from numbers(value, inner)
    elif isinstance(node, int | float) or (
        place.endswith(".grade") and place.startswith("networks.")
    ):
        yield place


PLACES = tuple(numbers(tree()))


def shifted(place: str) -> Model:
    """Return the model with one number a step further."""
    changed = tree()
    *path, name = place.split(".")
    node = changed
    for key in path:
        node = node[key]
    node[name] = step(place, node[name])
    if name == "share":
        other = "breadth" if path[-1] == "resonance" else "resonance"
        changed["factors"][other]["share"] -= 0.01
    return models._checked(changed, "shifted")


def step(place: str, value: Any) -> Any:
    if isinstance(value, bool):
        return not value
    if isinstance(value, str):
        return {"A": "B", "B": "C", "C": "D", "D": "A"}[value]
    if place in WHOLE_NUMBERS or place.startswith(("window", "outreach")):
        return value + 1
    if place.endswith(
        (".low", ".phi", ".off_topic", ".next_account", ".correlation", ".persistence")
    ):
        return value - 0.01
    return value + 0.01


def whole(network: str, followers: float | None = 700, posts: int = 20, /, **more: Any) -> Measured:
    """Return an account in which everything is measured."""
    posted = more.pop("posted", None) or replace(
        sums(posts, 90, 20),
        on_posts=posts // 2,
        on_weight_likes=posts / 2,
        on_weight_carried=posts / 2,
        on_likes=60,
        on_carried=8,
    )
    groups = (
        *(Group(kind, 0, False, 1, 1) for kind in STANDINGS),
        Group("reputation", 70, False, 2, 2),
        Group("followers", 4.2, True, 1, 15),
    )
    facts: dict[str, Any] = {
        "audience": None if followers is None else Audience.Facts(followers, following=300),
        "resonance": posted,
        "amplification": Amplification().of_sums(posted, 0),
        "breadth": Breadth.Facts(30, posts),
        "endorsement": Endorsement.Facts(6, 2),
        "network": Network.Facts(groups, 22, 99),
        "reciprocity": Reciprocity.Facts((Pair(3, 3, 2), Pair(2, 0, 4))),
        "substance": Substance().of_sums(posted, 0),
    } | more
    kept = {id: known for id, known in facts.items() if known is not None}
    return measured(network, posts=posts, day=DAY, newest=DAY, **kept)


@cache
def accounts() -> tuple[Measured, ...]:
    """Return accounts that meet every branch of the formulas."""
    return tuple(_accounts())


def _accounts() -> Iterator[Measured]:
    for network in models.load("klout").networks:
        yield whole(network)
        yield whole(network, None)
    silence = PostSums(200, 200, 200, 200, 200, weight_likes=200, weight_carried=200)
    loud = sums(20, 900_000, 900_000)
    one_sum = PostSums(20, 20, 20, 20, 20, weight_engagements=20, engagements=90)
    on_topic = replace(silence, on_posts=9, on_weight_likes=9, on_weight_carried=9)
    yield whole("x", 3)
    yield whole("x", 300, audience=Audience.Facts(300, following=1_000_000))
    yield whole("x", 300, audience=Audience.Facts(300, following=0))
    yield whole("x", None, 5, posted=sums(5, 30, 3))
    yield whole(
        "instagram",
        90_000,
        200,
        posted=on_topic,
        breadth=Breadth.Facts(0, 200),
        endorsement=Endorsement.Facts(0),
        network=Network.Facts(standing=1),
        reciprocity=Reciprocity.Facts((Pair(3, 0, 2),), 60, 90),
    )
    yield whole("x", 9_000, endorsement=Endorsement.Facts(0), reciprocity=Reciprocity.Facts(()))
    yield whole("x", 400, posted=replace(loud, on_posts=2, on_weight_likes=2, on_weight_carried=2))
    yield whole("instagram", 900, posted=one_sum)
    yield whole("x", 900, 200)


WINDOWS = (
    tuple(range(0, 100, 3)),
    (*range(0, 80, 10), *range(100, 200, 5)),
    (0, 9, 50, 300, 365, 366, 400),
)
"""Ages of posts: enough within 90 days and beyond, too few, and too few of a year."""


def windowed(model: Model, ages: tuple[int, ...]) -> Measured:
    """Return a measured account of posts of these ages."""
    posts = tuple(
        Post(f"p{age}", EXPORTED - age * SECONDS, likes=age % 7, shares=age % 3)
        for age in sorted(ages, reverse=True)
    )
    nobody: frozenset[str] = frozenset()
    levels = (Level("followers", 400),)
    account = Account("x:me", "x", "me", EXPORTED, posts, (), (), levels, nobody, nobody, None)
    return measure_account(AccountView(account, date.fromisoformat(DAY), model, Topics({})))


def person(model: Model) -> tuple[Measured, ...]:
    """Return a person who is judged with an interval and by the ceiling."""
    weekly = replace(windowed(model, WINDOWS[0]), id="x:weekly")
    return (weekly, whole("linkedin"), whole("mastodon", 90))


def fingerprint(model: Model) -> list[object]:
    """Return everything that the model's numbers can move."""
    found: list[object] = []
    for account in (*accounts(), *(windowed(model, ages) for ages in WINDOWS)):
        score = score_of(account, model)
        found += [account.window, float(score.score), float(score.reference_variance)]
        found += [float(score.missing_variance(model)), *map(float, score.points.values())]
    tops = (whole("x", 10**9), measured("x", day=DAY, audience=Audience.Facts(0, following=10**6)))
    found += [judge((top,), model, AS_OF, interval=False) for top in tops]
    older = Snapshot("", DAY, person(model))
    newer = Snapshot("", AS_OF, (*person(model)[:2], whole("mastodon", 400, network=None)))
    found.append(compare(older, newer, model))
    given = Measurement("outreach", "measured", {"actions": 28, "kinds": (("reply", 28),)})
    found += [one.facts for one in add_levels([given], model.outreach)]
    found += [model.factors.network.standing_of(kind, 0) for kind in STANDINGS]
    return [repr(value) for value in found]


@cache
def standard() -> tuple[object, ...]:
    return tuple(fingerprint(models._checked(tree(), "as it is")))


@pytest.mark.parametrize("place", PLACES)
def test_a_number_matters(place: str) -> None:
    assert tuple(fingerprint(shifted(place))) != standard()


def test_the_same_numbers_give_the_same() -> None:
    assert tuple(fingerprint(models._checked(tree(), "again"))) == standard()


def test_every_number_is_looked_at() -> None:
    assert len(PLACES) > 180
    assert not [place for place in ELSEWHERE if place in PLACES]
