"""GitHub: answers of its API that a person saved, and the archive of an account.

A repository is a publication: stars are its likes, forks its shares. Only the API counts them; only
the archive names who commented. Of the archive's people only logins are read, and only where its
repositories have several owners.
"""

import json
import re
from collections.abc import Sequence
from functools import cached_property
from typing import Any

from msgspec import Struct

from klout_cli.files.container import Member
from klout_cli.files.json_items import items
from klout_cli.importers.archive import Archive, File, Json, Listed, Note, Rows, Unusable
from klout_cli.importers.given import Given
from klout_cli.person.rows import Interaction, Level, Post
from klout_cli.values.reading import PLAIN, Reading

NOBODY = "nobody named"
NOT_NEEDED = "neither a repository, a star nor a person"
WHOSE_LIST = "people in a file whose name does not say who they are"
NOT_TALK = "own issues, and what is not in an own public repository"
NO_STARS = (
    "GitHub's archive counts no stars and forks: "
    "“gh api users/NAME/repos --paginate > repos.json” adds them"
)
NO_OWNER = (
    "these repositories have several owners, and nothing tells which of them is you, "
    "so none counts: “gh api user > user.json” beside them does"
)
OF_OTHERS = "repositories of others, not used: {}"
PAGES_MISSING = "GitHub counts {:,} {}, the list names {:,}: ask for it again with --paginate"

TALK = (
    "issues",
    "pull_requests",
    "issue_comments",
    "pull_request_reviews",
    "pull_request_review_comments",
    "commit_comments",
)
"""The files of an archive in which people talk, those first that others answer to."""

_PART = r"_\d{6}\.json"
_ANSWER = (
    rb'"(?:followers_url|url)"\s*:\s*"https://api\.github\.com/|'
    rb'"full_name"\s*:.*"stargazers_count"\s*:|"stargazers_count"\s*:.*"full_name"\s*:'
)
_PERSON = r"https://github\.com/([^/#?]+)"
_REPOSITORY = r"(https://github\.com/[^/]+/[^/]+)/.*"

Value = str | int | float | bool | None


class Person(Struct, gc=False):
    """Somebody, or an organisation."""

    login: Value = None
    type: Value = None


class Answer(Struct):
    """Anything the API answers: a repository, a person, a star received or given."""

    login: Value = None
    followers: Value = None
    following: Value = None
    starred_at: Value = None
    user: Person | None = None
    repo: "Answer | None" = None
    owner: Person | None = None
    full_name: Value = None
    html_url: Value = None
    description: Value = None
    created_at: Value = None
    stargazers_count: Value = None
    forks_count: Value = None
    fork: Value = None
    private: Value = None
    permissions: dict[str, Value] | None = None


class Repository(Struct):
    """A repository in an archive; it counts nothing."""

    url: Value = None
    description: Value = None
    private: Value = None
    created_at: Value = None


class User(Struct):
    """Somebody in an archive; only its owner has a plan."""

    login: Value = None
    billing_plan: Any = None


class Talk(Struct):
    """An issue, a pull request, or a comment on one, whose address begins with theirs."""

    url: Value = None
    user: Value = None
    created_at: Value = None


