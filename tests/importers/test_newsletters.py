import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from klout_cli.files.container import Member, open_container
from klout_cli.importers.newsletters import Newsletters
from klout_cli.person.accounts import merge_accounts
from klout_cli.person.rows import Export, Level
from klout_cli.values.aliases import table_kind
from tests.importers import inputs
from tests.importers.inputs import FIXTURES, at, ledger, member

SETTINGS = settings(deadline=None, derandomize=True, max_examples=40)
CANARY = "canary-of-a-reader"
BEEHIIV = "id,web_title,status,audience,content_tags,url,web_subtitle,content_html,created_at"
BEEHIIV_LIST = (
    "email,First Name,Last Name,status,tier,created_at,stripe_customer_id,unsubscribed_at"
)
BUTTONDOWN = "id,secondary_id,subject,publish_date,source,slug"
MAILCHIMP = (
    "Email Address,First Name,Last Name,MEMBER_RATING,OPTIN_TIME,LAST_CHANGED,LEID,EUID,NOTES,TAGS"
)
WIX = "Author,Title,ID,Featured,Plain Content,Published Date,Post Page URL,Internal ID"


def table(header: str, *rows: str) -> Member:
    return member("\n".join((header, *rows)), "a.csv")


def read(*files: Member, **reading: object) -> list[Export]:
    exports = inputs.read(Newsletters(), *files, **reading)
    assert all(len(export.ledger) == 1 for export in exports)
    return exports


def one(file: Member) -> Export:
    (export,) = read(file)
    return export


def beehiiv(
    number: int,
    status: str = "confirmed",
    audience: str = "free",
    when: str = "2024-01-10 09:30:00",
) -> str:
    url = f"https://mia.beehiiv.com/p/{number}"
    return f"ab-{number},Beitrag {number},{status},{audience},Kaffee; Kuchen,{url},Untertitel,<p>Guten&nbsp;Morgen</p>,{when}"


def reader(number: int, status: str = "active", left: str = "") -> str:
    return f"{CANARY}{number}@post.example,Ida,Igel,{status},free,2024-01-0{number} 10:00:00 UTC,,{left}"


def test_posts_of_beehiiv() -> None:
    export = one(table(BEEHIIV, beehiiv(1), beehiiv(2, audience="premium")))
    assert (export.network, export.handle, export.variant) == (
        "newsletter",
        "mia.beehiiv.com",
        "beehiiv posts",
    )
    first, second = export.posts
    assert (first.id, first.at, first.url) == (
        "ab-1",
        at("2024-01-10 09:30:00"),
        "https://mia.beehiiv.com/p/1",
    )
    assert first.text == "Beitrag 1 Kaffee; Kuchen Guten Morgen" and first.likes is None
    assert first.public and not second.public and export.exported_at == first.at


def test_e_mails_of_buttondown() -> None:
    export = one(table(BUTTONDOWN, "ab-1,1,Ein Beitrag,2024-01-10 10:30:00+01:00,app,ein-beitrag"))
    (post,) = export.posts
    assert (export.network, export.handle, post.at, post.text) == (
        "newsletter",
        "newsletter",
        at("2024-01-10 09:30:00"),
        "Ein Beitrag",
    )


def test_posts_of_wix_are_a_blog() -> None:
    export = one(
        table(
            WIX,
            "Mia,Beitrag,p-1,TRUE,Guten Morgen,2024-01-10T09:30:00Z,/post/beitrag,i-1",
            ",Entwurf,p-2,FALSE,,,/post/e,i-2",
        )
    )
    assert (export.network, export.handle, [post.id for post in export.posts]) == (
        "blog",
        "blog",
        ["p-1"],
    )
    assert ledger(export).notes == {"unpublished posts": 1}


def test_of_several_authors_only_the_person_counts() -> None:
    rows = (
        "{},Beitrag,p-{},TRUE,Guten Morgen,2024-01-10T09:30:00Z,/post/{},i".format(*cells)
        for cells in (("Mia Muster", 1, 1), ("Ben", 2, 2))
    )
    file = table(WIX, *rows)
    (export,) = read(file, person="Mia Muster")
    assert [post.id for post in export.posts] == ["p-1"] and export.owner.name == "Mia Muster"
    assert len(one(file).posts) == 2 and "all count" in one(file).notes[0]


@pytest.mark.parametrize(
    ("status", "when"),
    [("draft", "2024-01-10 09:30:00"), ("archived", "2024-01-10 09:30:00"), ("confirmed", "")],
)
def test_only_published_posts_are_posts(status: str, when: str) -> None:
    export = one(table(BEEHIIV, beehiiv(1, status=status, when=when)))
    assert (
        not export.posts
        and ledger(export).notes == {"unpublished posts": 1}
        and not ledger(export).skipped
    )


