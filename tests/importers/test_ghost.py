import json
from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from klout_cli.files.container import Member, open_container
from klout_cli.importers.ghost import Ghost
from klout_cli.person.accounts import merge_accounts
from klout_cli.person.rows import Level
from klout_cli.values.aliases import table_kind
from tests.importers import inputs
from tests.importers.inputs import FIXTURES, at, ledger, member

SETTINGS = settings(deadline=None, derandomize=True, max_examples=40)
CANARY = "canary-of-a-member"
HEADER = "id,title,url,author,status,created_at,updated_at,published_at,featured,tags,post_access,email_recipients,sends,opens,clicks,signups"
MEMBERS = "id,email,name,note,subscribed_to_emails,complimentary_plan,stripe_customer_id,created_at,deleted_at,labels,tiers"


read = partial(inputs.read, Ghost())


def stored(number: int, **fields: object) -> dict[str, object]:
    return {
        "id": f"65e{number}",
        "title": f"Beitrag {number}",
        "html": "<p>Guten&nbsp;Morgen</p>",
        "type": "post",
        "status": "published",
        "visibility": "public",
        "published_at": "2024-02-01T09:30:00.000Z",
    } | fields


def site(*posts: object, title: str = "Mias Seite", **tables: object) -> dict[str, object]:
    data = {
        "posts": posts,
        "users": [
            {"id": "1", "name": "Mia Muster", "email": f"{CANARY}@post.example", "password": "x"}
        ],
        "tags": [{"id": "t", "name": "Kaffee"}],
        "posts_tags": [{"post_id": "65e1", "tag_id": "t"}],
        "settings": [{"key": "title", "value": title}, {"key": "active_theme", "value": None}],
    }
    return {"meta": {"exported_on": 1711843200000, "version": "5.80.0"}, "data": data | tables}


def backup(
    *posts: object, name: str = "mias-seite.ghost.2024-03-31.json", **tables: object
) -> Member:
    return member(json.dumps({"db": [site(*posts, **tables)]}), name)


def row(number: int, **fields: object) -> str:
    cells = {
        "id": f"65e{number}",
        "title": f'"Beitrag {number}, der"',
        "url": f"https://www.blog.example/{number}/",
        "author": "Mia Muster",
        "status": "published and emailed",
        "created_at": "2024-01-01T08:00:00.000Z",
        "updated_at": "2024-03-02T08:00:00.000Z",
        "published_at": "2024-02-01T09:30:00.000Z",
        "featured": "false",
        "tags": "Kaffee",
        "post_access": "Public",
        "email_recipients": "All subscribers",
        "sends": 120,
        "opens": 60,
        "clicks": 11,
        "signups": 3,
    } | fields
    return ",".join(map(str, cells.values()))


def analytics(
    *rows: str, header: str = HEADER, name: str = "post-analytics.2024-03-31.csv"
) -> Member:
    return member("\n".join((header, *rows)), name)


def people(*rows: str, name: str = "members.2024-03-31.csv") -> Member:
    return member("\r\n".join((MEMBERS, *rows)), name)


def person(
    number: int,
    subscribed: str = "true",
    deleted: str = "",
    since: str = "2024-01-01T00:00:00.000Z",
) -> str:
    return f"{number},{CANARY}{number}@post.example,Leserin,,{subscribed},false,,{since},{deleted},vip,"


def test_a_backup() -> None:
    (export,) = read(backup(stored(1), stored(2, title=None, html=None, plaintext="nur Text")))
    assert (export.network, export.handle, export.variant) == ("blog", "Mias Seite", "Ghost backup")
    assert (export.owner.name, export.owner.personal, export.exported_at) == (
        "Mia Muster",
        False,
        at("2024-03-31"),
    )
    first, second = export.posts
    assert (first.id, first.at, first.text, first.public) == (
        "65e1",
        at("2024-02-01 09:30:00"),
        "Beitrag 1 Kaffee Guten Morgen",
        True,
    )
    assert first.likes is first.comments is first.shares is None and second.text == "nur Text"
    assert (ledger(export).read, ledger(export).used) == (2, 2)


def test_a_flat_backup_is_one_too() -> None:
    (export,) = read(member(json.dumps(site(stored(1))), "backup.json"))
    assert (export.handle, len(export.posts)) == ("Mias Seite", 1)


