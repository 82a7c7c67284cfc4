"""Several exports become one person and nothing counts twice (cases U)."""

from datetime import date

import pytest

from klout_cli.person.accounts import merge_accounts
from klout_cli.person.owners import choose_person
from klout_cli.person.rows import Contact, Export, Group, Interaction, Level, Owner, Post
from klout_cli.person.topics import Topics
from klout_cli.person.view import AccountView
from klout_cli.results import LedgerRow
from klout_cli.scoring.model import load
from tests.person.exports import DAY, NOW, export, only


def test_u1_the_same_export_under_another_name_counts_once_and_is_said() -> None:
    posts = [Post("1", NOW, likes=3)]
    accounts, said = merge_accounts([export("x", "erika", *posts), export("x", "erika", *posts)])
    assert len(accounts) == 1
    assert len(accounts[0].posts) == 1
    assert said == ["X erika: the same export twice, used once"]


def test_u2_overlapping_exports_merge_by_id_and_the_newest_counts_win() -> None:
    older = export(
        "x",
        "erika",
        Post("1", NOW - 9 * DAY, likes=3, shares=1),
        Post("2", NOW - 8 * DAY, likes=1),
        exported_at=NOW - 5 * DAY,
    )
    newer = export("x", "erika", Post("2", NOW - 8 * DAY, likes=4), Post("3", NOW - DAY, likes=2))
    account = only(newer, older)
    assert [(post.id, post.likes) for post in account.posts] == [("1", 3), ("2", 4), ("3", 2)]
    assert account.exported_at == NOW


def test_u2_what_only_one_export_knows_of_a_post_is_kept() -> None:
    archive = export(
        "x",
        "erika",
        Post("1", NOW + 44_000, likes=3, shares=1, kind="self_reply", text="long text of a post"),
    )
    table = Owner(personal=False)
    csv = export(
        "x",
        "erika",
        Post("1", NOW, likes=4, comments=2, impressions=900, precision="day"),
        owner=table,
        exported_at=NOW + DAY,
    )
    (post,) = only(archive, csv).posts
    assert (post.likes, post.comments, post.shares, post.impressions) == (4, 2, 1, 900)
    assert (post.at, post.precision, post.kind, post.text) == (
        NOW + 44_000,
        "second",
        "self_reply",
        "long text of a post",
    )


def test_u3_the_same_text_on_one_day_without_an_id_in_common_is_one_post() -> None:
    archive = export(
        "linkedin",
        "erika",
        Post("urn1", NOW + 100, text="Was macht gute Führung aus? Ein Versuch."),
    )
    csv = export(
        "linkedin",
        "linkedin",
        Post(
            "row1", NOW, likes=9, text="was macht gute  führung aus? ein versuch.", precision="day"
        ),
        owner=Owner(),
    )
    (post,) = only(archive, csv).posts
    assert (post.likes, post.precision) == (9, "second")
    again = export(
        "linkedin",
        "erika",
        Post("urn2", NOW + 3 * DAY, text="Was macht gute Führung aus? Ein Versuch."),
    )
    assert len(only(archive, again).posts) == 2


def test_u3_a_post_deleted_and_posted_again_is_two() -> None:
    twice = [
        Post(id, NOW + n, text="Guten Morgen, liebe Leute da draußen!")
        for n, id in enumerate(("1", "2"))
    ]
    assert len(only(export("x", "erika", *twice)).posts) == 2
    assert len(only(export("x", "erika", twice[0]), export("x", "erika", twice[1])).posts) == 2


def test_posts_without_an_id_are_told_apart_by_moment_and_text_alone_or_in_several_tables() -> None:
    one, same, other, later = (
        Post("", at, likes=likes, text=text)
        for at, likes, text in ((NOW, 1, "a"), (NOW, 2, "a"), (NOW, 1, "b"), (NOW + 1, 1, "a"))
    )
    assert only(export("x", "erika", one, other, same, later)).posts == (same, other, later)
    assert only(export("x", "erika", later, other, same)).posts == (same, other, later)
    merged = only(
        export("x", "erika", one, other), export("x", "erika", same, later, exported_at=NOW + DAY)
    ).posts
    assert sorted((post.key, post.likes) for post in merged) == sorted(
        (post.key, post.likes) for post in (same, other, later)
    )
    assert len({one.key, other.key, later.key}) == 3
    assert (one.key, Post("7", NOW, text="a").key) == (same.key, "7")


