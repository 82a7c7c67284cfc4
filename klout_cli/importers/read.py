"""Read paths as exports: offer each container to the importers, and count every file."""

import hashlib
import os
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from klout_cli import SETTINGS_FILE
from klout_cli.errors import ImporterError, InputError, KloutError
from klout_cli.files.archives import is_media
from klout_cli.files.container import STANDARD_INPUT, Container, Member, open_container
from klout_cli.files.intake import Intake
from klout_cli.files.json_items import SHAPE
from klout_cli.files.limits import Limits
from klout_cli.files.progress import NO_PROGRESS, Progress
from klout_cli.importers import importers_for
from klout_cli.importers.interface import Importer, Messenger
from klout_cli.importers.other_forms import explain_forms, explain_nothing, list_files
from klout_cli.importers.plugins import offer
from klout_cli.importers.table_refusals import explain_tables, is_left_to_tables, note_other
from klout_cli.person.rows import Draft, Export, Owner
from klout_cli.results import Input, LedgerRow
from klout_cli.values.aliases import table_kind
from klout_cli.values.reading import Reading

UNKNOWN_FILE = "not a known export"
FAILED = "klout failed at this export, which is left out"
EMPTY = "the file is empty"
NEWER = (
    "not one row of it holds what such a row must: its layout may be newer than this klout: "
    "update klout-cli, or ask for it in another form"
)
LACKING = ("no ", "nobody ", SHAPE.reason)
"""How reasons begin that say what a row does not hold, and not what is wrong with what it holds."""
BLANK = 4096
TABLE = "table"
"""The network of importers of a person's own tables."""
MOST_EXPLAINED = 5  # tables of a folder
MOST_EMPTY = 1000  # files of one download; each is looked at by every importer


class ExportSet(Struct, frozen=True):
    """Everything read: exports, ledger, errors, and the files of each download."""

    exports: Sequence[Export]
    ledger: Sequence[LedgerRow] = ()
    warnings: Sequence[str] = ()
    refused: Sequence[KloutError] = ()
    files: Mapping[str, Sequence[Member]] = {}

    def inputs(self) -> tuple[Input, ...]:
        """Tell every download by what was read of it, whatever it is called.

        Raises as reading it did.
        """
        return tuple(_input(name, members) for name, members in sorted(self.files.items()))

    def no_export_error(self) -> InputError:
        """Return an error that says why there is no export: what was refused, or unknown files."""
        if self.refused:
            first = self.refused[0]
            return InputError(first.what, first.where, first.remedy, first.listed)
        files = [row.file for row in self.ledger]
        listed = list_files(files, 3)
        if files and all(EMPTY in row.reasons for row in self.ledger):
            return InputError(EMPTY, listed, "download or save it again")
        return InputError(
            "no export that klout knows",
            listed,
            "klout sources lists what can be read; klout inspect tells what a file is",
        )


def _input(name: str, members: Sequence[Member]) -> Input:
    contents = sorted((member.size, member.checksum()) for member in members)
    fingerprint = hashlib.sha256(
        "".join(f"{size} {crc:08x}\n" for size, crc in contents).encode()
    ).hexdigest()
    return Input(
        name.encode(errors="replace").decode(),
        len(contents),
        sum(size for size, _ in contents),
        f"sha256:{fingerprint}",
    )


def read(
    paths: Sequence[Path], reading: Reading, limits: Limits, progress: Progress = NO_PROGRESS
) -> ExportSet:
    """Read every export under the paths.

    What cannot be read is refused by name and the rest goes on. `progress` is told of each step.
    """
    done = _Done()
    for container in _open_paths(paths, limits, done, private=reading.private):
        done.warnings += container.notes
        done.ledger += [
            _skipped(f"{container.name}:{name}", reason) for name, reason in container.skipped
        ]
        try:
            size = sum(one.size for one in container.members if not is_media(one.name))
            with progress.step(f"reading {container.name}", size, limits.seconds):
                done.exports += _extracted(container, reading, limits, progress, done)
        except InputError as fault:
            done.refuse(container.name, fault)
    rows = [row for export in done.exports for row in export.ledger]
    warnings = list(dict.fromkeys(done.warnings))
    return ExportSet(done.exports, [*done.ledger, *rows], warnings, done.refused, done.files)


class _Done(Struct):
    """What was read so far, as in an `ExportSet`; the ledger is that of files no export is of."""

    exports: list[Export] = []
    ledger: list[LedgerRow] = []
    warnings: list[str] = []
    refused: list[KloutError] = []
    files: dict[str, list[Member]] = {}

    def refuse(self, name: str, error: KloutError) -> None:
        """Count a file that cannot be read."""
        self.refused.append(error)
        self.ledger.append(_skipped(name, error.what))


