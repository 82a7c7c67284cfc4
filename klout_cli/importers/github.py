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
from klout_cli.importers.collected import Given
from klout_cli.importers.scalars import Scalar, string_of
from klout_cli.person.rows import Interaction, Level, Post
from klout_cli.translation import Message, PluralMessage
from klout_cli.translation import gettext_noop as N_
from klout_cli.values.reading import PLAIN, Reading

NOBODY = Message("no name")
NOT_NEEDED = Message("neither a repository, a star nor a person")
WHOSE_LIST = Message("people in a file whose name doesn't say who they are")
NOT_TALK = Message("own issues, and what is not in an own public repository")
NO_STARS = Message(
    "GitHub's archive has no stars or forks. Add them: "
    "gh api users/NAME/repos --paginate > repos.json"
)
NO_OWNER = Message(
    "These repositories have several owners, so none counts. Say which is you: "
    "gh api user > user.json"
)
PAGES_MISSING = N_("The list “{list}” has {n} of {stated} people. Get it again with --paginate.")

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
_PAGE = re.compile(r"\s*\[")


class Person(Struct, gc=False):
    """Somebody, or an organisation."""

    login: Scalar = None
    type: Scalar = None


class Item(Struct):
    """Anything the API answers, or an archive has: a repository, a person, a star, a comment."""

    login: Scalar = None
    followers: Scalar = None
    following: Scalar = None
    billing_plan: Any = None
    starred_at: Scalar = None
    user: Person | Scalar = None
    repo: "Item | None" = None
    owner: Person | Scalar = None
    full_name: Scalar = None
    url: Scalar = None
    html_url: Scalar = None
    description: Scalar = None
    created_at: Scalar = None
    stargazers_count: Scalar = None
    forks_count: Scalar = None
    fork: Scalar = None
    private: Scalar = None
    permissions: dict[str, Scalar] | None = None


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
        Json("repositories", name="repositories" + _PART, head=rb'"repository"', kind=Item),
        Json("users", name="users" + _PART, proves=False, kind=Item),
        *(Json(part, "talk", part + _PART, proves=False, kind=Item) for part in TALK),
    )

    def __init__(self, reading: Reading = PLAIN) -> None:
        super().__init__(reading)
        self.given = Given()
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
        values = list(items(_join_pages(member), Item, self.intake))
        self.is_single = len(values) == 1
        self.each(values, self.answer)

    def answer(self, item: Item) -> Rows:
        """Take an item by its fields; only lists of people need the name of their file."""
        file = self.member.basename
        if item.user is not None and item.starred_at is not None:
            yield self.star(_login(item.user), item.starred_at)
        elif item.repo is not None or "starred" in file or file.startswith("ghstars"):
            name = string_of(item.full_name).partition("/")[0].lower()
            owner = _login(item.repo.owner if item.repo else item.owner) or name
            at = self.optional_date(item.starred_at)
            self.given.add(self.required(owner, NOBODY), "reaction", at)
        elif item.full_name is not None and item.stargazers_count is not None:
            yield self.repository(item)
        elif self.is_single and item.login is not None and item.followers is not None:
            yield from self.owner(item)
        elif item.login is None:
            yield Note(NOT_NEEDED)
        else:
            login = self.required(string_of(item.login).lower(), NOBODY)
            lists = [metric for metric in ("followers", "following") if metric in file]
            if not lists and "stargazers" not in file:
                raise Unusable(WHOSE_LIST)
            yield Listed(lists[0], login) if lists else self.star(login, None)

    def star(self, login: str, at: Scalar) -> Interaction:
        """Return a star that somebody gave."""
        partner = self.required(login, NOBODY)
        return Interaction(partner, "in", "reaction", at=self.optional_date(at))

    def repository(self, item: Item) -> Post:
        """Return a repository; an archive counts nothing."""
        url = string_of(item.html_url) or string_of(item.url)
        name = string_of(item.full_name) or url.removeprefix("https://github.com/")
        post = Post(
            id=self.once(name),
            at=self.date(item.created_at),
            kind="repost" if item.fork is True else "original",
            public=item.private is not True,
            likes=self.count(item.stargazers_count),
            shares=self.count(item.forks_count),
            text=f"{name.partition('/')[2]} {string_of(item.description)}".strip(),
            url=url,
        )
        if isinstance(item.owner, Person) and item.owner.type == "User":
            self.people.add(_owner_of(post))
        if item.permissions and item.permissions.get("admin") is True:
            self.admins.add(_owner_of(post))
        return post

    def owner(self, item: Item) -> Rows:
        """Take the person's own record."""
        for metric in ("followers", "following"):
            if (number := self.count(getattr(item, metric))) is not None:
                yield Level(metric, number)
        self.person = string_of(item.login).lower()

    # An archive

    def repositories(self, item: Item) -> Rows:
        """Take a repository."""
        yield self.repository(item)

    def users(self, item: Item) -> None:
        """Note a login; organisations have a file of their own, and only the owner a plan."""
        login = string_of(item.login).lower()
        self.people.add(login)
        if item.billing_plan:
            self.admins.add(login)

    def talk(self, item: Item) -> Rows:
        """Take who wrote in an own public repository, or whom the owner answered there."""
        author = _login(item.user)
        subject = string_of(item.url).partition("#")[0]
        answered = self.authors.setdefault(subject, author)
        repository = re.fullmatch(_REPOSITORY, subject)
        own = author == self.login
        if not repository or repository[1] not in self.public or (own and answered in ("", author)):
            yield Note(NOT_TALK)
            return
        partner = answered if own else self.required(author, NOBODY)
        at = self.optional_date(item.created_at)
        yield Interaction(partner, "out" if own else "in", "reply" if own else "comment", at=at)

    def finish(self, members: Sequence[Member]) -> None:
        """Name the account and leave out the repositories of others."""
        draft, login = self.draft, self.login
        self.name_account(login)
        everything = draft.posts
        draft.posts = [post for post in everything if login and _owner_of(post) == login]
        others = len(everything) - len(draft.posts)
        note = PluralMessage(
            "{n} repository of others, not used", "{n} repositories of others, not used", n=others
        )
        if others:
            draft.notes.append(note if login else NO_OWNER)
        if self.intakes["repositories"]:
            draft.variant = "archive"
            if all(post.likes is None for post in draft.posts):
                draft.notes.append(NO_STARS)
        draft.interactions = [row for row in draft.interactions if row.partner != login]
        draft.interactions += self.given.interactions((login,))
        stated = {level.metric: level.value for level in draft.levels}
        for metric, people in (("followers", draft.followers), ("following", draft.following)):
            if 0 < len(people) < stated.get(metric, 0):
                why = Message(PAGES_MISSING, list=metric, n=len(people), stated=stated[metric])
                self.cut(metric, why, ("reciprocity",))
            self.rows.count_list(metric)


def _join_pages(member: Member) -> Member:
    """Return a file as one array: gh writes one for each page, back to back.

    Brackets between pages become a comma or blanks, so that faults keep their places.
    """
    data = bytearray(member.read())
    text = data.decode("latin-1")
    decoder = json.JSONDecoder(object_pairs_hook=len, parse_int=len, parse_float=len)
    end, filled = 0, False
    while page := _PAGE.match(text, end):
        start = page.end() - 1
        try:
            values, after = decoder.raw_decode(text, start)
        except (ValueError, RecursionError):  # `items` finds what is wrong
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


def _login(person: Person | Scalar) -> str:
    """Return a login, of which an archive has the address of the person's page."""
    if isinstance(person, Person):
        return string_of(person.login).lower()
    match = re.fullmatch(_PERSON, string_of(person))
    return match[1].lower() if match else ""
