"""The Instagram importer: every layout, every trap of the formats, each named bad input, and whatever bytes a file may hold."""

from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from klout_cli.files.container import open_container
from klout_cli.importers.instagram import Instagram
from klout_cli.person.rows import Export, Interaction, Level
from klout_cli.values.dates import iso_day
from tests.importers import inputs
from tests.importers.inputs import encoded, members, notes, reasons, write_folder, write_zip
from tests.importers.instagram_exports import (
    CANARY,
    DAY,
    EXPORTED,
    INSIGHTS,
    MEDIA,
    MESSAGE,
    PEOPLE,
    PROFILE,
    ROOT,
    audience,
    broken,
    comment,
    download,
    generic,
    insight,
    like,
    mojibake,
    person,
    post,
    profile,
    story,
    titled,
)

FIXTURES = inputs.FIXTURES / "instagram"
LATEST = EXPORTED + 2 * DAY
SETTINGS = settings(deadline=None, derandomize=True, max_examples=60)
FOLLOWERS, FOLLOWING = PEOPLE + "followers_1.json", PEOPLE + "following.json"
POSTS, OLD = MEDIA + "posts_1.json", EXPORTED - 1000 * DAY


read = partial(inputs.read_one, Instagram(), container=ROOT, latest=LATEST)


def measured(
    *records: object, name: str = "posts", key: str = "organic_insights_posts", **others: object
) -> Export:
    return read(
        {
            INSIGHTS + f"{name}.json": {key: list(records)},
            **{MEDIA + f"{file}.json": data for file, data in others.items()},
        }
    )


def level(export: Export, metric: str) -> Level | None:
    return next((found for found in export.levels if found.metric == metric), None)


def test_a_whole_download() -> None:
    export = read(download())
    assert (
        export.network,
        export.handle,
        export.owner.id,
        export.owner.name,
        export.owner.personal,
    ) == (
        "instagram",
        "mia.muster",
        "mia.muster",
        "Mia Muster",
        True,
    )
    assert export.variant == "layout 2025, personal"
    assert iso_day(export.exported_at or 0) == "2026-03-01"
    assert export.levels == [Level("followers", 3), Level("following", 3)]
    assert export.followers & export.following == {"anna", "cem"}
    assert [found.text for found in export.posts if found.kind == "original" and found.public][
        :2
    ] == ["Grüße 1", "Grüße 2"]
    assert [found.public for found in export.posts if found.text == "weg damit"] == [False]
    assert [found.at for found in export.posts if found.kind == "story"] == [EXPORTED - 7 * DAY]
    assert all(found.likes is found.comments is found.impressions is None for found in export.posts)
    assert export.interactions == [
        Interaction("anna", "out", "comment", 2, EXPORTED - DAY),
        Interaction("ben", "out", "reaction", 1, EXPORTED - DAY),
        Interaction("cem", "out", "reaction", 1, EXPORTED - DAY),
    ]
    assert not reasons(export) and not export.notes


LAYOUTS = {
    "2021": (
        "followers_and_following/",
        "content/",
        "account_information/",
        "past_instagram_insights/",
        "layout 2021",
    ),
    "2023": (
        PEOPLE,
        "your_instagram_activity/content/",
        "personal_information/personal_information/",
        INSIGHTS,
        "layout 2023",
    ),
    "2025": (PEOPLE, MEDIA, "personal_information/personal_information/", INSIGHTS, "layout 2025"),
    "flat": ("", "", "", "logged_information/", "layout 2021"),
}


@pytest.mark.parametrize(
    "wrapper",
    ["", "unpacked/", f"{ROOT}/", f"meine Sachen/{ROOT}/"],
    ids=["bare", "wrapped", "named", "twice"],
)
@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
def test_every_layout_is_the_same_account(layout: tuple[str, ...], wrapper: str) -> None:
    people, content, personal, insights, name = layout
    files = {
        f"{personal}personal_information.json": profile(),
        f"{people}followers_1.json": [person("anna"), person("ben")],
        f"{people}followers_2.json": [person("cem")],
        f"{people}following.json": {"relationships_following": [person("ben")]},
        f"{content}posts_1.json": [post(EXPORTED - DAY, "eins")],
        f"{content}posts_2.json": [post(EXPORTED - 2 * DAY, "zwei")],
        f"{insights}posts.json": {"organic_insights_posts": [insight(EXPORTED - DAY, Likes="5")]},
    }
    export = read({wrapper + path: data for path, data in files.items()})
    assert (export.handle, export.variant) == ("mia.muster", f"{name}, professional")
    assert [(found.text, found.likes) for found in export.posts] == [("eins", 5), ("zwei", None)]
    assert (export.followers, export.following) == ({"anna", "ben", "cem"}, {"ben"})


def test_first_layout_of_2020() -> None:
    files = {
        "profile.json": {
            "biography": "",
            "date_joined": "2015-03-02T10:00:00",
            "username": "Mia.Muster",
            "name": mojibake("Mia Müster"),
        },
        "connections.json": {
            "blocked_users": {},
            "followers": {"anna": "2018-05-01T10:00:00+00:00", "ben": "2019-05-01T10:00:00"},
            "following": {"anna": "2018-05-01T10:00:00"},
        },
        "likes.json": {
            "media_likes": [
                ["2020-03-01T10:00:00+00:00", "ben"],
                ["2020-03-02T10:00:00+00:00", "mia.muster"],
            ]
        },
        "comments.json": {
            "media_comments": [
                ["2020-03-01T10:00:00+00:00", "oh", "anna"],
                ["2020-03-01T10:00:00+00:00"],
            ]
        },
        "media.json": {
            "photos": [
                {
                    "caption": mojibake("Käse"),
                    "taken_at": "2020-02-01T10:00:00+00:00",
                    "path": "photos/202002/a.jpg",
                }
            ],
            "stories": [
                {"caption": "", "taken_at": "2020-02-02T10:00:00", "path": "stories/202002/b.jpg"}
            ],
        },
    }
    export = read(files, container="old")
    assert (export.handle, export.owner.name, export.variant) == (
        "mia.muster",
        "Mia Müster",
        "layout 2020, personal",
    )
    assert (export.followers, export.following) == ({"anna", "ben"}, {"anna"})
    assert [(found.partner, found.kind) for found in export.interactions] == [
        ("anna", "comment"),
        ("ben", "reaction"),
    ]
    assert [(found.text, found.kind, iso_day(found.at)) for found in export.posts] == [
        ("Käse", "original", "2020-02-01"),
        ("", "story", "2020-02-02"),
    ]
    assert reasons(export) == {"unexpected shape": 1, "own post": 1}


