import json
from functools import partial
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from klout_cli.files.container import Member, open_container
from klout_cli.importers.telegram import (
    ALBUM,
    ONE_CHANNEL,
    PRIVATE,
    SERVICE,
    UNSUPPORTED,
    WHOLE_ACCOUNT,
    Telegram,
)
from klout_cli.person.rows import Export
from klout_cli.values.dates import midnight
from tests.importers import inputs
from tests.importers.inputs import FIXTURES, member

SETTINGS = settings(deadline=None, derandomize=True, max_examples=40)
CANARY = "canary-of-a-private-chat"
AT = midnight(2026, 1, 10) + 9 * 3600
FOLDER = "ChatExport_2026-02-01/"


def message(number: int = 1, **more: Any) -> dict[str, Any]:
    made = {
        "id": number,
        "type": "message",
        "date": "2026-01-10T10:00:00",
        "date_unixtime": str(AT),
        "from": "Kaffee",
        "from_id": "channel77",
    }
    return (
        made
        | {"text": "Guten Morgen", "text_entities": [{"type": "plain", "text": "Guten Morgen"}]}
        | more
    )


def reactions(*counts: Any) -> list[dict[str, Any]]:
    return [{"type": "emoji", "count": count, "emoji": "🔥"} for count in counts]


def channel(
    *messages: object, kind: str = "public_channel", name: object = "Kaffee", **more: object
) -> dict[str, Any]:
    return {"name": name, "type": kind, "id": 77, **more, "messages": messages}


def file(content: object, name: str = f"{FOLDER}result.json") -> Member:
    return member(
        content
        if isinstance(content, bytes)
        else json.dumps(content, indent=1, ensure_ascii=False),
        name,
    )


read = partial(inputs.read, Telegram(), zone="Europe/Berlin")


def one(*messages: object) -> Export:
    (export,) = read(file(channel(*messages)))
    return export


def test_a_channel() -> None:
    export = one(message(reactions=reactions(7, 3)))
    assert (export.network, export.handle, export.variant) == (
        "other",
        "Telegram/Kaffee",
        "channel",
    )
    assert (export.owner.id, export.owner.personal) == ("77", False)
    assert export.exported_at == midnight(2026, 2, 2) - 1
    (found,) = export.posts
    assert (found.id, found.at, found.kind, found.public, found.text) == (
        "1",
        AT,
        "original",
        True,
        "Guten Morgen",
    )
    assert (found.likes, found.comments, found.shares, found.impressions) == (10, None, None, None)


def test_it_says_that_it_counts_as_other_networks_do() -> None:
    assert any("no benchmarks" in note for note in one(message()).notes)


def test_without_any_reaction_their_number_is_unknown() -> None:
    assert [found.likes for found in one(message(1), message(2)).posts] == [None, None]
    assert [found.likes for found in one(message(1), message(2, reactions=reactions(4))).posts] == [
        0,
        4,
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hallo", "Hallo"),
        (["Neu: ", {"type": "bold", "text": "Score"}, " erklärt"], "Neu: Score erklärt"),
        ("", ""),
        ([], ""),
    ],
)
def test_text_may_come_in_pieces(text: object, expected: str) -> None:
    assert one(message(text=text)).posts[0].text == expected


@pytest.mark.parametrize(
    ("more", "kind"),
    [
        ({"forwarded_from": "Tee"}, "repost"),
        ({"forwarded_from": ""}, "repost"),
        ({"reply_to_message_id": 1}, "self_reply"),
    ],
)
def test_forwards_and_threads_are_no_posts(more: dict[str, Any], kind: str) -> None:
    assert one(message(2, **more)).posts[0].kind == kind


def test_notices_and_what_is_not_exported_are_counted() -> None:
    export = one(
        {"id": 1, "type": "service", "action": "create_channel"},
        message(2),
        {"id": 3, "type": "unsupported"},
        4,
    )
    (row,) = export.ledger
    assert (
        len(export.posts) == 1
        and row.notes == {SERVICE: 1}
        and row.reasons == {UNSUPPORTED: 1, "unexpected shape": 1}
    )


