from datetime import date
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from klout_cli.files.container import open_container
from klout_cli.importers.feeds import Feeds
from klout_cli.importers.wordpress import WordPress
from klout_cli.person.accounts import merge_accounts
from klout_cli.person.rows import Contact, Export, Interaction, Level
from klout_cli.person.topics import Topics
from klout_cli.person.view import AccountView
from klout_cli.scoring.model import load
from klout_cli.values.web import mail_mark
from tests.importers import inputs
from tests.importers.blogs import CANARY, CREATED, author, comment, item, wxr
from tests.importers.inputs import at, ledger, member, write_zip

FIXTURES = inputs.FIXTURES / "wordpress_wxr"
SETTINGS = settings(deadline=None, derandomize=True, max_examples=40)
MORNING = at("2024-01-20 08:00:00")


read = partial(inputs.read, WordPress())


def one(text: str | bytes, **reading: object) -> Export:
    return inputs.read_one(WordPress(), {"blog.WordPress.2024-01-27.xml": text}, **reading)


def test_a_blog() -> None:
    text = wxr(
        item(
            1,
            comment(11),
            comment(12, "Ben Brand", "https://www.Ben.example/Seite/?x=1"),
            tags=["Kaffee", "Kuchen"],
        ),
        item(2, comment(21, "Bens Blog", "http://ben.example/2024/mias-beitrag", kind="pingback")),
    )
    export = one(text)
    assert (export.network, export.handle, export.variant) == (
        "blog",
        "blog.example",
        "WordPress export",
    )
    assert (export.owner.name, export.owner.personal) == ("Mia Muster", False)
    assert export.exported_at == at("2024-01-27 14:56")
    first, second = export.posts
    assert (first.id, first.url, first.at) == (
        "https://blog.example/?p=1",
        "https://blog.example/1/",
        at("2024-01-10 09:30:00"),
    )
    assert first.text == "Beitrag 1 Kaffee Kuchen Guten Morgen"
    assert (first.comments, first.shares, second.comments, second.shares) == (2, 0, 0, 1)
    assert first.likes is first.impressions is None
    assert export.interactions == [
        Interaction("anna arndt", "in", "comment", at=MORNING),
        Interaction("ben.example/seite", "in", "comment", at=MORNING),
        Interaction("ben.example", "in", "linkback", at=MORNING),
    ]
    mail = mail_mark(f"{CANARY}@post.example")
    assert export.contacts == [
        Contact("anna arndt", "Anna Arndt", mail=mail),
        Contact("ben.example/seite", "Ben Brand", mail=mail),
    ]
    assert export.levels == [Level("linkbacks", 1)]
    assert (ledger(export).read, ledger(export).used) == (6, 6)


def test_responders_are_counted_in_the_window() -> None:
    text = wxr(
        item(
            1,
            comment(1),
            comment(2),
            comment(3, "Ben Brand"),
            comment(4, "Blog", "http://c.example/x", kind="trackback"),
        )
    )
    (account,), _ = merge_accounts([one(text)])
    assert len(AccountView(account, date(2024, 2, 1), load("klout"), Topics({})).crowd) == 3


def test_no_mail_and_no_text_of_others_is_kept() -> None:
    export = one(wxr(item(1, comment(1), comment(2, "", "", kind="pingback"))))
    assert CANARY not in repr(export) and "192.0.2.77" not in repr(export)


@pytest.mark.parametrize(
    ("kind", "status", "note"),
    [
        ("page", "publish", "pages"),
        ("attachment", "inherit", "attachments"),
        ("nav_menu_item", "publish", "items of other kinds"),
        ("post", "draft", "unpublished posts"),
        ("post", "private", "unpublished posts"),
        ("post", "future", "unpublished posts"),
        ("post", "trash", "unpublished posts"),
    ],
)
def test_only_published_posts_are_posts(kind: str, status: str, note: str) -> None:
    export = one(wxr(item(1, kind=kind, status=status, at="0000-00-00 00:00:00")))
    assert not export.posts and ledger(export).notes == {note: 1} and ledger(export).skipped == 0


def test_a_post_with_a_password_is_not_public() -> None:
    (post,) = one(wxr(item(1, password="geheim"))).posts
    assert not post.public


def test_an_item_of_no_kind_is_skipped() -> None:
    assert ledger(one(wxr(item(1, kind="")))).reasons == {"item of an unknown kind": 1}


