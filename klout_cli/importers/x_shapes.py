"""The shapes of the files in an X archive: needed fields only.

Types that have changed, or that people edit, are checked later.
"""

from typing import Any

from msgspec import Struct, field


class Listed(Struct, rename="camel", gc=False):
    """An account in a follow list: only its id."""

    account_id: Any = None


class ListedItem(Listed, gc=False):
    """An item of follower.js or following.js, wrapped or bare."""

    follower: Listed | None = None
    following: Listed | None = None

    @property
    def account(self) -> Listed:
        """The account."""
        return self.follower or self.following or self


class UserList(Struct, gc=False):
    """A list somebody keeps; its address begins with the keeper's handle."""

    url: str


class UserListItem(Struct, rename="camel", gc=False):
    """An item of lists-member.js."""

    user_list_info: UserList


class NoteCore(Struct, gc=False):
    """The words of a long post."""

    text: str


class Note(Struct, rename="camel", gc=False):
    """A long post's full text; its id is never the tweet's."""

    created_at: str
    core: NoteCore


class NoteItem(Struct, rename="camel", gc=False):
    """An item of note-tweet.js."""

    note_tweet: Note


class Renaming(Struct, rename="camel", gc=False):
    """From which handle to which."""

    changed_from: str | None = None
    changed_to: str | None = None


class RenamingPair(Struct, rename="camel", gc=False):
    """The inner wrapper around a renaming."""

    screen_name_change: Renaming


class RenamingItem(Struct, rename="camel", gc=False):
    """An item of screen-name-change.js."""

    screen_name_change: RenamingPair


class Account(Struct, rename="camel", gc=False):
    """The owner, in account.js."""

    username: str = ""
    account_id: Any = None
    account_display_name: str = ""


class AccountItem(Struct, gc=False):
    """An item of account.js."""

    account: Account


class Description(Struct, gc=False):
    """What the profile says."""

    bio: str | None = None
    website: str | None = None


class Profile(Struct, gc=False):
    """The owner's profile.

    Without a picture of one's own there is no address, or that of an egg.
    """

    description: Description = field(default_factory=Description)
    avatar: str | None = field(name="avatarMediaUrl", default=None)


class ProfileItem(Struct, gc=False):
    """An item of profile.js."""

    profile: Profile


class User(Struct, rename="camel", gc=False):
    """The owner, in manifest.js."""

    account_id: Any = None
    user_name: str = ""
    display_name: str = ""


class ArchiveInfo(Struct, rename="camel", gc=False):
    """The archive's own date."""

    generation_date: Any = None


class ListedFile(Struct, rename="camel", gc=False):
    """How many items X says a file holds."""

    file_name: str = ""
    count: Any = None


class DataType(Struct, gc=False):
    """The files of one kind."""

    files: list[ListedFile] = []


class Manifest(Struct, rename="camel", gc=False):
    """What manifest.js says about the whole archive."""

    user_info: User | None = None
    archive_info: ArchiveInfo | None = None
    data_types: dict[str, DataType] = {}


class UserDetails(Struct, gc=False):
    """The owner, until 2018."""

    screen_name: str = ""
    full_name: str = ""
    id: Any = None


class TweetHeader(Struct, gc=False):
    """An item of tweet-headers.js: there is a tweet."""

    tweet: dict[str, Any]


class Month(Struct, gc=False):
    """How many tweets the file of a month holds, until 2018."""

    tweet_count: Any = None


class PayloadDetails(Struct, gc=False):
    """The archive's own date, until 2018."""

    created_at: Any = None
