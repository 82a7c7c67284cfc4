"""The archive guard: each row Z of the reliability catalogue, S7, S9, S10, and whatever bytes a file may hold."""

import gzip
import io
import os
import stat
import struct
import sys
import tarfile
import tempfile
import tracemalloc
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from klout_cli.errors import AccessError, InputError, KloutError
from klout_cli.files import tars
from klout_cli.files.container import Container, Limits, open_container
from tests.cli.processes import start

SETTINGS = settings(deadline=None, derandomize=True, max_examples=60)
POSTS = b'[{"id": "1", "text": "Guten Morgen"}]\n' * 40
Pack = Callable[[Mapping[str, bytes]], bytes]
CSV = b"date,likes\n2025-03-01,3\n"
FILES = {
    "data/tweets.js": POSTS,
    "data/account.js": b'[{"account": {"username": "erika"}}]',
    "data/empty.json": b"",
}

# Offsets in an entry of a zip's directory.
FLAGS, METHOD, CRC, PACKED, SIZE, MODE, OFFSET = 8, 10, 16, 20, 24, 38, 42


def zipped(files: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def patched(archive: bytes, number: int, field: int, form: str, value: int) -> bytes:
    """Change one field of the entry `number` in a zip's directory."""
    data, at = bytearray(archive), -1
    for _ in range(number + 1):
        at = data.index(b"PK\1\2", at + 1)
    struct.pack_into(form, data, at + field, value)
    return bytes(data)


def flipped(archive: bytes, at: int) -> bytes:
    data = bytearray(archive)
    data[at] ^= 0xFF
    return bytes(data)


def tarred(files: Mapping[str, bytes], mode: str = "w:gz", form: int = tarfile.PAX_FORMAT) -> bytes:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode=mode, format=form) as archive:  # type: ignore[call-overload]
        for name, data in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return buffer.getvalue()


def saved(folder: Path, data: bytes, name: str = "export.zip") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def only(path: Path, limits: Limits | None = None) -> Container:
    (container,) = open_container(path, limits)
    return container


def contents(container: Container) -> dict[str, bytes]:
    return {member.name: member.read() for member in container.members}


def refusal(path: Path, limits: Limits | None = None) -> InputError:
    with pytest.raises(InputError) as caught:
        open_container(path, limits)
    assert caught.value.where.startswith(str(path))
    assert "\n" not in str(caught.value)
    return caught.value


# Good archives


@pytest.mark.parametrize("name", ["export.zip", "export.csv", "export"])
def test_zip_holds_its_files_whatever_it_is_called_z17(tmp_path: Path, name: str) -> None:
    container = only(saved(tmp_path, zipped(FILES), name))
    assert contents(container) == FILES
    assert [member.where for member in container.members] == [
        f"{name}:{file}" for file in sorted(FILES)
    ]
    assert (container.skipped, container.notes) == ((), ())


@pytest.mark.parametrize("mode", ["w", "w:gz"])
@pytest.mark.parametrize("form", [tarfile.USTAR_FORMAT, tarfile.GNU_FORMAT, tarfile.PAX_FORMAT])
def test_tar_holds_its_files(tmp_path: Path, mode: str, form: int) -> None:
    files = FILES | {"a" * 90 + "/" + "b" * 90 + ".json": b"{}"}
    assert contents(only(saved(tmp_path, tarred(files, mode, form), "export.tar.gz"))) == files


def test_tar_of_gnu_and_pax_takes_long_and_foreign_names(tmp_path: Path) -> None:
    files = {"ä" * 200 + ".json": b"1", "x" * 300 + "/y.json": b"2"}
    for form in (tarfile.GNU_FORMAT, tarfile.PAX_FORMAT):
        assert contents(only(saved(tmp_path, tarred(files, form=form), "export.tgz"))) == files


def test_tar_gz_members_can_be_read_in_any_order(tmp_path: Path) -> None:
    files = {f"{number}.json": os.urandom(700_000) + bytes(700_000) for number in range(6)}
    members = only(saved(tmp_path, tarred(files), "export.tgz")).members
    for member in (*reversed(members), *members):
        assert member.head(10) == files[member.name][:10]
        assert member.read() == files[member.name]


