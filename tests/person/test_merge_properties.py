"""Exports that are cut, doubled and shuffled give the same person (cases U1 to U3)."""

import random
from collections.abc import Sequence

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from klout_cli.person.account import Account
from klout_cli.person.accounts import merge_accounts
from klout_cli.person.rows import Contact, Export, Interaction, Level, Owner, Post
from klout_cli.results import LedgerRow
from tests.person.exports import DAY, NOW, export, only

SETTINGS = settings(deadline=None, derandomize=True, max_examples=40)
TABLE = Owner()

moments = st.integers(0, 60).map(lambda day: NOW - day * DAY)
known = st.none() | st.integers(0, 30)
posts = st.lists(
    st.builds(
        Post, st.sampled_from("abcdefgh"), moments, likes=known, comments=known, shares=known
    ),
    max_size=8,
    unique_by=lambda post: post.id,
)
actions = st.lists(
    st.builds(
        Interaction,
        st.sampled_from(["anna", "bernd", "clara"]),
        st.sampled_from(["in", "out"]),
        st.sampled_from(["comment", "reaction", "mention"]),
        st.integers(1, 5),
        moments,
    ),
    max_size=10,
)
levels = st.lists(
    st.builds(Level, st.sampled_from(["followers", "lists"]), st.integers(0, 900)), max_size=3
)
handles = st.frozensets(st.sampled_from(["anna", "bernd", "clara", "dora"]))


@st.composite
def exports(draw: st.DrawFn) -> Export:
    """One export of a person or table, of any day, about few things, so that exports overlap."""
    return export(
        "x",
        "erika",
        *draw(posts),
        owner=draw(st.sampled_from([Owner("1", "Erika Beispiel", True), TABLE])),
        exported_at=draw(st.sampled_from([None, NOW - DAY, NOW])),
        interactions=draw(actions),
        levels=draw(levels),
        followers=draw(handles),
        following=draw(handles),
        contacts=[
            Contact(key, key.title(), followers=draw(known)) for key in sorted(draw(handles))
        ],
        names_responders=draw(st.booleans()),
    )


def merged(given_exports: Sequence[Export]) -> list[Account]:
    return merge_accounts(given_exports)[0]


@SETTINGS
@given(st.lists(exports(), max_size=4), st.randoms(use_true_random=False))
def test_order_of_files_never_matters(several: list[Export], shuffler: random.Random) -> None:
    shuffled = shuffler.sample(several, len(several))
    assert merged(shuffled) == merged(several)


@SETTINGS
@given(st.lists(exports(), min_size=1, max_size=3), st.randoms(use_true_random=False))
def test_u1_any_export_twice_changes_nothing(
    several: list[Export], shuffler: random.Random
) -> None:
    again = shuffler.choice(several)
    assert merged([*several, again]) == merged(several)


@SETTINGS
@given(exports(), st.randoms(use_true_random=False))
def test_u2_an_older_part_of_an_export_beside_it_changes_no_post_and_no_action(
    whole: Export, shuffler: random.Random
) -> None:
    part = export(
        "x",
        "erika",
        *shuffler.sample(whole.posts, len(whole.posts) // 2),
        owner=whole.owner,
        exported_at=NOW - 9 * DAY,
        interactions=shuffler.sample(whole.interactions, len(whole.interactions) // 2),
    )
    alone, together = merged([whole]), merged([whole, part])
    assume(alone)  # else it only lists contacts, who join the account that the part makes
    assert [(one.posts, one.interactions) for one in together] == [
        (one.posts, one.interactions) for one in alone
    ]


@SETTINGS
@given(st.lists(st.integers(0, 30), max_size=40), st.randoms(use_true_random=False))
def test_u2_any_split_of_an_export_into_overlapping_parts_gives_the_same_posts(
    days: list[int], shuffler: random.Random
) -> None:
    rows = [Post(f"p{number}", NOW - day * DAY, likes=day) for number, day in enumerate(days)]
    parts = [
        export("x", "erika", *shuffler.sample(rows, shuffler.randint(0, len(rows))))
        for _ in range(3)
    ]
    whole = only(export("x", "erika", *rows))
    shuffler.shuffle(parts)
    assert only(export("x", "erika", *rows), *parts).posts == whole.posts


@SETTINGS
@given(
    posts,
    actions,
    handles,
    handles,
    st.lists(st.integers(0, 2), min_size=30, max_size=30),
    st.randoms(use_true_random=False),
)
def test_parts_of_one_download_are_the_whole(
    rows: list[Post],
    dealt: list[Interaction],
    followers: frozenset[str],
    following: frozenset[str],
    places: list[int],
    shuffler: random.Random,
) -> None:
    """Each row lies in one of three parts, whose files have different names."""

    def part(number: int, of: int) -> Export:
        def mine(things: Sequence[object]) -> list[object]:
            return [
                thing
                for place, thing in zip(places, things, strict=False)
                if of == 1 or place == number
            ]

        lists = [frozenset(map(str, mine(sorted(names)))) for names in (followers, following)]
        return export(
            "x",
            "erika",
            *mine(rows),  # type: ignore[arg-type]
            interactions=mine(dealt),
            followers=lists[0],
            following=lists[1],
            levels=[Level("followers", len(lists[0]))] if lists[0] else [],
            ledger=(LedgerRow(f"part-{number}.zip:file_{number}.json", 1, 1, 0, {}),),
        )

    whole, parts = only(part(0, 1)), [part(number, 3) for number in range(3)]
    shuffler.shuffle(parts)
    together = only(*parts)
    assert (together.posts, together.interactions) == (whole.posts, whole.interactions)
    assert (together.followers, together.following) == (whole.followers, whole.following)
    biggest = max(
        (level.value for level in together.levels if level.metric == "followers"), default=None
    )
    assert biggest == (len(followers) or None)


def blog(*rows: Post, names: bool, age: int) -> Export:
    return export(
        "blog",
        "me.example",
        *rows,
        owner=TABLE,
        exported_at=NOW - age * DAY,
        names_responders=names,
    )


@SETTINGS
@given(
    st.integers(0, 9),
    st.integers(0, 9),
    st.lists(st.tuples(st.integers(0, 9), st.booleans()), min_size=1, max_size=4),
    st.randoms(use_true_random=False),
)
def test_exact_counts_of_comments_win_whatever_lies_beside(
    first: int, more: int, others: list[tuple[int, bool]], shuffler: random.Random
) -> None:
    """The newest export that names responders decides, and one comment more there is one more."""
    newest = [
        blog(Post("1", NOW, comments=count), names=True, age=2) for count in (first, first + more)
    ]
    beside = [
        blog(Post("1", NOW, comments=count), names=names, age=3 + age if names else age % 2)
        for age, (count, names) in enumerate(others)
    ]
    shuffler.shuffle(beside)
    assert [only(one, *beside).posts[0].comments for one in newest] == [first, first + more]
