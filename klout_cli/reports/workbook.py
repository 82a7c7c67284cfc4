"""A report as an Excel workbook: numbers as numbers, dates as dates, no formulas."""

import io
import re
import zipfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

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
from klout_cli.reports.score_text import is_number
from klout_cli.reports.show import show
from klout_cli.results import AccountJudgement, Hint, Moment
from klout_cli.results.around import Member
from klout_cli.results.dossier import Dossier, FeaturedPost
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


def _sheet(
    name: str, columns: Mapping[str, Callable[[Any], Value]], results: Iterable[Any]
) -> Sheet:
    """Return a sheet with a row for each result; `columns`: what stands below each head."""
    rows = [[show_value(result) for show_value in columns.values()] for result in results]
    return Sheet(name, tuple(columns), rows)


def _channels(dossier: Dossier) -> Sheet:
    known = is_number(dossier.report.judgement.score.quality)

    def per_post(account: AccountJudgement) -> Value:
        value = account.of("resonance").inputs.get("per_post")
        return value if isinstance(value, int | float) else None

    columns: dict[str, Callable[[AccountJudgement], Value]] = {
        _("Channel"): lambda account: network_title(account.network),
        _("Account"): lambda account: safe(account.handle),
        _("Score"): lambda account: account.score if known and is_number(account.quality) else None,
        _("Weight"): lambda account: account.share,
        _("Audience"): lambda account: account.audience.followers,
        _("Following"): lambda account: account.audience.following,
        _("Posts"): lambda account: account.window.posts,
        _("Reactions per post"): per_post,
        _("Times the usual"): times_usual,
        _("First day"): lambda account: _date(account.window.first),
        _("Last day"): lambda account: _date(account.window.last),
    }
    return _sheet(_("Channels"), columns, dossier.report.judgement.accounts)


def _factors(dossier: Dossier) -> Sheet:
    judgement = dossier.report.judgement
    known = is_number(judgement.score.quality)
    rows: list[Sequence[Value]] = [
        ("", line_title(entry.id), entry.points if known else None, fact(entry, judgement))
        for entry in judgement.breakdown
    ]
    for account in judgement.accounts:
        scored = is_number(account.quality)
        rows += (
            (
                account_name(account),
                factor_title(judged.id),
                judged.points if scored else None,
                show(judged.reason),
            )
            for judged in account.factors
        )
    return Sheet(_("Factors"), (_("Account"), _("Factor"), _("Points"), _("Why")), rows)


def _posts(dossier: Dossier) -> Sheet:
    columns: dict[str, Callable[[FeaturedPost], Value]] = {
        _("Channel"): lambda post: network_title(post.network),
        _("Date"): lambda post: _date(post.day),
        _("Text"): lambda post: safe(post.text, LONGEST_TEXT),
        _("Link"): lambda post: safe(post.link, LONGEST_TEXT),
        _("Reactions"): lambda post: post.reactions,
        _("Times the average post"): lambda post: post.times,
    }
    return _sheet(_("Posts"), columns, dossier.posts)


def _contacts(dossier: Dossier) -> Sheet:
    """List the people around the owner; others only get numbers for names."""
    circle = dossier.around

    def amount(count: int | None) -> Value:
        return circle.amount(count) if circle else count

    columns: dict[str, Callable[[Member], Value]] = {
        _("Name"): lambda member: safe(member.name),
        _("Channel"): lambda member: network_titles(member.networks),
        _("Responded"): lambda member: amount(member.received),
        _("Answered"): lambda member: amount(member.given),
        _("Share of known reach"): lambda member: member.weight,
        _("Waiting since"): lambda member: _date(member.waits),
    }
    return _sheet(_("Contacts"), columns, circle.members if circle else ())


def _history(dossier: Dossier) -> Sheet:
    columns: dict[str, Callable[[Moment], Value]] = {
        _("Date"): lambda moment: _date(moment.as_of),
        _("Score"): lambda moment: moment.score.value if is_number(moment.score.quality) else None,
        _("Lowest"): lambda moment: moment.score.low,
        _("Highest"): lambda moment: moment.score.high,
    }
    return _sheet(_("History"), columns, dossier.trend.moments if dossier.trend else ())


def _hints(dossier: Dossier) -> Sheet:
    columns: dict[str, Callable[[Hint], Value]] = {
        _("What to do"): lambda hint: show(hint.action),
        _("Why"): lambda hint: show(hint.why),
        _("Gain"): lambda hint: hint.gain,
        _("Lowest"): lambda hint: hint.low,
        _("Highest"): lambda hint: hint.high,
    }
    return _sheet(_("Hints"), columns, dossier.report.hints)


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
