from collections.abc import Mapping
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from klout_cli.errors import KloutError
from klout_cli.files.container import open_container
from klout_cli.importers.linkedin import LinkedIn, fold_name, profile_path
from klout_cli.person.rows import Export, Level
from klout_cli.values.dates import iso_day, midnight
from klout_cli.values.web import mail_mark
from tests.importers import inputs
from tests.importers.inputs import members, reasons, write_folder, write_zip
from tests.importers.linkedin_archives import (
    CANARY,
    CONNECTIONS,
    CONNECTIONS_DE,
    ENDORSED,
    INVITATIONS,
    PREAMBLE,
    PROFILE,
    RECOMMENDATIONS,
    SHARES,
    ZIP_NAME,
    archive,
    archive_of_2018,
    connection,
    endorsed,
    recommended,
    share,
    table,
)

LATEST = midnight(2026, 3, 17)
FIXTURES = inputs.FIXTURES / "linkedin"

Files = Mapping[str, str | bytes]


extract = partial(inputs.read_one, LinkedIn(), container=ZIP_NAME, latest=LATEST)


def connections_of(text: str | bytes, name: str = "Connections.csv") -> Export:
    return extract({name: text}, container="")


ROWS = [
    connection("Jörg", "Rabe", "joerg-rabe", "Rabe & Co", "Owner"),
    connection("Anna", "Muster", "anna-muster"),
]


# What an archive holds


def test_a_complete_archive_becomes_one_personal_export() -> None:
    export = extract(archive())
    assert (export.network, export.variant, export.handle) == (
        "linkedin",
        "complete archive",
        "frieda-koelle",
    )
    assert export.owner.id == "https://www.linkedin.com/in/frieda-koelle"
    assert export.owner.name == "Frieda Kölle"
    assert export.owner.personal
    assert export.exported_at == midnight(2026, 3, 15)
    assert export.levels == [
        Level("connections", 3),
        Level("endorsements", 2),
        Level("recommendations", 1),
    ]
    assert not export.notes


def test_contacts_carry_what_their_standing_needs() -> None:
    contacts = {contact.key: contact for contact in extract(archive()).contacts}
    assert set(contacts) == {"in/joerg-rabe", "in/anna-muster-1", "in/anna-beispiel"}
    anna = contacts["in/anna-muster-1"]
    assert (anna.name, anna.position, anna.company) == (
        "Anna 🌻 Muster, MBA",
        "Head of Design",
        "Muster GmbH",
    )
    assert anna.since == midnight(2024, 12, 15)


def test_deleted_members_are_skipped_and_said() -> None:
    assert reasons(extract(archive()), "Connections.csv") == {"deleted member": 2}


def test_interactions_refer_to_the_contacts_by_address_or_by_name() -> None:
    found = {
        (one.partner, one.direction, one.kind, one.count)
        for one in extract(archive()).interactions
        if one.kind != "connection"
    }
    assert found == {
        ("in/joerg-rabe", "out", "invitation", 1),
        ("in/kai-fremd", "out", "invitation", 1),
        ("in/anna-beispiel", "in", "invitation", 1),
        ("in/joerg-rabe", "in", "endorsement", 1),
        ("in/anna-beispiel", "out", "endorsement", 1),
        ("in/joerg-rabe", "in", "recommendation", 1),
        ("in/anna-muster-1", "out", "recommendation", 1),
    }


def test_every_contact_is_a_neighbour() -> None:
    export = extract(archive())
    assert {one.partner for one in export.interactions if one.kind == "connection"} == {
        contact.key for contact in export.contacts
    }


def test_a_name_that_two_contacts_share_is_nobody_s_key() -> None:
    rows = [
        connection("Anna", "Muster", "anna-muster-1"),
        connection("Anna", "Muster", "anna-muster-2"),
    ]
    files = {
        "Connections.csv": table(CONNECTIONS, rows),
        "Recommendations_Received.csv": table(RECOMMENDATIONS, [recommended("Anna", "Muster")]),
    }
    (found,) = [one for one in extract(files).interactions if one.kind == "recommendation"]
    assert found.partner == "anna muster"


