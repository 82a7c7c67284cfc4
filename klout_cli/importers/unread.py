"""Files that no importer reads, and why: another form of a known download, damaged, unknown.

Downloads that klout cannot read are declared in other_forms.yaml.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from klout_cli.errors import InputError, KloutError
from klout_cli.files.container import Container, Member
from klout_cli.files.intake import Intake
from klout_cli.importers.archive import CLOSED
from klout_cli.importers.declared import File
from klout_cli.importers.table_refusals import explain_tables
from klout_cli.importers.vocabulary import load_source
from klout_cli.person.merging import has_account
from klout_cli.person.rows import Export
from klout_cli.results import LedgerRow, Source
from klout_cli.translation import Message
from klout_cli.translation import gettext_noop as N_
from klout_cli.values.reading import Reading
from klout_cli.values.yaml_files import load_yaml

EMPTY = N_("the file is empty")
BLANK = 4096
MOST_EXPLAINED = 5  # tables of a folder


def count_unread(
    container: Container,
    unread: Sequence[Member],
    skipped: Mapping[str, str],
    networks: Collection[str],
    reading: Reading,
    *,
    as_tables: bool,
) -> tuple[list[LedgerRow], list[KloutError]]:
    """Count files by why they are not read; return their ledger, and errors worth saying.

    `skipped` are those with a reason already, `networks` those of which something was read. With
    `as_tables`, tables are explained by their columns.
    """
    ledger: list[LedgerRow] = []
    refused: list[KloutError] = []
    reasons = dict(skipped)
    for member in unread:
        if not member.private and (error := member.damage()):
            refused.append(error)
            reasons.setdefault(member.where, error.what)
    left = [member for member in unread if member.where not in reasons]
    forms = explain_forms(left, set(networks), reading)
    refused += [error for error, _members in forms]
    reasons |= {member.where: error.what for error, members in forms for member in members}
    left = [member for member in left if member.where not in reasons]
    if as_tables:
        errors = explain_tables(container, left, reading)
        refused += list(errors.values())[:MOST_EXPLAINED]
        reasons |= {where: error.what for where, error in errors.items()}
    if closed := sum(member.private for member in left):
        intake = Intake(container.name)
        intake.note(CLOSED, closed)
        ledger.append(intake.ledger())
    for member in left:
        if not member.private:
            reasons.setdefault(member.where, _unclaimed(member))
    ledger += [skip_file(where, reason) for where, reason in reasons.items()]
    return ledger, refused


def _unclaimed(member: Member) -> str:
    """Say why nobody wants a file; of small ones whether they are blank (case C1)."""
    head = member.head() if member.size <= BLANK else b"?"
    return EMPTY if not member.size or (head and not head.strip()) else N_("not a known export")


def skip_file(file: str, reason: str) -> LedgerRow:
    """Return the ledger of a file that is skipped whole."""
    intake = Intake(file)
    intake.skip("", reason)
    return intake.ledger()


class OtherForm(File, frozen=True, kw_only=True):
    """A file klout cannot read; `id` says what it is, `remedy` how to get one that it reads."""

    remedy: Message
    network: str


@cache
def load_forms() -> Sequence[OtherForm]:
    """Return all that are declared, in their order."""
    blocks = load_yaml(Path(__file__).with_name("other_forms.yaml"))
    return [_form(key, **block) for key in blocks for block in blocks[key]]


def _form(key: str, what: str, ask: str = "", head: str = "", **told_by: Any) -> OtherForm:
    source, _ = load_source(key)
    again = Message("ask for it again: {where}", where=Message(ask or source.where))
    return OtherForm(what, head=head.encode(), remedy=again, network=source.network, **told_by)


def explain_forms(
    members: Iterable[Member], networks_read: Collection[str], reading: Reading
) -> list[tuple[InputError, list[Member]]]:
    """Say for files that nobody reads which known download they are, each kind of them once.

    Where a network is read there are usually both forms of one download: nothing is said of it.
    """
    forms = [form for form in load_forms() if form.network not in networks_read]
    files_of: dict[OtherForm, list[Member]] = {}
    for member in members:
        allowed = (form for form in forms if form.private >= member.private)
        if form := next((form for form in allowed if form.matches(member, reading)), None):
            files_of.setdefault(form, []).append(member)
    return [
        (InputError(form.id, list_files([file.where for file in files]), form.remedy), files)
        for form, files in files_of.items()
    ]


def list_files(files: Sequence[str], most: int = 1) -> str:
    """Name the first files, and say how many more there are."""
    first = ", ".join(files[:most])
    if len(files) <= most:
        return first
    return Message("{files} and {n} more", files=first, n=len(files) - most)


def explain_nothing(source: Source, export: Export) -> InputError | None:
    """Say so where an export gives nothing although no row of it is at fault."""
    if (
        has_account(export)
        or any((export.contacts, export.interactions, export.groups, export.notes))
        or any(row.skipped for row in export.ledger)
    ):
        return None
    files = [row.file for row in export.ledger]
    nothing = Message("nothing in this download counts ({title})", title=Message(source.title))
    everything = Message("ask for all of it: {where}", where=Message(source.where))
    return InputError(nothing, list_files(files), everything)
