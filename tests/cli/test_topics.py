"""`klout topics` as people run it: proposals from exports, none from history, and how to add them."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from klout_cli.person.topics import Topic
from tests.cli.processes import ERIKA, ROOT, Ended, klout, told

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


def test_the_block_of_the_json_is_yaml() -> None:
    found = json.loads(told("topics", ERIKA, "--format", "json").out)
    assert found["schema"] == "klout.topics/1"
    assert {one["topic"] for one in found["topics"]} == {"kommunikation", "krise", "schreiben", ""}
    names = [one["topic"] for one in found["proposals"]]
    assert list(yaml.safe_load(found["yaml"])["topics"]) == names
    assert names[:5] == ["PR", "InterneKommunikation", "Mops", "Vorlage", "KlareSprache"]
    assert len(names) == 10


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


def proposals_of(folder: Path) -> list[str]:
    found = json.loads(klout("topics", str(ROOT / ERIKA), "-f", "json", cwd=folder).out)
    return [topic["topic"] for topic in found["proposals"]]


def added(folder: Path, *arguments: str) -> Ended:
    return klout("topics", str(ROOT / ERIKA), "--add", *arguments, cwd=folder)


def saved(folder: Path) -> dict[str, object]:
    return dict(yaml.safe_load((folder / "klout.yaml").read_text(encoding="utf-8")))


def test_proposals_are_added_by_number_to_a_new_file(tmp_path: Path) -> None:
    before = proposals_of(tmp_path)
    done = added(tmp_path, "1,3")
    assert (done.code, done.out) == (0, "")
    assert done.err.splitlines() == [
        f"2 topics added: {before[0]}, {before[2]}",
        "saved in klout.yaml",
        f"now: klout score {ROOT / ERIKA}",
    ]
    assert saved(tmp_path) == {
        "topics": {name: {"keywords": [name]} for name in (before[0], before[2])}
    }
    file = tmp_path / "klout.yaml"
    assert file.read_text(encoding="utf-8").startswith("# Settings of klout.")
    assert file.stat().st_mode & 0o777 == 0o600
    after = proposals_of(tmp_path)
    assert before[0] not in after and before[2] not in after and before[1] in after


def test_adding_keeps_everything_else_of_a_file(tmp_path: Path) -> None:
    text = "# mine\nperson: {name: Erika}  # me\ntopics:\n    rede:  # first\n        keywords: [Rede]\nmodel: klout\n"
    (tmp_path / "klout.yaml").write_text(text, encoding="utf-8")
    (first, *_others) = proposals_of(tmp_path)
    assert added(tmp_path, "1").code == 0
    after = (tmp_path / "klout.yaml").read_text(encoding="utf-8")
    assert set(text.splitlines()) < set(after.splitlines())
    assert saved(tmp_path)["topics"] == {
        "rede": {"keywords": ["Rede"]},
        first: {"keywords": [first]},
    }


@pytest.mark.parametrize(
    ("numbers", "said"),
    [
        ("0", "There is no proposal 0."),
        ("1,11", "There is no proposal 11."),
        ("PR", "“PR” isn't a list of numbers."),
        ("-1", "“-1” isn't a list of numbers."),
        (",", "isn't a list of numbers."),
    ],
)
def test_a_wrong_number_is_code_2_and_saves_nothing(
    tmp_path: Path, numbers: str, said: str
) -> None:
    done = added(tmp_path, numbers)
    assert (done.code, done.out) == (2, "") and said in done.err
    assert len(done.err.splitlines()) == 3 and not (tmp_path / "klout.yaml").exists()


def test_the_last_number_is_the_last_proposal(tmp_path: Path) -> None:
    names = proposals_of(tmp_path)
    assert len(names) == 10 and added(tmp_path, "10").code == 0
    assert saved(tmp_path) == {"topics": {names[-1]: {"keywords": [names[-1]]}}}


def test_history_has_no_proposal_to_add(tmp_path: Path) -> None:
    env = {"KLOUT_HISTORY": str(tmp_path / "history.sqlite3")}
    assert klout("score", ERIKA, env=env).code == 0
    done = klout("topics", "--add", "1", env=env, cwd=tmp_path)
    assert done.code == 2 and "There are no proposals." in done.err
    assert "klout topics FILE" in done.err and not (tmp_path / "klout.yaml").exists()


def test_settings_that_leave_no_room_are_not_changed(tmp_path: Path) -> None:
    (tmp_path / "klout.yaml").write_text("topics: {}\n", encoding="utf-8")
    done = added(tmp_path, "1")
    assert done.code == 2 and "add under topics: " in done.err
    assert (tmp_path / "klout.yaml").read_text(encoding="utf-8") == "topics: {}\n"


def test_the_screen_names_the_command_with_its_own_files() -> None:
    assert f"klout topics {ERIKA} --add 1" in told("topics", ERIKA).out
