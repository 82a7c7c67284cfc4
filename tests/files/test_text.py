import codecs
import encodings.aliases
import io

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from klout_cli.errors import InputError
from klout_cli.files.container import Member
from klout_cli.files.intake import Intake
from klout_cli.files.limits import Limits
from klout_cli.files.text import BLOCK, fold, lines, repair_meta

GERMAN = "Gefällt mir;Köln – 5 €\nJörg;Straße\n"


def member(data: bytes) -> Member:
    return Member("export", "a.csv", len(data), lambda: io.BytesIO(data))


def read(data: bytes, encoding: str = "") -> tuple[list[str], dict[str, int]]:
    intake = Intake("a.csv")
    return list(lines(member(data), intake, encoding)), dict(intake.notes)


@pytest.mark.parametrize(
    "data",
    [
        GERMAN.encode(),
        codecs.BOM_UTF8 + GERMAN.encode(),
        codecs.BOM_UTF16_LE + GERMAN.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + GERMAN.encode("utf-16-be"),
        GERMAN.encode("utf-16-le"),
        GERMAN.encode("utf-16-be"),
    ],
    ids=["utf-8", "N1-bom", "N2-le", "N2-be", "N3-le-without-bom", "N3-be-without-bom"],
)
def test_encodings_are_told_without_a_word(data: bytes) -> None:
    assert read(data) == (GERMAN.splitlines(keepends=True), {})


def test_windows_1252_is_read_and_said_N4() -> None:
    assert read(GERMAN.encode("cp1252")) == (
        GERMAN.splitlines(keepends=True),
        {"read as Windows-1252 (--encoding if that is wrong)": 1},
    )


def test_windows_1252_whose_only_letter_is_the_last_byte_N4() -> None:
    assert read("Café".encode("cp1252"))[0] == ["Café"]


