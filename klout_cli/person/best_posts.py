"""The posts that did best, for pages that show what they say."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest

from klout_cli.errors import UsageError
from klout_cli.person.account import day_of
from klout_cli.person.rows import Post
from klout_cli.person.view import AccountView
from klout_cli.results.dossier import FeaturedPost
from klout_cli.translation import Message

FEWEST = 3
"""Posts that an average of one's own needs."""
SAME_START = 40
"""Characters at the beginning of a text by which a cross-post is recognised."""


def choose_posts(
    views: Sequence[AccountView], shares: Mapping[str, float], most: int
) -> tuple[FeaturedPost, ...]:
    """Return the best posts: first the best of each account, the one with most weight first.

    A post that was published on several accounts is shown once.
    """
    weighty = sorted(views, key=lambda view: -shares.get(view.account.id, 0.0))
    ranked = [_rank_posts(view) for view in weighty if shares.get(view.account.id) and view.counted]
    chosen: list[FeaturedPost] = []
    starts: set[str] = set()
    for post in (post for row in zip_longest(*ranked) for post in row if post is not None):
        start = " ".join(post.text.casefold().split())[:SAME_START]
        if start not in starts:
            starts.add(start)
            chosen.append(post)
    return tuple(chosen[:most])


def list_posts(views: Sequence[AccountView]) -> tuple[FeaturedPost, ...]:
    """Return all posts of the window, account by account, newest first."""
    return tuple(
        _feature_post(view, counted.post) for view in views for counted in reversed(view.counted)
    )


def find_posts(views: Sequence[AccountView], ids: Sequence[str]) -> tuple[FeaturedPost, ...]:
    """Return own public posts by id; raises UsageError for an id that is no such post's."""
    own = {
        post.key: (view, post)
        for view in views
        for post in view.account.posts
        if post.public and post.kind == "original"
    }
    if unknown := [id for id in ids if id not in own]:
        raise UsageError(
            Message("none of your own public posts has this id"),
            ", ".join(unknown),
            Message("klout explain resonance lists ids of posts"),
        )
    return tuple(_feature_post(*own[id]) for id in ids)


def _rank_posts(view: AccountView) -> Iterator[FeaturedPost]:
    """Yield the posts of the window that say something, most reactions first."""
    posts = [counted.post for counted in view.counted if counted.post.text]
    known = [post for post in posts if post.reactions]
    known.sort(key=lambda post: (-(post.reactions or 0), post.at, post.key))
    return (_feature_post(view, post) for post in known)


def _feature_post(view: AccountView, post: Post) -> FeaturedPost:
    return FeaturedPost(
        id=post.key,
        network=view.account.network,
        day=day_of(post.at).isoformat(),
        text=post.text,
        link=post.url,
        reactions=post.reactions,
        account=view.account.id,
        times=_times_usual(view, post),
    )


def _times_usual(view: AccountView, post: Post) -> float | None:
    """Return a post's reactions against the average post of the window."""
    known = [
        counted.post.reactions for counted in view.counted if counted.post.reactions is not None
    ]
    total = sum(known)
    if post.reactions is None or len(known) < FEWEST or not total:
        return None
    return post.reactions * len(known) / total
