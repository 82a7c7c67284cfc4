import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from klout_cli.importers.accounts_table import NO_POSTS, AccountsTable
from klout_cli.person.rows import Export, Level, Owner, Totals
from tests.importers.inputs import extract, ledger, member

HEADER = "person,network,account,followers,following,posts,likes,comments,shares,responders,endorsements,standing,reciprocity,consent\n"


def read(text: str | bytes, **reading: object) -> list[Export]:
    return extract(AccountsTable(), [member(text)], **reading)


def row(**cells: str) -> str:
    return ",".join(f'"{cells.get(name, "")}"' for name in HEADER.strip().split(",")) + "\n"


def reasons(text: str | bytes) -> dict[str, int]:
    return dict(ledger(*read(text)).reasons)


def test_every_column_of_the_interface():
    (export,) = read(
        HEADER + "Erika Beispiel,Twitter,@erika_b,1204,900,20,40,5,6,17,14,2.75,0.5,yes\n"
    )
    assert (export.network, export.handle, export.owner, export.exported_at) == (
        "x",
        "erika_b",
        Owner(name="Erika Beispiel"),
        None,
    )
    assert export.levels == [
        Level("followers", 1204, quality="manual"),
        Level("following", 900, quality="manual"),
    ]
    assert export.totals == Totals(
        posts=20,
        likes=40,
        comments=5,
        shares=6,
        responders=17,
        endorsements=14,
        standing=2.75,
        reciprocity=0.5,
    )


def test_blank_is_unknown_and_the_network_defaults_to_other():
    (export,) = read(HEADER + row(person="Erika"))
    assert (export.network, export.handle, export.levels, export.totals) == (
        "other",
        "kept",
        [],
        Totals(),
    )


def test_every_row_is_an_export_and_the_file_has_one_ledger():
    exports = read(
        HEADER
        + row(person="Erika", network="x", followers="5")
        + row(person="Anna", network="XING", followers="7")
    )
    assert [(export.owner.name, export.network, export.handle) for export in exports] == [
        ("Erika", "x", "x"),
        ("Anna", "xing", "xing"),
    ]
    assert ledger(*exports).used == 2


def test_reactions_without_posts_are_noted():
    text = HEADER + row(person="A", posts="0", responders="7") + row(person="B", posts="0")
    assert dict(ledger(read(text)[0]).notes) == {NO_POSTS: 1}


def test_german_headers_and_numbers():
    text = "Mitarbeiterin;Netzwerk;Konto;Follower;Beiträge;Gefällt mir;Ansehen;Gegenseitigkeit;Einwilligung\n"
    text += "Erika;Facebook;;1.204;12;1,2 Tsd.;2,75;50 %;ja\n"
    (export,) = read(text)
    assert (export.network, export.levels[0].value) == ("facebook_page", 1204)
    assert export.totals == Totals(posts=12, likes=1200, standing=2.75, reciprocity=0.5)
    assert read(text.encode("cp1252"))[0].owner.name == "Erika"


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        pytest.param({"followers": "-4"}, "negative count", id="Q6"),
        pytest.param({"likes": "NaN"}, "not a number", id="Q7"),
        pytest.param({"followers": "9" * 19}, "more than 18 digits", id="Q8"),
        pytest.param({"followers": "true"}, "not a number", id="Q9"),
        pytest.param({"posts": "1_000"}, "not a number", id="Q10"),
        pytest.param({"standing": "6.5"}, "standing outside 0 to 6", id="standing"),
        pytest.param({"reciprocity": "1.5"}, "reciprocity outside 0 to 1", id="reciprocity"),
        pytest.param({"consent": "perhaps"}, "consent is not yes, no or a date", id="consent"),
        pytest.param({"person": "Summe", "followers": "99"}, "looks like a total", id="C16"),
    ],
)
def test_bad_rows_are_skipped_by_line_and_reason(cells, reason):
    exports = read(
        HEADER
        + row(person="Anna", network="x", followers="5")
        + row(**({"person": "Erika", "network": "x"} | cells))
    )
    assert [export.owner.name for export in exports] == ["Anna"]
    assert ledger(*exports).reasons == {reason: 1}
    assert ledger(*exports).examples == (("3", reason),)


@pytest.mark.parametrize("blank", ["", "-", "n/a", "k. A.", "#NV"])
def test_q11_stated_blanks_are_unknown(blank):
    (export,) = read(
        HEADER + row(person="Erika", network="x", followers=blank, standing=blank, consent=blank)
    )
    assert (export.levels, export.totals) == ([], Totals())


