"""One account of a person, with the rows of all its exports."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from msgspec import Struct

from klout_cli.person.rows import About, Contact, Export, Group, Interaction, Level, Post, Totals
from klout_cli.results import PostSums

DAY = 86_400
EPOCH = date(1970, 1, 1)
NEVER = date.max
"""The day that nothing is after, for accounts without any date."""
RESPONSES = frozenset(("comment", "reaction", "reply", "share", "mention", "linkback"))
TALK = frozenset(("comment", "reply", "mention"))
DEALINGS = TALK | {"share", "repost"}
CONNECTIONS = frozenset(("connection", "stated"))
AUDIENCES = ("followers", "subscribers", "connections", "friends", "readers")
FULL_LISTS = ("exact", "rounded", "manual")
DATED_LISTS = ("connections", "friends")


class Account(Struct, frozen=True):
    """One account with all data of all its exports, posts in chronological order.

    `id` is network:handle.
    """

    id: str
    network: str
    handle: str
    exported_at: int | None
    posts: tuple[Post, ...]
    contacts: tuple[Contact, ...]
    interactions: tuple[Interaction, ...]
    levels: tuple[Level, ...]
    followers: frozenset[str]
    following: frozenset[str]
    totals: Totals | None
    names_responders: bool = False
    about: About = About()
    lacks: Mapping[str, str] = {}
    groups: tuple[Group, ...] = ()

    @property
    def shows_exchange(self) -> bool:
        """Whether the exports show who responded, and what was answered, in public."""
        return self.names_responders and "reciprocity" not in self.lacks


class Counted(Struct, frozen=True):
    """A post that counts, with its weight; `week` numbers ISO weeks across years."""

    post: Post
    weight: float
    week: int
    on_topic: bool


def known_reactions(counted: Iterable[Counted]) -> list[tuple[Counted, int]]:
    """Return the posts whose reactions are known, with these."""
    return [(entry, total) for entry in counted if (total := entry.post.reactions) is not None]


def add_counts(first: int | None, second: int | None) -> int | None:
    """Add two counts; None only if both are."""
    return None if first is None and second is None else (first or 0) + (second or 0)


def is_response(interaction: Interaction) -> bool:
    """Return True for a public response to the person."""
    return (
        interaction.direction == "in" and interaction.kind in RESPONSES and not interaction.private
    )


def is_dealing(interaction: Interaction, messages: bool) -> bool:
    """Return True for interactions that make a contact.

    Public ones, and with `messages` (only if the person opted in) private ones too.
    """
    return not interaction.private or (messages and interaction.kind == "message")


def day_of(at: int) -> date:
    """Return the UTC day of Unix seconds."""
    return EPOCH + timedelta(days=at // DAY)


def week_of(at: int) -> int:
    """Return the ISO week (Monday to Sunday, UTC) of Unix seconds.

    1970-01-01 was a Thursday.
    """
    return (at // DAY + 3) // 7


def newest_row(rows: Account | Export) -> int | None:
    """Return the newest date in an account or export, for tables without one of their own."""
    dates = [post.at for post in rows.posts]
    dates += [level.at for level in rows.levels if level.at is not None]
    dates += [
        interaction.at
        for interaction in rows.interactions
        if interaction.at is not None and not interaction.private
    ]
    dates += [contact.since for contact in rows.contacts if contact.since is not None]
    return max(dates, default=None)


def sum_totals(totals: Totals) -> PostSums:
    """Return the sums of an accounts table: posts of equal weight, all on topic."""
    posts, carried = totals.posts or 0, add_counts(totals.comments, totals.shares)
    parts: list[float] = []
    for known in (totals.likes, carried):
        parts += (0, 0) if known is None else (posts, known)
    answered = max(parts[0], parts[2])
    parts += (0.0, 0.0)  # of a single sum of all reactions
    return PostSums(posts, answered, posts, answered, posts, *parts, posts, answered, posts, *parts)  # type: ignore[call-arg]