def test_an_address_that_differs_is_another_person_of_the_same_name() -> None:
    files = {
        "Connections.csv": table(CONNECTIONS, ROWS),
        "Endorsement_Received_Info.csv": table(
            ENDORSED, [endorsed("Anna", "Muster", "anna-muster-99")]
        ),
    }
    (found,) = [one for one in extract(files).interactions if one.kind == "endorsement"]
    assert found.partner == "in/anna-muster-99"


def test_only_accepted_endorsements_and_visible_recommendations_count() -> None:
    export = extract(archive())
    assert reasons(export, "Endorsement_Received_Info.csv") == {"endorsement not accepted": 1}
    assert reasons(export, "Recommendations_Received.csv") == {"recommendation not visible": 2}


def test_an_endorsement_by_a_deleted_member_counts_without_a_partner() -> None:
    files = {
        "Connections.csv": table(CONNECTIONS, ROWS),
        "Endorsement_Received_Info.csv": table(ENDORSED, [endorsed("", "", "")]),
    }
    export = extract(files)
    assert Level("endorsements", 1) in export.levels
    assert all(one.kind == "connection" for one in export.interactions)


def test_posts_carry_no_count_because_the_archive_has_none() -> None:
    posts = extract(archive()).posts
    assert posts
    for post in posts:
        assert (post.likes, post.comments, post.shares, post.impressions, post.engagements) == (
            None,
        ) * 5


def test_posts_are_told_apart_by_visibility_and_by_what_they_share() -> None:
    posts = {post.id[-1]: (post.kind, post.public) for post in extract(archive()).posts}
    assert posts == {"0": ("original", True), "1": ("original", False), "2": ("repost", True)}


def test_line_breaks_of_a_post_lose_their_stray_quotes() -> None:
    export = extract(archive())
    assert export.posts[0].text == "One line.\n\nThen another. #satz"


def test_quotes_around_a_line_break_stay_where_other_breaks_have_none() -> None:
    text = 'He said "a"\n"b"\nand left'
    row = share(1, "")
    post = extract({"Shares.csv": table(SHARES, [(*row[:2], text, *row[3:])])}).posts[0]
    assert post.text == text


@pytest.mark.parametrize("kind", ["share", "ugcPost", "activity", "groupPost"])
def test_a_post_has_one_id_whatever_its_urn_is_called(kind: str) -> None:
    assert (
        extract({"Shares.csv": table(SHARES, [share(7165289616866784480, "a", kind)])}).posts[0].id
        == "7165289616866784480"
    )


def test_times_without_a_zone_are_utc() -> None:
    importer = LinkedIn()
    files = members(
        {"Shares.csv": table(SHARES, [share(1, "a", at="2026-02-19 10:22:49")])}, ZIP_NAME
    )
    (export,) = inputs.read(importer, *files, latest=LATEST, zone="Europe/Berlin")
    assert export.posts[0].at == midnight(2026, 2, 19) + 10 * 3600 + 22 * 60 + 49


def test_comments_and_reactions_given_are_counted_without_a_partner() -> None:
    ledger = {row.file.rpartition(":")[2]: row for row in extract(archive()).ledger}
    assert ledger["Comments.csv"].used == ledger["Reactions.csv"].used == 1
    assert ledger["Comments.csv"].notes["further lines of a comment"] == 1


def test_one_of_the_two_files_of_recognition_means_none_of_the_other() -> None:
    files = {name: data for name, data in archive().items() if not name.startswith("Endorsement")}
    assert extract(files).levels[1:] == [Level("endorsements", 0), Level("recommendations", 1)]


def test_neither_file_of_recognition_means_not_measured() -> None:
    files = {
        name: data
        for name, data in archive().items()
        if not name.startswith(("Endorsement", "Recommendations"))
    }
    assert [level.metric for level in extract(files).levels] == ["connections"]


def test_a_broken_file_of_recognition_is_unknown_and_not_none() -> None:
    export = extract(archive() | {"Recommendations_Received.csv": ""})
    assert [level.metric for level in export.levels] == ["connections", "endorsements"]
    assert any("Recommendations_Received.csv" in note for note in export.notes)


# Owner, date, variant


def test_the_owner_is_named_by_the_invitations_where_there_is_no_profile() -> None:
    files = {name: data for name, data in archive().items() if name != "Profile.csv"}
    assert extract(files).owner.name == "Frieda Koelle"


