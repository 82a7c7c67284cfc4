"""Files that no importer claims, and why: damaged, another form, private, unknown."""

from collections.abc import Collection, Mapping, Sequence

from msgspec import Struct

from klout_cli.errors import KloutError
from klout_cli.files.container import Container, Member
from klout_cli.files.intake import Intake
from klout_cli.importers.archive import CLOSED
from klout_cli.importers.other_forms import explain_forms
from klout_cli.importers.table_refusals import explain_tables
from klout_cli.results import LedgerRow
from klout_cli.translation import gettext_noop as N_
from klout_cli.values.reading import Reading

UNKNOWN_FILE = N_("not a known export")
EMPTY = N_("the file is empty")
BLANK = 4096
MOST_EXPLAINED = 5  # tables of a folder


class Unread(Struct):
    """The ledger of files that are not read, and errors that are worth saying."""

    ledger: list[LedgerRow] = []
    refused: list[KloutError] = []


def count_unread(
    container: Container,
    unread: Sequence[Member],
    skipped: Mapping[str, str],
    networks: Collection[str],
    reading: Reading,
    *,
    as_tables: bool,
) -> Unread:
    """Count files by why they are not read.

    `skipped` are those with a reason already, `networks` those of which something was read. With
    `as_tables`, tables are explained by their columns.
    """
    done, reasons = Unread(), dict(skipped)
    for member in unread:
        if not member.private and (error := member.damage()):
            done.refused.append(error)
            reasons.setdefault(member.where, error.what)
    left = [member for member in unread if member.where not in reasons]
    forms = explain_forms(left, set(networks), reading)
    done.refused += [error for error, _members in forms]
    reasons |= {member.where: error.what for error, members in forms for member in members}
    left = [member for member in left if member.where not in reasons]
    if as_tables:
        errors = explain_tables(container, left, reading)
        done.refused += list(errors.values())[:MOST_EXPLAINED]
        reasons |= {where: error.what for where, error in errors.items()}
    done.ledger += _count_closed(container, sum(member.private for member in left))
    for member in left:
        if not member.private:
            reasons.setdefault(member.where, _unclaimed(member))
    done.ledger += [skip_file(where, reason) for where, reason in reasons.items()]
    return done


def _unclaimed(member: Member) -> str:
    """Say why nobody wants a file; of small ones whether they are blank (case C1)."""
    head = member.head() if member.size <= BLANK else b"?"
    return EMPTY if not member.size or (head and not head.strip()) else UNKNOWN_FILE


def _count_closed(container: Container, count: int) -> list[LedgerRow]:
    """Say how many files of private messages were left closed."""
    intake = Intake(container.name)
    intake.note(CLOSED, count)
    return [intake.ledger()] if count else []


def skip_file(file: str, reason: str) -> LedgerRow:
    """Return the ledger of a file that is skipped whole."""
    intake = Intake(file)
    intake.skip("", reason)
    return intake.ledger()
