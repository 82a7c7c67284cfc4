"""JSON for programs, in pure ASCII so that no console can damage it."""

from collections.abc import Sequence
from typing import Any

from klout_cli.reports.json_output import to_json
from klout_cli.reports.names import TOOL
from klout_cli.reports.screens.followers import amounts
from klout_cli.results import (
    AccountJudgement,
    Comparison,
    Entry,
    FactorJudgement,
    Judgement,
    LedgerRow,
    Plan,
    Report,
    Side,
    StoredSnapshot,
    Trend,
    Trial,
)
from klout_cli.results.dossier import Dossier
from klout_cli.results.followers import FollowerChange
from klout_cli.results.plain import to_builtins

SCHEMA = "klout.report/1"
HISTORY = "klout.history/1"
COMPARISON = "klout.comparison/1"
TREND = "klout.trend/1"
TRIAL = "klout.trial/1"
PLAN = "klout.plan/1"


class JsonReport:
    """Schema `klout.report/1`; keys are only ever added, unknown is null."""

    def score(self, report: Report) -> str:
        """Return the report as one JSON object.

        Raises ValueError for a number that isn't finite, which would be a bug.
        """
        return to_json(_report(report))

    def history(self, stored: Sequence[StoredSnapshot]) -> str:
        """Return stored snapshots, schema `klout.history/1`."""
        return to_json({"schema": HISTORY, "tool": TOOL, "snapshots": to_builtins(stored)})

    def trial(self, trial: Trial) -> str:
        """Return both judgements of a what-if, schema `klout.trial/1`.

        Their parts are those of a report.
        """
        return to_json(
            {
                "schema": TRIAL,
                "tool": TOOL,
                "model": to_builtins(trial.model),
                "person": {"name": trial.person, "redacted": False},
                "as_of": trial.as_of,
                "changes": trial.changes,
                "before": _judged(trial.before),
                "after": _judged(trial.after),
                "change": trial.after.score.value - trial.before.score.value,
                "reasons": trial.reasons,
            }
        )

    def plan(self, plan: Plan) -> str:
        """Return a plan to a goal, schema `klout.plan/1`."""
        return to_json({"schema": PLAN, "tool": TOOL, **to_builtins(plan)})

    def dossier(self, dossier: Dossier) -> str:
        """Return the report's score, and what it got over time; explanations are for people."""
        over_time = {
            "activity": to_builtins(dossier.activity),
            "trend": dossier.trend and _trend(dossier.trend)["moments"],
            "change": dossier.change and _comparison(dossier.change),
        }
        return to_json(_report(dossier.report) | over_time)

    def comparison(self, comparison: Comparison) -> str:
        """Return the change between two dates, schema `klout.comparison/1`."""
        return to_json({"schema": COMPARISON, **_comparison(comparison)})

    def trend(self, trend: Trend) -> str:
        """Return a score on many dates, schema `klout.trend/1`."""
        return to_json({"schema": TREND, **_trend(trend)})


def _comparison(comparison: Comparison) -> dict[str, Any]:
    return {
        "tool": TOOL,
        "model": to_builtins(comparison.model),
        "person": {"name": comparison.person, "redacted": comparison.redacted},
        "from": _side(comparison.older),
        "to": _side(comparison.newer),
        "change": comparison.change,
        "noise": comparison.noise,
        "within_noise": comparison.within_noise,
        "parts": to_builtins(comparison.parts),
        "notes": list(comparison.notes),
        "followed": to_builtins(comparison.followed),
        "followers": [
            _follower_change(change, with_names=comparison.with_names)
            for change in comparison.followers
        ],
    }


def _follower_change(change: FollowerChange, *, with_names: bool) -> dict[str, Any]:
    people = {"came": change.came, "left": change.left, "back": change.back}
    named = {key: [*filter(None, names)] for key, names in people.items()}
    return {
        "network": change.network,
        "handle": change.handle or None,
        "before": change.before,
        "after": change.after,
        **amounts(change),
        **({"names": named} if with_names else {}),
    }


