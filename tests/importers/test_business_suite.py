from collections.abc import Mapping, Sequence
from contextlib import suppress
from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from klout_cli.errors import KloutError
from klout_cli.importers import every_importer
from klout_cli.importers.business_suite import BusinessSuite
from klout_cli.person.accounts import merge_accounts
from klout_cli.person.rows import Export, Level
from klout_cli.values.dates import DAY, midnight
from tests.importers import inputs
from tests.importers.inputs import FIXTURES, members

IMPORTER = BusinessSuite()
NAME = "Aug-01-2025_Aug-31-2025_1234567890123456.csv"
HOUR = 3600

PAGE = {
    "Post ID": "122100000000000001",
    "Page ID": "100000000000001",
    "Page name": "Musterbäckerei",
    "Title": "Neues Brot",
    "Description": "Neues Brot,\nheute ab 7 Uhr",
    "Duration (sec)": "0",
    "Publish time": "08/02/2025 06:15",
    "Permalink": "https://www.facebook.com/musterbaeckerei/posts/pfbid0abc",
    "Is crosspost": "0",
    "Is share": "0",
    "Post type": "Photos",
    "Date": "Lifetime",
    "Views": "1520",
    "Reach": "1104",
    "Reactions, Comments and Shares": "63",
    "Reactions": "41",
    "Comments": "12",
    "Shares": "10",
    "Total clicks": "77",
    "Average Seconds viewed": "5.1",
}
INSTAGRAM = {
    "Post ID": "18000000000000001",
    "Account ID": "17841400000000001",
    "Account username": "Muster.Baeckerei",
    "Account name": "Musterbäckerei",
    "Description": "Brot #handwerk\nzweite Zeile",
    "Duration (sec)": "0",
    "Publish time": "01/15/2025 23:20",
    "Permalink": "https://www.instagram.com/p/ABC/",
    "Post type": "IG carousel",
    "Date": "Lifetime",
    "Impressions": "2,310",
    "Reach": "1800",
    "Likes": "140",
    "Shares": "12",
    "Follows": "5",
    "Comments": "9",
    "Saves": "22",
}
GERMAN = {
    "Beitrags-ID": "18000000000000003",
    "Konto-ID": "17841400000000001",
    "Konto-Benutzername": "muster.baeckerei",
    "Kontoname": "Musterbäckerei",
    "Beschreibung": "Moin",
    "Dauer (Sek.)": "0",
    "Veröffentlichungszeitpunkt": "01.09.2025 18:00",
    "Permalink": "https://www.instagram.com/p/DE/",
    "Beitragstyp": "IG Karussell",
    "Datum": "Gesamte Laufzeit",
    "Aufrufe": "1.204",
    "Reichweite": "980",
    "„Gefällt mir“-Angaben": "77",
    "Geteilte Inhalte": "3",
    "Follows": "1",
    "Kommentare": "6",
    "Gespeicherte Beiträge": "9",
}
DUTCH = {
    "Bericht": "x",
    "Publicatietijdstip": "13-08-2025 06:15",
    "Berichttype": "IG-afbeelding",
    "Permalink": "https://www.instagram.com/p/NL/",
    "Bereik": "100",
    "Weergaven": "120",
    "Vind-ik-leuks": "8",
    "Reacties": "2",
}
OLD = {
    "Post ID": "100000000000001_555",
    "Permalink": "https://www.facebook.com/musterbaeckerei/posts/555",
    "Post Message": "Damals",
    "Type": "Photo",
    "Countries": "",
    "Languages": "",
    "Posted": "01/15/2020 7:05:00 AM",
    "Lifetime Post Total Reach": "900",
    "Lifetime Post organic reach": "800",
    "Lifetime Post Total Impressions": "1200",
    "Lifetime Engaged Users": "50",
    "Lifetime Post Stories by action type - comment": "",
    "Lifetime Post Stories by action type - like": "31",
    "Lifetime Post Stories by action type - share": "2",
}

Row = Mapping[str, str]


def table(*rows: Row, delimiter: str = ",", encoding: str = "utf-8-sig") -> bytes:
    cells = ([row.get(name, "") for name in rows[0]] for row in rows)
    return inputs.table([*rows[0]], *cells, delimiter=delimiter).encode(encoding)


