import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from klout_cli.files.container import Member, open_container
from klout_cli.importers.substack import Substack, SubstackStatistics
from klout_cli.person.accounts import merge_accounts
from klout_cli.person.rows import Export, Level
from klout_cli.values.aliases import table_kind
from tests.importers import inputs
from tests.importers.inputs import FIXTURES, at, ledger, member

SETTINGS = settings(deadline=None, derandomize=True, max_examples=40)
CANARY = "canary-of-a-reader"
POSTS = "post_id,post_date,is_published,email_sent_at,inbox_sent_at,type,audience,title,subtitle,podcast_url"
STATS = "title,post_date,section_name,tags,views,likes,comments,restacks,shares,opens,clicks,podcast_preview_downloads"
LIST = "email,active_subscription,expiry,email_disabled,created_at"
PAYING = "email,expiry,email_disabled,prefer_digests,stripe_connected_customer_id,type"
EVENTS = "post_id,timestamp,email,post_type,post_audience,active_subscription"
DATE = "2026-01-15T10:00:00.000Z"
LATEST = at("2026-08-03")
POSTED = at("2026-01-15 10:00:00")


def read(*members: Member) -> list[Export]:
    return [
        export
        for importer in (Substack(), SubstackStatistics())
        for export in inputs.read(importer, *members, latest=LATEST)
    ]


def one(*members: Member) -> Export:
    (export,) = read(*members)
    return export


def listed(number: int, **fields: str) -> str:
    cells = {
        "post_id": f"{number}.beitrag",
        "post_date": DATE,
        "is_published": "true",
        "email_sent_at": DATE,
        "inbox_sent_at": "",
        "type": "newsletter",
        "audience": "everyone",
        "title": f"Beitrag {number}",
        "subtitle": "Untertitel",
        "podcast_url": "",
    } | fields
    return ",".join(cells.values())


def posts(*rows: str, name: str = "posts.csv") -> Member:
    return member("\n".join((POSTS, *rows)), name)


def counted(title: str = "Beitrag 1", **fields: str | int) -> str:
    cells = {
        "title": title,
        "post_date": DATE,
        "section_name": "Blog",
        "tags": '"eins, zwei"',
        "views": 55,
        "likes": 6,
        "comments": 2,
        "restacks": 1,
        "shares": 3,
        "opens": 43,
        "clicks": 5,
        "podcast_preview_downloads": "_-",
    } | fields
    return ",".join(map(str, cells.values()))


def stats(*rows: str, name: str = "beispiel_email_stats_2026-07-31.csv") -> Member:
    return member("\n".join((STATS, *rows)), name)


def subscribers(*rows: str, name: str = "email_list.beispiel.csv") -> Member:
    return member("\n".join((LIST, *rows)), name)


def reader(number: int, disabled: str = "false", since: str = "2025-05-01T10:00:00.000Z") -> str:
    return f"{CANARY}{number}@post.example,false,,{disabled},{since}"


def events(kind: str, *readers: int, post: int = 1, folder: str = "posts") -> Member:
    rows = [
        f"{post},2026-01-16T11:00:0{number % 10}.000Z,{CANARY}{number}@post.example,newsletter,everyone,false"
        for number in readers
    ]
    return member("\n".join((EVENTS, *rows)), f"{folder}/{post}.{kind}.csv")


def page(number: int, text: str = "<p>Guten&nbsp;Morgen</p>") -> Member:
    return member(text, f"posts/{number}.beitrag.html")


def test_an_export() -> None:
    export = one(
        posts(listed(1), listed(2)),
        page(1),
        events("opens", 1, 2, 2),
        subscribers(reader(1), reader(2), reader(3)),
    )
    assert (export.network, export.handle, export.variant) == (
        "newsletter",
        "beispiel",
        "Substack export",
    )
    assert export.exported_at == at("2026-01-16 11:00:02") and export.levels == [
        Level("subscribers", 3)
    ]
    first, second = export.posts
    assert (first.at, first.text, first.reach) == (POSTED, "Beitrag 1 Untertitel Guten Morgen", 2)
    assert (
        first.kind == "original"
        and first.public
        and first.likes is first.comments is first.shares is None
    )
    assert second.reach is None and first.id != second.id
    assert [row.read for row in export.ledger] == [1, 3, 2, 3]


def test_no_address_is_kept() -> None:
    exports = read(
        posts(listed(1)), events("opens", 1, 2), events("delivers", 1, 2, 3), subscribers(reader(1))
    )
    assert CANARY not in repr(exports) and not exports[0].contacts and not exports[0].followers


def test_statistics() -> None:
    export = one(stats(counted("&#x201C;Zitat&#x201D; & mehr")))
    assert (export.network, export.handle, export.variant) == (
        "newsletter",
        "beispiel",
        "Substack statistics",
    )
    assert export.exported_at == at("2026-07-31")
    (post,) = export.posts
    assert (post.likes, post.comments, post.shares, post.impressions, post.reach) == (
        6,
        2,
        4,
        55,
        43,
    )
    assert post.text == "“Zitat” & mehr Blog eins, zwei" and post.saves is post.engagements is None