def _open_paths(
    paths: Sequence[Path], limits: Limits, done: _Done, *, private: bool
) -> list[Container]:
    """Open each path, and count those that are refused."""
    containers: list[Container] = []
    for path in paths:
        try:
            containers += open_container(path, limits, private=private)
        except InputError as fault:
            done.refuse(path.name, fault)
    return _join_files(containers)


def _join_files(containers: Sequence[Container]) -> list[Container]:
    """Join plain files of one folder into one container, as the folder would be read.

    Their names stay as they are given. A file that is given twice stays apart the second time: it
    is the same export twice.
    """
    groups: defaultdict[str, dict[str, Container]] = defaultdict(dict)
    for number, container in enumerate(containers):
        path = container.path
        group = os.path.realpath(path.parent) if _holds_plain_files(container) else f"{number}"
        if path.name in groups[group]:
            group = f"{number}"
        groups[group][path.name] = container
    return [
        Container(Path(group), tuple(files[name].members[0] for name in sorted(files)))
        if len(files) > 1
        else files.popitem()[1]
        for group, files in groups.items()
    ]


def _holds_plain_files(container: Container) -> bool:
    """Return True for files that were given themselves, not in a folder or an archive."""
    return container.path != STANDARD_INPUT and any(
        not member.container for member in container.members[:1]
    )


def _extracted(
    container: Container, reading: Reading, limits: Limits, progress: Progress, done: _Done
) -> list[Export]:
    claims: dict[str, Importer] = {}
    found: list[Export] = []
    members = [
        member
        for member in container.members
        if not member.private and member.basename != SETTINGS_FILE
    ]
    offered = _drop_crowd_of_empty(members)
    importers = importers_for(offered)
    networks = [importer for importer in importers if importer.network != TABLE]
    own_tables = [importer for importer in importers if importer.network == TABLE]
    source = _Source(container, offered, reading, limits, progress)
    for importer in networks:
        found += _read_with(importer, source, claims, done)
    left = [member for member in offered if member.where not in claims]
    others = offer([member for member in left if not table_kind(member, reading)], reading)
    claims |= others.claims
    done.warnings += others.warnings
    source = replace(source, members=[one for one in left if one.where not in claims])
    for importer in own_tables:
        found += _read_with(importer, source, claims, done)
    unread = [
        member
        for member in container.members
        if member.where not in claims and member.basename != SETTINGS_FILE
    ]
    damaged = {one.where: error for one in unread if not one.private and (error := one.damage())}
    done.refused += damaged.values()
    skipped = {where: error.what for where, error in damaged.items()} | others.skipped
    unread = [member for member in unread if member.where not in damaged]
    skipped |= _other_forms(unread, claims, reading, done)
    unread = [member for member in unread if member.where not in skipped]
    if _holds_plain_files(container) or all(one.network == TABLE for one in claims.values()):
        errors = explain_tables(container, unread, reading)
        done.refused += list(errors.values())[:MOST_EXPLAINED]
        skipped |= {where: error.what for where, error in errors.items()}
    unread = [member for member in unread if member.where not in skipped]
    done.ledger += _unopened(container, sum(member.private for member in unread))
    done.ledger += [
        *(_skipped(where, reason) for where, reason in skipped.items()),
        *(_skipped(member.where, _unclaimed(member)) for member in unread if not member.private),
    ]
    for member in container.members:
        if member.where in claims:
            name = member.name if _holds_plain_files(container) else container.name
            done.files.setdefault(name, []).append(member)
    return found + others.exports


class _Source(Struct, frozen=True):
    """The files an importer is offered, and how they are read."""

    container: Container
    members: Sequence[Member]
    reading: Reading
    limits: Limits
    progress: Progress


def _read_with(
    importer: Importer, source: _Source, claims: dict[str, Importer], done: _Done
) -> Iterator[Export]:
    """Yield what an importer makes of the files it claims."""
    lacks = {factor: why for factor, why in importer.feeds.items() if why}
    container, reading = source.container, source.reading
    members = [*source.members, *_messages(container, importer, reading)]
    for claimed, extracted in _answers(importer, members, reading, source.progress):
        if importer.network != TABLE and is_left_to_tables(claimed, extracted, reading):
            continue
        _claim(claims, importer, claimed)
        _refuse_crowd(container, extracted, source.limits)
        source.progress.rows(sum(row.read for export in extracted for row in export.ledger))
        for export in extracted:
            if importer.network == TABLE:
                export = note_other(container, claimed[0], export)
            if error := explain_nothing(importer.source, export):
                done.refused.append(error)
            yield replace(
                export,
                lacks={**lacks, **export.lacks},
                notes=(*_strange(export), *export.notes),
                checksums=_checksums(export, claimed),
            )


