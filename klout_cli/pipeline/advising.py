"""What follows from a snapshot: what-if, perks, the audit and topics."""

from collections.abc import Sequence

from klout_cli.pipeline.judging import judged
from klout_cli.results import (
    Snapshot,
    Taken,
    Trial,
)
from klout_cli.results.audited import Audit
from klout_cli.results.displayed import Offers, Subject
from klout_cli.scoring.assignment import assignment
from klout_cli.scoring.judge import judged_accounts
from klout_cli.scoring.model import Model
from klout_cli.scoring.topics import subjects as topic_by_topic
from klout_cli.scoring.whatif import rescored


def whatif(snapshot: Snapshot, model: Model, asked: Sequence[str]) -> Trial:
    """Judge a snapshot before and after changes (`x.followers=+10%`).

    Raises as `judged` does, UsageError for what cannot be changed.
    """
    before = judged(Taken(snapshot), model)
    after = rescored(
        snapshot.measured,
        [assignment(text, snapshot.measured) for text in asked],
        model,
        snapshot.as_of,
    )
    return Trial(
        before.model,
        before.person,
        before.as_of,
        tuple(asked),
        before.judgement,
        after or before.judgement,
    )


def perks(taken: Taken, model: Model, catalogue: "Catalogue") -> Offers:
    """Return what a catalogue offers for the score of a snapshot on its day.

    Raises as `judged` does.
    """
    from klout_cli.scoring.perks import offers  # reads YAML, for this alone

    return offers(catalogue, judged(taken, model), taken.snapshot, model)


def audit(taken: Taken, model: Model) -> Audit:
    """Ask every check about every account of a snapshot, also where nothing gives a number."""
    from klout_cli.checks import audited  # a module for each check, which nothing else needs

    measured = taken.snapshot.measured
    mutual = frozenset(
        account.network for account in measured if model.network(account.network).mutual
    )
    return audited(
        taken, judged_accounts(measured, model, taken.snapshot.as_of), mutual, model.label
    )


def subjects(taken: Taken, model: Model) -> tuple[Subject, ...]:
    """Return what the posts on each stated topic get, account by account.

    Raises as `judged` does.
    """
    return topic_by_topic(taken.snapshot.measured, judged(taken, model).judgement, model)


TYPE_CHECKING = False
if TYPE_CHECKING:
    from klout_cli.scoring.perks import Catalogue
