"""Lists of followers as tools save them: contacts, their standing, and who follows back."""

import json
from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from klout_cli.files.container import Member
from klout_cli.importers import importers_for
from klout_cli.importers.follower_lists import FollowerLists
from klout_cli.person.accounts import merge_accounts
from klout_cli.person.rows import Contact, Export, Interaction, Level, Owner, Post
from klout_cli.values.dates import midnight
from tests.importers import inputs
from tests.importers.inputs import member, reasons
from tests.person.exports import export

SAVED = midnight(2026, 2, 1)
FOLLOWERS, FOLLOWING = (f"twitter-{kind}-{SAVED}000.json" for kind in ("Followers", "Following"))
CSV = (
    "ID,Screen Name,Profile Name,Description,Followers,Following Count,Statuses,Following,Follows You,Created At,URL\n"
    '1,Anna_K,Anna Kölle,"Kaffee, gern",1200,300,10,YES,NO,2011-02-01 10:00:00,https://x.com/anna_k\n'
    "2,Bernd,Bernd,,50,60,70,YES,YES,2012-02-01 10:00:00,https://x.com/bernd\n"
)
TWARC = (
    "id,created_at,username,name,description,public_metrics.followers_count,public_metrics.following_count,verified,__twarc.retrieved_at\n"
    "1,2011-02-01T10:00:00.000Z,Anna_K,Anna Kölle,,1200,300,False,2026-02-01T09:00:00+00:00\n"
    "2,2012-02-01T10:00:00.000Z,Bernd,Bernd,,50,60,False,2026-02-01T10:00:00+00:00\n"
)


def user(id: object, handle: str, followers: object = 7, **more: object) -> dict[str, object]:
    return {
        "id": id,
        "screen_name": handle,
        "name": handle.title(),
        "followers_count": followers,
        "friends_count": 5,
        **more,
    }


def of_json(*users: Mapping[str, object], name: str = FOLLOWERS) -> Member:
    return member(users, name)


def read(*members: Member) -> Export:
    (claimed,) = FollowerLists().identify(members)
    assert set(claimed) == set(members)
    (found,) = inputs.extract(FollowerLists(), claimed)
    return found


def test_a_list_holds_contacts_with_their_followers_and_names_no_owner() -> None:
    found = read(of_json(user("1", "Anna_K", 1200), user("2", "bernd", 0)))
    assert (found.network, found.handle, found.owner, found.exported_at) == (
        "x",
        "x",
        Owner(),
        SAVED,
    )
    assert found.contacts == [Contact("anna_k", "Anna_K", 1200), Contact("bernd", "Bernd", 0)]
    assert found.levels == [Level("followers", 2, quality="cut")]
    assert (found.followers, found.following, found.interactions) == (frozenset(), frozenset(), [])


def test_whom_the_person_follows_and_who_is_marked_as_following_back() -> None:
    found = read(
        of_json(
            user("1", "Anna_K", followed_by=True),
            user(2, "bernd", followed_by=False),
            name=FOLLOWING,
        )
    )
    assert (found.following, found.followers) == ({"1", "2"}, {"1"})
    assert found.interactions == [Interaction("anna_k", "out", "connection")]
    assert found.levels == [Level("following", 2, quality="cut")]


def test_two_lists_without_marks_tell_together_who_follows_back() -> None:
    found = read(
        of_json(user("1", "anna"), user("3", "clara")),
        of_json(user("1", "anna"), user("2", "bernd"), name=FOLLOWING),
    )
    assert (found.following, found.followers) == ({"1", "2"}, {"1", "3"})
    assert found.interactions == [Interaction("anna", "out", "connection")]
    assert sorted({one.key for one in found.contacts}) == ["anna", "bernd", "clara"]


def test_half_of_the_truth_about_following_back_is_not_told() -> None:
    for found in (
        read(of_json(user("1", "anna", followed_by=True))),
        read(of_json(user("1", "anna"), name=FOLLOWING)),
    ):
        assert (found.following, found.followers, found.interactions) == (
            frozenset(),
            frozenset(),
            [],
        )