@pytest.mark.parametrize(
    ("fields", "note"),
    [
        ({"type": "page"}, "pages"),
        ({"status": "draft"}, "unpublished posts"),
        (
            {"status": "scheduled", "published_at": "2044-01-01T00:00:00.000Z"},
            "unpublished posts",
        ),
    ],
    ids=["page", "draft", "scheduled"],
)
def test_only_published_posts_are_posts(fields: dict[str, object], note: str) -> None:
    (export,) = read(backup(stored(1, **fields)))
    assert not export.posts and ledger(export).notes == {note: 1} and ledger(export).skipped == 0


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"published_at": None}, "no date"),
        ({"published_at": "2024-02-31T00:00:00Z"}, "not a date"),
        ({"published_at": "1990-01-01T00:00:00Z"}, "date before 1995"),
        ({"published_at": "2044-01-01T00:00:00Z"}, "date in the future"),
        ({"id": None}, "no id"),
        ({"title": ["x"]}, "unexpected shape"),
    ],
    ids=["missing", "D3", "D6", "D7", "id", "J"],
)
def test_bad_posts_of_a_backup_are_skipped(fields: dict[str, object], reason: str) -> None:
    (export,) = read(backup(stored(1, **fields), stored(2)))
    assert len(export.posts) == 1 and ledger(export).reasons == {reason: 1}


@pytest.mark.parametrize(
    ("visibility", "public"),
    [("public", True), ("members", True), ("paid", False), ("tiers", False)],
)
def test_what_only_payers_see_is_not_public(visibility: str, public: bool) -> None:
    (export,) = read(backup(stored(1, visibility=visibility)))
    assert export.posts[0].public == public


@pytest.mark.parametrize(
    "fields", [{"status": "sent"}, {"newsletter_id": "65a"}], ids=["emailed only", "and emailed"]
)
def test_a_site_that_sends_posts_is_a_newsletter(fields: dict[str, object]) -> None:
    (export,) = read(backup(stored(1), stored(2, **fields)))
    assert (export.network, export.handle, len(export.posts)) == ("newsletter", "Mias Seite", 2)


def test_several_users_are_no_owner() -> None:
    (export,) = read(backup(stored(1), users=[{"name": "Mia"}, {"name": "Ben"}]))
    assert export.owner.name == ""


USERS = [{"id": "1", "name": "Mia Muster"}, {"id": "2", "name": "Ben Brand"}]
WROTE = [
    {"post_id": "65e1", "author_id": "1"},
    {"post_id": "65e2", "author_id": "2"},
    {"post_id": "65e3", "author_id": "2"},
    {"post_id": "65e3", "author_id": "1"},
]
ROLES = {
    "roles": [{"id": "r1", "name": "Owner"}, {"id": "r2", "name": "Editor"}],
    "roles_users": [{"role_id": "r2", "user_id": "1"}, {"role_id": "r1", "user_id": "2"}],
}


def of_two(**tables: object) -> Member:
    posts = [stored(number) for number in (1, 2, 3)]
    return backup(*posts, **({"users": USERS, "posts_authors": WROTE} | tables))


def test_of_several_authors_only_the_person_counts() -> None:
    (export,) = read(of_two(**ROLES), person="Mia Muster")
    assert [post.id for post in export.posts] == ["65e1", "65e3"]
    assert export.owner.name == "Mia Muster"
    assert "Ben Brand (2), Mia Muster (2). Only those by Mia Muster count." in export.notes[0]


def test_the_owner_of_the_site_is_the_person_unless_somebody_is_named() -> None:
    (export,) = read(of_two(**ROLES))
    assert [post.id for post in export.posts] == ["65e2", "65e3"]
    assert export.owner.name == "Ben Brand"


def test_several_authors_are_said_where_nobody_is_named() -> None:
    (export,) = read(of_two())
    assert len(export.posts) == 3 and "all count" in export.notes[0]


def test_an_owner_who_writes_nothing_is_not_the_person() -> None:
    users = [*USERS, {"id": "3", "name": "Admin"}]
    roles = ROLES | {"roles_users": [{"role_id": "r1", "user_id": "3"}]}
    (export,) = read(of_two(**(roles | {"users": users})))
    assert len(export.posts) == 3


def test_authors_of_an_old_backup_stand_in_the_posts() -> None:
    posts = [stored(1, author_id="1"), stored(2, author_id="2")]
    (export,) = read(backup(*posts, users=USERS), person="Mia Muster")
    assert [post.id for post in export.posts] == ["65e1"]


