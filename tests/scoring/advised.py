"""Invented people for hints: exports whose input can really be changed, and what klout says of them."""

from collections.abc import Mapping, Sequence
from datetime import date
from hashlib import sha256
from pathlib import Path

from msgspec.structs import replace

from klout_cli import pipeline
from klout_cli.importers.read import ExportSet
from klout_cli.person.rows import Contact, Export, Interaction, Level, Owner, Post
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


def questions(asked: float = 40, told: float = 8) -> Export:
    asking = [post(n, asked + n % 5, MONDAY + n, "what do you think?") for n in range(8)]
    telling = [post(50 + n, told + n % 5, MONDAY + n, "I think so") for n in range(16)]
    return export("x", *asking, *telling)


def topical(everything: bool = False) -> Export:
    off = [
        post(50 + n, 40 if everything else 39, text="work" if everything else "a cat")
        for n in range(12)
    ]
    return export("x", *(post(n, 40, text="work") for n in range(10)), *off)


def follower_of_many(following: int = 4_800, mutual: int = 300) -> Export:
    people = [f"f{n}" for n in range(following)]
    return export(
        "x",
        levels={"followers": 700, "following": following},
        followers=frozenset(people[:mutual]),
        following=frozenset(people),
    )


def contacts(described: int = 0) -> Export:
    """Return two contacts of known reach and five unknown ones, of whom some are described."""
    people = [
        Contact(f"c{n}", f"C {n}", followers=39_810 if n < 2 + described else None)
        for n in range(7)
    ]
    talk = [Interaction(person.key, "out", "mention", 3, EXPORTED) for person in people]
    return replace(export("x", interactions=talk), contacts=people)


def weekly_posts(network: str, likes: Sequence[float], **more: object) -> Export:
    """Return a post a week, the newest first."""
    posts = [
        post(n, number, EXPORTED - n * 7 * DAY, sha256(f"{network} {n}".encode()).hexdigest()[:40])
        for n, number in enumerate(likes)
    ]
    return export(network, *posts, **more)  # type: ignore[arg-type]


def on_and_off(network: str, on_topic: float, off_topic: float) -> Export:
    """Return posts on a topic and others in each of ten weeks."""
    posts = [
        post(n, (on_topic if n % 2 else off_topic) + n % 3, EXPORTED - n // 2 * 7 * DAY, text)
        for n in range(20)
        for text in ["work" if n % 2 else "a cat"]
    ]
    return export(network, *posts)


def seen(network: str, views: int, likes: Sequence[float], **more: object) -> Export:
    """Return a post a week with as many views."""
    one = weekly_posts(network, likes, **more)
    return replace(one, posts=[replace(post, impressions=views) for post in one.posts])


def circle(*weeks: int, extra: int = 0) -> Export:
    """Return so many new responders in each week, the newest first; `extra` ones in the newest."""
    counts = [number + (extra if not week else 0) for week, number in enumerate(weeks)]
    reactions = [
        Interaction(f"w{week}p{n}", "in", "reaction", 1, EXPORTED - week * 7 * DAY)
        for week, number in enumerate(counts)
        for n in range(number)
    ]
    return replace(
        weekly_posts("blog", [3.0] * len(weeks), levels={"readers": 900}),
        interactions=reactions,
        names_responders=True,
    )


def linked(*days_ago: int, sites: int = 2, links: int | None = None) -> Export:
    """Return links from sites, in turn, so many days ago."""
    linkbacks = [
        Interaction(f"s{n % sites}.example", "in", "linkback", 1, EXPORTED - days * DAY)
        for n, days in enumerate(days_ago)
    ]
    return replace(
        blog(),
        interactions=linkbacks,
        levels=[
            Level("readers", 900),
            Level("linkbacks", len(days_ago) if links is None else links),
        ],
    )


def endorsed(count: int = 2, days_ago: int = 30, recommendations: int = 0) -> Export:
    """Return two people who endorsed skills, so often and so many days ago."""
    given = [
        Interaction(name, "in", "endorsement", count, EXPORTED - days_ago * DAY)
        for name in ("anna", "ben")
    ]
    return replace(linkedin(recommendations), interactions=given)


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