def test_zip_folder_and_wrapped_zip_say_the_same(tmp_path: Path) -> None:
    folder = write_folder(tmp_path / "folder" / ROOT, download())
    archive = write_zip(tmp_path / f"{ROOT}.zip", download())
    wrapped = write_zip(tmp_path / "again.zip", download(), f"{ROOT}/")
    importer, found = Instagram(), []
    for path in (folder, folder.parent, archive, wrapped):
        (container,) = open_container(path)
        export = inputs.read_one(importer, *container.members, latest=LATEST)
        found.append(
            (
                export.handle,
                export.exported_at,
                export.posts,
                export.interactions,
                export.levels,
                export.followers,
            )
        )
    assert found[0] == found[1] == found[2] == found[3]


def test_two_parts_in_one_folder_are_one_export_and_two_dates_are_two() -> None:
    parts = {
        f"{ROOT}-part-1/{FOLLOWERS}": [person("anna")],
        f"{ROOT}-part-2/{POSTS}": [post(EXPORTED, "hier")],
    }
    other = {f"instagram-mia.muster-2025-03-01-zzzzzzzz/{FOLLOWERS}": [person("anna")]}
    assert len(read(parts, container="x").posts) == 1
    assert [len(found) for found in Instagram().identify(members(parts | other, "x"))] == [1, 2]


def test_a_part_that_holds_only_pictures_is_recognised_by_its_name() -> None:
    export = read({"media/posts/202602/1.jpg": b"\xff\xd8"}, container=f"{ROOT}-part-2.zip")
    assert (export.handle, export.posts) == ("mia.muster", [])


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("followers_1.json", [person("anna")]),
        ("posts_1.json", [post(EXPORTED)]),
        ("posts.json", {"organic_insights_posts": [insight(EXPORTED)]}),
    ],
)
def test_a_single_file(name: str, data: object) -> None:
    export = inputs.read_one(Instagram(), *members({name: data}, ""), latest=LATEST)
    assert (export.handle, export.owner.id) == ("instagram", "")
    assert sum(row.used for row in export.ledger) == 1


@pytest.mark.parametrize(
    ("container", "handle", "day"),
    [
        (f"{ROOT}.zip", "mia.muster", "2026-03-01"),
        (f"{ROOT} (1).zip", "mia.muster", "2026-03-01"),
        ("mia_20251208.zip", "mia", "2025-12-08"),
        ("instagram_2025_09_26.zip", "instagram", "2025-09-26"),
        ("instagram-mia-2025-13-45-aaaaaaaa.zip", "mia", "2021-01-01"),
        ("Sicherung.zip", "instagram", "2021-01-01"),
    ],
)
def test_owner_and_date_from_the_name_else_the_newest_time(
    container: str, handle: str, day: str
) -> None:
    export = read({FOLLOWERS: [person("anna", 1_609_459_200)]}, container=container)
    assert (export.handle, iso_day(export.exported_at or 0)) == (handle, day)


