import tracemalloc
from collections.abc import Iterable, Mapping
from functools import partial
from hashlib import sha256
from itertools import takewhile
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from libipld import encode_dag_cbor

from klout_cli.files.container import open_container
from klout_cli.importers.bluesky import (
    BROKEN,
    DIGITS,
    LONGEST_KEY,
    MISSING,
    NOT_NEEDED,
    Bluesky,
)
from klout_cli.person.rows import Export, Interaction, Level
from klout_cli.values.dates import DAY, midnight
from tests.importers import inputs
from tests.importers.inputs import FIXTURES, member

SETTINGS = settings(deadline=None, derandomize=True, max_examples=40)
ME, BEN, IDA = (f"did:plc:{name * 6}" for name in ("miam", "benb", "idai"))
AT = midnight(2026, 1, 10)
ISO = "2026-01-10T09:30:00.123Z"

Records = Mapping[str, Any]


def key_of(at: float) -> str:
    """The key that a server makes of a moment."""
    number, digits = int(at * 1_000_000) << 10, ""
    for _ in range(13):
        number, digit = divmod(number, 32)
        digits = DIGITS[digit] + digits
    return digits


def prefix(number: int) -> bytes:
    """A length as the format writes it."""
    written = b""
    while number > 127:
        number, low = number >> 7, number & 127
        written += bytes([low | 128])
    return written + bytes([number])


class Car:
    """Blocks of a file, each under the sum of its content."""

    def __init__(self) -> None:
        self.blocks: dict[bytes, bytes] = {}

    def add(self, value: object, data: bytes = b"") -> bytes:
        data = data or encode_dag_cbor(value)
        link = b"\x01\x71\x12\x20" + sha256(data).digest()
        self.blocks[link] = data
        return link

    def written(self, root: bytes, without: Iterable[bytes] = ()) -> bytes:
        header = encode_dag_cbor({"roots": [root], "version": 1})
        kept = (link + data for link, data in self.blocks.items() if link not in without)
        return b"".join(prefix(len(part)) + part for part in (header, *kept))


def alike(one: str, other: str) -> int:
    """With how many equal characters two keys begin."""
    return len(list(takewhile(lambda two: two[0] == two[1], zip(one, other, strict=False))))


def node(
    car: Car, links: Mapping[str, bytes], left: bytes | None = None, right: bytes | None = None
) -> bytes:
    """A node of the tree: keys are shortened by what they share with the one before.

    `right` lies behind the last of them.
    """
    keys = sorted(links)
    shared = [alike(*pair) for pair in zip(["", *keys], keys, strict=False)]
    entries = [
        {"p": p, "k": key[p:].encode(), "v": links[key], "t": None}
        for p, key in zip(shared, keys, strict=True)
    ]
    if entries and right:
        entries[-1]["t"] = right
    return car.add({"e": entries, "l": left})


def repository(
    records: Records, lost: Iterable[str] = (), rev: str = "", did: object = ME
) -> bytes:
    """A repository with a tree of three nodes; the records of `lost` keys are not in the file."""
    car = Car()
    links = {key: car.add(record) for key, record in records.items()}
    third = len(links) // 3
    keys = sorted(links)
    left, middle, right = (
        {key: links[key] for key in part}
        for part in (keys[:third], keys[third : 2 * third + 1], keys[2 * third + 1 :])
    )
    tree = node(car, middle, node(car, left) if left else None, node(car, right) if right else None)
    root = car.add({"did": did, "version": 3, "data": tree, "rev": rev, "prev": None, "sig": b"0"})
    return car.written(root, [links[key] for key in lost])


def post(**more: Any) -> dict[str, Any]:
    return {
        "$type": "app.bsky.feed.post",
        "text": "Guten Morgen",
        "createdAt": ISO,
        "langs": ["de"],
    } | more


def about(did: str, at: str = ISO) -> dict[str, Any]:
    return {
        "subject": {"uri": f"at://{did}/app.bsky.feed.post/3lbq2aaaaaa2a", "cid": "x"},
        "createdAt": at,
    }