def test_tar_gz_is_not_inflated_again_for_a_look_at_its_members(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = {
        "posts.json": os.urandom(5000),
        "media/small.jpg": os.urandom(3000),
        "media/large.mp4": os.urandom(50_000),
    }
    members = only(saved(tmp_path, tarred(files), "export.tgz")).members
    monkeypatch.setattr(tars, "open_gzip", lambda *_: pytest.fail("inflated again"))
    for member in members:
        assert member.checksum() == zlib.crc32(files[member.name])
        if member.basename != "large.mp4":
            assert member.head() == files[member.name][:4096]


def test_tar_gz_holds_no_private_talk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = {"posts.json": POSTS, "messages/inbox.json": POSTS}
    path = saved(tmp_path, tarred(files), "export.tgz")
    (container,) = open_container(path)
    (asked,) = open_container(path, private=True)
    monkeypatch.setattr(tars, "open_gzip", lambda *_: pytest.fail("inflated again"))
    assert contents(asked) == files
    with pytest.raises(pytest.fail.Exception):
        contents(container)


def test_gzip_of_several_parts_is_one_tar(tmp_path: Path) -> None:
    whole = tarred(FILES, "w")
    parts = gzip.compress(whole[:700]) + gzip.compress(whole[700:]) + bytes(100)
    assert contents(only(saved(tmp_path, parts, "export.tgz"))) == FILES


def test_single_file_is_its_own_container(tmp_path: Path) -> None:
    container = only(saved(tmp_path, CSV, "posts.csv"))
    (member,) = container.members
    assert (member.where, member.basename, member.size, member.read(), member.head(4)) == (
        "posts.csv",
        "posts.csv",
        len(CSV),
        CSV,
        b"date",
    )


def test_folder_is_one_export_and_each_archive_in_it_another(tmp_path: Path) -> None:
    folder = tmp_path / "exports"
    (folder / "x" / "data").mkdir(parents=True)
    saved(folder / "x" / "data", POSTS, "tweets.js")
    saved(folder, CSV, "posts.csv")
    saved(folder, zipped(FILES), "instagram.zip")
    saved(folder / "x", tarred(FILES), "mastodon.tar.gz")
    loose, *archives = open_container(folder)
    assert contents(loose) == {"posts.csv": CSV, "x/data/tweets.js": POSTS}
    assert loose.members[0].where == "exports:posts.csv"
    assert [archive.name for archive in archives] == ["instagram.zip", "mastodon.tar.gz"]
    assert [contents(archive) for archive in archives] == [FILES, FILES]


def test_current_folder_has_a_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    saved(tmp_path, CSV, "posts.csv")
    monkeypatch.chdir(tmp_path)
    assert only(Path()).name == tmp_path.name


def test_spreadsheet_is_a_file_not_an_archive(tmp_path: Path) -> None:
    data = zipped({"[Content_Types].xml": b"<Types/>", "xl/workbook.xml": b"<workbook/>"})
    assert contents(only(saved(tmp_path, data, "Content.xlsx"))) == {"Content.xlsx": data}
    container = only(saved(tmp_path, zipped({"Content.xlsx": data})))
    assert contents(container) == {"Content.xlsx": data}


def test_big_members_stream_in_little_memory(tmp_path: Path) -> None:
    data = os.urandom(1 << 16) * 240
    for path in (
        saved(tmp_path, zipped({"a.js": data})),
        saved(tmp_path, tarred({"a.js": data}), "a.tgz"),
        saved(tmp_path, data, "a.js"),
    ):
        member = only(path).members[0]
        tracemalloc.start()
        total = 0
        with member.open() as source:
            while piece := source.read(1 << 20):
                total += len(piece)
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert total == len(data)
        assert peak < 8 << 20


def test_streams_give_lines_and_text(tmp_path: Path) -> None:
    member = only(saved(tmp_path, zipped({"posts.csv": CSV}))).members[0]
    with member.open() as source:
        assert list(source) == CSV.splitlines(keepends=True)
    with member.open() as raw, io.TextIOWrapper(raw, "utf-8") as text:
        assert text.read() == CSV.decode()


def test_nothing_is_written(tmp_path: Path) -> None:
    path = saved(tmp_path, zipped(FILES | {"../../evil.json": b"{}"}))
    contents(only(path))
    assert list(tmp_path.iterdir()) == [path]


# Z: archives


def test_z1_bomb_is_refused_before_reading(tmp_path: Path) -> None:
    fault = refusal(saved(tmp_path, zipped({"bomb.json": bytes(60_000_000)})))
    assert fault.what == "this looks like a zip bomb: 58.3 kB unpack to 60 MB"
    assert fault.where.endswith("export.zip:bomb.json")
    assert "folder" in fault.remedy


def test_z1_bomb_in_a_tar_gz(tmp_path: Path) -> None:
    assert (
        "bomb"
        in refusal(saved(tmp_path, tarred({"bomb.json": bytes(60_000_000)}), "export.tgz")).what
    )


def test_z1_limits_can_be_raised(tmp_path: Path) -> None:
    path = saved(tmp_path, zipped({"zeros.json": bytes(60_000_000)}))
    assert only(path, Limits(ratio=2000)).members[0].size == 60_000_000


def test_z2_many_medium_members(tmp_path: Path) -> None:
    path = saved(tmp_path, zipped({f"{number}.json": os.urandom(1000) for number in range(20)}))
    assert refusal(path, Limits(unpacked=19_999)).what.startswith("this unpacks to")
    assert len(only(path, Limits(unpacked=20_000)).members) == 20


def test_z2_many_bombs_each_under_the_ratio_limit(tmp_path: Path) -> None:
    assert (
        "bomb"
        in refusal(
            saved(tmp_path, zipped({f"{number}.json": bytes(20_000_000) for number in range(3)}))
        ).what
    )


@pytest.mark.parametrize("pack", [zipped, tarred])
def test_z2_media_does_not_count(tmp_path: Path, pack: Pack) -> None:
    files = {
        "data/posts.json": POSTS,
        "media/1.JPG": os.urandom(5000),
        "media/2.mp4": os.urandom(5000),
    }
    assert len(only(saved(tmp_path, pack(files)), Limits(unpacked=len(POSTS))).members) == 3


def test_z2_file_larger_than_the_limit_is_not_read(tmp_path: Path) -> None:
    member = only(saved(tmp_path, CSV, "posts.csv"), Limits(unpacked=5)).members[0]
    with pytest.raises(InputError, match="larger than"):
        member.read()


def overlaps() -> Iterator[tuple[str, bytes]]:
    archive = zipped({"a.json": POSTS, "b.json": CSV}, zipfile.ZIP_STORED)
    yield "same_bytes", patched(archive, 1, OFFSET, "<I", 0)
    yield "quoted", patched(archive, 0, PACKED, "<I", len(POSTS) + 40)
    yield "inside", patched(archive, 1, OFFSET, "<I", 20)


@pytest.mark.parametrize("data", [pytest.param(data, id=f"z3_{name}") for name, data in overlaps()])
def test_z3_overlap(tmp_path: Path, data: bytes) -> None:
    assert "overlap" in refusal(saved(tmp_path, data)).what


def damaged_members() -> Iterator[tuple[str, bytes]]:
    for word, method in (("stored", zipfile.ZIP_STORED), ("deflated", zipfile.ZIP_DEFLATED)):
        archive = zipped({"good.json": POSTS, "bad.csv": CSV}, method)
        header = archive.index(b"PK\3\4", 1)
        yield f"z4_size_small_{word}", patched(archive, 1, SIZE, "<I", 10)
        yield f"z7_flipped_{word}", flipped(archive, header + 30 + len("bad.csv") + 5)
        yield f"z7_header_{word}", flipped(archive, header)
        yield f"z7_sum_{word}", patched(archive, 1, CRC, "<I", 1)


@pytest.mark.parametrize("data", [pytest.param(data, id=name) for name, data in damaged_members()])
def test_damaged_member_costs_only_itself(tmp_path: Path, data: bytes) -> None:
    bad, good = only(saved(tmp_path, data)).members
    with pytest.raises(InputError) as caught:
        bad.read()
    assert (caught.value.what, caught.value.where) == ("this file is damaged", "export.zip:bad.csv")
    assert isinstance(bad.head(), bytes)
    assert good.read() == POSTS


def test_z7_damage_behind_the_head_does_not_hide_it(tmp_path: Path) -> None:
    member = only(saved(tmp_path, patched(zipped({"posts.csv": CSV}), 0, CRC, "<I", 1))).members[0]
    assert member.head() == CSV


def test_z7_damaged_tar_gz(tmp_path: Path) -> None:
    archive = tarred(FILES)
    assert (
        refusal(saved(tmp_path, flipped(archive, len(archive) // 2), "export.tgz")).what
        == "this file is damaged"
    )


def test_z5_size_field_says_far_too_much(tmp_path: Path) -> None:
    for method in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        container = only(
            saved(
                tmp_path, patched(zipped({"posts.csv": CSV}, method), 0, SIZE, "<I", 2_000_000_000)
            )
        )
        assert contents(container) == {"posts.csv": CSV}
        assert container.notes == ("1 file is smaller than the archive says",)


def test_z5_lying_size_does_not_fill_memory(tmp_path: Path) -> None:
    """A member that says 10 bytes and holds 40 MB is stopped at once."""
    member = only(
        saved(tmp_path, patched(zipped({"bomb.json": bytes(40_000_000)}), 0, SIZE, "<I", 10))
    ).members[0]
    tracemalloc.start()
    with pytest.raises(InputError, match="damaged"):
        member.read()
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 4 << 20


@pytest.mark.parametrize(
    "pack",
    [
        zipped,
        tarred,
        lambda files: tarred(files, "w"),
        lambda files: zipped(files, zipfile.ZIP_STORED),
    ],
)
def test_z6_every_prefix(tmp_path: Path, pack: Pack) -> None:
    archive = pack({"posts.csv": CSV, "a.json": b"[1, 2]"})
    # A plain tar ends in blocks of zeros: one of them is enough, and less than one header is no tar
    # at all.
    plain_tar = archive[257:262] == b"ustar"
    cuts = (
        range(512, archive.index(bytes(1024), 512 * 3) + 511, 32)
        if plain_tar
        else range(len(archive))
    )
    path = tmp_path / "export.zip"
    for cut in cuts:
        path.write_bytes(archive[:cut])
        assert "cut off" in refusal(path).what


def test_z6_directory_of_a_zip_inside_a_cut_off_one(tmp_path: Path) -> None:
    inner = zipped({"posts.csv": CSV})
    outer = zipped({"inner.zip": inner, "more.json": POSTS}, zipfile.ZIP_STORED)
    assert "cut off" in refusal(saved(tmp_path, outer[: outer.index(inner) + len(inner)])).what


def test_z8_same_name_twice(tmp_path: Path) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive, pytest.warns(UserWarning):
        for name, data in [
            ("a.json", b"1"),
            ("b.json", b"2"),
            ("a.json", b"3"),
            ("c.json", b"4"),
            ("c.json", b"4"),
        ]:
            archive.writestr(name, data)
    container = only(saved(tmp_path, buffer.getvalue()))
    assert contents(container) == {"b.json": b"2", "c.json": b"4"}
    assert container.skipped == (("a.json", "two different files with this name"),) * 2
    assert container.notes == ("c.json is in the archive 2 times, all identical; used once",)


@pytest.mark.parametrize("mode", ["w", "w:gz"])
def test_z8_same_name_twice_in_a_tar(tmp_path: Path, mode: str) -> None:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode=mode) as archive:  # type: ignore[call-overload]
        for name, data in (("a.json", b"1"), ("a.json", b"3"), ("c.json", b"4"), ("c.json", b"4")):
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    container = only(saved(tmp_path, buffer.getvalue(), "export.tar"))
    assert contents(container) == {"c.json": b"4"}
    assert container.skipped == (("a.json", "two different files with this name"),) * 2
    assert container.notes == ("c.json is in the archive 2 times, all identical; used once",)


@pytest.mark.parametrize(
    ("name", "cleaned"),
    [
        ("../../x.json", "x.json"),
        ("/abs/x.json", "abs/x.json"),
        ("C:\\Users\\x.json", "Users/x.json"),
        ("..\\x.json", "x.json"),
        ("a/../../x.json", "a/x.json"),
        ("\\\\server\\share\\x.json", "server/share/x.json"),
    ],
)
def test_z9_names_that_point_outside(tmp_path: Path, name: str, cleaned: str) -> None:
    container = only(saved(tmp_path, zipped({name: CSV})))
    assert contents(container) == {cleaned: CSV}
    assert container.notes == ("1 file name points outside the archive; nothing is written there",)


def test_z9_back_slashes_of_windows_tools(tmp_path: Path) -> None:
    archive = zipped({"data?tweets.js": POSTS, "data?": b""}).replace(b"data?", b"data\\")
    assert contents(only(saved(tmp_path, archive))) == {"data/tweets.js": POSTS}


@pytest.mark.parametrize(
    ("kind", "reason"),
    [
        (stat.S_IFLNK, "link"),
        (stat.S_IFIFO, "not a regular file"),
        (stat.S_IFCHR, "not a regular file"),
    ],
)
def test_z10_link_in_a_zip(tmp_path: Path, kind: int, reason: str) -> None:
    archive = patched(
        zipped({"passwd.json": b"/etc/passwd", "posts.csv": CSV}),
        0,
        MODE,
        "<I",
        (kind | 0o777) << 16,
    )
    container = only(saved(tmp_path, archive))
    assert contents(container) == {"posts.csv": CSV}
    assert container.skipped == (("passwd.json", reason),)


def test_headers_of_a_small_tar_gz_are_not_what_it_unpacks_to(tmp_path: Path) -> None:
    files = {f"{number}.json": b"[]" for number in range(20)}
    path = saved(tmp_path, tarred(files), "export.tgz")
    assert len(only(path, Limits(unpacked=40)).members) == 20
    assert refusal(path, Limits(unpacked=39)).what.startswith("this unpacks to")


@pytest.mark.parametrize("data", [tarred(FILES) + b"more", tarred(FILES)[:-9]])
def test_z7_gzip_with_a_wrong_end(tmp_path: Path, data: bytes) -> None:
    what = refusal(saved(tmp_path, data, "export.tgz")).what
    assert what == ("this file is damaged" if data.endswith(b"more") else "the download is cut off")


@pytest.mark.parametrize("mode", ["w", "w:gz"])
def test_z11_odd_tar_members(tmp_path: Path, mode: str) -> None:
    buffer = io.BytesIO()
    kinds = {
        "hard": (tarfile.LNKTYPE, "link"),
        "soft": (tarfile.SYMTYPE, "link"),
        "char": (tarfile.CHRTYPE, "device"),
        "block": (tarfile.BLKTYPE, "device"),
        "pipe": (tarfile.FIFOTYPE, "pipe"),
        "sparse": (tarfile.GNUTYPE_SPARSE, "sparse file"),
        "odd": (b"Z", "not a regular file"),
    }
    with tarfile.open(fileobj=buffer, mode=mode, format=tarfile.GNU_FORMAT) as archive:  # type: ignore[call-overload]
        for name, (kind, _) in kinds.items():
            info = tarfile.TarInfo(name)
            info.type, info.linkname = kind, "/etc/passwd"
            archive.addfile(info)
        for name in ("/abs.json", "posts.csv"):
            info = tarfile.TarInfo(name)
            info.size = len(CSV)
            archive.addfile(info, io.BytesIO(CSV))
        folder = tarfile.TarInfo("data")
        folder.type = tarfile.DIRTYPE
        archive.addfile(folder)
    container = only(saved(tmp_path, buffer.getvalue(), "export.tar"))
    assert contents(container) == {"posts.csv": CSV}
    assert dict(container.skipped) == {name: reason for name, (_, reason) in kinds.items()} | {
        "abs.json": "absolute name"
    }


def test_z11_sparse_file_of_pax(tmp_path: Path) -> None:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w:gz", format=tarfile.PAX_FORMAT) as archive:
        for name, headers in (("holes.json", {"GNU.sparse.major": "1"}), ("posts.csv", {})):
            info = tarfile.TarInfo(name)
            info.size, info.pax_headers = len(CSV), headers
            archive.addfile(info, io.BytesIO(CSV))
    container = only(saved(tmp_path, buffer.getvalue(), "export.tgz"))
    assert (contents(container), container.skipped) == (
        {"posts.csv": CSV},
        (("holes.json", "sparse file"),),
    )


def tar_header(size: bytes, kind: bytes = b"0", name: bytes = b"a.json") -> bytes:
    """One tar header with any size field and a right sum."""
    block = bytearray(512)
    block[: len(name)] = name
    block[124 : 124 + len(size)] = size
    block[156:157] = kind
    block[148:156] = b" " * 8
    block[148:156] = b"%06o\0 " % sum(block)
    return bytes(block)


@pytest.mark.parametrize(
    "header",
    [
        pytest.param(tar_header(b"-0000000777"), id="z12_negative_octal"),
        pytest.param(tar_header(b"\xff" * 12), id="z12_negative_binary"),
        pytest.param(tar_header(b"\x80" + b"\xff" * 11), id="z12_huge"),
        pytest.param(tar_header(b"x"), id="z12_no_number"),
        pytest.param(tar_header(b"00077777777", b"L"), id="z12_long_header"),
        pytest.param(
            tar_header(b"00000000024", b"x") + b"-5 path=a\n".ljust(512, b"\0"),
            id="z12_negative_record",
        ),
        pytest.param(
            tar_header(b"00000000012", b"x")
            + b"20 size=-512\n".ljust(512, b"\0")
            + tar_header(b"0"),
            id="z12_negative_pax",
        ),
        pytest.param(b"".join(tar_header(b"0", b"g") for _ in range(50)), id="z12_only_headers"),
    ],
)
@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_z12_tar_that_would_loop(
    tmp_path: Path, header: bytes, pack: Callable[[bytes], bytes]
) -> None:
    with pytest.raises(InputError):
        open_container(saved(tmp_path, pack(header + bytes(1024)), "export.tar"))


def tar_member(data: bytes, kind: bytes = b"0", name: bytes = b"a.json") -> bytes:
    """One header of a tar with its data."""
    return tar_header(b"%011o" % len(data), kind, name) + data + bytes(-len(data) % 512)


EMPTY_GZIP, GZIP_HEADER = gzip.compress(b""), b"\x1f\x8b\x08\x08\0\0\0\0\0\xff"

HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "empty-gzip-members": (lambda: EMPTY_GZIP * 300_000 + tarred(FILES), "this file is damaged"),
    "empty-gzip-members-behind": (
        lambda: tarred(FILES) + EMPTY_GZIP * 300_000,
        "this file is damaged",
    ),
    "thousands-of-gzip-members": (lambda: EMPTY_GZIP * 50_000 + tarred(FILES), "2"),
    "zeros-behind": (lambda: tarred(FILES) + bytes(30_000_000), "2"),
    "long-name-in-gzip": (
        lambda: GZIP_HEADER + b"a" * 30_000_000 + b"\0" + tarred(FILES)[10:],
        "2",
    ),
    "records-of-headers": (
        lambda: gzip.compress(
            (tar_member(b"5 a=\n" * 12_000, b"x") + tar_member(b"x")) * 3_000 + bytes(1024), 1
        ),
        "this file is damaged",
    ),
    "headers": (
        lambda: gzip.compress(
            (tar_member(b"", b"x") * 120 + tar_member(b"x")) * 10_000 + bytes(1024), 1
        ),
        "this file is damaged",
    ),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_archive_is_read_or_refused_within_2_s_and_256_mb(
    name: str, tmp_path: Path
) -> None:
    make, says = HOSTILE[name]
    path = saved(tmp_path, make(), "export.tar.gz")
    done = start((sys.executable, "-W", "error", "-m", "tests.files.bounded", str(path)))
    assert done.out == f"{says}\n", done.err


@pytest.mark.parametrize(("field", "value"), [(FLAGS, 0x1), (FLAGS, 0x41), (METHOD, 99)])
def test_z13_password(tmp_path: Path, field: int, value: int) -> None:
    fault = refusal(saved(tmp_path, patched(zipped(FILES), 0, field, "<H", value)))
    assert (fault.what, fault.remedy) == (
        "this has a password",
        "unpack it yourself and give the folder",
    )


@pytest.mark.parametrize(
    ("method", "name"),
    [
        (9, "deflate64"),
        (12, "bzip2"),
        (14, "lzma"),
        (93, "zstd"),
        (95, "xz"),
        (98, "ppmd"),
        (77, "method 77"),
    ],
)
def test_z14_unsupported_method(tmp_path: Path, method: int, name: str) -> None:
    fault = refusal(saved(tmp_path, patched(zipped(FILES), 0, METHOD, "<H", method)))
    assert fault.what == f"this is compressed with {name}, which klout can't read"
    assert "zip it again" in fault.remedy


def test_z14_method_of_media_does_not_matter(tmp_path: Path) -> None:
    archive = patched(zipped({"a.jpg": b"x", "posts.csv": CSV}), 0, METHOD, "<H", 93)
    assert len(only(saved(tmp_path, archive)).members) == 2


def test_z14_newer_zip_version(tmp_path: Path) -> None:
    assert "can't read" in refusal(saved(tmp_path, patched(zipped(FILES), 0, 6, "<H", 200))).what


def empty_members(count: int) -> bytes:
    """A zip of empty members, built faster than zipfile does."""
    names = [b"%06d.json" % number for number in range(count)]
    local = b"".join(
        struct.pack("<4s5H3I2H", b"PK\3\4", 20, 0, 0, 0, 33, 0, 0, 0, len(name), 0) + name
        for name in names
    )
    entry = struct.Struct("<4s6H3I5H2I")
    directory = b"".join(
        entry.pack(
            b"PK\1\2", 20, 20, 0, 0, 0, 33, 0, 0, 0, len(name), 0, 0, 0, 0, 0, at * (30 + len(name))
        )
        + name
        for at, name in enumerate(names)
    )
    total = min(count, 0xFFFF)
    return (
        local
        + directory
        + struct.pack("<4s4H2IH", b"PK\5\6", 0, 0, total, total, len(directory), len(local), 0)
    )


def test_z15_many_empty_members(tmp_path: Path) -> None:
    container = only(saved(tmp_path, empty_members(70_000)))
    assert len(container.members) == 70_000
    assert container.members[-1].read() == b""


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(empty_members(11), id="z15_zip"),
        pytest.param(tarred(dict.fromkeys("abcdefghijk", b"")), id="z15_tar"),
    ],
)
def test_z15_too_many_members(tmp_path: Path, data: bytes) -> None:
    path = saved(tmp_path, data)
    assert refusal(path, Limits(members=10)).what == "this contains more than 10 files"
    assert len(only(path, Limits(members=11)).members) == 11


def test_z15_too_many_files_in_a_folder(tmp_path: Path) -> None:
    for number in range(4):
        saved(tmp_path, CSV, f"{number}.csv")
    assert "more than 3" in refusal(tmp_path, Limits(members=3)).what


@pytest.mark.parametrize("pack", [zipped, tarred])
def test_z16_archive_inside_an_archive(tmp_path: Path, pack: Pack) -> None:
    fault = refusal(saved(tmp_path, pack({"Takeout/inner.zip": zipped(FILES)})))
    assert fault.what == "this contains no readable files: archive inside an archive"
    assert fault.where.endswith("export.zip:Takeout/inner.zip")
    container = only(saved(tmp_path, pack({"inner.tar.gz": b"x", "posts.csv": CSV})))
    assert (contents(container), container.skipped) == (
        {"posts.csv": CSV},
        (("inner.tar.gz", "archive inside an archive"),),
    )


@pytest.mark.parametrize(
    "data",
    [
        CSV + b"2025-03-02,PK\5\6" + bytes(18),
        CSV + zipped(FILES),
        b"<!doctype html><html></html>",
        b"%PDF-1.7\n%%EOF\n",
        b"PK,not a zip\n",
    ],
)
@pytest.mark.parametrize("name", ["export.csv", "export.zip"])
def test_z17_what_only_looks_like_a_zip(tmp_path: Path, data: bytes, name: str) -> None:
    assert contents(only(saved(tmp_path, data, name))) == {name: data}


@pytest.mark.parametrize(
    ("start", "name"),
    [
        (b"7z\xbc\xaf'\x1c", "7-Zip"),
        (b"Rar!\x1a\x07", "RAR"),
        (b"BZh91AY", "bzip2"),
        (b"\xfd7zXZ\0", "xz"),
        (b"(\xb5/\xfd", "zstd"),
    ],
)
def test_z17_other_archives_are_named(tmp_path: Path, start: bytes, name: str) -> None:
    assert (
        refusal(saved(tmp_path, start + bytes(100))).what
        == f"this is packed with {name}, which klout can't read"
    )


def test_z17_gzip_of_something_else(tmp_path: Path) -> None:
    assert "not a tar" in refusal(saved(tmp_path, gzip.compress(CSV * 100), "posts.csv.gz")).what


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(zipped({}), id="z18_empty"),
        pytest.param(zipped({"data/": b"", "data/media/": b""}), id="z18_folders"),
        pytest.param(zipped({"__MACOSX/._a.json": b"x"}), id="z18_junk"),
        pytest.param(tarred({"data/": b""}), id="z18_tar"),
    ],
)
def test_z18_no_files(tmp_path: Path, data: bytes) -> None:
    assert refusal(saved(tmp_path, data)).what == "this contains no files"


