"""The facts that rules of hints can use, and how far each change may go."""

import math
from collections import defaultdict
from collections.abc import Sequence

from klout_cli.results import AccountJudgement, Measured, table_rows
from klout_cli.scoring.combine import bend, combine
from klout_cli.scoring.comparisons import compare_posts, format_facts, slot_facts, topic_facts
from klout_cli.scoring.hint_evidence import Evidence, Row, own_facts, rows_of
from klout_cli.scoring.hint_texts import Facts
from klout_cli.scoring.model import Model


def gather_facts(evidence: Evidence) -> dict[str, Facts]:
    """Return all facts of each scored account, by `factor.fact`.

    Measured, observed and judged ones, and what is derived from these.
    """
    compared = compare_posts(evidence)
    facts: dict[str, Facts] = {}
    for measured, judged in evidence.accounts:
        own = own_facts(measured, judged, evidence.model, evidence.snapshot.traits)
        facts[measured.id] = {
            **own,
            **_account_facts(judged, evidence),
            **_follow_facts(own, judged, evidence),
            **_growth_facts(own, measured, evidence.model),
            **format_facts(measured.id, compared),
            **topic_facts(measured, compared, evidence),
        }
    _add_slot(facts, slot_facts(compared), evidence)
    _add_reuse(facts, evidence)
    _add_lead(facts, evidence)
    _add_views(facts, evidence.model)
    return facts


def _account_facts(judged: AccountJudgement, evidence: Evidence) -> Facts:
    """Return the weight of an account, and what leaving it would cost."""
    others = [
        account.score
        for _, account in evidence.accounts
        if account.score is not None and account.id != judged.id
    ]
    value = evidence.judgement.score.value
    left = bend(combine(others, evidence.model), evidence.model) if others else value
    return {
        "account.share": judged.share,
        "account.posts": float(judged.window.posts or 0),
        "account.cost": value - left,
    }


def _follow_facts(own: Facts, judged: AccountJudgement, evidence: Evidence) -> Facts:
    followers, following = judged.audience.followers, judged.audience.following
    mutual, listed = (own.get(f"reciprocity.{name}") for name in ("mutual", "following"))
    reference = evidence.model.network(judged.network)
    if not (followers and following and listed) or mutual is None or reference.mutual:
        return {}
    most = evidence.model.hints.bounds.unfollow * following
    fewer = float(math.floor(max(0.0, min(following - followers, most))))
    return {
        "follow.ratio": following / followers,
        "follow.mutual_share": float(mutual) / float(listed),
        "follow.fewer": fewer,
        "follow.change": -fewer,
    }


def _add_slot(facts: dict[str, Facts], slot: Facts, evidence: Evidence) -> None:
    """Add the best time of all accounts to the one with most posts that have a time."""
    timed = [
        (facts[judged.id].get("cadence.timed", 0), judged.share, judged.id)
        for _, judged in evidence.accounts
        if facts[judged.id].get("cadence.timed") and judged.audience.quality != "inferred"
    ]
    if timed:
        *_, id = max(timed)
        facts[id] = {**facts[id], **slot}


def _growth_facts(own: Facts, measured: Measured, model: Model) -> Facts:
    """Return how far changes may go that a good week of one's own has shown to be possible."""
    bounds = model.hints.bounds
    facts: dict[str, float | str] = {}
    if people := len(rows_of(measured, "strangers", "dealings")):
        facts["describe.people"] = float(people)
    if "endorsers.unwritten" in own:
        facts["recommend.people"] = min(bounds.recommendations, float(own["endorsers.unwritten"]))
    more = good_week(own, "responders", model)
    if more is not None and "breadth.responders" in own:
        extra = float(own["breadth.responders"]) * (more - 1)
        facts["responders.plus"] = float(math.floor(min(bounds.responders, extra)))
    more = good_week(own, "linkers", model)
    if more is not None:
        extra = float(own["linkers.mean"]) * float(own["linkers.weeks"]) * (more - 1)
        facts["links.plus"] = float(
            math.floor(min(bounds.links, float(own["linkers.silent"]), extra))
        )
    return facts


def good_week(own: Facts, factor: str, model: Model) -> float | None:
    """Return how many times the mean a good week of one's own is, at the low end.

    A good week is one standard deviation above the mean. None without a spread over enough weeks.
    """
    mean, deviation, weeks = (
        float(own.get(f"{factor}.{name}", 0)) for name in ("mean", "deviation", "weeks")
    )
    if weeks < model.hints.bounds.weeks or not mean or not deviation:
        return None
    return 1 + deviation / mean * (1 - model.interval.normal / math.sqrt(weeks))


