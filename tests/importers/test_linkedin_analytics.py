from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from klout_cli.errors import KloutError
from klout_cli.files.container import open_container
from klout_cli.importers.linkedin import LinkedIn
from klout_cli.importers.linkedin_analytics import LinkedInAnalytics
from klout_cli.person.accounts import merge_accounts
from klout_cli.person.rows import Export, Level, Owner, Post
from klout_cli.values.dates import iso_day, midnight
from tests.importers import inputs, linkedin_archives
from tests.importers.inputs import FIXTURES, member
from tests.importers.workbooks import Day, Rows, Sheets, xls, xlsx

LATEST = midnight(2026, 8, 3)
CONTENT = "Content_2026-06-01_2026-06-28_FriedaKölle.xlsx"
AGGREGATE = "AggregateAnalytics_Frieda Kölle_2026-06-01_2026-06-28.xlsx"
LINK = "https://www.linkedin.com/feed/update/urn:li:activity:"
CANARY = "do-not-print-this"
MISSING = "{} days between 1 Jun 2026 and 28 Jun 2026 are missing. Download the file again."
ONE_MISSING = "1 day between 1 Jun 2026 and 28 Jun 2026 is missing. Download the file again."


def content(top: Rows | None = None) -> dict[str, Rows]:
    """A workbook as until 2026: numbers are numbers, shares fractions."""
    return {
        "DISCOVERY": [
            ["Overall Performance", "6/1/2026 - 6/28/2026"],
            ["Impressions", 12840],
            ["Members reached", 5120],
        ],
        "ENGAGEMENT": [
            ["Date", "Impressions", "Engagements"],
            ["6/1/2026", 410, 12],
            ["6/2/2026", 0, -28],
            ["6/3/2026", 920, 31],
        ],
        "TOP POSTS": top or TOP,
        "FOLLOWERS": [
            ["Total followers on 6/28/2026", 1523],
            [],
            ["Date", "New followers"],
            ["6/1/2026", 2],
            ["6/2/2026", 0],
        ],
        "DEMOGRAPHICS": [["Top Demographics", "Value", "Percentage"], ["Locations", CANARY, 0.139]],
    }


MAXIMUM = ["Maximum of 50 posts available to include in this list"]
HEADER = [
    "Post URL",
    "Post publish date",
    "Engagements",
    None,
    "Post URL",
    "Post Publish Date",
    "Impressions",
]
TOP = [
    MAXIMUM,
    [],
    HEADER,
    [f"{LINK}101", "6/3/2026", 31, None, f"{LINK}102", "6/1/2026", 4100],
    [f"{LINK}102", "6/1/2026", 12, None, f"{LINK}101", "6/3/2026", 2950],
    [f"{LINK}103", "6/2/2026", 0, None, f"{LINK}104", "6/2/2026", 900],
]


def aggregate(sheets: Sheets) -> dict[str, Rows]:
    """The same as since 2026: all cells are text."""
    return {
        name: [[cell if cell is None else str(cell) for cell in row] for row in rows]
        for name, rows in sheets.items()
    }


def portuguese(left: Rows = ()) -> dict[str, Rows]:
    """A localised workbook: days first, other names, and a list that may be empty on one side."""
    right = [f"{LINK}104", "23/06/2026", "1.021"]
    rows = [[*one, None, *right] for one in left] or [[None, None, None, None, *right]]
    header = [
        "URL da publicação",
        "Data da publicação",
        "Engajamentos",
        None,
        "URL da publicação",
        "Data da publicação",
        "Impressões",
    ]
    return {
        "Descoberta": [["Desempenho geral", "01/06/2026 - 28/06/2026"], ["Impressões", "289"]],
        "Engajamento": [["Data", "Impressões", "Engajamentos"], ["01/06/2026", "129", "-28"]],
        "Publicações mais em alta": [["Máximo de 50 publicações"], [], header, *rows],
        "Seguidores": [
            ["Total de seguidores em 28/06/2026", "2.571"],
            [],
            ["Data", "Novos seguidores"],
            ["01/06/2026", "8"],
        ],
        "Dados demográficos do público": [
            ["Principais", "Valor", "Percentual"],
            ["Cargo", CANARY, "menos de 1%"],
        ],
    }


