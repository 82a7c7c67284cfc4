"""Exports of an invented person, made of rows."""

from klout_cli.person.account import Account
from klout_cli.person.accounts import merge_accounts
from klout_cli.person.rows import Export, Owner, Post

DAY = 86_400
NOW = 20_500 * DAY


def export(network: str = "x", handle: str = "erika", *posts: Post, **fields: object) -> Export:
    values: dict[str, object] = {
        "owner": Owner("1", "Erika Beispiel", True),
        "variant": "archive",
        "exported_at": NOW,
        "contacts": [],
        "interactions": [],
        "levels": [],
        "followers": frozenset(),
        "following": frozenset(),
        "totals": None,
        "ledger": (),
        "notes": (),
    }
    return Export(network=network, handle=handle, posts=list(posts), **(values | fields))  # type: ignore[arg-type]


def only(*exports: Export) -> Account:
    (account,), _ = merge_accounts(exports)
    return account
