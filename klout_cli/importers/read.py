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
from klout_cli.files.json_items import SHAPE
from klout_cli.files.limits import Limits
from klout_cli.files.progress import NO_PROGRESS, Progress
from klout_cli.files.text import SAVE_AGAIN
from klout_cli.importers import importers_for
from klout_cli.importers.interface import Importer, Messenger
from klout_cli.importers.other_forms import explain_nothing, list_files
from klout_cli.importers.plugins import offer
from klout_cli.importers.table_refusals import is_left_to_tables, note_other
from klout_cli.importers.unread import EMPTY, count_unread, skip_file
from klout_cli.person.rows import Draft, Export, Owner
from klout_cli.results import Input, LedgerRow
from klout_cli.translation import Message
from klout_cli.translation import gettext_noop as N_
from klout_cli.values.aliases import table_kind
from klout_cli.values.reading import Reading

FAILED = N_("left out because klout failed to read it")
NEWER = N_("klout can't read any row. The format may be new, so update klout-cli.")
LACKING = ("no ", "nobody ", SHAPE.reason)
"""How reasons begin that say what a row lacks, and not what is wrong with it."""
TABLE = "table"
"""The network of importers of a person's own tables."""
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
            return InputError(first.what, first.where, first.remedy, first.listed)
        files = [row.file for row in self.ledger]
        listed = list_files(files, 3)
        if files and all(EMPTY in row.reasons for row in self.ledger):
            return InputError(EMPTY, listed, SAVE_AGAIN)
        return InputError(
            N_("there is no export that klout can read"),
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
            skip_file(f"{container.name}:{name}", reason) for name, reason in container.skipped
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
        self.ledger.append(skip_file(name, error.what))


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
    offered = _drop_crowd_of_empty([one for one in _data_of(container) if not one.private])
    importers = importers_for(offered)
    source = _Source(container, offered, reading, limits, progress)
    exports: list[Export] = []
    for importer in importers:
        if importer.network != TABLE:
            exports += _read_with(importer, source, claims, done)
    left = [member for member in offered if member.where not in claims]
    others = offer([member for member in left if not table_kind(member, reading)], reading)
    claims |= others.claims
    done.warnings += others.warnings
    source = replace(source, members=[one for one in left if one.where not in claims])
    for importer in importers:
        if importer.network == TABLE:
            exports += _read_with(importer, source, claims, done)
    _refuse_crowd(container, exports, limits)
    networks = {importer.source.network for importer in claims.values()}
    only_tables = all(importer.network == TABLE for importer in claims.values())
    unread = count_unread(
        container,
        [member for member in _data_of(container) if member.where not in claims],
        others.skipped,
        networks,
        reading,
        as_tables=_is_plain_file(container) or only_tables,
    )
    done.ledger += unread.ledger
    done.refused += unread.refused
    for member in container.members:
        if member.where in claims:
            name = member.name if _is_plain_file(container) else container.name
            done.files.setdefault(name, []).append(member)
    return exports + others.exports


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
    container, reading = source.container, source.reading
    members = [*source.members, *_messages(container, importer, reading)]
    for claimed, extracted in _extract_each(importer, members, reading, source.progress):
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
            yield _annotate(export, importer, claimed)


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
    """Raise InputError for more accounts than a person has, or more rows than can be computed."""
    if len(exports) > MOST_ACCOUNTS:
        what = Message("this download has more than {n} accounts", n=MOST_ACCOUNTS)
        raise InputError(what, container.name, N_("give a part of it"))
    remedy = N_("raise the limits in klout.yaml")
    for export in exports:
        if len(export.posts) > limits.posts:
            most = Message("one account has more than {n} posts", n=limits.posts)
            raise InputError(most, container.name, remedy)
        if len(export.contacts) + len(export.interactions) > limits.edges:
            most = Message(
                "one account has more than {n} contacts and interactions", n=limits.edges
            )
            raise InputError(most, container.name, remedy)


def _messages(container: Container, importer: Importer, reading: Reading) -> list[Member]:
    """Return the files of private messages that an importer may see; none unasked (case U7)."""
    if not reading.private or not isinstance(importer, Messenger):
        return []
    return [
        member for member in container.members if member.private and importer.is_message(member)
    ]


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