@pytest.mark.parametrize(
    ("when", "reason"),
    [
        ("gestern", "not a date"),
        ("2024-02-31 00:00:00", "not a date"),
        ("2044-01-01 00:00:00", "date in the future"),
    ],
    ids=["D4", "D3", "D7"],
)
def test_dates_that_cannot_be(when: str, reason: str) -> None:
    export = one(table(BEEHIIV, beehiiv(1, when=when), beehiiv(2)))
    assert len(export.posts) == 1 and ledger(export).reasons == {reason: 1}


def test_a_post_without_an_id_is_skipped() -> None:
    assert ledger(one(table(BUTTONDOWN, ",1,Ein Beitrag,2024-01-10,app,x"))).reasons == {"no id": 1}


def test_subscribers_of_beehiiv_are_counted_and_nothing_of_them_is_kept() -> None:
    rows = (
        reader(1),
        reader(2),
        reader(3, "inactive"),
        reader(4, "pending"),
        reader(5, left="2024-02-01 10:00:00 UTC"),
        reader(2),
    )
    export = one(table(BEEHIIV_LIST, *rows))
    assert export.levels == [Level("subscribers", 2)] and export.exported_at == at(
        "2024-01-02 10:00:00"
    )
    assert CANARY not in repr(export) and not export.contacts
    assert ledger(export).read == 6 and sum(ledger(export).notes.values()) == 4


def test_subscribers_of_mailchimp() -> None:
    gone = MAILCHIMP.replace("LEID", "UNSUB_TIME,LEID")
    row = f"{CANARY}@post.example,,,,2024-01-10 11:16:57,2024-01-10 11:16:57,1,2,,"
    assert one(table(MAILCHIMP, row)).levels == [Level("subscribers", 1)]
    assert one(table(gone, row.replace(",1,2", ",2024-02-01 10:00:00,1,2"))).levels == [
        Level("subscribers", 0)
    ]


# header, a row of somebody who gets the e-mails, one of somebody who does not, newest day
SHAPES = {
    "Kit": (
        "id,first_name,email,state,created_at,tags",
        '1,Ida,{},active,2024-02-01T10:00:00Z,"a, b"',
        "2,Ida,{},{},2024-02-02T10:00:00Z,",
        ("cancelled", "bounced", "complained", "inactive"),
    ),
    "Buttondown": (
        "id,email,notes,metadata,tags,creation_date,source,type,unsubscription_date",
        "x,{},,{{}},,2024-02-01T10:00:00Z,api,regular,",
        "y,{},,{{}},,2024-02-02T10:00:00Z,api,regular,{}",
        ("2024-02-03",),
    ),
    "listmonk": (
        "uuid,email,name,attributes,status,created_at,updated_at",
        "u,{},N,{{}},enabled,2024-02-01 10:00:00,2024-02-09 00:00:00",
        "v,{},N,{{}},{},2024-02-02 10:00:00,2024-02-09 00:00:00",
        ("blocklisted", "disabled"),
    ),
    "MailerLite": (
        "Email,Name,Status,Sent,Opens,Clicks,Subscribed,Location",
        "{},Ida,active,9,4,1,2024-02-01 10:00:00,Kiel",
        "{},Ida,{},9,0,0,2024-02-02 10:00:00,Kiel",
        ("unsubscribed", "bounced", "junk", "unconfirmed"),
    ),
    "Brevo": (
        "CONTACT ID;EMAIL;FIRSTNAME;EMAIL_BLACKLISTED;ADDED_TIME",
        "1;{};Ida;false;2024-02-01 10:00:00",
        "2;{};Ida;{};2024-02-02 10:00:00",
        ("true", "yes"),
    ),
    "CleverReach": (
        '"E-Mail";"Status";"Anmeldedatum"',
        '"{}";"aktiv";"01.02.2024 10:00"',
        '"{}";"{}";"02.02.2024 10:00"',
        ("inaktiv", "abgemeldet"),
    ),
    "French": (
        "Adresse e-mail;Prénom;Statut;Date d’inscription",
        "{};Ida;abonné;01/02/2024",
        "{};Ida;{};13/02/2024",
        ("désabonné", "désinscrit"),
    ),
    "Spanish": (
        "Correo electrónico,Estado,Fecha de alta",
        "{},Activo,2024-02-01",
        "{},{},2024-02-02",
        ("Dado de baja", "Rebotado"),
    ),
    "unknown headers": (
        "Wer,Wie,Wann",
        "{},bestätigt,2024-02-01",
        "{},{},2024-02-02",
        ("abgemeldet", "ausstehend"),
    ),
    "Dutch day of leaving": (
        "E-mailadres,Inschrijfdatum,Uitschrijfdatum",
        "{},2024-02-01,",
        "{},2024-02-02,{}",
        ("2024-03-01",),
    ),
    "Italian": (
        "Indirizzo email,Stato,Data iscrizione",
        "{},iscritto,2024-02-01",
        "{},{},2024-02-02",
        ("disiscritto", "in attesa"),
    ),
    "Portuguese": (
        "Endereço de e-mail,Situação,Data de inscrição",
        "{},ativo,2024-02-01",
        "{},{},2024-02-02",
        ("descadastrado", "cancelado"),
    ),
}