def test_the_handle_is_the_name_where_no_address_is_the_owner_s() -> None:
    files = {"Profile.csv": archive()["Profile.csv"], "Connections.csv": table(CONNECTIONS, ROWS)}
    assert extract(files).handle == "frieda-koelle"
    assert extract(files).owner.id == ""


@pytest.mark.parametrize(
    ("container", "day"),
    [
        ("Basic_LinkedInDataExport_03-01-2026.zip", "2026-03-01"),
        ("Complete_LinkedInDataExport_03-01-2026 (1).zip", "2026-03-01"),
        ("archive.zip", "2026-02-21"),
        ("Complete_LinkedInDataExport_02-31-2026.zip", "2026-02-21"),
        ("Complete_LinkedInDataExport_03-01-2031.zip", "2026-02-21"),
    ],
    ids=["basic", "browser-copy", "newest-date-of-the-files", "D3-no-such-day", "D13-future"],
)
def test_the_date_is_in_the_name_or_the_newest_in_the_files(container: str, day: str) -> None:
    found = extract(archive(), container=container).exported_at
    assert found is not None
    assert iso_day(found) == day


@pytest.mark.parametrize(
    ("container", "keep", "variant"),
    [
        (ZIP_NAME, None, "complete archive"),
        ("Basic_LinkedInDataExport_03-01-2026.zip", None, "basic archive"),
        ("linkedin", None, "complete archive"),
        ("linkedin", {"Connections.csv", "Profile.csv"}, "basic archive"),
        ("linkedin", {"Connections.csv"}, "connections only"),
    ],
)
def test_the_variant_is_told(container: str, keep: set[str] | None, variant: str) -> None:
    assert (
        extract(
            {name: data for name, data in archive().items() if not keep or name in keep},
            container=container,
        ).variant
        == variant
    )


NO_POSTS = (
    "this LinkedIn archive doesn't include posts, comments or reactions: "
    "ask for the larger data archive, ready within 72 hours"
)


@pytest.mark.parametrize(
    ("container", "names", "notes", "unvouched"),
    [
        ("Basic_LinkedInDataExport_03-01-2026.zip", ("Connections", "Profile"), (NO_POSTS,), True),
        ("linkedin", ("Connections",), (NO_POSTS,), True),
        ("linkedin", ("Connections", "Endorsement"), (NO_POSTS,), False),
        ("linkedin", ("Connections", "Shares"), (), False),
        (ZIP_NAME, ("Connections", "Profile"), (), False),  # who never posted
    ],
)
def test_a_part_of_the_archive_says_what_to_ask_for(
    container: str, names: tuple[str, ...], notes: tuple[str, ...], unvouched: bool
) -> None:
    files = {name: data for name, data in archive().items() if name.startswith(names)}
    export = extract(files, container=container)
    assert export.notes == notes
    assert ("endorsement" in export.lacks) == unvouched


def test_the_archive_of_2018_mixes_encodings_and_has_no_addresses() -> None:
    export = extract(archive_of_2018(), container="LinkedInDataExport_11-04-2018")
    assert export.variant == "archive of 2018"
    assert export.contacts[0].since == midnight(2018, 1, 8) + 18 * 3600 + 14 * 60
    assert [one.partner for one in export.interactions] == [export.contacts[0].key] * 2
    assert (export.posts[0].id, export.posts[0].text, export.posts[0].public) == (
        "6278494528466360585",
        "Setzt – und läuft",
        True,
    )


# Containers and names


@pytest.mark.parametrize(
    "wrapper",
    ["", "linkedin/", "Complete_LinkedInDataExport_03-15-2026/"],
    ids=["as-downloaded", "wrapper", "named-wrapper"],
)
def test_zip_and_folder_give_the_same(tmp_path: Path, wrapper: str) -> None:
    importer = LinkedIn()
    zipped = open_container(write_zip(tmp_path / ZIP_NAME, archive(), wrapper))
    folder = open_container(
        write_folder(
            tmp_path / ZIP_NAME.removesuffix(".zip"),
            {wrapper + name: data for name, data in archive().items()},
        )
    )
    (first,), (second,) = (
        [
            inputs.extract(importer, found, latest=LATEST)[0]
            for c in cs
            for found in importer.identify(c.members)
        ]
        for cs in (zipped, folder)
    )
    for field in (
        "posts",
        "contacts",
        "interactions",
        "levels",
        "owner",
        "handle",
        "variant",
        "exported_at",
    ):
        assert getattr(first, field) == getattr(second, field) == getattr(extract(archive()), field)


