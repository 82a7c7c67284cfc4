"""Builds invented exports of web analytics, and reads them as the product does."""

from collections.abc import Mapping, Sequence

from klout_cli.importers.interface import Importer
from klout_cli.person.rows import Export
from klout_cli.values.dates import iso_day, midnight
from klout_cli.values.reading import Reading
from tests.importers.x_archives import members

LATEST = midnight(2026, 3, 3)
GA4_TOP = "# {rule}\n# Reports snapshot\n# Account: PRIVAT\n# Property: {property}\n# {rule}\n#  \n"
JANUARY = ("20260101", "20260131")


def exports(
    importer: Importer, files: Mapping[str, bytes], container: str = "", **reading: object
) -> list[Export]:
    """All exports the importer finds; read = used + skipped in each file of them."""
    settled = Reading(**{"latest": LATEST, **reading})  # type: ignore[arg-type]
    groups = importer.identify(members(files, container), settled)
    found = [export for group in groups for export in importer.extract(group, settled)]
    for row in (row for export in found for row in export.ledger):
        assert row.read == row.used + row.skipped
        assert row.skipped == sum(row.reasons.values())
    return found


def read(
    importer: Importer, data: str | bytes, name: str, container: str = "", **reading: object
) -> Export:
    (export,) = exports(
        importer, {name: data.encode() if isinstance(data, str) else data}, container, **reading
    )
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
