"""Reactions by weekday and time of day. Observed for hints, never scored."""

from klout_cli.factors.contrast import contrasts, reacted
from klout_cli.factors.interface import Observed
from klout_cli.person.profile import DAY, AccountView, day_of
from klout_cli.results import Measurement
from klout_cli.translation import gettext_noop as N_

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
PARTS = ("nights", "mornings", "afternoons", "evenings")


class Timing(Observed):
    """When do people react to you?

    Reactions on the posts that count, by weekday and quarter of the day (UTC), against all your
    other posts, as logarithms with their standard error (method §8).

    Blind spots: what was posted then may matter more than when; posts whose export tells only the
    day are left out.
    """

    id = "timing"
    title = "Timing"
    unit = "× the reactions of your other posts"
    needs = ("posts",)

    def measure(self, view: AccountView) -> Measurement:
        """Measure one account; `groups` are rows of `contrasts`."""
        posts = [
            (counted.post.at, value)
            for counted, value in reacted(view.counted)
            if counted.post.precision != "day"
        ]
        cells: dict[str, list[float]] = {}
        for at, value in posts:
            cells.setdefault(
                f"{WEEKDAYS[day_of(at).weekday()]} {PARTS[at % DAY * len(PARTS) // DAY]}", []
            ).append(value)
        rows = contrasts(cells, [value for _, value in posts])
        return (
            self.measured(groups=rows)
            if rows
            else self.missing(N_("too few posts with a time and known reactions"))
        )