@pytest.mark.parametrize("before", [0, 1, 3 * BLOCK - 1, 3 * BLOCK + 1])
def test_the_first_letter_that_is_not_ascii_decides_wherever_it_stands_N4(before: int) -> None:
    ascii_lines = ("x" * 99 + "\n") * (before // 100) + "x" * (before % 100)
    for encoding in ("utf-8", "cp1252"):
        assert "".join(read((ascii_lines + GERMAN).encode(encoding))[0]) == ascii_lines + GERMAN


def test_one_bad_byte_costs_one_character_and_its_line_is_named_N5() -> None:
    data = GERMAN.encode() * 600 + b"J\xf6rg\n" + GERMAN.encode()
    found, notes = read(data)
    assert found[1200] == "J\ufffdrg\n"
    assert found[1201:] == GERMAN.splitlines(keepends=True)
    assert notes == {"undecodable bytes replaced, first in line 1,201": 1}


def test_bad_bytes_of_many_blocks_are_one_note_N5() -> None:
    line = "Jörg, Köln".encode() + b"\xff" + b"x" * 1000 + b"\n"
    _, notes = read(line * (2 * BLOCK // 1000))
    assert notes == {"undecodable bytes replaced, first in line 1": 2 * BLOCK // 1000}


@pytest.mark.parametrize(
    "text",
    ["caf\u00e9", "50 \u20ac \u00e4", "plain", "\u00c3\u00b6 and \u00f6"],
    ids=["N6-cafe", "N6-euro", "ascii", "N7-mixed"],
)
def test_text_that_is_not_doubly_encoded_stays(text: str) -> None:
    assert repair_meta(text) == text


def test_double_encoding_is_undone_N6() -> None:
    assert repair_meta("J\u00c3\u00b6rg") == "Jörg"


def test_nuls_are_replaced_and_counted_N9() -> None:
    assert read(b"a;b\nx\0y;" + b"z" * 40 + b"\n") == (
        ["a;b\n", "x\ufffdy;" + "z" * 40 + "\n"],
        {"NUL characters replaced, first in line 2": 1},
    )


@pytest.mark.parametrize("one", ["Jörg", "JÖRG", "J\u00adörg\ufeff", " jörg\u00a0", "jo\u0308rg"])
def test_names_fold_alike_however_they_are_encoded_N10(one: str) -> None:
    assert fold(one) == "jörg"


@pytest.mark.parametrize(
    "data",
    [
        bytes(range(256)) * 20,
        b"\x89PNG\r\n\x1a\n" + bytes(500),
        "Anna;Straße\n".encode("cp500") * 9,
    ],
    ids=["bytes", "png", "ebcdic"],
)
def test_what_is_no_text_is_refused_N11(data: bytes) -> None:
    with pytest.raises(InputError, match="this is not text"):
        read(data)


def test_line_ends_of_every_kind_and_no_others_C11() -> None:
    assert read("a\rb\r\nc\nd\u2028e\x0bf\x0cg\x85h".encode())[0] == [
        "a\r",
        "b\r\n",
        "c\n",
        "d\u2028e\x0bf\x0cg\x85h",
    ]


@pytest.mark.parametrize("shift", range(4))
def test_a_line_end_between_two_blocks_stays_one(shift: int) -> None:
    data = b"x" * (BLOCK - shift) + b"\r\ny\rz\n"
    assert read(data)[0] == ["x" * (BLOCK - shift) + "\r\n", "y\r", "z\n"]


def test_a_line_over_16_mb_is_refused() -> None:
    with pytest.raises(InputError, match="a line is over 16 MB"):
        read(b"x" * (Limits().line + 2 * BLOCK))


def test_the_longest_line_is_a_setting() -> None:
    long = member(b"x" * (2 * BLOCK))
    long.limits = Limits(line=BLOCK - 1)
    with pytest.raises(InputError, match=r"a line is over 262\.1 kB"):
        list(lines(long, Intake("a.csv")))
    long.limits = Limits(line=2 * BLOCK)
    assert list(lines(long, Intake("a.csv"))) == ["x" * (2 * BLOCK)]


ESCAPES = ["utf-7", "U7", "unicode_escape", "raw-unicode-escape", "punycode", "idna", "undefined"]
NOT_TEXT = ["hex", "rot13", "base64", "zlib", "bz2", "uu", "quopri"]


@pytest.mark.parametrize("encoding", ["klingon", "utf-8\0", "utf-16", *ESCAPES, *NOT_TEXT])
def test_an_encoding_that_does_not_exist_or_fit_is_named(encoding: str) -> None:
    with pytest.raises(InputError, match="can't be read as"):
        read(b"a\n", encoding)


@pytest.mark.parametrize("encoding", sorted(set(encodings.aliases.aliases.values())))
def test_n8_no_encoding_makes_lone_surrogates(encoding: str) -> None:
    data = b"+2AA- \\ud800 \xed\xa0\x80 \xd8\x00 \x00\xd8\x00\x00 \x83\x36\xc7\x36 xn--ls8h "
    for text in (data, data.decode("latin-1").encode("utf-16", "replace"), bytes(range(256))):
        try:
            found = "".join(
                read(b"date,likes,text of posts, long enough\n" * 9 + text, encoding)[0]
            )
        except InputError:
            continue
        assert found.encode()


@pytest.mark.parametrize(
    "encoding", ["cp1252", "latin-1", "ISO-8859-15", "mac_roman", "utf-8", "utf_8_sig", "cp850"]
)
def test_encodings_of_european_tables_are_read(encoding: str) -> None:
    assert read("Jörg".encode(encoding), encoding)[0] == ["Jörg"]


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("shift_jis", "日本"),
        ("gb18030", "中文"),
        ("big5", "中文"),
        ("euc_kr", "한국"),
        ("koi8-r", "мир"),
        ("iso2022_jp", "日本"),
        ("utf-32-le", "Jörg"),
        ("tis-620", "ไทย"),
    ],
)
def test_encodings_of_other_scripts_are_read(encoding: str, text: str) -> None:
    assert read((text + "\n").encode(encoding), encoding)[0] == [text + "\n"]


def test_a_stated_encoding_wins() -> None:
    assert read("Jörg".encode("mac_roman"), "mac_roman") == (["Jörg"], {})


def test_an_empty_file_has_no_lines_C1() -> None:
    assert read(b"") == ([], {})


@settings(deadline=None, derandomize=True, max_examples=60)
@example(b"\x00\xd8", "utf-16")
@given(st.binary(max_size=400), st.sampled_from(["", "utf-8", "utf-16", "cp1252"]))
def test_any_bytes_are_lines_or_refused(data: bytes, encoding: str) -> None:
    try:
        found, _ = read(data, encoding)
    except InputError:
        return
    assert "\0" not in "".join(found)
    assert all(line.rstrip("\r\n").count("\n") == 0 for line in found)


@settings(deadline=None, derandomize=True, max_examples=60)
@given(
    st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=200),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
)
def test_text_comes_back_as_it_was(text: str, encoding: str) -> None:
    assert "".join(
        read(text.encode(encoding), "" if encoding != "utf-16" else encoding)[0]
    ) == text.removeprefix("\ufeff")


@settings(deadline=None, derandomize=True, max_examples=60)
@given(st.text(max_size=50))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)