def test_two_parts_of_one_archive_are_one_account_whatever_each_knows_of_the_owner() -> None:
    basic = export(
        "linkedin",
        "kolle-anna",
        owner=Owner("", "Anna Koelle", True),
        levels=[Level("connections", 9)],
    )
    complete = export(
        "linkedin", "anna-k", owner=Owner("in/anna-k", "Anna Kölle", True), exported_at=NOW + DAY
    )
    exports, _ = choose_person([basic, complete])
    account = only(*exports)
    assert account.id == "linkedin:anna-k"
    assert account.levels[0].value == 9


def test_a_renamed_account_is_one_account_under_its_newest_name() -> None:
    account = only(export("x", "old_name", exported_at=NOW - 99 * DAY), export("x", "new_name"))
    assert account.id == "x:new_name"


def test_an_export_that_names_no_account_joins_the_only_one_of_its_network() -> None:
    named, unnamed = export("x", "erika"), export("x", "x", Post("1", NOW, likes=1), owner=Owner())
    assert [account.id for account in merge_accounts([named, unnamed])[0]] == ["x:erika"]


def test_an_export_without_an_owner_joins_the_archive_and_not_a_page_beside_it() -> None:
    named, unnamed = export("x", "erika"), export("x", "x", Post("1", NOW, likes=1), owner=Owner())
    page = export("x", "muster-gmbh", Post("2", NOW, likes=2), owner=Owner())
    found = {
        account.id: len(account.posts) for account in merge_accounts([page, named, unnamed])[0]
    }
    assert found == {"x:erika": 1, "x:muster-gmbh": 1}
    pages = [
        export("blog", handle, owner=Owner(), levels=[Level("readers", 9)])
        for handle in ("one", "two", "blog")
    ]
    assert [account.id for account in merge_accounts(pages)[0]] == [
        "blog:blog",
        "blog:one",
        "blog:two",
    ]


def page(network: str, handle: str, **fields: object) -> Export:
    return export(network, handle, Post("p1", NOW, likes=1), owner=Owner(), **fields)


def test_u8_a_profile_and_several_pages_are_several_accounts() -> None:
    profile = export("facebook_profile", "erika", levels=[Level("friends", 90)])
    pages = [page("facebook_page", handle) for handle in ("Erika", "Kaffee", "Tee")]
    found = merge_accounts(choose_person([*pages, profile])[0])[0]
    assert [account.id for account in found] == [
        "facebook_page:Erika",
        "facebook_page:Kaffee",
        "facebook_page:Tee",
        "facebook_profile:erika",
    ]


def test_u8_a_profile_and_a_company_page_are_two_accounts_whatever_they_are_called() -> None:
    profile = export(
        "linkedin", "erika-beispiel", Post("1", NOW), owner=Owner("in/e", "Erika Beispiel", True)
    )
    for name, id in (
        ("muster-gmbh", "linkedin:muster-gmbh"),
        ("Erika-Beispiel", "linkedin:Erika-Beispiel (page)"),
    ):
        company = page("linkedin", name, page=True)
        found = {
            account.id: len(account.posts)
            for account in merge_accounts(choose_person([company, profile])[0])[0]
        }
        assert found == {"linkedin:erika-beispiel": 1, id: 1}


def test_u8_a_professional_account_is_the_downloads_by_name_only() -> None:
    download = export(
        "instagram", "erika", Post("1", NOW - DAY), owner=Owner("erika", "Erika", True)
    )
    same, brand = page("instagram", "Erika"), page("instagram", "kaffee")
    found = {
        account.id: len(account.posts) for account in merge_accounts([download, same, brand])[0]
    }
    assert found == {"instagram:erika": 2, "instagram:kaffee": 1}