def test_old_exports_know_the_local_time_alone() -> None:
    old = message()
    del old["date_unixtime"]
    assert one(old).posts[0].at == AT


@pytest.mark.parametrize(
    ("more", "reason"),
    [
        ({"date_unixtime": "4102444800"}, "date in the future"),
        ({"date_unixtime": "gestern"}, "not a date"),
        ({"date_unixtime": None, "date": None}, "no date"),
        ({"id": None}, "no id"),
        ({"reactions": reactions(-3)}, "negative count"),
        ({"reactions": reactions(2, "viele")}, "not a number"),
        ({"reactions": "x"}, "unexpected shape"),
        ({"id": 1}, "same post twice"),
    ],
    ids=["D7", "D4", "no date", "no id", "Q", "Q words", "J", "twice"],
)
def test_bad_messages_are_skipped_and_counted(more: dict[str, Any], reason: str) -> None:
    export = one(message(1), message(2, **more))
    assert len(export.posts) == 1 and export.ledger[0].reasons == {reason: 1}


@pytest.mark.parametrize(
    "kind",
    [
        "personal_chat",
        "bot_chat",
        "saved_messages",
        "private_group",
        "private_supergroup",
        "public_supergroup",
        "private_channel",
    ],
)
def test_private_talk_stays_closed(kind: str) -> None:
    (export,) = read(file(channel(message(text=CANARY), kind=kind)))
    assert (
        CANARY not in repr(export)
        and not export.posts
        and export.ledger[0].reasons == {PRIVATE: 1}
        and ONE_CHANNEL in export.notes
    )


@pytest.mark.parametrize("first", ["personal_information", "contacts", "chats"])
def test_the_export_of_an_account_stays_closed(first: str) -> None:
    chats = {"list": [channel(message(text=CANARY), kind="personal_chat"), channel(message())]}
    (export,) = read(
        file(
            {"about": 'Here is "all" of it', first: {}, "chats": chats},
            "DataExport_2026-02-01/result.json",
        )
    )
    assert (
        not export.posts
        and export.ledger[0].reasons == {WHOLE_ACCOUNT: 1}
        and ONE_CHANNEL in export.notes
    )


def test_only_the_beginning_of_what_stays_closed_is_read() -> None:
    content = json.dumps(
        channel(*(message(n, text=CANARY * 50) for n in range(50)), kind="personal_chat")
    ).encode()
    taken: list[int] = []

    class Watched(Member):
        def read(self) -> bytes:
            taken.append(1)
            return super().read()

    found = file(content)
    read(Watched("", found.name, found.size, found.open))
    assert not taken


@pytest.mark.parametrize("name", ['Kaf"fee, "type": "x"', "Kaffee ☕", None])
def test_any_name_of_a_channel(name: object) -> None:
    (export,) = read(file(channel(message(), name=name)))
    assert export.handle == f"Telegram/{name or 77}" and len(export.posts) == 1


@pytest.mark.parametrize("name", ["result.json", "result (1).json", "x/result.json"])
def test_the_file_may_have_moved(name: str) -> None:
    (export,) = read(file(channel(message()), name))
    assert export.exported_at == AT


def test_media_beside_it_belong_to_it() -> None:
    beside = [
        member("", f"{FOLDER}{name}")
        for name in ("photos/1.jpg", "video_files/a.mp4", "stickers/x.webp")
    ]
    stranger = member("", "photos/2.jpg")
    (claimed,) = Telegram().identify([*beside, stranger, file(channel(message()))])
    assert len(claimed) == 4 and stranger not in claimed


@pytest.mark.parametrize(
    "content",
    [
        {"name": "x", "type": "module", "id": 1},
        {"type": "public_channel", "name": "x"},
        {"about": "x", "rules": []},
        [],
        b"",
        b"\xff\xfe",
    ],
    ids=["package", "other order", "other about", "list", "empty", "bytes"],
)
def test_what_is_no_telegram_is_not_claimed(content: object) -> None:
    assert read(file(content)) == []


