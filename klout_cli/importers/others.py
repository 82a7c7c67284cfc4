"""Networks without reference values of their own: they count as `other`, and their accounts bear the network's name (method §5)."""

from klout_cli.profile.rows import Draft

NETWORK = "other"


def draft_of(title: str, variant: str) -> Draft:
    """Begin an export of such a network, which says so."""
    draft = Draft(NETWORK, variant)
    draft.handle = title
    draft.notes.append(f"{title} has no reference values of its own: it counts as other networks without any do")
    return draft


def handle_of(title: str, handle: str) -> str:
    """Name an account as the table importers name those of such networks; "" names none of them."""
    return f"{title}/{handle}" if handle else title
