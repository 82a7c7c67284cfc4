"""Reports of scheduling tools, told by their columns: invented rows with each tool's quirks."""

from datetime import UTC, datetime

import pytest

from klout_cli.importers.posts_table import PostsTable
from klout_cli.person.rows import Export
from tests.importers import inputs
from tests.importers.inputs import ledger, member

HOOTSUITE = """Post performance,,,,,,,
"Mar 1, 2025 - Mar 31, 2025",,,,,,,

Date (GMT),Post ID,Post Message,Post Permalink,Social Network,Impressions,Engagement,Likes,Comments,Shares
2025-03-01 14:30,111_222,Spring,https://facebook.example/111/posts/222,Facebook,"1,200",85,60,15,10
2025-03-02 09:00,1.78E+17,"Two
lines, one post",https://x.example/status/17,Twitter,900,,12,,4
2025-03-02 10:00,1.78E+17,Another,https://x.example/status/18,Twitter,900,,13,,4
Total,,,,,"3,000",85,85,15,18
"""
HOOTSUITE_DE = """Beitragsleistung;;;;
Datum (GMT);Beitrag;Soziales Netzwerk;Gefällt mir;Reichweite
01.03.2025 14:30;Frühling;LinkedIn-Unternehmensseite;1.200;4.500
"""
SPROUT = """Date,Post ID,Network,Post Type,Profile,Sent by,Post,Impressions,Engagement Rate (per Impression),Reactions,Comments,Shares,Saves
03/04/2025 10:05 am,17890000000000001,Instagram,Reel,Acme,Jana,New,"2,000",6.5%,100,20,5,5
03/05/2025 1:05 pm,17890000000000002,LinkedIn,Text,Acme GmbH,Jana,Hi,500,2%,7,1,0,
"""
SPROUT_PROFILES = """Date,Network,Profile,Audience,Net Audience Growth,Audience Gained,Impressions,Engagements,Reactions,Comments,Shares
03/04/2025,Instagram,Acme,"1,210",10,12,900,40,30,8,2
03/05/2025,Instagram,Acme,"1,215",5,9,800,30,20,8,2
03/05/2025,Twitter,acme_x,,5,9,800,30,20,8,2
"""
BUFFER = """Sent At,Update,Service,Service Link,Type,Impressions,Reach,Engagements,Likes,Comments,Shares,Clicks
2025-04-02T08:00:00Z,Read this,twitter,https://x.example/acme/status/1775,text,800,,25,15,4,6,12
2025-04-02T08:00:00Z,Read this,bluesky,https://bsky.example/1775,text,,,,3,,1,
"""
METRICOOL = """Date;Followers;Gained followers;Lost followers;Posts;Impressions;Reach;Interactions;Likes
01/04/2025;2.345;12;-3;1;1.200;900;45;40
02/04/2025;2.360;20;-5;0;800;600;30;28
"""
METRICOOL_ES = """Fecha;Red social;Publicación;Me gusta;Comentarios;Compartidos;Guardados;Alcance
01/04/2025 09:30;Instagram;Hola;1.345;12;3;2;10.500
"""
LATER = """Posted At,Caption,Media Type,Profile,Likes,Comments,Saved
"Apr 5, 2025 6:15 PM",Sunday,image,@acme,1.2K,3,-
"Apr 12, 2025 12:05 AM",Monday,video,@acme,80,1,4
"""
AGORAPULSE = """Publishing date,Publishing time,Network,Profile,Message,Reactions,Comments,Shares
03/04/2025,14:30,Facebook,Acme,Hello,12,3,1
04/04/2025,9:05,LinkedIn,Acme GmbH,Hello,5,0,0
"""
AGORAPULSE_FR = """Date de publication;Heure de publication;Réseau;Compte;Texte;J’aime;Commentaires;Partages;Portée
03/04/2025;14:30;Facebook;Acme;Bonjour;12;3;1;1 200
"""


def read(text: str, **reading: object) -> list[Export]:
    return inputs.read(PostsTable(), member(text), **reading)


