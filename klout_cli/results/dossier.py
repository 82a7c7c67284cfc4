"""The frozen noun of `klout report`: everything one document says of one person.

It holds no row but posts the person chose to show.
"""

from collections.abc import Mapping

from msgspec import Struct

from klout_cli.results import Explanation, Report, Trend
from klout_cli.results.around import Circle
from klout_cli.results.audited import Audit
from klout_cli.results.displayed import Subject


class FeaturedPost(Struct, frozen=True):
    """An own post that the person chose to show as best work.

    `reactions` is None where unknown, `link` "" where there is none.
    """

    id: str
    network: str
    day: str
    text: str
    link: str
    reactions: int | None


class Dossier(Struct, frozen=True):
    """A report with what explains it.

    `options`: what was asked for, by the names of the command's options, to be asked for again.

    `around` is None where there are no exports to read, nameless unless names were asked for;
    `topics` are empty where none are stated.
    """

    report: Report
    explanations: tuple[Explanation, ...] = ()
    audit: Audit | None = None
    around: Circle | None = None
    topics: tuple[Subject, ...] = ()
    trend: Trend | None = None
    posts: tuple[FeaturedPost, ...] = ()
    options: Mapping[str, str] = {}