def answer(did: str) -> dict[str, Any]:
    uri = {"uri": f"at://{did}/app.bsky.feed.post/3lbq2aaaaaa2a", "cid": "x"}
    return {"root": uri, "parent": uri}


def named(*dids: str) -> list[dict[str, Any]]:
    features = [{"$type": "app.bsky.richtext.facet#mention", "did": did} for did in dids]
    link = {"$type": "app.bsky.richtext.facet#link", "uri": "https://mia.example"}
    return [{"index": {"byteStart": 0, "byteEnd": 2}, "features": [*features, link]}]


def key(number: int, collection: str = "feed.post", at: int = AT) -> str:
    return f"app.bsky.{collection}/{key_of(at + 9 * 3600 + number)}"


read = partial(inputs.read, Bluesky())


def one(data: bytes | Records) -> Export:
    (export,) = read(member(data if isinstance(data, bytes) else repository(data), "repo.car"))
    return export


def test_a_repository() -> None:
    profile = {
        "$type": "app.bsky.actor.profile",
        "displayName": "Mia Muster",
        "description": "Kaffee. https://mia.example/blog",
    }
    export = one(
        {
            "app.bsky.actor.profile/self": profile,
            key(1): post(tags=["kaffee"]),
            key(2, "graph.follow"): {"subject": BEN},
        }
    )
    assert (export.network, export.handle, export.variant) == ("bluesky", ME, "repository")
    assert (export.owner.id, export.owner.name, export.owner.personal) == (ME, "Mia Muster", True)
    assert (export.about.bio, export.about.picture, export.about.links) == (
        True,
        False,
        ("mia.example/blog",),
    )
    (found,) = export.posts
    assert (found.at, found.kind, found.text) == (
        AT + 9 * 3600 + 1800,
        "original",
        "Guten Morgen kaffee",
    )
    assert found.url == f"https://bsky.app/profile/{ME}/post/{found.id}"
    assert found.likes is found.comments is found.shares is None
    assert export.following == {BEN} and export.levels == [Level("following", 1)]


def test_every_key_of_a_compressed_tree_is_found() -> None:
    records = {key(number): post(text=f"Nr. {number}") for number in range(20)}
    export = one(records)
    assert {f"app.bsky.feed.post/{found.id}" for found in export.posts} == set(records)


@pytest.mark.parametrize(("did", "kind"), [(ME, "self_reply"), (BEN, "reply")])
def test_answers_and_threads_are_no_posts(did: str, kind: str) -> None:
    export = one({key(1): post(reply=answer(did))})
    assert export.posts[0].kind == kind and bool(export.interactions) == (did == BEN)


def test_what_was_given() -> None:
    second = AT + 9 * 3600 + 1800
    records = {
        key(1): post(reply=answer(BEN), facets=named(BEN, IDA, ME)),
        key(2, "feed.like"): about(IDA),
        key(3, "feed.repost"): about(BEN),
    }
    export = one(records | {key(4, "feed.like"): about(ME)})
    assert export.interactions == [
        Interaction(BEN, "out", "reply", 1, second),
        Interaction(BEN, "out", "repost", 1, second),
        Interaction(IDA, "out", "mention", 1, second),
        Interaction(IDA, "out", "reaction", 1, second),
    ]
    assert [found.kind for found in export.posts] == ["reply", "repost"]


