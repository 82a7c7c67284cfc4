from functools import partial
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from klout_cli.errors import KloutError
from klout_cli.files.container import open_container
from klout_cli.importers.xing import Xing
from klout_cli.person.rows import Level
from klout_cli.values.dates import midnight
from tests.importers import inputs
from tests.importers.inputs import members, reasons, write_zip
from tests.importers.workbooks import xlsx

FIXTURES = inputs.FIXTURES / "xing"
CANARY = "KANARIENVOGEL"
INQUIRY = "data/network-inquiry/files/"
LIST = f"{INQUIRY}84a516841ba77a5b4648de2cd0dfcb30ea46dbb4.csv"
NOTES = f"{INQUIRY}e9d71f5ee7c92d6dc9e92ffdad17b8bd49418f98.csv"
MESSAGES = "data/messages-backend/files/86f7e437faa5a7fce15d1ddcb9eaeaea377667b8.csv"
HEADER = '"Name","Kontakt bestätigt am"\n'
CONTACTS = (
    HEADER
    + '"Anna Muster","2014-06-20 07:00:00 UTC"\n"Jörg Rabe",""\n"Kai Fremd","2019-01-02 10:00:00 UTC"\n'
)
TOOL = ["Name", "First Name", "Organisation", "Title", "Note", "Xing-Profile"]
ANNA = [
    "Muster",
    "Anna",
    "Muster GmbH",
    "Leiterin Einkauf",
    CANARY,
    "https://www.xing.com/profile/Anna_Muster",
]
JÖRG = [
    "Rabe",
    "Jörg",
    "Rabe & Co",
    "Geschäftsführer",
    "",
    "https://www.xing.com/profile/Joerg_Rabe2",
]


def bundle() -> dict[str, str]:
    """The data export of somebody with three contacts: lists, notes, messages, and a service nobody has shown yet."""
    return {
        "index.html": "<!doctype html><title>Datenauskunft</title>",
        LIST: CONTACTS,
        NOTES: f'"Name","Erstellt am","Text der Notiz"\n"Anna Muster","2016-02-03 10:11:12 UTC","{CANARY}"\n',
        MESSAGES: 'Betreff,2014-06-19 06:32:37 UTC,"Frieda Kölle,Anna Muster","","",""\n'
        f'"","","",Anna Muster,2014-06-19 06:32:37 UTC,{CANARY}\n',
        "data/orders/files/0000.csv": f"{CANARY}\n",
        "data/orders/index.html": "<html>",
    }


def card(name: str, profile: str, position: str = "Leiterin", company: str = "Muster GmbH") -> str:
    address = f"https://www.xing.com/profile/{profile}"
    return f"BEGIN:VCARD\nVERSION:3.0\nFN:{name}\nORG:{company}\nTITLE:{position}\nURL:{address}\nEND:VCARD\n"


extract = partial(inputs.read_one, Xing(), container="datenauskunft.zip")


# The data export


def test_the_export_tells_contacts_and_since_when() -> None:
    export = extract(bundle())
    assert (export.network, export.handle, export.variant) == ("xing", "xing", "data export")
    assert [(contact.key, contact.since) for contact in export.contacts] == [
        ("anna muster", midnight(2014, 6, 20) + 7 * 3600),
        ("jörg rabe", None),
        ("kai fremd", midnight(2019, 1, 2) + 10 * 3600),
    ]
    assert export.levels == [Level("connections", 3)]
    assert {one.partner for one in export.interactions} == {
        contact.key for contact in export.contacts
    }


def test_it_says_neither_whose_it_is_nor_when_it_was_made() -> None:
    export = extract(bundle())
    assert (export.owner.name, export.owner.personal, export.exported_at) == ("", False, None)


def test_notes_are_told_apart_and_counted_as_not_needed() -> None:
    export = extract(bundle())
    assert reasons(export) == {"notes on contacts, not used": 1}
    assert CANARY not in str(export)


def test_u7_messages_are_claimed_and_never_opened() -> None:
    opened: list[str] = []
    (claimed,) = Xing().identify(members(bundle(), opened=opened))
    inputs.extract(Xing(), claimed)
    assert {member.name for member in claimed} == set(bundle())
    assert MESSAGES not in opened and "data/orders/files/0000.csv" not in opened