def test_authors_of_the_table() -> None:
    rows = [row(1), row(2, author="Ben Brand"), row(3, author='"Ben Brand, Mia Muster"')]
    (export,) = read(analytics(*rows), person="Mia Muster")
    assert [post.id for post in export.posts] == ["65e1", "65e3"]
    (export,) = read(analytics(*rows))
    assert len(export.posts) == 3 and "all count" in export.notes[0]


def test_post_analytics() -> None:
    (export,) = read(analytics(row(1), row(2, email_recipients="Paid subscribers", opens="")))
    assert (export.network, export.handle, export.variant) == (
        "newsletter",
        "blog.example",
        "Ghost post analytics",
    )
    assert export.exported_at == at("2024-03-31")
    first, second = export.posts
    assert (first.id, first.at, first.reach, first.text) == (
        "65e1",
        at("2024-02-01 09:30:00"),
        60,
        "Beitrag 1, der Kaffee",
    )
    assert first.likes is first.engagements is second.reach is None
    assert export.levels == [Level("subscribers", 120, at=first.at, quality="cut")]


def test_columns_of_features_that_are_off_are_missing() -> None:
    names = HEADER.split(",")[:10]
    (export,) = read(
        analytics(
            ",".join(row(1, title="Beitrag", status="published only").split(",")[:10]),
            header=",".join(names),
        )
    )
    assert (export.network, export.handle, export.levels) == ("blog", "blog.example", [])
    assert export.posts[0].reach is None and export.posts[0].public


@pytest.mark.parametrize(
    ("status", "posts"),
    [
        ("published only", 1),
        ("published and emailed", 1),
        ("emailed only", 1),
        ("draft", 0),
        ("scheduled", 0),
    ],
)
def test_words_for_the_status(status: str, posts: int) -> None:
    (export,) = read(analytics(row(1, status=status)))
    assert len(export.posts) == posts and ledger(export).skipped == 0


@pytest.mark.parametrize(
    ("access", "public"),
    [
        ("Public", True),
        ("Members-only", True),
        ("Paid members-only", False),
        ("Specific tiers: Gold", False),
    ],
)
def test_words_for_who_sees_a_post(access: str, public: bool) -> None:
    (export,) = read(analytics(row(1, post_access=access)))
    assert export.posts[0].public == public


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"opens": -3}, "negative count"),
        ({"opens": "viele"}, "not a number"),
        ({"published_at": ""}, "no date"),
        ({"id": ""}, "no id"),
    ],
    ids=["Q", "Q text", "D", "id"],
)
def test_bad_rows_are_skipped(fields: dict[str, object], reason: str) -> None:
    (export,) = read(analytics(row(1, **fields), row(2)))
    assert len(export.posts) == 1 and ledger(export).reasons == {reason: 1}


def test_members_are_counted_and_nothing_of_them_is_kept() -> None:
    rows = [
        person(1),
        person(2, deleted="2024-02-02T00:00:00.000Z"),
        person(3, subscribed="false"),
        person(4),
        person(4),
    ]
    (export,) = read(people(*rows))
    assert (export.network, export.handle, export.exported_at) == (
        "newsletter",
        "newsletter",
        at("2024-03-31"),
    )
    assert export.levels == [Level("subscribers", 2)]
    assert CANARY not in repr(export) and not export.contacts and not export.followers
    assert (ledger(export).read, ledger(export).used) == (5, 5)
    assert sum(ledger(export).notes.values()) == 3


def test_a_list_without_a_date_in_its_name_is_of_its_newest_member() -> None:
    (export,) = read(
        people(person(1), person(2, since="2024-03-05T10:00:00.000Z"), name="members.csv")
    )
    assert export.exported_at == at("2024-03-05 10:00:00")


def test_a_damaged_list_is_cut() -> None:
    (export,) = read(people(person(1), ",,ohne Adresse,,true,false,,,,,"))
    assert export.levels == [Level("subscribers", 1, quality="cut")]
    assert ledger(export).reasons == {"no e-mail address": 1}


def test_all_files_of_a_site_are_one_account() -> None:
    exports = read(backup(stored(1), stored(2)), analytics(row(1)), people(person(1)))
    assert {(export.network, export.handle) for export in exports} == {
        ("newsletter", "blog.example")
    }
    (account,), _ = merge_accounts(exports)
    assert [(post.id, post.reach) for post in account.posts] == [("65e1", 60), ("65e2", None)]
    assert Level("subscribers", 1, at=at("2024-03-31")) in account.levels and CANARY not in repr(
        account
    )


