"""Which exports count, and how they are read: the options that many commands share, declared once."""

from collections.abc import Callable, Mapping
from functools import wraps
from inspect import Parameter, signature
from typing import Any, TypeAlias

from klout_cli.cli import options

Selection: TypeAlias = Mapping[str, Any]
"""What a command got for these options, by the names `request.build` and `subject` take."""

OPTIONS: Mapping[str, tuple[Any, Any]] = {
    "as_of": (options.AsOf, None),
    "model": (options.ModelName, None),
    "person": (options.Person, ""),
    "only": (options.Only, None),
    "without": (options.Without, None),
    "include_private": (options.IncludePrivate, None),
    "encoding": (options.Encoding, ""),
    "decimal": (options.Decimal, ""),
    "date_order": (options.DateOrder, None),
    "tz": (options.Zone, "UTC"),
    "today": (options.Today, None),
    "limit_gb": (options.LargestUnpacked, None),
}


def selecting(*left_out: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Give a command all of `OPTIONS` but those left out; it gets their values as its parameter `selection`."""
    names = [name for name in OPTIONS if name not in left_out]

    def give(command: Callable[..., None]) -> Callable[..., None]:
        @wraps(command)
        def selected(**given: Any) -> None:
            selection = {name: given.pop(name) for name in names}
            command(**given, selection=selection)

        own = signature(command)
        kept = [parameter for parameter in own.parameters.values() if parameter.name != "selection"]
        more = [
            Parameter(
                name, Parameter.KEYWORD_ONLY, default=OPTIONS[name][1], annotation=OPTIONS[name][0]
            )
            for name in names
        ]
        selected.__signature__ = own.replace(parameters=[*kept, *more])  # type: ignore[attr-defined]  # what typer reads
        selected.__annotations__ = {
            parameter.name: parameter.annotation for parameter in (*kept, *more)
        }
        return selected

    return give