def test_u8_a_download_without_a_name_joins_an_account_only_by_a_post_in_common() -> None:
    text = "Was macht gute Führung aus? Ein Versuch."
    nameless = export(
        "instagram", "instagram", Post("a", NOW, text=text), owner=Owner("", "", True)
    )
    brand = export("instagram", "kaffee", Post("b", NOW, text=text, likes=9), owner=Owner())
    assert [account.id for account in merge_accounts([nameless, brand])[0]] == ["instagram:kaffee"]
    accounts, said = merge_accounts([nameless, page("instagram", "kaffee")])
    assert [account.id for account in accounts] == ["instagram:instagram", "instagram:kaffee"]
    assert said == ["Instagram: an export without an account name is kept apart from kaffee"]


def test_u8_a_page_takes_in_nothing_that_may_be_the_persons_and_the_other_way_round() -> None:
    company = page("linkedin", "muster-gmbh", page=True)
    own = export(
        "linkedin",
        "linkedin",
        Post("1", NOW, engagements=4),
        owner=Owner(),
        levels=[Level("followers", 9)],
    )
    accounts, said = merge_accounts([company, own])
    assert {account.id: (len(account.posts), len(account.levels)) for account in accounts} == {
        "linkedin:linkedin": (1, 1),
        "linkedin:muster-gmbh": (1, 0),
    }
    assert said == ["LinkedIn: an export without an account name is kept apart from muster-gmbh"]
    archive = export("linkedin", "erika", owner=Owner("", "Erika Beispiel", True))
    unnamed_page = page("linkedin", "linkedin-page", page=True)
    found = {
        account.id: len(account.posts)
        for account in merge_accounts([unnamed_page, archive, own])[0]
    }
    assert found == {"linkedin:erika": 1, "linkedin:linkedin-page": 1}


def test_u9_a_post_on_several_networks_counts_in_each_and_is_noted() -> None:
    text = "Was macht gute Führung aus? Ein Versuch."
    networks = ["x", "linkedin", "facebook_profile", "mastodon"]
    exports = [
        export(network, "erika", Post(f"{network}1", NOW + n, text=text, likes=n))
        for n, network in enumerate(networks)
    ]
    other = export(
        "blog",
        "me",
        Post("b1", NOW - 3 * DAY, text=text, comments=1),
        Post("b2", NOW, text="ein ganz anderer Text im Blog"),
    )
    accounts, said = merge_accounts([*exports, other])
    assert {account.network: [post.likes for post in account.posts] for account in accounts} == {
        "blog": [None, None],
        "facebook_profile": [2],
        "linkedin": [1],
        "mastodon": [3],
        "x": [0],
    }
    assert said == ["1 post is on several networks and counts on each"]


def test_exact_counts_of_comments_win_over_a_newer_feed_and_that_is_said() -> None:
    """A feed counts the blog's own answers.

    An export that names who commented leaves them out.
    """
    named = export(
        "blog",
        "me.example",
        Post("1", NOW, comments=2),
        Post("2", NOW, comments=0),
        owner=Owner(),
        exported_at=NOW - DAY,
        names_responders=True,
    )
    feed = export(
        "blog", "me.example", *[Post(id, NOW, comments=5, likes=7) for id in "123"], owner=Owner()
    )
    accounts, said = merge_accounts([named, feed])
    assert [(post.comments, post.likes) for post in accounts[0].posts] == [(2, 7), (0, 7), (5, 7)]
    assert said == ["Blog me: your own replies are left out of the comments on 2 posts"]


def test_two_dates_of_one_account_give_the_newest_level_and_list() -> None:
    older = export(
        "x",
        "erika",
        levels=[Level("followers", 90)],
        followers=frozenset("ab"),
        following=frozenset("c"),
        exported_at=NOW - 9 * DAY,
    )
    newer = export("x", "erika", levels=[Level("followers", 80)], followers=frozenset("a"))
    account = only(newer, older)
    assert [(level.value, level.at) for level in account.levels] == [(90, NOW - 9 * DAY), (80, NOW)]
    assert (account.followers, account.following) == (frozenset("a"), frozenset("c"))