@pytest.mark.parametrize("root", ["", "datenauskunft/", "a/data/"])
def test_the_export_is_found_wherever_it_lies(root: str) -> None:
    files = {f"{root}{name}": text for name, text in bundle().items()}
    assert len(extract(files).contacts) == 3
    (claimed,) = Xing().identify(members(files | {"other/notes.csv": "a,b\n"}))
    assert len(claimed) == len(bundle())


def test_only_its_folder_is_enough() -> None:
    files = {"network-inquiry/files/1.csv": CONTACTS, "messages-backend/files/2.csv": CANARY}
    opened: list[str] = []
    (claimed,) = Xing().identify(members(files, opened=opened))
    assert len(inputs.extract(Xing(), claimed)[0].contacts) == 3
    assert {member.name for member in claimed} == set(files) and set(opened) == {
        "network-inquiry/files/1.csv"
    }
    assert len(extract({"kontakte.csv": CONTACTS}).contacts) == 3


def test_headers_of_another_language_are_told_by_the_number_of_columns() -> None:
    notes = f'"Name","Created","Note text"\n"Anna Muster","2016-02-03","{CANARY}"\n'
    export = extract(
        {LIST: CONTACTS.replace("Kontakt bestätigt am", "Contact confirmed"), NOTES: notes}
    )
    assert [contact.since is None for contact in export.contacts] == [False, True, False]
    assert reasons(export) == {"notes on contacts, not used": 1} and CANARY not in str(export)


def test_other_tables_in_its_folder_are_counted_and_not_read() -> None:
    export = extract(
        bundle()
        | {
            f"{INQUIRY}0.csv": f"Name,Ort,PLZ,Land\n{CANARY},Bremen,1,D\n",
            f"{INQUIRY}1.csv": f"{CANARY},b\n",
        }
    )
    assert export.levels == [Level("connections", 3)] and not export.notes
    assert [row.reasons for row in export.ledger[:2]] == [
        {"this has neither contacts nor notes": 1}
    ] * 2
    assert CANARY not in str(export)


def test_a_table_that_only_begins_like_contacts_is_refused_by_name() -> None:
    export = extract({"x.csv": "Vorname;Kontakt bestellt am\nAnna;\n", LIST: CONTACTS})
    assert "this has neither contacts nor notes" in export.notes[0] and len(export.contacts) == 3


def test_namesakes_are_two_people_and_a_copy_is_none() -> None:
    rows = '"Anna Muster","2014-06-20 07:00:00 UTC"\n"Anna Muster","2019-06-20 07:00:00 UTC"\n"Anna Muster","2014-06-20 07:00:00 UTC"\n'
    export = extract({LIST: HEADER + rows})
    assert [contact.key for contact in export.contacts] == ["anna muster", "anna muster|2019-06-20"]
    assert export.levels == [Level("connections", 2)] and reasons(export) == {
        "same contact twice": 1
    }


@pytest.mark.parametrize(
    ("text", "contacts", "found"),
    [
        pytest.param(HEADER, 0, {}, id="C2"),
        pytest.param(HEADER.replace(",", ";") + '"Anna Muster";""\n', 1, {}, id="C3"),
        pytest.param(
            HEADER + '"Anna","","x"\n"Jörg",""\n', 1, {"more cells than the header": 1}, id="C6"
        ),
        pytest.param(HEADER + "Anna\n", 1, {}, id="C8"),
        pytest.param(
            HEADER + '"Jörg",""\n"Anna,\nx\n',
            1,
            {"unterminated quote": 1, "behind an unterminated quote": 1},
            id="C9",
        ),
        pytest.param(HEADER.replace("Name", " NAME ") + "Anna,\n", 1, {}, id="C13"),
        pytest.param(HEADER + ',"2014-06-20 07:00:00 UTC"\n', 0, {"no name": 1}, id="C8-name"),
    ],
)
def test_tables_in_all_their_shapes(text: str, contacts: int, found: dict[str, int]) -> None:
    export = extract({LIST: text})
    assert (len(export.contacts), reasons(export)) == (contacts, found)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"], ids=["N1", "N2", "N4"])
@pytest.mark.parametrize("name", [LIST, "kontakte.csv"])
def test_encodings(encoding: str, name: str) -> None:
    assert extract({name: CONTACTS.encode(encoding)}).contacts[1].name == "Jörg Rabe"


