"""Private messages: who, when and direction of threads of two, from every network that exports them; never a word."""

import io
import json
from contextlib import suppress
from functools import partial
from types import ModuleType
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from klout_cli.errors import KloutError
from klout_cli.files.container import Member
from klout_cli.importers import meta_messages
from klout_cli.importers.archive import Archive
from klout_cli.importers.facebook import Facebook
from klout_cli.importers.instagram import Instagram
from klout_cli.importers.linkedin import LinkedIn
from klout_cli.importers.messages import NO_PARTNER, WHOSE
from klout_cli.importers.x import XArchive
from klout_cli.importers.x_files import Conversation, Event, Sent
from klout_cli.importers.xing import Xing
from klout_cli.person.rows import Export
from tests.importers import inputs
from tests.importers.inputs import members, read_one

CANARY = "canary-of-a-private-message"
DAY = 86_400
NOW = 1_771_000_000
LATEST = NOW + 30 * DAY
CONTAINER = "export.zip"
Talk = list[tuple[str, tuple[str, ...], int]]
"""(sender, recipients, Unix seconds)"""

MUTUAL: Talk = [
    ("me", ("jana",), NOW),
    ("jana", ("me",), NOW - 60),
    ("jana", ("me",), NOW - 120),
    ("me", ("tom",), NOW - DAY),
]


def x_files(talk: Talk, kind: str = "direct-messages") -> dict[str, bytes]:
    ids = {"me": "12", "jana": "34", "tom": "56", "": ""}
    items = [
        {
            "dmConversation": {
                "conversationId": "12-34",
                "messages": [
                    {
                        "messageCreate": {
                            "senderId": ids[sender],
                            "recipientId": ids[to[0]],
                            "createdAt": _iso(at),
                            "text": CANARY,
                        }
                    },
                    {"joinConversation": {"initiatingUserId": ids[sender]}},
                ],
            }
        }
        for sender, to, at in talk
    ]
    account = [{"account": {"username": "me", "accountId": "12"}}]
    return {
        "data/account.js": b"window.YTD.account.part0 = " + json.dumps(account).encode(),
        f"data/{kind}.js": f"window.YTD.{kind.replace('-', '_')}.part0 = ".encode()
        + json.dumps(items).encode(),
    }


def _iso(at: int) -> str:
    from datetime import UTC, datetime

    return datetime.fromtimestamp(at, UTC).strftime("%Y-%m-%dT%H:%M:%S.000Z")


def linkedin_files(talk: Talk) -> dict[str, bytes]:
    names = {
        "me": ("Mia Muster", "mia"),
        "jana": ("Jana Beispiel, MBA", "jana"),
        "tom": ("Tom Probe", "tom"),
        "": ("LinkedIn Member", ""),
    }
    address = {
        who: f"https://www.linkedin.com/in/{slug}" if slug else ""
        for who, (_, slug) in names.items()
    }
    rows = [
        f'2-x,{CANARY},"{names[sender][0]}",{address[sender]},"{", ".join(names[one][0] for one in to)}",'
        f'"{",".join(address[one] for one in to)}",{_iso(at)[:19].replace("T", " ")} UTC,{CANARY},"<p>{CANARY}, ""sic""\n</p>",INBOX'
        for sender, to, at in talk
    ]
    header = "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER"
    return {
        "Profile.csv": b"First Name,Last Name,Headline\nMia,Muster,Beraterin\n",
        "messages.csv": "\n".join([header, *rows]).encode(),
    }


def meta_files(talk: Talk, root: str, profile: dict[str, bytes]) -> dict[str, bytes]:
    names = {"me": "Mia Muster", "jana": "Jana Müller", "tom": "Tom Probe", "": ""}
    threads: dict[frozenset[str], Talk] = {}
    for one in talk:
        threads.setdefault(frozenset((one[0], *one[1])), []).append(one)
    files = dict(profile)
    for number, (people, said) in enumerate(threads.items()):
        thread = {
            "participants": [{"name": _broken(names[who])} for who in sorted(people)],
            "messages": [
                {"sender_name": _broken(names[who]), "timestamp_ms": at * 1000, "content": CANARY}
                for who, _, at in said
            ],
            "title": CANARY,
        }
        files[f"{root}/messages/inbox/t{number}_1/message_1.json"] = json.dumps(thread).encode()
    return files


