"""`klout topics`: responses to each topic, and other topics of the posts."""

from typing import Annotated

import typer

from klout_cli.cli import flags


def topics(
    context: typer.Context,
    paths: flags.Paths = None,
    format: Annotated[
        flags.ExplainFormat, typer.Option("--format", "-f", help="table or json.")
    ] = flags.ExplainFormat.table,
    output: flags.Output = None,
    force: flags.Force = False,
    history: flags.History = None,
    as_of: flags.AsOf = None,
    model: flags.ModelName = None,
    person: flags.Person = "",
    only: flags.Only = None,
    without: flags.Without = None,
    include_private: flags.IncludePrivate = None,
    encoding: flags.Encoding = "",
    decimal: flags.Decimal = "",
    date_order: flags.DateOrder = None,
    tz: flags.TimeZone = "UTC",
    today: flags.Today = None,
    limit_gb: flags.LimitGb = None,
) -> None:
    """Show what your topics bring, and propose new ones.

    Example: klout topics twitter-2026-03-01.zip
    """
    from klout_cli import pipeline
    from klout_cli.cli.output import screen_of, targets, write
    from klout_cli.cli.snapshots import measure_or_recall
    from klout_cli.reports.screens.console import draw
    from klout_cli.reports.screens.topics import topics_blocks
    from klout_cli.reports.topics_json import topics_json

    (file,) = targets(output, [format], paths or [], force)
    inputs = measure_or_recall(context, paths, history)
    snapshot = inputs.person.snapshot
    own = pipeline.measure_topics(inputs.person, inputs.model)
    proposals = (
        pipeline.propose_topics(inputs.person, inputs.exports, inputs.options)
        if inputs.exports and inputs.options
        else ()
    )
    if format == "json":
        write(topics_json(snapshot, own, proposals), file)
    else:
        screen = screen_of(context, to_file=file is not None)
        blocks = topics_blocks(snapshot, own, proposals, verbose=screen.verbose)
        write(draw(blocks, screen), file)
