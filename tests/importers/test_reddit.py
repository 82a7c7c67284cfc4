from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from klout_cli.files.container import Member, open_container
from klout_cli.importers.reddit import NAMELESS, OTHER_STATISTICS, Reddit
from klout_cli.person.rows import Export, Interaction
from klout_cli.values.dates import midnight
from tests.importers import inputs
from tests.importers.inputs import FIXTURES, Files, member, members, reasons, write_zip

SETTINGS = settings(deadline=None, derandomize=True, max_examples=40)
AT = midnight(2026, 1, 10) + 9 * 3600 + 30 * 60
WHEN = "2026-01-10 09:30:00 UTC"
ADDRESS = "203.0.113.77"
CANARY = "canary-of-a-chat"

POSTS = "id,permalink,date,ip,subreddit,gildings,title,url,body"
COMMENTS = "id,permalink,date,ip,subreddit,gildings,link,parent,body,media"
AWARDS = "content_link,gold_received,gilder_username,date"
STATISTICS = f"statistic,value\naccount name,Mia_M\nexport time,2026-02-01 06:57:14 UTC\nis_deleted,False\nemail address,{CANARY}@mail.example\n"


def link(name: str) -> str:
    return f"https://www.reddit.com/r/kaffee/comments/{name}/x/"


def post(
    name: str = "p1", when: str = WHEN, title: str = "Guten Morgen", body: str = "Text"
) -> str:
    return f'{name},{link(name)},{when},{ADDRESS},kaffee,0,{title},,"{body}"\n'


def comment(name: str = "c1", when: str = WHEN, body: str = "genau", parent: str = "") -> str:
    return f'{name},{link(name)},{when},{ADDRESS},kaffee,0,{link("p9")},{parent},"{body}",\n'


def read(files: Files) -> list[Export]:
    return inputs.read(Reddit(), *(found for found in members(files) if not found.private))


def one(files: Mapping[str, str | bytes]) -> Export:
    (export,) = read(files)
    return export


def posts(*rows: str) -> dict[str, str | bytes]:
    return {"posts.csv": f"{POSTS}\n{''.join(rows)}"}


def comments(*rows: str) -> dict[str, str | bytes]:
    return {"comments.csv": f"{COMMENTS}\n{''.join(rows)}"}


def test_an_answer_to_a_data_request() -> None:
    export = one(posts(post()) | comments(comment()) | {"statistics.csv": STATISTICS})
    assert (export.network, export.handle, export.variant) == (
        "other",
        "Reddit/Mia_M",
        "data request",
    )
    assert (export.owner.id, export.owner.personal) == ("Mia_M", False)
    assert export.exported_at == midnight(2026, 2, 1) + 6 * 3600 + 57 * 60 + 14
    first, second = export.posts
    assert (first.id, first.at, first.kind, first.text, first.url) == (
        "p1",
        AT,
        "original",
        "Guten Morgen Text kaffee",
        link("p1"),
    )
    assert (second.id, second.kind, second.text) == ("c1", "reply", "genau kaffee")
    assert {first.likes, first.comments, first.shares, first.impressions} == {None}
    assert any("no benchmarks" in note for note in export.notes)
    assert export.ledger[0].notes == {OTHER_STATISTICS: 2}


def test_addresses_of_machines_and_mail_are_not_kept() -> None:
    export = one(posts(post()) | comments(comment()) | {"statistics.csv": STATISTICS})
    assert ADDRESS not in repr(export) and CANARY not in repr(export)


def test_without_statistics_it_names_nobody_and_is_as_old_as_its_newest_row() -> None:
    export = one(comments(comment(), comment("c2", "2026-01-11 09:30:00 UTC")))
    assert (export.handle, export.owner.personal, export.exported_at) == (
        "Reddit",
        False,
        AT + 86_400,
    )


def test_lines_inside_a_body_and_quotes() -> None:
    export = one(comments(comment(body='Zeile\r\nzwei „klug“ ""so""', parent="khjlwoy")))
    assert export.posts[0].text == 'Zeile\r\nzwei „klug“ "so" kaffee' and not reasons(export)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_encodings(encoding: str) -> None:
    text = f"{COMMENTS}\r\n{comment(body='Grüße')}"
    if encoding == "utf-16":
        assert (
            read({"comments.csv": text.encode(encoding)}) == []
        )  # Reddit writes UTF-8: the table is not known by its header
    else:
        assert one({"comments.csv": text.encode(encoding)}).posts[0].text.startswith("Grüße")


def test_large_tables_come_in_parts() -> None:
    parts = {f"posts_{number}.csv": posts(post(f"p{number}"))["posts.csv"] for number in (1, 2)}
    assert [found.id for found in one(parts).posts] == ["p1", "p2"]