def _side(side: Side) -> dict[str, Any]:
    return {
        "as_of": side.as_of,
        "score": to_builtins(side.judgement.score),
        "published": to_builtins(side.published),
    }


def _trend(trend: Trend) -> dict[str, Any]:
    moments = [
        {
            "period": moment.period or None,
            "as_of": moment.as_of,
            "score": to_builtins(moment.score),
            "breakdown": [entry_tree(entry) for entry in moment.breakdown],
        }
        for moment in trend.moments
    ]
    person = {"name": trend.person, "redacted": trend.redacted}
    return {
        "tool": TOOL,
        "model": to_builtins(trend.model),
        "person": person,
        "moments": moments,
        "notes": list(trend.notes),
    }


def _report(report: Report) -> dict[str, Any]:
    model = report.model
    return {
        "schema": SCHEMA,
        "tool": TOOL,
        "model": {
            "name": model.name,
            "version": model.version,
            "fingerprint": model.fingerprint,
            "standard": model.standard,
        },
        "person": {"name": report.person, "redacted": report.redacted},
        "as_of": report.as_of,
        **_judged(report.judgement),
        "on_topic": report.on_topic
        and {"score": report.on_topic.score, "difference": report.on_topic.difference},
        "display": _display(report),
        "hints": to_builtins(report.hints),
        "together": report.together,
        "ledger": [_ledger(row) for row in report.ledger],
        "warnings": list(report.warnings),
    }


def _display(report: Report) -> dict[str, Any]:
    """Return what is displayed but never scored; null if unknown."""
    steadiness, outreach, style = (report.trait(id) for id in ("steadiness", "outreach", "style"))
    axes = to_builtins(style["axes"]) if style else []
    return {
        "steadiness": steadiness and dict(steadiness),
        "outreach": outreach and {**outreach, "kinds": dict(to_builtins(outreach["kinds"]))},
        "style": style and style["style"],
        "style_axes": [
            dict(zip(("axis", "side", "part", "of", "what"), axis, strict=True)) for axis in axes
        ],
    }


def _judged(judgement: Judgement) -> dict[str, Any]:
    score = judgement.score
    return {
        "score": {
            "value": score.value,
            "low": score.low,
            "high": score.high,
            "measured": score.measured,
            "percentile": score.percentile,
            "quality": score.quality,
        },
        "breakdown": [entry_tree(entry) for entry in judgement.breakdown],
        "accounts": [account_tree(account) for account in judgement.accounts],
    }


def entry_tree(entry: Entry) -> dict[str, Any]:
    """Return a line of the breakdown, as in every JSON output."""
    state = {} if entry.state is None else {"state": entry.state}
    return {"id": entry.id, "points": entry.points, **state}


def account_tree(account: AccountJudgement) -> dict[str, Any]:
    """Return an account, as in every JSON output."""
    window, audience = account.window, account.audience
    return {
        "id": account.id,
        "network": account.network,
        "handle": account.handle,
        "state": account.state,
        "quality": account.quality,
        "score": account.score,
        "share": account.share,
        "exported_at": account.exported_at,
        "window": {"from": window.first, "to": window.last, "posts": window.posts},
        "audience": {
            "followers": audience.followers,
            "following": audience.following,
            "effective": audience.effective,
            "quality": audience.quality,
        },
        "factors": [_factor(factor) for factor in account.factors],
        "reason": account.reason,
    }


def _factor(factor: FactorJudgement) -> dict[str, Any]:
    return {
        "id": factor.id,
        "state": factor.state,
        "z": factor.z,
        "points": factor.points,
        "inputs": dict(factor.inputs),
        "reason": factor.reason,
    }


def _ledger(row: LedgerRow) -> dict[str, Any]:
    return {
        "file": row.file,
        "read": row.read,
        "used": row.used,
        "skipped": row.skipped,
        "reasons": dict(row.reasons),
        "notes": dict(row.notes),
    }
