"""`klout topics`: what posts on each topic get, and what else the posts are about."""

from typing import TYPE_CHECKING, Annotated

import typer

from klout_cli.cli import options
from klout_cli.cli.selection import Selection, selecting

if TYPE_CHECKING:
    from klout_cli.cli.subject import Subject
    from klout_cli.results.displayed import Subject as Topic


@selecting()
def topics(
    context: typer.Context,
    paths: options.Paths = None,
    format: Annotated[
        options.ExplainFormat, typer.Option("--format", "-f", help="table or json.")
    ] = options.ExplainFormat.table,
    output: options.Output = None,
    force: options.Force = False,
    history: options.History = None,
    *,
    selection: Selection,
) -> None:
    """Tell what your topics bring, and on which channel; from exports, topics to paste into klout.yaml are proposed too.

    Example: klout topics twitter-2026-03-01.zip
    """
    from klout_cli.cli.output import screen_of, targets, write
    from klout_cli.cli.progress import choose_progress
    from klout_cli.cli.subject import subject
    from klout_cli.pipeline import advising
    from klout_cli.reports.topics import topics_json, topics_screen

    (file,) = targets(output, [format], paths or [], force)
    one = subject(paths or (), history=history, progress=choose_progress(context), **selection)
    stated = advising.subjects(one.taken, one.model)
    proposed = _proposed(one)
    if format == "json":
        write(topics_json(one.snapshot, stated, proposed), file)
    else:
        write(
            topics_screen(
                one.snapshot, stated, proposed, screen_of(context, to_file=file is not None)
            ),
            file,
        )


def _proposed(one: "Subject") -> "tuple[Topic, ...]":
    """Propose topics from the words of posts, where exports were read."""
    if one.request is None or one.found is None:
        return ()
    from klout_cli.pipeline import from_exports

    return from_exports.proposals(one.taken, one.request, one.found)
