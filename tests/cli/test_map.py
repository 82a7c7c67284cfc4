"""klout map: an unknown table is told once, its header is remembered, and nothing else that stands in klout.yaml changes."""

import io
import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import settings as tries
from hypothesis import strategies as st

from klout_cli.cli.settings import parse
from klout_cli.cli.settings_file import add_entries
from klout_cli.errors import KloutError, UsageError
from klout_cli.files.container import Member
from klout_cli.values.aliases import header_key, table_kind
from klout_cli.values.reading import Reading
from klout_cli.values.survey import survey
from tests.cli.processes import Ended, klout, terminal

KEPT = """Wann;Herzchen;Worte;Was;❤;Weite;Verweis
01.02.2026;3;4;Geheimnis Nummer eins;1;1.204;https://geheim.example/1
14.02.2026;5;;Geheimnis Nummer zwei;k. A.;;
"""
MAPPED = ("--set", "Wann=date", "--set", "Herzchen=likes")
PEOPLE = "Wo;Wer;Leute;Beiträge\nMastodon;erika@social.example;812;31\n"
FRIENDS = "Freundin;Wert\nAnna Beispiel;61\n"


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    (tmp_path / "kept.csv").write_text(KEPT, encoding="utf-8")
    return tmp_path


def run(desk: Path, *arguments: str, **env: str) -> Ended:
    return klout("map", *arguments, env=env, cwd=desk)


def told(desk: Path) -> dict[str, object]:
    settings: dict[str, object] = yaml.safe_load((desk / "klout.yaml").read_text(encoding="utf-8"))
    return settings


def test_l7_off_a_terminal_it_tells_and_never_asks(
    desk: Path, golden: Callable[[str, str], None]
) -> None:
    done = run(desk, "kept.csv")
    assert (done.code, done.err) == (0, "")
    assert not (desk / "klout.yaml").exists()
    golden("cli-map.txt", done.out)


def test_no_value_is_ever_shown(desk: Path) -> None:
    for shown in (run(desk, "kept.csv"), run(desk, "kept.csv", *MAPPED)):
        assert (
            "Geheimnis" not in shown.out + shown.err
            and "geheim.example" not in shown.out + shown.err
        )


def test_the_command_it_offers_works(desk: Path) -> None:
    offered = run(desk, "kept.csv").out.splitlines()[-1].split()
    assert offered[:2] == ["klout", "map"]
    done = run(desk, *offered[2:])
    assert (done.code, done.out) == (0, "") and "klout.yaml" in done.err
    columns = {"date": "Wann", "text": "Was", "likes": "Herzchen"}
    assert told(desk) == {
        "tables": {"wann | herzchen | worte | was | ❤ | weite | verweis": columns}
    }
    assert (desk / "klout.yaml").stat().st_mode & 0o777 == 0o600


def test_a_mapped_table_of_posts_is_read(desk: Path) -> None:
    assert klout("score", "kept.csv", cwd=desk).code == 3
    assert (
        run(
            desk,
            "kept.csv",
            *MAPPED,
            "--set",
            "Worte=comments",
            "--set",
            "❤=saves",
            "--set",
            "Was=-",
        ).code
        == 0
    )
    done = klout("inspect", "kept.csv", cwd=desk)
    assert done.code == 0 and re.search(r"^  Other kept +posts table .* 2 +0$", done.out, re.M)
    assert "text" not in told(desk)["tables"]["wann | herzchen | worte | was | ❤ | weite | verweis"]  # type: ignore[index]


def test_a_mapped_table_of_accounts_is_read(desk: Path) -> None:
    (desk / "people.csv").write_text(PEOPLE, encoding="utf-8")
    assert klout("inspect", "people.csv", cwd=desk).code == 3
    assert (
        run(
            desk,
            "people.csv",
            "--set",
            "Wo=network",
            "--set",
            "Wer=account",
            "--set",
            "Leute=followers",
        ).code
        == 0
    )
    (account,) = json.loads(klout("score", "people.csv", "-f", "json", cwd=desk).out)["accounts"]
    assert (account["id"], account["audience"]["followers"]) == (
        "mastodon:erika@social.example",
        812,
    )


