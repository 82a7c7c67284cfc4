"""klout init: what it writes can be read back, changes no score, and holds whatever people are called."""

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import settings as tries
from hypothesis import strategies as st
from msgspec.structs import replace

from klout_cli import __version__
from klout_cli.cli.settings import Settings, parse
from klout_cli.cli.settings_page import page
from klout_cli.scoring.structs import as_struct
from tests.cli.processes import ERIKA, LINKEDIN, ROOT, YOUTUBE, Ended, X, klout, terminal

Golden = Callable[[str, str], None]

PR = "PR"
TEMPLATE = Settings(made_by=f"klout {__version__}")

# A line that is switched off: a # and the name of a setting, no blank between them.
SWITCHED_OFF = re.compile(r"^( *)#(?=\S| {2})", re.MULTILINE)


def run(here: Path, *arguments: str) -> Ended:
    return klout("init", *arguments, cwd=here, env={"KLOUT_LANG": "en"})


def settings_of(text: str) -> Settings:
    settings: Settings = as_struct(parse(text, "klout.yaml"), Settings, "klout.yaml")
    return settings


def written(here: Path, *arguments: str) -> str:
    done = run(here, *arguments)
    assert (done.code, done.out) == (0, "") and "wrote klout.yaml" in done.err
    return (here / "klout.yaml").read_text(encoding="utf-8")


def score(here: Path, *paths: str) -> Any:
    done = klout("score", *paths, "--format", "json", cwd=here)
    assert done.code == 0, done.err
    return json.loads(done.out)


@pytest.fixture
def exports(tmp_path: Path) -> Path:
    """The sample person's exports without their klout.yaml."""
    folder = tmp_path / "exports"
    shutil.copytree(ROOT / ERIKA, folder, ignore=shutil.ignore_patterns("klout.yaml"))
    return folder


def test_the_template_is_golden_and_says_nothing(tmp_path: Path, golden: Golden) -> None:
    text = written(tmp_path)
    assert settings_of(text) == TEMPLATE
    assert (tmp_path / "klout.yaml").stat().st_mode & 0o777 == 0o600
    golden("cli-init-template.yaml", text)


def test_what_is_found_is_golden(tmp_path: Path, golden: Golden) -> None:
    golden(
        "cli-init.yaml",
        written(tmp_path, str(ROOT / X), str(ROOT / LINKEDIN), str(ROOT / ERIKA / "accounts.csv")),
    )


@pytest.mark.parametrize(
    ("name", "paths"),
    [("template", ()), ("found", (str(ROOT / X), str(ROOT / LINKEDIN), str(ROOT / YOUTUBE)))],
)
def test_its_comments_are_german_and_its_settings_the_same(
    tmp_path: Path, golden: Golden, name: str, paths: tuple[str, ...]
) -> None:
    english = settings_of(written(tmp_path, *paths))
    assert "klout.yaml" in run(tmp_path, *paths, "--force", "--lang", "de").err
    german = (tmp_path / "klout.yaml").read_text(encoding="utf-8")
    assert settings_of(german) == english
    golden(f"de-init-{name}.yaml", german)


@pytest.mark.parametrize(
    ("paths", "topic", "keyword"), [((), "communication", "marketing*"), ((str(ROOT / X),), PR, PR)]
)
def test_every_line_that_is_switched_off_can_be_used(
    tmp_path: Path, paths: tuple[str, ...], topic: str, keyword: str
) -> None:
    settings = settings_of(SWITCHED_OFF.sub(r"\1", written(tmp_path, *paths)))
    assert settings.topics[topic].keywords[-1] == keyword
    assert settings.aliases and settings.model == "klout" and settings.person.lang == "de"


