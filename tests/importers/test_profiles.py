"""What exports tell of the profile itself: that something stands there, and where its links lead.

Never what it says, but for the headline that an application page shows.
"""

import json
from collections.abc import Mapping

import pytest

from klout_cli.files.container import Limits
from klout_cli.importers.facebook import Facebook
from klout_cli.importers.instagram import Instagram
from klout_cli.importers.interface import Importer
from klout_cli.importers.linkedin import LinkedIn
from klout_cli.importers.read import read
from klout_cli.importers.x import XArchive
from klout_cli.person.rows import About
from klout_cli.values.dates import midnight
from klout_cli.values.reading import Reading
from klout_cli.values.web import links_in
from tests.importers import facebook_exports, instagram_exports, linkedin_archives, x_archives
from tests.importers.inputs import FIXTURES, Files, read_one

LATEST = midnight(2026, 3, 17)
SECRET = "Kaffee bis zum Abwinken"


def told(importer: Importer, files: Files, container: str = "") -> About:
    export = read_one(importer, files, container=container, latest=LATEST)
    assert SECRET not in repr(export.about)
    return export.about


def x(profile: object) -> About:
    files = {**x_archives.archive(), "data/profile.js": x_archives.js("profile", profile)}
    return told(XArchive(), files)


def described(bio: str | None, website: str | None, picture: str | None) -> list[object]:
    return [
        {
            "profile": {
                "description": {"bio": bio, "website": website, "location": "Hamburg"},
                "avatarMediaUrl": picture,
            }
        }
    ]


@pytest.mark.parametrize(
    ("profile", "about"),
    [
        (
            described(SECRET, "https://www.Example.org/Me?a=1", "https://pbs.twimg.com/a.jpg"),
            About(True, True, None, ("example.org/me",)),
        ),
        (
            described(
                "", "", "https://abs.twimg.com/sticky/default_profile_images/default_profile.png"
            ),
            About(False, False, None, ()),
        ),
        (described(None, None, None), About(False, False, None, ())),
        ([{"profile": {}}], About(False, False, None, ())),
        ([], About()),
    ],
)
def test_x(profile: object, about: About) -> None:
    assert x(profile) == about


def test_x_without_a_profile_tells_nothing() -> None:
    assert told(XArchive(), x_archives.archive()) == About()


def linkedin(**files: str) -> About:
    whole = {**linkedin_archives.archive(), **{f"{name}.csv": text for name, text in files.items()}}
    return told(LinkedIn(), whole, linkedin_archives.ZIP_NAME)


def profile_row(headline: str, summary: str, handles: str = "", websites: str = "") -> str:
    row = (
        "Erika",
        "Beispiel",
        "",
        "",
        "",
        headline,
        summary,
        "",
        "",
        "Hamburg",
        handles,
        websites,
        "",
    )
    return linkedin_archives.table(linkedin_archives.PROFILE, [row])


def test_linkedin() -> None:
    rows = profile_row(
        " Beraterin ",
        SECRET,
        "[erika_b,erika_two]",
        "[BLOG:https://blog.example.org,OTHER:http://a.example/b/]",
    )
    links = ("a.example/b", "blog.example.org", "x.com/erika_b", "x.com/erika_two")
    assert linkedin(Profile=rows) == About(True, None, True, links, "Beraterin", ("Kölle Satz",))


def test_linkedin_without_a_word_has_a_position_where_a_job_is_listed() -> None:
    jobs = linkedin_archives.table(
        linkedin_archives.POSITIONS, [("Rabe & Co", SECRET, "", "", "Jan 2024", "")]
    )
    none = linkedin_archives.table(linkedin_archives.POSITIONS, [])
    assert linkedin(Profile=profile_row("", ""), Positions=none) == About(False, None, False, ())
    assert linkedin(Profile=profile_row("", ""), Positions=jobs) == About(
        False, None, True, (), employers=("Rabe & Co",)
    )


def instagram(labels: Mapping[str, str], picture: bool = True) -> About:
    lines = {label: {"href": "", "value": value, "timestamp": 0} for label, value in labels.items()}
    media = {"Profilbild": {"uri": "media/profile/1.jpg"}} if picture else {}
    item = {"title": "", "media_map_data": media, "string_map_data": lines}
    files = {instagram_exports.PROFILE: instagram_exports.broken({"profile_user": [item]})}
    return told(Instagram(), files, instagram_exports.ROOT)


def test_instagram() -> None:
    assert instagram(
        {"Benutzername": "erika", "Steckbrief": SECRET, "Website": "https://a.example"}
    ) == About(True, True, None, ("a.example",))
    assert instagram({"Username": "erika", "Bio": SECRET}, picture=False) == About(
        True, False, None, ()
    )
    assert instagram({"Username": "erika", "Private Account": "False"}) == About(
        False, True, None, ()
    )


def test_instagram_in_a_language_not_understood_tells_only_what_is_there() -> None:
    assert instagram({"Username": "erika", "Elämäkerta": SECRET}) == About(None, True, None, None)
    assert instagram(
        {"Username": "erika", "Bio": SECRET, "Verkkosivusto": "https://a.example"}
    ) == About(True, True, None, None)


def facebook(**lines: object) -> About:
    profile = facebook_exports.profile()
    profile["profile_v2"] |= lines
    return told(
        Facebook(),
        {facebook_exports.PROFILE: profile},
        facebook_exports.ROOT,
    )


@pytest.mark.parametrize("sites", [[{"address": "https://a.example"}], ["https://a.example"]])
def test_facebook(sites: object) -> None:
    found = facebook(
        intro_bio={"name": SECRET, "timestamp": 1},
        work_experiences=[{"employer": SECRET}],
        websites=sites,
    )
    assert found == About(True, None, True, ("a.example",))


@pytest.mark.parametrize(
    "sites", [None, "https://a.example", {"address": 1}, [1, None, {"address": None}]]
)
def test_facebook_whatever_stands_there(sites: object) -> None:
    assert facebook(websites=sites) == About(False, None, False, ())


@pytest.mark.parametrize(
    ("cell", "links"),
    [
        ("https://www.Example.org/", ("example.org",)),
        ("example.org/a/b?x=1#y", ("example.org/a/b",)),
        ("b.example, a.example b.example", ("a.example", "b.example")),
        ("erika@example.org", ()),
        ("Sätze. Und noch einer...", ()),
        ("https://bücher.example/über", ("bücher.example/über",)),
        ("", ()),
    ],
)
def test_links_in_a_field(cell: str, links: tuple[str, ...]) -> None:
    assert links_in(cell) == links


@pytest.mark.skipif(not FIXTURES.exists(), reason="the fixtures are not here")
def test_real_profiles() -> None:
    folder = FIXTURES / "x/AlliePinnell__FinalTwitterBackup"
    (export,) = read([folder], Reading(LATEST), Limits()).exports
    assert export.about == About(True, True, None, ())
    assert json.loads((folder / "data/profile.js").read_text("utf-8").partition("=")[2])[0][
        "profile"
    ]["description"]["bio"]
