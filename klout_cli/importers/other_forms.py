"""Downloads of known networks that klout cannot read, declared in other_forms.yaml."""

from collections.abc import Collection, Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from msgspec import Struct

from klout_cli.errors import InputError
from klout_cli.files.container import Member
from klout_cli.importers.declared import File
from klout_cli.importers.sources import described
from klout_cli.person.merging import has_account
from klout_cli.person.rows import Export
from klout_cli.results import Source
from klout_cli.translation import Message
from klout_cli.values.reading import Reading
from klout_cli.values.yaml_files import load_yaml


class OtherForm(Struct, frozen=True):
    """What tells such a file, what it is, and how to get one that klout reads."""

    file: File
    what: str
    remedy: Message
    network: str


@cache
def declared_forms() -> Sequence[OtherForm]:
    """Return all that are declared, in their order."""
    blocks = load_yaml(Path(__file__).with_suffix(".yaml"))
    return [_form(key, **block) for key in blocks for block in blocks[key]]


def _form(key: str, what: str, ask: str = "", head: str = "", **told_by: Any) -> OtherForm:
    source, _ = described(key)
    file = File(what, head=head.encode(), **told_by)
    again = Message("ask for it again: {where}", where=Message(ask or source.where))
    return OtherForm(file, what, again, source.network)


def explain_forms(
    members: Iterable[Member], networks_read: Collection[str], reading: Reading
) -> list[tuple[InputError, list[Member]]]:
    """Say for files that nobody reads which known download they are, each kind of them once.

    Where a network is read there are usually both forms of one download: nothing is said of it.
    """
    forms = [form for form in declared_forms() if form.network not in networks_read]
    files_of: dict[OtherForm, list[Member]] = {}
    for member in members:
        if form := next((form for form in forms if _fits(form.file, member, reading)), None):
            files_of.setdefault(form, []).append(member)
    return [
        (InputError(form.what, list_files([file.where for file in files]), form.remedy), files)
        for form, files in files_of.items()
    ]


def _fits(file: File, member: Member, reading: Reading) -> bool:
    return file.private >= member.private and file.matches(member, {}, reading)


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
