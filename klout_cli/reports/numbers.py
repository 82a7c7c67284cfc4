"""Numbers as the language of the run writes them, halves rounded up."""

from datetime import date

from klout_cli.reports.rounding import half_up
from klout_cli.translation import format_date, format_month, format_number
from klout_cli.translation import gettext as _

MONTH_ONLY = len("2026-02")


def number(value: float, digits: int = 1) -> str:
    """Format a number: 55.7."""
    return format_number(half_up(value, digits), digits)


def count(value: float) -> str:
    """Format a count with its thousands grouped: 1,200."""
    return number(value, 0)


def percent(share: float) -> str:
    """Format a share from 0 to 1 as a whole percentage."""
    return f"{number(100 * share, 0)} %"


def amount(value: float | str | None) -> str:
    """Format a count; "–" if unknown, a withheld one as it is."""
    if value is None:
        return "–"
    return value if isinstance(value, str) else count(value)


def times(ratio: float | None) -> str:
    """Format a ratio: 0.8×, 12×; "–" if unknown."""
    return "–" if ratio is None else f"{number(ratio, 0 if ratio >= 9.95 else 1)}×"


def signed(points: float, digits: int = 1) -> str:
    """Format points with their sign: +4.6, −1.2, 0.0."""
    shown = number(points, digits)
    return shown if shown.startswith("−") or not shown.strip("0.,") else f"+{shown}"


def exact(value: float) -> str:
    """Format a number with six significant digits, for recomputing printed points."""
    text = f"{value:,.6g}" if abs(value) < 1e6 else f"{value:,.0f}"
    whole, _dot, decimals = text.partition(".")
    if "e" in text:
        return text.replace("-", "−")
    return format_number(float(text.replace(",", "")), len(decimals)) if whole else text


def day(iso: str | None) -> str:
    """Format an ISO date, 28 Feb 2026, or a redacted one, Feb 2026; "" for None."""
    if iso and len(iso) == MONTH_ONLY:
        return format_month(date.fromisoformat(f"{iso}-01"))
    return format_date(date.fromisoformat(iso[:10])) if iso else ""


def data_date(as_of: str | None) -> str:
    """Say which day the data is of, or that no file has a date."""
    return _("data up to {day}", day=day(as_of)) if as_of else _("no date in these files")


def days(first: str | None, last: str | None) -> str:
    """Format a range of ISO dates, "" without any."""
    return _("{first} to {last}", first=day(first), last=day(last)) if first else ""
