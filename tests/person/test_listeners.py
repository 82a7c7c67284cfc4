"""Connections by level, field and company, counted by hand over invented people."""

import pytest

from klout_cli.person.accounts import merge_accounts
from klout_cli.person.listeners import count_listeners
from klout_cli.person.people import field_of_work
from klout_cli.person.rows import Contact, Draft, Export, Interaction
from klout_cli.reports.screens.listeners import FIELDS, LEVELS, withhold_counts
from klout_cli.results.listeners import Listeners
from klout_cli.scoring.model import load


def export(network: str, *contacts: Contact, met: tuple[Contact, ...] = ()) -> Export:
    draft = Draft(network)
    draft.handle, draft.contacts = f"erika_{network}", [*contacts, *met]
    draft.interactions = [Interaction(one.key, "out", "connection") for one in contacts]
    return draft.finish()


def counted(*exports: Export) -> Listeners:
    accounts, _ = merge_accounts(list(exports))
    return count_listeners(accounts, load("klout").people, None)


LINKEDIN = export(
    "linkedin",
    Contact("jana", "Jana Musterfeld", position="CEO", company="Musterwerk AG"),
    Contact("ben", "Ben Beispiel", position="Leiterin Marketing", company="Musterwerk"),
    Contact("carla", "Carla Probe", position="Marketing Manager", company="Musterwerk AG"),
    Contact("dora", "Dora Exempel", position="Zauberin", company="Nordprobe"),
    Contact("emil", "Emil Entwurf"),
    met=(Contact("stranger", "Only Met", position="CEO", company="Elsewhere"),),
)


def test_connections_are_counted_by_level_field_and_company() -> None:
    found = counted(LINKEDIN)
    assert (found.people, found.with_position) == (5, 4)
    assert found.levels == (("manager", 2), ("owner", 1), ("", 1))
    assert found.fields == (("marketing", 2), ("", 2))
    assert found.companies == (("Musterwerk AG", 3), ("Nordprobe", 1))


def test_one_person_on_two_networks_counts_once() -> None:
    xing = export(
        "xing",
        Contact("jana musterfeld", "Jana Musterfeld", company="Musterwerk AG"),
        Contact("emil entwurf", "Emil Entwurf", position="Texter"),
    )
    found = counted(LINKEDIN, xing)
    assert found.networks == ("linkedin", "xing")
    assert found.people == 6  # Jana is one by name and employer; two Emils may be two
    assert found.companies[0] == ("Musterwerk AG", 3)


def test_other_networks_list_no_connections() -> None:
    assert counted(export("facebook_profile", Contact("jana", position="CEO"))).people == 0


@pytest.mark.parametrize(
    ("position", "field"),
    [
        ("Head of Internal Communications", "communications"),
        ("Pressesprecherin", "communications"),
        ("Rechtsanwältin", "law"),
        ("Softwareentwickler", "technology"),
        ("Senior Software Engineer", "technology"),
        ("Ärztin", "health"),
        ("Talent Acquisition", "people"),
        ("Steuerberater", "finance"),
        ("Unternehmensberaterin", "consulting"),
        ("Wissenschaftliche Mitarbeiterin", "research"),
        ("Repairer of kites", ""),  # no word of it is "ai" or "it"
        ("", ""),
    ],
)
def test_a_position_names_a_field(position: str, field: str) -> None:
    assert field_of_work(position) == field


def test_every_class_of_the_tables_has_a_name() -> None:
    from klout_cli.person.people import _titles

    assert set(_titles("titles.yaml")) | {""} == set(LEVELS)
    assert set(_titles("fields.yaml")) | {""} == set(FIELDS)


def test_small_counts_are_withheld_and_never_follow_from_the_total() -> None:
    counts = (("media", 20), ("law", 7), ("sales", 5), ("design", 4))
    assert withhold_counts(counts, redacted=False) == dict(counts)
    # 4 alone would be what is missing of the total, and so would 9 be too few
    assert withhold_counts(counts, redacted=True) == {
        "media": 20, "design": None, "law": None, "sales": None,
    }  # fmt: skip
    assert withhold_counts((("media", 20), ("law", 5)), redacted=True) == {"media": 20, "law": 5}
    many = (("media", 20), ("a", 4), ("b", 4), ("c", 2))
    assert withhold_counts(many, redacted=True) == {"media": 20, "a": None, "b": None, "c": None}