def test_the_order_of_files_does_not_matter() -> None:
    importer = LinkedIn()
    claimed = importer.identify(members(archive(), ZIP_NAME))[0]
    (forward,), (backward,) = (
        inputs.extract(importer, order, latest=LATEST) for order in (claimed, claimed[::-1])
    )
    assert forward == backward


def test_private_and_unneeded_files_are_claimed_and_never_opened_U7() -> None:
    opened: list[str] = []
    importer = LinkedIn()
    files = members(
        archive() | {"Messages (1).csv": CANARY, "messages_1.csv": CANARY}, ZIP_NAME, opened
    )
    (claimed,) = importer.identify(files)
    assert set(claimed) == set(files)
    (export,) = inputs.extract(importer, claimed, latest=LATEST)
    assert not {
        name
        for name in opened
        if "essages" in name
        or "/" in name
        or name in ("Contacts.csv", "Ad_Targeting.csv", "Skills.csv")
    }
    assert CANARY not in repr(export)


@pytest.mark.parametrize(
    "name", ["messages.csv", "Messages.csv", "my messages.csv", "guide_messages.csv"]
)
def test_messages_alone_are_not_even_looked_at_U7(name: str) -> None:
    opened: list[str] = []
    assert LinkedIn().identify(members({name: f"{CONNECTIONS}\n{CANARY}\n"}, "", opened)) == []
    assert opened == []


def test_parts_and_browser_copies_are_read_once() -> None:
    plain = archive()
    part = table(RECOMMENDATIONS, [recommended("Mia", "Neu")])
    copies = {
        f"{name.removesuffix('.csv')} (1).csv": data
        for name, data in plain.items()
        if "/" not in name
    }
    export = extract(plain | copies | {"Recommendations_Received_1.csv": part})
    before = extract(plain)
    assert [contact.name for contact in export.contacts] == [
        *(contact.name for contact in before.contacts),
        "Mia Neu",
    ]
    assert export.posts == before.posts
    assert export.levels == [*before.levels[:2], Level("recommendations", 2)]
    assert len(export.interactions) == len(before.interactions) + 1


def test_whoever_recommends_and_is_no_connection_has_a_position_all_the_same() -> None:
    export = extract(
        archive()
        | {"Recommendations_Received.csv": table(RECOMMENDATIONS, [recommended("Mia", "Neu")])}
    )
    (mia,) = [contact for contact in export.contacts if contact.name == "Mia Neu"]
    assert (mia.key, mia.position, mia.company) == ("mia neu", "Editor", "Rabe & Co")
    assert [
        one.partner
        for one in export.interactions
        if one.kind == "recommendation" and one.direction == "in"
    ] == ["mia neu"]
    connections = sum(one.kind == "connection" for one in export.interactions)
    assert [level.value for level in export.levels if level.metric == "connections"] == [
        connections
    ]


def test_of_an_address_only_a_hash_is_kept() -> None:
    row = (
        "Jana",
        "Neu",
        "https://www.linkedin.com/in/jana-neu",
        "Jana.Neu@Post.example",
        "Muster GmbH",
        "Editor",
        "16 Dec 2024",
    )
    (contact,) = extract({"Connections.csv": PREAMBLE + table(CONNECTIONS, [row])}).contacts
    assert contact.mail == mail_mark(" jana.neu@post.example ") != mail_mark("jana@post.example")
    assert "post.example" not in repr(contact)
    assert mail_mark("none") == mail_mark("") == ""


def test_two_archives_in_one_folder_are_two_exports() -> None:
    files = {
        f"{folder}/{name}": data for folder in ("2025", "2026") for name, data in archive().items()
    }
    assert len(LinkedIn().identify(members(files, "exports"))) == 2


def test_what_lies_beside_an_archive_is_not_claimed() -> None:
    strangers = {
        "posts.csv": "date,likes\n",
        "contacts.csv": "name,reputation\n",
        "twitter/data/tweets.js": "window.YTD.tweets.part0 = []",
    }
    (claimed,) = LinkedIn().identify(
        members({"Connections.csv": table(CONNECTIONS, ROWS)} | strangers, "exports")
    )
    assert [member.name for member in claimed] == ["Connections.csv"]


