"""Importers of third parties, by the entry-point group `klout_cli.importers`.

They are offered only what no importer of klout's own claims. One that raises, on import or in use,
is named and left out.
"""

import re
import site
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, redirect_stdout
from functools import cache
from threading import Thread
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from klout_cli.errors import KloutError
from klout_cli.files.container import Member
from klout_cli.importers import every_importer
from klout_cli.importers.interface import Importer
from klout_cli.person.rows import Export
from klout_cli.results import Source
from klout_cli.translation import Message, as_message
from klout_cli.translation import gettext_noop as N_
from klout_cli.values.reading import Reading

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

GROUP = "klout_cli.importers"
LONGEST_LOAD = 10.0
"""Seconds after which a plug-in that is still being imported is given up."""
NUMBERS = ("likes", "comments", "shares", "saves", "engagements", "impressions", "reach")

_NETWORK = re.compile(r"[a-z][a-z0-9_]{0,29}")

T = TypeVar("T")
Members = tuple[Member, ...]


class Plugin(Struct, frozen=True):
    """An importer of a third party; `name` is that of the entry point and of the package."""

    name: str
    importer: Importer


class Offered(Struct):
    """What plug-ins made of members; `claims` and `skipped` are by file."""

    exports: list[Export]
    claims: dict[str, Importer]
    skipped: dict[str, str]
    warnings: list[str]


class PluginError(Exception):
    """What a plug-in does wrong, in words without any value of an export."""


@cache
def plugins() -> tuple[tuple[Plugin, ...], tuple[str, ...]]:
    """Load all that are installed, once; and say what is wrong with those that cannot be used."""
    usable: list[Plugin] = []
    warnings: list[str] = []
    for point in _entry_points():
        name = f"{point.name} ({point.dist.name})" if point.dist else point.name
        try:
            usable.append(Plugin(name, _load(point)))
        except PluginError as error:
            warnings.append(_warning(name, error, N_("it is not used")))
    return tuple(usable), tuple(warnings)


def list_sources() -> list[Source]:
    """Return where to ask for each network's export: klout's own importers, then plug-ins."""
    own = [importer.source for importer in every_importer()]
    return own + [plugin.importer.source for plugin in plugins()[0]]


def offer(members: Sequence[Member], reading: Reading) -> Offered:
    """Let plug-ins read what klout's own importers leave.

    A file that two of them claim is read by neither.
    """
    usable, warnings = plugins() if members else ((), ())
    offered = Offered([], {}, {}, list(warnings))
    claims: list[tuple[Plugin, Members]] = []
    claimants: dict[str, set[str]] = defaultdict(set)
    for plugin in usable:
        try:
            claims += [(plugin, group) for group in _identify(plugin, members, reading)]
        except PluginError as error:
            offered.warnings.append(_warning(plugin.name, error, N_("nothing is read by it")))
    for plugin, group in claims:
        for member in group:
            claimants[member.where].add(plugin.name)
    for plugin, group in claims:
        files = [member.where for member in group]
        if contested := [file for file in files if len(claimants[file]) > 1]:
            names = ", ".join(sorted(set().union(*(claimants[file] for file in files))))
            unread = Message("{file} not read: recognised by {names}", file=files[0], names=names)
            offered.warnings.append(unread)
            offered.skipped |= dict.fromkeys(contested, N_("recognised by two plug-ins"))
            continue
        try:
            offered.exports += _extract(plugin, group, reading)
            offered.claims |= dict.fromkeys(files, plugin.importer)
        except PluginError as error:
            unread = Message("{file} is not read", file=files[0])
            offered.warnings.append(_warning(plugin.name, error, unread))
            offered.skipped |= dict.fromkeys(files, N_("the plug-in that recognised it failed"))
    return offered


def _warning(name: str, error: PluginError, consequence: str) -> str:
    return Message(
        "the plug-in {name} {error}; {consequence}",
        name=name,
        error=as_message(error.args[0]),
        consequence=as_message(consequence),
    )


def list_site_folders() -> list[str]:
    """Return the folders that pip installs packages of this interpreter into."""
    users = [site.getusersitepackages()] if site.ENABLE_USER_SITE else []
    return [*site.getsitepackages(), *users]


def _entry_points() -> list["EntryPoint"]:
    """Return those of the packages of this environment, whatever else is on the path."""
    from importlib.metadata import distributions

    points = {
        (package.name, point.name, point.value): point
        for package in distributions(path=list_site_folders())
        for point in package.entry_points.select(group=GROUP)
    }
    return [points[key] for key in sorted(points)]


