"""Which files and folders Meta's downloads have: told by folder, base name and key, by no path."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path

import msgspec
from msgspec import Struct

from klout_cli.files.container import Member
from klout_cli.importers.archive import Archive, File, Json, Unusable
from klout_cli.importers.meta import HTML, Item
from klout_cli.translation import Message
from klout_cli.values.dates import moment
from klout_cli.values.reading import Reading
from klout_cli.values.yaml_files import load_yaml

ALONGSIDE = ("index.html", "start_here.html", "no-data.txt")
TABLES = (".csv", ".js", ".ods", ".vcf", ".xls", ".xlsx", ".xml", ".yaml", ".yml")
"""Never Meta's, whatever folder they lie in."""

_PART = r"(?:(?<=-[a-z0-9]{8})-|[-_ ]part[-_ ]?)\d{1,3}$"
_NUMBERED = r"_*(?:_\d+)?(?: ?\(\d+\))?"
_FIRST_KEY = rb'(?:\xef\xbb\xbf)?\s*\{\s*"([^"\\]{1,80})"'
_DAY = r"(20\d\d)[-_]?(\d\d)[-_]?(\d\d)"


class Layout(Struct, frozen=True):
    """The folders of one network's downloads, of all years; their meaning is in meta_files.yaml."""

    download: Sequence[str]
    files: Mapping[str, Mapping[str, str]]
    wrapper: str = ""
    strong: frozenset[str] = frozenset()
    ours: frozenset[str] = frozenset()
    folders: frozenset[str] = frozenset()
    beside: frozenset[str] = frozenset()

    def split(self, member: Member) -> tuple[list[str], list[str]]:
        """Return the folders around a download, and its own ones: from the first that is known."""
        *folders, _ = member.name.lower().split("/")
        wrapped = [at for at, name in enumerate(folders, 1) if re.match(self.wrapper, name)]
        start = max(wrapped, default=0)
        while start < len(folders) and not (
            folders[start] in self.folders or folders[start] in self.beside
        ):
            start += 1
        return folders[:start], folders[start:]

    def folders_in(self, member: Member) -> list[str]:
        """Return the folders of the download that a member lies in; none where it lies loose."""
        return self.split(member)[1]

    def is_others(self, member: Member) -> bool:
        """Return whether a member is another network's."""
        return not self.beside.isdisjoint(self.folders_in(member))

    def is_closed(self, file: File, member: Member, reading: Reading) -> bool:
        """Return whether a file is not to be read: private, or another network's."""
        private = not reading.private if file.private else member.private
        return private or self.is_others(member)

    def group(self, known: Mapping[Member, object]) -> Iterator[list[Member]]:
        """Yield the members of each download, by the folder it starts in; its parts are one.

        Members that lie loose are of one where they are `known`.
        """
        groups: defaultdict[str, list[Member]] = defaultdict(list)
        for member, is_known in known.items():
            around, inside = self.split(member)
            loose = is_known or member.basename in ALONGSIDE
            if loose if not inside else not member.basename.endswith(TABLES):
                groups[root_of("/".join(around))].append(member)
        return (groups[root] for root in sorted(groups))


LAYOUTS = msgspec.convert(load_yaml(Path(__file__).with_suffix(".yaml")), dict[str, Layout])


def build_files(
    network: str, kinds: Mapping[str, type] = {}, whole: Collection[str] = ()
) -> tuple[File, ...]:
    """Return the files of a network, the pages they are in HTML first.

    Records are of the kind of their file id in `kinds`, else of that of "", else `Item`. There may
    be several files of a name, and copies. `whole`: handlers that get whole files.
    """
    default = kinds.get("", Item)
    files = [
        Json(
            id,
            file.get("handler", ""),
            rf"(?:{file['names']}){_NUMBERED}\.json",
            keys=tuple(file.get("keys", "").split()),
            kind=kinds.get(id, default),
            lists=file.get("lists", ""),
            whole=file.get("handler") in whole,
        )
        for id, file in LAYOUTS[network].files.items()
    ]
    pages = "|".join(file.name.removesuffix("json") + "html" for file in files)
    return File("html", refuse_page, pages, twin="json"), *files


def refuse_page(archive: Archive, page: Member) -> None:
    """Skip a page, and say once how to ask for JSON."""
    note = Message(
        "This download is in HTML, and klout needs JSON. Ask for it again: {where}",
        where=Message(archive.source.where),
    )
    if note not in archive.draft.notes:
        archive.draft.notes.append(note)
    raise Unusable(HTML)


def is_page(member: Member) -> bool:
    """Return whether a file may be one of Meta's that is read."""
    return member.basename.endswith((".json", ".html"))


def first_key(member: Member) -> str:
    """Return the first key of a JSON object, "" where it begins otherwise."""
    match = re.match(_FIRST_KEY, member.head())
    return match[1].decode("utf-8", "replace") if match else ""


def root_of(path: str) -> str:
    """Return a path without the numbers of the parts of a download."""
    return "/".join(re.sub(_PART, "", name) for name in path.split("/"))


def user_and_days(member: Member, network: str, latest: int) -> tuple[str, list[int]]:
    """Return user and day (its start) by the name of a download or of its folder.

    Two days where the order of day and month is open.
    """
    places = [*reversed(member.name.lower().split("/")[:-1]), member.container.lower()]
    names = LAYOUTS[network].download
    matches = (re.match(name, place) for name in names for place in places)
    match = next(filter(None, matches), None)
    if not match:
        return "", []
    day = re.sub(_DAY, r"\1-\2-\3", match[2] or "")
    days = {moment(day, latest, order) for order in ("dmy", "mdy")} if day else set()
    return match[1], sorted({day[0] for day in days if isinstance(day, tuple)})
