"""Hints: the model's rules over measured facts, each gain by a full rescore."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from math import sqrt
from operator import ge, gt, lt

from msgspec import Struct

from klout_cli.errors import UsageError
from klout_cli.factors import WEIGHTED
from klout_cli.factors.operations import Floats
from klout_cli.results import (
    VISIBLE_POINTS,
    AccountJudgement,
    Advised,
    Hint,
    Judgement,
    Measured,
    Snapshot,
)
from klout_cli.scoring.account import clipped, correlated_variance
from klout_cli.scoring.assignment import find_account
from klout_cli.scoring.change import Change, Operation
from klout_cli.scoring.change_posts import PARTS
from klout_cli.scoring.combine import bend, combine
from klout_cli.scoring.hint_evidence import Evidence
from klout_cli.scoring.hint_facts import gather_facts
from klout_cli.scoring.hint_rules import Condition, HintRule, Remedy
from klout_cli.scoring.hint_texts import CERTAINTY, TEXTS, Facts
from klout_cli.scoring.hint_words import Place, place_of
from klout_cli.scoring.model import Model
from klout_cli.scoring.whatif import rescored
from klout_cli.translation import Message
from klout_cli.translation import gettext_noop as N_

OPERATIONS: tuple[Operation, ...] = ("to", "plus", "times")
COMPARISONS: Mapping[str, Callable[[float, float], bool]] = {
    "above": gt,
    "at_least": ge,
    "below": lt,
}
SIDES = (-1, 1)
OF_REACTIONS = (*PARTS, "on_topic")
OF_AUDIENCE = ("resonance", "amplification")
"""An audience inferred from reactions leaves nothing to say about these."""
RANGES = ("inferred", "unscored", "unmeasured")
"""Ids of hints that have no gain, but a range: something could be measured."""


class Idea(Struct, frozen=True):
    """A hint with the changes its gains were rescored from."""

    hint: Hint
    changes: tuple[Change, ...] = ()
    days: int = 0


def advise(snapshot: Snapshot, judgement: Judgement, model: Model) -> Advised:
    """Return a judged person's hints and their joint gain.

    Follower counts to be added come first, then hints with a gain, then hints that don't move the
    score, then ranges.
    """
    best = find_ideas(snapshot, judgement, model)
    changes = [change for idea in best for change in idea.changes]
    after = rescored(snapshot.measured, changes, model, snapshot.as_of, interval=False)
    together = after.score.value - judgement.score.value if after and changes else None
    place = place_of(snapshot.measured)
    ranges = sorted(
        (hint for hint in _ranges(judgement, model, place) if (hint.high or 0) >= VISIBLE_POINTS),
        key=lambda hint: (-_width(hint), hint.account),
    )
    audiences = [hint for hint in ranges if hint.id == "inferred"]
    others = [hint for hint in ranges if hint.id != "inferred"]
    return Advised((*audiences, *(idea.hint for idea in best), *others), together)


def find_ideas(snapshot: Snapshot, judgement: Judgement, model: Model) -> list[Idea]:
    """Return what is worth doing, the best gain for its effort first.

    A gain is worth a line from `visible` on, on its channel or overall. Rules without a change come
    last, as they don't move the score.
    """
    evidence = Evidence(snapshot, judgement, model)
    place = place_of(snapshot.measured)
    ideas = [
        idea
        for account, facts in gather_facts(evidence).items()
        for id, rule in model.hints.rules.items()
        if (idea := _idea(id, rule, account, facts, evidence, place))
    ]
    efforts = model.hints.efforts
    return sorted(
        ideas,
        key=lambda idea: (
            not idea.changes,
            -(idea.hint.gain or 0) / getattr(efforts, idea.hint.effort),
            -(idea.hint.gain_channel or 0),
            list(model.hints.rules).index(idea.hint.id),
            idea.hint.account,
        ),
    )


def _idea(
    id: str, rule: HintRule, account: str, facts: Facts, evidence: Evidence, place: Place
) -> Idea | None:
    """Return a rule's hint for an account, None where it has nothing worth a line."""
    if not applies(rule, facts):
        return None
    changes = [_change(remedy, account, facts) for remedy in rule.change]
    known = tuple(change for change in changes if change)
    if len(known) < len(changes) or _moves_inferred(known, evidence.judgement):
        return None
    gain, gain_channel = 0.0, 0.0
    if known:
        gains = compute_gains(known, evidence)
        if gains is None or max(gains) < evidence.model.hints.visible or min(gains) < 0:
            return None
        gain, gain_channel = gains
    text = TEXTS[id]
    posts = facts.get(rule.posts)
    hint = Hint(
        id=id,
        factor=rule.factor,
        account=account,
        action=text.action(facts, place),
        why=Message(text.why),
        gain=gain,
        effort=rule.effort,
        source=rule.source,
        year=rule.year,
        grade=rule.grade,
        confidence=rule.confidence,
        n=int(posts) if isinstance(posts, int | float) else None,
        gain_channel=gain_channel,
        evidence=text.evidence(facts, place),
        minutes=max(1, round(rule.minutes * float(facts[rule.per] if rule.per else 1))),
        certainty=Message(CERTAINTY[rule.confidence]),
    )
    return Idea(hint, known, rule.days)


