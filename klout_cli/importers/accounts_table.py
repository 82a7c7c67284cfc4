"""The accounts table: numbers no export holds, one row an account (interface §4)."""

import unicodedata
from collections.abc import Collection, Mapping, Sequence
from pathlib import PurePosixPath
from typing import Any

from klout_cli.files.container import Member
from klout_cli.files.intake import Bad, Intake
from klout_cli.files.text import fold
from klout_cli.importers.sources import described
from klout_cli.person.rows import Draft, Export, Level, Owner, Totals
from klout_cli.person.topics import folded
from klout_cli.values.aliases import account_of, consents, is_total, table_kind, whole_table
from klout_cli.values.cells import Column, count_column, rate_column
from klout_cli.values.dates import moment
from klout_cli.values.numbers import BLANKS
from klout_cli.values.reading import PLAIN, Reading

VARIANT = "accounts table"
COUNTS = (
    "followers",
    "following",
    "posts",
    "likes",
    "comments",
    "shares",
    "responders",
    "endorsements",
)
RATES = {"standing": (0, 6), "reciprocity": (0, 1)}

TWICE = "same account twice"
NO_CONSENT = "no consent"
TOTAL = "looks like a total"
UNCLEAR = Bad("consent is not yes, no or a date")


class AccountsTable:
    """Accounts as rows of sums: networks without an export, and what exports do not hold.

    Input of `klout rank` too.
    """

    network = "table"
    source, feeds = described("accounts_table")

    def identify(
        self, members: Sequence[Member], reading: Reading = PLAIN
    ) -> list[tuple[Member, ...]]:
        """Claim tables without dates that name a person or network, followers, and one more number of an account."""
        return [(member,) for member in members if table_kind(member, reading) == "accounts"]

    def extract(self, members: Sequence[Member], reading: Reading) -> list[Export]:
        """Make each row an export of its own.

        A person who refuses consent in one row is left out with all of them, and counted.
        """
        (member,) = members
        file = Draft("other", VARIANT)
        file.handle = PurePosixPath(member.name).stem
        drafts: list[Draft] = []
        with file.reading(member.where) as intake:
            drafts = _accounts(member, intake, reading, file.handle)
        if not drafts:
            return [file.finish()]
        drafts[0].intakes, drafts[0].faults = file.intakes, file.faults
        return [draft.finish() for draft in drafts]


def _accounts(member: Member, intake: Intake, reading: Reading, stem: str) -> list[Draft]:
    lines, columns = whole_table(member, intake, reading, (*COUNTS, *RATES))
    numbers = {
        name: number_column(name, columns[name], reading.decimal, member.where).read(
            columns[name], intake
        )
        for name in (*COUNTS, *RATES)
        if name in columns
    }
    blank = [""] * len(lines)
    persons, networks, accounts = (
        columns.get(name, blank) for name in ("person", "network", "account")
    )
    if "person" not in columns:
        persons = columns.get("name", blank)
    answers = [agreed(cell, reading.latest) for cell in columns.get("consent", blank)]
    refusing = {
        person_key(person)
        for person, answer in zip(persons, answers, strict=True)
        if answer is False and person.strip()
    }
    names: dict[str, str] = {}
    seen: set[tuple[str, str, str]] = set()
    drafts = []
    for row, line in enumerate(lines):
        values = {name: column[row] for name, column in numbers.items()}
        bad = next(
            (value for value in (*values.values(), answers[row]) if isinstance(value, Bad)), None
        )
        person, (network, handle) = (
            person_key(persons[row]),
            account_of(networks[row], accounts[row], stem),
        )
        if any(map(is_total, (persons[row], networks[row], accounts[row]))):
            intake.skip(line, TOTAL)
        elif answers[row] is False or person in refusing:
            intake.skip(line, NO_CONSENT)
        elif bad is not None:
            intake.skip(line, bad.reason)
        elif (person, network, folded(handle)) in seen:
            intake.skip(line, TWICE)
        else:
            intake.use()
            seen.add((person, network, folded(handle)))
            drafts.append(
                _account(names.setdefault(person, persons[row].strip()), network, handle, values)
            )
    return drafts


def number_column(name: str, cells: Collection[str], preferred: str, where: str) -> Column:
    """Decide about one of the number columns; `preferred` is --decimal."""
    if name in RATES:
        return rate_column(cells, preferred, where, name, *RATES[name])
    return count_column(cells, preferred)


def person_key(person: str) -> str:
    """Return what rows of one person have in common (N10)."""
    return unicodedata.normalize("NFC", person.strip()).casefold()


def agreed(cell: str, latest: int) -> bool | Bad | None:
    """Read a consent: yes, no, the date it was given on, or blank."""
    if cell.strip().casefold() in BLANKS:
        return None
    if fold(cell) in consents():
        return consents()[fold(cell)]
    return True if isinstance(moment(cell, latest, "dmy"), tuple) else UNCLEAR


def _account(person: str, network: str, handle: str, values: Mapping[str, Any]) -> Draft:
    draft = Draft(network, VARIANT)
    draft.handle = handle
    draft.owner = Owner(name=person)
    for metric in ("followers", "following"):
        if values.get(metric) is not None:
            draft.levels.append(Level(metric, values[metric], quality="manual"))
    draft.totals = Totals(**{name: values.get(name) for name in Totals.__struct_fields__})
    return draft
