"""The Facebook profile importer: every layout, every trap of the formats, each named bad input, and whatever bytes a file may hold."""

from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from klout_cli.files.container import open_container
from klout_cli.importers.facebook import NO_PARTNER, Facebook
from klout_cli.importers.instagram import Instagram
from klout_cli.person.rows import Contact, Export, Interaction, Level, Owner
from klout_cli.values.dates import iso_day
from tests.importers import inputs, instagram_exports
from tests.importers.facebook_exports import (
    ACTIVITY,
    COMMENTS,
    EXPORTED,
    FOLLOWERS,
    FOLLOWING,
    FRIENDS,
    GROUPS,
    MESSAGE,
    OLD,
    POSTS,
    PROFILE,
    REACTIONS,
    REQUESTS,
    ROOT,
    comment,
    download,
    follower,
    friend,
    generic,
    post,
    profile,
    reaction,
)
from tests.importers.inputs import encoded, members, notes, reasons, write_folder, write_zip
from tests.importers.instagram_exports import (
    CANARY,
    DAY,
    mojibake,
)

FIXTURES = inputs.FIXTURES / "facebook"
LATEST = EXPORTED + 2 * DAY
SETTINGS = settings(deadline=None, derandomize=True, max_examples=40)
TWO = {FRIENDS: {"friends_v2": [friend("Jörg Müller"), friend("Anna Muster")]}}


read = partial(inputs.read_one, Facebook(), container=ROOT, latest=LATEST)


def dealt(export: Export) -> list[tuple[str, str, str, int]]:
    return [
        (one.partner, one.direction, one.kind, one.count)
        for one in export.interactions
        if one.kind != "connection"
    ]


def test_a_whole_download() -> None:
    export = read(download())
    assert (export.network, export.handle, export.variant) == (
        "facebook_profile",
        "erika.beispiel",
        "layout 2023",
    )
    assert export.owner == Owner("erika.beispiel", "Erika Beispiel", personal=True)
    assert iso_day(export.exported_at or 0) == "2026-03-01"
    assert export.levels == [Level("friends", 4)]
    assert export.contacts == [
        Contact("Jörg Müller", "Jörg Müller", since=OLD),
        Contact("Anna Muster", "Anna Muster", since=OLD),
        Contact("Anna Muster#2", "Anna Muster", since=OLD + DAY),
        Contact("Ben", "Ben", since=OLD),
    ]
    assert [one for one in export.interactions if one.kind == "connection"] == [
        Interaction(contact.key, "out", "connection", at=contact.since)
        for contact in export.contacts
    ]
    assert dealt(export) == [
        ("Jörg Müller", "out", "comment", 1),
        ("Jörg Müller", "out", "reaction", 1),
    ]
    assert [one.text for one in export.posts if one.public] == [
        *(f"Grüße {n} 🎉" for n in range(1, 6)),
        "",
    ]
    assert [one.text for one in export.posts if not one.public] == ["Wer kommt?"]
    assert {one.kind for one in export.posts} == {"original"}
    assert export.followers == export.following == frozenset()
    assert notes(export)["page you run, whose numbers are in Meta Business Suite"] == 1
    assert export.notes == ()
    assert not reasons(export)


def test_no_reaction_received_is_ever_made_up() -> None:
    export = read(download())
    assert all(
        one.likes is one.comments is one.shares is one.saves is one.impressions is one.reach is None
        for one in export.posts
    )
    assert "doesn't export the likes and comments you got" in Facebook.feeds["resonance"]
    assert "Meta Business Suite" in Facebook.feeds["resonance"]
    assert Facebook.feeds["audience"] == ""


# Layouts


def files_of(friends: str, posts: str, given: str, personal: str, suffix: str) -> dict[str, object]:
    named = profile()["profile_v2"]
    return {
        f"{personal}profile_information.json": {
            f"profile{suffix}": named if suffix else named | {"name": "Erika Beispiel"}
        },
        friends: {f"friends{suffix}": [friend("Jörg Müller")]},
        f"{posts}your_posts_1.json": [post(EXPORTED - DAY, "eins")],
        f"{posts}your_posts_2.json": [post(EXPORTED - 2 * DAY, "zwei")],
        f"{given}": {
            f"comments{suffix}": [comment("Erika Beispiel hat Jörg Müllers Beitrag kommentiert.")]
        },
    }


LAYOUTS = {
    "2018": files_of(
        "friends/friends.json", "posts/", "comments/comments.json", "profile_information/", ""
    ),
    "2020": files_of(
        "friends_and_followers/friends.json",
        "posts/",
        "comments_and_reactions/comments.json",
        "profile_information/",
        "_v2",
    ),
    "2022": files_of(
        "friends_and_followers/friends.json",
        "your_activity_across_facebook/posts/",
        "your_activity_across_facebook/comments_and_reactions/comments.json",
        "profile_information/",
        "_v2",
    ),
    "2023": files_of(
        FRIENDS, ACTIVITY + "posts/", COMMENTS, PROFILE.rpartition("/")[0] + "/", "_v2"
    ),
}
NESTED = "personal_information/profile_information/"


