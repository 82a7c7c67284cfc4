"""GitHub: answers of its API that a person saved, and the archive of an account (formats/modern-platforms §10).

A repository is a publication: stars are its likes, forks its shares. Only the API counts them; only
the archive knows who commented. E-mail addresses stand in the archive's list of people, which stays
closed.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import Any, TypeVar

import msgspec
from msgspec import Struct

from klout_cli.files.container import Member
from klout_cli.files.intake import Bad, Intake
from klout_cli.files.json_items import items
from klout_cli.importers.given import Given
from klout_cli.importers.others import NETWORK, draft_of, name_account
from klout_cli.importers.sources import described
from klout_cli.person.rows import Export, Interaction, Level, Post
from klout_cli.values.dates import moment
from klout_cli.values.numbers import count
from klout_cli.values.reading import PLAIN, Reading

TITLE = "GitHub"
NO_DATE = Bad("no date")
TWICE = "same record twice"
NOBODY = Bad("nobody named")
NOT_NEEDED = "neither a repository, a star nor a person"
WHOSE_LIST = "people in a file whose name does not say who they are"
NOT_TALK = "own issues, and what is not in an own public repository"
NO_STARS = "GitHub's archive counts no stars and forks: “gh api users/NAME/repos --paginate > repos.json” adds them"

NO_OWNER = "these repositories have several owners, and nothing tells which of them is you, so none counts: “gh api user > user.json” beside them does"

TALK = (
    "issues",
    "pull_requests",
    "issue_comments",
    "pull_request_reviews",
    "pull_request_review_comments",
    "commit_comments",
)
"""The files of an archive in which people talk, those first that others answer to."""

_PART_OF_ARCHIVE = r"([a-z_]+)_\d{6}\.json"
_ANSWER = rb'"(?:followers_url|url)"\s*:\s*"https://api\.github\.com/|"full_name"\s*:.*"stargazers_count"\s*:|"stargazers_count"\s*:.*"full_name"\s*:'
_PERSON = r"https://github\.com/([^/#?]+)"
_REPOSITORY = r"(https://github\.com/[^/]+/[^/]+)/.*"
_NEXT_PAGE = r"trailing characters \(byte (\d+)\)"

T = TypeVar("T")
Value = str | int | float | bool | None


class Person(Struct, gc=False):
    """Somebody, or an organisation."""

    login: Value = None
    type: Value = None


class Permissions(Struct, gc=False):
    """What whoever asked the API may do in a repository."""

    admin: Value = None


class Starred(Struct):
    """A repository in a list of stars given."""

    owner: Person | None = None


class Answer(Struct):
    """Anything the API answers: a repository, a person, a star received (`user`) or given (`repo`)."""

    login: Value = None
    followers: Value = None
    following: Value = None
    starred_at: Value = None
    user: Person | None = None
    repo: Starred | None = None
    owner: Person | None = None
    full_name: Value = None
    html_url: Value = None
    description: Value = None
    created_at: Value = None
    stargazers_count: Value = None
    forks_count: Value = None
    fork: Value = None
    private: Value = None
    permissions: Permissions | None = None


class Repository(Struct):
    """A repository in an archive; it counts nothing."""

    url: Value = None
    owner: Value = None
    description: Value = None
    private: Value = None
    created_at: Value = None


class Talk(Struct):
    """An issue, a pull request, or a comment on one: its address begins with that of what it belongs to."""

    url: Value = None
    user: Value = None
    created_at: Value = None


class GitHub:
    """The API's answers in one folder, or an archive: repositories, stars, followers, and who commented."""

    network = NETWORK
    source, feeds = described("github")

    def identify(
        self, members: Sequence[Member], reading: Reading = PLAIN
    ) -> list[tuple[Member, ...]]:
        """Find archives by their parts of repositories, and folders with answers of the API by the addresses in them."""
        folders: dict[str, list[Member]] = defaultdict(list)
        for member in members:
            folders[member.name[: -len(member.basename)]].append(member)
        found: list[tuple[Member, ...]] = []
        for folder, files in sorted(folders.items()):
            if any(
                _part(file) == "repositories" and b'"repository"' in file.head() for file in files
            ):
                found.append(tuple(member for member in members if _is_of_archive(member, folder)))
            elif answers := tuple(file for file in files if _is_answer(file)):
                found.append(answers)
        return found

    def extract(self, members: Sequence[Member], reading: Reading) -> list[Export]:
        """Read an archive or the API's answers."""
        files = sorted(members, key=lambda member: (member.name, member.container))
        if any(_part(member) == "repositories" for member in files):
            return [_Archive(reading).export(files)]
        return [_Answers(reading).export(files)]


def _part(member: Member) -> str:
    """Tell what a numbered file of an archive holds; "" for any other file."""
    found = re.fullmatch(_PART_OF_ARCHIVE, member.basename)
    return found[1] if found else ""


def _is_of_archive(member: Member, folder: str) -> bool:
    """Tell the files of an archive; copies of repositories and attachments lie in folders of it."""
    inside = member.name[len(folder) :] if member.name.startswith(folder) else ""
    return inside.startswith(("repositories/", "attachments/")) or (
        inside == member.basename and bool(_part(member) or inside == "schema.json")
    )