def series(
    title: str, *rows: tuple[str, str], header: Sequence[str] = ("Date", "Primary")
) -> bytes:
    body = "".join(f'"{day}T00:00:00","{number}"\r\n' for day, number in rows)
    return f'sep=,\r\n"{title}"\r\n"{header[0]}","{header[1]}"\r\n{body}'.encode("utf-16")


exports = partial(inputs.read, IMPORTER, latest=midnight(2026, 12, 1))


def read(data: bytes, name: str = NAME, **reading: str) -> Export:
    (export,) = exports({name: data}, **reading)
    return export


def reasons(*rows: Row) -> Mapping[str, int]:
    return read(table(*rows)).ledger[0].reasons


def test_a_facebook_page() -> None:
    export = read(table(PAGE))
    assert (export.network, export.handle, export.owner.name, export.owner.personal) == (
        "facebook_page",
        "Musterbäckerei",
        "",
        False,
    )
    (post,) = export.posts
    assert post.id == "122100000000000001"
    assert (post.likes, post.comments, post.shares, post.saves, post.engagements) == (
        41,
        12,
        10,
        None,
        None,
    )
    assert (post.impressions, post.reach, post.kind, post.public) == (1520, 1104, "original", True)
    assert post.text == "Neues Brot,\nheute ab 7 Uhr"  # the longer one of title and description
    assert post.url.endswith("/posts/pfbid0abc")
    assert export.ledger[0].notes == {
        "Meta has reported views instead of impressions since 2024": 1
    }


def test_an_instagram_account() -> None:
    export = read(table(INSTAGRAM))
    assert (export.network, export.handle) == ("instagram", "muster.baeckerei")
    (post,) = export.posts
    assert (post.likes, post.comments, post.shares, post.saves) == (140, 9, 12, 22)
    assert (post.impressions, post.reach, post.text) == (2310, 1800, "Brot #handwerk\nzweite Zeile")
    assert export.ledger[0].notes == {}  # these are impressions


@pytest.mark.parametrize(
    ("written", "at"),
    [
        ("08/02/2025 06:15", midnight(2025, 8, 2) + 13 * HOUR + 15 * 60),  # summer time
        ("01/15/2025 23:20", midnight(2025, 1, 16) + 7 * HOUR + 20 * 60),
    ],
)
@pytest.mark.parametrize("row", [PAGE, INSTAGRAM])
def test_times_are_pacific_whatever_the_readers_zone_is(row: Row, written: str, at: int) -> None:
    (post,) = read(table({**row, "Publish time": written}), zone="Europe/Berlin").posts
    assert (post.at, post.precision) == (at, "minute")


def test_the_file_name_dates_the_export_and_no_post_is_newer() -> None:
    assert read(table(PAGE)).exported_at == midnight(2025, 9, 1) - 1
    late = read(table({**PAGE, "Publish time": "08/31/2025 22:00"}))
    assert late.exported_at == late.posts[0].at == midnight(2025, 9, 1) + 5 * HOUR
    assert (
        read(table(PAGE), "renamed.csv").exported_at == midnight(2025, 8, 2) + 13 * HOUR + 15 * 60
    )


def test_d13_a_name_from_the_future_gives_no_date() -> None:
    export = read(table(PAGE), "Jan-01-2031_Jan-31-2031_1.csv")
    assert export.exported_at == export.posts[0].at


def test_several_pages_in_one_file_are_several_accounts() -> None:
    other = {**PAGE, "Page ID": "2", "Page name": "Otto liest"}
    found = exports(
        {
            NAME: table(
                PAGE,
                {**other, "Post ID": "7"},
                {**PAGE, "Post ID": "3"},
                {**other, "Reactions": "-1", "Post ID": "8"},
            )
        }
    )
    assert {export.handle: [post.id for post in export.posts] for export in found} == {
        "Musterbäckerei": ["122100000000000001", "3"],
        "Otto liest": ["7"],
    }
    (row,) = (row for export in found for row in export.ledger)
    assert (row.read, row.used, row.reasons) == (4, 3, {"negative count": 1})
    assert {account.id for account in merge_accounts(found)[0]} == {
        "facebook_page:Musterbäckerei",
        "facebook_page:Otto liest",
    }


