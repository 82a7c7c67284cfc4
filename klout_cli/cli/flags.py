"""The options that several commands share, and their shell completions."""

import re
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, TypeAlias

import typer

from klout_cli.translation import gettext_noop as N_

if TYPE_CHECKING:
    from klout_cli.errors import UsageError
    from klout_cli.results import StoredSnapshot

RankFormat: TypeAlias = Literal["table", "csv", "json"]
Engine: TypeAlias = Literal["duckdb", "spark"]
Colour: TypeAlias = Literal["auto", "always", "never"]

READING = N_("Reading files")
SHELL_SAFE = r"[\w.@+-]+"


class TableForm(StrEnum):
    """Table formats for other programs."""

    csv = "csv"
    parquet = "parquet"


class ExplainFormat(StrEnum):
    """Formats of an explanation."""

    table = "table"
    json = "json"


class Format(StrEnum):
    """Formats of a result (typer has no Literal)."""

    table = "table"
    json = "json"
    csv = "csv"
    markdown = "markdown"
    html = "html"


class Period(StrEnum):
    """Periods of which the last date counts."""

    month = "month"
    quarter = "quarter"
    year = "year"


def list_networks() -> list[str]:
    """Return the networks whose exports can be read."""
    from klout_cli.importers.plugins import list_sources

    return list(dict.fromkeys(source.network for source in list_sources()))


def unknown_network(what: str, name: str, known: Sequence[str], option: str = "") -> "UsageError":
    """Return the error for an unknown network, with a suggestion."""
    from klout_cli.errors import UsageError, meant

    return UsageError(what, f"{option} {name}".strip(), meant(name.lower(), known))


def refuse_names(*, redact: bool, with_names: bool) -> None:
    """Raise UsageError if names are both asked for and withheld."""
    from klout_cli.errors import UsageError

    if redact and with_names:
        raise UsageError(
            N_("--with-names shows names and --redact hides them."), "", N_("use one of them")
        )


def list_factors() -> list[str]:
    """Return the ids of the factors."""
    from klout_cli.factors import FACTORS

    return [factor.id for factor in FACTORS]


def list_explainable() -> list[str]:
    """Return every id that can be explained: factors, and the other printed numbers."""
    from klout_cli.scoring.explanation import list_figures

    return [*list_factors(), *(id for id, _ in list_figures())]


def complete_explainable() -> list[str]:
    """Return everything that can be explained, with accounts of the latest snapshots."""
    return [*list_explainable(), "method", *_list_handles()]


def complete_accounts() -> list[str]:
    """Return networks, and handles of the latest snapshots."""
    return [*list_networks(), *_list_handles()]


def complete_models() -> list[str]:
    """Return the bundled models."""
    from klout_cli.scoring.model import BUNDLED

    return list(BUNDLED)


def complete_snapshots() -> list[str]:
    """Return the dates of stored snapshots, and the words for them."""
    from klout_cli.history.selection import LATEST, PREVIOUS

    return [LATEST, PREVIOUS, *_list_dates()]


def complete_days() -> list[str]:
    """Return possible dates of a score."""
    return ["newest", *_list_dates()]


def _list_dates() -> list[str]:
    return list(dict.fromkeys(stored.as_of for stored in _stored_snapshots()))


def _list_handles() -> list[str]:
    """Return the handles in everybody's latest snapshot, without shell syntax."""
    from klout_cli.history.selection import group_people

    latest = [snapshots[-1] for snapshots in group_people(_stored_snapshots())]
    handles = (account.handle for stored in latest for account in stored.snapshot.measured)
    return list(dict.fromkeys(handle for handle in handles if re.fullmatch(SHELL_SAFE, handle)))


def _stored_snapshots() -> "list[StoredSnapshot]":
    """Return all stored snapshots; while completing, none of an unreadable history."""
    from klout_cli.cli.snapshots import open_history
    from klout_cli.errors import KloutError

    try:
        return open_history(None).all()
    except KloutError:
        return []


