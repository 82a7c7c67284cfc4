"""The sample person with a canary in every text of their exports: words, names, handles, employers, places, whatever is not their own."""

import csv
import io
import json
import re
import shutil
from collections.abc import Callable
from itertools import zip_longest
from pathlib import Path
from typing import Any

from klout_cli.reports.names import NETWORKS

CANARY = "Kanarienvogel"
OWN = (
    "erika",
    "mops",
    "kaffeepause",
    "beispiel",
)  # what their accounts are called appears, and has to
NO_WORDS = re.compile(
    r"(?:\w+:/)?/|[\w-]+\.\w+/|[^\s._]*\d\S*\Z|(?=[\w-]*[a-z][\w-]*[A-Z])[\w-]{11}\Z|Ge\xadsamt\Z"
)  # addresses, ids, totals
DAY = re.compile(r"\d{1,2}:\d\d|\b(?:19|20)\d\d\b")
WORDS = re.compile(r"[^\W\d_]{2,}\s+\w|[A-ZÄÖÜ]\w*[a-zäöüß]")  # a handle alone is a canary already
STRUCTURE = frozenset(("label", "source_app", "name_label"))
MARK = re.compile(r"\A(window\.[\w.]+\s*=\s*)?(.*)\Z", re.DOTALL)
CDATA = re.compile(r"(?<=<!\[CDATA\[)[^\]]+(?=\]\]>)")


def planted(source: Path, folder: Path) -> Path:
    """Copy exports with a canary at the end of every text in them.

    What a network itself writes stays, or nothing would be read.
    """
    shutil.copytree(source, folder)
    for file in (path for path in sorted(folder.rglob("*")) if path.is_file()):
        if change := CHANGES.get(file.suffix):
            data = file.read_bytes()
            encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8"
            file.write_bytes(change(data.decode(encoding)).encode(encoding))
    return folder


def sung(text: str) -> str:
    """Return a text with a canary behind it, where it is a text of somebody."""
    own = any(word in text.casefold() for word in OWN) and len(text) < 40
    kept = (
        own
        or text.casefold() in NETWORKS
        or NO_WORDS.match(text.strip())
        or DAY.search(text[:40])
        or not WORDS.search(text)
    )
    return text if kept else f"{text} {CANARY}"


def in_json(text: str) -> str:
    """Plant in every text of a tree, keys and labels apart."""
    mark, tree = MARK.match(text).groups("")  # type: ignore[union-attr]  # it matches everything
    return mark + json.dumps(_tree(json.loads(tree)), ensure_ascii=True)


def _tree(value: Any) -> Any:
    match value:
        case dict():
            return {
                key: inner if key in STRUCTURE else _tree(inner) for key, inner in value.items()
            }
        case list():
            return [*map(_tree, value)]
        case str():
            return sung(value)
    return value


def in_table(text: str) -> str:
    """Plant in every cell below the header, which is the first row as wide as the widest.

    Of two names the last carries it.
    """
    delimiter = ";" if text.count(";") > text.count(",") else ","
    rows = [*csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)]
    width = max(map(len, rows))
    start = next(place for place, row in enumerate(rows) if len(row) == width)
    told = io.StringIO()
    table = csv.writer(told, delimiter=delimiter, lineterminator="\n")
    table.writerows(rows[: start + 1])
    for row in rows[start + 1 :]:
        named = zip_longest(rows[start], row[:width], fillvalue="")
        table.writerow(
            [cell if column.endswith("First Name") else sung(cell) for column, cell in named][
                : len(row)
            ]
        )
    return told.getvalue()


def in_xml(text: str) -> str:
    """Plant in everything quoted as text."""
    return CDATA.sub(lambda found: sung(found[0]), text)


CHANGES: dict[str, Callable[[str], str]] = {
    ".json": in_json,
    ".js": in_json,
    ".csv": in_table,
    ".xml": in_xml,
}