def test_what_does_not_apply_is_unknown() -> None:
    (post,) = one(
        stats(counted(likes="_-", restacks="_-", shares="", opens="_-", comments=0))
    ).posts
    assert post.likes is post.shares is post.reach is None and post.comments == 0
    (post,) = one(stats(counted(shares="_-"))).posts
    assert post.shares == 1


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"likes": -3}, "negative count"),
        ({"restacks": "drei"}, "not a number"),
        ({"shares": 2.5}, "not a whole number"),
        ({"post_date": ""}, "no date"),
        ({"post_date": "2026-02-31T10:00:00.000Z"}, "not a date"),
        ({"post_date": "2044-01-01T10:00:00.000Z"}, "date in the future"),
    ],
    ids=["Q", "Q text", "Q half", "D", "D3", "D7"],
)
def test_bad_rows_of_statistics_are_skipped(fields: dict[str, str | int], reason: str) -> None:
    export = one(stats(counted(**fields), counted("Beitrag 2")))
    assert len(export.posts) == 1 and ledger(export).reasons == {reason: 1}


def test_statistics_find_their_posts_in_the_export() -> None:
    exports = read(
        posts(listed(1, title="&#x201C;A&#x201D;"), listed(2)),
        stats(counted("“A”"), counted("Beitrag 2", likes=9)),
        page(1),
    )
    (account,), _ = merge_accounts(exports)
    assert [(post.likes, post.text[:15]) for post in account.posts] == [
        (6, "“A” Untertitel "),
        (9, "Beitrag 2 Blog "),
    ]


def test_titles_of_one_day_that_repeat_are_told_apart_by_time() -> None:
    later = "2026-01-15T18:00:00.000Z"
    archive = posts(listed(2, title="Faden", post_date=later), listed(1, title="Faden"))
    exports = read(
        archive, stats(counted("Faden", likes=1), counted("Faden", likes=2, post_date=later))
    )
    (account,), _ = merge_accounts(exports)
    assert [(post.at, post.likes) for post in account.posts] == [
        (POSTED, 1),
        (at("2026-01-15 18:00:00"), 2),
    ]


def test_newer_statistics_win_whatever_the_order() -> None:
    files = (
        stats(counted(likes=9)),
        stats(counted(likes=3), name="beispiel_email_stats_2026-06-30.csv"),
    )
    for order in (files, files[::-1]):
        (account,), _ = merge_accounts(read(*order))
        assert [post.likes for post in account.posts] == [9]


def test_a_post_taken_back_is_not_public_and_no_draft() -> None:
    draft, planned = (
        listed(2, is_published="false", post_date=""),
        listed(3, is_published="false", post_date="2044-01-01T10:00:00.000Z"),
    )
    export = one(posts(listed(1, is_published="false"), draft, planned))
    (post,) = export.posts
    assert (
        not post.public
        and ledger(export).notes == {"unpublished posts": 2}
        and ledger(export).skipped == 0
    )


@pytest.mark.parametrize("written", ["true", "TRUE", "True"])
def test_booleans_of_every_generation(written: str) -> None:
    assert one(posts(listed(1, is_published=written))).posts[0].public


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("newsletter", "original"),
        ("podcast", "original"),
        ("thread", "original"),
        ("restack", "repost"),
    ],
)
def test_kinds(kind: str, expected: str) -> None:
    assert one(posts(listed(1, type=kind))).posts[0].kind == expected


def test_pages_are_no_posts() -> None:
    export = one(posts(listed(1, type="page")))
    assert not export.posts and ledger(export).notes == {"pages": 1}


@pytest.mark.parametrize(
    ("audience", "public"),
    [("everyone", True), ("only_free", True), ("only_paid", False), ("founding", False)],
)
def test_what_only_payers_see_is_not_public(audience: str, public: bool) -> None:
    assert one(posts(listed(1, audience=audience))).posts[0].public == public


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"post_date": ""}, "no date"),
        ({"post_date": "gestern"}, "not a date"),
        ({"post_date": "1990-01-01T10:00:00.000Z"}, "date before 1995"),
        ({"post_id": ""}, "no id"),
        ({"post_id": "2.anders"}, "same post twice"),
    ],
    ids=["D", "D4", "D6", "id", "twice"],
)
def test_bad_rows_of_posts_are_skipped(fields: dict[str, str], reason: str) -> None:
    export = one(posts(listed(2), listed(1, **fields)))
    assert len(export.posts) == 1 and ledger(export).reasons == {reason: 1}


def test_people_who_get_no_mail_are_no_subscribers() -> None:
    export = one(subscribers(reader(1), reader(2, disabled="true"), reader(1), ",,,,"))
    assert (export.handle, export.levels) == ("beispiel", [Level("subscribers", 1)])
    assert (
        ledger(export).read == 3 and ledger(export).skipped == 0 and len(ledger(export).notes) == 2
    )


