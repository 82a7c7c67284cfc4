"""Whether an export is all there: days that are missing, lists that a date range cut."""

from collections.abc import Collection, Iterable

from klout_cli.translation import PluralMessage
from klout_cli.values.dates import DAY, utc_day

RANGES = (7, 31, 92, 184, 366, 3 * 366)
"""Days of the ranges a download can be asked for: a week, 1, 3 and 6 months, a year, 3 years."""
WAIT = 6
"""Days that a download may be made after it was asked for."""


def missing_days(moments: Iterable[int], first: int, last: int) -> str:
    """Say how many days of a stated range no row is of, "" where none; all in Unix seconds.

    For series that hold a row for every day.
    """
    stated = range(first // DAY, last // DAY + 1)
    missing = len(stated) - len({moment // DAY for moment in moments}.intersection(stated))
    if not missing:
        return ""
    return PluralMessage(
        "{n} day between {first} and {last} is missing. Download the file again.",
        "{n} days between {first} and {last} are missing. Download the file again.",
        n=missing,
        first=utc_day(first),
        last=utc_day(last),
    )


def is_cut_by_range(oldest: int, account: int, exported_at: int) -> bool:
    """Return True where a date range may have cut a list whose oldest row is of `oldest`.

    It may, where one of the ranges holds all of the list, while the account has existed for longer:
    `account` is the oldest date in the whole export, a sign-up, a post, a row of another list.
    """
    return any(
        account < exported_at - (days + wait) * DAY <= oldest
        for days in RANGES
        for wait in (0, WAIT)
    )


def start_together(oldest: Collection[int], sign_up: int) -> bool:
    """Return True where a range of any length may have cut all lists of an export.

    It may, where two of them start within a month and none before, years after the account began.
    """
    first = min(oldest)
    together = sum(start - first < 31 * DAY for start in oldest)
    return together > 1 and sign_up < first - 2 * 366 * DAY