def _is_answer(member: Member) -> bool:
    return (
        member.basename.endswith(".json")
        and not _part(member)
        and re.search(_ANSWER, member.head(), re.DOTALL) is not None
    )


def _pages(member: Member) -> Iterator[Member]:
    """Yield each of the arrays of a file: without --slurp, gh writes one for each page, back to back."""
    data = member.read()
    while True:
        try:
            msgspec.json.decode(data, type=msgspec.Raw)
            end = len(data)
        except msgspec.DecodeError as fault:
            found = re.search(_NEXT_PAGE, str(fault))
            end = data.find(b"[", int(found[1]) - 1) if found else len(data)
            end = end if end > 0 else len(data)
        yield member.holding(data[:end])
        data = data[end:]
        if not data.strip():
            return


def _text(value: Value) -> str:
    return value.strip() if isinstance(value, str) else ""


def _login(person: Person | None) -> str:
    return _text(person.login).lower() if person else ""


def _named(address: Value) -> str:
    """Return the login in the address of a person's page."""
    found = re.fullmatch(_PERSON, _text(address))
    return found[1].lower() if found else ""


def _whole(member: Member, kind: type[T], intake: Intake) -> list[tuple[int, T]]:
    """Return the records of a file, all of them before any is used.

    One of another shape is skipped and counted.
    """
    found = [record for page in _pages(member) for record in items(page, kind, intake)]
    for number, item in found:
        if isinstance(item, Bad):
            intake.skip(number, item.reason)
    return [(number, item) for number, item in found if not isinstance(item, Bad)]


class _Export:
    """What both kinds share: repositories, their owner, and the day."""

    def __init__(self, reading: Reading, variant: str) -> None:
        self.latest = reading.latest
        self.draft = draft_of(TITLE, variant)
        self.repositories: dict[str, tuple[str, Post]] = {}

    def moment(self, value: Value) -> int | Bad | None:
        """Parse a date."""
        found = moment(value, self.latest)
        return found[0] if isinstance(found, tuple) else found

    def repository(self, intake: Intake, number: int, name: str, owner: str, **values: Any) -> None:
        """Take a repository, once."""
        if name in self.repositories:
            intake.skip(number, TWICE)
        elif post := intake.row(Post, number, id=name, **values):
            self.repositories[name] = owner, post

    def take_own(self, login: str) -> None:
        """Name the account, and take its repositories; those of others are left out.

        "" where nothing tells whose they are.
        """
        name_account(self.draft, TITLE, login)
        self.draft.posts += [
            post for owner, post in self.repositories.values() if login and owner == login
        ]
        if self.repositories and not login:
            self.draft.notes.append(NO_OWNER)
        elif others := len(self.repositories) - len(self.draft.posts):
            self.draft.notes.append(f"repositories of others, not used: {others}")

    def finish(self) -> Export:
        """Date the export by the newest thing in it: it bears no date of its own."""
        dates = [post.at for post in self.draft.posts] + [
            one.at for one in self.draft.interactions if one.at
        ]
        self.draft.exported_at = max(dates, default=None)
        return self.draft.finish()