def posts(exports: list[Export]) -> dict[str, list[tuple[str, int | None]]]:
    """For each account, when its posts were published, and their likes."""
    return {
        f"{export.network}:{export.handle}": [
            (
                datetime.fromtimestamp(post.at, UTC)
                .isoformat(" ", "minutes")
                .removesuffix("+00:00"),
                post.likes,
            )
            for post in export.posts
        ]
        for export in exports
        if export.posts
    }


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(
            HOOTSUITE,
            {
                "facebook_page:facebook_page": [("2025-03-01 14:30", 60)],
                "x:x": [("2025-03-02 09:00", 12), ("2025-03-02 10:00", 13)],
            },
            id="Hootsuite: title and range above the header, several networks, a total below",
        ),
        pytest.param(
            HOOTSUITE_DE,
            {"linkedin:linkedin": [("2025-03-01 14:30", 1200)]},
            id="Hootsuite in German",
        ),
        pytest.param(
            SPROUT,
            {
                "instagram:Acme": [("2025-03-04 10:05", 100)],
                "linkedin:Acme GmbH": [("2025-03-05 13:05", 7)],
            },
            id="Sprout: month first though no day is above 12, several profiles",
        ),
        pytest.param(
            BUFFER,
            {"x:x": [("2025-04-02 08:00", 15)], "bluesky:bluesky": [("2025-04-02 08:00", 3)]},
            id="Buffer: ISO dates, a service",
        ),
        pytest.param(
            METRICOOL_ES,
            {"instagram:instagram": [("2025-04-01 09:30", 1345)]},
            id="Metricool in Spanish: day first, 1.345",
        ),
        pytest.param(
            LATER,
            {"other:acme": [("2025-04-05 18:15", 1200), ("2025-04-12 00:05", 80)]},
            id="Later: Apr 5, 2025 6:15 PM, no network",
        ),
        pytest.param(
            AGORAPULSE,
            {
                "facebook_page:Acme": [("2025-04-03 14:30", 12)],
                "linkedin:Acme GmbH": [("2025-04-04 09:05", 5)],
            },
            id="Agorapulse: day first though no day is above 12, time in a column of its own",
        ),
        pytest.param(
            AGORAPULSE_FR,
            {"facebook_page:Acme": [("2025-04-03 14:30", 12)]},
            id="Agorapulse in French",
        ),
    ],
)
def test_a_tools_posts_are_read(text: str, found: dict[str, list[tuple[str, int | None]]]) -> None:
    assert posts(read(text)) == found


def test_hootsuites_total_is_no_post_and_damaged_ids_are_not_used() -> None:
    exports = read(HOOTSUITE)
    assert ledger(*exports).reasons == {"looks like a total": 1}
    assert ledger(*exports).notes == {
        "ids damaged by Excel (opened and saved there) are not used": 2
    }
    (x,) = [export for export in exports if export.network == "x"]
    assert len({post.key for post in x.posts}) == 2
    assert [post.impressions for export in exports for post in export.posts] == [1200, 900, 900]


def test_hootsuites_gmt_stays_gmt_in_every_zone() -> None:
    assert posts(read(HOOTSUITE, zone="America/New_York")) == posts(read(HOOTSUITE))
    assert posts(read(HOOTSUITE_DE, zone="America/New_York")) == posts(read(HOOTSUITE_DE))


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        pytest.param(
            METRICOOL,
            {"other:kept": [2345, 2360]},
            id="Metricool: gained and lost followers, -3 lost",
        ),
        pytest.param(
            SPROUT_PROFILES,
            {"instagram:Acme": [1210, 1215]},
            id="Sprout: the audience of each profile",
        ),
    ],
)
def test_a_report_by_day_gives_followers_and_its_sums_are_no_posts(
    text: str, levels: dict[str, list[int]]
) -> None:
    exports = read(text)
    assert posts(exports) == {}
    assert {
        f"{one.network}:{one.handle}": [level.value for level in one.levels]
        for one in exports
        if one.levels
    } == levels


def test_a_day_without_followers_is_counted_as_what_it_is() -> None:
    assert ledger(*read(SPROUT_PROFILES)).reasons == {"sums of a day without followers": 1}


def test_posts_that_also_tell_new_followers_stay_posts() -> None:
    exports = read("date,text,likes,new followers\n2025-04-01,Hello,3,2\n")
    assert posts(exports) == {"other:kept": [("2025-04-01 00:00", 3)]}


def test_a_date_that_contradicts_the_tool_is_believed() -> None:
    assert posts(read(SPROUT.replace("03/05/2025 1:05 pm", "13/05/2025 1:05 pm")))[
        "linkedin:Acme GmbH"
    ] == [("2025-05-13 13:05", 7)]
    assert posts(read(AGORAPULSE.replace("04/04/2025", "04/13/2025")))["linkedin:Acme GmbH"] == [
        ("2025-04-13 09:05", 5)
    ]


def test_bad_rows_are_named_by_line_and_never_dropped_in_silence() -> None:
    row = ledger(
        *read(
            BUFFER
            + "yesterday,Broken,twitter,,text,1,,1,1,1,1,1\n2025-04-03,Broken,twitter,,text,1,,1,-4,1,1,1\n"
        )
    )
    assert (row.read, row.used) == (4, 3)
    assert row.examples == (("4", "not a date"),)
    assert row.notes["negative counts are unknown"] == 1


def test_unknown_is_not_zero() -> None:
    (x,) = [export for export in read(BUFFER) if export.network == "bluesky"]
    assert [(post.comments, post.shares, post.impressions) for post in x.posts] == [(None, 1, None)]
    (later,) = read(LATER)
    assert [post.saves for post in later.posts] == [None, 4]


@pytest.mark.parametrize(
    ("cell", "followers"),
    [
        ("1.204", 1204),
        ("10,1 Tsd.", 10100),
        ("1,2 Mio.", 1_200_000),
        ("1.2K", 1200),
        ("12 345", 12345),
    ],
)
def test_a_consultants_followers_are_read_as_they_are_written(cell: str, followers: int) -> None:
    (export,) = read(f"Datum;Plattform;Follower;Neue Follower\n01.03.2025;XING;{cell};5\n")
    assert [level.value for level in export.levels] == [followers]