def test_posts_made_on_the_day_of_the_download_are_not_after_it() -> None:
    export = read({POSTS: [post(EXPORTED + DAY // 2)]})
    assert (export.exported_at or 0) >= export.posts[0].at


@pytest.mark.parametrize(
    "labels",
    [("E-Mail-Adresse", "Benutzername", "Name"), ("E-mail", "Nom d’utilisateur", "Nom")],
    ids=["de", "fr"],
)
def test_owner_under_localised_labels(labels: tuple[str, ...]) -> None:
    export = read({PROFILE: broken(profile("jörg.test", "Jörg Tester", labels))}, container="x")
    assert (export.handle, export.owner.name) == ("jörg.test", "Jörg Tester")


def test_owner_of_an_unknown_language_comes_from_the_zip() -> None:
    assert read({PROFILE: profile(labels=("a", "b", "c"))}).handle == "mia.muster"


def test_two_other_files_of_the_same_name_are_not_the_profile() -> None:
    other = {
        "edits/personal_information.json": {"basel_app_basel_app_profile": []},
        "subscriptions/reels.json": {"subscriptions_reels": [{}]},
    }
    export = read(
        {PROFILE: profile()}
        | {f"your_instagram_activity/{name}": data for name, data in other.items()}
    )
    assert [row.file for row in export.ledger] == [f"{ROOT}:{PROFILE}"]


# Relations


@pytest.mark.parametrize(
    "entry",
    [
        person("anna.b"),
        titled("anna.b"),
        {
            "title": "",
            "string_list_data": [{"href": "https://www.instagram.com/_u/anna.b", "timestamp": OLD}],
        },
        {"title": "", "string_list_data": [{"href": "https://www.instagram.com/anna.b?utm=1"}]},
        generic("Anna.B", OLD),
    ],
    ids=["value", "title only", "link only", "link with query", "generic"],
)
def test_a_person_is_named_by_value_title_or_link(entry: Any) -> None:
    assert read({FOLLOWING: {"relationships_following": [entry]}}).following == {"anna.b"}


@pytest.mark.parametrize("key", ["", "relationships_followers"])
def test_followers_as_bare_list_and_under_their_key(key: str) -> None:
    people: Any = [
        person("anna"),
        person("ben"),
        person("Anna"),
        person(""),
        person("__deleted__77"),
    ]
    export = read({"followers_and_following/followers.json": {key: people} if key else people})
    assert level(export, "followers") == Level("followers", 2)
    assert reasons(export) == {"duplicate record": 1, "no name": 1, "deleted account": 1}


def test_threads_is_another_network() -> None:
    threads = {"text_post_app_text_post_app_followers": [person("vera")]}
    elsewhere = {
        "followers.json": threads,
        "your_instagram_activity/threads/following.json": threads,
    }
    importer = Instagram()
    (claimed,) = importer.identify(members({FOLLOWERS: [person("anna")], **elsewhere}, ROOT))
    assert not any(member.name in elsewhere for member in claimed)
    assert inputs.extract(importer, claimed, latest=LATEST)[0].followers == {"anna"}
    assert importer.identify(members(elsewhere, "x")) == []


def test_facebook_in_the_same_zip_stays_unclaimed() -> None:
    facebook = {
        "your_facebook_activity/posts/album/0.json": {},
        "connections/followers/people_who_followed_you_1.json": [person("hans")],
        "connections/friends/your_friends.json": {"friends_v2": []},
        "personal_information/profile_information/profile_information.json": {"profile_v2": {}},
        "following_and_followers/following.json": {"following": []},
    }
    (claimed,) = Instagram().identify(members(download() | facebook, ROOT))
    assert not {member.name for member in claimed} & set(facebook)
    assert Instagram().identify(members(facebook, "facebook-hans")) == []


def test_files_of_others_beside_the_download_stay_unclaimed() -> None:
    others = {
        "posts.csv": b"date,likes\n",
        "klout.yaml": b"",
        "data/tweets.js": b"window.YTD.tweets.part0 = []",
    }
    (claimed,) = Instagram().identify(members(download() | others, ROOT))
    assert not {member.name for member in claimed} & set(others)


def test_range_trap_a_list_of_one_year_beside_older_following_is_cut() -> None:
    recent = [person(f"neu{n}", EXPORTED - (300 - n) * DAY) for n in range(10)]
    export = read(
        {
            FOLLOWERS: recent,
            FOLLOWING: {"relationships_following": [titled("neu1", OLD), titled("b", OLD)]},
        }
    )
    assert level(export, "followers") == Level("followers", 10, quality="cut")
    assert export.followers == frozenset() and "neu1" in export.following
    assert any("All time" in note and "Mutual" in note for note in export.notes)


SIGN_UP = "security_and_login_information/login_and_profile_creation/instagram_signup_details.json"


def signed_up(at: int) -> dict[str, object]:
    cells = {"Username": {"value": "mia.muster", "timestamp": 0}, "Time": {"timestamp": at}}
    return {SIGN_UP: {"account_history_registration_info": [{"string_map_data": cells}]}}


def spread(days: int, number: int = 12) -> list[Any]:
    """People who came one after the other over so many days."""
    return [person(f"u{n}", EXPORTED - (days - n) * DAY) for n in range(number)]


@pytest.mark.parametrize("days", [7, 31, 92, 184, 366, 3 * 366], ids=lambda days: f"{days} days")
@pytest.mark.parametrize("older", ["sign-up", "following", "posts", "likes"])
def test_every_date_range_may_cut_the_list(days: int, older: str) -> None:
    number = min(days, 12)
    others: dict[str, dict[str, object]] = {
        "sign-up": signed_up(EXPORTED - 4000 * DAY),
        "following": {FOLLOWING: {"relationships_following": [titled("a", EXPORTED - 4000 * DAY)]}},
        "posts": {POSTS: [post(EXPORTED - 4000 * DAY)]},
        "likes": {"likes/liked_posts.json": [like("anna", EXPORTED - 4000 * DAY)]},
    }
    export = read({FOLLOWERS: spread(days - 1, number)} | others[older])
    assert level(export, "followers") == Level("followers", number, quality="cut")
    (note,) = export.notes
    assert f"the oldest of its {number} entries is from " in note and "All time" in note
    assert not export.followers and export.lacks == {"reciprocity": note}


def test_both_lists_may_be_cut() -> None:
    files = {FOLLOWERS: spread(300), FOLLOWING: {"relationships_following": spread(200)}}
    export = read(files | signed_up(EXPORTED - 4000 * DAY))
    assert [found.quality for found in export.levels] == ["cut", "cut"]
    assert not export.followers and not export.following and len(export.notes) == 2


def test_lists_that_start_together_long_after_the_sign_up_may_be_cut_by_a_range_of_their_own() -> (
    None
):
    lists = {FOLLOWERS: spread(1600), FOLLOWING: {"relationships_following": spread(1610)}}
    old, young = signed_up(EXPORTED - 4000 * DAY), signed_up(EXPORTED - 1700 * DAY)
    assert [found.quality for found in read(lists | old).levels] == ["cut", "cut"]
    assert [found.quality for found in read(lists | young).levels] == ["exact", "exact"]


def test_where_followers_go_back_far_the_following_are_not_cut() -> None:
    files = {FOLLOWERS: spread(3000), FOLLOWING: {"relationships_following": spread(200)}}
    assert [found.quality for found in read(files).levels] == ["exact", "exact"]


@pytest.mark.parametrize(
    ("listed", "quality"), [(5, "exact"), (6, "cut")], ids=["too few to tell", "enough to tell"]
)
def test_few_people_may_have_come_late(listed: int, quality: str) -> None:
    people = [person(f"u{n}", EXPORTED - (300 - n) * DAY) for n in range(listed)]
    export = read({FOLLOWERS: people} | signed_up(EXPORTED - 500 * DAY))
    assert export.levels[0].quality == quality


def test_a_list_of_which_rows_were_lost_is_a_part() -> None:
    assert read({FOLLOWERS: [person("anna"), 7]}).levels == [Level("followers", 1, quality="cut")]


@pytest.mark.parametrize(
    "following",
    [[titled("b", EXPORTED - 200 * DAY)], []],
    ids=["a young account", "nobody followed"],
)
def test_a_young_list_alone_is_not_cut(following: list[Any]) -> None:
    export = read(
        {
            FOLLOWERS: [person("neu", EXPORTED - 300 * DAY)],
            FOLLOWING: {"relationships_following": following},
        }
    )
    assert (level(export, "followers"), export.followers) == (Level("followers", 1), {"neu"})


def test_the_true_total_of_insights_wins_over_a_cut_list() -> None:
    export = read(
        {
            FOLLOWERS: [person("anna")],
            INSIGHTS + "audience_insights.json": audience(Followers="196", Follows="4"),
        }
    )
    assert level(export, "followers") == Level("followers", 196)
    assert export.followers == frozenset()
    assert any("All time" in note for note in export.notes)


def test_a_nearly_complete_list_beside_the_total_is_used() -> None:
    people = [person(f"p{n}") for n in range(97)]
    export = read(
        {FOLLOWERS: people, INSIGHTS + "audience_insights.json": audience(Followers="100")}
    )
    assert (level(export, "followers"), len(export.followers)) == (Level("followers", 100), 97)


def test_a_connection_with_a_date_nobody_believes_still_counts() -> None:
    export = read(
        {
            FOLLOWERS: [
                person("anna", 17_000_000),
                person("ben", 0),
                person("cem", EXPORTED + 90 * DAY),
            ]
        }
    )
    assert level(export, "followers") == Level("followers", 3)
    assert notes(export) == {
        "used without a date (date before 1995)": 1,
        "used without a date (date in the future)": 1,
    }


# Insights


@pytest.mark.parametrize(
    "counts",
    [
        {
            "Likes": "1,234",
            "Comments": "6",
            "Shares": "3",
            "Saves": "9",
            "Impressions": "15,570,962",
            "Accounts reached": "980",
        },
        {
            "likes": "1,234",
            "COMMENTS": "6",
            "shares": "3",
            "Saves": "9",
            "impressions": "15,570,962",
            "Accounts Reached": "980",
        },
        {
            "„Gefällt mir“-Angaben": "1.234",
            "Kommentare": "6",
            "Geteilt": "3",
            "Gespeichert": "9",
            "Impressionen": "15.570.962",
            "Erreichte Konten": "980",
        },
        {
            "J’aime": "1234",
            "Commentaires": "6",
            "Partages": "3",
            "Enregistrements": "9",
            "Impressions": "15,570,962",
            "Comptes touchés": "980",
        },
        {
            "Curtidas": "1.234",
            "Comentários": "6",
            "Compartilhamentos": "3",
            "Salvamentos": "9",
            "Impressões": "15.570.962",
            "Contas alcançadas": "980",
        },
    ],
    ids=["en", "en another case", "de", "fr", "pt"],
)
@pytest.mark.parametrize("repaired", [False, True], ids=["double encoded", "already repaired"])
def test_insights_in_every_language(counts: dict[str, str], repaired: bool) -> None:
    record = insight(EXPORTED - DAY, **counts)
    export = measured(record if repaired else broken(record))
    (found,) = export.posts
    assert (found.likes, found.comments, found.shares, found.saves) == (1234, 6, 3, 9)
    assert (found.impressions, found.reach, found.at) == (15_570_962, 980, EXPORTED - DAY)
    assert not export.notes and not notes(export)


@pytest.mark.parametrize(
    "label",
    [
        "Creation Timestamp",
        "Upload Timestamp",
        "Erstellungszeitstempel",
        "Zeitstempel der Erstellung",
        "Timestamp de la création",
    ],
)
def test_the_label_of_creation(label: str) -> None:
    assert (
        measured(broken(insight(EXPORTED - DAY, label=label, Likes="5"))).posts[0].at
        == EXPORTED - DAY
    )


def test_a_creation_label_of_an_unknown_language_is_the_only_time_of_the_record() -> None:
    export = measured(insight(EXPORTED - DAY, label="Luomisaika", Likes="5"))
    assert (export.posts[0].at, notes(export)) == (EXPORTED - DAY, {"unknown label": 1})


def test_unknown_labels_are_counted_and_never_guessed() -> None:
    records = [
        insight(EXPORTED - n * DAY, Tykkäykset="77", Shared_by_pigeon="3", Likes="5")
        for n in range(1, 4)
    ]
    export = measured(*(broken(record) for record in records))
    assert [(found.likes, found.shares) for found in export.posts] == [(5, None)] * 3
    assert notes(export) == {"unknown label": 6}
    assert export.notes == ("2 unknown labels, such as Shared by pigeon, Tykkäykset",)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("--", None),
        ("", None),
        ("0", 0),
        ("63.3K", 63_300),
        ("1,2 Tsd.", 1_200),
        ("1.234", 1_234),
        ("1,234", 1_234),
        ("1\u202f234", 1_234),
    ],
)
def test_counts_are_text_and_missing_is_unknown(text: str, value: int | None) -> None:
    export = measured(insight(EXPORTED - DAY, Likes=text, Comments="1"))
    assert export.posts[0].likes == value
    assert ("rounded numbers" in notes(export)) == text.endswith(("K", "Tsd."))


def test_absent_is_unknown_not_zero() -> None:
    assert measured(insight(EXPORTED - DAY, Likes="5")).posts[0].shares is None


def test_counts_land_on_the_post_of_the_media_file() -> None:
    at = EXPORTED - DAY
    export = measured(
        insight(at, "Grüße ☕", Likes="7"),
        posts_1=[post(at, "Grüße ☕"), post(at - DAY, "ohne Zahlen")],
    )
    assert [(found.text, found.likes) for found in export.posts] == [
        ("Grüße ☕", 7),
        ("ohne Zahlen", None),
    ]
    assert export.variant == "layout 2025, professional"


@pytest.mark.parametrize(
    "zone", [0, 3600, -8 * 3600, 5 * 3600 + 1800], ids=["utc", "berlin", "los angeles", "delhi"]
)
@pytest.mark.parametrize("caption", ["Kaffee & Wörter", ""], ids=["caption", "no caption"])
def test_a_creation_date_written_as_text_joins_by_minute(zone: int, caption: str) -> None:
    at = 1_763_603_160  # 2025-11-20 01:46:00 UTC
    moments = {
        0: "Nov 20, 2025 1:46 am",
        3600: "Nov 20, 2025 2:46 am",
        -28800: "Nov 19, 2025 5:46 pm",
        19800: "Nov 20, 2025 7:16 AM",
    }
    export = measured(
        insight(moments[zone], caption, Likes="7"),
        posts_1=[post(at + 41, caption), post(at + 9000, "danach")],
    )
    joined = [(found.at, found.likes) for found in export.posts if found.likes]
    assert joined == [(at + 41, 7)] if caption or not zone else len(export.posts) == 3


def test_the_zone_of_the_owner_is_used_for_dates_without_a_post() -> None:
    files = {
        INSIGHTS + "posts.json": {
            "organic_insights_posts": [insight("Nov 20, 2025 2:46 am", Likes="7")]
        }
    }
    (found,) = read(files, zone="Europe/Berlin").posts
    assert (found.at, found.precision) == (1_763_603_160, "minute")


def test_a_carousel_is_one_post_and_its_caption_stands_at_the_post() -> None:
    at = EXPORTED - DAY
    export = measured(
        insight(at + 2, "Vier Bilder", Likes="7"), posts_1=[post(at, "Vier Bilder", carousel=True)]
    )
    assert [(found.text, found.at, found.likes) for found in export.posts] == [
        ("Vier Bilder", at, 7)
    ]


def test_two_different_files_called_posts_json() -> None:
    generic_post = {
        "timestamp": EXPORTED - 9 * DAY,
        "media": [],
        "label_values": [{"label": "Caption", "value": "allgemein"}],
        "fbid": "1",
    }
    at = EXPORTED - DAY
    export = measured(insight(at, Likes="7"), posts=[generic_post], posts_1=[post(at, "eins")])
    assert [(found.text, found.likes) for found in export.posts] == [
        ("allgemein", None),
        ("eins", 7),
    ]


def test_the_same_posts_in_a_second_file_count_once() -> None:
    at = EXPORTED - DAY
    twin = {"timestamp": at, "media": [], "label_values": [{"label": "Caption", "value": "eins"}]}
    export = read(
        {
            MEDIA + "posts.json": [twin],
            POSTS: [post(at, "eins"), post(at, "zugleich")],
            MEDIA + "posts_1 (1).json": [post(at, "eins")],
        }
    )
    assert [found.text for found in export.posts] == ["eins", "zugleich"]
    assert reasons(export) == {"duplicate record": 2}


def test_an_identical_record_twice_counts_once() -> None:
    record = insight(EXPORTED - DAY, "Zweimal", Likes="7")
    export = measured(record, record, insight(EXPORTED - 2 * DAY, Likes="1"))
    assert [found.likes for found in export.posts] == [7, 1]
    assert reasons(export) == {"duplicate record": 1}


def test_reels_are_posts_of_their_own_even_in_the_second_of_a_post() -> None:
    at = EXPORTED - DAY
    reel = insight(
        at,
        label="Upload Timestamp",
        Instagram_Likes="120",
        Instagram_Plays="2,500",
        Facebook_Likes="9",
        Accounts_reached="2,001",
    )
    files = {
        INSIGHTS + "posts.json": {"organic_insights_posts": [insight(at, Likes="7")]},
        INSIGHTS + "reels.json": {"organic_insights_reels": [reel]},
    }
    export = read(files)
    assert [
        (found.likes, found.reach, found.impressions, found.kind) for found in export.posts
    ] == [
        (7, None, None, "original"),
        (120, 2_001, None, "original"),
    ]


def test_reel_counts_land_on_the_reel() -> None:
    at = EXPORTED - DAY
    reels = {"ig_reels_media": [post(at, "Ein Reel")]}
    export = measured(
        insight(at, label="Upload Timestamp", Instagram_Likes="120"),
        name="reels",
        key="organic_insights_reels",
        reels=reels,
        posts_1=[],
    )
    assert [(found.text, found.likes) for found in export.posts] == [("Ein Reel", 120)]


def test_story_counts_land_on_stories_never_on_posts() -> None:
    at = EXPORTED - DAY
    export = measured(
        insight(at, Accounts_reached="300", Replies="4"),
        insight(at - DAY, Accounts_reached="120"),
        name="stories",
        key="organic_insights_stories",
        stories={"ig_stories": [story(at)]},
        posts_1=[post(at - DAY, "ein Beitrag")],
    )
    assert [(found.kind, found.reach) for found in export.posts] == [
        ("original", None),
        ("story", 300),
        ("story", 120),
    ]
    assert all(found.comments is None for found in export.posts)


@pytest.mark.parametrize(
    "others",
    [{"Overall followers": "-59"}, {"Total followers": "-59"}, {"Total followers": "13,275"}],
    ids=["overall is a change", "total is a change", "total is a total"],
)
def test_only_followers_is_the_number_of_followers(others: dict[str, str]) -> None:
    cells = {
        "Date_Range": "Feb 6 - May 6",
        "Followers": "13,275",
        "Followers_Delta": "-1.6% vs Nov 8 - Feb 5",
        "Follows": "12",
    }
    with_both = read({INSIGHTS + "audience_insights.json": audience(**(others | cells))})
    without = read(
        {INSIGHTS + "audience_insights.json": audience(**others), FOLLOWERS: [person("anna")]}
    )
    assert level(with_both, "followers") == Level("followers", 13_275)
    assert level(without, "followers") == Level("followers", 1)
    assert "total of followers not used, as it may be the change of the period" in notes(without)
    assert "unknown label" not in notes(with_both)


def test_the_german_audience() -> None:
    cells = {
        "Zeitraum": "9. Juli - 6. Okt.",
        "Follower": "10.801",
        "Delta von Followern": "-1,9% im Vergleich zu 10. Apr. - 8. Juli",
        "Neue Follower": "264",
        "Prozentualer Anteil der Follower nach Land": "Deutschland: 84,5%, Österreich: 4,4%",
        "Follower-Aktivität am Montag": "9.298",
    }
    export = read({INSIGHTS + "audience_insights.json": broken(audience(**cells))})
    assert level(export, "followers") == Level("followers", 10_801)
    assert not notes(export)


def test_a_rounded_number_of_followers_says_so() -> None:
    export = read(
        {
            INSIGHTS + "audience_insights.json": audience(
                Followers="63.3K", Follower_percentage_by_town="London: 3%"
            )
        }
    )
    assert level(export, "followers") == Level("followers", 63_300, quality="rounded")


def test_followers_in_the_reach_file_are_not_followers() -> None:
    reach = {"organic_insights_reach": [{"string_map_data": {"Followers": {"value": "74"}}}]}
    export = read(
        {
            INSIGHTS + "profiles_reached.json": reach,
            INSIGHTS + "content_interactions.json": reach,
            PROFILE: profile(),
        }
    )
    assert export.levels == []


def test_profile_insights_and_no_data_make_nobody_professional() -> None:
    files = {
        INSIGHTS + "no-data.txt": b"User does not have any data",
        "personal_information/personal_information/instagram_profile_information.json": {
            "profile_account_insights": [{}]
        },
    }
    assert read(files | {PROFILE: profile()}).variant.endswith("personal")


# What the owner gave


def test_comments_in_every_shape() -> None:
    files = {
        "comments/post_comments_1.json": [
            comment("Anna", EXPORTED - DAY),
            broken(comment("ben", EXPORTED, labels=("Kommentar", "Medieninhaber", "Zeit"))),
        ],
        "comments/reels_comments.json": {
            "comments_reels_comments": [comment("anna", EXPORTED - 3 * DAY)]
        },
        "comments/post_comments.json": {
            "comments_media_comments": [
                {
                    "title": "cem",
                    "string_list_data": [{"href": "", "value": "oh", "timestamp": EXPORTED}],
                }
            ]
        },
    }
    found = [
        (given.partner, given.kind, given.direction, given.count, given.at)
        for given in read(files).interactions
    ]
    assert sorted(found) == [
        ("anna", "comment", "out", 1, EXPORTED - 3 * DAY),
        ("anna", "comment", "out", 1, EXPORTED - DAY),
        ("ben", "comment", "out", 1, EXPORTED),
        ("cem", "comment", "out", 1, EXPORTED),
    ]


def test_likes_in_the_old_and_the_generic_shape() -> None:
    old, new = (
        [like("anna", EXPORTED), like("anna", EXPORTED - DAY)],
        [generic("anna", EXPORTED), generic("ben", EXPORTED - DAY)],
    )
    for files, expected in (
        ({"likes_media_likes": old}, {"anna": 2}),
        (new, {"anna": 1, "ben": 1}),
    ):
        export = read({"likes/liked_posts.json": files})
        assert {given.partner: given.count for given in export.interactions} == expected


def test_own_posts_twice_and_nobody_are_left_out_and_counted_u5() -> None:
    given = [
        like("anna", EXPORTED),
        like("anna", EXPORTED),
        like("Mia.Muster", EXPORTED),
        like("", EXPORTED),
    ]
    export = read({PROFILE: profile(), "likes/liked_posts.json": {"likes_media_likes": given}})
    assert [(found.partner, found.count) for found in export.interactions] == [("anna", 1)]
    assert reasons(export) == {"duplicate record": 1, "own post": 1, "no name": 1}


def test_u7_private_messages_are_claimed_and_never_opened() -> None:
    private = {
        MESSAGE: {"messages": [{"content": CANARY}]},
        "your_instagram_activity/messages/inbox/jonas_1/followers_1.json": [person(CANARY)],
        "messages/inbox/posts_1.json": [post(EXPORTED, CANARY)],
        "your_instagram_activity/messages/secret_conversations.json": {},
        "personal_information/device_information/devices.json": {},
    }
    opened: list[str] = []
    importer = Instagram()
    (claimed,) = importer.identify(members(download() | private, ROOT, opened))
    (export,) = inputs.extract(importer, claimed, latest=LATEST)
    assert set(private) <= {member.name for member in claimed}
    assert not set(private) & set(opened)
    assert CANARY not in repr(export)


# Bad inputs by their ids


BAD_FILES: dict[str, tuple[bytes, str, int]] = {
    "J2 nested": (
        b'{"relationships_followers": ' + b"[" * 100_000 + b"]" * 100_000 + b"}",
        "this JSON is nested too deep",
        0,
    ),
    "J3 trailing": (encoded([person("anna")]) + b" x", "this JSON goes on behind its end", 0),
    "J4 truncated": (
        encoded([person("anna"), person("ben")])[:-40],
        "this JSON ends in the middle",
        0,
    ),
    "J4 truncated under its key": (
        encoded({"relationships_followers": [person("anna")]})[:-9],
        "this JSON ends in the middle",
        0,
    ),
    "J6 a text for the list": (b'{"relationships_followers": "none"}', "unexpected shape", 0),
    "J6 a list of lists": (b"[[1], [2]]", "unexpected shape", 0),
    "J7 comment": (b'[{"title": "a"}, // hand\n]', "this isn't JSON: it looks hand-edited", 0),
    "J10 html": (b"<html><body></body></html>", "this is HTML instead of JSON", 0),
    "J8 a single object": (encoded(person("anna")), "", 1),
    "J9 empty": (b"", "", 0),
    "J9 null": (b"null", "", 0),
    "J9 empty object": (b"{}", "", 0),
    "J9 empty list": (b"[ ]", "", 0),
    "N1 byte order mark": (b"\xef\xbb\xbf" + encoded([person("anna")]), "", 1),
    "N5 a bad byte": (
        encoded([person("anna"), person("b\x00n")]).replace(b"b\\u0000n", b"b\xffn"),
        "",
        2,
    ),
    "N8 lone surrogate": (
        encoded([person("anna"), person("ben")]).replace(b'"ben"', b'"\\ud83d"'),
        "",
        2,
    ),
    "J5 duplicate keys": (
        b'{"relationships_followers": [], "relationships_followers": [{"title": "anna"}]}',
        "",
        1,
    ),
    "J13 a number for a name": (b'[{"string_list_data": [{"value": 4711}]}]', "", 1),
    "J13 null for a name": (
        b'[{"title": null, "string_list_data": [{"value": null}]}]',
        "no name",
        0,
    ),
    "J13 a list for a name": (
        b'[{"string_list_data": [{"value": ["anna"]}]}, {"title": "ben"}]',
        "unexpected shape",
        1,
    ),
}


@pytest.mark.parametrize(("data", "reason", "followers"), BAD_FILES.values(), ids=BAD_FILES)
def test_bad_lists_cost_themselves_and_nothing_else(
    data: bytes, reason: str, followers: int
) -> None:
    export = read({FOLLOWERS: data, PROFILE: profile(), POSTS: [post(EXPORTED)]})
    assert (export.handle, len(export.posts), len(export.followers)) == ("mia.muster", 1, followers)
    assert list(reasons(export)) == ([reason] if reason else [])


def test_a_damaged_second_file_takes_back_its_rows_only_j4() -> None:
    export = read(
        {
            FOLLOWERS: [person("anna")],
            PEOPLE + "followers_2.json": encoded([person(f"p{n}") for n in range(9)])[:-30],
        }
    )
    assert export.followers == {"anna"}
    assert any(
        "followers_2.json" in note and "download the export again" in note for note in export.notes
    )


def test_damaged_insights_change_no_post_j4() -> None:
    at = EXPORTED - DAY
    data = encoded(
        {"organic_insights_posts": [insight(at, Likes="7"), insight(at - DAY, Likes="8")]}
    )[:-20]
    assert [
        found.likes for found in read({POSTS: [post(at)], INSIGHTS + "posts.json": data}).posts
    ] == [None]


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ({"Likes": "-4"}, "negative count"),
        ({"Likes": "1e999"}, "not a number"),
        ({"Likes": "9" * 30}, "more than 18 digits"),
        ({"Likes": "12.34.5"}, "not a number"),
        ({"Likes": "1_000"}, "not a number"),
        ({"Likes": True}, "not a number"),
        ({"Likes": 3.5}, "not a whole number"),
    ],
    ids=[
        "Q6 negative",
        "Q7 infinite",
        "Q8 huge",
        "Q4 groups",
        "Q10 underscore",
        "Q9 true",
        "Q1 fraction",
    ],
)
def test_bad_counts_cost_the_record(values: dict[str, Any], reason: str) -> None:
    export = measured(insight(EXPORTED, **values), insight(EXPORTED - DAY, Likes="2"))
    assert [found.likes for found in export.posts] == [2]
    assert reasons(export) == {reason: 1}