PAGE_HEADER = [
    "Post title",
    "Post link",
    "Post type",
    "Posted by",
    "Created date",
    "Impressions",
    "Views",
    "Clicks",
    "CTR",
    "Likes",
    "Comments",
    "Reposts",
    "Follows",
    "Engagement rate",
    "Content Type",
]


def page(*posts: Rows) -> dict[str, Rows]:
    rows = posts or (
        [
            "We moved",
            f"{LINK}201",
            "Organic",
            "Frieda Kölle",
            "06/13/2026",
            410,
            None,
            12,
            0.03,
            20,
            2,
            1,
            0,
            0.066,
            "Image",
        ],
        [
            "We stayed",
            f"{LINK}202",
            "Organic",
            "Frieda Kölle",
            "06/02/2026",
            300,
            None,
            10,
            0.03,
            0,
            None,
            3,
            0,
            0.04,
            "",
        ],
    )
    return {
        "Metrics": [
            ["Aggregated engagement metrics"],
            ["Date", "Impressions (organic)"],
            ["06/12/2026", 300],
            ["06/13/2026", 250],
        ],
        "All posts": [["Engagement metrics for individual posts"], PAGE_HEADER, *rows],
    }


def extract(data: bytes, name: str = CONTENT, **reading: str) -> Export:
    """Read one workbook, which makes one row of the ledger."""
    export = inputs.read_one(LinkedInAnalytics(), {name: data}, latest=LATEST, **reading)
    assert len(export.ledger) == 1
    return export


def counts(export: Export) -> Mapping[str, tuple[int | None, int | None]]:
    return {post.id: (post.engagements, post.impressions) for post in export.posts}


# A person's workbook


def test_a_workbook_becomes_followers_and_posts() -> None:
    export = extract(xlsx(content()))
    assert (export.network, export.handle, export.variant) == (
        "linkedin",
        "linkedin",
        "content analytics",
    )
    assert export.owner == Owner(name="Frieda Kölle", personal=False)
    assert export.exported_at == midnight(2026, 6, 28)
    assert export.levels == [Level("followers", 1523, midnight(2026, 6, 28), "exact")]
    assert len(export.posts) == 4
    assert export.notes == (MISSING.format(26),)  # two days of new followers, of four weeks


def test_the_two_rankings_are_joined_by_link_and_what_one_lacks_is_unknown() -> None:
    assert counts(extract(xlsx(content()))) == {
        "101": (31, 2950),
        "102": (12, 4100),
        "103": (0, None),
        "104": (None, 900),
    }


def test_a_post_knows_its_day_and_no_finer_count() -> None:
    post = extract(xlsx(content())).posts[0]
    assert (iso_day(post.at), post.precision, post.url) == ("2026-06-03", "day", f"{LINK}101")
    assert (post.likes, post.comments, post.shares) == (None, None, None)


def test_text_cells_give_the_same_as_numbers() -> None:
    numbers, texts = extract(xlsx(content())), extract(xlsx(aggregate(content())), AGGREGATE)
    assert texts.variant == "aggregate analytics"
    for field in ("posts", "levels", "owner", "handle", "exported_at"):
        assert getattr(texts, field) == getattr(numbers, field)


def test_negative_days_are_used_and_never_added_Q6() -> None:
    (row,) = extract(xlsx(content())).ledger
    assert (row.read, row.skipped) == (12, 0)
    assert row.notes == {"sums by day: never added to posts": 5}


def test_portuguese_sheets_put_the_day_first_D1() -> None:
    export = extract(xlsx(portuguese()), "analise.xlsx")
    assert export.levels == [Level("followers", 2571, midnight(2026, 6, 28), "exact")]
    assert counts(export) == {"104": (None, 1021)}
    assert iso_day(export.posts[0].at) == "2026-06-23"


