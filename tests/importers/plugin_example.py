"""Agora's table of posts: a complete importer, as a plug-in."""

from klout_cli.importers.archive import Archive, Cells, Rows, Table
from klout_cli.person.rows import Post
from klout_cli.results import Source


class Agora(Archive):
    """The posts of one account."""

    network = "agora"
    source = Source("agora", "Agora", "agora.example", "CSV", "minutes", "posts", "who responded")
    feeds = {"breadth": "Agora does not say who responded"}  # noqa: RUF012
    files = (Table("posts", columns=("id", "written", "likes", "text"), needed=("id", "written")),)

    def posts(self, row: Cells) -> Rows:
        """Take one post."""
        at, likes = self.date(row["written"]), self.count(row["likes"])
        yield Post(self.once(row["id"], "no id"), at, likes=likes, text=row["text"])
