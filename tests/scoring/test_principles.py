"""The principles of method §1, each a property over generated persons with one to six accounts."""

import math
import random
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, assume, given, reject, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from klout_cli import pipeline
from klout_cli.errors import InputError
from klout_cli.factors.measure import measure_account
from klout_cli.importers.read import ExportSet
from klout_cli.person.rows import Contact, Export, Group, Interaction, Level, Owner, Post
from klout_cli.person.topics import Topic, Topics
from klout_cli.reports.rounding import apportion
from klout_cli.results import AccountJudgement, FactorJudgement, Judgement, LedgerRow, Measured
from klout_cli.scoring import formula
from klout_cli.scoring.formula import Floats
from klout_cli.scoring.judge import judge
from klout_cli.scoring.model import FACTORS, Model, load
from klout_cli.values.reading import Reading


def quick(name: str) -> Model:
    """Return a bundled model with few bootstrap replicates: these properties are about points."""
    model = load(name)
    return replace(model, interval=replace(model.interval, replicates=20))


MODELS = (quick("klout"), quick("professional"))
NETWORKS = tuple(MODELS[0].networks)
OPEN_NETWORKS = tuple(network for network in NETWORKS if network != "googleplus")
DAY = 86_400
EXPORTED = 20_500 * DAY + 43_200
TOPICS = {"work": Topic(keywords=["work"])}
EXACT = 1e-9

settings.register_profile(
    "principles",
    max_examples=60,
    deadline=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
)
settings.load_profile("principles")

counts = st.one_of(st.none(), st.integers(0, 40), st.integers(0, 100_000))
levels = st.one_of(st.integers(0, 2_000), st.integers(0, 30_000_000))


@st.composite
def posts(draw: st.DrawFn) -> list[Post]:
    return [
        Post(
            id=f"p{number}",
            at=EXPORTED - draw(st.integers(0, 420 * DAY)),
            kind=draw(st.sampled_from(("original", "original", "original", "reply", "repost"))),
            likes=draw(counts),
            comments=draw(counts),
            shares=draw(counts),
            text=draw(st.sampled_from(("at work", "cat"))),
        )
        for number in range(draw(st.integers(0, 30)))
    ]


@st.composite
def exports(draw: st.DrawFn, number: int = 0, networks: Sequence[str] = OPEN_NETWORKS) -> Export:
    network = draw(st.sampled_from(networks))
    known = {
        "followers": draw(st.one_of(st.none(), levels)),
        "following": draw(st.one_of(st.none(), st.integers(0, 9_000))),
    }
    vouchers = {"x": "lists", "linkedin": "endorsements", "blog": "linkbacks"}.get(network)
    if vouchers:
        known[vouchers] = draw(st.one_of(st.none(), st.integers(0, 3_000)))
    people = draw(st.integers(0, 12))
    positions = ["CEO", "Head of PR", "Managerin", "Redakteurin", "Praktikant", ""]
    ids = [f"c{n}" for n in range(people)]
    return Export(
        network=network,
        handle=f"handle{number}",
        owner=Owner("", "Erika Beispiel"),
        variant="generated",
        exported_at=EXPORTED,
        posts=draw(posts()),
        contacts=[Contact(id, position=draw(st.sampled_from(positions))) for id in ids],
        interactions=[Interaction(id, "out", "connection", draw(st.integers(1, 9))) for id in ids]
        + [
            Interaction(id, "in", "comment", at=EXPORTED - draw(st.integers(0, 80 * DAY)))
            for id in ids[::2]
        ],
        levels=[Level(metric, value) for metric, value in known.items() if value is not None],
        followers=frozenset(ids[::2]),
        following=frozenset(ids[::3]),
        totals=None,
        ledger=(LedgerRow("generated", 1, 1, 0, {}),),
        notes=(),
    )


@st.composite
def people(draw: st.DrawFn, least: int = 1, most: int = 6) -> list[Export]:
    return [draw(exports(number)) for number in range(draw(st.integers(least, most)))]


def options(model: Any, as_of: str = "", topics: bool = True) -> pipeline.Options:
    return pipeline.Options(
        paths=[Path()],
        model=model,
        reading=Reading(latest=EXPORTED * 2),
        today=date(2026, 3, 1),
        as_of=date.fromisoformat(as_of) if as_of else None,
        topics=TOPICS if topics else {},
    )


def measured(
    person: Sequence[Export], model: Any, as_of: str = "", topics: bool = True
) -> tuple[list[Measured], str]:
    chosen = options(model, as_of, topics)
    profile = pipeline.merge_person(ExportSet(list(person)), chosen)
    views = profile.seen(model, Topics(chosen.topics))
    return list(map(measure_account, views)), profile.as_of.isoformat()


def judged(
    person: Sequence[Export], model: Any = MODELS[0], as_of: str = "", topics: bool = True
) -> Judgement | None:
    try:
        found, day = measured(person, model, as_of, topics)
    except InputError:
        return None  # there is nothing at all in these exports
    return judge(found, model, day)