def test_a_count_as_a_json_number_is_read_q10_j11() -> None:
    assert measured(insight(EXPORTED, Likes=7)).posts[0].likes == 7  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("at", "reason"),
    [
        (EXPORTED + 90 * DAY, "date in the future"),
        (86_400, "date before 1995"),
        (0, "no date"),
        (None, "no date"),
        ("gestern", "not a date"),
        (True, "not a date"),
    ],
    ids=["D7 future", "D6 1970", "D6 zero", "D6 missing", "D4 relative", "Q9 true"],
)
def test_posts_without_a_date_to_believe_are_counted(at: Any, reason: str) -> None:
    export = read(
        {POSTS: [{"media": [{"uri": "a.jpg", "creation_timestamp": at}]}, post(EXPORTED)]}
    )
    assert (len(export.posts), reasons(export)) == (1, {reason: 1})


@pytest.mark.parametrize(
    "factor", [1, 1000, 1_000_000], ids=["D5 seconds", "D5 milliseconds", "D5 microseconds"]
)
def test_times_by_magnitude(factor: int) -> None:
    assert read({POSTS: [post(EXPORTED * factor)]}).posts[0].at == EXPORTED
    assert (
        read({POSTS: [{"media": [{"creation_timestamp": str(EXPORTED * factor)}]}]}).posts[0].at
        == EXPORTED
    )


