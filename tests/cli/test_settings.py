"""Settings: flags, KLOUT_* variables, ./klout.yaml, the one among the exports, the user's file, defaults: the nearest wins."""

import json
import os
import shutil
import zipfile
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from msgspec.structs import asdict

from klout_cli.files.limits import Limits
from tests.cli.processes import ROOT, Ended, X, klout

PROFESSIONAL, STANDARD = "professional", "klout"


class Desk(NamedTuple):
    """A working folder, an export, and the user's own settings folder."""

    here: Path
    export: Path
    home: Path

    def run(self, *arguments: str, **env: str) -> Ended:
        return klout(
            "score",
            str(self.export),
            "--format",
            "json",
            *arguments,
            env={"KLOUT_HOME": str(self.home), **env},
            cwd=self.here,
        )

    def report(self, *arguments: str, **env: str) -> Any:
        done = self.run(*arguments, **env)
        assert done.code == 0, done.err
        return json.loads(done.out)

    def says(self, place: Path, text: str) -> None:
        (place / "klout.yaml").write_text(text, encoding="utf-8")


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    made = Desk(tmp_path / "here", tmp_path / "export", tmp_path / "home")
    made.here.mkdir()
    made.home.mkdir()
    shutil.copytree(ROOT / X, made.export)
    return made


def test_the_nearest_settings_win(desk: Desk) -> None:
    def name() -> str:
        report = desk.report()
        return str(report["person"]["name"])

    assert name().startswith("Erika Beispiel")
    for place, called in ((desk.home, "User"), (desk.export, "Beside"), (desk.here, "Here")):
        desk.says(place, f"person: {{name: {called}}}")
        assert name() == called


def test_flags_before_variables_before_files(desk: Desk) -> None:
    assert desk.report()["model"]["name"] == STANDARD
    desk.says(desk.here, "model: professional")
    assert desk.report()["model"]["name"] == PROFESSIONAL
    assert desk.report(KLOUT_MODEL=STANDARD)["model"]["name"] == STANDARD
    assert (
        desk.report("--model", PROFESSIONAL, KLOUT_MODEL=STANDARD)["model"]["name"] == PROFESSIONAL
    )


STRANGER = (
    "person: {name: Stranger}\nmodel: professional\nprivate: {include: true}\n"
    "history: {path: elsewhere/evil.sqlite3}\nlimits: {unpacked: 9000000000000}\n"
)
LEFT_OUT = (
    "{}klout.yaml is among the exports, so these keys in it don't count: "
    "history, limits, model, private\n"
)


def assert_only_the_name_counts(done: Ended, file: str, home: Path) -> None:
    assert done.code == 0 and done.err.count(LEFT_OUT.format(file)) == 1, done.err
    report = json.loads(done.out)
    assert (report["person"]["name"], report["model"]["name"]) == ("Stranger", STANDARD)
    assert not list(home.parent.rglob("evil.sqlite3")) and (home / "history.sqlite3").exists()


def test_w7_settings_in_a_folder_of_exports_weaken_no_promise(desk: Desk) -> None:
    desk.says(desk.export, STRANGER)
    assert_only_the_name_counts(desk.run(), f"{desk.export}/", desk.home)
    assert "don't count" not in desk.run("--quiet").err


@pytest.mark.parametrize(
    "paths",
    [
        pytest.param((".",), id="the folder"),
        pytest.param(("{export}",), id="the folder by its full name"),
        pytest.param(("data/..",), id="the folder by another name"),
        pytest.param(("..",), id="a folder around it"),
        pytest.param(("data", "klout.yaml"), id="the settings"),
        pytest.param(("data", "notes.csv"), id="a file beside them"),
    ],
)
def test_settings_of_a_working_folder_of_exports_weaken_no_promise(
    desk: Desk, paths: tuple[str, ...]
) -> None:
    desk.says(desk.export, STRANGER)
    (desk.export / "notes.csv").write_text("note\nbuy coffee\n", encoding="utf-8")
    done = klout(
        "score",
        *(path.format(export=desk.export) for path in paths),
        "--format",
        "json",
        env={"KLOUT_HOME": str(desk.home)},
        cwd=desk.export,
    )
    assert_only_the_name_counts(done, "", desk.home)


