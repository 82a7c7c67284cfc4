"""Where settings files are; most people have none, and the parser of YAML is imported for none."""

import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from klout_cli import SETTINGS_FILE


def settings_files(paths: Iterable[Path], environ: Mapping[str, str]) -> list[Path]:
    """Return every existing settings file for these exports, the nearest last."""
    files = (
        user_file(environ),
        *(path / SETTINGS_FILE for path in sorted(paths)),
        Path(SETTINGS_FILE),
    )
    return [file for file in files if os.path.lexists(file)]


def user_file(environ: Mapping[str, str] = os.environ) -> Path:
    """Return where the user's own settings are, or would be."""
    if home := environ.get("KLOUT_HOME"):
        return Path(home) / SETTINGS_FILE
    from platformdirs import user_config_path

    try:
        return user_config_path("klout") / SETTINGS_FILE
    except RuntimeError:  # no home folder is known, so nothing is in it
        return Path("~", SETTINGS_FILE)