@pytest.mark.parametrize(
    "maps", [[], {}, [1, 2]], ids=["empty list", "empty map", "a list of numbers"]
)
def test_maps_that_are_lists_are_empty(maps: object) -> None:
    record = insight(EXPORTED, Likes="3") | {"media_map_data": maps}
    assert measured(record, {"string_map_data": [], "media_map_data": maps}).posts[0].likes == 3


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("Grüße aus Köln ☕", "Grüße aus Köln ☕"),
        ("50 € ä", "50 € ä"),
        ("café", "café"),
        ("=1+1", "=1+1"),
    ],
    ids=["N6 double encoded", "N6 euro", "N6 accent", "C19 formula"],
)
def test_n6_captions_come_out_as_they_were_written(raw: str, text: str) -> None:
    for caption in (mojibake(raw), raw):
        assert (
            read({POSTS: [{"media": [{"creation_timestamp": EXPORTED, "title": caption}]}]})
            .posts[0]
            .text
            == text
        )


def test_n7_mixed_text_is_left_alone() -> None:
    mixed = mojibake("Grüße") + " und ☕"
    assert (
        read({POSTS: [{"media": [{"creation_timestamp": EXPORTED, "title": mixed}]}]}).posts[0].text
        == mixed
    )


def test_j10_the_html_form_is_told_where_json_is_asked_for() -> None:
    pages = {
        f"{PEOPLE}followers_1.html": b"<html>",
        f"{MEDIA}posts_1.html": b"<html>",
        "start_here.html": b"<html>",
        MESSAGE: b"x",
    }
    export = read(pages)
    assert reasons(export) == {"this is HTML instead of JSON": 2}
    (note,) = export.notes
    assert (
        "Accounts Centre › Your information and permissions › Download your information › Instagram › Format JSON"
        in note
    )
    assert (export.handle, export.posts, export.levels) == ("mia.muster", [], [])