def test_z18_empty_folder(tmp_path: Path) -> None:
    assert refusal(tmp_path).what == "this contains no files"


def test_z18_empty_file_is_left_to_the_importers(tmp_path: Path) -> None:
    assert contents(only(saved(tmp_path, b"", "posts.csv"))) == {"posts.csv": b""}


def test_z19_exactly_two_gigabytes(tmp_path: Path) -> None:
    path = saved(tmp_path, zipped(FILES)[:100])
    os.truncate(path, 2 << 30)
    fault = refusal(path)
    assert "cut off" in fault.what
    assert fault.remedy == "part of a split download, give all its parts (found export.zip)"


@pytest.mark.parametrize(
    "names",
    [
        ("takeout-20250101T000000Z-001.zip", "takeout-20250101T000000Z-002.zip"),
        ("facebook-erika-1-of-3.zip", "facebook-erika-2-of-3.zip"),
        ("export-part-1.zip", "export-part-2.zip"),
        ("export (part 1).zip",),
        ("instagram 1 von 3.zip",),
    ],
)
def test_z19_parts_of_a_download(tmp_path: Path, names: tuple[str, ...]) -> None:
    for name in names:
        saved(tmp_path, zipped(FILES), name)
    saved(tmp_path, CSV, "posts.csv")
    assert only(tmp_path / names[0]).notes == (
        f"part of a split download, give all its parts (found {', '.join(names)})",
    )