def test_sites_in_several_folders_are_several_accounts() -> None:
    files = [
        backup(stored(1), name="a/x.ghost.json"),
        backup(stored(1), name="b/y.ghost.json", title="Zwei"),
        people(person(1), name="b/m.csv"),
    ]
    assert [(export.network, export.handle) for export in read(*files)] == [
        ("blog", "Mias Seite"),
        ("newsletter", "Zwei"),
        ("newsletter", "Zwei"),
    ]


def test_two_sites_in_one_folder_keep_their_titles() -> None:
    exports = read(
        backup(stored(1), name="a.ghost.json"), backup(stored(1), name="b.ghost.json", title="Zwei")
    )
    assert [export.handle for export in exports] == ["Mias Seite", "Zwei"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('{"meta": {"version": "1"}, "data": {}}', "a.json"),
        ('{"version": "https://jsonfeed.org/version/1", "items": []}', "a.json"),
        ("", "a.json"),
        ("", "a.csv"),
        ("email,name\nx,y\n", "members.csv"),
        (HEADER, "posts.txt"),
    ],
)
def test_what_is_no_ghost_is_not_claimed(text: str, name: str) -> None:
    assert read(member(text, name)) == []


def test_of_many_json_files_only_named_ones_are_looked_into() -> None:
    strangers = [member(json.dumps(site(stored(1))), f"{number}.json") for number in range(6)]
    (export,) = read(*strangers, backup(stored(1)))
    assert ledger(export).file == "mias-seite.ghost.2024-03-31.json"


@pytest.mark.parametrize("file", [analytics(row(1)), people(person(1))], ids=["posts", "members"])
def test_no_table_of_a_person_is_like_these(file: Member) -> None:
    assert table_kind(file) == ""


def test_half_a_backup_is_refused() -> None:
    whole = backup(stored(1), stored(2)).read()
    (export,) = read(member(whole[:-80], "a.ghost.json"))
    assert not export.posts and export.notes[0].startswith(
        "this JSON ends in the middle · a.ghost.json"
    )


def test_order_of_files_does_not_matter() -> None:
    files = [backup(stored(1)), analytics(row(1)), people(person(1))]
    assert read(*files) == read(*reversed(files))


@pytest.mark.skipif(not FIXTURES.exists(), reason="no fixtures here")
def test_every_fixture_is_read() -> None:
    paths = sorted((FIXTURES / "ghost").iterdir())
    read_of = {
        path.name: read(*(one for container in open_container(path) for one in container.members))
        for path in paths
    }
    posts = {
        name: sum(len(export.posts) for export in exports) for name, exports in read_of.items()
    }
    assert posts == {"TryGhost__migrate": 4, "own__synthetic": 1}
    assert Level("subscribers", 1) in [
        level for export in read_of["own__synthetic"] for level in export.levels
    ]


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=20),
    lambda inside: (
        st.lists(inside, max_size=3) | st.dictionaries(st.text(max_size=5), inside, max_size=3)
    ),
)


@SETTINGS
@given(
    st.lists(JSON | st.fixed_dictionaries({}, optional=dict.fromkeys(stored(1), JSON)), max_size=5)
)
def test_every_post_of_a_backup_is_counted_once(posts: list[object]) -> None:
    (export,) = read(backup(*posts))
    assert ledger(export).read == len(posts)


@SETTINGS
@given(st.sampled_from(("posts", "users", "tags", "posts_tags", "settings")), JSON)
def test_any_table_of_a_backup_is_counted_or_refused(table: str, content: object) -> None:
    read(backup(stored(1), **{table: content}))


@SETTINGS
@given(st.sampled_from((HEADER, MEMBERS)), st.binary(max_size=200), st.booleans())
def test_any_bytes_are_counted_or_refused(header: str, data: bytes, first: bool) -> None:
    whole = f"{row(1)}\n".encode() if header == HEADER else f"{person(1)}\n".encode()
    read(
        member(header.encode() + b"\n" + (whole + data if first else data + b"\n" + whole), "a.csv")
    )
    read(member(b'{"meta": {"exported_on": 1}, "data": ' + data, "a.json"))
