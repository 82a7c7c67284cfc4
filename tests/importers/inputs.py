"""Build importers' inputs of text, bytes and JSON, and read them as the product does."""

import csv
import io
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, BinaryIO
from zipfile import ZipFile, ZipInfo

from klout_cli.files.container import Member
from klout_cli.importers.interface import Importer
from klout_cli.person.rows import Export
from klout_cli.results import LedgerRow
from klout_cli.values.dates import midnight
from klout_cli.values.reading import Reading

FIXTURES = Path(__file__).parents[2] / "../shared/fixtures"
LATEST = midnight(2026, 3, 3)

Day = tuple[int, int, int]
Files = Mapping[str, object]
"""By file name: text, bytes, or a value that is written as JSON."""


def at(text: str) -> int:
    """Return the Unix second of an ISO date or time in UTC."""
    return int(datetime.fromisoformat(text).replace(tzinfo=UTC).timestamp())


def encoded(content: object) -> bytes:
    if isinstance(content, bytes):
        return content
    return (content if isinstance(content, str) else json.dumps(content, indent=1)).encode()


def member(
    content: object,
    name: str = "kept.csv",
    container: str = "",
    made: Day | None = None,
    opened: list[str] | None = None,
) -> Member:
    """Make a member; each time it is opened, its name goes into `opened`."""
    data = encoded(content)

    def opener() -> BinaryIO:
        if opened is not None:
            opened.append(name)
        return io.BytesIO(data)

    return Member(container, name, len(data), opener, made=made)


def members(files: Files, container: str = "", opened: list[str] | None = None) -> list[Member]:
    return [member(content, name, container, opened=opened) for name, content in files.items()]


def write_folder(folder: Path, files: Files) -> Path:
    """Write files below a folder as unpacking would; colons become underscores, as on Windows."""
    for name, content in files.items():
        path = folder / name.replace(":", "_")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(encoded(content))
    return folder


def write_zip(path: Path, files: Files, wrapper: str = "", made: Day = (2026, 3, 1)) -> Path:
    """Zip files of the day `made`, below a wrapper folder if one is named."""
    with ZipFile(path, "w") as archive:
        for name, content in files.items():
            archive.writestr(ZipInfo(wrapper + name, (*made, 0, 0, 0)), encoded(content))
    return path


def table(*rows: Sequence[object], **form: Any) -> str:
    """Write rows, the header among them; `form` is how, as `csv.writer` takes it."""
    text = io.StringIO(newline="")
    csv.writer(text, **{"lineterminator": "\n"} | form).writerows(rows)
    return text.getvalue()


def identify(
    importer: Importer, *files: Member | Files, container: str = "", **reading: object
) -> list[tuple[Member, ...]]:
    given = [
        one
        for part in files
        for one in ([part] if isinstance(part, Member) else members(part, container))
    ]
    return importer.identify(given, settled(**reading))


def extract(importer: Importer, claimed: Sequence[Member], **reading: object) -> list[Export]:
    """Extract exports; every row of every file is used, or skipped for a reason."""
    exports = importer.extract(claimed, settled(**reading))
    for row in (row for export in exports for row in export.ledger):
        assert row.read == row.used + row.skipped == row.used + sum(row.reasons.values())
    return exports


def settled(**reading: object) -> Reading:
    return Reading(**{"latest": LATEST} | reading)  # type: ignore[arg-type]


def read(
    importer: Importer, *files: Member | Files, container: str = "", **reading: object
) -> list[Export]:
    """Identify and extract all exports among files."""
    return [
        export
        for claimed in identify(importer, *files, container=container, **reading)
        for export in extract(importer, claimed, **reading)
    ]


def read_one(
    importer: Importer, *files: Member | Files, container: str = "", **reading: object
) -> Export:
    """Read files that are one export, of one account."""
    (claimed,) = identify(importer, *files, container=container, **reading)
    (export,) = extract(importer, claimed, **reading)
    return export


def ledger(*exports: Export) -> LedgerRow:
    """Return the one row of the ledger that a single file makes."""
    (row,) = [row for export in exports for row in export.ledger]
    return row


def reasons(export: Export, file: str = "") -> dict[str, int]:
    """Count skipped rows by reason, in the files whose names end with `file`."""
    rows = [row for row in export.ledger if row.file.endswith(file)]
    assert rows
    return dict(sum((Counter(row.reasons) for row in rows), Counter()))


def notes(export: Export) -> dict[str, int]:
    """Count notes on rows, in all files."""
    return dict(sum((Counter(row.notes) for row in export.ledger), Counter()))
