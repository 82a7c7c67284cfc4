from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from klout_cli.files.container import Member
from klout_cli.importers.googleplus import GooglePlus
from klout_cli.importers.youtube import YouTubeStudio, YouTubeTakeout
from klout_cli.person.accounts import merge_accounts
from klout_cli.person.rows import Level, Owner
from klout_cli.values.dates import midnight
from tests.importers import inputs
from tests.importers.inputs import member

SETTINGS = settings(deadline=None, derandomize=True, max_examples=40)
ZIP = "takeout-20260301T101112Z-001.zip"
FOLDER = "Takeout/YouTube and YouTube Music"
CANARY = "canary-of-a-comment"
OWN, OTHER = "UC" + "e" * 22, "UC" + "x" * 22
COMMENTS = (
    "Comment ID,Channel ID,Comment Create Timestamp,Price,Parent Comment ID,Video ID,Comment Text"
)
MOVED = "Channel Id,Comment create timestamp,Price,Comment Id,Parent comment ID,Post ID,Video ID,Comment text,Top-Level Comment ID"
VIDEOS = (
    "Video ID,Approx Duration (ms),Video Category,Video Description (Original),Channel ID,Tag 1,Video Title (Original),"
    "Privacy,Video State,Video Create Timestamp,Video Publish Timestamp"
)


def file(text: str | bytes, name: str, container: str = ZIP, folder: str = FOLDER) -> Member:
    return member(text, f"{folder}/{name}" if folder else name, container)


def channel(title: str = "Erikas Kanal") -> Member:
    return file(
        f"Channel ID,Channel Title (Original),Channel Visibility\n{OWN},{title},Public\n\n\n",
        "channels/channel.csv",
    )


def video(
    number: int = 1, privacy: str = "Public", published: str = "2026-01-09T10:00:00+00:00"
) -> str:
    made = "2026-01-08T09:00:00+00:00"
    return f"vid-o_{number:05},61000,Education,Beschreibung,{OWN},eins,Titel {number},{privacy},Processed,{made},{published}"


def videos(*rows: str) -> Member:
    return file("\n".join((VIDEOS, *rows)), "video metadata/videos.csv")


def comment(number: int = 1, on: str = "anderes_vid", at: str = "2026-02-01T10:00:00.123Z") -> str:
    return f'Ug{number:024},{OWN},{at},0,,{on},"{{""text"":""{CANARY}""}},{{""text"":""\n""}}"'


def comments(*rows: str) -> Member:
    return file("\n".join((COMMENTS, *rows)) + "\n\n\n", "comments/comments.csv")


def subscriptions(
    *rows: str,
    header: str = "Channel Id,Channel Url,Channel Title",
    name: str = "subscriptions/subscriptions.csv",
) -> Member:
    return file("\n".join((header, *rows)) + "\n\n", name)


def subscription(number: int = 1) -> str:
    id = f"UC{number:022}"
    return f"{id},http://www.youtube.com/channel/{id},Kanal {number}"


read = partial(inputs.read, YouTubeTakeout())
one = partial(inputs.read_one, YouTubeTakeout())


def test_a_takeout() -> None:
    export = one(
        channel(),
        videos(video()),
        comments(comment()),
        subscriptions(subscription(1), subscription(2)),
    )
    assert (export.network, export.handle, export.owner) == (
        "youtube",
        "Erikas Kanal",
        Owner(OWN, personal=True),
    )
    assert export.exported_at == midnight(2026, 3, 1) + 10 * 3600 + 11 * 60 + 12
    upload, reply = export.posts
    assert (upload.id, upload.at, upload.kind) == (
        "vid-o_00001",
        midnight(2026, 1, 9) + 36_000,
        "original",
    )
    assert upload.text == "Titel 1 Beschreibung" and upload.reactions is upload.impressions is None
    assert (reply.kind, reply.text, reply.at) == ("reply", "", midnight(2026, 2, 1) + 36_000)
    assert (
        export.levels == [Level("following", 2)]
        and len(export.following) == len(export.contacts) == 2
    )
    assert export.contacts[0].name == "Kanal 1"


