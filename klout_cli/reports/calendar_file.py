"""A calendar file (iCalendar, RFC 5545) with one reminder to request the next export."""

from calendar import monthrange
from collections.abc import Iterator, Sequence
from datetime import date

from klout_cli import __version__
from klout_cli.reports.show import show
from klout_cli.results import Source
from klout_cli.translation import gettext as _

MONTHS_AHEAD = 3
FOLDED_AT = 74  # octets of UTF-8; a line may have 75, of which a continued one has a space
LONGEST = 1000
ESCAPES = str.maketrans({"\\": r"\\", ";": r"\;", ",": r"\,", "\n": r"\n"})


def next_request(today: date) -> date:
    """Return the day three months later, or the last day of a shorter month."""
    month = today.month - 1 + MONTHS_AHEAD
    year, month = today.year + month // 12, month % 12 + 1
    return date(year, month, min(today.day, monthrange(year, month)[1]))


def reminder(network: str, sources: Sequence[Source], today: date) -> str:
    """Return an all-day event; a later one for the same network replaces it in the calendar.

    `network` is "" for all.
    """
    title, steps = _("Request your next exports for klout"), _("klout sources shows where.")
    if network:
        title = _("Request your next export: {name}", name=show(sources[0].title))
        steps = "\n".join(step for source in sources for step in _list_steps(source))
    then = _("Then compare: {command}", command="klout compare previous latest")
    description = f"{steps}\n{then}"
    lines = (
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//klout-cli//klout {__version__}//EN",
        "BEGIN:VEVENT",
        f"UID:{network or 'all'}-reminder@klout-cli",
        f"DTSTAMP:{today:%Y%m%d}T000000Z",
        f"DTSTART;VALUE=DATE:{next_request(today):%Y%m%d}",
        f"SUMMARY:{_escape(title)}",
        f"DESCRIPTION:{_escape(description)}",
        "TRANSP:TRANSPARENT",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        f"DESCRIPTION:{_escape(title)}",
        "TRIGGER:PT9H",
        "END:VALARM",
        "END:VEVENT",
        "END:VCALENDAR",
    )
    return "".join(f"{_fold(line)}\r\n" for line in lines)


def _list_steps(source: Source) -> Iterator[str]:
    yield f"{_('Where')}: {show(source.where, LONGEST)}"
    yield f"{_('Format')}: {show(source.format, LONGEST)}"


def _escape(text: str) -> str:
    """Escape what has a meaning in values of iCalendar."""
    return text.translate(ESCAPES)


def _fold(line: str) -> str:
    """Fold a line of too many octets, between two characters."""
    pieces = [""]
    for character in line:
        if len((pieces[-1] + character).encode()) > FOLDED_AT:
            pieces.append("")
        pieces[-1] += character
    return "\r\n ".join(pieces)