@pytest.mark.parametrize(
    "wrapper",
    ["", "unpacked/", f"{ROOT}/", f"meine Sachen/{ROOT}/"],
    ids=["bare", "wrapped", "named", "twice"],
)
@pytest.mark.parametrize("year", LAYOUTS)
def test_every_layout_is_the_same_account(year: str, wrapper: str) -> None:
    export = read({wrapper + path: data for path, data in LAYOUTS[year].items()})
    assert (export.handle, export.owner.name, export.variant) == (
        "erika.beispiel",
        "Erika Beispiel",
        f"layout {year}",
    )
    assert [found.text for found in export.posts] == ["eins", "zwei"]
    assert [found.key for found in export.contacts] == ["Jörg Müller"]
    assert dealt(export) == [("Jörg Müller", "out", "comment", 1)]


def test_two_layouts_in_one_download_count_once() -> None:
    export = read(
        {**LAYOUTS["2020"], **LAYOUTS["2023"], NESTED + COMMENTS: LAYOUTS["2023"][COMMENTS]}
    )
    assert export.variant == "layout 2020 and 2023"
    assert (len(export.posts), export.levels, dealt(export)) == (
        2,
        [Level("friends", 1)],
        [("Jörg Müller", "out", "comment", 1)],
    )
    assert reasons(export) == {"duplicate record": 5}


def test_folders_of_one_layout_inside_another() -> None:
    moved = {
        NESTED + path if path.startswith("your_") else path: data
        for path, data in LAYOUTS["2023"].items()
    }
    assert [found.text for found in read(moved).posts] == ["eins", "zwei"]


def test_first_layout_wraps_its_lists_once_more() -> None:
    wall = [
        post(
            EXPORTED - DAY, "Alles Gute!", "Jörg Müller hat in Erika Beispiels Chronik geschrieben."
        )
    ]
    in_groups = [
        post(EXPORTED - 2 * DAY, "Wer kommt?"),
        comment("Erika Beispiel replied to Jörg Müller's comment."),
    ]
    files = {
        "posts/other_people's_posts_to_your_timeline.json": {
            "wall_posts_sent_to_you": {"activity_log_data": wall}
        },
        "groups/your_posts_and_comments_in_groups.json": {
            "group_posts": {"activity_log_data": in_groups}
        },
        "posts/your_posts_3.json": {"status_updates": [post(EXPORTED - 9 * DAY, "uralt")]},
        "groups/your_groups.json": {"groups_admined": []},
    }
    export = read(LAYOUTS["2018"] | files)
    assert [(found.text, found.public) for found in export.posts] == [
        ("eins", True),
        ("zwei", True),
        ("uralt", True),
        ("Wer kommt?", False),
    ]
    assert Interaction("Jörg Müller", "in", "wall_post", at=EXPORTED - DAY) in export.interactions
    assert ("Jörg Müller", "out", "comment", 2) in dealt(export)


@pytest.mark.parametrize(
    "name",
    ["other_people's_posts_to_your_timeline.json", "other_people_s_posts_to_your_timeline.json"],
)
def test_posts_of_others_on_the_wall(name: str) -> None:
    titles = [
        "Jörg Müller wrote on your timeline.",
        "Wer anders hat geschrieben.",
        "Anna Muster a écrit sur le profil d’Erika Beispiel.",
    ]
    wall = {
        "wall_posts_sent_to_you": [
            post(EXPORTED - n * DAY, "Hallo", title) for n, title in enumerate(titles)
        ]
    }
    export = read(TWO | {PROFILE: profile(), f"posts/{name}": wall})
    assert dealt(export) == [
        ("Jörg Müller", "in", "wall_post", 1),
        ("Anna Muster", "in", "wall_post", 1),
    ]
    assert notes(export) == {NO_PARTNER: 1}
    assert export.posts == []


