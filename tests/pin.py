"""Compare what two checkouts of klout print for the same exports.

    python tests/pin.py OLD NEW [--fixtures DIR] [--only NAME] [--cache DIR]

OLD and NEW are checkouts with a `.venv`, or `klout` executables; each runs in its own environment.
Every difference is a line: case · place · old · new. The exit code is 1 where there is one.

A case is the sample person on a date, one of its parts alone, a folder of the fixtures, or tables
to rank. Texts, keys, counts and their order must be equal, numbers to 1e-9; the program's name and
version, and where it and its temporary files are, are left out. To keep a run short, each
environment loads the program once and forks for every command.
"""

import argparse
import csv
import hashlib
import json
import os
import queue
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, NamedTuple

from differences import differences, format_value

ROOT = Path(__file__).resolve().parents[1]
DATES = ("2025-09-01", "2026-03-01")
TODAY = "2026-11-24"
PROCESSES = 2

PATHS = "PATHS"  # stands for the inputs of a case
JSON = ("-f", "json")
EXPLAIN = ("explain", PATHS, *JSON)
COMMANDS = (
    ("inspect", PATHS, "-v"),
    ("export", PATHS, "-o", "tables"),
    ("score", PATHS, "--no-history", *JSON),
    ("hints", PATHS, *JSON),
    ("audit", PATHS, *JSON),
    ("network", PATHS, *JSON),
    ("network", PATHS, "--with-names", "--top", "100", *JSON),
    ("topics", PATHS, *JSON),
    EXPLAIN,
    ("explain", "--formula", PATHS, *JSON),
)
HISTORY = (
    *(("score", f"../../inputs/sample/{date}", *JSON) for date in DATES),
    ("compare", *JSON),
    ("compare", "--period", "month", *JSON),
    ("explain", *JSON),
    ("hints", *JSON),
    ("audit", *JSON),
    ("topics", *JSON),
)
COMPARE = (
    ("compare", PATHS, *JSON),
    *(
        ("compare", f"../../inputs/sample/{DATES[1]}", *options, *JSON)
        for options in (("--as-of", DATES[0], "--as-of", DATES[1]), ("--period", "month"))
    ),
)
RANK = (("rank", PATHS, "-f", "csv"), ("rank", PATHS, "-f", "json"))
RANK_PEOPLE = (
    *RANK,
    ("rank", PATHS, "-f", "table"),
    ("rank", PATHS, "--by", "network", "-o", "ranked.jsonl"),
    ("rank", PATHS, "--where", "network=blog", "--top", "20", "-o", "ranked.csv"),
    ("rank", PATHS, "--edges", "../../inputs/edges.csv", "-f", "csv"),
    ("rank", PATHS, "--model", "professional", "-f", "json"),
)


class Case(NamedTuple):
    """Commands, and their inputs relative to the folder of all inputs."""

    name: str
    inputs: tuple[str, ...]
    commands: tuple[tuple[str, ...], ...]


