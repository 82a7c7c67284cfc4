"""The sums of `klout rank` written by hand in polars, for tables without bad rows.

python rank_by_hand.py TABLE OUTPUT
"""

import sys
from math import log10

import polars as pl
from people import NETWORKS

from klout_cli.factors.rules import Reference
from klout_cli.scoring.model import load

source, target = sys.argv[1:]
model = load("klout")
P, R, S, interval = model.points, model.factors, model.scale, model.interval
c = pl.col
refs = pl.DataFrame(
    [
        {
            "network": name,
            **{f: getattr(model.reference(name), f) for f in Reference.__struct_fields__},
        }
        for name in NETWORKS
    ]
).fill_nan(None)


def log(x):
    return x.log10()


def surprise(received, expected, rule):
    return log((rule.prior + received) / (rule.prior + expected)) / rule.sd


rows = pl.scan_csv(source)
refusing = rows.filter(c("consent") == "no").select("person").unique()
rows = (
    rows.join(refusing, on="person", how="anti")
    .unique(["person", "network", "account"], keep="first")
    .join(refs.lazy(), on="network")
)
F, G, n, A, b = c("followers"), c("following"), c("posts"), c("audience"), c("b")
carried = c("comments").fill_null(0) + c("shares").fill_null(0)
received = c("likes").fill_null(0) + carried
share = pl.when(n > 0).then(
    (1 - c("phi")) * n * c("likes").is_not_null() + c("phi") * n * c("comments").is_not_null()
)
volume = pl.when(n > 0).then(n.clip(0, 90) / n)
sd, s = R.resonance.sd, R.audience.decade
usual = c("c") * 10 ** (b * log(c("median").clip(R.audience.least_expected)))
ratio = (R.resonance.prior + received * n / share) / (R.resonance.prior + n * usual * volume)
inferred = c("median") * 10 ** (b * s**2 / (b**2 * s**2 + sd**2) * log(ratio))
inferred = pl.max_horizontal(inferred, c("responders").fill_null(1), pl.lit(1.0))
enough = (n >= R.audience.infer_from) & (received > 0) & (share > 0)
rows = rows.with_columns(audience=F.fill_null(pl.when(enough).then(inferred)))
soft = R.audience.following_softening
balance = R.audience.following_weight * log(2 * (soft + F) / (2 * soft + F + G))
bounds = log10(R.audience.following_floor), log10(R.audience.following_cap)
following = pl.when(~c("mutual")).then(balance.clip(*bounds)).fill_null(0)
mu = c("c") * 10 ** (b * log(A.clip(R.audience.least_expected)))
rows = rows.with_columns(one=mu * volume, share=share, tenfolds=following)
one, known = c("one"), F.is_not_null()
people = R.breadth.people * 10 ** (R.breadth.exponent * log((one * n).clip(1e-12)))
vouched = (c("norm_a") + c("norm_b") * log(1 + A)).clip(0)
Z = {
    "resonance": pl.when(known & (c("share") > 0)).then(
        surprise(received, one * c("share"), R.resonance)
    ),
    "amplification": pl.when(known & (c("phi") > 0) & c("comments").is_not_null() & (n > 0)).then(
        surprise(carried, one * c("phi") * n, R.amplification)
    ),
    "breadth": pl.when(n > 0).then(surprise(c("responders"), people, R.breadth)),
    "endorsement": (log(1 + c("endorsements")) - vouched) / c("norm_sd"),
    "network": (c("standing") - R.network.mean) / R.network.sd,
    "reciprocity": (c("reciprocity") - R.reciprocity.mean) / R.reciprocity.sd,
}
SAMPLED = ("resonance", "amplification", "breadth")
guess = S.slope * s * sd / (b**2 * s**2 + sd**2).sqrt()
rows = rows.with_columns(**{f"z {name}": z for name, z in Z.items()})
missing = [pl.when(c(f"z {name}").is_null()).then(P[name]).otherwise(0.0) for name in Z]
missing.append(pl.lit(P["substance"]))
measured = [pl.when(c(f"z {name}").is_null()).then(0.0).otherwise(P[name]) for name in SAMPLED]
whole = pl.when(c("share") > 0).then(c("share")).otherwise(n)
expected = one * whole
scatter = pl.sum_horizontal(measured) * interval.scatter / sd * expected
scatter = pl.when(n > 0).then(scatter / (R.resonance.prior + expected) / n.sqrt()).fill_null(0)
total = pl.sum_horizontal(missing)
rows = rows.with_columns(
    inferred=~known,
    points=S.slope * (log((1 + A) / (1 + c("median"))) + c("tenfolds")),
    measured=1 - total / sum(P.values()),
    variance=S.correlation * total**2
    + (1 - S.correlation) * pl.sum_horizontal([p**2 for p in missing])
    + pl.when(known).then(c("spread")).otherwise(guess) ** 2
    + scatter**2,
    **{
        name: P[name] * c(f"z {name}").clip(getattr(R, name).low, S.clip).fill_null(0) for name in Z
    },
)
rows = rows.with_columns(score=S.average + c("points") + pl.sum_horizontal(*Z))
rows = rows.filter(c("score").is_not_null()).with_columns(
    own=10 ** ((c("score") - S.origin) / S.slope),
    place=c("score").rank("ordinal", descending=True).over("person") - 1,
)
rows = rows.with_columns(
    weight=(S.next_account ** c("place")).mean().over("person", "score"),
)
rows = rows.with_columns(whole=(c("weight") * c("own")).sum().over("person"))
rows = rows.with_columns(part=c("weight") * c("own") / c("whole"))
wide = interval.normal * c("variance").sqrt() > interval.first_impression.wider
guessed = c("inferred") | wide | (c("measured") < interval.first_impression.measured)
people = rows.group_by("person").agg(
    *[(c(x) * c("part")).sum() for x in ("score", "measured", "points", *Z)],
    c("whole").max(),
    (c("part") ** 2 * c("variance")).sum().alias("variance"),
    (c("part") * guessed).sum().alias("guessed"),
)


def bend(x):
    above = (x - S.ceiling.start) / S.ceiling.room
    top = S.ceiling.start + S.ceiling.room * (1 - (-above).exp())
    return pl.when(x > S.ceiling.start).then(top).otherwise(x.clip(S.lowest))


raw, half = S.origin + S.slope * log(c("whole")), interval.normal * c("variance").sqrt()
few = (half > interval.first_impression.wider) | (
    c("measured") < interval.first_impression.measured
)
people = people.with_columns(
    channels=raw - c("score"),
    ceiling=bend(raw) - raw,
    average=S.average,
    substance=0.0,
    low=bend(raw - half),
    high=bend(raw + half),
    score=bend(raw),
    impression=few | (c("guessed") > interval.first_impression.share),
).drop("whole", "variance", "guessed")
alike = c("score").round(9)
people = people.with_columns(
    rank=alike.rank("min", descending=True), percentile=100 * alike.rank("max") / pl.len()
)
people.sort("rank", "person").collect(engine="streaming").write_csv(target)