def test_pages_of_one_name_stay_apart_and_a_renamed_page_stays_one() -> None:
    twin = {**PAGE, "Page ID": "2", "Post ID": "7"}
    assert {export.handle for export in exports({NAME: table(PAGE, twin)})} == {
        "Musterbäckerei 100000000000001",
        "Musterbäckerei 2",
    }
    later = {
        **PAGE,
        "Page name": "Bäckerei Muster",
        "Post ID": "9",
        "Publish time": "09/02/2025 06:15",
    }
    assert {
        export.handle for export in exports({NAME: table(PAGE), "later.csv": table(later)})
    } == {"Bäckerei Muster"}


def test_a_later_export_of_the_same_posts_wins() -> None:
    later = table(
        {
            **PAGE,
            "Reactions": "50",
            "Permalink": "https://www.facebook.com/musterbaeckerei/posts/pfbid0xyz",
        }
    )
    found = exports({"Aug-01-2025_Sep-30-2025_1.csv": later, NAME: table(PAGE)})
    (account,), _ = merge_accounts(found)
    (post,) = account.posts
    assert post.likes == 50


def test_c14_german_headers() -> None:
    export = read(table(GERMAN))
    assert (export.network, export.handle) == ("instagram", "muster.baeckerei")
    (post,) = export.posts
    assert (post.at, post.kind, post.impressions, post.reach) == (
        midnight(2025, 9, 2) + HOUR,
        "original",
        1204,
        980,
    )
    assert (post.likes, post.shares, post.comments, post.saves) == (77, 3, 6, 9)


def test_c14_dutch_words() -> None:
    export = read(table(DUTCH))
    assert (export.network, export.handle) == (
        "instagram",
        "instagram",
    )  # told by the links; whose it is it does not say
    (post,) = export.posts
    assert (post.id, post.likes, post.comments, post.reach, post.impressions) == (
        DUTCH["Permalink"],
        8,
        2,
        100,
        120,
    )


def test_d1_slashes_that_settle_nothing_are_as_meta_writes_them() -> None:
    assert (
        read(table({**PAGE, "Publish time": "08/02/2025 00:00"})).posts[0].at
        == midnight(2025, 8, 2) + 7 * HOUR
    )
    assert (
        read(table({**GERMAN, "Veröffentlichungszeitpunkt": "08/02/2025 00:00"})).posts[0].at
        == midnight(2025, 2, 8) + 8 * HOUR
    )
    british = [
        {**PAGE, "Post ID": str(day), "Publish time": f"{day}/08/2025 00:00"} for day in (2, 13)
    ]
    assert [post.at for post in read(table(*british)).posts] == [
        midnight(2025, 8, day) + 7 * HOUR for day in (2, 13)
    ]
    assert read(table(PAGE), date_order="dmy").posts[0].at < midnight(2025, 2, 9)


def test_d2_a_date_against_its_column_costs_its_row() -> None:
    rows = [
        {**PAGE, "Post ID": str(number), "Publish time": cell}
        for number, cell in enumerate(("08/25/2025 06:15", "25/08/2025 06:15"))
    ]
    assert reasons(*rows) == {"not a date": 1}


@pytest.mark.parametrize("kind", ["IG story", "Story", "Stories", "Facebook Stories"])
def test_stories_are_told_from_posts(kind: str) -> None:
    expected = "original" if kind == "Facebook Stories" else "story"
    assert read(table({**INSTAGRAM, "Post type": kind})).posts[0].kind == expected


def test_shares_of_others_are_reposts_and_crossposts_are_said() -> None:
    export = read(table({**PAGE, "Is share": "1"}, {**PAGE, "Post ID": "2", "Is crosspost": "1"}))
    assert [post.kind for post in export.posts] == ["repost", "original"]
    assert export.ledger[0].notes["crosspost, counted as a post of its page"] == 1


