"""Who came, who left and who came back between invented lists of few people, counted by hand."""

from collections.abc import Mapping

from klout_cli.person.followers import compare_followers, list_people
from klout_cli.person.rows import Contact, Draft, Export, Interaction, Level
from klout_cli.results.followers import FollowerChange

DAY = 86_400
SEPTEMBER, MARCH = 1_756_684_800, 1_772_323_200


def followers(at: int, *people: str, handle: str = "erika", cut: bool = False) -> Export:
    draft = Draft("instagram")
    draft.handle, draft.exported_at, draft.followers = handle, at, set(people)
    draft.levels = [Level("followers", len(people), quality="cut" if cut else "exact")]
    return draft.finish()


def connections(at: int | None, people: Mapping[str, int | None]) -> Export:
    draft = Draft("linkedin")
    draft.handle, draft.exported_at = "erika", at
    draft.contacts = [Contact(key, key.title(), since=since) for key, since in people.items()]
    draft.contacts.append(Contact("recommender", "Only Recommended"))
    draft.interactions = [
        Interaction(key, "out", "connection", at=since) for key, since in people.items()
    ]
    return draft.finish()


def changes(older: list[Export], newer: list[Export]) -> list[FollowerChange]:
    return list(compare_followers(list_people(older), list_people(newer)))


def test_who_came_and_who_left() -> None:
    older = followers(SEPTEMBER, "anna", "ben", "carla")
    newer = followers(MARCH, "anna", "carla", "dora", "emil")
    assert changes([older], [newer]) == [
        FollowerChange("instagram", "erika", 3, 4, ("dora", "emil"), ("ben",), ())
    ]


def test_who_was_on_an_even_older_list_came_back() -> None:
    first = followers(SEPTEMBER - 90 * DAY, "anna", "dora", "emil")
    last = followers(SEPTEMBER, "anna", "ben")
    newer = followers(MARCH, "anna", "dora")
    (found,) = changes([last, first], [newer])
    assert (found.before, found.came, found.left, found.back) == (2, ("dora",), ("ben",), ("dora",))


def test_who_was_connected_anew_after_the_older_export_came_back() -> None:
    first = SEPTEMBER - 300 * DAY
    older = connections(SEPTEMBER, {"anna": first, "ben": first, "carla": None})
    newer = connections(
        MARCH, {"anna": first, "ben": SEPTEMBER + 1, "carla": MARCH, "dora": MARCH - DAY}
    )
    (found,) = changes([older], [newer])
    assert (found.came, found.left, found.back) == (("Dora",), (), ("Ben",))


def test_a_corrected_date_before_the_older_export_is_no_return() -> None:
    older = connections(SEPTEMBER, {"ben": SEPTEMBER - 300 * DAY})
    newer = connections(MARCH, {"ben": SEPTEMBER})
    assert changes([older], [newer])[0].back == ()


def test_without_the_date_of_the_older_export_nobody_is_said_to_be_back() -> None:
    older = connections(None, {"ben": SEPTEMBER - 300 * DAY})
    newer = connections(MARCH, {"ben": MARCH - DAY})
    assert changes([older], [newer])[0].back == ()


def test_a_cut_or_missing_list_says_nothing_about_anybody() -> None:
    whole, cut = followers(SEPTEMBER, "anna", "ben"), followers(MARCH, "anna", cut=True)
    assert changes([whole], [cut]) == []
    assert changes([cut], [whole]) == []
    assert changes([whole], [followers(MARCH)]) == []
    assert changes([whole], [followers(MARCH, "anna", handle="other")]) == []


def test_ids_are_counted_but_are_no_names() -> None:
    (found,) = changes([followers(SEPTEMBER, "11", "12")], [followers(MARCH, "12", "13", "zoe")])
    assert (found.came, found.left) == (("zoe", ""), ("",))