def test_records_of_other_apps_and_blocks_are_not_used() -> None:
    others = {
        "com.whtwnd.blog.entry/1": post(),
        "fyi.unravel.frontpage.post/2": {},
        key(1, "graph.block"): {"subject": BEN},
    }
    export = one({key(2): post()} | others)
    assert (
        len(export.posts) == 1
        and not export.following
        and export.ledger[0].notes == {NOT_NEEDED: 3}
    )


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        (ISO, AT + 9 * 3600 + 1800),
        ("2026-01-10T09:30:00", AT + 9 * 3600 + 1800),
        ("2026-01-10T11:30:00+02:00", AT + 9 * 3600 + 1800),
        ("2016-01-10T09:30:00Z", AT + 9 * 3600 + 1),
        ("2044-01-10T09:30:00Z", AT + 9 * 3600 + 1),
        ("gestern", AT + 9 * 3600 + 1),
        (None, AT + 9 * 3600 + 1),
    ],
    ids=["fractions", "no zone", "offset", "another day", "D7", "D4", "none"],
)
def test_the_key_tells_the_day_where_the_app_is_wrong(stated: str | None, expected: int) -> None:
    assert one({key(1): post(createdAt=stated)}).posts[0].at == expected


@pytest.mark.parametrize(
    ("stated", "reason"),
    [("gestern", "not a date"), ("2044-01-01T00:00:00Z", "date in the future"), (None, "no date")],
    ids=["D4", "D7", "none"],
)
@pytest.mark.parametrize("collection", ["feed.post", "feed.like"])
def test_without_such_a_key_a_bad_date_is_skipped(
    stated: str | None, reason: str, collection: str
) -> None:
    record = post(createdAt=stated) | about(BEN, stated)  # type: ignore[arg-type]
    export = one({f"app.bsky.{collection}/self": record})
    assert not export.posts and not export.interactions and export.ledger[0].reasons == {reason: 1}


@pytest.mark.parametrize(
    ("rev", "expected"),
    [
        (key_of(AT + 5 * DAY), AT + 5 * DAY),
        ("", AT + 9 * 3600 + 1800),
        (key_of(AT * 2), AT + 9 * 3600 + 1800),
    ],
)
def test_the_day_of_the_export_is_that_of_the_last_change(rev: str, expected: int) -> None:
    assert one(repository({key(1): post()}, rev=rev)).exported_at == expected


def test_a_record_that_is_not_in_the_file_is_counted() -> None:
    records = {
        key(1): post(),
        key(2): post(text="weg"),
        key(3, "graph.follow"): {"subject": BEN},
        key(4, "graph.follow"): {"subject": IDA},
    }
    export = one(repository(records, lost=[key(2), key(4, "graph.follow")]))
    assert len(export.posts) == 1 and export.ledger[0].reasons == {MISSING: 2}
    assert export.levels == [Level("following", 1, quality="cut")]


@pytest.mark.parametrize(
    "record",
    [{"text": 7}, {"reply": {"parent": "x"}}, {"facets": {}}, [], "text", None],
    ids=["text", "reply", "facets", "list", "word", "nothing"],
)
def test_a_record_of_another_shape_costs_only_itself(record: Any) -> None:
    export = one({key(1): post(), key(2): post(**record) if isinstance(record, dict) else record})
    assert len(export.posts) == 1 and export.ledger[0].reasons == {"unexpected shape": 1}


def test_a_tree_that_leads_back_to_itself_ends() -> None:
    car = Car()
    again = node(car, {key(1): car.add(post())})
    twice = node(car, {key(2): car.add(post(text="zwei"))}, again, again)
    export = one(car.written(car.add({"did": ME, "version": 3, "data": twice, "rev": ""})))
    assert len(export.posts) == 2 and export.ledger[0].reasons == {"unexpected shape": 1}


WHOLE = repository(
    {key(number): post(text=f"Nr. {number} äöü 🚘") for number in range(6)}
    | {key(9, "graph.follow"): {"subject": BEN}}
)


def deep() -> bytes:
    car = Car()
    car.add(None, b"\x81" * 200_000 + b"\x00")
    return car.written(car.add({"did": ME}))


