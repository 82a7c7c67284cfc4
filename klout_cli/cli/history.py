"""`klout history`: stored snapshots, and how to delete them."""

from collections.abc import Sequence
from typing import Annotated, TypeAlias

import typer
from msgspec.structs import replace

from klout_cli.cli import flags, settings
from klout_cli.cli.help import Commands
from klout_cli.cli.options import parse_date
from klout_cli.cli.output import screen_of, targets, write
from klout_cli.cli.score import write_report
from klout_cli.cli.snapshots import find_snapshots, open_history, read_snapshots
from klout_cli.errors import UsageError
from klout_cli.history.store import History
from klout_cli.reports.safe import safe
from klout_cli.results import Report, StoredSnapshot
from klout_cli.translation import Message, ngettext
from klout_cli.translation import gettext as _
from klout_cli.translation import gettext_noop as N_

history = typer.Typer(
    cls=Commands,
    help=N_("Manage your saved scores.") + "\n\n" + N_("Example: klout history list"),
)

Which: TypeAlias = Annotated[
    str,
    typer.Argument(
        metavar="[ID|DATE]",
        autocompletion=flags.complete_snapshots,
        help="A number from the list, a date, latest or previous.",
    ),
]


@history.command("list")
def list_snapshots(
    context: typer.Context, person: flags.Person = "", file: flags.History = None
) -> None:
    """List your saved scores.

    Example: klout history list
    """
    from klout_cli.reports.screens.console import draw
    from klout_cli.reports.screens.history import history_blocks

    screen = screen_of(context)
    snapshots = read_snapshots(person, file)
    write(draw(history_blocks(snapshots, verbose=screen.verbose), screen))


@history.command()
def show(
    context: typer.Context,
    which: Which = "latest",
    format: flags.Formats = None,
    output: flags.Output = None,
    force: flags.Force = False,
    model: flags.ModelName = None,
    person: flags.Person = "",
    file: flags.History = None,
) -> None:
    """Show a saved score again.

    Example: klout history show 2025-09-01
    """
    formats = list(dict.fromkeys(format or [flags.Format.table]))
    files = targets(output, formats, [], force)
    (stored,) = find_snapshots([which], person, file)
    write_report(context, _judge_again(stored, model), formats, files)


def _judge_again(stored: StoredSnapshot, name: str | None) -> Report:
    """Judge a snapshot by a model, and warn if the published score differs."""
    from klout_cli import pipeline
    from klout_cli.results import SnapshotWithLedger
    from klout_cli.scoring import model as models

    model = stored.model
    own = model.name if model.name in models.BUNDLED else settings.load(()).model
    judge = models.load(name or own or models.STANDARD)
    report = pipeline.make_report(SnapshotWithLedger(stored.snapshot), judge)
    if report.model.fingerprint == model.fingerprint:
        return report
    again = (
        N_("Scored again by {model}. Published was {score} by {name} {version}.")
        if name
        else N_("Scored again by today's method. Published was {score} by {name} {version}.")
    )
    published = Message(
        again,
        model=report.model.name,
        score=round(stored.value, 2),
        name=model.name,
        version=model.version,
    )
    return replace(report, warnings=(*report.warnings, published))


@history.command()
def forget(
    before: Annotated[
        str | None, typer.Option(metavar="DATE", help="Scores from before this day.")
    ] = None,
    network: Annotated[
        str | None,
        typer.Option(
            metavar="NETWORK",
            autocompletion=flags.list_networks,
            help="Scores that include this network.",
        ),
    ] = None,
    everything: Annotated[bool, typer.Option("--all", help="All saved scores.")] = False,
    person: flags.Person = "",
    file: flags.History = None,
) -> None:
    """Delete saved scores that match all conditions.

    Example: klout history forget --before 2025-01-01
    """
    from klout_cli.history.selection import filter_person

    if not (before or network or everything):
        raise UsageError(
            N_("Which scores should be deleted?"),
            "",
            N_("add --before 2025-01-01, --network x or --all"),
        )
    limit = parse_date(before, "--before").isoformat() if before else ""
    store = open_history(file)
    if network:
        _refuse_unmeasured(network, store)

    def choose(snapshots: Sequence[StoredSnapshot]) -> list[StoredSnapshot]:
        return [
            stored
            for stored in (filter_person(snapshots, person) if person else snapshots)
            if (not limit or stored.as_of < limit)
            and (not network or network.lower() in _list_networks(stored))
        ]

    deleted = store.forget(choose)
    write(ngettext("{n} score deleted", "{n} scores deleted", deleted) + "\n")


def _refuse_unmeasured(network: str, store: History) -> None:
    """Raise UsageError for a network that neither snapshots nor klout know."""
    measured = {name for stored in store.all() for name in _list_networks(stored)}
    if network.lower() not in (*measured, *flags.list_networks()):
        known = sorted(measured) or flags.list_networks()
        message = N_("No saved score includes this network.")
        raise flags.unknown_network(message, network, known, "--network")


def _list_networks(stored: StoredSnapshot) -> set[str]:
    return {account.network for account in stored.snapshot.measured}


@history.command()
def repair(file: flags.History = None) -> None:
    """Save what is readable of a damaged history.

    Example: klout history repair
    """
    repaired = open_history(file).repair()
    if repaired is None:
        write(_("The history isn't damaged.") + "\n")
        return
    lines = [ngettext("{n} score saved", "{n} scores saved", repaired.saved)]
    if repaired.lost is not None:
        lines.append(ngettext("{n} score lost", "{n} scores lost", repaired.lost))
    lines.append(_("The damaged file is now {file}", file=safe(repaired.aside.name)))
    write("\n".join(lines) + "\n")


@history.command()
def export(
    output: flags.Output = None,
    force: flags.Force = False,
    person: flags.Person = "",
    file: flags.History = None,
) -> None:
    """Save all saved scores as JSON.

    Example: klout history export -o history.json
    """
    from klout_cli.reports.json_report import JsonReport

    (target,) = targets(output, ["json"], [], force)
    write(JsonReport().history(read_snapshots(person, file)), target)
