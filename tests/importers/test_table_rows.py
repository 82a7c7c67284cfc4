"""What a row of a table stands for: a post, a period of posts, or what an account has on a day."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from klout_cli.files.limits import Limits
from klout_cli.importers.posts_table import PostsTable
from klout_cli.importers.read import ExportSet, read
from klout_cli.person.account import day_of
from klout_cli.person.accounts import merge_accounts
from klout_cli.person.rows import Export
from klout_cli.person.topics import Topics
from klout_cli.person.view import AccountView
from klout_cli.scoring.model import load
from klout_cli.values.reading import Reading
from klout_cli.values.tables import kind_of_table
from tests.importers import inputs
from tests.importers.inputs import LATEST, at, ledger, member

DAYS = [date(2026, 1, 5) + timedelta(days=number) for number in range(12)]


def posts(text: str, name: str = "kept.csv") -> list[Export]:
    return inputs.read(PostsTable(), member(text, name))


def count(exports: list[Export]) -> dict[str, int]:
    """Count own posts by account."""
    return {
        f"{export.network}:{export.handle}": sum(post.kind == "original" for post in export.posts)
        for export in exports
    }


def levels(exports: list[Export]) -> list[int]:
    return [level.value for export in exports for level in export.levels]


def read_files(folder: Path, **files: str) -> ExportSet:
    for name, text in files.items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    paths = [folder / f"{name}.csv" for name in files]
    return read(paths, Reading(latest=LATEST), Limits())


# A row is a period


def test_a_month_of_n_posts_stands_for_n_equal_posts_at_its_last_day() -> None:
    text = (
        "Monat;Plattform;Follower;Beiträge;Likes;Kommentare\nDezember 2025;Instagram;900;10;95;20\n"
    )
    (export,) = posts(text)
    assert {post.at for post in export.posts} == {at("2025-12-31")}
    assert len(export.posts) == 10 and sum(post.likes or 0 for post in export.posts) == 95
    assert {post.likes for post in export.posts} == {9, 10}
    assert [(level.value, level.at) for level in export.levels] == [(900, at("2025-12-31"))]


@pytest.mark.parametrize(
    ("cell", "last"),
    [
        ("2025-12", "2025-12-31"),
        ("12/2025", "2025-12-31"),
        ("Dez. 2025", "2025-12-31"),
        ("KW 50 2025", "2025-12-14"),
        ("2025-W50", "2025-12-14"),
        ("Q4 2025", "2025-12-31"),
        ("01.12.2025 - 15.12.2025", "2025-12-15"),
        ("31.12.2025", "2025-12-31"),
    ],
)
def test_a_period_ends_with_its_last_day(cell: str, last: str) -> None:
    (export,) = posts(f"Zeitraum;Beiträge;Likes\n{cell};4;40\n")
    assert [post.at for post in export.posts] == [at(last)] * 4


@pytest.mark.parametrize(
    ("rows", "months"),
    [
        pytest.param(["09/2025", "10/2025", "11/2025", "12/2025"], {11, 12}, id="months"),
        pytest.param(
            [f"01.{month:02}.2025" for month in (9, 10, 11, 12)], {11, 12}, id="first days"
        ),
        pytest.param(
            ["30.09.2025", "31.10.2025", "30.11.2025", "31.12.2025"], {10, 11, 12}, id="last"
        ),
        pytest.param(["03.10.2025 - 31.10.2025", "12/2025"], {10, 12}, id="whole in 90 days"),
        pytest.param(["02.10.2025 - 31.10.2025", "12/2025"], {10, 12}, id="first of 90 days"),
        pytest.param(["01.10.2025 - 31.10.2025", "12/2025"], {12}, id="the day before"),
    ],
)
def test_a_period_that_begins_before_the_window_does_not_count(
    rows: list[str], months: set[int]
) -> None:
    (account,) = merge_accounts(
        posts("Zeitraum;Beiträge;Likes\n" + "".join(f"{row};20;100\n" for row in rows))
    )[0]
    view = AccountView(account, None, load("klout"), Topics({}))
    assert {day_of(counted.post.at).month for counted in view.counted} == months
    assert view.window.posts == 20 * len(months)


def test_months_named_by_their_first_day_end_with_their_last() -> None:
    text = "Datum;Beiträge;Likes\n01.11.2025;2;8\n01.12.2025;2;8\n01.01.2026;2;8\n"
    (export,) = posts(text)
    assert sorted({post.at for post in export.posts}) == [
        at("2025-11-30"),
        at("2025-12-31"),
        at("2026-01-31"),
    ]


def test_running_totals_are_levels() -> None:
    rows = "".join(
        f"{day},{1000 + n},{400 + n},{23_000 + 50 * n},{1800 + n}\n" for n, day in enumerate(DAYS)
    )
    (export,) = posts("Date,Followers,Posts,Likes,Comments\n" + rows)
    assert export.posts == [] and levels([export])[-1] == 1011


def test_overlapping_periods_never_add() -> None:
    text = "Zeitraum;Beiträge;Likes\n2025-12;8;80\nQ4 2025;30;300\n2025-11;8;80\n"
    (export,) = posts(text)
    assert len(export.posts) == 16


def test_two_files_with_a_month_in_common_count_it_once(tmp_path: Path) -> None:
    rows = ["2025-10,4,40,90\n", "2025-11,5,50,95\n", "2025-12,6,60,99\n"]
    head = "Month,Posts,Likes,Followers\n"
    parts = {"log": head + rows[0] + rows[1], "log (1)": head + rows[1] + rows[2]}
    done = read_files(tmp_path, **parts)
    (account,) = merge_accounts(done.exports)[0]
    assert len(account.posts) == 15


def test_files_with_links_in_common_are_one_account(tmp_path: Path) -> None:
    line = "2026-01-0{n},Entry {n},https://mixes.example/acme/{n},{n}\n"
    first, second = ("".join(line.format(n=n) for n in some) for some in ((1, 2), (2, 3)))
    head = "Date,Text,Link,Likes\n"
    done = read_files(tmp_path, spring=head + first, summer=head + second)
    (account,) = merge_accounts(done.exports)[0]
    assert [post.likes for post in account.posts] == [1, 2, 3]
    other = head + second.replace("acme", "another")
    assert len(merge_accounts(read_files(tmp_path, spring=head + first, b=other).exports)[0]) == 2


# A row is a day


DAILY = "date,plays,likes,reposts,comments\n" + "".join(
    f"{day},{100 + n},{10 + n % 3},1,2\n" for n, day in enumerate(DAYS)
)


def test_days_or_posts_is_asked_with_both_commands(tmp_path: Path) -> None:
    done = read_files(tmp_path, daily=DAILY)
    assert done.exports == []
    (error,) = done.refused
    shown = "\n".join([error.what, *error.listed, error.remedy])
    assert "--rows posts" in shown and "--rows days" in shown and "daily.csv" in shown


@pytest.mark.parametrize(
    ("columns", "kind"),
    [
        pytest.param("date,likes", "", id="nothing but sums"),
        pytest.param("date,text,likes", "posts", id="text"),
        pytest.param("date,url,likes", "posts", id="link"),
        pytest.param("date,type,likes", "posts", id="kind"),
        pytest.param("date,followers,New Followers,likes", "posts", id="days with a level"),
        pytest.param("date,Profile visits,likes", "", id="days without a level"),
    ],
)
def test_evidence_says_what_a_row_is(columns: str, kind: str) -> None:
    cells = {
        "text": "Entry {n}",
        "url": "https://x.com/acme/status/{n}",
        "type": "Photo",
        "likes": "1{n}",
        "followers": "10{n}",
    }
    rows = [
        ",".join(
            str(day) if name == "date" else cells.get(name, "3").format(n=n)
            for name in columns.split(",")
        )
        for n, day in enumerate(DAYS)
    ]
    file = member("\n".join([columns, *rows]))
    assert kind_of_table(file, Reading(latest=LATEST)) == kind
    if "Follow" in columns:
        assert count(posts("\n".join([columns, *rows]))) == {"other:kept": 0}


def test_two_rows_on_one_day_are_posts() -> None:
    twice = "date,likes\n" + "".join(f"{day},3\n{day},4\n" for day in DAYS[:4])
    assert count(posts(twice)) == {"other:kept": 8}


def test_a_table_with_a_column_for_each_day_is_turned() -> None:
    heads = ";".join(f"{day:%d.%m.%Y}" for day in DAYS)
    cells = ";".join(str(500 + n) for n in range(len(DAYS)))
    text = f"Netzwerk;Kennzahl;{heads}\nInstagram;Follower;{cells}\nInstagram;Likes;{cells}\n"
    (export,) = posts(text)
    assert (export.network, export.posts, levels([export])[-1]) == ("instagram", [], 511)


def test_months_as_columns_give_periods() -> None:
    text = "Metric,Oct 2025,Nov 2025,Dec 2025\nPosts,4,5,6\nLikes,40,50,60\nFollowers,90,95,99\n"
    (export,) = posts(text)
    assert len(export.posts) == 15 and levels([export]) == [90, 95, 99]


def test_episodes_are_posts_and_no_people() -> None:
    rows = "".join(f"Episode {n},{day},{100 + n},{80 + n},70\n" for n, day in enumerate(DAYS))
    file = member("Name,Release date,Plays,Streams,Audience\n" + rows)
    assert kind_of_table(file, Reading(latest=LATEST)) == "posts"
    (export,) = posts("Name,Release date,Plays,Streams,Audience\n" + rows)
    assert [post.impressions for post in export.posts] == list(range(100, 112))
    assert export.levels == []


# What is no post of one's own


OTHERS = """date,network,text,type,likes
2026-01-05,linkedin,Own,Post,3
2026-01-06,linkedin,Another's,Repost,500
2026-01-07,linkedin,Bought,Sponsored,600
2026-01-08,linkedin,For a day,Story,7
2026-01-09,linkedin,Not yet,Draft,
2026-01-10,linkedin,Out in the end,Draft,4
"""


def test_reposts_stories_ads_and_drafts_are_no_own_posts() -> None:
    (export,) = posts(OTHERS)
    own = [post for post in export.posts if post.kind == "original"]
    assert [post.text for post in own] == ["Own", "Out in the end"]
    assert {post.kind for post in export.posts} == {"original", "repost", "story"}
    assert ledger(export).reasons == {"an advertisement": 1, "not published": 1}


def test_a_column_of_yes_and_no_says_what_is_a_repost() -> None:
    text = "created_at,tweet,is_retweet,like_count,link\n" + "".join(
        f"2026-01-0{n} 10:00,Entry {n},{n == 2},{n},https://x.com/acme/status/{n}\n"
        for n in range(1, 4)
    )
    assert count(posts(text)) == {"x:acme": 2}
    assert count(posts(text.replace("Entry 1", "RT @b: Entry"))) == {"x:acme": 1}


def test_mentions_are_split_by_author_who_are_several_people() -> None:
    rows = "".join(
        f"1,2026-01-0{n} 10:00,Words {n},https://x.com/u{n % 3}/status/{n},positive,u{n % 3},{n}\n"
        for n in range(1, 9)
    )
    exports = posts("Query Id,Date,Snippet,Url,Sentiment,Author,Likes\n" + rows)
    assert count(exports) == {"x:u0": 2, "x:u1": 3, "x:u2": 3}
    assert {export.owner.name for export in exports} == {"u0", "u1", "u2"}


def test_those_who_write_for_one_account_do_not_split_it() -> None:
    rows = "".join(f"2026-01-0{n},LinkedIn,Entry {n},{'AB'[n % 2]},{n}\n" for n in range(1, 7))
    assert count(posts("Date,Platform,Text,Author,Likes\n" + rows)) == {"linkedin:linkedin": 6}


# Which network and whose account


@pytest.mark.parametrize(
    ("cell", "network"),
    [
        ("Instagram Feed", "instagram"),
        ("Insta", "instagram"),
        ("LinkedIn Seite", "linkedin"),
        ("SOCIALMEDIA, SOCIALMEDIA_TWITTER", "x"),
        ("x.com", "x"),
        ("https://www.facebook.com/acme", "facebook_page"),
        ("Meine Liste", "other"),
    ],
)
def test_a_cell_names_a_network_with_other_words(cell: str, network: str) -> None:
    (export,) = posts(f'Datum,Kanal,Text,Likes\n05.01.2026,"{cell}",Eins,3\n')
    assert export.network == network


def test_kinds_of_one_network_are_one_account() -> None:
    kinds = ("Instagram Feed", "Instagram Reel", "Instagram Story", "LinkedIn Profil")
    rows = "".join(f"{day:%d.%m.%Y};{kinds[n % 4]};{n}\n" for n, day in enumerate(DAYS))
    exports = posts("Datum;Kanal;Likes\n" + rows)
    assert count(exports) == {"instagram:instagram": 6, "linkedin:linkedin": 3}
    assert sum(post.kind == "story" for export in exports for post in export.posts) == 3


def test_links_name_network_and_account() -> None:
    rows = "".join(f"{day},https://x.com/acme/status/{n},{n}\n" for n, day in enumerate(DAYS))
    assert count(posts("Date,Link,Likes\n" + rows)) == {"x:acme": 12}


def test_links_without_a_handle_belong_to_the_only_one_that_has_one() -> None:
    text = (
        "Date,Link,Likes\n2026-01-05,https://www.instagram.com/p/a/,3\n"
        "2026-01-05,https://www.instagram.com/acme/reel/b/,4\n"
    )
    assert count(posts(text)) == {"instagram:acme": 2}


def test_a_title_above_the_header_names_the_network() -> None:
    text = "LinkedIn report\n\nDate,Text,Likes\n2026-01-05,Words,3\n"
    assert count(posts(text)) == {"linkedin:linkedin": 1}
    assert count(posts("Date,Text,Likes\n2026-01-05,Words,3\n", "instagram_export.csv")) == {
        "instagram:instagram": 1
    }


def test_other_is_said_with_the_command_that_names_the_network(tmp_path: Path) -> None:
    done = read_files(tmp_path, kept="Date,Text,Likes\n2026-01-05,Words,3\n")
    (note,) = done.exports[0].notes
    assert "klout map" in note and "--network" in note


# Columns by their values


def test_a_remark_is_no_count() -> None:
    rows = "".join(
        f"{day:%d.%m.%Y};Text {n};gut so, weiter;{n};{n}\n" for n, day in enumerate(DAYS)
    )
    (export,) = posts("Datum;Beitrag;Kommentar;Likes;Kommentare\n" + rows)
    assert [post.comments for post in export.posts] == list(range(12))
    assert ledger(export).skipped == 0


def test_a_table_of_remarks_and_dates_is_no_table_of_posts() -> None:
    text = "Category,Flagged ID,Comments,Created At\na,1,Words of a report,2026-01-05\n"
    assert kind_of_table(member(text), Reading(latest=LATEST)) == ""


def test_the_time_of_scraping_is_not_the_date_of_posts() -> None:
    rows = "".join(
        f"https://x.com/a/status/{n},{n},{n}w,2026-02-20T07:00:00Z,{day}T10:00:00Z\n"
        for n, day in enumerate(DAYS)
    )
    (export,) = posts("postUrl,likeCount,postDate,timestamp,postTimestamp\n" + rows)
    assert len({post.at for post in export.posts}) == 12


def test_counts_of_other_things_are_not_read() -> None:
    text = (
        "Date,Text,Likes,Comment Likes,Engagement Rate,Likes (paid),Unlikes,Link Clicks\n"
        "2026-01-05,Words,3,40,5.5,60,70,80\n"
    )
    (post,) = posts(text)[0].posts
    assert (post.reactions, post.likes, post.comments, post.engagements) == (3, 3, None, None)


def test_an_id_that_posts_with_links_of_their_own_share_is_their_pages() -> None:
    text = "Page Id,Created,Link,Likes\n" + "".join(
        f"{100 + n % 2},2026-01-0{n},https://pages.example/acme/{n},{n}\n" for n in range(1, 7)
    )
    assert [post.likes for post in merge_accounts(posts(text))[0][0].posts] == [1, 2, 3, 4, 5, 6]


def test_a_post_that_is_listed_on_several_days_keeps_its_id() -> None:
    text = "Post ID,Date,Text,Likes\n" + "".join(
        f"{100 + n % 2},2026-01-0{n},Entry {n % 2},{n}\n" for n in range(1, 7)
    )
    assert {post.id for post in posts(text)[0].posts} == {"100", "101"}