def test_reactions_in_parts_and_both_shapes() -> None:
    liked = reaction("Erika Beispiel likes Jörg Müller's post.")
    folder = REACTIONS.rpartition("/")[0]
    files = {
        REACTIONS: [
            liked,
            reaction("Erika Beispiel likes Anna Muster's photo.", EXPORTED - 3 * DAY),
        ],
        f"{folder}/likes_and_reactions_2.json": [
            liked,
            reaction("Erika Beispiel reagierte auf Jörg Müllers Foto.", EXPORTED - 2 * DAY),
        ],
        f"{folder}/likes_and_reactions.json": [
            generic(
                EXPORTED - 4 * DAY,
                "Jörg Müller",
                Reaktion="Gefällt mir",
                URL="https://www.facebook.com/1",
            ),
            generic(EXPORTED - 5 * DAY, "Fremde Person", Reaktion="Gefällt mir"),
        ],
        "likes_and_reactions/posts_and_comments.json": {
            "reactions": [reaction("Erika Beispiel likes Anna Muster's link.", OLD)]
        },
    }
    export = read(TWO | {PROFILE: profile()} | files)
    assert dealt(export) == [
        ("Anna Muster", "out", "reaction", 2),
        ("Jörg Müller", "out", "reaction", 3),
    ]
    assert {one.partner: one.at for one in export.interactions if one.kind == "reaction"} == {
        "Anna Muster": EXPORTED - 3 * DAY,
        "Jörg Müller": EXPORTED - DAY,
    }
    assert reasons(export) == {"duplicate record": 1}
    assert notes(export) == {NO_PARTNER: 1}


@pytest.mark.parametrize(
    ("title", "partner"),
    [
        ("Erika Beispiel commented on Jörg Müller's post.", "Jörg Müller"),
        ("Erika Beispiel hat Jörg Müllers Beitrag kommentiert.", "Jörg Müller"),
        ("Erika Beispiel a commenté la publication de JÖRG MÜLLER.", "Jörg Müller"),
        ("Erika Beispiel commented on her own post.", ""),
        ("Erika Beispiel commented on Erika Beispiel's post.", ""),
        ("Erika Beispiel commented on Jörg Müllermann's post.", ""),
        ("Erika Beispiel replied to Jörg Müller's comment on Cem Cebe's post.", ""),
        ("Erika Beispiel likes Anna Muster's photo.", ""),
        ("Erika Beispiel likes Ben's photo.", ""),
        ("", ""),
    ],
    ids=[
        "en",
        "de",
        "fr",
        "own",
        "own by name",
        "longer name",
        "two friends",
        "two of one name",
        "single word",
        "no title",
    ],
)
def test_a_title_names_its_partner_or_nobody(title: str, partner: str) -> None:
    people = [
        friend(name) for name in ("Jörg Müller", "Cem Cebe", "Anna Muster", "Ben", "Erika Beispiel")
    ] + [friend("Anna Muster", OLD + 1)]
    export = read(
        {
            PROFILE: profile(),
            FRIENDS: {"friends_v2": people},
            COMMENTS: {"comments_v2": [comment(title)]},
        }
    )
    assert dealt(export) == ([(partner, "out", "comment", 1)] if partner else [])
    assert notes(export) == ({} if partner else {NO_PARTNER: 1})
    assert sum(row.used for row in export.ledger) == 8


def test_a_friend_without_letters_is_nobodys_partner() -> None:
    export = read(
        {
            FRIENDS: {"friends_v2": [friend("🎉🎉")]},
            REACTIONS: [reaction(""), generic(EXPORTED, "")],
        }
    )
    assert (export.levels, dealt(export)) == ([Level("friends", 1)], [])


def test_what_was_written_on_other_walls_is_given_not_an_own_post() -> None:
    written = [generic(EXPORTED - DAY, "", Message="Alles Gute!", Target="Jörg Müller")]
    export = read(TWO | {ACTIVITY + "posts/posts_on_other_pages_and_profiles.json": written})
    assert (export.posts, dealt(export)) == ([], [("Jörg Müller", "out", "wall_post", 1)])


# Posts


def test_posts_take_their_words_from_text_or_caption() -> None:
    at = EXPORTED - DAY
    records = [
        post(at, "Übung", link="https://example.org"),
        post(at - 1, caption="Käse"),
        post(at - 2, "Text", caption="Text"),
        generic(at - 3, Nachricht="Grüße"),
        {"timestamp": at - 4},
    ]
    assert [found.text for found in read({POSTS: records}).posts] == [
        "Übung",
        "Käse",
        "Text",
        "Grüße",
        "",
    ]


def test_two_shares_of_one_second_are_two_posts_and_a_record_twice_is_one() -> None:
    at = EXPORTED - DAY
    one, other = post(at, link="https://example.org/1"), post(at, link="https://example.org/2")
    export = read({POSTS: [one, other, one]})
    assert (len(export.posts), reasons(export)) == (2, {"duplicate record": 1})
    assert len({found.id for found in export.posts}) == 2


def test_a_post_has_the_same_id_in_every_layout() -> None:
    ids = [[found.id for found in read(files).posts] for files in LAYOUTS.values()]
    assert all(found == ids[0] for found in ids)


