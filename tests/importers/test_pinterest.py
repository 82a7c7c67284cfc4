import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from klout_cli.files.container import open_container
from klout_cli.importers.pinterest import Pinterest
from klout_cli.person.rows import Export
from klout_cli.values.dates import midnight
from tests.importers import inputs
from tests.importers.inputs import FIXTURES

SETTINGS = settings(deadline=None, derandomize=True, max_examples=40)
AT = midnight(2026, 1, 10) + 9 * 3600 + 30 * 60 + 1
ADDRESS = "203.0.113.77"


def pin(name: str = "111", when: str = "2026/01/10 09:30:01", **more: str) -> str:
    fields = {
        "Title": "Kaffee &amp; Kuchen",
        "Details": "No data",
        "Image": "abc",
        "Board Name": "Backen",
        "Ip Address": ADDRESS,
    }
    fields |= {
        "Username": "Mia",
        "Canonical Link": '<a href="https://mia.example">https://mia.example</a>',
    }
    fields |= {"Created at": when, "Alive": "True", "Is a repin": "False", "Private": "False"}
    fields |= {key.replace("_", " "): value for key, value in more.items()}
    address = f"https://www.pinterest.com/pin/{name}/"
    return (
        f'<a href="{address}">{address}</a>\n'
        + ",\n".join(f"<br>{key}: {value}" for key, value in fields.items())
        + "<br><br>\n"
    )


def page(*pins: str, after: str = "") -> str:
    return f'<div id="contents"><h1 id=y1bkd>Pins</h1>\n{"".join(pins)}<h1 id=1>Boards</h1>\n{after}</div>'


def read(text: str | bytes, name: str = "index.html") -> list[Export]:
    return inputs.read(Pinterest(), {name: text})


def one(text: str | bytes) -> Export:
    (export,) = read(text)
    return export


def test_an_export() -> None:
    export = one(page(pin()))
    assert (export.network, export.handle, export.variant, export.exported_at) == (
        "other",
        "Pinterest/mia",
        "data export",
        AT,
    )
    assert (export.owner.id, export.owner.personal) == ("mia", False)
    (found,) = export.posts
    assert (found.id, found.at, found.kind, found.public) == ("111", AT, "original", True)
    assert (found.text, found.url) == (
        "Kaffee & Kuchen Backen",
        "https://www.pinterest.com/pin/111/",
    )
    assert {found.likes, found.comments, found.shares, found.saves} == {
        None
    } and ADDRESS not in repr(export)
    assert any("no benchmarks" in note for note in export.notes)


@pytest.mark.parametrize(
    ("more", "kind", "public"),
    [
        ({"Is_a_repin": "True"}, "repost", True),
        ({"Private": "True"}, "original", False),
        ({"Alive": "False"}, "original", False),
    ],
    ids=["repin", "private", "deleted"],
)
def test_repins_and_what_nobody_sees_are_no_posts(
    more: dict[str, str], kind: str, public: bool
) -> None:
    (found,) = one(page(pin(**more))).posts
    assert (found.kind, found.public) == (kind, public)


def test_details_may_go_over_lines_and_hold_commas() -> None:
    assert (
        one(page(pin(Details="Mehl, Eier:\nalles, gut"))).posts[0].text
        == "Kaffee & Kuchen Mehl, Eier: alles, gut Backen"
    )


def test_other_sections_are_not_read() -> None:
    export = one(
        page(
            pin(),
            pin("222"),
            after="<a href='https://www.pinterest.com/mia/backen/'>x</a><br>Name: Backen",
        )
    )
    assert [found.id for found in export.posts] == ["111", "222"]


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        (pin("222", "gestern"), "not a date"),
        (pin("222", "2044/01/01 00:00:00"), "date in the future"),
        (pin("222", "No data"), "no date"),
        (pin("111"), "same pin twice"),
    ],
    ids=["D4", "D7", "no date", "twice"],
)
def test_bad_pins_are_skipped_and_counted(bad: str, reason: str) -> None:
    export = one(page(pin(), bad))
    assert len(export.posts) == 1 and export.ledger[0].reasons == {reason: 1}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (page(), "index.html"),
        (page(pin()), "index.txt"),
        ("", "index.html"),
        (f"<p>{pin()}</p>", "blog.html"),
    ],
    ids=["no pins", "other ending", "empty", "a page that links to a pin"],
)
def test_what_is_no_export_is_not_claimed(text: str, name: str) -> None:
    assert read(text, name) == []


@pytest.mark.skipif(not FIXTURES.exists(), reason="no fixtures here")
def test_every_fixture_is_read() -> None:
    (container,) = open_container(FIXTURES / "pinterest/ChowSinWon__pinterest-export-parser")
    export = inputs.read_one(Pinterest(), *container.members)
    assert (export.handle, [found.kind for found in export.posts], export.ledger[0].skipped) == (
        "Pinterest/me",
        ["repost"],
        0,
    )


@SETTINGS
@given(
    st.lists(
        st.tuples(
            st.integers(0, 900),
            st.integers(0, 40),
            st.sampled_from(["<br>", "<h1>", "</div>", ": ", "\0", "é", '"', ""]),
        ),
        max_size=4,
    )
)
def test_any_mutation_is_counted_or_refused(changes: list[tuple[int, int, str]]) -> None:
    text = page(pin(), pin("222"))
    for place, length, piece in changes:
        text = text[:place] + piece + text[place + length :]
    read(text)


@SETTINGS
@given(st.binary(max_size=200))
def test_any_bytes_are_counted_or_refused(data: bytes) -> None:
    read(page(pin()).encode() + data)
    read(data)
