"""The first run on a terminal: networks, the downloads folder, and exports that wait there."""

import json
import shutil
from pathlib import Path

import pytest

from klout_cli.cli.start import NETWORKS, _parse_choice
from tests.cli.processes import LINKEDIN_ANALYTICS, ROOT, WORDPRESS, klout, terminal


@pytest.fixture
def home(tmp_path: Path) -> dict[str, str]:
    """A fresh home with three exports and two other files in its downloads."""
    downloads = tmp_path / "downloads"
    downloads.mkdir()
    for export in (WORDPRESS, LINKEDIN_ANALYTICS):
        shutil.copy(ROOT / export, downloads)
    (downloads / "invoice.pdf").write_bytes(b"%PDF-1.7")
    (downloads / "shopping.csv").write_text("item,price\nmilk,1.20\n", encoding="utf-8")
    return {"KLOUT_HOME": str(tmp_path / "home"), "KLOUT_DOWNLOADS": str(downloads)}


def answers(home: dict[str, str]) -> dict[str, object]:
    file = Path(home["KLOUT_HOME"]) / "start.json"
    return dict(json.loads(file.read_text(encoding="utf-8"))) if file.exists() else {}


def test_the_first_run_asks_for_networks_and_shows_where_to_request_them(
    home: dict[str, str],
) -> None:
    screen = terminal(env=home, typed="1,9\n")
    assert "Which of these do you use?" in screen
    assert answers(home) == {"networks": ["linkedin", "blog"], "look": None}
    assert "LINKEDIN ARCHIVE" in screen and "start klout again" in screen
    assert "klout can look" not in screen


def test_the_second_run_asks_once_whether_it_may_look_and_again_before_it_scores(
    home: dict[str, str],
) -> None:
    terminal(env=home, typed="1\n")
    screen = terminal(env=home, typed="y\nn\n")
    assert "May klout look there? [y/N]" in screen
    assert "Score these 2 exports now? [y/N]" in screen
    assert "shopping.csv" not in screen and "of 100" not in screen
    assert answers(home)["look"] is True
    screen = terminal(env=home, typed="y\n")
    assert "May klout look" not in screen
    assert "WHAT IS KNOWN" in screen or "of 100" in screen


def test_a_no_is_remembered_and_nothing_is_opened(home: dict[str, str]) -> None:
    terminal(env=home, typed="1\n")
    assert "exports now" not in terminal(env=home, typed="n\n")
    assert answers(home)["look"] is False
    screen = terminal(env=home, typed="y\n")
    assert "May klout look" not in screen and "exports now" not in screen


def test_score_without_files_offers_what_was_found(home: dict[str, str]) -> None:
    terminal(env=home, typed="1\n")
    screen = terminal("score", "--no-history", env=home, typed="y\ny\n")
    assert "Score these 2 exports now? [y/N]" in screen
    assert "DATA UP TO" in screen.upper()


@pytest.mark.parametrize("options", [("--no-input",), ()])
def test_without_input_or_a_terminal_nothing_is_asked(
    home: dict[str, str], options: tuple[str, ...]
) -> None:
    screen = terminal(*options, env=home, typed="1\n") if options else klout(env=home).out
    assert "THREE STEPS TO YOUR SCORE" in screen and "Which of these" not in screen
    assert answers(home) == {}
    done = klout("score", *options, env=home)
    assert (done.code, done.out) == (2, "")


@pytest.mark.parametrize(
    ("answer", "networks"),
    [
        ("1", [NETWORKS[0]]),
        ("2, 1 1", [NETWORKS[1], NETWORKS[0]]),
        (f"{len(NETWORKS)}", [NETWORKS[-1]]),
        (f"0,{len(NETWORKS) + 1}", []),
        ("linkedin", []),
        ("", []),
    ],
)
def test_an_answer_is_numbers_of_the_list(answer: str, networks: list[str]) -> None:
    assert _parse_choice(answer) == networks
