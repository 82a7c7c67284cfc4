"""Invented people for hints: exports whose input can really be changed, and what klout says of them."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from msgspec.structs import replace

from klout_cli import pipeline
from klout_cli.importers.read import ExportSet
from klout_cli.person.rows import Export, Interaction, Level, Owner, Post
from klout_cli.person.topics import Topic
from klout_cli.results import Hint, Report, SnapshotWithLedger
from klout_cli.scoring.model import Model, load
from klout_cli.values.reading import Reading

DAY = 86_400
MONDAY = 20_514 * DAY  # 2026-03-02, 00:00 UTC
EXPORTED = MONDAY + 20 * 3_600
STANDARD = load("klout")
TOPICS = {"work": Topic(keywords=["work"])}


def export(
    network: str, *posts: Post, levels: Mapping[str, int] = {"followers": 400}, **more: object
) -> Export:
    values: dict[str, object] = {
        "interactions": [],
        "followers": frozenset(),
        "following": frozenset(),
        "names_responders": False,
    }
    values |= more
    return Export(
        network=network,
        handle="erika",
        owner=Owner("", "Erika Beispiel"),
        variant="invented",
        exported_at=EXPORTED,
        posts=list(posts),
        contacts=[],
        levels=[Level(metric, value) for metric, value in levels.items()],
        totals=None,
        ledger=(),
        notes=(),
        **values,  # type: ignore[arg-type]
    )


def post(number: int, likes: float, at: int = MONDAY + 9 * 3_600, text: str = "") -> Post:
    return Post(f"p{number}", at, likes=likes, comments=0, shares=0, text=text)  # type: ignore[arg-type]


def talk(**partners: tuple[int, int]) -> list[Interaction]:
    """Return comments received from and answers given to each partner, of the day of the export."""
    received = [
        Interaction(name, "in", "comment", number, EXPORTED)
        for name, (number, _) in partners.items()
    ]
    given = [
        Interaction(name, "out", "reply", number, EXPORTED)
        for name, (_, number) in partners.items()
    ]
    return [one for one in received + given if one.count]


def taken(
    exports: Sequence[Export], model: Model = STANDARD, topics: Mapping[str, Topic] = {}
) -> SnapshotWithLedger:
    options = pipeline.Options(
        paths=[Path()],
        model=model,
        reading=Reading(latest=EXPORTED * 2),
        today=date(2026, 3, 1),
        topics=topics,
    )
    return pipeline.measure_person(ExportSet(list(exports)), options)


def report(
    exports: Sequence[Export], model: Model = STANDARD, topics: Mapping[str, Topic] = {}
) -> Report:
    """Measure and judge, as `klout score` does after reading."""
    return pipeline.make_report(taken(exports, model, topics), model)


def hint(found: Report, id: str) -> Hint:
    return next(one for one in found.hints if one.id == id)


def evenings(times: float = 1.0, **more: object) -> Export:
    """Return posts of four weeks: Monday mornings get 10 reactions, Tuesday evenings six times as much."""
    slow = [
        post(n, (8 + n % 5) * times, MONDAY - n % 4 * 7 * DAY + 9 * 3_600 + n, "a thought")
        for n in range(16)
    ]
    fast = [
        post(
            100 + n,
            (50 + n % 5) * times,
            MONDAY - (1 + n % 3) * 7 * DAY + DAY + 19 * 3_600 + n,
            "a thought",
        )
        for n in range(8)
    ]
    return export("x", *slow, *fast, **more)  # type: ignore[arg-type]


def questions(times: float = 1.0) -> Export:
    asked = [post(n, (40 + n % 5) * times, MONDAY + n, "what do you think?") for n in range(8)]
    told = [post(50 + n, (8 + n % 5) * times, MONDAY + n, "I think so") for n in range(16)]
    return export("x", *asked, *told)


def topical(everything: bool = False) -> Export:
    off = [
        post(50 + n, 40 if everything else 39, text="work" if everything else "a cat")
        for n in range(12)
    ]
    return export("x", *(post(n, 40, text="work") for n in range(10)), *off)


def follower_of_many(following: int = 4_800) -> Export:
    people = [f"f{n}" for n in range(following)]
    return export(
        "x",
        levels={"followers": 700, "following": following},
        followers=frozenset(people[:300]),
        following=frozenset(people),
    )


def blog(**partners: tuple[int, int]) -> Export:
    posts = [post(n, 3, EXPORTED - n * DAY) for n in range(12)]
    return export(
        "blog",
        *posts,
        levels={"readers": 900},
        interactions=talk(**partners),
        names_responders=True,
    )


def linkedin(recommendations: int = 2) -> Export:
    return export(
        "linkedin",
        levels={"connections": 650, "endorsements": 12, "recommendations": recommendations},
    )


def scaled(one: Export, times: float) -> Export:
    posts = [replace(post, likes=post.likes * times) for post in one.posts]  # type: ignore[operator]
    return replace(one, posts=posts)
