"""Snapshots of klout 0.1: read as today's, compared with a model line, written beside as version 2."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from klout_cli.errors import AccessError
from klout_cli.factors.amplification import Amplification
from klout_cli.factors.audience import Audience
from klout_cli.factors.breadth import Breadth
from klout_cli.factors.endorsement import Endorsement
from klout_cli.factors.network import Group, Network
from klout_cli.factors.reciprocity import Pair, Reciprocity
from klout_cli.factors.substance import Substance
from klout_cli.history.store import History
from klout_cli.results import ModelName, PostSums, Published, Score, Snapshot
from klout_cli.scoring.compare import compare
from klout_cli.scoring.judge import facts_of, judge
from tests.scoring.people import MODEL, measured, sums

OLD_MODEL = ModelName("klout", 1, "sha256:01", standard=True)
WEEKS: tuple[dict[str, float], ...] = (
    {"posts": 3, "answered": 3, "weight": 1.5, "weight_likes": 1.5, "likes": 30.0},
    {"posts": 5, "answered": 4, "weight": 4.0, "weight_likes": 3.0, "likes": 60.0},
)
OFF_TOPIC = ({"off_topic_likes": 10.0}, {"off_topic_weight": 2.0, "off_topic_likes": 20.0})
CARRIED = ({"weight_carried": 1.5, "carried": 3.0}, {"weight_carried": 3.0, "carried": 12.0})


def old_weeks() -> list[dict[str, float]]:
    return [week | off | more for week, off, more in zip(WEEKS, OFF_TOPIC, CARRIED, strict=True)]


def old_account(**changed: dict[str, Any]) -> dict[str, Any]:
    """Return an account as klout 0.1 stored it."""
    whole = {
        name: sum(week.get(name, 0) for week in old_weeks())
        for week in old_weeks()
        for name in week
    }
    facts: dict[str, dict[str, Any]] = {
        "audience": {
            "followers": 700,
            "metric": "followers",
            "quality": "exact",
            "as_of": "2025-09-01",
            "following": 300,
        },
        "resonance": {**whole, "reactions": 105.0, "per_post": 23.3},
        "amplification": {"carried": 15.0, "posts": 8},
        "breadth": {"responders": 40, "posts": 8},
        "endorsement": {"lists": 6, "vouchers": 6, "recommendations": 0},
        "network": {"groups": [["owner", 0, 0, 2.0, 3]], "known": 3, "contacts": 9},
        "reciprocity": {"exchange": [[3, 1, 4], [1, 0, 9]]},
        "substance": {"topic_gain": 0.1, "share_of_responses": 0.7, "share_of_posts": 0.6},
    } | changed
    return {
        "id": "x:anna",
        "network": "x",
        "handle": "anna",
        "exported_at": "2025-09-01",
        "seen_at": "2025-09-01",
        "window": {"first": "2025-06-03", "last": "2025-09-01", "posts": 8, "newest": "2025-09-01"},
        "measurements": [
            {"factor": id, "state": "measured", "facts": known, "reason": ""}
            if known
            else {"factor": id, "state": "missing", "facts": {}, "reason": "not there"}
            for id, known in facts.items()
        ],
        "weeks": old_weeks(),
        "crowd": [[1, 25], [3, 15]],
        "observed": [
            {
                "factor": "by_topic",
                "state": "measured",
                "facts": {"weeks": [["work", 2_900, 3, 3, 1.5, 1.5, 30.0, 1.5, 3.0, 0.0, 0.0]]},
                "reason": "",
            }
        ],
    }


@pytest.fixture
def history(tmp_path: Path) -> History:
    return History(tmp_path / "history.sqlite3")


def keep_old(history: History, account: dict[str, Any], value: float = 44.4) -> None:
    """Write a file as klout 0.1 left it."""
    snapshot = {
        "person": "Anna Beispiel",
        "as_of": "2025-09-01",
        "measured": [account],
        "on_topic": [account],
        "traits": [],
        "inputs": [],
        "topics": ["work"],
    }
    model = {"name": "klout", "version": 1, "fingerprint": "sha256:01", "standard": True}
    score = {"value": value, "low": 40, "high": 49, "measured": 0.9, "percentile": 62.0}
    with closing(sqlite3.connect(history.path)) as db:
        db.execute(
            "CREATE TABLE kept (id INTEGER PRIMARY KEY AUTOINCREMENT, content BLOB NOT NULL "
            "UNIQUE, snapshot BLOB NOT NULL, model BLOB NOT NULL, score BLOB NOT NULL)"
        )
        db.execute("PRAGMA application_id = 1802268533")
        db.execute("PRAGMA user_version = 1")
        row = [json.dumps(part).encode() for part in (snapshot, model, score)]
        db.execute("INSERT INTO kept VALUES (1, ?, ?, ?, ?)", (b"content", *row))
        db.commit()


def user_version(history: History) -> int:
    with closing(sqlite3.connect(history.path)) as db:
        return int(db.execute("PRAGMA user_version").fetchone()[0])


def test_the_facts_of_version_1_are_todays(history: History) -> None:
    keep_old(history, old_account())
    (stored,) = history.all()
    assert (stored.value, stored.model, stored.score.quality) == (44.4, OLD_MODEL, "score")
    (account,) = stored.snapshot.measured
    facts = facts_of(account)
    total = PostSums(
        posts=8,
        answered=7,
        weight=5.5,
        weight_answered=4.5,
        weight_likes=4.5,
        likes=90,
        weight_carried=4.5,
        carried=15,
        on_likes=60,
        on_carried=15,
    )
    assert facts["audience"] == Audience.Facts(700, "followers", "exact", "2025-09-01", 300)
    assert facts["resonance"] == total
    assert facts["amplification"] == Amplification.Facts(15, 4.5, 8, 15)
    assert facts["breadth"] == Breadth.Facts(40, 8)
    assert facts["endorsement"] == Endorsement.Facts(6, 0, "lists")
    assert facts["reciprocity"] == Reciprocity.Facts((Pair(3, 1, 4), Pair(1, 0, 9)))
    assert (facts["network"], facts["substance"]) == (None, None)
    assert account.of("network").reason == "the klout version that measured this didn't save it"
    assert PostSums.total(account.weeks) == total
    assert (account.iso_weeks, account.crowd) == ((), ((1, 25), (3, 15)))
    assert account.of("by_topic").facts["weeks"] == (
        ("work", 2_900, 3, 3, 1.5, 1.5, 0.0, 1.5, 30.0, 1.5, 3.0, 0.0, 0.0),
    )
    assert stored.snapshot.not_stored == ("network", "substance")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            {"give_and_take": 0.5, "mutual": 2, "following": 4},
            Reciprocity.Facts(None, 2, 4),
        ),
        ({"give_and_take": 0.7}, Reciprocity.Facts(stated=0.7)),
        (
            {"exchange": [[1, 1, 2]], "give_and_take": 0.5, "mutual": 2, "following": 4},
            Reciprocity.Facts((Pair(1, 1, 2),), 2, 4),
        ),
    ],
)
def test_reciprocity_of_version_1(
    history: History, old: dict[str, Any], new: Reciprocity.Facts
) -> None:
    keep_old(history, old_account(reciprocity=old))
    assert facts_of(history.all()[0].snapshot.measured[0])["reciprocity"] == new


def test_what_version_1_did_not_measure_stays_missing_with_its_reason(history: History) -> None:
    keep_old(history, old_account(resonance={}, amplification={}, network={}))
    (account,) = history.all()[0].snapshot.measured
    for id in ("resonance", "amplification", "network"):
        assert (account.of(id).state, account.of(id).reason) == ("missing", "not there")


def todays() -> Snapshot:
    posts = sums(20, 90, 20)
    account = measured(
        "x",
        handle="anna",
        audience=Audience.Facts(900, following=300),
        resonance=posts,
        amplification=Amplification().of_sums(posts, 0),
        breadth=Breadth.Facts(44, 20),
        endorsement=Endorsement.Facts(6, 0, "lists"),
        network=Network.Facts((Group("owner", 0, False, 3, 9),), 9, 9),
        reciprocity=Reciprocity.Facts((Pair(3, 3, 9),)),
        substance=Substance().of_sums(posts, 0),
    )
    return Snapshot("Anna Beispiel", "2026-03-01", (account,))


def test_comparing_with_version_1_has_a_model_line_and_leaves_out_what_it_did_not_store(
    history: History,
) -> None:
    keep_old(history, old_account())
    (stored,) = history.all()
    found = compare(stored.snapshot, todays(), MODEL, Published(stored.value, stored.model))
    before = judge(stored.snapshot.measured, MODEL, "2025-09-01")
    assert before is not None
    model = found.parts[0]
    assert (model.kind, model.note) == ("model", "published by method klout 1")
    assert model.points == pytest.approx(before.score.value - 44.4)
    assert sum(part.points for part in found.parts) == pytest.approx(found.change)
    assert not {part.factor for part in found.parts} & {"network", "substance"}
    for side in (found.older, found.newer):
        for id in ("network", "substance"):
            judged = side.judgement.accounts[0].of(id)
            assert (judged.state, judged.points) == ("missing", 0)
    assert found.notes[0].startswith(
        "Network, Substance: not compared, because the older saved score"
    )
    assert found.noise > 0


def test_version_2_comes_back_whole(history: History) -> None:
    snapshot = todays()
    assert history.keep(snapshot, MODEL.label, Score(50, 44, 56, 0.9, None, "first_impression"))
    (stored,) = history.all()
    assert stored.snapshot == snapshot
    assert facts_of(stored.snapshot.measured[0]) == facts_of(snapshot.measured[0])
    assert stored.snapshot.version == 2 and user_version(history) == 2
    assert stored.score.quality == "first_impression"


def test_a_file_of_klout_0_1_becomes_version_2_when_it_is_written_and_not_when_it_is_read(
    history: History,
) -> None:
    keep_old(history, old_account())
    history.all()
    assert user_version(history) == 1
    history.keep(todays(), MODEL.label, Score(50, 44, 56, 0.9, None))
    assert user_version(history) == 2
    assert [stored.snapshot.version for stored in history.all()] == [2, 2]
    assert [stored.snapshot.not_stored for stored in history.all()] == [
        ("network", "substance"),
        (),
    ]


def test_a_damaged_snapshot_of_version_1_is_said(history: History) -> None:
    account = old_account()
    del account["window"]
    keep_old(history, account)
    with pytest.raises(AccessError, match="unreadable rows"):
        history.all()