@pytest.mark.parametrize(
    "left", [(), ([f"{LINK}101", "02/06/2026", "7"],)], ids=["one-empty-list", "both"]
)
def test_sheets_of_any_language_are_told_by_their_links(left: Rows) -> None:
    sheets = dict(zip(["A", "B", "C", "D", "E"], portuguese(left).values(), strict=True))
    sheets["C"] = [["?"], [], ["?"] * 7, *sheets["C"][3:]]
    export = extract(xlsx(sheets), "x.xlsx")
    assert counts(export)["104"] == (None, 1021)
    assert [level.value for level in export.levels] == [2571]
    assert ("101" in counts(export)) == bool(left)


def test_open_dates_are_american_in_english_sheets_only_D1() -> None:
    open_days = [MAXIMUM, [], HEADER, [f"{LINK}101", "6/3/2026", 31]]
    english = xlsx({"TOP POSTS": open_days})
    other = xlsx({"Publicações mais em alta": [["Máximo"], *open_days[1:]]})
    assert [iso_day(extract(data).posts[0].at) for data in (english, other)] == [
        "2026-06-03",
        "2026-03-06",
    ]
    assert iso_day(extract(english, date_order="dmy").posts[0].at) == "2026-03-06"


def test_the_sheets_of_2024_stand_alone() -> None:
    overall = {
        "DISCOVERY": [
            ["Overall Performance", "Value", "Time Period"],
            ["Impressions", 46969, "6/22/2023 - 6/20/2024"],
            ["Engagements", 645, "6/22/2023 - 6/20/2024"],
        ]
    }
    top = {
        "TOP POSTS": [
            HEADER,
            [f"{LINK}101", "6/11/2024", 90, None, f"{LINK}101", "6/11/2024", 2454],
        ]
    }
    assert extract(xlsx(overall), "Overall Analytics.xlsx").exported_at == midnight(2024, 6, 20)
    export = extract(xlsx(top), "Top Posts.xlsx")
    assert (counts(export), export.exported_at) == ({"101": (90, 2454)}, midnight(2024, 6, 11))


def test_a_full_list_is_said_because_weaker_posts_are_missing() -> None:
    rows = [[f"{LINK}{number}", "6/13/2026", 50] for number in range(1000, 1050)]
    assert extract(xlsx(content([MAXIMUM, [], HEADER, *rows]))).notes == (
        "LinkedIn lists only your 50 top posts: others are missing",
        MISSING.format(26),
    )


@pytest.mark.parametrize(
    ("link", "id"),
    [
        (f"{LINK}7335000000000000001", "7335000000000000001"),
        ("https://www.linkedin.com/feed/update/urn%3Ali%3Ashare%3A7335", "7335"),
        ("https://www.linkedin.com/posts/frieda_moving-share-7335-abCD?trk=x", "7335"),
        ("https://www.linkedin.com/feed/update/urn:li:ugcPost:7335", "7335"),
    ],
)
def test_a_post_has_the_id_it_has_in_the_archive(link: str, id: str) -> None:
    (post,) = extract(xlsx(content([MAXIMUM, HEADER, [link, "6/13/2026", 1]]))).posts
    assert post.id == id


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ([f"{LINK}9", "2/31/2026", 5], "not a date"),
        ([f"{LINK}9", "6/3/1850", 5], "date before 1995"),
        ([f"{LINK}9", "6/3/2027", 5], "date in the future"),
        ([f"{LINK}9", None, 5], "no date"),
        ([f"{LINK}9", "6/3/2026", -5], "negative count"),
        ([f"{LINK}9", "6/3/2026", 5.5], "not a whole number"),
        ([f"{LINK}9", "6/3/2026", True], "not a number"),
        ([f"{LINK}9", "6/3/2026", "2%"], "not a whole number"),
        (["481", "481", "481"], "no link to a post"),
    ],
    ids=["D3", "D6", "D7", "blank-date", "Q6", "Q1", "Q9", "Q15", "no-link"],
)
def test_a_row_that_cannot_be_used_is_skipped_with_its_reason(
    row: list[object], reason: str
) -> None:
    export = extract(xlsx(content([*TOP, row])))
    assert export.ledger[0].reasons == {reason: 1}
    assert export.ledger[0].examples == (("TOP POSTS:7", reason),)
    assert len(export.posts) == 4