def test_it_says_that_it_counts_nothing_and_what_would() -> None:
    assert (
        one(videos(video())).notes == (YouTubeTakeout.feeds["resonance"],)
        and "YouTube Studio" in YouTubeTakeout.feeds["resonance"]
    )


def test_what_comments_say_is_not_kept() -> None:
    assert CANARY not in repr(read(channel(), comments(comment())))


def test_comments_on_own_videos_are_own_answers() -> None:
    export = one(videos(video()), comments(comment(1, "vid-o_00001"), comment(2)))
    assert [post.kind for post in export.posts] == ["original", "self_reply", "reply"]


def test_columns_of_another_order_and_case() -> None:
    row = f'{OWN},2026-02-01T10:00:00+00:00,0,Ug1,,,anderes_vid,"{{""takeoutSegments"":[]}}",'
    export = one(file(f"{MOVED}\n{row}\n\n", "comments/comments.csv"))
    assert [(post.id, post.kind) for post in export.posts] == [
        ("Ug1", "reply")
    ] and export.owner.id == OWN


def test_german_names_of_folders_files_and_columns() -> None:
    german = "Takeout/YouTube und YouTube Music"
    export = one(
        file(
            f"Kanal-ID,Kanaltitel (Original)\n{OWN},Erikas Kanal\n",
            "Kanäle/Kanal.csv",
            folder=german,
        ),
        file(
            f"Kanal-ID,Kanal-URL,Kanaltitel\n{subscription()}\n\n", "Abos/Abos.csv", folder=german
        ),
        file(
            f"Kommentar-ID,Kanal-ID,Zeitstempel bei Erstellung des Kommentars,Kommentartext\nUg1,{OWN},2026-02-01T10:00:00Z,x\n",
            "Kommentare/Kommentare.csv",
            folder=german,
        ),
        file(
            "Video-ID,Videotitel (Original),Datenschutz,Zeitstempel der Videoerstellung,Zeitstempel der Videoveröffentlichung\n"
            "vid-o_00001,Titel,Öffentlich,2026-01-08T09:00:00Z,2026-01-09T10:00:00Z\n",
            "Video-Metadaten/Videos.csv",
            folder=german,
        ),
    )
    assert [(post.kind, post.at, post.public) for post in export.posts] == [
        ("original", midnight(2026, 1, 9) + 36_000, True),
        ("reply", midnight(2026, 2, 1) + 36_000, True),
    ]
    assert (export.handle, export.levels) == ("Erikas Kanal", [Level("following", 1)])


@pytest.mark.parametrize(
    ("privacy", "public"),
    [("Public", True), ("Unlisted", False), ("Private", False), ("Öffentlich", True)],
)
def test_what_not_everybody_sees_is_not_public(privacy: str, public: bool) -> None:
    assert one(videos(video(privacy=privacy))).posts[0].public == public


def test_a_video_without_a_moment_of_publishing_has_that_of_making() -> None:
    assert one(videos(video(published=""))).posts[0].at == midnight(2026, 1, 8) + 9 * 3600


@pytest.mark.parametrize(
    ("member", "reason"),
    [
        (videos(video(1), video(1)), "duplicate record"),
        (videos(video(1), video(2, published="2044-01-01T10:00:00Z")), "date in the future"),
        (comments(comment(1), comment(2, at="")), "no date"),
        (comments(comment(1), comment(2, at="gestern")), "not a date"),
        (comments(comment(1), comment(1)), "duplicate record"),
        (subscriptions(subscription(1), "x,y,Kanal"), "no channel id"),
        (subscriptions(subscription(1), subscription(1)), "duplicate record"),
    ],
    ids=["U1", "D7", "D", "D4", "U1 comment", "id", "U1 channel"],
)
def test_bad_rows_are_skipped_by_reason(member: Member, reason: str) -> None:
    export = one(member)
    assert export.ledger[0].reasons == {reason: 1} and export.ledger[0].used == 1
    assert all(
        level.quality == ("cut" if reason == "no channel id" else "exact")
        for level in export.levels
    )


