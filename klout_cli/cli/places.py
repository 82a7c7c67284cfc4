"""Locations of settings files, kept apart from the YAML parser."""

import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from klout_cli import SETTINGS_FILE


def settings_files(paths: Iterable[Path], environ: Mapping[str, str]) -> list[Path]:
    """Return every existing settings file for these exports, the nearest last.

    Beside the user's and that of the working folder, a klout.yaml that is one of the paths, or
    lies in a folder that is.
    """
    files = (
        user_file(environ),
        *(path if path.name == SETTINGS_FILE else path / SETTINGS_FILE for path in sorted(paths)),
        Path(SETTINGS_FILE),
    )
    places = {locate(file): file for file in files if os.path.lexists(file)}
    nearest_first = dict.fromkeys(locate(file) for file in reversed(files))
    return [places[place] for place in reversed(nearest_first) if place in places]


def locate(file: Path) -> Path:
    """Return a settings file's path, resolving its folder."""
    return Path(os.path.realpath(file.parent), file.name)


def lies_among_exports(file: Path, paths: Iterable[Path]) -> bool:
    """Return True if a settings file is in a folder of exports, or beside an export.

    An archive is complete by itself: files beside it have another source.
    """
    folder = locate(file).parent
    return any(_holds_exports(path, folder) for path in paths)


def _holds_exports(path: Path, folder: Path) -> bool:
    """Return True if a folder is inside this path of exports, or has it as a file."""
    from klout_cli.files.container import ARCHIVES

    with suppress(OSError):
        if path.is_dir():
            return Path(os.path.realpath(path)) in (folder, *folder.parents)
        plain = path.is_file() and path.suffix.lower() not in ARCHIVES
        return plain and locate(path).parent == folder
    return False


def user_file(environ: Mapping[str, str] = os.environ) -> Path:
    """Return where the user's own settings are, or would be."""
    if home := environ.get("KLOUT_HOME"):
        return Path(home) / SETTINGS_FILE
    from platformdirs import user_config_path

    try:
        return user_config_path("klout") / SETTINGS_FILE
    except RuntimeError:  # no home folder
        return Path("~", SETTINGS_FILE)
