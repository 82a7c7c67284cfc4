"""Hostile texts, names and file names under every command on a terminal: nothing but text and klout's own colours (T1 to T9, T13)."""

import csv
import json
import re
from pathlib import Path

import pytest

from tests.cli.processes import klout, terminal
from tests.importers import linkedin_archives, x_archives

HARM = "\x1b[5;41mrot\x1b]0;t\x07\x9b2J\r\u202e[bold]b[/bold] <script>alert(1)</script> | `=1+1`"
FORMULA = "=HYPERLINK(1)"
COLOUR = re.compile(r"\x1b\[([0-9;]*)m")
HARMFUL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]")
COMMANDS: dict[str, tuple[str, ...]] = {
    "score": ("score", "{export}", "-v"),
    "score plain": ("score", "{export}", "--plain", "-v"),
    "inspect": ("inspect", "{export}", "-v"),
    "explain": ("explain", "resonance", "{export}", "--with-posts"),
    "formula": ("explain", "--formula", "{export}"),
    "compare": ("compare", "{export}", "--as-of", "2024-11-01", "--as-of", "2024-11-20"),
    "audit": ("audit", "{export}"),
    "network": ("network", "{export}", "--merges"),
    "topics": ("topics", "{export}"),
    "hints": ("hints", "{export}"),
    "whatif": ("whatif", "{export}", "--set", "x.followers=+10%"),
    "perks": ("perks", "{export}"),
    "init": ("init", "{export}", "-o", "-"),
    "history": ("history", "list"),
    "rank": ("rank", "{export}/../accounts.csv"),
    "fault": ("score", "{export}/nowhere\x1b[5;41m\x9b2J.zip"),
    "wrong usage": ("score", "{export}", "--only", HARM),
}


@pytest.fixture(scope="module")
def export(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of hostile name with an X archive and LinkedIn's contacts.

    Beside it a table of accounts.
    """
    folder = tmp_path_factory.mktemp("hostile") / "a\x1b[5;41m\u202e[bold]x"
    tweets = [x_archives.tweet(number, f"{HARM} @{number} {FORMULA}") for number in range(1, 30)]
    account = [
        {
            "account": {
                "accountId": "1",
                "username": FORMULA,
                "accountDisplayName": HARM,
                "email": "a@example.org",
            }
        }
    ]
    files: dict[str, str | bytes] = {
        **x_archives.archive(*tweets),
        "data/account.js": x_archives.js("account", account),
    }
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
    header = "First Name,Last Name,URL,Email Address,Company,Position,Connected On"
    hostile = [
        linkedin_archives.connection(f"{HARM} {number}", FORMULA, f"slug{number}", HARM, HARM)
        for number in range(3)
    ]
    plain = [
        linkedin_archives.connection("Mia", f"Muster{number}", f"mia-{number}")
        for number in range(400)
    ]
    (folder / "Connections.csv").write_text(
        linkedin_archives.table(header, [*hostile, *plain]), encoding="utf-8"
    )
    filler = "".join(
        f"Mia Muster {number},x,mia{number},500,20,30,40,10,2\n" for number in range(300)
    )
    people = f'"{HARM}",x,"{HARM}",900,20,30,40,10,2\n{FORMULA},x,{FORMULA},800,20,30,40,10,2\n'
    header = "person,network,account,followers,posts,likes,comments,shares,responders\n"
    (folder.parent / "accounts.csv").write_text(
        header + people + filler, encoding="utf-8", newline=""
    )
    return folder


@pytest.mark.parametrize("arguments", COMMANDS.values(), ids=COMMANDS)
def test_t1_t9_a_terminal_gets_text_and_own_colours(
    tmp_path: Path, export: Path, arguments: tuple[str, ...]
) -> None:
    command = tuple(word.format(export=export) if word != HARM else word for word in arguments)
    env = {"KLOUT_HOME": str(tmp_path)}
    if command[0] == "history":
        klout("score", str(export), "-q", env=env)
    done = klout(*command, env=env)
    shown = terminal(*command, env=env)
    assert done.code in (0, 2, 5) and (done.code == 0) == bool(done.out), done.err
    assert not HARMFUL.search(COLOUR.sub("", shown)) and not HARMFUL.search(done.out + done.err)
    assert not {"5", "41"} & {part for codes in COLOUR.findall(shown) for part in codes.split(";")}


def test_t10_t13_t14_files_for_other_programs_hold_text_alone(tmp_path: Path, export: Path) -> None:
    env = {"KLOUT_HOME": str(tmp_path)}
    done = klout(
        "score",
        str(export),
        "-f",
        "csv",
        "-f",
        "json",
        "-f",
        "html",
        "-f",
        "markdown",
        "-o",
        f"{tmp_path}/all",
        "-q",
        env=env,
    )
    assert done.code == 0, done.err
    with (tmp_path / "all.csv").open(encoding="utf-8", newline="") as table:
        cells = [cell for row in csv.reader(table) for cell in row]
    assert not [
        cell
        for cell in cells
        if cell.startswith(("=", "@", "+", "\t")) or (cell.startswith("-") and not _number(cell))
    ]
    assert "<script>alert" not in (tmp_path / "all.html").read_text(encoding="utf-8")
    assert not any(
        HARMFUL.search((tmp_path / f"all.{kind}").read_text(encoding="utf-8"))
        for kind in ("csv", "html", "md")
    )
    assert json.loads((tmp_path / "all.json").read_text(encoding="utf-8"))["score"]


def _number(cell: str) -> bool:
    return re.fullmatch(r"-[0-9.e-]+", cell) is not None
