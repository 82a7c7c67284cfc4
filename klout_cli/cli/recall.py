"""What commands remember: where the history is, and whose snapshot is meant."""

import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from klout_cli.cli import settings
from klout_cli.errors import InputError, UsageError
from klout_cli.history.pick import people, pick
from klout_cli.history.store import History, NoPlaceError
from klout_cli.results import Kept

FILE = "history.sqlite3"


def recalled(when: Sequence[str], person: str, history: Path | None) -> list[Kept]:
    """Return the snapshots meant by dates, ids (whoever's), `latest` and `previous`, read at once; raises as `kept` and `pick` do."""
    found = everything(person, history) if when else []
    return [pick(found if one.isdecimal() else _of_one(found), one) for one in when]


def kept(person: str, history: Path | None) -> list[Kept]:
    """Return what is kept of one person, by date; raises as `everything` does, and UsageError where several are kept and none is named."""
    return _of_one(everything(person, history))


def _of_one(found: list[Kept]) -> list[Kept]:
    several = sorted(theirs[-1].person for theirs in people(found))
    if len(several) > 1:
        raise UsageError(
            "several people are kept", ", ".join(several), "name one of them with --person"
        )
    return found


def everything(person: str, history: Path | None) -> list[Kept]:
    """Return all that is kept, or all of the person who is named, by date.

    Raises InputError where nothing is kept of that person.
    """
    found = the_history(history).all(person)
    if person and not found:
        raise InputError(
            "nothing is kept of this person", person, "klout history list tells who is"
        )
    return found


def the_history(file: Path | None, exports: Sequence[Path] = ()) -> History:
    """Return the history: that of the option, of the settings, or in the user's data folder.

    Raises NoPlaceError where there is none.
    """
    named = settings.load(exports).history.path
    return History(file or (Path(named).expanduser() if named else _home(os.environ) / FILE))


def _home(environ: Mapping[str, str]) -> Path:
    """Return the folder of the user's data, which KLOUT_HOME moves."""
    if home := environ.get("KLOUT_HOME"):
        return Path(home)
    from platformdirs import user_data_path

    with suppress(
        RuntimeError
    ):  # where no home is known; older platformdirs then leave the "~" as it is
        folder = user_data_path("klout")
        if folder.is_absolute():
            return folder
    raise NoPlaceError(
        "no home folder is known", "", "KLOUT_HOME or --history FILE names a place for the history"
    )
