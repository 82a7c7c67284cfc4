import re
import subprocess
import sys
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from klout_cli.errors import UsageError
from klout_cli.files.intake import Bad
from klout_cli.importers.posts_table import SAMPLED, PostsTable
from klout_cli.person.rows import Export, Level, Post
from klout_cli.values.aliases import aliases, networks, table_kind
from klout_cli.values.cells import NO_DATE, UNKNOWN, Dates
from klout_cli.values.dates import midnight, moment
from klout_cli.values.reading import Reading
from tests.importers.inputs import FIXTURES, LATEST, extract, ledger, member

PLAIN = (
    "date,network,account,text,url,kind,likes,comments,shares,saves,impressions,reach,followers\n"
)
TWO = "date,text,likes\n2026-02-01,Hello,3\n2026-02-02,World,4\n"


def read(text: str | bytes, **reading: object) -> list[Export]:
    return extract(PostsTable(), [member(text)], **reading)


def one(text: str | bytes, **reading: object) -> Export:
    (export,) = read(text, **reading)
    return export


def likes(cells: Iterable[str], **reading: object) -> tuple[list[int | None], dict[str, int]]:
    """What a column of likes is read as, and why cells are unknown; none costs its row."""
    rows = "".join(f'2026-02-01;Hello;"{cell}"\n' for cell in cells)
    exports = read("date;text;likes\n" + rows, **reading)
    assert ledger(*exports).skipped == 0
    notes = dict(ledger(*exports).notes)
    notes.pop(UNKNOWN, None)
    return [post.likes for export in exports for post in export.posts], notes


def dates(
    cells: Iterable[str], delimiter: str = ",", **reading: object
) -> tuple[list[str], dict[str, int]]:
    """What a column of dates is read as (UTC, to the minute where there is a time), and why rows were skipped."""
    rows = "".join(delimiter.join((f'"{cell}"', "Hello", "1")) + "\n" for cell in cells)
    exports = read(delimiter.join(("date", "text", "likes")) + "\n" + rows, **reading)
    shown = [
        datetime.fromtimestamp(post.at, UTC).isoformat(" ", "minutes").removesuffix("+00:00")
        for post in exports[0].posts
    ]
    return [text.removesuffix(" 00:00") for text in shown], dict(ledger(*exports).reasons)


def test_every_column_of_the_interface():
    row = "2026-02-01 10:30:00,X,@erika_b,Hello,https://x.example/1,reply,1,2,3,4,5,6,1204\n"
    export = one(PLAIN + row)
    assert (export.network, export.handle, export.exported_at, export.owner.personal) == (
        "x",
        "erika_b",
        None,
        False,
    )
    at = midnight(2026, 2, 1) + 10 * 3600 + 1800
    url = "https://x.example/1"
    assert export.posts == [
        Post(
            "",
            at,
            "reply",
            likes=1,
            comments=2,
            shares=3,
            saves=4,
            impressions=5,
            reach=6,
            text="Hello",
            url=url,
            precision="second",
        )
    ]
    assert export.levels == [Level("followers", 1204, midnight(2026, 2, 1))]
    assert ledger(export).used == 1


def test_blank_and_missing_columns_are_unknown():
    (post,) = one(PLAIN + "2026-02-01,,,Hello,,,,,,,,,\n").posts
    assert (post.likes, post.comments, post.shares, post.saves, post.impressions, post.reach) == (
        None,
    ) * 6
    (post,) = one("date,likes\n2026-02-01,0\n").posts
    assert (post.likes, post.comments, post.kind, post.precision) == (0, None, "original", "day")


def test_one_export_an_account_and_one_ledger_for_the_file():
    rows = "2026-02-01,{},{},Hello,,,1,,,,,,\n"
    named = [
        ("Twitter", "@Erika_B"),
        ("x", "erika_b"),
        ("Facebook", ""),
        ("Website/Blog", "kaffee"),
        ("Pinterest", "erika"),
        ("", ""),
    ]
    exports = read(PLAIN + "".join(rows.format(*pair) for pair in named))
    assert [(export.network, export.handle, len(export.posts)) for export in exports] == [
        ("blog", "kaffee", 1),
        ("facebook_page", "facebook_page", 1),
        ("other", "kept", 1),
        ("other", "Pinterest/erika", 1),
        ("x", "Erika_B", 2),
    ]
    assert (ledger(*exports).file, ledger(*exports).used) == ("kept.csv", 6)


