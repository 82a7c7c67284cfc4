"""Which files and folders Meta's downloads have: told by folder, base name and key, by no path."""

import re
from collections.abc import Sequence

from msgspec import Struct

from klout_cli.files.container import Member
from klout_cli.importers.archive import File, Json
from klout_cli.importers.meta import Item
from klout_cli.importers.meta_messages import THREAD
from klout_cli.values.dates import moment

ALONGSIDE = ("index.html", "start_here.html", "no-data.txt")
TABLES = (".csv", ".js", ".ods", ".vcf", ".xls", ".xlsx", ".xml", ".yaml", ".yml")
"""Never Meta's, whatever folder they lie in."""

_PART = r"(?:(?<=-[a-z0-9]{8})-|[-_ ]part[-_ ]?)\d{1,3}$"
_NUMBERED = r"_*(?:_\d+)?(?: ?\(\d+\))?"
_FIRST_KEY = rb'(?:\xef\xbb\xbf)?\s*\{\s*"([^"\\]{1,80})"'
_DAY = r"(20\d\d)[-_]?(\d\d)[-_]?(\d\d)"


_INSTAGRAM = frozenset(
    ("your_instagram_activity", "followers_and_following", "past_instagram_insights")
)
_FACEBOOK = frozenset(
    ("your_facebook_activity", "your_activity_across_facebook", "apps_and_websites_off_of_facebook")
)
_LISTS = "friends_and_followers following_and_followers profile_information friends followers"
_FACEBOOK_ONLY = _FACEBOOK.union(_LISTS.split())
_INSTAGRAM_FOLDERS = """
    account_information ads_and_businesses ads_and_topics ads_information apps_and_websites
    apps_and_websites_off_of_instagram autofill_information avatars_store comments
    comments_settings connections contacts content device_information digital_wallets events
    fundraisers guides information_about_you likes logged_information login_and_account_creation
    loyalty_accounts media messages monetization personal_information preferences
    recent_searches reports saved security_and_login_information shopping
    story_sticker_interactions subscriptions your_topics
"""
_FACEBOOK_FOLDERS = """
    about_you ads ads_and_businesses ads_information apps_and_websites archive
    calls_and_messages comments comments_and_reactions connections dating events facebook_gaming
    facebook_marketplace facebook_news facebook_payments facebook_portal groups interactions
    likes_and_reactions location location_history locations logged_information marketplace
    messages notifications other_activity other_logged_information other_personal_information
    pages payment_history personal_information photos_and_videos polls posts preferences reels
    reviews saved_items saved_items_and_collections search search_history
    security_and_login_information short_videos stories volunteering voting
    your_interactions_on_facebook your_places your_topics
"""
_DATE = r"\d{4}-\d{2}-\d{2}|\d{1,2}[-.]\d{1,2}[-.]\d{4}"


class Layout(Struct, frozen=True):
    """The folders of one network's downloads, of all years.

    `download` matches what zips and folders are called, with user and day; `wrapper` how a folder's
    name begins that a whole download lies in. `ours` are folders that no other network has, of
    which `strong` ones prove a download, `folders` are all there may be, and `others` are those of
    networks that may share a zip.
    """

    download: tuple[str, ...]
    wrapper: str
    strong: frozenset[str]
    ours: frozenset[str]
    folders: frozenset[str]
    others: frozenset[str]

    def split(self, member: Member) -> tuple[list[str], list[str]]:
        """Return the folders around a download, and its own ones: from the first that is known."""
        *folders, _ = member.name.lower().split("/")
        wrapped = [at for at, name in enumerate(folders, 1) if re.match(self.wrapper, name)]
        start = max(wrapped, default=0)
        while start < len(folders) and not (
            folders[start] in self.folders or folders[start] in self.others
        ):
            start += 1
        return folders[:start], folders[start:]

    def folders_in(self, member: Member) -> list[str]:
        """Return the folders of the download that a member lies in; none where it lies loose."""
        return self.split(member)[1]

    def is_others(self, member: Member) -> bool:
        """Tell a member of another network."""
        return not self.others.isdisjoint(self.folders_in(member))

    def root(self, member: Member, *, known: bool) -> str | None:
        """Return the folder that a member's download starts in, None for a member of none.

        A loose file is of one where it is `known`.
        """
        around, inside = self.split(member)
        loose = known or member.basename in ALONGSIDE
        belongs = not member.basename.endswith(TABLES) if inside else loose
        return root_of("/".join(around)) if belongs else None


