"""Importers of third parties: the documents' example as a real package, and what a wrong one can't do."""

import json
import re
import subprocess
import sys
import tomllib
import venv
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from klout_cli.files.limits import Limits
from klout_cli.importers import plugins
from klout_cli.importers.read import ExportSet, read
from klout_cli.values.reading import Reading
from tests.cli.processes import ROOT, klout, start
from tests.importers.inputs import LATEST

DOCUMENT = ROOT / "klout_cli/docs/plug-ins.md"
POSTS = "id,author,written,likes\n" + "".join(
    f"{number},erika,2026-02-{number:02}T10:00:00Z,{number}\n" for number in range(1, 21)
)
TABLE = "date,network,account,text,likes,followers\n2026-02-01,xing,erika,Hello,3,71\n"
Install = Callable[..., None]


def shown(language: str) -> str:
    (text,) = re.findall(rf"```{language}\n(.*?)```", DOCUMENT.read_text("utf-8"), re.DOTALL)
    return str(text)


def entry_points(group: dict[str, str]) -> str:
    return f"[{plugins.GROUP}]\n" + "".join(f"{name} = {value}\n" for name, value in group.items())


@pytest.fixture
def exports(tmp_path: Path) -> Path:
    folder = tmp_path / "exports"
    folder.mkdir()
    (folder / "agora-archive.json").write_text('{"followers": 240}', encoding="utf-8")
    (folder / "kept.csv").write_text(TABLE, encoding="utf-8")
    return folder


