"""Importers of third parties, by the entry-point group `klout_cli.importers`.

They are offered only what no importer of klout's own claims. One that raises, on import or in use,
is named and left out.
"""

import re
import site
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import redirect_stdout
from functools import cache
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
from klout_cli.values.reading import Reading

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

GROUP = "klout_cli.importers"
FAILED = "the plug-in that claims it failed"
CONTESTED = "claimed by two plug-ins"
LONGEST_LOAD = 10.0
"""Seconds after which a plug-in that is still being imported is given up."""
_NETWORK = re.compile(r"[a-z][a-z0-9_]{0,29}")

T = TypeVar("T")


class Plugin(Struct, frozen=True):
    """An importer of a third party; `name` is that of the entry point and of the package."""

    name: str
    importer: Importer


class Offered(Struct):
    """What plug-ins made of members: exports, who read which file, why some were not read, and what went wrong."""

    exports: list[Export]
    claims: dict[str, Importer]
    skipped: dict[str, str]
    warnings: list[str]


class WrongError(Exception):
    """What a plug-in does wrong, in words that hold no value of an export."""


@cache
def plugins() -> tuple[tuple[Plugin, ...], tuple[str, ...]]:
    """Load all that are installed, once; and say what is wrong with those that cannot be used."""
    usable: list[Plugin] = []
    warnings: list[str] = []
    for point in _entry_points():
        name = f"{point.name} ({point.dist.name})" if point.dist else point.name
        try:
            usable.append(Plugin(name, _loaded(point)))
        except WrongError as fault:
            warnings.append(_said(name, fault, "it is not used"))
    return tuple(usable), tuple(warnings)


def list_sources() -> list[Source]:
    """Return where to ask for each network's export: klout's own importers, then plug-ins."""
    own = [importer.source for importer in every_importer()]
    return own + [plugin.importer.source for plugin in plugins()[0]]


def offer(members: Sequence[Member], reading: Reading) -> Offered:
    """Let plug-ins read what klout's own importers leave.

    A file that two of them claim is read by neither.
    """
    usable, faults = plugins() if members else ((), ())
    offered = Offered([], {}, {}, list(faults))
    claims: list[tuple[Plugin, tuple[Member, ...]]] = []
    for plugin in usable:
        try:
            claims += [(plugin, group) for group in _identified(plugin, members, reading)]
        except WrongError as fault:
            offered.warnings.append(_said(plugin.name, fault, "nothing is read by it"))
    claimants = Counter(member.where for _, group in claims for member in group)
    for plugin, group in claims:
        if rivals := sorted(
            {
                other.name
                for other, theirs in claims
                if other is not plugin and not set(theirs).isdisjoint(group)
            }
        ):
            offered.warnings.append(
                f"{group[0].where} is claimed by the plug-ins {' and '.join(sorted([plugin.name, *rivals]))}: not read"
            )
            offered.skipped.update(
                {member.where: CONTESTED for member in group if claimants[member.where] > 1}
            )
            continue
        try:
            offered.exports += _extracted(plugin, group, reading)
            offered.claims |= dict.fromkeys((member.where for member in group), plugin.importer)
        except WrongError as fault:
            offered.warnings.append(_said(plugin.name, fault, f"{group[0].where} is not read"))
            offered.skipped.update({member.where: FAILED for member in group})
    return offered


def _said(name: str, fault: WrongError, so: str) -> str:
    return f"the plug-in {name} {fault}; {so}"


def _entry_points() -> list["EntryPoint"]:
    """Return those of the packages of this environment, whatever else is on the path."""
    from importlib.metadata import distributions

    points = {
        (package.name, point.name, point.value): point
        for package in distributions(path=list_site_folders())
        for point in package.entry_points.select(group=GROUP)
    }
    return [points[key] for key in sorted(points)]


def list_site_folders() -> list[str]:
    """Return the folders that pip installs packages of this interpreter into."""
    users = [site.getusersitepackages()] if site.ENABLE_USER_SITE else []
    return [*site.getsitepackages(), *users]


def _loaded(point: "EntryPoint") -> Importer:
    """Import a plug-in in a thread of its own, so that one that hangs can be left behind."""
    from threading import Thread

    done: list[Importer | BaseException] = []

    def load() -> None:
        try:
            done.append(_made(point.load()))
        except BaseException as fault:
            done.append(fault)

    thread = Thread(target=load, daemon=True)
    with redirect_stdout(sys.stderr):
        thread.start()
        thread.join(LONGEST_LOAD)
    if not done:
        raise WrongError(f"is not loaded after {LONGEST_LOAD:.0f} seconds")
    return _contained("cannot be loaded", lambda: _outcome(done[0]))


