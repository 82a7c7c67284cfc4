"""Networks without reference values: accounts count as `other`, named after the network."""

from klout_cli.person.rows import Draft, Owner

NETWORK = "other"


def draft_of(title: str, variant: str) -> Draft:
    """Begin an export of such a network, which says so."""
    draft = Draft(NETWORK, variant)
    draft.handle = title
    draft.notes.append(
        f"{title} has no reference values of its own: it counts as other networks without any do"
    )
    return draft


def name_account(draft: Draft, title: str, user: str, id: str = "") -> None:
    """Name an account as the table importers name those of such networks, so that tables join it.

    "" names nobody.

    Its owner is never marked as personal: all these networks are one here, and ids of two of them
    tell no two people apart.
    """
    draft.handle = f"{title}/{user}" if user else title
    draft.owner = Owner(id or user)