def test_rows_with_followers_only_are_levels():
    export = one(
        "date,text,likes,followers\n2026-02-01,,,1200\n2026-02-02,Hello,3,1210\n2026-02-03,,,\n"
    )
    assert [level.value for level in export.levels] == [1200, 1210]
    assert len(export.posts) == 1
    assert ledger(export).reasons == {"nothing but a date": 1}


def test_the_last_number_of_a_day_is_its_level():
    export = one(
        "date,text,likes,followers\n2026-02-01 08:00,a,1,10\n2026-02-01 09:00,b,1,12\n2026-02-01 10:00,c,1,\n"
    )
    assert export.levels == [Level("followers", 12, midnight(2026, 2, 1))]


def test_a_daily_series_of_a_scheduler_has_levels_and_no_posts():
    export = one(
        "Date;Followers;Lost followers;Posts;Impressions;Interactions\n01/04/2024;2.345;-3;1;1.200;45\n13/04/2024;2.360;-5;0;800;30\n"
    )
    assert (export.posts, [level.value for level in export.levels]) == ([], [2345, 2360])


def test_engagements_only_where_nothing_finer_is_there():
    assert one("date,text,engagements\n2026-02-01,Hello,9\n").posts[0].engagements == 9
    assert one("date,text,likes,engagements\n2026-02-01,Hello,3,9\n").posts[0].engagements is None


def test_views_stand_in_for_impressions():
    assert one("date,likes,views\n2026-02-01,1,70\n").posts[0].impressions == 70
    assert (
        one("date,likes,video views,impressions\n2026-02-01,1,70,900\n").posts[0].impressions == 900
    )


@pytest.mark.parametrize(
    ("cell", "kind"),
    [
        ("Antwort", "reply"),
        ("Repost", "repost"),
        ("IG Story", "story"),
        ("self-reply", "self_reply"),
        ("Reel", "original"),
        ("", "original"),
    ],
)
def test_kinds(cell, kind):
    assert one(f"date,type,likes\n2026-02-01,{cell},1\n").posts[0].kind == kind


def test_time_in_a_column_of_its_own_and_gmt_in_the_header():
    (post,) = one(
        "Publishing date,Publishing time,likes\n13/02/2026,14:30,1\n", zone="Europe/Berlin"
    ).posts
    assert post.at == midnight(2026, 2, 13) + 13 * 3600 + 1800
    (post,) = one("Date (GMT),likes\n2026-02-13 14:30,1\n", zone="Europe/Berlin").posts
    assert post.at == midnight(2026, 2, 13) + 14 * 3600 + 1800


def test_a_table_that_only_the_persons_own_names_explain_is_recognised():
    table = member("Wann,Herzchen\n2026-02-01,5\n")
    own = Reading(latest=0, aliases={"date": ["Wann"], "likes": ["Herzchen"]})
    assert PostsTable().identify([table]) == []
    assert PostsTable().identify([table], own) == [(table,)]


def test_one_link_to_a_profile_in_every_row_folds_no_posts():
    rows = "".join(f"2026-02-0{day},https://x.com/erika,post {day},1\n" for day in range(1, 6))
    assert len({post.key for post in one("date,url,text,likes\n" + rows).posts}) == 5


def test_ids_are_the_posts_own_else_stable():
    rows = [
        "date,id,url,text,likes",
        "2026-02-01,7,https://a.example,one,1",
        "2026-02-01,,https://b.example,two,1",
        "2026-02-01,n/a,,three,1",
    ]
    first, second, third = [post.key for post in one("\n".join(rows) + "\n").posts]
    assert (first, second) == ("7", one("date,text,likes\n2026-02-01,two,8\n").posts[0].key)
    assert third == one("date,text,likes\n2026-02-01,three,99\n").posts[0].key
    assert third != one("date,text,likes\n2026-02-02,three,1\n").posts[0].key


def test_posts_without_text_are_told_apart():
    ids = [post.id for post in one("date,likes\n2026-02-01,1\n2026-02-01,1\n2026-02-02,1\n").posts]
    assert len(set(ids)) == 3


