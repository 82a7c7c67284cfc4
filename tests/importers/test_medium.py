from functools import partial
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from klout_cli.files.container import Member, open_container
from klout_cli.importers.medium import Medium
from klout_cli.person.rows import Contact, Level
from tests.importers import inputs
from tests.importers.inputs import FIXTURES, at, member, write_zip

SETTINGS = settings(deadline=None, derandomize=True, max_examples=40)
CANARY = "canary-of-a-session"
ISO = "2024-01-10T09:30:00.123Z"
SUBTITLE = '<section data-field="subtitle" class="p-summary">\nEin Untertitel\n</section>'
TAGS = '<p class="p-tags">Tagged in <a href="https://medium.com/tag/kaffee" class="p-tag">Kaffee</a></p>'
HEADING = '<h3 class="graf graf--h3 graf--title">Beitrag</h3>'


read = partial(inputs.read, Medium())
one = partial(inputs.read_one, Medium())


def html(body: str, title: str = "Seite") -> str:
    head = (
        f'<meta http-equiv="Content-Type" content="text/html; charset=utf-8"><title>{title}</title>'
    )
    return f"<!DOCTYPE html>\n<html><head>{head}</head><body>{body}</body></html>\n"


def text_of_post(
    subtitle: str = SUBTITLE,
    tags: str = TAGS,
    body: str = f"{HEADING}<p>Guten&nbsp;Morgen</p>",
    when: str = f'<time class="dt-published" datetime="{ISO}">January 10, 2024</time>',
    link: str = '<p><a href="https://medium.com/@MiaMuster/beitrag-70c5683f3778" class="p-canonical">Canonical link</a></p>',
    exported: str = "January 27, 2024",
) -> str:
    return html(
        f'<article class="h-entry"><header><h1 class="p-name">Beitrag</h1></header>{subtitle}'
        f'<section data-field="body" class="e-content"><section name="1901">{body}</section></section><footer>{tags}'
        f'<p>By <a href="https://medium.com/@MiaMuster" class="p-author h-card">Mia Muster</a> on '
        f'<a href="https://medium.com/p/70c5683f3778">{when}</a>.</p>{link}'
        f'<p>Exported from <a href="https://medium.com">Medium</a> on {exported}.</p></footer></article>'
    )


def post(
    text: str = "", name: str = "2024-01-10_beitrag-70c5683f3778.html", root: str = ""
) -> Member:
    return member(text or text_of_post(), f"{root}posts/{name}")


def profile(address: str = "https://medium.com/@Mia", name: str = "Mia Muster") -> Member:
    account = f'<li><b>Profile:</b> <a class="u-url" href="{address}">@Mia</a></li><li><b>Email address:</b> {CANARY}@post.example</li>'
    return member(
        html(f'<section class="h-card"><h3 class="p-name">{name}</h3><ul>{account}</ul></section>'),
        "profile/profile.html",
    )


def following(*people: str, page: int = 1) -> Member:
    rows = "".join(
        f'<li class="h-entry"><a class="h-cite u-like-of" href="{person}">@{person[-3:]}</a></li>'
        for person in people
    )
    return member(
        html(f"<section><h3>Mia followed users</h3><ul>{rows}</ul></section>"),
        f"users-following/users-following-000{page}.html",
    )


def closed(folder: str) -> Member:
    return member(html(f"<ul><li>{CANARY}</li></ul>"), f"{folder}/{folder}-0001.html")


def test_an_archive() -> None:
    export = one(post(), profile(), following("https://medium.com/@Ben"))
    assert (export.network, export.handle, export.variant) == (
        "blog",
        "medium.com/@mia",
        "Medium archive",
    )
    assert (export.owner.name, export.owner.personal, export.exported_at) == (
        "Mia Muster",
        False,
        at("2024-01-27"),
    )
    (found,) = export.posts
    assert (found.id, found.at, found.kind, found.public) == (
        "70c5683f3778",
        at("2024-01-10 09:30:00"),
        "original",
        True,
    )
    assert found.url == "https://medium.com/@MiaMuster/beitrag-70c5683f3778"
    assert found.text == "Beitrag Ein Untertitel Kaffee Beitrag Guten Morgen"
    assert found.likes is found.comments is found.shares is None
    assert (
        export.levels == [Level("following", 1)]
        and export.following == {"ben"}
        and export.contacts == [Contact("ben", "@Ben")]
    )