@pytest.mark.parametrize(
    "name",
    [
        "takeout-20250101T000000Z-001.zip",
        "Basic_LinkedInDataExport_11-04-2018.zip",
        "twitter-2025-03-01-0a1b.zip",
    ],
)
def test_z19_whole_downloads_get_no_note(tmp_path: Path, name: str) -> None:
    assert only(saved(tmp_path, zipped(FILES), name)).notes == ()


def test_z20_odd_names(tmp_path: Path) -> None:
    names = ["\x1b[2Jx.json", "\u202egpj.json", "ein\0zwei.json"]
    container = only(saved(tmp_path, zipped({names[0]: b"1", names[1]: b"2"})))
    assert set(contents(container)) == set(names[:2])
    archive = zipped({"ein?zwei.json": b"3"}).replace(b"ein?", b"ein\0")
    assert [member.read() for member in only(saved(tmp_path, archive)).members] == [b"3"]


def test_z20_utf8_names_without_the_flag(tmp_path: Path) -> None:
    archive = patched(zipped({"Beiträge.csv": CSV}), 0, FLAGS, "<H", 0)
    assert contents(only(saved(tmp_path, archive))) == {"Beiträge.csv": CSV}


def test_z20_names_of_the_dos_code_page(tmp_path: Path) -> None:
    archive = zipped({"Beitr?ge.csv": CSV}).replace(b"Beitr?ge", b"Beitr\x84ge")
    assert contents(only(saved(tmp_path, archive))) == {"Beiträge.csv": CSV}