@pytest.mark.parametrize(
    ("approved", "reason"),
    [
        ("0", "comment not approved"),
        ("", "comment not approved"),
        ("spam", "spam"),
        ("trash", "comment in the trash"),
        ("post-trashed", "comment in the trash"),
    ],
)
def test_comments_nobody_sees_are_skipped(approved: str, reason: str) -> None:
    export = one(
        wxr(item(1, comment(1, approved=approved), comment(2, kind="pingback", approved=approved)))
    )
    assert ledger(export).reasons == {reason: 2}
    assert not export.interactions and export.posts[0].comments == export.posts[0].shares == 0


@pytest.mark.parametrize("kind", ["", "comment"], ids=["old", "new"])
def test_comments_of_old_exports_have_no_type(kind: str) -> None:
    assert one(wxr(item(1, comment(1, kind=kind)))).posts[0].comments == 1


@pytest.mark.parametrize("kind", ["pingback", "trackback", "webmention"])
def test_linkbacks(kind: str) -> None:
    export = one(wxr(item(1, comment(1, "Ein Beitrag", "http://www.andere.example/x", kind=kind))))
    assert export.posts[0].shares == 1 and export.levels == [Level("linkbacks", 1)]
    assert export.interactions == [Interaction("andere.example", "in", "linkback", at=MORNING)]


def test_own_linkbacks_are_left_out() -> None:
    export = one(
        wxr(item(1, comment(1, "Mein Beitrag", "https://blog.example/2/", kind="pingback")))
    )
    assert (
        export.posts[0].shares == 0
        and export.levels == [Level("linkbacks", 0)]
        and not export.interactions
    )
    assert ledger(export).notes == {"own linkbacks left out": 1}


def test_comments_of_plugins_count_nothing() -> None:
    export = one(wxr(item(1, comment(1, kind="order_note"))))
    assert export.posts[0].comments == 0 and ledger(export).notes == {"comments of other kinds": 1}


@pytest.mark.parametrize(
    ("name", "user", "authors"),
    [
        ("M. M.", 1, [author()]),
        ("mia", 0, [author()]),
        ("MIA MUSTER", 0, [author()]),
        ("mia", 0, []),
        ("Irgendwer", 7, []),
    ],
    ids=["id", "login", "name", "creator", "user of an export without authors"],
)
def test_own_comments_are_replies_given(name: str, user: int, authors: list[str]) -> None:
    export = one(
        wxr(
            item(
                1,
                comment(1, "Ben"),
                comment(2, name, parent=1, user=user),
                comment(3, name, user=user),
            ),
            authors=authors,
        )
    )
    assert export.posts[0].comments == 1
    assert export.interactions == [
        Interaction("ben", "in", "comment", at=MORNING),
        Interaction("ben", "out", "reply", at=MORNING),
    ]
    assert ledger(export).notes == {"own comments, not counted as received": 2}


def test_a_reader_who_is_logged_in_is_no_author() -> None:
    assert one(wxr(item(1, comment(1, "Ben", user=4711)))).posts[0].comments == 1


def test_a_comment_by_nobody_counts_without_a_person() -> None:
    export = one(wxr(item(1, comment(1, ""))))
    assert export.posts[0].comments == 1 and not export.interactions and not export.contacts


@pytest.mark.parametrize(
    ("cell", "reason"),
    [
        ("2024-02-31 10:00:00", "not a date"),
        ("1001-01-01 00:00:00", "date before 1995"),
        ("2031-01-01 00:00:00", "date in the future"),
        ("gestern", "not a date"),
    ],
    ids=["D3", "D6", "D7", "D4"],
)
def test_dates_that_cannot_be(cell: str, reason: str) -> None:
    export = one(wxr(item(1, comment(1, at=cell), at=cell)))
    assert not export.posts and ledger(export).reasons == {reason: 1}
    assert export.interactions == [Interaction("anna arndt", "in", "comment")]
    assert ledger(export).notes == {f"date unknown: {reason}": 1}


def test_dates_without_a_zone_are_the_blogs() -> None:
    """D9: where the date in UTC is not set, the other is read with --tz."""
    text = wxr(item(1, at="0000-00-00 00:00:00"))
    assert one(text, zone="Europe/Berlin").posts[0].at == at("2002-02-01 23:00:00")


