"""Errors: the first line is one sentence, in English and German."""

import re
from pathlib import Path

import pytest

from klout_cli.errors import as_sentence
from tests.cli.processes import klout

SENTENCE = re.compile(r"(?:[A-ZÄÖÜ“]|klout |--)[^\n]*[.?!]")


@pytest.mark.parametrize(
    ("phrase", "sentence"),
    [
        ("this file is damaged", "This file is damaged."),
        ("can't try that: no replies", "Can't try that: no replies."),
        ("ärgerlich ist das", "Ärgerlich ist das."),
        ("which table?", "Which table?"),
        ("Nothing was read.", "Nothing was read."),
        ("klout can't read this", "klout can't read this."),
        ("--by needs a goal", "--by needs a goal."),
        ("valid_until is before valid_from", "valid_until is before valid_from."),
        ("x.followers is not measured", "x.followers is not measured."),
        ("klout.yaml is damaged", "klout.yaml is damaged."),
    ],
)
def test_a_phrase_becomes_a_sentence_and_names_stay_as_they_are(phrase: str, sentence: str) -> None:
    assert as_sentence(phrase) == sentence


@pytest.mark.parametrize("lang", ["en", "de"])
@pytest.mark.parametrize(
    "arguments",
    [
        ("score", "no-such-file.zip"),
        ("score", "notes.txt"),
        ("score", "empty.zip"),
        ("score", "nothing.csv"),
        ("map", "notes.txt"),
        ("team", "notes.txt"),
        ("card", "-o", "card.gif"),
        ("hints", "--by", "2026-12"),
        ("whatif",),
        ("open",),
        ("rank",),
    ],
    ids=" ".join,
)
def test_the_first_line_of_an_error_is_one_sentence(
    arguments: tuple[str, ...], lang: str, tmp_path: Path
) -> None:
    (tmp_path / "notes.txt").write_text("nothing\n")
    (tmp_path / "empty.zip").write_bytes(b"PK\5\6" + bytes(18))
    (tmp_path / "nothing.csv").write_text("date,likes\n,\n")
    done = klout(*arguments, "--lang", lang, cwd=tmp_path, env={"KLOUT_HOME": str(tmp_path)})
    assert done.code in (2, 3, 5)
    assert SENTENCE.fullmatch(done.err.splitlines()[0])
