"""The audit's screen and JSON: everything counted, nothing hostile let through."""

import json

from klout_cli.reports.json_report import audit_json
from klout_cli.reports.screen import Screen
from klout_cli.reports.screens.audit import audit_blocks
from klout_cli.reports.screens.console import draw
from klout_cli.results.audited import CHECK_STATES, Audit, Checked, CheckState, Entered
from tests.reports.people import STANDARD

HOSTILE = "\x1b[2J[bold]me[/bold]\x9b\u202e"


def told(account: str, state: CheckState, reason: str = "because", id: str = "stale") -> Checked:
    return Checked(id, account, state, reason, f"Title of {id}", "What.", "Why.", "Do this.", "low")


def entered(network: str, handle: str, state: str = "scored") -> Entered:
    return Entered(f"{network}:{handle}", network, handle, state, 400, "2026-02-20", None)  # type: ignore[arg-type]


def audit(
    *checks: Checked,
    accounts: tuple[Entered, ...] = (entered("x", "erika"), entered("blog", "a.example")),
) -> Audit:
    return Audit(STANDARD, "Erika Beispiel", "2026-03-01", accounts, checks)


def audit_screen(found: Audit, screen: Screen) -> str:
    return draw(audit_blocks(found, verbose=screen.verbose), screen)


def test_a6_all_states_are_counted_also_where_there_is_none() -> None:
    found = audit(
        told("x:erika", "passed"),
        told("blog:a.example", "passed"),
        told("x:erika", "opportunity", id="age"),
    )
    assert found.counts == {
        "opportunity": 1,
        "manual": 0,
        "could_not_check": 0,
        "not_applicable": 0,
        "passed": 2,
    }
    shown = audit_screen(found, Screen())
    assert "1 thing to improve · 0 to check yourself · 1 fine · 0 not checkable" in shown


def test_a6_only_what_to_improve_is_on_the_short_screen() -> None:
    found = audit(*(told("x:erika", state, f"reason {state}") for state in CHECK_STATES))
    brief, verbose = (audit_screen(found, Screen(verbose=verbose)) for verbose in (False, True))
    assert [state for state in CHECK_STATES if f"reason {state}" in brief] == ["opportunity"]
    assert all(f"reason {state}" in verbose for state in CHECK_STATES)


def test_accounts_of_which_the_same_is_said_stand_together_and_the_remedy_once() -> None:
    shown = audit_screen(
        audit(told("x:erika", "opportunity"), told("blog:a.example", "opportunity")), Screen()
    )
    assert "Title of stale  X, Blog\n" in shown
    assert shown.count("Do this.") == 1


def test_a_closed_network_is_called_so() -> None:
    found = audit(accounts=(entered("googleplus", "me", "historical"), entered("x", "erika")))
    shown = audit_screen(found, Screen(verbose=True))
    assert "Google+ me, closed network" in shown and "X erika, closed network" not in shown


def test_t1_t2_t4_no_control_character_of_an_export_reaches_a_screen() -> None:
    found = audit(
        told(f"x:{HOSTILE}", "manual", HOSTILE),
        accounts=(entered("x", HOSTILE), entered("x", "other")),
    )
    shown = audit_screen(found, Screen(verbose=True))
    shown += audit_screen(found, Screen(plain=True, verbose=True))
    assert not any(sign in shown for sign in "\x1b\x9b\u202e")
    assert "[bold]me[/bold]" in shown
    assert audit_json(found).isascii()
    assert json.loads(audit_json(found))["accounts"][0]["handle"] == HOSTILE
