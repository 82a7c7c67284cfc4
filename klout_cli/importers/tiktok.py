"""TikTok's personal data in JSON, in the layouts of until 2024, of 2025 and of 2026.

Sections moved between the layouts, while their lists kept their names: a list is found by its name
and that of its part, whatever section it is in. Chats stay undecoded.
"""

import re
from bisect import bisect_right
from collections.abc import Mapping
from contextlib import suppress
from typing import Any, TypeVar
from zlib import crc32

import msgspec

from klout_cli.errors import InputError
from klout_cli.files.container import Member
from klout_cli.files.intake import Bad, Intake
from klout_cli.files.json_items import document, items
from klout_cli.importers.archive import Archive, File, Listed, Note, Rows, Values
from klout_cli.importers.scalars import string_of
from klout_cli.importers.vocabulary import words_of
from klout_cli.person.rows import About, Level, Post
from klout_cli.translation import Message
from klout_cli.translation import gettext_noop as N_
from klout_cli.values.dates import iso_day, midnight
from klout_cli.values.numbers import BLANKS, count
from klout_cli.values.reading import PLAIN, Reading
from klout_cli.values.web import links_in

CHATS = Message("chats, not decoded")
NOBODY = Message("no name")
LIKES_GIVEN = Message("likes given, without the people")
SHORT_LIST = N_("Only {n} of {total} followers are listed, so mutual followers aren't counted.")
NO_SECTIONS = Message("this has no sections of TikTok's personal data")
AGAIN = Message("ask TikTok for all data, as JSON")
COMPLETE = 0.9  # a list of followers shorter than this share of their number is not all of it

LAYOUTS = {"profile and settings": "2026", "your activity": "2025", "activity": "2024"}
SECTIONS = words_of("tiktok")["sections"]
LISTS = words_of("tiktok_lists")
"""What reads the rows of a list -> part and name of it; of dated ones the newest date is read."""
EVERYBODY = BLANKS | {"everyone", "public"}

_NAME = r"user_data_tiktok\b.*\.json"
_KEY = rb'"((?:[^"\\]|\\.){1,40})"\s*:\s*[{\[n]'
_DATE = rb"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d"

Row = Mapping[str, Any]
T = TypeVar("T")