def test_u2_overlapping_tables_without_a_date_of_their_own_are_ordered_by_their_rows() -> None:
    table: dict[str, object] = {"owner": Owner(), "exported_at": None}
    january = export(
        "x",
        "erika",
        Post("1", NOW - 60 * DAY, likes=9),
        Post("2", NOW - 30 * DAY, likes=1),
        Post("3", NOW - 29 * DAY),
        **table,
    )
    march = export(
        "x", "erika", Post("2", NOW - 30 * DAY, likes=4), Post("4", NOW, likes=2), **table
    )
    assert [post.likes for post in only(march, january).posts] == [9, 4, None, 2]


def test_of_two_tables_of_one_day_the_larger_counts_are_the_newer() -> None:
    tables = [export("x", "erika", Post("1", NOW, likes=likes), owner=Owner()) for likes in (5, 3)]
    assert [only(*order).posts[0].likes for order in (tables, tables[::-1])] == [5, 5]


def unnamed(*followers: str, network: str = "instagram", **fields: object) -> Export:
    values = {
        "owner": Owner(personal=True),
        "followers": frozenset(followers),
        "levels": [Level("followers", len(followers))],
    }
    return export(network, network, **(values | fields))  # type: ignore[arg-type]


def sizes(*exports: Export) -> dict[str, list[int]]:
    return {
        account.id: [level.value for level in account.levels]
        for account in merge_accounts(exports)[0]
    }


@pytest.mark.parametrize(
    ("others", "accounts"),
    [
        (("c", "d", "x", "y"), {"instagram:instagram": [4, 6]}),
        (("c", "x", "y", "z"), {"instagram:instagram": [4], "instagram:instagram 2": [6]}),
        (("x",), {"instagram:instagram": [1], "instagram:instagram 2": [6]}),
    ],
    ids=["half of the shorter list", "less than half", "nothing in common"],
)
def test_w18_two_archives_that_name_nobody_are_one_account_where_half_of_the_people_are(
    others: tuple[str, ...], accounts: dict[str, list[int]]
) -> None:
    one, other = unnamed(*"abcdef"), unnamed(*others, exported_at=NOW - 9 * DAY)
    assert sizes(one, other) == sizes(other, one) == accounts


def test_that_archives_which_name_nobody_are_of_several_accounts_is_said() -> None:
    _, said = merge_accounts([unnamed("a"), unnamed("b", exported_at=NOW - 9 * DAY)])
    assert said == [
        "Instagram: 2 exports have no account name and little in common, so each counts as its "
        "own account"
    ]


def unnamed_list(kind: str, people: str, network: str = "xing", **fields: object) -> Export:
    """A saved list that names nobody, and how many are in it."""
    listed: object = [Contact(key) for key in people] if kind == "contacts" else frozenset(people)
    values = {"owner": Owner(), kind: listed, "levels": [Level(kind, len(people))]}
    return export(network, network, **(values | fields))


@pytest.mark.parametrize("network", ["linkedin", "xing", "tiktok"])
@pytest.mark.parametrize("kind", ["followers", "following", "contacts"])
@pytest.mark.parametrize(
    ("others", "separate"), [("wxyz", True), ("fxyz", True), ("efyz", False), ("f", False)]
)
def test_two_lists_that_name_nobody_are_one_account_where_half_of_the_people_are(
    network: str, kind: str, others: str, separate: bool
) -> None:
    one = unnamed_list(kind, "abcdef", network)
    other = unnamed_list(kind, others, network, exported_at=NOW - 9 * DAY)
    counted = (
        {f"{network}:{network}": [len(others)], f"{network}:{network} 2": [6]}
        if separate
        else {f"{network}:{network}": [len(others), 6]}
    )
    assert sizes(one, other) == sizes(other, one) == counted


def test_lists_of_different_kinds_and_a_table_of_numbers_go_together() -> None:
    numbers = export(
        "xing", "xing", owner=Owner(), levels=[Level("views", 9)], exported_at=NOW - DAY
    )
    followers, following = unnamed_list("followers", "abc"), unnamed_list("following", "xy")
    assert sizes(numbers, followers, following) == {"xing:xing": [9, 3, 2]}
    strangers = unnamed_list("followers", "st", exported_at=NOW - 9 * DAY)
    assert sizes(numbers, followers, strangers) == {
        "xing:xing": [2],
        "xing:xing 2": [3],
        "xing:xing 3": [9],
    }


