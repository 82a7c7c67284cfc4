import json
from functools import partial
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from klout_cli.files.container import open_container
from klout_cli.importers.github import (
    NO_OWNER,
    NO_STARS,
    NOT_NEEDED,
    NOT_TALK,
    PAGES_MISSING,
    WHOSE_LIST,
    GitHub,
)
from klout_cli.person.rows import Interaction, Level
from klout_cli.values.dates import midnight
from tests.importers import inputs
from tests.importers.inputs import FIXTURES, member, members, notes, reasons

SETTINGS = settings(deadline=None, derandomize=True, max_examples=40)
AT = midnight(2026, 1, 10)
WHEN = "2026-01-10T00:00:00Z"
CANARY = "canary@mail.example"


def person(login: object = "Mia", **more: object) -> dict[str, Any]:
    return {"login": login, "id": 7, "url": f"https://api.github.com/users/{login}"} | more


def repository(name: str = "kaffee", owner: str = "Mia", **more: Any) -> dict[str, Any]:
    made = {
        "id": 1,
        "full_name": f"{owner}/{name}",
        "private": False,
        "owner": person(owner),
        "fork": False,
    }
    made |= {
        "html_url": f"https://github.com/{owner}/{name}",
        "description": "Mühle",
        "url": f"https://api.github.com/repos/{owner}/{name}",
    }
    return (
        made
        | {"created_at": WHEN, "stargazers_count": 6, "watchers_count": 6, "forks_count": 2}
        | more
    )


def star(login: object = "ben", at: object = WHEN) -> dict[str, Any]:
    return {"starred_at": at, "user": person(login)}


def kept(name: str = "kaffee", **more: Any) -> dict[str, Any]:
    """A repository in an archive."""
    made = {
        "type": "repository",
        "url": f"https://github.com/Mia/{name}",
        "owner": "https://github.com/Mia",
        "name": name,
    }
    return made | {"description": "Mühle", "private": False, "created_at": WHEN} | more


def said(place: str, user: str, at: object = WHEN, repo: str = "kaffee") -> dict[str, Any]:
    """An issue or comment in an archive."""
    return {
        "url": f"https://github.com/Mia/{repo}/{place}",
        "user": f"https://github.com/{user}",
        "created_at": at,
        "body": CANARY,
    }


read = partial(inputs.read, GitHub())
one = partial(inputs.read_one, GitHub())


def test_answers_of_the_api() -> None:
    export = one({"user.json": person(followers=120, following=3), "repos.json": [repository()]})
    assert (export.network, export.handle, export.variant) == (
        "other",
        "GitHub/mia",
        "answers of the API",
    )
    assert (export.owner.id, export.owner.personal, export.exported_at) == ("mia", False, AT)
    (found,) = export.posts
    assert (found.id, found.at, found.kind, found.public) == ("Mia/kaffee", AT, "original", True)
    assert (found.likes, found.shares, found.comments, found.text) == (6, 2, None, "kaffee Mühle")
    assert export.levels == [Level("followers", 120), Level("following", 3)]
    assert any("no benchmarks" in note for note in export.notes)


@pytest.mark.parametrize(
    ("more", "kind", "public"),
    [({"fork": True}, "repost", True), ({"private": True}, "original", False)],
)
def test_forks_of_others_and_private_repositories_are_no_posts(
    more: dict[str, Any], kind: str, public: bool
) -> None:
    (found,) = one({"repo.json": repository(**more)}).posts
    assert (found.kind, found.public) == (kind, public)


def of(owner: str, kind: str, *names: str, admin: bool = False) -> list[dict[str, Any]]:
    return [
        repository(name, owner)
        | {"owner": person(owner, type=kind), "permissions": {"admin": admin}}
        for name in names
    ]


