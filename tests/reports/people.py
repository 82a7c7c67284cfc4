"""Invented people as reports, with the arithmetic of method §2 written out, so that goldens show numbers one can check."""

from math import log10

from msgspec.structs import replace

from klout_cli.results import (
    AccountJudgement,
    Audience,
    Entry,
    Fact,
    FactorJudgement,
    Judgement,
    LedgerRow,
    Measurement,
    ModelName,
    OnTopic,
    Report,
    Score,
    Window,
)

FACTORS = (
    "audience",
    "resonance",
    "amplification",
    "breadth",
    "endorsement",
    "network",
    "reciprocity",
    "substance",
)
P = {
    "resonance": 1.866,
    "amplification": 1.749,
    "breadth": 1.399,
    "endorsement": 3.498,
    "network": 1.399,
    "reciprocity": 0.933,
    "substance": 0.816,
}
MUTUAL = ("linkedin", "xing")
GIVEN = {
    "actions": 68,
    "points": 680,
    "level": 2,
    "next_level_at": 729,
    "kinds": (("reply", 46), ("mention", 22)),
}
AXES = (
    ("participating/listening", None, 0, 0, "no export here shows likes you gave"),
    ("sharing/creating", "creating", 111, 133, "posts are your own"),
    ("broad/focused", "focused", 31, 40, "recent posts are on your topics"),
    ("consistent/casual", "consistent", 11, 13, "weeks have a post"),
)
TRAITS = (
    Measurement("steadiness", "measured", {"active_weeks": 11, "of_weeks": 13, "h_index": 6}),
    Measurement("outreach", "measured", GIVEN),
    Measurement("style", "measured", {"style": "creating, focused, consistent", "axes": AXES}),
)
LANDMARKS = (
    (40.0, "average person", 2016),
    (63.0, "top 5 %", 2016),
    (92.0, "Justin Bieber", 2012),
    (99.0, "Barack Obama", 2012),
)
STANDARD = ModelName("klout", 2, "sha256:" + "0123456789abcdef" * 4, standard=True)
Seen = tuple[float, dict[str, Fact]]


def exact(value: float) -> float:
    """Drop the last digits, which differ between machines' logarithms: goldens must not."""
    return round(value, 9)


def account(
    network: str,
    handle: str,
    followers: int,
    median: int,
    seen: dict[str, Seen],
    reasons: dict[str, str],
    following: int | None = None,
    posts: int = 20,
) -> AccountJudgement:
    """Judge one account: `seen` holds z and inputs of what was measured, `reasons` why the rest was not."""
    term = 0.0
    if following is not None and network not in MUTUAL:
        term = 16.8 * log10(2 * (25 + followers) / (50 + followers + following))
    points = exact(11.2 * log10((1 + followers) / (1 + median)) + term)
    effective = exact(followers * 10 ** (term / 11.2))
    audience_inputs = {
        "followers": followers,
        "following": following,
        "effective": effective,
        "median": median,
        "network": network,
    }
    factors = [FactorJudgement("audience", "measured", points, None, audience_inputs)]
    for factor in FACTORS[1:]:
        if factor in seen:
            z, inputs = seen[factor]
            factors.append(FactorJudgement(factor, "measured", exact(P[factor] * z), z, inputs))
        else:
            factors.append(
                FactorJudgement(factor, "missing", 0.0, reason=reasons.get(factor, reasons["*"]))
            )
    return AccountJudgement(
        id=f"{network}:{handle}",
        network=network,
        handle=handle,
        state="scored",
        exported_at="2026-02-27",
        window=Window("2025-11-30", "2026-02-27", posts, "2026-02-20"),
        audience=Audience(followers, following, effective, "exact"),
        factors=tuple(factors),
        score=exact(40 + sum(judged.points for judged in factors)),
    )


def judgement(
    accounts: list[AccountJudgement], unscored: tuple[AccountJudgement, ...] = (), **score: float
) -> Judgement:
    """Combine accounts as the model does, breakdown included."""
    scores = sorted((found.score for found in accounts), reverse=True)
    weights = [
        0.7 ** scores.index(found.score) * 10 ** ((found.score - 10.9) / 11.2) for found in accounts
    ]
    value = exact(10.9 + 11.2 * log10(sum(weights)))
    accounts = [
        replace(found, share=exact(weight / sum(weights)))
        for found, weight in zip(accounts, weights, strict=True)
    ]
    breakdown = [Entry("average", 40.0)]
    for factor in FACTORS:
        states = {found.of(factor).state for found in accounts}
        state = next(state for state in ("measured", "inferred", "missing") if state in states)
        breakdown.append(
            Entry(
                factor,
                exact(sum(found.share * found.of(factor).points for found in accounts)),
                state,
            )
        )
    breakdown.append(
        Entry("channels", exact(value - sum(found.share * found.score for found in accounts)))
    )
    return Judgement(Score(value=value, **score), tuple(breakdown), (*accounts, *unscored))