def test_c20_views_and_impressions_are_never_mixed() -> None:
    both = {**PAGE, "Impressions": "700"}
    export = read(table(both, {**both, "Post ID": "2", "Impressions": ""}))
    assert [post.impressions for post in export.posts] == [700, None]
    assert export.ledger[0].notes == {}


def test_q11_blanks_are_unknown() -> None:
    (post,) = read(table({**PAGE, "Views": "", "Reach": "--", "Shares": " "})).posts
    assert (post.impressions, post.reach, post.shares, post.likes) == (None, None, None, 41)


@pytest.mark.parametrize(
    ("case", "cells", "reason"),
    [
        ("Q6", {"Reactions": "-4"}, "negative count"),
        ("Q4", {"Comments": "1,2,3"}, "not a number"),
        ("Q8", {"Reach": "9" * 30}, "more than 18 digits"),
        ("D3", {"Publish time": "02/31/2025 06:15"}, "not a date"),
        ("D7", {"Publish time": "08/02/2031 06:15"}, "date in the future"),
        ("D3", {"Publish time": ""}, "no date"),
        ("Q13", {"Post ID": "", "Permalink": ""}, "no id and no link"),
        ("C16", {"Post ID": "Total", "Permalink": "", "Publish time": ""}, "looks like a total"),
        (
            "C16",
            {"Post ID": "", "Permalink": "", "Publish time": "", "Page ID": "Summe"},
            "looks like a total",
        ),
        ("U2", {"Date": "08/02/2025"}, "counts for one day, not for the post's lifetime"),
        ("U2", {"Post ID": "1"}, "same post twice"),
    ],
)
def test_bad_rows_are_skipped_and_counted(case: str, cells: Row, reason: str) -> None:
    assert reasons({**PAGE, "Post ID": "1"}, {**PAGE, "Post ID": "2", **cells}) == {reason: 1}, case


def test_a_title_that_is_the_word_total_is_a_post() -> None:
    assert read(table({**PAGE, "Title": "Total", "Description": ""})).posts[0].text == "Total"


def test_q13_ids_a_spreadsheet_destroyed_are_not_used() -> None:
    rows = [
        {**PAGE, "Post ID": "1,221E+17", "Permalink": f"https://www.facebook.com/reel/{number}"}
        for number in (1, 2)
    ]
    export = read(table(*rows, delimiter=";"))
    assert [post.id for post in export.posts] == [
        "https://www.facebook.com/reel/1",
        "https://www.facebook.com/reel/2",
    ]
    assert export.ledger[0].notes["ID damaged by a spreadsheet, link used instead"] == 2


def test_c12_two_columns_of_one_needed_name() -> None:
    export = read(table(PAGE).replace(b"Total clicks", b"Comments"))
    assert export.posts == [] and export.ledger[0].skipped == 1
    assert "two columns for comments" in export.notes[0]


def test_a_table_without_publish_times_is_refused_by_name() -> None:
    export = read(table({name: cell for name, cell in PAGE.items() if name != "Publish time"}))
    assert export.posts == [] and export.ledger[0].reasons == {
        "there is no column for the publish time": 1
    }


def test_c2_c6_c8_c9_rows_of_another_length() -> None:
    assert read(table(PAGE).split(b"\n")[0] + b"\n").posts == []
    export = read(
        table(PAGE, {**PAGE, "Post ID": "2"})
        + b"3,1,x,,,"
        + b"," * 40
        + b"more\n"
        + b'4,"open\n5,6\n'
    )
    assert [post.id for post in export.posts] == ["122100000000000001", "2"]
    assert export.ledger[0].reasons["more cells than the header"] == 1
    assert export.ledger[0].reasons["unterminated quote"] == 1


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_n1_n2_n4_encodings(encoding: str) -> None:
    assert read(table(PAGE, encoding=encoding)).handle == "Musterbäckerei"


