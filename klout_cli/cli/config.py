"""`klout config show`: what every setting is, and who says so."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Annotated, Any, Literal, TypeAlias

import typer

from klout_cli.cli import flags
from klout_cli.cli.help import Commands

ConfigFormat: TypeAlias = Literal["table", "json"]
Layer: TypeAlias = tuple[str, str, Mapping[str, Any]]
"""Kind of origin (default, file, environment), its name, and what it says: name of a setting -> value."""

SCHEMA = "klout.settings/1"

config = typer.Typer(
    cls=Commands, help="What klout is set to, and where that is said.\n\nExample: klout config show"
)


@config.command()
def show(
    context: typer.Context,
    paths: flags.Paths = None,
    format: Annotated[
        ConfigFormat, typer.Option("--format", "-f", help="For people, or for programs.")
    ] = "table",
) -> None:
    """Tell every setting with its value and its origin; settings beside exports count where these are given.

    What an option of a command says goes before all of it.

    Example: klout config show --format json
    """
    from klout_cli.cli.output import write

    settings: dict[str, tuple[str, str, Any]] = {}
    for kind, origin, told in _layers(context, paths or []):
        settings.update({name: (kind, origin, value) for name, value in told.items()})
    groups = {name for name in settings if any(other.startswith(f"{name}.") for other in settings)}
    shown = {name: setting for name, setting in sorted(settings.items()) if name not in groups}
    write(_json(shown) if format == "json" else _table(context, shown))


def _layers(context: typer.Context, paths: Sequence[Path]) -> Iterator[Layer]:
    """Yield what is said about settings, the weakest first."""
    import os

    from msgspec import to_builtins

    from klout_cli.cli.settings import Settings, layers

    by_environment = _options(context)
    yield (
        "default",
        "",
        {name: default for name, (_, default) in by_environment.items()}
        | dict(_flat(to_builtins(Settings()))),
    )
    for file, tree in layers(paths):
        yield (
            "file",
            f"{file} (anyone can change it)" if _open_to_all(file) else str(file),
            dict(_flat(tree)),
        )
    for name, (variable, _) in by_environment.items():
        if value := os.environ.get(variable):
            yield "environment", variable, {name: value}


def _open_to_all(file: Path) -> bool:
    """Tell whether everyone on this computer may write a file (X12).

    Windows tells nothing of it here.
    """
    import os
    import stat

    return os.name == "posix" and bool(file.stat().st_mode & stat.S_IWOTH)


def _options(context: typer.Context) -> dict[str, tuple[str, Any]]:
    """Return the options of all commands that an environment variable can set: name -> (variable, default)."""
    commands: Mapping[str, Any] = getattr(context.find_root().command, "commands", {})
    found = [
        option
        for command in commands.values()
        for option in command.params
        if isinstance(option.envvar, str)
    ]
    return {option.opts[-1].removeprefix("--"): (option.envvar, option.default) for option in found}


def _flat(tree: Mapping[str, Any], above: str = "") -> Iterator[tuple[str, Any]]:
    for key, value in tree.items():
        if isinstance(value, dict) and value:
            yield from _flat(value, f"{above}{key}.")
        else:
            yield f"{above}{key}", value


def _json(settings: Mapping[str, tuple[str, str, Any]]) -> str:
    import json

    rows = [
        {
            "name": name,
            "value": None if value in ("", {}) else value,
            "origin": kind,
            "where": origin or None,
        }
        for name, (kind, origin, value) in settings.items()
    ]
    return json.dumps({"schema": SCHEMA, "settings": rows}, indent=2) + "\n"


def _table(context: typer.Context, settings: Mapping[str, tuple[str, str, Any]]) -> str:
    from klout_cli.cli.output import screen_of
    from klout_cli.cli.places import user_file
    from klout_cli.reports.layout import Pairs, Table, arrange
    from klout_cli.reports.safe import safe

    rows = tuple(
        (safe(name), safe(_said(value)), safe(origin or kind))
        for name, (kind, origin, value) in settings.items()
    )
    own = Pairs(
        (
            (
                "Your own settings",
                f"{safe(str(user_file()))}{'' if user_file().is_file() else ' (not there)'}",
            ),
        )
    )
    return arrange([Table(("Setting", "Value", "From"), rows), own], screen_of(context))


def _said(value: Any) -> str:
    """Say a value in words."""
    if value in (None, "", {}, []):
        return "not set"
    if isinstance(value, bool):
        return "yes" if value else "no"
    return ", ".join(value) if isinstance(value, list) else str(value)
