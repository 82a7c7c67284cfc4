"""What Windows and macOS do differently, by the parts of klout that can be tried on any system."""

import json
import sqlite3
import unicodedata
import zipfile
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath

import pytest

from klout_cli.files.archives import clean_name, points_outside
from klout_cli.files.container import open_container
from klout_cli.files.limits import Limits
from klout_cli.history.store import _address_of
from klout_cli.importers.read import ExportSet, read
from klout_cli.person.accounts import merge_accounts
from klout_cli.values.reading import Reading
from tests.cli.processes import python
from tests.importers.inputs import LATEST

ERIKA = "sample_data/erika/2026-03-01"
TABLE = "date,text,likes\n" + "".join(f"2026-02-0{n},Entry number {n},{n}\n" for n in range(1, 7))


def zipped(path: Path, files: Mapping[str, str]) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return path


def saved(folder: Path, files: Mapping[str, str]) -> Path:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def read_paths(*paths: Path) -> ExportSet:
    return read(paths, Reading(latest=LATEST), Limits())


@pytest.mark.parametrize(
    ("path", "address"),
    [
        (PurePosixPath("/home/jörg/a?b#c%d"), "file:///home/j%C3%B6rg/a%3Fb%23c%25d?mode=rw"),
        (PureWindowsPath(r"C:\Users\Erika B\k.db"), "file:///C:/Users/Erika%20B/k.db?mode=rw"),
        (PureWindowsPath(r"\\server\homes\erika\k.db"), "file:////server/homes/erika/k.db?mode=rw"),
    ],
    ids=["any letters", "a drive", "a home on a server"],
)
def test_w20_the_history_is_opened_wherever_home_is(path: PurePath, address: str) -> None:
    assert _address_of(path) == address


def test_w20_sqlite_takes_such_an_address(tmp_path: Path) -> None:
    file = tmp_path / "k.db"
    file.touch()
    address = _address_of(PureWindowsPath(f"//server/{file.name}")).replace(
        "//server", f"/{tmp_path}"
    )
    with closing(sqlite3.connect(address, uri=True)) as db:
        db.execute("CREATE TABLE kept (id)")
    assert file.read_bytes().startswith(b"SQLite format 3")


@pytest.mark.parametrize(
    ("name", "clean", "outside"),
    [
        (r"C:\Users\erika\posts.csv", "Users/erika/posts.csv", True),
        ("c:posts.csv", "posts.csv", True),
        (r"\\server\share\posts.csv", "server/share/posts.csv", True),
        (r"data\posts.csv", "data/posts.csv", False),
        ("Posts: spring.csv", "Posts: spring.csv", False),
        ("NUL.csv", "NUL.csv", False),
    ],
)
def test_w21_names_of_drives_and_servers_are_cut_off(name: str, clean: str, outside: bool) -> None:
    assert (clean_name(name), points_outside(name)) == (clean, outside)


@pytest.mark.parametrize("name", ["con.csv", "NUL.csv", "data/aux/com1.csv", "posts. .csv"])
def test_w21_names_that_windows_reserves_are_read_from_an_archive(
    name: str, tmp_path: Path
) -> None:
    (account,) = merge_accounts(read_paths(zipped(tmp_path / "a.zip", {name: TABLE})).exports)[0]
    assert len(account.posts) == 6


def test_w22_a_colon_in_a_name_is_part_of_it(tmp_path: Path) -> None:
    names = ["Posts: spring.csv", "Posts: spring (1).csv", "12:30/Posts: spring.csv"]
    saved(tmp_path, dict.fromkeys(names, TABLE))
    done = read_paths(*(tmp_path / name for name in names))
    accounts, notes = merge_accounts(done.exports)
    assert [(account.handle, len(account.posts)) for account in accounts] == [("Posts: spring", 6)]
    assert len(notes) == 2 and all("the same export twice" in note for note in notes)


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("pack", [False, True], ids=["folder", "zip"])
def test_w23_names_in_separate_letters_are_known(form: str, pack: bool, tmp_path: Path) -> None:
    """macOS may write "ä" as "a" and dots: no private talk is opened for that."""
    files = {
        unicodedata.normalize(form, name): TABLE
        for name in ("Beiträge.csv", "Nachrichtenverläufe.csv", "Übersicht/Gruppenchat.csv")
    }
    path = zipped(tmp_path / "a.zip", files) if pack else saved(tmp_path / "a", files)
    (container,) = open_container(path)
    assert {member.name: member.private for member in container.members} == {
        "Beiträge.csv": False,
        "Nachrichtenverläufe.csv": True,
        "Übersicht/Gruppenchat.csv": True,
    }


def test_w16_sums_are_the_same_where_sum_is_exact() -> None:
    """From Python 3.12 on, `sum` rounds floats less; a score must not hang on it."""
    exact = """
import builtins, math
plain = sum
def exact(items, start=0):
    items = list(items)
    floats = any(type(item) is float for item in items)
    return start + math.fsum(items) if floats else plain(items, start)
builtins.sum = exact
"""
    asked = ("score", ERIKA, "--format", "json", "--today", "2026-03-02")
    one, other = (python(code, *asked) for code in ("", exact))
    assert json.loads(one.out) == json.loads(other.out) and one.code == other.code == 0
