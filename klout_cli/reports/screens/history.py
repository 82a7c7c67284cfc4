"""The screen of `klout history list`: saved scores by date."""

from collections.abc import Iterator, Sequence

from klout_cli.reports.names import network_title
from klout_cli.reports.numbers import day
from klout_cli.reports.safe import safe
from klout_cli.reports.score_text import is_number, likely, score_text
from klout_cli.reports.screens.blocks import Block, Column, Drawing, Table, say, suggest
from klout_cli.reports.screens.comparison import sparkline
from klout_cli.results import StoredSnapshot
from klout_cli.translation import gettext as _
from klout_cli.translation import ngettext

SHOWN = 20


def history_blocks(stored: Sequence[StoredSnapshot], *, verbose: bool) -> Iterator[Block]:
    """Yield the saved scores, the latest at the end, and their path."""
    if not stored:
        yield say(_("No saved scores yet. klout score saves one each time."))
        return
    scores = [one.value for one in stored if is_number(one.score.quality)]
    if len(scores) > 1 and len({one.person for one in stored}) == 1:
        yield Drawing((sparkline(scores),))
    shown = stored if verbose else stored[-SHOWN:]
    columns = (
        Column(right=True),
        Column(_("date")),
        Column(_("person"), drop=2),
        Column(_("score"), right=True),
        Column(_("likely"), right=True),
        Column(_("method"), drop=1),
        Column(_("networks"), drop=3),
    )
    yield Table(_("No."), columns, tuple(map(_row, shown)))
    if rest := len(stored) - len(shown):
        yield say(ngettext("{n} earlier: -v", "{n} earlier: -v", rest))
    yield suggest(
        ("klout compare", _("the last two")), ("klout compare --period month", _("all of them"))
    )


def _row(stored: StoredSnapshot) -> tuple[str, ...]:
    networks = dict.fromkeys(network_title(account.network) for account in stored.snapshot.measured)
    numbered = is_number(stored.score.quality)
    return (
        str(stored.id),
        day(stored.as_of),
        safe(stored.person),
        score_text(stored.score) if numbered else "–",
        likely(stored.score),
        f"{safe(stored.model.name)} {stored.model.version}",
        ", ".join(networks),
    )