def _add_views(facts: dict[str, Facts], model: Model) -> None:
    """Add the rate of the best other channel, and how many more reactions are possible."""
    fewest = model.hints.fewest_posts
    rates = {
        id: float(own["views.rate"])
        for id, own in facts.items()
        if float(own.get("views.posts", 0)) >= fewest
    }
    for id, own in facts.items():
        best = max((rate for other, rate in rates.items() if other != id), default=0.0)
        more = good_week(own, "views", model)
        if id in rates and best and more is not None:
            facts[id] = {
                **own,
                "views.best": best,
                "views.against_best": rates[id] / best,
                "views.times": min(model.hints.bounds.views, more),
            }


def _add_reuse(facts: dict[str, Facts], evidence: Evidence) -> None:
    """Add where to use the best posts again that are on one account only.

    Each account gives and takes once: only one post there is the weakest.
    """
    twins = evidence.trait("twins")
    best: dict[str, list[Row]] = defaultdict(list)
    for row in table_rows(twins, "best"):
        best[row[0]].append(row)
    rule = evidence.model.hints.rules.get("reuse")
    targets = {
        judged.id
        for _, judged in evidence.accounts
        if judged.of("resonance").state == "measured" and rule and judged.network in rule.networks
    }
    lifts = {id: _lift([times for *_, times in rows], evidence.model) for id, rows in best.items()}
    pairs = [
        (_replacement_gain(row, lift), id, row[0])
        for id, lift in lifts.items()
        for row in table_rows(twins, "medians")
        if row[0] in targets and row[0] != id and id in facts
    ]
    given: set[str] = set()
    taken: set[str] = set()
    for times, id, target in sorted(pairs, reverse=True):
        if id not in given and target not in taken:
            given.add(id)
            taken.add(target)
            facts[id] = {
                **facts[id],
                "reuse.posts": float(len(best[id])),
                "reuse.reactions": best[id][0][3],
                "reuse.ratio": best[id][0][4],
                "reuse.target": target,
                "reuse.times": times,
            }


def _lift(ratios: Sequence[float], model: Model) -> float:
    """Return how far above the median such posts are elsewhere, at the low end, at least 1.

    Reactions to own posts scatter, so that the best ones were lucky, too.
    """
    mean = math.fsum(map(math.log10, ratios)) / len(ratios)
    scatter = model.interval.normal * model.interval.scatter / math.sqrt(len(ratios))
    return max(1.0, 10 ** (mean - scatter))


def _replacement_gain(row: Row, lift: float) -> float:
    """Return the multiple of an account's reactions where its weakest post is replaced."""
    _, _, middle, weighted, least, weight = row
    return float(1 + weight * (middle * lift - least) / weighted) if weighted else 1.0


def _add_lead(facts: dict[str, Facts], evidence: Evidence) -> None:
    """Add to the account with the largest audience where to lead it."""
    known = [
        (judged.audience.followers, judged.id)
        for _, judged in evidence.accounts
        if judged.audience.followers is not None and judged.audience.quality != "inferred"
    ]
    if not known:
        return
    followers, id = max(known)
    judged = {account.id: account for _, account in evidence.accounts}
    target = max(judged.values(), key=lambda account: (account.share, account.id))
    if target.id == id or target.audience.quality == "inferred":
        return
    measured = {account.id: account for account, _ in evidence.accounts}[id]
    own: dict[str, float | str] = {
        **facts[id],
        "lead.followers": followers,
        "lead.target": target.id,
        "lead.target_followers": target.audience.followers or 0.0,
        "lead.plus": float(math.floor(evidence.model.hints.bounds.followers * followers)),
    }
    if "substance.on_posts" in own:
        own["lead.on_topic"] = float(own["substance.on_posts"]) / float(own["substance.posts"])
    elif rows := rows_of(measured, "by_topic", "weeks"):
        own["lead.on_topic"] = float(any(name for name, *_ in rows))
    if "presence.link" in own:
        links = " ".join(str(link) for (link,) in rows_of(measured, "presence", "links"))
        own["lead.linked"] = float(target.handle.casefold() in links.casefold())
    facts[id] = own
