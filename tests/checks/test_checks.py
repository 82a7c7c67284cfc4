"""What each check says, in every state it can have; and that all of them have their texts."""

import re
from pathlib import Path

import msgspec
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from klout_cli.checks import audit_accounts, check_account, limits, list_checks
from klout_cli.checks.interface import Case, Check
from klout_cli.checks.limits import Limits, Page, page
from klout_cli.results import Audience, Fact, Measured, Snapshot, SnapshotWithLedger
from klout_cli.results.audited import Audit, CheckState
from klout_cli.scoring.model import load
from tests.checks.cases import AS_OF, account, case
from tests.reports.people import STANDARD

CHECKS = list_checks()
BLOG = account("blog", "kaffeepause.example.org")
REACTED: dict[str, Fact] = {"as_of": "2026-03-01", "followers": 400}


def presence(
    bio: int | None = 1,
    picture: int | None = 1,
    position: int | None = None,
    links: tuple[str, ...] | None = (),
) -> dict[str, Fact]:
    link = None if links is None else int(bool(links))
    return {
        "bio": bio,
        "picture": picture,
        "position": position,
        "link": link,
        "links": tuple((one,) for one in links or ()),
    }


def rhythm(newest: str = "2026-02-20", weeks: int = 9, gap: int | None = 20) -> dict[str, Fact]:
    return {"newest": newest, "active_weeks": weeks, "of_weeks": 13, "longest_gap": gap}


def share(
    top_post: int | None = None, reactions: int | None = None, posts: int | None = None, **fan: int
) -> dict[str, Fact]:
    none: dict[str, Fact] = {"top_fan": None, "responses": None, "people": None}
    return {**none, "top_post": top_post, "reactions": reactions, "posts": posts, **fan}


def followed(
    followers: float | None = 400, following: float | None = 300, effective: float | None = None
) -> Audience:
    return Audience(followers, following, followers if effective is None else effective, "exact")