def test_blank_counts_are_unknown_and_dates_may_be_cells_of_dates_Q11_D11() -> None:
    export = extract(
        xlsx(
            content(
                [MAXIMUM, HEADER, [f"{LINK}101", "6/13/2026", "-"], [f"{LINK}102", Day(46186), 4]]
            )
        )
    )
    assert [(post.engagements, iso_day(post.at)) for post in export.posts] == [
        (None, "2026-06-13"),
        (4, "2026-06-13"),
    ]


@pytest.mark.parametrize(
    ("name", "owner"),
    [
        ("Content_2026-06-01_2026-06-28_FriedaKölle (1).xlsx", "Frieda Kölle"),
        ("folder/AggregateAnalytics_Frieda Kölle_2026-06-01_2026-06-28(2).xlsx", "Frieda Kölle"),
        ("AggregateAnalytics_Frieda LaRosa_2026-06-01_2026-06-28.xlsx", "Frieda LaRosa"),
        ("analytics.xlsx", ""),
    ],
)
def test_the_owner_is_named_by_the_file_alone(name: str, owner: str) -> None:
    assert extract(xlsx(content()), name).owner.name == owner


def test_the_last_day_comes_from_the_name_where_no_sheet_states_it() -> None:
    assert extract(xlsx({"TOP POSTS": TOP})).exported_at == midnight(2026, 6, 28)


# Saved again, other orders, and whether all is there


def days(*cells: object, name: str = "ENGAGEMENT", header: str = "Date") -> dict[str, Rows]:
    return {name: [[header, "Impressions", "Engagements"], *([cell, 5, 1] for cell in cells)]}


def day_of_posts(export: Export) -> list[str]:
    return [iso_day(post.at) for post in export.posts]


@pytest.mark.parametrize("zero", [0, 1462], ids=["since-1900", "since-1904"])
@pytest.mark.parametrize("form", [int, str])
def test_dates_without_their_style_are_day_numbers_D11(zero: int, form: type) -> None:
    first = 46174 - zero  # 1 June 2026
    sheets = content(
        [MAXIMUM, [], HEADER]
        + [[f"{LINK}{place}", form(first + place), 9 - place] for place in range(6)]
    ) | days(*(form(first + place) for place in range(28)))
    export = extract(xlsx(sheets))
    assert day_of_posts(export) == [f"2026-06-0{day}" for day in range(1, 7)]
    assert export.levels[0].value == 1523
    assert export.ledger[0].used == 6 + 28 + 1 + 2 and export.ledger[0].skipped == 0


@pytest.mark.parametrize("day", ["3/6/2026", "6/3/2026", 46176, 46176 - 1462])
def test_the_number_of_a_post_tells_where_nothing_else_does(day: object) -> None:
    number = (midnight(2026, 6, 3) * 1000 + 30_000_000) << 22
    alone = {"TOP POSTS": [MAXIMUM, HEADER, [f"{LINK}{number}", day, 9]]}
    assert day_of_posts(extract(xlsx(alone), "x.xlsx")) == ["2026-06-03"]


def test_the_period_of_the_sheets_tells_the_date_system_without_a_name() -> None:
    sheets = content([HEADER, [f"{LINK}1", 46176 - 1462, 9]])
    assert day_of_posts(extract(xlsx(sheets), "x.xlsx")) == ["2026-06-03"]
    alone = {"TOP POSTS": [MAXIMUM, HEADER, [f"{LINK}1", 46176, 9]]}
    assert day_of_posts(extract(xlsx(alone), "x.xlsx")) == ["2026-06-03"]


