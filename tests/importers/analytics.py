"""Builds invented exports of web analytics, and reads them as the product does."""

from collections.abc import Sequence

from klout_cli.importers.interface import Importer
from klout_cli.person.rows import Export
from klout_cli.values.dates import iso_day, midnight
from tests.importers import inputs

GA4_TOP = "# {rule}\n# Reports snapshot\n# Account: PRIVAT\n# Property: {property}\n# {rule}\n#  \n"
JANUARY = ("20260101", "20260131")


def read(
    importer: Importer, data: str | bytes, name: str, container: str = "", **reading: object
) -> Export:
    (export,) = inputs.read(importer, {name: data}, container=container, **reading)
    return export


def levels(export: Export) -> list[tuple[str, int, str]]:
    """(day, readers, quality) of each level."""
    assert {level.metric for level in export.levels} <= {"readers"}
    return [
        ("" if level.at is None else iso_day(level.at), level.value, level.quality)
        for level in export.levels
    ]


def dated(export: Export) -> str:
    return "" if export.exported_at is None else iso_day(export.exported_at)


def ga4_table(
    header: str,
    *rows: str,
    days: Sequence[str] = JANUARY,
    caption: str = "",
    words: Sequence[str] = ("Start date", "End date"),
) -> str:
    """One table with the comments above it, and the blank line below."""
    stated = "".join(f"# {word}: {day}\n" for word, day in zip(words, days, strict=False))
    return f"# {caption}\n{stated}" + "".join(f"{row}\n" for row in (header, *rows)) + "\n"


def ga4(*tables: str, property: str = "Website") -> str:
    return GA4_TOP.format(rule="-" * 40, property=property) + "".join(tables)


def utf16(*rows: str, half: bool = False) -> bytes:
    """Matomo's own encoding.

    `half`: with half a character at the end, as its official samples have it.
    """
    data = b"\xff\xfe" + "\n".join(rows).encode("utf-16-le")
    return data + b"0" if half else data


def visitors(
    *counts: int,
    first: str = "2026-01-01",
    header: str = '"date","visitors","pageviews","bounces","visits","visit_duration"',
) -> str:
    """Plausible's table of visitors, a row a day."""
    start = midnight(*map(int, first.split("-")))
    rows = (
        f'"{iso_day(start + place * 86_400)}",{count},{2 * count},1,{count},60'
        for place, count in enumerate(counts)
    )
    return "\n".join((header, *rows)) + "\n"