@pytest.mark.parametrize("network", ["instagram", "facebook_profile", "linkedin"])
def test_an_archive_that_names_nobody_is_not_the_named_one(network: str) -> None:
    people = [Contact(name) for name in "abc"]
    named = export(network, "anna.probe", contacts=people, levels=[Level("friends", 3)])
    other = export(
        network,
        network,
        owner=Owner(personal=True),
        contacts=[Contact("z")],
        levels=[Level("friends", 1)],
    )
    again = export(
        network,
        network,
        owner=Owner(personal=True),
        contacts=people[:2],
        levels=[Level("friends", 2)],
        exported_at=NOW - 9 * DAY,
    )
    assert sizes(named, other) == {f"{network}:anna.probe": [3], f"{network}:{network}": [1]}
    assert sizes(named, again) == {f"{network}:anna.probe": [2, 3]}


@pytest.mark.parametrize(
    ("containers", "accounts"),
    [(("part-1.zip", "part-2.zip"), 1), (("main.zip", "cat.zip"), 2), (("both", "both"), 2)],
    ids=["numbered", "of other names", "of one container"],
)
def test_parts_of_a_download_that_name_nobody_are_called_alike(
    containers: tuple[str, str], accounts: int
) -> None:
    ledgers = [
        (LedgerRow(f"{name}:{number}/followers_1.json", 1, 1, 0, {}),)
        for number, name in enumerate(containers)
    ]
    one, other = unnamed("a", ledger=ledgers[0]), unnamed("b", ledger=ledgers[1])
    assert len(merge_accounts([one, other])[0]) == accounts


def test_an_older_export_without_a_name_does_not_win_over_a_newer_one() -> None:
    unnamed = export("x", "x", Post("1", NOW, likes=1), owner=Owner(), exported_at=NOW - DAY)
    assert only(export("x", "erika", Post("1", NOW, likes=4)), unnamed).posts[0].likes == 4


def test_actions_add_up_within_an_export_and_not_between_exports() -> None:
    likes = [
        Interaction("anna", "out", "reaction", 3, NOW),
        Interaction("anna", "out", "reaction", 4, NOW - DAY),
    ]
    older = export("x", "erika", interactions=likes[:1], exported_at=NOW - DAY)
    assert only(export("x", "erika", interactions=likes), older).interactions == (
        Interaction("anna", "out", "reaction", 7, NOW),
    )


def test_messages_of_one_thread_add_up_within_an_export_and_not_between_exports() -> None:
    talk = [
        Group(("anna", "ben"), 1, NOW - 9),
        Group(("anna", "ben"), 2),
        Group(("anna", "cleo"), 1, NOW),
    ]
    older = export("x", "erika", groups=talk[:1], exported_at=NOW - DAY)
    found = only(export("x", "erika", groups=talk), older).groups
    assert found == (Group(("anna", "ben"), 3, NOW - 9), Group(("anna", "cleo"), 1, NOW))


def test_a_link_that_several_posts_bear_is_no_evidence() -> None:
    profile = "https://x.com/erika"
    archive = export(
        "x", "erika", *[Post(f"a{n}", NOW + n * DAY, url=f"{profile}/status/{n}") for n in range(3)]
    )
    table = export(
        "x",
        "erika",
        *[Post(f"t{n}", NOW + n * DAY, url=profile, likes=1) for n in range(3)],
        owner=Owner(),
    )
    assert len(only(archive, table).posts) == 6


def test_a_table_of_which_no_row_was_used_is_no_account() -> None:
    assert merge_accounts([export("other", "notes", owner=Owner())])[0] == []


