"""The accounts of a posts table: their posts, periods of posts, and follower counts by day."""

import unicodedata
from collections import Counter
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from klout_cli.files.intake import Bad
from klout_cli.files.limits import refuse_accounts
from klout_cli.files.text import fold
from klout_cli.person.rows import Draft, Level, Post, stem_of
from klout_cli.results import Quality
from klout_cli.translation import gettext_noop as N_
from klout_cli.values.aliases import aliases, kinds
from klout_cli.values.dates import DAY
from klout_cli.values.handles import account_of, network_in
from klout_cli.values.kinds import Kind, Media, media_in
from klout_cli.values.numbers import is_rounded

VARIANT = "posts table"
NO_POSTS = (N_("an advertisement"), N_("not published"), N_("not a post of your own"))
"""Why rows of some kinds are skipped, by the names in aliases.yaml."""
YES = frozenset(("true", "yes", "y", "1", "x", "ja", "wahr", "✓", "sim", "oui", "sí", "sì"))


class Period(Struct, frozen=True):
    """Posts of a period with their sums: first and last day in Unix seconds, and how many.

    `begins`: the table says when it begins; else, as for a row of 31 July, its last day counts.
    """

    first: int
    last: int
    posts: int
    sums: dict[str, int]
    begins: bool = True

    def as_posts(self) -> list[Post]:
        """Return as many equal posts at the last day, which together have the sums."""
        days = (self.last - self.first) // DAY + 1
        post = Post("", self.last, precision="day", days=days if self.begins else 1)
        return [
            replace(
                post,
                id=f"{self.last // DAY}/{days}#{number}",
                **{
                    name: total // self.posts + (number < total % self.posts)
                    for name, total in self.sums.items()
                },
            )
            for number in range(self.posts)
        ]


class Account:
    """One account: its posts and periods, and its followers by day as (number, as written)."""

    def __init__(self, network: str, handle: str) -> None:
        self.draft = Draft(network, VARIANT)
        self.draft.handle = handle
        self.levels: dict[int, tuple[int, str]] = {}
        self.periods: list[Period] = []
        self._alike: Counter[int] = Counter()

    def numbered(self, at: int) -> str:
        """Make an id of the moment alone: posts without text are numbered within it."""
        self._alike[at] += 1
        return f"{at}#{self._alike[at]}"

    def add(self, other: "Account") -> None:
        """Add the rows of the same account in another part of the file."""
        self.draft.posts += other.draft.posts
        self.draft.owner = other.draft.owner
        self.levels |= other.levels
        self.periods += other.periods

    def finish(self) -> Draft:
        """Return the draft with its levels, and with periods that no post or shorter one is in."""
        days = sorted({post.at // DAY for post in self.draft.posts})
        taken: list[Period] = []
        for period in sorted(self.periods, key=lambda one: (one.last - one.first, one.last)):
            inside = any(period.first <= day * DAY <= period.last for day in days)
            if not inside and not any(_overlap(period, other) for other in taken):
                taken.append(period)
                self.draft.posts += period.as_posts()
        for day, (value, written) in sorted(self.levels.items()):
            quality: Quality = "rounded" if is_rounded(written) else "exact"
            self.draft.levels.append(Level("followers", value, day * DAY, quality))
        return self.draft


def _overlap(one: Period, other: Period) -> bool:
    return one.first <= other.last and other.first <= one.last


class Accounts(dict[tuple[str, str], Account]):
    """Accounts by network and handle as they are written; `distinct` has each of them once."""

    def __init__(self, file: str) -> None:
        super().__init__()
        self.distinct: dict[tuple[str, str], Account] = {}
        self.file, self.stem = file, stem_of(file)

    def __missing__(self, written: tuple[str, str]) -> Account:
        account = self[written] = self._known(*account_of(*written, self.stem))
        return account

    def _known(self, network: str, handle: str) -> Account:
        refuse_accounts(len(self.distinct), self.file)
        key = network, unicodedata.normalize("NFC", handle).casefold()
        return self.distinct.setdefault(key, Account(network, handle))

    def take(self, others: "Accounts") -> None:
        """Add the accounts of another table of the file."""
        for account in others.distinct.values():
            self._known(account.draft.network, account.draft.handle).add(account)

    def finish(self) -> list[Draft]:
        """Return the accounts with their rows; what names none is the network's only account."""
        for network in sorted({network for network, _ in self.distinct}):
            named = [key for key in self.distinct if key[0] == network and key[1] != network]
            if len(named) == 1 and (network, network) in self.distinct:
                self.distinct[named[0]].add(self.distinct.pop((network, network)))
        return [account.finish() for _, account in sorted(self.distinct.items())]


class Kinds(dict[tuple[str, ...], Kind | Bad]):
    """Kinds of posts by the cells that say so; `Bad` for what is no post of one's own.

    What is no known word is an original (Photo, Reel, article …); `media` says what it shows.
    """

    def __init__(self, flags: Sequence[str] = ()) -> None:
        super().__init__()
        self._flags = flags
        self.media: dict[tuple[str, ...], Media | None] = {}

    def __missing__(self, cells: tuple[str, ...]) -> Kind | Bad:
        first_flag = len(cells) - len(self._flags)
        flags = zip(self._flags, cells[first_flag:], strict=True)
        words = [*cells[:first_flag], *(name for name, cell in flags if fold(cell) in YES)]
        kind = self[cells] = self._kind(words)
        self.media[cells] = next(filter(None, map(media_in, map(fold, cells))), None)
        return kind

    def _kind(self, words: Sequence[str]) -> Kind | Bad:
        folded = [form for word in words for form in (fold(word), fold(network_in(word)[1]))]
        for reason in NO_POSTS:
            if not aliases().no_posts[reason].isdisjoint(folded):
                return Bad(reason)
        return next(
            (kind for form in folded if (kind := kinds().get(form)) not in (None, "original")),
            "original",
        )
