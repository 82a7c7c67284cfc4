"""What is fuzzed: each target takes any bytes, and either is done or raises a KloutError.

Anything else is a finding.

An export of several files is one text, so that a fuzzer and a person can both change it: `=== name`
on a line, and the file below it.
"""

import gzip
import os
import struct
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
from klout_cli.errors import KloutError
from klout_cli.files import json_items, json_pieces, table, tars, vcards, xml_items
from klout_cli.files.container import Member, open_container
from klout_cli.files.intake import Bad
from klout_cli.files.text import lines
from klout_cli.files.workbook import OLE, read_sheets
from klout_cli.importers.bluesky import Bluesky
from klout_cli.importers.feeds import Feeds
from klout_cli.importers.interface import Importer
from klout_cli.importers.read import read
from klout_cli.importers.wordpress import WordPress
from klout_cli.importers.xing import Xing
from klout_cli.person.rows import Draft
from klout_cli.scoring import model
from klout_cli.scoring.perks import catalogue
from klout_cli.values.dates import midnight
from klout_cli.values.reading import Reading
from tests.importers import workbooks
from tests.importers.workbooks import Day, zipped

READING = Reading(
    latest=midnight(2026, 3, 3), tables={"wann herzen": {"date": "Wann", "likes": "Herzen"}}
)
MARK, CHECKSUM = b"=== ", b"checksum"
PARTS: dict[str, str | bytes] = dict(workbooks.parts({"A": [["x", 1, Day(46186)]]}))
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


def zip_archive(data: bytes) -> None:
    """Pack the files of a text as zip, change bytes of the archive, and read all that is in it.

    Before the first file stands what to change: three bytes each, the place from the end and the value.
    """
    changes, _, _ = (b"\n" + data).partition(b"\n" + MARK)
    packed = bytearray(archive(data).read_bytes())
    for place, value in struct.iter_unpack("<HB", changes[1 : 1 + len(changes[1:]) // 3 * 3]):
        packed[-1 - place % len(packed)] = value
    container(bytes(packed))


def tar_archive(data: bytes) -> None:
    """Read the bytes as a tar, plain and in gzip, with right sums in headers that ask for them."""
    blocks = [data[at : at + tars.BLOCK] for at in range(0, len(data), tars.BLOCK)]
    whole = b"".join(
        block[:148] + b"%06o\0 " % sum(block.replace(CHECKSUM, b" " * 8)) + block[156:]
        if block[148:156] == CHECKSUM
        else block
        for block in blocks
    )
    first: KloutError | None = None
    for packed in (whole, gzip.compress(whole, 1)):
        try:
            container(packed)
        except KloutError as error:
            first = first or error
    if first:
        raise first


def workbook(data: bytes) -> None:
    """Read the bytes as an .xls, or as the changed parts of an .xlsx, all cells of it."""
    parts = dict(PARTS)
    for part in (b"\n" + data).split(b"\n" + MARK)[1:]:
        name, _, content = part.partition(b"\n")
        parts[name.decode("utf-8", "replace").replace("\0", "")[:200]] = content
    whole = data if data.startswith(OLE) else zipped(parts)
    for sheet in read_sheets(Member("", "held.xlsx", len(whole), lambda: BytesIO(whole))):
        assert len({len(row) for row in sheet.rows}) <= 1
        assert all(isinstance(cell, str) for row in sheet.rows for cell in row)


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
        extract(importer, Member("", "a.xml", len(data), lambda: BytesIO(data)))


def cards(data: bytes) -> None:
    """Read the bytes as vCards, and as an address book of Xing."""
    draft = Draft("")
    with draft.reading("held.vcf") as intake:
        for line, card in vcards.cards(held(data), intake):
            assert line > 0 and isinstance(card, vcards.Card | Bad)
    draft.finish()
    extract(Xing(), Member("", "xing.vcf", len(data), lambda: BytesIO(data)))


def repository(data: bytes) -> None:
    """Read the bytes as a repository of Bluesky."""
    extract(Bluesky(), Member("", "repo.car", len(data), lambda: BytesIO(data)))


def extract(importer: Importer, member: Member) -> None:
    """Read a file with an importer if it wants it; every row is used or skipped."""
    for members in importer.identify([member], READING):
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
    "zip": zip_archive,
    "tar": tar_archive,
    "workbook": workbook,
    "text": text,
    "json": json,
    "xml": xml,
    "cards": cards,
    "repository": repository,
    "pages": pages,
    "exports": exports,
}