def test_repositories_of_an_organisation_are_not_the_persons() -> None:
    """`gh api user/repos` lists also those of the employer, here more, and with more stars."""
    own = of("Mia", "User", "kaffee", "tee", admin=True)
    firm = of("Firma", "Organization", "a", "b", "c", admin=True)
    for repositories in (own + firm, firm + own):
        export = one({"repos.json": repositories})
        assert export.handle == "GitHub/mia"
        assert {post.id for post in export.posts} == {"Mia/kaffee", "Mia/tee"}
        assert "3 repositories of others, not used" in export.notes


def test_of_several_people_the_one_with_full_rights_owns_them() -> None:
    own = of("Mia", "User", "kaffee", admin=True)
    export = one({"repos.json": [*of("Ben", "User", "x", "y"), *own]})
    assert (export.handle, len(export.posts)) == ("GitHub/mia", 1)
    assert "2 repositories of others, not used" in export.notes


@pytest.mark.parametrize(
    "repositories",
    [
        pytest.param(
            [repository(), repository("tee"), repository("x", "Ben")], id="nothing tells them apart"
        ),
        pytest.param(
            of("Mia", "User", "kaffee") + of("Ben", "User", "x"), id="nobody has full rights"
        ),
        pytest.param(
            of("Firma", "Organization", "a", "b") + of("Verein", "Organization", "c"),
            id="organisations",
        ),
    ],
)
def test_where_the_owner_cannot_be_known_it_is_asked_for(
    repositories: list[dict[str, Any]],
) -> None:
    export = one({"repos.json": repositories, "followers.json": [person("Ida")]})
    assert (export.handle, export.posts, export.levels) == ("GitHub", [], [Level("followers", 1)])
    assert NO_OWNER in export.notes
    stated = one({"repos.json": repositories, "me.json": person(followers=1)})
    assert stated.handle == "GitHub/mia" and NO_OWNER not in stated.notes


def test_repositories_of_one_owner_are_theirs() -> None:
    export = one({"repos.json": of("Firma", "Organization", "a", "b")})
    assert (export.handle, len(export.posts)) == ("GitHub/firma", 2)


def test_stars_received_name_who_gave_them() -> None:
    export = one(
        {
            "repo.json": repository(),
            "stargazers.json": [
                star(),
                star("Ida"),
                star("mia"),
                star("", WHEN),
                star("ben", "gestern"),
            ],
        }
    )
    assert export.interactions == [
        Interaction("ben", "in", "reaction", 1, AT),
        Interaction("ida", "in", "reaction", 1, AT),
    ]
    assert reasons(export) == {"no name": 1, "not a date": 1}


def test_stars_given() -> None:
    plain = {"full_name": "Ida/x", "stargazers_count": 9, "html_url": "https://github.com/Ida/x"}
    given = [
        {"starred_at": WHEN, "repo": repository("x", "Ben")},
        {"starred_at": "gestern", "repo": repository("x", "Ben")},
    ]
    export = one(
        {
            "starred.json": given,
            "ghstars-mia.json": [plain | {"starred_at": WHEN}, plain],
            "user.json": person(followers=1),
        }
    )
    assert export.interactions == [
        Interaction("ben", "out", "reaction", 1, AT),
        Interaction("ida", "out", "reaction", 2, AT),
    ]
    assert not export.posts and reasons(export) == {"not a date": 1}


def test_lists_of_people_are_told_by_the_name_of_their_file() -> None:
    files = {
        "followers.json": [person("Ben"), person("Ida")],
        "my-following.json": [person("Ben")],
        "people.json": [person("x"), person("y")],
    }
    export = one(files | {"stargazers.json": [person("Ida")]})
    assert export.followers == {"ben", "ida"} and export.following == {"ben"}
    assert export.levels == [Level("followers", 2), Level("following", 1)]
    assert export.interactions == [Interaction("ida", "in", "reaction")] and reasons(export) == {
        WHOSE_LIST: 2
    }