INSTAGRAM = Layout(
    download=(
        r"instagram-([\w.]+)-(\d{4}-\d{2}-\d{2})(?!\d)",
        r"(?!instagram)([a-z0-9._]+)_(20\d{6})(?!\d)",
        r"()instagram.*?(20\d{2}[-_]\d{2}[-_]\d{2}|20\d{6})(?!\d)",
    ),
    wrapper=r"instagram-[\w.]+-\d{4}-\d{2}-\d{2}(?!\d)",
    strong=_INSTAGRAM,
    ours=_INSTAGRAM,
    folders=_INSTAGRAM.union(_INSTAGRAM_FOLDERS.split()),
    others=_FACEBOOK_ONLY | {"threads"},
)
FACEBOOK = Layout(
    download=(rf"facebook-([\w.]+?)(?:-({_DATE})(?!\d).*|[ (].*)?(?:\.zip)?\Z",),
    wrapper=r"facebook-[\w.]+-(?:\d{4}|\d{1,2})[-.]",
    strong=_FACEBOOK,
    ours=_FACEBOOK_ONLY,
    folders=_FACEBOOK_ONLY.union(_FACEBOOK_FOLDERS.split()),
    others=_INSTAGRAM | {"threads"},
)


def records(
    id: str,
    names: str,
    keys: str = "",
    handler: str = "",
    *,
    kind: type = Item,
    lists: str = "",
    whole: bool = False,
) -> Json:
    """Declare a file of records: what it may be called, and the keys its list may stand under.

    There may be several of it, and copies.
    """
    name = rf"(?:{names}){_NUMBERED}\.json"
    return Json(id, handler, name, keys=tuple(keys.split()), kind=kind, lists=lists, whole=whole)


def with_pages(*files: File) -> tuple[File, ...]:
    """Declare the pages that these files are in the HTML form of a download, too."""
    names = (file.name.removesuffix("json") + "html" for file in files if isinstance(file, Json))
    return File("html", name="|".join(names)), *files


MESSAGES = File("messages", path=THREAD, private=True, whole=True)


def first_key(member: Member) -> str:
    """Return the first key of a JSON object, "" where it begins otherwise."""
    match = re.match(_FIRST_KEY, member.head())
    return match[1].decode("utf-8", "replace") if match else ""


def root_of(path: str) -> str:
    """Return a path without the numbers of the parts of a download."""
    return "/".join(re.sub(_PART, "", name) for name in path.split("/"))


def without_viewers(members: Sequence[Member]) -> list[Member]:
    """Leave out pages whose JSON is there too."""
    names = {member.name.lower() for member in members if member.basename.endswith(".json")}
    return [
        member
        for member in members
        if not member.basename.endswith(".html")
        or member.name.lower().removesuffix("html") + "json" not in names
    ]


def user_and_days(member: Member, names: Sequence[str], latest: int) -> tuple[str, list[int]]:
    """Return user and day (its start) as the name of a download or of its folder tells.

    `names` are patterns with two groups. Two days where the order of day and month is open.
    """
    places = [*reversed(member.name.lower().split("/")[:-1]), member.container.lower()]
    matches = (re.match(name, place) for name in names for place in places)
    match = next(filter(None, matches), None)
    if not match:
        return "", []
    day = re.sub(_DAY, r"\1-\2-\3", match[2] or "")
    days = {moment(day, latest, order) for order in ("dmy", "mdy")} if day else set()
    return match[1], sorted({day[0] for day in days if isinstance(day, tuple)})