def test_z20_decomposed_letters_of_macos(tmp_path: Path) -> None:
    assert contents(only(saved(tmp_path, zipped({"Beitra\u0308ge.csv": CSV})))) == {
        "Beiträge.csv": CSV
    }


def test_u7_opening_a_folder_opens_no_file_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved(tmp_path, b"private", "direct-messages.js")
    monkeypatch.setattr(Path, "open", lambda *_, **__: pytest.fail("a file was opened"))
    assert [member.name for member in only(tmp_path).members] == ["direct-messages.js"]


def test_z22_junk_of_file_managers(tmp_path: Path) -> None:
    junk = {
        "__MACOSX/data/._tweets.js": b"x",
        "data/._tweets.js": b"x",
        ".DS_Store": b"x",
        "data/Thumbs.db": b"x",
        "Desktop.ini": b"x",
    }
    container = only(saved(tmp_path, zipped(FILES | junk)))
    assert (contents(container), container.skipped) == (FILES, ())
    folder = tmp_path / "unpacked"
    for name in FILES | junk:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        saved((folder / name).parent, (FILES | junk)[name], Path(name).name)
    container = only(folder)
    assert (contents(container), container.skipped) == (FILES, ())


# S: the file system


@pytest.mark.parametrize("name", ["/dev/zero", "/dev/null"])
def test_s7_device(name: str) -> None:
    assert refusal(Path(name)).what == "this isn't a regular file or folder"


