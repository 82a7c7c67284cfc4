"""The snapshots a command works on: measured from exports now, or looked up in the history."""

import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import typer
from msgspec import Struct
from msgspec.structs import replace

from klout_cli.cli import settings
from klout_cli.errors import InputError, UsageError
from klout_cli.history.selection import group_people, select_snapshot
from klout_cli.history.store import History, NoPlaceError
from klout_cli.results import SnapshotWithLedger, StoredSnapshot

if TYPE_CHECKING:
    from klout_cli.importers.read import ExportSet
    from klout_cli.pipeline import Options
    from klout_cli.scoring.model import Model

FILE = "history.sqlite3"


class CommandInputs(Struct, frozen=True):
    """A person as measured, and the model to judge by; exports and options if read now."""

    person: SnapshotWithLedger
    model: "Model"
    exports: "ExportSet | None" = None
    options: "Options | None" = None


def measure_or_recall(
    context: typer.Context, paths: Sequence[Path] | None, history: Path | None
) -> CommandInputs:
    """Measure exports by the options of a command, or take the latest snapshot without any.

    Raises as `read_options` and `measure_exports` do, or as `find_snapshots` does.
    """
    if not paths:
        return _recall_person(context, history)
    from klout_cli.cli.options import read_options

    return measure_person(read_options(context, paths))


def measure_person(options: "Options") -> CommandInputs:
    """Measure the person in exports; raises as `measure_exports` does."""
    from klout_cli import pipeline

    exports = pipeline.read_exports(options)
    person = pipeline.measure_person(exports, options)
    return CommandInputs(person, options.model, exports, options)


def _recall_person(context: typer.Context, history: Path | None) -> CommandInputs:
    """Return the snapshot that --as-of names, else the latest, with the accounts asked for."""
    from klout_cli.cli.options import read_flags
    from klout_cli.person.choice import Choice, wanted
    from klout_cli.scoring import model as models

    flags = read_flags(context)
    model = models.load(flags.model or settings.load(()).model or models.STANDARD)
    (stored,) = find_snapshots([flags.as_of or "latest"], flags.person, history)
    snapshot = stored.snapshot
    if flags.only or flags.without:
        choice = Choice(flags.only, flags.without)
        snapshot = replace(
            snapshot,
            measured=wanted(snapshot.measured, choice),
            on_topic=wanted(snapshot.on_topic, choice),
        )
    return CommandInputs(SnapshotWithLedger(snapshot), model)


def find_snapshots(names: Sequence[str], person: str, file: Path | None) -> list[StoredSnapshot]:
    """Return the snapshots meant by dates, ids (whoever's), `latest` and `previous`.

    Raises as `read_snapshots` and `select_snapshot` do.
    """
    stored = read_snapshots(person, file) if names else []
    return [
        select_snapshot(stored if name.isdecimal() else _require_one(stored), name)
        for name in names
    ]


def read_one_person(person: str, file: Path | None) -> list[StoredSnapshot]:
    """Return the snapshots of one person, by date.

    Raises as `read_snapshots` does, and UsageError where several are stored and none is named.
    """
    return _require_one(read_snapshots(person, file))


def _require_one(stored: list[StoredSnapshot]) -> list[StoredSnapshot]:
    several = sorted(snapshots[-1].person for snapshots in group_people(stored))
    if len(several) > 1:
        raise UsageError(
            "several people are kept", ", ".join(several), "name one of them with --person"
        )
    return stored


def read_snapshots(person: str, file: Path | None) -> list[StoredSnapshot]:
    """Return all snapshots, or those of the person who is named, by date.

    Raises InputError where none is stored of that person.
    """
    stored = open_history(file).all(person)
    if person and not stored:
        raise InputError(
            "nothing is kept of this person", person, "klout history list tells who is"
        )
    return stored


def open_history(file: Path | None, exports: Sequence[Path] = ()) -> History:
    """Return the history: that of the flag, of the settings, or in the user's data folder.

    Raises NoPlaceError where there is none.
    """
    path = settings.load(exports).history.path
    return History(file or (Path(path).expanduser() if path else _data_folder(os.environ) / FILE))


def _data_folder(environ: Mapping[str, str]) -> Path:
    """Return the folder of the user's data, which KLOUT_HOME moves."""
    if home := environ.get("KLOUT_HOME"):
        return Path(home)
    from platformdirs import user_data_path

    # where no home is known; older platformdirs then leave the "~" as it is
    with suppress(RuntimeError):
        folder = user_data_path("klout")
        if folder.is_absolute():
            return folder
    raise NoPlaceError(
        "no home folder is known", "", "KLOUT_HOME or --history FILE names a place for the history"
    )
