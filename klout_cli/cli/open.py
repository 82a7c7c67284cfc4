"""`klout open`: the last report, in the program that shows such files."""

import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import typer

from klout_cli.cli.output import write_bytes
from klout_cli.cli.snapshots import data_folder
from klout_cli.errors import AccessError, InputError, KloutError
from klout_cli.translation import gettext as _

LAST = "last-report.txt"


def open_last(context: typer.Context) -> None:
    """Open the last report in your browser.

    Example: klout open
    """
    file = read_last_report()
    if file is None or not file.is_file():
        raise InputError(_("There is no report yet."), str(file or ""), _("klout report FILE..."))
    open_file(file)


def read_last_report() -> Path | None:
    """Return where the last report was written; None if there is none yet."""
    with suppress(OSError, KloutError):
        text = (data_folder(os.environ) / LAST).read_text(encoding="utf-8")
        return Path(text.strip())
    return None


def remember_report(file: Path) -> None:
    """Note where a report was written; without a data folder it isn't noted."""
    with suppress(OSError, KloutError):
        folder = data_folder(os.environ)
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        write_bytes(f"{file.absolute()}\n".encode(), folder / LAST)


def open_file(file: Path) -> None:
    """Hand a file to the system's opener and go on.

    Raises AccessError where there is none.
    """
    try:
        if sys.platform == "win32":
            os.startfile(file)
            return
        opener = "open" if sys.platform == "darwin" else "xdg-open"
        subprocess.Popen(
            [opener, str(file.absolute())],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError as error:
        raise AccessError(
            _("No program was found that opens it."), str(file), _("open the file yourself")
        ) from error
