"""Files given one by one are read as their folder is."""

import json
import shutil
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from klout_cli.files.limits import Limits
from klout_cli.importers.read import CROWD, MOST_EMPTY, MOST_TABLES, ExportSet, read
from klout_cli.values.dates import midnight
from klout_cli.values.reading import Reading
from tests.importers.inputs import write_folder, write_zip

POST = "https://www.reddit.com/r/coffee/comments/{0}/x/"
REDDIT = {
    "posts.csv": "id,permalink,date,ip,subreddit,gildings,title,url,body\n"
    + "".join(
        f"{id},{POST.format(id)},2026-02-{day:02} 10:00:00 UTC,,coffee,0,Title,{POST.format(id)},x\n"
        for day, id in enumerate(("p1", "p2", "p3"), 1)
    ),
    "comments.csv": "id,permalink,date,ip,subreddit,gildings,link,parent,body,media\n"
    f"c1,{POST.format('q1')}c1/,2026-02-04 11:00:00 UTC,,coffee,0,{POST.format('q1')},,Text,\n",
    "statistics.csv": "statistic,value\naccount name,mia_muster\n"
    "export time,2026-02-20 10:00:00 UTC\n",
}
ACTOR = "https://kiel.example/users/Mia"
PUBLIC = "https://www.w3.org/ns/activitystreams#Public"
MASTODON = {
    "actor.json": json.dumps({"id": ACTOR, "type": "Person", "preferredUsername": "Mia"}),
    "outbox.json": json.dumps(
        {
            "id": "outbox.json",
            "type": "OrderedCollection",
            "totalItems": 1,
            "orderedItems": [
                {
                    "id": f"{ACTOR}/statuses/1/activity",
                    "type": "Create",
                    "actor": ACTOR,
                    "published": "2026-01-10T09:00:00Z",
                    "to": [PUBLIC],
                    "cc": [],
                    "object": {
                        "id": f"{ACTOR}/statuses/1",
                        "type": "Note",
                        "published": "2026-01-10T09:00:00Z",
                        "content": "<p>Moin</p>",
                    },
                }
            ],
        }
    ),
}


def write(folder: Path, files: dict[str, str]) -> list[Path]:
    write_folder(folder, files)
    return [folder / name for name in files]


def read_paths(*paths: Path) -> ExportSet:
    return read(paths, Reading(latest=midnight(2026, 3, 3)), Limits())


def contents(exports: ExportSet) -> list[tuple[object, ...]]:
    return [
        (export.network, export.handle, export.exported_at, export.posts, export.interactions)
        for export in exports.exports
    ]


def rows(exports: ExportSet) -> list[tuple[str, int, int, int]]:
    return sorted(
        (row.file.rpartition(":")[2], row.read, row.used, row.skipped) for row in exports.ledger
    )


@pytest.mark.parametrize("files", [REDDIT, MASTODON], ids=["reddit", "mastodon"])
@pytest.mark.parametrize("backwards", [False, True])
def test_files_of_one_folder_are_read_as_the_folder(
    tmp_path: Path, files: dict[str, str], backwards: bool
) -> None:
    paths = write(tmp_path / "export", files)
    together = read_paths(*(reversed(paths) if backwards else paths))
    folder = read_paths(tmp_path / "export")
    assert len(together.exports) == 1
    assert contents(together) == contents(folder)
    assert rows(together) == rows(folder)
    assert {row.file for row in together.ledger} == set(files)
    assert set(together.files) == set(files)


def test_one_account_with_its_name_date_posts_and_replies(tmp_path: Path) -> None:
    (export,) = read_paths(*write(tmp_path / "export", REDDIT)).exports
    assert (export.handle, export.exported_at) == (
        "Reddit/mia_muster",
        midnight(2026, 2, 20) + 10 * 3600,
    )
    assert [post.kind for post in export.posts].count("reply") == 1 and len(export.posts) == 4


def test_files_of_two_folders_stay_apart(tmp_path: Path) -> None:
    first, second = write(tmp_path / "a", REDDIT), write(tmp_path / "b", MASTODON)
    together = read_paths(first[0], second[0], *first[1:], *second[1:])
    assert contents(together) == [
        *contents(read_paths(tmp_path / "a")),
        *contents(read_paths(tmp_path / "b")),
    ]


def test_a_relative_path_names_the_same_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = write(tmp_path / "export", REDDIT)
    monkeypatch.chdir(tmp_path / "export")
    (export,) = read_paths(paths[0], Path("comments.csv"), Path("../export/statistics.csv")).exports
    assert export.handle == "Reddit/mia_muster"