def test_a_stated_number_goes_before_the_length_of_a_list() -> None:
    export = one(
        {"followers.json": [person("Ben")], "user.json": person(followers=120, following=0)}
    )
    assert export.levels == [
        Level("followers", 120),
        Level("following", 0),
    ] and export.followers == {"ben"}


@pytest.mark.parametrize(("stated", "cut"), [(2, False), (3, True)])
def test_a_list_of_which_pages_are_missing_is_cut(stated: int, cut: bool) -> None:
    people = [person("Ben"), person("Ida")]
    export = one({"followers.json": people, "user.json": person(followers=stated)})
    assert ("reciprocity" in export.lacks) == cut
    assert (PAGES_MISSING.format(list="followers", n=2, stated=3) in export.notes) == cut


def test_pages_written_back_to_back_are_one_list() -> None:
    text = (
        json.dumps([person("Ben")])
        + json.dumps([person("Ida")])
        + "\n"
        + json.dumps([person("][")])
        + "\n"
    )
    export = one({"followers.json": text.encode()})
    assert export.followers == {"ben", "ida", "]["} and not reasons(export)


def test_empty_pages_are_none_however_many() -> None:
    ben, ida = json.dumps([person("Ben")]), json.dumps([person("Ida")])
    for text in ("[]" + ben + "[ ]\n[]" + ida + "[]", ben + "[]" * 300_000 + ida, ben + ida + "[]"):
        export = one({"followers.json": text.encode()})
        assert export.followers == {"ben", "ida"} and not reasons(export)


def test_a_fault_behind_pages_has_its_place() -> None:
    text = f"{json.dumps([person('Ben')])}\n\n[{{}},\n damage]"
    export = one({"followers.json": text.encode(), "following.json": [person("Ida")]})
    assert any("line 4, column 2" in note for note in export.notes)


@pytest.mark.parametrize("end", ["{}", "x", "[", "][", "[1"])
def test_what_stands_behind_pages_and_is_none_costs_the_file(end: str) -> None:
    export = one(
        {
            "followers.json": (json.dumps([person("Ben")]) + end).encode(),
            "following.json": [person("Ida")],
        }
    )
    assert not export.followers and export.following == {"ida"} and export.ledger[0].skipped == 1


def test_other_answers_are_counted() -> None:
    issue = {
        "url": "https://api.github.com/repos/Mia/kaffee/issues/1",
        "title": "x",
        "user": person("ben"),
        "created_at": WHEN,
    }
    export = one({"issues.json": [issue, "foo"]})
    assert (
        notes(export) == {NOT_NEEDED: 1}
        and reasons(export) == {"unexpected shape": 1}
        and not export.interactions
    )


@pytest.mark.parametrize(
    ("more", "reason"),
    [
        ({"created_at": "gestern"}, "not a date"),
        ({"created_at": None}, "no date"),
        ({"created_at": "2044-01-01T00:00:00Z"}, "date in the future"),
        ({"stargazers_count": -1}, "negative count"),
        ({"full_name": "Mia/kaffee"}, "same record twice"),
    ],
    ids=["D4", "no date", "D7", "Q", "twice"],
)
def test_bad_repositories_are_skipped_and_counted(more: dict[str, Any], reason: str) -> None:
    export = one({"repos.json": [repository(), repository("tee", **more)]})
    assert len(export.posts) == 1 and reasons(export) == {reason: 1}


def test_an_archive_has_no_stars_and_says_so() -> None:
    export = one(
        {
            "schema.json": {"version": "1.0.1", "github_sha": "x"},
            "repositories_000001.json": [kept(), kept("geheim", private=True)],
        }
    )
    assert (export.handle, export.variant, export.owner.personal, export.exported_at) == (
        "GitHub/mia",
        "archive",
        False,
        AT,
    )
    assert [(found.id, found.public, found.likes) for found in export.posts] == [
        ("Mia/kaffee", True, None),
        ("Mia/geheim", False, None),
    ]
    assert NO_STARS in export.notes


