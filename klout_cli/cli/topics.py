"""`klout topics`: responses to each topic, and other topics of the posts."""

from collections.abc import Sequence
from pathlib import Path
from shlex import quote
from typing import Annotated, Unpack

import typer

from klout_cli.cli import flags
from klout_cli.cli.output import show_blocks, targets, warn, write
from klout_cli.cli.snapshots import measure_or_recall
from klout_cli.errors import UsageError
from klout_cli.results.displayed import Subject
from klout_cli.translation import gettext as _
from klout_cli.translation import ngettext


def topics(
    context: typer.Context,
    paths: flags.Paths = None,
    add: Annotated[
        str | None,
        typer.Option(metavar="N,...", help="Add these proposals to klout.yaml, like 1,3."),
    ] = None,
    format: flags.TableOrJson = "table",
    output: flags.Output = None,
    force: flags.Force = False,
    **shared: Unpack[flags.RecallFlags],
) -> None:
    """Show what your topics bring, and propose new ones.

    Example: klout topics twitter-2026-03-01.zip
    """
    from klout_cli import details, pipeline
    from klout_cli.reports.screens.topics import topics_blocks
    from klout_cli.reports.topics_json import topics_json

    (file,) = targets(output, [format], paths or [], force)
    inputs = measure_or_recall(context, paths)
    snapshot = inputs.person.snapshot
    own = pipeline.measure_topics(inputs.person, inputs.model)
    proposals = (
        details.propose_topics(inputs.person, inputs.exports, inputs.options)
        if inputs.exports and inputs.options
        else ()
    )
    if add is not None:
        _add_topics(context, choose_proposals(add, proposals), paths or [])
    elif format == "json":
        write(topics_json(snapshot, own, proposals), file)
    else:
        files = " ".join(quote(str(path)) for path in paths or [])
        show_blocks(
            context,
            topics_blocks(snapshot, own, proposals, files=files, verbose=context.obj.verbose),
            file,
        )


def choose_proposals(numbers: str, proposals: Sequence[Subject]) -> list[Subject]:
    """Return the proposals of a list like 1,3; raises UsageError for any other number."""
    parts = numbers.replace(",", " ").split()
    if not parts or not all(part.isdecimal() for part in parts):
        what = _("“{text}” isn't a list of numbers.", text=numbers)
        raise UsageError(what, "--add", _("write it as 1,3"))
    if not proposals:
        remedy = _("give klout your exports: klout topics FILE")
        raise UsageError(_("There are no proposals."), "--add", remedy)
    places = dict.fromkeys(map(int, parts))
    last = len(proposals)
    if wrong := [place for place in places if not 1 <= place <= last]:
        what = _("There is no proposal {number}.", number=wrong[0])
        remedy = _("choose from 1 to {last}; klout topics -v lists them", last=last)
        raise UsageError(what, "--add", remedy)
    return [proposals[place - 1] for place in places]


def _add_topics(context: typer.Context, chosen: Sequence[Subject], paths: Sequence[Path]) -> None:
    """Write proposals to klout.yaml in this folder, and say so."""
    from klout_cli import SETTINGS_FILE
    from klout_cli.cli.settings_file import describe_save, save_entries
    from klout_cli.reports.topics_json import as_settings

    target, topics = Path(SETTINGS_FILE), as_settings(chosen)
    targets(target, ["yaml"], [path for path in paths if path.is_file()], force=True)
    save_entries(target, "topics", topics)
    added = ngettext(
        "{n} topic added: {names}",
        "{n} topics added: {names}",
        len(topics),
        names=", ".join(topics),
    )
    warn(context, [added, *describe_save(target, paths)])
