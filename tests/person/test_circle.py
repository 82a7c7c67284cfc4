"""The people around a person: weight is closeness times standing, unknown is not zero, and redacting leaves nobody's name."""

from datetime import date

import msgspec
import pytest

from klout_cli.person.account import Account
from klout_cli.person.circle import circle, redacted
from klout_cli.person.people import Standing
from klout_cli.person.rows import Contact, Direction, Group, Interaction, Post
from klout_cli.person.topics import Topic, Topics
from klout_cli.results.around import Circle
from tests.person.graphs import RULE, account

DAY = 86_400
AS_OF = date(2026, 3, 1)
NOW = 20_513 * DAY
WORK = Topics({"work": Topic(["work"])})


def worth(one: Standing) -> float:
    return one.value if one.kind == "followers" else 3.0


def gathered(*accounts: Account, merge: bool = True) -> Circle:
    return circle(accounts, WORK, RULE, worth, 1.5, AS_OF, "Erika Beispiel", merge=merge)


def talk(partner: str, direction: Direction, days_ago: int, count: int = 1) -> Interaction:
    return Interaction(
        partner, direction, "comment" if direction == "in" else "reply", count, NOW - days_ago * DAY
    )


def blog(*rows: Interaction, contacts: tuple[Contact, ...] = ()) -> Account:
    return msgspec.structs.replace(
        account([*contacts], [*rows], network="blog"), names_responders=True
    )


def test_weight_is_closeness_times_standing_and_experts_count_more() -> None:
    contacts = [
        Contact("a", followers=999),
        Contact("b", followers=999, expertise="Work"),
        Contact("c"),
        Contact("d", position="CEO"),
    ]
    found = gathered(account(contacts, [Interaction(key, "out", "reply") for key in "abcd"]))
    assert [member.name for member in found.members] == ["b", "a", "d", "c"]
    assert [member.weight for member in found.members] == [
        pytest.approx(4.5 / 10.5),
        pytest.approx(3 / 10.5),
        pytest.approx(3 / 10.5),
        None,
    ]
    assert (found.known, found.coverage) == (3, 0.75)
    assert [member.basis for member in found.members] == ["followers", "followers", "owner", ""]


def test_what_a_network_does_not_show_is_unknown_and_not_zero() -> None:
    shown = blog(talk("a", "in", 9), talk("a", "out", 5), talk("b", "in", 3, 4))
    half = account([], [Interaction("x", "out", "mention", 7)])
    listed = account([], [Interaction("l", "out", "connection")], network="linkedin")
    by_name = {member.name: member for member in gathered(shown, half, listed).members}
    assert [(by_name[name].received, by_name[name].given) for name in "abxl"] == [
        (1, 1),
        (4, 0),
        (None, 7),
        (None, None),
    ]


def test_messages_make_people_known_and_do_not_tell_of_a_direction_that_is_not_shown_in_public() -> (
    None
):
    rows = [
        Interaction("a", "out", "mention", 7),
        Interaction("a", "in", "message", 2, NOW, private=True),
    ]
    talk = msgspec.structs.replace(
        account([], [*rows, Interaction("b", "in", "message", private=True)]),
        groups=(Group(("a", "b"), 4, NOW),),
    )
    found = gathered(talk)
    assert [
        (member.name, member.kinds, member.received, member.waits) for member in found.members
    ] == [
        ("a", {"mention": 7, "message": 2}, None, ""),
        ("b", {"message": 1}, None, ""),
    ]
    assert [(link.kinds, link.thread, link.newest) for link in found.links] == [
        (("group_thread",), 4, "2026-03-01")
    ]
    (hidden,) = redacted(found).links
    assert (hidden.kinds, hidden.thread, hidden.weight, hidden.newest) == (
        ("group_thread",),
        1,
        1.0,
        "",
    )


def test_whom_to_answer_is_who_spoke_last_within_a_year() -> None:
    rows = [
        talk("answered", "in", 9),
        talk("answered", "out", 5),
        talk("again", "out", 9),
        talk("again", "in", 5),
        talk("old", "in", 400),
    ]
    waits = {member.name: member.waits for member in gathered(blog(*rows)).members}
    assert waits == {"answered": "", "again": "2026-02-24", "old": ""}
    hidden = account([], [talk("again", "in", 5)])
    assert not any(member.waits for member in gathered(hidden).members)


def test_one_person_on_two_networks_has_all_that_passed_and_the_best_known_standing() -> None:
    linkedin = account(
        [Contact("in/jm", "Jana Musterfeld", position="CEO", company="Werk")],
        [Interaction("in/jm", "in", "endorsement")],
        network="linkedin",
    )
    x = account(
        [Contact("jana", "Jana Musterfeld", followers=99, company="Werk")],
        [Interaction("jana", "out", "reply", 5)],
    )
    (member,) = gathered(linkedin, x).members
    assert (member.name, member.networks, member.basis) == (
        "Jana Musterfeld",
        ("linkedin", "x"),
        "followers",
    )
    assert member.kinds == {"endorsement": 1, "reply": 5}
    assert len(gathered(linkedin, x, merge=False).members) == 2


def test_communities_are_named_by_what_most_share() -> None:
    contacts = [Contact(key, company="Musterwerk AG", followers=10) for key in "abc"]
    contacts += [Contact(key, expertise=f"krise, {key}", followers=10) for key in "xyz"]
    rows = [Interaction(contact.key, "out", "reply") for contact in contacts]
    found = gathered(account(contacts, rows, Post("p", 1, text="@x @y @z")))
    assert {one.name for one in found.communities} == {"Musterwerk AG", "krise"}
    assert sum(one.weight for one in found.communities) == pytest.approx(1)


def test_p1_p3_a_redacted_circle_holds_nobodys_name_and_no_small_count() -> None:
    contacts = [
        Contact(f"canary{number}", f"Canary {number}", followers=1234, company="Canary AG")
        for number in range(3)
    ]
    other = [Contact("canary0", "Canary 0", company="Canary AG")]
    rows = [talk(contact.key, "in", 3) for contact in contacts]
    hidden = redacted(
        gathered(
            blog(*rows, contacts=tuple(contacts)),
            account(other, [Interaction("canary0", "out", "connection")]),
        )
    )
    text = msgspec.json.encode(hidden).decode().casefold()
    assert "canary" not in text and "erika" not in text
    assert hidden.merges and hidden.communities
    assert hidden.amount(hidden.members[0].received) == "<5"
    assert hidden.amount(5) == 5 and hidden.amount(None) is None
    assert {member.waits for member in hidden.members} == {"2026-02"}


@pytest.mark.parametrize(("days_ago", "waits"), [(364, True), (365, True), (366, False)])
def test_who_wrote_more_than_a_year_ago_no_longer_waits(days_ago: int, waits: bool) -> None:
    (member,) = gathered(blog(talk("a", "in", days_ago))).members
    assert bool(member.waits) == waits
