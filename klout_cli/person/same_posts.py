"""Match the same post across the exports of one account.

On several networks it counts as several posts.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from unicodedata import normalize

from msgspec.structs import replace

from klout_cli.person.account import DAY, Account
from klout_cli.person.rows import Export, Post
from klout_cli.person.topics import folded

COUNTS = ("likes", "comments", "shares", "saves", "engagements", "impressions", "reach")
RECEIVED = ("likes", "comments", "shares")
FINER = {"second": 2, "minute": 1, "day": 0}
TEXT_COMPARED = 60
LINKEDIN = "linkedin"
ID_DIGITS = 19
ID_TIME_APART = 2_000  # milliseconds between two ids of one post

Names = list[tuple[object, ...]]


def merge_posts(exports: Sequence[Export]) -> tuple[list[Post], int]:
    """Merge posts by id, else by URL, else by day and text.

    The newest known count wins, the finer date and kind win. `exports` are in chronological order.
    Exports that name responders have counts without the person's own replies: the newest of these
    win over newer counts that include them, and the number of posts this changed is returned too.
    Text is compared only if one of the two exports is a table: archives have ids, and different ids
    are different posts.
    """
    if len(exports) == 1:
        return _in_time(
            {post.id or (post.at, post.text): post for post in exports[0].posts}.values()
        ), 0
    merged: dict[str, Post] = {}
    exact: dict[str, dict[str, int]] = {}
    names: dict[tuple[object, ...], str] = {}
    for export in exports:
        table = not export.owner.personal
        links = Counter(_link(post) for post in export.posts)
        fresh: dict[tuple[object, ...], str] = {}
        evidence = [(_ids(post, links), _texts(post)) for post in export.posts]
        keys = [_find_key(ids, texts, names, table=table) for ids, texts in evidence]
        if export.network == LINKEDIN:
            keys = _match_by_id_time(export.posts, keys, merged)
        for post, key, (ids, texts) in zip(export.posts, keys, evidence, strict=True):
            own = key or post.key
            merged[own] = _newer(merged[own], post) if own in merged else post
            if export.names_responders:
                exact.setdefault(own, {}).update(_known(post, RECEIVED))
            fresh.update(dict.fromkeys(ids + [(*text, table) for text in texts], own))
        names |= fresh
    settled = {own: replace(merged[own], **counts) for own, counts in exact.items()}
    return _in_time((merged | settled).values()), sum(
        post != merged[own] for own, post in settled.items()
    )


def _find_key(
    ids: Names, texts: Names, names: Mapping[tuple[object, ...], str], *, table: bool
) -> str | None:
    """Return the key of an earlier post by id or link, else by day and text."""
    kinds = (True, False) if table else (True,)
    sought = ids + [(*text, kind) for text in texts for kind in kinds]
    return next((names[name] for name in sought if name in names), None)


def _match_by_id_time(
    posts: Sequence[Post], keys: Sequence[str | None], merged: Mapping[str, Post]
) -> list[str | None]:
    """Match posts by the time in their ids, as LinkedIn gives one post several ids.

    An archive has the share's id, analytics the activity's, created at the same time. `keys` are
    earlier matches, None for the rest; each earlier post is matched once, nearest first.
    """
    earlier = sorted(
        (at, key)
        for key, post in merged.items()
        if key not in keys and (at := _id_time(post)) is not None
    )
    pairs: list[tuple[int, int, str]] = []
    for index, post in enumerate(posts):
        at = _id_time(post)
        if keys[index] is None and at is not None:
            first = bisect_left(earlier, (at - ID_TIME_APART, ""))
            last = bisect_left(earlier, (at + ID_TIME_APART + 1, ""))
            pairs += [(abs(moment - at), index, key) for moment, key in earlier[first:last]]
    matched = list(keys)
    taken: set[str] = set()
    for _, index, key in sorted(pairs):
        if matched[index] is None and key not in taken:
            matched[index] = key
            taken.add(key)
    return matched


def _id_time(post: Post) -> int | None:
    """Return the Unix milliseconds in a LinkedIn id, None if it has none."""
    return int(post.id) >> 22 if post.id.isdecimal() and len(post.id) == ID_DIGITS else None


def share_a_post(some: Sequence[Export], others: Sequence[Export]) -> bool:
    """Return True if any post of one account is in the other's exports too."""
    apart = len(merge_posts(some)[0]) + len(merge_posts(others)[0])
    return len(merge_posts([*some, *others])[0]) < apart


def count_crossposts(accounts: Sequence[Account]) -> int:
    """Count posts with one text on several networks on one day."""
    networks: dict[str, list[Post]] = {}
    for account in accounts:
        networks.setdefault(account.network, []).extend(
            post for post in account.posts if post.kind == "original"
        )
    days = Counter(day for posts in networks.values() for day in {post.at // DAY for post in posts})
    texts = [
        {text for post in posts if days[post.at // DAY] > 1 for text in _texts(post)}
        for posts in networks.values()
    ]
    return sum(
        count > 1
        for count in Counter(text for folded_texts in texts for text in folded_texts).values()
    )


def _in_time(posts: Iterable[Post]) -> list[Post]:
    return sorted(posts, key=lambda post: (post.at, post.id, post.text))


def _link(post: Post) -> str:
    return post.url.rstrip("/").partition("?")[0]


def _ids(post: Post, links: Mapping[str, int]) -> Names:
    """Return id and link.

    A link that several posts of one export share is a profile's, not a post's.
    """
    ids: Names = [("id", post.key)]
    link = _link(post)
    return [*ids, ("url", link)] if link and links[link] == 1 else ids


def _texts(post: Post) -> Names:
    """Return day and folded beginning of the text; empty if it is too short."""
    text = folded(
        normalize("NFC", " ".join(post.text[: 4 * TEXT_COMPARED].split()))[:TEXT_COMPARED]
    )
    return [("text", post.at // DAY, text)] if len(text) >= TEXT_COMPARED // 3 else []


def _known(post: Post, names: Sequence[str]) -> dict[str, int]:
    return {name: getattr(post, name) for name in names if getattr(post, name) is not None}


def _newer(old: Post, new: Post) -> Post:
    finer = new if FINER[new.precision] > FINER[old.precision] else old
    longer = max((old.text, new.text), key=len)
    return replace(
        old,
        **_known(new, COUNTS),
        id=finer.key,
        at=finer.at,
        precision=finer.precision,
        kind=finer.kind,
        public=old.public and new.public,
        text=longer,
        media=new.media or old.media,
    )