def test_s7_fifo_and_socket_do_not_block(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "fifo.csv")
    os.mknod(tmp_path / "socket.csv", stat.S_IFSOCK | 0o600)
    for name in ("fifo.csv", "socket.csv"):
        assert refusal(tmp_path / name).what == "this isn't a regular file or folder"
    saved(tmp_path, CSV, "posts.csv")
    container = only(tmp_path)
    assert contents(container) == {"posts.csv": CSV}
    assert container.skipped == (
        ("fifo.csv", "not a regular file"),
        ("socket.csv", "not a regular file"),
    )


@pytest.mark.parametrize("name", ["nope.zip", "posts.csv/nope.zip", "x" * 300])
def test_s8_missing(tmp_path: Path, name: str) -> None:
    saved(tmp_path, CSV, "posts.csv")
    with pytest.raises(AccessError):
        open_container(tmp_path / name)


@pytest.mark.parametrize("pack", [zipped, partial(tarred, mode="w"), lambda files: CSV])
def test_s8_file_vanishes(tmp_path: Path, pack: Pack) -> None:
    path = saved(tmp_path, pack({"posts.csv": CSV}), "export.x")
    member = only(path).members[0]
    path.unlink()
    with pytest.raises(AccessError) as caught:
        member.read()
    assert member.where in str(caught.value) or str(path) in str(caught.value)