def test_it_names_person_accounts_and_roles(tmp_path: Path, exports: Path) -> None:
    settings = settings_of(written(tmp_path, str(exports)))
    accounts = {account["id"]: account for account in score(exports, str(exports))["accounts"]}
    assert settings.person.name == "Erika Beispiel"
    assert settings.accounts.keys() == accounts.keys()
    assert {
        settings.accounts[id].role
        for id in ("x:erika_beratet", "linkedin:erika-beispiel-kommunikation")
    } == {"personal"}
    assert all(
        told.role == "brand"
        for id, told in settings.accounts.items()
        if id.startswith("facebook_page:")
    )
    silent = {
        id
        for id, account in accounts.items()
        if account["audience"]["quality"] in ("inferred", "unknown")
    }
    text = (tmp_path / "klout.yaml").read_text(encoding="utf-8")
    assert text.count("#followers:  # your exports don't include it") == len(silent)


def test_scoring_with_it_gives_the_same_score(tmp_path: Path, exports: Path) -> None:
    for place in (tmp_path, exports):
        before = score(place, str(exports))
        written(place, str(exports))
        assert score(place, str(exports)) == before
        (place / "klout.yaml").unlink()


def test_it_says_what_a_replaced_file_said(tmp_path: Path) -> None:
    said = (
        'person: {lang: de}\naccounts: {"x:erika_beratet": {ignore: true, role: brand}, "xing:Erika": {followers: 71}, "blog:a": {}}\n'
        "topics: {rede: {keywords: [Rede]}}\ntables: {a | b: {date: a, likes: b}}\nprivate: {include: true}\n"
        "model: professional\nlimits: {posts: 900000}\n"
    )
    (tmp_path / "klout.yaml").write_text(said, encoding="utf-8")
    before = settings_of(said)
    assert run(tmp_path, str(ROOT / X)).code == 2, "S13: not without --force"
    assert (tmp_path / "klout.yaml").read_text(encoding="utf-8") == said
    after = settings_of(written(tmp_path, str(ROOT / X), "--force"))
    assert after.person.name.startswith("Erika")
    assert replace(after, person=before.person, made_by="") == before


def test_a_dash_is_the_standard_output(tmp_path: Path) -> None:
    done = run(tmp_path, "-o", "-")
    assert (done.code, done.err) == (0, "") and settings_of(done.out) == TEMPLATE
    assert not list(tmp_path.iterdir())


NAMES = (
    "no",
    "on: {",
    "Anna: #1",
    'Jörg "J" Ö\'Neil',
    "- x",
    "&a *b !c",
    "1_000",
    "= 1 %",
    "\u0085\u2028",
    "😀 null",
)


@pytest.mark.parametrize("name", NAMES)
def test_names_of_exports_cannot_break_it(tmp_path: Path, name: str) -> None:
    quoted = '"' + name.replace('"', '""') + '"'
    table = f"person,network,account,followers,likes\n{quoted},mastodon,{quoted},40,3\n"
    (tmp_path / "people.csv").write_text(table, encoding="utf-8", newline="")
    settings = settings_of(written(tmp_path, "people.csv"))
    (account,) = score(tmp_path, "people.csv")["accounts"]
    assert list(settings.accounts) == [account["id"]]


TEXT = st.text(st.characters(codec="utf-8"), max_size=30)


@tries(deadline=None, derandomize=True, max_examples=40)
@given(TEXT, TEXT, st.lists(TEXT, max_size=3, unique=True))
def test_any_name_can_be_written_and_read_back(name: str, lang: str, ids: list[str]) -> None:
    settings = settings_of(
        page(name, lang, {id: ["role: brand"] for id in ids}, {"model": name} if name else {})
    )
    assert (settings.person.name, settings.person.lang, settings.model) == (name, lang, name)
    assert list(settings.accounts) == ids


def test_an_input_is_never_overwritten(tmp_path: Path) -> None:
    (tmp_path / "posts.csv").write_text("date,likes\n2026-02-01,3\n", encoding="utf-8")
    done = run(tmp_path, "posts.csv", "-o", "posts.csv", "--force")
    assert done.code == 2 and "input" in done.err


def test_settings_that_are_wrong_are_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "klout.yaml").write_text("persn: {name: Erika}\n", encoding="utf-8")
    done = run(tmp_path, "--force")
    assert done.code == 2 and "did you mean person?" in done.err