def test_without_a_profile_the_author_names_it() -> None:
    export = one(post())
    assert (export.handle, export.owner.name, export.levels) == (
        "medium.com/@miamuster",
        "Mia Muster",
        [],
    )


@pytest.mark.parametrize(
    ("subtitle", "tags", "body", "kind"),
    [
        ("", "", "<p>Sehr richtig</p>", "reply"),
        (SUBTITLE, "", "<p>Sehr richtig</p>", "original"),
        ("", TAGS, "<p>Sehr richtig</p>", "original"),
        ("", "", f"{HEADING}<p>Sehr richtig</p>", "original"),
    ],
    ids=["response", "subtitle", "tags", "heading"],
)
def test_own_responses_are_no_posts(subtitle: str, tags: str, body: str, kind: str) -> None:
    assert one(post(text_of_post(subtitle, tags, body))).posts[0].kind == kind


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (text_of_post(), "draft_beitrag-70c5683f3778.html"),
        (text_of_post(when="", link=""), "beitrag.html"),
    ],
    ids=["name", "neither date nor address"],
)
def test_drafts_are_no_posts(text: str, name: str) -> None:
    export = one(post(text, name))
    (row,) = export.ledger
    assert not export.posts and row.notes == {"unpublished posts": 1} and not row.skipped


def test_without_a_moment_the_day_stands_in_the_name() -> None:
    (found,) = one(post(text_of_post(when=""))).posts
    assert (found.at, found.precision) == (at("2024-01-10"), "day")


@pytest.mark.parametrize(
    ("when", "reason"),
    [
        ("", "no date"),
        ('<time class="dt-published" datetime="gestern">x</time>', "not a date"),
        ('<time class="dt-published" datetime="1990-01-01T00:00:00Z">x</time>', "date before 1995"),
        (
            '<time class="dt-published" datetime="2044-01-01T00:00:00Z">x</time>',
            "date in the future",
        ),
    ],
    ids=["missing", "D4", "D6", "D7"],
)
def test_dates_that_cannot_be(when: str, reason: str) -> None:
    export = one(post(text_of_post(when=when), "beitrag-70c5683f3778.html"))
    assert not export.posts and export.ledger[0].reasons == {reason: 1}


@pytest.mark.parametrize(
    ("exported", "expected"),
    [
        ("February 3, 2024", "2024-02-03"),
        ("heute", "2024-01-10 09:30:00"),
        ("May 5, 2044", "2024-01-10 09:30:00"),
    ],
)
def test_the_day_of_the_export(exported: str, expected: str) -> None:
    assert one(post(text_of_post(exported=exported))).exported_at == at(expected)


def test_following_stands_on_several_pages() -> None:
    first = following("https://medium.com/@Ben", "https://Ida.medium.com", page=1)
    export = one(post(), first, following("https://medium.com/@ben", "", page=2))
    assert export.following == {"ben", "ida"} and export.levels == [
        Level("following", 2, quality="cut")
    ]
    assert export.ledger[-1].reasons == {"no name": 1}


@pytest.mark.parametrize(
    "folder", ["ips", "sessions", "claps", "bookmarks", "blocks", "partner-program"]
)
def test_other_pages_belong_to_it_and_stay_closed(folder: str) -> None:
    (claimed,) = Medium().identify([post(), closed(folder)])
    (export,) = inputs.extract(Medium(), claimed)
    assert len(claimed) == 2 and len(export.ledger) == 1 and CANARY not in repr(export)


def test_no_address_is_kept() -> None:
    assert CANARY not in repr(one(post(), profile()))


def test_a_zip_with_a_folder_around_it(tmp_path: Path) -> None:
    path = tmp_path / "medium-export.zip"
    write_zip(
        path,
        {
            "posts/2024-01-10_beitrag-70c5683f3778.html": text_of_post(),
            "profile/profile.html": profile().read(),
            "README.html": html("Hallo"),
        },
        "medium-export/",
    )
    (container,) = open_container(path)
    assert set(*Medium().identify(container.members)) == set(container.members)
    assert one(*container.members).handle == "medium.com/@mia"


