"""The JSON of `klout explain`, shipped as schema/explain-1.json: one object in pure ASCII.

Keys are only ever added, unknown is null.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from msgspec import to_builtins

from klout_cli.reports.json_report import account_tree, entry_tree
from klout_cli.reports.names import TOOL
from klout_cli.results import AccountJudgement, Entry, Explanation, Formula
from klout_cli.results.displayed import Figure

EXPLANATION = "klout.explanation/1"
FIGURE = "klout.figure/1"
LIST = "klout.explanations/1"
ACCOUNT = "klout.account/1"
FORMULA = "klout.formula/1"


def factor_json(found: Explanation, texts: Mapping[str, str]) -> str:
    """Return what there is to say about one factor.

    `texts` are posts' words by id, where the reader asked for them.
    """
    shown = {
        str(post[0])
        for posts in found.evidence.values()
        if isinstance(posts, tuple)
        for post in posts
    }
    asked = (
        {"texts": {id: text for id, text in texts.items() if text and id in shown}} if texts else {}
    )
    return _written(EXPLANATION, {**to_builtins(found), **asked})


def figure_json(found: Figure) -> str:
    """Return what there is to say about a printed number that is no factor."""
    return _written(FIGURE, to_builtins(found))


def index_json(
    questions: Iterable[tuple[str, str]],
    figures: Iterable[tuple[str, str]],
    landmarks: Iterable[tuple[float, str, str]],
    breakdown: Sequence[Entry] = (),
) -> str:
    """Return the list of what can be explained: (id, question) of factors and of other numbers.

    And where others stood on the scale.
    """
    reached = {entry.id: entry for entry in breakdown}
    factors = [
        {"id": id, "question": question, "points": one and one.points, "state": one and one.state}
        for id, question in questions
        for one in [reached.get(id)]
    ]
    others = [{"id": id, "question": question} for id, question in figures]
    marks = [{"score": score, "who": who, "source": source} for score, who, source in landmarks]
    return _written(LIST, {"factors": factors, "numbers": others, "landmarks": marks})


def account_json(found: AccountJudgement, average: float) -> str:
    """Return one account as a report has it, with what makes its sub-score uncertain (points²).

    Factors add up from the average.
    """
    return _written(
        ACCOUNT,
        {"average": average, "account": {**account_tree(found), "doubts": dict(found.doubts)}},
    )


def formula_json(found: Formula) -> str:
    """Return the whole reckoning: every factor of every account, and what the accounts combine by."""
    scale = {
        "average": found.average,
        "origin": found.origin,
        "slope": found.slope,
        "other_accounts": found.other_accounts,
    }
    accounts = [
        {
            "id": one.id,
            "network": one.network,
            "handle": one.handle,
            "score": one.score,
            "share": one.share,
        }
        for one in found.judgement.accounts
        if one.state == "scored"
    ]
    return _written(
        FORMULA,
        {
            "scale": scale,
            "score": found.judgement.score.value,
            "breakdown": [entry_tree(entry) for entry in found.judgement.breakdown],
            "accounts": accounts,
            "explanations": to_builtins(found.explanations),
        },
    )


def _written(schema: str, tree: Mapping[str, Any]) -> str:
    return json.dumps({"schema": schema, "tool": TOOL, **tree}, indent=2, allow_nan=False) + "\n"