def test_reels_and_stories() -> None:
    files = {
        ACTIVITY + "reels/your_reels.json": {"lasso_videos_v2": [post(EXPORTED - DAY, "Ein Reel")]},
        ACTIVITY + "stories/archived_stories.json": {
            "archived_stories_v2": [post(EXPORTED - 2 * DAY)]
        },
        ACTIVITY + "posts/trash.json": {"trash_v2": [post(EXPORTED - 3 * DAY, "weg damit")]},
    }
    assert [(found.text, found.kind) for found in read(files).posts] == [
        ("Ein Reel", "original"),
        ("", "story"),
    ]


# People


def test_two_friends_of_one_name_are_two_people_even_without_a_date() -> None:
    people = {"friends_v2": [friend("Anna Muster", None), friend("Anna Muster", None)]}
    export = read({FRIENDS: people, "friends_and_followers/friends.json": people})
    assert [found.key for found in export.contacts] == ["Anna Muster", "Anna Muster#2"]
    assert reasons(export) == {"duplicate record": 2}


def test_a_friend_with_a_date_nobody_believes_still_counts() -> None:
    people = [
        friend("A B", 17_000_000),
        friend("C D", 0),
        friend("E F", EXPORTED + 90 * DAY),
        friend(""),
        {"timestamp": OLD},
    ]
    export = read({FRIENDS: {"friends_v2": people}})
    assert (export.levels, [found.since for found in export.contacts]) == (
        [Level("friends", 3)],
        [None] * 3,
    )
    assert notes(export) == {
        "used without a date (date before 1995)": 1,
        "used without a date (date in the future)": 1,
    }
    assert reasons(export) == {"no name": 2}


@pytest.mark.parametrize(
    "followers",
    [
        [follower("Fan Eins"), follower("Jörg Müller")],
        {"followers_v3": [friend("Fan Eins")]},
        {"followers_v2": [{"name": "Fan Eins"}]},
    ],
    ids=["bare list", "2024", "2020"],
)
def test_followers_only_where_there_is_a_list_and_friends_are_among_them(followers: object) -> None:
    export = read(
        TWO
        | {
            FOLLOWERS: followers,
            FOLLOWING: {"following_v3": [friend("Zeitung"), friend("Fan Eins")]},
        }
    )
    assert export.levels == [Level("friends", 2), Level("followers", 3)]
    assert export.followers == {"Jörg Müller", "Anna Muster", "Fan Eins"}
    assert export.following == {"Jörg Müller", "Anna Muster", "Fan Eins", "Zeitung"}


def test_friends_and_followers_that_the_date_range_cut_are_a_part() -> None:
    since = EXPORTED - 300 * DAY
    people = [friend(f"Anna {word}", since + n) for n, word in enumerate("ABCDEFGH")]
    files = {PROFILE: profile(), FRIENDS: {"friends_v2": people}}
    export = read(files)
    assert export.levels == [Level("friends", 8, quality="cut")] and not export.lacks
    assert "list of friends" in export.notes[0] and "Mutual" not in export.notes[0]
    assert len(export.contacts) == 8
    followers = {FOLLOWERS: [follower("Fan", EXPORTED - DAY)]}
    both = read(files | followers | {FOLLOWING: {"following_v3": [friend("Zeitung")]}})
    assert [(found.metric, found.value, found.quality) for found in both.levels] == [
        ("friends", 8, "cut"),
        ("followers", 9, "cut"),
    ]
    assert not both.followers and not both.following and "reciprocity" in both.lacks


def test_removed_friends_and_requests_are_no_friends() -> None:
    others = {
        "connections/friends/removed_friends.json": {"deleted_friends_v2": [friend("Zoe Weg")]},
        "connections/friends/sent_friend_requests.json": {"sent_requests_v2": [friend("Yan Nie")]},
    }
    assert read(TWO | others).levels == [Level("friends", 2)]


def test_a_download_without_friends_says_how_to_get_them() -> None:
    assert read({POSTS: [post(EXPORTED)]}, container="part-2.zip").notes == (
        "part-2.zip has no list of friends. Ask for it again with “Friends” selected.",
    )
    assert read(TWO).notes == ()


# Owner and date


