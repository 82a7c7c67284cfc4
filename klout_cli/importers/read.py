"""Read paths as exports: offer each container to the importers, and count every file."""

import hashlib
import os
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from klout_cli import SETTINGS_FILE
from klout_cli.errors import ImporterError, InputError, KloutError
from klout_cli.files.archives import is_media
from klout_cli.files.container import STANDARD_INPUT, Container, Member, open_container
from klout_cli.files.json_items import SHAPE
from klout_cli.files.limits import Limits, refuse_accounts
from klout_cli.files.progress import NO_PROGRESS, Progress
from klout_cli.files.text import SAVE_AGAIN
from klout_cli.importers import importers_for
from klout_cli.importers.archive import Archive
from klout_cli.importers.interface import Importer
from klout_cli.importers.plugins import offer
from klout_cli.importers.table_refusals import is_left_to_tables, note_other
from klout_cli.importers.unread import EMPTY, count_unread, explain_nothing, list_files, skip_file
from klout_cli.person.rows import Draft, Export, Owner
from klout_cli.results import Input, LedgerRow
from klout_cli.translation import Message
from klout_cli.translation import gettext_noop as N_
from klout_cli.values.aliases import SUFFIXES, table_kind
from klout_cli.values.reading import Reading

NEWER = N_("klout can't read any row. The format may be new, so update klout-cli.")
LACKING = ("no ", "nobody ", SHAPE.reason)
"""How reasons begin that say what a row lacks, and not what is wrong with it."""
TABLE = "table"
"""The network of importers of a person's own tables."""
MOST_TABLES = 1000  # of one archive, beside exports; each is looked at closely
CROWD = N_("more than 1,000 tables in one archive: give those you mean")
MOST_EMPTY = 1000  # files of one download; each is looked at by every importer


class ExportSet(Struct):
    """Everything read: exports, ledger, errors, and the files of each download."""

    exports: list[Export] = []
    ledger: list[LedgerRow] = []
    warnings: list[str] = []
    refused: list[KloutError] = []
    files: dict[str, list[Member]] = {}

    def refuse(self, name: str, error: KloutError) -> None:
        """Count a file that cannot be read."""
        self.refused.append(error)
        self.ledger.append(skip_file(name, error.what))

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
    lines = "".join(f"{size} {crc:08x}\n" for size, crc in contents)
    fingerprint = f"sha256:{hashlib.sha256(lines.encode()).hexdigest()}"
    size = sum(size for size, _ in contents)
    return Input(name.encode(errors="replace").decode(), len(contents), size, fingerprint)


def read(
    paths: Sequence[Path], reading: Reading, limits: Limits, progress: Progress = NO_PROGRESS
) -> ExportSet:
    """Read every export under the paths.

    What cannot be read is refused by name and the rest goes on. `progress` is told of each step.
    """
    result = ExportSet()
    for container in _open_paths(paths, limits, result, private=reading.private):
        result.warnings += container.notes
        for name, reason in container.skipped:
            result.ledger.append(skip_file(f"{container.name}:{name}", reason))
        sizes = (member.size for member in container.members if not is_media(member.name))
        step = Message("reading {file}", file=container.name)
        try:
            with progress.step(step, sum(sizes), limits.seconds):
                reader = _ContainerReader(container, reading, limits, progress, result)
                result.exports += reader.read()
        except InputError as error:
            result.refuse(container.name, error)
    result.ledger += [row for export in result.exports for row in export.ledger]
    result.warnings = list(dict.fromkeys(result.warnings))
    return result


def _open_paths(
    paths: Sequence[Path], limits: Limits, result: ExportSet, *, private: bool
) -> list[Container]:
    """Open each path, and count those that are refused.

    Plain files of one folder become one container, as the folder would be read, with their names as
    they are given. A file that is given twice stays apart the second time: it is the same export
    twice.
    """
    groups: defaultdict[str, dict[str, Container]] = defaultdict(dict)
    for number, path in enumerate(paths):
        try:
            containers = open_container(path, limits, private=private)
        except InputError as error:
            result.refuse(path.name, error)
            continue
        for part, container in enumerate(containers):
            path, apart = container.path, f"{number}.{part}"
            group = os.path.realpath(path.parent) if _is_plain_file(container) else apart
            groups[apart if path.name in groups[group] else group][path.name] = container
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


