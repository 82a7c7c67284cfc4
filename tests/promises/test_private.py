"""Private messages are never opened, and nothing ever asks for a socket (reliability U7, P8)."""

import zipfile
from pathlib import Path

import pytest

from tests.cli.processes import ERIKA, FACEBOOK, INSTAGRAM, LINKEDIN, ROOT, XING, Ended, X, python

CANARY = "KANARIENVOGEL"  # stands in every private message of the sample person
PRIVATE = (
    "direct-messages.js",
    "messages.csv",
    "/your_instagram_activity/messages/inbox/",
    "/your_facebook_activity/messages/inbox/",
    "/messages-backend/",
)
DOWNLOADS = {
    "x.zip": X,
    "Complete_LinkedInDataExport_02-28-2026.zip": LINKEDIN,
    "instagram.zip": INSTAGRAM,
    "facebook-erika.beispiel-2026-02-28-Qz8LkP4w.zip": FACEBOOK,
    "xing.zip": XING,
}
SPY = """
import os, sys
from klout_cli.files.container import Member

opened = os.open(os.environ["OPENED"], os.O_WRONLY | os.O_CREAT | os.O_APPEND)
plain = Member.open

def spied(member):
    os.write(opened, f"{member.name}\\n".encode())
    return plain(member)

def hook(event, values):
    if event == "open" and isinstance(values[0], str):
        os.write(opened, f"{values[0]}\\n".encode("utf-8", "replace"))
    elif event.startswith("socket."):
        raise SystemExit(f"a socket: {event}")

Member.open = spied
sys.addaudithook(hook)
"""

COMMANDS = {
    "table": ("score", "-v"),
    "plain": ("score", "-v", "--plain"),
    "json": ("score", "--format", "json"),
    "csv": ("score", "--format", "csv"),
    "inspect": ("inspect", "-v"),
    "nothing counts": ("score", "--only", "quatsch"),
    "strict": ("score", "-v", "--strict"),
    "debug": ("score", "-v", "--debug"),
}


def watched(folder: Path, *arguments: str) -> tuple[Ended, list[str]]:
    """Run klout with a spy on every open and every socket.

    Return how it ended and the files it opened.
    """
    told = folder / "opened.txt"
    done = python(SPY, *arguments, env={"OPENED": str(told)})
    return done, told.read_text(encoding="utf-8").splitlines()


@pytest.fixture(scope="module")
def zipped(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, ...]:
    """The sample person's downloads as they come: one zip each."""
    folder = tmp_path_factory.mktemp("zipped")
    made = []
    for name, export in DOWNLOADS.items():
        with zipfile.ZipFile(folder / name, "w", zipfile.ZIP_DEFLATED) as archive:
            for file in sorted((ROOT / export).rglob("*.*")):
                archive.write(file, file.relative_to(ROOT / export).as_posix())
        made.append(str(folder / name))
    return tuple(made)


def test_the_sample_person_has_private_messages_to_leave_alone() -> None:
    files = [
        path
        for path in (ROOT / ERIKA).rglob("*")
        if path.is_file() and CANARY.encode() in path.read_bytes()
    ]
    assert len(files) == len(PRIVATE)
    assert all(any(mark in path.as_posix() for path in files) for mark in PRIVATE)


@pytest.mark.parametrize("arguments", COMMANDS.values(), ids=COMMANDS)
@pytest.mark.parametrize("form", ["folder", "zips"])
def test_u7_private_messages_are_not_opened(
    tmp_path: Path, zipped: tuple[str, ...], form: str, arguments: tuple[str, ...]
) -> None:
    done, opened = watched(tmp_path, *arguments, *(zipped if form == "zips" else (ERIKA,)))
    assert done.code in (0, 2, 4) and "a socket" not in done.err
    assert CANARY not in done.out + done.err
    assert "json" in arguments or "csv" in arguments or "not opened" in done.out or done.code == 2
    assert all(
        any(name.endswith(file) for name in opened)
        for file in ("tweets.js", "Connections.csv", "your_friends.json")
    )
    assert not [name for name in opened if any(mark in f"/{name}" for mark in PRIVATE)]


@pytest.mark.parametrize(
    "arguments", [(), ("demo",), ("sources",), ("--help",), ("score", "--help"), ("nonsense",)]
)
def test_p8_no_command_asks_for_a_socket(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    done, _ = watched(tmp_path, *arguments)
    assert done.code in (0, 2) and "a socket" not in done.err
    assert CANARY not in done.out + done.err


def test_the_spy_sees(tmp_path: Path) -> None:
    """A socket would be seen, and so would the opening of a private message."""
    told = tmp_path / "opened.txt"
    asked = python(SPY + "\nimport socket; socket.socket()", env={"OPENED": str(told)})
    assert "a socket" in asked.err
    python(
        SPY + f"\nopen({str(ROOT / X / 'data' / 'direct-messages.js')!r}).close()",
        env={"OPENED": str(told)},
    )
    assert "direct-messages.js" in told.read_text(encoding="utf-8")
