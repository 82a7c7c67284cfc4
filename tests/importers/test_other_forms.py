"""Downloads of known networks in a form that klout cannot read are told, not called unknown."""

import json
from pathlib import Path

import pytest

from klout_cli.files.container import Member
from klout_cli.files.limits import Limits
from klout_cli.importers.read import ExportSet, read
from klout_cli.importers.unread import load_forms
from klout_cli.values.dates import midnight
from klout_cli.values.reading import Reading
from tests.importers.inputs import write_zip
from tests.importers.test_read import MASTODON, write

CHAT = '<!DOCTYPE html><div class="history"><div class="text">geheim</div></div>'
MATOMO = json.dumps([{"label": "/kaffee", "nb_visits": 3, "nb_hits": 4}])
LIKED = json.dumps({"Likes and Favorites": {"Like List": {"ItemFavoriteList": []}}})
PERSONAL = json.dumps({"Data": {"user": {"group_label": "User", "items": {}}}})
UPDATE = "https://www.linkedin.com/feed/update/urn:li:activity:"
FORMS = {
    "telegram chat": ({"ChatExport_2026-02-01/messages2.html": CHAT}, "Telegram chat in HTML"),
    "telegram account": ({"DataExport/export_results.html": CHAT}, "Telegram account in HTML"),
    "tiktok text": ({"TikTok/Comment/Comments.txt": ""}, "TikTok download as text"),
    "tiktok older text": ({"Video/Videos.txt": "Date: 2026-01-01 10:00\n"}, "TikTok download as t"),
    "tiktok part": ({"user_data.json": LIKED}, "TikTok download of some categories"),
    "takeout history": (
        {"Takeout/YouTube/history/watch-history.html": "https://www.youtube.com/watch?v=1"},
        "YouTube Takeout with the history only",
    ),
    "takeout history with styles": (
        {
            "Takeout/YouTube und YouTube Music/Verlauf/Wiedergabeverlauf.html": "<html><style>"
            + "a{color:red}" * 900
            + '</style><a href="https://www.youtube.com/watch?v=1">Tee</a></html>'
        },
        "YouTube Takeout with the history only",
    ),
    "takeout history alone": ({"Suchverlauf.html": "<html></html>"}, "with the history only"),
    "snapchat index": (
        {"snap_html/index.html": "<title>My Snapchat Data</title>"},
        "Snapchat download in HTML",
    ),
    "snapchat lone index": ({"index.html": "<title>My Snapchat Data</title>"}, "Snapchat download"),
    "snapchat page": ({"html/friends.html": "<html>Ben</html>"}, "Snapchat download in HTML"),
    "snapchat other page": (
        {"mydata/html/ranking.html": "<html><h1>My Snapchat Data</h1></html>"},
        "Snapchat download in HTML",
    ),
    "takeout language": (
        {"Takeout/YouTube et YouTube Music/chaînes/chaîne.csv": "ID de la chaîne,Pays\nUC1,FR\n"},
        "YouTube Takeout in a language",
    ),
    "linkedin file": (
        {"Reactions.csv": f"Date,Type,Link\n2026-02-21 08:00:00,LIKE,{UPDATE}8\n"},
        "single file of the LinkedIn archive",
    ),
    "linkedin sheet": (
        {"TOP POSTS.csv": f"Maximum of 50 posts,,\n,,\nPost URL,Date\n{UPDATE}8,6/3/2026,31\n"},
        "one sheet of the LinkedIn analytics as CSV",
    ),
    "xing without contacts": (
        {f"data/orders/files/{'0a' * 20}.csv": "a,b\n"},
        "part of the XING export without contacts",
    ),
    "x page": ({"Your archive.html": "<html></html>"}, "page of an X archive"),
    "x list": (
        {"twitter-Followers-1.html": '<html><a href="https://x.com/a">a</a></html>'},
        "X followers in HTML",
    ),
    "wordpress person": ({"export.json": PERSONAL}, "export of personal data"),
    "wordpress database": ({"blog.sql": "CREATE TABLE `wp_posts` (id int)"}, "database backup"),
    "wordpress archive": ({"blog.wpress": "x"}, "WordPress backup as one archive"),
    "tiktok one text": (
        {"Posts.txt": "Date: 2026-01-01 10:00:00\nLink: https://v.example/1\n"},
        "TikTok download as text",
    ),
    "medium": (
        {"claps/claps-1.html": '<a href="https://medium.com/p/1">x</a>'},
        "part of a Medium archive",
    ),
    "substack": ({"posts/1234.mein-beitrag.html": "<p>x</p>"}, "without their table posts.csv"),
    "facebook page": (
        {"friends.html": '<html><a href="https://www.facebook.com/ben">Ben</a></html>'},
        "a Facebook download in HTML",
    ),
    "facebook friends": ({"your_friends.html": "<html>Ben</html>"}, "Facebook download in HTML"),
    "threads page": ({"liked_threads.html": "<html></html>"}, "Threads download in HTML"),
    "instagram page": (
        {"followers_1.html": '<html><a href="https://www.instagram.com/ben">ben</a></html>'},
        "Instagram download in HTML",
    ),
    "meta categories": (
        {"your_topics/your_topics.json": '{"x": [{"string_map_data": {}}]}'},
        "Meta download of other categories",
    ),
    "graph ids": ({"media.json": '{"data": [{"id": "17890000000000001"}]}'}, "with ids only"),
    "graph error": (
        {"media.json": '{"error": {"message": "x", "type": "OAuthException"}}'},
        "error message of Meta's API",
    ),
    "business suite": (
        {"Audience.csv": 'sep=,\n"Age & gender"\n"","Women","Men"\n"18-24","1%","2%"\n'},
        "Business Suite table without posts",
    ),
    "matomo json": ({"Pages.json": MATOMO}, "Matomo report in JSON"),
    "matomo xml": ({"Pages.xml": "<result><row><nb_hits>1</nb_hits></row></result>"}, "in XML"),
}


