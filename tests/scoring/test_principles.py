"""The principles of the method, section 1, each a property over whole persons of one to five accounts."""

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
from klout_cli.factors import FACTORS
from klout_cli.factors.measure import measure_account
from klout_cli.importers.read import ExportSet
from klout_cli.person.rows import Contact, Export, Group, Interaction, Level, Owner, Post
from klout_cli.person.topics import Topic, Topics
from klout_cli.reports.rounding import apportion
from klout_cli.results import AccountJudgement, FactorJudgement, Judgement, LedgerRow, Measured
from klout_cli.scoring.judge import judge
from klout_cli.scoring.model import Model, load
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
VOUCHERS = {"x": "lists", "linkedin": "endorsements", "blog": "linkbacks"}
POSITIONS = ("CEO", "Head of PR", "Managerin", "Redakteurin", "Praktikant", "Fee", "")

settings.register_profile(
    "principles",
    max_examples=25,
    deadline=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
)
settings.load_profile("principles")

counts = st.one_of(st.none(), st.integers(0, 40), st.integers(0, 100_000))
levels = st.one_of(st.integers(0, 2_000), st.integers(0, 30_000_000))


@st.composite
def posts(draw: st.DrawFn, least: int = 0, oldest: int = 420) -> list[Post]:
    return [
        Post(
            id=f"p{number}",
            at=EXPORTED - draw(st.integers(0, oldest * DAY)),
            kind=draw(st.sampled_from(("original", "original", "original", "reply", "repost"))),
            likes=draw(counts),
            comments=draw(counts),
            shares=draw(counts),
            text=draw(st.sampled_from(("at work", "cat"))),
        )
        for number in range(draw(st.integers(least, 24)))
    ]


@st.composite
def contacts(draw: st.DrawFn, key: str) -> Contact:
    """Draw a contact of any standing, or of none that is known."""
    return Contact(
        key,
        followers=draw(st.one_of(st.none(), levels)),
        position=draw(st.sampled_from(POSITIONS)),
        reputation=draw(st.one_of(st.none(), st.floats(0, 100))),
        expertise=draw(st.sampled_from(("", "work", "cats"))),
    )


@st.composite
def exports(draw: st.DrawFn, number: int = 0, networks: Sequence[str] = OPEN_NETWORKS) -> Export:
    """Draw an export; mostly one that shows everything."""
    network = draw(st.sampled_from(networks))
    known = {
        "followers": draw(st.one_of(levels, levels, st.none())),
        "following": draw(st.one_of(st.integers(0, 9_000), st.none())),
    }
    if network in VOUCHERS:
        known[VOUCHERS[network]] = draw(st.one_of(st.none(), st.integers(0, 3_000)))
    if network == "linkedin":
        known["recommendations"] = draw(st.one_of(st.none(), st.integers(0, 30)))
    ids = [f"c{n}" for n in range(draw(st.integers(0, 12)))]
    ages = st.integers(0, 80 * DAY)
    talk = [
        Interaction(id, direction, kind, draw(st.integers(1, 4)), EXPORTED - draw(ages))
        for id in ids
        for direction, kind in draw(st.lists(st.sampled_from(TALK), max_size=2))
    ]
    return Export(
        network=network,
        handle=f"handle{number}",
        owner=Owner("", "Erika Beispiel"),
        variant="generated",
        exported_at=EXPORTED,
        posts=draw(posts()),
        contacts=[draw(contacts(id)) for id in ids],
        interactions=[*(Interaction(id, "out", "connection") for id in ids[::2]), *talk],
        levels=[Level(metric, value) for metric, value in known.items() if value is not None],
        followers=frozenset(ids[::2]),
        following=frozenset(ids[::3]),
        totals=None,
        ledger=(LedgerRow("generated", 1, 1, 0, {}),),
        notes=(),
        names_responders=draw(st.sampled_from((True, True, False))),
    )


TALK: tuple[tuple[Any, str], ...] = (
    ("in", "comment"),
    ("in", "mention"),
    ("in", "share"),
    ("out", "reply"),
    ("out", "repost"),
)


@st.composite
def people(draw: st.DrawFn, least: int = 1, most: int = 4) -> list[Export]:
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
    person: Sequence[Export], model: Any = MODELS[0], topics: bool = True, interval: bool = True
) -> Judgement | None:
    try:
        found, day = measured(person, model, topics=topics)
    except InputError:
        return None  # there is nothing at all in these exports
    return judge(found, model, day, interval=interval)


def value(person: Sequence[Export], model: Any = MODELS[0], topics: bool = True) -> float:
    result = judged(person, model, topics, interval=False)
    return result.score.value if result else float("-inf")


