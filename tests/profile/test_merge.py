"""Several exports become one person and nothing counts twice (reliability rows U)."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klout_cli.errors import InputError
from klout_cli.profile import merge
from klout_cli.profile.profile import Account
from klout_cli.profile.rows import Contact, Export, Interaction, Level, Owner, Post, Totals

DAY = 86_400
NOW = 20_500 * DAY


def export(network: str = "x", handle: str = "erika", *posts: Post, **fields: object) -> Export:
    values: dict[str, object] = {
        "owner": Owner("1", "Erika Beispiel", True),
        "variant": "archive",
        "exported_at": NOW,
        "contacts": [],
        "interactions": [],
        "levels": [],
        "followers": frozenset(),
        "following": frozenset(),
        "totals": None,
        "ledger": (),
        "notes": (),
    }
    return Export(network=network, handle=handle, posts=list(posts), **(values | fields))  # type: ignore[arg-type]


def only(*exports: Export) -> Account:
    (account,), _ = merge.accounts(exports)
    return account


def test_u1_the_same_export_under_another_name_counts_once_and_is_said() -> None:
    posts = [Post("1", NOW, likes=3)]
    accounts, said = merge.accounts([export("x", "erika", *posts), export("x", "erika", *posts)])
    assert len(accounts) == 1
    assert len(accounts[0].posts) == 1
    assert said == ["x:erika: the same export twice; used once"]


def test_u2_overlapping_exports_merge_by_id_and_the_newest_counts_win() -> None:
    older = export("x", "erika", Post("1", NOW - 9 * DAY, likes=3, shares=1), Post("2", NOW - 8 * DAY, likes=1), exported_at=NOW - 5 * DAY)
    newer = export("x", "erika", Post("2", NOW - 8 * DAY, likes=4), Post("3", NOW - DAY, likes=2))
    account = only(newer, older)
    assert [(post.id, post.likes) for post in account.posts] == [("1", 3), ("2", 4), ("3", 2)]
    assert account.exported_at == NOW


def test_u2_what_only_one_export_knows_of_a_post_is_kept() -> None:
    archive = export("x", "erika", Post("1", NOW + 44_000, likes=3, shares=1, kind="self_reply", text="long text of a post"))
    table = Owner(personal=False)
    csv = export("x", "erika", Post("1", NOW, likes=4, comments=2, impressions=900, precision="day"), owner=table, exported_at=NOW + DAY)
    (post,) = only(archive, csv).posts
    assert (post.likes, post.comments, post.shares, post.impressions) == (4, 2, 1, 900)
    assert (post.at, post.precision, post.kind, post.text) == (NOW + 44_000, "second", "self_reply", "long text of a post")


def test_u3_the_same_text_on_one_day_without_an_id_in_common_is_one_post() -> None:
    archive = export("linkedin", "erika", Post("urn1", NOW + 100, text="Was macht gute Führung aus? Ein Versuch."))
    csv = export(
        "linkedin", "linkedin", Post("row1", NOW, likes=9, text="was macht gute  führung aus? ein versuch.", precision="day"), owner=Owner()
    )
    (post,) = only(archive, csv).posts
    assert (post.likes, post.precision) == (9, "second")
    again = export("linkedin", "erika", Post("urn2", NOW + 3 * DAY, text="Was macht gute Führung aus? Ein Versuch."))
    assert len(only(archive, again).posts) == 2


def test_u3_a_post_deleted_and_posted_again_is_two() -> None:
    twice = [Post(id, NOW + n, text="Guten Morgen, liebe Leute da draußen!") for n, id in enumerate(("1", "2"))]
    assert len(only(export("x", "erika", *twice)).posts) == 2
    assert len(only(export("x", "erika", twice[0]), export("x", "erika", twice[1])).posts) == 2


def test_u4_archives_of_two_people_are_refused_with_both_names() -> None:
    other = export("x", "max", owner=Owner("2", "Max Muster", True))
    with pytest.raises(InputError) as fault:
        merge.one_person([export(), other])
    assert "Erika Beispiel (x:erika)" in fault.value.what and "Max Muster (x:max)" in fault.value.what
    assert "--person" in fault.value.remedy
    chosen, name = merge.one_person([export(), other], "max")
    assert ([one.handle for one in chosen], name) == (["max"], "Max Muster")


def test_u4_analytics_of_somebody_else_do_not_join_an_archive() -> None:
    archive = export("linkedin", "erika", owner=Owner("in/erika", "Erika Beispiel", True))
    own = export("linkedin", "linkedin", owner=Owner("", "ErikaBeispiel"), levels=[Level("followers", 9)])
    assert [account.id for account in merge.accounts(merge.one_person([archive, own])[0])[0]] == ["linkedin:erika"]
    strange = export("linkedin", "linkedin", owner=Owner("", "MaxMuster"), levels=[Level("followers", 9)])
    with pytest.raises(InputError, match="two people"):
        merge.one_person([archive, strange])


def test_u4_accounts_that_klout_yaml_declares_are_one_persons() -> None:
    second = export("x", "erika_privat", owner=Owner("2", "E.", True))
    exports, _ = merge.one_person([export(), second], own={"x:erika", "x:erika_privat"})
    accounts, _ = merge.accounts(exports)
    assert [account.id for account in accounts] == ["x:erika", "x:erika_privat"]


def test_u4_a_table_of_several_people_asks_for_one() -> None:
    rows = [export("x", name, owner=Owner("", name), totals=Totals(posts=1)) for name in ("Anna", "Berta")]
    with pytest.raises(InputError, match="2 people: Anna, Berta"):
        merge.one_person(rows)
    assert [one.handle for one in merge.one_person(rows, "Berta")[0]] == ["Berta"]


def test_two_parts_of_one_archive_are_one_account_whatever_each_knows_of_the_owner() -> None:
    basic = export("linkedin", "kolle-anna", owner=Owner("", "Anna Koelle", True), levels=[Level("connections", 9)])
    complete = export("linkedin", "anna-k", owner=Owner("in/anna-k", "Anna Kölle", True), exported_at=NOW + DAY)
    exports, _ = merge.one_person([basic, complete])
    account = only(*exports)
    assert account.id == "linkedin:anna-k"
    assert account.levels[0].value == 9


def test_a_renamed_account_is_one_account_under_its_newest_name() -> None:
    account = only(export("x", "old_name", exported_at=NOW - 99 * DAY), export("x", "new_name"))
    assert account.id == "x:new_name"


def test_an_export_that_names_no_account_joins_the_only_one_of_its_network() -> None:
    named, unnamed = export("x", "erika"), export("x", "x", Post("1", NOW, likes=1), owner=Owner())
    assert [account.id for account in merge.accounts([named, unnamed])[0]] == ["x:erika"]


def test_an_export_without_an_owner_joins_the_archive_and_not_a_page_beside_it() -> None:
    named, unnamed = export("x", "erika"), export("x", "x", Post("1", NOW, likes=1), owner=Owner())
    page = export("x", "muster-gmbh", Post("2", NOW, likes=2), owner=Owner())
    found = {account.id: len(account.posts) for account in merge.accounts([page, named, unnamed])[0]}
    assert found == {"x:erika": 1, "x:muster-gmbh": 1}
    pages = [export("blog", handle, owner=Owner(), levels=[Level("readers", 9)]) for handle in ("one", "two", "blog")]
    assert [account.id for account in merge.accounts(pages)[0]] == ["blog:blog", "blog:one", "blog:two"]


def test_several_pages_of_one_network_are_several_accounts() -> None:
    pages = [export("facebook_page", handle, owner=Owner(), levels=[Level("followers", 9)]) for handle in ("Kaffee", "Tee")]
    assert len(merge.accounts(pages)[0]) == 2


def test_actions_add_up_within_an_export_and_not_between_exports() -> None:
    likes = [Interaction("anna", "out", "reaction", 3, NOW), Interaction("anna", "out", "reaction", 4, NOW - DAY)]
    older = export("x", "erika", interactions=likes[:1], exported_at=NOW - DAY)
    assert only(export("x", "erika", interactions=likes), older).interactions == (Interaction("anna", "out", "reaction", 7, NOW),)


def test_u4_an_archive_that_names_nobody_does_not_make_two_people_one() -> None:
    nameless = export("x", "a", owner=Owner("", "", True), exported_at=0)
    with pytest.raises(InputError, match="two people"):
        merge.one_person([nameless, export(), export("x", "max", owner=Owner("2", "Max Muster", True))])


def test_a_link_that_several_posts_bear_is_no_evidence() -> None:
    profile = "https://x.com/erika"
    archive = export("x", "erika", *[Post(f"a{n}", NOW + n * DAY, url=f"{profile}/status/{n}") for n in range(3)])
    table = export("x", "erika", *[Post(f"t{n}", NOW + n * DAY, url=profile, likes=1) for n in range(3)], owner=Owner())
    assert len(only(archive, table).posts) == 6


def test_a_table_of_which_no_row_was_used_is_no_account() -> None:
    assert merge.accounts([export("other", "notes", owner=Owner())])[0] == []


def test_contacts_csv_tells_more_about_known_people_and_adds_others_of_its_network() -> None:
    archive = export(
        "linkedin",
        "erika",
        contacts=[Contact("in/anna", "Anna Muster", position="CEO"), Contact("in/b", "Bernd"), Contact("in/b2", "Bernd")],
        interactions=[Interaction(key, "out", "connection") for key in ("in/anna", "in/b", "in/b2")],
    )
    told = [Contact("anna muster", "Anna Muster", expertise="pr", reputation=70.0), Contact("bernd", "Bernd", reputation=10.0)]
    table = export("linkedin", "linkedin", owner=Owner(), contacts=told)
    other = export("xing", "xing", owner=Owner(), contacts=[Contact("clara", "Clara", reputation=90.0)])
    account = only(archive, table, other)
    people = {contact.key: contact for contact in account.contacts}
    assert (people["in/anna"].expertise, people["in/anna"].position) == ("pr", "CEO")
    assert people["in/b"].reputation is None  # two of the name: no evidence
    assert "bernd" in people and "clara" not in people


def test_a_mentioned_handle_gets_the_followers_of_contacts_csv() -> None:
    archive = export("x", "erika", interactions=[Interaction("anna", "out", "mention", 3)])
    account = only(archive, export("x", "x", owner=Owner(), contacts=[Contact("@Anna", followers=900)]))
    assert [(contact.key, contact.followers) for contact in account.contacts] == [("anna", 900)]
    assert len(account.interactions) == 1


@given(st.lists(st.integers(0, 30), max_size=40), st.randoms(use_true_random=False))
def test_any_split_of_an_export_into_overlapping_parts_gives_the_same_posts(days: list[int], shuffler: random.Random) -> None:
    posts = [Post(f"p{number}", NOW - day * DAY, likes=day) for number, day in enumerate(days)]
    parts = [export("x", "erika", *shuffler.sample(posts, shuffler.randint(0, len(posts)))) for _ in range(3)]
    whole = only(export("x", "erika", *posts))
    shuffler.shuffle(parts)
    assert only(export("x", "erika", *posts), *parts).posts == whole.posts
