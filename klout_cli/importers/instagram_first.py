"""Instagram: the shapes of the first layout, until 2020."""

from msgspec import Struct, field

from klout_cli.importers.meta_records import Value


class OldMedium(Struct):
    """A picture or video of the first layout."""

    caption: Value = None
    taken_at: Value = None
    path: Value = None


class OldFile(Struct):
    """Any file of the first layout: people with a date, [date, owner] of a like, [date, text, owner] of a comment."""

    followers: dict[str, Value] = field(default_factory=dict)
    following: dict[str, Value] = field(default_factory=dict)
    media_likes: list[list[Value]] = field(default_factory=list)
    comment_likes: list[list[Value]] = field(default_factory=list)
    media_comments: list[list[Value]] = field(default_factory=list)
    photos: list[OldMedium] = field(default_factory=list)
    videos: list[OldMedium] = field(default_factory=list)
    stories: list[OldMedium] = field(default_factory=list)