@pytest.mark.parametrize(
    ("lines", "container", "handle", "owner"),
    [
        (profile(), "x", "erika.beispiel", "erika.beispiel"),
        (
            profile(user="", uri="https://www.facebook.com/Erika.Beispiel"),
            "x",
            "erika.beispiel",
            "erika.beispiel",
        ),
        (
            profile(user="", uri="https://www.facebook.com/profile.php?id=1000123"),
            "x",
            "erika beispiel",
            "1000123",
        ),
        (
            profile(user="", uri="https://www.facebook.com/people/Erika/1000123/"),
            "x",
            "erika beispiel",
            "1000123",
        ),
        (profile("Jörg Größe", user=""), "x", "jörg grösse", ""),
        ({"profile": {"name": mojibake("Jörg Test")}}, "x", "jörg test", ""),
        ({"profile_v9": {}}, ROOT + ".zip", "erika.beispiel", ""),
        ({"profile_v9": {}}, "x", "facebook_profile", ""),
    ],
    ids=["username", "address", "number", "people", "name", "2018", "unknown, zip name", "unknown"],
)
def test_owner(lines: object, container: str, handle: str, owner: str) -> None:
    export = read({PROFILE: lines, POSTS: [post(EXPORTED)]}, container=container)
    assert (export.handle, export.owner.id) == (handle, owner)
    assert export.owner.personal


def test_a_part_without_profile_is_its_authors() -> None:
    export = read(
        {
            REACTIONS: [reaction("…")],
            COMMENTS: {"comments_v2": [comment("…", author="Jörg Test"), comment("…", OLD)]},
        },
        container="x",
    )
    assert (export.handle, export.owner) == (
        "erika beispiel",
        Owner("", "Erika Beispiel", personal=True),
    )


@pytest.mark.parametrize(
    ("container", "newest", "day"),
    [
        (f"{ROOT}.zip", 0, "2026-03-01"),
        (f"{ROOT} (1).zip", 0, "2026-03-01"),
        ("facebook-erika-27.02.2026-Ab3dE6gH.zip", 0, "2026-02-27"),
        ("facebook-1000123-2-13-2026-Ab3dE6gH.zip", 0, "2026-02-13"),
        ("facebook-erika-2-1-2026-Ab3dE6gH.zip", 1_769_000_000, "2026-02-01"),
        ("facebook-erika-2-1-2026-Ab3dE6gH.zip", 0, "2023-06-05"),
        ("facebook-erika-2026-13-45-Ab3dE6gH.zip", 0, "2023-06-05"),
        ("facebook-erika.zip", 0, "2023-06-05"),
        ("Sicherung.zip", 0, "2023-06-05"),
    ],
    ids=[
        "iso",
        "copy",
        "dotted",
        "month first",
        "order told by the data",
        "order open",
        "no date",
        "user only",
        "any name",
    ],
)
def test_export_date_from_the_name_else_the_newest_time(
    container: str, newest: int, day: str
) -> None:
    export = read({POSTS: [post(newest or OLD)]}, container=container)
    assert iso_day(export.exported_at or 0) == day


def test_export_date_from_the_log_of_requests() -> None:
    asked = [
        {"timestamp": at, "media": [], "fbid": "1", "label_values": []}
        for at in (OLD, EXPORTED - 2 * DAY, EXPORTED + 99 * DAY)
    ]
    export = read({POSTS: [post(OLD)], REQUESTS: asked}, container="x")
    assert (export.exported_at, reasons(export)) == (EXPORTED - 2 * DAY, {"date in the future": 1})


def test_what_names_no_partner_still_dates_the_download() -> None:
    assert (
        read({POSTS: [post(OLD)], REACTIONS: [reaction("…", EXPORTED)]}, container="x").exported_at
        == EXPORTED
    )


# Which members


def test_zip_folder_and_wrapped_zip_say_the_same(tmp_path: Path) -> None:
    folder = write_folder(tmp_path / "folder" / ROOT, download())
    archive = write_zip(tmp_path / f"{ROOT}.zip", download())
    wrapped = write_zip(tmp_path / "again.zip", download(), f"{ROOT}/")
    importer, found = Facebook(), []
    for path in (folder, folder.parent, archive, wrapped):
        (container,) = open_container(path)
        (claimed,) = importer.identify(container.members)
        (export,) = inputs.extract(importer, claimed, latest=LATEST)
        assert len(claimed) == len(download())
        found.append(
            (
                export.handle,
                export.exported_at,
                export.posts,
                export.interactions,
                export.levels,
                export.contacts,
            )
        )
    assert found[0] == found[1] == found[2] == found[3]


def test_unpacked_parts_are_one_download_and_two_dates_are_two() -> None:
    parts = {
        f"{ROOT}-1/{FRIENDS}": TWO[FRIENDS],
        f"{ROOT}-2/{REACTIONS}": [reaction("Erika likes Anna Muster's post.")],
    }
    other = {
        f"facebook-erika.beispiel-2025-03-11/{FRIENDS}": TWO[FRIENDS],
        f"facebook-erika.beispiel-2025-03-18/{FRIENDS}": TWO[FRIENDS],
    }
    assert dealt(read(parts, container="x")) == [("Anna Muster", "out", "reaction", 1)]
    assert sorted(len(found) for found in Facebook().identify(members(parts | other, "x"))) == [
        1,
        1,
        2,
    ]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("friends.json", {"friends": [friend("Anna Muster")]}),
        ("your_friends.json", {"friends_v2": [friend("Anna Muster")]}),
        ("your_posts_1.json", [post(EXPORTED)]),
        ("your_posts_1 (1).json", [post(EXPORTED)]),
        ("profile_information.json", profile()),
    ],
)
def test_a_single_file(name: str, data: object) -> None:
    export = inputs.read_one(Facebook(), *members({name: data}, ""), latest=LATEST)
    assert (export.variant, sum(row.used for row in export.ledger)) == ("single files", 1)


