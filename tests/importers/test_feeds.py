import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from klout_cli.importers.feeds import Feeds
from klout_cli.importers.wordpress import WordPress
from klout_cli.person.accounts import merge_accounts
from klout_cli.person.rows import Export
from tests.importers import inputs
from tests.importers.blogs import atom, comment, entry, item, rss, rss_item, wxr
from tests.importers.inputs import at, ledger, member

SETTINGS = settings(deadline=None, derandomize=True, max_examples=40)


POSTED, BUILT = at("2024-01-10 09:30:00"), at("2024-01-27 14:56:03")


def read(text: str | bytes, name: str = "feed.xml", **reading: object) -> list[Export]:
    exports = inputs.read(Feeds(), {name: text}, **reading)
    assert all(len(export.ledger) == 1 for export in exports)
    return exports


def one(text: str | bytes, name: str = "feed.xml") -> Export:
    (export,) = read(text, name)
    return export


def json_feed(*items: object, **others: object) -> str:
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Mias Blog",
        "home_page_url": "https://www.blog.example/",
        "items": items,
    }
    return json.dumps(feed | others)


def json_item(number: int, **fields: object) -> dict[str, object]:
    found = {
        "id": f"https://blog.example/?p={number}",
        "url": f"https://blog.example/{number}/",
        "title": f"Beitrag {number}",
        "content_html": "<p>Guten&nbsp;Morgen</p>",
        "date_published": "2024-01-10T10:30:00+01:00",
        "tags": ["Kaffee"],
    }
    return found | fields


def test_rss() -> None:
    export = one(rss(rss_item(1), rss_item(2, "")))
    assert (export.network, export.handle, export.variant, export.exported_at) == (
        "blog",
        "blog.example",
        "RSS feed",
        BUILT,
    )
    assert export.owner.name == "" and not export.levels and not export.interactions
    first, second = export.posts
    assert (first.id, first.url, first.at) == (
        "https://blog.example/?p=1",
        "https://blog.example/1/",
        POSTED,
    )
    assert first.text == "Beitrag 1 Kaffee Guten Morgen"
    assert (first.comments, first.shares, second.comments) == (3, None, None)


@pytest.mark.parametrize(
    ("inside", "comments"),
    [
        ('<link rel="replies" href="https://blog.example/1/c" thr:count="7"/>', 7),
        ("<thr:total>4</thr:total>", 4),
        ("<thr:total>0</thr:total>", 0),
        ('<link rel="replies" href="https://blog.example/1/c"/>', None),
    ],
    ids=["count of the link", "total", "none", "unknown"],
)
def test_atom(inside: str, comments: int | None) -> None:
    export = one(atom(entry(1, inside)), "feed.atom")
    assert (export.handle, export.variant, export.exported_at) == (
        "blog.example",
        "Atom feed",
        BUILT,
    )
    (post,) = export.posts
    assert (post.id, post.url, post.at) == (
        "tag:blog.example,2024:1",
        "https://blog.example/1/",
        POSTED,
    )
    assert (post.comments, post.text) == (comments, "Beitrag 1 Kaffee Anriss")


def test_json_feed() -> None:
    export = one(
        json_feed(
            json_item(1), json_item(2, id=7, tags=None, content_html=None, content_text="a < b")
        ),
        "feed.json",
    )
    assert (export.handle, export.variant, export.exported_at) == (
        "blog.example",
        "JSON Feed",
        POSTED,
    )
    first, second = export.posts
    assert (first.id, first.url, first.at) == (
        "https://blog.example/?p=1",
        "https://blog.example/1/",
        POSTED,
    )
    assert (first.text, first.comments) == ("Beitrag 1 Kaffee Guten Morgen", None)
    assert (second.id, second.text) == ("7", "Beitrag 2 a < b")


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"date_published": None}, "no date"),
        ({"date_published": "2024-02-31T00:00:00Z"}, "not a date"),
        ({"date_published": "2044-01-01T00:00:00Z"}, "date in the future"),
        ({"id": None, "url": ""}, "no id"),
        ({"tags": "Kaffee"}, "unexpected shape"),
    ],
    ids=["missing", "D3", "D7", "id", "J"],
)
def test_bad_items_of_a_json_feed_are_skipped(fields: dict[str, object], reason: str) -> None:
    export = one(json_feed(json_item(1, **fields), json_item(2)), "feed.json")
    assert len(export.posts) == 1 and ledger(export).reasons == {reason: 1}


def test_half_a_json_feed_is_refused() -> None:
    export = one(json_feed(json_item(1), json_item(2))[:-40], "feed.json")
    assert not export.posts and export.notes[0].startswith(
        "this JSON ends in the middle · feed.json"
    )


@pytest.mark.parametrize(
    ("when", "reason"),
    [
        ("", "no date"),
        ("gestern", "not a date"),
        ("Wed, 10 Jan 1990 10:30:00 GMT", "date before 1995"),
        ("Sun, 10 Jan 2044 10:30:00 GMT", "date in the future"),
    ],
    ids=["missing", "D4", "D6", "D7"],
)
def test_dates_that_cannot_be(when: str, reason: str) -> None:
    export = one(rss(rss_item(1, at=when), rss_item(2)))
    assert len(export.posts) == 1 and ledger(export).reasons == {reason: 1}


