"""What is observed for hints: formats, times, twins, and the people around."""

import math
from zoneinfo import ZoneInfo

import pytest
from msgspec.structs import replace

from klout_cli.factors import OBSERVED, TRAITS
from klout_cli.factors.contrast import Contrast
from klout_cli.person.rows import About, Contact, Interaction, Post
from klout_cli.person.view import AccountView
from klout_cli.results import Measurement
from klout_cli.scoring.model import load
from tests.factors.test_factors import DAY, NOW, seen

KLOUT = load("klout")
HOUR = 3_600


def found(id: str, account: AccountView) -> Measurement:
    return next(one for one in OBSERVED if one.id == id).measure(account)


def together(id: str, *accounts: AccountView) -> Measurement:
    return next(one for one in TRAITS if one.id == id).measure(accounts)


def posts(*likes: int, text: str = "words", first: int = 0) -> list[Post]:
    return [
        Post(f"p{first + n}", NOW - (len(likes) - n) * DAY, likes=number, text=f"{text} {n}")
        for n, number in enumerate(likes)
    ]


def formats(account: AccountView) -> dict[str, Contrast]:
    groups = found("kinds", account).facts.get("formats", ())
    assert isinstance(groups, tuple)
    return {str(name): Contrast(*numbers) for name, *numbers in groups}  # type: ignore[arg-type]


@pytest.mark.parametrize(("length", "counted"), [(200, 0), (201, 1)])
def test_a_post_is_long_above_two_hundred_characters(length: int, counted: int) -> None:
    ordinary = posts(1, 2, 3)
    long = replace(ordinary[0], text="x" * length)
    group = formats(seen(long, *ordinary[1:])).get("long")
    assert (group.posts if group else 0) == counted


@pytest.mark.parametrize(("hours", "threads"), [(24, 1), (25, 0)])
def test_a_reply_to_oneself_within_a_day_makes_a_thread(hours: int, threads: int) -> None:
    ordinary = posts(1, 2, 3)
    reply = Post("r", ordinary[2].at + hours * HOUR, kind="self_reply", text="more")
    group = formats(seen(*ordinary, reply)).get("thread")
    assert (group.posts if group else 0) == threads


def test_pictures_and_videos_are_compared_where_the_export_shows_them() -> None:
    shown = [
        replace(post, media=media)
        for post, media in zip(posts(1, 2, 3, 4), ("image", "video", "none", None), strict=True)
    ]
    groups = formats(seen(*shown))
    assert (groups["image"].posts, groups["image"].others) == (1, 2)
    assert (groups["video"].posts, groups["video"].others) == (1, 2)
    assert not {"image", "video"} & formats(seen(*posts(1, 2, 3, 4))).keys()


def test_a_contrast_is_the_ratio_of_logarithms_and_the_share_of_reactions() -> None:
    ordinary = posts(9, 9, 99)
    account = seen(*ordinary[:2], replace(ordinary[2], text="why?"))
    row = formats(account)["question"]
    assert math.exp(row.log_ratio) == pytest.approx(10)
    weights = [counted.weight for counted in account.counted]
    received = weights[2] * 99
    assert row.share == pytest.approx(received / (received + 9 * (weights[0] + weights[1])))


def test_times_are_local_and_relative_to_the_account() -> None:
    evening = NOW // DAY * DAY - 7 * DAY + 22 * HOUR + 1_800  # a Sunday, 22:30 UTC
    loud = [Post(f"l{n}", evening - n * 7 * DAY, likes=100) for n in range(3)]
    quiet = [Post(f"q{n}", evening - n * 7 * DAY - 12 * HOUR, likes=1) for n in range(3)]
    one, other = seen(*sorted(loud + quiet, key=lambda p: p.at)), seen(*posts(5, 5, 5))
    for view in (one, other):
        view.zone = ZoneInfo("Europe/Berlin")
    facts = together("slots", one, other).facts
    hours = {(row[0], row[1]): row for row in facts["hours"]}  # type: ignore[union-attr, index]
    assert hours[6, 23][2] == 3, "23:30 in Berlin"
    assert hours[6, 23][3] == pytest.approx((101 / 2) ** 0.5), "against the account's mean"
    assert facts["posts"] == 9


def test_posts_with_a_date_alone_have_no_time() -> None:
    dated = [replace(post, precision="day") for post in posts(1, 2, 3, 4)]
    assert together("slots", seen(*dated)).state == "missing"