def value(
    person: Sequence[Export], model: Any = MODELS[0], as_of: str = "", topics: bool = True
) -> float:
    result = judged(person, model, as_of, topics)
    return result.score.value if result else float("-inf")


@given(people(), st.sampled_from(MODELS))
def test_1_it_adds_up(person: list[Export], model: Any) -> None:
    result = judged(person, model)
    assume(result is not None)
    assert result is not None
    points = [entry.points for entry in result.breakdown]
    assert sum(points) == pytest.approx(result.score.value, abs=1e-6)
    printed = apportion(points, result.score.value, 1)
    assert (
        round(sum(printed), 6) == round(result.score.value + 1e-12, 1)
        or abs(sum(printed) - result.score.value) <= 0.05 + 1e-9
    )
    assert sum(account.share for account in result.accounts) == pytest.approx(1)
    assert {entry.id for entry in result.breakdown} >= {"average", *FACTORS, "channels"}
    assert next(entry.points for entry in result.breakdown if entry.id == "channels") >= -1e-9


def more(person: list[Export], which: int, what: str, by: int) -> list[Export]:
    """Return the person with one account that has more of something, all else equal."""
    export = person[which % len(person)]
    if what in ("likes", "comments", "shares"):
        own = [n for n, post in enumerate(export.posts) if getattr(post, what) is not None]
        assume(own)
        changed = list(export.posts)
        chosen = own[by % len(own)]
        changed[chosen] = replace(changed[chosen], **{what: getattr(changed[chosen], what) + by})
        grown = replace(export, posts=changed)
    elif what == "responders":
        crowd = [Interaction(f"new{n}", "in", "comment", at=EXPORTED) for n in range(by % 50)]
        assume(any(one.direction == "in" for one in export.interactions))
        grown = replace(export, interactions=export.interactions + crowd)
    else:
        found = [level for level in export.levels if level.metric in what.split()]
        assume(found)
        grown = replace(
            export,
            levels=[
                replace(level, value=level.value + by) if level in found else level
                for level in export.levels
            ],
        )
    return [grown if one is export else one for one in person]


@given(
    people(),
    st.integers(0, 5),
    st.sampled_from(
        (
            "followers",
            "likes",
            "comments",
            "shares",
            "responders",
            "lists endorsements linkbacks recommendations",
        )
    ),
    st.one_of(st.integers(1, 3), st.integers(1, 100_000)),
    st.sampled_from(MODELS),
)
@settings(max_examples=300)
def test_2_monotone(person: list[Export], which: int, what: str, by: int, model: Any) -> None:
    grown = more(person, which, what, by)
    assert value(grown, model, topics=False) >= value(person, model, topics=False) - EXACT


@given(
    st.sampled_from(OPEN_NETWORKS), st.integers(0, 400), st.integers(1, 90), st.sampled_from(MODELS)
)
def test_2_the_first_followers_never_lower_a_score(
    network: str, followers: int, number: int, model: Any
) -> None:
    many = [Post(f"p{n}", EXPORTED - n * DAY, likes=1, comments=1, shares=1) for n in range(number)]

    def person(count: int) -> list[Export]:
        export = Export(
            network,
            "a",
            Owner(),
            "",
            EXPORTED,
            many,
            [],
            [],
            [Level("followers", count)],
            frozenset(),
            frozenset(),
            None,
            (),
            (),
        )
        return [export]

    assert value(person(followers + 1), model) >= value(person(followers), model) - EXACT


@given(people(most=5), exports(9, NETWORKS), st.sampled_from(MODELS))
def test_3_a_network_can_only_help(person: list[Export], another: Export, model: Any) -> None:
    assert value([*person, another], model) >= value(person, model) - EXACT


@given(exports(), st.sampled_from(("endorsement", "network", "reciprocity")))
def test_4_unknown_is_not_zero(export: Export, factor: str) -> None:
    without = {
        "endorsement": replace(
            export,
            levels=[level for level in export.levels if level.metric in ("followers", "following")],
        ),
        "network": replace(export, contacts=[]),
        "reciprocity": replace(export, followers=frozenset(), following=frozenset()),
    }[factor]
    full, less = judged([export]), judged([without])
    assume(full is not None and less is not None)
    assert full is not None and less is not None
    assume(full.accounts[0].of(factor).state == "measured")
    unknown = less.accounts[0].of(factor)
    assert (unknown.state, unknown.points) == ("missing", 0.0)
    assert unknown.reason
    assert less.score.measured < full.score.measured
    assert less.accounts[0].variance > full.accounts[0].variance
    assert less.accounts[0].score == pytest.approx(
        (full.accounts[0].score or 0) - full.accounts[0].of(factor).points
    )


