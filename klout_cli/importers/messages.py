"""Private messages: who wrote whom and when, never what.

Opened only with --include-private (method §1, principle 8; §4.2).
"""

from collections.abc import Collection, Iterable

from klout_cli.files.intake import Bad, Intake
from klout_cli.person.rows import Direction, Draft, Group, Interaction

NO_DATE = Bad("no date")
NO_PARTNER = "message with no partner"
WHOSE = "message of an export that does not say whose it is"


def message(
    draft: Draft,
    intake: Intake,
    line: object,
    sender: str,
    people: Iterable[str],
    own: Collection[str],
    at: int | Bad | None,
) -> None:
    """Add one message between the owner, known by `own`, and one other person, or in a group of several.

    `people` are all who take part, by key; a deleted person is "". Talk to oneself and to the
    deleted is counted as used and noted.
    """
    others = {*people, sender}.difference(own, ("",))
    when = NO_DATE if at is None else at
    if not own:
        intake.skip(line, WHOSE)
    elif len(others) > 1:
        if group := intake.row(Group, line, people=tuple(sorted(others)), at=when):
            draft.groups.append(group)
    elif not (others and sender):
        intake.use()
        intake.note(NO_PARTNER)
    else:
        direction: Direction = "out" if sender in own else "in"
        if row := intake.row(
            Interaction,
            line,
            partner=others.pop(),
            direction=direction,
            kind="message",
            at=when,
            private=True,
        ):
            draft.interactions.append(row)
