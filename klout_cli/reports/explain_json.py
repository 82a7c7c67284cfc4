"""The JSON of `klout explain` (schema/explain-1.json)."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from klout_cli.reports.json_report import account_tree, pick, write_json
from klout_cli.results import AccountJudgement, Entry, Explanation, Formula
from klout_cli.results.displayed import Figure
from klout_cli.results.plain import to_builtins
from klout_cli.results.robustness import Robustness

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
    words = {id: text for id, text in texts.items() if text and id in listed}
    asked = {"texts": words} if texts else {}
    return write_json("klout.explanation/1", {**_explanation(explanation), **asked})


def figure_json(figure: Figure) -> str:
    """Return the explanation of a printed number that isn't a factor."""
    return write_json("klout.figure/1", to_builtins(figure))


def index_json(
    questions: Iterable[tuple[str, str]],
    figures: Iterable[tuple[str, str]],
    landmarks: Iterable[tuple[float, str, str]],
    breakdown: Sequence[Entry] = (),
) -> str:
    """Return the index: (id, question) of factors and figures, and the landmarks."""
    reached = {entry.id: pick(entry, "points", "state") for entry in breakdown}
    unknown = {"points": None, "state": None}
    tree = {
        "factors": [
            {"id": id, "question": question, **reached.get(id, unknown)}
            for id, question in questions
        ],
        "numbers": [{"id": id, "question": question} for id, question in figures],
        "landmarks": [
            {"score": score, "who": who, "source": source} for score, who, source in landmarks
        ],
    }
    return write_json("klout.explanations/1", tree)


def account_json(account: AccountJudgement, average: float) -> str:
    """Return one account as in a report, with its sources of variance (points²).

    Factors add up from the average.
    """
    tree = {**account_tree(account), **pick(account, "doubts")}
    return write_json("klout.account/1", {"average": average, "account": tree})


def formula_json(formula: Formula) -> str:
    """Return the full calculation: every account's factors, and how accounts combine."""
    judgement = formula.judgement
    tree = {
        "scale": {
            **pick(formula, "average", "origin", "slope"),
            "other_accounts": formula.next_account,
            **pick(formula, "weights"),
        },
        "score": judgement.score.value,
        **pick(judgement, "breakdown"),
        "accounts": [
            pick(account, "id", "network", "handle", "score", "share")
            for account in judgement.accounts
            if account.state == "scored"
        ],
        "explanations": [*map(_explanation, formula.explanations)],
    }
    return write_json("klout.formula/1", tree)


def robustness_json(found: Robustness) -> str:
    """Return what stays of a score under other methods, with quantiles of the scores."""
    network, handle = found.strongest
    tree = {
        **pick(found, "model", "as_of"),
        "score": found.score.value,
        "methods": len(found.scores),
        **pick(found, "average", "above_average"),
        "strongest": {
            "network": network,
            "handle": handle,
            "of_channels": found.channels,
            "stays_first": found.stays_first,
        },
        "quantiles": [{"share": share, "score": found.quantile(share)} for share in QUANTILES],
        **pick(found, "ranges"),
    }
    return write_json("klout.robustness/1", tree)


def _explanation(explanation: Explanation) -> dict[str, Any]:
    """Return an explanation with all numbers of each account's steps by name."""
    tree: dict[str, Any] = to_builtins(explanation)
    for account, example in zip(tree["accounts"], explanation.accounts, strict=True):
        account["numbers"] = dict(example.numbers)
    return tree