class _Answers(_Export):
    """The API's answers while they are read."""

    def __init__(self, reading: Reading) -> None:
        super().__init__(reading, "answers of the API")
        self.given = Given()
        self.login = ""
        self.people: set[str] = set()
        self.admins: set[str] = set()

    def export(self, files: Sequence[Member]) -> Export:
        """Read all of them.

        A number of followers that is stated goes before the length of a list.
        """
        draft = self.draft
        for member in files:
            with draft.reading(member.where) as intake:
                answers = _whole(member, Answer, intake)
                for number, item in answers:
                    self._answer(item, number, member.basename, len(answers) == 1, intake)
        login = self.login or self._find_owner()
        self.take_own(login)
        draft.interactions = [
            one for one in draft.interactions if one.partner != login
        ] + self.given.interactions((login,))
        stated = {level.metric for level in draft.levels}
        lists = (("followers", draft.followers), ("following", draft.following))
        draft.levels += [
            Level(metric, len(people))
            for metric, people in lists
            if people and metric not in stated
        ]
        return self.finish()

    def _find_owner(self) -> str:
        """Return the only owner, else the only person, else the only person whose rights are full.

        "" where several are left: the API lists also the repositories of organisations and of
        those with whom somebody works, and these may be the most. In a person's repository only
        that person has full rights.
        """
        owners = {owner for owner, _ in self.repositories.values()}
        for candidates in (owners, owners & self.people, owners & self.people & self.admins):
            if len(candidates) == 1:
                return min(candidates)
        return ""

    def _answer(self, item: Answer, number: int, file: str, alone: bool, intake: Intake) -> None:
        """Tell by its fields what an answer is.

        Only lists of people need the name of their file.
        """
        if item.user is not None and item.starred_at is not None:
            self._star(_login(item.user), self.moment(item.starred_at), number, intake)
        elif item.repo is not None or "starred" in file or file.startswith("ghstars"):
            self._star_given(item, number, intake)
        elif item.full_name is not None and item.stargazers_count is not None:
            self._repository(item, number, intake)
        elif alone and item.login is not None and item.followers is not None:
            self._person(item, number, intake)
        elif item.login is not None:
            self._listed(_text(item.login).lower(), number, file, intake)
        else:
            intake.use()
            intake.note(NOT_NEEDED)

    def _star(self, login: str, at: int | Bad | None, number: int, intake: Intake) -> None:
        star = intake.row(
            Interaction, number, partner=login or NOBODY, direction="in", kind="reaction", at=at
        )
        if star:
            self.draft.interactions.append(star)

    def _star_given(self, item: Answer, number: int, intake: Intake) -> None:
        owner = (
            _login(item.repo.owner if item.repo else item.owner)
            or _text(item.full_name).partition("/")[0].lower()
        )
        at = self.moment(item.starred_at)
        if isinstance(at, Bad) or not owner:
            intake.skip(number, at.reason if isinstance(at, Bad) else NOBODY.reason)
        else:
            intake.use()
            self.given.add(owner, "reaction", at)

    def _repository(self, item: Answer, number: int, intake: Intake) -> None:
        name = _text(item.full_name)
        owner = _login(item.owner) or name.partition("/")[0].lower()
        if item.owner and item.owner.type == "User":
            self.people.add(owner)
        if item.permissions and item.permissions.admin is True:
            self.admins.add(owner)
        self.repository(
            intake,
            number,
            name,
            owner,
            at=self.moment(item.created_at) or NO_DATE,
            kind="repost" if item.fork is True else "original",
            public=item.private is not True,
            likes=count(item.stargazers_count),
            shares=count(item.forks_count),
            text=f"{name.partition('/')[2]} {_text(item.description)}".strip(),
            url=_text(item.html_url),
        )

    def _person(self, item: Answer, number: int, intake: Intake) -> None:
        """Take the person's own record."""
        followers, following = count(item.followers), count(item.following)
        bad = next((value for value in (followers, following) if isinstance(value, Bad)), None)
        if bad:
            intake.skip(number, bad.reason)
            return
        intake.use()
        self.login = _text(item.login).lower()
        levels = (("followers", followers), ("following", following))
        self.draft.levels += [
            Level(metric, value) for metric, value in levels if isinstance(value, int)
        ]

    def _listed(self, login: str, number: int, file: str, intake: Intake) -> None:
        """Take somebody of a list, which only the name of its file explains."""
        people = {"followers": self.draft.followers, "following": self.draft.following}
        listed = next((people[name] for name in people if name in file), None)
        if not login or (listed is None and "stargazers" not in file):
            intake.skip(number, WHOSE_LIST if login else NOBODY.reason)
        elif listed is None:
            self._star(login, None, number, intake)
        else:
            intake.use()
            listed.add(login)


class _Archive(_Export):
    """An archive while it is read."""

    def __init__(self, reading: Reading) -> None:
        super().__init__(reading, "archive")
        self.public: set[str] = set()
        self.authors: dict[str, str] = {}

    def export(self, files: Sequence[Member]) -> Export:
        """Read the repositories first: they say whose archive it is, and what is public."""
        for member in files:
            if _part(member) == "repositories":
                self._repositories(member)
        owners = Counter(owner for owner, _ in self.repositories.values())
        login = min(owners, key=lambda name: (-owners[name], name), default="")
        self.take_own(login)
        self.public = {post.url for post in self.draft.posts if post.public}
        for part in TALK:
            for member in files:
                if _part(member) == part:
                    self._talk(member, login)
        self.draft.notes.append(NO_STARS)
        return self.finish()

    def _repositories(self, member: Member) -> None:
        with self.draft.reading(member.where) as intake:
            for number, item in _whole(member, Repository, intake):
                url, at = _text(item.url), self.moment(item.created_at) or NO_DATE
                name = url.removeprefix("https://github.com/")
                text = f"{name.partition('/')[2]} {_text(item.description)}".strip()
                self.repository(
                    intake,
                    number,
                    name,
                    _named(item.owner),
                    at=at,
                    public=item.private is not True,
                    text=text,
                    url=url,
                )

    def _talk(self, member: Member, login: str) -> None:
        """Read who wrote what belongs to an own public repository, and to whom the owner answered there; never the words."""
        with self.draft.reading(member.where) as intake:
            for number, item in _whole(member, Talk, intake):
                url, author = _text(item.url), _named(item.user)
                subject = url.partition("#")[0]
                answered = self.authors.setdefault(subject, author)
                found = re.fullmatch(_REPOSITORY, subject)
                if (
                    not found
                    or found[1] not in self.public
                    or (author == login and answered in ("", login))
                ):
                    intake.use()
                    intake.note(NOT_TALK)
                    continue
                own = author == login
                partner = answered if own else author or NOBODY
                kind, direction = ("reply", "out") if own else ("comment", "in")
                at = self.moment(item.created_at)
                if one := intake.row(
                    Interaction, number, partner=partner, direction=direction, kind=kind, at=at
                ):
                    self.draft.interactions.append(one)