@pytest.mark.parametrize(
    "files",
    [
        {"posts.csv": "Date,Likes\n2026-01-01,3\n"},
        {"account_analytics_content.csv": "Post id,Date,Post text,Impressions\n1,2026,a,2\n"},
        {"comments.csv": "Date,Link,Message\n"},
        {"Profile.csv": "First Name,Last Name,City\n"},
        {"connections.json": "{}"},
        {"Connections.csv": ""},
        {"Connections.csv": b"\x00\x01\x02" * 99},
        {},
    ],
    ids=[
        "posts",
        "x-analytics",
        "comments",
        "profile",
        "json",
        "C1-empty",
        "N11-binary",
        "nothing",
    ],
)
def test_what_is_not_linkedin_s_is_not_claimed(files: Files) -> None:
    assert LinkedIn().identify(members(files, "")) == []


@pytest.mark.parametrize(
    "name",
    [
        "Connections.csv",
        "Connections (2).csv",
        "Connections_de.csv",
        "CONNECTIONS.CSV",
        "linkedin.csv",
        "Kontakte.txt",
    ],
)
def test_connections_alone_are_known_by_their_header(name: str) -> None:
    export = connections_of(PREAMBLE + table(CONNECTIONS, ROWS), name)
    assert (export.variant, export.handle, export.levels) == (
        "connections only",
        "linkedin",
        [Level("connections", 2)],
    )
    assert not export.owner.personal


# The shapes of Connections.csv


@pytest.mark.parametrize(
    "text",
    [
        table(CONNECTIONS, ROWS),
        PREAMBLE + table(CONNECTIONS, ROWS),
        (PREAMBLE + table(CONNECTIONS, ROWS)).replace("\n", "\r\n"),
        (PREAMBLE + table(CONNECTIONS, ROWS)).replace("\n", "\r"),
        PREAMBLE + table(CONNECTIONS_DE, ROWS),
        "\ufeff" + table(CONNECTIONS, ROWS, ";", "\r\n"),
        "\ufeffNotes:;;;;;;\r\n;;;;;;\r\n" + table(CONNECTIONS, ROWS, ";", "\r\n"),
        "sep=;\r\n" + table(CONNECTIONS, ROWS, ";", "\r\n"),
        ("\ufeff" + PREAMBLE + table(CONNECTIONS, ROWS, "\t")).encode("utf-16-le"),
        table(CONNECTIONS, ROWS).encode("cp1252"),
        table(CONNECTIONS, ROWS) + "\n" * 3000 + ",,,,,,\n",
        table(CONNECTIONS, [*ROWS]).replace("First Name,", " first name\u00a0,"),
    ],
    ids=[
        "no-preamble",
        "C5-preamble",
        "C5-crlf",
        "C11-lone-cr",
        "C14-german",
        "N1-C3-excel",
        "C15-excel-preamble",
        "C4-sep",
        "N2-utf16-tab",
        "N4-cp1252",
        "C17-blank-lines",
        "C13-header",
    ],
)
def test_connections_in_all_their_shapes(text: str | bytes) -> None:
    export = connections_of(text)
    assert [contact.name for contact in export.contacts] == ["Jörg Rabe", "Anna Muster"]
    assert export.contacts[0].since == midnight(2024, 12, 16)
    assert export.levels == [Level("connections", 2)]


@pytest.mark.parametrize(
    "day",
    ["18-Jun-24", "18 Jun 2024", "18.06.2024", "18. Juni 2024", "6/18/24, 6:14 AM", "18/06/2024"],
)
def test_days_as_linkedin_and_excel_write_them(day: str) -> None:
    since = (
        connections_of(table(CONNECTIONS, [connection("Jörg", "Rabe", "j", day=day)]))
        .contacts[0]
        .since
    )
    assert since is not None
    assert iso_day(since) == "2024-06-18"