class Environment:
    """The klout of one checkout, in its own interpreter."""

    def __init__(self, checkout: str) -> None:
        """Find the executable in a checkout, or take the one that is given."""
        path = Path(checkout).absolute()
        self.klout = path / ".venv/bin/klout" if path.is_dir() else path
        if not self.klout.is_file():
            raise SystemExit(f"pin: no klout in {checkout}")
        version = subprocess.run([self.klout, "--version"], capture_output=True, text=True)
        self.version = version.stdout.split()[-1]
        self.servers: queue.SimpleQueue[subprocess.Popen[str]] = queue.SimpleQueue()

    def start(self) -> None:
        """Start the processes."""
        server = Path(__file__).with_name("pin_server.py")
        command = [self.klout.parent / "python", "-P", server, self.klout]
        settings = {"COLUMNS": "120", "KLOUT_LANG": "en", "KLOUT_TODAY": TODAY}
        system = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "OPENBLAS_NUM_THREADS": "1"}
        pipe = subprocess.PIPE
        for _ in range(PROCESSES):
            self.servers.put(
                subprocess.Popen(
                    command, text=True, env={**system, **settings}, stdin=pipe, stdout=pipe
                )
            )

    def stop(self) -> None:
        """End the processes."""
        while not self.servers.empty():
            self.servers.get().communicate()

    def identity(self) -> str:
        """Return what the outputs depend on: the commit, and what is not committed."""
        git = ["git", "-C", self.klout.parent]
        texts = [
            subprocess.run([*git, *arguments], capture_output=True, text=True).stdout
            for arguments in (["rev-parse", "HEAD"], ["diff", "HEAD"])
        ]
        return f"{self.klout} {texts}"

    def outputs(self, case: Case, inputs: Path) -> dict[str, Any]:
        """Run all commands of a case in an empty home; return what each gave."""
        server = self.servers.get()
        outputs: dict[str, Any] = {}
        try:
            with tempfile.TemporaryDirectory(prefix="home-", dir=inputs.parent) as home:
                for command in case.commands:
                    outputs[" ".join(command)] = self.run(server, case, command, Path(home))
                for command in explanations(case, outputs):
                    outputs[" ".join(command)] = self.run(server, case, command, Path(home))
        finally:
            self.servers.put(server)
        return outputs

    def run(
        self, server: "subprocess.Popen[str]", case: Case, command: tuple[str, ...], home: Path
    ) -> dict[str, Any]:
        """Run one command; return its exit code, its streams and the files it wrote."""
        folder = home / "work"
        folder.mkdir()
        paths = [f"../../inputs/{path}" for path in case.inputs]
        words = [path for word in command for path in (paths if word == PATHS else [word])]
        environment = {"KLOUT_HOME": str(home / "klout"), "HOME": str(home)}
        arguments = ["--no-progress", *words]  # what is said after a second depends on the machine
        job = {"arguments": arguments, "folder": str(folder), "environment": environment}
        assert server.stdin and server.stdout
        print(json.dumps(job), file=server.stdin, flush=True)
        code, out, err = json.loads(server.stdout.readline())
        files = sorted(path for path in folder.rglob("*") if path.is_file())
        texts = {"stdout": out, "stderr": err} | {
            str(path.relative_to(folder)): path.read_text("utf-8") for path in files
        }
        shutil.rmtree(folder)
        return {"exit": code} | {name: self.parse(text, home) for name, text in texts.items()}

    def parse(self, text: str, home: Path) -> Any:
        """Return JSON, rows or lines, without what differs from run to run."""
        for path in (home, home.parent, self.klout.parents[2]):
            text = text.replace(str(path), "FOLDER")
        text = re.sub(rf"\b(klout|klout-cli) {re.escape(self.version)}\b", r"\1 VERSION", text)
        lines = text.splitlines()
        try:
            return json.loads(text)
        except ValueError:
            if text.startswith("{"):
                return [json.loads(line) for line in lines]
        if lines and re.fullmatch(r"\w+(,\w+)+", lines[0]):
            return [[parse_cell(cell) for cell in row] for row in csv.reader(lines)]
        return lines


def parse_cell(cell: str) -> str | int | float:
    """Return a number where a cell of a table is one."""
    for kind in (int, float):
        try:
            return kind(cell)
        except ValueError:
            continue
    return cell


def explanations(case: Case, outputs: dict[str, Any]) -> list[tuple[str, ...]]:
    """Return a command for every factor, account and, of all exports together, other number."""
    if EXPLAIN not in case.commands or outputs[" ".join(EXPLAIN)]["exit"]:
        return []
    index = outputs[" ".join(EXPLAIN)]["stdout"]
    report = outputs[" ".join(("score", PATHS, "--no-history", *JSON))]["stdout"]
    numbers = index["numbers"] if case.name.endswith(DATES) else []
    entries = [*index["factors"], *report["accounts"], *numbers]
    return [("explain", entry["id"], PATHS, *JSON) for entry in entries]


# Inputs.


def prepare(inputs: Path, fixtures: Path) -> list[Case]:
    """Copy all inputs to one folder; return the cases to run on them."""
    shutil.copytree(ROOT / "sample_data/erika", inputs / "sample")
    samples = [f"sample/{date}" for date in DATES]
    cases = [Case(name, (name,), COMMANDS) for name in samples]
    parts = [path for name in samples for path in sorted((inputs / name).iterdir())]
    if fixtures.is_dir():
        shutil.copytree(fixtures, inputs / "fixtures")
        parts += sorted(path for path in inputs.glob("fixtures/*/*") if path.is_dir())
    else:
        print(f"skipped: {fixtures} is not here")
    names = [path.relative_to(inputs).as_posix() for path in parts if path.name != "klout.yaml"]
    cases += [Case(name, (name,), COMMANDS) for name in names]
    write_people(inputs)
    accounts = [f"{name}/accounts.csv" for name in samples]
    return [
        *cases,
        Case("sample/compare", tuple(samples), COMPARE),
        Case("sample/history", (), HISTORY),
        *(Case(f"rank/{name}", (name,), RANK) for name in accounts),
        Case("rank/people", ("people.csv",), RANK_PEOPLE),
    ]


