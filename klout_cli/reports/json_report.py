"""Numbers for programs: the JSON of interface §3, in pure ASCII so that no console can damage it (reliability T1, T2, L1)."""

import json
from collections.abc import Sequence
from typing import Any

from msgspec import to_builtins

from klout_cli import __version__
from klout_cli.results import AccountJudgement, Entry, FactorJudgement, Kept, LedgerRow, Report

SCHEMA = "klout.report/1"
HISTORY = "klout.history/1"
TOOL = {"name": "klout-cli", "version": __version__}


class JsonReport:
    """Schema `klout.report/1`, shipped as schema/report-1.json: keys are only ever added, unknown is null."""

    def score(self, report: Report) -> str:
        """Return the report as one JSON object; a number that is not finite would be a fault of ours and raises ValueError."""
        return json.dumps(_report(report), indent=2, allow_nan=False) + "\n"

    def history(self, kept: Sequence[Kept]) -> str:
        """Return snapshots as they are kept, schema `klout.history/1`."""
        return json.dumps({"schema": HISTORY, "tool": TOOL, "snapshots": to_builtins(kept)}, indent=2, allow_nan=False) + "\n"


def _report(report: Report) -> dict[str, Any]:
    judgement, model, steadiness = report.judgement, report.model, report.trait("steadiness")
    score = judgement.score
    return {
        "schema": SCHEMA,
        "tool": TOOL,
        "model": {"name": model.name, "version": model.version, "fingerprint": model.fingerprint, "standard": model.standard},
        "person": {"name": report.person, "redacted": False},
        "as_of": report.as_of,
        "score": {
            "value": score.value,
            "low": score.low,
            "high": score.high,
            "measured": score.measured,
            "percentile": score.percentile,
        },
        "breakdown": [_entry(entry) for entry in judgement.breakdown],
        "accounts": [_account(account) for account in judgement.accounts],
        "on_topic": report.on_topic and {"score": report.on_topic.score, "difference": report.on_topic.difference},
        "display": {
            "steadiness": steadiness and dict(steadiness),
            "outreach": None,
            "style": None,
        },
        "hints": [],
        "ledger": [_ledger(row) for row in report.ledger],
        "warnings": list(report.warnings),
    }


def _entry(entry: Entry) -> dict[str, Any]:
    state = {} if entry.state is None else {"state": entry.state}
    return {"id": entry.id, "points": entry.points, **state}


def _account(account: AccountJudgement) -> dict[str, Any]:
    window, audience = account.window, account.audience
    return {
        "id": account.id,
        "network": account.network,
        "handle": account.handle,
        "state": account.state,
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
