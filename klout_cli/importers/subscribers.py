"""Lists of a newsletter's subscribers: they are counted, and nothing of who they are is kept.

Tools call their columns and states as they like, so a list is told by its shape: one column of
addresses, a state or the day somebody left, a day somebody came. The words stand in
subscribers.yaml.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import cache, lru_cache
from itertools import chain, islice
from pathlib import Path

from msgspec import Struct

from klout_cli.errors import InputError
from klout_cli.files.container import Member
from klout_cli.files.intake import Bad, Intake
from klout_cli.files.table import Row, first_names, open_table
from klout_cli.files.text import AS_IT_CAME, fold
from klout_cli.person.rows import Level
from klout_cli.translation import gettext_noop as N_
from klout_cli.values.dates import day_order, moment
from klout_cli.values.reading import PLAIN, Reading
from klout_cli.values.yaml_files import load_yaml

SAMPLED = 100  # rows that tell what a column holds
HEADERS = ("address", "since", "signup", "ended", "wanted", "state")
STATES = {"state", "ended", "wanted", "signup"}  # one of these, and a day, prove a list
GONE = {"ended", "wanted", "state", "other state"}
DAYS = ("since", "signup", "day", "ended")
_ADDRESS = re.compile(r"\s*[^@\s,;]+@[^@\s,;]+\.[^@\s.,;]+\s*")
_ISO = re.compile(r"\d{4}-\d\d-\d\d")
_DAY = re.compile(r"\s*(?:\d{4}[-./]\d\d?[-./]\d\d?|\d\d?[-./]\d\d?[-./]\d{2,4})\b.*")


class Counted(Struct, frozen=True):
    """How many people a list holds, the newest date in it, and whether every row was read."""

    people: int
    newest: int | None
    whole: bool

    def level(self) -> Level:
        """Return their number, a lower bound where rows were skipped."""
        return Level("subscribers", self.people, quality="exact" if self.whole else "cut")


Column = tuple[int, str]
"""The place of a column, and what it means: a key of subscribers.yaml."""


@cache
def _words() -> Mapping[str, frozenset[str]]:
    words = load_yaml(Path(__file__).with_suffix(".yaml"))
    return {name: frozenset(synonyms) for name, synonyms in words.items()}


@lru_cache(maxsize=4096)  # lists say the same few words in every row
def _says_gone(role: str, cell: str) -> bool:
    """Return True where a cell says that somebody gets no e-mails."""
    words, folded = _words(), fold(cell)
    if role == "ended":
        return folded not in words["no"]
    if role == "wanted":
        return folded in words["no"] - {""}
    return folded not in words["active"] | {""}


def is_list(member: Member) -> bool:
    """Return True for a list of subscribers by its shape, unless its header is another's."""
    if b"@" not in member.head() or first_names(member) & _words()["elsewhere"]:
        return False
    roles: set[str] = set()
    with suppress(InputError):
        roles = {role for _, role in _open(member, Intake(""), PLAIN)[1]}
    return not (roles.isdisjoint(STATES) or roles.isdisjoint(DAYS))


def count_subscribers(member: Member, intake: Intake, reading: Reading) -> Counted:
    """Count the people of a list who get the e-mails.

    Raises InputError where it has no column of addresses.
    """
    rows, columns = _open(member, intake, reading)
    places = {role: index for index, role in reversed(columns)}
    since = next((places[role] for role in DAYS[:-1] if role in places), None)
    gone = [(index, role) for index, role in columns if role in GONE]
    people: set[str] = set()
    dates: set[str] = set()
    for line, cells in rows:
        person = "" if isinstance(cells, Bad) else cells[places["address"]].strip().casefold()
        if isinstance(cells, Bad) or not person:
            intake.skip(line, cells.reason if isinstance(cells, Bad) else N_("no e-mail address"))
            continue
        intake.use()
        if person in people:
            intake.note(N_("repeated addresses, counted once"))
        elif any(_says_gone(role, cells[index]) for index, role in gone):
            intake.note(N_("people who get no e-mails (any more), not counted"))
        else:
            people.add(person)
            if since is not None:
                dates.add(cells[since])
    return Counted(len(people), _newest(dates, reading), not intake.reasons)


def _newest(cells: Collection[str], reading: Reading) -> int | None:
    ordered = sorted(cells)
    if all(map(_ISO.match, ordered)):
        del ordered[:-SAMPLED]
    order = day_order(ordered, reading.date_order).strip("?")
    moments = (moment(cell, reading.latest, order) for cell in ordered)
    return max((at[0] for at in moments if isinstance(at, tuple)), default=None)


def _open(member: Member, intake: Intake, reading: Reading) -> tuple[Iterator[Row], list[Column]]:
    """Return the rows of a list, and what its columns mean. Raises InputError for no addresses."""
    words = _words()
    names = first_names(member).union(*(words[role] for role in HEADERS)) - {""}
    table = open_table(member, intake, {name: {name} for name in names}, (), reading.encoding)
    sample = list(islice(table.rows, SAMPLED)) if table else []
    columns = [
        (index, _role(name, [cells[index] for _, cells in sample if type(cells) is list]))
        for name, index in (table.columns.items() if table else ())
    ]
    if table is None or all(role != "address" for _, role in columns):
        raise InputError(N_("there is no column of e-mail addresses"), member.where, AS_IT_CAME)
    return chain(sample, table.rows), sorted(columns)


def _role(name: str, cells: Sequence[str]) -> str:
    """Tell what a column means by its header, which its cells must fit, else by its cells."""
    words = _words()
    filled = [cell for cell in cells if cell.strip()]
    states = filled and {*map(fold, filled)} <= words["active"] | words["gone"]
    days = filled and all(map(_DAY.fullmatch, filled))
    addresses = filled and all(map(_ADDRESS.fullmatch, filled))
    match next((role for role in HEADERS if name in words[role]), ""):
        case "address" if not filled or any(map(_ADDRESS.fullmatch, filled)):
            return "address"
        case "wanted" if days:
            return "signup"
        case "state" if not states:
            return "other state"
        case "since" | "signup" | "ended" | "wanted" | "state" as role:
            return role
    return "address" if addresses else "state" if states else "day" if days else ""
