"""What pages and screens show of a judgement: its breakdown, its channels and its gaps."""

from collections.abc import Iterator
from typing import NamedTuple

from klout_cli.reports.facts import KNOWN, fact, ratio_of, scored
from klout_cli.reports.names import account_name, factor_title, short_name
from klout_cli.reports.numbers import amount, number, percent, signed
from klout_cli.reports.rounding import apportion, half_up
from klout_cli.reports.safe import safe
from klout_cli.reports.score_text import account_text, is_number
from klout_cli.reports.show import show
from klout_cli.results import AccountJudgement, Entry, Judgement, Report
from klout_cli.translation import gettext as _
from klout_cli.translation import gettext_noop as N_
from klout_cli.translation import translate

IN_WORDS = (
    (1.0, N_("well above usual")),
    (0.3, N_("above usual")),
    (-0.3, N_("about as usual")),
    (-1.0, N_("below usual")),
)
"""Least z of each wording of a first impression."""


class BreakdownRow(NamedTuple):
    """A line of the breakdown; `points` as printed, None where no account measures it."""

    id: str
    points: float | None
    fact: str


class ChannelFacts(NamedTuple):
    """An account that makes the score, in printed numbers, "" for unknown ones.

    `times`: its reactions against the usual ones, None if unknown.
    """

    account: AccountJudgement
    score: str
    weight: str
    followers: str
    posts: str
    per_post: str
    times: float | None


def print_points(judgement: Judgement) -> dict[str, float]:
    """Return the points of each line, rounded so that they add up to the printed score."""
    exact = [entry.points for entry in judgement.breakdown]
    points = apportion(exact, judgement.score.value, 1)
    return {entry.id: value for entry, value in zip(judgement.breakdown, points, strict=True)}


def list_breakdown(judgement: Judgement) -> list[BreakdownRow]:
    """Return what makes the score beside the average, most points first and unmeasured last."""
    points = print_points(judgement)
    entries = [entry for entry in judgement.breakdown if entry.id != "average"]
    measured = [entry for entry in entries if entry.state not in ("missing", "not_applicable")]
    measured.sort(key=lambda entry: -points[entry.id])
    rows = [BreakdownRow(entry.id, points[entry.id], fact(entry, judgement)) for entry in measured]
    return rows + [
        BreakdownRow(entry.id, None, _explain_gap(entry.id, judgement))
        for entry in entries
        if entry not in measured
    ]


def _explain_gap(factor: str, judgement: Judgement) -> str:
    """Return why no account measures a factor, if all have the same reason."""
    reasons = {show(account.of(factor).reason) for account in scored(judgement)}
    return reasons.pop() if len(reasons) == 1 else _("not measured")


def list_known(judgement: Judgement) -> Iterator[tuple[str, str]]:
    """Yield what a first impression knows, in words: points would add up to a number."""
    for entry in judgement.breakdown:
        if entry.state in KNOWN and (words := _describe_known(entry, judgement)):
            yield factor_title(entry.id), words


def _describe_known(entry: Entry, judgement: Judgement) -> str:
    if entry.id in ("audience", "channels", "ceiling"):
        return fact(entry, judgement)
    accounts = scored(judgement)
    words = []
    for account in accounts:
        judged = account.of(entry.id)
        if judged.state in KNOWN and judged.z is not None:
            z = judged.z
            least = next((text for limit, text in IN_WORDS if z >= limit), N_("well below usual"))
            words.append(f"{short_name(account, accounts)} {translate(least)}")
    return ", ".join(words[:2])


def list_channels(judgement: Judgement) -> list[ChannelFacts]:
    """Return the accounts that make the score, the one with most weight first."""
    accounts = scored(judgement)
    exact = [account.share for account in accounts]
    shares = apportion(exact, sum(exact), 2)
    return [_channel(account, share) for account, share in zip(accounts, shares, strict=True)]


def _channel(account: AccountJudgement, share: float) -> ChannelFacts:
    followers, posts = account.audience.followers, account.window.posts
    judged = account.of("resonance")
    per_post = judged.inputs.get("per_post")
    known = judged.state in KNOWN and isinstance(per_post, int | float)
    return ChannelFacts(
        account=account,
        score=account_text(account),
        weight=percent(share),
        followers="" if followers is None else amount(followers),
        posts="" if posts is None else amount(posts),
        per_post=number(per_post) if known else "",  # type: ignore[arg-type]
        times=times_usual(account),
    )


def times_usual(account: AccountJudgement) -> float | None:
    """Return an account's reactions against the usual ones, None if unknown or withheld."""
    return ratio_of(account.of("resonance"), "reactions")


def describe_gaps(report: Report) -> str:
    """Say how much could not be measured, and what would tell most; "" if nothing."""
    score = report.judgement.score
    lacking = 1.0 - score.measured
    if half_up(100 * lacking) < 1:
        return ""
    ranges = [hint for hint in report.hints if hint.gain is None and hint.low is not None]
    if not ranges or not is_number(score.quality):
        return _("{share} could not be measured.", share=percent(lacking))
    widest = max(ranges, key=lambda hint: (hint.high or 0.0) - (hint.low or 0.0))
    return _(
        "{share} could not be measured, mostly {factor} on {channel} ({low} to {high}).",
        share=percent(lacking),
        factor=factor_title(widest.factor),
        channel=name_channel(widest.account, report.judgement),
        low=signed(widest.low or 0.0),
        high=signed(widest.high or 0.0),
    )


def name_channel(id: str, judgement: Judgement) -> str:
    """Return the short name of an account by its id, of one that isn't scored the full name."""
    account = next((account for account in judgement.accounts if account.id == id), None)
    if account is None:
        return safe(id)
    accounts = scored(judgement)
    return short_name(account, accounts) if account in accounts else account_name(account)
