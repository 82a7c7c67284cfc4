"""Instagram: shapes of the first layout, which posts are the same, and of what year a layout is."""

from collections import defaultdict
from collections.abc import Collection, Sequence

from msgspec import Struct, field

from klout_cli.files.container import Member
from klout_cli.importers.meta_files import Layout
from klout_cli.importers.scalars import Scalar
from klout_cli.person.rows import Post
from klout_cli.values.kinds import Kind

FARTHEST_ZONE = 14 * 60


class OldMedium(Struct):
    """A picture or video of the first layout."""

    caption: Scalar = None
    taken_at: Scalar = None
    path: Scalar = None


class OldFile(Struct):
    """Any file of the first layout, until 2020.

    People with a date, [date, owner] of a like, [date, text, owner] of a comment.
    """

    followers: dict[str, Scalar] = field(default_factory=dict)
    following: dict[str, Scalar] = field(default_factory=dict)
    media_likes: list[list[Scalar]] = field(default_factory=list)
    comment_likes: list[list[Scalar]] = field(default_factory=list)
    media_comments: list[list[Scalar]] = field(default_factory=list)
    photos: list[OldMedium] = field(default_factory=list)
    videos: list[OldMedium] = field(default_factory=list)
    stories: list[OldMedium] = field(default_factory=list)


class Published:
    """Finds a post among those read so far: stories apart, `taken` ones left out."""

    def __init__(self, posts: Sequence[Post], kind: Kind, taken: Collection[int] = ()) -> None:
        self.posts = posts
        self.kind = kind
        self.ids: dict[str, int] = {}
        self.minutes: dict[int, list[int]] = defaultdict(list)
        self.captions: dict[str, list[int]] = defaultdict(list)
        for index, post in enumerate(posts):
            if post.kind == kind and index not in taken:
                self.add(post, index)

    def add(self, post: Post, index: int) -> None:
        """Take in a post, which is to stand at an index."""
        self.ids.setdefault(post.id, index)
        self.minutes[post.at // 60].append(index)
        self.captions[post.text].append(index)

    def holds(self, post: Post) -> bool:
        """Tell whether a post is there already: its id, or its second with no other caption."""
        others = [self.posts[index] for index in self.minutes[post.at // 60]]
        return post.id in self.ids or any(
            other.at == post.at and (not post.text or other.text in ("", post.text))
            for other in others
        )

    def meant(self, record: Post) -> int | None:
        """Return the one post a record means: by id, caption and about the time, second, minute.

        A date that was written as text ends at the minute and may be of the owner's time zone.
        """
        if record.id in self.ids:
            return self.ids[record.id]
        near = self.minutes[record.at // 60]
        captioned = self.captions[record.text] if record.text else []
        groups = (
            [index for index in captioned if _is_about(self.posts[index].at, record)],
            [index for index in near if self.posts[index].at == record.at],
            [index for index in near if not record.text or not self.posts[index].text],
            near if record.precision == "minute" else [],
        )
        return next((group[0] for group in groups if len(group) == 1), None)


def _is_about(at: int, record: Post) -> bool:
    minutes = abs(at // 60 - record.at // 60)
    return minutes <= 1 or (
        record.precision == "minute" and minutes <= FARTHEST_ZONE and minutes % 15 == 0
    )


def layout_of(layout: Layout, members: Sequence[Member], *, first: bool) -> str:
    """Name the layout by its first year; private messages change nothing of it."""
    files = [member for member in members if member.basename.endswith((".json", ".html"))]
    paths = [layout.folders_in(member) for member in files if not member.private]
    if any("your_instagram_activity" in path and path[-1] == "media" for path in paths):
        return "layout 2025"
    if any("your_instagram_activity" in path or "connections" in path for path in paths):
        return "layout 2023"
    if any(paths):
        return "layout 2021"
    return "layout 2020" if first else "single files"