@pytest.mark.parametrize(("header", "stays", "left", "words"), SHAPES.values(), ids=SHAPES)
def test_lists_of_other_tools_are_told_by_their_shape(
    header: str, stays: str, left: str, words: tuple[str, ...]
) -> None:
    mail = CANARY + "{}@post.example"
    rows = [stays.format(mail.format(number)) for number in range(3)]
    rows += [left.format(mail.format(word.encode().hex()), word) for word in words]
    export = one(table(header, *rows, rows[0]))
    assert (export.network, export.variant) == ("newsletter", "subscriber list")
    assert export.levels == [Level("subscribers", 3)]
    assert (
        export.exported_at is not None and export.exported_at // 86400 == at("2024-02-01") // 86400
    )
    assert CANARY not in repr(export)
    assert ledger(export).notes == {
        "people who get no e-mails (any more), not counted": len(words),
        "repeated addresses, counted once": 1,
    }
    assert table_kind(table(header, *rows)) == ""


@pytest.mark.parametrize(
    ("header", "row"),
    [
        ("First Name,Email Address,Company,Connected On", "Ida,i@post.example,X,01 Feb 2024"),
        ("Email Address,Confirmed,Primary,Updated On", "i@post.example,Yes,Yes,2/1/24"),
        ("email,status", "i@post.example,active"),
        ("email,status,created_at", "i@post.example,verheiratet,2024-02-01"),
        ("email,status,created_at", "siehe @ida,active,2024-02-01"),
        ("name,status,created_at", "Ida,active,2024-02-01"),
        ("date,text,likes,contact", "2024-02-01,Moin,3,i@post.example"),
    ],
    ids=["contacts", "own addresses", "no day", "no state", "no address", "names", "posts"],
)
def test_other_tables_with_addresses_are_no_lists(header: str, row: str) -> None:
    assert read(table(header, row)) == []


def test_posts_and_subscribers_are_one_account() -> None:
    (account,), _ = merge_accounts(read(table(BEEHIIV, beehiiv(1)), table(BEEHIIV_LIST, reader(1))))
    assert (account.id, len(account.posts), len(account.levels)) == (
        "newsletter:mia.beehiiv.com",
        1,
        1,
    )


@pytest.mark.parametrize("header", [BEEHIIV, BEEHIIV_LIST, BUTTONDOWN, MAILCHIMP, WIX])
def test_no_table_of_a_person_is_like_these(header: str) -> None:
    assert table_kind(table(header)) == ""


@pytest.mark.parametrize(
    "header", ["", "email,name", "id,title,date,likes", "id,subject,publish_date"]
)
def test_what_is_no_list_is_not_claimed(header: str) -> None:
    assert read(table(header)) == []


@pytest.mark.skipif(not FIXTURES.exists(), reason="no fixtures here")
def test_every_fixture_is_read() -> None:
    (container,) = open_container(FIXTURES / "newsletter_other" / "TryGhost__migrate")
    found = {
        export.variant: (len(export.posts), [level.value for level in export.levels])
        for export in read(*container.members)
    }
    assert found == {
        "beehiiv posts": (2, []),
        "beehiiv subscribers": (0, [5]),
        "Buttondown e-mails": (2, []),
        "Mailchimp audience": (0, [5]),
        "Wix posts": (1, []),
    }


@SETTINGS
@given(
    st.sampled_from((BEEHIIV, BEEHIIV_LIST, BUTTONDOWN, MAILCHIMP, WIX)), st.binary(max_size=200)
)
def test_any_bytes_are_counted_or_refused(header: str, data: bytes) -> None:
    one(member(header.encode() + b"\n" + data, "a.csv"))