def test_a_loose_file_claims_no_folder_beside_it() -> None:
    (claimed,) = Facebook().identify(
        members(
            {
                "your_posts_1.json": [post(EXPORTED)],
                "posts/a.html": b"<html>",
                "comments/b.json": {},
            },
            "x",
        )
    )
    assert [member.name for member in claimed] == ["your_posts_1.json"]


@pytest.mark.parametrize("instagram", [instagram_exports.download()], ids=["whole"])
@pytest.mark.parametrize("year", LAYOUTS)
def test_an_accounts_centre_zip_is_shared_out(instagram: dict[str, object], year: str) -> None:
    shared = {
        "ads_information/ads_about_meta.json": {},
        "personal_information/device_information/devices.json": {},
        "index.html": b"<html>",
        "your_instagram_activity/other_activity/your_information_download_requests.json": [
            {"timestamp": EXPORTED}
        ],
    }
    both = members(
        instagram | LAYOUTS[year] | shared | {FRIENDS: TWO[FRIENDS]}, "meta-2026-03-01.zip"
    )
    (facebook,), (other,) = Facebook().identify(both), Instagram().identify(both)
    names, others = {member.name for member in facebook}, {member.name for member in other}
    assert not names & others
    assert FRIENDS in names and not names & set(shared)
    assert not any("threads" in name or "instagram" in name for name in names)
    assert (
        inputs.extract(Facebook(), facebook, latest=LATEST)[0].levels[0].metric,
        len(inputs.extract(Instagram(), other, latest=LATEST)[0].followers),
    ) == (
        "friends",
        3,
    )


def test_a_shared_zip_with_nothing_but_evidence_has_no_claim_without_a_file() -> None:
    """Found by fuzzing: old comments beside Instagram's folders prove a profile of which nothing is Facebook's alone."""
    written_down = {
        "timestamp": EXPORTED,
        "title": "Erika Beispiel commented",
        "data": [{"comment": {"timestamp": EXPORTED}}],
    }
    shared = {
        "comments/comments.json": {"comments": [written_down]},
        "your_instagram_activity/other_activity/your_information_download_requests.json": [
            {"timestamp": EXPORTED}
        ],
    }
    assert Facebook().identify(members(shared, "meta.zip")) == []


def test_instagram_and_strangers_stay_unclaimed() -> None:
    strangers = {
        "comments.json": {"items": []},
        "friends.json": {"items": [{"name": "x", "timestamp": 1}]},
        "posts/a.csv": b"date,likes\n",
        "posts.csv": b"date,likes\n",
        "data/tweets.js": b"window.YTD.tweets.part0 = []",
        "comments/comments.txt": b"",
    }
    assert Facebook().identify(members(instagram_exports.download() | strangers, "x")) == []
    (claimed,) = Facebook().identify(members(download() | strangers, "x"))
    assert {member.name for member in claimed} - set(download()) == {"comments/comments.txt"}


def test_u7_private_messages_are_never_opened() -> None:
    private = {
        MESSAGE: {"messages": [{"content": CANARY}]},
        ACTIVITY + "messages/inbox/jonas_1/your_posts_1.json": [post(EXPORTED, CANARY)],
        ACTIVITY + "messages/e2ee_cutover/jonas_1/friends.json": {"friends_v2": [friend(CANARY)]},
        "messages/inbox/comments.json": {"comments_v2": [comment(CANARY)]},
        GROUPS + "your_group_messages/your_posts.json": [post(EXPORTED, CANARY)],
    }
    opened: list[str] = []
    importer = Facebook()
    (claimed,) = importer.identify(members(download() | private, ROOT, opened))
    (export,) = inputs.extract(importer, claimed, latest=LATEST)
    assert set(private) <= {member.name for member in claimed}
    assert not set(private) & set(opened)
    assert CANARY not in repr(export)
    assert not [
        name for name in opened if name.endswith((".jpg", "cookies.json", "removed_friends.json"))
    ]


# Bad inputs by their ids


