"""Small files that would take the machine: each is read or refused within 2 s of processor time and 256 MB."""

import gzip
import io
import random
import struct
import sys
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tests.cli.processes import start
from tests.importers.workbooks import MAIN, parts
from tests.importers.workbooks import zipped as book

CHANCE = random.Random(22)
RSS = '<rss xmlns:wp="http://wordpress.org/export/1.2/"{}><channel>{}</channel></rss>'
PEOPLE = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
TWEET = '{"tweet":{"id_str":"1","created_at":"Wed Oct 10 20:19:24 +0000 2018","full_text":"x"}}'
COMMENT = '{"timestamp":1700000000,"data":[{"comment":{"comment":"x"}}],"title":"A commented"}'
CHANNEL = '{"name":"c","type":"public_channel","id":1,"messages":'
MEDIUM = b'[{"media":[{"uri":"a","creation_timestamp":170%07d,"title":"x"}]}]'
BOOKS = [f"{number}.xlsx" for number in range(100)]
XING = "BEGIN:VCARD\nURL:https://www.xing.com/profile/a\n"


def zipped(name: str, text: str) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, text)
    return target.getvalue()


def tarred(files: Mapping[str, bytes]) -> bytes:
    target = io.BytesIO()
    with tarfile.open(fileobj=target, mode="w:gz", format=tarfile.USTAR_FORMAT) as archive:
        for name, data in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return target.getvalue()


def stored(names: list[str], data: bytes) -> bytes:
    """A zip of equal files, built faster than zipfile does."""
    crc, local, directory = zlib.crc32(data), bytearray(), bytearray()
    for name in map(str.encode, names):
        sizes = crc, len(data), len(data), len(name)
        directory += struct.pack(
            "<4s6H3I5H2I", b"PK\1\2", 20, 20, 0, 0, 0, 33, *sizes, 0, 0, 0, 0, 0, len(local)
        )
        directory += name
        local += struct.pack("<4s5H3I2H", b"PK\3\4", 20, 0, 0, 0, 33, *sizes, 0) + name + data
    end = struct.pack(
        "<4s4H2IH", b"PK\5\6", 0, 0, len(names), len(names), len(directory), len(local), 0
    )
    return bytes(local + directory + end)