@pytest.mark.parametrize("handle", ["NA", "null", "None", "nan", "-1", "0001"])
def test_q14_handles_are_text(handle):
    assert read(HEADER + row(network="x", account=handle))[0].handle == handle


def test_q15_percent_and_plain_numbers_in_one_column_are_refused():
    exports = read(
        HEADER + row(person="Erika", reciprocity="50 %") + row(person="Anna", reciprocity="0.5")
    )
    assert exports[0].totals is None
    assert "percent and plain numbers in one column: reciprocity" in exports[0].notes[0]


@pytest.mark.parametrize(
    ("cells", "value"), [(["2.345"], 2.345), (["2,345"], 2.345), (["2,5", "2,345"], 2.345)]
)
def test_q2_a_lone_mark_in_a_rate_is_a_decimal_one(cells, value):
    exports = read(
        HEADER
        + "".join(
            row(network="x", account=f"nr{at}", standing=cell) for at, cell in enumerate(cells)
        )
    )
    assert exports[-1].totals == Totals(standing=value)


@pytest.mark.parametrize("answer", ["yes", "Ja", "TRUE", "2025-05-01", "01.05.2025", ""])
def test_consent_given_or_not_asked(answer):
    assert len(read(HEADER + row(person="Erika", network="x", consent=answer))) == 1


@pytest.mark.parametrize("answer", ["no", "Nein", "FALSE", "0", "widerrufen"])
def test_consent_refused_in_one_row_leaves_the_person_out(answer):
    rows = [
        row(person="Erika", network="x"),
        row(person="ERIKA ", network="xing", consent=answer),
        row(person="Anna", network="x", consent="yes"),
    ]
    exports = read(HEADER + "".join(rows))
    assert [export.owner.name for export in exports] == ["Anna"]
    assert ledger(*exports).reasons == {"no consent": 2}


def test_one_account_in_two_rows_counts_once():
    exports = read(
        HEADER
        + row(person="Erika", network="x", account="@Erika_B")
        + row(person="erika", network="Twitter", account="erika_b")
    )
    assert [export.owner.name for export in exports] == ["Erika"]
    assert ledger(*exports).examples == (("3", "same account twice"),)


def test_consent_refused_without_a_person_leaves_the_row_out():
    assert reasons(
        HEADER + row(network="x", consent="no") + row(network="xing", followers="3")
    ) == {"no consent": 1}


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        pytest.param("", {"the file is empty": 1}, id="C1"),
        pytest.param(HEADER, {}, id="C2"),
        pytest.param(
            HEADER.strip() + ",more\nErika,x,,5,,,,,,,,,,,,too much\n",
            {"more cells than the header": 1},
            id="C6",
        ),
        pytest.param("person,followers,likes\nErika\n", {}, id="C8"),
        pytest.param('person,followers,likes\n"Erika,5,1\n', {"unterminated quote": 1}, id="C9"),
        pytest.param(
            "person,likes,followers,Followers\nErika,1,5,6\n",
            {"two columns for followers: 'followers'": 1},
            id="C12",
        ),
    ],
)
def test_structures(text, reason):
    assert reasons(text) == reason


def test_identify():
    claimed = AccountsTable().identify(
        [
            member(HEADER),
            member("date,likes,followers,network\n"),
            member("name,followers,reputation\n"),
        ]
    )
    assert [len(export) for export in claimed] == [1]


CELLS = st.one_of(
    st.sampled_from(["", "Erika", "x", "5", "1.234", "0,5", "no", "50 %", "-", "01.02.2025"]),
    st.text(max_size=6),
)


@settings(deadline=None, derandomize=True, max_examples=60)
@given(st.lists(st.lists(CELLS, max_size=15), max_size=8), st.sampled_from(",;\t"))
def test_any_table_gives_accounts_or_reasons(rows, delimiter):
    exports = read(
        HEADER.replace(",", delimiter) + "\n".join(delimiter.join(cells) for cells in rows)
    )
    assert ledger(*exports).used == sum(export.totals is not None for export in exports)


@settings(deadline=None, derandomize=True, max_examples=40)
@given(st.binary(max_size=300), st.integers(0, 150))
def test_any_bytes_give_accounts_or_reasons(data, cut):
    ledger(*read(data))
    ledger(*read(HEADER.encode()[:cut] + data))