@pytest.mark.parametrize(
    ("sheets", "name", "day"),
    [
        (days("01/06/2026", "02/06/2026", "03/06/2026"), CONTENT, "2026-06-03"),
        (days("1/6/2026", "2/6/2026", "3/6/2026"), "x.xlsx", "2026-06-03"),
        (days("6/1/2026", "6/2/2026", "6/3/2026", name="?", header="Datum"), "x.xlsx", None),
        (days("1/6/2026", "3/6/2026"), CONTENT, "2026-06-03"),
    ],
    ids=["period", "consecutive", "consecutive-american", "period-alone"],
)
def test_the_order_of_day_and_month_is_that_of_the_days_of_the_sheets_D1(
    sheets: dict[str, Rows], name: str, day: str | None
) -> None:
    written = "3/6/2026" if day else "6/3/2026"
    posts = {"TOP POSTS" if day else "!": [MAXIMUM, HEADER, [f"{LINK}1", written, 9]]}
    assert day_of_posts(extract(xlsx(posts | sheets), name)) == ["2026-06-03"]


@pytest.mark.parametrize("header", ["Date", "Fecha", "?"])
def test_no_row_of_a_table_by_days_vanishes(header: str) -> None:
    rows = days("6/1/2026", "yesterday", "", "2/31/2026", "6/2/2026", header=header)
    export = extract(xlsx({"TOP POSTS": TOP} | rows))
    assert export.ledger[0].read == 6 + 5
    assert export.ledger[0].reasons == {"not a date": 2, "no date": 1}
    broken = {"TOP POSTS": TOP} | days("yesterday", "today")
    assert extract(xlsx(broken)).ledger[0].reasons == {"not a date": 2}


def test_posts_that_lost_their_links_are_counted() -> None:
    rows = [["View post", "6/3/2026", 3], ["View post", "6/2/2026", 2]]
    export = extract(xlsx(content([MAXIMUM, [], HEADER, *rows])))
    assert export.ledger[0].reasons == {"no link to a post": 2} and export.posts == []


def test_posts_before_the_first_link_or_without_any_date_are_counted() -> None:
    rows = [["deleted", "6/3/2026", 3], [f"{LINK}1", "soon", 2], [f"{LINK}2", "", 1]]
    export = extract(xlsx(content([MAXIMUM, [], HEADER, *rows])))
    assert export.ledger[0].reasons == {"no link to a post": 1, "not a date": 1, "no date": 1}
    assert export.posts == []


@pytest.mark.parametrize(("last", "notes"), [(28, ()), (27, (ONE_MISSING,))])
def test_days_that_the_name_states_and_no_row_is_of_are_said(
    last: int, notes: tuple[str, ...]
) -> None:
    sheets = {"TOP POSTS": TOP} | days(*(f"6/{day}/2026" for day in range(1, last + 1)))
    assert extract(xlsx(sheets)).notes == notes
    stated = {"DISCOVERY": [["Overall Performance", "6/1/2026 - 6/28/2026"]]}
    assert extract(xlsx(stated | sheets), "x.xlsx").notes == notes


@pytest.mark.parametrize(("total", "quality"), [(5, "exact"), (4, "cut")])
def test_fewer_followers_than_new_ones_are_no_exact_number(total: int, quality: str) -> None:
    sheet = [["Total followers on 6/28/2026", total], [], ["Date", "New followers"]]
    rows = [*sheet, *([f"6/{day}/2026", 5 if day == 2 else 0] for day in range(1, 29))]
    export = extract(xlsx({"FOLLOWERS": rows, "TOP POSTS": TOP}))
    assert export.levels == [Level("followers", total, midnight(2026, 6, 28), quality)]
    assert export.notes == (
        ("the file has 5 new followers, but 4 in total: download it again",)
        if quality == "cut"
        else ()
    )


# A page's workbook


@pytest.mark.parametrize("form", [xls, xlsx])
def test_a_page_s_posts_have_their_reactions(form: type) -> None:
    export = extract(form(page()), "muster-gmbh_content_1781710600322.xls")
    assert (export.handle, export.variant, export.owner, export.levels) == (
        "muster-gmbh",
        "page analytics",
        Owner(),
        [],
    )
    assert export.exported_at is not None and iso_day(export.exported_at) == "2026-06-17"
    assert export.posts == [
        Post(
            "201",
            midnight(2026, 6, 13),
            likes=20,
            comments=2,
            shares=1,
            impressions=410,
            text="We moved",
            url=f"{LINK}201",
            precision="day",
        ),
        Post(
            "202",
            midnight(2026, 6, 2),
            likes=0,
            comments=None,
            shares=3,
            impressions=300,
            text="We stayed",
            url=f"{LINK}202",
            precision="day",
        ),
    ]
    assert export.ledger[0].notes == {"sums by day: never added to posts": 2}