@given(people(), st.sampled_from(MODELS))
def test_1_it_adds_up(person: list[Export], model: Any) -> None:
    result = judged(person, model, interval=False)
    assume(result is not None)
    assert result is not None
    points = [entry.points for entry in result.breakdown]
    assert sum(points) == pytest.approx(result.score.value, abs=EXACT)
    printed = apportion(points, result.score.value, 1)
    assert round(sum(printed), 6) == pytest.approx(result.score.value, abs=0.05 + EXACT)
    assert sum(account.share for account in result.accounts) == pytest.approx(1)
    ids = [entry.id for entry in result.breakdown]
    assert ids[:10] == ["average", *(factor.id for factor in FACTORS), "channels"]
    assert ids[10:] in ([], ["ceiling"])
    assert result.breakdown[9].points >= -EXACT


def more(person: list[Export], which: int, what: str, by: int) -> list[Export]:
    """Return the person with one account that has more of something, all else equal."""
    export = person[which % len(person)]
    partners = [one.partner for one in export.interactions if one.direction == "in"]
    grown = export
    if what in ("responders", "waiting comments"):  # else they are measured for the first time
        assume(partners or export.names_responders)
    if what in ("likes", "comments", "shares"):
        own = [n for n, post in enumerate(export.posts) if getattr(post, what) is not None]
        assume(own)
        changed = list(export.posts)
        chosen = own[by % len(own)]
        changed[chosen] = replace(changed[chosen], **{what: getattr(changed[chosen], what) + by})
        grown = replace(export, posts=changed)
    elif what in ("waiting comments", "answers"):
        assume(partners or what == "waiting comments")
        who = partners[by % len(partners)] if partners else "new"
        direction = "in" if what == "waiting comments" else "out"
        talk = Interaction(who, direction, "comment", by, EXPORTED)  # type: ignore[arg-type]
        grown = replace(export, interactions=[*export.interactions, talk])
    elif what == "responders":
        crowd = [Interaction(f"new{n}", "in", "comment", 1, EXPORTED) for n in range(by % 50)]
        grown = replace(export, interactions=export.interactions + crowd)
    elif what == "contacts":
        new = Contact("new", position=POSITIONS[by % len(POSITIONS)], reputation=by % 101)
        tie = Interaction("new", "out", "connection")
        grown = replace(
            export,
            contacts=[*export.contacts, new],
            interactions=[*export.interactions, tie],
        )
    elif what in ("dealings", "experts"):
        assume(export.contacts)
        known = export.contacts[by % len(export.contacts)]
        deal = Interaction(known.key, "out", "share", by)
        if what == "dealings":
            grown = replace(export, interactions=[*export.interactions, deal])
        else:
            expert = replace(known, expertise="work")
            others = [one for one in export.contacts if one is not known]
            grown = replace(export, contacts=[*others, expert])
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


MORE = (
    "followers",
    "likes",
    "comments",
    "shares",
    "responders",
    "waiting comments",
    "answers",
    "contacts",
    "dealings",
    "experts",
    "lists endorsements linkbacks",
    "recommendations",
)


@given(
    people(most=3),
    st.integers(0, 5),
    st.sampled_from(MORE),
    st.one_of(st.integers(1, 3), st.integers(1, 100_000)),
    st.sampled_from(MODELS),
    st.booleans(),
)
@settings(max_examples=100)
def test_2_monotone(
    person: list[Export], which: int, what: str, by: int, model: Any, topics: bool
) -> None:
    grown = more(person, which, what, by)
    assert value(grown, model, topics) >= value(person, model, topics) - EXACT


@given(
    st.sampled_from(OPEN_NETWORKS), st.integers(0, 400), st.integers(1, 90), st.sampled_from(MODELS)
)
def test_2_the_first_followers_never_lower_a_score(
    network: str, followers: int, number: int, model: Any
) -> None:
    many = [Post(f"p{n}", EXPORTED - n * DAY, likes=1, comments=1, shares=1) for n in range(number)]

    def person(count: int) -> list[Export]:
        return [plain(network, many, count)]

    assert value(person(followers + 1), model) >= value(person(followers), model) - EXACT


def plain(network: str, own: list[Post], followers: int | None = 400) -> Export:
    """Return an export of posts and followers alone."""
    known = [] if followers is None else [Level("followers", followers)]
    nobody: frozenset[str] = frozenset()
    return Export(
        network, "a", Owner(), "", EXPORTED, own, [], [], known, nobody, nobody, None, (), ()
    )


@given(people(most=3), exports(9, NETWORKS), st.sampled_from(MODELS))
def test_3_a_network_can_only_help(person: list[Export], another: Export, model: Any) -> None:
    assert value([*person, another], model) >= value(person, model) - EXACT


