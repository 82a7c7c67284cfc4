"""Settings files: ./klout.yaml, then the one among exports, then the user's.

Flags and KLOUT_* variables take precedence. A file among exports may come from somebody else: it
can't open private messages, raise a limit, or choose the model or the place of the history. PyYAML
is only imported if there is a file.
"""

import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any

from msgspec import Struct

from klout_cli import SETTINGS_FILE
from klout_cli.errors import AccessError, KloutError, UsageError
from klout_cli.files.archives import Member
from klout_cli.files.limits import Limits
from klout_cli.person.choice import AccountSettings
from klout_cli.person.topics import Topic
from klout_cli.translation import Message
from klout_cli.translation import gettext_noop as N_

OWN_KEYS = frozenset({"private", "history", "model", "limits"})
"""Keys that are ignored in a file among exports."""


class PersonSettings(Struct, frozen=True, forbid_unknown_fields=True):
    """Whose score it is, their line on an application page, and the language of their screens.

    `consent` is yes, or the day on which they agreed to be scored by somebody else.
    """

    name: str = ""
    headline: str = ""
    consent: bool | date = False
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


class SettingsLayer(Struct, frozen=True):
    """The effective settings of one file, and its ignored keys.

    `file` is a name alone where it lies in an archive.
    """

    file: Path | str
    tree: dict[str, Any]
    left_out: tuple[str, ...] = ()


def load(paths: Iterable[Path], environ: Mapping[str, str] = os.environ) -> Settings:
    """Merge all settings files, the nearest one winning key by key.

    Raises UsageError with file, key and a suggestion.
    """
    files = layers(paths, environ)
    if not files:
        return Settings()
    from klout_cli.scoring.model import laid_over
    from klout_cli.scoring.structs import as_struct

    merged: dict[str, Any] = {}
    for layer in files:
        merged = laid_over(merged, layer.tree)
    settings: Settings = as_struct(merged, Settings, SETTINGS_FILE)
    return settings


def layers(paths: Iterable[Path], environ: Mapping[str, str] = os.environ) -> list[SettingsLayer]:
    """Return the effective settings of every file, the nearest last.

    Raises the same errors as `load`.
    """
    paths = tuple(paths)
    own = locate(user_file(environ))
    files = [_layer_of(member.where, _read_archived(member)) for member in _archived(paths)]
    for file in settings_files(paths, environ):
        among_exports = locate(file) != own and lies_among_exports(file, paths)
        layer = _layer_of(file, read(file), among_exports=among_exports)
        files.insert(0 if locate(file) == own else len(files), layer)
    if files:
        from klout_cli.scoring.structs import as_struct

        for layer in files:
            as_struct(layer.tree, Settings, str(layer.file))
    return files


def _layer_of(
    file: Path | str, tree: dict[str, Any], *, among_exports: bool = True
) -> SettingsLayer:
    left_out = tuple(sorted(OWN_KEYS.intersection(tree))) if among_exports else ()
    counted = {key: value for key, value in tree.items() if key not in left_out}
    return SettingsLayer(file, counted, left_out)


def _archived(paths: Iterable[Path]) -> Iterator[Member]:
    """Yield the klout.yaml of each zip, at its top or in a folder there.

    What is wrong with a zip is said where its exports are read.
    """
    from klout_cli.files.container import open_container

    for path in sorted(path for path in paths if path.suffix.lower() == ".zip"):
        with suppress(KloutError):
            for container in open_container(path):
                for member in container.members:
                    if member.basename == SETTINGS_FILE and member.name.count("/") < 2:
                        yield member


def _read_archived(member: Member) -> dict[str, Any]:
    """Read settings in an archive. Raises InputError for a damaged one, UsageError as `parse`."""
    from klout_cli.scoring.pages import LARGEST

    with member.open() as source:
        data = source.read(LARGEST + 1)
    return parse(data.decode("utf-8", "replace"), member.where)


def list_left_out(paths: Iterable[Path], environ: Mapping[str, str] = os.environ) -> list[str]:
    """Return warnings about ignored keys among exports; raises as `load` does."""
    return [
        Message(
            "{file} is among the exports, so these keys in it don't count: {keys}",
            file=str(layer.file),
            keys=", ".join(layer.left_out),
        )
        for layer in layers(paths, environ)
        if layer.left_out
    ]


def read(file: Path) -> dict[str, Any]:
    """Read one settings file.

    Raises AccessError if it can't be read, UsageError as `parse` does.
    """
    from klout_cli.scoring.pages import LARGEST

    if file.exists() and not file.is_file():
        raise UsageError(
            N_("The settings aren't a plain file."),
            str(file),
            N_("rename it; klout.yaml is the name of the settings file"),
        )
    try:
        with file.open("rb") as source:
            data = source.read(LARGEST + 1)
    except OSError as error:
        raise AccessError(
            N_("The settings can't be read."), str(file), N_("check the permissions")
        ) from error
    return parse(data.decode("utf-8", "replace"), str(file))


def parse(text: str, name: str) -> dict[str, Any]:
    """Parse settings; `name` is the file's.

    Raises UsageError if they are too large, not a strict YAML mapping, or made by a newer klout,
    whose settings may have another meaning.
    """
    from klout_cli.scoring.pages import LARGEST, read_yaml, refuse_newer

    if len(text.encode()) > LARGEST:
        raise UsageError(
            N_("The settings are larger than 64 KB."), name, N_("is this the right file?")
        )
    tree = read_yaml(text, name)
    if tree is None:
        return {}
    if not isinstance(tree, dict):
        raise UsageError(
            N_("Settings are a mapping of names to values."),
            name,
            N_("see klout help settings"),
        )
    refuse_newer(tree.get("made_by"), name)
    return tree


# Where settings files are


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