def packed(name: str, text: str) -> bytes:
    """A file that shrinks to almost nothing, beside a picture that makes up for it."""
    return tarred({name: text.encode(), "noise.png": CHANCE.randbytes(len(text) // 290)})


def mixed(row: str, count: int) -> str:
    """Rows of a table with a random one between each `count`, so that they shrink less."""
    noise = (f"{CHANCE.getrandbits(120):x}\n" for _ in range(3_000_000 // len(row) // count))
    return "date,likes\n" + "".join(row * count + line for line in noise)


def workbook(rows: str, strings: str) -> bytes:
    sheet = f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData></worksheet>'
    shared = f'<sst xmlns="{MAIN}">{strings}</sst>'
    files = {"xl/worksheets/sheet1.xml": sheet, "xl/sharedStrings.xml": shared}
    return book(dict(parts({"A": [["x"]]})) | files)


def array(item: str, count: int) -> str:
    return f"[{','.join([item] * count)}]"


def small_book() -> bytes:
    row = "<row><c t='str'><v>2026-01-01</v></c><c><v>1</v></c></row>"
    return workbook(row * 5_000, "<si/>")


AMPLIFIERS: dict[str, tuple[str, Callable[[], bytes | str]]] = {
    "W4 empty files in a tar": (
        "a.tar.gz",
        lambda: tarred({f"{number}.csv": b"" for number in range(40_000)}),
    ),
    "W4 small files in a tar": (
        "a.tar.gz",
        lambda: tarred({f"{number}.json": b"{}" for number in range(20_000)}),
    ),
    "W4 small tables in a zip": (
        "a.zip",
        lambda: stored([f"{number}.csv" for number in range(9_000)], b"date,likes\n"),
    ),
    "W5 gzip members": ("a.tar.gz", lambda: gzip.compress(b"") * 49_000 + tarred({"a.csv": b"x"})),
    "W5 blank lines": ("a.zip", lambda: zipped("a.csv", "date,likes\n" + "\n" * 49_000_000)),
    "W5 blank lines below the ratio": ("a.zip", lambda: zipped("a.csv", mixed("\n", 3_000))),
    "W5 useless rows": ("a.zip", lambda: zipped("a.csv", mixed("x,x\n", 1_500))),
    "W5 short rows": ("a.zip", lambda: zipped("a.csv", mixed("3\n", 3_000))),
    "W5 broken quotes": ("a.csv", lambda: "date,likes\n" + '"a"b\n' * 190_000),
    "W5 columns": ("a.csv", lambda: "date,likes" + ",a" * 490_000),
    "W5 delimiters": ("a.csv", lambda: ";,\t|" * 240_000 + "\ndate,likes\n"),
    "W5 networks": (
        "a.csv",
        lambda: "date,likes,network\n" + "".join(f"2026-01-01,3,n{row}\n" for row in range(20_000)),
    ),
    "W5 empty items": (
        "tweets.js",
        lambda: "window.YTD.tweets.part0 = [" + "{}," * 330_000 + "{}]",
    ),
    "W5 numbers for items": (
        "tweets.js",
        lambda: "window.YTD.tweets.part0 = [" + "0," * 490_000 + "0]",
    ),
    "W5 packed items": (
        "a.zip",
        lambda: zipped("data/tweets.js", "window.YTD.tweets.part0 = [" + "{}," * 1_900_000 + "0]"),
    ),
    "W6 namespaces": (
        "a.WordPress.2026-01-01.xml",
        lambda: RSS.format(
            "".join(f' xmlns:a{number}="b"' for number in range(900)), "<item></item>" * 70_000
        ),
    ),
    "W6 attributes": (
        "a.WordPress.2026-01-01.xml",
        lambda: RSS.format("", "<item" + "".join(f" a{at}='b'" for at in range(80_000)) + "/>"),
    ),
    "W5 links of a card": ("xing.vcf", lambda: XING + "URL:a\n" * 160_000 + "END:VCARD\n"),
    "W5 folds of a card": ("xing.vcf", lambda: XING + "FN:a\n" + " a\n" * 320_000 + "END:VCARD\n"),
    "W5 packed rows": (
        "a.tar.gz",
        lambda: packed("a.csv", "date,likes\n" + "2026-01-01,1\n" * 10**6),
    ),
    "W5 packed people": (
        "a.tar.gz",
        lambda: packed("Connections.csv", PEOPLE + "a,b,https://l/1,,,,01 Jan 2026\n" * 400_000),
    ),
    "W5 packed posts": ("a.tar.gz", lambda: packed("data/tweets.js", array(TWEET, 250_000))),
    "W5 packed comments": (
        "a.tar.gz",
        lambda: packed(
            "facebook-a/your_facebook_activity/comments_and_reactions/comments.json",
            f'{{"comments_v2":{array(COMMENT, 600_000)}}}',
        ),
    ),
    "W5 packed words of a message": (
        "a.tar.gz",
        lambda: packed(
            "result.json", CHANNEL + '[{"id":1,"type":"message","text":' + array('"a"', 5 * 10**6)
        ),
    ),
    "W5 packed spaces": ("a.tar.gz", lambda: packed("data/tweets.js", "[" + " " * 2 * 10**8)),
    "W5 packed feed": (
        "a.tar.gz",
        lambda: packed("feed.xml", "<rss><channel>" + "<item><link>a</link></item>" * 10**6),
    ),
    "W5 packed cards": (
        "a.tar.gz",
        lambda: packed("xing.vcf", (XING + "FN:a\nEND:VCARD\n") * 500_000),
    ),
    "W5 packed workbooks": ("a.tar.gz", lambda: tarred(dict.fromkeys(BOOKS, small_book()))),
    "W4 tables in a tar": (
        "a.tar.gz",
        lambda: tarred({f"{day}.csv": b"date,likes\n2026-01-01,%d" % day for day in range(2_499)}),
    ),
    "W4 files of an export": (
        "a.tar.gz",
        lambda: tarred(
            {f"your_instagram_activity/media/posts_{at}.json": MEDIUM % at for at in range(2_499)}
        ),
    ),
    "W2 strings of runs": (
        "Content_2026-01-01_2026-02-28_Erika.xlsx",
        lambda: workbook(
            "<row><c t='s'><v>0</v></c></row>" * 60_000, f"<si>{'<t>a</t>' * 1000}</si>"
        ),
    ),
}


@pytest.mark.parametrize("name", AMPLIFIERS)
def test_a_small_file_is_scored_or_refused_within_bounds(name: str, tmp_path: Path) -> None:
    file, make = AMPLIFIERS[name]
    data = make()
    path = tmp_path / file
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    assert path.stat().st_size <= 1_000_000
    command = (sys.executable, "-m", "tests.files.bounded", "score", str(path), "--no-history")
    done = start(command)
    assert done.code in (0, 3), done.err
