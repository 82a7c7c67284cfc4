"""Builds invented LinkedIn archives in the real shapes, by file name."""

from collections.abc import Sequence

from tests.importers import inputs

ZIP_NAME = "Complete_LinkedInDataExport_03-15-2026.zip"
CONNECTIONS = "First Name,Last Name,URL,Email Address,Company,Position,Connected On"
CONNECTIONS_DE = "Vorname,Nachname,URL,E-Mail-Adresse,Unternehmen,Position,Verbunden am"
CONNECTIONS_2018 = "First Name,Last Name,Email Address,Company,Position,Connected On"
SHARES = "Date,ShareLink,ShareCommentary,SharedURL,MediaURL,Visibility"
SHARES_2018 = "Date\tShare Title\tShare Description\tShare Link\tShare Commentary\tShared URL\tMedia URL\tType\tVisibility"
INVITATIONS = "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl"
ENDORSED = "Endorsement Date,Skill Name,Endorser First Name,Endorser Last Name,Endorser Public Url,Endorsement Status"
ENDORSING = ENDORSED.replace("Endorser", "Endorsee")
RECOMMENDATIONS = "First Name,Last Name,Company,Job Title,Text,Creation Date,Status"
PROFILE = (
    "First Name,Last Name,Maiden Name,Address,Birth Date,Headline,Summary,Industry,Zip Code,Geo Location,"
    "Twitter Handles,Websites,Instant Messengers"
)
POSITIONS = "Company Name,Title,Description,Location,Started On,Finished On"
PREAMBLE = 'Notes:\n"When exporting your connection data, some of the email addresses\n\nmay be missing."\n\n'
UPDATE = "https://www.linkedin.com/feed/update/urn%3Ali%3Aactivity%3A"
CANARY = "canary-of-a-private-message"

Row = Sequence[str]


def table(header: str, rows: Sequence[Row], delimiter: str = ",", ends: str = "\n") -> str:
    """Write rows below a header as LinkedIn does."""
    text = inputs.table(*rows, delimiter=delimiter, lineterminator=ends)
    return header.replace(",", delimiter) + ends + text


def connection(
    first: str,
    last: str,
    slug: str = "",
    company: str = "",
    position: str = "",
    day: str = "16 Dec 2024",
) -> Row:
    """One row of Connections.csv."""
    return (
        first,
        last,
        f"https://www.linkedin.com/in/{slug}" if slug else "",
        "",
        company,
        position,
        day,
    )


def share(
    number: int,
    text: str,
    kind: str = "share",
    visibility: str = "MEMBER_NETWORK",
    at: str = "2026-02-19 10:22:49",
    shared: str = "",
) -> Row:
    """One row of Shares.csv; line breaks get the quotes LinkedIn puts around them."""
    return (
        at,
        f"https://www.linkedin.com/feed/update/urn%3Ali%3A{kind}%3A{number}",
        text.replace("\n", '"\n"'),
        shared,
        "",
        visibility,
    )


def endorsed(
    first: str, last: str, slug: str, skill: str = "Typesetting", status: str = "ACCEPTED"
) -> Row:
    """One row of Endorsement_Received_Info.csv or its counterpart: the address has no https://."""
    return "2025/12/07 14:51:07 UTC", skill, first, last, f"www.linkedin.com/in/{slug}", status


def recommended(first: str, last: str, status: str = "VISIBLE") -> Row:
    """One row of Recommendations_Received.csv or its counterpart."""
    return first, last, "Rabe & Co", "Editor", "Careful, kind, fast.", "12/24/25, 05:28 AM", status