@pytest.mark.parametrize(
    ("day", "reason"),
    [
        ("31.02.2024", "date unknown: not a date"),
        ("5 Jun 1833", "date unknown: date before 1995"),
        ("5 Jun 2099", "date unknown: date in the future"),
        ("05/06/2024", "date unknown: day or month first? (--date-order)"),
    ],
    ids=["D3", "D6", "D7", "D1"],
)
def test_a_connection_without_a_usable_date_stays_a_connection(day: str, reason: str) -> None:
    export = connections_of(table(CONNECTIONS, [connection("Jörg", "Rabe", "j", day=day)]))
    assert export.contacts[0].since is None
    assert export.levels == [Level("connections", 1)]
    assert export.ledger[0].notes == {reason: 1}


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (share(1, "a", at="31.02.2025"), "not a date"),
        (share(1, "a", at="1841-10-01 00:00:00 UTC"), "date before 1995"),
        (share(1, "a", at="2027-01-01 00:00:00"), "date in the future"),
        (share(1, "a", at="03/04/2025"), "day or month first? (--date-order)"),
        (share(1, "a", at=""), "no date"),
        (("2026-01-01 10:00:00", "", "a", "", "", ""), "no link"),
        ((*share(1, "a"), "surplus"), "more cells than the header"),
    ],
    ids=["D3", "D6", "D7", "D1", "blank-date", "no-link", "C6"],
)
def test_a_post_that_cannot_be_used_is_skipped_with_its_reason(
    row: tuple[str, ...], reason: str
) -> None:
    export = extract({"Shares.csv": table(SHARES, [row, share(2, "b")])})
    assert reasons(export, "Shares.csv") == {reason: 1}
    assert [post.id for post in export.posts] == ["2"]


def test_an_invitation_without_a_direction_is_skipped() -> None:
    files = {
        "Invitations.csv": table(
            INVITATIONS, [("A B", "C D", "1/2/26, 9:05 PM", "", "SIDEWAYS", "", "")]
        )
    }
    assert reasons(extract(files), "Invitations.csv") == {"invitation without a direction": 1}


def test_header_only_means_no_connections_C2() -> None:
    assert connections_of(PREAMBLE + CONNECTIONS + "\n").levels == [Level("connections", 0)]


def test_an_unterminated_quote_cuts_the_count_C9() -> None:
    text = (
        table(CONNECTIONS, ROWS)
        + 'Mia,"Neu,https://www.linkedin.com/in/mia,,,,1 Jan 2026\n'
        + "Kai,Fremd,,,,,1 Jan 2026\n" * 9
    )
    export = connections_of(text)
    assert export.levels == [Level("connections", 2, quality="cut")]
    assert export.ledger[0].reasons == {"unterminated quote": 1, "behind an unterminated quote": 9}


def test_connections_that_are_all_broken_are_unknown_and_not_none() -> None:
    export = connections_of(CONNECTIONS + "\n" + "a,b,c,d,e,f,g,surplus\n" * 3)
    assert export.levels == []
    assert export.ledger[0].reasons == {"more cells than the header": 3}


def test_short_rows_and_missing_columns_are_unknown_C8_C20() -> None:
    export = connections_of(
        "Connected On,Last Name,First Name\n16 Dec 2024,Rabe,Jörg\n,Muster,Anna\nx\n"
    )
    assert [(contact.name, contact.position) for contact in export.contacts] == [
        ("Jörg Rabe", ""),
        ("Anna Muster", ""),
    ]
    assert export.ledger[0].reasons == {"deleted member": 1}


def test_names_that_look_like_blanks_stay_names_Q14() -> None:
    rows = [connection("NA", "Null", "na-null", "NA", "NA"), connection("None", "NaN", "none")]
    contacts = connections_of(table(CONNECTIONS, rows)).contacts
    assert [contact.name for contact in contacts] == ["NA Null", "None NaN"]
    assert (contacts[0].company, contacts[0].position) == ("", "")


def test_two_columns_of_one_name_refuse_the_file_C12() -> None:
    files = archive() | {
        "Connections.csv": f"First Name,First Name,Last Name,Connected On\n{CANARY},b,c,1 Jan 2026\n"
    }
    export = extract(files)
    assert not any(one.kind == "connection" for one in export.interactions)
    assert not any(level.metric == "connections" for level in export.levels)
    assert reasons(export, "Connections.csv") == {
        "there are two columns for first: 'First Name', 'First Name'": 1
    }
    assert CANARY not in repr(export.notes)