Paths: TypeAlias = Annotated[
    list[Path] | None,
    typer.Argument(
        metavar="FILE...",
        help="Your exports: zip, folder, single file, or - for piped input.",
    ),
]
Formats: TypeAlias = Annotated[
    list[Format] | None, typer.Option("--format", "-f", help="Output format. Repeat for several.")
]
TableOrJson: TypeAlias = Annotated[
    ExplainFormat, typer.Option("--format", "-f", help="table or json.")
]
Output: TypeAlias = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="FILE", help="Write to this file. - means the screen."),
]
Force: TypeAlias = Annotated[bool, typer.Option("--force", help="Replace an existing file.")]
Redact: TypeAlias = Annotated[
    bool,
    typer.Option(
        "--redact",
        "--share",
        help="Leave out names, handles, texts and counts under 5.",
    ),
]
Strict: TypeAlias = Annotated[
    bool, typer.Option("--strict", help="Exit with code 4 if anything was skipped.")
]
ModelName: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--model",
        envvar="KLOUT_MODEL",
        show_envvar=False,
        metavar="NAME|FILE",
        autocompletion=complete_models,
        help="klout, professional or your own YAML file.",
    ),
]
AsOf: TypeAlias = Annotated[
    str | None,
    typer.Option(
        envvar="KLOUT_AS_OF",
        show_envvar=False,
        metavar="DATE",
        autocompletion=complete_days,
        help="Score as of this day, like 2026-03-01, or newest.",
    ),
]
Person: TypeAlias = Annotated[
    str, typer.Option(metavar="NAME", help="Which person, if the exports belong to several.")
]
History: TypeAlias = Annotated[
    Path | None,
    typer.Option(
        "--history",
        envvar="KLOUT_HISTORY",
        show_envvar=False,
        metavar="FILE",
        help="Where scores are saved. Default: your data folder.",
    ),
]
NoHistory: TypeAlias = Annotated[bool, typer.Option("--no-history", help="Don't save this score.")]
Consent: TypeAlias = Annotated[
    bool,
    typer.Option(
        "--i-have-consent",
        envvar="KLOUT_I_HAVE_CONSENT",
        show_envvar=False,
        help="Save another person's score; they agreed to it.",
    ),
]
Only: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(
        metavar="NETWORK|ACCOUNT",
        autocompletion=complete_accounts,
        help="Count only these. Repeat for several.",
    ),
]
Without: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(
        metavar="NETWORK|ACCOUNT",
        autocompletion=complete_accounts,
        help="Leave these out. Repeat for several.",
    ),
]
IncludePrivate: TypeAlias = Annotated[
    bool | None,
    typer.Option(
        "--include-private/--no-include-private",
        envvar="KLOUT_INCLUDE_PRIVATE",
        show_envvar=False,
        help="Count private messages: who, when and direction, never the text.",
    ),
]
Encoding: TypeAlias = Annotated[
    str,
    typer.Option(
        envvar="KLOUT_ENCODING",
        show_envvar=False,
        metavar="NAME",
        rich_help_panel=READING,
        help="Encoding of text files, if detection is wrong.",
    ),
]
Decimal: TypeAlias = Annotated[
    str,
    typer.Option(
        envvar="KLOUT_DECIMAL",
        show_envvar=False,
        metavar=",|.",
        rich_help_panel=READING,
        help="Decimal separator for ambiguous tables.",
    ),
]
DateOrder: TypeAlias = Annotated[
    Literal["dmy", "mdy"] | None,
    typer.Option(
        envvar="KLOUT_DATE_ORDER",
        show_envvar=False,
        rich_help_panel=READING,
        help="Read 03/04/2026 day or month first.",
    ),
]
TimeZone: TypeAlias = Annotated[
    str,
    typer.Option(
        "--tz",
        envvar="KLOUT_TZ",
        show_envvar=False,
        metavar="ZONE",
        rich_help_panel=READING,
        help="Time zone of times without one.",
    ),
]
Today: TypeAlias = Annotated[
    str | None,
    typer.Option(
        envvar="KLOUT_TODAY",
        show_envvar=False,
        metavar="DATE",
        rich_help_panel=READING,
        help="Ignore dates after this one.",
    ),
]
LimitGb: TypeAlias = Annotated[
    int | None,
    typer.Option(
        "--limit-gb",
        envvar="KLOUT_LIMIT_GB",
        show_envvar=False,
        metavar="N",
        min=1,
        rich_help_panel=READING,
        help="Refuse archives larger than this when unpacked. Default: 2.",
    ),
]
