import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from klout_cli.importers.accounts_table import ContactsTable
from klout_cli.person.rows import Contact, Export
from tests.importers.inputs import extract, ledger, member

HEADER = "name,account,network,followers,reputation,expertise\n"


def read(text: str | bytes, **reading: object) -> list[Export]:
    return extract(ContactsTable(), [member(text)], **reading)


def test_every_column_of_the_interface():
    exports = read(
        HEADER + 'Anna Muster,@anna_m,X,1204,63.5,"rede, krise"\nJörg Probe,,LinkedIn,,70,\n'
    )
    assert [(export.network, export.contacts) for export in exports] == [
        ("linkedin", [Contact("Jörg Probe", "Jörg Probe", reputation=70.0)]),
        (
            "x",
            [
                Contact(
                    "anna_m",
                    "Anna Muster",
                    followers=1204,
                    reputation=63.5,
                    expertise="rede, krise",
                )
            ],
        ),
    ]
    assert ledger(*exports).used == 2
    assert not any(export.posts or export.levels or export.totals for export in exports)


def test_a_name_or_a_handle_is_enough_and_the_network_may_be_unknown():
    (export,) = read("handle;Ruf;Fachgebiet\nanna_m;62,5;Medien\n")
    assert (export.network, export.contacts) == (
        "other",
        [Contact("anna_m", reputation=62.5, expertise="Medien")],
    )
    assert read("name,followers\nAnna Muster,5\n")[0].contacts == [
        Contact("Anna Muster", "Anna Muster", followers=5)
    ]


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        (",,x,5,,", "no name and no handle"),
        ("Anna,,x,-5,,", "negative count"),
        ("Anna,,x,5,101,", "reputation outside 0 to 100"),
        ("Anna,,x,5,-1,", "reputation outside 0 to 100"),
        ("Anna,,x,5,good,", "not a number"),
        ("Summe,,,5,,", "looks like a total"),
        ("Anna,,x,5,,,,too much", "more cells than the header"),
    ],
)
def test_bad_rows_are_skipped_by_line_and_reason(cells, reason):
    exports = read(HEADER + f"Jörg,,x,1,,\n{cells}\n")
    assert [len(export.contacts) for export in exports] == [1]
    assert ledger(*exports).examples == (("3", reason),)


def test_c12_two_columns_of_one_name_are_refused():
    (export,) = read("name,Name,reputation\na,b,5\n")
    assert export.contacts == []
    assert "two columns for name" in export.notes[0]


@pytest.mark.parametrize("handle", ["NA", "null", "None", "nan", "-1", "0001"])
def test_q14_handles_are_text(handle):
    assert read(f"handle,reputation\n{handle},5\n")[0].contacts[0].key == handle


def test_c1_c2_empty_and_header_only():
    assert ledger(*read("")).reasons == {"the file is empty": 1}
    assert ledger(*read(HEADER)).read == 0


def test_identify():
    assert (
        len(
            ContactsTable().identify(
                [
                    member(HEADER),
                    member("date,name,followers\n"),
                    member("First Name,Last Name,Followers\n"),
                ]
            )
        )
        == 1
    )


@settings(deadline=None, derandomize=True, max_examples=60)
@given(
    st.lists(
        st.lists(
            st.one_of(
                st.sampled_from(["", "Anna", "x", "5", "62,5", "80 %", "Summe"]),
                st.text(max_size=6),
            ),
            max_size=7,
        ),
        max_size=8,
    ),
    st.binary(max_size=200),
)
def test_any_table_gives_contacts_or_reasons(rows, data):
    exports = read(HEADER + "\n".join(",".join(cells) for cells in rows))
    assert ledger(*exports).used == sum(len(export.contacts) for export in exports)
    ledger(*read(HEADER.encode() + data))
