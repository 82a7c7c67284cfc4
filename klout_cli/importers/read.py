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
from klout_cli.importers.archive import CLOSED
from klout_cli.importers.interface import Importer, Messenger
from klout_cli.importers.other_forms import explain_forms, explain_nothing, list_files
from klout_cli.importers.plugins import offer
from klout_cli.person.rows import Draft, Export, Owner
from klout_cli.results import Input, LedgerRow
from klout_cli.translation import Message
from klout_cli.translation import gettext_noop as N_
from klout_cli.values.reading import Reading

UNKNOWN_FILE = N_("not a known export")
FAILED = N_("left out because klout failed to read it")
EMPTY = N_("the file is empty")
NEWER = N_("klout can't read any row. The format may be new, so update klout-cli.")
LACKING = ("no ", "nobody ", SHAPE.reason)
"""How reasons begin that say what a row lacks, and not what is wrong with it."""
BLANK = 4096
MOST_EMPTY = 1000  # files of one download; each is looked at by every importer
MOST_ACCOUNTS = 1000  # of one download; each is measured


class ExportSet(Struct, frozen=True):
    """Everything read: exports, ledger, errors, and the files of each download."""

    exports: Sequence[Export]
    ledger: Sequence[LedgerRow] = ()
    warnings: Sequence[str] = ()
    refused: Sequence[KloutError] = ()
    files: Mapping[str, Sequence[Member]] = {}

    def inputs(self) -> tuple[Input, ...]:
        """Describe every download by what was read of it, whatever it is called.

        Raises as reading it did.
        """
        return tuple(_input(name, members) for name, members in sorted(self.files.items()))

    def no_export_error(self) -> InputError:
        """Return an error that says why there is no export: what was refused, or unknown files."""
        if self.refused:
            first = self.refused[0]
            return InputError(first.what, first.where, first.remedy)
        files = [row.file for row in self.ledger]
        listed = list_files(files, 3)
        if files and all(EMPTY in row.reasons for row in self.ledger):
            return InputError(EMPTY, listed, N_("download or save it again"))
        return InputError(
            N_("no export that klout can read"),
            listed,
            N_("klout sources lists what klout can read, and klout inspect shows what a file is"),
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
            sizes = (member.size for member in container.members if not is_media(member.name))
            step = Message("reading {file}", file=container.name)
            with progress.step(step, sum(sizes), limits.seconds):
                done.exports += _read_container(container, reading, limits, progress, done)
        except InputError as error:
            done.refuse(container.name, error)
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
        except InputError as error:
            done.refuse(path.name, error)
    return _join_files(containers)


def _join_files(containers: Sequence[Container]) -> list[Container]:
    """Join plain files of one folder into one container, as the folder would be read.

    Their names stay as they are given. A file that is given twice stays apart the second time: it
    is the same export twice.
    """
    groups: defaultdict[str, dict[str, Container]] = defaultdict(dict)
    for number, container in enumerate(containers):
        path = container.path
        group = os.path.realpath(path.parent) if _is_plain_file(container) else f"{number}"
        if path.name in groups[group]:
            group = f"{number}"
        groups[group][path.name] = container
    return [
        Container(Path(group), tuple(files[name].members[0] for name in sorted(files)))
        if len(files) > 1
        else files.popitem()[1]
        for group, files in groups.items()
    ]


def _is_plain_file(container: Container) -> bool:
    """Return True for files that were given themselves, not in a folder or an archive."""
    return container.path != STANDARD_INPUT and any(
        not member.container for member in container.members[:1]
    )


def _read_container(
    container: Container, reading: Reading, limits: Limits, progress: Progress, done: _Done
) -> list[Export]:
    claims: dict[str, Importer] = {}
    exports: list[Export] = []
    open_members = [member for member in _data_of(container) if not member.private]
    offered = _drop_crowd_of_empty(open_members)
    for importer in importers_for(offered):
        messages = _messages(container, importer, reading)
        for claimed, extracted in _extract_each(importer, [*offered, *messages], reading, progress):
            _claim(claims, importer, claimed)
            _refuse_crowd(container, extracted, limits)
            progress.rows(sum(row.read for export in extracted for row in export.ledger))
            exports += [_annotate(export, importer, claimed) for export in extracted]
            if len(exports) > MOST_ACCOUNTS:
                what = Message("more than {n} accounts in one download", n=MOST_ACCOUNTS)
                raise InputError(what, container.name, Message("give a part of it"))
            nothing = (explain_nothing(importer.source, export) for export in extracted)
            done.refused += filter(None, nothing)
    others = offer([member for member in offered if member.where not in claims], reading)
    claims |= others.claims
    done.warnings += others.warnings
    _count_unread(container, claims, others.skipped, reading, done)
    for member in container.members:
        if member.where in claims:
            name = member.name if _is_plain_file(container) else container.name
            done.files.setdefault(name, []).append(member)
    return exports + others.exports


def _data_of(container: Container) -> list[Member]:
    return [member for member in container.members if member.basename != SETTINGS_FILE]


def _annotate(export: Export, importer: Importer, members: Sequence[Member]) -> Export:
    """Add what an importer doesn't know: the factors its exports lack, and checksums."""
    lacks = {factor: why for factor, why in importer.feeds.items() if why}
    newer = (NEWER,) if _is_newer(export) else ()
    return replace(
        export,
        lacks=lacks | dict(export.lacks),
        notes=(*newer, *export.notes),
        checksums=_checksums(export, members),
    )


def _count_unread(
    container: Container,
    claims: Mapping[str, Importer],
    skipped: dict[str, str],
    reading: Reading,
    done: _Done,
) -> None:
    """Count the files that nobody claims, by why: damaged, another form, private, unknown."""
    unread = [member for member in _data_of(container) if member.where not in claims]
    for member in unread:
        if not member.private and (error := member.damage()):
            done.refused.append(error)
            skipped = {member.where: error.what} | skipped
    unread = [member for member in unread if member.where not in skipped]
    skipped |= _other_forms(unread, claims, reading, done)
    unread = [member for member in unread if member.where not in skipped]
    done.ledger += _unopened(container, sum(member.private for member in unread))
    skipped |= {member.where: _unclaimed(member) for member in unread if not member.private}
    done.ledger += [_skipped(where, reason) for where, reason in skipped.items()]


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


def _extract_each(
    importer: Importer, members: Sequence[Member], reading: Reading, progress: Progress
) -> Iterator[tuple[Sequence[Member], list[Export]]]:
    """Yield what an importer claims with what it makes of it.

    Where it fails although its network is left out, an account without rows.

    Raises ImporterError where it fails and its network counts: half a person is no score.
    """
    claimed: Sequence[Member] = ()
    try:
        for claimed in importer.identify(members, reading):
            watched = (
                [member.watched(progress.bytes) for member in claimed]
                if progress.listens
                else claimed
            )
            yield claimed, importer.extract(watched, reading)
    except (KloutError, OSError, MemoryError):
        raise
    except Exception as error:
        if importer.network not in reading.without:
            raise ImporterError(importer.network) from error
        yield claimed, [_left_out(importer.network, claimed)]


def _is_newer(export: Export) -> bool:
    """Return whether an export was recognised, and none of its rows has a known shape."""
    return bool(export.ledger) and all(
        row.read and not row.used and all(why.startswith(LACKING) for why in row.reasons)
        for row in export.ledger
    )


def _left_out(network: str, members: Sequence[Member]) -> Export:
    draft = Draft(network)
    draft.handle, draft.owner = network, Owner(personal=True)
    for member in members:
        with draft.reading(member.where) as intake:
            intake.skip("", FAILED)
    return draft.finish()


def _refuse_crowd(container: Container, exports: Sequence[Export], limits: Limits) -> None:
    """Raise InputError for an account of more than can be computed with."""
    remedy = N_("raise the limits in klout.yaml")
    for export in exports:
        if len(export.posts) > limits.posts:
            most = Message("more than {n} posts in one account", n=limits.posts)
            raise InputError(most, container.name, remedy)
        if len(export.contacts) + len(export.interactions) > limits.edges:
            most = Message("more than {n} contacts and interactions in one account", n=limits.edges)
            raise InputError(most, container.name, remedy)


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
    intake.note(CLOSED, count)
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
            names = type(other).__name__, type(importer).__name__
            raise InputError(
                Message("two importers recognise this file ({names})", names=", ".join(names)),
                member.where,
                N_("please report this bug in klout"),
            )


def _skipped(file: str, reason: str) -> LedgerRow:
    intake = Intake(file)
    intake.skip("", reason)
    return intake.ledger()