# Folding


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kölle", "Koelle"),
        ("JÖRG Rabe", "jo\u0308rg  rabe"),
        ("Anna 🌻 Groß", "anna gross"),
        ("Renée", "Renee"),
    ],
)
def test_names_are_compared_without_spelling_N10(one: str, other: str) -> None:
    assert fold_name(one) == fold_name(other)


@pytest.mark.parametrize(
    "url",
    [
        "https://www.linkedin.com/in/jörg-rabe",
        "www.linkedin.com/in/J%C3%B6rg-Rabe/",
        "http://de.linkedin.com/in/jo\u0308rg-rabe/de?trk=profile#top",
        "linkedin.com/in/jörg-rabe",
    ],
)
def test_addresses_of_one_profile_are_one_key(url: str) -> None:
    assert profile_path(url) == "in/jörg-rabe"


@pytest.mark.parametrize(
    "url", ["", "NA", "https://example.org/in/jörg", "https://www.linkedin.com/"]
)
def test_what_is_no_profile_gives_no_key(url: str) -> None:
    assert profile_path(url) == ""


# Any input


@settings(deadline=None, derandomize=True, max_examples=40)
@given(
    st.sampled_from([name for name in archive() if name.endswith(".csv") and "/" not in name]),
    st.data(),
)
def test_any_damage_gives_a_result_or_a_klout_error(name: str, data: st.DataObject) -> None:
    plain = archive()[name].encode()
    start = data.draw(st.integers(0, len(plain)))
    end = data.draw(st.integers(start, len(plain)))
    damaged = plain[:start] + data.draw(st.binary(max_size=40)) + plain[end:]
    importer = LinkedIn()
    files = members(archive() | {name: damaged})
    try:
        exports = [
            export
            for claimed in importer.identify(files)
            for export in inputs.extract(importer, claimed, latest=LATEST)
        ]
    except KloutError:
        return
    for row in (row for export in exports for row in export.ledger):
        assert row.read == row.used + row.skipped


CELLS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=12) | st.sampled_from(
    ["16 Dec 2024", "https://www.linkedin.com/in/a", "NA", "OUTGOING", '"', "\n"]
)


@settings(deadline=None, derandomize=True, max_examples=40)
@given(
    st.sampled_from([CONNECTIONS, SHARES, INVITATIONS, ENDORSED, RECOMMENDATIONS, PROFILE]),
    st.lists(st.lists(CELLS, min_size=1, max_size=8), max_size=6),
)
def test_any_rows_are_used_or_skipped(header: str, rows: list[list[str]]) -> None:
    names = {
        CONNECTIONS: "Connections",
        SHARES: "Shares",
        INVITATIONS: "Invitations",
        ENDORSED: "Endorsement_Received_Info",
    }
    name = names.get(header, "Recommendations_Received" if header == RECOMMENDATIONS else "Profile")
    export = extract({f"{name}.csv": table(header, rows)})
    assert export.handle


# The shapes in the wild


@pytest.mark.skipif(not FIXTURES.is_dir(), reason="the shared fixtures are not on this machine")
@pytest.mark.parametrize(
    ("folder", "variant", "contacts", "posts", "levels"),
    [
        (
            "abhishekwebcode__LinkedInDataExport_11-04-2018",
            "archive of 2018",
            40,
            5,
            {"connections": 40},
        ),
        (
            "apk0703__linkdin_profile_analysis",
            "complete archive",
            40,
            13,
            {"connections": 40, "endorsements": 3, "recommendations": 0},
        ),
        (
            "silkyrich__linkedin-export-viewer",
            "complete archive",
            2011,
            0,
            {"connections": 2000, "endorsements": 700, "recommendations": 27},
        ),
        ("synthetic_seed", "connections only", 1, 0, {"connections": 1}),
    ],
)
def test_fixtures(
    folder: str, variant: str, contacts: int, posts: int, levels: dict[str, int]
) -> None:
    importer = LinkedIn()
    (container,) = open_container(FIXTURES / folder)
    export = inputs.read_one(importer, *container.members, latest=LATEST)
    assert (export.variant, len(export.contacts), len(export.posts)) == (variant, contacts, posts)
    assert {level.metric: level.value for level in export.levels} == levels
