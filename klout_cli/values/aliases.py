"""What tables call their columns and values (aliases.yaml), and whose a table is by its header."""

import io
import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache, lru_cache
from pathlib import Path, PurePosixPath
from typing import Any

import msgspec
from msgspec import Struct
from msgspec.structs import asdict

from klout_cli.errors import InputError, UsageError, meant
from klout_cli.files.container import Member
from klout_cli.files.intake import Bad, Intake
from klout_cli.files.table import Table, header_names, label, open_table
from klout_cli.files.text import fold
from klout_cli.values.kinds import Kind
from klout_cli.values.reading import PLAIN, Reading
from klout_cli.values.yaml_files import load_yaml

SUFFIXES = (".csv", ".tsv", ".tab", ".txt")
HEAD = 16 << 10
METRICS = frozenset(
    ("likes", "comments", "shares", "saves", "engagements", "impressions", "reach", "followers")
)
SETTINGS = ("rows",)
"""What a mapped table says besides its columns."""
TOTAL_TRIM = " \u00a0:.=*"
STATED = frozenset(
    ("likes", "responders", "endorsements", "standing", "reciprocity", "consent", "posts")
)

_COPY = r"[\W\d]*$"

Synonyms = Mapping[str, frozenset[str]]

UNIQUE = ("columns", "no_posts", "networks", "kinds", "consent")
"""Tables in which a word has one meaning."""


class Aliases(Struct, frozen=True, forbid_unknown_fields=True):
    """The whole of aliases.yaml: canonical name -> synonyms.

    After loading all of them are folded.
    """

    columns: dict[str, frozenset[str]]
    posts_columns: dict[str, frozenset[str]]
    noise: frozenset[str]
    other_counts: frozenset[str]
    posts_texts: frozenset[str]
    period_columns: frozenset[str]
    mention_columns: frozenset[str]
    dates_of_people: frozenset[str]
    hosts: dict[str, frozenset[str]]
    told_by_name: frozenset[str]
    no_posts: dict[str, frozenset[str]]
    networks: dict[str, frozenset[str]]
    kinds: dict[str, frozenset[str]]
    consent: dict[str, frozenset[str]]
    totals: frozenset[str]
    day_first: frozenset[str]
    month_first: frozenset[str]
    growth: frozenset[str]
    foreign: list[frozenset[str]]
    foreign_series: frozenset[str]


@cache
def aliases() -> Aliases:
    """Load the synonyms, once and when first needed.

    Raises ValueError where one of them stands under two names.
    """
    read = msgspec.convert(load_yaml(Path(__file__).with_name("aliases.yaml")), Aliases)
    folded = {
        name: words if name == "hosts" else _fold_words(words)
        for name, words in asdict(read).items()
    }
    for name in UNIQUE:
        _canonical(folded[name])
    return Aliases(**folded)


def _fold_words(words: Any) -> Any:
    """Fold a set of words, or all sets of a mapping or a list."""
    if isinstance(words, dict):
        return {name: _fold_words(synonyms) for name, synonyms in words.items()}
    if isinstance(words, list):
        return [_fold_words(names) for names in words]
    return frozenset(map(fold, words))


def _canonical(table: Synonyms) -> dict[str, str]:
    """Turn a table of synonyms round: synonym -> canonical name."""
    names: dict[str, str] = {}
    for name, synonyms in table.items():
        for synonym in synonyms:
            if synonym in names:
                raise ValueError(
                    f"aliases.yaml: {synonym!r} stands under {names[synonym]} and {name}"
                )
            names[synonym] = name
    return names


@cache
def posts_synonyms() -> Synonyms:
    """Return what columns of posts tables are called, by meaning; a name may be in several."""
    known = aliases().columns
    more = aliases().posts_columns
    merged = {meaning: known.get(meaning, frozenset()) | names for meaning, names in more.items()}
    return {**merged, "following": known["following"]}


@cache
def networks() -> Mapping[str, str]:
    """Return folded name -> network id."""
    return _canonical(aliases().networks)


@cache
def kinds() -> Mapping[str, Kind]:
    """Return folded name -> kind of post."""
    return _canonical(aliases().kinds)  # type: ignore[return-value]


@cache
def consents() -> Mapping[str, bool]:
    """Return folded word -> whether it gives consent."""
    return {word: name == "given" for word, name in _canonical(aliases().consent).items()}


def column_names(own: Mapping[str, Sequence[str]]) -> Synonyms:
    """Return the synonyms of every column; the person's `own` come first.

    Raises UsageError for a column there is not.
    """
    known = aliases().columns
    _refuse_unknown(own, "aliases")
    taken = {label(synonym) for synonyms in own.values() for synonym in synonyms}
    return {
        name: (synonyms - taken) | frozenset(map(label, own.get(name, ())))
        for name, synonyms in known.items()
    }


def find_mapping(header: Iterable[str], reading: Reading) -> Mapping[str, str] | None:
    """Return what a table with this header was mapped to (`klout map`), None for any other."""
    labels = set(map(label, header)) - {""}
    for key, columns in reading.tables.items():
        _refuse_unknown(columns, "tables", SETTINGS)
        if set(map(label, key.split("|"))) - {""} == labels:
            return columns
    return None


