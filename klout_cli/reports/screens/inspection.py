"""The screen of `klout inspect`: one line an export; every table, row and factor if verbose."""

from collections.abc import Iterator, Sequence

from klout_cli.reports.names import channel_name
from klout_cli.reports.numbers import count, day
from klout_cli.reports.safe import safe
from klout_cli.reports.screens.blocks import Block, Column, Facts, Table, say, suggest
from klout_cli.reports.screens.ledger import ledger_blocks
from klout_cli.reports.show import show
from klout_cli.results import Inspection, LedgerRow
from klout_cli.translation import gettext as _
from klout_cli.translation import ngettext

FILES = 5  # unused files named on the short screen


def inspection_blocks(
    inspections: Sequence[Inspection],
    others: Sequence[LedgerRow],
    refused: Sequence[str],
    *,
    verbose: bool,
) -> Iterator[Block]:
    """Yield what each export is, then files that are not used."""
    yield _list(inspections)
    if verbose or len(inspections) == 1:
        for inspection in inspections:
            yield from _in_full(inspection, verbose=verbose)
    files = [
        (safe(row.file), show(reason)) for row in others for reason in (*row.reasons, *row.notes)
    ]
    shown = files if verbose else files[:FILES]
    yield Facts(_("Not used"), tuple(shown))
    if rest := len(files) - len(shown):
        yield say(ngettext("{n} more: -v", "{n} more: -v", rest))
    yield say(*(show(fault, 400) for fault in refused), style="alert")
    if not verbose and inspections:
        yield suggest(("klout inspect -v", _("every table and every skipped row")))


def _list(inspections: Sequence[Inspection]) -> Table:
    rows = tuple(
        (
            _named(inspection),
            show(inspection.variant),
            day(inspection.exported_at) or _("no date"),
            count(sum(row.read for row in inspection.ledger)),
            count(sum(row.skipped for row in inspection.ledger)),
        )
        for inspection in inspections
    )
    columns = (
        Column(),
        Column(_("what"), drop=1),
        Column(_("exported")),
        Column(_("rows"), right=True),
        Column(_("skipped"), right=True),
    )
    return Table(_("Exports"), columns, rows)


def _named(inspection: Inspection) -> str:
    return channel_name(inspection.network, inspection.account.partition(":")[2])


def _in_full(inspection: Inspection, *, verbose: bool) -> Iterator[Block]:
    tables = ", ".join(f"{count(n)} {show(table)}" for table, n in inspection.rows.items())
    if verbose:
        owner = safe(inspection.owner) or _("no name in this export")
        title = _named(inspection)
        yield Facts(title, ((_("Owner"), owner), (_("Includes"), tables or _("no rows"))))
    else:
        yield Facts("", ((_("Includes"), tables or _("no rows")),))
    feeds = [show(supply.title) for supply in inspection.supplies if supply.feeds]
    yield Facts(_("Measures"), (("", ", ".join(feeds) or _("nothing")),))
    lacks = tuple(
        (show(supply.title), show(supply.reason))
        for supply in inspection.supplies
        if not supply.feeds
    )
    yield Facts(_("Doesn't measure"), lacks)
    if verbose:
        yield from (_columns(row) for row in inspection.ledger if row.columns)
        yield from ledger_blocks(inspection.ledger)
    yield say(*(show(note, 400) for note in inspection.notes), style="alert")


def _columns(row: LedgerRow) -> Table:
    """Return what the columns of a table are read as, and what else they could be."""
    rows = tuple((safe(name), meaning or "–", other or "–") for name, meaning, other in row.columns)
    heads = Column(), Column(_("read as")), Column(_("could also be"))
    return Table(_("Column"), heads, rows)