def test_a_mapped_table_of_contacts_is_read(desk: Path) -> None:
    (desk / "friends.csv").write_text(FRIENDS, encoding="utf-8")
    assert run(desk, "friends.csv", "--set", "Freundin=name", "--set", "Wert=reputation").code == 0
    assert "1 contacts" in klout("inspect", "friends.csv", cwd=desk).out


def test_only_this_header_is_mapped(desk: Path) -> None:
    assert run(desk, "kept.csv", *MAPPED).code == 0
    (desk / "other.csv").write_text("Wann;Herzchen\n01.02.2026;3\n", encoding="utf-8")
    assert klout("inspect", "other.csv", cwd=desk).code == 3
    (desk / "turned.csv").write_text(
        "Herzchen;Wann;Was;Worte;Verweis;Reichweite;❤\n3;01.02.2026;;;;;\n", encoding="utf-8"
    )
    assert klout("inspect", "turned.csv", cwd=desk).code == 0, (
        "C20: the order of columns does not matter"
    )


def test_what_is_told_goes_before_what_a_name_says(desk: Path) -> None:
    (desk / "two.csv").write_text(
        "Datum;Gepostet;Likes\n05.02.2026;01.02.2026;3\n", encoding="utf-8"
    )
    assert run(desk, "two.csv", "--set", "Gepostet=date").code == 0
    assert told(desk) == {
        "tables": {"datum | gepostet | likes": {"likes": "Likes", "date": "Gepostet"}}
    }


def test_on_a_terminal_columns_are_chosen_by_numbers(desk: Path) -> None:
    shown = terminal("map", "kept.csv", cwd=desk, typed="3\n4\n9\n4\n0\n2\n3\n\n")
    assert "Geheimnis Nummer zwei" in shown, "the first rows are shown to whoever is asked"
    assert "Number of a column" in shown and "a number from 0 to 7" in shown
    columns = {"date": "Wann", "comments": "Worte", "likes": "Herzchen"}
    assert list(told(desk)["tables"].values()) == [columns]  # type: ignore[attr-defined]
    assert "klout score kept.csv" in shown


def test_on_a_terminal_days_or_posts_is_asked(desk: Path) -> None:
    rows = "".join(f"0{n}.02.2026;{n};{n}\n" for n in range(1, 8))
    (desk / "days.csv").write_text("Datum;Likes;Kommentare\n" + rows, encoding="utf-8")
    shown = terminal("map", "days.csv", cwd=desk, typed="\n1\n")
    assert "a post (1), or the sum of a day (2)" in shown
    assert "7 own posts" in klout("inspect", "days.csv", cwd=desk).out
    del shown


@pytest.mark.parametrize(
    ("rows", "followers", "code"), [("posts", "", 0), ("days", ";Follower", 0), ("days", "", 2)]
)
def test_rows_are_said_off_a_terminal(desk: Path, rows: str, followers: str, code: int) -> None:
    cells = "".join(f"0{n}.02.2026;{n}{';9' if followers else ''}\n" for n in range(1, 8))
    (desk / "days.csv").write_text(f"Datum;Likes{followers}\n{cells}", encoding="utf-8")
    refused = klout("score", "days.csv", cwd=desk)
    assert refused.code == 3 and f"klout map days.csv --rows {rows}" in refused.err
    assert run(desk, "days.csv", "--rows", rows).code == code
    if not code:
        shown = klout("inspect", "days.csv", cwd=desk).out
        assert ("7 own posts" in shown) == (rows == "posts")


def test_a_network_that_no_column_names_can_be_said(desk: Path) -> None:
    (desk / "bare.csv").write_text("Datum;Text;Likes\n01.02.2026;Eins;3\n", encoding="utf-8")
    assert "Other bare" in klout("inspect", "bare.csv", cwd=desk).out
    done = run(desk, "bare.csv", "--network", "LinkedIn", "--account", "anna")
    assert done.code == 0 and "klout score bare.csv" in done.err
    assert "LinkedIn anna" in klout("inspect", "bare.csv", cwd=desk).out


def test_what_a_column_is_must_be_in_its_cells(desk: Path) -> None:
    wrong = run(desk, "kept.csv", "--set", "Was=date", "--set", "Herzchen=likes")
    assert wrong.code == 2 and "No cell of Was can be read as date" in wrong.err
    right = run(desk, "kept.csv", *MAPPED)
    assert "Wann: 2 of 2 cells can be read as date" in right.err