def test_only_the_newest_texts_are_compared() -> None:
    limit = KLOUT.hints.evidence.twin_texts
    many = [
        Post(f"m{n}", NOW - n * HOUR // 4, likes=1, text=f"{n:04} " * 8) for n in range(limit + 9)
    ]
    facts = together("twins", seen(*many[::-1]), seen(*posts(5), network="linkedin")).facts
    assert facts["texts"] == limit


@pytest.mark.parametrize(("count", "best"), [(9, 0), (10, 1), (20, 2)])
def test_a_tenth_of_the_posts_are_the_best(count: int, best: int) -> None:
    account = seen(*posts(*range(1, count + 1), text="a text that is long enough"))
    facts = together("twins", account, seen(*posts(5), network="linkedin")).facts
    assert len(facts["best"]) == best  # type: ignore[arg-type]


@pytest.mark.parametrize(("text", "twins"), [("Der Ton macht die Musik!", 2), ("Ganz anders", 0)])
def test_alike_texts_on_two_accounts_are_twins(text: str, twins: int) -> None:
    own = Post("a", NOW - DAY, likes=1, text="der ton macht die  musik")
    other = Post("b", NOW - 3 * DAY, likes=1, text=text)
    facts = together("twins", seen(own), seen(other, network="linkedin")).facts
    assert facts["used_twice"] == twins


def test_the_same_text_twice_on_one_account_is_no_twin() -> None:
    own = [Post(f"a{n}", NOW - n * DAY, text="der ton macht die musik") for n in (2, 1)]
    facts = together("twins", seen(*own), seen(*posts(5), network="linkedin")).facts
    assert facts["used_twice"] == 0


def test_the_five_most_active_unknown_contacts_are_noted() -> None:
    people = [Contact(f"c{n}", f"C {n}", followers=9 if n == 0 else None) for n in range(8)]
    talk = tuple(Interaction(one.key, "out", "mention", n + 1, NOW) for n, one in enumerate(people))
    facts = found("strangers", seen(contacts=tuple(people), interactions=talk)).facts
    assert (facts["strangers"], facts["known"]) == (7, 1)
    assert facts["dealings"] == ((8,), (7,), (6,), (5,), (4,))
    assert "c1" not in repr(facts)


def responses(*weeks: str) -> tuple[Interaction, ...]:
    """Return one response of each letter, the newest week first."""
    return tuple(
        Interaction(name, "in", "reaction", 1, NOW - week * 7 * DAY)
        for week, names in enumerate(weeks)
        for name in names
    )


def test_responders_are_new_once_and_the_top_five_have_a_share() -> None:
    account = seen(
        *posts(*[1] * 60), interactions=responses("abx", "aby", "abcdefg", "abc"),
        names_responders=True,
    )  # fmt: skip
    facts = found("responders", account).facts
    assert (facts["people"], facts["responses"]) == (9, 16)
    assert facts["top_share"] == pytest.approx((4 + 4 + 2 + 1 + 1) / 16)
    assert (facts["new"], facts["new_before"]) == (2, 7)
    assert (facts["weeks"], facts["mean"]) == (4, 4.0)


def test_views_have_a_rate_and_its_spread() -> None:
    ordinary = [replace(post, impressions=100) for post in posts(1, 3)]
    apart = replace(ordinary[0], at=NOW - 30 * DAY)
    facts = found("views", seen(apart, ordinary[1])).facts
    assert (facts["posts"], facts["per_post"], facts["rate"]) == (2, 100, 0.02)
    assert facts["deviation"] == pytest.approx(0.01 * 2**0.5)
    assert found("views", seen(*posts(1, 2))).state == "missing"


@pytest.mark.parametrize(
    ("skills", "company", "days", "people"),
    [
        (2, "", 179, 1),
        (1, "", 179, 0),
        (1, "Muster AG", 179, 1),
        (1, "Beispiel AG", 179, 0),
        (2, "", 180, 0),
        (1, "Muster AG", 180, 0),
    ],
)
def test_endorsers_know_the_work_by_two_skills_or_from_the_same_company(
    skills: int, company: str, days: int, people: int
) -> None:
    endorsement = Interaction("ida", "in", "endorsement", skills, NOW - days * DAY)
    account = seen(
        network="linkedin",
        contacts=(Contact("ida", company=company),),
        interactions=(endorsement,),
        about=About(employers=("Muster GmbH",)),
    )
    assert found("endorsers", account).facts["unwritten"] == people
    thanked = replace(
        account.account,
        interactions=(endorsement, Interaction("ida", "in", "recommendation", 1, NOW)),
    )
    recommended = AccountView(thanked, account.day, account.rules, account.topics)
    assert found("endorsers", recommended).facts["unwritten"] == 0