def _load(point: "EntryPoint") -> Importer:
    """Import a plug-in in a thread, so that one that hangs can be left behind."""
    results: list[Any] = []

    def load() -> None:
        try:
            results.append(point.load())
        except BaseException as error:
            results.append(error)

    thread = Thread(target=load, daemon=True)
    with _contained(N_("cannot be loaded")):
        thread.start()
        thread.join(LONGEST_LOAD)
        if not results:
            raise PluginError(Message("is not loaded after {n} seconds", n=LONGEST_LOAD))
        (result,) = results
        if isinstance(result, BaseException):
            raise result
        importer = result() if isinstance(result, type) else result
    return _checked_importer(importer)


def _checked_importer(importer: Any) -> Importer:
    for name in ("network", "source", "feeds", "identify", "extract"):
        if not hasattr(importer, name):
            raise PluginError(Message("is no importer: it has no {name}", name=name))
    if not (isinstance(importer.network, str) and _NETWORK.fullmatch(importer.network)):
        raise PluginError(N_("is no importer: its network is no short lower-case word"))
    _typed(importer.source, Source, N_("its source"))
    _typed(importer.feeds, dict[str, str], N_("its feeds"))
    checked: Importer = importer
    return checked


def _identify(plugin: Plugin, members: Sequence[Member], reading: Reading) -> list[Members]:
    with _contained(N_("fails to identify files")):
        groups = [tuple(group) for group in plugin.importer.identify(list(members), reading)]
    claimed = [member for group in groups for member in group]
    if not set(claimed) <= set(members):
        raise PluginError(N_("takes files it was not offered"))
    if len(set(claimed)) < len(claimed):
        raise PluginError(N_("takes a file twice"))
    return [group for group in groups if group]


def _extract(plugin: Plugin, group: Members, reading: Reading) -> Iterator[Export]:
    """Return one group's exports, all checked before any is used."""
    with _contained(N_("fails to read")):
        given = list(plugin.importer.extract(group, reading))
    exports = [_typed(export, Export, N_("its export")) for export in given]
    if not any(export.ledger for export in exports):
        raise PluginError(N_("does not count rows"))
    for export in exports:
        _check_rows(export, {member.where for member in group}, reading.latest)
    lacks = {factor: why for factor, why in plugin.importer.feeds.items() if why}
    note = Message("read by the plug-in {name}", name=plugin.name)
    return (
        replace(
            export, handle=export.handle or export.network, lacks=lacks, notes=(*export.notes, note)
        )
        for export in exports
    )


def _check_rows(export: Export, files: set[str], latest: int) -> None:
    """Raise PluginError for what typed rows can still have wrong."""
    posts, contacts, levels = export.posts, export.contacts, export.levels
    moments = [row.at for rows in (posts, levels, export.interactions) for row in rows]
    moments += [export.exported_at, *(contact.since for contact in contacts)]
    counts = [getattr(post, name) for post in posts for name in NUMBERS]
    counts += [level.value for level in levels] + [contact.followers for contact in contacts]
    counts += [interaction.count for interaction in export.interactions]
    reputations = [contact.reputation for contact in contacts]
    if not _NETWORK.fullmatch(export.network):
        raise PluginError(N_("gives an export whose network is no short lower-case word"))
    if not _are_within(moments, latest):
        raise PluginError(N_("gives dates before 1970 or in the future"))
    if not _are_within(counts, sys.maxsize):
        raise PluginError(N_("gives negative counts"))
    if not _are_within(reputations, 100):
        raise PluginError(N_("gives reputations outside 0 to 100"))
    for row in export.ledger:
        adds_up = row.read == row.used + row.skipped and row.skipped == sum(row.reasons.values())
        if row.file not in files or not adds_up:
            raise PluginError(N_("counts rows wrongly"))


def _are_within(values: Iterable[float | None], most: int) -> bool:
    return all(value is None or 0 <= value <= most for value in values)


def _typed(value: object, kind: type[T], name: str) -> T:
    """Return a value rebuilt of what it should be made of.

    The place of a wrong one is named, never the value.
    """
    part = as_message(name)
    if isinstance(kind, type) and issubclass(kind, Struct) and not isinstance(value, kind):
        raise PluginError(Message("is wrong: {part} is no {kind}", part=part, kind=kind.__name__))
    try:
        return msgspec.convert(msgspec.to_builtins(value), kind)
    except msgspec.ValidationError as error:
        place = str(error).partition(" - at ")[2].strip("`") or "its top"
        what = Message("is wrong: {part} has a wrong type at {place}", part=part, place=place)
        raise PluginError(what) from error
    except Exception as error:
        what = Message("is wrong: {part} has parts of unknown types", part=part)
        raise PluginError(what) from error


@contextmanager
def _contained(doing: str) -> Iterator[None]:
    """Contain a plug-in: its prints go to stderr, and what it raises is named by kind alone."""
    try:
        with redirect_stdout(sys.stderr):
            yield
    except (PluginError, KeyboardInterrupt):
        raise
    except BaseException as error:
        what = str(error) if isinstance(error, KloutError) else type(error).__name__
        message = Message("{doing}: {error}", doing=as_message(doing), error=what)
        raise PluginError(message) from error
