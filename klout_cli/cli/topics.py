"""`klout topics`: responses to each topic, and other topics of the posts."""

from collections.abc import Sequence
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING, Annotated

import typer

from klout_cli.cli import flags
from klout_cli.translation import gettext as _

if TYPE_CHECKING:
    from klout_cli.results.displayed import Subject


def topics(
    context: typer.Context,
    paths: flags.Paths = None,
    add: Annotated[
        str | None,
        typer.Option(metavar="N,...", help="Add these proposals to klout.yaml, like 1,3."),
    ] = None,
    format: flags.TableOrJson = flags.ExplainFormat.table,
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
    from klout_cli import details, pipeline
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
        details.propose_topics(inputs.person, inputs.exports, inputs.options)
        if inputs.exports and inputs.options
        else ()
    )
    if add is not None:
        _add_topics(context, choose_proposals(add, proposals), paths or [])
    elif format == "json":
        write(topics_json(snapshot, own, proposals), file)
    else:
        screen = screen_of(context, to_file=file is not None)
        files = " ".join(quote(str(path)) for path in paths or [])
        blocks = topics_blocks(snapshot, own, proposals, files=files, verbose=screen.verbose)
        write(draw(blocks, screen), file)


def choose_proposals(numbers: str, proposals: "Sequence[Subject]") -> "list[Subject]":
    """Return the proposals of a list like 1,3; raises UsageError for any other number."""
    from klout_cli.errors import UsageError

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


def _add_topics(context: typer.Context, chosen: "Sequence[Subject]", paths: Sequence[Path]) -> None:
    """Write proposals to klout.yaml in this folder, and say so."""
    from klout_cli import SETTINGS_FILE
    from klout_cli.cli.output import targets, warn
    from klout_cli.cli.settings_file import describe_save, save_entries
    from klout_cli.reports.topics_json import as_settings
    from klout_cli.translation import ngettext

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
