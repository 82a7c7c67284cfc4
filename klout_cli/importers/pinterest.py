"""Pinterest: the data export, one page of HTML (formats/modern-platforms §20).

Only its pins are read, without addresses of machines.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from klout_cli.files.container import Member
from klout_cli.files.intake import Bad
from klout_cli.files.text import lines
from klout_cli.importers.others import NETWORK, draft_of, name_account
from klout_cli.importers.sources import described
from klout_cli.person.rows import Export, Post
from klout_cli.values.dates import moment
from klout_cli.values.kinds import Kind
from klout_cli.values.reading import PLAIN, Reading
from klout_cli.values.web import without_markup

TITLE = "Pinterest"
NO_DATE = Bad("no date")
TWICE = "same pin twice"
NO_DATA = "No data"
WORDS = ("Title", "Details", "Board Name", "Alt Text")

_PIN = r"<a href=\"https?://(?:[\w-]+\.)*pinterest\.[\w.]+/pin/(\w+)/?\">"
_EVIDENCE = rb"<h1[^>]*>[^<]*</h1>\s*" + _PIN.encode()
_SECTION = r"<h1[^>]*>"
_FIELD = r"<br ?/?>\s*([A-Z][A-Za-z ]*): (.*?)(?=<br|</div|\Z)"


class Pinterest:
    """The owner's pins; nothing that was received."""

    network = NETWORK
    source, feeds = described("pinterest")

    def identify(
        self, members: Sequence[Member], reading: Reading = PLAIN
    ) -> list[tuple[Member, ...]]:
        """Find pages with a section that begins with a pin."""
        return [
            (member,)
            for member in members
            if member.basename.endswith(".html") and re.search(_EVIDENCE, member.head(1 << 16))
        ]

    def extract(self, members: Sequence[Member], reading: Reading) -> list[Export]:
        """Read the pins of one page."""
        member, draft = members[0], draft_of(TITLE, "data export")
        owners: Counter[str] = Counter()
        with draft.reading(member.where) as intake:
            known: set[str] = set()
            for name, fields in _pins("".join(lines(member, intake, reading.encoding))):
                if name in known:
                    intake.skip(name, TWICE)
                    continue
                known.add(name)
                found = moment(fields.get("Created at", ""), reading.latest)
                at = found[0] if isinstance(found, tuple) else found or NO_DATE
                kind: Kind = "repost" if fields.get("Is a repin") == "True" else "original"
                public = fields.get("Private") != "True" and fields.get("Alive") != "False"
                text = " ".join(fields[word] for word in WORDS if word in fields)
                url = f"https://www.pinterest.com/pin/{name}/"
                if post := intake.row(
                    Post, name, id=name, at=at, kind=kind, public=public, text=text, url=url
                ):
                    draft.posts.append(post)
                    owners[fields.get("Username", "").lower()] += 1
        user = min(owners, key=lambda user: (-owners[user], user), default="")
        name_account(draft, TITLE, user)
        draft.exported_at = max((post.at for post in draft.posts), default=None)
        return [draft.finish()]


def _pins(page: str) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield the id of each pin, and what stands below it by name.

    A pin ends where the next one or another section begins.
    """
    for section in re.split(_SECTION, page):
        parts = re.split(_PIN, section)
        for name, below in zip(parts[1::2], parts[2::2], strict=True):
            fields = {
                key: without_markup(value).removesuffix(",")
                for key, value in re.findall(_FIELD, below, re.DOTALL)
            }
            yield name, {key: value for key, value in fields.items() if value != NO_DATA}
