"""Private messages: who wrote whom and when, never what. Opened only with --include-private (method §1, principle 8; §4.2)."""

from collections.abc import Collection, Iterable

from klout_cli.profile.rows import Bad, Direction, Intake, Interaction

NO_DATE = Bad("no date")
NO_PARTNER = "message with no one partner"
WHOSE = "message of an export that does not say whose it is"


def message(
    intake: Intake, line: object, sender: str, people: Iterable[str], own: Collection[str], at: int | Bad | None
) -> Interaction | None:
    """Make the row of one message between the owner, known by `own`, and one other person; None where it is skipped or of a group.

    `people` are all who take part, by key; a deleted person is "". Groups, and talk to oneself, are counted as used and noted.
    """
    others = {*people, sender}.difference(own, ("",))
    if not own:
        intake.skip(line, WHOSE)
        return None
    if len(others) != 1 or not sender:
        intake.use()
        intake.note(NO_PARTNER)
        return None
    direction: Direction = "out" if sender in own else "in"
    when = NO_DATE if at is None else at
    return intake.row(Interaction, line, partner=others.pop(), direction=direction, kind="message", at=when, private=True)
