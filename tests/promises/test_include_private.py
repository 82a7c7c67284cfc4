"""Without --include-private it makes no difference whether messages are there.

With it, reciprocity alone moves.
"""

import json
import shutil
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from klout_cli.files.container import Member
from tests.cli.processes import ROOT, klout
from tests.promises.test_private import CANARY

LINKEDIN = "Complete_LinkedInDataExport_08-31-2025"
EARLIER = ROOT / "sample_data" / "erika" / "2025-09-01"  # two weeks after her messages


@pytest.fixture(scope="module")
def stripped(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The sample person's exports without any file of private messages."""
    folder = tmp_path_factory.mktemp("stripped") / EARLIER.name
    shutil.copytree(EARLIER, folder)
    files = {
        file: Member("", file.relative_to(folder).as_posix(), 0, BytesIO)
        for file in folder.rglob("*.*")
        if file.is_file()
    }
    private = [file for file, member in files.items() if member.private]
    assert len(private) >= 4
    for file in private:
        file.unlink()
    return str(folder)


def told(*arguments: str) -> dict[str, Any]:
    done = klout(*arguments, "--format", "json")
    assert done.code == 0, done.err
    assert CANARY not in done.out + done.err
    found: dict[str, Any] = json.loads(done.out)
    return found


def unnoted(report: dict[str, Any]) -> str:
    """Return the JSON but for the one note of files that were not opened."""
    report["ledger"] = [
        row
        for row in report["ledger"]
        if not any("not opened" in note for note in row.get("notes", {}))
    ]
    return json.dumps(report)


def test_without_being_asked_messages_make_no_difference(stripped: str) -> None:
    assert unnoted(told("score", "--no-history", str(EARLIER))) == unnoted(
        told("score", "--no-history", stripped)
    )


def test_with_nothing_to_include_the_option_makes_no_difference(stripped: str) -> None:
    assert told("score", "--no-history", "--include-private", stripped) == told(
        "score", "--no-history", stripped
    )


def test_asked_for_they_move_reciprocity_alone() -> None:
    without, included = (
        told("score", "--no-history", *option, str(EARLIER))
        for option in ((), ("--include-private",))
    )
    moved = set()
    for one, other in zip(without["accounts"], included["accounts"], strict=True):
        moved |= {
            before["id"]
            for before, after in zip(one["factors"], other["factors"], strict=True)
            if before != after
        }
        assert {**one, "factors": 0, "score": 0, "share": 0} == {
            **other,
            "factors": 0,
            "score": 0,
            "share": 0,
        }
    assert moved == {"reciprocity"}
    linkedin = next(one for one in included["accounts"] if one["network"] == "linkedin")
    assert (
        next(one for one in linkedin["factors"] if one["id"] == "reciprocity")["state"]
        == "measured"
    )
    for part in ("on_topic", "display", "as_of"):
        same = part != "on_topic"
        assert (without[part] == included[part]) == same or without[part] is None


@pytest.mark.parametrize(
    "arguments",
    [
        ("score", "-v"),
        ("explain", "reciprocity"),
        ("audit", "-v"),
        ("hints",),
        ("inspect", "-v"),
        ("score", "--format", "csv"),
    ],
    ids=" ".join,
)
def test_no_word_of_a_message_is_ever_told(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    kept = tmp_path / "history.sqlite3"
    done = klout(*arguments, str(EARLIER), "--include-private", env={"KLOUT_HISTORY": str(kept)})
    assert done.code == 0, done.err
    assert CANARY not in done.out + done.err
    assert not kept.exists() or CANARY.encode() not in kept.read_bytes()


def test_the_settings_ask_for_it_and_the_option_wins(tmp_path: Path) -> None:
    (tmp_path / "klout.yaml").write_text("private:\n  include: true\n", encoding="utf-8")

    def measured(*option: str) -> bool:
        done = klout(
            "score",
            "--no-history",
            "--format",
            "json",
            *option,
            str(EARLIER / LINKEDIN),
            cwd=tmp_path,
        )
        factors = json.loads(done.out)["accounts"][0]["factors"]
        return bool(
            next(one for one in factors if one["id"] == "reciprocity")["state"] == "measured"
        )

    assert measured() and not measured("--no-include-private")
