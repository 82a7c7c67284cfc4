"""The JSON of `klout explain` (schema/explain-1.json), pure ASCII.

Keys are only ever added, unknown is null.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from klout_cli.reports.json_output import to_json
from klout_cli.reports.json_report import account_tree, entry_tree
from klout_cli.reports.names import TOOL
from klout_cli.results import AccountJudgement, Entry, Explanation, Formula
from klout_cli.results.displayed import Figure
from klout_cli.results.plain import to_builtins
from klout_cli.results.robustness import Robustness

EXPLANATION = "klout.explanation/1"
FIGURE = "klout.figure/1"
LIST = "klout.explanations/1"
ACCOUNT = "klout.account/1"
FORMULA = "klout.formula/1"
ROBUSTNESS = "klout.robustness/1"
QUANTILES = (0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99)


def factor_json(explanation: Explanation, texts: Mapping[str, str]) -> str:
    """Return the explanation of one factor.

    `texts` are posts' words by id, if the reader asked for them.
    """
    listed = {
        str(post[0])
        for posts in explanation.evidence.values()
        if isinstance(posts, tuple)
        for post in posts
    }
    asked = (
        {"texts": {id: text for id, text in texts.items() if text and id in listed}}
        if texts
        else {}
    )
    return _with_schema(EXPLANATION, {**_explanation_tree(explanation), **asked})


def figure_json(figure: Figure) -> str:
    """Return the explanation of a printed number that isn't a factor."""
    return _with_schema(FIGURE, to_builtins(figure))


def index_json(
    questions: Iterable[tuple[str, str]],
    figures: Iterable[tuple[str, str]],
    landmarks: Iterable[tuple[float, str, str]],
    breakdown: Sequence[Entry] = (),
) -> str:
    """Return the index: (id, question) of factors and figures, and the landmarks."""
    reached = {entry.id: entry for entry in breakdown}
    factors = [
        {
            "id": id,
            "question": question,
            "points": entry and entry.points,
            "state": entry and entry.state,
        }
        for id, question in questions
        for entry in [reached.get(id)]
    ]
    others = [{"id": id, "question": question} for id, question in figures]
    marks = [{"score": score, "who": who, "source": source} for score, who, source in landmarks]
    return _with_schema(LIST, {"factors": factors, "numbers": others, "landmarks": marks})


def account_json(account: AccountJudgement, average: float) -> str:
    """Return one account as in a report, with its sources of variance (points²).

    Factors add up from the average.
    """
    return _with_schema(
        ACCOUNT,
        {"average": average, "account": {**account_tree(account), "doubts": dict(account.doubts)}},
    )


def formula_json(formula: Formula) -> str:
    """Return the full calculation: every account's factors, and how accounts combine."""
    scale = {
        "average": formula.average,
        "origin": formula.origin,
        "slope": formula.slope,
        "other_accounts": formula.next_account,
        "weights": dict(formula.weights),
    }
    accounts = [
        {
            "id": account.id,
            "network": account.network,
            "handle": account.handle,
            "score": account.score,
            "share": account.share,
        }
        for account in formula.judgement.accounts
        if account.state == "scored"
    ]
    return _with_schema(
        FORMULA,
        {
            "scale": scale,
            "score": formula.judgement.score.value,
            "breakdown": [entry_tree(entry) for entry in formula.judgement.breakdown],
            "accounts": accounts,
            "explanations": [*map(_explanation_tree, formula.explanations)],
        },
    )


def robustness_json(found: Robustness) -> str:
    """Return what stays of a score under other methods, with quantiles of the scores."""
    network, handle = found.strongest
    return _with_schema(
        ROBUSTNESS,
        {
            "model": to_builtins(found.model),
            "as_of": found.as_of,
            "score": found.score.value,
            "methods": len(found.scores),
            "average": found.average,
            "above_average": found.above_average,
            "strongest": {
                "network": network,
                "handle": handle,
                "of_channels": found.channels,
                "stays_first": found.stays_first,
            },
            "quantiles": [{"share": share, "score": found.quantile(share)} for share in QUANTILES],
            "ranges": to_builtins(found.ranges),
        },
    )


def _explanation_tree(explanation: Explanation) -> dict[str, Any]:
    """Return an explanation with all numbers of each account's steps by name."""
    tree: dict[str, Any] = to_builtins(explanation)
    for account, example in zip(tree["accounts"], explanation.accounts, strict=True):
        account["numbers"] = dict(example.numbers)
    return tree


def _with_schema(schema: str, tree: Mapping[str, Any]) -> str:
    return to_json({"schema": schema, "tool": TOOL, **tree})
