"""LinkedIn: which file of an archive is what, by its name, and the columns of each that is opened."""

import re
from collections.abc import Collection, Mapping

from msgspec import Struct

from klout_cli.files.container import Member
from klout_cli.files.text import fold


class Form(Struct, frozen=True):
    """One kind of file: its columns by canonical name with their folded headers, and those it is known by.

    `distinct`: two equal rows are one action, from a part or browser's copy of the same file.
    """

    columns: Mapping[str, Collection[str]]
    needed: Collection[str]
    distinct: bool = False


_PERSON = {"first": {"first name", "vorname"}, "last": {"last name", "nachname"}}
_ENDORSEMENT = {
    "first": {"endorser first name", "endorsee first name"},
    "last": {"endorser last name", "endorsee last name"},
    "url": {"endorser public url", "endorsee public url"},
    "at": {"endorsement date"},
    "status": {"endorsement status"},
}
_RECOMMENDATION = _PERSON | {
    "company": {"company"},
    "position": {"job title"},
    "text": {"text"},
    "at": {"creation date"},
    "status": {"status"},
}

MESSAGES = "messages"

# Every file that is ever opened, by its folded name; contacts come first, because the others refer
# to them. Messages come last, and only
# where they are asked for: a column for what was written is not among theirs.
FORMS = {
    "connections": Form(
        _PERSON
        | {
            "url": {"url", "profile url"},
            "mail": {"email address", "e mail adresse"},
            "company": {"company", "unternehmen", "firma"},
            "position": {"position"},
            "at": {"connected on", "verbunden am", "vernetzt am"},
        },
        ("first", "last", "at"),
    ),
    "profile": Form(
        _PERSON
        | {
            "headline": {"headline"},
            "industry": {"industry"},
            "summary": {"summary"},
            "websites": {"websites"},
            "handles": {"twitter handles"},
        },
        ("first", "last", "headline"),
    ),
    "invitations": Form(
        {
            "from": {"from"},
            "to": {"to"},
            "at": {"sent at"},
            "direction": {"direction"},
            "inviter": {"inviterprofileurl"},
            "invitee": {"inviteeprofileurl"},
        },
        ("from", "to", "direction"),
        distinct=True,
    ),
    "shares": Form(
        {
            "at": {"date"},
            "link": {"sharelink", "share link"},
            "text": {"sharecommentary", "share commentary"},
            "shared": {"sharedurl", "shared url"},
            "visibility": {"visibility"},
        },
        ("at", "link"),
    ),
    "endorsement received info": Form(_ENDORSEMENT, ("first", "last", "at"), distinct=True),
    "endorsement given info": Form(_ENDORSEMENT, ("first", "last", "at"), distinct=True),
    "recommendations received": Form(_RECOMMENDATION, ("first", "last", "text"), distinct=True),
    "recommendations given": Form(_RECOMMENDATION, ("first", "last", "text"), distinct=True),
    "comments": Form({"at": {"date"}, "link": {"link"}}, ("at", "link")),
    "reactions": Form({"at": {"date"}, "link": {"link"}}, ("at", "link")),
    "positions": Form({"company": {"company name"}, "title": {"title"}}, ("company", "title")),
    MESSAGES: Form(
        {
            "from": {"from"},
            "to": {"to"},
            "sender": {"sender profile url"},
            "recipients": {"recipient profile urls"},
            "at": {"date"},
            "folder": {"folder"},
            "draft": {"is message draft"},
        },
        ("from", "to", "at"),
    ),
}
TELLING = frozenset(FORMS) - {"comments", "reactions", "positions", MESSAGES}
"""Files whose header no other network has."""

# Files that belong to an archive and are never opened: nothing in them is needed, or they are
# private. Contacts.csv is missing
# because people bring a table of that name themselves (interface §4).
CLOSED = re.compile(
    "account status history|ad targeting|ads clicked|calendar|causes you care about|certifications|company follows|"
    "courses|education|email addresses|events|group posts|guide messages|hashtag follows|honors|imported contacts|importedcontacts|"
    "inferences about you|instantreposts|job applicant saved answers|job applicant saved screening question responses|"
    "job applications|job seeker preferences|languages|learning|learning coach messages|learning role play messages|"
    "learningcoachmessages|likes|logins|member follows|notes|online job postings|organizations|patents|phone numbers|"
    "phonenumbers|private identity asset|profile summary|projects|publications|receipts|receipts v2|registration|rich media|"
    "saved items|saved jobs|savedjobalerts|search queries|searchqueries|security challenges|services marketplace|skills|"
    "test scores|verifications|videos|volunteering|votes|whatsapp phone numbers"
)
FOLDERS = frozenset({"jobs", "articles"})
ENDINGS = frozenset({"csv", "tsv", "txt"})

_COPY = re.compile(r"( (\d+|copy|kopie|de|en))+$")


def form_of(member: Member) -> str:
    """Return the folded name of a table without the marks of copies and parts: `Connections (1).csv` is "connections"."""
    stem, _, ending = member.name.rpartition("/")[2].lower().rpartition(".")
    return _COPY.sub("", fold(stem)) if ending in ENDINGS else ""
