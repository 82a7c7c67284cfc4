"""Reddit: the answer to a data request, a folder of CSV files.

Addresses of machines, votes, chats and settings stay closed; Reddit tells nothing of what posts and
comments received but awards.
"""

from klout_cli.importers.archive import Archive, Cells, File, Note, Rows, Table
from klout_cli.person.rows import Interaction, Post
from klout_cli.values.kinds import Kind

NAMELESS = "awards whose giver is not named"
OTHER_STATISTICS = "other statistics, not used"

POSTS = {
    name: {name}
    for name in ("id", "permalink", "date", "subreddit", "title", "body", "parent", "gildings")
}
AWARDS = {"giver": {"gilder username"}, "date": {"date"}, "link": {"content link"}}
STATISTICS = {"statistic": {"statistic"}, "value": {"value"}}
NEEDED = ("id", "permalink", "date")

COPY = r"(?:_\d+)?(?: ?\(\d+\))?\.csv"
CLOSED = (
    "account_gender|announcements|approved_submitter_subreddits|birthdate|chat_history|checkfile|"
    "comment_votes|drafts|friends|gilded_content|hidden_posts|ip_logs|linked_identities|"
    "linked_phone_number|moderated_subreddits|multireddits|payouts|persona|poll_votes|post_votes|"
    "purchases|reddit_gold_information|saved_comments|saved_posts|scheduled_posts|sensitive_ads_"
    "preferences|stripe|subscribed_subreddits|twitter|user_preferences"
)


def _posts(name: str, *proof: str, handler: str = "", unless: str = "") -> File:
    return Table(
        name, handler, name + COPY, unless=unless, columns=POSTS, needed=NEEDED, proof=proof
    )


class Reddit(Archive):
    """The owner's posts and comments, and awards received."""

    key = "reddit"
    title = "Reddit"
    variant = "data request"
    twice = "same post or comment twice"
    closed = f"(?i:(?:{CLOSED}){COPY})"
    files = (
        # statistics alone are an export where they name an account
        Table(
            "statistics",
            name="statistics" + COPY,
            head=rb"(?m)^\"?account name\"?,",
            columns=STATISTICS,
            needed=("statistic", "value"),
        ),
        Table(
            "nameless_statistics",
            "statistics",
            "statistics" + COPY,
            proves=False,
            columns=STATISTICS,
            needed=("statistic", "value"),
        ),
        _posts("posts", "permalink", "subreddit", "title"),
        # the same rows again without their words
        _posts(
            "post_headers", "permalink", "subreddit", "gildings", handler="posts", unless="posts"
        ),
        _posts("comments", "permalink", "subreddit", "parent"),
        _posts(
            "comment_headers",
            "permalink",
            "subreddit",
            "parent",
            handler="comments",
            unless="comments",
        ),
        Table(
            "awards",
            name="gold_received" + COPY,
            proves=False,
            columns=AWARDS,
            needed=("giver", "date"),
            proof=("giver", "link"),
        ),
    )

    def statistics(self, row: Cells) -> Rows:
        """Take the account's name and the time of the export."""
        match row["statistic"].lower():
            case "account name":
                self.name_account(row["value"])
            case "export time":
                self.draft.exported_at = self.known_date(row["value"])
            case _:
                yield Note(OTHER_STATISTICS)

    def posts(self, row: Cells) -> Rows:
        """Take what the owner posted."""
        yield self._post(row, "original")

    def comments(self, row: Cells) -> Rows:
        """Take what the owner commented: answers, whose addressee the file does not name."""
        yield self._post(row, "reply")

    def _post(self, row: Cells, kind: Kind) -> Post:
        return Post(
            id=self.once(row["id"], "no id"),
            at=self.date(row["date"]),
            kind=kind,
            text=" ".join(filter(None, (row["title"], row["body"], row["subreddit"]))),
            url=row["permalink"],
        )

    def awards(self, row: Cells) -> Rows:
        """Take who gave an award: vouching for something, no mere reaction."""
        if giver := row["giver"].removeprefix("u/").lower():
            yield Interaction(giver, "in", "endorsement", at=self.date(row["date"]))
        else:
            yield Note(NAMELESS)
