"""The options that several commands share, and their shell completions."""

import inspect
import re
from collections.abc import Callable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import (
    Annotated,
    Any,
    Literal,
    TypeAlias,
    TypedDict,
    get_args,
    get_type_hints,
)

import typer

from klout_cli.cli.snapshots import open_history
from klout_cli.errors import KloutError, UsageError, meant
from klout_cli.results import StoredSnapshot
from klout_cli.translation import gettext_noop as N_

RankFormat: TypeAlias = Literal["table", "csv", "json"]
Colour: TypeAlias = Literal["auto", "always", "never"]

READING = N_("Reading files")
SHOWN_DEFAULTS = {"tz": "UTC"}
"""Defaults of shared options that the help shows; any other is unset."""
SHELL_SAFE = r"[\w.@+-]+"


class Format(StrEnum):
    """Formats of a result (of which typer takes no list of Literals)."""

    table = "table"
    json = "json"
    csv = "csv"
    markdown = "markdown"
    html = "html"


def list_networks() -> list[str]:
    """Return the networks whose exports can be read."""
    from klout_cli.importers.plugins import list_sources

    return list(dict.fromkeys(source.network for source in list_sources()))


def unknown_network(what: str, name: str, known: Sequence[str], option: str = "") -> "UsageError":
    """Return the error for an unknown network, with a suggestion."""
    return UsageError(what, f"{option} {name}".strip(), meant(name.lower(), known))


def refuse_names(*, redact: bool, with_names: bool) -> None:
    """Raise UsageError if names are both asked for and withheld."""
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


def _stored_snapshots() -> list[StoredSnapshot]:
    """Return all stored snapshots; while completing, none of an unreadable history."""
    try:
        return open_history(None).all()
    except KloutError:
        return []


def setting(name: str, **details: Any) -> Any:
    """Return an option that a variable sets too: --as-of and KLOUT_AS_OF."""
    words = name.partition("/")[0].removeprefix("--").replace("-", "_")
    return typer.Option(name, envvar=f"KLOUT_{words.upper()}", show_envvar=False, **details)


def reading_setting(name: str, **details: Any) -> Any:
    """Return such an option that says how files are read."""
    return setting(name, rich_help_panel=READING, **details)


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
    Literal["table", "json"], typer.Option("--format", "-f", help="table or json.")
]
Output: TypeAlias = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="FILE", help="Write to this file. - means the screen."),
]
Force: TypeAlias = Annotated[bool, typer.Option("--force", help="Replace an existing file.")]
Redact: TypeAlias = Annotated[
    bool,
    typer.Option("--redact", "--share", help="Leave out names, handles, texts and counts under 5."),
]
Strict: TypeAlias = Annotated[
    bool, typer.Option("--strict", help="Exit with code 4 if anything was skipped.")
]
ModelName: TypeAlias = Annotated[
    str | None,
    setting(
        "--model",
        metavar="NAME|FILE",
        autocompletion=complete_models,
        help="klout, professional or your own YAML file.",
    ),
]
AsOf: TypeAlias = Annotated[
    str | None,
    setting(
        "--as-of",
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
    setting(
        "--history",
        metavar="FILE",
        help="Where scores are saved. Default: your data folder.",
    ),
]
NoHistory: TypeAlias = Annotated[bool, typer.Option("--no-history", help="Don't save this score.")]
Consent: TypeAlias = Annotated[
    bool,
    setting("--i-have-consent", help="Save another person's score; they agreed to it."),
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
    setting(
        "--include-private/--no-include-private",
        help="Count private messages: who, when and direction, never the text.",
    ),
]
Encoding: TypeAlias = Annotated[
    str,
    reading_setting(
        "--encoding", metavar="NAME", help="Encoding of text files, if detection is wrong."
    ),
]
Decimal: TypeAlias = Annotated[
    str,
    reading_setting("--decimal", metavar=",|.", help="Decimal separator for ambiguous tables."),
]
DateOrder: TypeAlias = Annotated[
    Literal["dmy", "mdy"] | None,
    reading_setting("--date-order", help="Read 03/04/2026 day or month first."),
]
TimeZone: TypeAlias = Annotated[
    str,
    reading_setting("--tz", metavar="ZONE", help="Time zone of times without one."),
]
Today: TypeAlias = Annotated[
    str | None,
    reading_setting("--today", metavar="DATE", help="Ignore dates after this one."),
]
LimitGb: TypeAlias = Annotated[
    int | None,
    reading_setting(
        "--limit-gb",
        metavar="N",
        min=1,
        help="Refuse archives larger than this when unpacked. Default: 2.",
    ),
]


class ReadingFlags(TypedDict, total=False):
    """How files are read."""

    encoding: Encoding
    decimal: Decimal
    date_order: DateOrder
    tz: TimeZone
    today: Today
    limit_gb: LimitGb


class ChoiceFlags(TypedDict, total=False):
    """Whose score, as of when, by which model, of which accounts."""

    as_of: AsOf
    model: ModelName
    person: Person
    only: Only
    without: Without
    include_private: IncludePrivate


class PersonFlags(ChoiceFlags, ReadingFlags):
    """The options of every command that measures a person in exports."""


class HistoryFlags(TypedDict, total=False):
    """Where saved scores are."""

    history: History


class RecallFlags(HistoryFlags, PersonFlags):
    """The options of every command that measures a person, or takes the latest saved score."""


def declare_flags(command: Callable[..., None]) -> Callable[..., None]:
    """Return a command whose `**flags: Unpack[...]` is spelt out, as typer needs it.

    `options.read_flags` takes their values from the context.
    """
    signature = inspect.signature(command)
    *own, last = signature.parameters.values()
    if last.kind is last.VAR_KEYWORD:
        (shared,) = get_args(last.annotation)
        options = get_type_hints(shared, include_extras=True)
        spelt = [
            last.replace(
                name=name,
                kind=last.KEYWORD_ONLY,
                default=SHOWN_DEFAULTS.get(name),
                annotation=option,
            )
            for name, option in options.items()
        ]
        command.__signature__ = signature.replace(parameters=[*own, *spelt])  # type: ignore[attr-defined]
    return command