def test_the_persons_own_names_for_columns():
    export = one("Wann,Herzchen\n2026-02-01,5\n", aliases={"date": ["Wann"], "likes": ["Herzchen"]})
    assert export.posts[0].likes == 5
    swapped = one(
        "date,likes,reactions\n2026-02-01,5,7\n",
        aliases={"likes": ["reactions"], "saves": ["likes"]},
    )
    assert (swapped.posts[0].likes, swapped.posts[0].saves) == (7, 5)
    with pytest.raises(UsageError, match="did you mean likes"):
        one(TWO, aliases={"like": ["Herzchen"]})


# Encodings


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"\xef\xbb\xbfdate,text,likes\n2026-02-01,J\xc3\xb6rg,1\n", id="N1"),
        pytest.param(
            "\ufeffdate\ttext\tlikes\r\n2026-02-01\tJörg\t1\r\n".encode("utf-16-le"), id="N2 little"
        ),
        pytest.param(
            "\ufeffdate\ttext\tlikes\r\n2026-02-01\tJörg\t1\r\n".encode("utf-16-be"), id="N2 big"
        ),
        pytest.param("date,text,likes\n2026-02-01,Jörg,1\n".encode("utf-16-le"), id="N3"),
        pytest.param("date;text;likes\n2026-02-01;Jörg;1\n".encode("cp1252"), id="N4"),
    ],
)
def test_encodings(data):
    export = one(data)
    assert [post.text for post in export.posts] == ["Jörg"]
    assert any("Windows-1252" in note for note in ledger(export).notes) == (
        b"\xf6rg" in data and b"\0" not in data
    )


def test_n5_n9_broken_bytes_and_nul_are_replaced_and_said():
    export = one("date,text,likes\n2026-02-01,Jörg ä,1\n2026-02-02,".encode() + b"a\xffb\0c,2\n")
    assert export.posts[1].text == "a\ufffdb\ufffdc"
    assert sum(ledger(export).notes.values()) == 2


def test_n10_one_account_in_two_forms_of_unicode():
    rows = PLAIN + "2026-02-01,blog,Jörg,a,,,1,,,,,,\n2026-02-02,blog,Jo\u0308rg,b,,,1,,,,,,\n"
    assert [len(export.posts) for export in read(rows)] == [2]


def test_n11_no_text_is_refused():
    export = one(bytes(range(256)) * 40)
    assert export.posts == []
    assert ledger(export).skipped == 1


# Structure


def test_c1_empty():
    for text in ("", " \n\n "):
        export = one(text)
        assert ledger(export).reasons == {"the file is empty": 1}


def test_c2_header_only_is_valid():
    export = one("date,likes\n")
    assert (export.posts, export.notes, ledger(export).read) == ([], (), 0)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(TWO.replace(",", ";"), id="C3"),
        pytest.param(TWO.replace(",", "\t"), id="C4 tab"),
        pytest.param(TWO.replace(",", "|"), id="C4 pipe"),
        pytest.param("sep=;\r\n" + TWO.replace(",", ";").replace("\n", "\r\n"), id="C4 sep"),
        pytest.param(TWO.replace("\n", ",\n").replace("likes,", "likes"), id="C7"),
        pytest.param(TWO.replace("\n", "\r"), id="C11 CR"),
        pytest.param(TWO.replace("\n", "\r\n", 1), id="C11 mixed"),
        pytest.param(
            TWO.replace("date,text,likes", " DATE\u00a0,Text ,,Likes")
            .replace("Hello,", "Hello,,")
            .replace("World,", "World,,"),
            id="C13",
        ),
        pytest.param(
            TWO.replace("date,text,likes", "Datum,Beitrag,„Gefällt mir“-Angaben"), id="C14 de"
        ),
        pytest.param(
            TWO.replace("date,text,likes", "Datum,Beitrag,Ge\u00adfällt mir"), id="C14 soft hyphen"
        ),
        pytest.param(TWO.replace("date,text,likes", "Data,Texto,Curtidas"), id="C14 pt"),
        pytest.param(
            TWO.replace("date,text,likes", "Publicatietijdstip,Bericht,Vind-ik-leuks"), id="C14 nl"
        ),
        pytest.param(TWO.replace("date,text,likes", "날짜,Text,좋아요"), id="C14 ko"),
        pytest.param("Bericht Februar,,\nerstellt für Erika,,\n\n" + TWO, id="C15"),
        pytest.param(TWO.replace("\n2026", "\n" + ",,\n\n" * 500 + "2026"), id="C17"),
        pytest.param(
            "likes,more,text,date\n3,x,Hello,2026-02-01\n4,x,World,2026-02-02\n", id="C20"
        ),
    ],
)
def test_structures_that_read_alike(text):
    export = one(text)
    assert [(post.at, post.text, post.likes) for post in export.posts] == [
        (midnight(2026, 2, 1), "Hello", 3),
        (midnight(2026, 2, 2), "World", 4),
    ]
    assert ledger(export).skipped == 0


