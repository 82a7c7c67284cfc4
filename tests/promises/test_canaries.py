"""What stands in exports stays there: no words, names, handles or addresses but where they were asked for (reliability P1, P4, P5, P9).

The sample person's own exports are the canaries, with one more planted in each of their texts:
every text, name, handle and mail address in any file of them is looked for in all that a command
writes, on both streams, in its files and in the bytes of the history. `ALLOWED` is the whole table
of what may appear.
"""

import html
import os
import re
import zipfile
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from klout_cli.files.container import open_container
from klout_cli.files.limits import Limits
from klout_cli.importers.read import read
from klout_cli.values.dates import midnight
from klout_cli.values.reading import Reading
from tests.cli.processes import ERIKA, ROOT, Ended, klout, python
from tests.promises.planted import CANARY, planted
from tests.promises.test_every_importer import COMMANDS

OWN = {"erika beispiel", "bürokater mops"}
MAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]*\w")
HANDLE = re.compile(r"(?=.{9})(?=.*[._\d])[\w.]+")
WORDS_OF_A_TEXT = 4

# command -> what may appear in what it writes, and nothing else
NAMES, ALL = {"names", "handles", "planted"}, {"texts", "files", "names", "handles", "planted"}
ALLOWED: dict[tuple[str, ...], set[str]] = {
    ("score",): set(),
    ("score", "-v"): set(),
    ("score", "--plain", "--include-private"): set(),
    ("score", "-f", "json"): {"files"},
    ("score", "-f", "csv", "-f", "markdown", "-f", "html", "-o", "{folder}/score"): set(),
    ("score", "--strict", "-q"): set(),
    ("inspect", "-v"): set(),
    ("explain", "resonance"): set(),
    ("explain", "network", "-f", "json"): set(),
    ("explain", "resonance", "--with-posts"): {"texts", "planted"},
    ("explain", "--formula"): set(),
    ("explain", "facebook_profile"): set(),
    ("audit",): set(),
    ("audit", "-f", "json"): {"files"},
    ("hints",): set(),
    ("hints", "-f", "json"): {"files"},
    ("whatif", "--set", "x.followers=+10%"): set(),
    ("whatif", "--set", "x.followers=+10%", "-f", "json"): set(),
    ("perks", "-f", "json"): set(),
    ("topics",): {"planted"},  # it proposes words of the posts
    ("topics", "-f", "json"): {"planted"},
    ("report", "-o", "{folder}/report.html"): NAMES | {"texts"},  # for the person's own eyes
    ("report", "--no-posts", "-o", "{folder}/report.md"): {"names", "planted"},
    ("report", "--application", "-o", "{folder}/application.html"): {"texts", "planted"},
    # the headline of the profile
    ("report", "--application", "--no-posts", "-o", "{folder}/application.html"): {"planted"},
    ("card", "-o", "{folder}/card.svg"): set(),
    (
        "compare",
        "--as-of",
        "2025-06-01",
        "--as-of",
        "2026-02-28",
        "-f",
        "json",
        "-f",
        "csv",
        "-o",
        "{folder}/compared",
    ): set(),
    ("init", "-o", "{folder}/klout.yaml"): {"planted"},  # proposes topics, as `topics` does
    ("export", "-o", "{folder}/tables"): ALL,
    ("network", "--merges"): {"handles"},
    ("network",): NAMES,
    (
        "network",
        "-f",
        "json",
        "--graph",
        "{folder}/network.graphml",
        "--svg",
        "{folder}/network.svg",
    ): NAMES,
    ("network", "-f", "json"): set(),
    ("network", "-f", "json", "--with-names"): NAMES,
    ("config", "show"): set(),
}
EVERY_FORM = (
    "-f",
    "table",
    "-f",
    "json",
    "-f",
    "csv",
    "-f",
    "markdown",
    "-f",
    "html",
    "-o",
    "{folder}/redacted",
)
TWO_DAYS = ("--as-of", "2025-06-01", "--as-of", "2026-02-28")
REDACTED: tuple[tuple[str, ...], ...] = (
    ("score", "--redact", *EVERY_FORM),
    ("score", "--share", "--plain", "-v"),
    ("compare", *TWO_DAYS, "--redact", *EVERY_FORM),
    ("compare", "--period", "year", "--share", *EVERY_FORM),
    ("explain", "resonance", "--redact", "-f", "json"),
    ("explain", "network", "--redact"),
    ("explain", "outreach", "--redact"),
    ("explain", "linkedin", "--redact"),
    ("explain", "--formula", "--share"),
    ("audit", "--redact"),
    ("audit", "--redact", "-f", "json"),
    ("report", "--share", *EVERY_FORM[2:]),
    ("report", "--application", "--redact", "-o", "{folder}/application.html"),
    ("network", "--redact", "--merges"),
    (
        "network",
        "--redact",
        "-f",
        "json",
        "--graph",
        "{folder}/network.graphml",
        "--svg",
        "{folder}/network.svg",
    ),
    ("network", "--share", "--graph", "{folder}/network.gexf"),
    ("network", "--share", "--graph", "{folder}/network.csv"),
)
WHO = re.compile(r"erika|beispiel|kaffeepause|\bmops", re.IGNORECASE)
RECALLED = (
    *(
        ("history", "list"),
        ("history", "show", "latest"),
        ("history", "export"),
        ("compare",),
        ("explain", "resonance"),
    ),
    *(
        ("score", "--help"),
        ("hints",),
        ("audit",),
        ("topics",),
        ("config", "show"),
        ("report", "-f", "json"),
    ),
)


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
def erika() -> Path:
    """Return the sample person's exports with canaries, in a folder that tells nothing.

    It goes with the run's home.
    """
    return planted(ROOT / ERIKA, Path(os.environ["KLOUT_HOME"], f"exports-{os.getpid()}"))