class _ContainerReader(Struct):
    """Reads one container; `claims` are the importers that know its files, by where they are.

    Exports are the caller's to add to the result, all or none; the rest is added as it is found.
    """

    container: Container
    reading: Reading
    limits: Limits
    progress: Progress
    result: ExportSet
    claims: dict[str, Importer] = {}

    def read(self) -> list[Export]:
        """Offer the files to importers: networks first, then plug-ins, then a person's tables."""
        container, result, claims = self.container, self.result, self.claims
        data = [member for member in container.members if member.basename != SETTINGS_FILE]
        offered = _drop_crowd_of_empty([member for member in data if not member.private])
        importers = importers_for(offered)
        exports: list[Export] = []
        for importer in importers:
            if importer.network != TABLE:
                self.add_exports(exports, importer, offered)
        left = self.drop_claimed(offered)
        tables = [member.where for member in left if member.basename.endswith(SUFFIXES)]
        is_archive = container.path.is_file() and not _is_plain_file(container)
        crowd = dict.fromkeys(tables, CROWD) if is_archive and len(tables) > MOST_TABLES else {}
        left = [member for member in left if member.where not in crowd]
        others = offer([one for one in left if not table_kind(one, self.reading)], self.reading)
        claims.update(others.claims)
        result.warnings += others.warnings
        left = self.drop_claimed(left)
        for importer in importers:
            if importer.network == TABLE:
                self.add_exports(exports, importer, left)
        ledger, refused = count_unread(
            container,
            self.drop_claimed(data),
            crowd | others.skipped,
            {importer.source.network for importer in claims.values()},
            self.reading,
            as_tables=_is_plain_file(container)
            or all(importer.network == TABLE for importer in claims.values()),
        )
        result.ledger += ledger
        result.refused += refused
        for member in container.members:
            if member.where in claims:
                name = member.name if _is_plain_file(container) else container.name
                result.files.setdefault(name, []).append(member)
        return exports + others.exports

    def add_exports(
        self, exports: list[Export], importer: Archive, members: Sequence[Member]
    ) -> None:
        """Add what an importer makes of files, until it is too much to compute."""
        for export in self.read_with(importer, members):
            exports.append(export)
            self.refuse_crowd(exports)

    def drop_claimed(self, members: Sequence[Member]) -> list[Member]:
        """Return the files that no importer has claimed yet."""
        return [member for member in members if member.where not in self.claims]

    def read_with(self, importer: Archive, members: Sequence[Member]) -> Iterator[Export]:
        """Yield what an importer makes of the files it claims."""
        if self.reading.private:  # none is seen unasked (case U7)
            private = [member for member in self.container.members if member.private]
            members = [*members, *filter(importer.is_message, private)]
        for claimed, extracted in self.extract(importer, members):
            is_table = importer.network == TABLE
            if not is_table and is_left_to_tables(claimed, extracted, self.reading):
                continue
            self.claim(importer, claimed)
            self.progress.rows(sum(row.read for export in extracted for row in export.ledger))
            for export in extracted:
                if is_table:
                    export = note_other(self.container, claimed[0], export)
                if error := explain_nothing(importer.source, export):
                    self.result.refused.append(error)
                yield _annotate(export, importer, claimed)

    def extract(
        self, importer: Importer, members: Sequence[Member]
    ) -> Iterator[tuple[Sequence[Member], list[Export]]]:
        """Yield what an importer claims with what it makes of it.

        Where it fails although its network is left out, an account without rows.

        Raises ImporterError where it fails and its network counts: half a person is no score.
        """
        claimed: Sequence[Member] = ()
        progress = self.progress
        try:
            for claimed in importer.identify(members, self.reading):
                watched: Sequence[Member] = claimed
                if progress.listens:
                    watched = [member.watched(progress.bytes) for member in claimed]
                yield claimed, importer.extract(watched, self.reading)
        except (KloutError, OSError, MemoryError):
            raise
        except Exception as error:
            if importer.network not in self.reading.without:
                raise ImporterError(importer.network) from error
            yield claimed, [_left_out(importer.network, claimed)]

    def claim(self, importer: Importer, members: Sequence[Member]) -> None:
        """Note whose files these are. Raises InputError where they are another's already."""
        for member in members:
            other = self.claims.setdefault(member.where, importer)
            if other is not importer:
                names = f"{type(other).__name__}, {type(importer).__name__}"
                what = Message("two importers recognise this file ({names})", names=names)
                raise InputError(what, member.where, N_("please report this bug in klout"))

    def refuse_crowd(self, exports: Sequence[Export]) -> None:
        """Raise InputError for more accounts than a person has, or more rows than are computed."""
        name, limits = self.container.name, self.limits
        refuse_accounts(len({(export.network, export.handle) for export in exports}), name)
        remedy = N_("raise the limits in klout.yaml")
        for export in exports:
            if len(export.posts) > limits.posts:
                most = Message("one account has more than {n} posts", n=limits.posts)
                raise InputError(most, name, remedy)
            if len(export.contacts) + len(export.interactions) > limits.edges:
                n = limits.edges
                most = Message("one account has more than {n} contacts and interactions", n=n)
                raise InputError(most, name, remedy)


def _drop_crowd_of_empty(members: Sequence[Member]) -> Sequence[Member]:
    """Leave empty files out where they are a crowd; a few of them are files of an export."""
    filled = [member for member in members if member.size]
    return filled if len(members) - len(filled) > MOST_EMPTY else members


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


def _is_newer(export: Export) -> bool:
    """Return whether an export was recognised, and none of its rows has a known shape."""
    return bool(export.ledger) and all(
        row.read and not row.used and all(why.startswith(LACKING) for why in row.reasons)
        for row in export.ledger
    )


def _checksums(export: Export, members: Sequence[Member]) -> Sequence[int]:
    """Return what tells an export that holds numbers alone from one with the same numbers."""
    tables = export.posts, export.contacts, export.interactions, export.groups
    if any((*tables, export.followers, export.following, export.totals)):
        return ()
    with suppress(InputError):
        return sorted(member.checksum() for member in members)
    return ()


def _left_out(network: str, members: Sequence[Member]) -> Export:
    draft = Draft(network)
    draft.handle, draft.owner = network, Owner(personal=True)
    for member in members:
        with draft.reading(member.where) as intake:
            intake.skip("", N_("left out because klout failed to read it"))
    return draft.finish()
