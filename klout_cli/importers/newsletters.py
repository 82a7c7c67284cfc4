"""Newsletter tools whose exports are plain lists: beehiiv, Buttondown, Mailchimp and the blog of Wix (formats/modern-platforms §14).

They hold posts without any counts, and subscribers by e-mail address: people are counted, and
nothing of them is kept.
"""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from msgspec import Struct

from klout_cli.files.container import Member
from klout_cli.files.intake import Bad, Intake
from klout_cli.files.table import first_names, records
from klout_cli.importers.sources import described
from klout_cli.importers.subscribers import count_subscribers
from klout_cli.person.rows import Draft, Export, Level, Post
from klout_cli.values.dates import moment
from klout_cli.values.reading import PLAIN, Reading
from klout_cli.values.web import host_of, without_markup

NO_ID = Bad("no id")
NOT_PUBLISHED = "posts not published"


class Form(Struct, frozen=True):
    """One kind of list: the names it is known by and, of posts, the columns by canonical name.

    `network`: what its posts are.
    """

    tool: str
    names: Collection[str]
    columns: Mapping[str, Collection[str]] = {}
    network: str = "newsletter"


FORMS = (
    Form("beehiiv subscribers", {"email", "status", "tier", "created at"}),
    Form("Mailchimp audience", {"email address", "optin time", "leid", "euid"}),
    Form(
        "beehiiv posts",
        {"web title", "content html", "created at"},
        {
            "id": {"id"},
            "at": {"created at"},
            "title": {"web title"},
            "tags": {"content tags"},
            "text": {"content html"},
            "url": {"url"},
            "status": {"status"},
            "audience": {"audience"},
        },
    ),
    Form(
        "Buttondown e-mails",
        {"secondary id", "subject", "publish date"},
        {"id": {"id"}, "at": {"publish date"}, "title": {"subject"}},
    ),
    Form(
        "Wix posts",
        {"plain content", "published date", "post page url"},
        {
            "id": {"id"},
            "at": {"published date"},
            "title": {"title"},
            "text": {"plain content"},
            "url": {"post page url"},
        },
        network="blog",
    ),
)
CONFIRMED = {"", "confirmed"}
ONLY_PAYERS = "premium"


class Newsletters:
    """Lists of posts and of subscribers; each file is an export."""

    network = "newsletter"
    source, feeds = described("newsletters")

    def identify(
        self, members: Sequence[Member], reading: Reading = PLAIN
    ) -> list[tuple[Member, ...]]:
        """Find the lists by their first line."""
        return [(member,) for member in members if _form(member)]

    def extract(self, members: Sequence[Member], reading: Reading) -> list[Export]:
        """Read each list as an export of its own."""
        return [_read(member, form, reading) for member in members if (form := _form(member))]


def _form(member: Member) -> Form | None:
    names = first_names(member)
    return next((form for form in FORMS if names.issuperset(form.names)), None)


def _read(member: Member, form: Form, reading: Reading) -> Export:
    draft = Draft(form.network, form.tool)
    with draft.reading(member.where) as intake:
        if form.columns:
            _posts(draft, intake, member, form, reading)
        else:
            counted = count_subscribers(member, intake, reading)
            draft.levels.append(
                Level("subscribers", counted.people, quality="exact" if counted.whole else "cut")
            )
            draft.exported_at = counted.newest
    return draft.finish()


def _posts(draft: Draft, intake: Intake, member: Member, form: Form, reading: Reading) -> None:
    """Read a list of posts; one without a date, or not confirmed, is a draft.

    The list is named by the host of most posts.
    """
    hosts: Counter[str] = Counter()
    for line, row in records(member, intake, form.columns, ("id", "at"), reading.encoding):
        found = moment(row["at"], reading.latest)
        if found is None or row.get("status", "") not in CONFIRMED:
            intake.use()
            intake.note(NOT_PUBLISHED)
            continue
        at, precision = (found, "second") if isinstance(found, Bad) else found
        post = intake.row(
            Post,
            line,
            id=row["id"] or NO_ID,
            at=at,
            public=row.get("audience") != ONLY_PAYERS,
            text=without_markup(" ".join(row.get(name, "") for name in ("title", "tags", "text"))),
            url=row.get("url", ""),
            precision=precision,
        )
        if post:
            draft.posts.append(post)
            hosts[host_of(post.url)] += 1
    draft.handle = min(hosts, key=lambda host: (-hosts[host], host), default="")
    draft.exported_at = max((post.at for post in draft.posts), default=None)