CAMPAIGNS = (
    "Title,Send Date,Total Recipients,Unique Clicks,Total Clicks,Unsubscribes,Lost followers\n"
)


def test_nothing_of_the_opposite_meaning_is_proposed(desk: Path) -> None:
    rows = "".join(f"Issue {n},2026-02-0{n},100,5,6,{n},{n}\n" for n in range(1, 6))
    (desk / "campaigns.csv").write_text(CAMPAIGNS + rows, encoding="utf-8")
    shown = run(desk, "campaigns.csv").out
    assert "=followers" not in shown and "=likes" not in shown


def test_s12_answers_that_end_are_an_interruption(desk: Path) -> None:
    assert "Number of a column" in terminal("map", "kept.csv", cwd=desk, typed="3\n\x04")
    assert not (desk / "klout.yaml").exists()


def test_user_settings_are_for_all_folders(desk: Path, tmp_path: Path) -> None:
    home = tmp_path / "home" / "deep"
    assert run(desk, "kept.csv", *MAPPED, "--user", KLOUT_HOME=str(home)).code == 0
    assert not (desk / "klout.yaml").exists()
    assert klout("inspect", "kept.csv", env={"KLOUT_HOME": str(home)}, cwd=desk).code == 0


COMMENTED = "# mine\nperson: {name: Erika}   # me\n\ntopics:\n  rede: {keywords: [Rede]}  # last\n"


@pytest.mark.parametrize(
    "before",
    [COMMENTED, COMMENTED.rstrip(), "# nothing but a remark\n", "", "aliases: {reach: [Weite]}\n"],
)
def test_what_stands_there_stays_with_its_comments(desk: Path, before: str) -> None:
    (desk / "klout.yaml").write_text(before, encoding="utf-8")
    assert run(desk, "kept.csv", *MAPPED).code == 0
    after = (desk / "klout.yaml").read_text(encoding="utf-8")
    assert after.startswith(before.rstrip())
    (desk / "people.csv").write_text(PEOPLE, encoding="utf-8")
    assert run(desk, "people.csv", "--set", "Wo=network", "--set", "Leute=followers").code == 0
    last = (desk / "klout.yaml").read_text(encoding="utf-8")
    assert last.startswith(before.rstrip()) and set(after.splitlines()) < set(last.splitlines())
    assert len(told(desk)["tables"]) == 2  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "before",
    [
        "{person: {name: Erika}}\n",
        "tables: {}\n",
        "tables:\n",
        'tables: {"a | b": {date: A, likes: B}}\n',
    ],
)
def test_where_nothing_can_be_added_the_line_is_told(desk: Path, before: str) -> None:
    (desk / "klout.yaml").write_text(before, encoding="utf-8")
    if before != "tables:\n":  # X8: settings that say nothing there are wrong already
        done = run(desk, "kept.csv", *MAPPED)
        assert (
            (done.code, done.out) == (2, "")
            and "add under tables: " in done.err
            and "likes: Herzchen" in done.err
        )
    assert (desk / "klout.yaml").read_text(encoding="utf-8") == before


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        pytest.param(("--set", "Wnan=date"), "did you mean Wann?", id="A29 unknown column"),
        pytest.param(("--set", "Wann=dat"), "did you mean date?", id="A29 unknown thing"),
        pytest.param(("--set", "Wann"), "A column can't be this.", id="nothing to be"),
        pytest.param(
            ("--set", "Wann=date", "--set", "Was=date"),
            "Two columns are date",
            id="C12 one thing twice",
        ),
        pytest.param(("--set", "Wann=-", "--set", "Herzchen=likes"), "not enough", id="no table"),
    ],
)
def test_a_wrong_mapping_is_code_2_and_changes_nothing(
    desk: Path, arguments: tuple[str, ...], said: str
) -> None:
    done = run(desk, "kept.csv", *arguments)
    assert (done.code, done.out) == (2, "") and said in done.err and len(done.err.splitlines()) <= 3
    assert not (desk / "klout.yaml").exists()


