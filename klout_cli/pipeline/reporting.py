"""What a whole report holds, for the person's own eyes or for others'."""

from collections.abc import Sequence

from klout_cli.errors import UsageError
from klout_cli.factors import FACTORS
from klout_cli.person.profile import day_of
from klout_cli.pipeline.advising import audit
from klout_cli.pipeline.explaining import explain, explained
from klout_cli.pipeline.judging import judged
from klout_cli.reports import redact
from klout_cli.results import (
    Report,
    Taken,
)
from klout_cli.results.audited import Audit
from klout_cli.results.dossier import Dossier, Shown
from klout_cli.scoring.model import Model
from klout_cli.scoring.topics import subjects as topic_by_topic


def dossier(taken: Taken, model: Model) -> Dossier:
    """Return a report with every factor explained and the audit; raises as `judged` does."""
    report = judged(taken, model)
    explanations = tuple(
        explained(taken.snapshot, model, report.judgement, factor.id) for factor in FACTORS
    )
    topics = topic_by_topic(taken.snapshot.measured, report.judgement, model)
    return Dossier(report, explanations, audit(taken, model), topics=topics)


def redacted_dossier(taken: Taken, model: Model) -> Dossier:
    """Return the same with numbers and categories alone (reliability P1 to P4)."""
    seen = redact.nameless(taken, redact.ordinals((taken.snapshot,)))
    explanations = (explain(seen.snapshot, model, factor.id) for factor in FACTORS)
    return Dossier(
        redacted(taken, model),
        tuple(map(redact.redacted_explanation, explanations)),
        redacted_audit(taken, model),
    )


def redacted_audit(taken: Taken, model: Model) -> Audit:
    """Ask every check, and answer for others' eyes; links between accounts are followed before."""
    return redact.redacted_audit(audit(taken, model), redact.ordinals((taken.snapshot,)))


def redacted(taken: Taken, model: Model) -> Report:
    """Judge a snapshot for others' eyes; raises as `judged` does."""
    return redact.redacted(
        judged(redact.nameless(taken, redact.ordinals((taken.snapshot,))), model)
    )


def shown(exports: "Sequence[Export]", ids: Sequence[str]) -> tuple[Shown, ...]:
    """Return own public posts as the person chose them.

    Raises UsageError for an id that is no such post's.
    """
    own = {
        post.key: (post, export.network)
        for export in exports
        for post in export.posts
        if post.public and post.kind == "original"
    }
    if unknown := [id for id in ids if id not in own]:
        raise UsageError(
            "none of the own public posts has this id",
            ", ".join(unknown),
            "klout explain resonance lists ids of posts",
        )
    chosen = ((id, *own[id]) for id in ids)
    return tuple(
        Shown(id, network, day_of(post.at).isoformat(), post.text, post.url, post.reactions)
        for id, post, network in chosen
    )


TYPE_CHECKING = False
if TYPE_CHECKING:
    from klout_cli.person.rows import Export
