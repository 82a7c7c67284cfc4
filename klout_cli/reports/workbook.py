"""A report as an Excel workbook: numbers as numbers, dates as dates, no formulas."""

import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from klout_cli.reports.breakdown import times_usual
from klout_cli.reports.csv_report import FORMULA
from klout_cli.reports.facts import fact
from klout_cli.reports.names import (
    account_name,
    factor_title,
    line_title,
    network_title,
    network_titles,
)
from klout_cli.reports.safe import safe
from klout_cli.reports.show import show
from klout_cli.results import AccountJudgement
from klout_cli.results.dossier import Dossier
from klout_cli.translation import gettext as _

if TYPE_CHECKING:
    from openpyxl.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

Value: TypeAlias = str | int | float | date | None

LONGEST_TEXT = 2000
WIDEST, NARROWEST = 60, 9
OLDEST = (1980, 1, 1, 0, 0, 0)
"""The date of every part, so that the same report is the same file."""
CLOCK = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*")


class Sheet(NamedTuple):
    """One sheet: its name, its heads, and rows of as many values."""

    name: str
    heads: Sequence[str]
    rows: Iterable[Sequence[Value]]


def make_workbook(dossier: Dossier) -> bytes:
    """Return a report as an .xlsx file."""
    return write_sheets(list_sheets(dossier))


def write_sheets(sheets: Iterable[Sheet]) -> bytes:
    """Return sheets as an .xlsx file."""
    from openpyxl import Workbook

    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    for sheet in sheets:
        _fill(workbook.create_sheet(sheet.name), sheet)
    data = io.BytesIO()
    workbook.save(data)
    return _without_clock(data)


def list_sheets(dossier: Dossier) -> list[Sheet]:
    """Return the six sheets of a report."""
    return [
        _channels(dossier),
        _factors(dossier),
        _posts(dossier),
        _contacts(dossier),
        _history(dossier),
        _hints(dossier),
    ]


def _channels(dossier: Dossier) -> Sheet:
    heads = (
        _("Channel"),
        _("Account"),
        _("Score"),
        _("Weight"),
        _("Audience"),
        _("Following"),
        _("Posts"),
        _("Reactions per post"),
        _("Times the usual"),
        _("First day"),
        _("Last day"),
    )
    known = dossier.report.judgement.score.quality == "score"
    rows = [_channel(account, known=known) for account in dossier.report.judgement.accounts]
    return Sheet(_("Channels"), heads, rows)


def _channel(account: AccountJudgement, *, known: bool) -> Sequence[Value]:
    per_post = account.of("resonance").inputs.get("per_post")
    return (
        network_title(account.network),
        safe(account.handle),
        account.score if known and account.quality == "score" else None,
        account.share,
        account.audience.followers,
        account.audience.following,
        account.window.posts,
        per_post if isinstance(per_post, int | float) else None,
        times_usual(account),
        _date(account.window.first),
        _date(account.window.last),
    )


def _factors(dossier: Dossier) -> Sheet:
    judgement = dossier.report.judgement
    known = judgement.score.quality == "score"
    rows: list[Sequence[Value]] = [
        (
            "",
            line_title(entry.id),
            entry.points if known else None,
            fact(entry, judgement),
        )
        for entry in judgement.breakdown
    ]
    for account in judgement.accounts:
        rows += (
            (
                account_name(account),
                factor_title(judged.id),
                judged.points if account.quality == "score" else None,
                show(judged.reason),
            )
            for judged in account.factors
        )
    return Sheet(_("Factors"), (_("Account"), _("Factor"), _("Points"), _("Why")), rows)


def _posts(dossier: Dossier) -> Sheet:
    heads = (
        _("Channel"),
        _("Date"),
        _("Text"),
        _("Link"),
        _("Reactions"),
        _("Times the average post"),
    )
    rows = (
        (
            network_title(post.network),
            _date(post.day),
            safe(post.text, LONGEST_TEXT),
            safe(post.link, LONGEST_TEXT),
            post.reactions,
            post.times,
        )
        for post in dossier.posts
    )
    return Sheet(_("Posts"), heads, rows)


def _contacts(dossier: Dossier) -> Sheet:
    """List the people around the owner; others only get numbers for names."""
    heads = (
        _("Name"),
        _("Channel"),
        _("Responded"),
        _("Answered"),
        _("Share of known reach"),
        _("Waiting since"),
    )
    around = dossier.around
    rows = (
        (
            (
                safe(member.name),
                network_titles(member.networks),
                around.amount(member.received),
                around.amount(member.given),
                member.weight,
                _date(member.waits),
            )
            for member in around.members
        )
        if around
        else ()
    )
    return Sheet(_("Contacts"), heads, rows)


def _history(dossier: Dossier) -> Sheet:
    heads = (_("Date"), _("Score"), _("Lowest"), _("Highest"))
    moments = dossier.trend.moments if dossier.trend else ()
    rows = (
        (
            _date(moment.as_of),
            moment.score.value if moment.score.quality == "score" else None,
            moment.score.low,
            moment.score.high,
        )
        for moment in moments
    )
    return Sheet(_("History"), heads, rows)


def _hints(dossier: Dossier) -> Sheet:
    heads = (_("What to do"), _("Why"), _("Gain"), _("Lowest"), _("Highest"))
    rows = (
        (show(hint.action), show(hint.why), hint.gain, hint.low, hint.high)
        for hint in dossier.report.hints
    )
    return Sheet(_("Hints"), heads, rows)


def _date(iso: str | None) -> date | str | None:
    """Return a date, or a month as it is."""
    if not iso:
        return None
    return date.fromisoformat(iso) if len(iso) == len("2026-03-01") else iso


def _fill(worksheet: "Worksheet", sheet: Sheet) -> None:
    from openpyxl.styles import Alignment, Font

    worksheet.append([*sheet.heads])
    for row in sheet.rows:
        worksheet.append([None] * len(sheet.heads))
        cells = worksheet[worksheet.max_row]
        for cell, value in zip(cells, row, strict=True):
            _fill_cell(cell, value)
    for head in worksheet[1]:
        head.font = Font(bold=True)
        head.alignment = Alignment(wrap_text=True, vertical="top")
    worksheet.freeze_panes = "A2"
    for column in worksheet.columns:
        longest = max(len(str(cell.value or "")) for cell in column)
        letter = column[0].column_letter
        worksheet.column_dimensions[letter].width = min(max(longest + 2, NARROWEST), WIDEST)


def _fill_cell(cell: "Cell", value: Value) -> None:
    """Set a value; a text that looks like a formula stays a text, also when it is edited."""
    cell.value = value
    if isinstance(value, str) and value.lstrip().startswith(FORMULA):
        cell.data_type = "s"
        cell.quotePrefix = True
    elif isinstance(value, date):
        cell.number_format = "yyyy-mm-dd"
    elif isinstance(value, float):
        cell.number_format = "0.00"


def _without_clock(data: io.BytesIO) -> bytes:
    """Return the workbook without the time at which it was made."""
    made = io.BytesIO()
    with (
        zipfile.ZipFile(data) as source,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in source.namelist():
            content = CLOCK.sub(rb"\g<1>1980-01-01T00:00:00Z", source.read(name))
            target.writestr(zipfile.ZipInfo(name, OLDEST), content, zipfile.ZIP_DEFLATED)
    return made.getvalue()
