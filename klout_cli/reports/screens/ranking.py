"""The screen of `klout rank`: people by score."""

from collections.abc import Iterator, Mapping, Sequence

from klout_cli.reports.names import BREAKDOWN, factor_title
from klout_cli.reports.numbers import number, percent, signed
from klout_cli.reports.rounding import apportion
from klout_cli.reports.safe import safe
from klout_cli.reports.screens.blocks import Block, Column, Lines, Table
from klout_cli.reports.screens.ledger import ledger_blocks, read_in_part
from klout_cli.reports.screens.method import limits, method
from klout_cli.results import LedgerRow, ModelName
from klout_cli.translation import gettext as _

NAMED = 3  # factors named beside a score


def ranking_blocks(
    people: Sequence[Mapping[str, object]],
    total: int,
    model: ModelName,
    ledger: Sequence[LedgerRow],
    *,
    verbose: bool,
) -> Iterator[Block]:
    """Yield the first people of a ranking; `people` are its rows, `total` all of them."""
    columns = (
        Column(right=True),
        Column(_("person")),
        Column(_("score"), right=True),
        Column(_("likely"), right=True),
        Column(_("measured"), right=True, drop=1),
        Column(_("mostly from"), drop=2),
    )
    yield Table(_("Rank"), columns, tuple(map(_row, people)))
    lines = []
    if total > len(people):
        lines.append(
            _(
                "The first {shown} of {total} people. All: -o ranking.csv",
                shown=len(people),
                total=total,
            )
        )
    if partly := read_in_part(ledger):
        lines.append(partly)
    yield Lines((*lines, limits()))
    if verbose:
        yield from ledger_blocks(ledger)
        yield method(model)


def _row(person: Mapping[str, object]) -> tuple[str, ...]:
    """Return one row of a ranking; people without a score come last, unnumbered."""
    name, value = safe(str(person["person"])), person["score"]
    if not isinstance(value, float):
        return "", name, "", "", "", _("no account with a known audience")
    low, high, measured = (float(str(person[column])) for column in ("low", "high", "measured"))
    likely = f"{number(low, 0)}–{number(high, 0)}"
    if person["quality"] == "first_impression":
        return str(person["rank"]), name, "–", likely, percent(measured), _("first impression")
    points = apportion([float(str(person[id] or 0)) for id in BREAKDOWN], value, 1)
    largest = sorted(
        (
            (part, id)
            for id, part in zip(BREAKDOWN, points, strict=True)
            if id != "average" and part
        ),
        key=lambda pair: -abs(pair[0]),
    )
    lines = ", ".join(f"{factor_title(id)} {signed(part)}" for part, id in largest[:NAMED] if part)
    return str(person["rank"]), name, number(value), likely, percent(measured), lines
