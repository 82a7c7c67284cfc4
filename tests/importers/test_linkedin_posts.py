import pytest

from klout_cli.files.container import Member
from klout_cli.importers.linkedin_analytics import LinkedInAnalytics
from klout_cli.importers.linkedin_posts import LinkedInPosts
from klout_cli.person.accounts import merge_accounts
from klout_cli.person.rows import Export, Owner, Post
from klout_cli.values.dates import iso_day, midnight
from tests.importers import inputs
from tests.importers.workbooks import Day, Rows, xlsx

LATEST = midnight(2026, 8, 3)
NUMBER = 7470000000000000000
LINK = "https://www.linkedin.com/posts/frieda_setting-activity-%d-aBcD"
CANARY = "do-not-print-this"

ENGLISH: Rows = [
    ["Post URL", LINK % NUMBER],
    ["Post Date", "Jun 3, 2026"],
    ["Post Publish Time", "9:05 PM"],
    [],
    ["Post Performance"],
    ["Impressions", "1,204"],
    ["Members reached", "987"],
    ["Profile viewers from this post", "7"],
    ["Engagement"],
    ["Reactions", "31"],
    ["Comments", "4"],
    ["Reposts", "0"],
    ["Saves", "2"],
    ["Sends on LinkedIn", "5"],
]


def member(rows: Rows, name: str = f"PostAnalytics_FriedaKölle_{NUMBER}.xlsx") -> Member:
    sheets = {
        "PERFORMANCE": rows,
        "TOP DEMOGRAPHICS": [["Category", "Value", "%"], ["Job", CANARY]],
    }
    return inputs.member(xlsx(sheets), name)


def exports(*members: Member, **reading: str) -> list[Export]:
    found = inputs.read(LinkedInPosts, *members, latest=LATEST, **reading)
    assert all(row.read == 1 for export in found for row in export.ledger)
    return found


def one(*members: Member, **reading: str) -> Export:
    (export,) = exports(*members, **reading)
    return export


def replaced(**cells: object) -> Rows:
    return [[row[0], cells.get(str(row[0]), row[1])] if len(row) > 1 else row for row in ENGLISH]


def test_a_post_has_its_reactions_comments_and_reposts_apart() -> None:
    export = one(member(ENGLISH))
    assert (export.network, export.handle, export.variant) == (
        "linkedin",
        "linkedin",
        "post analytics",
    )
    assert export.owner == Owner(name="Frieda Kölle", personal=False)
    assert export.posts == [
        Post(
            str(NUMBER),
            midnight(2026, 6, 3) + 21 * 3600 + 5 * 60,
            likes=31,
            comments=4,
            shares=0,
            saves=2,
            impressions=1204,
            reach=987,
            url=LINK % NUMBER,
            precision="minute",
        )
    ]
    assert CANARY not in repr(export)


def test_rows_in_another_order_and_lacking_ones() -> None:
    rows = [row for row in reversed(ENGLISH) if row and row[0] not in ("Saves", "Impressions")]
    (post,) = one(member(rows)).posts
    assert (post.likes, post.saves, post.impressions, post.reach) == (31, None, None, 987)


@pytest.mark.parametrize(
    ("labels", "date", "day"),
    [
        (("Post-URL", "Beitragsdatum", "Reaktionen", "Kommentare"), "3. Juni 2026", "2026-06-03"),
        (("URL", "Date du post", "Réactions", "Commentaires"), "03/06/2026", "2026-06-03"),
        (("URL", "Data da publicação", "Reações", "Comentários"), "03/06/2026", "2026-06-03"),
        (("URL", "?", "Reacciones", "Comentarios"), "2026-06-03", "2026-06-03"),
    ],
)
def test_labels_of_other_languages(labels: tuple[str, ...], date: str, day: str) -> None:
    cells = (LINK % NUMBER, date, "1.031", "4")
    (post,) = one(member([*zip(labels, cells, strict=True)])).posts
    assert (iso_day(post.at), post.likes, post.comments) == (day, 1031, 4)