def _refuse_unknown(names: Iterable[str], where: str, more: Sequence[str] = ()) -> None:
    known = (*aliases().columns, *more)
    for name in names:
        if name not in known:
            raise UsageError(f"there is no column {name!r}", where, meant(name, list(known)))


def header_key(header: Iterable[str]) -> str:
    """Return the key of a table with this header under `tables` in klout.yaml: its labels."""
    return " | ".join(filter(None, map(label, header)))


def table_columns(member: Member, reading: Reading) -> Synonyms:
    """Return what a table calls its columns: as it was mapped (`klout map`), else every synonym.

    The person's own synonyms come first. Raises UsageError for a column there is not.
    """
    mapped = _mapped(member.head(HEAD), reading) if reading.tables else None
    return column_names(reading.aliases) if mapped is None else mapped


def _mapped(head: bytes, reading: Reading) -> Synonyms | None:
    """Return the columns that a table with a mapped header has, each by one name.

    None for every other table.
    """
    for key, columns in reading.tables.items():
        _refuse_unknown(columns, "tables", SETTINGS)
        labels = set(map(label, key.split("|")))
        table = _opened(head, {name: {name} for name in labels}, reading)
        if table is not None and set(map(label, table.header)) - {""} == labels:
            return {
                name: frozenset([label(columns[name])] if name in columns else [])
                for name in aliases().columns
            }
    return None


def table_kind(member: Member, reading: Reading = PLAIN) -> str:
    """Tell a table a person keeps by its header: "posts", "accounts" or "contacts".

    "" for everything else, vendors' tables too.
    """
    kind = _kind(member.head(HEAD), reading) if member.basename.endswith(SUFFIXES) else ""
    return "" if kind == "posts" and is_series(member) else kind


def is_series(member: Member) -> bool:
    """Return whether a table is named like a vendor's sums by day, or a copy of it: "name (1)".

    A table of posts could have their header too.
    """
    return fold(re.sub(_COPY, "", PurePosixPath(member.name).stem)) in aliases().foreign_series


@lru_cache(maxsize=2048)
def _kind(head: bytes, reading: Reading) -> str:
    mapped = _mapped(head, reading)
    table = _opened(head, column_names(reading.aliases) if mapped is None else mapped, reading)
    if table is None or (mapped is None and is_foreign(table.header)):
        return ""
    return _kind_of(set(table.columns))


def _opened(head: bytes, known: Mapping[str, Collection[str]], reading: Reading) -> Table | None:
    sample = Member("", "sample", len(head), lambda: io.BytesIO(head))
    try:
        return open_table(sample, Intake(""), known, (), reading.encoding)
    except InputError:
        return None


def is_foreign(header: Sequence[str]) -> bool:
    """Return whether a header is that of a vendor's table."""
    folded = set(map(fold, header))
    return any(signature <= folded for signature in aliases().foreign)


def _kind_of(names: set[str]) -> str:
    if "date" in names:
        return "posts" if names & METRICS else ""
    # Only the accounts table has a column of persons; contacts have names or handles.
    owned = "person" in names and not names & {"reputation", "expertise"}
    if "followers" in names and (
        owned or (names & {"person", "name", "network"} and names & STATED)
    ):
        return "accounts"
    if names & {"name", "account"} and names & {"reputation", "expertise", "followers"}:
        return "contacts"
    return ""


def whole_table(
    member: Member, intake: Intake, reading: Reading, needed: Sequence[str]
) -> tuple[list[int], dict[str, list[str]]]:
    """Return the lines and the columns, by canonical name, of a table that is not large.

    Rows that cannot be read are counted.

    Raises InputError where there is no header, and for two columns of one name that is needed.
    """
    known = table_columns(member, reading)
    table = open_table(member, intake, known, (), reading.encoding)
    if table is None:
        raise InputError(
            "there is no header with known columns",
            member.where,
            f"name some of: {', '.join(needed)}",
        )
    refuse_doubles(table.header, known, needed, member.where)
    lines: list[int] = []
    columns: dict[str, list[str]] = {name: [] for name in table.columns}
    for line, cells in table.rows:
        if isinstance(cells, Bad):
            intake.skip(line, cells.reason)
        else:
            lines.append(line)
            for name, index in table.columns.items():
                columns[name].append(cells[index])
    return lines, columns


def is_total(cell: str) -> bool:
    """Tell a word that stands for a row of totals (C16)."""
    return cell.strip(TOTAL_TRIM).casefold() in aliases().totals


def refuse_doubles(
    header: Sequence[str], known: Synonyms, needed: Iterable[str], where: str
) -> None:
    """Raise InputError for a table with two columns of one name that is needed (case C12)."""
    for name, indexes in header_names(header, {name: known[name] for name in needed}).items():
        written = [fold(header[index]) for index in indexes]
        if len(set(written)) < len(written):
            raise InputError(
                f"two columns for {name}: {header[indexes[0]].strip()!r}", where, "keep one of them"
            )
