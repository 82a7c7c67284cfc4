"""Recognise exports among other files, by contents alone: nothing is extracted or scored."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from msgspec import Struct

from klout_cli.errors import KloutError
from klout_cli.files.container import open_container
from klout_cli.files.limits import Limits
from klout_cli.importers import importers_for
from klout_cli.values.reading import Reading

SUFFIXES = (".zip", ".tar", ".gz", ".tgz", ".csv", ".json", ".xml", ".xlsx", ".html")
MANY = 200  # files of a folder that are looked at, the newest ones
OWN_TABLES = "table"


class Recognised(Struct, frozen=True):
    """A file that is an export, and the title of its source."""

    path: Path
    title: str


def recognise_exports(folder: Path, reading: Reading, limits: Limits) -> Iterator[Recognised]:
    """Yield the exports that lie directly in a folder, the newest first.

    Tables that could be anybody's are not among them.
    """
    for path in _newest(folder):
        title = _recognise(path, reading, limits)
        if title:
            yield Recognised(path, title)


def _newest(folder: Path) -> list[Path]:
    dated = []
    with suppress(OSError):
        for path in folder.iterdir():
            with suppress(OSError):
                if path.suffix.lower() in SUFFIXES and path.is_file():
                    dated.append((path.stat().st_mtime, path))
    return [path for _time, path in sorted(dated, reverse=True)[:MANY]]


def _recognise(path: Path, reading: Reading, limits: Limits) -> str:
    """Return the title of the first source that knows a file, "" if none does."""
    with suppress(KloutError, OSError):
        for container in open_container(path, limits):
            members = [member for member in container.members if not member.private]
            for importer in importers_for(members):
                if importer.network != OWN_TABLES and importer.identify(members, reading):
                    return importer.source.title
    return ""
