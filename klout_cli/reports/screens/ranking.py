"""The screens of `klout rank`: people in order, or how a cohort changed."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeAlias

from klout_cli.reports.names import BREAKDOWN, factor_title
from klout_cli.reports.numbers import count, number, percent, signed
from klout_cli.reports.safe import safe
from klout_cli.reports.score_text import limits
from klout_cli.reports.screens.blocks import Block, Column, Table, say
from klout_cli.reports.screens.ledger import count_rows
from klout_cli.reports.show import show
from klout_cli.results import LedgerRow
from klout_cli.translation import gettext as _
from klout_cli.translation import ngettext, translate

Row: TypeAlias = Mapping[str, Any]

REASONS_SHOWN = 4
NAMED = 2  # factors beside a score


def ranking_blocks(
    people: Sequence[Row],
    total: int,
    ledger: Sequence[LedgerRow],
    next_step: str,
    *,
    verbose: bool,
) -> Iterator[Block]:
    """Yield people with score, likely range and biggest parts, and the skipped rows."""
    head = ngettext("{n} person ranked", "{n} people ranked", total)
    yield say(_first_of(head, total, len(people)), style="title")
    grouped = bool(people) and "group" in people[0]
    columns = [
        Column(right=True),
        *([Column(_("group"))] if grouped else []),
        Column(_("person")),
        Column(_("score"), right=True),
        Column(_("likely"), right=True),
        Column(_("measured"), right=True, drop=1),
        Column(_("mostly from"), drop=2),
    ]
    rows = [_person(person, grouped=grouped) for person in people]
    yield Table(_("Rank"), tuple(columns), tuple(rows))
    yield say(*_skipped(ledger, verbose=verbose))
    yield say(next_step, limits())


def changes_blocks(
    changes: Sequence[Row],
    verdicts: Sequence[tuple[str, int]],
    days: Sequence[str],
    next_step: str,
) -> Iterator[Block]:
    """Yield the changes of people between two dates, with their margin of error."""
    total = sum(people for _verdict, people in verdicts)
    head = ngettext("{n} person compared", "{n} people compared", total)
    counts = ", ".join(f"{count(people)} {translate(verdict)}" for verdict, people in verdicts)
    yield say(_first_of(head, total, len(changes)), counts, style="title")
    grouped = bool(changes) and "group" in changes[0]
    columns = [
        Column(),
        *([Column(_("group"))] if grouped else []),
        Column(safe(days[0]), right=True),
        Column(safe(days[1]), right=True),
        Column(_("change"), right=True),
        Column(_("margin"), right=True, drop=1),
        Column(drop=2),
    ]
    rows = [
        (
            safe(row["person"]),
            *([safe(row["group"])] if grouped else []),
            _optional(row["before"]),
            _optional(row["now"]),
            "" if row["change"] is None else signed(row["change"]),
            "" if row["margin"] is None else f"±{number(row['margin'])}",
            translate(row["verdict"]),
        )
        for row in changes
    ]
    yield Table(_("Person"), tuple(columns), tuple(rows))
    yield say(next_step, limits())


def _first_of(head: str, total: int, shown: int) -> str:
    if total <= shown:
        return head
    return _("{head}, the first {n} shown", head=head, n=shown)


def _person(person: Row, *, grouped: bool) -> tuple[str, ...]:
    """Return one row of a ranking; people without a score come last, unnumbered."""
    who = (*([safe(person["group"])] if grouped else []), safe(person["person"]))
    if person["score"] is None:
        return ("", *who, "", "", "", _("not enough data for a score"))
    likely = f"{number(person['low'], 0)}–{number(person['high'], 0)}"
    place, measured = count(person["rank"]), percent(person["measured"])
    if person["quality"] == "first_impression":
        return (place, *who, "–", likely, measured, _("first impression"))
    parts = sorted(
        ((abs(person[id] or 0.0), id) for id in BREAKDOWN if id != "average"), reverse=True
    )
    biggest = ", ".join(
        f"{factor_title(id)} {signed(person[id])}" for size, id in parts[:NAMED] if size
    )
    return (place, *who, number(person["score"]), likely, measured, biggest)


def _optional(value: float | None) -> str:
    return "" if value is None else number(value)


def _skipped(ledger: Sequence[LedgerRow], *, verbose: bool) -> Iterator[str]:
    """Yield the skipped rows by reason, each with its first place; if verbose all places."""
    reasons = count_rows(row.reasons for row in ledger)
    notes = count_rows(row.notes for row in ledger)
    places: dict[str, str] = {}
    for row in ledger:
        for line, reason in row.examples:
            place = _("{file}, row {row}", file=safe(row.file), row=line)
            places.setdefault(show(reason), place)
    read, skipped = sum(row.read for row in ledger), sum(row.skipped for row in ledger)
    yield ngettext(
        "{skipped} of {n} row skipped", "{skipped} of {n} rows skipped", read, skipped=skipped
    )
    shown = None if verbose else REASONS_SHOWN
    for reason, many in reasons.most_common(shown):
        place = f" ({places[reason]})" if reason in places else ""
        yield f"  {count(many)} × {reason}{place}"
    if not verbose and len(reasons) > REASONS_SHOWN:
        rest = len(reasons) - REASONS_SHOWN
        yield "  " + ngettext("{n} more reason: -v", "{n} more reasons: -v", rest)
    for note, many in notes.most_common(shown):
        yield f"  {count(many)} × {note}"
    if verbose:
        for row in ledger:
            yield from (
                f"  {safe(row.file)}:{line}: {show(reason)}" for line, reason in row.examples
            )
