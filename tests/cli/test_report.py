"""`klout report`, `--application`, `klout verify` and `--redact` as the processes people start."""

import json
import re
import subprocess
import sys
import time
from html import unescape
from pathlib import Path

import pytest

from klout_cli.cli.browser import find_browser
from klout_cli.cli.report_options import rebuild_application
from klout_cli.reports.verify import differences
from tests.cli.processes import ERIKA, LINKEDIN, ROOT, X, klout, told

POST = "2011679889998084433"
NAMES = re.compile(
    r"erika|beispiel|kaffeepause|mops|Complete_LinkedIn|tweets?\.js|sample_data", re.IGNORECASE
)


def made(
    folder: Path, *options: str, name: str = "page.html", paths: tuple[str, ...] = (X, LINKEDIN)
) -> Path:
    file = folder / name
    done = klout("report", *paths, "-o", str(file), "--no-history", *options)
    assert (done.code, done.out) == (0, ""), done.err
    return file


@pytest.mark.parametrize(
    ("suffix", "begins"),
    [(".html", "<!DOCTYPE html>"), (".md", "# Klout score"), (".json", "{"), (".csv", "account,")],
)
def test_the_name_tells_the_format_and_the_file_is_private(
    tmp_path: Path, suffix: str, begins: str
) -> None:
    file = made(tmp_path, name=f"report{suffix}")
    assert file.read_text(encoding="utf-8").startswith(begins)
    assert file.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize(
    "arguments",
    [
        ("-o", "report.txt"),
        ("-o", "x.md", "--application"),
        ("-o", "x.html", "--application", "--format", "json"),
    ],
)
def test_a_format_nobody_writes_is_refused_before_anything_is_read(
    arguments: tuple[str, ...],
) -> None:
    done = klout("report", "nothing.zip", *arguments)
    assert (done.code, done.out) == (2, "")
    assert len(done.err.splitlines()) <= 3


def test_a_folder_that_is_missing_is_refused_before_anything_is_read(tmp_path: Path) -> None:
    done = klout("report", "nothing.zip", "-o", str(tmp_path / "none" / "page.html"))
    assert (done.code, done.out) == (5, "")
    assert "that folder doesn't exist" in done.err and "nothing.zip" not in done.err


def test_without_a_name_the_report_is_beside_and_replaces_only_a_report(tmp_path: Path) -> None:
    env, page = {"KLOUT_HOME": str(tmp_path / "home")}, tmp_path / "klout-report.html"
    arguments = ("report", str(ROOT / X), "--no-history")
    done = klout(*arguments, env=env, cwd=tmp_path)
    assert (done.code, done.out, done.err) == (0, "", "Report saved. Open it: klout open\n")
    assert klout(*arguments, env=env, cwd=tmp_path).code == 0
    page.write_text("<p>mine", encoding="utf-8")
    assert klout(*arguments, env=env, cwd=tmp_path).code == 2
    assert page.read_text(encoding="utf-8") == "<p>mine"


def opener(folder: Path) -> dict[str, str]:
    """Return an environment whose opener notes what it is to open."""
    program = folder / "xdg-open"
    program.write_text(f'#!/bin/sh\nprintf "%s" "$1" > "{folder}/opened"\n', encoding="utf-8")
    program.chmod(0o755)
    return {"KLOUT_HOME": str(folder / "home"), "PATH": f"{folder}:/usr/bin:/bin"}


def opened(folder: Path) -> str:
    """Wait for the opener, which klout doesn't, and return what it opened."""
    for _try in range(200):
        if (folder / "opened").exists() and (text := (folder / "opened").read_text()):
            (folder / "opened").unlink()
            return text
        time.sleep(0.05)
    return ""


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have other openers")
def test_the_last_report_is_opened(tmp_path: Path) -> None:
    env, file = opener(tmp_path), tmp_path / "page.html"
    done = klout("open", env=env)
    assert done.code == 3 and "There is no report yet." in done.err
    assert klout("report", X, "--no-history", "-o", str(file), "--open", env=env).code == 0
    assert opened(tmp_path) == str(file)
    assert klout("open", env=env).code == 0
    assert opened(tmp_path) == str(file)


def test_names_of_others_are_for_the_owner_alone(tmp_path: Path) -> None:
    named, shared = (
        made(tmp_path, *options, name=f"{len(options)}.html", paths=(ERIKA,)).read_text(
            encoding="utf-8"
        )
        for options in ((), ("--share",))
    )
    assert "Jana Musterfeld" in named and 'id="posts"' in named and 'id="times"' in named
    assert "Contact 1" in shared and 'id="posts"' not in shared and 'id="times"' in shared


