"""`klout network` as people run it: screens of the sample person, files, and names that stay where they belong."""

import json
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.processes import ERIKA, PAGES, klout, told
from tests.importers.test_messages import MUTUAL, NOW, linkedin_files

Golden = Callable[[str, str], None]
NETWORK = ("network", ERIKA)
NAMES = (
    "Musterfeld",
    "musterfeld",
    "rieke_uebt",
    "Übungsleitner",
    "bungsleitner",
    "Placeholder Labs",
    "kaffee_ipotesi",
    "nordprobe",
)


@pytest.mark.parametrize("name", ["plain", "merges", "redact"])
def test_piped_screens_are_golden(golden: Golden, name: str) -> None:
    done = told(*NETWORK, f"--{name}")
    assert (done.code, done.err) == (0, "")
    golden(f"cli-network-{name}.txt", done.out)


def test_every_form_is_written_privately_and_never_over_anything(tmp_path: Path) -> None:
    files = {
        "graph": tmp_path / "network.gexf",
        "svg": tmp_path / "network.svg",
        "output": tmp_path / "network.json",
    }
    options = [word for name, file in files.items() for word in (f"--{name}", str(file))]
    done = klout(*NETWORK, "--format", "json", *options)
    assert (done.code, done.out, done.err) == (0, "", "")
    assert all(stat.S_IMODE(file.stat().st_mode) == 0o600 for file in files.values())
    again = klout(*NETWORK, "--format", "json", *options)
    assert again.code == 2 and "--force" in again.err
    before = {file: file.read_bytes() for file in files.values()}
    assert klout(*NETWORK, "--format", "json", *options, "--force").code == 0
    assert before == {file: file.read_bytes() for file in files.values()}


@pytest.mark.parametrize(
    ("options", "word"),
    [
        (("--graph", "graph.png"), ".graphml, .gexf, .csv"),
        (("--svg", "picture.png"), ".svg"),
        (("--redact", "--with-names"), "--with-names"),
        (("--svg", "a.svg", "-o", "a.svg"), "use different names"),
        (("--top", "0"), "--top"),
    ],
)
def test_wrong_usage_is_said_before_anything_is_read(options: tuple[str, ...], word: str) -> None:
    done = klout("network", "/nowhere", *options)
    assert done.code == 2 and word in done.err


def test_without_exports_it_says_that_no_history_keeps_names() -> None:
    assert told("network").code == 2


def test_g2_exports_that_name_nobody_end_with_3() -> None:
    done = told("network", PAGES)
    assert done.code == 3 and "don't include people you exchanged with" in done.err


def test_names_are_on_the_persons_own_screen() -> None:
    out = told(*NETWORK).out
    assert "Jana Musterfeld" in out and "Placeholder Labs" in out


@pytest.mark.parametrize("form", [".graphml", ".gexf", ".csv", ".svg"])
def test_p1_redacted_files_name_nobody(tmp_path: Path, form: str) -> None:
    file = tmp_path / f"network{form}"
    done = klout(*NETWORK, "--redact", "--svg" if form == ".svg" else "--graph", str(file))
    text = done.out + file.read_text("utf-8")
    assert done.code == 0 and "Contact 1" in text
    assert not [name for name in NAMES if name in text] and "Erika" not in text


@pytest.mark.parametrize(
    "arguments",
    [(*NETWORK, "--format", "json"), ("score", ERIKA), ("score", ERIKA, "--format", "json"), ("score", ERIKA, "--format", "csv"),
     ("explain", "network", ERIKA), ("explain", "network", ERIKA, "--format", "json"), ("audit", ERIKA), ("hints", ERIKA)],
    ids=" ".join,
)  # fmt: skip
def test_p5_no_other_output_names_a_contact(arguments: tuple[str, ...]) -> None:
    done = told(*arguments)
    assert done.code == 0
    assert not [name for name in NAMES if name in done.out + done.err]


def test_p5_no_history_names_a_contact(tmp_path: Path) -> None:
    file = tmp_path / "history.db"
    assert klout("score", ERIKA, "--history", str(file)).code == 0
    kept = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert len(kept) > 1000
    assert not [name for name in NAMES if name.encode() in kept]