def test_an_archive_beside_them_stays_an_export_of_its_own(tmp_path: Path) -> None:
    paths = write(tmp_path / "export", REDDIT)
    write(tmp_path / "other", MASTODON)
    archive = Path(shutil.make_archive(str(tmp_path / "export/other"), "zip", tmp_path / "other"))
    assert contents(read_paths(archive, *paths)) == contents(read_paths(tmp_path / "export"))[::-1]


def test_a_file_given_twice_is_the_same_export_twice(tmp_path: Path) -> None:
    (path,) = write(tmp_path / "export", {"posts.csv": REDDIT["posts.csv"]})
    first, second = contents(read_paths(path, path))
    assert first == second


def test_settings_and_unknown_files_among_them_are_as_in_the_folder(tmp_path: Path) -> None:
    more = {"klout.yaml": "person: {name: Mia}", "notes.txt": "coffee"}
    paths = write(tmp_path / "export", REDDIT | more)
    together = read_paths(*paths)
    assert rows(together) == rows(read_paths(tmp_path / "export"))
    assert [row.file for row in together.ledger if row.skipped] == ["notes.txt"]


def test_a_damaged_file_does_not_hold_up_the_others(tmp_path: Path) -> None:
    damaged = MASTODON | {"outbox.json": MASTODON["outbox.json"][:-9]}
    together = read_paths(*write(tmp_path / "export", REDDIT | damaged))
    assert "Reddit/mia_muster" in {export.handle for export in together.exports}
    assert rows(together) == rows(read_paths(tmp_path / "export"))


def test_files_of_private_messages_among_them_stay_closed(tmp_path: Path) -> None:
    paths = write(tmp_path / "export", REDDIT | {"messages.csv": "id,from,body\n1,mia,hello\n"})
    (note,) = [row for row in read_paths(*paths).ledger if row.file == "export"]
    assert "private messages, not opened" in {*note.reasons, *note.notes}


@pytest.mark.parametrize("more", [0, 1])
def test_a_crowd_of_tables_is_left_out_and_counted(
    more: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("klout_cli.importers.read.MOST_TABLES", 3)
    assert MOST_TABLES == 1000
    table = "date,likes\n2026-01-01,3\n"
    files = {f"data/{number}.csv": table for number in range(3 + more)}
    exports = read_paths(write_zip(tmp_path / "a.zip", files))
    assert len(exports.exports) == (0 if more else 3)
    assert sum(CROWD in row.reasons for row in exports.ledger) == (4 if more else 0)
    for name, text in files.items():  # of one's own, in a folder, any number is read
        path = tmp_path / "own" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert len(read_paths(tmp_path / "own").exports) == 3 + more


@pytest.mark.parametrize(("more", "exports"), [(0, 1), (1, 0)])
def test_empty_files_are_of_an_export_unless_they_are_a_crowd(
    tmp_path: Path, more: int, exports: int
) -> None:
    """A download that was emptied is still known by its files; thousands of them prove nothing."""
    empty = [
        "followers_and_following/followers.json",
        *(f"past_instagram_insights/no-data{one}.txt" for one in range(MOST_EMPTY - 1 + more)),
    ]
    path = write_zip(tmp_path / "download.zip", dict.fromkeys(empty, ""), "instagram/")
    result = read([path], Reading(latest=midnight(2026, 3, 3)), Limits())
    assert len(result.exports) == exports
    assert sum(row.read for row in result.ledger) == sum(
        row.used + row.skipped for row in result.ledger
    )


@pytest.mark.parametrize("damage", [0, 30, 60])
@pytest.mark.parametrize("beside", [{}, {"mastodon/" + name: MASTODON[name] for name in MASTODON}])
def test_a_damaged_file_that_nobody_recognises_is_damaged(
    tmp_path: Path, damage: int, beside: dict[str, str]
) -> None:
    path = tmp_path / "export.zip"
    table = "date,text,likes\n" + "".join(
        f"2026-02-{day:02},Post {day},{day}\n" for day in range(1, 9)
    )
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        for name, text in {"posts.csv": table, **beside}.items():
            archive.writestr(name, text)
    data = bytearray(path.read_bytes())
    data[39 + damage] ^= 0x10  # behind the local header and the name
    path.write_bytes(data)
    exports = read_paths(path)
    (row,) = [row for row in exports.ledger if row.file.endswith("posts.csv")]
    assert row.used == 0 and row.reasons == {"this file is damaged": row.read}
    assert row.examples == (("", "this file is damaged"),)
    said = [str(error) for error in exports.refused] or [
        note for export in exports.exports for note in export.notes
    ]
    assert any("damaged" in text and "posts.csv" in text for text in said)
    assert len(exports.exports) >= bool(beside)