def archive() -> dict[str, str]:
    """A complete archive of the invented Frieda Kölle: every kind of file that is read, and some that must not be."""
    me = "https://www.linkedin.com/in/frieda-koelle"
    return {
        "Connections.csv": PREAMBLE
        + table(
            CONNECTIONS,
            [
                connection("Jörg", "Rabe", "joerg-rabe", "Rabe & Co", "Geschäftsführer"),
                connection(
                    "Anna 🌻",
                    "Muster, MBA",
                    "anna-muster-1",
                    "Muster GmbH",
                    "Head of Design",
                    "15 Dec 2024",
                ),
                connection("", "", "", "", "", "14 Dec 2024"),
                connection("", "", "", "", "", "14 Dec 2024"),
                connection(
                    "Anna",
                    "Beispiel",
                    "anna-beispiel",
                    "Muster GmbH",
                    "Werkstudentin",
                    "3 Jan 2026",
                ),
            ],
        ),
        "Profile.csv": table(
            PROFILE,
            [
                (
                    "Frieda",
                    "Kölle",
                    "",
                    "",
                    "Mar 7",
                    "Typesetter",
                    "Two\n\nparagraphs",
                    "Design",
                    "",
                    "Bremen",
                    "",
                    "",
                    "",
                )
            ],
        ),
        "Positions.csv": table(POSITIONS, [("Kölle Satz", "Owner", "", "Bremen", "2017", "")]),
        "Invitations.csv": table(
            INVITATIONS,
            [
                (
                    "Frieda Koelle",
                    "Jörg Rabe",
                    "12/15/24, 7:47 AM",
                    "",
                    "OUTGOING",
                    me,
                    "https://www.linkedin.com/in/joerg-rabe",
                ),
                (
                    "Frieda Koelle",
                    "Kai Fremd",
                    "1/2/26, 9:05 PM",
                    "",
                    "OUTGOING",
                    me,
                    "https://www.linkedin.com/in/kai-fremd",
                ),
                (
                    "Anna Beispiel",
                    "Frieda Koelle",
                    "1/3/26, 7:00 AM",
                    "Hallo!",
                    "INCOMING",
                    "https://www.linkedin.com/in/anna-beispiel",
                    me,
                ),
            ],
        ),
        "Shares.csv": table(
            SHARES,
            [
                share(7165289616866784480, "One line.\n\nThen another. #satz"),
                share(
                    7165289616866784481,
                    "For friends",
                    "ugcPost",
                    "CONNECTIONS",
                    "2026-02-18 10:00:00",
                ),
                share(
                    7165289616866784482,
                    "",
                    "share",
                    at="2026-02-17 10:00:00",
                    shared="https://www.linkedin.com/feed/update/urn%3Ali%3Ashare%3A71",
                ),
            ],
            ends="\r\n",
        ),
        "Comments.csv": f"Date,Link,Message\r\n2026-02-20 08:00:00,{UPDATE}7,Thanks\r\nto all\r\n",
        "Reactions.csv": f"Date,Type,Link\r\n2026-02-21 08:00:00,LIKE,{UPDATE}8\r\n",
        "Endorsement_Received_Info.csv": table(
            ENDORSED,
            [
                endorsed("Jörg", "Rabe", "joerg-rabe"),
                endorsed("Jörg", "Rabe", "joerg-rabe", "Kerning"),
                endorsed("Kai", "Fremd", "kai-fremd", status="PENDING"),
            ],
        ),
        "Endorsement_Given_Info.csv": table(
            ENDORSING, [endorsed("Anna", "Beispiel", "anna-beispiel")]
        ),
        "Recommendations_Received.csv": table(
            RECOMMENDATIONS,
            [
                recommended("Joerg", "Rabe"),
                recommended("Anna", "Beispiel", "HIDDEN"),
                recommended("Kai", "Fremd", "PENDING"),
            ],
        ),
        "Recommendations_Given.csv": table(
            RECOMMENDATIONS, [recommended("Anna 🌻", "Muster, MBA")]
        ),
        "messages.csv": f"CONVERSATION ID,FROM,CONTENT\n1,Jörg Rabe,{CANARY}\n",
        "Contacts.csv": f"Source,FirstName,LastName\nphone,{CANARY},Rabe\n",
        "Skills.csv": "",
        "Ad_Targeting.csv": "Member Age,Company Names\n25-34,Kölle Satz\n",
        "Jobs/Job Applications.csv": "Application Date,Company Name\n1/1/26,Rabe & Co\n",
        "Articles/Articles/2025-12-09 04:54:08.html": "<h1>On typesetting</h1>",
    }


def archive_of_2018() -> dict[str, bytes]:
    """The mixed generation: comma UTF-8 without addresses, and tab-separated UTF-16LE, under names of their time."""
    shares = (
        SHARES_2018
        + "\n"
        + '"2018/06/08 08:15:44 UTC"\t""\t""\t"https://www.linkedin.com/feed/update/urn%3Ali%3Aactivity%3A6278494528466360585"'
    )
    shares += '\t"Setzt – und läuft"\t""\t""\t"SHARE"\t"PUBLIC"\n'
    return {
        "Connections.csv": (
            CONNECTIONS_2018 + '\nJörg,Rabe,j@example.org,Rabe & Co,Setzer,"1/8/18, 6:14 PM"\n'
        ).encode(),
        "Invitations.csv": b'From,To,Sent At,Message,Direction\nFrieda Koelle,Joerg Rabe,"8/18/18, 9:08 AM",,OUTGOING\n',
        "Shares.csv": b"\xff\xfe" + shares.encode("utf-16-le"),
        "Messages.csv": f"From,To,Content\nJörg Rabe,Frieda Koelle,{CANARY}\n".encode(),
        "Ad Targeting.csv": b"\xff\xfe" + "Member Age\tCompany\n".encode("utf-16-le"),
    }
