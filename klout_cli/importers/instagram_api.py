"""Instagram: answers of Meta's Graph API, as a script or the Graph API Explorer saved them.

Posts with what they received, the account's numbers, and insights, on their own or nested. One
answer may be of several accounts: `business_discovery` is of others'.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from msgspec import Struct, field
from msgspec.structs import replace

from klout_cli.files.container import Member
from klout_cli.files.intake import Bad, Intake
from klout_cli.importers.archive import Archive, Json, Note, Of, Rows, Unusable, Values
from klout_cli.importers.scalars import Scalar
from klout_cli.person.rows import Draft, Level, Post
from klout_cli.translation import Message
from klout_cli.translation import gettext_noop as N_
from klout_cli.values.kinds import media_in

SUMS = N_("daily sum, not added to posts")
VIEWS = N_("Meta has reported views instead of impressions since 2024")

_PROOF = (
    rb'"media_product_type"\s*:\s*"(?!THREADS)|"media_type"\s*:\s*"(?:IMAGE|VIDEO|CAROUSEL_ALBUM)"|'
    rb'"permalink"\s*:\s*"https?:\\?/\\?/(?:www\.)?instagram\.com|"business_discovery"\s*:\s*\{|'
    rb'"(?:follows|media)_count"\s*:\s*\d+.*"followers_count"|'
    rb'"followers_count"\s*:\s*\d+.*"(?:follows|media)_count"|'
    rb'"id"\s*:\s*"\d+\\?/insights\\?/'
)
_METRICS = {"saved": "saves"} | {
    name: name for name in ("likes", "comments", "shares", "reach", "impressions", "views")
}


class Measured(Struct, gc=False):
    """A value of an insight; one by breakdown is no number."""

    value: Any = None


class Node(Struct):
    """An account, a post or an insight; each uses some of these fields, and others nest in it."""

    id: Scalar = None
    username: Scalar = None
    followers_count: Scalar = None
    follows_count: Scalar = None
    media_count: Scalar = None
    caption: Scalar = None
    media_product_type: Scalar = None
    media_type: Scalar = None
    permalink: Scalar = None
    timestamp: Scalar = None
    like_count: Scalar = None
    comments_count: Scalar = None
    name: Scalar = None
    values: list[Measured] | None = None
    total_value: Measured | None = None
    insights: "Node | None" = None
    media: "Node | None" = None
    business_discovery: "Node | None" = None
    data: list["Node"] = field(default_factory=list)

    @property
    def is_account(self) -> bool:
        """Tell an account by its numbers."""
        return any(
            count is not None
            for count in (self.followers_count, self.follows_count, self.media_count)
        )

    @property
    def measured(self) -> Any:
        """The value of an insight over the life of a post."""
        values = [*(self.values or ()), *filter(None, [self.total_value])]
        return values[0].value if len(values) == 1 else None


class InstagramAPI(Archive):
    """Answers of the Graph API in a folder: media, accounts, business discovery and insights."""

    key = "instagram_api"
    network = "instagram"
    variant = "Graph API"
    files = (
        Json("answer", name=r".*\.json", head=_PROOF, within=1 << 15, kind=Node, keys=("data",)),
    )

    def begin(self, members: Sequence[Member]) -> None:
        """Prepare for what is put together at the end."""
        self.accounts: dict[str, list[Node]] = {}
        self.insights: list[tuple[Intake, str, dict[str, int]]] = []

    def each(self, values: Values, handle: Callable[[Any], Iterable[Any] | None]) -> None:
        """Hand over what is nested in each other node by node, with the user whose it is."""
        super().each(_flatten_nodes(values), handle)

    def answer(self, entry: tuple[str, Node]) -> Rows:
        """Take an account, an insight or a post."""
        user, node = entry
        if node.is_account:
            for value in (node.followers_count, node.follows_count, node.media_count):
                self.count(value)
            self.accounts.setdefault(user, []).append(node)
        elif node.values is not None or node.total_value:
            id = _text(node.id).partition("/")[0]
            self.insights.append((self.intake, id, self._counts([node])))
        else:
            yield Of(user, self._post(node))
            if node.insights and "views" in self._counts(node.insights.data):
                yield Note(VIEWS)

    def _post(self, node: Node) -> Post:
        if node.media_product_type == "THREADS":
            raise Unusable(N_("Threads post"))
        post = Post(
            self.required(_text(node.id) or _text(node.permalink), N_("no id and no link")),
            self.date(node.timestamp),
            kind="story" if node.media_product_type == "STORY" else "original",
            likes=self.count(node.like_count),
            comments=self.count(node.comments_count),
            text=_text(node.caption),
            url=_text(node.permalink),
            media=media_in(_text(node.media_type).lower()),
        )
        return _add_counts(post, self._counts(node.insights.data)) if node.insights else post

    def _counts(self, insights: Iterable[Node]) -> dict[str, int]:
        """Return the counts that insights state, by field of a post."""
        counts = {
            metric: self.count(node.measured)
            for node in insights
            if (metric := _METRICS.get(_text(node.name))) and not isinstance(node.measured, dict)
        }
        return {metric: count for metric, count in counts.items() if count is not None}

    def settle(self, members: Sequence[Member]) -> Iterable[Draft]:
        """Divide all by account: what does not say whose it is is the only named one's."""
        rows = self.rows
        if len(names := {*rows.accounts, *self.accounts} - {""}) == 1:
            (only,) = names
            rows.accounts = [only] * len(rows.accounts)
            self.accounts = {only: [node for nodes in self.accounts.values() for node in nodes]}
        drafts = rows.split()
        for user in self.accounts or [""]:
            if user not in drafts:
                drafts[user] = Draft(self.network, self.variant) if drafts else self.draft
        posts = {post.id for draft in drafts.values() for post in draft.posts}
        counts: dict[str, dict[str, int]] = {}
        for intake, id, measured in self.insights:
            counts.setdefault(id, {}).update(measured)
            if id not in posts:
                intake.note(SUMS)
            elif "views" in measured:
                intake.note(VIEWS)
        for user, draft in drafts.items():
            draft.handle = user
            draft.posts = [_add_counts(post, counts.get(post.id, {})) for post in draft.posts]
            draft.exported_at = max((post.at for post in draft.posts), default=None)
            self._count_people(draft, self.accounts.get(user, []))
        return drafts.values()

    def _count_people(self, draft: Draft, accounts: Sequence[Node]) -> None:
        for node in accounts:
            people = {"followers": node.followers_count, "following": node.follows_count}
            for metric, value in people.items():
                if (count := self.count(value)) is not None:
                    draft.levels.append(Level(metric, count))
            if (stated := self.count(node.media_count) or 0) > len(draft.posts):
                draft.notes.append(
                    Message(
                        "Only {n} of {count} posts are here. Save the next pages of the answer.",
                        n=len(draft.posts),
                        count=stated,
                    )
                )


def _add_counts(post: Post, counts: dict[str, int]) -> Post:
    """Put the counts of insights on a post; views are another measure than impressions."""
    known = dict(counts)
    views = known.pop("views", None)
    return replace(post, **({"impressions": views} if views is not None else {}) | known)


def _flatten_nodes(values: Values) -> Iterator[tuple[object, Any]]:
    for line, item in values:
        if isinstance(item, Bad):
            yield line, item
        else:
            yield from ((line, entry) for entry in _entries(item, ""))


def _entries(node: Node, user: str) -> Iterator[tuple[str, Node]]:
    """Yield a node and what is nested in it; of a discovery the asker says nothing."""
    if node.business_discovery:
        yield from _entries(node.business_discovery, "")
        return
    user = _text(node.username).lower() or user
    nested = [*node.data, *(node.media.data if node.media else ())]
    if node.is_account or not nested:
        yield user, node
    for child in nested:
        yield from _entries(child, user)


def _text(value: Scalar) -> str:
    return "" if value is None else str(value)