def test_tables_without_words_are_read_where_the_others_are_missing() -> None:
    headers = {"comment_headers.csv": f"{COMMENTS[:-11]}\n" + comment().replace(',"genau",', "")}
    assert [found.text for found in one(headers).posts] == ["kaffee"]
    export = one(headers | comments(comment()))
    assert len(export.posts) == 1 and not reasons(export) and len(export.ledger) == 1


def test_awards_say_who_gave_them() -> None:
    rows = f"{link('p1')},1,u/Ben,{WHEN}\n{link('p1')},1,,{WHEN}\n{link('p1')},1,Ida,gestern\n"
    export = one(posts(post()) | {"gold_received.csv": f"{AWARDS}\n{rows}"})
    assert export.interactions == [Interaction("ben", "in", "endorsement", 1, AT)]
    assert export.ledger[1].notes == {NAMELESS: 1} and reasons(export) == {"not a date": 1}


@pytest.mark.parametrize(
    "name", ["chat_history.csv", "post_votes.csv", "ip_logs.csv", "friends.csv", "drafts.csv"]
)
def test_other_files_belong_to_it_and_stay_closed(name: str) -> None:
    files = posts(post()) | {name: f"message_id,message\n1,{CANARY}\n"}
    (claimed,) = Reddit().identify(members(files))
    (export,) = inputs.extract(Reddit(), claimed)
    assert len(claimed) == 2 and len(export.ledger) == 1 and CANARY not in repr(export)


@pytest.mark.parametrize("name", ["messages.csv", "messages_archive.csv", "message_headers.csv"])
def test_messages_are_private_by_name(name: str) -> None:
    assert member("", name).private


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (post("p2", "gestern"), "not a date"),
        (post("p2", "2044-01-01 00:00:00 UTC"), "date in the future"),
        (post("p2", ""), "no date"),
        (post(""), "no id"),
        (post("p1"), "same post or comment twice"),
        ("p2,x,y,z,a,b,c,d,e,f,g\n", "more cells than the header"),
    ],
    ids=["D4", "D7", "no date", "no id", "twice", "C"],
)
def test_bad_rows_are_skipped_and_counted(row: str, reason: str) -> None:
    export = one(posts(post("p1"), row))
    assert len(export.posts) == 1 and reasons(export) == {reason: 1}


@pytest.mark.parametrize(
    "files",
    [
        {"posts.csv": "post_id,post_date,is_published\n"},
        {"posts.csv": "date,text,likes\n2026-01-10,a,1\n"},
        {"statistics.csv": "statistic,value\nposts,7\n"},
        {"comments.csv": "Comment ID,Channel ID,Comment Text\n"},
        {"gold_received.csv": AWARDS},
        {"posts.csv": ""},
    ],
    ids=["Substack", "own table", "other statistics", "Takeout", "awards alone", "empty"],
)
def test_what_is_no_answer_of_reddit_is_not_claimed(files: dict[str, str | bytes]) -> None:
    assert read(files) == []


def test_a_zip_with_a_folder_around_it_and_two_people(tmp_path: Path) -> None:
    files = {
        f"{folder}/{name}": text
        for folder, user in (("a", "Mia_M"), ("b", "Ben"))
        for name, text in (
            posts(post()) | {"statistics.csv": STATISTICS.replace("Mia_M", user)}
        ).items()
    }
    (container,) = open_container(write_zip(tmp_path / "export.zip", files))
    claims = Reddit().identify(container.members)
    assert [inputs.extract(Reddit(), claimed)[0].handle for claimed in claims] == [
        "Reddit/Mia_M",
        "Reddit/Ben",
    ]


def test_the_order_of_files_does_not_matter() -> None:
    files = posts(post()) | comments(comment()) | {"statistics.csv": STATISTICS}
    assert read(files) == read(dict(reversed(files.items())))


@pytest.mark.skipif(not FIXTURES.exists(), reason="no fixtures here")
def test_every_fixture_is_read() -> None:
    (container,) = open_container(FIXTURES / "reddit/GroovyJeff__reddit")
    files: list[Member] = list(container.members)
    export = inputs.read_one(Reddit(), *files)
    assert (export.handle, len(export.posts), {found.kind for found in export.posts}) == (
        "Reddit/beispiel_user",
        260,
        {"reply"},
    )
    assert all(row.skipped == 0 for row in export.ledger)


CELLS = st.text(alphabet='ab1,"\n\r\0é-: ', max_size=12)


@SETTINGS
@given(st.lists(CELLS, max_size=14))
def test_any_rows_are_used_or_skipped(cells: list[str]) -> None:
    text = ",".join(cells)
    one(
        posts(post(), text)
        | comments(comment(), text)
        | {"statistics.csv": STATISTICS + text, "gold_received.csv": f"{AWARDS}\n{text}"}
    )


@SETTINGS
@given(st.binary(max_size=200))
def test_any_bytes_are_counted_or_refused(data: bytes) -> None:
    one(
        {"comments.csv": f"{COMMENTS}\n".encode() + data, "posts.csv": data, "statistics.csv": data}
    )