def test_those_who_pay_are_a_part_only() -> None:
    paying = member(f"{PAYING}\n{CANARY}1@post.example,,false,false,cus_1,paid", "subscribers.csv")
    assert one(paying).levels == [Level("subscribers", 1, quality="cut")]
    (account,), _ = merge_accounts(
        [one(posts(listed(1)), subscribers(reader(1), reader(2)), paying)]
    )
    assert [(level.value, level.quality) for level in account.levels] == [(2, "exact"), (1, "cut")]


def test_without_a_list_deliveries_to_everyone_stand_for_it() -> None:
    rows = listed(1), listed(2, audience="only_paid"), listed(3, email_sent_at="")
    export = one(posts(*rows), *(events("delivers", 1, 2, 2, post=number) for number in (1, 2, 3)))
    assert export.levels == [Level("subscribers", 2, at=POSTED, quality="cut")]
    whole = one(posts(*rows), events("delivers", 1, 2), subscribers(reader(1)))
    assert whole.levels == [Level("subscribers", 1)]


def test_sorted_into_folders_it_is_the_same() -> None:
    files = [
        posts(listed(1), name="x/posts.csv"),
        events("opens", 1, folder="x/posts/opens"),
        events("delivers", 1, folder="x/posts/delivers"),
    ]
    export = one(*files, subscribers(reader(1), name="x/subscribers/email_list.beispiel.csv"))
    assert (export.handle, export.posts[0].reach, export.levels) == (
        "beispiel",
        1,
        [Level("subscribers", 1)],
    )


def test_several_publications_are_several_accounts() -> None:
    files = [posts(listed(1), name=f"{name}/posts.csv") for name in "ab"]
    lists = [subscribers(reader(1), name=f"{name}/email_list.{name}.csv") for name in "ab"]
    assert [
        export.handle
        for export in read(*files, *lists, stats(counted(), name="c_email_stats_2026-07-31.csv"))
    ] == ["a", "b", "c"]


@pytest.mark.parametrize("name", ["posts.csv", "Tabelle1.csv"])
def test_files_are_told_by_their_header(name: str) -> None:
    assert (
        len(one(posts(listed(1), name=name)).posts)
        == len(one(stats(counted(), name=name)).posts)
        == 1
    )


@pytest.mark.parametrize(
    "file", [posts(listed(1)), stats(counted()), subscribers(reader(1)), events("opens", 1)]
)
def test_no_table_of_a_person_is_like_these(file: Member) -> None:
    assert table_kind(file) == ""


@pytest.mark.parametrize(
    "file",
    [
        member("id,date,permalink\n", "posts.csv"),
        member("title,post_date,restacks\n", "a.csv"),
        member("email,name\n", "email_list.x.csv"),
        member("", "posts.csv"),
        page(1),
        events("opens", 1),
    ],
    ids=["other posts", "own table", "other list", "empty", "page alone", "opens alone"],
)
def test_what_is_no_export_is_not_claimed(file: Member) -> None:
    assert read(file) == []


def test_order_of_files_does_not_matter() -> None:
    files = [
        posts(listed(1)),
        page(1),
        events("opens", 1),
        events("delivers", 1),
        subscribers(reader(1)),
    ]
    assert read(*files) == read(*reversed(files))


@pytest.mark.skipif(not FIXTURES.exists(), reason="no fixtures here")
def test_every_fixture_is_read() -> None:
    paths = sorted((FIXTURES / "substack").iterdir())
    exports = [
        export for path in paths for one in open_container(path) for export in read(*one.members)
    ]
    assert [
        (export.variant, len(export.posts), [level.value for level in export.levels])
        for export in exports
    ] == [
        ("Substack export", 4, []),
        ("Substack export", 0, [19]),
        ("Substack export", 0, [15]),
        ("Substack export", 2, [1]),
        ("Substack statistics", 2, []),
    ]
    assert not any(row.skipped for export in exports for row in export.ledger)


@SETTINGS
@given(st.sampled_from((POSTS, STATS, LIST, PAYING)), st.binary(max_size=200))
def test_any_bytes_are_counted_or_refused(header: str, data: bytes) -> None:
    read(member(header.encode() + b"\n" + data, "a.csv"))
    read(
        posts(listed(1)),
        member(EVENTS.encode() + b"\n" + data, "posts/1.opens.csv"),
        member(data, "posts/1.beitrag.html"),
    )


CELLS = st.text(
    alphabet=st.characters(
        exclude_characters='",;\t|\n\r\0', exclude_categories=("Cs", "Cc", "Zl", "Zp")
    ),
    max_size=12,
)


@SETTINGS
@given(
    st.lists(
        st.lists(CELLS | st.sampled_from((DATE, "true", "1", "_-", "-2")), min_size=9, max_size=9),
        max_size=6,
    )
)
def test_every_row_is_counted_once(rows: list[list[str]]) -> None:
    for header, first in ((POSTS, "1.a"), (STATS, "Titel")):
        width = header.count(",") - 9
        export = one(
            member(
                "\n".join((header, *(",".join((first, *cells, *[""] * width)) for cells in rows))),
                "a.csv",
            )
        )
        assert ledger(export).read == len(rows)
