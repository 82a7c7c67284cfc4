"""Standing by followers, position, reputation (method §4.1)."""

import pytest

from klout_cli.person import people
from klout_cli.person.people import position_class, standing, standings
from klout_cli.person.rows import Contact
from klout_cli.person.topics import Topic, Topics

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
