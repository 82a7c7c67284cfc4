"""Invented archives of X and Facebook, and tables of posts, of any size: always the same bytes for the same size."""

import json
import zipfile
from base64 import b64encode
from datetime import UTC, date, datetime
from pathlib import Path
from random import Random

OWNER = "12345678"
HANDLE = "erika_b"
EXPORTED = "2026-03-01T12:00:00.000Z"
LAST_DAY = date(2026, 3, 1).toordinal() - 719_163
PERIOD = 8 * 365 * 86_400  # the posts are spread over so many seconds before
NEWEST_ID = 2_000_000_000_000_000_000

FILM = 10_000_000  # bytes
# numbers that differ from tweet to tweet, so that the file packs about as well as a real one: 1 : 8
LENGTHS = 8
DAYS = ("Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
LETTERS = "eeeennnniiisssrrraaatttdddhhuuullcgmobwfkzpvjyxqäöüß"


def write_archive(folder: Path, posts: int, followers: int = 1_000) -> Path:
    """Write an unpacked archive with `posts` tweets of about 3 KB each below `folder`.

    Return the tweets file.
    """
    data = folder / "data"
    data.mkdir(parents=True)
    user = {"accountId": OWNER, "userName": HANDLE, "displayName": "Erika Beispiel"}
    manifest = {"userInfo": user, "archiveInfo": {"generationDate": EXPORTED}, "dataTypes": {}}
    (data / "manifest.js").write_text(
        "window.__THAR_CONFIG = " + _pretty(manifest), encoding="utf-8"
    )
    _write(
        data,
        "account",
        [
            {
                "account": {
                    "username": HANDLE,
                    "accountId": OWNER,
                    "accountDisplayName": "Erika Beispiel",
                }
            }
        ],
    )
    _write(
        data, "follower", [{"follower": {"accountId": str(1_000 + n)}} for n in range(followers)]
    )
    _write(
        data,
        "following",
        [{"following": {"accountId": str(1_000 + 2 * n)}} for n in range(followers // 2)],
    )
    _write(
        data,
        "lists-member",
        [{"userListInfo": {"url": f"https://twitter.com/fan_{n}/lists/reading"}} for n in range(9)],
    )
    tweets = data / "tweets.js"
    _write_tweets(tweets, posts)
    return tweets


def zip_archive(folder: Path, target: Path) -> Path:
    """Pack an unpacked archive as X does: deflated, members below `data/`."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for path in sorted(folder.rglob("*.js")):
            archive.write(path, path.relative_to(folder).as_posix())
    return target


def write_posts(path: Path, posts: int) -> Path:
    """Write a table of so many posts as a person keeps one: every third text has a comma and stands in quotes."""
    chance = Random(3)
    words = _words(chance)
    step = PERIOD / max(1, posts)
    with path.open("w", encoding="utf-8", newline="") as stream:
        stream.write("date,text,url,likes,comments,shares,impressions\r\n")
        for number in range(posts):
            at = datetime.fromtimestamp(LAST_DAY * 86_400 - int(number * step), UTC).strftime(
                "%Y-%m-%d %H:%M:%S"
            )
            text = " ".join(chance.choices(words, k=14 + number % 20))
            text = f'"{text}, und"' if number % 3 == 0 else text
            stream.write(
                f"{at},{text},https://example.org/{number:x},{number * 7 % 97},{number % 7},{number % 3},{number % 997}\r\n"
            )
    return path


def zip_facebook(target: Path, messages: int, media: int = 0) -> Path:
    """Write a Facebook profile's download with `messages` million bytes of private messages, packed, in files of about 3 MB.

    Beside them lie `media` million bytes of pictures and films, not packed, as real archives hold
    them.
    """
    chance, start = Random(2), LAST_DAY * 86_400 - PERIOD
    names = [f"Vorname{n} Beispiel{n % 40}" for n in range(600)]
    times = [start + n * (PERIOD // 6_000) for n in range(6_000)]
    texts = {at: " ".join("".join(chance.choices(LETTERS, k=6)) for _ in range(20)) for at in times}
    owner = {"profile_v2": {"name": {"full_name": "Erika Beispiel"}, "username": HANDLE}}
    friends = {
        "friends_v2": [
            {"name": name, "timestamp": at} for name, at in zip(names, times, strict=False)
        ]
    }
    posts = [
        {"timestamp": at, "data": [{"post": texts[at]}], "title": "Erika Beispiel"} for at in times
    ]
    comments = {
        "comments_v2": [
            {
                "timestamp": at,
                "data": [{"comment": {"comment": texts[at], "author": "Erika Beispiel"}}],
                "title": f"Beitrag von {name}",
            }
            for at, name in zip(times, names * 10, strict=True)
        ]
    }
    files = {
        "personal_information/profile_information/profile_information.json": owner,
        "connections/friends/your_friends.json": friends,
        "your_facebook_activity/posts/your_posts__check_ins__photos_and_videos_1.json": posts,
        "your_facebook_activity/comments_and_reactions/comments.json": comments,
    }
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, value in files.items():
            archive.writestr(name, json.dumps(value, indent=2))
        for number in range(messages // 3):
            said = {
                "messages": [
                    {
                        "sender_name": names[number % 600],
                        "content": b64encode(chance.randbytes(3_000_000)).decode(),
                    }
                ]
            }
            archive.writestr(
                f"your_facebook_activity/messages/inbox/vorname_{number}/message_1.json",
                json.dumps(said),
            )
        film = bytes(FILM)
        for number in range(media * 1_000_000 // FILM):
            archive.writestr(
                f"your_facebook_activity/posts/media/film_{number}.mp4", film, zipfile.ZIP_STORED
            )
    return target


def _words(chance: Random) -> list[str]:
    return ["".join(chance.choices(LETTERS, k=chance.randint(3, 11))) for _ in range(30_000)]


def _write(data: Path, name: str, items: list[dict[str, object]]) -> None:
    (data / f"{name}.js").write_text(
        f"window.YTD.{name.replace('-', '_')}.part0 = " + _pretty(items), encoding="utf-8"
    )


def _write_tweets(path: Path, posts: int) -> None:
    chance = Random(1)
    words = _words(chance)
    shapes = [_shape(number) for number in range(60)]
    step = PERIOD / max(1, posts)
    with path.open("w", encoding="utf-8", newline="") as stream:
        stream.write("window.YTD.tweets.part0 = [\n")
        for number in range(posts):
            person = chance.choice(words)
            lengths = {f"n{place}": chance.randint(10, 2_047) for place in range(LENGTHS)}
            values = lengths | {
                "id": NEWEST_ID - number * 4_194_304 - chance.getrandbits(22),
                "at": _written(LAST_DAY * 86_400 - int((number + chance.random()) * step)),
                "likes": number * 7 % 23,
                "text": " ".join(chance.choices(words, k=14 + number % 20)),
                "person": f"{person}_{number % 9}",
                "name": person.title(),
                "person_id": chance.getrandbits(32),
                "answered": chance.getrandbits(60),
                "link": f"{chance.getrandbits(50):x}",
                "picture0": f"{chance.getrandbits(90):x}",
                "picture1": f"{chance.getrandbits(90):x}",
            }
            stream.write(
                shapes[number % len(shapes)] % values + (",\n" if number < posts - 1 else "\n")
            )
        stream.write("]")


def _shape(number: int) -> str:
    """One of 60 shapes as a template: 24 replies (3 of them to oneself), 9 reposts, 27 originals, two in three with pictures."""
    kind = "reply" if number % 5 < 2 else "repost" if number % 4 == 2 else "original"
    mention = {
        "name": "%(name)s",
        "screen_name": "%(person)s",
        "indices": ["%(n0)s", "%(n1)s"],
        "id_str": "%(person_id)s",
        "id": "%(person_id)s",
    }
    links = {
        "url": "https://t.co/%(link)s",
        "expanded_url": "https://example.org/%(link)s",
        "display_url": "example.org/%(link)s",
    }
    edits = {
        "editTweetIds": ["%(id)s"],
        "editableUntil": EXPORTED,
        "editsRemaining": "5",
        "isEditEligible": False,
    }
    tweet: dict[str, object] = {
        "edit_info": {"initial": edits},
        "retweeted": False,
        "source": '<a href="https://mobile.twitter.com" rel="nofollow">Twitter Web App</a>',
        "entities": {
            "hashtags": [{"text": "%(name)s", "indices": ["0", "7"]}] if number % 2 else [],
            "symbols": [],
            "user_mentions": [mention] if kind != "original" or number % 3 == 1 else [],
            "urls": [{**links, "indices": ["9", "31"]}],
        },
        "display_text_range": ["0", str(60 + number)],
        "favorite_count": "0" if kind == "repost" else "%(likes)s",
        "id_str": "%(id)s",
        "truncated": False,
        "retweet_count": "0" if kind == "repost" else str(number % 4),
        "id": "%(id)s",
        "possibly_sensitive": False,
        "created_at": "%(at)s",
        "favorited": False,
        "full_text": {"reply": "@%(person)s ", "repost": "RT @%(person)s: ", "original": ""}[kind]
        + "%(text)s &amp; https://t.co/%(link)s",
        "lang": "de",
    }
    if kind == "reply":
        name, partner = (HANDLE, OWNER) if number % 20 == 0 else ("%(person)s", "%(person_id)s")
        tweet |= {
            "in_reply_to_status_id_str": "%(answered)s",
            "in_reply_to_status_id": "%(answered)s",
            "in_reply_to_screen_name": name,
        }
        tweet |= {"in_reply_to_user_id_str": partner, "in_reply_to_user_id": partner}
    if number % 3:
        tweet["extended_entities"] = {"media": [_picture(place) for place in range(1 + number % 2)]}
    return "  " + _pretty({"tweet": tweet}).replace("\n", "\n  ")


def _picture(place: int) -> dict[str, object]:
    names = ("medium", "thumb", "small", "large")
    sizes = {
        name: {"w": f"%(n{2 * n})s", "h": f"%(n{2 * n + 1})s", "resize": "fit"}
        for n, name in enumerate(names)
    }
    address = f"https://pbs.twimg.com/media/%(picture{place})s.jpg"
    links = {
        "url": "https://t.co/%(link)s",
        "display_url": "pic.twitter.com/%(link)s",
        "expanded_url": address,
        "media_url": address,
    }
    return {
        **links,
        "media_url_https": address,
        "indices": ["9", "32"],
        "id_str": f"%(picture{place})s",
        "sizes": sizes,
        "type": "photo",
    }


def _written(at: int) -> str:
    """Format Unix seconds as X does, whatever the locale."""
    days, seconds = divmod(at, 86_400)
    day = date.fromordinal(days + 719_163)
    clock = f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"
    return f"{DAYS[days % 7]} {MONTHS[day.month - 1]} {day.day:02} {clock} +0000 {day.year}"


def _pretty(value: object) -> str:
    return json.dumps(value, indent=2, separators=(",", " : "), ensure_ascii=False)
