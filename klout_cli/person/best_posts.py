"""The posts that did best, for pages that show what they say."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import zip_longest

from klout_cli.errors import UsageError
from klout_cli.person.account import day_of, known_reactions
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
        post
        for view in views
        for post in _feature_posts(view, [counted.post for counted in reversed(view.counted)])
    )


def find_posts(views: Sequence[AccountView], ids: Sequence[str]) -> tuple[FeaturedPost, ...]:
    """Return own public posts by id; raises UsageError for an id that is no such post's."""
    own = {
        post.key: (view, [post])
        for view in views
        for post in view.account.posts
        if post.public and post.kind == "original"
    }
    if unknown := [id for id in ids if id not in own]:
        raise UsageError(
            Message("None of your own public posts has this id."),
            ", ".join(unknown),
            Message("klout explain resonance lists ids of posts"),
        )
    return tuple(post for id in ids for post in _feature_posts(*own[id]))


def _rank_posts(view: AccountView) -> Iterator[FeaturedPost]:
    """Yield the posts of the window that say something, most reactions first."""
    posts = [counted.post for counted in view.counted if counted.post.text]
    known = [post for post in posts if post.reactions]
    known.sort(key=lambda post: (-(post.reactions or 0), post.at, post.key))
    return _feature_posts(view, known)


def _feature_posts(view: AccountView, posts: Iterable[Post]) -> Iterator[FeaturedPost]:
    """Yield posts with their reactions against the average post of the window."""
    known = [total for _, total in known_reactions(view.counted)]
    total = sum(known) if len(known) >= FEWEST else 0
    for post in posts:
        yield FeaturedPost(
            id=post.key,
            network=view.account.network,
            day=day_of(post.at).isoformat(),
            text=post.text,
            link=post.url,
            reactions=post.reactions,
            account=view.account.id,
            times=post.reactions * len(known) / total
            if post.reactions is not None and total
            else None,
        )
