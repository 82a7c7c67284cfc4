"""The bundled person shows every network that people asked for: which accounts, in which state, read how, and nothing private."""

import json
from collections import Counter
from itertools import takewhile
from typing import Any

import pytest

from tests.cli.processes import ERIKA, FACEBOOK, GOOGLEPLUS, PAGES, ROOT, told
from tests.promises.test_private import CANARY, PRIVATE

BEFORE = "sample_data/erika/2025-09-01"
SCORED = {
    "blog:kaffeepause.example.org",
    "facebook_page:Bürokater Mops",
    "facebook_page:Kaffeepause",
    "facebook_profile:erika.beispiel",
    "instagram:erika.beispiel",
    "linkedin:erika-beispiel-kommunikation",
    "x:erika_beratet",
    "xing:Erika_Beispiel",
    "youtube:Kaffeepause am Flipchart",
}
MASTODON = "mastodon:erika_im_wortwechsel_2026"
DELIBERATE = {
    "deleted member",
    "duplicate record",
    "endorsement not accepted",
    "no date",
    "recommendation not visible",
    "spam",
}


def report(*arguments: str) -> dict[str, Any]:
    done = told("score", *arguments, "--format", "json")
    assert (done.code, done.err) == (0, "")
    found: dict[str, Any] = json.loads(done.out)
    return found


def factor(account: dict[str, Any], id: str) -> dict[str, Any]:
    found: dict[str, Any] = next(one for one in account["factors"] if one["id"] == id)
    return found


def account(whole: dict[str, Any], id: str) -> dict[str, Any]:
    found: dict[str, Any] = next(one for one in whole["accounts"] if one["id"] == id)
    return found


@pytest.mark.parametrize(
    ("folder", "new"),
    [(BEFORE, {}), (ERIKA, {MASTODON: "scored", "googleplus:ErikaBeispiel": "historical"})],
)
def test_one_score_of_all_accounts(folder: str, new: dict[str, str]) -> None:
    whole = report(folder)
    states = {one["id"]: one["state"] for one in whole["accounts"]}
    assert states == dict.fromkeys(SCORED, "scored") | new
    assert 50 < whole["score"]["value"] < 60 and whole["score"]["quality"] == "score"


def test_every_branch_of_the_method_is_met() -> None:
    whole = report(ERIKA)
    impressions = {one["id"] for one in whole["accounts"] if one["quality"] == "first_impression"}
    assert impressions == {MASTODON, "facebook_profile:erika.beispiel", "xing:Erika_Beispiel"}
    # An audience known by reactions alone.
    mastodon = account(whole, MASTODON)
    assert mastodon["audience"]["quality"] == "inferred"
    assert factor(mastodon, "audience")["state"] == "inferred"
    assert factor(mastodon, "resonance")["state"] == "missing"
    # A number followed, where following back is no rule.
    x = account(whole, "x:erika_beratet")
    assert (x["audience"]["followers"], x["audience"]["following"]) == (516, 343)
    assert x["audience"]["effective"] > 516
    # Older posts fill a window up to twenty, on other channels ninety days hold more.
    windows = {one["id"]: one["window"]["posts"] for one in whole["accounts"]}
    assert (windows["blog:kaffeepause.example.org"], windows["x:erika_beratet"]) == (20, 39)
    # Exchange with comments that wait, and follow lists.
    steps = explained("reciprocity")
    assert "exchange" in steps["blog:kaffeepause.example.org"]
    assert "g of follow lists" in steps["x:erika_beratet"]
    answer = next(hint for hint in report(BEFORE)["hints"] if hint["id"] == "answer")
    assert answer["account"] == "blog:kaffeepause.example.org" and answer["gain"] > 0
    # Contacts by position, by reach and by expertise on a topic.
    assert explained("network").keys() >= {"linkedin:erika-beispiel-kommunikation", x["id"]}
    # Recommendations, lists and linkbacks; all that others vouch by.
    written = account(whole, "linkedin:erika-beispiel-kommunikation")
    assert factor(written, "endorsement")["inputs"]["recommendations"] == 5


def explained(factor: str) -> dict[str, set[str]]:
    """Return the names of a factor's steps by account."""
    done = told("explain", factor, ERIKA, "--format", "json")
    assert (done.code, done.err) == (0, "")
    return {
        one["account"]: {step["name"] for step in one["steps"]}
        for one in json.loads(done.out)["accounts"]
        if one["steps"]
    }


@pytest.mark.parametrize("folder", [BEFORE, ERIKA])
def test_only_what_is_meant_to_be_is_skipped(folder: str) -> None:
    skipped: Counter[str] = Counter()
    for row in report(folder)["ledger"]:
        assert row["read"] == row["used"] + row["skipped"]
        skipped.update(row["reasons"])
    assert skipped.keys() <= DELIBERATE and skipped["spam"] and skipped["deleted member"]