def read_files(folder: Path, files: dict[str, str], *, private: bool = False) -> ExportSet:
    for name in files:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
    write(folder, files)
    reading = Reading(latest=midnight(2026, 3, 3), private=private)
    return read([folder], reading, Limits())


def test_every_form_that_is_declared_is_tried_here() -> None:
    tried = [what for _, what in FORMS.values()]
    assert all(any(what in form.id for what in tried) for form in load_forms())


@pytest.mark.parametrize(("files", "what"), FORMS.values(), ids=FORMS)
def test_a_known_form_is_named_with_what_to_ask_for(
    tmp_path: Path, files: dict[str, str], what: str
) -> None:
    exports = read_files(tmp_path / "download", files)
    error = exports.no_export_error()
    assert exports.exports == []
    assert what in error.what and error.what in {form.id for form in load_forms()}
    assert error.where.endswith(next(iter(files)))
    assert len(error.remedy) > len("ask for it again: ")
    (row,) = exports.ledger
    assert (row.read, row.used, row.skipped, row.reasons) == (1, 0, 1, {error.what: 1})


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Member_Follows.csv", "Date,Status,FullName\n"),
        ("Comments (1).csv", f"Date,Link,Message\n2026-02-20 08:00:00,{UPDATE}7,Thanks\n"),
        ("Positions.csv", "Company Name,Title,Description,Location,Started On\n"),
        ("PostAnalytics_AnnaMuster_7400000000000000001.csv", "Post Date,1 Feb 2026\n"),
        ("FOLLOWERS.csv", '"Total followers on 6/28/2026:",1523\n'),
        ("posts.csv", f"Post URL,Post publish date\n{UPDATE}101,6/3/2026,31\n"),
        (f"xing/data/messages-backend/files/{'0a' * 20}.csv", "Betreff\n"),
    ],
)
def test_files_taken_out_of_an_export(tmp_path: Path, name: str, text: str) -> None:
    exports = read_files(tmp_path / "download", {name: text})
    (error,) = exports.refused
    assert "LinkedIn" in error.what or "XING" in error.what


def test_other_files_of_these_names_stay_unknown(tmp_path: Path) -> None:
    others = {
        "export.json": "{}",
        "Video/notes.txt": "Text",
        "followers.html": "<html>",
        "YouTube/2026/own.csv": "a,b\n",
        "message_1.html": CHAT,
        "all.sql": "SELECT 1",
        "comments.csv": "Date,Link,Message\n",
        "data/shop/files/orders.csv": "a,b\n",
    }
    exports = read_files(tmp_path, others)
    assert not exports.refused
    assert exports.no_export_error().what == "there is no export that klout can read"


def test_files_of_one_form_are_counted_and_said_once(tmp_path: Path) -> None:
    files = {f"TikTok/{name}.txt": "" for name in ("Post/Posts", "Profile/Profile", "Video/Videos")}
    exports = read_files(tmp_path / "download", files)
    (error,) = exports.refused
    assert error.where == "download:TikTok/Post/Posts.txt and 2 more"
    assert [row.reasons for row in exports.ledger] == [{error.what: 1}] * 3


def test_beside_an_export_it_is_a_warning(tmp_path: Path) -> None:
    exports = read_files(tmp_path, {**MASTODON, "TikTok/Post/Posts.txt": ""})
    assert [export.network for export in exports.exports] == ["mastodon"]
    assert [error.what for error in exports.refused] == [
        "a TikTok download as text files; klout needs JSON"
    ]


def test_the_other_form_of_what_is_read_is_not_worth_saying(tmp_path: Path) -> None:
    channel = {
        "name": "Kaffee",
        "type": "public_channel",
        "id": 7,
        "messages": [{"id": 1, "type": "message", "date_unixtime": "1767225600", "text": "Moin"}],
    }
    exports = read_files(tmp_path, {"result.json": json.dumps(channel), "messages.html": CHAT})
    assert not exports.refused
    assert [len(export.posts) for export in exports.exports] == [1]


def test_a_private_file_is_told_by_its_name_and_not_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "messages.html").write_text(CHAT)
    monkeypatch.delattr(Member, "head")
    monkeypatch.delattr(Member, "open")
    exports = read([tmp_path / "messages.html"], Reading(latest=midnight(2026, 3, 3)), Limits())
    assert exports.no_export_error().what == "a Telegram chat in HTML; klout needs JSON"


def test_it_is_found_in_an_archive(tmp_path: Path) -> None:
    write_zip(
        tmp_path / "TikTok_Data_1.zip",
        {"Post/Posts.txt": "Date: 2026-01-01 10:00:00\nLink: x\n"},
    )
    exports = read([tmp_path / "TikTok_Data_1.zip"], Reading(latest=0), Limits())
    assert "TikTok" in exports.no_export_error().what


def test_a_download_without_anything_that_counts_says_what_to_ask_for(tmp_path: Path) -> None:
    exports = read_files(tmp_path / "download", {"user_data_tiktok.json": LIKED})
    error = exports.no_export_error()
    assert len(exports.exports) == 1
    assert error.what.startswith("nothing in this download counts (TikTok")
    assert error.where == "download:user_data_tiktok.json"
    assert error.remedy.startswith("ask for all of it: TikTok")