def _checksums(export: Export, members: Sequence[Member]) -> Sequence[int]:
    """Return what tells an export that holds numbers alone from one with the same numbers."""
    tables = export.posts, export.contacts, export.interactions, export.groups
    if any((*tables, export.followers, export.following, export.totals)):
        return ()
    with suppress(InputError):
        return sorted(member.checksum() for member in members)
    return ()


def _drop_crowd_of_empty(members: Sequence[Member]) -> Sequence[Member]:
    """Leave empty files out where they are a crowd; a few of them are files of an export."""
    filled = [member for member in members if member.size]
    return filled if len(members) - len(filled) > MOST_EMPTY else members


def _unclaimed(member: Member) -> str:
    """Say why nobody wants a file; of small ones whether they are blank (C1)."""
    head = member.head() if member.size <= BLANK else b"?"
    return EMPTY if not member.size or (head and not head.strip()) else UNKNOWN_FILE


def _answers(
    importer: Importer, members: Sequence[Member], reading: Reading, progress: Progress
) -> Iterator[tuple[Sequence[Member], list[Export]]]:
    """Yield what an importer claims with what it makes of it.

    Where it fails although its network is left out, an account without rows.

    Raises ImporterError where it fails and its network counts: half a person is no score.
    """
    claimed: Sequence[Member] = ()
    try:
        for claimed in importer.identify(members, reading):
            given = (
                [member.watched(progress.bytes) for member in claimed]
                if progress.listens
                else claimed
            )
            yield claimed, importer.extract(given, reading)
    except (KloutError, OSError, MemoryError):
        raise
    except Exception as fault:
        if importer.network not in reading.without:
            raise ImporterError(importer.network) from fault
        yield claimed, [_left_out(importer.network, claimed)]


def _strange(export: Export) -> Iterator[str]:
    """Say where an export was recognised, and none of its rows has a known shape."""
    if export.ledger and all(
        row.read and not row.used and all(why.startswith(LACKING) for why in row.reasons)
        for row in export.ledger
    ):
        yield NEWER


def _left_out(network: str, members: Sequence[Member]) -> Export:
    draft = Draft(network)
    draft.handle, draft.owner = network, Owner(personal=True)
    for member in members:
        with draft.reading(member.where) as intake:
            intake.skip("", FAILED)
    return draft.finish()


def _refuse_crowd(container: Container, exports: Sequence[Export], limits: Limits) -> None:
    """Raise InputError for an account of more than can be computed with."""
    for export in exports:
        edges = len(export.contacts) + len(export.interactions)
        for what, count, most in (
            ("posts", len(export.posts), limits.posts),
            ("contacts and interactions", edges, limits.edges),
        ):
            if count > most:
                raise InputError(
                    f"more than {most:,} {what} in one account",
                    container.name,
                    "limits in klout.yaml can be raised",
                )


def _messages(container: Container, importer: Importer, reading: Reading) -> list[Member]:
    """Return the files of private messages that an importer may see; none unasked (case U7)."""
    if not reading.private or not isinstance(importer, Messenger):
        return []
    return [
        member for member in container.members if member.private and importer.is_message(member)
    ]


def _unopened(container: Container, count: int) -> list[LedgerRow]:
    """Say how many files of private messages were left closed."""
    intake = Intake(container.name)
    intake.note("file of private messages, not opened", count)
    return [intake.ledger()] if count else []


def _other_forms(
    unread: Sequence[Member], claims: Mapping[str, Importer], reading: Reading, done: _Done
) -> dict[str, str]:
    """Refuse known downloads in a form that nobody reads; return why their files are skipped."""
    networks = {importer.source.network for importer in claims.values()}
    forms = explain_forms(unread, networks, reading)
    done.refused += [error for error, _ in forms]
    return {member.where: error.what for error, members in forms for member in members}


def _claim(claims: dict[str, Importer], importer: Importer, members: Iterable[Member]) -> None:
    for member in members:
        other = claims.setdefault(member.where, importer)
        if other is not importer:
            both = f"{type(other).__name__} and {type(importer).__name__}"
            raise InputError(
                f"two importers claim this file: {both}",
                member.where,
                "report this: it is a fault of klout",
            )


def _skipped(file: str, reason: str) -> LedgerRow:
    intake = Intake(file)
    intake.skip("", reason)
    return intake.ledger()
