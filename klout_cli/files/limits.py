"""What exports may ask for before they are refused (reliability §3): `limits` in klout.yaml."""

from typing import Annotated, TypeAlias

from msgspec import Meta, Struct

AtLeastOne: TypeAlias = Annotated[int, Meta(ge=1)]


class Limits(Struct, frozen=True, forbid_unknown_fields=True):
    """Sizes are in bytes, `members` files of one download, `ratio` unpacked : packed, `depth` folders inside each other.

    `ratio` holds for members, and for whole archives, of more than `ratio_from` bytes. `unpacked`
    counts what could be read: no media. `posts` and `edges` (contacts and interactions) are those
    of one account in one download. `field` is the longest cell of a table, `line` the longest line
    of a text, `json_depth` how many lists and objects of JSON lie inside each other. Reading one
    download for more than `seconds` is no fault, but said.
    """

    members: AtLeastOne = 100_000
    unpacked: AtLeastOne = 2_000_000_000
    ratio: AtLeastOne = 500
    ratio_from: AtLeastOne = 50_000_000
    depth: AtLeastOne = 16
    posts: AtLeastOne = 5_000_000
    edges: AtLeastOne = 10_000_000
    field: AtLeastOne = 1_000_000
    line: AtLeastOne = 16_000_000
    json_depth: AtLeastOne = 200
    seconds: AtLeastOne = 60
