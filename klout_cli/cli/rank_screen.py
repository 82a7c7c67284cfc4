"""The screens of `klout rank`: people in order, or how a cohort changed."""

import io
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeAlias

from rich.console import Console, RenderableType
from rich.table import Table
from rich.text import Text

from klout_cli.reports.layout import ASCII
from klout_cli.reports.names import BREAKDOWN, factor_title
from klout_cli.reports.safe import safe
from klout_cli.reports.screen import Screen
from klout_cli.results import LedgerRow
from klout_cli.translation import format_number, ngettext, translate
from klout_cli.translation import gettext as _

Row: TypeAlias = Mapping[str, Any]

PIPE_WIDTH = 500  # wide enough for every table
REASONS_SHOWN = 4


def ranking_screen(
    people: Sequence[Row], total: int, ledger: Sequence[LedgerRow], next_step: str, screen: Screen
) -> str:
    """Return people with score, likely range and biggest parts, and the skipped rows."""
    head = ngettext("{n} person ranked", "{n} people ranked", total)
    if total > len(people):
        head += _(", the first {n} shown", n=len(people))
    columns = [_("Rank"), _("Person"), _("Score"), _("Likely"), _("Measured"), _("Biggest parts")]
    rows = [_person(person) for person in people]
    if people and "group" in people[0]:
        columns.insert(1, _("Group"))
        for row, person in zip(rows, people, strict=True):
            row.insert(1, safe(person["group"]))
    lines = [*_skipped(ledger, screen.verbose), "", next_step]
    return _draw(head, columns, rows, lines, screen)


def changes_screen(
    changes: Sequence[Row],
    verdicts: Sequence[tuple[str, int]],
    days: Sequence[str],
    next_step: str,
    screen: Screen,
) -> str:
    """Return the changes of people between two dates, with their margin of error."""
    total = sum(count for _verdict, count in verdicts)
    head = ngettext("{n} person compared", "{n} people compared", total)
    counts = ", ".join(f"{format_number(n)} {translate(verdict)}" for verdict, n in verdicts)
    if total > len(changes):
        head += _(", the first {n} shown", n=len(changes))
    columns = [_("Person"), safe(days[0]), safe(days[1]), _("Change"), _("Margin"), ""]
    rows = [
        [
            safe(row["person"]),
            _number(row["before"]),
            _number(row["now"]),
            _signed(row["change"]),
            "" if row["margin"] is None else f"±{format_number(row['margin'], 1)}",
            translate(row["verdict"]),
        ]
        for row in changes
    ]
    if changes and "group" in changes[0]:
        columns.insert(0, _("Group"))
        for row, change in zip(rows, changes, strict=True):
            row.insert(0, safe(change["group"]))
    return _draw(head, columns, rows, [counts, "", next_step], screen)


def _person(person: Row) -> list[str]:
    if person["score"] is None:
        return ["", safe(person["person"]), "", "", "", _("not enough data for a score")]
    likely = f"{format_number(person['low'])}–{format_number(person['high'])}"
    measured = _("{percent} %", percent=format_number(100 * person["measured"]))
    place = [format_number(person["rank"]), safe(person["person"])]
    if person["quality"] == "first_impression":
        return [*place, "", likely, measured, _("first impression")]
    parts = sorted(
        ((abs(person[id] or 0), id) for id in BREAKDOWN if id != "average"), reverse=True
    )
    biggest = ", ".join(
        f"{translate(factor_title(id))} {_signed(person[id])}"
        for size, id in parts[: 1 if "group" in person else 2]
        if size
    )
    return [*place, format_number(person["score"], 1), likely, measured, biggest]


def _number(value: float | None) -> str:
    return "" if value is None else format_number(value, 1)


def _signed(value: float | None) -> str:
    return "" if value is None else f"{'+' if value >= 0 else ''}{format_number(value, 1)}"


def _skipped(ledger: Sequence[LedgerRow], verbose: bool) -> Iterator[str]:
    """Yield the skipped rows by reason, each with its first place; with `verbose` all places."""
    reasons: Counter[str] = Counter()
    notes: Counter[str] = Counter()
    places: dict[str, str] = {}
    for row in ledger:
        reasons.update(row.reasons)
        notes.update(row.notes)
        for line, reason in row.examples:
            places.setdefault(reason, _("{file}, row {row}", file=safe(row.file), row=line))
    read, skipped = sum(row.read for row in ledger), sum(row.skipped for row in ledger)
    yield ngettext(
        "{skipped} of {n} row skipped", "{skipped} of {n} rows skipped", read, skipped=skipped
    )
    shown = None if verbose else REASONS_SHOWN
    for reason, count in reasons.most_common(shown):
        place = f" ({places[reason]})" if reason in places else ""
        yield f"  {format_number(count)} × {translate(reason)}{place}"
    if not verbose and len(reasons) > REASONS_SHOWN:
        yield "  " + _("{n} more reasons: -v", n=len(reasons) - REASONS_SHOWN)
    for note, count in notes.most_common(shown):
        yield f"  {format_number(count)} × {translate(note)}"
    if verbose:
        for row in ledger:
            for line, reason in row.examples:
                yield f"  {safe(row.file)}:{line}: {translate(reason)}"


def _draw(
    head: str,
    columns: Sequence[str],
    rows: Sequence[Sequence[str]],
    lines: Iterable[str],
    screen: Screen,
) -> str:
    """Return a table between its heading and lines, as wide as the screen."""
    if screen.plain:
        body = [
            ", ".join(
                f"{name} {cell}".strip() for name, cell in zip(columns, row, strict=True) if cell
            )
            for row in rows
        ]
        text = "\n".join([head, *body, *filter(None, lines)]) + "\n"
    else:
        text = _render([head, "", _table(columns, rows), "", *lines], screen)
    text = text.translate(ASCII) if screen.ascii else text
    return text.encode(screen.encoding, "replace").decode(screen.encoding)


def _table(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False)
    for place, column in enumerate(columns):
        numeric = all(row[place][:1] in "+−±–0123456789" for row in rows)
        table.add_column(
            Text(column), justify="right" if numeric else "left", no_wrap=True, overflow="ellipsis"
        )
    for row in rows:
        table.add_row(*map(Text, row))
    return table


def _render(parts: Sequence[RenderableType], screen: Screen) -> str:
    console = Console(
        file=io.StringIO(),
        width=screen.width or PIPE_WIDTH,
        color_system="standard" if screen.colour else None,
        force_terminal=screen.colour,
        legacy_windows=False,
        highlight=False,
        markup=False,
    )
    with console.capture() as capture:
        for part in parts:
            console.print(Text(part) if isinstance(part, str) else part)
    return "\n".join(line.rstrip() for line in capture.get().splitlines()) + "\n"