def test_old_page_insights_with_a_row_of_descriptions() -> None:
    described = dict.fromkeys(OLD, "") | {
        "Lifetime Post Total Reach": "Lifetime: The total number of people (Unique Users)"
    }
    export = read(
        table(
            OLD,
            described,
            {**OLD, "Post ID": "100000000000001_556", "Posted": "01/16/2020 7:05:00 PM"},
        ),
        "export.csv",
    )
    assert (export.network, export.handle, export.variant) == (
        "facebook_page",
        "musterbaeckerei",
        "page insights",
    )
    post = export.posts[0]
    assert (post.at, post.precision) == (midnight(2020, 1, 15) + 15 * HOUR + 5 * 60, "second")
    assert (post.likes, post.comments, post.shares, post.impressions, post.reach) == (
        31,
        None,
        2,
        1200,
        900,
    )
    assert post.text == "Damals"
    assert export.ledger[0].reasons == {"row of descriptions": 1}


def test_old_insights_and_new_content_of_a_page_are_one_account() -> None:
    found = exports({"old.csv": table(OLD), NAME: table(PAGE)})
    assert [export.handle for export in found] == ["Musterbäckerei"] * 2
    assert len(merge_accounts(found)[0]) == 1


def test_series_by_day_are_used_and_never_added() -> None:
    files = {
        NAME: table(PAGE),
        "Views.csv": series("Views", ("2025-08-01", "1520"), ("2025-08-02", "0")),
        "Follows.csv": series("Facebook follows", ("2025-08-01", "20")),
        "Aufrufe.csv": series("Aufrufe", ("2025-08-01", "20"), header=("Datum", "Primär")),
        "Interactions.csv": series("Content interactions"),
    }
    (export,) = exports(files)
    assert len(export.posts) == 1 and export.levels == []
    used = {
        row.file: row.used for row in export.ledger if "daily sum, not added to posts" in row.notes
    }
    assert used == {"Views.csv": 2, "Follows.csv": 1, "Aufrufe.csv": 1, "Interactions.csv": 0}


def test_a_series_goes_to_its_own_network() -> None:
    files = {
        NAME: table(PAGE),
        "ig.csv": table(INSTAGRAM),
        "Follows.csv": series("Instagram follows", ("2025-08-01", "20")),
    }
    assert {
        export.network
        for export in exports(files)
        for row in export.ledger
        if row.file == "Follows.csv"
    } == {"instagram"}


def test_a_series_of_followers_is_a_level() -> None:
    followers = series(
        "Facebook followers",
        ("2025-09-01", "1204"),
        ("2025-09-02", "1210"),
        ("2025-09-03", ""),
        ("x", "1"),
    )
    (export,) = exports({NAME: table(PAGE), "Followers.csv": followers})
    day = midnight(2025, 9, 1)
    assert export.levels == [Level("followers", 1204, day), Level("followers", 1210, day + DAY)]
    assert (export.handle, export.exported_at) == ("Musterbäckerei", day + DAY)
    assert export.ledger[1].reasons == {"no number": 1, "not a date": 1}
    (alone,) = exports({"Followers.csv": series("Instagram followers", ("2025-09-01", "1204"))})
    assert (alone.network, alone.handle, alone.variant) == (
        "instagram",
        "instagram",
        "Business Suite series by day",
    )
    assert [level.value for level in alone.levels] == [1204]


def test_days_that_a_series_of_followers_lacks_are_said() -> None:
    days = ("2025-09-01", "1204"), ("2025-09-04", "1210")
    (export,) = exports({"Followers.csv": series("Instagram followers", *days)})
    assert export.notes == (
        "2 days between 1 Sep 2025 and 4 Sep 2025 are missing. Download the file again.",
    )


@pytest.mark.parametrize(
    "files", [{NAME: table(PAGE, {**PAGE, "Page ID": "2", "Page name": "Otto liest"})}, {}]
)
def test_followers_of_an_unnamed_account_are_not_guessed(files: Mapping[str, bytes]) -> None:
    found = exports(
        {
            **files,
            "F.csv": series(
                "Facebook followers" if files else "Total followers", ("2025-09-01", "1204")
            ),
        }
    )
    assert not any(export.levels for export in found)
    (row,) = (row for export in found for row in export.ledger if row.file == "F.csv")
    assert row.notes == {"daily follower count, but the file doesn't name the account": 1}


OWN = {
    NAME: table(PAGE),
    "ig.csv": table(INSTAGRAM),
    "de.csv": table(GERMAN),
    "nl.csv": table(DUTCH),
    "old.csv": table(OLD),
    "Views.csv": series("Views", ("2025-08-01", "20")),
}


