"""What follows from a snapshot: what-if, perks, the audit, topics and the people around."""

from collections.abc import Sequence

from msgspec.structs import replace

from klout_cli.errors import InputError
from klout_cli.factors.by_topic import ByTopic
from klout_cli.importers.read import Found, read
from klout_cli.pipeline import Request, judged, person
from klout_cli.profile.circle import circle
from klout_cli.profile.topics import Topic, Topics
from klout_cli.results import (
    Snapshot,
    Taken,
    Trial,
)
from klout_cli.results.around import Circle
from klout_cli.results.audited import Audit
from klout_cli.results.displayed import Offers, Subject
from klout_cli.scoring.assignment import assignment
from klout_cli.scoring.judge import judged_accounts, standing_value
from klout_cli.scoring.model import Model
from klout_cli.scoring.perks import Catalogue, offers
from klout_cli.scoring.topics import subjects as topic_by_topic
from klout_cli.scoring.whatif import rescored

PROPOSALS = 10


def whatif(snapshot: Snapshot, model: Model, asked: Sequence[str]) -> Trial:
    """Judge a snapshot before and after changes (`x.followers=+10%`); raises as `judged` does, UsageError for what cannot be changed."""
    before = judged(Taken(snapshot), model)
    after = rescored(snapshot.measured, [assignment(text, snapshot.measured) for text in asked], model, snapshot.as_of)
    return Trial(before.model, before.person, before.as_of, tuple(asked), before.judgement, after or before.judgement)


def perks(taken: Taken, model: Model, catalogue: Catalogue) -> Offers:
    """Return what a catalogue offers for the score of a snapshot on its day; raises as `judged` does."""
    return offers(catalogue, judged(taken, model), taken.snapshot, model)


def audit(taken: Taken, model: Model) -> Audit:
    """Ask every check about every account of a snapshot, also where nothing gives a number."""
    from klout_cli.checks import audited  # a module for each check, which nothing else needs

    measured = taken.snapshot.measured
    mutual = frozenset(account.network for account in measured if model.network(account.network).mutual)
    return audited(taken, judged_accounts(measured, model, taken.snapshot.as_of), mutual, model.label)


def subjects(taken: Taken, model: Model) -> tuple[Subject, ...]:
    """Return what the posts on each stated topic get, account by account; raises as `judged` does."""
    return topic_by_topic(taken.snapshot.measured, judged(taken, model).judgement, model)


def proposals(taken: Taken, request: Request, found: Found) -> tuple[Subject, ...]:
    """Return what else the posts that count are about, measured like stated topics; for the person's own screen, and kept nowhere."""
    from klout_cli.profile.phrases import phrases  # dear, and for this alone

    profile, stated, model = person(found, request), Topics(request.topics), request.model
    texts = [one.post.text for seen in profile.seen(model, stated) for one in seen.counted if one.post.text]
    with request.watch.step("looking for topics"):
        topics = Topics({phrase: Topic(keywords=[phrase]) for phrase in phrases(texts, stated, PROPOSALS)})
    observed = {seen.account.id: ByTopic().measure(seen) for seen in profile.seen(model, topics)}
    measured = [replace(account, observed=(observed[account.id],)) for account in taken.snapshot.measured]
    judgement = judged(taken, model).judgement
    return tuple(one for one in topic_by_topic(measured, judgement, model) if one.topic)


def network(request: Request, merging: bool = True) -> Circle:
    """Return the people around the person in the exports; raises as `take` does, InputError also where the exports name nobody (G2)."""
    found = around(request, read(request.paths, request.reading, request.limits, request.watch), merging)
    if not found.members:
        raise InputError("these exports name nobody the person dealt with", "", "klout sources tells which exports do")
    return found


def around(request: Request, exports: Found, merging: bool = True) -> Circle:
    """Return the people around the person in exports that are read already; raises as `seen_on` does."""
    found, model = person(exports, request), request.model
    with request.watch.step("looking at the people"):
        return circle(
            found.accounts,
            Topics(request.topics),
            model.people,
            lambda one: standing_value(one.kind, one.value, model),
            model.factors.network.expert,
            found.as_of,
            found.name,
            merging,
        )