def test_n6_names_are_never_repaired_as_meta_s_are() -> None:
    assert extract({LIST: HEADER + '"JÃ¶rg Rabe",""\n'}).contacts[0].name == "JÃ¶rg Rabe"


@pytest.mark.parametrize("written", ["31.02.2014", "gestern", "9999-01-01"], ids=["D3", "D4", "D7"])
def test_a_date_that_cannot_be_is_unknown_and_said(written: str) -> None:
    export = extract({LIST: f'{HEADER}"Anna Muster","{written}"\n'})
    assert export.contacts[0].since is None
    assert any(note.startswith("date unknown") for row in export.ledger for note in row.notes)


def test_d1_dates_with_dots_are_day_first() -> None:
    assert extract({LIST: f'{HEADER}"Anna Muster","02.01.2014"\n'}).contacts[0].since == midnight(
        2014, 1, 2
    )


# Cards and tables


def test_cards_are_contacts_with_position_and_never_known_to_be_all() -> None:
    export = extract(
        {
            "Anna.vcf": card("Anna Muster", "Anna_Muster"),
            "Jörg.vcf": card("Jörg Rabe", "Joerg_Rabe2", "Owner"),
        }
    )
    assert [(contact.name, contact.position, contact.company) for contact in export.contacts] == [
        ("Anna Muster", "Leiterin", "Muster GmbH"),
        ("Jörg Rabe", "Owner", "Muster GmbH"),
    ]
    assert (export.variant, export.levels) == ("vCards", [Level("connections", 2, quality="cut")])


def test_cards_of_an_address_book_are_nobody_s_here() -> None:
    files = {
        "Anna.vcf": "BEGIN:VCARD\nFN:Anna\nURL:https://anna.example\nEND:VCARD\n",
        "x.csv": "Name,Datum\n",
    }
    assert Xing().identify(members(files)) == []


def test_a_photo_before_the_address_hides_nothing() -> None:
    text = card("Anna Muster", "Anna_Muster").replace(
        "URL:", f"PHOTO;ENCODING=b:{'A' * 20_000}\nURL:"
    )
    assert len(extract({"Anna.vcf": text}).contacts) == 1


def test_the_workbook_of_the_community_tool_tells_positions() -> None:
    export = extract(
        {
            "XingNetwork.xlsx": xlsx(
                {"Info": [["made by a tool"]], "Contacts": [TOOL, ANNA, JÖRG, [""] * 6]}
            )
        }
    )
    assert [(contact.name, contact.position, contact.company) for contact in export.contacts] == [
        ("Anna Muster", "Leiterin Einkauf", "Muster GmbH"),
        ("Jörg Rabe", "Geschäftsführer", "Rabe & Co"),
    ]
    assert (export.variant, export.levels) == ("table of contacts", [Level("connections", 2)])
    assert CANARY not in str(export)


def test_the_same_table_as_csv_is_the_same() -> None:
    text = "\n".join(",".join(row) for row in (TOOL, ANNA, JÖRG))
    sheet = extract({"XingNetwork.xlsx": xlsx({"Contacts": [TOOL, ANNA, JÖRG]})})
    assert extract({"kontakte.csv": text}).contacts == sheet.contacts


def test_a_row_of_the_workbook_without_a_name_is_skipped_by_its_place() -> None:
    export = extract(
        {"XingNetwork.xlsx": xlsx({"Contacts": [TOOL, ANNA, ["", "", "Rabe & Co", "", "", ""]]})}
    )
    assert export.ledger[0].examples == (("Contacts:3", "no name"),)


@pytest.mark.parametrize(
    "data", [xlsx({"Contacts": [["Name", "Ort"]]}), xlsx({"Contacts": [TOOL]})[:200], b"PK\3\4"]
)
def test_another_workbook_or_a_damaged_one_is_refused(data: bytes) -> None:
    export = extract({LIST: CONTACTS, "XingNetwork.xlsx": data})
    assert len(export.contacts) == 3 and len(export.notes) == 1