def test_two_pages_of_one_file_are_two_accounts() -> None:
    pages = [one for one in report(PAGES)["accounts"] if one["network"] == "facebook_page"]
    assert {one["id"]: one["window"]["posts"] for one in pages} == {
        "facebook_page:Kaffeepause": 14,
        "facebook_page:Bürokater Mops": 17,
    }
    both = report(ERIKA)
    for one in pages:
        followers = factor(account(both, one["id"]), "audience")["inputs"]["followers"]
        assert followers in (486, 1342), "the accounts table knows what Meta does not export"


def test_a_facebook_profile_holds_no_reactions_received_and_says_where_they_are() -> None:
    whole = report(FACEBOOK)
    resonance = factor(account(whole, "facebook_profile:erika.beispiel"), "resonance")
    assert resonance["state"] == "missing" and "Meta Business Suite" in resonance["reason"]
    assert account(whole, "facebook_profile:erika.beispiel")["audience"]["followers"] == 151


def test_google_plus_counts_while_it_was_there() -> None:
    (found,) = report(GOOGLEPLUS, "--as-of", "2019-03-18")["accounts"]
    assert (found["id"], found["state"], found["audience"]["quality"]) == (
        "googleplus:ErikaBeispiel",
        "scored",
        "inferred",
    )
    assert factor(found, "breadth")["inputs"]["responders"] > 20
    done = told("score", GOOGLEPLUS, "--as-of", "2026-03-01")
    assert done.code == 3 and "the network closed on 2 Apr 2019" in done.err


def test_the_blog_s_export_and_table_are_one_account_with_its_answers() -> None:
    whole = report(ERIKA)
    blog = account(whole, "blog:kaffeepause.example.org")
    assert (blog["window"]["posts"], blog["audience"]["followers"]) == (20, 668)
    endorsement = factor(blog, "endorsement")["inputs"]
    assert (endorsement["metric"], endorsement["vouchers"]) == ("linkbacks", 30)
    assert factor(blog, "breadth")["inputs"]["responders"] > 20
    (row,) = [row for row in whole["ledger"] if row["file"].endswith(".xml")]
    assert row["notes"]["own comments, not counted as received"] == 40


def test_linkedin_s_archive_and_analytics_are_one_account() -> None:
    linkedin = account(report(ERIKA), "linkedin:erika-beispiel-kommunikation")
    assert linkedin["audience"]["followers"] == 187
    assert {
        id: factor(linkedin, id)["state"]
        for id in ("resonance", "endorsement", "network", "substance")
    } == dict.fromkeys(("resonance", "endorsement", "network", "substance"), "measured")


def test_youtube_has_videos_with_counts_and_the_accounts_table_their_audience() -> None:
    whole = report(ERIKA)
    channel = account(whole, "youtube:Kaffeepause am Flipchart")
    assert (channel["window"]["posts"], channel["audience"]["followers"]) == (11, 214)
    states = {
        id: factor(channel, id)["state"]
        for id in ("audience", "resonance", "amplification", "substance")
    }
    assert set(states.values()) == {"measured"}
    rows = {
        row["file"].rpartition(":")[2]: row for row in whole["ledger"] if "Flipchart" in row["file"]
    }
    assert {
        file.rpartition("/")[2]: (row["used"], row["skipped"]) for file, row in rows.items()
    } == {
        "Gesamtwerte.csv": (510, 0),
        "Tabellendaten.csv": (15, 1),
    }


def list_reactions(*arguments: str) -> dict[str, str]:
    """Return the reactions per post that the table of channels shows, in its order."""
    lines = iter(told("score", ERIKA, *arguments).out.splitlines())
    header = next(line for line in lines if line.startswith("  CHANNELS "))
    end = header.index("reactions/post") + len("reactions/post")
    rows = [line[:end].split() for line in takewhile(str.strip, lines)]
    return {row[0]: row[-1] for row in rows if row[-1].replace(".", "").isdecimal()}


def test_the_first_screen_says_what_a_post_brings_on_the_channels_that_weigh_most() -> None:
    assert list_reactions() == {"Blog": "5.4", "X": "11.2", "LinkedIn": "13.8", "YouTube": "9.8"}
    assert list_reactions("-v")["Instagram"] == "33.0"


@pytest.mark.parametrize("folder", [BEFORE, ERIKA])
def test_private_messages_are_there_and_never_told(folder: str) -> None:
    files = [
        path.as_posix()
        for path in (ROOT / folder).rglob("*")
        if path.is_file() and CANARY.encode() in path.read_bytes()
    ]
    assert Counter(next(mark for mark in PRIVATE if mark in file) for file in files) == Counter(
        PRIVATE
    )
    shown = "".join(
        told(*command, folder).out
        for command in (("score", "-v"), ("inspect", "-v"), ("score", "--format", "json"))
    )
    assert CANARY not in shown
