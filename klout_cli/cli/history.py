"""`klout history`: what is kept of earlier scores, and how it is forgotten."""

from typing import TYPE_CHECKING, Annotated, TypeAlias

import typer

from klout_cli.cli import options
from klout_cli.cli.help import Commands

if TYPE_CHECKING:
    from collections.abc import Sequence

    from klout_cli.results import Kept, Report

history = typer.Typer(
    cls=Commands,
    help="List, show, forget, repair or export the snapshots that klout score keeps.\n\nExample: klout history list",
)

Which: TypeAlias = Annotated[
    str,
    typer.Argument(
        metavar="[ID|DATE]",
        autocompletion=options.snapshots,
        help="A number of the list, a date, latest or previous.",
    ),
]


@history.command("list")
def list_snapshots(
    context: typer.Context, person: options.Person = "", file: options.History = None
) -> None:
    """List what is kept, by date: the score as it was published, and by which model.

    Example: klout history list
    """
    from klout_cli.cli.output import screen_of, write
    from klout_cli.cli.recall import everything
    from klout_cli.reports.terminal import Terminal

    write(Terminal(screen_of(context)).history(everything(person, file)))


@history.command()
def show(
    context: typer.Context,
    which: Which = "latest",
    format: options.Formats = None,
    output: options.Output = None,
    force: options.Force = False,
    model: options.ModelName = None,
    person: options.Person = "",
    file: options.History = None,
) -> None:
    """Show the score of a snapshot again, judged by the model that published it, or by --model.

    Example: klout history show 2025-09-01
    """
    from klout_cli.cli.output import targets
    from klout_cli.cli.recall import recalled
    from klout_cli.cli.score import show as show_report

    formats = list(dict.fromkeys(format or [options.Format.table]))
    files = targets(output, formats, [], force)
    (kept,) = recalled([which], person, file)
    show_report(context, _judged_again(kept, model), formats, files)


def _judged_again(kept: "Kept", model: str | None) -> "Report":
    """Judge a snapshot, and say so where that is not as it was published."""
    from msgspec.structs import replace

    from klout_cli.cli import settings
    from klout_cli.pipeline import judging
    from klout_cli.results import Taken
    from klout_cli.scoring import model as models

    own = kept.model.name if kept.model.name in models.BUNDLED else settings.load(()).model
    report = judging.judged(Taken(kept.snapshot), models.load(model or own or models.STANDARD))
    if report.model.fingerprint == kept.model.fingerprint:
        return report
    published = f"judged anew; published was {kept.value:.2f} by the model {kept.model.name} {kept.model.version}"
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
            autocompletion=options.networks,
            help="Snapshots in which this network is measured.",
        ),
    ] = None,
    everything: Annotated[bool, typer.Option("--all", help="All snapshots.")] = False,
    person: options.Person = "",
    file: options.History = None,
) -> None:
    """Delete snapshots for good: those of which everything holds that is given. Nothing of them stays in the file.

    Example: klout history forget --before 2025-01-01
    """
    from klout_cli.cli.output import write
    from klout_cli.cli.recall import the_history
    from klout_cli.cli.request import day
    from klout_cli.cli.speech import said
    from klout_cli.errors import UsageError
    from klout_cli.history.pick import of_person

    if not (before or network or everything):
        raise UsageError(
            "forget which snapshots?",
            "",
            "--before DATE, --network NETWORK or --all, and --person NAME with any of them",
        )
    limit = day(before, "--before").isoformat() if before else ""
    snapshots = the_history(file)
    measured = (
        {account.network for kept in snapshots.all() for account in kept.snapshot.measured}
        if network
        else ()
    )
    if network and network.lower() not in (*measured, *options.networks()):
        raise options.no_network(
            "no snapshot measures this network",
            network,
            sorted(measured) or options.networks(),
            "--network",
        )

    def chosen(kept: "Sequence[Kept]") -> "list[Kept]":
        theirs = of_person(kept, person) if person else kept
        dated = [one for one in theirs if not limit or one.snapshot.as_of < limit]
        return [
            one
            for one in dated
            if not network
            or network.lower() in (account.network for account in one.snapshot.measured)
        ]

    forgotten = snapshots.forget(chosen)
    write(said(f"{_counted(forgotten)} forgotten") + "\n")


@history.command()
def repair(file: options.History = None) -> None:
    """Save what can be read of a damaged history into a new one; the damaged file is kept beside it.

    Example: klout history repair
    """
    from klout_cli.cli.output import write
    from klout_cli.cli.recall import the_history
    from klout_cli.cli.speech import said
    from klout_cli.reports.safe import safe

    done = the_history(file).repair()
    told = (
        f"{_counted(done[0])} saved; the damaged file is now {safe(done[1].name)}"
        if done
        else "nothing is damaged"
    )
    write(said(told) + "\n")


@history.command()
def export(
    output: options.Output = None,
    force: options.Force = False,
    person: options.Person = "",
    file: options.History = None,
) -> None:
    """Write all snapshots as JSON (klout.history/1): everything that is kept, and nothing else is.

    Example: klout history export -o history.json
    """
    from klout_cli.cli.output import targets, write
    from klout_cli.cli.recall import everything
    from klout_cli.reports.json_report import JsonReport

    (target,) = targets(output, ["json"], [], force)
    write(JsonReport().history(everything(person, file)), target)


def _counted(snapshots: int) -> str:
    return f"{snapshots} snapshot{'s' * (snapshots != 1)}"
