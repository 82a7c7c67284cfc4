"""`--lang de`: the screens in German as people see them, which language is chosen, and that no number is lost on the way."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import html5lib
import pytest

from klout_cli.cli.language import choose_language
from tests.cli.processes import (
    ERIKA,
    FACEBOOK,
    LINKEDIN,
    PAGES,
    WORDPRESS,
    XING,
    X,
    klout,
    python,
    terminal,
    told,
)

Golden = Callable[[str, str], None]

SCREENS = {
    "score": ("score", ERIKA, "--no-history"),
    "compare": ("compare", ERIKA, "--as-of", "2025-12-31", "--as-of", "2026-02-28"),
    "explain": ("explain", "resonance", ERIKA),
    "audit": ("audit", ERIKA),
    "hints": ("hints", ERIKA),
    "inspect": ("inspect", LINKEDIN),
    "sources": ("sources",),
    "sources-linkedin": ("sources", "linkedin"),
    "network": ("network", ERIKA),
    "topics": ("topics", ERIKA),
}
MORE = {
    "demo": ("demo",),
    "verbose": ("score", ERIKA, "--no-history", "-v"),
    "audit-verbose": ("audit", ERIKA, "-v"),
    "formula": ("explain", "--formula", ERIKA),
    "list": ("explain", ERIKA),
    "interval": ("explain", "interval", ERIKA),
    "style": ("explain", "style", ERIKA),
    "account": ("explain", "x:erika_beratet", ERIKA),
    "period": ("compare", ERIKA, "--period", "quarter"),
    "whatif": ("whatif", ERIKA, "--set", "x.followers=+10%"),
    "merges": ("network", ERIKA, "--merges"),
    "redacted": ("score", ERIKA, "--no-history", "--redact"),
    "config": ("config", "show"),
    **{
        name: ("inspect", path)
        for name, path in {
            "x": X,
            "facebook": FACEBOOK,
            "pages": PAGES,
            "xing": XING,
            "wordpress": WORDPRESS,
        }.items()
    },
    **{name: ("sources", name) for name in ("x", "youtube", "blog", "newsletter", "table")},
}
GERMAN = ("--lang", "de")
ENGLISH = re.compile(
    r"\b(the|of|and|is|are|not|with|from|that|this|your|its|which|has|does|you|to|for)\b"
)
NAMES = re.compile(
    r"klout [a-z].*|--\S+|“.*”|gh api .*|Settings ›.*|beehiiv:.*|plausible.io:.*|\bDashboard ›.*|as-of|\S+[/_.]\S+"
)
FORM = re.compile(r"(?<![\w.:/-])(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d+)(?![\w-]|\.\d|:)")
ENGLISH_FORM = re.compile(r"(?<![\w.:/§])\d+\.\d+(?!\.?[\w-])")
THOUSANDS = re.compile(r"\d{1,3}(\.\d{3})+")


@pytest.mark.parametrize("name", SCREENS)
def test_german_screens_are_golden_and_fit(golden: Golden, name: str) -> None:
    screen = terminal(*SCREENS[name], *GERMAN, columns=80)
    assert max(map(len, re.sub(r"\x1b\[[\d;]*m", "", screen).splitlines())) <= 80
    golden(f"de-{name}.txt", screen)


@pytest.mark.parametrize("name", SCREENS)
def test_every_number_of_the_english_screen_is_on_the_german_one_in_german_form(name: str) -> None:
    english, german = told(*SCREENS[name]).out, told(*SCREENS[name], *GERMAN).out
    swapped = str.maketrans(",.", ".,")
    lost = {number for number in FORM.findall(english) if number.translate(swapped) not in german}
    assert not lost
    assert {
        number for number in ENGLISH_FORM.findall(german) if not THOUSANDS.fullmatch(number)
    } <= {"0.1"}  # a version


@pytest.mark.parametrize("name", [*SCREENS, *MORE])
def test_no_english_is_left(name: str) -> None:
    lines = told(*(SCREENS | MORE)[name], *GERMAN).out.splitlines()
    assert not [line for line in lines if ENGLISH.search(NAMES.sub("", line))]


@pytest.mark.parametrize("options", [(), ("--redact",), ("--application",)])
def test_no_english_is_left_on_pages(tmp_path: Path, options: tuple[str, ...]) -> None:
    page = tmp_path / "page.html"
    assert klout("report", ERIKA, "-o", str(page), *options, *GERMAN).code == 0
    text = page.read_text(encoding="utf-8")
    root = html5lib.parse(text, namespaceHTMLElements=False)
    texts = [*root.find("body").itertext(), *(one.get("aria-label", "") for one in root.iter())]
    assert not [said for said in texts if ENGLISH.search(NAMES.sub("", said))]
    assert not re.search(r"<\w+:", text), "HTML knows no prefixes"


@pytest.mark.parametrize("format", ["json", "csv"])
def test_machine_forms_stay_english(format: str) -> None:
    command = ("score", ERIKA, "--no-history", "--format", format)
    assert told(*command, *GERMAN).out == told(*command).out


@pytest.mark.parametrize(
    ("arguments", "what", "remedy"),
    [
        (("score",), "Es gibt keine Exporte zu lesen.", "klout sources zeigt, woher"),
        (("score", ERIKA, "--as-of", "x"), "„x“ ist kein Datum", "schreib es als 2026-03-01"),
        (("scor",), "Den Befehl scor gibt es nicht.", "meintest du score?"),
        (("xyzzy",), "Den Befehl xyzzy gibt es nicht.", "siehe klout --help"),
        (("score", ERIKA, "--lng"), "Eine Option --lng gibt es nicht.", "meintest du --lang?"),
        (("rank", "--top"), "--top braucht einen Wert.", "siehe klout --help"),
        (("rank", "--engine", "x", "y"), "Das ist kein gültiger Wert.", "nimm eines von duckdb"),
        (("verify",), "Das fehlt.", "siehe klout verify --help"),
        (("history", "forget", "a", "b"), "Ein Argument ist zu viel.", "siehe klout history"),
        (("explain", "audiense", ERIKA), "Einen Faktor oder ein Konto", "meintest du audience?"),
    ],
)
def test_a40_errors_are_german(arguments: tuple[str, ...], what: str, remedy: str) -> None:
    first, *_, last = told(*arguments, *GERMAN).err.splitlines()
    assert first.startswith(what)
    assert last.startswith(remedy)


@pytest.mark.parametrize("name", ["resonanz", "Resonanz", "Geben & Nehmen", "resonance"])
def test_german_names_of_factors_are_accepted_in_both_languages(name: str) -> None:
    for lang in ("en", "de"):
        assert told("explain", name, ERIKA, "--lang", lang).code == 0


def test_german_dates_are_accepted_where_a_date_is_asked_for() -> None:
    german = told("score", ERIKA, "--as-of", "1.3.2026", "--format", "json")
    assert german.out == told("score", ERIKA, "--as-of", "2026-03-01", "--format", "json").out


def test_a_language_without_a_catalogue_is_refused() -> None:
    done = told("sources", "--lang", "xx")
    expected = "klout doesn't have this language.\nxx\nuse one of en, de\n"
    assert (done.code, done.err) == (2, expected)


def test_first_steps_are_german_where_the_locale_is() -> None:
    assert "klout bewertet deinen Einfluss" in klout(env={"LC_ALL": "de_DE.UTF-8"}).out


def test_the_option_goes_before_the_environment_before_settings_before_the_locale(
    tmp_path: Path,
) -> None:
    (tmp_path / "klout.yaml").write_text("person:\n  lang: de\n", encoding="utf-8")
    environ = {"KLOUT_HOME": str(tmp_path / "none"), "LANG": "C"}
    folder = str(tmp_path)
    assert choose_language(["score", folder], environ) == "de"
    assert choose_language(["score", folder], environ | {"KLOUT_LANG": "en", "LANG": "de"}) == "en"
    assert choose_language(["--lang=de", "score"], environ | {"KLOUT_LANG": "en"}) == "de"
    assert choose_language(["--lang", "de", "score"], environ) == "de"
    assert choose_language(["score"], environ | {"LANG": "de_CH.UTF-8"}) == "de"
    assert choose_language(["score", "", "\0"], environ) == "en"
    (tmp_path / "klout.yaml").write_text("person: [", encoding="utf-8")
    assert choose_language(["score", folder], environ) == "en"


def test_a_page_is_verified_in_its_own_language(tmp_path: Path) -> None:
    page = tmp_path / "application.html"
    assert klout("report", ERIKA, "--application", "-o", str(page), *GERMAN).code == 0
    text = page.read_text(encoding="utf-8")
    assert '<html lang="de"' in text
    assert klout("verify", str(page), ERIKA).out.startswith("Verified")
    page.write_text(
        text.replace("&#34;lang&#34;:&#34;de&#34;", "&#34;lang&#34;:&#34;../de&#34;"),
        encoding="utf-8",
    )
    assert klout("verify", str(page), ERIKA).code == 1


def test_english_loads_no_catalogue(tmp_path: Path) -> None:
    code = "import atexit, sys\natexit.register(lambda: print('babel' in sys.modules, file=sys.stderr))"
    assert python(code, "sources").err == "False\n"
    assert python(code, "sources", *GERMAN).err == "True\n"


def test_a_snapshot_and_json_do_not_depend_on_the_language() -> None:
    assert json.loads(told("audit", ERIKA, "--format", "json", *GERMAN).out) == json.loads(
        told("audit", ERIKA, "--format", "json").out
    )