def _broken(name: str) -> str:
    return name.encode().decode("latin-1")


def instagram_files(talk: Talk) -> dict[str, bytes]:
    user = {
        "profile_user": [
            {"string_map_data": {"Username": {"value": "mia"}, "Name": {"value": "Mia Muster"}}}
        ]
    }
    own = {
        "personal_information/personal_information/personal_information.json": json.dumps(
            user
        ).encode()
    }
    return meta_files(talk, "your_instagram_activity", own)


def facebook_files(talk: Talk) -> dict[str, bytes]:
    own = {
        "profile_v2": {
            "name": {"full_name": "Mia Muster"},
            "profile_uri": "https://www.facebook.com/mia",
        }
    }
    named = {
        "personal_information/profile_information/profile_information.json": json.dumps(
            own
        ).encode()
    }
    return meta_files(talk, "your_facebook_activity", named)


NETWORKS: dict[str, tuple[Any, Any]] = {
    "x": (XArchive(), x_files),
    "x headers": (XArchive(), partial(x_files, kind="direct-message-headers")),
    "linkedin": (LinkedIn(), linkedin_files),
    "instagram": (Instagram(), instagram_files),
    "facebook": (Facebook(), facebook_files),
}
every_network = pytest.mark.parametrize("network", NETWORKS)


def read(network: str, talk: Talk, asked: bool = True) -> Export:
    importer, build = NETWORKS[network]
    found = members(build(talk), CONTAINER)
    assert any(importer.is_message(member) for member in found) == bool(
        talk or "x" in network or network == "linkedin"
    )
    export = read_one(importer, *found, latest=LATEST, private=asked)
    assert CANARY not in repr(export)
    return export


def private(export: Export) -> list[tuple[str, int]]:
    assert all(
        one.kind == "message" and one.count == 1 for one in export.interactions if one.private
    )
    return sorted((one.direction, one.at or 0) for one in export.interactions if one.private)


@every_network
def test_who_wrote_when_and_in_which_direction(network: str) -> None:
    export = read(network, MUTUAL)
    assert private(export) == [
        ("in", NOW - 120),
        ("in", NOW - 60),
        ("out", NOW - DAY),
        ("out", NOW),
    ]
    partners = {one.partner for one in export.interactions if one.private}
    assert len(partners) == 2


@every_network
def test_u7_without_being_asked_nothing_of_them_is_read(network: str) -> None:
    export, without = read(network, MUTUAL, asked=False), read(network, [], asked=False)
    assert (private(export), export.groups) == ([], [])
    assert msgspec.structs.replace(export, ledger=()) == msgspec.structs.replace(without, ledger=())
    assert not any("essage" in row.file for row in export.ledger)


@every_network
def test_messages_change_no_date_and_no_other_row(network: str) -> None:
    with_them, without = read(network, MUTUAL), read(network, MUTUAL, asked=False)
    public = [one for one in with_them.interactions if not one.private]
    assert msgspec.structs.replace(
        with_them, interactions=public, ledger=(), notes=()
    ) == msgspec.structs.replace(without, ledger=(), notes=())


@pytest.mark.parametrize("network", ["linkedin", "instagram", "facebook"])
def test_a_group_tells_who_is_in_it_and_a_deleted_person_is_nobody(network: str) -> None:
    export = read(
        network,
        [
            *MUTUAL,
            ("jana", ("me", "tom"), NOW - 10),
            ("me", ("jana", "tom"), NOW - 5),
            ("", ("me",), NOW - 20),
        ],
    )
    assert len(private(export)) == len(MUTUAL)
    partners = {one.partner for one in export.interactions if one.private}
    assert all(
        partners <= set(group.people)
        and sorted(group.people) == [*group.people]
        and group.count == 1
        for group in export.groups
    )
    assert sorted(group.at or 0 for group in export.groups) == [NOW - 10, NOW - 5]
    assert sum(row.notes.get(NO_PARTNER, 0) for row in export.ledger) == 1


