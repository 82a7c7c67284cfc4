"""What was read and skipped, by reason and by file."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from klout_cli.reports.numbers import count
from klout_cli.reports.safe import safe
from klout_cli.reports.screens.blocks import Block, Column, Facts, Table
from klout_cli.reports.show import show
from klout_cli.results import LedgerRow
from klout_cli.translation import gettext as _
from klout_cli.translation import ngettext

MANY_FILES = 5
MANY_SKIPPED = 0.05  # share of a file's rows above which skips are worth a line
FEW_SKIPPED = 3  # rows that are never worth one, unless they are all of the file


def describe_skips(ledger: Sequence[LedgerRow]) -> str:
    """Say how many files were not read, or lack many rows; "" if none."""
    partly = [row for row in ledger if _lacks_much(row)]
    if not partly:
        return ""
    skipped, read = sum(row.skipped for row in partly), sum(row.read for row in partly)
    return ngettext(
        "{n} file was read only in part, {skipped} of {read} rows skipped. See klout inspect",
        "{n} files were read only in part, {skipped} of {read} rows skipped. See klout inspect",
        len(partly),
        skipped=skipped,
        read=read,
    )


def _lacks_much(row: LedgerRow) -> bool:
    if row.read and not row.used:
        return True
    return row.skipped > FEW_SKIPPED and row.skipped / row.read > MANY_SKIPPED


def ledger_blocks(ledger: Sequence[LedgerRow]) -> Iterator[Block]:
    """Yield skipped rows by reason, then every file and its first skipped rows."""
    reasons = count_rows(row.reasons for row in ledger)
    notes = count_rows(row.notes for row in ledger)
    read, skipped = sum(row.read for row in ledger), sum(row.skipped for row in ledger)
    rows = []
    if read:
        summary = _("{skipped} of {read} rows", skipped=skipped, read=read)
        rows.append((_("Skipped"), ", ".join([summary, *_list_counts(reasons)])))
    if notes:
        rows.append((_("Noted"), ", ".join(_list_counts(notes))))
    yield Facts(_("Read and skipped"), tuple(rows))
    columns = Column(), *(Column(head, right=True) for head in (_("read"), _("used"), _("skipped")))
    yield Table(_("Files"), columns, tuple(_files(ledger)))
    yield Facts(_("Skipped rows"), tuple(_examples(ledger)))


def count_rows(groups: Iterable[Mapping[str, int]]) -> Counter[str]:
    """Return how many rows have each reason, or each note, in the words of screens."""
    counts: Counter[str] = Counter()
    for group in groups:
        counts.update({show(text): rows for text, rows in group.items()})
    return counts


def _list_counts(reasons: Counter[str]) -> list[str]:
    ordered = sorted(reasons.items(), key=lambda item: (-item[1], item[0]))
    return [f"{count(number)} × {reason}" for reason, number in ordered]


def _files(ledger: Sequence[LedgerRow]) -> Iterator[tuple[str, ...]]:
    """Yield a row per file; many files of one row in a folder are one row together."""
    single = Counter(_folder(row) for row in ledger if row.used == row.read == 1)
    summed: set[str] = set()
    for row in ledger:
        folder = _folder(row)
        if row.used == row.read == 1 and single[folder] > MANY_FILES:
            if folder not in summed:
                summed.add(folder)
                files = ngettext("{n} file", "{n} files", single[folder])
                yield safe(f"{folder}/ ({files})"), *[count(single[folder])] * 2, "0"
        else:
            yield safe(row.file), count(row.read), count(row.used), count(row.skipped)


def _folder(row: LedgerRow) -> str:
    return row.file.rpartition("/")[0]


def _examples(ledger: Iterable[LedgerRow]) -> Iterator[tuple[str, str]]:
    for row in ledger:
        for line, reason in row.examples:
            yield safe(f"{row.file}:{line}" if line else row.file), show(reason)
        more = row.skipped - len(row.examples)
        if row.examples and more > 0:
            yield safe(row.file), ngettext("and {n} more", "and {n} more", more)