def test_s8_no_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    path = saved(tmp_path, zipped(FILES))
    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(AccessError, match="this can't be read"):
        open_container(path)


def test_s9_names_that_are_not_utf8(tmp_path: Path) -> None:
    folder = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xfeexports"))
    folder.mkdir()
    name = os.fsdecode(b"\xff.csv")
    saved(folder, CSV, name)
    saved(folder, zipped(FILES), os.fsdecode(b"\xff.zip"))
    saved(folder, b"PK\3\4", os.fsdecode(b"\xfd.zip"))
    loose, archive = open_container(folder)
    assert contents(loose) == {"\ufffd.csv": CSV}
    assert contents(archive) == FILES
    texts = [
        loose.name,
        archive.name,
        *(member.where for member in (*loose.members, *archive.members)),
        *(part for pair in loose.skipped for part in pair),
    ]
    for missing in (b"\xfd.zip", b"\xfc"):
        with pytest.raises(KloutError) as caught:
            open_container(folder / os.fsdecode(missing))
        texts.append(str(caught.value))
    for text in texts:
        text.encode("utf-8")
    assert contents(only(folder / name)) == {"\ufffd.csv": CSV}


def test_s10_links_and_loops_are_not_followed(tmp_path: Path) -> None:
    folder = tmp_path / "exports"
    folder.mkdir()
    saved(folder, CSV, "posts.csv")
    (folder / "loop").symlink_to(folder)
    (folder / "copy.csv").symlink_to(folder / "posts.csv")
    container = only(folder)
    assert contents(container) == {"posts.csv": CSV}
    assert container.skipped == (("copy.csv", "link"), ("loop", "link"))


