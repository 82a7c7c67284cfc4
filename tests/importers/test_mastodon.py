import json
import tarfile
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from klout_cli.files.container import Member, open_container
from klout_cli.importers.mastodon import BEFORE_4_3, DIRECT, Mastodon
from klout_cli.person.rows import Interaction, Level
from klout_cli.values.dates import midnight
from tests.importers import inputs
from tests.importers.inputs import FIXTURES, member, reasons, write_zip

SETTINGS = settings(deadline=None, derandomize=True, max_examples=40)
PUBLIC = "https://www.w3.org/ns/activitystreams#Public"
ME = "https://kiel.example/users/Mia"
FANS = f"{ME}/followers"
BEN = "https://bonn.example/users/ben"
CANARY = "canary-of-a-direct-message"
NAME = "archive-20260201101112-0123456789abcdef0123456789abcdef"
AT = midnight(2026, 1, 10) + 9 * 3600


def actor(**more: Any) -> dict[str, Any]:
    return {
        "id": ME,
        "type": "Person",
        "preferredUsername": "Mia",
        "name": "Mia Muster",
        "summary": "<p></p>",
    } | more


def post(
    number: int = 1, to: tuple[str, ...] = (PUBLIC,), cc: tuple[str, ...] = (FANS,), **more: Any
) -> dict[str, Any]:
    name = f"{ME}/statuses/{number}"
    note: dict[str, Any] = {
        "id": name,
        "type": "Note",
        "summary": None,
        "inReplyTo": None,
        "published": "2026-01-10T09:00:00Z",
        "tag": [],
    }
    note |= {"url": f"https://kiel.example/@Mia/{number}", "content": "<p>Guten&nbsp;Morgen</p>"}
    note |= {
        "likes": {"type": "Collection", "totalItems": 5},
        "shares": {"type": "Collection", "totalItems": 2},
    } | more
    made = {"id": f"{name}/activity", "type": "Create", "actor": ME, "published": note["published"]}
    return made | {"to": list(to), "cc": list(cc), "object": note}


def boost(number: int = 9, address: object = f"{BEN}/statuses/9") -> dict[str, Any]:
    made = {
        "id": f"{ME}/statuses/{number}/activity",
        "type": "Announce",
        "actor": ME,
        "published": "2026-01-11T09:00:00Z",
    }
    return made | {"to": [PUBLIC], "cc": [BEN, FANS], "object": address}


def mention(name: str, address: str) -> dict[str, str]:
    return {"type": "Mention", "href": address, "name": name}


def outbox(*found: object, total: int = 4711) -> dict[str, Any]:
    return {
        "id": "outbox.json",
        "type": "OrderedCollection",
        "totalItems": total,
        "orderedItems": list(found),
    }


def files(*found: object, root: str = "", **more: object) -> list[Member]:
    """An archive: an outbox with these activities, the actor, and other files by name without ending."""
    contents = {"actor": actor(), "outbox": outbox(*found)} | more
    return [member(json.dumps(content), f"{root}{name}.json") for name, content in contents.items()]


read = partial(inputs.read, Mastodon())
one = partial(inputs.read_one, Mastodon())


def test_an_archive() -> None:
    export = one(*files(post()))
    assert (export.network, export.handle, export.variant, export.exported_at) == (
        "mastodon",
        "mia@kiel.example",
        "archive",
        AT,
    )
    assert (export.owner.id, export.owner.name, export.owner.personal) == (ME, "Mia Muster", True)
    (found,) = export.posts
    assert (found.id, found.at, found.kind, found.public) == (
        f"{ME}/statuses/1",
        AT,
        "original",
        True,
    )
    assert (found.likes, found.shares, found.comments, found.text) == (5, 2, None, "Guten Morgen")
    assert found.url == "https://kiel.example/@Mia/1" and not export.notes


def test_direct_messages_are_counted_and_nothing_of_them_is_used() -> None:
    sent = post(
        2,
        to=(BEN,),
        cc=(),
        content=CANARY,
        tag=[mention("@ben@bonn.example", BEN)],
        inReplyTo=f"{BEN}/statuses/1",
    )
    export = one(*files(post(), sent))
    assert len(export.posts) == 1 and not export.interactions and CANARY not in repr(export)
    assert export.ledger[1].notes == {DIRECT: 1} and export.ledger[1].read == 2