@pytest.mark.parametrize(
    ("name", "private"),
    [
        ("posts/2024-01-10_my-message-to-you-70c5683f3778.html", False),
        ("x/posts/12.a-message.html", False),
        ("messages/posts/1.html", True),
        ("posts/messages/1.html", True),
    ],
)
def test_a_title_does_not_make_a_post_private(name: str, private: bool) -> None:
    assert member("", name).private == private


def test_two_archives_are_two_accounts() -> None:
    exports = read(post(root="a/"), post(text_of_post().replace("@MiaMuster", "@zwei"), root="b/"))
    assert [export.handle for export in exports] == ["medium.com/@miamuster", "medium.com/@zwei"]


@pytest.mark.parametrize(
    "file",
    [
        member(html("<p>Hallo</p>"), "posts/1.html"),
        member(text_of_post(), "seite.html"),
        member(text_of_post(), "posts/1.txt"),
        member("", "posts/1.html"),
        profile(),
    ],
    ids=["other page", "no folder", "no page", "empty", "profile alone"],
)
def test_what_is_no_archive_is_not_claimed(file: Member) -> None:
    assert read(file) == []


@pytest.mark.parametrize("text", ["", " \n", "<!-- -->"])
def test_an_empty_page_costs_only_itself(text: str) -> None:
    export = one(post(), member(text, "posts/2024-01-11_leer-80c5683f3778.html"))
    assert len(export.posts) == 1 and [row.skipped for row in export.ledger] == [0, 1]


def test_a_page_nested_too_deep_costs_only_itself() -> None:
    deep = text_of_post(body="<div>" * 100_000)
    export = one(post(), post(deep, "2024-01-11_tief-80c5683f3778.html"))
    assert {found.id for found in export.posts} >= {"70c5683f3778"}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings(encoding: str) -> None:
    export = one(
        post(),
        member(text_of_post(body="Grüße").encode(encoding), "posts/2024-01-11_b-80c5683f3778.html"),
    )
    assert export.posts[1].text.endswith("Grüße")


def test_order_of_files_does_not_matter() -> None:
    files = [
        post(),
        profile(),
        following("https://medium.com/@Ben"),
        post(name="2024-01-11_b-80c5683f3778.html"),
    ]
    assert read(*files) == read(*reversed(files))


@pytest.mark.skipif(not FIXTURES.exists(), reason="no fixtures here")
def test_every_fixture_is_read() -> None:
    (container,) = open_container(FIXTURES / "medium" / "TryGhost__migrate")
    export = one(*container.members)
    assert (
        export.handle,
        sum(found.kind == "original" for found in export.posts),
        len(export.posts),
    ) == ("medium.com/@username", 6, 7)
    assert {row.file: dict(row.reasons) for row in export.ledger if row.skipped} == {
        "TryGhost__migrate:export/posts/no-date-post.html": {"no date": 1}
    }


PIECES = [
    "<article>",
    "</article>",
    "<time class='dt-published'>",
    "<!--",
    "&",
    "<",
    ">",
    "\0",
    "</html>",
    "<!DOCTYPE x [",
    "é",
    "\x10",
    "",
]


@SETTINGS
@given(
    st.lists(
        st.tuples(st.integers(0, 1500), st.integers(0, 40), st.sampled_from(PIECES)), max_size=5
    )
)
def test_any_mutation_is_counted_or_refused(changes: list[tuple[int, int, str]]) -> None:
    text = text_of_post()
    for place, length, piece in changes:
        text = text[:place] + piece + text[place + length :]
    export = one(post(), post(text, "2024-01-11_b-80c5683f3778.html"))
    assert sum(row.read for row in export.ledger) == 2


@SETTINGS
@given(st.binary(max_size=300))
def test_any_bytes_are_counted_or_refused(data: bytes) -> None:
    files = [
        member(data, name)
        for name in ("posts/2.html", "profile/profile.html", "users-following/1.html")
    ]
    read(post(), *files)
    read(*files)