@pytest.mark.parametrize("name", OWN)
def test_no_other_importer_claims_what_is_metas(name: str) -> None:
    found = members({name: OWN[name]})
    assert IMPORTER.identify(found) == [tuple(found)]
    assert [
        importer
        for importer in every_importer()
        if not isinstance(importer, BusinessSuite) and importer.identify(found)
    ] == []


@pytest.mark.parametrize(
    "data",
    [
        b"date,network,likes,comments\n2026-01-01,facebook,1,2\n",
        b"Post id,Date,Post text,Post Link,Impressions,Likes,Reposts\n1,2,3,4,5,6,7\n",
        b"First Name,Last Name,URL,Connected On\nAnna,Muster,,16 Dec 2024\n",
        b"Post title,Post link,Created date,Impressions,Likes\na,b,c,1,2\n",
        b'sep=,\n"Report"\n"Date","Likes"\n"2026-01-01","3"\n',
        b'sep=,\n"Report"\n',
        b"",
        b"\x00\xff" * 50,
    ],
)
def test_other_tables_are_not_claimed(data: bytes) -> None:
    assert IMPORTER.identify(members({"posts.csv": data})) == []


@given(
    data=st.binary(max_size=200),
    rows=st.lists(st.lists(st.text(max_size=12), min_size=15, max_size=21), max_size=4),
)
@settings(deadline=None, derandomize=True, max_examples=40)
def test_anything_gives_a_result_or_a_klout_error(data: bytes, rows: list[list[str]]) -> None:
    text = "\n".join(",".join(row) for row in rows).encode("utf-8", "replace")
    cells = [dict(zip(PAGE, row, strict=False)) for row in rows]
    for content in (
        data,
        table(PAGE, *cells),
        table(OLD) + text + data,
        table(GERMAN) + data,
        series("Facebook followers") + data,
    ):
        with suppress(KloutError):
            exports(
                {
                    NAME: content,
                    "Followers.csv": series("Instagram followers")
                    + text.decode().encode("utf-16-le"),
                }
            )


COUNT = st.one_of(st.integers(0, 10**6).map(str), st.sampled_from(("", "-3", "1.204", "x", "--")))


@given(
    st.lists(st.tuples(st.integers(1, 9), st.sampled_from(("1", "2")), COUNT, COUNT), max_size=12)
)
@settings(deadline=None, derandomize=True, max_examples=40)
def test_rows_are_conserved(rows: list[tuple[int, str, str, str]]) -> None:
    made = [
        {
            **PAGE,
            "Post ID": str(id),
            "Page ID": page,
            "Page name": page,
            "Reactions": a,
            "Shares": b,
        }
        for id, page, a, b in rows
    ]
    found = exports({NAME: table(PAGE, *made)})
    (row,) = (row for export in found for row in export.ledger)
    assert row.read == len(made) + 1
    assert row.used == sum(len(export.posts) for export in found)
    assert len({(export.handle, post.id) for export in found for post in export.posts}) == row.used


@pytest.mark.skipif(not FIXTURES.exists(), reason="the shared fixtures are not here")
def test_the_shared_samples() -> None:
    folder = FIXTURES / "meta_business_suite/synthetic_seed"
    found = exports(
        {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*.csv"))}
    )
    merged, _ = merge_accounts(found)
    assert {account.id: len(account.posts) for account in merged} == {
        "facebook_page:Musterbäckerei": 2,
        "instagram:musterbaeckerei": 4,
    }
    assert sum(row.used for export in found for row in export.ledger) == 11
    assert not any(row.skipped for export in found for row in export.ledger)


@pytest.mark.parametrize(
    ("row", "shown"),
    [
        (GERMAN, "image"),
        (DUTCH, "image"),
        (OLD, "image"),
        (GERMAN | {"Beitragstyp": "IG Reel"}, "video"),
    ],
)
def test_the_type_of_a_post_says_what_it_shows(row: Row, shown: str) -> None:
    (post,) = read(table(row)).posts
    assert post.media == shown