def test_a_list_of_neither_kind_tells_about_contacts_alone() -> None:
    found = read(
        of_json(user("1", "anna", followed_by=True), name=f"twitter-Likes-{SAVED}000.json")
    )
    assert (len(found.contacts), found.levels, found.followers) == (1, [], frozenset())


def test_the_tools_csv_and_twarcs_are_read_alike() -> None:
    for text in (CSV, TWARC, "\ufeff" + CSV.replace("\n", "\r\n")):
        found = read(member(text, "x_following.csv"))
        assert [(one.key, one.followers) for one in found.contacts] == [
            ("anna_k", 1200),
            ("bernd", 50),
        ]
        assert found.levels == [Level("following", 2, quality="cut")]
    assert read(member(CSV, "following.csv")).followers == {"2"}
    assert read(member(TWARC, "followers.csv")).exported_at == SAVED + 10 * 3600


def twarc_user(id: object, handle: object, followers: object = 7) -> dict[str, object]:
    numbers = {"followers_count": followers, "following_count": 5, "tweet_count": 3}
    return {
        "protected": False,
        "public_metrics": numbers,
        "name": "Anna }]",
        "id": id,
        "username": handle,
    }


def of_twarc(
    *users: dict[str, object],
    kind: str = "followers",
    flat: bool = False,
    name: str = "users.jsonl",
) -> Member:
    """What twarc saves: an answer a line, with more than the users in it, or one user a line."""
    call = {
        "url": f"https://api.twitter.com/2/users/9/{kind}?user.fields=name",
        "retrieved_at": "2026-02-01T10:00:00+00:00",
    }
    pages = [
        {"data": users[:1], "includes": {"tweets": [{"author_id": "1", "text": "Hallo"}]}},
        {"data": users[1:]},
        {"meta": {}},
    ]
    lines = [{**one, "__twarc": call} for one in (users if flat else pages)]
    return member("".join(json.dumps(line) + "\n" for line in lines), name)


@pytest.mark.parametrize("flat", [False, True])
def test_j3_json_lines_of_twarc_are_read_and_name_their_kind(flat: bool) -> None:
    found = read(of_twarc(twarc_user("1", "Anna_K", 1200), twarc_user(2, "Bernd", 50), flat=flat))
    assert found.contacts == [Contact("anna_k", "Anna }]", 1200), Contact("bernd", "Anna }]", 50)]
    assert (
        found.levels == [Level("followers", 2, quality="cut")]
        and found.exported_at == SAVED + 10 * 3600
    )
    both = [
        of_twarc(*users, kind=kind, flat=flat, name=f"{kind[:6]}.json")
        for kind, users in {
            "followers": (twarc_user(1, "anna"),),
            "following": (twarc_user(1, "anna"), twarc_user(2, "bernd")),
        }.items()
    ]
    assert read(*both).interactions == [Interaction("anna", "out", "connection")]


def test_what_twarc_cannot_mean_is_counted() -> None:
    users = (
        twarc_user("1", "anna"),
        twarc_user("2", "ANNA"),
        twarc_user("3", None),
        twarc_user("4", "dora", -1),
        twarc_user("5", 7),
    )
    found = read(of_twarc(*users))
    assert reasons(found) == {"same account twice": 1, "no handle": 1, "negative count": 1}
    assert [one.key for one in found.contacts] == ["anna", "7"]
    cut = of_twarc(*users).read()[:-30]
    broken = read(member(cut, "users.jsonl"))
    assert broken.contacts == [] and "JSON" in broken.notes[0] and "line 3" in broken.notes[0]


def test_posts_of_twarc_are_no_list() -> None:
    post = {"text": "Hallo", "id": "1", "public_metrics": {"like_count": 3}, "author_id": "9"}
    author = {"author": twarc_user("9", "anna"), "text": "Hallo"}
    for line in ({"data": [post], "includes": {"users": [twarc_user("9", "anna")]}}, post, author):
        assert FollowerLists().identify([member(json.dumps(line) + "\n", "followers.jsonl")]) == []


