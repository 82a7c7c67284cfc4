"""What stands in exports stays there: no words, names, handles or addresses but where they were asked for (reliability P1, P4, P5, P9).

The sample person's own exports are the canaries: every text, name, handle and mail address in any file of them is looked for in all
that a command writes, on both streams, in its files and in the bytes of the history. `ALLOWED` is the whole table of what may appear.
"""

import html
import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from klout_cli.importers.container import open_container
from klout_cli.importers.dates import midnight
from klout_cli.importers.interface import Reading
from klout_cli.importers.read import read
from klout_cli.profile.limits import Limits
from tests.cli.processes import ERIKA, ROOT, Ended, klout, python

OWN = {"erika beispiel", "bürokater mops"}
MAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]*\w")
HANDLE = re.compile(r"(?=.{9})(?=.*[._\d])[\w.]+")
WORDS_OF_A_TEXT = 4

# command -> what may appear in what it writes, and nothing else
ALLOWED: dict[tuple[str, ...], set[str]] = {
    ("score",): set(),
    ("score", "-v"): set(),
    ("score", "--plain", "--include-private"): set(),
    ("score", "-f", "json"): {"files"},
    ("score", "-f", "csv", "-f", "markdown", "-f", "html", "-o", "{folder}/score"): set(),
    ("score", "--redact", "-f", "json", "-f", "markdown", "-f", "html", "-f", "table", "-o", "{folder}/redacted"): set(),
    ("score", "--strict", "-q"): set(),
    ("inspect", "-v"): set(),
    ("explain", "resonance"): set(),
    ("explain", "network", "-f", "json"): set(),
    ("explain", "resonance", "--with-posts"): {"texts"},
    ("explain", "--formula"): set(),
    ("audit",): set(),
    ("audit", "-f", "json"): {"files"},
    ("hints",): set(),
    ("whatif", "--set", "x.followers=+10%"): set(),
    ("perks",): set(),
    ("topics", "-f", "json"): set(),
    ("report", "-o", "{folder}/report.html"): set(),
    ("report", "--redact", "-o", "{folder}/redacted.html"): set(),
    ("report", "--with-names", "-o", "{folder}/named.html"): {"names", "handles"},
    ("report", "--application", "-o", "{folder}/application.html"): set(),
    ("compare", "--as-of", "2025-06-01", "--as-of", "2026-02-28"): set(),
    ("init", "-o", "{folder}/klout.yaml"): set(),
    ("network", "--merges"): {"names", "handles"},
    ("network", "--redact"): set(),
    ("network", "-f", "json"): set(),
    ("network", "-f", "json", "--with-names"): {"names", "handles"},
}
RECALLED = (("history", "list"), ("history", "show", "latest"), ("history", "export"), ("compare",), ("explain", "resonance"))


class Canaries(NamedTuple):
    """What is looked for: runs of words in texts and in names of files, names of others as words, handles of others, mail addresses."""

    texts: frozenset[tuple[str, ...]]
    files: frozenset[tuple[str, ...]]
    names: frozenset[tuple[str, ...]]
    handles: frozenset[str]
    mails: frozenset[str]


def words(text: str) -> list[str]:
    return re.findall(r"\w+", html.unescape(text).casefold())


def runs(found: list[str], length: int) -> Iterator[tuple[str, ...]]:
    return zip(*(found[start:] for start in range(length)), strict=False)


@cache
def canaries() -> Canaries:
    exports = read([ROOT / ERIKA], Reading(latest=midnight(2026, 3, 3), private=True), Limits()).exports
    members = [member for container in open_container(ROOT / ERIKA) for member in container.members]
    raw = "\n".join(decoded(member.read()) for member in members)
    own = {folded for export in exports for folded in (export.handle.casefold(), export.owner.name.casefold())} | OWN
    texts = {run for export in exports for post in export.posts for run in runs(words(post.text), WORDS_OF_A_TEXT)}
    texts |= {run for quoted in re.findall(r'"(?:content|text|comment|value)"\s*:\s*"([^"]{30,})"', raw) for run in said(quoted)}
    texts = {run for run in texts if run[0] not in ("http", "https")}  # the own blog's address is the name of an account
    files = texts & {run for member in members for run in runs(words(member.name), WORDS_OF_A_TEXT)}  # titles of posts of Google+
    people = [one for export in exports for one in export.contacts]
    names = {tuple(words(one.name)) for one in people if len(words(one.name)) > 1 and one.name.casefold() not in own}
    keys = {one.key for one in people} | {one.partner for export in exports for one in export.interactions}
    handles = {key for key in keys if HANDLE.fullmatch(key) and key.casefold() not in own}
    return Canaries(frozenset(texts - files), frozenset(files), frozenset(names), frozenset(handles), frozenset(MAIL.findall(raw)))