@pytest.mark.parametrize("inside", ["", "erika/"], ids=["at the top", "in its folder"])
def test_settings_in_a_zip_weaken_no_promise(desk: Desk, tmp_path: Path, inside: str) -> None:
    desk.says(desk.export, STRANGER)
    path = tmp_path / "export.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for file in sorted(desk.export.rglob("*")):
            archive.write(file, f"{inside}{file.relative_to(desk.export).as_posix()}")
    (desk.export / "klout.yaml").unlink()
    done = klout("score", str(path), "--format", "json", env={"KLOUT_HOME": str(desk.home)})
    assert_only_the_name_counts(done, f"export.zip:{inside}", desk.home)
    shown = klout("config", "show", str(path), env={"KLOUT_HOME": str(desk.home)}).out
    assert "Stranger" in shown and f"export.zip:{inside}klout.yaml" in shown


def test_damaged_settings_in_a_zip_are_named(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "export.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("klout.yaml", "person: {nam: Erika}")
        archive.writestr("notes.csv", "note\nbuy coffee\n")
    done = klout("score", str(path), env={"KLOUT_HOME": str(desk.home)})
    assert done.code == 2 and "export.zip:klout.yaml" in done.err, done.err


def test_settings_given_as_a_file_count_as_in_their_folder(desk: Desk) -> None:
    desk.says(desk.export, STRANGER)
    done = desk.run(str(desk.export / "data"), str(desk.export / "klout.yaml"))
    assert_only_the_name_counts(done, f"{desk.export}/", desk.home)
    assert not any("klout.yaml" in row["file"] for row in json.loads(done.out)["ledger"])


def test_settings_beside_an_archive_are_the_persons_own(desk: Desk) -> None:
    archive = shutil.make_archive(str(desk.here / "twitter"), "zip", desk.export)
    desk.says(desk.here, "model: professional")
    done = klout(
        "score",
        Path(archive).name,
        "--format",
        "json",
        env={"KLOUT_HOME": str(desk.home)},
        cwd=desk.here,
    )
    assert json.loads(done.out)["model"]["name"] == PROFESSIONAL
    assert "don't count" not in done.err


def test_the_persons_own_file_counts_also_in_a_folder_of_exports(desk: Desk) -> None:
    desk.says(desk.export, "model: professional")
    done = desk.run(KLOUT_HOME=str(desk.export))
    assert json.loads(done.out)["model"]["name"] == PROFESSIONAL
    assert "don't count" not in done.err


def test_a_wrong_value_that_does_not_count_stops_nothing(desk: Desk) -> None:
    desk.says(desk.export, "limits: {posts: many}\nmodel: nosuch")
    done = desk.run()
    assert done.code == 0 and "don't count: limits, model\n" in done.err


def test_config_show_leaves_out_what_does_not_count(desk: Desk) -> None:
    desk.says(desk.export, STRANGER)
    done = klout(
        "config",
        "show",
        str(desk.export),
        "--format",
        "json",
        env={"KLOUT_HOME": str(desk.home)},
        cwd=desk.here,
    )
    settings = {row["name"]: row["value"] for row in json.loads(done.out)["settings"]}
    assert settings["person.name"] == "Stranger"
    assert (settings["private.include"], settings["history.path"]) == (False, None)
    assert done.err == LEFT_OUT.format(f"{desk.export}/")


def test_files_add_up_key_by_key(desk: Desk) -> None:
    desk.says(desk.home, "person: {name: Erika, lang: de}\nmodel: professional")
    desk.says(desk.here, "person: {lang: en}\ntopics: {rede: {keywords: [Rede]}}")
    report = desk.report()
    assert (report["person"]["name"], report["model"]["name"]) == ("Erika", PROFESSIONAL)
    assert report["on_topic"] is not None


def test_an_ignored_account_is_left_out(desk: Desk) -> None:
    desk.says(desk.here, '"accounts": {"x:erika_beratet": {ignore: true}}')
    done = desk.run()
    assert (done.code, done.out) == (3, "") and "klout.yaml" in done.err


def test_manual_numbers_are_marked_self_reported(desk: Desk) -> None:
    desk.says(desk.here, '"accounts": {"x:erika_beratet": {followers: 40000}}')
    (account,) = desk.report()["accounts"]
    assert account["audience"]["followers"] == 40_000
    assert account["audience"]["quality"] == "manual"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param("modell: klout", "did you mean model?", id="A29 unknown key"),
        pytest.param("person: {nam: Erika}", "did you mean name?", id="A29 unknown key inside"),
        pytest.param(
            'accounts: {"x:a": {follower: 3}}',
            "did you mean followers?",
            id="A29 unknown key of an account",
        ),
        pytest.param("person: {name: no}", "person.name", id="X8 a truth value for a text"),
        pytest.param("person: {name: a}\nperson: {name: b}", "twice", id="X9 duplicate key"),
        pytest.param("person:\n\tname: a", "line 2", id="X10 tab"),
        pytest.param("- person", "mapping", id="a list"),
        pytest.param("person: &a {name: b}\nprivate: *a", "Aliases", id="X7 alias"),
        pytest.param("model: !!python/object/apply:os.system [ls]", "klout.yaml", id="X6 tag"),
        pytest.param("#" + "x" * 70_000, "64 KB", id="X7 too large"),
        pytest.param("model: profesional", "did you mean professional?", id="a model that is none"),
    ],
)
def test_wrong_settings_are_code_2_and_named(desk: Desk, text: str, said: str) -> None:
    desk.says(desk.here, text)
    done = desk.run()
    assert (done.code, done.out) == (2, "")
    assert said in done.err and len(done.err.splitlines()) <= 3


