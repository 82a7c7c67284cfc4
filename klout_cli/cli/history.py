"""`klout history`: stored snapshots, and how to delete them."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, TypeAlias

import typer

from klout_cli.cli import flags
from klout_cli.cli.help import Commands

if TYPE_CHECKING:
    from klout_cli.history.store import History
    from klout_cli.results import Report, StoredSnapshot

history = typer.Typer(
    cls=Commands,
    help="List, show, forget, repair or export the snapshots that klout score keeps.\n\n"
    "Example: klout history list",
)

Which: TypeAlias = Annotated[
    str,
    typer.Argument(
        metavar="[ID|DATE]",
        autocompletion=flags.complete_snapshots,
        help="A number of the list, a date, latest or previous.",
    ),
]


@history.command("list")
def list_snapshots(
    context: typer.Context, person: flags.Person = "", file: flags.History = None
) -> None:
    """List what is kept, by date: the score as it was published, and by which model.

    Example: klout history list
    """
    from klout_cli.cli.output import screen_of, write
    from klout_cli.cli.snapshots import read_snapshots
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
    """Show the score of a snapshot again, judged by the model that published it, or by --model.

    Example: klout history show 2025-09-01
    """
    from klout_cli.cli.output import targets
    from klout_cli.cli.score import write_report
    from klout_cli.cli.snapshots import find_snapshots

    formats = list(dict.fromkeys(format or [flags.Format.table]))
    files = targets(output, formats, [], force)
    (stored,) = find_snapshots([which], person, file)
    write_report(context, _judge_again(stored, model), formats, files)


def _judge_again(stored: "StoredSnapshot", name: str | None) -> "Report":
    """Judge a snapshot by a model, and warn if the published score differs."""
    from msgspec.structs import replace

    from klout_cli import pipeline
    from klout_cli.cli import settings
    from klout_cli.results import SnapshotWithLedger
    from klout_cli.scoring import model as models

    model = stored.model
    own = model.name if model.name in models.BUNDLED else settings.load(()).model
    judge = models.load(name or own or models.STANDARD)
    report = pipeline.make_report(SnapshotWithLedger(stored.snapshot), judge)
    if report.model.fingerprint == model.fingerprint:
        return report
    published = (
        f"judged anew; published was {stored.value:.2f} by the model {model.name} {model.version}"
    )
    return replace(report, warnings=(*report.warnings, published))


@history.command()
def forget(
    before: Annotated[
        str | None, typer.Option(metavar="DATE", help="Snapshots of earlier dates.")
    ] = None,
    network: Annotated[
        str | None,
        typer.Option(
            metavar="NETWORK",
            autocompletion=flags.list_networks,
            help="Snapshots in which this network is measured.",
        ),
    ] = None,
    everything: Annotated[bool, typer.Option("--all", help="All snapshots.")] = False,
    person: flags.Person = "",
    file: flags.History = None,
) -> None:
    """Delete snapshots for good: those of which everything holds that is given. Nothing of them
    stays in the file.

    Example: klout history forget --before 2025-01-01
    """
    from klout_cli.cli.language import translate
    from klout_cli.cli.options import parse_date
    from klout_cli.cli.output import write
    from klout_cli.cli.snapshots import open_history
    from klout_cli.errors import UsageError
    from klout_cli.history.selection import filter_person

    if not (before or network or everything):
        raise UsageError(
            "forget which snapshots?",
            "",
            "--before DATE, --network NETWORK or --all, and --person NAME with any of them",
        )
    limit = parse_date(before, "--before").isoformat() if before else ""
    store = open_history(file)
    if network:
        _refuse_unmeasured(network, store)

    def choose(snapshots: Sequence["StoredSnapshot"]) -> "list[StoredSnapshot]":
        return [
            stored
            for stored in (filter_person(snapshots, person) if person else snapshots)
            if (not limit or stored.as_of < limit)
            and (not network or network.lower() in _list_networks(stored))
        ]

    write(translate(f"{_count(store.forget(choose))} forgotten") + "\n")


def _refuse_unmeasured(network: str, store: "History") -> None:
    """Raise UsageError for a network that neither snapshots nor klout know."""
    measured = {name for stored in store.all() for name in _list_networks(stored)}
    if network.lower() not in (*measured, *flags.list_networks()):
        known = sorted(measured) or flags.list_networks()
        message = "no snapshot measures this network"
        raise flags.unknown_network(message, network, known, "--network")


def _list_networks(stored: "StoredSnapshot") -> set[str]:
    return {account.network for account in stored.snapshot.measured}


@history.command()
def repair(file: flags.History = None) -> None:
    """Save what can be read of a damaged history into a new one; the damaged file is kept beside
    it.

    Example: klout history repair
    """
    from klout_cli.cli.language import translate
    from klout_cli.cli.output import write
    from klout_cli.cli.snapshots import open_history
    from klout_cli.reports.safe import safe

    repaired = open_history(file).repair()
    if repaired is None:
        message = "nothing is damaged"
    else:
        saved, name = _count(repaired.saved), safe(repaired.aside.name)
        message = (
            f"{saved} saved; the damaged file is now {name}"
            if repaired.lost is None
            else f"{saved} saved, {repaired.lost} lost; the damaged file is now {name}"
        )
    write(translate(message) + "\n")


@history.command()
def export(
    output: flags.Output = None,
    force: flags.Force = False,
    person: flags.Person = "",
    file: flags.History = None,
) -> None:
    """Write all snapshots as JSON (klout.history/1): everything that is kept, and nothing else is.

    Example: klout history export -o history.json
    """
    from klout_cli.cli.output import targets, write
    from klout_cli.cli.snapshots import read_snapshots
    from klout_cli.reports.json_report import JsonReport

    (target,) = targets(output, ["json"], [], force)
    write(JsonReport().history(read_snapshots(person, file)), target)


def _count(snapshots: int) -> str:
    return f"{snapshots} snapshot{'s' * (snapshots != 1)}"