# (check, state, what is known, the reason it gives)
TOLD: list[tuple[str, CheckState, Case, str]] = [
    (
        "stale",
        "passed",
        case(account(cadence=rhythm())),
        "the latest post is 9 days old",
    ),
    (
        "stale",
        "passed",
        case(account(cadence=rhythm("2026-02-28"))),
        "the latest post is 1 day old",
    ),
    (
        "stale",
        "opportunity",
        case(account(cadence=rhythm("2025-03-01"))),
        "the latest post is 365 days old",
    ),
    (
        "stale",
        "could_not_check",
        case(account(cadence="no public posts of your own in this export")),
        "no public posts of your own in this export",
    ),
    (
        "completeness",
        "passed",
        case(
            account("linkedin", presence=presence(picture=None, position=1, links=("a.example",)))
        ),
        "complete: text about you, link, position",
    ),
    (
        "completeness",
        "opportunity",
        case(account(presence=presence(bio=0))),
        "missing: text about you, link",
    ),
    (
        "completeness",
        "could_not_check",
        case(account(presence="nothing is told")),
        "nothing is told",
    ),
    (
        "completeness",
        "not_applicable",
        case(BLOG),
        "this network has no profile besides the pages",
    ),
    (
        "crosslinks",
        "passed",
        case(account(presence=presence(links=("kaffeepause.example.org/ueber",))), BLOG),
        "links to Blog kaffeepause",
    ),
    (
        "crosslinks",
        "opportunity",
        case(account(presence=presence(links=("other.example",))), BLOG),
        "its links lead elsewhere",
    ),
    ("crosslinks", "opportunity", case(account(presence=presence()), BLOG), "it has no links"),
    (
        "crosslinks",
        "manual",
        case(account(presence=presence(links=("t.co/abc",))), BLOG),
        "t.co/abc hides its target; does it lead to you?",
    ),
    (
        "crosslinks",
        "could_not_check",
        case(account(presence="nothing is told"), BLOG),
        "nothing is told",
    ),
    (
        "crosslinks",
        "not_applicable",
        case(account(presence=presence())),
        "these exports have no other account",
    ),
    (
        "crosslinks",
        "not_applicable",
        case(BLOG, account()),
        "this network has no profile besides the pages",
    ),
    (
        "cadence",
        "passed",
        case(account(cadence=rhythm())),
        "posts in 9 of 13 weeks, longest pause 20 days",
    ),
    (
        "cadence",
        "opportunity",
        case(account(cadence=rhythm(weeks=2, gap=None))),
        "posts in 2 of 13 weeks",
    ),
    (
        "cadence",
        "opportunity",
        case(account(cadence=rhythm(gap=120))),
        "posts in 9 of 13 weeks, longest pause 120 days",
    ),
    ("cadence", "could_not_check", case(account(cadence="no own posts")), "no own posts"),
    (
        "engagement",
        "passed",
        case(account(), resonance={"reactions": 30.0, "expected": 20.0}),
        "1.5× the usual reactions",
    ),
    (
        "engagement",
        "opportunity",
        case(account(), resonance={"reactions": 4, "expected": 20.0}),
        "0.2× the usual reactions",
    ),
    ("engagement", "could_not_check", case(account(), resonance="no reactions"), "no reactions"),
    (
        "answers",
        "passed",
        case(account(answering={"received": 8, "unanswered": 1})),
        "1 of 8 comments and mentions wait for a reply",
    ),
    (
        "answers",
        "opportunity",
        case(account(answering={"received": 8, "unanswered": 4})),
        "4 of 8 comments and mentions wait for a reply",
    ),
    ("answers", "could_not_check", case(account(answering="not shown")), "not shown"),
    (
        "following",
        "passed",
        case(account(), audience=followed()),
        "follows 300, has 400 followers, counted as 400",
    ),
    (
        "following",
        "opportunity",
        case(account(), audience=followed(following=5000, effective=32)),
        "follows 5,000, has 400 followers, counted as 32",
    ),
    (
        "following",
        "could_not_check",
        case(account(), audience=followed(following=None)),
        "this export doesn't show how many accounts you follow",
    ),
    (
        "following",
        "could_not_check",
        case(account(audience="no number"), audience=followed(None)),
        "no number",
    ),
    (
        "following",
        "not_applicable",
        case(account("linkedin"), mutual=True),
        "contacts on this network are always mutual",
    ),
    ("following", "not_applicable", case(BLOG), "nobody follows back on this network"),
    (
        "one_post",
        "passed",
        case(account(concentration=share(10, 100, 20))),
        "one post has 10 % of the reactions to 20 posts",
    ),
    (
        "one_post",
        "opportunity",
        case(account(concentration=share(80, 100, 20))),
        "one post has 80 % of the reactions to 20 posts",
    ),
    (
        "one_post",
        "could_not_check",
        case(account(concentration=share(80, 100, 3))),
        "too few, 100 reactions to 3 posts",
    ),
    (
        "one_post",
        "could_not_check",
        case(account(concentration=share(0, 0, 9))),
        "too few, 0 reactions to 9 posts",
    ),
    ("one_post", "could_not_check", case(account(concentration="no reactions")), "no reactions"),
    (
        "one_fan",
        "passed",
        case(account(concentration=share(top_fan=3, responses=30, people=12))),
        "one person gave 10 % of 30 responses",
    ),
    (
        "one_fan",
        "opportunity",
        case(account(concentration=share(top_fan=15, responses=30, people=12))),
        "one person gave 50 % of 30 responses",
    ),
    (
        "one_fan",
        "could_not_check",
        case(account(concentration=share(top_fan=3, responses=4, people=2))),
        "only 2 people responded",
    ),
    (
        "one_fan",
        "could_not_check",
        case(account(concentration=share(1, 9, 9))),
        "this export doesn't say who responded",
    ),
    (
        "topics",
        "passed",
        case(account(substance={"on_posts": 12, "posts": 20})),
        "60 % of the posts are on your topics",
    ),
    (
        "topics",
        "opportunity",
        case(account(substance={"on_posts": 4, "posts": 20})),
        "20 % of the posts are on your topics",
    ),
    ("topics", "opportunity", case(account(), topics=False), "you haven't set any topics yet"),
    (
        "topics",
        "could_not_check",
        case(account(substance="no post got a response")),
        "no post got a response",
    ),
    (
        "exports",
        "passed",
        case(account(audience=REACTED, resonance={}), BLOG),
        "audience and reactions measured",
    ),
    (
        "exports",
        "passed",
        case(account("xing", audience=REACTED)),
        "audience and reactions measured",
    ),
    (
        "exports",
        "opportunity",
        case(account(audience=REACTED, resonance="analytics would show them")),
        "analytics would show them",
    ),
    (
        "exports",
        "opportunity",
        case(account(exported_at="2025-12-01", audience=REACTED, resonance={}), BLOG),
        "90 days older than your newest export",
    ),
    (
        "exports",
        "could_not_check",
        case(account(exported_at=None, audience=REACTED, resonance={})),
        "the export has no date",
    ),
    ("age", "passed", case(account(audience=REACTED)), "the follower count is 0 days old"),
    (
        "age",
        "passed",
        case(account(audience={"as_of": "2026-04-01"})),
        "the follower count is 0 days old",
    ),
    (
        "age",
        "opportunity",
        case(account(audience={"as_of": "2025-06-01"})),
        "the follower count is 273 days old",
    ),
    (
        "age",
        "could_not_check",
        case(account(audience={"as_of": None})),
        "the follower count has no date",
    ),
    (
        "message_only",
        "passed",
        case(account(activity={"published": 3, "given": 40, "private": 9})),
        "3 public posts, 40 likes and comments for others",
    ),
    (
        "message_only",
        "opportunity",
        case(account(activity={"published": 0, "given": 0, "private": 9})),
        "9 private messages and nothing public",
    ),
    (
        "message_only",
        "manual",
        case(account(activity={"published": 0, "given": 0, "private": 0})),
        "nothing public in this export; is the account for messages only?",
    ),
    (
        "message_only",
        "could_not_check",
        case(account()),
        "this snapshot is older than the check: read the exports again",
    ),
    (
        "nameless",
        "passed",
        case(account(contacts={"contacts": 40, "nameless": 4})),
        "4 of 40 contacts have no name",
    ),
    (
        "nameless",
        "manual",
        case(account(contacts={"contacts": 40, "nameless": 36})),
        "36 of 40 contacts have no name",
    ),
    (
        "nameless",
        "could_not_check",
        case(account(contacts="this export doesn't list contacts")),
        "this export doesn't list contacts",
    ),
]