def said(quoted: str) -> Iterable[tuple[str, ...]]:
    return runs(words(quoted.encode("ascii", "backslashreplace").decode("unicode-escape", "replace")), WORDS_OF_A_TEXT)


def decoded(data: bytes) -> str:
    return data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8", "replace")


def seen(text: str) -> dict[str, set[object]]:
    """Return which canaries stand in a text, by kind."""
    look, spoken = canaries(), words(text)
    lengths = {len(name) for name in look.names}
    found: dict[str, set[object]] = {
        "texts": set(look.texts.intersection(runs(spoken, WORDS_OF_A_TEXT))),
        "files": set(look.files.intersection(runs(spoken, WORDS_OF_A_TEXT))),
        "names": {run for length in lengths for run in look.names.intersection(runs(spoken, length))},
        "handles": {handle for handle in look.handles if handle in text},
        "mails": {mail for mail in look.mails if mail in text},
    }
    return {kind: shown for kind, shown in found.items() if shown}


def written(folder: Path, done: Ended) -> str:
    """Return everything a command has left: both streams and all files, packed or not."""
    files = [path.read_bytes().decode("utf-8", "replace") for path in sorted(folder.rglob("*")) if path.is_file()]
    return "\n".join((done.out, done.err, *files))


def test_there_is_much_to_leak() -> None:
    look = canaries()
    assert len(look.texts) > 2000 and len(look.names) > 100 and len(look.handles) > 50 and look.mails


@pytest.mark.parametrize("arguments", ALLOWED, ids=" ".join)
def test_p1_p5_nothing_appears_that_was_not_asked_for(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    command, *rest = (word.format(folder=tmp_path) for word in arguments)
    named = rest[:1] if command == "explain" and not rest[0].startswith("-") else []
    done = klout(command, *named, ERIKA, *rest[len(named) :], env={"KLOUT_HOME": str(tmp_path), "TMPDIR": str(tmp_path)})
    assert done.code == (4 if "--strict" in arguments else 0), done.err
    found = seen(written(tmp_path, done))
    assert found.keys() == ALLOWED[arguments], {kind: sorted(map(str, shown))[:5] for kind, shown in found.items()}
    assert all(path.stat().st_mode & 0o077 == 0 for path in tmp_path.rglob("*") if path.is_file())


def test_p5_what_is_recalled_holds_nothing_either_and_is_forgotten_to_the_last_byte(tmp_path: Path) -> None:
    env = {"KLOUT_HOME": str(tmp_path), "TMPDIR": str(tmp_path)}
    for day in ("2026-01-31", "2026-02-28"):
        assert klout("score", ERIKA, "--as-of", day, "-q", env=env).code == 0
    for command in RECALLED:
        done = klout(*command, env=env)
        assert done.code == 0 and not seen(written(tmp_path, done)), command
    kept = sum(len(path.read_bytes()) for path in tmp_path.rglob("*") if path.is_file())
    assert klout("history", "forget", "--all", env=env).code == 0
    (left,) = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert len(left.read_bytes()) < kept / 2
    assert not re.search(rb"erika|beispiel|linkedin|kaffeepause|2026-0", left.read_bytes(), re.IGNORECASE)


@pytest.mark.parametrize("command", ["score", "network", "topics", "audit", "report"])
def test_p9_no_fault_tells_what_it_was_about(tmp_path: Path, command: str) -> None:
    code = """
import klout_cli.profile.merge as merge
def fail(exports, *rest, **named):
    raise ValueError(repr(exports))
merge.accounts = fail
"""
    more = ("-o", str(tmp_path / "report.html")) if command == "report" else ()
    done = python(code, command, ERIKA, *more, env={"KLOUT_HOME": str(tmp_path), "TMPDIR": str(tmp_path)})
    assert done.code == 70 and "ValueError" in written(tmp_path, done)
    assert not seen(written(tmp_path, done)) and str(ROOT) not in written(tmp_path, done)
