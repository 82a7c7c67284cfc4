"""Every screen at every width (L3, A24-A26): nothing wider than the terminal, no word lost, letters only, spoken without drawings."""

from collections.abc import Callable
from pathlib import Path

import pytest
from rich.cells import cell_len

from klout_cli.cli.run import run
from tests.cli.processes import ERIKA, ROOT, X

Shown = Callable[..., str]

SCREENS = {
    "first steps": (),
    "demo": ("demo",),
    "score": ("score", ERIKA, "--no-history"),
    "score -v": ("score", ERIKA, "--no-history", "-v"),
    "compare": ("compare", "2025-09-01", "2026-02-27"),
    "compare --period": ("compare", "--period", "month"),
    "explain": ("explain",),
    "explain resonance": ("explain", "resonance"),
    "explain interval": ("explain", "interval"),
    "explain account": ("explain", "x"),
    "explain --formula": ("explain", "--formula"),
    "hints": ("hints",),
    "whatif": ("whatif", "--set", "x.followers=+10%"),
    "audit": ("audit", ERIKA),
    "network": ("network", ERIKA, "--merges"),
    "topics": ("topics", ERIKA),
    "perks": ("perks",),
    "history": ("history", "list"),
    "inspect": ("inspect", X),
    "sources": ("sources",),
    "sources linkedin": ("sources", "linkedin"),
    "config": ("config", "show"),
}
NOT_SPOKEN = "│█▌▐─━┿░▶▲▼●▁▂▃▄▅▆▇┤"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A history of the sample person's two dates."""
    folder = tmp_path_factory.mktemp("home")
    for date in ("2025-09-01", "2026-03-01"):
        exports = str(ROOT / "sample_data" / "erika" / date / "x")
        assert (
            run(
                [
                    "score",
                    exports,
                    "--history",
                    str(folder / "history.sqlite3"),
                    "--today",
                    "2026-03-02",
                    "-f",
                    "csv",
                    "-q",
                ]
            )
            == 0
        )
    return folder


@pytest.fixture
def shown(home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Shown:
    """Run a command in this process and return its screen, on a pipe where no columns are given."""
    monkeypatch.chdir(ROOT)
    for name, value in {
        "KLOUT_HOME": str(home),
        "KLOUT_TODAY": "2026-03-02",
        "KLOUT_LANG": "en",
        "KLOUT_NO_PROGRESS": "1",
    }.items():
        monkeypatch.setenv(name, value)

    def show(name: str, *options: str, columns: int = 0) -> str:
        monkeypatch.setenv("COLUMNS", str(columns))
        capsys.readouterr()
        assert run([*SCREENS[name], *options]) == 0
        return capsys.readouterr().out

    return show


@pytest.mark.parametrize("name", SCREENS)
def test_a24_screens_fit_and_wide_ones_lose_no_word(shown: Shown, name: str) -> None:
    piped = {word for word in shown(name).split() if sum(map(str.isalpha, word)) > 2}
    for columns in (40, 60, 80, 120, 200):
        screen = shown(name, columns=columns)
        assert max(map(cell_len, screen.splitlines())) <= columns
    joined = "".join(shown(name, columns=200).split())
    assert not [word for word in piped if word not in joined]


@pytest.mark.parametrize("name", SCREENS)
def test_a24_on_a_pipe_nothing_is_wrapped(shown: Shown, name: str) -> None:
    assert len(shown(name).splitlines()) <= len(shown(name, columns=200).splitlines())


@pytest.mark.parametrize("name", SCREENS)
def test_l1_screens_in_letters(shown: Shown, name: str) -> None:
    assert shown(name, "--ascii").isascii()
    assert shown(name, "--ascii", columns=80).isascii()


@pytest.mark.parametrize("name", SCREENS)
def test_a26_spoken_screens_have_no_drawings(shown: Shown, name: str) -> None:
    assert not set(shown(name, "--plain")) & set(NOT_SPOKEN)
