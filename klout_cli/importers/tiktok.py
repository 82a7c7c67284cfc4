"""TikTok's personal data in JSON, in the layouts of until 2024, of 2025 and of 2026 (formats/modern-platforms §5).

Sections moved between the layouts, while their lists kept their names: a list is told by itself and
what holds it. Chats stay undecoded.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from typing import Any, TypeAlias
from zlib import crc32

import msgspec

from klout_cli.errors import InputError
from klout_cli.files.container import Member
from klout_cli.files.intake import Bad, Intake
from klout_cli.files.json_items import document, items
from klout_cli.importers.sources import described
from klout_cli.person.rows import About, Draft, Export, Level, Owner, Post
from klout_cli.values.dates import iso_day, midnight, moment
from klout_cli.values.numbers import BLANKS, count
from klout_cli.values.reading import PLAIN, Reading
from klout_cli.values.web import links_in

CHATS = "chats, not decoded"
DUPLICATE = "duplicate record"
NOBODY = "nobody named"
LIKES_GIVEN = "likes given: to whom is not in it"
NO_DATE = Bad("no date")
WHOLE = 0.9  # a list of followers shorter than this share of their number is not all of it
LOOKED_AT = 1 << 16

SECTIONS = {
    *(
        "activity",
        "your activity",
        "profile",
        "profile and settings",
        "post",
        "video",
        "comment",
        "direct message",
        "direct messages",
    ),
    *(
        "app settings",
        "likes and favorites",
        "tiktok live",
        "ads and data",
        "income plus wallet transactions",
        "location review",
    ),
}
LAYOUTS = {"profile and settings": "2026", "your activity": "2025", "activity": "2024"}
PROFILES = (("profile info", "profilemap"), ("profile information", "profilemap"))
COUNTED = {"followers": "followercount", "following": "followingcount"}
DATED = (
    ("login history", "loginhistorylist"),
    ("watch history", "videolist"),
    ("video browsing history", "videolist"),
)
EVERYBODY = BLANKS | {"everyone", "public"}

_NAMED = r"user_data_tiktok\b.*\.json"
_KEY = rb'"((?:[^"\\]|\\.){1,40})"\s*:\s*[{\[n]'
_DATE = rb"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d"

Row: TypeAlias = Mapping[str, Any]
Lists: TypeAlias = Mapping[tuple[str, str], bytes]
"""(what holds a list, its name), folded -> its JSON."""


class TikTok:
    """The owner's data: followers and following with dates, videos with their likes, comments made."""

    network = "tiktok"
    source, feeds = described("tiktok")

    def identify(
        self, members: Sequence[Member], reading: Reading = PLAIN
    ) -> list[tuple[Member, ...]]:
        """Find each file by its name, or by three of TikTok's sections in it.

        Each is an export of its own.
        """
        return [(member,) for member in members if _is_tiktok(member)]

    def extract(self, members: Sequence[Member], reading: Reading) -> list[Export]:
        """Read one file."""
        (member,) = members
        return [_Data(member, reading).finish()]


def _is_tiktok(member: Member) -> bool:
    if not member.basename.endswith(".json"):
        return False
    if re.fullmatch(_NAMED, member.basename):
        return True
    head = member.head(LOOKED_AT)
    if not any(
        key.decode("utf-8", "replace").casefold() in SECTIONS
        for key in re.findall(_KEY, head[:200])
    ):
        return False
    with suppress(InputError):
        return (
            len(
                SECTIONS
                & {
                    key.casefold()
                    for key in document(member, dict[str, msgspec.Raw], Intake("")) or {}
                }
            )
            >= 3
        )
    return False


def _objects(raw: bytes) -> dict[str, msgspec.Raw]:
    """Return what an object holds, undecoded, by folded keys; nothing where it is no object."""
    with suppress(msgspec.DecodeError, UnicodeDecodeError):
        return {
            key.casefold(): value
            for key, value in msgspec.json.decode(raw, type=dict[str, msgspec.Raw]).items()
        }
    return {}


def _text(value: object) -> str:
    """Return a text; TikTok writes "N/A" and "None" where there is none."""
    text = value.strip() if isinstance(value, str) else ""
    return "" if text.casefold() in BLANKS else text


