"""Invented people for `klout rank`."""

import random
from pathlib import Path

HEADER = "person,network,account,followers,following,posts,likes,comments,shares,responders,endorsements,standing,reciprocity,consent"
NETWORKS = ("x", "instagram", "linkedin", "blog", "xing")


def write_people(path: Path, people: int) -> Path:
    """Write a table of so many accounts of invented people: three in ten have two, some refuse consent or state no followers."""
    chance = random.Random(1)
    with path.open("w", encoding="utf-8") as file:
        file.write(HEADER + "\n")
        written = number = 0
        while written < people:
            networks = chance.sample(NETWORKS, 1 if chance.random() < 0.7 else 2)[
                : people - written
            ]
            for network in networks:
                followers, posts = int(10 ** chance.uniform(0, 5)), chance.randrange(60)
                likes = int(posts * followers * 0.01 * chance.uniform(0.2, 3))
                cells = (
                    followers if chance.random() < 0.95 else "",
                    int(followers * chance.uniform(0.1, 3)),
                    posts,
                    likes,
                    likes // 5,
                    likes // 9,
                    likes // 3,
                    chance.randrange(20),
                    f"{chance.uniform(0.5, 4.5):.2f}",
                    f"{chance.random():.2f}",
                    "yes" if chance.random() < 0.99 else "no",
                )
                file.write(f"Person {number},{network},h{number},{','.join(map(str, cells))}\n")
            written += len(networks)
            number += 1
    return path
