"""The screen of `klout network`: whom to answer, who supports, who counts, and the circles."""

from collections.abc import Iterator

from klout_cli.reports.names import network_title, network_titles
from klout_cli.reports.numbers import MONTH_ONLY, amount, count, day, number, percent
from klout_cli.reports.safe import safe
from klout_cli.reports.screens.blocks import (
    Block,
    Column,
    Facts,
    Header,
    Table,
    person_and_date,
    say,
)
from klout_cli.reports.screens.followers import OTHERS
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
    yield _header(circle)
    people, known = _amount(circle, len(circle.members)), _amount(circle, circle.known)
    yield say(_("{people} people, reach known for {known} of them", people=people, known=known))
    yield from list_people(circle, most)
    yield list_circles(circle, most)
    if verbose:
        yield Facts(_("The graph"), tuple(_figures(circle)))
    advice = [] if circle.redacted else [_(OTHERS)]
    if not verbose:
        advice.append(_("More people and the figures: klout network -v"))
    yield say(*advice)


def _header(circle: Circle) -> Header:
    as_of = circle.as_of[:MONTH_ONLY] if circle.redacted and circle.as_of else circle.as_of
    return person_and_date(circle.person, as_of, N_("YOUR NETWORK"))


def list_people(circle: Circle, most: int) -> Iterator[Table]:
    """Yield whom to answer, who responds most and who has most reach.

    Nobody is listed twice. So few people that their number is withheld aren't listed at all.
    """
    members = circle.members if not _is_withheld(circle, len(circle.members)) else ()
    waiting = sorted(
        (member for member in members if member.waits),
        key=lambda member: member.waits,
        reverse=True,
    )[:most]
    supporters = sorted(
        (member for member in members if member.received and member not in waiting),
        key=lambda member: -(member.received or 0),
    )[:most]
    influential = [
        member
        for member in members
        if member.weight is not None and member not in waiting and member not in supporters
    ][:most]
    plain = (Column(),) * 3
    rows = [_person(member, _("since {day}", day=day(member.waits))) for member in waiting]
    yield Table(_("Waiting for your reply"), plain, tuple(rows))
    rows = [_person(member, _exchange(circle, member)) for member in supporters]
    yield Table(_("Your most active supporters"), plain, tuple(rows))
    rows = [
        _person(member, percent(member.weight or 0.0), _basis(circle, member))
        for member in influential
    ]
    weighted = Column(), Column(_("weight")), Column(), Column(drop=1)
    yield Table(_("Your most influential contacts"), weighted, tuple(rows))


def _person(member: Member, *facts: str) -> tuple[str, ...]:
    return safe(member.name), *facts, network_titles(member.networks)


def _is_withheld(circle: Circle, people: int) -> bool:
    return circle.redacted and few(people)


def _exchange(circle: Circle, member: Member) -> str:
    received, given = circle.amount(member.received), circle.amount(member.given)
    if given is None:
        return _("{received} from them", received=received)
    return _("{received} from them, {given} from you", received=received, given=given)


def _basis(circle: Circle, member: Member) -> str:
    expert = [_("expert on your topics")] if member.expert else []
    if member.basis == "followers" and not circle.redacted:
        followers = round(10**member.basis_value - 1)
        basis = ngettext("{n} follower", "{n} followers", followers)
    elif member.basis == "followers":
        basis = _("known by followers")
    elif member.basis == "reputation" and not circle.redacted:
        basis = _("reputation {value}", value=count(member.basis_value))
    elif member.basis == "reputation":
        basis = _("known by reputation")
    else:
        basis = show(member.basis)
    return ", ".join([basis, *expert])


def list_circles(circle: Circle, most: int) -> Table:
    """Return the groups of the network with how many people they have, and the best known."""
    rows = []
    for place, community in enumerate(circle.communities[:most], start=1):
        people = len(community.members)
        named = community.members[: 0 if _is_withheld(circle, people) else NAMED]
        if people > 1:
            title = safe(community.name) or _("Circle {n}", n=place)
            size = _("{people} people", people=_amount(circle, people))
            names = ", ".join(safe(circle.members[member].name) for member in named)
            rows.append((title, size, names))
    return Table(_("Circles"), (Column(),) * 3, tuple(rows))


def _figures(circle: Circle) -> Iterator[tuple[str, str]]:
    if not _is_withheld(circle, circle.known):
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
    yield _header(circle)
    if not circle.merges:
        yield say(_("No two contacts look like one person."))
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


def _amount(circle: Circle, number: int) -> str:
    return amount(circle.amount(number))
