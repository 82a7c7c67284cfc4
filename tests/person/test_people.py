"""The standing of contacts: by followers, job title or reputation."""

import pytest

from klout_cli.person import people
from klout_cli.person.people import position_class, standing, standings
from klout_cli.person.rows import Contact
from klout_cli.person.topics import Topic, Topics
from klout_cli.scoring.model import load

NONE = Topics({})


@pytest.mark.parametrize(
    ("position", "expected"),
    [
        ("CEO & Founder", "owner"),
        ("Geschäftsführerin", "owner"),
        ("Inhaber", "owner"),
        ("Partner", "owner"),
        ("Vice President Marketing", "director"),
        ("Head of Communications", "director"),
        ("Bereichsleiterin Vertrieb", "director"),
        ("Product Manager", "manager"),
        ("Teamleiter", "manager"),
        ("Professorin für Medien", "manager"),
        ("Dr.", "manager"),
        ("Redakteurin", "specialist"),
        ("Software Engineer", "specialist"),
        ("Assistenz der Geschäftsführung", "junior"),
        ("Werkstudentin Marketing", "junior"),
        ("Praktikant", "junior"),
        ("Leadership Coach", "specialist"),
    ],
)
def test_positions_in_english_and_german(position: str, expected: str) -> None:
    assert position_class(position) == expected


@pytest.mark.parametrize(
    "position", ["", "Astronaut", "Leidenschaftlich neugierig", "drummer", "1. FC Beispiel", "☀"]
)
def test_a_title_that_no_rule_knows_leaves_the_standing_unknown(position: str) -> None:
    assert position_class(position) == ""
    assert standing(Contact("a", position=position), NONE) is None
    described = Contact("a", position=position, reputation=80.0)
    assert standing(described, NONE) == people.Standing("reputation", 80.0, False)


def test_an_unknown_title_leaves_the_expertise_known() -> None:
    topics = Topics({"pr": Topic(keywords=["PR"])})
    contact = Contact("a", position="Astronaut", expertise="PR")
    assert standing(contact, topics) == people.Standing("", 0.0, True)


def test_every_class_of_titles_has_a_standing_in_the_model() -> None:
    assert set(people._titles("titles.yaml")) == set(
        load("klout").factors.network.standing.__struct_fields__
    )


def test_standing_takes_followers_first_then_position_then_reputation() -> None:
    topics = Topics({"pr": Topic(keywords=["PR"])})
    everything = Contact("a", followers=999, position="CEO", reputation=80.0, expertise="PR, Krise")
    assert standing(everything, topics) == people.Standing("followers", 3.0, True)
    assert standing(Contact("a", position="CEO", reputation=80.0), topics) == people.Standing(
        "owner", 0.0, False
    )
    assert standing(Contact("a", reputation=80.0), topics) == people.Standing(
        "reputation", 80.0, False
    )
    assert standing(Contact("a", name="Anna"), topics) is None
    assert list(standings([everything, Contact("b", name="Anna")], NONE)) == ["a"]
