"""`klout config show`: the effective settings and where each comes from."""

import os
import stat
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Literal

import typer
from msgspec import Struct

from klout_cli.cli import flags
from klout_cli.cli.help import Commands
from klout_cli.cli.output import show_blocks, warn, write
from klout_cli.cli.settings import Settings, layers, list_left_out, user_file
from klout_cli.reports.safe import safe
from klout_cli.reports.screens import blocks
from klout_cli.results.plain import to_builtins
from klout_cli.translation import gettext as _

SCHEMA = "klout.settings/1"


class Setting(Struct, frozen=True):
    """One setting; `where` is the file or the variable that sets it, "" for a default."""

    name: str
    value: Any
    origin: Literal["default", "file", "environment"]
    where: str = ""


config = typer.Typer(
    cls=Commands, help="Show your settings and where each is set.\n\nExample: klout config show"
)


@config.command()
def show(
    context: typer.Context,
    paths: flags.Paths = None,
    format: flags.TableOrJson = "table",
) -> None:
    """Show your settings and where each is set.

    Example: klout config show --format json
    """
    warn(context, list_left_out(paths or []))
    settings = {setting.name: setting for setting in _list_settings(context, paths or [])}
    groups = {name for name in settings if any(other.startswith(f"{name}.") for other in settings)}
    leaves = [settings[name] for name in sorted(settings) if name not in groups]
    if format == "json":
        write(_format_json(leaves))
    else:
        show_blocks(context, _arrange(leaves, verbose=context.obj.verbose))


def _list_settings(context: typer.Context, paths: Sequence[Path]) -> Iterator[Setting]:
    """Yield the settings of every origin, lowest priority first."""
    commands: Mapping[str, Any] = getattr(context.find_root().command, "commands", {})
    variables = {
        option.opts[-1].removeprefix("--"): option
        for command in commands.values()
        for option in command.params
        if isinstance(option.envvar, str)
    }
    for name, option in variables.items():
        yield Setting(name, option.default, "default")
    for name, value in _flatten(to_builtins(Settings())):
        yield Setting(name, value, "default")
    for layer in layers(paths):
        changeable = " (anyone can change it)" if _is_world_writable(layer.file) else ""
        for name, value in _flatten(layer.tree):
            yield Setting(name, value, "file", f"{layer.file}{changeable}")
    for name, option in variables.items():
        if value := os.environ.get(option.envvar):
            yield Setting(name, value, "environment", option.envvar)


def _is_world_writable(file: Path | str) -> bool:
    """Return True if everyone may write a file; unknown on Windows and in archives."""
    if os.name != "posix" or isinstance(file, str):
        return False
    return bool(file.stat().st_mode & stat.S_IWOTH)


def _flatten(tree: Mapping[str, Any], above: str = "") -> Iterator[tuple[str, Any]]:
    for key, value in tree.items():
        if isinstance(value, dict) and value:
            yield from _flatten(value, f"{above}{key}.")
        else:
            yield f"{above}{key}", value


def _format_json(settings: Sequence[Setting]) -> str:
    from klout_cli.reports.json_report import to_json

    rows = [
        {
            "name": setting.name,
            "value": None if setting.value in ("", {}) else setting.value,
            "origin": setting.origin,
            "where": setting.where or None,
        }
        for setting in settings
    ]
    return to_json({"schema": SCHEMA, "settings": rows})


def _arrange(settings: Sequence[Setting], *, verbose: bool) -> list[blocks.Block]:
    rows = tuple(
        (
            safe(setting.name),
            safe(_format_value(setting.value)),
            safe(setting.where) or _(setting.origin),
        )
        for setting in settings
        if verbose or setting.origin != "default"
    )
    heads = blocks.Column(), blocks.Column(_("value")), blocks.Column(_("set in"))
    lines = [] if rows else [_("Nothing is set. klout uses its defaults.")]
    lines.append(_("Your own settings file is {file}", file=safe(str(user_file()))))
    if not user_file().is_file():
        lines.append(_("It doesn't exist yet. klout init writes one for this folder."))
    more = (("klout config show -v", _("all settings with their defaults")),)
    return [
        blocks.Table(_("Setting"), heads, rows),
        blocks.Lines(tuple(lines)),
        blocks.Commands(more),
    ]


def _format_value(value: Any) -> str:

    if value in (None, "", {}, []):
        return _("not set")
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    return ", ".join(value) if isinstance(value, list) else str(value)