def test_an_item_without_a_date_is_skipped() -> None:
    text = (
        wxr(item(1))
        .replace("wp:post_date", "wp:other")
        .replace("<pubDate>Wed", "<x>Wed")
        .replace("+0000</pubDate><dc", "</x><dc")
    )
    assert ledger(one(text)).reasons == {"no date": 1}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (wxr(item(1)), "2024-01-27 14:56:00"),
        (wxr(item(1), created=""), "2024-01-27 14:56:03"),
        (wxr(item(1), created=CREATED.replace("2024", "2044")), "2024-01-27 14:56:03"),
        (wxr(item(1), created="").replace("Sat, 27 Jan", "ein Tag im Jahr"), "2024-01-10 09:30:00"),
    ],
    ids=["comment", "channel", "future", "newest post"],
)
def test_the_day_of_the_export(text: str, expected: str) -> None:
    assert one(text).exported_at == at(expected)


@pytest.mark.parametrize(
    ("authors", "name"),
    [
        ([author()], "Mia Muster"),
        ([author(name="mia")], ""),
        ([author(), author(2, "ben", "Ben Brand")], ""),
        ([], ""),
    ],
    ids=["one", "a login is no name", "two", "none"],
)
def test_the_owner(authors: list[str], name: str) -> None:
    assert one(wxr(item(1), authors=authors)).owner.name == name


TWO = [author(), author(2, "ben", "Ben Brand")]


def two_authors() -> str:
    """Two posts by Mia with a comment each, one by Ben with two, and a link to each."""
    return wxr(
        item(1, comment(1), comment(2, "B", "https://b.example", kind="pingback")),
        item(2, comment(3, "Ben Brand", user=2)),
        item(
            3,
            comment(4, "Carla"),
            comment(5, "Dora"),
            comment(6, "E", "https://e.example", kind="pingback"),
            creator="ben",
        ),
        authors=TWO,
    )


@pytest.mark.parametrize("person", ["Mia Muster", "mia", "Dr. Mia Muster", "mia muster"])
def test_only_what_the_person_wrote_counts(person: str) -> None:
    export = one(two_authors(), person=person)
    assert [(post.url[-2], post.comments) for post in export.posts] == [("1", 1), ("2", 1)]
    assert [dealing.partner for dealing in export.interactions] == [
        "anna arndt",
        "b.example",
        "ben brand",
    ]
    assert {contact.key for contact in export.contacts} == {"anna arndt", "ben brand"}
    assert export.levels == [Level("linkbacks", 1)]
    assert export.owner.name == "Mia Muster"
    assert export.notes == (
        "These posts are by Mia Muster (2), Ben Brand (1). Only those by Mia Muster count.",
    )


def test_several_authors_are_said_where_nobody_is_named() -> None:
    export = one(two_authors())
    assert [post.comments for post in export.posts] == [1, 0, 2]
    assert export.owner.name == "" and export.levels == [Level("linkbacks", 2)]
    (note,) = export.notes
    assert "Mia Muster (2), Ben Brand (1), and all count" in note


def test_nothing_counts_where_the_person_is_none_of_several_authors() -> None:
    export = one(two_authors(), person="Nora Neumann")
    assert not (export.posts or export.interactions or export.contacts or export.levels)
    assert "None is by Nora Neumann" in export.notes[0]


@pytest.mark.parametrize("authors", [[author()], TWO], ids=["one", "one with posts"])
def test_one_author_is_the_person_whatever_they_are_called(authors: list[str]) -> None:
    export = one(wxr(item(1), item(2), authors=authors), person="Kaffeetante")
    assert len(export.posts) == 2 and not export.notes


def test_a_blog_in_which_only_others_wrote_has_no_post_of_the_person() -> None:
    export = one(wxr(item(1, creator="ben"), authors=TWO), person="Mia Muster")
    assert not export.posts and not export.levels[0].value


def test_authors_that_are_not_listed_are_told_by_their_login() -> None:
    text = wxr(item(1, comment(1)), item(2, comment(2, "C"), creator="ben"), authors=[])
    export = one(text, person="Ben Brand")
    assert [post.url[-2] for post in export.posts] == ["2"]
    assert [dealing.partner for dealing in export.interactions] == ["c"]