@pytest.mark.parametrize(
    "data",
    [
        WHOLE[:-10],
        WHOLE[:60],
        deep(),
        repository({}, did=7),
        repository({key(1): post()}, did="did:plc:" + "x" * 2041),
        Car().written(b"\x01\x71\x12\x20" + b"0" * 32),
        WHOLE + prefix(1 << 40),
        WHOLE + b"\xff" * 1_000_000,
    ],
    ids=[
        "Z6 cut off",
        "header alone",
        "nested deep",
        "no owner",
        "an owner longer than the protocol allows",
        "no root",
        "lying length",
        "endless length",
    ],
)
def test_a_damaged_repository_is_skipped_and_counted(data: bytes) -> None:
    export = one(data)
    assert not export.posts and export.ledger[0].reasons == {BROKEN: 1} and len(export.notes) == 1


@pytest.mark.parametrize(
    "damage",
    [b"\xff\xfe\xfd\xfc\xfb\xfa", b"\x81" * 6],
    ids=["N5 not UTF-8", "another letter than UTF-8's"],
)
def test_a_damaged_record_is_skipped_alone(damage: bytes) -> None:
    export = one(WHOLE.replace("äöü".encode(), damage, 1))
    assert len(export.posts) == 5 and len(export.following) == 1
    assert export.ledger[0].reasons == {"damaged": 1} and export.ledger[0].used == 6


def test_j2_a_record_nested_deep_is_skipped_alone() -> None:
    car = Car()
    bad = car.add(None, b"\x81" * 200_000 + b"\x00")
    tree = car.add({"e": [{"p": 0, "k": key(1).encode(), "v": bad, "t": None}], "l": None})
    export = one(car.written(car.add({"did": ME, "version": 3, "data": tree, "rev": ""})))
    assert export.ledger[0].reasons == {"damaged": 1}


def test_a_damaged_part_of_the_tree_is_counted() -> None:
    car = Car()
    bad = car.add(None, b"\x61\xff")
    tree = node(car, {key(1): car.add(post())}, bad)
    export = one(car.written(car.add({"did": ME, "version": 3, "data": tree, "rev": ""})))
    assert len(export.posts) == 1 and export.ledger[0].reasons == {"damaged": 1}


def entry(shared: int, rest: bytes, link: bytes) -> dict[str, Any]:
    return {"p": shared, "k": rest, "v": link, "t": None}


def with_tree(car: Car, entries: list[dict[str, Any]]) -> bytes:
    tree = car.add({"e": entries, "l": None})
    return car.written(car.add({"did": ME, "version": 3, "data": tree, "rev": ""}))


@pytest.mark.parametrize(("length", "posts"), [(LONGEST_KEY, 2), (LONGEST_KEY + 1, 1)])
def test_a_key_longer_than_the_protocol_allows_is_damaged(length: int, posts: int) -> None:
    car = Car()
    start = b"app.bsky.feed.post/"
    entries = [
        entry(0, start.ljust(length, b"x"), car.add(post())),
        entry(len(start), b"short", car.add(post(text="kurz"))),
    ]
    export = one(with_tree(car, entries))
    assert len(export.posts) == posts
    assert export.ledger[0].reasons == ({"damaged": 1} if posts == 1 else {})


def test_w3_keys_that_grow_from_one_to_the_next_take_no_more_room_than_the_file() -> None:
    car = Car()
    start, link = b"app.bsky.feed.post/", car.add(post())
    entries = [entry(len(start) + 9 * number, b"123456789", link) for number in range(8000)]
    data = with_tree(car, [entry(0, start, link), *entries])
    tracemalloc.start()
    export = one(data)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len(export.posts) == 1 + (LONGEST_KEY - len(start)) // 9
    assert export.ledger[0].read == 8001 and peak < 64 << 20


def test_a_large_record_under_many_keys_is_read_as_often_as_the_file_could_hold() -> None:
    car = Car()
    link = car.add(post(text="wort " * 20_000))
    keys = [key(number).encode() for number in range(200)]
    export = one(with_tree(car, [entry(0, name, link) for name in keys]))
    assert len(export.posts) == 2 and export.ledger[0].reasons == {"damaged": 198}