@pytest.mark.parametrize(
    ("rows", "used", "reasons"),
    [
        pytest.param(
            "2026-02-01,a,1,too much\n2026-02-02,b,2\n",
            1,
            {"more cells than the header": 1},
            id="C6",
        ),
        pytest.param("2026-02-01,a\n2026-02-02\n", 1, {"nothing but a date": 1}, id="C8"),
        pytest.param(
            '2026-02-01,a,1\n2026-02-02,"b,2\n2026-02-03,c,3\n',
            1,
            {"unterminated quote": 1, "behind an unterminated quote": 1},
            id="C9",
        ),
        pytest.param(
            f"2026-02-01,{'x' * (1 << 20)}y,1\n2026-02-02,b,2\n",
            1,
            {"field over 1 MB": 1},
            id="C10",
        ),
        pytest.param("2026-02-01,a,1\nSumme,,1\n", 1, {"looks like a total": 1}, id="C16 named"),
        pytest.param("2026-02-01,a,1\n,,1\n", 1, {"looks like a total": 1}, id="C16 last row"),
        pytest.param(
            ",,7\n2026-02-01,a,1\n,Gesamt:,1\n",
            1,
            {"no date": 1, "looks like a total": 1},
            id="C16 elsewhere",
        ),
        pytest.param("2026-02-01,=1+1,1\n", 1, {}, id="C19"),
    ],
)
def test_rows_are_skipped_and_counted(rows, used, reasons):
    export = one("date,text,likes\n" + rows)
    assert (len(export.posts), ledger(export).reasons) == (used, reasons)


def test_the_line_of_a_skipped_row_is_named():
    export = one('date,text,likes\n2026-02-01,"two\nlines",1\n2026-22-02,b,2\n')
    assert ledger(export).examples == (("4", "not a date"),)


def test_c12_of_two_columns_of_one_meaning_the_values_decide():
    export = one("date,text,likes,Likes\n2026-02-01,a,good,1\n2026-02-02,b,good,2\n")
    assert [post.likes for post in export.posts] == [1, 2]
    export = one("date,text,likes,Kind,type\n2026-02-01,a,1,,story\n2026-02-01,b,1,reply,\n")
    assert [post.kind for post in export.posts] == ["story", "reply"]


@pytest.mark.slow
def test_c18_a_million_rows_stay_under_300_mb(tmp_path):
    path = tmp_path / "posts.csv"
    with path.open("w", encoding="utf-8") as file:
        file.write("date,network,account,text,likes,comments,shares,followers\n")
        file.writelines(
            f"2026-01-{i % 28 + 1:02},x,erika,post number {i},{i % 300},{i % 30},{i % 20},{1000 + i // 4000}\n"
            for i in range(1_000_000)
        )
    script = (
        "import sys; from pathlib import Path; from klout_cli.files.container import Member;"
        "from klout_cli.values.reading import Reading; from klout_cli.importers.posts_table import PostsTable;"
        "path = Path(sys.argv[1]); member = Member('', path.name, path.stat().st_size, lambda: path.open('rb'));"
        "exports = PostsTable().extract([member], Reading(latest=2**31));"
        "assert sum(len(export.posts) for export in exports) == 1_000_000;"
        "print(next(line for line in open('/proc/self/status') if line.startswith('VmHWM')).split()[1])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(path)], capture_output=True, text=True, check=True
    )
    assert int(done.stdout) < 300 * 1024, (
        "of this process alone: what getrusage tells begins with the one that forked it"
    )


# Numbers

WHOLE = "counts that are not whole numbers are unknown"
WORDS = "cells of counts that are not numbers are unknown"


