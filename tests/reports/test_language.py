"""German, and any other language: what is found in the catalogue, what stays, numbers and dates.

And that nothing is missing in it.
"""

import re
import string
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from klout_cli.reports import translation
from klout_cli.reports.language import HOLE, Language, language
from klout_cli.reports.layout import Drawing, Note, Pairs, Table, arrange
from klout_cli.reports.screen import Screen
from klout_cli.reports.translation import languages, locale_language, translator
from tests import texts

GERMAN = language("de")
ACCOUNT = re.compile(r"[A-Z][\w+ ]* \{name\}")
OTHERS = [code for code in languages() if code != translation.ENGLISH]


def small(*messages: tuple[str, str]) -> Language:
    """Make a German catalogue of few messages."""
    return Language("de", iter(messages))


@pytest.mark.parametrize(
    ("english", "german"),
    [
        ("52.8", "52,8"),
        ("1,204", "1.204"),
        ("3.5 %", "3,5 %"),
        ("−0.0", "−0,0"),
        ("2026-03-01", "01.03.2026"),
        ("1,234,567.5", "1.234.567,5"),
        ("0.01 × 668^0.8 = 1.81895", "0,01 × 668^0,8 = 1,81895"),
        (
            "log10((2 + 33.4) / (2 + 10.7)) / 0.67 = 0.66",
            "log10((2 + 33,4) / (2 + 10,7)) / 0,67 = 0,66",
        ),
        ("1.2.3", "1.2.3"),
        ("2026-13-45", "2026-13-45"),
        ("", ""),
    ],
)
def test_numbers_and_dates_take_their_german_form(english: str, german: str) -> None:
    assert GERMAN.say(english) == german


@pytest.mark.parametrize(
    ("english", "german"),
    [
        ("1 list", "1 Liste"),
        ("1,200 lists", "1.200 Listen"),
        ("3 × negative count, 2 × not a date", "3 × negative Anzahl, 2 × kein Datum"),
        (
            "40 × own comments, not counted as received, 3 × no date",
            "40 × eigene Kommentare, nicht als erhaltene gezählt, 3 × kein Datum",
        ),
        ("RESONANCE", "RESONANZ"),
        ("▲ above average", "▲ über dem Durchschnitt"),
        ("2.1× → 3.1× the reactions expected", "2,1× → 3,1× die erwarteten Reaktionen"),
        (
            "missing: no topics are stated in klout.yaml",
            "fehlt: in klout.yaml sind keine Themen genannt",
        ),
        (
            "1,342 on Facebook page Bürokater Mops, 5 on X",
            "1.342 auf Facebook-Seite Bürokater Mops, 5 auf X",
        ),
        (
            "3 × negative count, 2 × what a third party says",
            "3 × negative Anzahl, 2 × what a third party says",
        ),
        ("nobody translates this 1.5", "nobody translates this 1.5"),
    ],
)
def test_lists_and_parts_are_said_one_by_one(english: str, german: str) -> None:
    assert GERMAN.say(english) == german


def test_the_template_with_the_most_letters_wins_and_names_stay_as_they_are() -> None:
    speaks = small(
        ("{n} posts", "{n} Beiträge"),
        ("{any} posts", "falsch"),
        ("by {name}", "von {name}"),
        ("posts", "Beiträge"),
    )
    assert speaks.say("1,200 posts") == "1.200 Beiträge"
    assert speaks.say("by posts 1.5") == "von posts 1.5"


def test_a_hole_for_texts_takes_known_ones_only() -> None:
    speaks = small(("{text} on {name}", "{text} auf {name}"), ("likes", "Likes"))
    assert speaks.say("likes on X") == "Likes auf X"
    assert speaks.say("dwelling on X") == "dwelling on X"


def test_columns_of_other_peoples_words_stay() -> None:
    table = Table(("Date", "Reactions", "Text"), (("2026-03-01", "1,200", "Reactions 1.5"),))
    assert GERMAN.block(table) == Table(
        ("Datum", "Reaktionen", "Text"), (("01.03.2026", "1.200", "Reactions 1.5"),)
    )


def test_drawings_keep_their_places() -> None:
    drawn = Drawing(
        "Curve",
        ("+4.7 ┤   ·a·", "      0.25×   median", "a X erika_b   b Facebook page Mops"),
        "X erika_b +4.7 points",
    )
    said = GERMAN.block(drawn)
    assert said.lines == (
        "+4,7 ┤   ·a·",
        "      0,25×   Median",
        "a X erika_b   b Facebook-Seite Mops",
    )
    assert said.spoken == "X erika_b +4,7 Punkte"


@pytest.mark.parametrize(
    "handle",
    [
        "Audience",
        "{n} lists",
        "{name}",
        "{0.__class__}",
        "%s",
        "3 × spam",
        "to",
        "no: {text}",
        ", ; : → ",
    ],
)
def test_hostile_handles_do_no_harm_beyond_wording(handle: str) -> None:
    """Where it stands alone, a handle that is a msgid may be worded anew.

    Nothing is filled, lost or raised.
    """
    assert GERMAN.say(f"X {handle}") == f"X {handle}"
    shown = arrange(
        [Pairs(((f"X {handle}", handle),), handle), Note(handle, (handle,))], Screen(lang="de")
    )
    assert shown.count("\n") >= 3


