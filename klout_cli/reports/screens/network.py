"""The screen of `klout network`: whom to answer, who supports, who counts, and the circles."""

from collections.abc import Iterator, Sequence

from klout_cli.reports.names import network_title, network_titles
from klout_cli.reports.numbers import count, day, number, percent
from klout_cli.reports.safe import safe
from klout_cli.reports.screens.blocks import Block, Column, Facts, Lines, Table
from klout_cli.reports.screens.score import person_and_date
from klout_cli.reports.show import show
from klout_cli.results.around import Circle, Member, few
from klout_cli.translation import gettext as _
from klout_cli.translation import gettext_noop as N_
from klout_cli.translation import ngettext

NAMED = 2  # people of a circle
SHORT = 4  # people of each list on the short screen
TIED = {
    "mentioned_together": N_("{pairs} mentioned together"),
    "group_thread": N_("{pairs} in group threads"),
    "same_employer": N_("{pairs} with one employer"),
}


def network_blocks(circle: Circle, top: int, *, verbose: bool) -> Iterator[Block]:
    """Yield lists of people, one person once; figures of the graph if verbose."""
    most = top if verbose else min(top, SHORT)
    yield person_and_date(circle.person, circle.as_of, N_("YOUR NETWORK"))
    people, known = _amount(circle, len(circle.members)), _amount(circle, circle.known)
    yield Lines(
        (_("{people} people, reach known for {known} of them", people=people, known=known),)
    )
    listed: set[int] = set()
    yield _waiting(circle, most, listed)
    yield _supporters(circle, most, listed)
    yield _influential(circle, most, listed)
    yield _circles(circle, most)
    if verbose:
        yield Facts(_("The graph"), tuple(_figures(circle)))
    yield Lines(
        (
            _("These are other people. Keep their names to yourself, or use --redact."),
            *(() if verbose else (_("More people and the figures: klout network -v"),)),
        )
    )


def _table(title: str, heads: Sequence[str], rows: Sequence[tuple[str, ...]]) -> Table:
    return Table(title, (Column(), *map(Column, heads)), tuple(rows))


def _pick(
    circle: Circle, members: Sequence[tuple[int, Member]], most: int, listed: set[int]
) -> list[Member]:
    """Return the first members that no list has yet, and note them as listed."""
    chosen = [(place, member) for place, member in members if place not in listed][:most]
    listed.update(place for place, _member in chosen)
    return [member for _place, member in chosen]


def _waiting(circle: Circle, most: int, listed: set[int]) -> Table:
    waiting = sorted(
        ((place, member) for place, member in enumerate(circle.members) if member.waits),
        key=lambda pair: pair[1].waits,
        reverse=True,
    )
    rows = [
        (
            safe(member.name),
            _("since {day}", day=day(member.waits)),
            network_titles(member.networks),
        )
        for member in _pick(circle, waiting, most, listed)
    ]
    return _table(_("Waiting for your reply"), ("", ""), rows)


def _supporters(circle: Circle, most: int, listed: set[int]) -> Table:
    active = sorted(
        ((place, member) for place, member in enumerate(circle.members) if member.received),
        key=lambda pair: -(pair[1].received or 0),
    )
    rows = [
        (safe(member.name), _exchange(circle, member), network_titles(member.networks))
        for member in _pick(circle, active, most, listed)
    ]
    return _table(_("Your most active supporters"), ("", ""), rows)


def _exchange(circle: Circle, member: Member) -> str:
    received, given = circle.amount(member.received), circle.amount(member.given)
    if given is None:
        return _("{received} from them", received=received)
    return _("{received} from them, {given} from you", received=received, given=given)


def _influential(circle: Circle, most: int, listed: set[int]) -> Table:
    weighty = [
        (place, member) for place, member in enumerate(circle.members) if member.weight is not None
    ]
    rows = [
        (
            safe(member.name),
            percent(member.weight or 0.0),
            _basis(circle, member),
            network_titles(member.networks),
        )
        for member in _pick(circle, weighty, most, listed)
    ]
    columns = Column(), Column(_("weight")), Column(), Column(drop=1)
    return Table(_("Your most influential contacts"), columns, tuple(rows))


def _basis(circle: Circle, member: Member) -> str:
    expert = [_("expert on your topics")] if member.expert else []
    if member.basis == "followers" and not circle.redacted:
        followers = round(10**member.basis_value - 1)
        basis = ngettext("{n} follower", "{n} followers", followers)
    elif member.basis == "followers":
        basis = _("known by followers")
    elif member.basis == "reputation":
        basis = _("known by reputation")
        if not circle.redacted:
            basis = _("reputation {value}", value=number(member.basis_value, 0))
    else:
        basis = show(member.basis)
    return ", ".join([basis, *expert])


def _circles(circle: Circle, most: int) -> Table:
    rows = [
        (
            safe(community.name) or _("Circle {n}", n=place),
            _("{people} people", people=_amount(circle, len(community.members))),
            ", ".join(safe(circle.members[member].name) for member in community.members[:NAMED]),
        )
        for place, community in enumerate(circle.communities[:most], start=1)
        if len(community.members) > 1
    ]
    return _table(_("Circles"), ("", ""), rows)


def _figures(circle: Circle) -> Iterator[tuple[str, str]]:
    if not (circle.redacted and few(circle.known)):
        yield _("Reach known"), percent(circle.coverage)
    yield _("Effective size"), number(circle.effective_size)
    yield (
        _("Constraint"),
        _(
            "{value} (0 means many who don't know each other, 1 a closed circle)",
            value=number(circle.constraint, 3),
        ),
    )
    ties = [
        _(TIED[kind], pairs=_amount(circle, pairs))
        for kind, pairs in circle.ties.items()
        if pairs or circle.redacted
    ]
    if ties:
        yield _("Pairs"), ", ".join(ties)
    circles = _amount(circle, len(circle.communities)) if circle.whole else _("too many people")
    yield _("Circles"), circles
    if circle.merges:
        merges = circle.amount(len(circle.merges))
        yield _("Same person"), _("{n} contacts on two networks (--merges)", n=merges)
    if circle.own:
        yield _("Left out"), _("your own account, {n}×", n=circle.amount(circle.own))


def merges_blocks(circle: Circle) -> Iterator[Block]:
    """Yield the contacts that are one person on two networks, with the evidence."""
    yield person_and_date(circle.person, circle.as_of, N_("YOUR NETWORK"))
    if not circle.merges:
        yield Lines((_("No two contacts look like one person."),))
    rows = tuple(
        (
            " = ".join(
                f"{safe(name)} ({network_title(network)})"
                for name, network in zip(merge.names, merge.networks, strict=True)
            ),
            show(merge.evidence),
        )
        for merge in circle.merges
    )
    yield Facts(_("Same person"), rows)


def _amount(circle: Circle, amount: int) -> str:
    shown = circle.amount(amount)
    return count(shown) if isinstance(shown, int) else str(shown)
