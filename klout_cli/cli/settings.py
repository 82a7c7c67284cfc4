"""Settings files: ./klout.yaml goes before the one beside exports, and that before the user's.

Flags and KLOUT_* variables go before all of them. PyYAML is imported only where there is a file.
"""

import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from msgspec import Struct

from klout_cli import SETTINGS_FILE
from klout_cli.cli.places import settings_files
from klout_cli.errors import AccessError, UsageError
from klout_cli.files.limits import Limits
from klout_cli.person.choice import AccountSettings
from klout_cli.person.topics import Topic


class PersonSettings(Struct, frozen=True, forbid_unknown_fields=True):
    """Who is scored, and the language of their screens."""

    name: str = ""
    lang: str = ""


class PrivateSettings(Struct, frozen=True, forbid_unknown_fields=True):
    """Whether private threads may be counted."""

    include: bool = False


class HistorySettings(Struct, frozen=True, forbid_unknown_fields=True):
    """Where snapshots are stored."""

    path: str = ""


class Settings(Struct, frozen=True, forbid_unknown_fields=True):
    """A klout.yaml."""

    person: PersonSettings = PersonSettings()
    accounts: dict[str, AccountSettings] = {}
    topics: dict[str, Topic] = {}
    private: PrivateSettings = PrivateSettings()
    history: HistorySettings = HistorySettings()
    model: str = ""
    aliases: dict[str, list[str]] = {}
    tables: dict[str, dict[str, str]] = {}
    limits: Limits = Limits()
    made_by: str = ""


def load(paths: Iterable[Path], environ: Mapping[str, str] = os.environ) -> Settings:
    """Merge every settings file there is, the nearest one winning key by key.

    Raises UsageError naming file, key and a suggestion.
    """
    files = layers(paths, environ)
    if not files:
        return Settings()
    from klout_cli.scoring.model import as_struct, laid_over

    merged: dict[str, Any] = {}
    for _, tree in files:
        merged = laid_over(merged, tree)
    settings: Settings = as_struct(merged, Settings, SETTINGS_FILE)
    return settings


def layers(
    paths: Iterable[Path], environ: Mapping[str, str] = os.environ
) -> list[tuple[Path, dict[str, Any]]]:
    """Return every settings file with its content, the nearest last; raises as `load` does."""
    files = [(file, read(file)) for file in settings_files(paths, environ)]
    if files:
        from klout_cli.scoring.model import as_struct

        for file, tree in files:
            as_struct(tree, Settings, str(file))
    return files


def read(file: Path) -> dict[str, Any]:
    """Read one settings file.

    Raises AccessError where it cannot be read, UsageError as `parse` does.
    """
    from klout_cli.scoring.pages import LARGEST

    if file.exists() and not file.is_file():
        raise UsageError(
            "the settings are not a plain file",
            str(file),
            "rename it: klout.yaml is the name of a settings file",
        )
    try:
        with file.open("rb") as source:
            data = source.read(LARGEST + 1)
    except OSError as error:
        raise AccessError(
            "the settings cannot be read", str(file), "check its permissions"
        ) from error
    return parse(data.decode("utf-8", "replace"), str(file))


def parse(text: str, name: str) -> dict[str, Any]:
    """Parse settings; `name` is the file's.

    Raises UsageError where they are too large, no mapping in strict YAML, or made by a newer klout,
    whose settings may mean something else.
    """
    from klout_cli.scoring.pages import LARGEST, read_yaml, refuse_newer

    if len(text.encode()) > LARGEST:
        raise UsageError("the settings are larger than 64 KB", name, "is this the right file?")
    tree = read_yaml(text, name)
    if tree is None:
        return {}
    if not isinstance(tree, dict):
        raise UsageError(
            "settings are a mapping of names to values",
            name,
            "compare with README, Models and settings",
        )
    refuse_newer(tree.get("made_by"), name)
    return tree
