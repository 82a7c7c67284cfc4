"""Which of several authors is the person, by name or login."""

from pathlib import Path

import pytest

from klout_cli.cli.options import Flags, build_options
from klout_cli.importers.authors import keep_own_posts, own_authors
from klout_cli.importers.read import read
from klout_cli.person.rows import Draft, Post
from klout_cli.person.whose import rate_name
from tests.importers.blogs import author, item, wxr


@pytest.mark.parametrize(
    ("name", "person", "fits"),
    [
        ("Mia Muster", "Mia Muster", 3),
        ("MiaMuster", "mia muster", 3),
        ("Jörg Köhler", "Joerg Koehler", 3),
        ("Dr. Mia Anna Muster", "Mia Muster", 2),
        ("mia", "Mia Muster", 2),
        ("mia_m", "Mia Muster", 2),
        ("mmuster", "Mia Muster", 1),
        ("Ben Muster", "Mia Muster", 0),
        ("Mia Brand", "Mia Muster", 0),
        ("admin", "Mia Muster", 0),
        ("m", "Mia Muster", 0),
        ("", "Mia Muster", 0),
    ],
)
def test_how_well_an_author_fits(name: str, person: str, fits: int) -> None:
    assert rate_name(name, person) == fits


@pytest.mark.parametrize(
    ("authors", "own"),
    [
        (["Mia Muster", "mia", "Ben"], {"Mia Muster"}),
        (["mia", "mmuster"], {"mia"}),
        (["Ben Brand", "admin"], set()),
    ],
)
def test_the_authors_that_fit_best(authors: list[str], own: set[str]) -> None:
    assert own_authors(authors, {}, "Mia Muster") == own
    assert own_authors(authors, {}, "") == set()


@pytest.mark.parametrize(("flag", "posts"), [("", 1), ("Ben Brand", 2)])
def test_the_person_of_klout_yaml_is_meant_unless_another_is_asked_for(
    tmp_path: Path, flag: str, posts: int
) -> None:
    (tmp_path / "klout.yaml").write_text("person: {name: Mia Muster}\n")
    (tmp_path / "blog.xml").write_text(
        wxr(
            item(1),
            item(2, creator="ben"),
            item(3, creator="ben"),
            authors=[author(), author(2, "ben", "Ben Brand")],
        )
    )
    options = build_options([tmp_path], Flags(person=flag))
    (export,) = read(options.paths, options.reading, options.limits).exports
    assert len(export.posts) == posts


@pytest.mark.parametrize(("person", "kept"), [("", 3), ("Anna Probe", 3)])
def test_authors_that_differ_in_case_or_accents_alone_are_one(person: str, kept: int) -> None:
    draft = Draft("blog")
    draft.posts = [Post(id, 1_700_000_000) for id in "abc"]
    spellings = {"a": {"ANNA PROBE"}, "b": {"anna probe"}, "c": {"Ánna Probe"}}
    keep_own_posts(draft, spellings, person)
    assert (len(draft.posts), draft.notes) == (kept, [])


def test_of_several_authors_every_spelling_of_the_person_is_kept() -> None:
    draft = Draft("blog")
    draft.posts = [Post(id, 1_700_000_000) for id in "abcd"]
    spellings = {"a": {"ANNA PROBE"}, "b": {"anna probe"}, "c": {"Ben"}, "d": {"anna probe"}}
    own = keep_own_posts(draft, spellings, "Anna Probe")
    assert own == {"ANNA PROBE", "anna probe"}
    assert [post.id for post in draft.posts] == ["a", "b", "d"]
    assert draft.notes == [
        "These posts are by anna probe (3), Ben (1). Only those by anna probe count."
    ]