@pytest.mark.parametrize(
    ("kind", "counts", "dealing"),
    [
        ("like", (1, 0, 0, None), "reaction"),
        ("favorite", (1, 0, 0, None), "reaction"),
        ("repost", (None, 0, 1, None), "share"),
        ("bookmark", (None, 0, 0, 1), "reaction"),
        ("reply", (None, 1, 0, None), "comment"),
        ("mention", (None, 0, 1, None), "linkback"),
    ],
)
def test_reactions_of_plugins_are_what_they_are(
    kind: str, counts: tuple[int | None, ...], dealing: str
) -> None:
    export = one(wxr(item(1, comment(1, "Fedi", "https://m.example/@fedi", kind=kind))))
    (post,) = export.posts
    assert (post.likes, post.comments, post.shares, post.saves) == counts
    partner = "m.example" if dealing == "linkback" else "m.example/@fedi"
    assert export.interactions == [Interaction(partner, "in", dealing, at=MORNING)]
    assert export.levels == [Level("linkbacks", int(dealing == "linkback"))]


def test_likes_are_known_from_the_first_post_that_has_some() -> None:
    dates = ["2023-05-01 10:00:00", "2023-06-01 10:00:00", "2023-07-01 10:00:00"]
    likes = [(), (comment(1, kind="like"), comment(2, "Ben", kind="like")), ()]
    posts = [item(n, *likes[n], at=dates[n]) for n in range(3)]
    assert [post.likes for post in one(wxr(*posts)).posts] == [None, 2, 0]


def test_an_older_plugin_states_the_reaction_beside_the_comment() -> None:
    meta = (
        "<wp:commentmeta><wp:meta_key>semantic_linkbacks_type</wp:meta_key>"
        "<wp:meta_value>like</wp:meta_value></wp:commentmeta></wp:comment>"
    )
    stored = comment(1, "Fedi", kind="webmention").replace("</wp:comment>", meta)
    (post,) = one(wxr(item(1, stored))).posts
    assert (post.likes, post.shares) == (1, 0)


def test_an_own_reaction_is_not_received() -> None:
    export = one(wxr(item(1, comment(1, "Mia Muster", kind="repost"))))
    assert export.posts[0].shares == 0 and not export.interactions


@pytest.mark.parametrize(
    ("blog", "handle"),
    [("https://x.example:8080/blog/", "x.example:8080"), ("", "netz.example")],
    ids=["path", "site of a network"],
)
def test_the_handle(blog: str, handle: str) -> None:
    assert one(wxr(item(1), blog=blog)).handle == handle


def test_numbered_files_are_one_export(tmp_path: Path) -> None:
    path = tmp_path / "blog.example.zip"
    files = {
        "001": wxr(item(1, comment(1)), item(2, comment(9, "B", kind="pingback"))),
        "002": wxr(item(2, comment(9, "B", kind="pingback")), item(3)),
        "000": wxr(item(4, kind="attachment", status="inherit")),
    }
    write_zip(path, {f"blog/mias.wordpress.2024-01-27.{n}.xml": text for n, text in files.items()})
    (container,) = open_container(path)
    (export,) = read(*container.members)
    assert sorted(post.url for post in export.posts) == [
        f"https://blog.example/{number}/" for number in (1, 2, 3)
    ]
    assert export.levels == [Level("linkbacks", 1)] and len(export.interactions) == 2
    assert [row.read for row in export.ledger] == [2, 5, 4]
    assert export.notes == ("1 post is here twice",)


@pytest.mark.parametrize(
    ("numbers", "missing"),
    [
        (["000", "001", "002"], ""),
        (["001", "002"], ""),
        (["001", "003", "006"], "002, 004, 005"),
        (["002"], "001"),
        (["000"], ""),
    ],
)
def test_numbered_files_that_are_missing_are_said(numbers: list[str], missing: str) -> None:
    (export,) = read(*(member(wxr(item(1)), f"blog.2024-01-27.{one}.xml") for one in numbers))
    said = [note for note in export.notes if note.startswith("Parts of this export")]
    assert [missing in note for note in said] == ([True] if missing else [])
    assert export.levels[0].quality == ("cut" if missing else "exact")