def test_posts_are_chosen_or_left_out(tmp_path: Path) -> None:
    chosen = made(tmp_path, "--application", "--post", POST, name="a.html").read_text()
    none = made(tmp_path, "--application", "--no-posts", name="b.html").read_text()
    assert "Kleine Übung" in chosen and chosen.count("<li>") == 5  # four tiles and the post
    assert 'id="posts"' not in none
    assert klout("verify", str(tmp_path / "b.html"), X, LINKEDIN).code == 0


def test_without_a_browser_a_pdf_is_refused_in_a_sentence(tmp_path: Path) -> None:
    env = {"PATH": str(tmp_path)}
    done = klout("report", X, "--no-history", "-o", str(tmp_path / "a.pdf"), env=env)
    assert (done.code, done.out) == (5, "")
    assert "No Chromium, Chrome or Edge was found" in done.err and ".html" in done.err


@pytest.mark.skipif(find_browser() is None, reason="no browser is installed")
def test_an_application_is_a_pdf_of_one_page(tmp_path: Path) -> None:
    file = made(tmp_path, "--application", name="application.pdf")
    assert file.read_bytes().startswith(b"%PDF") and file.stat().st_mode & 0o777 == 0o600
    assert len(re.findall(rb"/Type /Page\b(?!s)", file.read_bytes())) == 1


def test_s13_no_file_is_replaced_unasked(tmp_path: Path) -> None:
    file = made(tmp_path)
    assert klout("report", X, "-o", str(file)).code == 2
    assert klout("report", X, "-o", str(file), "--force", "--no-history").code == 0
    table = tmp_path / "posts.csv"
    table.write_text("date,network,account,likes\n")
    assert klout("report", str(table), "-o", str(table), "--force").code == 2
    assert table.read_text().startswith("date")


def test_p7_a_work_tree_of_git_is_warned_of(tmp_path: Path) -> None:
    assert klout("report", X, "-o", str(tmp_path / "a.html")).err == ""
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    (tmp_path / "folder").mkdir()
    assert "git" in klout("report", X, "-o", str(tmp_path / "folder" / "a.html")).err


def test_the_history_gives_its_dates_and_a_snapshot_is_enough(tmp_path: Path) -> None:
    env = {"KLOUT_HOME": str(tmp_path)}
    assert klout("report", X, "-o", str(tmp_path / "one.html"), env=env).code == 0
    assert 'id="trend"' not in (tmp_path / "one.html").read_text()
    for day in ("2025-10-01", "2026-02-27"):
        assert klout("score", X, "--as-of", day, env=env).code == 0
    assert klout("report", "-o", str(tmp_path / "two.html"), env=env).code == 0
    page = (tmp_path / "two.html").read_text()
    assert 'id="trend"' in page and "1 Oct 2025" in page and "margin of error" in page
    assert klout("report", "-o", str(tmp_path / "three.html"), "--no-history", env=env).code == 0
    assert 'id="trend"' not in (tmp_path / "three.html").read_text()


def test_a_damaged_history_takes_nothing_but_the_dates(tmp_path: Path) -> None:
    (tmp_path / "history.sqlite3").write_bytes(b"no database at all, " * 100)
    done = klout("report", X, "-o", str(tmp_path / "page.html"), env={"KLOUT_HOME": str(tmp_path)})
    assert done.code == 0
    assert "The report shows no earlier dates: " in done.err


def test_strict_refuses_skipped_rows(tmp_path: Path) -> None:
    assert (
        klout("report", ERIKA, "-o", str(tmp_path / "a.json"), "--strict", "--no-history").code == 4
    )


def test_verify_accepts_the_page_and_renamed_exports_in_any_order(tmp_path: Path) -> None:
    file = made(tmp_path, "--application", "--post", POST)
    other = tmp_path / "renamed"
    other.symlink_to(ROOT / X)
    for paths in ((X, LINKEDIN), (LINKEDIN, X)):
        done = klout("verify", str(file), *paths)
        assert (done.code, done.err) == (0, "")
        assert "Verified" in done.out


def test_verify_says_what_differs(tmp_path: Path) -> None:
    file = made(tmp_path, "--application")
    page = file.read_text(encoding="utf-8")
    (value,) = re.findall(r'<strong class="large">(\d+)</strong>', page)
    changed = f"{int(value) + 10}"
    file.write_text(page.replace(f">{value}</strong>", f">{changed}</strong>"), encoding="utf-8")
    done = klout("verify", str(file), X, LINKEDIN)
    assert done.code == 1
    assert "Rejected" in done.out
    assert re.search(rf"{changed}\n.*{value}\n", done.out)
    assert klout("verify", str(file), X).code == 1