def test_json_names_people_only_when_asked() -> None:
    plain = json.loads(told(*NETWORK, "--format", "json").out)
    named = json.loads(told(*NETWORK, "--format", "json", "--with-names").out)
    assert plain["schema"] == "klout.network/1" and plain["people"] == len(plain["members"])
    assert (
        named["members"][0]["name"] == "Jana Musterfeld"
        and named["merges"][0]["evidence"] == "same full name and handle"
    )
    assert [member["weight"] for member in plain["members"]] == [
        member["weight"] for member in named["members"]
    ]


def test_g7_nobody_is_merged_on_request() -> None:
    merged, apart = (
        json.loads(told(*NETWORK, "--format", "json", *more).out) for more in ((), ("--no-merge",))
    )
    assert apart["merges"] == [] and len(merged["merges"]) == 3
    assert apart["people"] == merged["people"] + 3


CONNECTIONS = """First Name,Last Name,URL,Email Address,Company,Position,Connected On
Jana,Beispiel,https://www.linkedin.com/in/jana,,Musterwerk,Leiterin,01 Feb 2026
Tom,Probe,https://www.linkedin.com/in/tom,,Anderswerk,Leiter,14 Feb 2026
"""


def test_threads_are_in_the_network_only_where_they_are_asked_for_and_never_in_its_score(
    tmp_path: Path,
) -> None:
    archive, graph = tmp_path / "archive", tmp_path / "graph.csv"
    archive.mkdir()
    for name, data in linkedin_files([*MUTUAL, ("jana", ("me", "tom"), NOW)]).items():
        (archive / name).write_bytes(data)
    (archive / "Connections.csv").write_text(CONNECTIONS, encoding="utf-8")
    private = ("--include-private", "--format", "json")
    shut, opened = (
        json.loads(told("network", str(archive), *words).out) for words in (private[1:], private)
    )
    assert shut["ties"] == {"mentioned_together": 0, "group_thread": 0, "same_employer": 0}
    assert opened["ties"] == {"mentioned_together": 0, "group_thread": 1, "same_employer": 0}
    assert [member["kinds"] for member in opened["members"]] == [
        {"connection": 1, "message": 3},
        {"connection": 1, "message": 1},
    ]
    assert klout("network", str(archive), *private, "--graph", str(graph)).code == 0
    assert "group_thread" in graph.read_text(encoding="utf-8")
    scored = (
        json.loads(told("score", str(archive), *words).out)["accounts"][0]["factors"]
        for words in (private[1:], private)
    )
    assert [one["id"] for one, other in zip(*scored, strict=True) if one != other] == [
        "reciprocity"
    ]


def test_the_audience_adds_up_and_names_companies_on_the_own_screen() -> None:
    out = told(*NETWORK, "--audience").out
    assert "145 connections on LinkedIn, XING" in out and "Placeholder Labs" in out
    found = json.loads(told(*NETWORK, "--audience", "--format", "json").out)
    assert (found["schema"], found["people"]) == ("klout.audience/1", 145)
    assert sum(found["levels"].values()) == sum(found["fields"].values()) == 73
    assert found["with_position"] == 73
    named = json.loads(told(*NETWORK, "--audience", "--format", "json", "--with-names").out)
    assert {"name": "Placeholder Labs", "people": 4} in named["companies"]


@pytest.mark.parametrize("options", [("--redact",), ("--redact", "-f", "json"), ("-f", "json")])
def test_an_audience_for_others_names_no_person_and_no_company(options: tuple[str, ...]) -> None:
    done = told(*NETWORK, "--audience", *options)
    assert done.code == 0 and "communications" in done.out.lower()
    for name in (*NAMES, "Musterwerk", "Rohfassung", "Erika"):
        assert name.lower() not in done.out.lower()


def test_without_connections_there_is_no_audience() -> None:
    done = told("network", "--audience", PAGES)
    assert done.code == 3 and "klout sources linkedin" in done.err
    assert klout("network", "--audience", "--merges", ERIKA).code == 2