def test_contacts_csv_tells_more_about_known_people_and_adds_others_of_its_network() -> None:
    archive = export(
        "linkedin",
        "erika",
        contacts=[
            Contact("in/anna", "Anna Muster", position="CEO"),
            Contact("in/b", "Bernd"),
            Contact("in/b2", "Bernd"),
        ],
        interactions=[
            Interaction(key, "out", "connection") for key in ("in/anna", "in/b", "in/b2")
        ],
    )
    told = [
        Contact("anna muster", "Anna Muster", expertise="pr", reputation=70.0),
        Contact("bernd", "Bernd", reputation=10.0),
    ]
    table = export("linkedin", "linkedin", owner=Owner(), contacts=told)
    other = export(
        "xing", "xing", owner=Owner(), contacts=[Contact("clara", "Clara", reputation=90.0)]
    )
    account = only(archive, table, other)
    people = {contact.key: contact for contact in account.contacts}
    assert (people["in/anna"].expertise, people["in/anna"].position) == ("pr", "CEO")
    assert people["in/b"].reputation is None  # two of the name: no evidence
    assert "bernd" in people and "clara" not in people


def test_a_mentioned_handle_gets_the_followers_of_contacts_csv() -> None:
    archive = export("x", "erika", interactions=[Interaction("anna", "out", "mention", 3)])
    account = only(
        archive, export("x", "x", owner=Owner(), contacts=[Contact("@Anna", followers=900)])
    )
    assert [(contact.key, contact.followers) for contact in account.contacts] == [("anna", 900)]
    assert len(account.interactions) == 1


@pytest.mark.parametrize("interactions", [[], [Interaction("anna", "in", "comment", at=NOW)]])
def test_a_contact_of_contacts_csv_is_one_the_person_deals_with(
    interactions: list[Interaction],
) -> None:
    followed = [Contact("anna", "Anna Muster", followers=900)]
    levels = [Level("followers", 9)]
    archive = export("x", "erika", contacts=followed, interactions=interactions, levels=levels)
    table = export("x", "x", owner=Owner(), contacts=[Contact("@anna", expertise="pr")])
    without, with_table = (only(*exports) for exports in ((archive,), (archive, table)))
    dealings = [
        AccountView(account, date(2026, 3, 1), load("klout"), Topics({})).dealings
        for account in (without, with_table)
    ]
    assert dealings == [({"anna": 1} if interactions else {}), {"anna": 1}]


def linkedin_id(milliseconds: int, tail: int) -> str:
    """A number as LinkedIn makes it: the moment, and what tells its numbers apart."""
    return str((milliseconds << 22) + tail)


@pytest.mark.parametrize(("apart", "posts"), [(0, 1), (2_000, 1), (2_001, 2)])
def test_a_post_of_linkedin_is_one_by_the_moment_in_its_numbers(apart: int, posts: int) -> None:
    at = NOW - 5 * DAY
    share, activity = linkedin_id(at * 1000, 7), linkedin_id(at * 1000 + apart, 11)
    archive = export("linkedin", "erika", Post(share, at, text="Kaffee"))
    analytics = export(
        "linkedin",
        "linkedin",
        Post(activity, at // DAY * DAY, likes=12, precision="day"),
        owner=Owner("", "Erika Beispiel"),
        variant="analytics",
    )
    account = only(archive, analytics)
    assert len(account.posts) == posts
    assert sum(post.likes or 0 for post in account.posts) == 12
    assert len(only(analytics, archive).posts) == posts


def test_each_post_of_linkedin_is_matched_once_the_nearest_first() -> None:
    at = (NOW - 5 * DAY) * 1000
    archive = export(
        "linkedin",
        "erika",
        *(Post(linkedin_id(at + 1500 * number, 1), at // 1000 + number) for number in range(3)),
    )
    analytics = export(
        "linkedin",
        "linkedin",
        *(
            Post(linkedin_id(at + 1500 * number + 100, 2), at // 1000 + number, likes=number)
            for number in range(3)
        ),
        owner=Owner("", "Erika Beispiel"),
        variant="analytics",
    )
    assert [post.likes for post in only(archive, analytics).posts] == [0, 1, 2]


def test_numbers_of_other_networks_are_matched_by_no_moment() -> None:
    at = NOW - 5 * DAY
    first = export("x", "erika", Post(linkedin_id(at * 1000, 7), at))
    table = export("x", "erika", Post(linkedin_id(at * 1000, 8), at), owner=Owner(), variant="t")
    assert len(only(first, table).posts) == 2
