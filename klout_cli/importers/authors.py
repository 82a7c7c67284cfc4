"""Blogs of several authors: only what the person wrote is theirs."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping

from klout_cli.person.rows import Draft, Owner
from klout_cli.person.topics import folded
from klout_cli.person.whose import rate_name
from klout_cli.translation import Message
from klout_cli.translation import gettext_noop as N_

NOT_PUBLISHED = Message("unpublished posts")
PAGES = Message("pages")
ONLY_OWN = N_("These posts are by {authors}. Only those by {names} count.")
NONE = N_("These posts are by {authors}. None is by {person}, so none count.")
ALL = N_(
    "These posts are by {authors}, and all count. "
    "Set person.name in klout.yaml to count only yours."
)
LISTED = 5


def split_names(cell: str) -> set[str]:
    """Return the names in a cell, with commas between them."""
    return {name.strip() for name in cell.split(",")} - {""}


def most_frequent(counts: Counter[str]) -> str:
    """Return the name counted most, the first in the alphabet of several; "" without any."""
    return min(counts, key=lambda name: (-counts[name], name), default="")


def own_authors(authors: Iterable[str], names: Mapping[str, str], person: str) -> set[str]:
    """Return those of several authors that fit a person best, by id or name; may be none."""
    fits = {
        author: max(rate_name(author, person), rate_name(names.get(author) or author, person))
        for author in authors
    }
    best = max(fits.values(), default=0)
    return {author for author, fit in fits.items() if person and fit == best > 0}


def keep_own_posts(
    draft: Draft,
    authors: Mapping[str, Collection[str]],
    person: str,
    names: Mapping[str, str] = {},
) -> set[str] | None:
    """Leave out posts by others, say so, and return whose are kept; None where all are.

    `authors` are those of each post by its id, `names` what authors are called. All posts of one
    author are the person's, whatever they are called; so are those of several as long as it is
    unknown which of them the person is. Names that differ in case or accents alone are one author.
    """
    alike = _spellings(authors.values(), names)
    authors = {id: {alike[author] for author in written} for id, written in authors.items()}
    posts = Counter(author for post in draft.posts for author in authors.get(post.id, ()))
    own = own_authors({*posts, *names}, names, person)
    if len(posts) < 2 and (not own or own >= posts.keys()):
        return None
    called = {author: names.get(author) or author for author in posts.keys() | own}
    draft.owner = Owner(name=min((called[author] for author in own), default=""))
    draft.notes.append(_explain(posts, called, own, person))
    if not person:
        return None
    draft.posts = [post for post in draft.posts if not own.isdisjoint(authors.get(post.id, ()))]
    return {author for author, spelling in alike.items() if spelling in own}


def _spellings(authors: Iterable[Collection[str]], names: Mapping[str, str]) -> dict[str, str]:
    """Return how each author is written in `names`, else on most posts."""
    written = Counter(author for several in authors for author in several)
    common = [*names, *sorted(written, key=lambda author: (-written[author], author))]
    chosen = {folded(author): author for author in reversed(common)}
    return {author: chosen[folded(author)] for author in common}


def _explain(
    posts: Counter[str], called: Mapping[str, str], own: Collection[str], person: str
) -> Message:
    order = sorted(posts, key=lambda author: (-posts[author], called[author]))
    listed = ", ".join(f"{called[author]} ({posts[author]:,})" for author in order[:LISTED])
    listed += ", …" if len(posts) > LISTED else ""
    if own:
        names = ", ".join(sorted(called[author] for author in own))
        return Message(ONLY_OWN, authors=listed, names=names)
    return Message(NONE, authors=listed, person=person) if person else Message(ALL, authors=listed)