def archive(*owners: str, users: list[dict[str, Any]]) -> dict[str, Any]:
    """An archive with one repository of each owner, and the people in it."""
    repositories = [
        kept(url=f"https://github.com/{owner}/{number}", owner=f"https://github.com/{owner}")
        for number, owner in enumerate(owners)
    ]
    return {"repositories_000001.json": repositories, "users_000001.json": users}


@pytest.mark.parametrize(
    "users",
    [
        pytest.param([{"login": "Mia"}, {"login": "Ida"}], id="an organisation is no person"),
        pytest.param(
            [{"login": "Firma"}, {"login": "Mia", "billing_plan": {"name": "free"}}],
            id="only the owner's plan is in it",
        ),
    ],
)
def test_an_archive_with_several_owners_is_the_persons_and_not_of_the_most(
    users: list[dict[str, Any]],
) -> None:
    export = one(archive("Firma", "Mia", "Firma", users=users))
    assert (export.handle, [post.id for post in export.posts]) == ("GitHub/mia", ["Mia/1"])
    assert "2 repositories of others, not used" in export.notes
    assert [row.read for row in export.ledger] == [3, 2]


def test_an_archive_whose_owner_nothing_tells_asks_for_it() -> None:
    files = archive("Firma", "Mia", "Firma", users=[{"login": "Firma"}, {"login": "Mia"}])
    export = one(files)
    assert (export.handle, export.posts) == ("GitHub", []) and NO_OWNER in export.notes
    export = one(files | {"user.json": person(followers=1)})
    assert (export.handle, [post.id for post in export.posts]) == ("GitHub/mia", ["Mia/1"])


def test_answers_beside_an_archive_bring_its_stars() -> None:
    export = one({"repositories_000001.json": [kept()], "repos.json": [repository()]})
    assert [(post.id, post.likes) for post in export.posts] == [("Mia/kaffee", 6)]
    assert reasons(export) == {"same record twice": 1} and NO_STARS not in export.notes


def test_a_repository_of_an_archive_without_an_address_is_skipped() -> None:
    export = one({"repositories_000001.json": [kept(), kept(url=None)]})
    assert len(export.posts) == 1 and reasons(export) == {"no id": 1}


def test_who_commented_in_own_public_repositories() -> None:
    files = {
        "repositories_000001.json": [kept(), kept("geheim", private=True)],
        "issues_000001.json": [
            said("issues/1", "Ben"),
            said("issues/2", "Mia"),
            said("issues/1", "Ben", repo="geheim"),
        ],
        "issue_comments_000001.json": [
            said("issues/1#issuecomment-1", "Mia"),
            said("issues/2#issuecomment-2", "Ida"),
            said("issues/2#issuecomment-3", "Mia"),
        ],
        "pull_request_reviews_000001.json": [said("pull/3#pullrequestreview-1", "Ida", "gestern")],
    }
    export = one(files)
    assert sorted(export.interactions, key=lambda found: (found.partner, found.direction)) == [
        Interaction("ben", "in", "comment", 1, AT),
        Interaction("ben", "out", "reply", 1, AT),
        Interaction("ida", "in", "comment", 1, AT),
    ]
    assert CANARY not in repr(export) and reasons(export) == {"not a date": 1}
    assert sum(row.notes.get(NOT_TALK, 0) for row in export.ledger) == 3