class TikTok(Archive):
    """The owner's data: followers and following, videos with their likes, comments made."""

    key = network = "tiktok"
    variant = "personal data"
    together = "file"
    twice = "duplicate record"
    files = (File("data", name=r".*\.json", whole=True),)

    def __init__(self, reading: Reading = PLAIN) -> None:
        super().__init__(reading)
        self.since: dict[str, int] = {}
        self.stated: dict[str, int] = {}

    @classmethod
    def file_of(cls, member: Member, reading: Reading = PLAIN) -> File | None:
        """Find a file by its name, or by three of TikTok's sections in it."""
        file = super().file_of(member, reading)
        return file if file and _is_tiktok(member) else None

    def data(self, member: Member) -> None:
        """Read list by list, the profile first."""
        lists = self.lists(member)
        for handler, names in LISTS.items():
            for rows in (lists[name] for name in sorted(names & lists.keys())):
                if handler == "dated":  # only its newest date counts, for that of the download
                    newest = max(re.findall(_DATE, rows), default=b"").decode()
                    self.dates += filter(None, [self.known_date(newest)])
                else:
                    self.each(self.values(member.holding(rows)), getattr(self, handler))
        self.levels()

    def lists(self, member: Member) -> Mapping[str, bytes]:
        """Find the lists two levels down; chats are left undecoded.

        Raises InputError where there is none.
        """
        sections = _fold_keys(document(member, dict[str, msgspec.Raw], self.intake) or {})
        year = next((year for section, year in LAYOUTS.items() if section in sections), "")
        self.draft.variant += f", layout of {year}" if year else ""
        lists: dict[str, bytes] = {}
        for section, raw in sections.items():
            if section.startswith("direct message"):
                self.intake.note(CHATS)
                continue
            for part, content in _decode_fields(raw).items():
                lists |= {
                    f"{part}/{name}": bytes(rows) for name, rows in _decode_fields(content).items()
                }
        if not lists:
            raise InputError(NO_SECTIONS, member.where, AGAIN)
        return lists

    def values(self, member: Member) -> Values:
        """Yield the rows of a list, keys folded: some lists write them small."""
        for number, row in items(member, dict[str, Any], self.intake):
            yield number, row if isinstance(row, Bad) else _fold_keys(row)

    def profile(self, row: Row) -> None:
        """Take whose data it is, and the numbers.

        Likes received are no sum of those of the videos: deleted ones count too.
        """
        handle = _text(row.get("username")).casefold()
        self.name_account(handle, handle, _text(row.get("displayname")))
        links = (row.get(name) for name in ("instagramlink", "youtubelink", "lemon8link"))
        self.draft.about = About(
            bool(_text(row.get("biodescription"))),
            bool(_text(row.get("profilephoto"))),
            links=tuple(address for link in links for address in links_in(_text(link))),
        )
        for metric in ("followers", "following"):
            value = count(row.get(f"{metric.removesuffix('s')}count"))
            if isinstance(value, int):
                self.stated[metric] = value

    def follower(self, row: Row) -> Rows:
        """Take one follower; a bad date costs the date, not the follower."""
        name = self.required(_text(row.get("username")).casefold(), NOBODY)
        yield Listed("followers", name)
        if at := self.note_date(row):
            self.since.setdefault(name, at)

    def followed(self, row: Row) -> Rows:
        """Take one account the owner follows."""
        yield Listed("following", self.required(_text(row.get("username")).casefold(), NOBODY))
        self.note_date(row)

    def video(self, row: Row) -> Rows:
        """Take one video.

        Its link expires, so the second it was published names it, as in TikTok Studio.
        """
        at = self.at(row)
        yield Post(
            id=self.once(str(at), "no date"),
            at=at,
            likes=self.count(row.get("likes")),
            public=str(row.get("whocanview") or "").strip().casefold() in EVERYBODY,
            text=_text(row.get("title")),
        )

    def comment(self, row: Row) -> Rows:
        """Take one comment as a reply, without its words."""
        at = self.at(row)
        words = crc32(_text(row.get("comment")).encode("utf-8", "replace"))
        yield Post(f"{at}-{words:08x}", at, kind="reply")

    def repost(self, row: Row) -> Rows:
        """Take one repost."""
        at = self.at(row)
        yield Post(f"{at}-repost", at, kind="repost")

    def liked(self, row: Row) -> Rows:
        """Take one like for its date."""
        yield Note(LIKES_GIVEN)
        self.note_date(row)

    def at(self, row: Row) -> int:
        """Return when a row was; the newest of all dates the download."""
        self.dates.append(at := self.date(row.get("date")))
        return at

    def note_date(self, row: Row) -> int | None:
        """Return when a row was, None where that is unknown, and date the download by it."""
        at = self.known_date(row.get("date"))
        self.dates += [at] if at else []
        return at

    def levels(self) -> None:
        """Take the numbers of people, and from the dates of followers those of earlier months.

        Those of the profile are right: the lists leave out who is gone.
        """
        draft = self.draft
        made = max(self.dates, default=None)
        for metric, people in (("followers", draft.followers), ("following", draft.following)):
            if people or metric in self.stated:
                draft.levels.append(Level(metric, self.stated.get(metric, len(people)), made))
        total = self.stated.get("followers", len(draft.followers))
        if len(draft.followers) < COMPLETE * total:
            why = Message(SHORT_LIST, n=len(draft.followers), total=total)
            self.cut("followers", why, ("reciprocity",))
            draft.followers.clear()
        since = sorted(self.since.values())
        for end in sorted({_month_end(day) for day in {iso_day(at) for at in since}})[:-1]:
            later = len(since) - bisect_right(since, end)
            draft.levels.append(Level("followers", max(0, total - later), end, "rounded"))


def _is_tiktok(member: Member) -> bool:
    if re.fullmatch(_NAME, member.basename):
        return True
    keys = re.findall(_KEY, member.head(1 << 16)[:200])
    if SECTIONS.isdisjoint(key.decode("utf-8", "replace").casefold() for key in keys):
        return False
    with suppress(InputError):
        sections = document(member, dict[str, msgspec.Raw], Intake("")) or {}
        return len(SECTIONS.intersection(_fold_keys(sections))) >= 3
    return False


def _fold_keys(fields: Mapping[str, T]) -> dict[str, T]:
    return {key.casefold(): value for key, value in fields.items()}


def _decode_fields(raw: bytes) -> dict[str, msgspec.Raw]:
    """Return the fields of an object, undecoded, by folded keys; none where it is no object."""
    with suppress(msgspec.DecodeError, UnicodeDecodeError):
        return _fold_keys(msgspec.json.decode(raw, type=dict[str, msgspec.Raw]))
    return {}


def _text(value: object) -> str:
    """Return a text; TikTok writes "N/A" and "None" where there is none."""
    text = string_of(value)
    return "" if text.casefold() in BLANKS else text


def _month_end(day: str) -> int:
    """Return the last second of the month of an ISO day, UTC."""
    year, month = map(int, day.split("-")[:2])
    return midnight(year + month // 12, month % 12 + 1, 1) - 1
