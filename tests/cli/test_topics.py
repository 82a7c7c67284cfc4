"""`klout topics` as people run it: from exports with proposals, from history without, and nothing of a post in either."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from klout_cli.person.topics import Topic
from tests.cli.processes import ERIKA, ROOT, klout, told

Golden = Callable[[str, str], None]
CSV = "date,network,account,text,likes,comments,shares,followers\n"
ROWS = [
    f"2026-02-{day:02},x,mia,{text},{likes},0,0,400\n"
    for day, text, likes in ((1, "cat news", 40), (5, "at work", 10), (9, "cat", 40))
]


@pytest.fixture
def posts(tmp_path: Path) -> Path:
    (tmp_path / "klout.yaml").write_text("topics:\n  work: {keywords: [work]}\n", encoding="utf-8")
    (tmp_path / "posts.csv").write_text(CSV + "".join(ROWS), encoding="utf-8")
    return tmp_path


def test_the_screen_is_golden(golden: Golden) -> None:
    golden("cli-topics.txt", told("topics", ERIKA).out)


def test_the_block_can_be_pasted() -> None:
    found = json.loads(told("topics", ERIKA, "--format", "json").out)
    assert found["schema"] == "klout.topics/1"
    assert {one["topic"] for one in found["topics"]} == {"kommunikation", "krise", "schreiben", ""}
    names = [one["topic"] for one in found["proposals"]]
    assert list(yaml.safe_load(found["yaml"])["topics"]) == names
    assert names[:5] == ["PR", "InterneKommunikation", "Mops", "Vorlage", "KlareSprache"]
    assert len(names) == 10
    assert found["yaml"] in told("topics", ERIKA).out


def test_history_holds_names_of_topics_and_no_proposal(tmp_path: Path) -> None:
    env = {"KLOUT_HISTORY": str(tmp_path / "history.sqlite3")}
    assert klout("score", ERIKA, env=env).code == 0
    recalled, read = (
        json.loads(klout("topics", *path, "--format", "json", env=env).out)
        for path in ((), (ERIKA,))
    )
    assert (
        recalled["topics"] == read["topics"]
        and recalled["proposals"] == []
        and recalled["yaml"] is None
    )
    kept = (tmp_path / "history.sqlite3").read_bytes()
    assert b"KlareSprache" not in kept and b"Mops muss" not in kept


def test_without_topics_it_says_what_is_missing(posts: Path) -> None:
    (posts / "klout.yaml").unlink()
    done = klout("topics", str(posts / "posts.csv"), cwd=posts)
    assert done.code == 0 and "You haven't set any topics yet." in done.out


def test_a_topic_without_a_word_is_refused_by_its_place(posts: Path) -> None:
    (posts / "klout.yaml").write_text('topics:\n  work: {keywords: ["*"]}\n', encoding="utf-8")
    done = klout("topics", str(posts / "posts.csv"), cwd=posts)
    assert done.code == 2 and "topics" in done.err and "Traceback" not in done.err


def test_the_professional_model_halves_what_is_off_topic(posts: Path) -> None:
    def reactions(*model: str) -> float:
        done = klout("score", "posts.csv", "--no-history", "--format", "json", *model, cwd=posts)
        factors = json.loads(done.out)["accounts"][0]["factors"]
        return float(next(one for one in factors if one["id"] == "resonance")["z"])

    full, halved = reactions(), reactions("--model", "professional")
    (posts / "posts.csv").write_text(CSV + "".join(ROWS).replace("40,0", "20,0"), encoding="utf-8")
    assert reactions() == pytest.approx(halved) and halved < full


def test_channels_are_explained_topic_by_topic() -> None:
    said = told("explain", "channels", ERIKA).out
    assert "krise on X erika_beratet" in said and "× the usual reactions" in said


def test_the_sample_topics_are_whole_words() -> None:
    stated = yaml.safe_load((ROOT / ERIKA / "klout.yaml").read_text("utf-8"))["topics"]
    assert all(Topic(**topic).keywords for topic in stated.values())