@settings(max_examples=40, deadline=None, derandomize=True)
@given(st.text(max_size=300) | st.text(alphabet=", :;→·.{}n1a", max_size=300))
def test_any_text_is_said_and_german_is_said_the_same_way_twice(text: str) -> None:
    assert GERMAN.say(text) == Language.say(GERMAN, text)


@pytest.mark.parametrize("mark", [", ", ": ", "; ", " → ", " · ", " × ", ". A"])
def test_long_lists_of_unknown_things_end(mark: str) -> None:
    assert GERMAN.say(mark.join(["zzz"] * 300)) == mark.join(["zzz"] * 300)


@pytest.mark.parametrize("code", OTHERS)
def test_every_message_keeps_its_holes_and_is_found(code: str) -> None:
    speaks = language(code)
    samples = {
        "n": "7",
        "date": "2026-03-01",
        "account": "x:erika",
        "name": "Erika",
        "names": "Erika",
        "text": "0.5",
        "any": "0.5",
    }
    for templates in speaks.templates.values():
        for one in templates:
            holes = {name for name, _ in one.kinds}
            assert {
                name for _, name, _, _ in string.Formatter().parse(one.becomes) if name is not None
            } <= holes, one.pattern
    for english in speaks.messages:
        sample = HOLE.sub(lambda hole: samples[hole[1]], english)
        assert speaks.translate_known(sample) is not None, english


@pytest.mark.parametrize("code", OTHERS)
def test_no_text_of_the_code_is_missing(code: str) -> None:
    """Without the templates of a network with any name behind it, which would take a sentence that begins like one."""
    speaks = Language(
        code,
        (
            (english, said)
            for english, said in language(code).messages.items()
            if not ACCOUNT.fullmatch(english)
        ),
    )
    missing = [text for text in texts.held() if speaks.translate_known(text) is None]
    for place, parts in texts.literals():
        if all(speaks.translate_known(filled) is None for filled in texts.fillings(parts)):
            missing.append(
                f"{place}: "
                + "".join("{}" if isinstance(part, texts.Hole) else part for part in parts)
            )
    assert not missing, "\n".join(["not in the catalogue:", *missing])


def test_one_file_is_one_more_language(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """French in three lines."""
    header = (
        'msgid ""\nmsgstr ""\n"Language: fr\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
    )
    (tmp_path / "fr.po").write_text(
        header + 'msgid "{n} lists"\nmsgstr "{n} listes"\n', encoding="utf-8"
    )
    monkeypatch.setattr("klout_cli.reports.translation.CATALOGUES", tmp_path)
    monkeypatch.setattr("klout_cli.reports.language.CATALOGUES", tmp_path)
    language.cache_clear()
    assert languages() == ["en", "fr"]
    assert (
        locale_language({"LANG": "fr_CA.UTF-8"}) == "fr"
        and locale_language({"LANG": "de_DE"}) == "en"
    )
    assert translator("fr")("1.5 lists") == "1,5 listes"
    language.cache_clear()


@pytest.mark.parametrize(
    ("environ", "lang"),
    [
        ({}, "en"),
        ({"LANG": "de_DE.UTF-8"}, "de"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "de_AT", "LC_ALL": "C"}, "en"),
        ({"LANG": "C", "LC_MESSAGES": "de"}, "de"),
        ({"LC_ALL": "", "LANG": "de"}, "de"),
        ({"LANG": "xx"}, "en"),
    ],
)
def test_l2_the_locale_variables_name_a_language_without_setlocale(
    environ: dict[str, str], lang: str
) -> None:
    assert locale_language(environ) == lang


@pytest.mark.parametrize(
    ("english", "german"),
    [
        (
            "51.8 on 2025-08-31, likely 49–55 (80 %)",
            "51,8 am 31.08.2025, wahrscheinlich 49–55 (80 %)",
        ),
        ("51.8 on 2025-08-31", "51,8 am 31.08.2025"),
        (
            "average person +40.0, Audience +3.2, Give & take −0.4",
            "Durchschnittsmensch +40,0, Publikum +3,2, Geben & Nehmen −0,4",
        ),
        ("516 followers, 343 following, 151 friends", "516 Follower, 343 Gefolgte, 151 Freunde"),
        ("9 subscribers, 4 readers", "9 Abonnenten, 4 Leser"),
    ],
)
def test_lists_of_numbers_are_all_german(english: str, german: str) -> None:
    assert GERMAN.say(english) == german


def test_what_explain_lists_can_be_typed() -> None:
    listed = Pairs((("measured", "How much of the method could be measured?"),), "Other numbers")
    assert GERMAN.block(listed).rows == (("measured", "Wie viel der Methode ließ sich messen?"),)
