"""Pinterest: the data export, one page of HTML.

Only its pins are read, without addresses of machines.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from klout_cli.files.container import Member
from klout_cli.files.text import lines
from klout_cli.importers.archive import Archive, Html, Rows
from klout_cli.importers.authors import most_frequent
from klout_cli.person.rows import Post
from klout_cli.values.web import without_markup

NO_DATA = "No data"
WORDS = ("Title", "Details", "Board Name", "Alt Text")

_PIN = r"<a href=\"https?://(?:[\w-]+\.)*pinterest\.[\w.]+/pin/(\w+)/?\">"
_PINS = rb"<h1[^>]*>[^<]*</h1>\s*" + _PIN.encode()
_SECTION = r"<h1[^>]*>"
_FIELD = r"<br ?/?>\s*([A-Z][A-Za-z ]*): (.*?)(?=<br|</div|\Z)"

Pin = tuple[str, dict[str, str]]


class Pinterest(Archive):
    """The owner's pins; nothing that was received."""

    key = "pinterest"
    title = "Pinterest"
    variant = "data export"
    together = "file"
    twice = "same pin twice"
    files = (
        # a section that begins with a pin
        Html("page", name=r".*\.html", head=_PINS, within=1 << 16, whole=True),
    )

    def page(self, member: Member) -> None:
        """Take the pins of a page."""
        self.owners: Counter[str] = Counter()
        page = "".join(lines(member, self.intake, self.reading.encoding))
        self.each(((pin[0], pin) for pin in split_pins(page)), self.pin)

    def pin(self, pin: Pin) -> Rows:
        """Take one pin; a repin is a repost."""
        id, fields = self.once(pin[0]), pin[1]
        yield Post(
            id=id,
            at=self.date(fields.get("Created at", "")),
            kind="repost" if fields.get("Is a repin") == "True" else "original",
            public=fields.get("Private") != "True" and fields.get("Alive") != "False",
            text=" ".join(fields[word] for word in WORDS if word in fields),
            url=f"https://www.pinterest.com/pin/{id}/",
        )
        self.owners[fields.get("Username", "").lower()] += 1

    def finish(self, members: Sequence[Member]) -> None:
        """Name the account by the owner of most pins."""
        self.name_account(most_frequent(self.owners))


def split_pins(page: str) -> Iterator[Pin]:
    """Yield the id of each pin, and its fields by name.

    A pin ends where the next one or another section begins.
    """
    for section in re.split(_SECTION, page):
        parts = re.split(_PIN, section)
        for id, below in zip(parts[1::2], parts[2::2], strict=True):
            fields = {
                key: without_markup(value).removesuffix(",")
                for key, value in re.findall(_FIELD, below, re.DOTALL)
            }
            yield id, {key: value for key, value in fields.items() if value != NO_DATA}
