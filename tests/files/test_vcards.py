import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from klout_cli.errors import InputError, KloutError
from klout_cli.files.intake import Bad, Intake
from klout_cli.files.vcards import ENDLESS, Card, cards
from tests.importers.inputs import member


def read(text: str | bytes) -> list[tuple[int, Card | Bad]]:
    return list(cards(member(text, "people.vcf"), Intake("people.vcf")))


def test_a_card_tells_name_company_position_and_addresses() -> None:
    text = (
        "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Muster;Anna;;Dr.;\r\nFN:Anna Muster\r\nORG:Muster GmbH;Einkauf\r\nTITLE:Leiterin\r\n"
        "item1.URL;type=pref:https://www.xing.com/profile/Anna_Muster\r\nurl:https://anna.example\r\nEND:VCARD\r\n"
    )
    urls = ("https://www.xing.com/profile/Anna_Muster", "https://anna.example")
    assert read(text) == [(1, Card("Anna Muster", "Muster GmbH", "Leiterin", urls))]


def test_without_a_formatted_name_the_parts_make_it() -> None:
    assert read("BEGIN:VCARD\nN:Rabe;Jörg\nEND:VCARD\n") == [(1, Card("Jörg Rabe"))]


def test_escapes_and_folded_lines_are_undone() -> None:
    text = "BEGIN:VCARD\nFN:Anna\n  Mus\n\tter\\, MBA\nORG:Rabe\\; Söhne\\\\Co;x\nTITLE:Head\\nof Design\nEND:VCARD"
    assert read(text) == [(1, Card("Anna Muster, MBA", "Rabe; Söhne\\Co", "Head of Design"))]


def test_several_cards_keep_their_lines() -> None:
    text = "BEGIN:VCARD\nFN:A\nEND:VCARD\n\nBEGIN:VCARD\nFN:B\nEND:VCARD\n"
    assert [(line, card.name) for line, card in read(text) if isinstance(card, Card)] == [
        (1, "A"),
        (5, "B"),
    ]


def test_cards_that_do_not_end_are_bad_and_the_others_good() -> None:
    text = "BEGIN:VCARD\nFN:A\nBEGIN:VCARD\nFN:B\nEND:VCARD\nBEGIN:VCARD\nFN:C\n"
    assert read(text) == [(1, ENDLESS), (3, Card("B")), (6, ENDLESS)]


@pytest.mark.parametrize("text", ["", "FN:Nobody\n", "\n\n"])
def test_a_file_without_a_card_is_refused(text: str) -> None:
    with pytest.raises(InputError, match="no contact"):
        read(text)


def test_n2_utf_16_is_read() -> None:
    assert read("BEGIN:VCARD\nFN:Jörg\nEND:VCARD\n".encode("utf-16")) == [(1, Card("Jörg"))]


PIECES = st.sampled_from(
    [
        "BEGIN:VCARD",
        "END:VCARD",
        "FN:A",
        "N:",
        "N:;;",
        "ORG:;",
        "URL",
        ":",
        " x",
        "TITLE:\\",
        "\\",
        ";",
        "\n",
        "\r\n",
        "\n ",
    ]
)


@settings(deadline=None, derandomize=True, max_examples=40)
@given(st.lists(PIECES | st.text(max_size=5), max_size=20))
def test_any_text_gives_cards_or_a_klout_error(pieces: list[str]) -> None:
    try:
        found = read("".join(pieces).encode("utf-8", "replace"))
    except KloutError:
        return
    assert all(isinstance(card, Card | Bad) for _, card in found)