def _outcome(done: Importer | BaseException) -> Importer:
    if isinstance(done, BaseException):
        raise done
    return done


def _made(loaded: Any) -> Importer:
    """Return the importer that an entry point names, a class or an instance of one, with all that an importer has."""
    importer = loaded() if isinstance(loaded, type) else loaded
    for name in ("network", "source", "feeds", "identify", "extract"):
        if not hasattr(importer, name):
            raise WrongError(f"is no importer: it has no {name}")
    if not (isinstance(importer.network, str) and _NETWORK.fullmatch(importer.network)):
        raise WrongError("is no importer: its network is no short lower-case word")
    _typed(importer.source, Source, "its source")
    _typed(importer.feeds, dict[str, str], "its feeds")
    made: Importer = importer
    return made


def _identified(
    plugin: Plugin, members: Sequence[Member], reading: Reading
) -> list[tuple[Member, ...]]:
    groups = _contained(
        "fails to identify files",
        lambda: [tuple(group) for group in plugin.importer.identify(list(members), reading)],
    )
    claimed = [member for group in groups for member in group]
    if not set(claimed) <= set(members):
        raise WrongError("claims what it was not offered")
    if len(set(claimed)) < len(claimed):
        raise WrongError("claims a file twice")
    return [group for group in groups if group]


def _extracted(plugin: Plugin, group: tuple[Member, ...], reading: Reading) -> list[Export]:
    given = _contained("fails to read", lambda: list(plugin.importer.extract(group, reading)))
    exports = [_typed(export, Export, "its export") for export in given]
    if not any(export.ledger for export in exports):
        raise WrongError("does not count rows")
    files = {member.where for member in group}
    for export in exports:
        _check(export, files, reading.latest)
    lacks = {factor: why for factor, why in plugin.importer.feeds.items() if why}
    note = f"read by the plug-in {plugin.name}"
    return [
        replace(
            export, handle=export.handle or export.network, lacks=lacks, notes=(*export.notes, note)
        )
        for export in exports
    ]


def _check(export: Export, files: set[str], latest: int) -> None:
    """Raise WrongError for what typed rows can still have wrong, on which the rest of the program relies."""
    ats: list[int | None] = (
        [post.at for post in export.posts]
        + [one.since for one in export.contacts]
        + [export.exported_at]
    )
    ats += [level.at for level in export.levels] + [one.at for one in export.interactions]
    counts = [
        getattr(post, name)
        for post in export.posts
        for name in ("likes", "comments", "shares", "saves", "impressions", "reach")
    ]
    counts += [post.engagements for post in export.posts] + [level.value for level in export.levels]
    counts += [one.followers for one in export.contacts] + [
        one.count for one in export.interactions
    ]
    if not _NETWORK.fullmatch(export.network):
        raise WrongError("gives an export whose network is no short lower-case word")
    if any(at is not None and not 0 <= at <= latest for at in ats):
        raise WrongError("gives dates before 1970 or in the future")
    if any(count is not None and count < 0 for count in counts):
        raise WrongError("gives negative counts")
    if any(
        one.reputation is not None and not 0 <= one.reputation <= 100 for one in export.contacts
    ):
        raise WrongError("gives reputations outside 0 to 100")
    for row in export.ledger:
        if (
            row.file not in files
            or row.read != row.used + row.skipped
            or row.skipped != sum(row.reasons.values())
        ):
            raise WrongError("counts rows wrongly")


def _typed(value: object, kind: type[T], what: str) -> T:
    """Return a value rebuilt of what it should be made of.

    The place of a wrong one is named, never the value.
    """
    if isinstance(kind, type) and issubclass(kind, Struct) and not isinstance(value, kind):
        raise WrongError(f"is wrong: {what} is no {kind.__name__}")
    try:
        return msgspec.convert(msgspec.to_builtins(value), kind)
    except msgspec.ValidationError as fault:
        place = str(fault).partition(" - at ")[2].strip("`") or "its top"
        raise WrongError(f"is wrong: {what} has a wrong type at {place}") from fault
    except Exception as fault:
        raise WrongError(f"is wrong: {what} has parts of unknown types") from fault


def _contained(doing: str, call: Callable[[], T]) -> T:
    """Call into a plug-in: its prints go to the error stream, and whatever it raises becomes a WrongError that names the kind alone."""
    try:
        with redirect_stdout(sys.stderr):
            return call()
    except (WrongError, KeyboardInterrupt):
        raise
    except KloutError as fault:
        raise WrongError(f"{doing}: {fault}") from fault
    except BaseException as fault:
        raise WrongError(f"{doing}: {type(fault).__name__}") from fault