@pytest.mark.parametrize(
    ("cells", "values", "reasons"),
    [
        pytest.param(["3,5", "4"], [None, 4], {WHOLE: 1}, id="Q1"),
        pytest.param(
            ["1.234", "1.2K"],
            [None, 1200],
            {WHOLE: 1},
            id="Q1 a later cell settles the column",
        ),
        pytest.param(["1.234", "2.345"], [1234, 2345], {}, id="Q2"),
        pytest.param(["1.234,0", "1\u00a0234", "1'234", "1\u202f234,0"], [1234] * 4, {}, id="Q3"),
        pytest.param(["12.34.5", "1,2,3", "7"], [None, None, 7], {WORDS: 2}, id="Q4"),
        pytest.param(
            ["1,2 Tsd.", "1,1 Mio.", "~500", "500+"], [1200, 1_100_000, 500, 500], {}, id="Q5 de"
        ),
        pytest.param(["3.4K", "1.2M"], [3400, 1_200_000], {}, id="Q5 en"),
        pytest.param(
            ["-4", "−4", "4"], [None, None, 4], {"negative counts are unknown": 2}, id="Q6"
        ),
        pytest.param(
            ["NaN", "Infinity", "1e999", "inf", "4"], [None] * 4 + [4], {WORDS: 4}, id="Q7"
        ),
        pytest.param(
            ["9" * 19, "9" * 5000, "4"],
            [None, None, 4],
            {"counts of more than 18 digits are unknown": 2},
            id="Q8",
        ),
        pytest.param(["true", "4"], [None, 4], {WORDS: 1}, id="Q9"),
        pytest.param([" 12", "１２", "1_000", "²"], [12, 12, None, None], {WORDS: 2}, id="Q10"),
        pytest.param(
            ["", "-", "–", "n/a", "k. A.", "null", "#NV", "#DIV/0!"], [None] * 8, {}, id="Q11"
        ),
    ],
)
def test_numbers(cells, values, reasons):
    assert likes(cells) == (values, reasons)


def test_q1_the_decimal_mark_can_be_said():
    assert likes(["1.234"], decimal=".") == ([None], {WHOLE: 1})
    assert likes(["1.234"], decimal=",") == ([1234], {})


def test_q5_rounded_followers_are_marked():
    export = one("date,likes,followers\n2026-02-01,1,1.2K\n2026-02-02,1,1210\n")
    assert [(level.value, level.quality) for level in export.levels] == [
        (1200, "rounded"),
        (1210, "exact"),
    ]


def test_q8_implausible_counts_are_said():
    assert any(
        "implausibly" in note for note in ledger(one("date,likes\n2026-02-01,20000000000\n")).notes
    )


def test_q11_stated_blanks_are_counted():
    assert ledger(
        one("date,text,likes\n2026-02-01,a,n/a\n2026-02-02,b,n/a\n2026-02-03,c,\n")
    ).notes == {"cells without a value (n/a, - …) are unknown, not 0": 2}


def test_q12_q13_long_ids_stay_and_damaged_ones_are_not_used():
    export = one(
        "date;id;text;likes\n2026-02-01;158765432109876543;a;1\n2026-02-01;1,58765E+18;b;1\n2026-02-01;1,58765E+18;c;1\n2026-02-01;;d;1\n"
    )
    ids = [post.key for post in export.posts]
    assert ids[0] == "158765432109876543"
    assert len(set(ids)) == 4
    assert ledger(export).notes == {"ids damaged by Excel (opened and saved there) are not used": 2}


@pytest.mark.parametrize("handle", ["NA", "null", "None", "nan", "-1", "0001"])
def test_q14_handles_are_text(handle):
    assert one(f"date,network,account,likes\n2026-02-01,x,{handle},1\n").handle == handle


# Dates