def consultant() -> Report:
    """Return a consultant with 52.35 from four networks."""
    x = account(
        "x",
        "erika_b",
        1200,
        400,
        {
            "resonance": (1.0, {"reactions": 118.4, "expected": 24.1, "posts": 20}),
            "breadth": (0.5, {"responders": 31, "expected": 16.6}),
        },
        {
            "*": "the X archive does not show it; X analytics would",
            "network": "this export doesn't show the reach of your contacts",
            "substance": "no topics stated in klout.yaml",
        },
        following=900,
    )
    linkedin = account(
        "linkedin",
        "Erika Beispiel",
        650,
        300,
        {
            "endorsement": (
                1.0,
                {"vouchers": 39, "recommendations": 3, "endorsements": 54, "followers": 650},
            ),
            "resonance": (0.5, {"reactions": 41, "expected": 18.2, "posts": 9}),
        },
        {
            "*": "the LinkedIn archive holds no reactions received; the creator analytics would show them",
            "network": "this export doesn't show the reach of your contacts",
            "substance": "no topics stated in klout.yaml",
        },
        posts=9,
    )
    xing = account(
        "xing",
        "erika-beispiel",
        180,
        100,
        {},
        {
            "*": "an accounts table with these columns would bring it",
            "substance": "no topics stated in klout.yaml",
        },
        posts=0,
    )
    blog = account(
        "blog",
        "beispiele.example",
        900,
        300,
        {
            "endorsement": (
                0.5,
                {"vouchers": 11, "recommendations": 0, "endorsements": 11, "followers": 900},
            )
        },
        {
            "*": "an accounts table with these columns would bring it",
            "substance": "no topics stated in klout.yaml",
        },
        posts=6,
    )
    return Report(
        model=STANDARD,
        person="Erika Beispiel",
        as_of="2026-03-01",
        judgement=judgement(
            [x, linkedin, xing, blog], low=48.1, high=57.4, measured=0.71, percentile=81.1
        ),
        on_topic=None,
        traits=TRAITS,
        landmarks=LANDMARKS,
        inputs=(),
        ledger=(
            LedgerRow(
                "twitter-2026-02-27.zip/data/tweets.js",
                4980,
                4979,
                1,
                {"negative count": 1},
                {"unknown cell": 12},
                (("tweet 812", "negative count"),),
            ),
            LedgerRow(
                "Basic_LinkedInDataExport.zip/Shares.csv",
                32,
                30,
                2,
                {"not a date": 2},
                {},
                (("4", "not a date"), ("19", "not a date")),
            ),
        ),
        warnings=(
            "tweets.js was made two days before the as-of date",
            "Shares.csv is read as cp1252",
        ),
    )


def bot() -> Report:
    """Return a follow-back bot with 28.26, by another model, with an account that is not scored."""
    x = account(
        "x",
        "follow_back",
        700,
        400,
        {
            "resonance": (-1.5, {"reactions": 2, "expected": 22.4, "posts": 20}),
            "breadth": (-1.0, {"responders": 1, "expected": 14.0}),
            "reciprocity": (-0.5, {"give_and_take": 0.13, "mutual": 630, "following": 4800}),
        },
        {"*": "this export does not hold it"},
        following=4800,
    )
    silent = replace(
        x,
        id="other:forum",
        network="other",
        handle="forum",
        state="listed",
        factors=(),
        score=None,
        reason="fewer than 5 posts with reactions",
    )
    return Report(
        model=ModelName("professional", 2, "sha256:" + "fedc" * 16, standard=False),
        person="",
        as_of="2026-03-01",
        judgement=judgement([x], (silent,), low=20.2, high=33.1, measured=0.55, percentile=20.1),
        on_topic=OnTopic(24.8, -3.46),
        traits=(),
        landmarks=LANDMARKS,
        inputs=(),
        ledger=(),
        warnings=(),
    )