def test_zones_by_name() -> None:
    assert one(rss(rss_item(1, at="Wed, 10 Jan 2024 04:30:00 EST"))).posts[0].at == POSTED


@pytest.mark.parametrize(
    ("cell", "reason"),
    [("-3", "negative count"), ("drei", "not a number"), ("2.5", "not a whole number")],
    ids=["Q", "Q text", "Q half"],
)
def test_counts_that_cannot_be(cell: str, reason: str) -> None:
    assert ledger(one(rss(rss_item(1, f"<slash:comments>{cell}</slash:comments>")))).reasons == {
        reason: 1
    }


def test_a_feed_without_a_day_is_of_its_newest_post() -> None:
    assert one(rss(rss_item(1), built="")).exported_at == POSTED


@pytest.mark.parametrize("link", ["", "/"], ids=["missing", "relative"])
def test_a_feed_without_an_address_is_named_by_its_posts(link: str) -> None:
    assert one(rss(rss_item(1), link=link)).handle == "blog.example"


MIA, BEN = "<dc:creator>Mia Muster</dc:creator>", "<dc:creator>Ben Brand</dc:creator>"
MIA_2, BEN_2 = "<author>m@a.example (Mia Muster)</author>", "<author>ben@b.example</author>"
IN_ATOM = "<author><name>{}</name><email>x@blog.example</email></author>"
FEEDS = {
    "dc:creator": (rss(rss_item(1, author=MIA), rss_item(2, author=BEN)), "feed.xml"),
    "author": (rss(rss_item(1, author=MIA_2), rss_item(2, author=BEN_2)), "feed.xml"),
    "several of a post": (
        rss(rss_item(1, author=BEN + MIA), rss_item(2, author=BEN)),
        "feed.xml",
    ),
    "Atom": (
        atom(entry(1, IN_ATOM.format("Mia Muster")), entry(2, IN_ATOM.format("Ben Brand"))),
        "feed.xml",
    ),
    "JSON 1.1": (
        json_feed(
            json_item(1, authors=[{"name": "Mia Muster"}]),
            json_item(2, authors=[{"name": "Ben Brand"}]),
        ),
        "feed.json",
    ),
    "JSON 1.0": (
        json_feed(json_item(1), json_item(2, author={"name": "Ben"}), author={"name": "mia"}),
        "feed.json",
    ),
}


@pytest.mark.parametrize(("text", "name"), FEEDS.values(), ids=FEEDS)
def test_of_several_authors_only_the_person_counts(text: str, name: str) -> None:
    (export,) = read(text, name, person="Mia Muster")
    assert [post.url for post in export.posts] == ["https://blog.example/1/"]
    assert export.owner.name.casefold() in ("mia muster", "mia")
    (export,) = read(text, name)
    assert len(export.posts) == 2 and export.owner.name == ""
    (note,) = export.notes
    assert "all count" in note and "@" not in note


def test_a_feed_of_one_author_is_the_persons() -> None:
    text = rss(rss_item(1, author=BEN), rss_item(2))
    (export,) = read(text, person="Mia Muster")
    assert len(export.posts) == 2 and not export.notes


def test_comments_are_no_posts() -> None:
    answer = entry(2, '<thr:in-reply-to ref="tag:blog.example,2024:1"/>')
    assert [post.id[-1] for post in one(atom(entry(1), answer)).posts] == ["1"]
    export = one(rss(rss_item(1).replace("/1/<", "/1/#comment-12<")))
    assert (
        not export.posts
        and ledger(export).notes == {"comments, not posts": 1}
        and ledger(export).skipped == 0
    )


@pytest.mark.parametrize("name", ["feed", "feed.xml", "mia.RSS", "atom.rdf"])
def test_names_of_feeds(name: str) -> None:
    assert len(one(rss(rss_item(1)), name).posts) == 1


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (wxr(item(1)), "blog.xml"),
        (rss(rss_item(1)), "feed.html"),
        ("<html><rss-reader/></html>", "feed.xml"),
        ("<svg/>", "feed.xml"),
        ("", "feed"),
        ('{"version": "1"}', "feed.json"),
        ("[]", "feed.json"),
    ],
)
def test_what_is_no_feed_is_not_claimed(text: str, name: str) -> None:
    assert read(text, name) == []


def test_of_many_json_files_only_feeds_are_looked_into() -> None:
    files = [member(json_feed(json_item(1)), name) for name in ("feed.json", "posts.json")]
    assert Feeds().identify(files) == [(files[0],)]


def test_x1_x2_a_doctype_is_refused() -> None:
    export = one(rss(rss_item(1), start='<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/passwd">]>'))
    assert not export.posts and export.notes[0].startswith(
        "this XML has a DOCTYPE or ENTITY · feed.xml"
    )