def test_pages_beside_their_json_say_nothing() -> None:
    export = read(
        {
            FOLLOWERS: [person("anna")],
            FOLLOWERS.replace("json", "html"): b"<html>",
            POSTS.replace("json", "html"): b"<html>",
        }
    )
    assert len(export.followers) == 1
    assert [row.file for row in export.ledger if row.skipped] == [
        f"{ROOT}:{POSTS.replace('json', 'html')}"
    ]


def test_upper_case_names_are_read() -> None:
    assert read(
        {FOLLOWERS.replace("followers_1.json", "FOLLOWERS_1.JSON"): [person("anna")]}
    ).followers == {"anna"}


def test_the_order_of_files_changes_nothing() -> None:
    files = members(download(), ROOT)
    one, other = (
        inputs.extract(Instagram(), found, latest=LATEST)[0] for found in (files, files[::-1])
    )
    assert one == other


# Any bytes

POSSIBLE = [
    PROFILE,
    FOLLOWERS,
    FOLLOWING,
    POSTS,
    MEDIA + "stories.json",
    INSIGHTS + "posts.json",
    INSIGHTS + "audience_insights.json",
    "comments/post_comments_1.json",
    "likes/liked_posts.json",
    "connections.json",
    "media.json",
    "followers_1.html",
]
KEYS = (
    "title value href timestamp uri media creation_timestamp string_list_data string_map_data media_map_data label_values label dict "
    "relationships_followers ig_stories organic_insights_posts organic_insights_audience profile_user Likes Username Followers Time "
    "Erstellungszeitstempel followers media_likes photos taken_at"
)
WORDS = st.sampled_from(KEYS.split())
TEXTS = st.sampled_from(["1.234", "63.3K", "--", "Nov 20, 2025", "https://www.instagram.com/anna"])
LEAVES = (
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | WORDS | TEXTS
)
TREES = st.recursive(
    LEAVES,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(WORDS, inner, max_size=5),
    max_leaves=20,
)