@pytest.mark.parametrize(
    ("text", "needed", "place"),
    [
        (
            "accounts: {'x:a': {followers: -3}}",
            "Use a whole number from 0 to 1,000,000,000,000.",
            "x:a",
        ),
        (
            "accounts: {'x:a': {following: 99999999999999999999999}}",
            "Use a whole number from 0 to 1,000,000,000,000.",
            "accounts.x:a.following",
        ),
        ("accounts: {'x:a': {followers: many}}", "a whole number", "accounts.x:a.followers"),
        ("accounts: {'x:a': {ignore: 3}}", "true or false", "accounts.x:a.ignore"),
        (
            "accounts: {'x:a': {role: boss}}",
            "Use one of brand, personal, professional.",
            "accounts.x:a.role",
        ),
        ("limits: {members: 0}", "Use a whole number of at least 1.", "limits.members"),
        ("person: {lang: 4}", "Use text.", "person.lang"),
        ("person: Anna", "a mapping of names to values", "person"),
        (
            "topics: {pr: {keywords: [a, '#']}}",
            "Use text without spaces, * and #.",
            "topics.pr.keywords[2]",
        ),
        ("aliases: {likes: gefällt}", "a list", "aliases.likes"),
    ],
)
def test_a_wrong_value_says_what_is_needed_and_where(
    desk: Desk, text: str, needed: str, place: str
) -> None:
    desk.says(desk.here, text)
    done = desk.run()
    assert (done.code, done.out) == (2, "")
    assert needed in done.err and place in done.err
    assert "`" not in done.err


def test_the_highest_number_that_can_be_set_by_hand_counts(desk: Desk) -> None:
    desk.says(desk.here, f"accounts: {{'x:erika_beratet': {{followers: {10**12}}}}}")
    assert desk.report()["accounts"][0]["audience"]["followers"] == 10**12


def test_settings_are_no_export_of_their_own(desk: Desk) -> None:
    desk.says(desk.export, "person: {name: Beside}")
    assert not any("klout.yaml" in row["file"] for row in desk.report()["ledger"])


def test_only_and_without_know_networks_ids_and_handles(desk: Desk) -> None:
    for name in ("x", "X", "x:erika_beratet", "Erika_Beratet"):
        assert len(desk.report("--only", name)["accounts"]) == 1
        done = desk.run("--without", name)
        assert done.code == 3 and "No account is left." in done.err


def test_x12_settings_that_are_a_folder_are_named(desk: Desk) -> None:
    (desk.here / "klout.yaml").mkdir()
    done = desk.run()
    assert (done.code, done.out) == (2, "")
    assert "aren't a plain file" in done.err and "klout.yaml" in done.err


@pytest.mark.parametrize("place", ["here", "home"])
def test_x12_settings_that_lead_nowhere_are_named(desk: Desk, place: str) -> None:
    (getattr(desk, place) / "klout.yaml").symlink_to("gone.yaml")
    done = desk.run()
    assert (done.code, done.out) == (5, "")
    assert "can't be read" in done.err and "klout.yaml" in done.err


def test_x12_a_pipe_is_never_waited_for(desk: Desk) -> None:
    os.mkfifo(desk.here / "klout.yaml")
    assert desk.run().code == 2


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_x12_unreadable_settings_are_named(desk: Desk) -> None:
    desk.says(desk.here, "model: klout")
    (desk.here / "klout.yaml").chmod(0)
    assert desk.run().code == 5