@pytest.mark.parametrize(
    ("to", "cc", "public"),
    [
        ((PUBLIC,), (FANS,), True),
        ((FANS,), (PUBLIC,), True),
        (("as:Public",), (), True),
        ((FANS,), (BEN,), False),
    ],
    ids=["public", "unlisted", "short form", "followers only"],
)
def test_who_may_see_a_post(to: tuple[str, ...], cc: tuple[str, ...], public: bool) -> None:
    export = one(*files(post(to=to, cc=cc, tag=[mention("@ben@bonn.example", BEN)])))
    assert [found.public for found in export.posts] == [public] and bool(
        export.interactions
    ) == public


def test_a_wrong_total_changes_nothing() -> None:
    exports = [one(*files(outbox=outbox(post(), total=total))) for total in (0, 1, 9999)]
    assert exports[0] == exports[1] == exports[2]


def test_an_archive_before_4_3_counts_nothing_received_and_says_so() -> None:
    old = post()
    del old["object"]["likes"], old["object"]["shares"]
    export = one(*files(old))
    assert export.posts[0].likes is export.posts[0].shares is None and export.notes == (BEFORE_4_3,)


@pytest.mark.parametrize(
    ("answered", "kind"),
    [
        (f"{ME}/statuses/1", "self_reply"),
        ("https://kiel.example/@Mia/1", "self_reply"),
        (f"{BEN}/statuses/1", "reply"),
        (None, "original"),
    ],
)
def test_own_threads_and_answers_are_no_posts(answered: str | None, kind: str) -> None:
    assert one(*files(post(inReplyTo=answered))).posts[0].kind == kind


def test_boosts_are_no_posts_and_go_to_their_authors() -> None:
    export = one(
        *files(boost(), boost(10, f"{ME}/statuses/1"), boost(11, "https://note.example/notes/9xy"))
    )
    assert [found.kind for found in export.posts] == ["repost"] * 3 and {
        found.likes for found in export.posts
    } == {None}
    assert export.interactions == [Interaction("ben@bonn.example", "out", "repost", 1, AT + 86_400)]


def test_whom_posts_answer_and_name() -> None:
    people = [
        mention("@ben@bonn.example", BEN),
        mention("@Ida", "https://kiel.example/users/Ida"),
        {"type": "Hashtag", "name": "#x"},
    ]
    answer = post(2, inReplyTo=f"{BEN}/statuses/1", tag=people)
    export = one(*files(answer, post(3, tag=people[:1]), post(4, tag=[mention("@Mia", ME)])))
    assert {(found.partner, found.kind, found.count) for found in export.interactions} == {
        ("ben@bonn.example", "reply", 1),
        ("ida@kiel.example", "mention", 1),
        ("ben@bonn.example", "mention", 1),
    }


def test_numbered_addresses_are_told_by_the_people_named() -> None:
    numbered = "https://bonn.example/ap/users/11571"
    answer = post(
        2, inReplyTo=f"{numbered}/statuses/1", tag=[mention("@ben@bonn.example", numbered)]
    )
    (found,) = one(*files(answer, post(3, inReplyTo=f"{numbered}/statuses/1"))).interactions
    assert (found.partner, found.kind, found.count) == ("ben@bonn.example", "reply", 1)


def test_likes_given_have_no_date() -> None:
    given = {
        "id": "likes.json",
        "orderedItems": [
            f"{BEN}/statuses/1",
            "https://bonn.example/@ben/2",
            "https://x.example/notes/1",
            7,
            f"{ME}/1",
        ],
    }
    export = one(*files(likes=given))
    assert export.interactions == [Interaction("ben@bonn.example", "out", "reaction", 2)]
    assert reasons(export) == {"no account name": 1, "unexpected shape": 1}


def test_bookmarks_belong_to_it_and_stay_closed() -> None:
    members = [
        *files(post(), bookmarks={"orderedItems": [CANARY]}),
        member("x", "avatar.png"),
        member("x", "media_attachments/files/1/a.png"),
    ]
    (claimed,) = Mastodon().identify(members)
    (export,) = inputs.extract(Mastodon(), claimed)
    assert set(claimed) == set(members) and len(export.ledger) == 2


