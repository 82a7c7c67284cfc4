"""Reddit: the answer to a data request, a folder of CSV files.

Addresses of machines, votes, chats and settings stay closed; of what posts and comments received,
Reddit exports only awards.
"""

from typing import Any

from klout_cli.importers.archive import Archive, Cells, Note, Rows, Table
from klout_cli.person.rows import Interaction, Post
from klout_cli.translation import Message
from klout_cli.values.kinds import Kind

NAMELESS = Message("awards from unnamed people")
OTHER_STATISTICS = Message("other statistics, not used")

POSTS = ("id", "permalink", "date", "subreddit", "title", "body", "parent", "gildings")
AWARDS = {"giver": {"gilder username"}, "date": {"date"}, "link": {"content link"}}

COPY = r"(?:_\d+)?(?: ?\(\d+\))?\.csv"
CLOSED = (
    "account_gender|announcements|approved_submitter_subreddits|birthdate|chat_history|checkfile|"
    "comment_votes|drafts|friends|gilded_content|hidden_posts|ip_logs|linked_identities|"
    "linked_phone_number|moderated_subreddits|multireddits|payouts|persona|poll_votes|post_votes|"
    "purchases|reddit_gold_information|saved_comments|saved_posts|scheduled_posts|sensitive_ads_"
    "preferences|stripe|subscribed_subreddits|twitter|user_preferences"
)


def _statistics(id: str, **proof: Any) -> Table:
    columns = ("statistic", "value")
    return Table(id, "statistics", "statistics" + COPY, columns=columns, needed=columns, **proof)


def _posts(id: str, handler: str, proof: str, unless: str = "") -> Table:
    needed = ("id", "permalink", "date")
    proof_columns = ("permalink", "subreddit", proof)
    return Table(
        id, handler, id + COPY, unless=unless, columns=POSTS, needed=needed, proof=proof_columns
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
        _statistics("statistics", head=rb"(?m)^\"?account name\"?,"),
        _statistics("nameless_statistics", proves=False),
        # headers are the same rows again without their words
        _posts("posts", "posts", "title"),
        _posts("post_headers", "posts", "gildings", unless="posts"),
        _posts("comments", "comments", "parent"),
        _posts("comment_headers", "comments", "parent", unless="comments"),
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

    def posts(self, row: Cells, kind: Kind = "original") -> Rows:
        """Take what the owner posted."""
        yield Post(
            id=self.once(row["id"]),
            at=self.date(row["date"]),
            kind=kind,
            text=" ".join(filter(None, (row["title"], row["body"], row["subreddit"]))),
            url=row["permalink"],
        )

    def comments(self, row: Cells) -> Rows:
        """Take what the owner commented: answers, whose addressee the file does not name."""
        yield from self.posts(row, "reply")

    def awards(self, row: Cells) -> Rows:
        """Take who gave an award: vouching for something, no mere reaction."""
        if giver := row["giver"].removeprefix("u/").lower():
            yield Interaction(giver, "in", "endorsement", at=self.date(row["date"]))
        else:
            yield Note(NAMELESS)