# The documents' example


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, ...]:
    """Let pip install the documents' example as a wheel, and return the klout of that environment."""
    folder = tmp_path_factory.mktemp("wheel")
    project = tomllib.loads(shown("toml"))["project"]
    wheel = folder / f"klout_agora-{project['version']}-py3-none-any.whl"
    info = f"klout_agora-{project['version']}.dist-info"
    files = {
        "klout_agora.py": shown("python"),
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: {project['name']}\nVersion: {project['version']}\n",
        f"{info}/WHEEL": "Wheel-Version: 1.0\nGenerator: tests\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
        f"{info}/entry_points.txt": entry_points(project["entry-points"][plugins.GROUP]),
    }
    with zipfile.ZipFile(wheel, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
        archive.writestr(
            f"{info}/RECORD", "".join(f"{name},,\n" for name in files) + f"{info}/RECORD,,\n"
        )
    venv.create(folder / "venv", symlinks=True)
    (site,) = (folder / "venv" / "lib").glob("python3.*/site-packages")
    (site / "tests.pth").write_text("\n".join([str(ROOT), *list_packages()]), encoding="utf-8")
    pip = (sys.executable, "-m", "pip", "install", "--no-index", "--no-deps", "--quiet")
    done = subprocess.run(
        [*pip, "--disable-pip-version-check", "--target", str(site), str(wheel)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return (str(folder / "venv" / "bin" / "python"), "-m", "klout_cli")


def list_packages() -> list[str]:
    return [folder for folder in sys.path if folder.endswith("site-packages")]


@pytest.fixture
def posts(tmp_path: Path) -> Path:
    """Return a folder with Agora's table."""
    folder = tmp_path / "posts"
    folder.mkdir()
    (folder / "agora.csv").write_text(POSTS + "1,erika,2026-02-01,3\n21,erika,soon,4\n", "utf-8")
    return folder


def test_the_example_is_complete_and_short() -> None:
    assert 15 <= len(shown("python").splitlines()) <= 20


def test_the_example_is_scored_and_its_network_counts_as_other(
    installed: tuple[str, ...], posts: Path
) -> None:
    done = start((*installed, "score", str(posts), "--format", "json", "--no-history"))
    assert done.code == 0, done.err
    report = json.loads(done.out)
    accounts = {account["id"]: account for account in report["accounts"]}
    assert accounts["agora:erika"]["state"] == "scored"
    assert accounts["agora:erika"]["window"]["posts"] == 20
    (row,) = report["ledger"]
    assert (row["read"], row["used"], row["skipped"]) == (22, 20, 2)
    assert row["reasons"] == {"same post twice": 1, "not a date": 1}
    assert (
        "agora is scored like an unknown network, with the values of “other”" in report["warnings"]
    )
    assert "read by the plug-in agora (klout-agora)" in report["warnings"]


def test_the_example_is_shown_by_sources_and_inspect(
    installed: tuple[str, ...], posts: Path
) -> None:
    done = start((*installed, "sources", "agora"))
    assert done.code == 0 and "agora.example" in done.out
    done = start((*installed, "inspect", str(posts)))
    assert done.code == 0 and "plug-in agora (klout-agora)" in done.out
    assert re.search(r"^ *agora erika ", done.out, re.MULTILINE)
    assert "Agora does not say who responded" in " ".join(done.out.split())


def test_without_the_package_its_table_is_nobodys(posts: Path) -> None:
    assert "agora erika" not in klout("inspect", str(posts)).out


@pytest.mark.parametrize("way", ["working folder", "PYTHONPATH"])
def test_a_package_beside_exports_is_no_plug_in(
    installed: tuple[str, ...], exports: Path, way: str
) -> None:
    (exports / "evil.py").write_text("open('RAN', 'w')\nclass X: pass\n", encoding="utf-8")
    info = exports / "evil-1.dist-info"
    info.mkdir()
    info.joinpath("METADATA").write_text("Name: evil\nVersion: 1\n", encoding="utf-8")
    info.joinpath("entry_points.txt").write_text(entry_points({"evil": "evil:X"}), encoding="utf-8")
    env = {"PYTHONPATH": str(exports)} if way == "PYTHONPATH" else {}
    done = start((*installed, "score", ".", "--no-history"), env, exports)
    assert done.code == 0 and "evil" not in done.err and not (exports / "RAN").exists()


# Wrong ones

SOUND = """
from klout_cli.values.reading import PLAIN
from klout_cli.person.rows import Contact, Draft, Level, Post
from klout_cli.results import Source

class Plugin:
    network = "agora"
    source = Source("agora", "Agora", "there", "json", "minutes", "posts", "names")
    feeds = {"audience": ""}
    def identify(self, members, reading=PLAIN):
        return [(member,) for member in members if member.basename.endswith(".json")]
    def extract(self, members, reading):
        draft = Draft("agora", "archive")
        with draft.reading(members[0].where) as intake:
            draft.levels.append(Level("followers", 240))
            intake.use()
        return [draft.finish()]
"""
NAME = "the plug-in wrong (klout-wrong)"


def wrong(member: str) -> str:
    """The sound plug-in with one thing put over it."""
    return f"{SOUND}\nclass Wrong(Plugin):\n    {member}\n"


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Install]:
    """Put packages with one entry point each on the path: name, code, what the entry point names."""
    before = set(sys.modules)
    sites: list[str] = []
    monkeypatch.setattr(plugins, "list_site_folders", lambda: sites)

    def put(name: str, code: str, attribute: str) -> None:
        site = tmp_path / f"site-{name}"
        info = site / f"klout_{name}-1.dist-info"
        info.mkdir(parents=True)
        (site / f"klout_{name}.py").write_text(code, encoding="utf-8")
        (info / "METADATA").write_text(
            f"Metadata-Version: 2.1\nName: klout-{name}\nVersion: 1\n", encoding="utf-8"
        )
        (info / "entry_points.txt").write_text(
            entry_points({name: f"klout_{name}:{attribute}"}), encoding="utf-8"
        )
        monkeypatch.syspath_prepend(str(site))
        sites.append(str(site))
        plugins.plugins.cache_clear()

    yield put
    plugins.plugins.cache_clear()
    for name in set(sys.modules) - before:
        if name.startswith("klout_") and "." not in name:
            del sys.modules[name]


def found(exports: Path) -> ExportSet:
    done = read([exports], Reading(latest=LATEST), Limits())
    assert all(row.read == row.used + row.skipped for row in done.ledger)
    assert len({row.file for row in done.ledger}) == len(done.ledger) == 2
    (xing,) = [export for export in done.exports if export.network == "xing"]
    assert [post.likes for post in xing.posts] == [3]
    return done


def test_a_sound_plug_in_reads_what_is_left_and_nothing_else(
    install: Install, exports: Path
) -> None:
    install("sound", SOUND, "Plugin")
    done = found(exports)
    assert [(export.network, export.handle) for export in done.exports] == [
        ("xing", "erika"),
        ("agora", "agora"),
    ]
    assert done.exports[1].notes == ("read by the plug-in sound (klout-sound)",)
    assert done.warnings == []


def test_an_entry_point_may_name_an_instance(install: Install, exports: Path) -> None:
    install("sound", SOUND + "\nthe_one = Plugin()\n", "the_one")
    assert len(found(exports).exports) == 2


WRONG = {
    "raises when it is imported": (
        "raise RuntimeError('canary77')",
        "cannot be loaded: RuntimeError",
    ),
    "leaves when it is imported": ("import sys\nsys.exit(3)", "cannot be loaded: SystemExit"),
    "is no Python": ("class Wrong(:", "cannot be loaded: SyntaxError"),
    "is not there": ("", "cannot be loaded: AttributeError"),
    "is a number": ("Wrong = 3", "is no importer: it has no network"),
    "cannot be made": (wrong("def __init__(self, more): pass"), "cannot be loaded: TypeError"),
    "has no name": (wrong("network = None"), "its network is no short lower-case word"),
    "has a hostile name": (wrong("network = '[red]X'"), "its network is no short lower-case word"),
    "has no source": (wrong("source = 'there'"), "its source is no Source"),
    "has a wrong source": (
        wrong("source = Source('agora', 3, '', '', '', '', '')"),
        "its source has a wrong type at $.title",
    ),
    "has wrong feeds": (wrong("feeds = ['audience']"), "its feeds has a wrong type at its top"),
    "has strange feeds": (wrong("feeds = object()"), "its feeds has parts of unknown types"),
    "raises on files": (
        wrong("def identify(self, members, reading=None): raise ValueError('canary77')"),
        "fails to identify files: ValueError",
    ),
    "leaves on files": (
        wrong("def identify(self, members, reading=None): raise SystemExit"),
        "fails to identify files: SystemExit",
    ),
    "finds nothing at all": (
        wrong("def identify(self, members, reading=None): return None"),
        "fails to identify files: TypeError",
    ),
    "claims names": (
        wrong("def identify(self, members, reading=None): return [('kept.csv',)]"),
        "takes files it was not offered",
    ),
    "claims twice": (
        wrong("def identify(self, members, reading=None): return [tuple(members), tuple(members)]"),
        "takes a file twice",
    ),
    "raises on content": (
        wrong("def extract(self, members, reading): raise ValueError('canary77')"),
        "fails to read: ValueError",
    ),
    "ends on content": (
        wrong("def extract(self, members, reading): raise SystemExit"),
        "fails to read: SystemExit",
    ),
    "gives nothing": (
        wrong("def extract(self, members, reading): return []"),
        "does not count rows",
    ),
    "gives no export": (
        wrong("def extract(self, members, reading): return ['canary77']"),
        "its export is no Export",
    ),
}
ROWS = {
    "text for a number": (
        "posts.append(Post('1', 5, likes='canary77'))",
        "has a wrong type at $.posts[0].likes",
    ),
    "a kind there is not": (
        "posts.append(Post('1', 5, kind='canary77'))",
        "has a wrong type at $.posts[0].kind",
    ),
    "an object": ("posts.append(object())", "parts of unknown types"),
    "a date to come": ("posts.append(Post('1', 10**15))", "dates before 1970 or in the future"),
    "a date before dates": (
        "levels.append(Level('followers', 1, at=-5))",
        "dates before 1970 or in the future",
    ),
    "a negative count": ("posts.append(Post('1', 5, likes=-1))", "negative counts"),
    "no reputation": (
        "contacts.append(Contact('a', reputation=float('nan')))",
        "reputations outside",
    ),
    "a file of others": ("intakes[0].file = 'kept.csv'", "counts rows wrongly"),
    "rows that do not add up": ("intakes[0].read = 99", "counts rows wrongly"),
    "a network that is none": ("network = '[red]'", "network is no short lower-case word"),
}
for what, (row, said) in ROWS.items():
    code = f"""def extract(self, members, reading):
        draft = Draft("agora")
        with draft.reading(members[0].where):
            pass
        draft.{row}
        return [draft.finish()]
"""
    WRONG[f"gives {what}"] = (wrong(code), said)


@pytest.mark.parametrize(("code", "said"), WRONG.values(), ids=WRONG)
def test_a_plug_in_that_is_wrong_is_named_and_the_rest_goes_on(
    install: Install, exports: Path, code: str, said: str
) -> None:
    install("wrong", code, "Wrong")
    done = found(exports)
    assert [export.network for export in done.exports] == ["xing"]
    (warning,) = done.warnings
    assert warning.startswith(NAME) and said in warning, warning
    assert "canary77" not in warning + str(done.ledger)


def test_a_plug_in_that_hangs_while_it_is_imported_is_left_behind(
    install: Install, exports: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(plugins, "LONGEST_LOAD", 0.2)
    install("wrong", "from threading import Event\nEvent().wait(60)", "Wrong")
    done = found(exports)
    assert [export.network for export in done.exports] == ["xing"]
    assert done.warnings[0].startswith(f"{NAME} is not loaded after")


def test_a_plug_in_that_claims_everything_gets_what_is_left_alone(
    install: Install, exports: Path
) -> None:
    install(
        "greedy",
        wrong("def identify(self, members, reading=None): return [tuple(members)]"),
        "Wrong",
    )
    done = found(exports)
    assert [row.file for row in done.exports[1].ledger] == ["exports:agora-archive.json"]


def test_a_sound_plug_in_beside_a_broken_one_works(install: Install, exports: Path) -> None:
    install("wrong", "raise RuntimeError", "Wrong")
    install("sound", SOUND, "Plugin")
    done = found(exports)
    assert [export.network for export in done.exports] == ["xing", "agora"]
    assert len(done.warnings) == 1 and NAME in done.warnings[0]


def test_two_plug_ins_that_claim_one_file_are_both_named_and_neither_reads_it(
    install: Install, exports: Path
) -> None:
    install("sound", SOUND, "Plugin")
    install("second", SOUND, "Plugin")
    done = found(exports)
    assert [export.network for export in done.exports] == ["xing"]
    assert (
        all(
            "sound (klout-sound)" in said and "second (klout-second)" in said
            for said in done.warnings
        )
        and done.warnings
    )
    assert {"recognised by two plug-ins": 1} in [row.reasons for row in done.ledger]


def test_what_a_plug_in_prints_is_no_result(
    install: Install, exports: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    install(
        "loud",
        "print('loading')\n"
        + SOUND.replace("        draft = ", "        print('reading')\n        draft = "),
        "Plugin",
    )
    found(exports)
    told = capsys.readouterr()
    assert told.out == "" and "loading" in told.err and "reading" in told.err


def test_no_plug_in_sees_private_messages_or_settings(install: Install, exports: Path) -> None:
    (exports / "message_1.json").write_text("{}", encoding="utf-8")
    (exports / "klout.yaml").write_text("{}", encoding="utf-8")
    install(
        "greedy",
        wrong("def identify(self, members, reading=None): return [tuple(members)]"),
        "Wrong",
    )
    done = read([exports], Reading(latest=LATEST, private=True), Limits())
    assert [
        row.file for export in done.exports if export.network == "agora" for row in export.ledger
    ] == ["exports:agora-archive.json"]
    assert sorted(member.basename for members in done.files.values() for member in members) == [
        "agora-archive.json",
        "kept.csv",
    ]