def test_several_blogs_and_days_are_several_exports() -> None:
    later = CREATED.replace("2024-01-27", "2025-01-27")
    exports = read(
        member(wxr(item(1)), "a.xml"),
        member(wxr(item(1), blog="https://zwei.example"), "b.xml"),
        member(wxr(item(1, comment(1)), created=later), "c.xml"),
    )
    assert [(export.handle, len(export.posts)) for export in exports] == [
        ("blog.example", 1),
        ("blog.example", 1),
        ("zwei.example", 1),
    ]
    accounts, _ = merge_accounts(exports)
    assert [(account.id, account.posts[0].comments) for account in accounts] == [
        ("blog:blog.example", 1),
        ("blog:zwei.example", 0),
    ]


def test_a_part_that_cannot_be_read_cuts_the_linkbacks() -> None:
    """X: one part is used without the other, and the level says that it is cut."""
    ping = item(1, comment(1, "B", "http://b.example/", kind="pingback"))
    (export,) = read(
        member(wxr(ping), "1.xml"),
        member(wxr(item(2, "<a>" * 9), item(3)).replace("</rss>", ""), "2.xml"),
    )
    assert export.levels == [Level("linkbacks", 1, quality="cut")]
    assert len(export.posts) == 1 and export.notes[0].startswith(
        "this XML ends in the middle · 2.xml"
    )


BOMB = '<!DOCTYPE rss [<!ENTITY a "x"><!ENTITY b "&a;&a;&a;&a;">]>\n'
OUTSIDE = '<!DOCTYPE rss SYSTEM "file:///etc/passwd">\n'


@pytest.mark.parametrize(
    "start", [BOMB, OUTSIDE, f"<!-- gut -->{BOMB}"], ids=["X1", "X2", "X2 after a comment"]
)
def test_a_doctype_is_refused(start: str) -> None:
    export = one(wxr(item(1), start=start))
    assert not export.posts and export.notes[0].startswith(
        "this XML has a DOCTYPE or ENTITY · blog.WordPress"
    )


def test_a_doctype_in_a_text_is_text() -> None:
    (post,) = one(
        wxr(item(1, text="so beginnt HTML: <!DOCTYPE html> und RSS: </item><item>"))
    ).posts
    assert "so beginnt HTML" in post.text


def test_x2_a_doctype_hidden_by_an_encoding_is_no_doctype() -> None:
    text = wxr(item(1), start="<!-- +AC0ALQ-+AD4- +ADwAIQ-DOCTYPE rss+AD4- -->").replace(
        "UTF-8", "utf-7", 1
    )
    assert one(text).notes[0].startswith("this can't be read as 'utf-7'")


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp500"])
def test_x2_a_doctype_is_refused_in_any_encoding(encoding: str) -> None:
    text = wxr(item(1), start='<!DOCTYPE rss [<!ENTITY a "x">]>').replace("UTF-8", encoding, 1)
    assert not any(export.posts for export in read(member(text.encode(encoding), "blog.xml")))


@pytest.mark.parametrize("encoding", ["punycode", "raw_unicode_escape", "base64", "rot13"])
def test_w9_a_codec_that_is_none_of_text_is_refused(encoding: str) -> None:
    export = one(wxr(item(1)).replace("UTF-8", encoding, 1))
    assert not export.posts and export.notes[0].startswith("this can't be read as")


def test_x3_nesting_costs_only_its_item() -> None:
    deep = "<a>" * 100_000 + "</a>" * 100_000
    export = one(wxr(item(1, deep), item(2)))
    assert len(export.posts) == 1 and ledger(export).reasons == {"XML nested too deep": 1}
    assert one(wxr(item(1), authors=[deep])).notes[0].startswith("XML nested too deep")


def test_x4_control_characters_are_removed() -> None:
    export = one(wxr(item(1, text="a\x10b\x18c"), item(2)))
    assert [post.text for post in export.posts] == ["Beitrag 1 abc", "Beitrag 2 Guten Morgen"]
    assert ledger(export).notes == {"control characters removed": 2}


def test_x5_undeclared_namespaces_are_read() -> None:
    text = (
        wxr(item(1, comment(1)))
        .replace('xmlns:wp="http://wordpress.org/export/1.2/"', "")
        .replace("xmlns:dc=", "xmlns:other=")
    )
    export = one(text)
    assert (export.handle, export.posts[0].comments) == ("blog.example", 1)
    assert any(
        note.startswith("faults in the XML passed over, first in line")
        for note in ledger(export).notes
    )