class _Data:
    """One file while it is read."""

    def __init__(self, member: Member, reading: Reading) -> None:
        self.member = member
        self.reading = reading
        self.draft = Draft(TikTok.network, "personal data")
        self.dates: list[int] = []
        self.since: list[int] = []
        self.known: set[str] = set()
        self.stated: dict[str, int] = {}
        with self.draft.reading(member.where) as intake:
            self.intake = intake
            lists = self._lists()
            self._profile(lists)
            for names, take in self._readers().items():
                for number, row in self._rows(lists, names):
                    take(number, row)
            self._newest(lists)
            self._levels()

    def _readers(self) -> Mapping[tuple[tuple[str, str], ...], Callable[[int, Row], None]]:
        """Return what reads the rows of each list."""
        return {
            (("follower list", "fanslist"), ("follower", "fanslist")): self._follower,
            (("following list", "following"), ("following", "following")): self._followed,
            (("videos", "videolist"), ("posts", "videolist")): self._video,
            (("comments", "commentslist"),): self._comment,
            (("like list", "itemfavoritelist"),): self._liked,
            (("reposts", "repostlist"),): self._repost,
        }

    def _lists(self) -> Lists:
        """Find the lists two levels down, whichever section they are in.

        Chats are left as they are (U7).
        """
        found: dict[tuple[str, str], bytes] = {}
        sections = document(self.member, dict[str, msgspec.Raw], self.intake) or {}
        names = {name.casefold(): name for name in sections}
        self.draft.variant += next(
            (f", layout of {year}" for section, year in LAYOUTS.items() if section in names), ""
        )
        for folded, name in names.items():
            if folded.startswith("direct message"):
                self.intake.note(CHATS)
                continue
            for part, held in _objects(sections[name]).items():
                found |= {
                    (part, list_name): bytes(raw) for list_name, raw in _objects(held).items()
                }
        if not found:
            raise InputError(
                "no sections of TikTok's personal data",
                self.member.where,
                "ask TikTok for all data, as JSON",
            )
        return found

    def _rows(self, lists: Lists, names: Sequence[tuple[str, str]]) -> Iterator[tuple[int, Row]]:
        """Yield the rows of a list, keys folded: some lists write them small.

        A row of another shape is skipped and counted.
        """
        for raw in (lists[name] for name in names if name in lists):
            for number, row in items(self.member.holding(raw), dict[str, Any], self.intake):
                if isinstance(row, Bad):
                    self.intake.skip(number, row.reason)
                else:
                    yield number, {key.casefold(): value for key, value in row.items()}

    def _profile(self, lists: Lists) -> None:
        """Take whose data it is, and the numbers.

        Likes received are no sum of those of the videos: deleted ones count too.
        """
        for _, row in self._rows(lists, PROFILES):
            self.intake.use()
            self.draft.handle = _text(row.get("username")).casefold()
            self.draft.owner = Owner(
                self.draft.handle, _text(row.get("displayname")), personal=True
            )
            links = tuple(
                link
                for name in ("instagramlink", "youtubelink", "lemon8link")
                for link in links_in(_text(row.get(name)))
            )
            self.draft.about = About(
                bool(_text(row.get("biodescription"))),
                bool(_text(row.get("profilephoto"))),
                links=links,
            )
            for metric, key in COUNTED.items():
                value = count(row.get(key))
                if isinstance(value, int):
                    self.stated[metric] = value

    def _at(self, row: Row) -> int | Bad:
        found = moment(row.get("date"), self.reading.latest)
        if not isinstance(found, tuple):
            return found or NO_DATE
        self.dates.append(found[0])
        return found[0]

    def _person(self, number: int, row: Row, people: set[str]) -> bool:
        """Add somebody to a list, once."""
        name = _text(row.get("username")).casefold()
        if not name or name in people:
            self.intake.skip(number, DUPLICATE if name else NOBODY)
            return False
        people.add(name)
        self.intake.use()
        return True

    def _follower(self, number: int, row: Row) -> None:
        """Take one follower; a date that cannot be believed costs the date, not the follower."""
        at = self._at(row)
        if self._person(number, row, self.draft.followers) and isinstance(at, int):
            self.since.append(at)

    def _followed(self, number: int, row: Row) -> None:
        """Take one account the owner follows."""
        self._at(row)
        self._person(number, row, self.draft.following)

    def _video(self, number: int, row: Row) -> None:
        """Take one video.

        Its link is of a file and expires, so the second it was published names it, as in TikTok
        Studio.
        """
        at = self._at(row)
        who = str(row.get("whocanview") or "").strip().casefold()
        self._post(
            number,
            str(at),
            at,
            likes=count(row.get("likes")),
            public=who in EVERYBODY,
            text=_text(row.get("title")),
        )

    def _comment(self, number: int, row: Row) -> None:
        """Take one comment as a reply, without its words."""
        at = self._at(row)
        self._post(
            number,
            f"{at}-{crc32(_text(row.get('comment')).encode('utf-8', 'replace')):08x}",
            at,
            kind="reply",
        )

    def _repost(self, number: int, row: Row) -> None:
        at = self._at(row)
        self._post(number, f"{at}-repost", at, kind="repost")

    def _post(self, number: int, id: str, at: int | Bad, **values: Any) -> None:
        if id in self.known:
            self.intake.skip(number, DUPLICATE)
        elif post := self.intake.row(Post, number, id=id, at=at, **values):
            self.known.add(id)
            self.draft.posts.append(post)

    def _liked(self, number: int, row: Row) -> None:
        self._at(row)
        self.intake.use()
        self.intake.note(LIKES_GIVEN)

    def _levels(self) -> None:
        """Settle the numbers of people: those of the profile are right, lists leave out who is gone; the list tells when they came."""
        draft = self.draft
        for metric, people in (("followers", draft.followers), ("following", draft.following)):
            if people or metric in self.stated:
                draft.levels.append(
                    Level(metric, self.stated.get(metric, len(people)), draft.exported_at)
                )
        total = self.stated.get("followers", len(draft.followers))
        if len(draft.followers) < WHOLE * total:
            draft.notes.append(
                f"the list of followers holds {len(draft.followers)} of {total}: mutual followers are not counted"
            )
            draft.followers.clear()
        ends = sorted({_month_end(at) for at in self.since})
        draft.levels += [
            Level("followers", max(0, total - sum(at > end for at in self.since)), end, "rounded")
            for end in ends[:-1]
        ]

    def _newest(self, lists: Lists) -> None:
        """Date the download, which states no date: by the newest row, log-ins and videos watched among them."""
        stamps = {
            stamp for name in DATED if name in lists for stamp in re.findall(_DATE, lists[name])
        }
        found = (moment(stamp.decode(), self.reading.latest) for stamp in sorted(stamps)[-1:])
        self.draft.exported_at = max(
            [*self.dates, *(one[0] for one in found if isinstance(one, tuple))], default=None
        )

    def finish(self) -> Export:
        """Freeze it."""
        return self.draft.finish()


def _month_end(at: int) -> int:
    """Return the last second of a moment's month, UTC."""
    year, month = map(int, iso_day(at).split("-")[:2])
    return midnight(year + month // 12, month % 12 + 1, 1) - 1
