"""JSON for programs, in pure ASCII so that no console can damage it.

Keys are only ever added, and unknown is null. Those that mean the same have one name everywhere;
`schema/` describes them.
"""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from msgspec import Struct

from klout_cli.reports.names import TOOL
from klout_cli.reports.screens.followers import amounts
from klout_cli.results import (
    AccountJudgement,
    Comparison,
    Judgement,
    Plan,
    Report,
    Side,
    StoredSnapshot,
    Trend,
    Trial,
)
from klout_cli.results.audited import Audit
from klout_cli.results.displayed import Offers
from klout_cli.results.dossier import Dossier
from klout_cli.results.followers import FollowerChange
from klout_cli.results.plain import to_builtins

SCHEMA = "klout.report/1"
AXIS = ("axis", "side", "part", "of", "what")


def to_json(tree: Mapping[str, Any]) -> str:
    """Return a tree as indented JSON with a line feed at its end.

    Raises ValueError for a number that isn't finite, which would be a bug.
    """
    return json.dumps(tree, indent=2, allow_nan=False) + "\n"


def write_json(schema: str, tree: Mapping[str, Any]) -> str:
    """Return a tree as JSON with its schema and the program that made it."""
    return to_json({"schema": schema, "tool": TOOL, **tree})


def pick(value: Struct, *names: str) -> dict[str, Any]:
    """Return fields and properties of a struct, in the order of the names."""
    return {name: to_builtins(getattr(value, name)) for name in names}


class JsonReport:
    """Schema `klout.report/1`, and those of the results that are made of the same parts."""

    def score(self, report: Report) -> str:
        """Return the report as one JSON object."""
        return write_json(SCHEMA, _report(report))

    def dossier(self, dossier: Dossier) -> str:
        """Return the report's score, and what it got over time; explanations are for people."""
        over_time = {
            "activity": to_builtins(dossier.activity),
            "trend": dossier.trend and _trend(dossier.trend)["moments"],
            "change": dossier.change and {"tool": TOOL, **_comparison(dossier.change)},
        }
        return write_json(SCHEMA, _report(dossier.report) | over_time)

    def comparison(self, comparison: Comparison) -> str:
        """Return the change between two dates."""
        return write_json("klout.comparison/1", _comparison(comparison))

    def trend(self, trend: Trend) -> str:
        """Return a score on many dates."""
        return write_json("klout.trend/1", _trend(trend))

    def history(self, stored: Sequence[StoredSnapshot]) -> str:
        """Return stored snapshots."""
        return write_json("klout.history/1", {"snapshots": to_builtins(stored)})

    def trial(self, trial: Trial) -> str:
        """Return both judgements of a what-if."""
        tree = {
            **pick(trial, "model"),
            "person": {"name": trial.person, "redacted": False},
            **pick(trial, "as_of", "changes"),
            "before": _judgement(trial.before),
            "after": _judgement(trial.after),
            "change": trial.after.score.value - trial.before.score.value,
            **pick(trial, "reasons"),
        }
        return write_json("klout.trial/1", tree)

    def plan(self, plan: Plan) -> str:
        """Return a plan to a goal."""
        return write_json("klout.plan/1", to_builtins(plan))


def perks_json(offers: Offers) -> str:
    """Return perks; the keys are the struct's, the score is its number and quality alone."""
    tree = {**to_builtins(offers), **pick(offers.score, "quality"), "score": offers.score.value}
    return to_json({"schema": "klout.perks/1", **tree})


def audit_json(audit: Audit) -> str:
    """Return the results of all checks."""
    tree = {
        **pick(audit, "model"),
        "person": person_tree(audit),
        **pick(audit, "as_of", "accounts", "checks"),
        "ledger": [
            pick(row, "file", "read", "used", "skipped", "reasons", "notes", "columns")
            for row in audit.ledger
        ],
        **pick(audit, "warnings", "counts"),
    }
    return write_json("klout.audit/1", tree)


def person_tree(result: Report | Comparison | Trend | Audit) -> dict[str, Any]:
    """Return whose result it is, as in every JSON output."""
    return {"name": result.person, "redacted": result.redacted}


def account_tree(account: AccountJudgement) -> dict[str, Any]:
    """Return an account, as in every JSON output."""
    window = account.window
    return {
        **pick(account, "id", "network", "handle", "state"),
        **pick(account, "quality", "score", "share", "exported_at"),
        "window": {"from": window.first, "to": window.last, "posts": window.posts},
        **pick(account, "audience"),
        "factors": [
            pick(judged, "id", "state", "z", "points", "inputs", "reason")
            for judged in account.factors
        ],
        **pick(account, "reason"),
    }


def _report(report: Report) -> dict[str, Any]:
    return {
        **pick(report, "model"),
        "person": person_tree(report),
        **pick(report, "as_of"),
        **_judgement(report.judgement),
        **pick(report, "on_topic"),
        "display": _display_json(report),
        **pick(report, "hints", "together"),
        "ledger": [
            pick(row, "file", "read", "used", "skipped", "reasons", "notes")
            for row in report.ledger
        ],
        **pick(report, "warnings"),
    }


def _display_json(report: Report) -> dict[str, Any]:
    """Return what is displayed but never scored; null if unknown."""
    facts = {id: to_builtins(report.trait(id)) for id in ("steadiness", "outreach", "style")}
    outreach, style = facts["outreach"], facts["style"]
    return {
        "steadiness": facts["steadiness"],
        "outreach": outreach and {**outreach, "kinds": dict(outreach["kinds"])},
        "style": style and style["style"],
        "style_axes": [dict(zip(AXIS, row, strict=True)) for row in style["axes"]] if style else [],
    }


def _judgement(judgement: Judgement) -> dict[str, Any]:
    accounts = [account_tree(account) for account in judgement.accounts]
    return {**pick(judgement, "score", "breakdown"), "accounts": accounts}


def _comparison(comparison: Comparison) -> dict[str, Any]:
    changes, named = comparison.followers, comparison.with_names
    return {
        **pick(comparison, "model"),
        "person": person_tree(comparison),
        "from": _side(comparison.older),
        "to": _side(comparison.newer),
        **pick(comparison, "change", "noise", "within_noise", "parts", "notes", "followed"),
        "followers": [_follower_change(change, with_names=named) for change in changes],
    }


def _side(side: Side) -> dict[str, Any]:
    return {**pick(side, "as_of"), **pick(side.judgement, "score"), **pick(side, "published")}


def _follower_change(change: FollowerChange, *, with_names: bool) -> dict[str, Any]:
    people = pick(change, "came", "left", "back")
    named = {key: [*filter(None, names)] for key, names in people.items()}
    return {
        **pick(change, "network"),
        "handle": change.handle or None,
        **pick(change, "before", "after"),
        **amounts(change),
        **({"names": named} if with_names else {}),
    }


def _trend(trend: Trend) -> dict[str, Any]:
    moments = [
        {"period": moment.period or None, **pick(moment, "as_of", "score", "breakdown")}
        for moment in trend.moments
    ]
    return {
        **pick(trend, "model"),
        "person": person_tree(trend),
        "moments": moments,
        **pick(trend, "notes"),
    }