def test_of_whom_is_said_nowhere_messages_are_skipped() -> None:
    files = {name: data for name, data in x_files(MUTUAL).items() if "account" not in name} | {
        "data/tweets.js": b"window.YTD.tweets.part0 = [ ]"
    }
    export = read_one(XArchive(), files, container=CONTAINER, latest=LATEST, private=True)
    assert private(export) == []
    assert sum(row.reasons.get(WHOSE, 0) for row in export.ledger) == len(MUTUAL)


def test_x_headers_are_enough_so_that_no_file_with_words_is_opened() -> None:
    opened: list[str] = []
    files = x_files(MUTUAL) | x_files(MUTUAL, "direct-message-headers")
    found = members(files, CONTAINER, opened)
    export = read_one(XArchive(), *found, latest=LATEST, private=True)
    assert len(private(export)) == len(MUTUAL)
    assert "data/direct-message-headers.js" in opened and "data/direct-messages.js" not in opened


@pytest.mark.parametrize(
    ("importer", "name"),
    [
        (XArchive(), "data/direct-messages-group.js"),
        (XArchive(), "data/direct-messages_media/1-a.jpg"),
        (LinkedIn(), "guide_messages.csv"),
        (LinkedIn(), "learning_role_play_messages.csv"),
        (Instagram(), "your_instagram_activity/messages/message_requests/a_1/message_1.json"),
        (Instagram(), "your_instagram_activity/messages/inbox/a_1/photos/1.jpg"),
        (Facebook(), "your_facebook_activity/messages/filtered_threads/a_1/message_1.json"),
        (Facebook(), "your_facebook_activity/messages/secret_conversations.json"),
    ],
)
def test_what_is_no_thread_of_two_stays_closed(importer: Archive, name: str) -> None:
    assert not importer.is_message(Member("", name, 0, io.BytesIO))


def test_no_other_importer_is_given_messages() -> None:
    assert not any(Xing().is_message(member) for member in members(linkedin_files(MUTUAL)))


def structs_of(module: ModuleType) -> list[type[msgspec.Struct]]:
    return [
        kind
        for kind in vars(module).values()
        if isinstance(kind, type)
        and issubclass(kind, msgspec.Struct)
        and kind.__module__ == module.__name__
    ]


@pytest.mark.parametrize(
    "structs",
    [[Conversation, Event, Sent], structs_of(meta_messages)],
)
def test_the_shapes_have_no_field_for_words(structs: list[type[msgspec.Struct]]) -> None:
    fields = {field for kind in structs for field in kind.__struct_fields__}
    assert fields and fields.isdisjoint(
        {"text", "content", "share", "title", "subject", "urls", "reactions", "photos"}
    )


def test_spam_and_drafts_are_no_exchange() -> None:
    files = linkedin_files(MUTUAL)
    files["messages.csv"] = files["messages.csv"].replace(b"INBOX", b"SPAM", 1)
    export = read_one(LinkedIn(), files, container=CONTAINER, latest=LATEST, private=True)
    assert len(private(export)) == len(MUTUAL) - 1
    assert sum(row.reasons.get("spam or draft", 0) for row in export.ledger) == 1


@every_network
@given(st.binary(max_size=60), st.integers(0, 400), st.booleans())
@settings(max_examples=25, deadline=None, derandomize=True)
def test_damaged_messages_are_a_fault_or_counted(
    network: str, noise: bytes, at: int, cut: bool
) -> None:
    importer, build = NETWORKS[network]
    files = build(MUTUAL)
    name = next(name for name in files if "essage" in name)
    data = files[name]
    files[name] = data[:at] if cut else data[:at] + noise + data[at + len(noise) :]
    with suppress(KloutError):
        inputs.read(importer, files, container=CONTAINER, latest=LATEST, private=True)