def test_j10_html_is_told_with_the_remedy() -> None:
    pages = {
        name.removesuffix("json") + "html": b"<html><div class='_a6-g'></div></html>"
        for name in (FRIENDS, POSTS, PROFILE)
    }
    export = read(pages | {"index.html": b"<html>"})
    assert (export.posts, export.contacts, reasons(export)) == (
        [],
        [],
        {"this is HTML instead of JSON": 3},
    )
    (note,) = export.notes
    assert "Format JSON" in note and "All time" in note


def test_j10_html_beside_json_is_only_its_viewer() -> None:
    export = read(TWO | {FRIENDS.removesuffix("json") + "html": b"<html>"})
    assert (export.levels, reasons(export), export.notes) == ([Level("friends", 2)], {}, ())


BAD_FILES: dict[str, tuple[bytes, str, int]] = {
    "J2 nested": (
        b'{"friends_v2": ' + b"[" * 100_000 + b"]" * 100_000 + b"}",
        "this JSON is nested too deep",
        0,
    ),
    "J3 trailing": (encoded(TWO[FRIENDS]) + b" x", "this JSON goes on behind its end", 0),
    "J4 truncated": (encoded(TWO[FRIENDS])[:-40], "this JSON ends in the middle", 0),
    "J5 duplicate keys": (b'{"friends_v2": [], "friends_v2": [{"name": "A B"}]}', "", 1),
    "J6 a text for the list": (b'{"friends_v2": "none"}', "unexpected shape", 0),
    "J6 a list of lists": (b"[[1], [2]]", "unexpected shape", 0),
    "J7 comment": (b'[{"name": "a"}, // hand\n]', "this isn't JSON: it looks hand-edited", 0),
    "J8 a single object": (encoded(friend("A B")), "", 1),
    "J9 empty": (b"", "", 0),
    "J9 null": (b"null", "", 0),
    "J9 empty object": (b"{}", "", 0),
    "J9 empty list": (b'{"friends_v2": [ ]}', "", 0),
    "J10 html": (b"<html><body></body></html>", "this is HTML instead of JSON", 0),
    "J13 a number for a name": (b'{"friends_v2": [{"name": 4711}]}', "", 1),
    "J13 null for a name": (b'{"friends_v2": [{"name": null}]}', "no name", 0),
    "J13 a list for a name": (
        b'{"friends_v2": [{"name": ["a"]}, {"name": "B C"}]}',
        "unexpected shape",
        1,
    ),
    "N1 byte order mark": (b"\xef\xbb\xbf" + encoded(TWO[FRIENDS]), "", 2),
    "N8 lone surrogate": (b'{"friends_v2": [{"name": "A \\ud83d"}]}', "", 1),
    "an unknown newer key": (b'{"friends_v9": [{"name": "A B"}]}', "no name", 0),
}


@pytest.mark.parametrize(("data", "reason", "friends"), BAD_FILES.values(), ids=BAD_FILES)
def test_bad_lists_cost_themselves_and_nothing_else(data: bytes, reason: str, friends: int) -> None:
    export = read({FRIENDS: data, PROFILE: profile(), POSTS: [post(EXPORTED)]})
    assert (export.handle, len(export.posts), len(export.contacts)) == (
        "erika.beispiel",
        1,
        friends,
    )
    assert list(reasons(export)) == ([reason] if reason else [])


def test_a_damaged_second_file_takes_back_its_rows_only_j4() -> None:
    part = REACTIONS.replace("_1.", "_2.")
    damaged = encoded([reaction(f"Erika likes Anna Muster's photo {n}.") for n in range(9)])[:-30]
    export = read(TWO | {REACTIONS: [reaction("Erika likes Jörg Müller's post.")], part: damaged})
    assert dealt(export) == [("Jörg Müller", "out", "reaction", 1)]
    assert any(
        "likes_and_reactions_2.json" in note and "download the export again" in note
        for note in export.notes
    )


@pytest.mark.parametrize(
    ("at", "reason"),
    [
        (EXPORTED + 90 * DAY, "date in the future"),
        (86_400, "date before 1995"),
        (0, "no date"),
        (None, "no date"),
        ("gestern", "not a date"),
        (True, "not a date"),
        ([1], "unexpected shape"),
    ],
    ids=["D7 future", "D6 1970", "D6 zero", "D6 missing", "D4 relative", "Q9 true", "J6 list"],
)
def test_posts_without_a_date_to_believe_are_counted(at: Any, reason: str) -> None:
    export = read({POSTS: [{"timestamp": at, "data": []}, post(EXPORTED)]})
    assert (len(export.posts), reasons(export)) == (1, {reason: 1})