@given(people(), st.integers(0, 364))
def test_5_a_pause_changes_nothing(person: list[Export], days: int) -> None:
    newest = [
        max((post.at for post in export.posts if post.kind == "original"), default=0)
        for export in person
    ]
    assume(all(newest) and days + (EXPORTED - min(newest)) // DAY < 365)
    later = [replace(export, exported_at=EXPORTED + days * DAY) for export in person]
    before, after = judged(person), judged(later)
    assume(before is not None and after is not None)
    assert before is not None and after is not None
    assert after.score.value == pytest.approx(before.score.value, abs=EXACT)


@given(exports(), st.integers(1, 400))
def test_5_volume_alone_earns_no_point(export: Export, number: int) -> None:
    """More posts without a reaction, on the days of posts that are there, never raise a score."""
    own = [post for post in export.posts if post.kind == "original"]
    assume(own)
    silent = [
        Post(f"s{n}", own[n % len(own)].at, likes=0, comments=0, shares=0, text=own[0].text)
        for n in range(number)
    ]
    before = judged([export], topics=False)
    assume(
        before is not None
        and before.accounts[0].window.posts
        and before.accounts[0].window.posts >= 10
    )
    assume(before is not None and before.accounts[0].of("audience").state == "measured")
    assert (
        value([replace(export, posts=export.posts + silent)], topics=False)
        <= value([export], topics=False) + EXACT
    )


def spread(posts: int, reactions: int) -> list[Export]:
    own = [
        Post(
            f"p{n}",
            EXPORTED - (n % 90) * DAY,
            likes=reactions // posts + (n < reactions % posts),
            shares=0,
        )
        for n in range(posts)
    ]
    return [
        Export(
            "x",
            "a",
            Owner(),
            "",
            EXPORTED,
            own,
            [],
            [],
            [Level("followers", 400)],
            frozenset(),
            frozenset(),
            None,
            (),
            (),
        )
    ]


@pytest.mark.parametrize("followers", [0, 1, 3, 4, 8, 9, 41, 42, 1_000])
@pytest.mark.parametrize("network", ["x", "linkedin", "blog"])
def test_4_nobody_who_vouches_is_never_more_than_expected(network: str, followers: int) -> None:
    ref = formula.reference(MODELS[0], network)
    z = formula.endorsement_z(Floats, ref, 0, followers)
    assert z == -max(0.0, ref.norm_a + ref.norm_b * math.log10(1 + followers)) / ref.norm_sd
    assert z <= 0 < formula.endorsement_z(Floats, ref, 50, followers)


def test_5_hundred_reactions_on_ten_posts_beat_hundred_on_a_thousand() -> None:
    assert value(spread(10, 100)) > value(spread(1_000, 100)) + 1


@given(st.integers(10, 90), st.integers(1, 30))
def test_5_posting_less_costs_nothing_but_certainty(posts: int, each: int) -> None:
    """The same reactions for each post on half as many posts: what was expected still is, and the rest moves towards it."""
    many, half = (
        judged(spread(posts, posts * each)),
        judged(spread(max(1, posts // 2), max(1, posts // 2) * each)),
    )
    assert many is not None and half is not None
    one, other = many.accounts[0].of("resonance").z, half.accounts[0].of("resonance").z
    assert one is not None and other is not None
    assert (one > 0) == (other > 0) or abs(one - other) < 0.02
    assert abs(other) <= abs(one) + 0.02


@given(people(), st.randoms(use_true_random=False))
def test_6_the_order_of_files_and_rows_changes_nothing(
    person: list[Export], shuffler: random.Random
) -> None:
    shuffled = [
        replace(export, posts=shuffler.sample(export.posts, len(export.posts))) for export in person
    ]
    shuffler.shuffle(shuffled)
    assert judged(shuffled) == judged(person)


@given(people(), st.sampled_from(MODELS))
def test_7_stored_measurements_are_judged_like_fresh_ones(person: list[Export], model: Any) -> None:
    try:
        found, day = measured(person, model)
    except InputError:
        reject()
    stored = msgspec.json.decode(msgspec.json.encode(found), type=list[Measured])
    assert judge(stored, model, day) == judge(found, model, day)


def without(account: AccountJudgement, *factors: str) -> list[FactorJudgement]:
    return [judged for judged in account.factors if judged.id not in factors]


@given(
    people(), st.sampled_from(("message", "comment", "wall_post")), st.sampled_from(("in", "out"))
)
def test_8_private_threads_change_reciprocity_alone(
    person: list[Export], kind: str, direction: Any
) -> None:
    talk = [Interaction(f"friend{n}", direction, kind, 9, EXPORTED, private=True) for n in range(9)]
    group = Group(tuple(f"friend{n}" for n in range(9)), 9, EXPORTED)
    chatty = [
        replace(export, interactions=export.interactions + talk, groups=[group])
        for export in person
    ]
    before, after = judged(person), judged(chatty)
    assert (before is None) == (after is None)
    if before is None or after is None:
        return
    for one, other in zip(before.accounts, after.accounts, strict=True):
        moved = ("reciprocity",) if kind == "message" else ()
        assert without(one, *moved) == without(other, *moved)
        assert kind == "message" or one == other