def test_people_and_copies_belong_to_an_archive_and_stay_closed() -> None:
    files: dict[str, Any] = {
        "x/repositories_000001.json": [kept()],
        "x/users_000001.json": [{"login": "Ben", "emails": [{"address": CANARY}]}],
    }
    files |= {"x/repositories/Mia/kaffee.git/HEAD": b"ref", "x/schema.json": {"github_sha": "x"}}
    (claimed,) = GitHub().identify([*members(files), member("", "y/schema.json")])
    (export,) = inputs.extract(GitHub(), claimed)
    assert len(claimed) == 4 and len(export.ledger) == 1 and CANARY not in repr(export)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("repositories_000001.json", []),
        ("package.json", {"name": "x", "repository": "https://api.github.com/repos/Mia/kaffee"}),
        ("followers.json", {"relationships_followers": []}),
        ("ghstars.json", []),
        ("x.json", b""),
    ],
    ids=["empty archive", "package", "Instagram", "no stars", "empty"],
)
def test_what_is_not_githubs_is_not_claimed(name: str, content: object) -> None:
    assert read({name: content}) == []


def test_the_order_of_files_does_not_matter() -> None:
    files = {
        "followers.json": [person("Ben")],
        "user.json": person(followers=120, following=0),
        "repos.json": [repository()],
    }
    assert read(files) == read(dict(reversed(files.items())))


@pytest.mark.skipif(not FIXTURES.exists(), reason="no fixtures here")
def test_every_fixture_is_read() -> None:
    found = {}
    for name in ("github_api", "github_archive", "github_stars"):
        (folder,) = (FIXTURES / name).iterdir()
        (container,) = open_container(folder)
        found[name] = inputs.read_one(GitHub(), *container.members)
    api, archive, stars = found.values()
    assert (api.handle, [post.likes for post in api.posts], len(api.interactions)) == (
        "GitHub/dogsheep",
        [6],
        3,
    )
    assert (archive.handle, len(archive.posts), sum(post.public for post in archive.posts)) == (
        "GitHub/skylarmiles",
        13,
        9,
    )
    assert {(given.partner, given.count) for given in stars.interactions} == {
        ("foo", 1),
        ("mojombo", 4),
    }
    assert not any(row.skipped for export in found.values() for row in export.ledger)


VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.sampled_from(["", "Ben", WHEN, "Ben/x", "\ud800"]),
    lambda inner: (
        st.lists(inner, max_size=2)
        | st.dictionaries(st.sampled_from(["login", "owner", "repo"]), inner, max_size=2)
    ),
    max_leaves=4,
)
FIELDS = [
    "login",
    "followers",
    "following",
    "starred_at",
    "user",
    "repo",
    "owner",
    "full_name",
    "created_at",
    "stargazers_count",
    "fork",
]


@SETTINGS
@given(
    st.sampled_from(["repos", "followers", "stargazers", "starred", "x"]),
    st.dictionaries(st.sampled_from(FIELDS), VALUES, max_size=5),
)
def test_any_answer_is_used_or_skipped(name: str, answer: dict[str, Any]) -> None:
    assert one({f"{name}.json": [repository(), answer]}).ledger[0].read == 2


@SETTINGS
@given(
    st.dictionaries(
        st.sampled_from(["url", "user", "owner", "private", "created_at", "description"]),
        VALUES,
        max_size=4,
    )
)
def test_any_record_of_an_archive_is_used_or_skipped(record: dict[str, Any]) -> None:
    files = {
        "repositories_000001.json": [kept(), record],
        "issues_000001.json": [said("issues/1", "Ben") | record],
    }
    assert [row.read for row in one(files).ledger] == [2, 1]


@SETTINGS
@given(
    st.integers(0, 700),
    st.integers(0, 30),
    st.sampled_from(["", "{", "]", "][", '"', "\\", "null", "\0", "é"]),
)
def test_any_mutation_is_counted_or_refused(place: int, length: int, piece: str) -> None:
    text = json.dumps([repository(), star()])
    read({"repos.json": (text[:place] + piece + text[place + length :]).encode()})


@SETTINGS
@given(st.binary(max_size=100))
def test_any_bytes_are_counted_or_refused(data: bytes) -> None:
    read({"followers.json": json.dumps([person()]).encode() + data})
    read({"repositories_000001.json": [kept()], "issues_000001.json": data})