def test_a_cut_off_file_is_skipped() -> None:
    (export,) = read(file(json.dumps(channel(message(), message(2)))[:-30].encode()))
    assert not export.posts and export.ledger[0].reasons == {"this JSON ends in the middle": 1}


@pytest.mark.skipif(not FIXTURES.exists(), reason="no fixtures here")
def test_every_fixture_is_read() -> None:
    (container,) = open_container(FIXTURES / "telegram/own__synthetic")
    whole, single = read(*container.members)
    assert whole.ledger[0].reasons == {WHOLE_ACCOUNT: 1} and not whole.posts
    assert (single.handle, [found.likes for found in single.posts]) == (
        "Telegram/Klout Kanal",
        [10],
    )


VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.sampled_from(["", "1768035600", "message", "\ud800"]),
    lambda inner: (
        st.lists(inner, max_size=2)
        | st.dictionaries(st.sampled_from(["count", "text", "type"]), inner, max_size=2)
    ),
    max_leaves=4,
)


@SETTINGS
@given(
    st.dictionaries(
        st.sampled_from([*message(), "reactions", "forwarded_from", "reply_to_message_id"]),
        VALUES,
        max_size=4,
    )
)
def test_any_message_is_used_or_skipped(changes: dict[str, Any]) -> None:
    content = json.dumps(channel(message(1), message(2) | changes))
    (export,) = read(file(content.encode()))
    assert export.ledger[0].read == 2


@SETTINGS
@given(
    st.integers(60, 900),
    st.integers(0, 30),
    st.sampled_from(["", "{", "]", '"', "\\", "null", "\0", "é"]),
)
def test_any_mutation_is_counted_or_refused(place: int, length: int, piece: str) -> None:
    text = json.dumps(channel(message(1), message(2)))
    read(file((text[:place] + piece + text[place + length :]).encode()))


@SETTINGS
@given(st.binary(max_size=200))
def test_any_bytes_are_counted_or_refused(data: bytes) -> None:
    read(file(b'{"name": "x", "type": "public_channel", "id": 7' + data))


# Albums: a message for each picture


def picture(number: int, **more: Any) -> dict[str, Any]:
    return message(number, photo=f"photos/{number}.jpg", **{"text": "", **more})


def test_an_album_is_one_post_with_the_text_and_reactions_of_its_pictures() -> None:
    export = one(
        picture(1),
        picture(2, text="Zwei Tassen", reactions=reactions(7, 3)),
        picture(3),
        message(4),
    )
    assert [(post.id, post.text, post.likes) for post in export.posts] == [
        ("1", "Zwei Tassen", 10),
        ("4", "Guten Morgen", 0),
    ]
    (row,) = export.ledger
    assert (row.read, row.used, row.notes[ALBUM]) == (4, 4, 2)


@pytest.mark.parametrize(
    "second",
    [
        picture(3),
        picture(2, date_unixtime=str(AT + 1)),
        picture(2, text="Noch ein Beitrag"),
        picture(2, forwarded_from="Tee"),
        message(2),
        picture(2, type="service"),
    ],
    ids=["gap", "later", "own text", "of another", "no picture", "notice"],
)
def test_what_may_be_another_post_is_no_part_of_an_album(second: dict[str, Any]) -> None:
    export = one(picture(1, text="Tasse"), second)
    assert ALBUM not in export.ledger[0].notes and export.posts[0].text == "Tasse"


def test_an_album_exported_twice_counts_once() -> None:
    album = picture(1, text="Tasse", reactions=reactions(2)), picture(2)
    assert [post.likes for post in one(*album, *album).posts] == [2]


def test_pictures_with_reactions_of_their_own_are_posts_of_their_own() -> None:
    export = one(picture(1, reactions=reactions(2)), picture(2, reactions=reactions(3)))
    assert [post.likes for post in export.posts] == [2, 3]


def test_photos_and_videos_are_told_from_posts_without() -> None:
    film = message(3, file="video_files/3.mp4", media_type="video_file")
    assert [post.media for post in one(message(1), picture(5), film).posts] == [
        "none",
        "image",
        "video",
    ]
