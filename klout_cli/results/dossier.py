"""The frozen struct of `klout report`: everything a report says about a person.

Its only rows are the person's own best posts.
"""

from collections.abc import Mapping

from msgspec import Struct

from klout_cli.results import Comparison, Explanation, Report, Trend
from klout_cli.results.activity import Activity
from klout_cli.results.around import Circle
from klout_cli.results.audited import Audit
from klout_cli.results.displayed import Subject


class FeaturedPost(Struct, frozen=True):
    """An own post that did well, or that the person chose to show.

    `reactions` is None if unknown, `link` "" if there is none; `times` is how many times the
    account's average post they are, None if that is unknown.
    """

    id: str
    network: str
    day: str
    text: str
    link: str
    reactions: int | None
    account: str = ""
    times: float | None = None


class Dossier(Struct, frozen=True):
    """A report with its explanations.

    `options` are the command's options by name, for running it again. `around` and `activity` are
    None without exports; `topics` are empty if none are set. `change` is since the score before.
    """

    report: Report
    explanations: tuple[Explanation, ...] = ()
    audit: Audit | None = None
    around: Circle | None = None
    topics: tuple[Subject, ...] = ()
    trend: Trend | None = None
    change: Comparison | None = None
    activity: Activity | None = None
    posts: tuple[FeaturedPost, ...] = ()
    headline: str = ""
    options: Mapping[str, str] = {}