@pytest.mark.parametrize(
    ("damage", "quality"), [({"subject": 7}, "cut"), ({"subject": IDA}, "exact")]
)
def test_who_is_followed_is_cut_where_something_is_damaged(damage: Any, quality: str) -> None:
    follows = {key(1, "graph.follow"): {"subject": BEN}, key(2, "graph.follow"): damage}
    (level,) = one(follows).levels
    assert level.quality == quality


def test_links_written_as_text_are_no_repository() -> None:
    car = Car()
    tree = car.add({"e": [], "l": None})
    export = one(car.written(car.add({"did": ME, "version": 3, "data": tree.hex(), "rev": ""})))
    assert export.ledger[0].reasons == {BROKEN: 1}


@pytest.mark.parametrize("data", [b"", b"roots", b"{}", encode_dag_cbor({"version": 1})])
def test_other_files_are_not_claimed(data: bytes) -> None:
    assert read(member(data, "repo.car")) == []


def test_two_repositories_are_two_accounts() -> None:
    exports = read(member(WHOLE, "a.car"), member(repository({key(1): post()}, did=BEN), "b.car"))
    assert [export.handle for export in exports] == [ME, BEN]


@pytest.mark.skipif(not FIXTURES.exists(), reason="no fixtures here")
def test_every_fixture_is_read() -> None:
    (good,) = read(*open_container(FIXTURES / "bluesky/own__synthetic")[0].members)
    assert good.handle == "did:plc:erikabeispielerikabeispi" and good.ledger[0].used == 6
    assert [found.kind for found in good.posts] == ["original", "reply", "repost"]
    (bad,) = read(*open_container(FIXTURES / "bluesky/Lawhacknifemi__demo-pds")[0].members)
    assert bad.ledger[0].reasons == {BROKEN: 1}


@SETTINGS
@given(
    st.lists(
        st.tuples(st.integers(20, len(WHOLE)), st.integers(0, 9), st.binary(max_size=9)), max_size=4
    )
)
def test_any_damage_is_counted(changes: list[tuple[int, int, bytes]]) -> None:
    data = WHOLE
    for place, length, piece in changes:
        data = data[:place] + piece + data[place + length :]
    assert len(read(member(data, "repo.car"))) == 1


VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-5, 5)
    | st.binary(max_size=5)
    | st.sampled_from(["", ISO, f"at://{BEN}/x", "app.bsky.richtext.facet#mention"]),
    lambda inner: (
        st.lists(inner, max_size=2)
        | st.dictionaries(
            st.sampled_from(["uri", "parent", "did", "features", "$type"]), inner, max_size=2
        )
    ),
    max_leaves=5,
)


@SETTINGS
@given(
    st.sampled_from(["feed.post", "feed.like", "feed.repost", "graph.follow", "actor.profile"]),
    st.dictionaries(
        st.sampled_from(
            ["text", "createdAt", "subject", "reply", "facets", "tags", "displayName", "avatar"]
        ),
        VALUES,
        max_size=4,
    ),
)
def test_any_record_is_used_or_skipped(collection: str, record: dict[str, Any]) -> None:
    assert one({key(1): post(), key(2, collection): record}).ledger[0].read == 2


@SETTINGS
@given(
    st.dictionaries(st.sampled_from(["e", "l", "did", "data", "rev"]), VALUES, max_size=5),
    st.booleans(),
)
def test_any_node_and_root_is_counted(values: dict[str, Any], root: bool) -> None:
    car = Car()
    tree = node(car, {key(1): car.add(post())}) if root else car.add({"e": [], "l": None} | values)
    commit = {"did": ME, "data": tree, "rev": ""}
    one(car.written(car.add(commit | values if root else commit)))


def test_pictures_and_videos_are_embedded_alone_or_beside_a_quoted_post() -> None:
    images = {"$type": "app.bsky.embed.images", "images": []}
    quoting = {
        "$type": "app.bsky.embed.recordWithMedia",
        "media": {"$type": "app.bsky.embed.video"},
    }
    export = one({key(1): post(), key(2): post(embed=images), key(3): post(embed=quoting)})
    assert [found.media for found in export.posts] == ["none", "image", "video"]
