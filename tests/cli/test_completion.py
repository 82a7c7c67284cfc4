"""Completion as shells ask for it: commands, factors, accounts, networks, dates and models.

Harmless, quiet, and without a trace.
"""

import os
import pty
import select
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.cli.processes import CLEAN, ERIKA, KLOUT, ROOT, Ended, klout, python, start

HOSTILE = "$(touch pwned)"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A history of two dates, of an account with a handle no shell should see among others."""
    folder = tmp_path_factory.mktemp("home")
    for day in ("2025-09-01", "2026-03-01"):
        table = folder / f"posts-{day}.csv"
        rows = "".join(
            f"{day},{network},{handle},Hallo {n},{n},500\n"
            for n in range(9)
            for network, handle in NAMES
        )
        table.write_text("date,network,account,text,likes,followers\n" + rows, encoding="utf-8")
        assert klout("score", str(table), "--as-of", day, env={"KLOUT_HOME": str(folder)}).code == 0
        table.unlink()
    return folder


NAMES = (("x", "erika_b"), ("mastodon", HOSTILE), ("linkedin", "Erika mit Leerzeichen"))


def asked(shell: str, line: str, env: Mapping[str, str] = {}) -> Ended:
    """Ask as the script of a shell does when TAB is pressed at the end of the line."""
    place = {
        "bash": {"COMP_WORDS": line, "COMP_CWORD": str(len(line.split(" ")) - 1)},
        "zsh": {"_TYPER_COMPLETE_ARGS": line},
    }
    fish = {"_TYPER_COMPLETE_ARGS": line, "_TYPER_COMPLETE_FISH_ACTION": "get-args"}
    return klout(env={"_KLOUT_COMPLETE": f"complete_{shell}", **place.get(shell, fish), **env})


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
@pytest.mark.parametrize(
    ("line", "answers"),
    [
        ("klout his", {"history"}),
        ("klout history sh", {"show"}),
        ("klout explain reso", {"resonance"}),
        ("klout explain eri", {"erika_b"}),
        ("klout score --only eri", {"erika_b"}),
        ("klout score --without linke", {"linkedin"}),
        ("klout sources mas", {"mastodon"}),
        ("klout compare 2025", {"2025-09-01"}),
        ("klout hints --as-of 2026", {"2026-03-01"}),
        ("klout score --as-of new", {"newest"}),
        ("klout score --model prof", {"professional"}),
        ("klout history show pre", {"previous"}),
    ],
)
def test_a_line_goes_on(home: Path, shell: str, line: str, answers: set[str]) -> None:
    done = asked(shell, line, {"KLOUT_HOME": str(home)})
    assert (done.code, done.err) == (0, "")
    assert all(answer in done.out for answer in answers)
    assert "\x1b" not in done.out
    if shell == "bash":
        assert set(done.out.split()) == answers


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
@pytest.mark.parametrize("line", ["klout explain ", "klout score --only "])
def test_t9_no_shell_is_given_what_it_could_run(home: Path, shell: str, line: str) -> None:
    done = asked(shell, line, {"KLOUT_HOME": str(home)})
    assert "erika_b" in done.out
    assert "touch" not in done.out and "Leerzeichen" not in done.out


@pytest.mark.parametrize(
    "line", ["klout explain ", "klout score --only ", "klout compare ", "klout "]
)
def test_asking_leaves_no_trace(tmp_path: Path, home: Path, line: str) -> None:
    before = sorted((file.name, file.stat().st_mtime_ns) for file in home.iterdir())
    assert asked("bash", line, {"KLOUT_HOME": str(home)}).code == 0
    assert sorted((file.name, file.stat().st_mtime_ns) for file in home.iterdir()) == before
    assert asked("bash", line, {"KLOUT_HOME": str(tmp_path)}).code == 0
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("line", ["klout explain ", "klout compare "])
def test_a_damaged_history_is_an_empty_one(tmp_path: Path, line: str) -> None:
    (tmp_path / "history.sqlite3").write_bytes(b"no database" * 500)
    done = asked("bash", line, {"KLOUT_HOME": str(tmp_path)})
    assert (done.code, done.err) == (0, "") and done.out


def test_a_fault_says_nothing_and_writes_no_report(tmp_path: Path) -> None:
    code = "from klout_cli.cli import flags\nflags._stored_snapshots = None"
    env = {
        "_KLOUT_COMPLETE": "complete_bash",
        "COMP_WORDS": "klout compare ",
        "COMP_CWORD": "2",
        "TMPDIR": str(tmp_path),
    }
    assert python(code, env=env) == (0, "", "")
    assert not list(tmp_path.iterdir())


def test_wrong_settings_are_no_matter_while_typing(tmp_path: Path) -> None:
    (tmp_path / "klout.yaml").write_text("quatsch: 1\n", encoding="utf-8")
    env = {
        "_KLOUT_COMPLETE": "complete_bash",
        "COMP_WORDS": "klout compare la",
        "COMP_CWORD": "2",
        "PYTHONPATH": str(ROOT),
    }
    assert start(KLOUT, env, tmp_path) == (0, "latest\n", "")
    assert (
        start((*KLOUT, "score", str(ROOT / ERIKA)), {"PYTHONPATH": str(ROOT)}, tmp_path).code == 2
    )


# What shells of people do with the script they are given; each prints what the line becomes, or
# what is offered for its end.
SHELLS = {
    "bash": 'eval "$(klout --show-completion)"; COMP_WORDS=({line}); COMP_CWORD={last}; _klout_completion klout; echo "${{COMPREPLY[@]}}"',
    "fish": "klout --show-completion | source; complete -C '{line}'",
}
ZSH = 'bindkey -e; autoload -U compinit; compinit -u -D; eval "$(klout --show-completion)"; print -r -- $((20 + 1)) ready\n'
LINES = {
    "klout explain reson": "resonance",
    "klout explain erik": "erika_b",
    "klout compare 2025": "2025-09-01",
}


@pytest.fixture
def people(tmp_path: Path, home: Path) -> dict[str, str]:
    """Return the environment of somebody who has klout and the history, and no settings of any shell."""
    command = tmp_path / "klout"
    command.write_text(f'#!/bin/sh\nexec {" ".join(KLOUT)} "$@"\n', encoding="utf-8")
    command.chmod(0o755)
    path = os.pathsep.join((str(tmp_path), CLEAN["PATH"]))
    return {
        **CLEAN,
        "PATH": path,
        "HOME": str(tmp_path),
        "KLOUT_HOME": str(home),
        "PYTHONPATH": str(ROOT),
        "TERM": "xterm",
    }


@pytest.mark.parametrize("line", LINES)
@pytest.mark.parametrize(
    "name", [pytest.param("bash"), pytest.param("fish", marks=pytest.mark.slow)]
)
def test_a_real_shell_completes(people: dict[str, str], name: str, line: str) -> None:
    if not shutil.which(name):
        pytest.skip(f"no {name} is installed")
    script = SHELLS[name].format(line=line, last=len(line.split()) - 1)
    done = start(
        (name, *(("--no-config",) if name == "fish" else ("--norc",)), "-c", script), people
    )
    assert done.out.split() == [LINES[line]], done.err


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("zsh"), reason="no zsh is installed")
@pytest.mark.parametrize("line", LINES)
def test_zsh_completes_on_a_terminal(people: dict[str, str], line: str) -> None:
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        ("zsh", "-f", "-i"),
        env=people,
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        start_new_session=True,
    )
    os.close(theirs)
    try:
        os.write(ours, ZSH.encode())
        assert "21 ready" in shown_until(ours, "21 ready")
        os.write(ours, f"{line}\t".encode())
        assert LINES[line] in shown_until(ours, LINES[line])
    finally:
        process.kill()
        process.wait()
        os.close(ours)


def shown_until(terminal: int, expected: str) -> str:
    """Read what appears on a terminal until the expected is there, or nothing more comes."""
    shown = ""
    while expected not in shown and select.select([terminal], [], [], 30)[0]:
        shown += os.read(terminal, 65536).decode("utf-8", "replace")
    return shown