def test_a_list_is_whole_and_cards_and_tables_only_tell_more_about_it() -> None:
    cards = card("Kai Fremd", "Kai_Fremd", "Student") + card("Wer Anders", "Wer_Anders")
    export = extract(
        bundle()
        | {"Kontakte.vcf": cards, "XingNetwork.xlsx": xlsx({"Contacts": [TOOL, ANNA, JÖRG]})}
    )
    assert [contact.position for contact in export.contacts] == [
        "Leiterin Einkauf",
        "Geschäftsführer",
        "Student",
    ]
    assert export.contacts[0].since == midnight(2014, 6, 20) + 7 * 3600
    assert export.levels == [Level("connections", 3)]
    assert export.variant == "data export with other lists"
    assert reasons(export) == {"notes on contacts, not used": 1, "not in the list of contacts": 1}


def test_a_name_that_two_contacts_share_is_told_nothing() -> None:
    rows = '"Anna Muster","2014-06-20"\n"Anna Muster","2019-06-20"\n'
    export = extract({LIST: HEADER + rows, "Anna.vcf": card("Anna Muster", "Anna_Muster")})
    assert {contact.position for contact in export.contacts} == {""}
    assert reasons(export) == {"several contacts of this name": 1}


def test_a_damaged_copy_takes_nothing_from_the_good_one() -> None:
    damaged = CONTACTS.encode() + b'"' + b"x" * 2_000_000
    export = extract({"a.csv": damaged, "b.csv": CONTACTS, "Anna.vcf": card("Anna Muster", "a")})
    assert export.levels == [Level("connections", 3, quality="cut")]
    assert export.contacts[0].position == "Leiterin"


def test_an_empty_list_leaves_the_number_to_the_cards() -> None:
    export = extract({LIST: HEADER, "Anna.vcf": card("Anna Muster", "Anna_Muster")})
    assert export.levels == [Level("connections", 1, quality="cut")]
    assert extract({LIST: HEADER}).levels == [Level("connections", 0)]


def test_a_list_that_is_all_damaged_says_no_number() -> None:
    assert extract({LIST: HEADER + ',"2014-06-20"\n'}).levels == []
    assert extract({NOTES: bundle()[NOTES]}).levels == []


# Any input


@settings(deadline=None, derandomize=True, max_examples=40)
@given(st.sampled_from([LIST, NOTES, "Anna.vcf", "kontakte.csv", "XingNetwork.xlsx"]), st.data())
def test_any_damage_gives_a_result_or_a_klout_error(name: str, data: st.DataObject) -> None:
    files: dict[str, str | bytes] = {
        LIST: CONTACTS,
        NOTES: bundle()[NOTES],
        "Anna.vcf": card("Anna Muster", "Anna_Muster"),
        "kontakte.csv": CONTACTS,
        "XingNetwork.xlsx": xlsx({"Contacts": [TOOL, ANNA]}),
    }
    whole = files[name]
    plain = whole.encode() if isinstance(whole, str) else whole
    start = data.draw(st.integers(0, len(plain)))
    end = data.draw(st.integers(start, len(plain)))
    try:
        extract({**files, name: plain[:start] + data.draw(st.binary(max_size=30)) + plain[end:]})
    except KloutError:
        return


CELLS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=8) | st.sampled_from(
    ["Anna", "2014-06-20 07:00:00 UTC", '"', "\n"]
)


@settings(deadline=None, derandomize=True, max_examples=40)
@given(st.lists(st.lists(CELLS, min_size=1, max_size=3), max_size=6))
def test_contacts_are_as_many_as_are_counted(rows: list[list[str]]) -> None:
    export = extract({LIST: HEADER + "\n".join(",".join(row) for row in rows)})
    keys = [contact.key for contact in export.contacts]
    assert len(keys) == len(set(keys)) == sum(row.used for row in export.ledger)


# The shape in the wild


def test_a_zip_is_read_without_its_messages(tmp_path: Path) -> None:
    (container,) = open_container(write_zip(tmp_path / "x.zip", bundle()))
    assert inputs.read_one(
        Xing(), *(member for member in container.members if not member.private)
    ).levels == [Level("connections", 3)]


@pytest.mark.skipif(not FIXTURES.is_dir(), reason="the shared fixtures are not on this machine")
def test_fixture() -> None:
    (container,) = open_container(FIXTURES / "synthetic_seed")
    export = inputs.read_one(
        Xing(), *(member for member in container.members if not member.private)
    )
    assert export.variant == "data export with other lists"
    assert [(contact.name, contact.position) for contact in export.contacts] == [
        ("Anna Muster", "Leiterin"),
        ("Jörg Müller", ""),
    ]
    assert export.levels == [Level("connections", 2)]