def survives(files: dict[str, object]) -> None:
    inputs.read(Instagram(), files, container="x", latest=LATEST)


@SETTINGS
@given(st.dictionaries(st.sampled_from(POSSIBLE), TREES, min_size=1))
def test_any_json_gives_an_export(files: dict[str, object]) -> None:
    survives({**files})


@SETTINGS
@given(st.sampled_from(POSSIBLE), st.binary(max_size=300))
def test_any_bytes_give_an_export(name: str, data: bytes) -> None:
    survives({name: data, PEOPLE + "no-data.txt": b""})


@SETTINGS
@given(st.data())
def test_a_damaged_download_gives_an_export(data: st.DataObject) -> None:
    files = {name: encoded(content) for name, content in download().items()}
    name = data.draw(st.sampled_from(sorted(files)))
    cut, byte = data.draw(st.integers(0, len(files[name]))), data.draw(st.binary(max_size=3))
    survives({**files, name: files[name][:cut] + byte + files[name][cut + 1 :]})


def test_the_sources_and_feeds_say_what_is_there() -> None:
    importer = Instagram()
    assert {factor for factor, reason in importer.feeds.items() if not reason} == {
        "audience",
        "reciprocity",
        "substance",
    }
    assert "All time" in importer.source.where


@pytest.mark.skipif(not FIXTURES.exists(), reason="needs the shared fixtures")
@pytest.mark.parametrize(
    ("place", "posts", "given_to", "levels"),
    [
        ("robertoclase__InstagramPage", 0, 0, {"followers": 200, "following": 200}),
        ("yummyhopper__personal_instagram_analysis", 9, 79, {}),
        (
            "what-if-horizon__what-if-data-donation/IG_public_test_file.zip",
            5,
            2,
            {"followers": 2, "following": 2},
        ),
        ("synthetic_seed/de", 1, 0, {}),
        ("synthetic_seed/en", 2, 0, {}),
        ("d3i-infra__ddp-inspector/instagram_2022_09_26.zip", 0, 0, {}),
        ("d3i-infra__ddp-inspector/instagram_html_2022_09_26.zip", 0, 0, {}),
    ],
)
def test_real_shapes(place: str, posts: int, given_to: int, levels: dict[str, int]) -> None:
    (container,) = open_container(FIXTURES / place)
    export = inputs.read_one(Instagram(), *container.members, latest=1_790_000_000)
    assert (len(export.posts), len(export.interactions)) == (posts, given_to)
    assert {found.metric: found.value for found in export.levels} == levels


def test_a_post_shows_a_video_where_one_of_its_files_is_one() -> None:
    album = post(EXPORTED - DAY, "Album", 1, carousel=True)
    album["media"][1]["uri"] = "media/posts/202602/1b.mp4"
    bare = post(EXPORTED - 3 * DAY, "Ohne Datei")
    bare["media"][0]["uri"] = ""
    files = download() | {MEDIA + "posts_1.json": [album, post(EXPORTED - 2 * DAY, "Foto"), bare]}
    shown = {found.text: found.media for found in read(files).posts}
    assert (shown["Album"], shown["Foto"], shown["Ohne Datei"]) == ("video", "image", None)