def test_nothing_usable_is_code_3(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("nothing\n", encoding="utf-8")
    assert run(tmp_path, "notes.txt").code == 3
    assert not (tmp_path / "klout.yaml").exists()


def test_roles_are_three(tmp_path: Path) -> None:
    (tmp_path / "klout.yaml").write_text(
        yaml.safe_dump({"accounts": {"x:a": {"role": "brnd"}}}), encoding="utf-8"
    )
    done = klout("score", str(ROOT / X), cwd=tmp_path)
    assert done.code == 2 and "role" in done.err


def test_the_proposals_of_klout_topics_are_written_switched_off(tmp_path: Path) -> None:
    text = written(tmp_path, str(ROOT / X))
    found = klout("topics", str(ROOT / X), "-f", "json", cwd=tmp_path)
    names = [topic["topic"] for topic in json.loads(found.out)["proposals"]][:5]
    assert settings_of(text).topics == {}
    section = text[text.index("#topics:") :].split("\n\n")[0]
    switched_on = yaml.safe_load(SWITCHED_OFF.sub(r"\1", section))
    assert list(switched_on["topics"]) == names
    assert "These words stand out in your posts." in text and "remove the #" in text


def test_topics_of_a_replaced_file_stay_without_proposals(tmp_path: Path) -> None:
    (tmp_path / "klout.yaml").write_text("topics: {rede: {keywords: [Rede]}}\n", encoding="utf-8")
    text = written(tmp_path, str(ROOT / X), "--force")
    assert list(settings_of(text).topics) == ["rede"] and "stand out" not in text


def test_accounts_without_posts_get_the_example_of_a_topic(tmp_path: Path) -> None:
    table = "network,account,followers,likes\nmastodon,me,40,3\n"
    (tmp_path / "me.csv").write_text(table, encoding="utf-8")
    text = written(tmp_path, "me.csv")
    assert "#  communication:" in text and "stand out" not in text


LACKING = "date,network,account,text,likes\n2026-02-01,mastodon,me,one,3\n2026-02-05,x,too,two,4\n"
ASKED = "How many followers does"


@pytest.fixture
def lacking(tmp_path: Path) -> Path:
    """A folder with posts of two accounts, without followers."""
    (tmp_path / "posts.csv").write_text(LACKING, encoding="utf-8")
    return tmp_path


def followers_in(folder: Path) -> dict[str, int | None]:
    settings = settings_of((folder / "klout.yaml").read_text(encoding="utf-8"))
    return {id: account.followers for id, account in settings.accounts.items()}


def test_on_a_terminal_it_asks_for_followers_until_it_gets_a_number(lacking: Path) -> None:
    shown = terminal("init", "posts.csv", cwd=lacking, typed="many\n1.204\n\n")
    assert shown.count(ASKED) == 3
    assert sorted(followers_in(lacking).values(), key=str) == [1204, None]
    text = (lacking / "klout.yaml").read_text(encoding="utf-8")
    assert "followers: 1204  # self-reported" in text
    assert text.count("#followers:  # your exports don't include it") == 1


def test_what_is_known_is_not_asked(lacking: Path) -> None:
    known = 'accounts: {"mastodon:me": {followers: 71}, "x:too": {ignore: true}}\n'
    (lacking / "klout.yaml").write_text(known, encoding="utf-8")
    shown = terminal("init", "posts.csv", "--force", cwd=lacking, typed="\n")
    assert ASKED not in shown and followers_in(lacking) == {"mastodon:me": 71, "x:too": None}
    export = terminal("init", str(ROOT / X), "--force", cwd=lacking, typed="\n")
    assert ASKED not in export


def test_answers_that_end_leave_the_rest_out(lacking: Path) -> None:
    shown = terminal("init", "posts.csv", cwd=lacking, typed="5\n\x04")
    assert shown.count(ASKED) == 2
    assert sorted(followers_in(lacking).values(), key=str) == [5, None]


def test_without_input_or_a_terminal_it_never_asks(lacking: Path) -> None:
    shown = terminal("init", "posts.csv", "--no-input", cwd=lacking, typed="7\n")
    assert ASKED not in shown
    done = run(lacking, "posts.csv", "--force")
    assert done.code == 0 and ASKED not in done.err
    assert set(followers_in(lacking).values()) == {None}