CASES = {"nameless": "G9 nameless"}
"""Ids of the catalogue of bad inputs."""


def named(id: str) -> Check:
    return next(check for check in CHECKS if check.id == id)


@pytest.mark.parametrize(
    ("id", "state", "known", "reason"),
    TOLD,
    ids=[f"{CASES.get(id, id)}-{state}-{place}" for place, (id, state, *_) in enumerate(TOLD)],
)
def test_a_check_says_its_state_and_why(
    id: str, state: CheckState, known: Case, reason: str
) -> None:
    result = named(id).check(known)
    assert (result.state, result.reason) == (state, reason)


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.id)
def test_every_check_passes_notices_and_admits_what_it_cannot_know(check: Check) -> None:
    states = {state for id, state, _, _ in TOLD if id == check.id}
    assert {"passed", "could_not_check"} <= states
    assert states & {"opportunity", "manual"}


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.id)
def test_what_is_not_known_is_never_an_opportunity(check: Check) -> None:
    """Unknown is not zero: of an account of which nothing is known only the export that is missing can be said to be."""
    bare = case(
        account(exported_at=None), account("instagram", "other"), resonance="not in this export"
    )
    state = check.check(bare).state
    assert state == "could_not_check" or (check.id, state) == ("exports", "opportunity")


def test_an_account_of_a_closed_network_is_not_checked() -> None:
    found = check_account(case(account("googleplus"), historical=True))
    assert {(one.state, one.reason) for one in found} == {("not_applicable", "the network closed")}
    assert [one.id for one in found] == [check.id for check in CHECKS]