class GitHub(Archive):
    """The API's answers in one folder, or an archive."""

    key = "github"
    title = "GitHub"
    variant = "answers of the API"
    twice = "same record twice"
    twice_listed = ""
    dated_by = ("posts", "interactions")
    closed = rf"(?i:(?:repositories|attachments)/.+|schema\.json|[a-z_]+{_PART})"
    files = (
        File("answers", name=rf"(?![a-z_]+{_PART}).*\.json", head=_ANSWER, whole=True),
        Json("repositories", name="repositories" + _PART, head=rb'"repository"', kind=Repository),
        Json("users", name="users" + _PART, proves=False, kind=User),
        *(Json(part, "talk", part + _PART, proves=False, kind=Talk) for part in TALK),
    )

    def __init__(self, reading: Reading = PLAIN) -> None:
        super().__init__(reading)
        self.given = Given()
        self.stated: dict[str, int] = {}
        self.person = ""
        self.people: set[str] = set()
        self.admins: set[str] = set()
        self.authors: dict[str, str] = {}
        self.is_single = False

    def read(self, file: File, member: Member) -> None:
        """Read a file; people only where they tell whose repositories these are."""
        if file.id != "users" or len(self.owners) > 1:
            super().read(file, member)

    @property
    def owners(self) -> set[str]:
        """The owners of all repositories."""
        return {_owner_of(post) for post in self.draft.posts}

    @cached_property
    def login(self) -> str:
        """Whose export it is, known when repositories and people are read; "" where nothing tells.

        The only owner, else the only one who is a person, else the only person with full rights:
        the repositories of organisations, and of those with whom somebody works, may be the most.
        In a person's repository only that person has full rights.
        """
        if self.person:
            return self.person
        owners = self.owners
        for candidates in (owners, owners & self.people, owners & self.people & self.admins):
            if len(candidates) == 1:
                return min(candidates)
        return ""

    @cached_property
    def public(self) -> set[str]:
        """The addresses of own public repositories."""
        posts = self.draft.posts
        return {post.url for post in posts if post.public and _owner_of(post) == self.login}

    # Answers of the API

    def answers(self, member: Member) -> None:
        """Read all answers of a file before any is used."""
        values = list(items(_join_pages(member), Answer, self.intake))
        self.is_single = len(values) == 1
        self.each(values, self.answer)

    def answer(self, item: Answer) -> Rows:
        """Take an item by its fields; only lists of people need the name of their file."""
        file = self.member.basename
        if item.user is not None and item.starred_at is not None:
            yield self._star(_login(item.user), item.starred_at)
        elif item.repo is not None or "starred" in file or file.startswith("ghstars"):
            self._give_star(item)
        elif item.full_name is not None and item.stargazers_count is not None:
            yield self._repository(item)
        elif self.is_single and item.login is not None and item.followers is not None:
            yield from self._person(item)
        elif item.login is None:
            yield Note(NOT_NEEDED)
        else:
            login = self.required(_lower(item.login), NOBODY)
            lists = [metric for metric in ("followers", "following") if metric in file]
            if not lists and "stargazers" not in file:
                raise Unusable(WHOSE_LIST)
            yield Listed(lists[0], login) if lists else self._star(login, None)

    def _star(self, login: str, at: Value) -> Interaction:
        partner = self.required(login, NOBODY)
        return Interaction(partner, "in", "reaction", at=self.optional_date(at))

    def _give_star(self, item: Answer) -> None:
        name = _text(item.full_name).partition("/")[0].lower()
        owner = _login(item.repo.owner if item.repo else item.owner) or name
        at = self.optional_date(item.starred_at)
        self.given.add(self.required(owner, NOBODY), "reaction", at)

    def _repository(self, item: Answer) -> Post:
        name = _text(item.full_name)
        post = Post(
            id=self.once(name, "no id"),
            at=self.date(item.created_at),
            kind="repost" if item.fork is True else "original",
            public=item.private is not True,
            likes=self.count(item.stargazers_count),
            shares=self.count(item.forks_count),
            text=f"{name.partition('/')[2]} {_text(item.description)}".strip(),
            url=_text(item.html_url),
        )
        if item.owner and item.owner.type == "User":
            self.people.add(_owner_of(post))
        if item.permissions and item.permissions.get("admin") is True:
            self.admins.add(_owner_of(post))
        return post

    def _person(self, item: Answer) -> Rows:
        """Take the person's own record."""
        counts = {"followers": self.count(item.followers), "following": self.count(item.following)}
        self.stated = {metric: count for metric, count in counts.items() if count is not None}
        yield from (Level(metric, count) for metric, count in self.stated.items())
        self.person = _lower(item.login)

    # An archive

    def repositories(self, item: Repository) -> Rows:
        """Take a repository."""
        url = _text(item.url)
        name = url.removeprefix("https://github.com/")
        yield Post(
            id=self.once(name, "no id"),
            at=self.date(item.created_at),
            public=item.private is not True,
            text=f"{name.partition('/')[2]} {_text(item.description)}".strip(),
            url=url,
        )

    def users(self, item: User) -> None:
        """Note a login; organisations have a file of their own."""
        self.people.add(_lower(item.login))
        if item.billing_plan:
            self.admins.add(_lower(item.login))

    def talk(self, item: Talk) -> Rows:
        """Take who wrote in an own public repository, or whom the owner answered there."""
        url, author = _text(item.url), _named(item.user)
        subject = url.partition("#")[0]
        answered = self.authors.setdefault(subject, author)
        repository = re.fullmatch(_REPOSITORY, subject)
        own = author == self.login
        if not repository or repository[1] not in self.public:
            yield Note(NOT_TALK)
        elif not own:
            partner = self.required(author, NOBODY)
            yield Interaction(partner, "in", "comment", at=self.optional_date(item.created_at))
        elif answered in ("", author):
            yield Note(NOT_TALK)
        else:
            yield Interaction(answered, "out", "reply", at=self.optional_date(item.created_at))

    def finish(self, members: Sequence[Member]) -> None:
        """Name the account and leave out the repositories of others."""
        draft, login = self.draft, self.login
        self.name_account(login)
        everything = draft.posts
        draft.posts = [post for post in everything if login and _owner_of(post) == login]
        if everything and not login:
            draft.notes.append(NO_OWNER)
        elif others := len(everything) - len(draft.posts):
            draft.notes.append(OF_OTHERS.format(others))
        if self.intakes["repositories"]:
            draft.variant = "archive"
            if all(post.likes is None for post in draft.posts):
                draft.notes.append(NO_STARS)
        draft.interactions = [row for row in draft.interactions if row.partner != login]
        draft.interactions += self.given.interactions((login,))
        for metric, people in (("followers", draft.followers), ("following", draft.following)):
            if 0 < len(people) < self.stated.get(metric, 0):
                why = PAGES_MISSING.format(self.stated[metric], metric, len(people))
                self.cut(metric, why, ("reciprocity",))
            self.rows.count_list(metric, cut=False, empty=False)


def _join_pages(member: Member) -> Member:
    """Return a file as one array: gh writes one for each page, back to back.

    Brackets between pages become a comma or blanks, so that faults keep their places.
    """
    data = bytearray(member.read())
    text = data.decode("latin-1")
    decoder = json.JSONDecoder(object_pairs_hook=len, parse_int=len, parse_float=len)
    end, filled = 0, False
    while page := re.compile(r"\s*\[").match(text, end):
        start = page.end() - 1
        try:
            values, after = decoder.raw_decode(text, start)
        except (ValueError, RecursionError):  # `items` tells what is wrong
            values, after = [None], 0
        if end:
            data[end - 1 : end] = b" "
            data[start : start + 1] = b"," if filled and values else b" "
        filled = filled or bool(values)
        if not after:
            break
        end = after
    return member.holding(bytes(data))


def _owner_of(post: Post) -> str:
    return post.id.partition("/")[0].lower()


def _text(value: Value) -> str:
    return value.strip() if isinstance(value, str) else ""


def _lower(value: Value) -> str:
    return _text(value).lower()


def _login(person: Person | None) -> str:
    return _lower(person.login) if person else ""


def _named(address: Value) -> str:
    """Return the login in the address of a person's page."""
    match = re.fullmatch(_PERSON, _text(address))
    return match[1].lower() if match else ""
