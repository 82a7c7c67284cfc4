"""The sums of `klout rank` written by hand in polars, for tables without bad rows: `rank_by_hand.py TABLE OUTPUT`."""

import sys

import polars as pl
from people import NETWORKS

from klout_cli.scoring import formula
from klout_cli.scoring.model import load

source, target = sys.argv[1:]
model = load("klout")
P, R, S = model.points, model.factors, model.scale
refs = pl.DataFrame(
    [
        {
            "network": name,
            **{
                f: getattr(formula.reference(model, name), f)
                for f in formula.Reference.__struct_fields__
            },
        }
        for name in NETWORKS
    ]
).fill_nan(None)
c = pl.col


def log(x):
    return x.log10()


rows = pl.scan_csv(source)
refusing = rows.filter(c("consent") == "no").select("person").unique()
rows = (
    rows.join(refusing, on="person", how="anti")
    .unique(["person", "network", "account"], keep="first")
    .join(refs.lazy(), on="network")
)
F, G, n = c("followers"), c("following"), c("posts")
carried = c("comments").fill_null(0) + c("shares").fill_null(0)
share = pl.when(n > 0).then(
    (1 - c("phi")) * n * c("likes").is_not_null() + c("phi") * n * c("comments").is_not_null()
)
rows = rows.with_columns(
    inferred=10
    ** (log(((c("likes").fill_null(0) + carried) / share / c("c")).clip(1e-12)) / c("b"))
)
rows = rows.with_columns(
    audience=F.fill_null(pl.when(n >= R.audience.infer_from).then(c("inferred")))
)
A = c("audience")
mass = (R.audience.discount_above < G) & (G > F) & ~c("mutual")
rows = rows.with_columns(
    effective=pl.when(mass)
    .then(F * ((1 + F) / (1 + G)).clip(R.audience.discount_floor))
    .otherwise(A),
    mu=c("c") * 10 ** (c("b") * log(A.clip(R.audience.least_expected))),
    volume=pl.when(n <= 90).then(n).otherwise(90 * (n / 90).sqrt()),
)
one = c("mu") * pl.when(n > 0).then(c("volume") / n)


def surprise(got, expected, rule):
    return log((rule.prior + got) / (rule.prior + expected)) / rule.sd


expected = R.breadth.people * 10 ** (R.breadth.exponent * log((c("mu") * c("volume")).clip(1e-12)))
known = F.is_not_null()
rows = rows.with_columns(
    resonance=pl.when(known).then(
        surprise(c("likes").fill_null(0) + carried, one * share, R.resonance)
    ),
    amplification=pl.when(known & (c("phi") > 0)).then(
        surprise(carried, one * c("phi") * n, R.amplification)
    ),
    breadth=surprise(c("responders"), expected, R.breadth),
    endorsement=(log(1 + c("endorsements")) - c("norm_a") - c("norm_b") * log(1 + A))
    / c("norm_sd"),
    network_=(c("standing") - R.network.mean) / R.network.sd,
    reciprocity=(c("reciprocity") - R.reciprocity.mean) / R.reciprocity.sd,
)
names = {
    "resonance": "resonance",
    "amplification": "amplification",
    "breadth": "breadth",
    "endorsement": "endorsement",
    "network": "network_",
    "reciprocity": "reciprocity",
}
E = R.endorsement
limit = {name: (E.low, E.high) if name == "endorsement" else (-S.clip, S.clip) for name in names}
rows = rows.select(
    "person",
    audience=S.slope * log((1 + c("effective")) / (1 + c("m"))),
    sd2=pl.when(known).then(c("spread")).otherwise(model.interval.reference.C) ** 2,
    **{name: P[name] * c(col).clip(*limit[name]).fill_null(0) for name, col in names.items()},
    **{
        f"lost {name}": pl.when(c(col).is_null()).then(P[name]).otherwise(0.0)
        for name, col in names.items()
    },
)
lost = [c(f"lost {name}") for name in names] + [pl.lit(P["substance"])]
total = pl.sum_horizontal(lost)
rows = rows.with_columns(
    score=S.average + c("audience") + pl.sum_horizontal(*names),
    measured=1 - total / sum(P.values()),
    variance=S.correlation * total**2
    + (1 - S.correlation) * pl.sum_horizontal([p**2 for p in lost])
    + c("sd2"),
)
rows = rows.with_columns(own=10 ** ((c("score") - S.origin) / S.slope))
rows = rows.with_columns(sum=c("own").sum().over("person"), best=c("own").max().over("person"))
rows = rows.with_columns(ties=(c("own") == c("best")).sum().over("person"))
w, o = S.other_accounts, S.other_accounts
weight = pl.when(c("own") == c("best")).then(o + (1 - o) / c("ties")).otherwise(o)
rows = rows.with_columns(whole=o * c("sum") + (1 - o) * c("best")).with_columns(
    part=weight * c("own") / c("whole")
)
shared = ["score", "measured", "audience", *names]
people = rows.group_by("person").agg(
    *[(c(x) * c("part")).sum() for x in shared],
    c("whole").max(),
    (c("part") ** 2 * c("variance")).sum().alias("variance"),
)
raw = S.origin + S.slope * log(c("whole"))
value, half = raw.clip(S.lowest, S.highest), model.interval.normal * c("variance").sqrt()
people = people.with_columns(
    channels=raw - c("score"),
    ceiling=value - raw,
    average=S.average,
    substance=0.0,
    low=(value - half).clip(1, 100),
    high=(value + half).clip(1, 100),
    score=value,
).drop("whole", "variance")
alike = c("score").round(9)
people = people.with_columns(
    rank=alike.rank("min", descending=True), percentile=100 * alike.rank("max") / pl.len()
)
people.sort("rank", "person").collect(engine="streaming").write_csv(target)