def test_new_followers_of_a_page_are_no_level() -> None:
    rows = [
        [
            "Date",
            "Sponsored followers",
            "Organic followers",
            "Auto-invited followers",
            "Total followers",
        ],
        ["06/13/2026", 0, 4, 0, 4],
    ]
    export = extract(
        xls({"New followers": rows, "Location": [["Location", "Total followers"], ["Berlin", 99]]}),
        "muster-gmbh_followers.xls",
    )
    assert (export.handle, export.levels, export.exported_at) == (
        "muster-gmbh",
        [],
        midnight(2026, 6, 13),
    )


def test_a_page_without_a_name_in_its_file_is_not_the_person() -> None:
    export = extract(xls(page()), "export.xls")
    assert (export.handle, export.page) == ("linkedin-page", True)


def test_a_page_whatever_its_file_is_called_has_no_person_for_an_owner() -> None:
    assert extract(xls(page()), "Content_2026-01-01_2026-06-28_ErikaBeispiel.xlsx").owner == Owner()


# Merged


@pytest.mark.parametrize("name", ["muster-gmbh_content_1781710600322.xls", "export.xls"])
def test_u8_a_page_beside_analytics_that_name_nobody_are_two_accounts(name: str) -> None:
    own = extract(xlsx(content()), "analytics.xlsx")
    accounts, said = merge_accounts([extract(xls(page()), name), own])
    assert {account.handle for account in accounts} == {
        "linkedin",
        "muster-gmbh" if "muster" in name else "linkedin-page",
    }
    assert any("an export without an account name is kept apart from" in one for one in said)


def test_the_archive_of_the_same_person_and_analytics_are_one_account() -> None:
    own = inputs.read_one(
        LinkedIn(), linkedin_archives.archive(), container=linkedin_archives.ZIP_NAME, latest=LATEST
    )
    known = own.posts[0]
    row = [f"https://www.linkedin.com/feed/update/urn:li:share:{known.id}", "6/3/2026", 31]
    (account,), _ = merge_accounts([own, extract(xlsx(content([MAXIMUM, HEADER, row])))])
    assert account.handle == own.handle
    assert {level.metric for level in account.levels} >= {"connections", "followers"}
    post = next(post for post in account.posts if post.id == known.id)
    assert (post.text, post.at, post.engagements) == (known.text, known.at, 31)
    assert len(account.posts) == len(own.posts)


def test_overlapping_exports_are_one_account_with_the_newest_counts_U2() -> None:
    older = extract(xlsx(content()))
    newer = extract(
        xlsx(
            {
                "TOP POSTS": [MAXIMUM, HEADER, [f"{LINK}101", "6/3/2026", 40]],
                "FOLLOWERS": [["Total followers on 7/20/2026", 1600], ["Date"], ["7/20/2026", 3]],
            }
        ),
        "AggregateAnalytics_Frieda Kölle_2026-07-01_2026-07-20.xlsx",
    )
    (account,), _ = merge_accounts([newer, older])
    assert {post.id: post.engagements for post in account.posts} == {
        "101": 40,
        "102": 12,
        "103": 0,
        "104": None,
    }
    assert account.exported_at == midnight(2026, 7, 20)


# Containers, other workbooks and damage


