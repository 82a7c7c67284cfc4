"""One plain reason for each line of the breakdown, from what was counted."""

from collections.abc import Callable, Mapping, Sequence

from klout_cli.reports.figures import account_label, number, times
from klout_cli.reports.numbers import percent
from klout_cli.results import AccountJudgement, FactorJudgement, Judgement
from klout_cli.translation import gettext as _
from klout_cli.translation import ngettext

Known = Sequence[tuple[AccountJudgement, FactorJudgement]]


def scored(judgement: Judgement) -> list[AccountJudgement]:
    """Return the accounts that make the score, the one with most weight first."""
    accounts = [account for account in judgement.accounts if account.state == "scored"]
    return sorted(accounts, key=lambda account: -account.share)


def account_labels(judgement: Judgement) -> dict[str, str]:
    """Return the display names of the accounts that make the score, by id."""
    accounts = scored(judgement)
    return {account.id: account_label(account, accounts) for account in accounts}


def give_reason(factor: str, judgement: Judgement) -> str:
    """Return why a factor has its points, "" where nothing was counted or counts are withheld."""
    accounts = scored(judgement)
    if factor == "channels":
        return ngettext("one account", "{n} accounts reach more people than one", len(accounts))
    known = [
        (account, judged)
        for account in accounts
        for judged in account.factors
        if judged.id == factor and judged.state in ("measured", "inferred")
    ]
    word = _REASONS.get(factor)
    return word(known, accounts) if word and known else ""


def times_usual(account: AccountJudgement, factor: str = "resonance") -> float | None:
    """Return received against expected of one account, None if either is unknown or withheld."""
    judged = next((judged for judged in account.factors if judged.id == factor), None)
    if judged is None or judged.state != "measured":
        return None
    received, expected = (judged.inputs.get(name) for name in (_RECEIVED[factor], "expected"))
    if not isinstance(received, int | float) or not isinstance(expected, int | float):
        return None
    return received / expected if expected else None


_RECEIVED = {"resonance": "reactions", "amplification": "carried", "breadth": "responders"}


def _audience(known: Known, accounts: Sequence[AccountJudgement]) -> str:
    followers = [value for _account, value in _values(known, "followers")]
    return ngettext(
        "{total} followers and readers on one account",
        "{total} followers and readers on {n} accounts",
        len(followers),
        total=number(sum(followers)),
    )


def _best_and_worst(
    values: Sequence[tuple[AccountJudgement, float]],
    accounts: Sequence[AccountJudgement],
    show: Callable[[float], str],
) -> str:
    """Return the highest and the lowest value with their accounts: "X 5.5×, Instagram 0.8×"."""
    ordered = sorted(values, key=lambda pair: -pair[1])
    ends = ordered if len(ordered) < 2 else (ordered[0], ordered[-1])
    return ", ".join(f"{account_label(one, accounts)} {show(value)}" for one, value in ends)


def _ratios(known: Known, factor: str) -> list[tuple[AccountJudgement, float]]:
    pairs = ((account, times_usual(account, factor)) for account, _judged in known)
    return [(account, ratio) for account, ratio in pairs if ratio is not None]


def _resonance(known: Known, accounts: Sequence[AccountJudgement]) -> str:
    ends = _best_and_worst(_ratios(known, "resonance"), accounts, times)
    return ends and _("{accounts} the usual reactions", accounts=ends)


def _amplification(known: Known, accounts: Sequence[AccountJudgement]) -> str:
    ends = _best_and_worst(_ratios(known, "amplification"), accounts, times)
    return ends and _("{accounts} the usual comments and shares", accounts=ends)


def _breadth(known: Known, accounts: Sequence[AccountJudgement]) -> str:
    counts = [value for _account, value in _values(known, "responders")]
    ends = _best_and_worst(_ratios(known, "breadth"), accounts, times)
    return ends and _(
        "{people} different people responded ({accounts} the usual)",
        people=number(sum(counts)),
        accounts=ends,
    )


def _endorsement(known: Known, accounts: Sequence[AccountJudgement]) -> str:
    counted = [
        (account, judged, float(count))
        for account, judged in known
        if isinstance(count := judged.inputs.get("vouchers"), int | float) and count
    ]
    counted.sort(key=lambda row: -row[2])
    return ", ".join(
        _vouched(account_label(account, accounts), judged.inputs)
        for account, judged, _people in counted[:2]
    )


def _vouched(label: str, inputs: Mapping[str, object]) -> str:
    count = inputs["vouchers"]
    people = int(count) if isinstance(count, int | float) else 0
    if inputs.get("metric") == "lists":
        return ngettext("{label} on one list", "{label} on {n} lists", people, label=label)
    if inputs.get("metric") == "linkbacks":
        return ngettext(
            "{label} one link from another site",
            "{label} {n} links from other sites",
            people,
            label=label,
        )
    return ngettext("{label} one endorsement", "{label} {n} endorsements", people, label=label)


def _network(known: Known, accounts: Sequence[AccountJudgement]) -> str:
    standings = [
        (account, judged)
        for account, judged in known
        if all(isinstance(judged.inputs.get(name), int | float) for name in ("known", "contacts"))
    ]
    if not standings:
        return ""
    account, judged = max(standings, key=lambda pair: pair[1].points * pair[0].share)
    return _(
        "reach of your contacts ({label}, {known} of {contacts} known)",
        label=account_label(account, accounts),
        known=judged.inputs["known"],
        contacts=judged.inputs["contacts"],
    )


def _reciprocity(known: Known, accounts: Sequence[AccountJudgement]) -> str:
    shares = _values(known, "give_and_take")
    ends = _best_and_worst(shares, accounts, percent)
    return ends and _("{accounts} goes both ways", accounts=ends)


def _substance(known: Known, accounts: Sequence[AccountJudgement]) -> str:
    ends = _best_and_worst(_values(known, "share_of_posts"), accounts, percent)
    return ends and _("{accounts} of the posts are on your topics", accounts=ends)


def _values(known: Known, name: str) -> list[tuple[AccountJudgement, float]]:
    return [
        (account, float(value))
        for account, judged in known
        if isinstance(value := judged.inputs.get(name), int | float)
    ]


_REASONS: Mapping[str, Callable[[Known, Sequence[AccountJudgement]], str]] = {
    "audience": _audience,
    "resonance": _resonance,
    "amplification": _amplification,
    "breadth": _breadth,
    "endorsement": _endorsement,
    "network": _network,
    "reciprocity": _reciprocity,
    "substance": _substance,
}