def test_the_profile() -> None:
    website = {
        "type": "PropertyValue",
        "name": "Web",
        "value": '<a href="https://www.mia.example/ueber/" rel="me">mia</a>',
    }
    full = actor(
        summary="<p>Kaffee</p>",
        icon={"type": "Image", "url": "avatar.png"},
        attachment=[website, {"name": "Stadt", "value": "Kiel"}],
    )
    about = one(*files(actor=full)).about
    assert (about.bio, about.picture, about.links) == (True, True, ("mia.example/ueber",))
    about = one(*files()).about
    assert (about.bio, about.picture, about.links) == (False, False, ())


LISTED = 'Account address,Show boosts,Notify on new posts,Languages\nBen@bonn.example,true,false,"de, en"\nida@kiel.example,true,false,\n'


@pytest.mark.parametrize(
    ("name", "metric"),
    [
        ("following_accounts.csv", "following"),
        ("following_accounts (1).csv", "following"),
        ("followers.csv", "followers"),
        ("follower_accounts.csv", "followers"),
    ],
)
@pytest.mark.parametrize(
    "text",
    [LISTED, LISTED.partition("\n")[2], "ben@bonn.example\r\n@ida@kiel.example", "\ufeff" + LISTED],
)
def test_lists_beside_it(name: str, metric: str, text: str) -> None:
    export = one(*files(post()), member(text, name))
    assert getattr(export, metric) == {
        "ben@bonn.example",
        "ida@kiel.example",
    } and export.levels == [Level(metric, 2)]


def test_a_list_alone_names_no_account() -> None:
    export = one(member(LISTED, "following_accounts.csv"))
    assert (export.variant, export.handle, export.owner.personal, export.levels) == (
        "lists of accounts",
        "mastodon",
        False,
        [Level("following", 2)],
    )


def test_a_list_with_holes_is_at_least_so_long() -> None:
    export = one(member(LISTED + ",true\nben@bonn.example,true\n", "following_accounts.csv"))
    assert export.levels == [Level("following", 2, quality="cut")] and reasons(export) == {
        "no account name": 1,
        "same account twice": 1,
    }


@pytest.mark.parametrize(
    "name", ["bookmarks.csv", "blocked_accounts.csv", "muted_accounts.csv", "lists.csv"]
)
def test_other_lists_are_nobody_followed(name: str) -> None:
    assert read(member(LISTED, name)) == []
    export = one(*files(post()), member(LISTED, name))
    assert not export.following and len(export.ledger) == 2


@pytest.mark.parametrize(
    "file",
    [
        member("[]", "outbox.json"),
        member('{"type": "Person"}', "actor.json"),
        member("name,followers\nBen,7\n", "followers.csv"),
        member("", "following_accounts.csv"),
    ],
    ids=["other outbox", "actor alone", "table of contacts", "empty"],
)
def test_what_is_no_archive_is_not_claimed(file: Member) -> None:
    assert read(file) == []


@pytest.mark.parametrize(
    ("more", "reason"),
    [
        ({"published": "gestern"}, "not a date"),
        ({"published": "2044-01-01T00:00:00Z"}, "date in the future"),
        ({"published": None}, "no date"),
        ({"likes": {"totalItems": -1}}, "negative count"),
        ({"likes": 7}, "unexpected shape"),
    ],
    ids=["D4", "D7", "no date", "Q", "J"],
)
def test_bad_posts_are_skipped_and_counted(more: dict[str, Any], reason: str) -> None:
    export = one(*files(post(1, **more), post(2)))
    assert len(export.posts) == 1 and reasons(export) == {reason: 1}


def test_the_same_post_twice_and_other_activities() -> None:
    export = one(*files(post(), post(), {"type": "Delete", "to": PUBLIC}))
    assert len(export.posts) == 1 and reasons(export) == {
        "same post twice": 1,
        "neither a post nor a boost": 1,
    }


def test_a_cut_off_outbox_costs_only_itself() -> None:
    text = json.dumps(outbox(post(), post(2)))
    export = one(member(text[:-40], "outbox.json"), member(json.dumps(actor()), "actor.json"))
    assert (
        not export.posts
        and export.handle == "mia@kiel.example"
        and reasons(export) == {"this JSON ends in the middle": 1}
    )


