"""What is fuzzed: each target takes any bytes, and either is done or raises a KloutError.

Anything else is a finding (reliability §2).

An export of several files is one text, so that a fuzzer and a person can both change it: `=== name`
on a line, and the file below it.
"""

import os
import tempfile
import warnings
import zipfile
from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path
from unittest import mock

from klout_cli import pipeline
from klout_cli.cli import settings
from klout_cli.files import json_items, json_pieces, table, xml_items
from klout_cli.files.container import Member, open_container
from klout_cli.files.text import lines
from klout_cli.importers.feeds import Feeds
from klout_cli.importers.read import read
from klout_cli.importers.wordpress import WordPress
from klout_cli.person.rows import Draft
from klout_cli.scoring import model
from klout_cli.scoring.perks import catalogue
from klout_cli.values.dates import midnight
from klout_cli.values.reading import Reading

READING = Reading(
    latest=midnight(2026, 3, 3), tables={"wann herzen": {"date": "Wann", "likes": "Herzen"}}
)
MARK = b"=== "
STANDARD = model.load(model.STANDARD)
SCRATCH = Path(tempfile.mkdtemp(prefix="klout-fuzz-"))


def written(data: bytes) -> Path:
    """Write the bytes to the one scratch file, and return it."""
    path = SCRATCH / f"input-{os.getpid()}"
    path.write_bytes(data)
    return path


def container(data: bytes) -> None:
    """Open the bytes as whatever they are, and read all that is in it."""
    for found in open_container(written(data)):
        for member in found.members:
            assert ".." not in member.name.split("/")
            with Draft("").reading(member.where):
                member.read()


def held(data: bytes) -> Member:
    return Member("", "held.csv", len(data), lambda: BytesIO(data))


def text(data: bytes) -> None:
    """Decode the bytes as lines, and as a table of posts."""
    draft = Draft("")
    with draft.reading("held.csv") as intake:
        assert "\0" not in "".join(lines(held(data), intake))
    with draft.reading("held.csv") as intake:
        known = {"date": {"date", "datum"}, "likes": {"likes", "gefällt mir"}}
        for _ in table.records(held(data), intake, known, ("date",)):
            intake.use()
    draft.finish()


def json(data: bytes) -> None:
    """Decode the bytes as a document, as items and as items under a key, at once and in pieces."""
    draft = Draft("")
    for piece in (json_pieces.PIECE, 64):
        with mock.patch.object(json_pieces, "PIECE", piece):
            with draft.reading("held.csv") as intake:
                json_items.document(held(data), dict[str, int | str | list[str]], intake)
            with draft.reading("held.csv") as intake:
                json_items.document(held(data), dict[str, str], intake, without=("items",))
            with draft.reading("held.csv") as intake:
                list(json_items.items(held(data), dict[str, str], intake))
            with draft.reading("held.csv") as intake:
                list(json_items.keyed(held(data), ("items", "posts"), dict[str, str], intake))
    draft.finish()


def xml(data: bytes) -> None:
    """Read the bytes as an RSS document, item by item, and as a feed and an export of WordPress."""
    draft = Draft("")
    with draft.reading("held.csv") as intake:
        for _, element in xml_items.items(held(data), intake):
            assert "\0" not in "".join(element.itertext()).encode().decode()
    draft.finish()
    for importer in (Feeds(), WordPress()):
        for members in importer.identify([Member("", "a.xml", len(data), lambda: BytesIO(data))]):
            for export in importer.extract(members, READING):
                for row in export.ledger:
                    assert row.read == row.used + sum(row.reasons.values())
                for post in export.posts:
                    assert f"{post.text}{post.id}{post.url}".encode() is not None


def pages(data: bytes) -> None:
    """Load the bytes as a model, as settings and as a catalogue of perks."""
    path = written(data)
    for load in (
        lambda: model.load(str(path)),
        lambda: settings.parse(data.decode("utf-8", "replace"), "x"),
        lambda: catalogue(path),
    ):
        refused(load)


def refused(load: Callable[[], object]) -> None:
    """Let a loader refuse, so that the next one is tried too."""
    try:
        load()
    except model.UsageError as fault:
        assert fault.what


def exports(data: bytes) -> None:
    """Read the bytes as the files of a download, with every importer that wants one, and measure what is in them."""
    options = pipeline.Options(
        paths=[archive(data)], model=STANDARD, reading=READING, today=date(2026, 3, 2)
    )
    found = read(options.paths, options.reading, options.limits)
    for row in found.ledger:
        assert row.read == row.used + row.skipped == row.used + sum(row.reasons.values())
    pipeline.measure_person(found, options)


def archive(data: bytes) -> Path:
    """Pack the files a text holds into a zip archive."""
    path = written(b"")
    with warnings.catch_warnings(), zipfile.ZipFile(path, "w") as target:
        warnings.simplefilter("ignore")  # a name that stands there twice is meant
        for part in (b"\n" + data).split(b"\n" + MARK)[1:]:
            name, _, content = part.partition(b"\n")
            if clean := name.decode("utf-8", "replace").replace("\0", ""):
                target.writestr(zipfile.ZipInfo(clean[:200]), content)
    return path


TARGETS: dict[str, Callable[[bytes], None]] = {
    "container": container,
    "text": text,
    "json": json,
    "xml": xml,
    "pages": pages,
    "exports": exports,
}