def test_verify_rejects_every_single_digit_that_is_changed(tmp_path: Path) -> None:
    """Of the whole page, also in pictures, fingerprints, dates and the options."""
    page = made(tmp_path, "--application", "--post", POST).read_text(encoding="utf-8")
    right = rebuild_application(page, [ROOT / X, ROOT / LINKEDIN])
    assert not [*differences(page, right)]
    body = page.index("<body")
    for place in (match.start() for match in re.finditer(r"\d", page[body:])):
        digit = str((int(page[body + place]) + 1) % 10)
        forged = page[: body + place] + digit + page[body + place + 1 :]
        assert [*differences(forged, right)], page[body + place - 20 : body + place + 20]


@pytest.mark.parametrize(
    "change",
    [("2026-02-28", "2026-02-27"), ("2026-02-28", "2096-02-28"), ("as-of", "asof"), (POST, "17")],
)
def test_verify_rejects_options_that_are_changed(tmp_path: Path, change: tuple[str, str]) -> None:
    file = made(tmp_path, "--application", "--post", POST)
    page = file.read_text(encoding="utf-8")
    (options,) = re.findall(r'<meta name="klout-options" content="(.*)">', page)
    assert "as-of" in json.loads(unescape(options))
    file.write_text(page.replace(options, options.replace(*change)), encoding="utf-8")
    assert klout("verify", str(file), X, LINKEDIN).code == 1


def test_verify_needs_a_page_and_exports(tmp_path: Path) -> None:
    file = made(tmp_path)
    assert klout("verify", str(file), X).code == 3
    assert klout("verify", str(tmp_path / "none.html"), X).code == 5
    assert klout("verify", str(made(tmp_path, "--application", name="b.html"))).code == 2


def test_a_post_that_is_none_of_one_s_own_is_no_best_work(tmp_path: Path) -> None:
    done = klout("report", X, "--application", "--post", "17", "-o", str(tmp_path / "a.html"))
    assert done.code == 2
    assert "17" in done.err


def test_a_redacted_page_is_verified_too(tmp_path: Path) -> None:
    file = made(tmp_path, "--application", "--redact", "--person", "Erika Beispiel")
    assert not NAMES.search(file.read_text(encoding="utf-8"))
    assert klout("verify", str(file), X, LINKEDIN).code == 0
    assert (
        klout(
            "report", X, "--application", "--redact", "--post", POST, "-o", str(tmp_path / "b.html")
        ).code
        == 2
    )


TWO_DATES = ("compare", X, "--as-of", "2025-10-01", "--as-of", "2026-02-27")


@pytest.mark.parametrize(
    "arguments",
    [
        *(
            ("score", ERIKA, "--no-history", "--format", format)
            for format in ("table", "json", "csv", "markdown", "html")
        ),
        *(
            ("report", ERIKA, "--no-history", "--format", format)
            for format in ("json", "markdown", "html")
        ),
        *(
            (*TWO_DATES, "--format", format)
            for format in ("table", "json", "csv", "markdown", "html")
        ),
        *(
            ("compare", X, "--period", "quarter", "--format", format)
            for format in ("table", "json", "csv", "markdown", "html")
        ),
    ],
    ids=" ".join,
)
def test_p1_nothing_leaves_any_command_in_any_format(arguments: tuple[str, ...]) -> None:
    done = told(*arguments, "--redact")
    assert (done.code, NAMES.search(done.out)) == (0, None)


def test_names_are_there_where_they_are_not_withheld() -> None:
    assert NAMES.search(told("score", ERIKA, "--no-history", "--format", "json").out)


@pytest.mark.parametrize(
    "arguments",
    [
        *(("audit", ERIKA, "--format", format, "-v") for format in ("table", "json")),
        *(
            ("explain", what, ERIKA, "--format", format)
            for what in ("resonance", "network", "interval", "style", "outreach")
            for format in ("table", "json")
        ),
        ("explain", ERIKA, "--formula"),
        ("explain", "instagram", ERIKA),
        ("explain", ERIKA),
    ],
    ids=" ".join,
)
def test_p1_nothing_leaves_an_explanation_or_the_audit(arguments: tuple[str, ...]) -> None:
    done = told(*arguments, "--share")
    assert (done.code, done.err) == (0, "")
    assert not NAMES.search(done.out)
