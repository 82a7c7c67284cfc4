"""klout config show: every setting, its value, and who says it."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.cli.processes import Ended, klout


def run(here: Path, *arguments: str, **env: str) -> Ended:
    done = klout("config", "show", *arguments, env=env, cwd=here)
    assert (done.code, done.err) == (0, "")
    return done


def rows(here: Path, *arguments: str, **env: str) -> dict[str, Any]:
    told = json.loads(run(here, *arguments, "--format", "json", **env).out)
    assert told["schema"] == "klout.settings/1"
    return {row["name"]: (row["value"], row["origin"], row["where"]) for row in told["settings"]}


@pytest.fixture
def home(tmp_path: Path) -> Path:
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "klout.yaml").write_text(
        "person: {name: Erika, lang: de}\nmodel: professional\n", encoding="utf-8"
    )
    return tmp_path / "home"


def test_defaults(tmp_path: Path) -> None:
    found = rows(tmp_path)
    assert found["tz"] == ("UTC", "default", None)
    assert found["person.name"] == found["accounts"] == (None, "default", None)
    assert found["private.include"] == (False, "default", None)


def test_every_variable_the_commands_know_is_a_setting(tmp_path: Path) -> None:
    for name, value in {
        "tz": "Europe/Berlin",
        "decimal": ",",
        "date-order": "mdy",
        "limit-gb": "3",
        "encoding": "cp1252",
    }.items():
        variable = "KLOUT_" + name.upper().replace("-", "_")
        assert rows(tmp_path, **{variable: value})[name] == (value, "environment", variable)
    assert rows(tmp_path, KLOUT_TZ="")["tz"] == ("UTC", "default", None)


def test_the_nearest_says_it(tmp_path: Path, home: Path) -> None:
    found = rows(tmp_path, KLOUT_HOME=str(home))
    assert found["model"] == ("professional", "file", str(home / "klout.yaml"))
    exports = tmp_path / "exports"
    exports.mkdir()
    (exports / "klout.yaml").write_text(
        'person: {name: Beside}\naccounts: {"x:a.b": {followers: 3}}\n', encoding="utf-8"
    )
    (tmp_path / "klout.yaml").write_text(
        "topics: {rede: {keywords: [Rede, Vortrag]}}\n", encoding="utf-8"
    )
    found = rows(tmp_path, "exports", KLOUT_HOME=str(home), KLOUT_MODEL="klout")
    assert found["person.name"] == ("Beside", "file", "exports/klout.yaml")
    assert found["person.lang"] == ("de", "file", str(home / "klout.yaml"))
    assert found["accounts.x:a.b.followers"] == (3, "file", "exports/klout.yaml")
    assert found["topics.rede.keywords"] == (["Rede", "Vortrag"], "file", "klout.yaml")
    assert found["model"] == ("klout", "environment", "KLOUT_MODEL")
    assert "accounts" not in found and "topics" not in found


def test_the_table_is_golden(tmp_path: Path, golden: Callable[[str, str], None]) -> None:
    said = 'accounts: {"x:a": {ignore: true}}\ntopics: {rede: {keywords: [Rede, "\\e[31mrot"]}}\n'
    (tmp_path / "klout.yaml").write_text(said, encoding="utf-8")
    shown = run(tmp_path, KLOUT_TZ="Europe/Berlin", KLOUT_HOME="/nonexistent").out
    assert "\x1b" not in shown, "T1"
    golden("cli-config.txt", shown)


@pytest.mark.parametrize("text", ["modell: klout\n", "person: [\n"])
def test_wrong_settings_are_code_2(tmp_path: Path, text: str) -> None:
    (tmp_path / "klout.yaml").write_text(text, encoding="utf-8")
    done = klout("config", "show", cwd=tmp_path)
    assert (done.code, done.out) == (2, "") and "klout.yaml" in done.err