@pytest.mark.parametrize(
    ("cells", "values", "reasons"),
    [
        pytest.param(["01.02.2025"], ["2025-02-01"], {}, id="D1 dots"),
        pytest.param(
            ["03/04/2025", "13/04/2025"], ["2025-04-03", "2025-04-13"], {}, id="D1 day first"
        ),
        pytest.param(
            ["03/04/2025", "03/14/2025"], ["2025-03-04", "2025-03-14"], {}, id="D1 month first"
        ),
        pytest.param(["16/02/2025", "02/16/2025"], ["2025-02-16"], {"not a date": 1}, id="D2"),
        pytest.param(
            ["31.02.2025", "00.00.0000", "29.02.2023", "01.02.2025"],
            ["2025-02-01"],
            {"not a date": 3},
            id="D3",
        ),
        pytest.param(
            ["12. März 2024", "3 Sept. 2024", "5. Dez 2024"],
            ["2024-03-12", "2024-09-03", "2024-12-05"],
            {},
            id="D4",
        ),
        pytest.param(
            ["Apr 5, 2024 6:15 PM", "gestern", "vor 3 Tagen"],
            ["2024-04-05 18:15"],
            {"not a date": 2},
            id="D4 relative",
        ),
        pytest.param(
            ["1706745600", "1706745600000", "1706745600000000"], ["2024-02-01"] * 3, {}, id="D5"
        ),
        pytest.param(
            ["0001-01-01", "1970-01-01", "2025-02-01"], ["2025-02-01"], {"no date": 2}, id="D6"
        ),
        pytest.param(
            ["2026-03-09", "2025-02-01"], ["2025-02-01"], {"date in the future": 1}, id="D7"
        ),
        pytest.param(["01.02.25"], ["2025-02-01"], {}, id="D8"),
        pytest.param(
            [
                "2025-02-01T10:00:00+01:00",
                "2025-02-01 10:00:00 +99:99",
                "2025-02-01 10:00 MEZ",
                "2025-02-01T10:00Z",
            ],
            ["2025-02-01 09:00", "2025-02-01 09:00", "2025-02-01 10:00"],
            {"unknown time zone": 1},
            id="D9",
        ),
        pytest.param(
            ["2025-02-01 24:00", "2025-02-01 10:59:60"],
            ["2025-02-02", "2025-02-01 10:59"],
            {},
            id="D10",
        ),
        pytest.param(
            ["2025-02-01", "45321", "45321,5"],
            ["2025-02-01", "2024-01-30", "2024-01-30 12:00"],
            {},
            id="D11",
        ),
        pytest.param(["Wed Oct 10 20:19:24 +0000 2018"], ["2018-10-10 20:19"], {}, id="D12"),
    ],
)
def test_dates(cells, values, reasons):
    assert dates(cells) == (values, reasons)


def test_d1_an_open_order_is_refused_with_the_remedy_and_german_evidence_settles_it():
    text = "date,text,likes\n03/04/2025,a,1\n"
    export = one(text)
    assert export.posts == []
    assert "--date-order dmy or mdy" in export.notes[0]
    assert one(text, date_order="mdy").posts[0].at == midnight(2025, 3, 4)
    assert one(text.replace(",", ";")).posts[0].at == midnight(2025, 4, 3)
    assert one(text.replace("text", "Beitrag")).posts[0].at == midnight(2025, 4, 3)
    assert one("date;likes\n03/14/2025;1\n03/04/2025;1\n").posts[1].at == midnight(2025, 3, 4)


def test_d9_times_without_a_zone_are_of_the_zone_said():
    assert dates(
        ["2025-02-01 10:00:00", "2025-07-01 10:00:00", "2025-02-01"], zone="Europe/Berlin"
    )[0] == [
        "2025-02-01 09:00",
        "2025-07-01 08:00",
        "2025-02-01",
    ]


def test_d11_day_numbers_are_dates_where_the_column_is_named_so():
    export = one("date,likes\n45321,1\n45322,2\n")
    assert [post.at for post in export.posts] == [midnight(2024, 1, 30), midnight(2024, 1, 31)]
    assert one("when it was,text,likes\n45321,a,1\n45322,b,2\n").posts == []


# What only a late row settles


def long(first: str, last: str, header: str = "date,text,likes") -> str:
    return header + "\n" + "".join(f"{first}\n" for _ in range(SAMPLED + 300)) + last + "\n"


def test_a_late_row_settles_the_order_of_day_and_month():
    export = one(long("03/04/2025,a,1", "13/04/2025,b,1"))
    assert {post.at for post in export.posts} == {midnight(2025, 4, 3), midnight(2025, 4, 13)}
    export = one(long("2025-04-03,a,1", "04/13/2025,b,1"))
    assert export.posts[-1].at == midnight(2025, 4, 13)


