"""What the place a screen is written to can show: decided once, by a pure function, from the environment and the flags."""

from collections.abc import Mapping
from contextlib import suppress
from typing import Literal, TypeAlias

from msgspec import Struct

from klout_cli.reports.translation import ENGLISH

Colour: TypeAlias = Literal["auto", "always", "never"]

NARROWEST, WIDEST = 40, 200
STACKED_BELOW = 60
DRAWINGS = "│█▌▐─▲▼●·–−×→▁▂▃▄▅▆▇"


class Screen(Struct, frozen=True):
    """`width` in columns, None where nothing is wrapped (a pipe). `ascii`: draw with letters.

    `plain`: one `name: value` a line.
    """

    width: int | None = None
    colour: bool = False
    plain: bool = False
    ascii: bool = False
    verbose: bool = False
    encoding: str = "utf-8"
    lang: str = ENGLISH

    @property
    def stacked(self) -> bool:
        """Too narrow for columns."""
        return self.width is not None and self.width < STACKED_BELOW


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
    """Decide how to write to a stream (expectations A23-A26, reliability L1, L3, L4).

    `terminal`, `encoding` and `columns` describe the stream; `COLUMNS` in the environment goes
    before `columns`, and asks even a pipe for that width. `ACCESSIBLE` means `plain`.
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
    """Ask the flag, then NO_COLOR, FORCE_COLOR, CLICOLOR_FORCE, CLICOLOR and TERM, and at last whether it is a terminal."""
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
    """Columns between 40 and 200; a `COLUMNS` that is no positive number is ignored (L3)."""
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
