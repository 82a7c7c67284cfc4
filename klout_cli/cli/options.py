"""Options that several commands share, each declared once."""

import re
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, TypeAlias

import typer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from klout_cli.errors import UsageError
    from klout_cli.results import Kept

RankFormat: TypeAlias = Literal["table", "csv", "json"]
Engine: TypeAlias = Literal["duckdb", "spark"]
Colour: TypeAlias = Literal["auto", "always", "never"]

HARMLESS = r"[\w.@+-]+"


class TableForm(StrEnum):
    """Forms of tables that other programs read."""

    csv = "csv"
    parquet = "parquet"


class ExplainFormat(StrEnum):
    """Forms an explanation can take."""

    table = "table"
    json = "json"


class Format(StrEnum):
    """Forms a result can take (typer lists no Literal)."""

    table = "table"
    json = "json"
    csv = "csv"
    markdown = "markdown"
    html = "html"


class Period(StrEnum):
    """Spans of time of which the last date counts."""

    month = "month"
    quarter = "quarter"
    year = "year"


def networks() -> list[str]:
    """Return what a shell may complete to the name of a network."""
    from klout_cli.importers import every_importer
    from klout_cli.importers.plugins import plugins

    importers = (*every_importer(), *(plugin.importer for plugin in plugins()[0]))
    return list(dict.fromkeys(importer.source.network for importer in importers))


def no_network(what: str, name: str, known: "Sequence[str]", option: str = "") -> "UsageError":
    """Return the fault of a network that is not known, with the one that may be meant."""
    from klout_cli.errors import UsageError, meant

    return UsageError(what, f"{option} {name}".strip(), meant(name.lower(), known))


def factors() -> list[str]:
    """Return the ids of the factors that can be explained."""
    from klout_cli.scoring.model import FACTORS

    return list(FACTORS)


def explained() -> list[str]:
    """Return everything that can be explained by its id: factors, and the other printed numbers."""
    from klout_cli.pipeline import explaining

    return [*factors(), *(id for id, _ in explaining.other_questions())]


def explainable() -> list[str]:
    """Return what a shell may complete to something that is explained: also an account."""
    return [*explained(), *_handles()]


def counted() -> list[str]:
    """Return what a shell may complete to accounts that count: networks, and handles of the latest snapshot."""
    return [*networks(), *_handles()]


def models() -> list[str]:
    """Return the methods that are bundled."""
    from klout_cli.scoring.model import BUNDLED

    return list(BUNDLED)


def snapshots() -> list[str]:
    """Return what a shell may complete to a snapshot: the dates that are kept, and the words for them."""
    from klout_cli.history.pick import LATEST, PREVIOUS

    return [LATEST, PREVIOUS, *_dates()]


def days() -> list[str]:
    """Return what a shell may complete to the day of a score."""
    return ["newest", *_dates()]


def _dates() -> list[str]:
    return list(dict.fromkeys(kept.snapshot.as_of for kept in _kept()))


def _handles() -> list[str]:
    """Return the handles of every person's latest snapshot.

    A shell evaluates what it is given, so that only harmless ones are.
    """
    from klout_cli.history.pick import people

    latest = [theirs[-1] for theirs in people(_kept())]
    handles = (account.handle for kept in latest for account in kept.snapshot.measured)
    return list(dict.fromkeys(handle for handle in handles if re.fullmatch(HARMLESS, handle)))


def _kept() -> "list[Kept]":
    """Return what is kept.

    While a line is typed, a history that cannot be read is no more than an empty one.
    """
    from klout_cli.cli.recall import the_history
    from klout_cli.errors import KloutError

    try:
        return the_history(None).all()
    except KloutError:
        return []


Paths: TypeAlias = Annotated[
    list[Path] | None,
    typer.Argument(
        metavar="PATH...",
        help="Exports as downloaded: zip, tar, folder, file, or - for a table or JSON piped in.",
    ),
]
Formats: TypeAlias = Annotated[
    list[Format] | None, typer.Option("--format", "-f", help="Output; may be given several times.")
]
Output: TypeAlias = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="FILE", help="Write to a file, '-' for the screen."),
]
Force: TypeAlias = Annotated[bool, typer.Option("--force", help="Replace an existing output file.")]
Redact: TypeAlias = Annotated[
    bool,
    typer.Option(
        "--redact",
        "--share",
        help="Numbers and categories only: no names, handles, texts or files, no counts under 5.",
    ),
]
Strict: TypeAlias = Annotated[
    bool, typer.Option("--strict", help="Exit with 4 when anything was skipped.")
]
ModelName: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--model",
        envvar="KLOUT_MODEL",
        metavar="NAME|FILE",
        autocompletion=models,
        help="klout, professional or a YAML file.",
    ),
]
AsOf: TypeAlias = Annotated[
    str | None,
    typer.Option(
        envvar="KLOUT_AS_OF",
        metavar="DATE",
        autocompletion=days,
        help="2026-03-01, or 'newest' post; default: the newest export's date.",
    ),
]
Person: TypeAlias = Annotated[
    str, typer.Option(metavar="NAME", help="Whose exports, where there are several people's.")
]
History: TypeAlias = Annotated[
    Path | None,
    typer.Option(
        "--history",
        envvar="KLOUT_HISTORY",
        metavar="FILE",
        help="Where snapshots are kept; default: your data folder.",
    ),
]
NoHistory: TypeAlias = Annotated[
    bool, typer.Option("--no-history", help="Keep no snapshot of this score.")
]
Consent: TypeAlias = Annotated[
    bool,
    typer.Option(
        "--i-have-consent",
        envvar="KLOUT_I_HAVE_CONSENT",
        help="Keep the score of another person, who agreed to it.",
    ),
]
Only: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(
        metavar="NETWORK|ACCOUNT", autocompletion=counted, help="Count only these; may be repeated."
    ),
]
Without: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(
        metavar="NETWORK|ACCOUNT", autocompletion=counted, help="Leave these out; may be repeated."
    ),
]
IncludePrivate: TypeAlias = Annotated[
    bool | None,
    typer.Option(
        "--include-private/--no-include-private",
        envvar="KLOUT_INCLUDE_PRIVATE",
        help="Count private messages for give and take: who, when and direction, never the words.",
    ),
]
Encoding: TypeAlias = Annotated[
    str,
    typer.Option(
        envvar="KLOUT_ENCODING", metavar="NAME", help="Of text files, where it is not told right."
    ),
]
Decimal: TypeAlias = Annotated[
    str,
    typer.Option(
        envvar="KLOUT_DECIMAL", metavar=",|.", help="Decimal mark in tables that leave it open."
    ),
]
DateOrder: TypeAlias = Annotated[
    Literal["dmy", "mdy"] | None,
    typer.Option(envvar="KLOUT_DATE_ORDER", help="Of 03/04/2026 in tables that leave it open."),
]
Zone: TypeAlias = Annotated[
    str,
    typer.Option(
        "--tz", envvar="KLOUT_TZ", metavar="ZONE", help="Time zone of times that carry none."
    ),
]
Today: TypeAlias = Annotated[
    str | None,
    typer.Option(envvar="KLOUT_TODAY", metavar="DATE", help="Believe no date after this one."),
]
LargestUnpacked: TypeAlias = Annotated[
    int | None,
    typer.Option(
        "--limit-gb",
        envvar="KLOUT_LIMIT_GB",
        metavar="N",
        min=1,
        help="Refuse archives that unpack to more gigabytes; default: 2.",
    ),
]