def test_no_other_importer_claims_them() -> None:
    web, lines = (
        of_json(user("1", "anna")),
        [of_twarc(twarc_user("1", "anna"), name=name) for name in ("a.jsonl", "a.json")],
    )
    for one in (member(CSV, "twitter-Followers-1.csv"), member(TWARC, "users.csv"), web, *lines):
        claimants = [
            type(importer).__name__ for importer in importers_for([one]) if importer.identify([one])
        ]
        assert claimants == ["FollowerLists"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("[]", FOLLOWERS),
        ('[{"screen_name": "anna", "full_text": "Hello"}]', FOLLOWERS),
        ('{"screen_name": "anna", "followers_count": 1, "friends_count": 2}', FOLLOWERS),
        ("name,followers\nAnna,5\n", "followers.csv"),
        ("", "followers.csv"),
    ],
)
def test_what_is_no_list_is_not_claimed(text: str, name: str) -> None:
    assert FollowerLists().identify([member(text, name)]) == []


def test_rows_that_cannot_be_used_are_counted() -> None:
    found = read(
        of_json(
            user("1", "anna"),
            user("1", "Anna"),
            user("2", ""),
            user("3", "clara", -4),
            user("4", "dora", None),
            {"id": []},
        )
    )
    assert reasons(found) == {
        "same account twice": 1,
        "no handle": 1,
        "negative count": 1,
        "unexpected shape": 1,
    }
    assert [(one.key, one.followers) for one in found.contacts] == [("anna", 7), ("dora", None)]


def test_a_list_that_is_cut_off_is_not_used_and_the_other_is() -> None:
    whole = of_json(user("1", "anna", followed_by=True), name=FOLLOWING)
    cut = of_json(user("1", "anna"), user("2", "bernd")).read()[:-40]
    found = read(whole, member(cut, FOLLOWERS))
    assert [one.key for one in found.contacts] == ["anna"]
    assert found.followers == {"1"}
    assert "ends in the middle" in found.notes[0]


def test_partners_of_the_archive_get_their_standing() -> None:
    archive = export(
        "x",
        "erika",
        Post("1", SAVED),
        interactions=[Interaction("anna_k", "out", "reply", 4, SAVED)],
    )
    (account,), _ = merge_accounts([archive, read(of_json(user("1", "Anna_K", 1200)))])
    assert account.id == "x:erika"
    assert [(one.key, one.followers) for one in account.contacts] == [("anna_k", 1200)]


ANY: Any = st.recursive(
    st.none() | st.booleans() | st.integers(-3, 10**20) | st.sampled_from(["anna", "", "x", "5"]),
    lambda inner: (
        st.lists(inner, max_size=2)
        | st.dictionaries(st.sampled_from(["id", "screen_name", "a"]), inner, max_size=2)
    ),
    max_leaves=4,
)
KEYS = st.sampled_from(
    [
        "data",
        "username",
        "public_metrics",
        "__twarc",
        "id",
        "screen_name",
        "name",
        "followers_count",
        "friends_count",
        "followed_by",
    ]
)


@settings(deadline=None, derandomize=True, max_examples=40)
@given(st.lists(st.dictionaries(KEYS, ANY, max_size=6), max_size=5), st.integers(0, 80))
def test_any_list_gives_contacts_or_reasons(users: list[dict[str, Any]], cut: int) -> None:
    data = json.dumps([user("1", "anna"), *users]).encode()
    lines = b"".join(
        json.dumps(one).encode() + b"\n"
        for one in (twarc_user("1", "anna"), *users, {"data": users})
    )
    for text in (data, data[: len(data) - cut], lines, lines[: len(lines) - cut]):
        for claimed in FollowerLists().identify([member(text, FOLLOWERS)]):
            (found,) = inputs.extract(FollowerLists(), claimed)
            assert all(row.read == row.used + row.skipped for row in found.ledger)
            assert all(one.followers is None or one.followers >= 0 for one in found.contacts)


@settings(deadline=None, derandomize=True, max_examples=40)
@given(st.text(max_size=80), st.integers(0, 200))
def test_any_table_gives_contacts_or_reasons(text: str, cut: int) -> None:
    for claimed in FollowerLists().identify(
        [member(CSV[:cut] + text, "followers.csv"), member(TWARC + text, "following.csv")]
    ):
        (found,) = inputs.extract(FollowerLists(), claimed)
        assert all(row.read == row.used + row.skipped for row in found.ledger)