@cache
def canaries() -> Canaries:
    exports = read([erika()], Reading(latest=midnight(2026, 3, 3), private=True), Limits()).exports
    members = [member for container in open_container(erika()) for member in container.members]
    raw = "\n".join(decoded(member.read()) for member in members)
    own = {
        folded
        for export in exports
        for folded in (export.handle.casefold(), export.owner.name.casefold())
    } | OWN
    texts = {
        run
        for export in exports
        for post in export.posts
        for run in runs(words(post.text), WORDS_OF_A_TEXT)
    }
    texts |= {
        run
        for quoted in re.findall(r'"(?:content|text|comment|value)"\s*:\s*"([^"]{30,})"', raw)
        for run in said(quoted)
    }
    texts = {
        run for run in texts if run[0] not in ("http", "https")
    }  # the own blog's address is the name of an account
    files = texts & {
        run for member in members for run in runs(words(member.name), WORDS_OF_A_TEXT)
    }  # titles of posts of Google+
    people = [one for export in exports for one in export.contacts]
    names = {
        tuple(words(one.name))
        for one in people
        if len(words(one.name)) > 1 and one.name.casefold() not in own
    }
    keys = {one.key for one in people} | {
        one.partner for export in exports for one in export.interactions
    }
    handles = {key for key in keys if HANDLE.fullmatch(key) and key.casefold() not in own}
    return Canaries(
        frozenset(texts - files),
        frozenset(files),
        frozenset(names),
        frozenset(handles),
        frozenset(MAIL.findall(raw)),
    )


def said(quoted: str) -> Iterable[tuple[str, ...]]:
    return runs(
        words(quoted.encode("ascii", "backslashreplace").decode("unicode-escape", "replace")),
        WORDS_OF_A_TEXT,
    )


def decoded(data: bytes) -> str:
    return data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8", "replace")


def seen(text: str) -> dict[str, set[object]]:
    """Return which canaries stand in a text, by kind."""
    look, spoken = canaries(), words(text)
    lengths = {len(name) for name in look.names}
    found: dict[str, set[object]] = {
        "texts": set(look.texts.intersection(runs(spoken, WORDS_OF_A_TEXT))),
        "files": set(look.files.intersection(runs(spoken, WORDS_OF_A_TEXT))),
        "names": {
            run for length in lengths for run in look.names.intersection(runs(spoken, length))
        },
        "handles": {handle for handle in look.handles if handle in text},
        "mails": {mail for mail in look.mails if mail in text},
        "planted": {CANARY} & {CANARY if CANARY.casefold() in text.casefold() else ""},
    }
    return {kind: shown for kind, shown in found.items() if shown}


def written(folder: Path, done: Ended) -> str:
    """Return everything a command has left: both streams and all files, packed or not."""
    files = [
        path.read_bytes().decode("utf-8", "replace")
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    ]
    return "\n".join((done.out, done.err, *files))


def test_there_is_much_to_leak() -> None:
    look = canaries()
    assert (
        len(look.texts) > 2000 and len(look.names) > 100 and len(look.handles) > 30 and look.mails
    )


def test_what_is_planted_is_read_like_the_sample() -> None:
    found, plain = (
        read([folder], Reading(latest=midnight(2026, 3, 3), private=True), Limits()).exports
        for folder in (erika(), ROOT / ERIKA)
    )
    assert [(one.network, len(one.posts), len(one.contacts)) for one in found] == [
        (one.network, len(one.posts), len(one.contacts)) for one in plain
    ]
    assert sum(CANARY in post.text for one in found for post in one.posts) > 300
    assert sum(CANARY in contact.name for one in found for contact in one.contacts) > 300
    assert sum(CANARY in contact.company for one in found for contact in one.contacts) > 50


def ran(tmp_path: Path, arguments: tuple[str, ...]) -> Ended:
    """Run a command over the exports with canaries.

    It writes into `tmp_path`/out, and keeps its history beside it.
    """
    out, home = tmp_path / "out", tmp_path / "home"
    out.mkdir()
    command, *rest = (word.format(folder=out) for word in arguments)
    before = rest[:1] if command in ("explain", "config") and not rest[0].startswith("-") else []
    return klout(
        command,
        *before,
        str(erika()),
        *rest[len(before) :],
        env={"KLOUT_HOME": str(home), "TMPDIR": str(out)},
    )


