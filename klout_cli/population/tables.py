"""A person's exports as plain tables, in the units of `person.rows`."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from klout_cli.person.profile import Account, Profile, day_of
from klout_cli.person.rows import Contact, Interaction, Level, Post
from klout_cli.population.sql import quoted
from klout_cli.reports.csv_report import guarded as guarded_cell

if TYPE_CHECKING:
    from pandas import DataFrame

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "accounts": ("account", "network", "handle", "exported_at"),
    "levels": ("account", "metric", "value", "date", "quality"),
    "posts": (
        *("date", "network", "account", "id", "kind", "public", "text", "url"),
        *("likes", "comments", "shares", "saves", "engagements", "impressions", "reach"),
    ),
    "interactions": ("account", "partner", "direction", "kind", "count", "date", "private"),
    "contacts": (
        "account",
        "key",
        "name",
        "followers",
        "position",
        "company",
        "reputation",
        "expertise",
        "since",
    ),
}
COUNTS = frozenset(
    (
        "likes",
        "comments",
        "shares",
        "saves",
        "engagements",
        "impressions",
        "reach",
        "followers",
        "value",
        "count",
    )
)

Row = tuple[Any, ...]


def tables(profile: Profile) -> "Mapping[str, DataFrame]":
    """Return one frame for each of `COLUMNS`.

    Unknown is missing, dates are ISO 8601 (UTC). `posts` has the columns of a posts table, so that
    it can be scored again.
    """
    rows: Mapping[str, Iterable[Row]] = {
        "accounts": map(_account, profile.accounts),
        "levels": (
            _level(account, level) for account in profile.accounts for level in account.levels
        ),
        "posts": (_post(account, post) for account in profile.accounts for post in account.posts),
        "interactions": (
            _interaction(account, interaction)
            for account in profile.accounts
            for interaction in account.interactions
        ),
        "contacts": (
            _contact(account, contact)
            for account in profile.accounts
            for contact in account.contacts
        ),
    }
    return {name: _frame(table_rows, COLUMNS[name]) for name, table_rows in rows.items()}


def guarded(frame: "DataFrame") -> "DataFrame":
    """Return a frame without texts that spreadsheets take for formulas.

    Such a text gets a leading '. Numbers never do.
    """
    texts = frame.select_dtypes(["object", "string"]).columns
    return frame.assign(**{name: frame[name].map(_cell, na_action="ignore") for name in texts})


def write_parquet(frame: "DataFrame", file: Path) -> None:
    """Write a frame as Parquet; a column of nothing but unknown texts is one of texts."""
    import duckdb

    with duckdb.connect() as base:
        # By all cells: a column that begins with many unknown ones has a type too.
        base.execute(f"SET pandas_analyze_sample = {len(frame) + 1}")
        base.register("frame", frame)
        kinds = base.execute("DESCRIBE SELECT * FROM frame").fetchall()
        listed = ", ".join(
            f'CAST("{name}" AS {kind if "NULL" not in kind else "VARCHAR"}) AS "{name}"'
            for name, kind, *_ in kinds
        )
        base.execute(f"COPY (SELECT {listed} FROM frame) TO {quoted(file)} (FORMAT parquet)")


def _cell(text: object) -> object:
    return guarded_cell(text) if isinstance(text, str) else text


def _frame(rows: Iterable[Row], columns: Sequence[str]) -> "DataFrame":
    from pandas import DataFrame

    frame = DataFrame(list(rows), columns=list(columns))
    return frame.astype({name: "Int64" for name in columns if name in COUNTS})


def _day(at: int | None) -> str | None:
    return None if at is None else day_of(at).isoformat()


def _moment(post: Post) -> str:
    day, seconds = day_of(post.at).isoformat(), post.at % 86_400
    return (
        day
        if post.precision == "day"
        else f"{day}T{seconds // 3600:02}:{seconds % 3600 // 60:02}:{seconds % 60:02}Z"
    )


def _account(account: Account) -> Row:
    return account.id, account.network, account.handle, _day(account.exported_at)


def _level(account: Account, level: Level) -> Row:
    return account.id, level.metric, level.value, _day(level.at), level.quality


def _post(account: Account, post: Post) -> Row:
    description = (
        _moment(post),
        account.network,
        account.handle,
        post.key,
        post.kind,
        post.public,
        post.text,
        post.url,
    )
    return (
        *description,
        post.likes,
        post.comments,
        post.shares,
        post.saves,
        post.engagements,
        post.impressions,
        post.reach,
    )


def _interaction(account: Account, interaction: Interaction) -> Row:
    return (
        account.id,
        interaction.partner,
        interaction.direction,
        interaction.kind,
        interaction.count,
        _day(interaction.at),
        interaction.private,
    )


def _contact(account: Account, contact: Contact) -> Row:
    identity = contact.key, contact.name, contact.followers, contact.position, contact.company
    return (account.id, *identity, contact.reputation, contact.expertise, _day(contact.since))
