"""The kinds of posts, what is attached to them, and how exactly a source gives their time."""

import re
from collections.abc import Iterable
from typing import Literal, TypeAlias

Kind: TypeAlias = Literal["original", "reply", "self_reply", "repost", "story"]
Media: TypeAlias = Literal["none", "image", "video"]
Precision: TypeAlias = Literal["second", "minute", "day"]

_MEDIA: tuple[tuple[Media, re.Pattern[str]], ...] = (
    ("video", re.compile(r"v[ií]d[eé]o|\breels?\b|\.(?:mp4|mov|webm|m4v)$")),
    (
        "image",
        re.compile(
            r"image|photo|foto|picture|bild|imagen|imagem|immagin|afbeelding|carr?ousel|karussell|"
            r"carrossel|carrusel|galler|galer|album|animat(?:ed_gif|ion)|\.(?:jpe?g|png|webp|heic|gif)$"
        ),
    ),
    ("none", re.compile(r"^(?:text|texto|texte|testo|tekst|status|links?|articles?|artikel)$")),
)


def media_in(name: str) -> Media | None:
    """Return what a file's name, a type or a word stands for, None where that is unknown.

    `name` is in lower case: "video/mp4", "photo", "app.bsky.embed.images", "img_1.jpg".
    """
    return next((media for media, names in _MEDIA if names.search(name)), None)


def find_media(names: Iterable[str]) -> Media:
    """Return what is attached to a post, by the names or types of all its attachments."""
    found = {media_in(name.lower()) for name in names}
    return "video" if "video" in found else "image" if "image" in found else "none"
