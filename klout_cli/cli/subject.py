"""Whom a command is about: the person in the exports that are given, else the latest snapshot of the history."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from msgspec.structs import replace

from klout_cli.cli import settings
from klout_cli.files.progress import NO_PROGRESS, Progress
from klout_cli.person.choice import Choice, wanted
from klout_cli.results import Snapshot, Taken
from klout_cli.scoring import model as models
from klout_cli.scoring.model import Model

if TYPE_CHECKING:
    from klout_cli.importers.read import Found
    from klout_cli.person.rows import Export
    from klout_cli.pipeline.measuring import Request


class Subject(Struct, frozen=True):
    """A person as measured, the model to judge by, and what was asked for and read if it was read now."""

    taken: Taken
    model: Model
    found: "Found | None" = None
    request: "Request | None" = None

    @property
    def snapshot(self) -> Snapshot:
        """The measurements."""
        return self.taken.snapshot

    @property
    def exports(self) -> "Sequence[Export]":
        """What was read now; nothing where the history was asked."""
        return self.found.exports if self.found else ()

    @property
    def redacted(self) -> "Subject":
        """The same person without a name, and nothing of what was read."""
        from klout_cli.reports.redact import nameless, ordinals

        return Subject(nameless(self.taken, ordinals((self.snapshot,))), self.model)


def subject(
    paths: Sequence[Path], *, history: Path | None = None, progress: Progress = NO_PROGRESS, model: str | None = None, as_of: str | None = None,
    person: str = "", only: Sequence[str] | None = None, without: Sequence[str] | None = None, **reading: Any,
) -> Subject:  # fmt: skip
    """Read the exports as `request.build` is told, or recall the latest snapshot where none are given; raises as either does."""
    if not paths:
        from klout_cli.cli.recall import recalled

        chosen = models.load(model or settings.load(()).model or models.STANDARD)
        (kept,) = recalled([as_of or "latest"], person, history)
        snapshot = kept.snapshot
        choice = Choice(only or (), without or ())
        if only or without:
            snapshot = replace(
                snapshot,
                measured=wanted(snapshot.measured, choice),
                on_topic=wanted(snapshot.on_topic, choice),
            )
        return Subject(Taken(snapshot), chosen)
    from klout_cli.cli.request import build
    from klout_cli.pipeline import measuring

    request = build(
        paths,
        model=model,
        as_of=as_of,
        person=person,
        only=only,
        without=without,
        progress=progress,
        **reading,
    )
    found = measuring.exports_of(request)
    return Subject(measuring.seen_on(request, found), request.model, found, request)