def choose_ideas(
    ideas: Sequence[Idea], names: Sequence[str], measured: Sequence[Measured]
) -> list[Idea]:
    """Return the hints of the given ids, or of one account by `ID.ACCOUNT`.

    Raises UsageError for a hint that doesn't exist.
    """
    chosen: list[Idea] = []
    for name in names:
        id, _, account = name.partition(".")
        ids = [find_account(account, measured).id] if account else []
        found = [
            idea
            for idea in ideas
            if idea.hint.id == id and (not account or idea.hint.account in ids)
        ]
        if not found:
            known = ", ".join(dict.fromkeys(idea.hint.id for idea in ideas))
            raise UsageError(
                Message("you have no such hint"), f"--hint {name}", known or "klout hints"
            )
        chosen += [idea for idea in found if idea not in chosen]
    return chosen


def compute_gains(changes: Sequence[Change], evidence: Evidence) -> tuple[float, float] | None:
    """Return the points gained overall and, of the changed accounts, on the one that gains most.

    None if the changes are impossible.
    """
    before, snapshot = evidence.judgement, evidence.snapshot
    with suppress(UsageError):
        after = rescored(snapshot.measured, changes, evidence.model, snapshot.as_of, interval=False)
        if after:
            was = {account.id: account.score or 0.0 for account in before.accounts}
            changed = {change.account for change in changes}
            return after.score.value - before.score.value, max(
                (account.score or 0.0) - was[account.id]
                for account in after.accounts
                if account.id in changed
            )
    return None


def applies(rule: HintRule, facts: Facts) -> bool:
    """Return whether a rule's conditions hold; a fact that is unknown meets none."""
    if rule.networks and facts["account.network"] not in rule.networks:
        return False
    return all(_holds(condition, facts) for condition in rule.when) and (
        not rule.any or any(_holds(condition, facts) for condition in rule.any)
    )


def _moves_inferred(changes: Sequence[Change], judgement: Judgement) -> bool:
    """Return whether changed reactions would move an audience that is inferred from them."""
    inferred = {
        account.id for account in judgement.accounts if account.audience.quality == "inferred"
    }
    return any(change.fact in OF_REACTIONS and change.account in inferred for change in changes)


def _holds(condition: Condition, facts: Facts) -> bool:
    value = _number(condition.fact, facts)
    for name, compare in COMPARISONS.items():
        given = getattr(condition, name)
        if given is None:
            continue
        bound = _number(given, facts)
        if value is None or bound is None or not compare(value, bound):
            return False
    return value is not None


def _change(remedy: Remedy, account: str, facts: Facts) -> Change | None:
    operation = next(
        operation for operation in OPERATIONS if getattr(remedy, operation) is not None
    )
    amount = _number(getattr(remedy, operation), facts)
    on = facts.get(remedy.account, "") if remedy.account else account
    return None if amount is None or not on else Change(str(on), remedy.fact, operation, amount)


def _number(given: float | str | None, facts: Facts) -> float | None:
    """Return a number, or the number of a fact."""
    value = facts.get(given) if isinstance(given, str) else given
    return value if isinstance(value, int | float) else None


def _ranges(judgement: Judgement, model: Model, place: Place) -> Iterator[Hint]:
    """Yield how far the unmeasured parts of each account could move the score, for 80 % of people.

    One hint an account, two where its audience is inferred.
    """
    scores = {account.id: account.score or 0.0 for account in judgement.scored}
    for account in judgement.accounts:
        for id, factor, action, why, ends in _gaps(account, model, place(account.id)):
            low, high = (
                bend(combine([*{**scores, account.id: end}.values()], model), model)
                - judgement.score.value
                for end in ends
            )
            yield Hint(
                id=id,
                factor=factor,
                account=account.id,
                action=action,
                why=why,
                gain=None,
                effort="low",
                source=model.hints.source,
                year=model.hints.year,
                grade=model.hints.grade,
                confidence="high" if id == "inferred" else "low",
                low=low,
                high=high,
            )


def _gaps(
    account: AccountJudgement, model: Model, place: Message
) -> Iterator[tuple[str, str, str, str, list[float]]]:
    """Yield what is not measured: id, factor, action, why, and the ends of the account's score."""
    z, scale = model.interval.normal, model.scale
    if account.state == "historical":
        return
    if account.score is None:
        ends = [scale.average + side * z * scale.spread for side in SIDES]
        action = Message("Add your follower count {place}", place=place)
        yield "unscored", "audience", action, account.reason, ends
        return
    inferred = account.audience.quality == "inferred"
    if inferred:
        ends = [account.score + side * account.half for side in SIDES]
        action = Message("Add your follower count {place} to klout.yaml", place=place)
        why = Message("Its audience is only estimated from its reactions.")
        yield "inferred", "audience", action, why, ends
    missing = [
        factor.id
        for factor in account.factors
        if factor.state == "missing" and not (inferred and factor.id in OF_AUDIENCE)
    ]
    if missing:
        ends = [account.score + side * _reach(missing, side, model) for side in SIDES]
        largest = max(missing, key=lambda factor: model.points[factor])
        text = N_("Add an export that shows more {place}: klout sources {network}")
        action = Message(text, place=place, network=account.network)
        yield "unmeasured", largest, action, account.of(largest).reason, ends


def _reach(factors: Sequence[str], side: int, model: Model) -> float:
    """Return how far factors that are not measured move an account for 80 % of people."""
    z = model.interval.normal
    by_id: Mapping[str, float] = {
        factor.id: model.points[factor.id] * clipped(Floats, model, factor, side * z)
        for factor in WEIGHTED
    }
    return sqrt(float(correlated_variance(model, [abs(by_id[id]) for id in factors])))


def _width(hint: Hint) -> float:
    return (hint.high or 0.0) - (hint.low or 0.0)
