import io
import json
import subprocess
import sys
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from klout_cli.errors import InputError
from klout_cli.files import json_pieces
from klout_cli.files.container import Member
from klout_cli.files.intake import Bad, Intake
from klout_cli.files.json_items import document, items, keyed
from klout_cli.files.json_text import TWICE
from klout_cli.files.limits import Limits


class Thing(msgspec.Struct):
    id: str | int | None = None
    text: str = ""
    things: list[dict[str, Any]] = []


def member(data: bytes) -> Member:
    return Member("x.zip", "data/things.js", len(data), lambda: io.BytesIO(data))


def read(data: bytes, kind: type[Any] = Thing) -> list[Any]:
    return [item for _, item in items(member(data), kind, Intake("things.js"))]


def many(count: int, **fields: Any) -> list[dict[str, Any]]:
    return [
        {
            "id": str(number),
            "text": 'Käse }, { "id" : [',
            "things": [{"id": 1}, {"id": 2}],
            **fields,
        }
        for number in range(count)
    ]


@pytest.fixture
def small_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pieces of 200 bytes, so that small arrays are cut as large ones are."""
    monkeypatch.setattr(json_pieces, "PIECE", 200)


@pytest.mark.parametrize(
    "layout",
    [
        {"indent": 2},
        {"indent": None},
        {"separators": (",", ":")},
        {"indent": 2, "separators": (",", " : ")},
    ],
)
def test_j12_a_large_array_is_cut_between_its_items(
    small_pieces: None, layout: dict[str, Any]
) -> None:
    things = many(100)
    found = read(json.dumps(things, ensure_ascii=False, **layout).encode())
    assert [item.id for item in found] == [str(number) for number in range(100)]
    assert all(item.text == things[0]["text"] for item in found)


def test_j12_items_may_begin_differently(small_pieces: None) -> None:
    things = [
        thing if number % 3 else {"text": "a", "id": thing["id"]}
        for number, thing in enumerate(many(100))
    ]
    assert [item.id for item in read(json.dumps(things).encode())] == [
        str(number) for number in range(100)
    ]


def test_j12_items_that_are_no_objects(small_pieces: None) -> None:
    assert read(json.dumps([f"a, ]{number}" for number in range(200)]).encode(), str) == [
        f"a, ]{number}" for number in range(200)
    ]


def test_j12_an_item_longer_than_a_piece(small_pieces: None) -> None:
    things = [
        {"id": "1", "text": "lang, " * 500},
        {"id": "2", "things": [{"id": "3"}] * 300},
        {"id": "4"},
    ]
    assert [item.id for item in read(json.dumps(things).encode())] == ["1", "2", "4"]


def test_j12_one_endless_item_is_refused(
    small_pieces: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(json_pieces, "LONGEST", 1_000)
    with pytest.raises(InputError, match="larger than 64 MB"):
        read(json.dumps([{"id": "1", "text": "a" * 5_000}]).encode())


def test_j4_a_fault_in_the_first_megabytes_is_found_before_any_item_is_used(
    small_pieces: None,
) -> None:
    whole = json.dumps(many(100)).replace('"id": "0"', '"id": "0", "id": "0"').encode()
    for size, some in ((150, False), (5_000, True)):
        intake, used = Intake("things.js"), list[int]()
        with pytest.raises(InputError, match="ends in the middle"):
            used.extend(number for number, _ in items(member(whole[:size]), Thing, intake))
        assert (bool(used), TWICE in intake.notes) == (some, some)


@pytest.mark.parametrize(
    "prefix",
    [
        "window.YTD.tweets.part0 = ",
        "Grailbird.data.tweets_2016_05 = \n",
        "var user_details =  ",
        "\ufeffwindow.a=",
        "",
    ],
)
def test_j1_a_script_prefix_is_cut(prefix: str) -> None:
    data = prefix.encode() + b'[ {"id" : "1"} ]'
    assert [item.id for item in read(data)] == ["1"]
    found = document(member(data), list[Thing], Intake(""))
    assert found is not None and found[0].id == "1"


@pytest.mark.parametrize(
    "deep", [b"[" * 100_000, b'[{"id":"1"},{"other":' + b"[" * 100_000 + b"]" * 100_000 + b"}]"]
)
def test_j2_too_deep_is_refused(deep: bytes) -> None:
    with pytest.raises(InputError, match="nested too deep"):
        read(deep)
    with pytest.raises(InputError, match="nested too deep"):
        document(member(deep), list[Any], Intake(""))


def nested(depth: int) -> str:
    text = "1"
    for number in range(depth):
        text = f"[{text}]" if number % 2 else f'{{"a": {text}}}'
    return text


@pytest.mark.parametrize("most", [3, 200, 201])
@pytest.mark.parametrize("beside", ["", '"]]", ":-[", "\\\\", "\\"[", '])
def test_j2_the_depth_is_a_setting_and_brackets_in_texts_are_none(most: int, beside: str) -> None:
    for depth in (most - 1, most, most + 1):
        held = member(f"[{beside}{nested(depth - 1)}]".encode())
        held.limits = Limits(json_depth=most)
        if depth > most:
            with pytest.raises(InputError, match="nested too deep"):
                document(held, list[Any], Intake(""))
        else:
            assert document(held, list[Any], Intake(""))


@pytest.mark.parametrize(
    ("case", "data", "what", "place"),
    [
        ("J3", b'[{"id":"1"}]\n{"id":"2"}', "goes on behind its end", "line 2, column 1"),
        ("J3", b'{"id":"1"}\n{"id":"2"}', "goes on behind its end", "line 2, column 1"),
        ("J4", b'[\n  {"id":"1"},\n  {"id":"2', "ends in the middle", "line 3, column 11"),
        ("J4", b"window.YTD.tweets.part0 = [", "ends in the middle", "line 1, column 28"),
        ("J4", b"window.YTD.twe", "", "line 1"),
        ("J7", b'[\n  {"id": "1",},\n  ]', "hand-edited", "line 2, column 1"),
        ("J7", b"[ {'id': '1'} ]", "hand-edited", "line 1, column 4"),
        ("J7", b'[ {"id": undefined} ]', "hand-edited", "line 1, column 10"),
        ("J7", b'[ // mine\n {"id": "1"} ]', "hand-edited", "line 1, column 3"),
        (
            "J7",
            b'window.a = [\n{"id": "1"} {"id": "2"} ]',
            "this JSON is damaged",
            "line 2, column 13",
        ),
        ("J10", b"\n <!DOCTYPE html><html>", "this is HTML instead of JSON", "data/things.js"),
        ("N2", "[]".encode("utf-16"), "UTF-16", "data/things.js"),
    ],
)
def test_what_is_no_json_is_refused_with_its_place(
    case: str, data: bytes, what: str, place: str
) -> None:
    for reading in (lambda: read(data), lambda: document(member(data), Any, Intake(""))):
        with pytest.raises(InputError) as fault:
            reading()
        assert (
            what in fault.value.what
            and place in fault.value.where
            and "x.zip:data/things.js" in fault.value.where
        ), case


def test_j4_the_place_is_that_of_the_whole_file(small_pieces: None) -> None:
    data = json.dumps(many(100), indent=2).encode()
    with pytest.raises(InputError) as fault:
        read(data[:-30])
    lines = data[:-30].rstrip().split(b"\n")
    assert f"line {len(lines)}, column {len(lines[-1]) + 1}" in fault.value.where


def test_j7_damage_in_the_middle_of_a_large_file_is_found_there(small_pieces: None) -> None:
    data = json.dumps(many(100), indent=2).encode().replace(b'"id": "50"', b'"id": damage')
    with pytest.raises(InputError) as fault:
        read(data)
    line = data[: data.index(b"damage")].count(b"\n") + 1
    assert f"line {line}, column 11" in fault.value.where


def test_faults_carry_no_values() -> None:
    with pytest.raises(InputError) as fault:
        read(b'[{"id": "1", "text": "canary", canary}]')
    assert "canary" not in str(fault.value)


def test_j5_of_two_equal_keys_the_last_wins() -> None:
    assert read(b'[{"id": "1", "id": "2"}]')[0].id == "2"


@pytest.mark.parametrize(
    ("data", "count"),
    [
        (b'[{"id": "1", "id": "2"}]', 1),
        (b'[{"id":"1","x":{"a":1,"a":2,"a":3}},{"id":"2","id":"3"}]', 3),
        (b'[{"id" : "1", "id" : "2"}]', 1),
        (b'{"id": "1", "id": "2"}', 1),
        (b'[{"id": "1", "x": "a\\":b\\" : c"}, {"id": "1"}]', 0),
        (b'[{"id": "1", "x": "\\u0022:"}]', 0),
        (b'[{"id": "1", "id": "2", "x": "a\\u003a"}]', 1),
        (b"[]", 0),
    ],
)
def test_j5_keys_that_stand_twice_are_counted(data: bytes, count: int) -> None:
    one, other = Intake("things.js"), Intake("things.js")
    list(items(member(data), Thing, one))
    document(member(data), msgspec.Raw, other)
    assert one.notes[TWICE] == other.notes[TWICE] == count


@pytest.mark.parametrize(("piece", "count"), [(1 << 21, 100), (1_500, 93), (150, 9)])
def test_j5_of_an_array_in_pieces_the_first_one_tells(
    piece: int, count: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(json_pieces, "PIECE", piece)
    intake = Intake("things.js")
    assert (
        len(list(items(member(b"[" + b",".join([b'{"id":1,"id":2}'] * 100) + b"]"), Thing, intake)))
        == 100
    )
    assert intake.notes[TWICE] == count


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (
            b'[{"id":"1"},7,"a",null,[],{"id":[1]},{"id":"2"}]',
            ["1", None, None, None, None, None, "2"],
        ),
        (b'"text"', [None]),
        (b"7", [None]),
    ],
)
def test_j6_items_of_another_shape_are_bad(data: bytes, found: list[str | None]) -> None:
    assert [None if item == Bad("unexpected shape") else item.id for item in read(data)] == found


def test_j6_bad_items_in_pieces(small_pieces: None) -> None:
    found = read(json.dumps([{"id": "1"}, {"id": {}}] * 100).encode())
    assert len(found) == 200 and sum(isinstance(item, Bad) for item in found) == 100


def test_j6_a_document_of_another_shape_is_refused_with_its_path() -> None:
    with pytest.raises(InputError) as fault:
        document(
            member(b'{"a": {"b": [1, "canary"]}}'), dict[str, dict[str, list[int]]], Intake("")
        )
    assert "[1]" in fault.value.where and "canary" not in str(fault.value)


def test_j8_a_single_object_is_an_array_of_one() -> None:
    assert [item.id for item in read(b'window.a = {"id": "1"};')] == ["1"]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"  \n",
        b"null",
        b"{}",
        b"{ }",
        b"[]",
        b"[ ]",
        b"window.YTD.a.part0 = [ ]",
        b"\xef\xbb\xbf",
        b"[\n];",
    ],
)
def test_j9_nothing_in_it(data: bytes) -> None:
    assert read(data) == []
    assert document(member(data), list[Thing], Intake("")) is None


def test_j11_numbers_as_text_and_as_numbers() -> None:
    assert [item.id for item in read(b'[{"id":1},{"id":"1"},{"id":null}]')] == [1, "1", None]


def test_j13_numbers_beyond_all_bounds() -> None:
    assert (
        read(b'[{"id":' + b"9" * 5_000 + b'},{"id":1e999},{"id":"1"}]')[:2]
        == [Bad("unexpected shape")] * 2
    )


@pytest.mark.parametrize("pieces", [200, 1 << 20])
def test_n5_n8_n9_what_json_cannot_carry_is_replaced_and_counted(
    pieces: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(json_pieces, "PIECE", pieces)
    data = (
        json.dumps(many(50), indent=2).encode() if pieces == 200 else json.dumps(many(2)).encode()
    )
    data = data.replace(b'"text": "K', b'"text": "\xff\\ud800\\ud83d\\ude00\0K', 1)
    intake = Intake("things.js")
    found = [item for _, item in items(member(data), Thing, intake)]
    assert isinstance(found[0], Thing) and found[0].text.startswith("\ufffd\ufffd😀\ufffdK")
    assert intake.notes == {
        "lone surrogates replaced": 1,
        "undecodable bytes replaced": 1,
        "NUL characters replaced": 1,
    }


def test_arrays_under_a_key() -> None:
    intake = Intake("")
    assert [
        item.id
        for _, item in keyed(member(b'{"b": [{"id": "1"}], "c": 2}'), ("a", "b"), Thing, intake)
    ] == ["1"]
    assert [item.id for _, item in keyed(member(b'[{"id": "2"}]'), ("a", "b"), Thing, intake)] == [
        "2"
    ]
    assert [item.id for _, item in keyed(member(b'{"id": "3"}'), ("a", "b"), Thing, intake)] == [
        "3"
    ]


def test_without_the_items_nothing_of_a_long_document_is_lost(small_pieces: None) -> None:
    data = json.dumps({"name": "a", "things": many(50), "id": 7, "other": [1, 2]}).encode()
    for without in ((), ("things",), ("things", "other")):
        assert document(member(data), Thing, Intake(""), without).id == 7
    found = document(member(data), dict[str, Any], Intake(""), ("things",))
    assert found == {"name": "a", "things": [], "id": 7, "other": [1, 2]}


@pytest.mark.parametrize("before", [{}, {"other": {"things": [{"id": "x"}]}, "a": [[{"id": "y"}]]}])
def test_arrays_under_keys_are_cut_wherever_they_stand(
    small_pieces: None, before: dict[str, Any]
) -> None:
    whole = before | {"things": many(40), "b": "]", "more": many(30), "c": {"things": [1]}}
    found = [
        item.id
        for _, item in keyed(
            member(json.dumps(whole).encode()), ("things", "more"), Thing, Intake("")
        )
    ]
    assert found == [str(number) for number in (*range(40), *range(30))]


def test_j5_two_lists_of_one_name_are_never_both_read(small_pieces: None) -> None:
    one, other = (json.dumps(many(count)) for count in (20, 30))
    data = f'{{"things": {one}, "things": {other}}}'.encode()
    with pytest.raises(InputError, match="this has two lists with the same name"):
        list(keyed(member(data), ("things",), Thing, Intake("")))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(json_pieces, "PIECE", 1 << 20)
        intake = Intake("")
        assert len(list(keyed(member(data), ("things",), Thing, intake))) == 30
        assert intake.notes == {TWICE: 1}


@pytest.mark.parametrize("end", [",]", " , ]", ',{"id": "x"},]', ",,]"])
def test_j7_a_comma_too_many_is_found_between_pieces_too(small_pieces: None, end: str) -> None:
    for things in (many(60), list(range(300)), ["a, b"] * 100):
        with pytest.raises(InputError, match=r"hand-edited|this JSON is damaged"):
            read(json.dumps(things)[:-1].encode() + end.encode(), Any)


@pytest.mark.parametrize("constant", ["NaN", "-Infinity", "Infinity"])
def test_q7_numbers_that_are_none_are_damage_at_their_place(constant: str) -> None:
    with pytest.raises(InputError) as error:
        read(f'[{{"id": "1"}},\n {{"id": {constant}}}]'.encode())
    assert (error.value.what, error.value.where.endswith("column 9")) == (
        "this JSON is damaged",
        True,
    )


def test_n8_what_only_looks_like_a_lone_surrogate_stays() -> None:
    intake = Intake("")
    data = rb'[{"text": "\\ud800 \ud83d\ude00 \ud800"}]'
    ((_, item),) = items(member(data), Thing, intake)
    assert isinstance(item, Thing) and item.text == "\\ud800 😀 \ufffd"
    assert intake.notes == {"lone surrogates replaced": 1}


MANY_POSTS = """
import io, re
from pathlib import Path
from klout_cli.files.archives import open_pieces
from klout_cli.files.container import Member
from klout_cli.files.intake import Intake
from klout_cli.files.json_items import document, keyed
from msgspec import Struct