def test_x12_settings_anyone_can_change_are_marked(desk: Desk) -> None:
    desk.says(desk.here, "model: klout")
    (desk.here / "klout.yaml").chmod(0o666)
    assert "anyone can change it" in klout("config", "show", cwd=desk.here).out
    (desk.here / "klout.yaml").chmod(0o600)
    assert "anyone can change it" not in klout("config", "show", cwd=desk.here).out


@pytest.mark.parametrize("arguments", [("score",), ("init", "--force"), ("config", "show")])
def test_x13_settings_of_a_newer_klout_are_refused_and_stay(
    desk: Desk, arguments: tuple[str, ...]
) -> None:
    text = "made_by: klout 20.1\nsomething_new: [1]\n"
    desk.says(desk.here, text)
    done = klout(*arguments, str(desk.export), cwd=desk.here)
    assert (done.code, done.out) == (2, "")
    assert "made by klout 20.1" in done.err and "update klout" in done.err
    assert (desk.here / "klout.yaml").read_text(encoding="utf-8") == text


def test_x13_a_model_of_a_newer_klout_is_refused(desk: Desk) -> None:
    model = desk.here / "own.yaml"
    model.write_text("made_by: klout 20.1\nbased_on: klout\nsomething_new: 1\n", encoding="utf-8")
    done = desk.run("--model", "own.yaml")
    assert done.code == 2 and "made by klout 20.1" in done.err


@pytest.mark.parametrize("made_by", ["klout 0.1.0", "klout 0.0.9", "me", ""])
def test_x13_settings_of_this_klout_or_an_older_one_count(desk: Desk, made_by: str) -> None:
    desk.says(desk.here, f"made_by: {made_by!r}\nmodel: professional")
    assert desk.report()["model"]["name"] == PROFESSIONAL


@pytest.mark.parametrize(
    ("limit", "said"),
    [
        ("unpacked: 1000", "larger than"),
        ("members: 3", "more than 3 files"),
        ("posts: 10", "One account has more than 10 posts."),
        ("edges: 2", "One account has more than 2 contacts and interactions."),
        ("json_depth: 2", "this JSON is nested too deep"),
        ("field: 0", "limits.field"),
        (
            "field: 2147483648",
            "Use a whole number from 1 to 2,147,483,647.\nklout.yaml: limits.field",
        ),
        (
            "field: 9223372036854775807999",
            "Use a whole number from 1 to 2,147,483,647.\nklout.yaml: limits.field",
        ),
        ("depth: 0", "limits.depth"),
        ("posts: many", "limits.posts"),
    ],
)
def test_limits_are_settings(desk: Desk, limit: str, said: str) -> None:
    desk.says(desk.here, f"limits: {{{limit}}}")
    done = desk.run()
    assert done.code in (2, 3) and done.out == ""
    assert said in done.err


@pytest.mark.parametrize(
    ("limit", "reason"),
    [
        ("field: 20", "field over 20 bytes"),
        ("line: 100000", "a line is over 100 kB"),
        ("line: 2000000, field: 2000000", ""),
    ],
)
def test_limits_of_tables_are_settings(desk: Desk, limit: str, reason: str) -> None:
    table = desk.export / "posts.csv"
    rows = "".join(f"2026-02-{day:02},x,erika,{day},900,short\n" for day in range(1, 29))
    table.write_text(
        f"date,network,account,likes,followers,text\n{rows}2026-02-28,x,erika,3,900,{'long ' * 300_000}\n"
    )
    desk.says(desk.here, f"limits: {{{limit}}}")
    done = klout("inspect", str(table), "-v", env={"KLOUT_HOME": str(desk.home)}, cwd=desk.here)
    assert (reason in done.out + done.err) if reason else ("Skipped  0 of 29 rows" in done.out), (
        done
    )


def test_the_flag_goes_before_the_limit_in_settings(desk: Desk) -> None:
    desk.says(desk.here, "limits: {unpacked: 1000}")
    assert desk.run("--limit-gb", "1").code == 0


def test_help_tells_every_limit() -> None:
    shown = klout("help", "limits").out
    for name, default in asdict(Limits()).items():
        assert f"| `{name}` | {default:.0f} |" in shown
    for told in ("100,000 rows", "64 KB", "18 digits", "--limit-gb"):
        assert told in shown