NAMESPACES = "".join(f' xmlns:n{number}="http://n.example/{number}"' for number in range(300))


def test_w6_of_the_start_tag_an_item_gets_the_namespaces_it_uses() -> None:
    text = wxr(item(1, "<n7:x/>"), item(2, "<x n8:y=''/>")).replace("<rss", f"<rss{NAMESPACES}", 1)
    export = one(text)
    assert len(export.posts) == 2 and not ledger(export).notes


@pytest.mark.parametrize("start", [NAMESPACES * 2, f" a='{'<' * 9}'", " a='" + ">" * 20_000 + "'"])
def test_w6_a_start_tag_that_is_damaged_or_too_long_is_refused(start: str) -> None:
    text = wxr(item(1))
    end = text.index(">", text.index("<rss"))
    export = one(text[:end] + start + text[end:])
    assert export.notes[0].startswith("the first tag of this XML is damaged or over 16 kB")


def test_a_start_tag_may_have_brackets_in_quotes() -> None:
    assert len(one(wxr(item(1)).replace("<rss", "<rss a='>' b=\">'>\"", 1)).posts) == 1


@pytest.mark.parametrize("reference", ["&#xD800;", "&#xdfff;", "&#x00D83D;&#xDE00;", "&#55357;"])
def test_n8_lone_surrogates_of_references_are_replaced(reference: str) -> None:
    text = item(1).replace("<title>", f"<title>a{reference}b")
    export = one(wxr(text, item(2, text="&#xE9;&#57344;")))
    count = reference.count("&")
    assert export.posts[0].text.startswith(f"a{count * chr(0xFFFD)}b")
    assert ledger(export).notes == {"lone surrogates replaced": count}


@pytest.mark.parametrize("version", ["1.0", "1.1", "1.2", "1.3"])
def test_every_version(version: str) -> None:
    assert (
        one(wxr(item(1, comment(1))).replace("export/1.2/", f"export/{version}/")).posts[0].comments
        == 1
    )


@pytest.mark.parametrize(
    "damage",
    [
        "<wp:attachment_url>http://a.example/?b=1&c=2&d</wp:attachment_url>",
        "<x>1 < 2</x>",
        "]]>",
        "&nbsp;",
    ],
)
def test_damage_in_one_item_harms_no_other(damage: str) -> None:
    export = one(
        wxr(item(1), item(2, kind="attachment").replace("</item>", f"{damage}</item>"), item(3))
    )
    assert [post.url[-2] for post in export.posts] == ["1", "3"]
    assert (ledger(export).read, ledger(export).skipped) == (4, 0)
    assert [note.partition(",")[0] for note in ledger(export).notes] == [
        "faults in the XML passed over",
        "attachments",
    ]


@pytest.mark.parametrize("damage", ["<x><y></x>", '<x a=b c="" c="">z</x>', "<x", "</x>", "<item>"])
def test_an_item_of_damaged_elements_is_skipped_at_its_line(damage: str) -> None:
    export = one(wxr(item(1), item(2).replace("</item>", f"{damage}</item>"), item(3)))
    assert [post.url[-2] for post in export.posts] == ["1", "3"]
    assert ledger(export).reasons["damaged XML"] == 1
    text = wxr(item(1), item(2), item(3))
    line = text[: text.index(item(2)[:40], text.index("</item>"))].count("\n") + 1
    assert ledger(export).examples[0] == (f"line {line}", "damaged XML")


@pytest.mark.parametrize(
    "cut", [200, 900, -20, -8], ids=["header", "item", "end of the last item", "end"]
)
def test_half_a_file_is_refused(cut: str) -> None:
    """Z7: counts of half an export would be wrong."""
    text = wxr(item(1, comment(1)), item(2))
    exports = read(
        member(
            text[: text.index("<rss") + 400 + cut] if int(cut) > 0 else text[: int(cut)], "a.xml"
        )
    )
    assert [export.posts for export in exports] == [[]]
    assert exports[0].notes[0].startswith("this XML ends in the middle · a.xml")


