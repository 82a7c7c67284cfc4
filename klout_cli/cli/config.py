"""`klout config show`: the effective settings and where each comes from."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Literal, TypeAlias

import typer

from klout_cli.cli import flags
from klout_cli.cli.help import Commands

Origin: TypeAlias = Literal["default", "file", "environment"]
Layer: TypeAlias = tuple[Origin, str, Mapping[str, Any]]
"""Origin, its name ("" for defaults), and the values it sets by name."""
Effective: TypeAlias = Mapping[str, tuple[Origin, str, Any]]
"""Name of a setting -> its origin, the origin's name, and its value."""

SCHEMA = "klout.settings/1"

config = typer.Typer(
    cls=Commands, help="Show your settings and where each is set.\n\nExample: klout config show"
)


@config.command()
def show(
    context: typer.Context,
    paths: flags.Paths = None,
    format: flags.TableOrJson = flags.ExplainFormat.table,
) -> None:
    """Show your settings and where each is set.

    Example: klout config show --format json
    """
    from klout_cli.cli.output import warn, write
    from klout_cli.cli.settings import list_left_out

    warn(context, list_left_out(paths or []))
    settings: dict[str, tuple[Origin, str, Any]] = {}
    for origin, where, values in _layers(context, paths or []):
        settings.update({name: (origin, where, value) for name, value in values.items()})
    groups = {name for name in settings if any(other.startswith(f"{name}.") for other in settings)}
    leaves = {name: settings[name] for name in sorted(settings) if name not in groups}
    write(_format_json(leaves) if format == "json" else _format_table(context, leaves))


def _layers(context: typer.Context, paths: Sequence[Path]) -> Iterator[Layer]:
    """Yield every origin of settings, lowest priority first."""
    import os

    from klout_cli.cli.settings import Settings, layers
    from klout_cli.results.plain import to_builtins

    variables = _list_variables(context)
    yield (
        "default",
        "",
        {name: default for name, (_, default) in variables.items()}
        | dict(_flatten(to_builtins(Settings()))),
    )
    for layer in layers(paths):
        changeable = " (anyone can change it)" if _is_world_writable(layer.file) else ""
        yield "file", f"{layer.file}{changeable}", dict(_flatten(layer.tree))
    for name, (variable, _) in variables.items():
        if value := os.environ.get(variable):
            yield "environment", variable, {name: value}


def _is_world_writable(file: Path | str) -> bool:
    """Return True if everyone may write a file; unknown on Windows and in archives."""
    import os
    import stat

    if os.name != "posix" or isinstance(file, str):
        return False
    return bool(file.stat().st_mode & stat.S_IWOTH)


def _list_variables(context: typer.Context) -> dict[str, tuple[str, Any]]:
    """Return the options set by environment variables: name -> (variable, default)."""
    commands: Mapping[str, Any] = getattr(context.find_root().command, "commands", {})
    options = [
        option
        for command in commands.values()
        for option in command.params
        if isinstance(option.envvar, str)
    ]
    return {
        option.opts[-1].removeprefix("--"): (option.envvar, option.default) for option in options
    }


def _flatten(tree: Mapping[str, Any], above: str = "") -> Iterator[tuple[str, Any]]:
    for key, value in tree.items():
        if isinstance(value, dict) and value:
            yield from _flatten(value, f"{above}{key}.")
        else:
            yield f"{above}{key}", value


def _format_json(settings: Effective) -> str:
    from klout_cli.reports.json_report import to_json

    rows = [
        {
            "name": name,
            "value": None if value in ("", {}) else value,
            "origin": origin,
            "where": where or None,
        }
        for name, (origin, where, value) in settings.items()
    ]
    return to_json({"schema": SCHEMA, "settings": rows})


def _format_table(context: typer.Context, settings: Effective) -> str:
    from klout_cli.cli.output import screen_of
    from klout_cli.cli.places import user_file
    from klout_cli.reports.safe import safe
    from klout_cli.reports.screens.blocks import Column, Commands, Lines, Table
    from klout_cli.reports.screens.console import draw
    from klout_cli.translation import gettext as _

    screen = screen_of(context)
    rows = tuple(
        (safe(name), safe(_format_value(value)), safe(where) or _(origin))
        for name, (origin, where, value) in settings.items()
        if screen.verbose or origin != "default"
    )
    table = Table(_("Setting"), (Column(), Column(_("value")), Column(_("set in"))), rows)
    lines = [] if rows else [_("Nothing is set. klout uses its defaults.")]
    lines.append(_("Your own settings file is {file}", file=safe(str(user_file()))))
    if not user_file().is_file():
        lines.append(_("It doesn't exist yet. klout init writes one for this folder."))
    more = Commands((("klout config show -v", _("all settings with their defaults")),))
    return draw([table, Lines(tuple(lines)), more], screen)


def _format_value(value: Any) -> str:
    from klout_cli.translation import gettext as _

    if value in (None, "", {}, []):
        return _("not set")
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    return ", ".join(value) if isinstance(value, list) else str(value)