def test_a_studio_table_and_a_takeout_are_one_channel_with_one_video() -> None:
    data = b'Content,Video title,Video publish time,Likes,Views\nvid-o_00001,Titel 1,"Jan 9, 2026",8,90\n'
    studio = YouTubeStudio()
    table = file(data, "Table data.csv", "Content 2026-01-01_2026-02-28 Erikas Kanal.zip", "")
    exports = [*inputs.extract(studio, [table]), one(channel(), videos(video()))]
    (account,), _ = merge_accounts(exports)
    assert [(post.likes, post.precision, post.text) for post in account.posts] == [
        (8, "second", "Titel 1 Beschreibung")
    ]


@pytest.mark.parametrize("above", ["", "Google+ und anderes/"])
def test_google_plus_of_the_same_takeout_is_another_importer_s(above: str) -> None:
    stream = b'{"url": "https://plus.google.com/+E/posts/1", "creationTime": "2018-10-23 09:11:12+0000", "author": {}, "postAcl": {}}'
    files = [
        file(stream, "Posts/20181023 - Hallo.json", folder=f"{above}Takeout/Google+ Stream"),
        file(
            "Display Name,Profile URL\nAnna,https://plus.google.com/1\n",
            "Freunde.csv",
            folder=f"{above}Takeout/Google+ Circles",
        ),
        *(
            file(data, name, folder=f"{above}{FOLDER}")
            for name, data in {
                "videos/20181023 - Titel.json": "{}",
                "playlists/Später ansehen.csv": "Video ID,Playlist Video Creation Timestamp\n",
                "subscriptions/subscriptions.csv": f"Channel Id,Channel Url,Channel Title\n{subscription()}\n",
                "history/watch-history.html": "<html>",
            }.items()
        ),
    ]
    ours = [member.name for claimed in YouTubeTakeout().identify(files) for member in claimed]
    theirs = [member.name for claimed in GooglePlus().identify(files) for member in claimed]
    assert len(ours) == 4 and len(theirs) == 2 and not set(ours) & set(theirs)


def test_tables_taken_out_of_their_folders_take_nothing_along() -> None:
    loose = file(
        f"Channel Id,Channel Url,Channel Title\n{subscription()}\n", "subscriptions.csv", "", ""
    )
    (claimed,) = YouTubeTakeout().identify([loose, file("x", "urlaub.jpg", "", "")])
    assert claimed == (loose,) and one(loose).levels == [Level("following", 1)]


@pytest.mark.parametrize(
    "header",
    [
        "Channel ID,Channel Title",
        "Comment ID,Text",
        "Video ID,Playlist Video Creation Timestamp",
        "",
        "id,date",
    ],
)
def test_what_is_no_takeout_is_not_claimed(header: str) -> None:
    assert read(file(f"{header}\n1,2,3\n", "data.csv")) == []


def test_order_of_files_does_not_matter() -> None:
    files = [
        channel(),
        videos(video()),
        comments(comment(1, "vid-o_00001")),
        subscriptions(subscription()),
    ]
    assert read(*files) == read(*reversed(files))


@SETTINGS
@given(
    st.sampled_from((COMMENTS, MOVED, VIDEOS, "Channel Id,Channel Url,Channel Title")),
    st.binary(max_size=200),
)
def test_any_bytes_are_counted_or_refused(header: str, data: bytes) -> None:
    read(file(header.encode() + b"\n" + data, "data.csv"))


CELLS = st.text(
    alphabet=st.characters(
        exclude_characters='",;\t|\n\r\0', exclude_categories=("Cs", "Cc", "Zl", "Zp")
    ),
    max_size=12,
)


@SETTINGS
@given(
    st.lists(
        st.lists(
            CELLS | st.sampled_from((OWN, "2026-01-09T10:00:00Z", "Public", "")),
            min_size=2,
            max_size=8,
        ),
        max_size=6,
    )
)
def test_every_row_is_counted_once(rows: list[list[str]]) -> None:
    for header in (COMMENTS, VIDEOS, "Channel Id,Channel Url,Channel Title"):
        width = header.count(",")
        lines = (
            ",".join([str(number), *row, *[""] * width][: width + 1])
            for number, row in enumerate(rows)
        )
        assert one(file("\n".join((header, *lines)), "data.csv")).ledger[0].read == len(rows)