def test_a_late_row_settles_the_decimal_mark():
    exports = [one(long("2025-04-03,a,1.234", "2025-04-13,b,1.5K"))]
    assert [post.likes for post in exports[0].posts] == [None] * (SAMPLED + 300) + [1500]
    assert ledger(*exports).notes == {WHOLE: SAMPLED + 300}


def test_a_late_date_makes_day_numbers_dates():
    assert len(one(long("45321,a,1", "2025-04-13,b,1")).posts) == SAMPLED + 301


# Whose a table is


@pytest.mark.parametrize(
    ("header", "kind"),
    [
        ("date,likes", "posts"),
        ("Datum;Plattform;Beitrag;Gefällt mir", "posts"),
        ("date,text", ""),
        ("date,views", ""),
        ("person,network,followers,consent", "accounts"),
        ("Netzwerk;Follower;Beiträge", "accounts"),
        ("network,followers", ""),
        ("name,followers", "contacts"),
        ("name,network,followers,reputation,expertise", "contacts"),
        ("handle,reputation", "contacts"),
        ("Tweet id,Tweet permalink,Tweet text,time,impressions,retweets,likes", ""),
        ("Post id,Date,Post text,Post Link,Impressions,Likes,Shares", ""),
        ("Date,Impressions,Likes,Unfollows,Create Post", ""),
        ("Date,Tweets published,impressions,likes", ""),
        ("First Name,Last Name,URL,Followers,Expertise", ""),
        ("Date,ShareLink,ShareCommentary,Likes", ""),
        ("Post ID,Page ID,Permalink,Publish time,Date,Reach,Likes", ""),
        ("Date,Video Views,Profile Views,Likes,Comments,Shares", ""),
        ("Date,Followers,Difference in followers from previous day", ""),
        ("title,post_date,section_name,likes,comments,restacks,shares", ""),
        ("Date (GMT),Post ID,Post Message,Social Network,Impressions,Likes", "posts"),
    ],
)
def test_tables_are_told_by_their_header(header, kind):
    assert table_kind(member(f"{header}\n")) == kind


def test_only_text_members_are_looked_into():
    assert table_kind(member(TWO, "kept.json")) == ""
    assert table_kind(member(bytes(range(256)) * 99)) == ""
    assert table_kind(member(b"")) == ""
    assert (
        PostsTable()
        .identify([member(TWO), member(TWO, "photo.jpg"), member(b"PK\3\4" + bytes(500))])[0][0]
        .name
        == "kept.csv"
    )


def test_synonyms_are_folded_and_cover_every_network_of_the_method():
    assert {
        "x",
        "linkedin",
        "facebook_profile",
        "facebook_page",
        "xing",
        "blog",
        "newsletter",
        "other",
    } <= set(networks().values())
    assert all(
        synonym == synonym.strip().casefold()
        for names in aliases().columns.values()
        for synonym in names
    )


@pytest.mark.skipif(not FIXTURES.exists(), reason="the fixtures are not here")
def test_fixtures_are_claimed_by_the_right_importer():
    claimed = {
        path.relative_to(FIXTURES).parts[0]
        for path in FIXTURES.rglob("*")
        if path.is_file() and table_kind(member(path.read_bytes(), path.name))
    }
    assert claimed == {"generic_csv", "scheduler_csv"}


@pytest.mark.skipif(not FIXTURES.exists(), reason="the fixtures are not here")
@pytest.mark.parametrize(
    ("name", "likes", "followers"),
    [
        ("generic_csv/own__synthetic/manual_en.csv", [1087, 1200], [812, 2345]),
        ("generic_csv/own__synthetic/manual_us_dates.csv", [900, 1200], [10000, 10100]),
        ("generic_csv/own__synthetic/pflege_de_cp1252.csv", [87, 1234], [812, 2345]),
        ("generic_csv/own__synthetic/pflege_de_utf8bom.csv", [5], [1204]),
        ("scheduler_csv/own__synthetic/buffer_posts.csv", [15], []),
        ("scheduler_csv/own__synthetic/hootsuite_posts.csv", [60], []),
        ("scheduler_csv/own__synthetic/metricool_account.csv", [], [2345, 2360]),
        ("scheduler_csv/own__synthetic/sprout_posts.csv", [100], []),
    ],
)
def test_fixtures(name, likes, followers):
    exports = read((FIXTURES / name).read_bytes())
    assert sorted(post.likes for export in exports for post in export.posts) == likes
    assert sorted(level.value for export in exports for level in export.levels) == followers
    assert ledger(*exports).skipped == 0


