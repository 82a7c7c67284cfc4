"""Records of Meta's downloads: one shape for all of their lists, text as it was meant, labels of any language (formats §3.3, §5)."""

import re
import zlib
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from pathlib import Path, PurePosixPath
from typing import Any, TypeAlias

from msgspec import Struct, field

from klout_cli.files.text import fold, repair_meta
from klout_cli.values.yaml_files import load_yaml

_MEDIA_ID = re.compile(r"\d{15,}$")
_PROFILE_LINK = re.compile(
    r"(?:https?://)?(?:www\.)?instagram\.com/(?:_u/)?([\w.]+)/?(?:\?.*)?", re.IGNORECASE
)

Value: TypeAlias = str | int | float | bool | None


class Cell(Struct, gc=False):
    """One labelled value; counts and even dates come as text."""

    value: Value = None
    timestamp: Value = None


class Link(Struct, gc=False):
    """One person or post in a list; `value` is missing where the record's title holds the name."""

    href: Value = None
    value: Value = None
    timestamp: Value = None


class Medium(Struct, gc=False):
    """One picture or video of a post."""

    uri: Value = None
    title: Value = None
    creation_timestamp: Value = None


class Labelled(Struct, gc=False):
    """One value of the generic shape that replaces the others since 2025.

    Further ones nest in its `dict`.
    """

    label: Value = None
    value: Value = None
    href: Value = None
    nested: list["Labelled"] = field(name="dict", default_factory=list)
    media: list[Medium] = field(default_factory=list)


class Item(Struct, gc=False):
    """Any record of Meta's: each list uses some of these fields.

    An empty map may come as an empty list.
    """

    title: Value = None
    uri: Value = None
    creation_timestamp: Value = None
    timestamp: Value = None
    username: Value = None
    name: Value = None
    media: list[Medium] = field(default_factory=list)
    string_list_data: list[Link] = field(default_factory=list)
    string_map_data: dict[str, Cell] | list[Any] = field(default_factory=dict)
    media_map_data: dict[str, Medium] | list[Any] = field(default_factory=dict)
    label_values: list[Labelled] = field(default_factory=list)


@cache
def _meanings() -> tuple[dict[str, str], tuple[str, ...]]:
    """Load the folded labels with their meaning, and the beginnings of labels nobody needs."""
    table = load_yaml(Path(__file__).with_name("meta_labels.yaml"))
    beginnings = tuple(fold(label) for label in table.pop("not needed beginnings"))
    return {
        fold(label): meaning for meaning, labels in table.items() for label in labels
    }, beginnings


@lru_cache(maxsize=1024)
def meaning_of(label: str) -> str:
    """Return what a label says, "" where it is not understood; never guessed."""
    meanings, beginnings = _meanings()
    folded = fold(repair_meta(label))
    return meanings.get(folded, "not needed" if folded.startswith(beginnings) else "")


def text_of(value: Value) -> str:
    """Return text as it was meant (N6); a number is a name too (J13)."""
    if isinstance(value, str):
        return repair_meta(value).strip()
    return str(value) if type(value) is int else ""


def flat(values: Iterable[Labelled]) -> Iterator[Labelled]:
    """Yield generic values and the ones nested in them."""
    for value in values:
        yield value
        yield from flat(value.nested)


def labelled(item: Item, meaning: str) -> str:
    """Return the first generic value with a label of this meaning, however deep it is nested."""
    return next(
        (
            text_of(found.value)
            for found in flat(item.label_values)
            if meaning_of(text_of(found.label)) == meaning
        ),
        "",
    )


def link_of(item: Item) -> Link:
    """Return the person or post of a record; lists hold one each."""
    return item.string_list_data[0] if item.string_list_data else Link()


def person_of(item: Item) -> str:
    """Return the user name of an entry: its value, else its title, else the end of its profile link (§5.2)."""
    link = link_of(item)
    named = text_of(link.value) or text_of(item.title) or labelled(item, "username")
    found = None if named else _PROFILE_LINK.fullmatch(text_of(link.href))
    return found[1] if found else named


def post_id(uri: Value, at: int, text: str) -> str:
    """Name a post by the number its file ends with, the same in every export.

    Else by its second and caption.
    """
    found = _MEDIA_ID.search(PurePosixPath(uri).stem) if isinstance(uri, str) else None
    return found[0] if found else f"{at}-{zlib.crc32(text.encode('utf-8', 'replace')):08x}"
