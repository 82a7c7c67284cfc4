"""The commands by name: a run imports and builds the one it is asked for, since all of them cost as much as typer itself."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib import import_module
from typing import Any

import typer
from typer.main import get_group

from klout_cli.cli.help import Commands


class Listed(Mapping[str, Any]):
    """Commands that are built when they are looked up: each is what its module of that name calls so, a function or a typer application."""

    def __init__(self, names: Sequence[str]) -> None:
        self.names = names

    def __getitem__(self, name: str) -> Any:
        if name not in self.names:
            raise KeyError(name)
        return _built(name)

    def __iter__(self) -> Iterator[str]:
        return iter(self.names)

    def __len__(self) -> int:
        return len(self.names)


def listing(*names: str) -> type[Commands]:
    """Return the group of the commands of these names."""

    class Group(Commands):
        """A group that tells what its commands do without building them."""

        def __init__(self, **settings: Any) -> None:
            super().__init__(**settings)
            self.commands = Listed(names)  # type: ignore[assignment]  # nobody adds a command later

        def helps(self) -> list[tuple[str, str]]:
            """Return every command's name with its help."""
            return [(name, _help(name)) for name in names]

    return Group


def _imported(name: str) -> Any:
    return getattr(import_module(f"{__package__}.{name}"), name)


def _help(name: str) -> str:
    command = _imported(name)
    return str(command.info.help if isinstance(command, typer.Typer) else command.__doc__)


@cache
def _built(name: str) -> Any:
    command, around = _imported(name), typer.Typer(rich_markup_mode=None)
    if isinstance(command, typer.Typer):
        around.add_typer(command, name=name)
    else:
        around.command(name)(command)
    return get_group(around).commands[name]