@pytest.mark.parametrize(
    ("encoded", "note"),
    [
        (wxr(item(1, text="Grüße")).encode("utf-8-sig"), ""),
        (wxr(item(1, text="Grüße")).replace("UTF-8", "UTF-16").encode("utf-16"), ""),
        (wxr(item(1, text="Grüße")).replace("UTF-8", "ISO-8859-1").encode("latin-1"), ""),
        (
            wxr(item(1, text="Grüße")).encode("latin-1"),
            "read as Windows-1252 (--encoding if that is wrong)",
        ),
    ],
    ids=["N1", "N2", "declared", "N4"],
)
def test_encodings(encoded: bytes, note: str) -> None:
    export = one(encoded)
    assert export.posts[0].text == "Beitrag 1 Grüße" and list(ledger(export).notes) == (
        [note] if note else []
    )


@pytest.mark.parametrize(
    "text",
    [
        "",
        "<rss",
        "<?xml version='1.0'?>",
        '<rss version="2.0"><channel></channel></rss>',
        "<feed/>",
        "title,wp:status\n",
        "<html><wp:x/></html>",
    ],
)
def test_what_is_no_export_is_not_claimed(text: str) -> None:
    assert read(member(text, "a.xml")) == []


def test_only_files_that_may_be_xml_are_looked_into() -> None:
    assert read(member(wxr(item(1)), "message.html"), member(wxr(item(1)), "a.json")) == []


def test_a_wordpress_export_is_no_feed() -> None:
    assert Feeds().identify([member(wxr(item(1)), "a.xml")]) == []


def test_order_of_files_does_not_matter() -> None:
    files = [member(wxr(item(number, comment(number))), f"{number}.xml") for number in (1, 2, 3)]
    assert read(*files) == read(*reversed(files))


@pytest.mark.skipif(not FIXTURES.exists(), reason="no fixtures here")
def test_every_fixture_is_read_without_loss() -> None:
    paths = sorted(FIXTURES.rglob("*.xml"))
    posts = comments = 0
    for path in paths:
        (container,) = open_container(path)
        (export,) = read(*container.members)
        posts += len(export.posts)
        comments += sum(post.comments or 0 for post in export.posts)
        assert all("posts are by" in note for note in export.notes)
        assert "damaged XML" not in ledger(export).reasons
    assert (len(paths), posts, comments) == (30, 27, 2)


PIECES = [
    "<item>",
    "</item>",
    "<![CDATA[",
    "]]>",
    "<!--",
    "-->",
    "&",
    "<",
    ">",
    "\0",
    "\x10",
    "</rss>",
    "<!DOCTYPE x>",
    "0000",
    "é",
    '"',
    "",
]


@SETTINGS
@given(
    st.lists(
        st.tuples(st.integers(0, 4000), st.integers(0, 30), st.sampled_from(PIECES)), max_size=5
    )
)
def test_any_mutation_is_counted_or_refused(changes: list[tuple[int, int, str]]) -> None:
    text = wxr(
        item(1, comment(1), comment(2, "Blog", "http://b.example", kind="pingback")),
        item(2, comment(3, approved="spam")),
    )
    for place, length, piece in changes:
        text = text[:place] + piece + text[place + length :]
    read(member(text, "a.xml"))


@SETTINGS
@given(st.binary(max_size=300), st.binary(max_size=100))
def test_any_bytes_are_counted_or_refused(inside: bytes, behind: bytes) -> None:
    start, end = wxr("<!>").encode().split(b"<!>")
    read(member(start + inside + end + behind, "a.xml"))
    read(member(inside + behind, "a.xml"))


@SETTINGS
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["post", "page", ""]),
            st.sampled_from(["publish", "draft"]),
            st.integers(0, 3),
            st.integers(0, 3),
        ),
        max_size=8,
    )
)
def test_every_item_and_comment_is_counted_once(items: list[tuple[str, str, int, int]]) -> None:
    made = [
        item(
            number,
            *(comment(number * 10 + one, "Ben") for one in range(seen)),
            *(comment(number * 10 + 5 + one, approved="spam") for one in range(spam)),
            kind=kind,
            status=status,
        )
        for number, (kind, status, seen, spam) in enumerate(items)
    ]
    export = one(wxr(*made))
    assert ledger(export).read == 1 + len(items) + sum(seen + spam for _, _, seen, spam in items)
    assert ledger(export).skipped == sum(spam + (kind == "") for kind, _, _, spam in items)
    assert sum(post.comments or 0 for post in export.posts) == sum(
        seen for kind, status, seen, _ in items if (kind, status) == ("post", "publish")
    )
