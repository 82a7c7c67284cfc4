"""The kinds of posts, and how exactly a source gives their time."""

from typing import Literal, TypeAlias

Kind: TypeAlias = Literal["original", "reply", "self_reply", "repost", "story"]
Precision: TypeAlias = Literal["second", "minute", "day"]
