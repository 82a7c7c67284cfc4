"""Who came and who left between two exports that list people.

With other people's names, so for the person's own screen only; never stored.
"""

from msgspec import Struct


class FollowerChange(Struct, frozen=True):
    """The change of one account's list of followers, connections or friends.

    People are named by name or handle, "" where the exports only have a number for them. `came`
    are in the newer list alone, `left` in the older one alone. `back` left and came again: they
    are in an even older list, or were connected anew.
    """

    network: str
    handle: str
    before: int
    after: int
    came: tuple[str, ...]
    left: tuple[str, ...]
    back: tuple[str, ...]
    redacted: bool = False
