"""The screen of `klout network --audience`: connections by level, field and company."""

from collections.abc import Iterator, Mapping, Sequence

from klout_cli.reports.names import network_titles
from klout_cli.reports.numbers import amount, count, percent
from klout_cli.reports.safe import safe
from klout_cli.reports.screens.blocks import Block, Column, Table, person_and_date, say
from klout_cli.results.around import FEW, few
from klout_cli.results.listeners import Listeners
from klout_cli.translation import gettext as _
from klout_cli.translation import gettext_noop as N_

SHORT = 5  # companies on the short screen
LEVELS: Mapping[str, str] = {
    "owner": N_("Owners and top management"),
    "director": N_("Directors"),
    "manager": N_("Managers and professors"),
    "specialist": N_("Specialists"),
    "junior": N_("Students and juniors"),
    "": N_("Position not recognised"),
}
LEADING = ("owner", "director", "manager")
FIELDS: Mapping[str, str] = {
    "communications": N_("Communications"),
    "consulting": N_("Consulting"),
    "design": N_("Design"),
    "finance": N_("Finance"),
    "health": N_("Health"),
    "law": N_("Law"),
    "marketing": N_("Marketing"),
    "media": N_("Media"),
    "operations": N_("Operations"),
    "people": N_("Human resources"),
    "public": N_("Public service"),
    "research": N_("Research and education"),
    "sales": N_("Sales"),
    "technology": N_("Technology"),
    "": N_("Field not recognised"),
}


def listeners_blocks(found: Listeners, top: int, *, verbose: bool) -> Iterator[Block]:
    """Yield who is connected, with how many show a position."""
    yield person_and_date(found.person, found.as_of, N_("YOUR CONNECTIONS"))
    yield say(*_summary(found))
    yield _table(_("Level"), LEVELS, found.levels, found)
    yield _table(_("Field"), FIELDS, found.fields, found)
    if not found.redacted:
        most = top if verbose else min(top, SHORT)
        several = [(name, people) for name, people in found.companies if people > 1][:most]
        rows = tuple((safe(name), count(people)) for name, people in several)
        yield Table(_("Company"), (Column(), Column(_("people"), right=True)), rows)
    yield say(_("Fields and levels come from the words in positions. Nothing is scored."))


def _summary(found: Listeners) -> Iterator[str]:
    networks = network_titles(found.networks)
    yield _("{people} connections on {networks}", people=count(found.people), networks=networks)
    yield _("{n} of them show a position", n=amount(found.amount(found.with_position)))
    levels = withhold_counts(found.levels, redacted=found.redacted)
    leading = [people for level, people in levels.items() if level in LEADING]
    known = [people for people in leading if people is not None]
    if known and len(known) == len(leading):
        share = percent(sum(known) / found.with_position)
        yield _("{share} of these lead, as owner, director or manager", share=share)


def withhold_counts(counts: Sequence[tuple[str, int]], *, redacted: bool) -> dict[str, int | None]:
    """Return counts by name, if redacted None for small ones, which come last.

    What the others leave of their total must not give these away: there are at least two of them,
    of twice as many people as are few.
    """
    hidden: dict[str, int] = {}
    for people, name in sorted((people, name) for name, people in counts if redacted):
        if few(people) or (hidden and (len(hidden) < 2 or sum(hidden.values()) < 2 * FEW)):
            hidden[name] = people
    shown = {name: people for name, people in counts if name not in hidden}
    return {**shown, **dict.fromkeys(sorted(hidden))}


def _table(
    title: str, names: Mapping[str, str], counts: Sequence[tuple[str, int]], found: Listeners
) -> Table:
    shown = withhold_counts(counts, redacted=found.redacted)
    rows = tuple(
        (
            _(names[id]),
            amount(people),
            "" if people is None else percent(people / found.with_position),
        )
        for id, people in shown.items()
    )
    return Table(title, (Column(), Column(_("people"), right=True), Column(right=True)), rows)
