"""The capabilities of an output stream, from the environment and the flags."""

from collections.abc import Mapping
from contextlib import suppress
from typing import Literal, TypeAlias

from msgspec import Struct

from klout_cli.translation import ENGLISH

Colour: TypeAlias = Literal["auto", "always", "never"]

NARROWEST, WIDEST = 40, 200
DRAWINGS = "│█▌▐─▲▼●·–−×→▁▂▃▄▅▆▇"


class Screen(Struct, frozen=True):
    """`width` in columns, None for no wrapping (a pipe). `ascii`: draw with ASCII.

    `plain`: one `name: value` per line.
    """

    width: int | None = None
    colour: bool = False
    plain: bool = False
    ascii: bool = False
    verbose: bool = False
    encoding: str = "utf-8"
    lang: str = ENGLISH


def screen(
    environ: Mapping[str, str],
    terminal: bool,
    encoding: str,
    columns: int,
    *,
    colour: Colour = "auto",
    plain: bool = False,
    ascii: bool = False,
    verbose: bool = False,
    lang: str = ENGLISH,
) -> Screen:
    """Return the capabilities of a stream.

    `terminal`, `encoding` and `columns` describe the stream; `COLUMNS` in the environment takes
    precedence over `columns`, and gives even a pipe a width. `ACCESSIBLE` means `plain`.
    """
    plain = plain or _on(environ.get("ACCESSIBLE", ""))
    return Screen(
        width=_width(environ.get("COLUMNS", ""), columns if terminal else None),
        colour=not plain and _colour(environ, terminal, colour),
        plain=plain,
        ascii=ascii or not _carries(encoding, DRAWINGS),
        verbose=verbose,
        encoding="ascii" if ascii else encoding,
        lang=lang,
    )


def _colour(environ: Mapping[str, str], terminal: bool, flag: Colour) -> bool:
    """Return whether to use colour.

    By flag, NO_COLOR, FORCE_COLOR, CLICOLOR_FORCE, CLICOLOR, TERM, then whether it is a terminal.
    """
    if flag != "auto":
        return flag == "always"
    if environ.get("NO_COLOR"):
        return False
    for name in ("FORCE_COLOR", "CLICOLOR_FORCE"):
        if environ.get(name):
            return _on(environ[name])
    return (
        terminal
        and environ.get("CLICOLOR") != "0"
        and environ.get("TERM", "").lower() not in ("dumb", "unknown")
    )


def _width(asked: str, columns: int | None) -> int | None:
    """Return a width of 40 to 200 columns, ignoring an invalid `COLUMNS`."""
    with suppress(ValueError):
        columns = int(asked) if int(asked) > 0 else columns
    return None if columns is None else min(max(columns, NARROWEST), WIDEST)


def _on(value: str) -> bool:
    return value.lower() not in ("", "0", "false", "no")


def _carries(encoding: str, text: str) -> bool:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True
