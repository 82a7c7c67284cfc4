"""What is observed for the audit: profiles, concentration, activity and contacts.

Counts only, and nobody's name.
"""

from klout_cli.factors import OBSERVED
from klout_cli.person.rows import About, Contact, Interaction, Post
from klout_cli.person.view import AccountView
from klout_cli.results import Measurement
from tests.factors.test_factors import DAY, NOW, post, seen


def found(factor: str, account: AccountView) -> Measurement:
    return next(one for one in OBSERVED if one.id == factor).measure(account)


def test_presence_tells_what_is_there_and_what_is_not_known() -> None:
    facts = found(
        "presence", seen(about=About(bio=True, picture=False, links=("b.example", "a.example/me")))
    ).facts
    assert facts == {
        "bio": 1,
        "picture": 0,
        "position": None,
        "link": 1,
        "links": (("b.example",), ("a.example/me",)),
    }
    assert found("presence", seen(about=About(links=()))).facts["link"] == 0
    assert found("presence", seen(about=About(bio=True))).facts["link"] is None


def test_presence_is_missing_where_no_export_tells() -> None:
    assert found("presence", seen()).reason == "this export doesn't include your profile"


def test_concentration_counts_the_largest_post_and_fan() -> None:
    talk = [("anna", NOW, 3), ("ben", NOW, 1), ("anna", NOW - DAY, 1)]
    responses = tuple(Interaction(who, "in", "comment", count, at) for who, at, count in talk)
    account = seen(
        Post("p3", NOW - DAY),
        post(1, likes=8),
        post(2, likes=1, comments=1),
        interactions=responses,
        names_responders=True,
    )
    facts = found("concentration", account).facts
    assert facts == {
        "top_post": 8,
        "reactions": 10,
        "posts": 2,
        "top_fan": 4,
        "responses": 5,
        "people": 2,
    }
    assert "anna" not in repr(facts)


def test_concentration_knows_posts_or_people_or_neither() -> None:
    assert found("concentration", seen(post(1, likes=0))).facts["people"] is None
    assert (
        found("concentration", seen(post(1))).reason
        == "this export doesn't include reactions you received"
    )


def test_concentration_leaves_out_what_is_private_given_or_of_another_time() -> None:
    others = (
        Interaction("anna", "out", "comment", 9, NOW),
        Interaction("anna", "in", "message", 9, NOW, private=True),
        Interaction("ben", "in", "comment", 9, NOW - 400 * DAY),
        Interaction("ben", "in", "comment", 1, NOW),
    )
    facts = found("concentration", seen(post(1), interactions=others, names_responders=True)).facts
    assert (facts["people"], facts["responses"]) == (1, 1)


def test_activity_counts_what_is_public_and_what_is_private() -> None:
    actions = (
        Interaction("anna", "out", "reaction", 5),
        Interaction("anna", "out", "invitation", 2),
        Interaction("anna", "in", "comment", 3),
        Interaction("anna", "out", "message", 4, private=True),
    )
    later = Post("later", NOW + 9 * DAY)
    hidden = Post("hidden", NOW, public=False)
    facts = found(
        "activity", seen(Post("r", NOW, "reply"), hidden, later, interactions=actions)
    ).facts
    assert facts == {"published": 1, "given": 5, "private": 4}


def test_contacts_are_counted_by_whether_they_have_a_name() -> None:
    people = (Contact("a", "Anna"), Contact("b", " "), Contact("c"))
    assert found("contacts", seen(contacts=people)).facts == {"contacts": 3, "nameless": 2}
    assert (
        found("contacts", seen(contacts=people[1:])).reason == "this export doesn't list contacts"
    )
    assert found("contacts", seen()).state == "missing"