@given(
    st.permutations(
        [
            account("x"),
            account("linkedin", presence=presence(links=("x.com/erika",))),
            BLOG,
            account("instagram"),
        ]
    )
)
@settings(deadline=None, derandomize=True, max_examples=24)
def test_a11_the_order_of_accounts_never_matters(accounts: list[Measured]) -> None:
    def audit(order: list[Measured]) -> Audit:
        return audit_accounts(
            SnapshotWithLedger(Snapshot("", AS_OF, tuple(order))),
            [case(one).judged for one in order],
            (),
            STANDARD,
        )

    assert audit(accounts) == audit(sorted(accounts, key=lambda one: one.id))


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.id)
def test_every_check_has_all_its_texts(check: Check) -> None:
    assert re.fullmatch(r"[a-z_]+", check.id)
    assert check.texts.effort in ("low", "medium", "high")
    assert 3 < len(check.texts.title) <= 30
    for text in (check.texts.what, check.texts.why, check.texts.remedy):
        assert re.fullmatch(r"[A-Z].{18,200}", text), text
    assert check.check.__doc__
    assert "post more" not in check.texts.remedy.lower()


def test_ids_and_titles_are_unique_and_every_text_has_its_check() -> None:
    titles = {check.texts.title for check in CHECKS}
    assert len({check.id for check in CHECKS}) == len(titles) == len(CHECKS)
    assert page().checks.keys() == {check.id for check in CHECKS}


def test_every_threshold_is_used_and_says_why() -> None:
    sources = "".join(path.read_text("utf-8") for path in Path(limits.__file__).parent.glob("*.py"))
    for name in Limits.__struct_fields__:
        assert f"limits.{name}.value" in sources
        assert len(getattr(page().limits, name).because) > 30


def test_networks_of_the_page_are_the_models() -> None:
    known = load("klout").networks.keys()
    assert (
        page().profiles.keys() | page().addresses.keys() | page().unheard | page().without_following
        <= known
    )


@pytest.mark.parametrize("change", [{"limits": {}}, {"profiles": {"x": ["hat"]}}, {"more": 1}])
def test_a_wrong_page_is_refused(change: dict[str, object]) -> None:
    tree = yaml.safe_load(Path(limits.__file__).with_name("checks.yaml").read_text("utf-8"))
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert({**tree, **change}, Page)


@pytest.mark.parametrize(
    ("link", "network", "handle"),
    [
        ("twitter.com/erika", "x", "Erika"),
        ("de.linkedin.com/in/erika-b", "linkedin", "erika-b"),
        ("instagram.com/erika", "instagram", "erika"),
        ("xing.com/profile/erika_b/cv", "xing", "Erika_B"),
        ("shop.kaffeepause.example.org", "blog", "kaffeepause.example.org"),
    ],
)
def test_an_account_is_known_by_its_address(link: str, network: str, handle: str) -> None:
    known = case(
        account("facebook_profile", presence=presence(links=(link,))), account(network, handle)
    )
    assert named("crosslinks").check(known).state == "passed"


@pytest.mark.parametrize("link", ["x.com/erika2", "x.com", "xx.com/erika", "example.org/erika"])
def test_another_address_is_not_the_persons(link: str) -> None:
    known = case(account("linkedin", presence=presence(links=(link,))), account())
    assert named("crosslinks").check(known).state == "opportunity"