CROWDS = {
    "attributes": "<x " + " ".join(f"a{number}=''" for number in range(101)) + "/>",
    "categories": "<category>a</category>" * 5_001,
    "undeclared": "<media:category>a</media:category>" * 5_001,
    "keywords": f"<x xmlns:i='urn:i'><i:Keywords>{'a,' * 5_000}</i:Keywords></x>",
}


@pytest.mark.parametrize("crowd", CROWDS.values(), ids=CROWDS)
def test_a_crowd_of_tags_or_attributes_is_refused(crowd: str) -> None:
    export = one(rss(rss_item(1).replace("</item>", f"{crowd}</item>")))
    assert export.notes[0].startswith("this has more tags or attributes than a feed has · feed.xml")


def test_as_many_tags_as_posts_can_have_are_read() -> None:
    tags = "".join(f"<category>Thema {number}</category>" for number in range(100))
    items = [rss_item(number).replace("</item>", f"{tags}</item>") for number in range(1, 50)]
    assert len(one(rss(*items)).posts) == 49


def test_a_channel_with_one_date_of_two_is_read() -> None:
    text = rss(rss_item(1)).replace("lastBuildDate>", "pubDate>")
    assert "<pubDate>" in text.partition("<item>")[0] and len(one(text).posts) == 1


def test_x3_a_feed_nested_too_deep_is_refused() -> None:
    assert (
        one(rss("<a>" * 100_000 + "</a>" * 100_000))
        .notes[0]
        .startswith("XML nested too deep · feed.xml")
    )


def test_x4_control_characters_are_removed() -> None:
    export = one(rss(rss_item(1).replace("Guten", "Gu\x10ten")))
    assert export.posts[0].text == "Beitrag 1 Kaffee Guten Morgen" and ledger(export).notes == {
        "control characters removed": 1
    }


def test_x5_undeclared_namespaces_are_read() -> None:
    export = one(rss(rss_item(1)).replace("xmlns:slash=", "xmlns:other="))
    assert export.posts[0].comments == 3 and ledger(export).notes


def test_half_a_feed_is_refused() -> None:
    assert (
        one(rss(rss_item(1), rss_item(2))[:-60])
        .notes[0]
        .startswith("this XML ends in the middle · feed.xml")
    )


def test_n_a_declared_encoding() -> None:
    export = one(
        rss(rss_item(1).replace("Guten", "Grüße")).replace("UTF-8", "ISO-8859-1").encode("latin-1")
    )
    assert "Grüße" in export.posts[0].text


def test_the_same_post_in_feed_and_export_is_one() -> None:
    (whole,) = inputs.extract(WordPress(), [member(wxr(item(1, comment(1)), item(2)), "blog.xml")])
    (account,), _ = merge_accounts([whole, one(rss(rss_item(2), rss_item(3)))])
    assert [(post.id[-1], post.comments) for post in account.posts] == [
        ("1", 1),
        ("2", 0),
        ("3", 3),
    ]


PIECES = [
    "<item>",
    "</item>",
    "<![CDATA[",
    "]]>",
    "<!--",
    "&",
    "<",
    ">",
    "\0",
    "</rss>",
    "<!DOCTYPE x>",
    "0000",
    "<category/>",
    'xml:base="//["',
    "",
]


@SETTINGS
@given(
    st.booleans(),
    st.lists(
        st.tuples(st.integers(0, 1500), st.integers(0, 30), st.sampled_from(PIECES)), max_size=5
    ),
)
def test_any_mutation_is_counted_or_refused(
    as_rss: bool, changes: list[tuple[int, int, str]]
) -> None:
    text = (
        rss(rss_item(1), rss_item(2))
        if as_rss
        else atom(entry(1), entry(2, "<thr:total>4</thr:total>"))
    )
    for place, length, piece in changes:
        text = text[:place] + piece + text[place + length :]
    read(text)


@SETTINGS
@given(st.binary(max_size=300))
def test_any_bytes_are_counted_or_refused(data: bytes) -> None:
    start, end = rss("@").encode().split(b"@")
    read(start + data + end)
    read(data)
    read(b'{"version": "https://jsonfeed.org/version/1", "items": [' + data + b"]}", "feed.json")


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inside: (
        st.lists(inside, max_size=3) | st.dictionaries(st.text(max_size=5), inside, max_size=3)
    ),
)


@SETTINGS
@given(
    st.lists(
        JSON | st.fixed_dictionaries({}, optional=dict.fromkeys(json_item(1), JSON)), max_size=5
    )
)
def test_every_item_of_a_json_feed_is_counted_once(items: list[object]) -> None:
    export = one(json_feed(*items), "feed.json")
    assert ledger(export).read == len(items) or export.notes


@pytest.mark.parametrize(("item", "root"), [("item", "rss"), ("entry", "feed")])
def test_a_feed_that_is_cut_off_counts_the_items_before(item: str, root: str) -> None:
    whole = f"<{item}><title>Tee</title></{item}>\n"
    text = f"<{root}>\n{whole * 10}<{item}><title>Kaf"
    (export,) = inputs.read(Feeds(), inputs.member(text, "feed.xml"))
    (row,) = export.ledger
    assert (row.read, row.used, row.skipped) == (10, 0, 10)
    assert row.reasons == {"this XML ends in the middle": 10}