@pytest.mark.parametrize(
    ("date", "order", "day"),
    [
        ("6/3/2026", "", "2026-06-03"),
        ("6/3/2026", "dmy", "2026-03-06"),
        ("13/6/2026", "", "2026-06-13"),
        ("46176", "", "2026-06-03"),
        (Day(46176), "", "2026-06-03"),
    ],
)
def test_dates_as_they_are_saved_again(date: object, order: str, day: str) -> None:
    (post,) = one(member(replaced(**{"Post Date": date})), date_order=order).posts
    assert iso_day(post.at) == day


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        ({"Post Date": "Feb 31, 2026"}, "not a date"),
        ({"Post Date": "Jun 3, 2027"}, "date in the future"),
        ({"Post Date": None}, "no date"),
        ({"Reactions": "many"}, "not a number"),
        ({"Comments": "-4"}, "negative count"),
    ],
)
def test_a_post_that_cannot_be_used_is_skipped(cells: dict[str, object], reason: str) -> None:
    export = one(member(replaced(**cells)))
    assert (export.posts, dict(export.ledger[0].reasons)) == ([], {reason: 1})


def test_the_number_in_the_name_stands_for_a_missing_link() -> None:
    assert one(member(ENGLISH[1:])).posts[0].id == str(NUMBER)


def test_renamed_workbooks_are_known_by_what_is_in_them() -> None:
    export = one(member(ENGLISH, "post.xlsx"))
    assert (export.owner.name, len(export.posts)) == ("", 1)


@pytest.mark.parametrize(
    "rows", [[["Post URL", LINK % 1]], [["Impressions", "4"], ["Reactions", "4"]], [["Link", "x"]]]
)
def test_what_is_no_post_of_linkedin_is_not_claimed(rows: Rows) -> None:
    assert exports(member(rows, "post.xlsx")) == []


def test_a_workbook_of_that_name_without_figures_says_why() -> None:
    export = one(member([["nothing"]]))
    assert (
        export.ledger[0].reasons == {"this has no figures of a LinkedIn post": 1} and export.notes
    )


def test_workbooks_of_one_owner_are_one_export_and_a_copy_counts_once() -> None:
    files = [
        member(replaced(**{"Post URL": LINK % number}), f"PostAnalytics_{name}_{number}{copy}.xlsx")
        for name, number, copy in (
            ("FriedaKölle", NUMBER, ""),
            ("FriedaKölle", NUMBER, " (1)"),
            ("FriedaKölle", NUMBER + 1, ""),
            ("KaiFremd", NUMBER + 2, ""),
        )
    ]
    frieda, kai = exports(*files)
    assert [len(frieda.posts), len(kai.posts)] == [2, 1]
    assert sum(row.reasons.get("same post twice", 0) for row in frieda.ledger) == 1


@pytest.mark.parametrize("apart", [0, 700 << 22], ids=["same-number", "share-and-activity"])
def test_the_aggregate_s_post_and_the_single_one_are_one_post(apart: int) -> None:
    link = f"https://www.linkedin.com/feed/update/urn:li:activity:{NUMBER + apart}"
    top = [["Post URL", "Post publish date", "Engagements"], [link, "6/3/2026", 60]]
    name = "AggregateAnalytics_Frieda Kölle_2026-06-01_2026-06-28.xlsx"
    book = inputs.member(xlsx({"TOP POSTS": top}), name)
    aggregate = inputs.read_one(LinkedInAnalytics(), book, latest=LATEST)
    assert LinkedInPosts.identify([book]) == []
    assert LinkedInAnalytics().identify([member(ENGLISH)]) == []
    (account,), _ = merge_accounts([aggregate, one(member(ENGLISH))])
    (post,) = account.posts
    assert (post.likes, post.comments, post.shares, post.reactions) == (31, 4, 0, 37)
