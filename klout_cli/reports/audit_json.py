"""The audit as JSON."""

from klout_cli.reports.json_output import to_json
from klout_cli.reports.names import TOOL
from klout_cli.results.audited import Audit
from klout_cli.results.plain import to_builtins

SCHEMA = "klout.audit/1"


def audit_json(audit: Audit) -> str:
    """Return the audit as JSON (schema `klout.audit/1`), pure ASCII."""
    tree = to_builtins(audit)
    tree.pop("redacted")
    ledger = [
        {name: value for name, value in row.items() if name != "examples"} for row in tree["ledger"]
    ]
    shaped = {
        "person": {"name": audit.person, "redacted": audit.redacted},
        "counts": dict(audit.counts),
        "ledger": ledger,
    }
    return to_json({"schema": SCHEMA, "tool": TOOL, **tree, **shaped})