def test_a_header_is_mapped_once(desk: Path) -> None:
    assert run(desk, "kept.csv", *MAPPED).code == 0
    again = run(desk, "kept.csv", *MAPPED)
    assert again.code == 2 and "mapped already" in again.err


@pytest.mark.parametrize(
    ("text", "name", "code"),
    [
        pytest.param("", "empty.csv", 3, id="C1 empty"),
        pytest.param("one\ntwo\n", "list.csv", 3, id="one column"),
        pytest.param("2026-01-01;3\n2026-01-02;4\n", "bare.csv", 3, id="no header"),
        pytest.param("\x00\x01\x02" * 99, "bytes.csv", 3, id="N11 no text"),
        pytest.param(KEPT, "kept.xlsx", 2, id="no ending of a table"),
        pytest.param(
            "Post id,Date,Post text,Post Link,Impressions,Likes\n1,2026-02-01,x,y,2,3\n",
            "posts.csv",
            2,
            id="read already",
        ),
    ],
)
def test_what_cannot_be_mapped_is_told(desk: Path, text: str, name: str, code: int) -> None:
    (desk / name).write_text(text, encoding="utf-8")
    done = run(desk, name)
    assert (done.code, done.out) == (code, "") and len(done.err.splitlines()) <= 3


def test_s13_never_onto_a_link(desk: Path) -> None:
    (desk / "klout.yaml").symlink_to(desk / "elsewhere.yaml")
    assert run(desk, "kept.csv", *MAPPED).code == 2
    assert not (desk / "elsewhere.yaml").exists()


NAMES = st.text(st.characters(codec="utf-8", exclude_characters="\r\n"), max_size=12)


@tries(deadline=None, derandomize=True, max_examples=40)
@given(st.lists(NAMES, min_size=2, max_size=5), st.binary(max_size=40))
def test_any_table_is_surveyed_or_refused(header: list[str], rest: bytes) -> None:
    data = ";".join(header).encode() + b"\n" + rest
    try:
        seen = survey(
            Member("", "any.csv", len(data), lambda: io.BytesIO(data)), Reading(latest=2**31)
        )
    except KloutError:
        return
    meanings = [column.meaning for column in seen if column.meaning not in ("", "kind")]
    assert len(meanings) == len(set(meanings))


@tries(deadline=None, derandomize=True, max_examples=40)
@given(st.lists(NAMES, min_size=3, max_size=5))
def test_any_header_that_is_remembered_is_found_again(names: list[str]) -> None:
    header = ["when", *(name.replace(";", "").replace('"', "") for name in names), "count"]
    data = (";".join(header) + "\n" + ";".join("x" for _ in header)).encode()
    member = Member("", "any.csv", len(data), lambda: io.BytesIO(data))
    try:
        seen = [column.name for column in survey(member, Reading(latest=0))]
    except KloutError:
        return
    text = add_entries(
        "", "tables", {header_key(seen): {"date": "when", "likes": "count"}}, "klout.yaml"
    )
    tables = parse(text, "klout.yaml")["tables"]
    if {"when", "count"} <= set(seen) and not any("|" in name for name in seen):
        assert table_kind(member, Reading(latest=0, tables=tables)) == "posts"


@tries(deadline=None, derandomize=True, max_examples=40)
@given(st.text(alphabet=":{}[]#\n -|>'\"abctables,&*!?%", max_size=40), NAMES)
def test_any_settings_stay_as_they_are_or_are_refused(before: str, name: str) -> None:
    try:
        old = parse(before, "klout.yaml")
        after = add_entries(before, "tables", {"a | b": {"date": name}}, "klout.yaml")
    except UsageError:
        return
    assert parse(after, "klout.yaml") == {
        **old,
        "tables": {**(old.get("tables") or {}), "a | b": {"date": name}},
    }
    assert set(filter(None, map(str.rstrip, before.split("\n")))) <= set(
        map(str.rstrip, after.split("\n"))
    )


def test_an_unknown_network_gets_a_network_as_a_suggestion(desk: Path) -> None:
    done = run(desk, "kept.csv", "--network", "xx")
    assert done.code == 2
    assert done.err.splitlines() == [
        "klout doesn't know this network.",
        "--network xx",
        "did you mean x?",
    ]
