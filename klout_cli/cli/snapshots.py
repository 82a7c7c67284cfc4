"""The snapshots a command uses: measured from exports, or from the history."""

import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import typer
from msgspec import Struct
from msgspec.structs import replace

from klout_cli.cli import settings
from klout_cli.cli.options import read_flags, read_options
from klout_cli.errors import InputError, UsageError
from klout_cli.history.selection import group_people, select_snapshot
from klout_cli.history.store import History, NoPlaceError
from klout_cli.results import SnapshotWithLedger, StoredSnapshot
from klout_cli.translation import gettext_noop as N_

if TYPE_CHECKING:
    from klout_cli.importers.read import ExportSet
    from klout_cli.pipeline import Options
    from klout_cli.scoring.model import Model

FILE = "history.sqlite3"


class CommandInputs(Struct, frozen=True):
    """A measured person and the model to judge by; exports and options if read now."""

    person: SnapshotWithLedger
    model: "Model"
    exports: "ExportSet | None" = None
    options: "Options | None" = None


def measure_or_recall(context: typer.Context, paths: Sequence[Path] | None) -> CommandInputs:
    """Measure exports by a command's options, or use the latest snapshot without any.

    Raises the errors of `read_options` and `measure_exports`, or of `find_snapshots`.
    """
    if not paths:
        return _recall_person(context)

    return measure_person(read_options(context, paths))


def measure_person(options: "Options") -> CommandInputs:
    """Measure the person in exports; raises the same errors as `measure_exports`."""
    from klout_cli import pipeline

    exports = pipeline.read_exports(options)
    person = pipeline.measure_person(exports, options)
    return CommandInputs(person, options.model, exports, options)


def _recall_person(context: typer.Context) -> CommandInputs:
    """Return the snapshot of --as-of, else the latest, with the selected accounts."""
    from klout_cli.person.choice import Choice, wanted
    from klout_cli.scoring import model as models

    flags = read_flags(context)
    model = models.load(flags.model or settings.load(()).model or models.STANDARD)
    file = read_history_flag(context)
    (stored,) = find_snapshots([flags.as_of or "latest"], flags.person, file)
    snapshot = stored.snapshot
    if flags.only or flags.without:
        choice = Choice(flags.only, flags.without)
        snapshot = replace(
            snapshot,
            measured=wanted(snapshot.measured, choice),
            on_topic=wanted(snapshot.on_topic, choice),
        )
    return CommandInputs(SnapshotWithLedger(snapshot), model)


def read_history_flag(context: typer.Context) -> Path | None:
    """Return the file of --history or KLOUT_HISTORY; None for the usual place."""
    file: str | None = context.params["history"]
    return Path(file) if file else None


def find_snapshots(names: Sequence[str], person: str, file: Path | None) -> list[StoredSnapshot]:
    """Return snapshots by date, id (of any person), `latest` or `previous`.

    Raises the errors of `read_snapshots` and `select_snapshot`.
    """
    stored = read_snapshots(person, file) if names else []
    return [
        select_snapshot(stored if name.isdecimal() else _require_one(stored), name)
        for name in names
    ]


def read_one_person(person: str, file: Path | None) -> list[StoredSnapshot]:
    """Return one person's snapshots by date.

    Raises the errors of `read_snapshots`, and UsageError if there are several people and none was
    chosen.
    """
    return _require_one(read_snapshots(person, file))


def _require_one(stored: list[StoredSnapshot]) -> list[StoredSnapshot]:
    several = sorted(snapshots[-1].person for snapshots in group_people(stored))
    if len(several) > 1:
        raise UsageError(
            N_("Scores of several people are saved."),
            ", ".join(several),
            N_("choose one with --person"),
        )
    return stored


def read_snapshots(person: str, file: Path | None) -> list[StoredSnapshot]:
    """Return all snapshots, or the named person's, by date.

    Raises InputError if there are none.
    """
    stored = open_history(file).all(person)
    if person and not stored:
        raise InputError(
            N_("No score of this person is saved."), person, N_("klout history list shows who is")
        )
    return stored


def open_history(file: Path | None, exports: Sequence[Path] = ()) -> History:
    """Return the history of the flag, the settings, or in the user's data folder.

    Raises NoPlaceError if there is no place for it.
    """
    path = settings.load(exports).history.path
    return History(file or (Path(path).expanduser() if path else data_folder(os.environ) / FILE))


def data_folder(environ: Mapping[str, str]) -> Path:
    """Return the user's data folder, which KLOUT_HOME can move."""
    if home := environ.get("KLOUT_HOME"):
        return Path(home)
    from platformdirs import user_data_path

    # without a home; older platformdirs then leave the "~" unchanged
    with suppress(RuntimeError):
        folder = user_data_path("klout")
        if folder.is_absolute():
            return folder
    raise NoPlaceError(
        N_("There is no home folder."), "", N_("choose a place with KLOUT_HOME or --history FILE")
    )
