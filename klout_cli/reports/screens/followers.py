"""The part of `klout compare` that shows who came and who left."""

from collections.abc import Iterator, Sequence

from klout_cli.reports.names import channel_name, network_title
from klout_cli.reports.numbers import amount, count
from klout_cli.reports.safe import safe
from klout_cli.reports.screens.blocks import Block, Column, Facts, Table, say
from klout_cli.results.around import FEWER, few
from klout_cli.results.followers import FollowerChange
from klout_cli.translation import gettext as _
from klout_cli.translation import gettext_noop as N_
from klout_cli.translation import ngettext

OTHERS = N_("These are other people. Keep their names to yourself, or use --redact.")


def followers_blocks(changes: Sequence[FollowerChange], *, verbose: bool) -> Iterator[Block]:
    """Yield a table of numbers; if verbose, the names of everybody too, unless redacted."""
    heads = ("", _("now"), _("came"), _("left"), _("came back"))
    columns = tuple(Column(head, right=bool(head)) for head in heads)
    rows = tuple(
        (_name(change), count(change.after), *map(amount, amounts(change).values()))
        for change in changes
    )
    yield Table(_("Followers and contacts"), columns, rows)
    named = [change for change in changes if verbose and not change.redacted]
    for change in named:
        yield Facts(_name(change), tuple(_names(change)))
    if any(change.came or change.left for change in named):
        yield say(_(OTHERS), _("Somebody who took another name is listed as left and as came."))


def amounts(change: FollowerChange) -> dict[str, int | str | None]:
    """Return how many came, left and came back; "<5" if small and redacted.

    None for the other one of came and left: with the totals it would give the small one away.
    """
    came, left, back = map(len, (change.came, change.left, change.back))
    if not change.redacted:
        return {"came": came, "left": left, "back": back}
    hidden = few(came) or few(left)
    return {
        "came": FEWER if few(came) else None if hidden else came,
        "left": FEWER if few(left) else None if hidden else left,
        "back": FEWER if few(back) else back,
    }


def _name(change: FollowerChange) -> str:
    if change.redacted:
        return network_title(change.network)
    return channel_name(change.network, change.handle)


def _names(change: FollowerChange) -> Iterator[tuple[str, str]]:
    for title, people in (
        (_("Came"), change.came),
        (_("Left"), change.left),
        (_("Came back"), change.back),
    ):
        if people:
            yield title, _listed([name for name in people if name], len(people))


def _listed(names: Sequence[str], people: int) -> str:
    rest = people - len(names)
    if not names:
        return ngettext("{n} person without a name", "{n} people without a name", rest)
    listed = ", ".join(map(safe, names))
    return _("{names} and {n} more", names=listed, n=count(rest)) if rest else listed