def test_s10_a_link_given_by_hand_is_followed(tmp_path: Path) -> None:
    saved(tmp_path, CSV, "posts.csv")
    (tmp_path / "link.csv").symlink_to(tmp_path / "posts.csv")
    assert contents(only(tmp_path / "link.csv")) == {"link.csv": CSV}
    (tmp_path / "round").symlink_to(tmp_path / "round")
    with pytest.raises(AccessError):
        open_container(tmp_path / "round")


def test_s10_depth_limit(tmp_path: Path) -> None:
    deep = tmp_path / "a" / "b" / "c"
    deep.mkdir(parents=True)
    saved(tmp_path, CSV, "posts.csv")
    saved(deep, CSV, "deep.csv")
    assert only(tmp_path, Limits(depth=2)).skipped == (("a/b/c", "folders nested too deep"),)
    assert only(tmp_path, Limits(depth=3)).skipped == ()


def test_refused_archive_does_not_hold_up_a_folder(tmp_path: Path) -> None:
    saved(tmp_path, zipped(FILES)[:50], "broken.zip")
    with pytest.raises(InputError, match="cut off"):
        open_container(tmp_path)
    saved(tmp_path, CSV, "posts.csv")
    container = only(tmp_path)
    assert contents(container) == {"posts.csv": CSV}
    assert [name for name, _ in container.skipped] == ["broken.zip"]


# Any bytes


def attempt(data: bytes, name: str) -> list[dict[str, bytes | None]]:
    """Open and read everything: bytes, or None for a member refused with InputError.

    A KloutError means no containers.
    """
    with tempfile.TemporaryDirectory() as folder:
        found: list[dict[str, bytes | None]] = []
        try:
            containers = open_container(saved(Path(folder), data, name))
        except KloutError:
            return found
        for container in containers:
            read: dict[str, bytes | None] = {}
            for member in container.members:
                member.head()
                try:
                    read[member.name] = member.read()
                except InputError:
                    read[member.name] = None
            found.append(read)
        return found


STARTS = st.sampled_from(
    [
        b"",
        b"PK\3\4",
        b"PK\5\6",
        b"\x1f\x8b\x08\0",
        tar_header(b"0"),
        zipped(FILES),
        tarred(FILES),
        tarred(FILES, "w"),
    ]
)


@SETTINGS
@given(STARTS, st.binary(max_size=2000), st.sampled_from(["a.zip", "a.csv", "a.tar.gz"]))
def test_any_bytes(start: bytes, rest: bytes, name: str) -> None:
    attempt(start + rest, name)


@SETTINGS
@given(st.binary(max_size=3000), st.booleans())
def test_any_bytes_in_gzip_and_deflate(data: bytes, as_tar: bool) -> None:
    attempt(gzip.compress(tar_header(b"%011o" % len(data)) + data if as_tar else data), "a.tgz")


def mutations(archive: bytes) -> st.SearchStrategy[bytes]:
    edit = st.tuples(st.integers(0, len(archive) - 1), st.binary(min_size=1, max_size=4))

    def apply(edits: list[tuple[int, bytes]]) -> bytes:
        data = bytearray(archive)
        for at, new in edits:
            data[at : at + len(new)] = new
        return bytes(data)

    return st.lists(edit, min_size=1, max_size=3).map(apply)


SMALL = {"posts.csv": CSV, "a.json": b"[1, 2]" * 30}


@SETTINGS
@given(mutations(zipped(SMALL)) | mutations(zipped(SMALL, zipfile.ZIP_STORED)))
def test_z7_mutated_zip_gives_right_bytes_or_a_fault(data: bytes) -> None:
    for container in attempt(data, "a.zip"):
        for read in container.values():
            assert read is None or read in SMALL.values() or read == data or not read


@SETTINGS
@given(mutations(tarred(SMALL, "w")) | mutations(tarred(SMALL)))
def test_z12_mutated_tar(data: bytes) -> None:
    attempt(data, "a.tar")


@SETTINGS
@given(
    st.dictionaries(
        st.text(
            st.characters(codec="utf-8", exclude_characters="\0"), min_size=1, max_size=20
        ).filter(lambda name: name not in ("[Content_Types].xml", "mimetype")),  # a workbook
        st.binary(max_size=200),
        min_size=1,
        max_size=6,
    )
)
def test_any_names_and_contents(files: dict[str, bytes]) -> None:
    """Members hold what was put in, under names that lead nowhere else."""
    with tempfile.TemporaryDirectory() as folder:
        for pack in (zipped, lambda found: tarred(found, "w", tarfile.GNU_FORMAT)):
            try:
                container = only(saved(Path(folder), pack(files), "a.bin"))
            except InputError:
                continue
            for member in container.members:
                assert member.read() in files.values()
                assert not {"", ".."} & set(member.name.split("/"))
            assert len(container.members) + len(container.skipped) <= len(files)