# Any input


CELLS = st.one_of(
    st.sampled_from(
        [
            "",
            "2026-02-01",
            "01.02.2025",
            "03/04/2025",
            "45321",
            "1.234",
            "1,5",
            "-",
            "n/a",
            "x",
            "Summe",
            "1,58765E+18",
            "#NV",
        ]
    ),
    st.text(max_size=8),
    st.integers(-10, 10**20).map(str),
)
HEADERS = st.lists(
    st.sampled_from(
        [
            "date",
            "Datum",
            "likes",
            "Gefällt mir",
            "followers",
            "text",
            "network",
            "account",
            "id",
            "url",
            "time",
            "views",
            "kind",
            "?",
        ]
    ),
    max_size=8,
)


@settings(deadline=None, derandomize=True, max_examples=60)
@given(
    header=HEADERS,
    rows=st.lists(st.lists(CELLS, max_size=9), max_size=12),
    delimiter=st.sampled_from(",;\t|"),
)
def test_any_table_gives_rows_or_reasons(header, rows, delimiter):
    text = "\n".join(delimiter.join(cells) for cells in [header, *rows])
    exports = read(text)
    used = sum(len(export.posts) for export in exports)
    assert ledger(*exports).used >= used
    assert all(post.likes is None or post.likes >= 0 for export in exports for post in export.posts)


@settings(deadline=None, derandomize=True, max_examples=60)
@given(st.binary(max_size=300), st.integers(0, 60))
def test_any_bytes_give_rows_or_reasons(data, cut):
    ledger(*read(data))
    ledger(*read(TWO.encode()[:cut] + data))


@settings(deadline=None, derandomize=True, max_examples=60)
@given(
    st.datetimes(datetime(1994, 12, 30), datetime(2026, 3, 5)).map(
        lambda at: at.replace(microsecond=0)
    ),
    st.sampled_from(["", "Z", "+01:00", "-0930", "+99:99", " MEZ", ".5Z", "x"]),
    st.sampled_from(" T"),
    st.sampled_from(["UTC", "Europe/Berlin", "America/St_Johns"]),
)
def test_clock_times_are_read_like_single_moments(at, suffix, between, zone):
    for moved in (at, at + timedelta(hours=1)):
        cell = moved.isoformat(between) + suffix
        column = Dates("", True, zone, LATEST)
        expected = moment(cell, LATEST, "", zone)
        assert column[cell] == (expected[0] if isinstance(expected, tuple) else expected or NO_DATE)
        assert isinstance(expected, Bad) or column.precisions([cell]) == [
            expected[1] if expected else "second"
        ]


@settings(deadline=None, derandomize=True, max_examples=30)
@given(st.permutations(range(8)), st.lists(st.integers(0, 10**6), min_size=8, max_size=8))
def test_the_order_of_columns_changes_nothing(order, numbers):
    names = ["date", "text", "likes", "comments", "shares", "saves", "reach", "followers"]
    cells = ["2026-02-01", "Hello", *map(str, numbers[:6])]
    shuffled = ",".join(names[i] for i in order) + "\n" + ",".join(cells[i] for i in order) + "\n"
    assert read(shuffled) == read(",".join(names) + "\n" + ",".join(cells) + "\n")


def test_messages_never_hold_values():
    export = one("date,likes\n03/04/2025,canary77\n")
    assert not re.search("canary77", str(export.notes) + str(export.ledger))


def test_the_kind_of_a_post_says_what_it_shows() -> None:
    cells = ("Foto", "Instagram Reel", "Text", "Umfrage", "")
    rows = "".join(f"2026-02-0{n},Hello {n},{n},{kind}\n" for n, kind in enumerate(cells, 1))
    assert [post.media for post in one("date,text,likes,type\n" + rows).posts] == [
        "image",
        "video",
        "none",
        None,
        None,
    ]
    assert {post.media for post in one(TWO).posts} == {None}
