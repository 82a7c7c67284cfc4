"""Profiles merge like everything else: the newest export tells, and an older one what only it tells."""

from klout_cli.person.rows import About, Post
from tests.person.exports import DAY, NOW, export, only

OLDER, NEWER = Post("1", NOW - 40 * DAY), Post("2", NOW - DAY)


def test_the_newest_export_tells_and_an_older_one_what_only_it_tells() -> None:
    old = export(
        "x",
        "erika",
        OLDER,
        exported_at=NOW - 30 * DAY,
        about=About(bio=True, picture=True, links=("old.example",)),
    )
    new = export("x", "erika", NEWER, about=About(bio=False, links=()))
    assert only(old, new).about == only(new, old).about == About(bio=False, picture=True, links=())


def test_parts_of_one_download_add_up() -> None:
    assert only(
        export("x", "erika", OLDER, about=About(bio=True)),
        export("x", "erika", NEWER, about=About(position=True)),
    ).about == About(bio=True, position=True)


def test_no_export_that_tells_leaves_it_unknown() -> None:
    assert only(export("x", "erika", OLDER)).about == About()