@pytest.mark.parametrize("arguments", ALLOWED, ids=" ".join)
def test_p1_p5_nothing_appears_that_was_not_asked_for(
    tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    done = ran(tmp_path, arguments)
    assert done.code == (4 if "--strict" in arguments else 0), done.err
    found = seen(written(tmp_path, done))
    assert found.keys() == ALLOWED[arguments], {
        kind: sorted(map(str, shown))[:5] for kind, shown in found.items()
    }
    assert all(path.stat().st_mode & 0o077 == 0 for path in tmp_path.rglob("*") if path.is_file())


@pytest.mark.parametrize("arguments", REDACTED, ids=" ".join)
def test_p1_redacted_not_even_the_own_name_appears(
    tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    done = ran(tmp_path, arguments)
    assert done.code == 0, done.err
    shown = written(tmp_path / "out", done).replace(str(erika()), "")
    assert not seen(shown) and not WHO.findall(shown)


@pytest.mark.parametrize(
    "command", [("score",), ("compare", "--period", "month"), ("compare", *TWO_DAYS)], ids=" ".join
)
def test_p1_redacted_no_warning_names_a_file(tmp_path: Path, command: tuple[str, ...]) -> None:
    days = [f"2025-{month:02}-{day:02}" for month in range(1, 13) for day in (5, 20)]
    table = "Datum,Netzwerk,Likes,Follower,Text\n" + "".join(
        f"{day},x,7,900,Kaffee\n" for day in (*days, "2026-02-20")
    )
    file = tmp_path / "tables.zip"
    with zipfile.ZipFile(file, "w") as archive, pytest.warns(UserWarning):
        archive.writestr("Erika Beispiel.csv", table)
        archive.writestr("Erika Beispiel.csv", table)
    plain, hidden = (
        klout(command[0], str(file), *command[1:], *more) for more in ((), ("--redact",))
    )
    assert (plain.code, hidden.code) == (0, 0) and WHO.search(plain.err + plain.out)
    assert "warnings withheld: 1" in hidden.err + hidden.out and not WHO.search(
        hidden.err + hidden.out
    )


def test_p1_whoever_takes_redact_is_looked_at() -> None:
    taking = {
        name
        for name, command in COMMANDS.items()
        if any("--redact" in option.opts for option in command.params)
    }
    assert taking == {arguments[0] for arguments in REDACTED}


def test_p1_p4_tables_and_pages_that_are_read_again_tell_no_more(tmp_path: Path) -> None:
    env = {"KLOUT_HOME": str(tmp_path / "home"), "TMPDIR": str(tmp_path)}
    page = tmp_path / "page.html"
    assert (
        klout(
            *("report", str(erika()), "--application", "--no-posts", "--without", "linkedin"),
            *("-o", str(page), "-q"),
            env=env,
        ).code
        == 0
    )
    looked = (
        *(("verify", str(page), str(erika())), ("verify", str(page), str(erika() / "posts.csv"))),
        *(("map", str(erika() / "contacts.csv")), ("inspect", str(erika() / "posts.csv"), "-v")),
        *(
            ("rank", str(erika() / "accounts.csv"), "--by", "network"),
            ("rank", str(erika() / "accounts.csv"), "-f", "json"),
        ),
    )
    for command in looked:
        done = klout(*command, env=env)
        assert done.code in (0, 1) and not seen(done.out + done.err), command


def test_p5_what_is_recalled_holds_nothing_either_and_is_forgotten_to_the_last_byte(
    tmp_path: Path,
) -> None:
    env = {"KLOUT_HOME": str(tmp_path), "TMPDIR": str(tmp_path)}
    for day in ("2026-01-31", "2026-02-28"):
        assert klout("score", str(erika()), "--as-of", day, "-q", env=env).code == 0
    for command in RECALLED:
        done = klout(*command, env=env)
        assert done.code == 0 and not seen(written(tmp_path, done)), command
    kept = sum(len(path.read_bytes()) for path in tmp_path.rglob("*") if path.is_file())
    assert klout("history", "forget", "--all", env=env).code == 0
    (left,) = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert len(left.read_bytes()) < kept / 2
    assert not re.search(
        rb"erika|beispiel|linkedin|kaffeepause|2026-0", left.read_bytes(), re.IGNORECASE
    )


@pytest.mark.parametrize("command", ["score", "network", "topics", "audit", "report"])
def test_p9_no_fault_tells_what_it_was_about(tmp_path: Path, command: str) -> None:
    code = """
import klout_cli.person.accounts as merging
def fail(exports, *rest, **named):
    raise ValueError(repr(exports))
merging.merge_accounts = fail
"""
    more = ("-o", str(tmp_path / "report.html")) if command == "report" else ()
    done = python(
        code,
        command,
        str(erika()),
        *more,
        env={"KLOUT_HOME": str(tmp_path), "TMPDIR": str(tmp_path)},
    )
    assert done.code == 70 and "ValueError" in written(tmp_path, done)
    assert not seen(written(tmp_path, done)) and str(ROOT) not in written(tmp_path, done)