@given(exports(), st.sampled_from(("endorsement", "network", "reciprocity")))
def test_4_unknown_is_not_zero(export: Export, factor: str) -> None:
    audience = [level for level in export.levels if level.metric in ("followers", "following")]
    nobody: frozenset[str] = frozenset()
    without = {
        "endorsement": replace(export, levels=audience),
        "network": replace(export, contacts=[]),
        "reciprocity": replace(
            export, followers=nobody, following=nobody, lacks={"reciprocity": "not in this kind"}
        ),
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
    assert less.accounts[0].half > full.accounts[0].half
    assert less.accounts[0].score == pytest.approx(
        (full.accounts[0].score or 0) - full.accounts[0].of(factor).points
    )


@given(people(most=3), st.sampled_from(MODELS))
def test_4_nobody_is_graded_on_next_to_nothing(person: list[Export], model: Any) -> None:
    result = judged(person, model)
    assume(result is not None)
    assert result is not None
    limits = model.interval.first_impression
    for account in result.accounts:
        enough = account.measured >= limits.measured and account.half <= limits.wider
        if account.state == "scored":
            graded = enough and account.audience.quality != "inferred"
            assert account.quality == ("score" if graded else "first_impression")
    vague = sum(one.share for one in result.accounts if one.quality == "first_impression")
    if result.score.quality == "score":
        assert vague <= limits.share and result.score.measured >= limits.measured
    else:
        assert result.score.percentile is None


@given(people(most=3), st.integers(0, 364))
def test_5_a_pause_changes_nothing(person: list[Export], days: int) -> None:
    newest = [
        max((post.at for post in export.posts if post.kind == "original"), default=0)
        for export in person
    ]
    assume(all(newest) and days + (EXPORTED - min(newest)) // DAY < 365)
    later = [replace(export, exported_at=EXPORTED + days * DAY) for export in person]
    assert value(later) == pytest.approx(value(person), abs=EXACT)


@given(st.sampled_from(OPEN_NETWORKS), levels, posts(least=20, oldest=80), st.integers(1, 400))
def test_5_volume_alone_earns_no_point(
    network: str, followers: int, own: list[Post], number: int
) -> None:
    """More posts without a reaction, on the days of posts that are there, never raise a score."""
    own = [replace(post, kind="original") for post in own]
    silent = [
        Post(f"s{n}", own[n % len(own)].at, likes=0, comments=0, shares=0, text=own[0].text)
        for n in range(number)
    ]
    before = value([plain(network, own, followers)], topics=False)
    assert value([plain(network, own + silent, followers)], topics=False) <= before + EXACT


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
    return [plain("x", own)]


def test_5_hundred_reactions_on_ten_posts_beat_hundred_on_a_thousand() -> None:
    assert value(spread(10, 100)) > value(spread(1_000, 100)) + 1


@given(st.integers(10, 90), st.integers(1, 30))
def test_5_posting_less_costs_nothing_but_certainty(posts: int, each: int) -> None:
    """The same reactions for each post on half as many posts: what was expected still is, and the rest moves towards it."""
    half = posts // 2
    many, few = (judged(spread(number, number * each), interval=False) for number in (posts, half))
    assert many is not None and few is not None
    one, other = many.accounts[0].of("resonance").z, few.accounts[0].of("resonance").z
    assert one is not None and other is not None
    assert (one > 0) == (other > 0) or abs(one - other) < 0.02
    assert abs(other) <= abs(one) + 0.02


@given(people(most=3), st.randoms(use_true_random=False))
def test_6_the_order_of_files_and_rows_changes_nothing(
    person: list[Export], shuffler: random.Random
) -> None:
    shuffled = [
        replace(
            export,
            posts=shuffler.sample(export.posts, len(export.posts)),
            contacts=shuffler.sample(export.contacts, len(export.contacts)),
            interactions=shuffler.sample(export.interactions, len(export.interactions)),
        )
        for export in person
    ]
    shuffler.shuffle(shuffled)
    assert judged(shuffled) == judged(person)


@given(people(most=3), st.sampled_from(MODELS), st.randoms(use_true_random=False))
def test_6_the_order_of_accounts_changes_nothing(
    person: list[Export], model: Any, shuffler: random.Random
) -> None:
    try:
        found, day = measured(person, model)
    except InputError:
        reject()
    assert judge(shuffler.sample(found, len(found)), model, day) == judge(found, model, day)


@given(people(most=3), st.sampled_from(MODELS))
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
    people(most=3),
    st.sampled_from(("message", "comment", "wall_post")),
    st.sampled_from(("in", "out")),
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