def test_a_workbook_is_a_file_and_no_archive_Z17(tmp_path: Path) -> None:
    path = tmp_path / CONTENT
    path.write_bytes(xlsx(content()))
    (container,) = open_container(path)
    assert len(inputs.read_one(LinkedInAnalytics(), *container.members, latest=LATEST).posts) == 4


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("followers.xlsx", xlsx({"Followers": [["Date", "Followers"], ["6/1/2026", 5]]})),
        (
            "people.xlsx",
            xlsx({"Sheet1": [["Name", "URL"], ["Anna", "https://www.linkedin.com/in/anna"]]}),
        ),
        ("planned.xlsx", xlsx({"Posts": [["Link", "Text"], [f"{LINK}1", "hello"]]})),
        ("posts.csv", f"Post URL,Date\n{LINK}1,6/1/2026\n".encode()),
        ("Content.xlsx", b"PK\3\4 and then nothing"),
        (CONTENT, b"Post URL,Date\n"),
        ("empty.xlsx", b""),
    ],
)
def test_what_is_not_linkedin_s_is_not_claimed(name: str, data: bytes) -> None:
    assert LinkedInAnalytics().identify([member(data, name)]) == []


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (xlsx(content())[:900], "this is damaged, or no spreadsheet klout reads"),
        (xlsx({"A": [["nothing"]]}), "this has no sheets of LinkedIn analytics"),
        (xls(page())[:1024], "this is damaged, or no spreadsheet klout reads"),
    ],
    ids=["cut-off", "another-file", "cut-off-xls"],
)
def test_a_workbook_of_linkedin_s_name_that_cannot_be_used_says_why(
    data: bytes, reason: str
) -> None:
    export = extract(data)
    assert export.ledger[0].reasons == {reason: 1}
    assert (export.posts, export.levels, len(export.notes)) == ([], [], 1)


def test_demographics_are_not_kept() -> None:
    assert CANARY not in repr(extract(xlsx(content())))
    assert CANARY not in repr(extract(xlsx(portuguese()), "x.xlsx"))


CELLS = (
    st.none()
    | st.integers(-9, 9)
    | st.booleans()
    | st.floats(-1e6, 1e6)
    | st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=9)
)
TELLING = st.sampled_from(
    [
        f"{LINK}101",
        "6/13/2026",
        "Post link",
        "Created date",
        "Total followers on 6/28/2026",
        "6/1/2026 - 6/2/2026",
    ]
)
ROWS = st.lists(st.lists(CELLS | TELLING, max_size=8), max_size=8)


@settings(deadline=None, derandomize=True, max_examples=40)
@given(st.sampled_from([*content(), "All posts", "?"]), ROWS, st.sampled_from([xls, xlsx]))
def test_any_rows_are_used_or_skipped(name: str, rows: Rows, form: type) -> None:
    extract(form(content() | {name: rows}))


@settings(deadline=None, derandomize=True, max_examples=40)
@given(st.sampled_from([xlsx(content()), xls(page())]), st.data())
def test_any_damage_gives_a_result_or_a_klout_error(plain: bytes, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(plain)))
    end = data.draw(st.integers(start, min(len(plain), start + 64)))
    damaged = plain[:start] + data.draw(st.binary(max_size=40)) + plain[end:]
    importer = LinkedInAnalytics()
    try:
        exports = [
            export
            for one in importer.identify([member(damaged, CONTENT)])
            for export in inputs.extract(importer, one, latest=LATEST)
        ]
    except KloutError:
        return
    for row in (row for export in exports for row in export.ledger):
        assert row.read == row.used + row.skipped


# The shapes in the wild


@pytest.mark.skipif(not FIXTURES.is_dir(), reason="the shared fixtures are not on this machine")
def test_fixtures() -> None:
    importer = LinkedInAnalytics()
    (container,) = open_container(FIXTURES / "linkedin/synthetic_seed")
    export = inputs.read_one(importer, *container.members, latest=LATEST)
    assert counts(export) == {"7335000000000000001": (31, 2950), "7334000000000000002": (12, 4100)}
    assert export.levels == [Level("followers", 1523, midnight(2026, 6, 28), "exact")]
    assert (export.ledger[0].read, export.ledger[0].skipped) == (10, 0)


@pytest.mark.skipif(not FIXTURES.is_dir(), reason="the shared fixtures are not on this machine")
def test_workbooks_of_other_networks_are_left_to_them() -> None:
    for container in open_container(FIXTURES / "tiktok_studio/BossZY27__tiktok-analytics"):
        assert LinkedInAnalytics().identify(container.members) == []
