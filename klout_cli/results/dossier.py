"""The frozen struct of `klout report`: everything a report says about a person.

Its only rows are posts that the person chose to show.
"""

from collections.abc import Mapping

from msgspec import Struct

from klout_cli.results import Explanation, Report, Trend
from klout_cli.results.around import Circle
from klout_cli.results.audited import Audit
from klout_cli.results.displayed import Subject


class FeaturedPost(Struct, frozen=True):
    """An own post that the person chose to show as best work.

    `reactions` is None if unknown, `link` "" if there is none.
    """

    id: str
    network: str
    day: str
    text: str
    link: str
    reactions: int | None


class Dossier(Struct, frozen=True):
    """A report with its explanations.

    `options` are the command's options by name, for running it again. `around` is None without
    exports, and nameless unless names were requested; `topics` are empty if none are set.
    """

    report: Report
    explanations: tuple[Explanation, ...] = ()
    audit: Audit | None = None
    around: Circle | None = None
    topics: tuple[Subject, ...] = ()
    trend: Trend | None = None
    posts: tuple[FeaturedPost, ...] = ()
    options: Mapping[str, str] = {}