@pytest.mark.parametrize(
    ("escaped", "text"),
    [
        ("J\\u00c3\\u00b6rg \\u00f0\\u009f\\u008e\\u0089", "Jörg 🎉"),
        ("caf\\u00e9", "café"),
        ("50 \\u20ac \\u00e4", "50 € ä"),
        ("J\\u00c3\\u00b6rg \\u20ac", "J\u00c3\u00b6rg €"),
    ],
    ids=["N6 mojibake", "N6 clean", "N6 clean with euro", "N7 mixed"],
)
def test_double_encoding_is_undone_only_where_it_is(escaped: str, text: str) -> None:
    assert [
        found.text
        for found in read(
            {POSTS: f'[{{"timestamp": {OLD}, "data": [{{"post": "{escaped}"}}]}}]'.encode()}
        ).posts
    ] == [text]


def test_labels_are_understood_in_double_encoding() -> None:
    label = mojibake("Größe")
    record = {
        "timestamp": OLD,
        "label_values": [
            {"label": label, "value": "3"},
            {"label": "Nachricht", "value": mojibake("Grüße")},
        ],
    }
    assert [found.text for found in read({POSTS: [record]}).posts] == ["Grüße"]


def test_order_of_files_does_not_matter() -> None:
    files = list((LAYOUTS["2020"] | LAYOUTS["2023"] | download()).items())
    one, other = read(dict(files)), read(dict(reversed(files)))
    assert (one.posts, one.contacts, one.interactions, one.levels, one.ledger) == (
        other.posts,
        other.contacts,
        other.interactions,
        other.levels,
        other.ledger,
    )


# Whatever a file may hold

NAMES = (
    PROFILE,
    FRIENDS,
    FOLLOWERS,
    POSTS,
    COMMENTS,
    REACTIONS,
    REQUESTS,
    GROUPS + "group_posts_and_comments.json",
)
KEYS = (
    "name",
    "timestamp",
    "title",
    "data",
    "comment",
    "post",
    "attachments",
    "label_values",
    "dict",
    "value",
    "activity_log_data",
    "friends_v2",
)
JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**70), 2**70)
    | st.floats(allow_nan=False)
    | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from(KEYS) | st.text(max_size=5), inner, max_size=5)
    ),
    max_leaves=20,
)


@SETTINGS
@given(st.fixed_dictionaries({}, optional={name: JSON | st.binary(max_size=60) for name in NAMES}))
def test_any_content_is_read_or_counted(files: dict[str, object]) -> None:
    read({ACTIVITY + "no-data.txt": b"", **files})


@SETTINGS
@given(st.integers(0, 2000), st.sampled_from([FRIENDS, POSTS, REACTIONS]))
def test_any_cut_is_read_or_counted_z6(cut: int, name: str) -> None:
    files = download()
    export = read(files | {name: encoded(files[name])[:cut]})
    assert export.handle == "erika.beispiel"


@SETTINGS
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["Anna Muster", "Jörg Müller", "Cem"]),
            st.none() | st.integers(OLD, OLD + 2),
        ),
        max_size=12,
    ),
    st.data(),
)
def test_every_friend_counts_once_however_the_list_is_cut_into_files(
    people: list[tuple[str, int | None]], data: st.DataObject
) -> None:
    repeated = data.draw(st.integers(0, len(people)))
    records = [friend(name, since) for name, since in people]
    export = read(
        {
            FRIENDS: {"friends_v2": records},
            "friends_and_followers/friends.json": {"friends_v2": records[:repeated]},
        }
    )
    assert (len(export.contacts), len({found.key for found in export.contacts})) == (
        len(people),
        len(people),
    )
    assert sum(row.skipped for row in export.ledger) == repeated


# Fixtures


@pytest.mark.skipif(not FIXTURES.exists(), reason="fixtures are not here")
@pytest.mark.parametrize(
    ("folder", "found"),
    [
        (
            "synthetic_seed/gen2019",
            ("erika beispiel", "layout 2018", 1, 1, [("Jörg Müller", "in", "wall_post", 1)]),
        ),
        ("synthetic_seed/gen2021", ("facebook_profile", "layout 2020", 0, 1, [])),
        (
            "synthetic_seed/gen2024",
            ("erika.beispiel", "layout 2023", 1, 3, [("Jörg Müller", "out", "comment", 1)]),
        ),
        ("kaustubhhiware__facebook-archive", ("facebook_profile", "layout 2018", 0, 47, [])),
    ],
)
def test_fixtures(folder: str, found: tuple[object, ...]) -> None:
    (container,) = open_container(FIXTURES / folder)
    export = inputs.read_one(
        Facebook(), *(member for member in container.members if not member.private), latest=LATEST
    )
    assert (
        export.handle,
        export.variant,
        len(export.posts),
        len(export.contacts),
        dealt(export),
    ) == found
    assert all(row.read == row.used and not row.skipped for row in export.ledger)
