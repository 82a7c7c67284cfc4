"""Private messages: who wrote whom and when, never what."""

from collections.abc import Collection, Iterable

from klout_cli.files.intake import Bad
from klout_cli.importers.collected import Note, Rows, Unusable
from klout_cli.person.rows import Direction, Group, Interaction
from klout_cli.translation import gettext_noop as N_

NO_PARTNER = N_("message without a partner")
NO_DATE = N_("no date")
WHOSE = N_("message in an export that doesn't say whose it is")


def exchange(
    sender: str, people: Iterable[str], own: Collection[str], at: int | Bad | None
) -> Rows:
    """Yield one message between the owner, known by `own`, and another person or a group.

    `people` are all who take part, by key; a deleted person is "". Talk to oneself and to the
    deleted is used and noted.
    """
    others = {*people, sender}.difference(own, ("",))
    if not own:
        raise Unusable(WHOSE)
    if len(others) < 2 and not (others and sender):
        yield Note(NO_PARTNER)
    elif at is None or isinstance(at, Bad):
        raise Unusable(at.reason if at else NO_DATE)
    elif len(others) > 1:
        yield Group(tuple(sorted(others)), at=at)
    else:
        direction: Direction = "out" if sender in own else "in"
        yield Interaction(others.pop(), direction, "message", at=at, private=True)