def test_zip_and_tar_gz_are_one_and_dated_by_their_name(tmp_path: Path) -> None:
    contents = {file.name: file.read() for file in files(post())}
    write_zip(tmp_path / f"{NAME}.zip", contents)
    with tarfile.open(tmp_path / f"{NAME}.tar.gz", "w:gz") as packed:
        for name, data in contents.items():
            info = tarfile.TarInfo(f"./{name}")
            info.size = len(data)
            packed.addfile(info, BytesIO(data))
    exports = [one(*container.members) for container in open_container(tmp_path)]
    assert [export.exported_at for export in exports] == [
        midnight(2026, 2, 1) + 10 * 3600 + 11 * 60 + 12
    ] * 2
    assert exports[0].posts == exports[1].posts and len(exports[0].posts) == 1


def test_two_archives_are_two_accounts() -> None:
    other = actor(id="https://bonn.example/users/ben", preferredUsername="ben")
    exports = read(*files(post(), root="a/"), *files(post(), root="b/", actor=other))
    assert [export.handle for export in exports] == ["mia@kiel.example", "ben@bonn.example"]


def test_order_of_files_does_not_matter() -> None:
    members = [
        *files(post(), boost(), likes={"orderedItems": [f"{BEN}/1"]}),
        member(LISTED, "following_accounts.csv"),
    ]
    assert read(*members) == read(*members[::-1])


@pytest.mark.skipif(not FIXTURES.exists(), reason="no fixtures here")
def test_every_fixture_is_read() -> None:
    found = {
        folder.name: [one(*container.members) for container in open_container(folder)]
        for folder in sorted((FIXTURES / "mastodon").iterdir())
    }
    (old,), (new, zipped), (lists,) = found.values()
    assert (old.handle, len(old.posts), sum(post.public for post in old.posts)) == (
        "purplerain@o3o.ca",
        171,
        163,
    )
    assert [post.kind for post in new.posts] == [
        "original",
        "reply",
        "repost",
    ] and new.posts == zipped.posts
    assert len(lists.following) == 59
    assert all(
        row.skipped == 0
        for exports in found.values()
        for export in exports
        for row in export.ledger
    )


VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.sampled_from(["", BEN, PUBLIC, "2026-01-10T09:00:00Z", "\ud800"]),
    lambda inner: (
        st.lists(inner, max_size=2)
        | st.dictionaries(
            st.sampled_from(["totalItems", "type", "href", "name"]), inner, max_size=2
        )
    ),
    max_leaves=4,
)


@SETTINGS
@given(
    st.dictionaries(st.sampled_from(sorted(post()["object"])), VALUES, max_size=3),
    st.dictionaries(st.sampled_from(sorted(post())), VALUES, max_size=2),
)
def test_any_activity_is_used_or_skipped(note: dict[str, Any], activity: dict[str, Any]) -> None:
    export = one(*files(post(1, **note) | activity, post(2)))
    assert export.ledger[1].read == 2


@SETTINGS
@given(
    st.integers(0, 1500),
    st.integers(0, 30),
    st.sampled_from(["", "{", "]", '"', "\\", "null", "\0", "\\ud800", "é"]),
)
def test_any_mutation_is_counted_or_refused(place: int, length: int, piece: str) -> None:
    text = json.dumps(outbox(post(), boost()))
    changed = text[:60] + text[60:][:place] + piece + text[60:][place + length :]
    read(member(changed, "outbox.json"), member(json.dumps(actor()), "actor.json"))


@SETTINGS
@given(st.binary(max_size=200))
def test_any_bytes_are_counted_or_refused(data: bytes) -> None:
    rest = [member(data, name) for name in ("actor.json", "likes.json")]
    read(
        member(json.dumps(outbox(post())), "outbox.json"),
        *rest,
        member(LISTED.encode() + data, "following_accounts.csv"),
    )
    read(member(b"Account address\n" + data, "following_accounts.csv"))


def test_pictures_and_videos_are_attachments() -> None:
    shown = [{"type": "Document", "mediaType": type} for type in ("image/png", "video/mp4")]
    posts = [post(1), *(post(n, attachment=[one]) for n, one in enumerate(shown, 2))]
    assert [found.media for found in one(*files(*posts)).posts] == ["none", "image", "video"]