def write_people(inputs: Path) -> None:
    """Write a table of 600 accounts of invented people, and who points to whom."""
    chance = random.Random(1)
    columns = "followers following posts likes comments shares responders endorsements"
    rows = [["person", "network", "account", *columns.split(), "standing", "consent"]]
    for number in range(400):
        for network in chance.sample(("x", "instagram", "linkedin", "blog"), 1 + number % 2):
            scale = 10 ** chance.uniform(0, 5)
            counts = [int(scale * chance.random()) for _ in columns.split()]
            cells = [count if chance.random() < 0.9 else "" for count in counts]
            standing = f"{chance.uniform(0.5, 4.5):.2f}" if number % 3 else ""
            consent = "no" if number % 50 == 7 else "yes"
            name = f"Person {number}"
            rows.append([name, network, f"h{number}", *map(str, cells), standing, consent])
    edges = [["source", "target", "weight"]] + [
        [*(f"Person {int(400 * chance.random() ** 2)}" for _ in range(2)), f"{chance.random():.3f}"]
        for _ in range(3000)
    ]
    for name, table in (("people.csv", rows), ("edges.csv", edges)):
        with (inputs / name).open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(table)


def selected(case: Case, only: str | None) -> bool:
    """Return whether a case is asked for: by its name, a part of its path, or a word in it."""
    name = case.name.lower()
    return only is None or only.lower() in (name.split("/") if len(only) < 3 else name)


# The whole run.


def digest(inputs: Path, case: Case) -> str:
    """Return a hash of the files that a case reads."""
    total = hashlib.sha256(repr(case).encode())
    roots = [inputs / name for name in case.inputs or ("sample",)]
    for path in sorted(path for root in roots for path in (root, *root.rglob("*"))):
        total.update(path.relative_to(inputs).as_posix().encode())
        total.update(path.read_bytes() if path.is_file() else b"")
    return total.hexdigest()


def collect(environment: Environment, cases: list[Case], inputs: Path) -> Iterator[dict[str, Any]]:
    """Yield the outputs of every case, in order."""
    environment.start()
    try:
        with ThreadPoolExecutor(PROCESSES) as pool:
            yield from pool.map(lambda case: environment.outputs(case, inputs), cases)
    finally:
        environment.stop()


def collect_cached(
    environment: Environment, cases: list[Case], inputs: Path, cache: Path
) -> list[dict[str, Any]]:
    """Return the outputs of every case, from an earlier run where they are in the cache."""
    cache.mkdir(parents=True, exist_ok=True)
    key = environment.identity() + Path(__file__).read_text("utf-8")
    names = [hashlib.sha256((key + digest(inputs, case)).encode()).hexdigest() for case in cases]
    files = [cache / f"{name}.json" for name in names]
    pending = [(case, file) for case, file in zip(cases, files, strict=True) if not file.is_file()]
    outputs = collect(environment, [case for case, _ in pending], inputs) if pending else ()
    for (_, file), output in zip(pending, outputs, strict=True):
        partial = file.with_suffix(f".{os.getpid()}")
        partial.write_text(json.dumps(output), "utf-8")
        partial.replace(file)
    return [json.loads(file.read_text("utf-8")) for file in files]


def main() -> int:
    """Compare two checkouts; return 1 where they differ."""
    parser = argparse.ArgumentParser(description="Compare what two checkouts of klout print.")
    parser.add_argument("old", help="a checkout with .venv, or its klout")
    parser.add_argument("new", help="the same, for the other")
    parser.add_argument("--fixtures", type=Path, default=ROOT.parent / "shared/fixtures")
    parser.add_argument("--only", metavar="NAME", help="the cases with this in their name")
    parser.add_argument("--cache", type=Path, help="keep what OLD gives here, for further runs")
    options = parser.parse_args()
    old, new = Environment(options.old), Environment(options.new)
    began, count = time.monotonic(), 0
    with tempfile.TemporaryDirectory(prefix="klout-pin-") as folder:
        inputs = Path(folder).resolve() / "inputs"
        cases = prepare(inputs, options.fixtures)
        cases = [case for case in cases if selected(case, options.only)]
        before = collect_cached(old, cases, inputs, options.cache or inputs.parent / "cache")
        commands = sum(map(len, before))
        after = collect(new, cases, inputs)
        for case, first, second in zip(cases, before, after, strict=True):
            for place, *values in differences(first, second):
                count += 1
                print(" · ".join([case.name, place, *map(format_value, values)]), flush=True)
    seconds = time.monotonic() - began
    print(f"{count} differences in {len(cases)} cases, {commands} commands, {seconds:.0f} s")
    return 1 if count or not cases else 0


if __name__ == "__main__":
    sys.exit(main())