class Post(Struct):
    id: int

def pieces():
    yield b'{"name": "Kaffee", "posts": ['
    for start in range(0, 500_000, 1_000):
        posts = (b'{"id": %d, "text": "%s"}' % (n, b"Kaffee, " * 40) for n in range(start, start + 1_000))
        yield (b"," if start else b"") + b",".join(posts)
    yield b'], "id": 7}'

member = Member("", "posts.json", 1, lambda: open_pieces(pieces, "posts.json"))
assert document(member, Post, Intake(""), ("posts",)).id == 7
assert sum(post.id for _, post in keyed(member, ("posts",), Post, Intake(""))) == 124_999_750_000
peak = int(re.search(r"VmHWM:\\s+(\\d+) kB", Path("/proc/self/status").read_text())[1])
assert peak < 100_000, peak
"""


@pytest.mark.skipif(sys.platform != "linux", reason="the peak is told by /proc")
def test_j12_half_a_million_posts_are_read_in_little_memory() -> None:
    done = subprocess.run([sys.executable, "-c", MANY_POSTS], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


@given(
    data=st.binary(max_size=400), prefix=st.sampled_from([b"", b"[", b'[{"id":', b"window.a = [{"])
)
@settings(deadline=None, derandomize=True, max_examples=60)
def test_any_bytes_give_items_or_an_input_error(data: bytes, prefix: bytes) -> None:
    for reading in (read, lambda data: document(member(data), list[Thing], Intake(""))):
        try:
            reading(prefix + data)
        except InputError as fault:
            assert "x.zip:data/things.js" in fault.where


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from(["id", "text", "a"]), inner, max_size=4)
    ),
)


@given(
    values=st.lists(VALUES, max_size=40),
    piece=st.integers(1, 120),
    indent=st.sampled_from([None, 0, 2]),
    plain=st.booleans(),
)
@settings(deadline=None, derandomize=True, max_examples=60)
def test_pieces_change_nothing(
    values: list[Any], piece: int, indent: int | None, plain: bool
) -> None:
    data = json.dumps(values, indent=indent, ensure_ascii=plain).encode("utf-8", "surrogatepass")
    whole = json.loads(data.decode("utf-8", "replace").encode()) if not plain else None
    before, json_pieces.PIECE = json_pieces.PIECE, piece
    try:
        found = read(data, Any)
    finally:
        json_pieces.PIECE = before
    assert len(found) == len(values)
    assert whole is None or found == whole
